#ifdef ATELIER_CATCH2_V2
#define CATCH_CONFIG_RUNNER
#endif
#include "base/errand.h"
#include "support/catch.h"

#ifdef ATELIER_WITH_WIDGETS
#include <QApplication>
using Application = QApplication;
#else
#include <QGuiApplication>
using Application = QGuiApplication;
#endif
#include <QLocale>
#include <QStandardPaths>

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_HASH_SEED", "0"); // glyph runs come in hash order: golden documents need a fixed one
    QStandardPaths::setTestModeEnabled(true);
    int qtArgc = 1; // Catch's own options must not reach Qt
    Application application(qtArgc, argv);
    QLocale::setDefault(QLocale(QLocale::French, QLocale::France));
    const int failed = Catch::Session().run(argc, argv);
    // A thread that a test left at work reads what the end of the process destroys: the program ends the same way.
    return base::errands::leave(failed);
}
