#include "cli/program.h"
#include "process.h"
#include "support/source.h"

#include <QFile>

using namespace Qt::Literals::StringLiterals;

TEST_CASE("Help and version are given on the output, in French")
{
    const Shell shell;
    const Ran help = shell.well({u"--help"_s});
    for (const cli::Verb &verb : cli::verbs())
        CHECK(help.out.contains(verb.name));
    CHECK(help.err.isEmpty());
    CHECK(isFrench(help.out));
    CHECK(help.out.contains(u"Codes de sortie"_s));
    const Ran version = shell.well({u"--version"_s});
    CHECK(version.out.startsWith(u"cpts "_s));
    CHECK(version.out.trimmed().section(u' ', 1).count(u'.') == 2);
}

TEST_CASE("Every verb has its help, with every option of its table")
{
    const Shell shell;
    for (const cli::Verb &verb : cli::verbs()) {
        const Ran help = shell.well({verb.name, u"--help"_s});
        CHECK(help.out.startsWith(u"Usage : cpts "_s + verb.name));
        CHECK(isFrench(help.out));
        for (const cli::Option &option : verb.options) {
            CHECK(help.out.contains(u"--"_s + option.name));
            CHECK(help.out.contains(option.meaning));
        }
        CHECK(shell.well({verb.name, u"x"_s, u"-h"_s}).out == help.out);
    }
}

TEST_CASE("Wrong words end with 2, and a French sentence that says which")
{
    const Shell shell;
    const std::vector<std::pair<QStringList, QString>> calls{
        {{}, u"Il manque un verbe"_s},
        {{u"exporte"_s}, u"« exporte » n’existe pas"_s},
        {{u"--verbose"_s}, u"L’option « --verbose » n’existe pas"_s},
        {{u"info"_s}, u"Il manque le fichier du projet (FICHIER.cpts)"_s},
        {{u"info"_s, u""_s}, u"vide"_s},
        {{u"info"_s, u"a"_s, u"b"_s}, u"« b » est de trop"_s},
        {{u"info"_s, u"a"_s, u"--xml"_s}, u"« --xml » n’existe pas pour « info »"_s},
        {{u"info"_s, u"a"_s, u"-z"_s}, u"« -z »"_s},
        {{u"info"_s, u"a"_s, u"--json=oui"_s}, u"ne prend pas de valeur"_s},
        {{u"nouveau"_s, u"a"_s, u"--nom"_s}, u"--nom NOM"_s},
        {{u"nouveau"_s, u"a"_s, u"--nom"_s, u"x"_s, u"--nom"_s, u"y"_s}, u"plusieurs fois"_s},
        {{u"nouveau"_s, u"a"_s, u"--trame"_s, u"nulle-2099"_s}, u"« nulle-2099 » n’est pas installée"_s},
        {{u"nouveau"_s, u"a"_s, u"--trame"_s, u"../reference"_s}, u"n’est pas installée"_s},
        {{u"nouveau"_s, u"a"_s, u"--trame"_s, u"paca-2022"_s, u"--exemple"_s}, u"--exemple et --trame"_s},
        {{u"exporter"_s, u"a"_s}, u"Dites ce qu’il faut écrire"_s},
        {{u"exporter"_s, u"a"_s, u"--annexe"_s, u"3"_s}, u"--format"_s},
        {{u"exporter"_s, u"a"_s, u"--format"_s, u"doc"_s}, u"« doc » n’existe pas"_s},
        {{u"exporter"_s, u"a"_s, u"--format"_s, u"--sortie"_s, u"x"_s}, u"--format FORMAT"_s},
        {{u"exporter"_s, u"a"_s, u"--format"_s, u"docx"_s, u"--annexe"_s, u"3"_s}, u"--sortie"_s},
        {{u"exporter"_s, u"a"_s, u"--format"_s, u"docx"_s, u"--sortie"_s, u"x"_s}, u"--annexe NUMÉRO"_s},
        {{u"exporter"_s, u"a"_s, u"--format"_s, u"json"_s, u"--sortie"_s, u"x"_s, u"--vierge"_s}, u"projet entier"_s},
        {{u"exporter"_s, u"a"_s, u"--format"_s, u"odt"_s, u"--annexe"_s, u"3"_s, u"--sortie"_s, u"x"_s, u"--vierge"_s,
          u"--vierge-guide"_s},
         u"Choisissez"_s},
        {{u"importer"_s, u"a"_s}, u"Il manque le fichier à importer (DONNÉES)"_s},
        {{u"-platform"_s, u"xcb"_s}, u"« -platform »"_s}};
    for (const auto &[words, part] : calls) {
        const Ran ran = shell.cpts(words);
        INFO(words.join(u' ').toStdString() << "\n" << ran.err.toStdString());
        CHECK(ran.code == 2);
        CHECK(ran.err.contains(part));
        CHECK(ran.out.isEmpty());
        CHECK(isFrench(ran.err));
    }
}

TEST_CASE("A file that is not there, or not a project, ends with 3 for every verb")
{
    const Shell shell;
    shell.write(u"junk.cpts"_s, "Ceci n’est pas un projet.");
    shell.write(u"vide.cpts"_s, {});
    shell.write(u"liste.csv"_s, "Commune\nAllos\n");
    for (const QString &file : {u"absent.cpts"_s, u"junk.cpts"_s, u"vide.cpts"_s, u"."_s})
        for (const QStringList &rest :
             {QStringList{u"info"_s, file}, QStringList{u"verifier"_s, file},
              QStringList{u"exporter"_s, file, u"--format"_s, u"json"_s, u"--sortie"_s, u"s"_s},
              QStringList{u"importer"_s, file, u"liste.csv"_s}}) {
            const Ran ran = shell.cpts(rest);
            INFO(rest.join(u' ').toStdString() << "\n" << ran.err.toStdString());
            CHECK(ran.code == 3);
            CHECK(ran.err.contains(u"."_s));
            CHECK(isFrench(ran.err));
        }
    CHECK(shell.read(u"junk.cpts"_s) == "Ceci n’est pas un projet.");
    CHECK_FALSE(QFile::exists(shell.path(u"s"_s)));
}

TEST_CASE("Only a PDF needs fonts")
{
    CHECK(cli::needsFonts({u"exporter"_s, u"a"_s, u"--format"_s, u"pdf"_s}));
    CHECK(cli::needsFonts({u"exporter"_s, u"a"_s, u"--format=pdf"_s}));
    CHECK_FALSE(cli::needsFonts({u"exporter"_s, u"pdf"_s, u"--format"_s, u"docx"_s}));
    CHECK(cli::needsFonts({u"exporter"_s, u"a"_s, u"--annexe"_s, u"4"_s, u"--format"_s, u"docx"_s}));
    CHECK_FALSE(cli::needsFonts({u"info"_s, u"pdf"_s}));
    CHECK_FALSE(cli::needsFonts({}));
}

TEST_CASE("The documentation of the command line knows every verb and option")
{
    QFile file(support::source(QStringLiteral("docs/ligne-de-commande.md")));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    for (const cli::Verb &verb : cli::verbs()) {
        CHECK(text.contains(u"## cpts "_s + verb.name));
        for (const cli::Option &option : verb.options)
            CHECK(text.contains(u"`--"_s + option.name));
    }
}
