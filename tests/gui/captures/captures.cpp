// Pictures of every page of the program, for docs/captures and for looking at.
//   captures DOSSIER [--toutes]      DOSSIER: where the PNG files go; --toutes adds the sizes, themes and zooms between
#include "gui/shell/main_window.h"
#include "gui/shell/page_host.h"
#include "gui/shell/start_window.h"

#include "base/paths.h"
#include "domain/json.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace
{

struct Look {
    QString suffix;
    QSize size;
    gui::Theme::Mode mode;
    int zoom;
};

std::vector<Look> looks(bool all)
{
    std::vector<Look> list{{u"1366x768"_s, {1366, 768}, gui::Theme::Mode::Light, 100},
                           {u"1366x768-200"_s, {1366, 768}, gui::Theme::Mode::Light, 200},
                           {u"1920x1080-sombre"_s, {1920, 1080}, gui::Theme::Mode::Dark, 100}};
    if (all) {
        list.push_back({u"1920x1080"_s, {1920, 1080}, gui::Theme::Mode::Light, 100});
        list.push_back({u"1366x768-sombre"_s, {1366, 768}, gui::Theme::Mode::Dark, 100});
        list.push_back({u"1366x768-150"_s, {1366, 768}, gui::Theme::Mode::Light, 150});
        list.push_back({u"1920x1080-200"_s, {1920, 1080}, gui::Theme::Mode::Light, 200});
    }
    return list;
}

void grab(QWidget &window, const QString &file)
{
    window.show();
    // Until nothing moves any more: a long page takes its places in several turns.
    QImage last;
    for (int turn = 0; turn < 12; ++turn) {
        QTest::qWait(250);
        QImage now = window.grab().toImage();
        if (now == last)
            break;
        last = std::move(now);
    }
    last.save(file);
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QStandardPaths::setTestModeEnabled(true);
    QApplication application(argc, argv);
    QLocale::setDefault(QLocale(QLocale::French, QLocale::France));
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 2)
        return 2;
    const QDir target(arguments.at(1));
    target.mkpath(u"."_s);
    const QTemporaryDir disk;
    // The start window shows the name of the folder of a project: the reader's own, not one of the manufacture.
    const QDir folder(disk.filePath(u"Documents"_s));
    if (!QDir(disk.path()).mkdir(u"Documents"_s))
        return 3;
    base::FixedClock clock(QDateTime(QDate(2026, 11, 23), QTime(14, 32)));
    gui::Settings settings(folder.filePath(u"reglages.ini"_s));
    gui::Theme theme(application);
    const auto reference = reference::Reference::load();
    const auto trame = report::Trame::load(base::templatesFolder() + u"/paca-2022"_s);
    QFile example(base::referenceFolder() + u"/../exemples/vallees.json"_s);
    if (!reference || !trame || !example.open(QIODevice::ReadOnly))
        return 3;
    const auto read = domain::projetFromJson(example.readAll());
    const gui::Environment environment{reference.value(), trame.value(), clock, settings, &theme};
    if (!read)
        return 3;
    auto projet = read.value().projet;
    projet.identite.nom = u"CPTS des Vallées (exemple)"_s;
    auto created = dossier::Dossier::create(folder.filePath(u"vallees.cpts"_s), projet, clock);
    if (!created)
        return 3;
    gui::MainWindow window(std::move(created.value()), environment);
    settings.remember({folder.filePath(u"vallees.cpts"_s), projet.identite.nom,
                       u"Lettre d’intention : prête sauf 1 point"_s, clock.now().addDays(-1)});
    for (const Look &look : looks(arguments.contains(u"--toutes"_s))) {
        theme.setMode(look.mode);
        theme.setZoom(look.zoom);
        window.resize(look.size);
        for (const gui::PageEntry &entry : window.host().entries()) {
            window.goTo(entry.code);
            if (QWidget *keyboard = window.focusWidget())
                keyboard->clearFocus(); // else its ring stays on the first page of the list
            grab(window, target.filePath(entry.code + u'-' + look.suffix + u".png"_s));
        }
        gui::StartWindow start(settings);
        start.refresh(clock.today());
        start.resize(look.size);
        grab(start, target.filePath(u"accueil-"_s + look.suffix + u".png"_s));
    }
    return 0;
}
