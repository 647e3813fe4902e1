// The words that Qt puts on its own buttons, as the program says them.
#include "french_words.h"
#include "support/catch.h"

#include <QAbstractFileIconProvider>
#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLibraryInfo>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

TEST_CASE("what would be lost is said plainly, with or without the mark of a key")
{
    const app::PlainWords words;
    CHECK_FALSE(words.isEmpty());
    for (const char *source : {"Discard", "&Discard", "Disc&ard"})
        CHECK(words.translate("QPlatformTheme", source, nullptr, -1) == u"Abandonner les changements");
    CHECK(words.translate("Anything", "Don't Save", nullptr, -1) == u"Ne pas enregistrer");
    CHECK(words.translate(nullptr, "Close without Saving", "x", 2) == u"Fermer sans enregistrer");
}

TEST_CASE("the keys that turn the pages have their whole names")
{
    const app::PlainWords words;
    CHECK(words.translate("QShortcut", "PgUp", nullptr, -1) == u"Page précédente");
    CHECK(words.translate("QShortcut", "PgDown", nullptr, -1) == u"Page suivante");
}

TEST_CASE("the window that chooses a file calls a folder by its French name")
{
    app::speakFrench();
    CHECK(QAbstractFileIconProvider().type(QFileInfo(QDir::tempPath())) == u"Dossier");
    CHECK(QAbstractFileIconProvider().type(QFileInfo(QDir::rootPath())) == u"Disque");
}

TEST_CASE("any other word is left to Qt’s own translation")
{
    const app::PlainWords words;
    for (const char *source : {"", "Cancel", "discard", "Discard changes", "Ne pas enregistrer", "&&"})
        CHECK(words.translate("QPlatformTheme", source, nullptr, -1).isNull());
}

TEST_CASE("the whole program speaks French: buttons, numbers and dates")
{
    app::speakFrench();
    CHECK(QLocale().language() == QLocale::French);
    CHECK(QLocale().territory() == QLocale::France);
    CHECK(QLocale().toString(12.5) == u"12,5");
    CHECK(QCoreApplication::translate("QPlatformTheme", "Discard") == u"Abandonner les changements");
    if (QFile::exists(QLibraryInfo::path(QLibraryInfo::TranslationsPath) + u"/qtbase_fr.qm"_s))
        CHECK(QCoreApplication::translate("QPlatformTheme", "Cancel") == u"Annuler");
}

TEST_CASE("the help of the program in a terminal is in French, what Qt adds to it too")
{
    app::speakFrench();
    QCommandLineParser arguments;
    arguments.addHelpOption();
    arguments.addVersionOption();
    const QString help = arguments.helpText();
    CHECK_FALSE(help.contains(u"Displays"_s));
    CHECK(help.contains(u"Affiche cette aide."_s));
}
