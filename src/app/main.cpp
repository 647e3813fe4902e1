// The program with windows.
#include "base/errand.h"
#include "french_words.h"
#include "gui/shell/session.h"
#include "gui/theme/app_guard.h"

#include <QApplication>
#include <QCommandLineParser>

using namespace Qt::Literals::StringLiterals;

namespace
{

int run(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"atelier-cpts"_s);
    QApplication::setOrganizationName(u"atelier-cpts"_s);
    QApplication::setApplicationDisplayName(u"Atelier CPTS"_s);
    QApplication::setApplicationVersion(QStringLiteral(ATELIER_VERSION));
    QApplication::setDesktopFileName(u"atelier-cpts"_s);
    app::speakFrench();
    QApplication::setWindowIcon(QIcon(u":/icons/atelier-cpts.svg"_s));

    QCommandLineParser arguments;
    arguments.setApplicationDescription(u"Écrire le projet de santé de sa CPTS."_s);
    arguments.addHelpOption();
    arguments.addVersionOption();
    const QCommandLineOption example(u"exemple"_s, u"Ouvre le projet d’exemple, en lecture seule."_s);
    arguments.addOption(example);
    arguments.addPositionalArgument(u"fichier"_s, u"Projet à ouvrir (.cpts)."_s, u"[fichier…]"_s);
    arguments.process(application);

    gui::Settings settings;
    const base::SystemClock clock;
    auto *theme = new gui::Theme(application);
    theme->setMode(settings.theme());
    theme->setZoom(settings.zoom());
    application.installEventFilter(new gui::AppGuard(&application));

    gui::Session session(settings, clock, theme);
    session.makePagesAhead();
    bool opened = arguments.isSet(example) && session.openExample();
    for (const QString &path : arguments.positionalArguments())
        opened = session.openFile(path) || opened;
    if (!opened && !arguments.isSet(example) && arguments.positionalArguments().isEmpty())
        session.showStart();
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    return base::errands::leave(run(argc, argv));
}
