// The program `cpts`. Needs no display: for a PDF, it asks Qt for the offscreen platform by itself.
#include "base/errand.h"
#include "cli/program.h"

#include <cstdio>
#include <QGuiApplication>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace
{

QStringList wordsOf(int argc, char **argv)
{
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words.push_back(QString::fromLocal8Bit(argv[i]));
    return words;
}

// Qt's own messages are in English and tell nothing to a user: they are shown only when asked for.
void quiet(QtMsgType, const QMessageLogContext &, const QString &message)
{
    if (qEnvironmentVariableIsSet("CPTS_MESSAGES_QT"))
        std::fprintf(stderr, "%s\n", qPrintable(message));
}

std::unique_ptr<QCoreApplication> application(int &argc, char **argv, bool fonts)
{
    if (!fonts)
        return std::make_unique<QCoreApplication>(argc, argv);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_HASH_SEED", "0"); // the order of glyph runs follows it: same project, same bytes
    return std::make_unique<QGuiApplication>(argc, argv);
}

int answer(int argc, char **argv)
{
    qInstallMessageHandler(quiet);
    const QStringList words = wordsOf(argc, argv);
    // Qt takes options such as -platform for itself: it gets the program's name alone.
    int own = 1;
    const auto app = application(own, argv, cli::needsFonts(words));
    // The same two names as the windows: both programs share working copies and know of each other's open projects.
    QCoreApplication::setApplicationName(u"atelier-cpts"_s);
    QCoreApplication::setOrganizationName(u"atelier-cpts"_s);
    QLocale::setDefault(QLocale(QLocale::French, QLocale::France));
    QTextStream out(stdout);
    QTextStream err(stderr);
    out.setEncoding(QStringConverter::Utf8);
    err.setEncoding(QStringConverter::Utf8);
    const auto clock = cli::clockOfEnvironment();
    if (!clock) {
        err << clock.error().message << '\n';
        return static_cast<int>(cli::Exit::Usage);
    }
    return cli::run(words, out, err, *clock.value());
}

} // namespace

int main(int argc, char **argv)
{
    return base::errands::leave(answer(argc, argv));
}
