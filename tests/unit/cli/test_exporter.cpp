#include "process.h"
#include "support/pdf_text.h"
#include "support/tools.h"

#include <QFile>
#include <zip.h>

using namespace Qt::Literals::StringLiterals;

namespace
{

QStringList exporting(const QString &format, const QString &output, const QStringList &more = {})
{
    return QStringList{u"exporter"_s, u"v.cpts"_s, u"--annexe"_s, u"3"_s,
                       u"--format"_s, format,      u"--sortie"_s, output} +
           more;
}

// One file of a zip; empty when it is not there.
QByteArray zipped(const QString &path, const char *name)
{
    zip_t *archive = zip_open(path.toUtf8().constData(), ZIP_RDONLY, nullptr);
    REQUIRE(archive);
    zip_stat_t stat;
    QByteArray bytes;
    if (zip_stat(archive, name, 0, &stat) == 0) {
        bytes.resize(qsizetype(stat.size));
        zip_file_t *file = zip_fopen(archive, name, 0);
        REQUIRE(file);
        CHECK(zip_fread(file, bytes.data(), stat.size) == zip_int64_t(stat.size));
        zip_fclose(file);
    }
    zip_discard(archive);
    return bytes;
}

} // namespace

TEST_CASE("The lettre is written in its three formats")
{
    Shell shell;
    shell.setVariable(u"SOURCE_DATE_EPOCH"_s, u"1772409600"_s);
    shell.well({u"nouveau"_s, u"v.cpts"_s, u"--exemple"_s, u"--nom"_s, u"CPTS du Test Unique"_s});
    CHECK(shell.well(exporting(u"docx"_s, u"l.docx"_s)).out == u"Écrit : l.docx\n"_s);
    CHECK(zipped(shell.path(u"l.docx"_s), "word/document.xml").contains("Test Unique"));
    shell.well(exporting(u"odt"_s, u"l.odt"_s));
    CHECK(zipped(shell.path(u"l.odt"_s), "mimetype") == "application/vnd.oasis.opendocument.text");
    CHECK(zipped(shell.path(u"l.odt"_s), "content.xml").contains("Test Unique"));
    shell.well(exporting(u"pdf"_s, u"l.pdf"_s));
    CHECK(shell.read(u"l.pdf"_s).startsWith("%PDF-"));
    CHECK(shell.read(u"l.pdf"_s).trimmed().endsWith("%%EOF"));

    for (const QString &format : {u"docx"_s, u"odt"_s, u"pdf"_s}) {
        shell.well(exporting(format, u"encore"_s));
        CHECK(shell.read(u"encore"_s) == shell.read(u"l."_s + format)); // same project and date, same bytes
    }
}

TEST_CASE("The name of the file tells its format when no option does")
{
    const Shell shell;
    shell.well({u"nouveau"_s, u"v.cpts"_s, u"--exemple"_s});
    shell.well({u"exporter"_s, u"v.cpts"_s, u"--annexe"_s, u"3"_s, u"--sortie"_s, u"lettre.ODT"_s});
    CHECK(zipped(shell.path(u"lettre.ODT"_s), "mimetype") == "application/vnd.oasis.opendocument.text");
    shell.well({u"exporter"_s, u"v.cpts"_s, u"--gantt"_s, u"--sortie"_s, u"barres.png"_s});
    CHECK(shell.read(u"barres.png"_s).startsWith("\x89PNG"));
    shell.well({u"exporter"_s, u"v.cpts"_s, u"--sortie"_s, u"v.json"_s});
    CHECK(shell.read(u"v.json"_s).startsWith('{'));
    CHECK(shell.cpts({u"exporter"_s, u"v.cpts"_s, u"--annexe"_s, u"3"_s, u"--sortie"_s, u"lettre"_s}).code == 2);
    CHECK(shell.cpts(exporting(u"pdf"_s, u"lettre.docx"_s)).code == 2); // two that disagree
    CHECK(shell.well({u"importer"_s, u"v.cpts"_s, u"--profils"_s}).out.contains(u"personnes : "_s));
}

TEST_CASE("Blank documents hold nothing of the project's answers")
{
    Shell shell;
    shell.well({u"nouveau"_s, u"v.cpts"_s, u"--exemple"_s});
    const auto info = parsed(shell.well({u"info"_s, u"v.cpts"_s, u"--json"_s}).out);
    const QByteArray porteur = QByteArray::fromStdString(info["porteur"].get<std::string>()).split(' ').back();
    REQUIRE(porteur.size() > 2);
    shell.well(exporting(u"docx"_s, u"plein.docx"_s));
    shell.well(exporting(u"docx"_s, u"vierge.docx"_s, {u"--vierge"_s}));
    const Ran guided = shell.well(exporting(u"docx"_s, u"guide.docx"_s, {u"--vierge-guide"_s}));
    CHECK(guided.err.isEmpty());
    const auto body = [&shell](const QString &name) { return zipped(shell.path(name), "word/document.xml"); };
    CHECK(body(u"plein.docx"_s).contains(porteur));
    CHECK_FALSE(body(u"vierge.docx"_s).contains(porteur));
    CHECK_FALSE(body(u"guide.docx"_s).contains(porteur));
    CHECK(body(u"guide.docx"_s) != body(u"vierge.docx"_s));
}

TEST_CASE("An empty project is written too, with a warning")
{
    const Shell shell;
    shell.well({u"nouveau"_s, u"v.cpts"_s, u"--nom"_s, u"Vide"_s});
    const Ran ran = shell.well(exporting(u"docx"_s, u"l.docx"_s));
    CHECK(ran.err.startsWith(u"Attention : il reste "_s));
    CHECK(ran.err.contains(u"bloquant"_s));
    CHECK(ran.err.trimmed().endsWith(u"Voir : cpts verifier"_s));
    QStringList projet = exporting(u"docx"_s, u"p.docx"_s);
    projet[projet.indexOf(u"3"_s)] = u"4"_s;
    CHECK(shell.well(projet).err.trimmed().endsWith(u"Voir : cpts verifier --phase projet"_s));
}

TEST_CASE("An existing file is replaced, the project itself, or what can't be written, never")
{
    const Shell shell;
    shell.well({u"nouveau"_s, u"v.cpts"_s, u"--exemple"_s});
    shell.write(u"l.odt"_s, "ancien");
    shell.well(exporting(u"odt"_s, u"l.odt"_s));
    CHECK(shell.read(u"l.odt"_s).startsWith("PK"));

    const QByteArray project = shell.read(u"v.cpts"_s);
    const Ran itself = shell.cpts(exporting(u"docx"_s, u"./v.cpts"_s));
    CHECK(itself.code == 2);
    CHECK(shell.read(u"v.cpts"_s) == project);

    for (const QString &output : {u"nulle/part/l.docx"_s, u"maison"_s}) {
        const Ran ran = shell.cpts(exporting(u"docx"_s, output));
        INFO(ran.err.toStdString());
        CHECK(ran.code == 3);
        CHECK(isFrench(ran.err.section(u'\n', -2)));
    }
    CHECK_FALSE(QFile::exists(shell.path(u"x"_s)));
}

TEST_CASE("A document is asked for by its number or its code, an unknown one is answered with those there are")
{
    Shell shell;
    shell.setVariable(u"SOURCE_DATE_EPOCH"_s, u"1772409600"_s);
    shell.well({u"nouveau"_s, u"v.cpts"_s, u"--exemple"_s});
    const auto asking = [](const QString &document, const QString &output) {
        return QStringList{u"exporter"_s, u"v.cpts"_s, u"--annexe"_s, document,
                           u"--format"_s, u"odt"_s,    u"--sortie"_s, output};
    };
    shell.well(asking(u"3"_s, u"numero.odt"_s));
    shell.well(asking(u"annexe-3"_s, u"code.odt"_s));
    CHECK(shell.read(u"numero.odt"_s) == shell.read(u"code.odt"_s));
    // Data have no annexes: the whole project, whichever is named.
    shell.well({u"exporter"_s, u"v.cpts"_s, u"--format"_s, u"json"_s, u"--sortie"_s, u"projet.json"_s});
    shell.well(
        {u"exporter"_s, u"v.cpts"_s, u"--annexe"_s, u"3"_s, u"--format"_s, u"json"_s, u"--sortie"_s, u"a.json"_s});
    CHECK(shell.read(u"a.json"_s) == shell.read(u"projet.json"_s));
    for (const QString &unknown : {u"99"_s, u"annexe-"_s, u"3 "_s, u"../3"_s}) {
        const Ran ran = shell.cpts(asking(unknown, u"x"_s));
        INFO(ran.err.toStdString());
        CHECK(ran.code == 2);
        CHECK(ran.err.contains(u"3 (Lettre d’intention)"_s));
        CHECK(isFrench(ran.err));
        CHECK_FALSE(QFile::exists(shell.path(u"x"_s)));
    }
}

TEST_CASE("The fil rouge is written as a list, and as a poster in PDF only")
{
    Shell shell;
    shell.well({u"nouveau"_s, u"v.cpts"_s, u"--exemple"_s, u"--nom"_s, u"CPTS du Test Unique"_s});
    const auto thread = [](const QString &format, const QStringList &more = {}) {
        return QStringList{u"exporter"_s, u"v.cpts"_s, u"--fil-rouge"_s, u"--format"_s, format, u"--sortie"_s, u"f"_s} +
               more;
    };
    shell.well(thread(u"docx"_s));
    CHECK(zipped(shell.path(u"f"_s), "word/document.xml").contains("FIL ROUGE DU PROJET"));
    shell.well(thread(u"odt"_s));
    CHECK(zipped(shell.path(u"f"_s), "content.xml").contains("FIL ROUGE DU PROJET"));
    shell.well(thread(u"pdf"_s));
    const QByteArray list = shell.read(u"f"_s);
    shell.well(thread(u"pdf"_s, {u"--a3"_s}));
    CHECK(shell.read(u"f"_s).startsWith("%PDF-"));
    CHECK(shell.read(u"f"_s) != list);
    CHECK(shell.cpts(thread(u"docx"_s, {u"--a3"_s})).code == 2);
    CHECK(shell.cpts(thread(u"pdf"_s, {u"--vierge"_s})).code == 2);
    CHECK(shell.cpts(exporting(u"pdf"_s, u"l.pdf"_s, {u"--a3"_s})).code == 2);
    CHECK(shell.cpts(thread(u"xlsx"_s)).code == 2);
    CHECK(shell.cpts({u"exporter"_s, u"v.cpts"_s, u"--fil-rouge"_s, u"--sortie"_s, u"f"_s}).code == 2);
}

TEST_CASE("The rehearsal of the commission is written apart")
{
    Shell shell;
    shell.well({u"nouveau"_s, u"v.cpts"_s, u"--exemple"_s, u"--nom"_s, u"CPTS du Test Unique"_s});
    shell.well({u"exporter"_s, u"v.cpts"_s, u"--ccopd"_s, u"--format"_s, u"docx"_s, u"--sortie"_s, u"c.docx"_s});
    CHECK(zipped(shell.path(u"c.docx"_s), "word/document.xml").contains("ne pas envoyer"));
    CHECK(shell.cpts(exporting(u"pdf"_s, u"l.pdf"_s, {u"--ccopd"_s})).code == 2);
}

TEST_CASE("A draft is asked for, in PDF alone")
{
    Shell shell;
    shell.setVariable(u"SOURCE_DATE_EPOCH"_s, u"1772409600"_s);
    shell.well({u"nouveau"_s, u"v.cpts"_s, u"--nom"_s, u"CPTS du Test Unique"_s});
    shell.well(exporting(u"pdf"_s, u"l.pdf"_s));
    shell.well(exporting(u"pdf"_s, u"b.pdf"_s, {u"--brouillon"_s}));
    CHECK(shell.read(u"b.pdf"_s).size() != shell.read(u"l.pdf"_s).size());
    if (support::program(u"pdftotext"_s)) {
        CHECK(support::pdfText(shell.read(u"b.pdf"_s)).contains(u"à compléter"_s));
        CHECK(support::pdfText(shell.read(u"b.pdf"_s)).contains(u"Brouillon"_s));
        CHECK_FALSE(support::pdfText(shell.read(u"l.pdf"_s)).contains(u"à compléter"_s));
    }
    const Ran word = shell.cpts(exporting(u"docx"_s, u"b.docx"_s, {u"--brouillon"_s}));
    CHECK(word.code == 2);
    CHECK(word.err.contains(u"--brouillon ne vaut que"_s));
}

TEST_CASE("Acronyms are developed in what is written, or left as they were typed")
{
    Shell shell;
    shell.well({u"nouveau"_s, u"v.cpts"_s, u"--exemple"_s});
    const auto body = [&shell](const QString &name) { return zipped(shell.path(name), "word/document.xml"); };
    const auto annexe4 = [&shell](const QString &name, const QStringList &more) {
        shell.well(QStringList{u"exporter"_s, u"v.cpts"_s, u"--annexe"_s, u"4"_s, u"--format"_s, u"docx"_s,
                               u"--sortie"_s, name} +
                   more);
    };
    annexe4(u"un.docx"_s, {});
    annexe4(u"deux.docx"_s, {u"--sigles-tels-quels"_s});
    CHECK(body(u"un.docx"_s).contains("EHPAD (établissement d’hébergement"));
    CHECK_FALSE(body(u"deux.docx"_s).contains("EHPAD (établissement"));
    const Ran blank = shell.cpts(exporting(u"docx"_s, u"trois.docx"_s, {u"--sigles-tels-quels"_s, u"--vierge"_s}));
    CHECK(blank.code == 2);
    CHECK(blank.err.contains(u"--sigles-tels-quels"_s));
    CHECK(shell.cpts({u"exporter"_s, u"v.cpts"_s, u"--plan-action"_s, u"--sigles-tels-quels"_s, u"--sortie"_s, u"p"_s})
              .code == 2);
}

TEST_CASE("The budget is written by itself, in each format")
{
    Shell shell;
    shell.well({u"nouveau"_s, u"v.cpts"_s, u"--exemple"_s});
    for (const QString &format : {u"docx"_s, u"odt"_s, u"pdf"_s})
        shell.well({u"exporter"_s, u"v.cpts"_s, u"--budget"_s, u"--format"_s, format, u"--sortie"_s, u"b."_s + format});
    CHECK(zipped(shell.path(u"b.docx"_s), "word/document.xml").contains("Par financeur"));
    CHECK(shell.read(u"b.pdf"_s).startsWith("%PDF-"));
    CHECK(shell.cpts({u"exporter"_s, u"v.cpts"_s, u"--budget"_s, u"--sortie"_s, u"x"_s}).code == 2);
    CHECK(shell.cpts(exporting(u"pdf"_s, u"x.pdf"_s, {u"--budget"_s})).code == 2);
    CHECK(shell.cpts({u"exporter"_s, u"v.cpts"_s, u"--gantt"_s, u"--budget"_s, u"--sortie"_s, u"x"_s}).code == 2);
}

TEST_CASE("A format asked of the whole dossier is answered with what is written, and the way to an ODT")
{
    const Shell shell;
    shell.well({u"nouveau"_s, u"a.cpts"_s});
    const Ran ran = shell.cpts(
        {u"exporter"_s, u"a.cpts"_s, u"--annexe"_s, u"dossier"_s, u"--format"_s, u"odt"_s, u"--sortie"_s, u"envoi"_s});
    CHECK(ran.code == 2);
    CHECK(ran.err.contains(u"Le dossier complet s’écrit en PDF et en Word, sans --format."_s));
    CHECK(ran.err.contains(u"--annexe 4 --format odt"_s));
}
