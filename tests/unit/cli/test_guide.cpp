// cpts guide: the list of the pages, a page in the terminal, the PDF.
#include "cli/program.h"
#include "process.h"
#include "support/source.h"

#include <QDir>
#include <QFile>

using namespace Qt::Literals::StringLiterals;

TEST_CASE("cpts guide lists every page of the guide, in its parts")
{
    const Shell shell;
    const Ran ran = shell.well({u"guide"_s});
    CHECK(ran.err.isEmpty());
    CHECK(isFrench(ran.out));
    CHECK(ran.out.startsWith(u"Commencer\n"_s));
    CHECK(ran.out.contains(u"\n\nSuivre et envoyer\n"_s));
    int pages = 0;
    for (const QString &file : QDir(support::source(u"docs/guide"_s)).entryList({u"*.md"_s}))
        if (file != u"README.md"_s) {
            INFO(file.toStdString());
            CHECK(ran.out.contains(u"\n  "_s + file.chopped(3) + u' '));
            ++pages;
        }
    CHECK(ran.out.count(u"\n  "_s) == pages);
}

TEST_CASE("cpts guide PAGE prints the page, and nothing but text")
{
    const Shell shell;
    const Ran ran = shell.well({u"guide"_s, u"clavier"_s});
    CHECK(ran.out.startsWith(u"Au clavier et en grand\n======================\n\n"_s));
    CHECK(ran.out.contains(u"- Ctrl+S\u00A0: «\u00A0Enregistrer maintenant\u00A0»\n"_s));
    CHECK_FALSE(ran.out.contains(u"**"_s));
    CHECK_FALSE(ran.out.contains(u"<!--"_s));
    CHECK(ran.err.isEmpty());
}

TEST_CASE("A page the guide has not ends with 2, with the pages that hold these words")
{
    const Shell shell;
    const Ran close = shell.cpts({u"guide"_s, u"clé usb"_s});
    CHECK(close.code == 2);
    CHECK(close.out.isEmpty());
    CHECK(close.err.contains(u"« clé usb » n’est pas dans le guide"_s));
    CHECK(close.err.contains(u"travailler-a-plusieurs"_s));
    const Ran none = shell.cpts({u"guide"_s, u"xylophone"_s});
    CHECK(none.code == 2);
    CHECK(none.err.contains(u"cpts guide"_s));
    CHECK(shell.cpts({u"guide"_s, u"../README"_s}).code == 2);
    CHECK(shell.cpts({u"guide"_s, u"carte"_s, u"budget"_s}).err.contains(u"« budget » est de trop"_s));
}

TEST_CASE("cpts guide --sortie writes the guide or one page, the same bytes for the same day")
{
    Shell shell;
    shell.setVariable(u"SOURCE_DATE_EPOCH"_s, u"1795000000"_s);
    CHECK(shell.well({u"guide"_s, u"--sortie"_s, u"guide.pdf"_s}).out == u"Écrit : guide.pdf\n"_s);
    shell.write(u"deux.pdf"_s, "ce qui était là");
    shell.well({u"guide"_s, u"--sortie=deux.pdf"_s});
    CHECK(shell.read(u"guide.pdf"_s).startsWith("%PDF-"));
    CHECK(shell.read(u"guide.pdf"_s) == shell.read(u"deux.pdf"_s));
    shell.well({u"guide"_s, u"carte"_s, u"--sortie"_s, u"carte.PDF"_s});
    CHECK(shell.read(u"carte.PDF"_s).startsWith("%PDF-"));
    CHECK(shell.read(u"carte.PDF"_s).size() < shell.read(u"guide.pdf"_s).size() / 4);
}

TEST_CASE("The guide is never written over a project, nor where it can't be")
{
    const Shell shell;
    shell.write(u"Vallees.cpts"_s, "un projet");
    for (const QString &name : {u"Vallees.cpts"_s, u"guide.docx"_s, u"guide"_s, u"pdf"_s}) {
        const Ran ran = shell.cpts({u"guide"_s, u"--sortie"_s, name});
        INFO(name.toStdString());
        CHECK(ran.code == 2);
        CHECK(ran.err.contains(u".pdf"_s));
        CHECK(isFrench(ran.err));
    }
    CHECK(shell.read(u"Vallees.cpts"_s) == "un projet");
    CHECK_FALSE(QFile::exists(shell.path(u"guide"_s)));
    const Ran nowhere = shell.cpts({u"guide"_s, u"--sortie"_s, u"absent/guide.pdf"_s});
    CHECK(nowhere.code == 3);
    CHECK(nowhere.out.isEmpty());
    CHECK(shell.cpts({u"guide"_s, u"--sortie"_s}).err.contains(u"--sortie FICHIER"_s));
}

TEST_CASE("The guide asks for fonts only when it goes to a file")
{
    CHECK(cli::needsFonts({u"guide"_s, u"--sortie"_s, u"g.pdf"_s}));
    CHECK(cli::needsFonts({u"guide"_s, u"carte"_s, u"--sortie=g.pdf"_s}));
    CHECK_FALSE(cli::needsFonts({u"guide"_s}));
    CHECK_FALSE(cli::needsFonts({u"guide"_s, u"carte"_s}));
    CHECK_FALSE(cli::needsFonts({u"guide"_s, u"--sortie"_s}));
}
