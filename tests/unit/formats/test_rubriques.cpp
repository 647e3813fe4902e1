// The rubrics of annexes 3, 4 and 5 as a reader of the ARS opens them: every official word, its numbering and its
// order, read back from the Word file and from the PDF.
#include "formats/export.h"
#include "support/example.h"
#include "support/pdf_text.h"
#include "support/tools.h"
#include "support/trame.h"
#include "unit/report/official_words.h"
#include "written.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;
using report::Content;

namespace
{

// Lines, pages and boxes cut what is read where they want: spaces are not compared, nor boxes and bullets.
QString bare(QString text)
{
    text.removeIf([](QChar c) { return c.isSpace() || u"☐☒•◦"_s.contains(c); });
    return text;
}

QByteArray exported(const QString &annexe, const domain::Projet &projet, Content content, formats::Format format)
{
    const formats::ExportSource source{support::trame(), support::references(), QDate(2028, 2, 15)};
    const auto bytes =
        formats::exported(source, projet, {.document = annexe, .content = content, .developSigles = false}, format);
    REQUIRE(bytes.ok());
    return bytes.value();
}

// What poppler reads, without the headers and the footers that stand in a sentence cut by the end of a page.
QString pagesOf(const QByteArray &pdf, const QString &name)
{
    QStringList kept;
    static const QRegularExpression footer(u"Page \\d+ sur \\d+|– version du "_s);
    for (const QString &line : support::pdfText(pdf).split(QRegularExpression(u"[\n\f]"_s)))
        if (line.trimmed() != name && !line.contains(footer))
            kept << line;
    return kept.join(u' ');
}

// The phrases that do not come, each after the one before.
QString missing(const QString &text, const QStringList &phrases)
{
    qsizetype at = 0;
    for (const QString &phrase : phrases) {
        const QString wanted = bare(phrase);
        const qsizetype found = text.indexOf(wanted, at);
        if (found < 0)
            return u"absent ou hors de sa place : "_s + phrase;
        at = found + wanted.size();
    }
    return {};
}

// Instructions come with a "?" before them: they are expected with the others, or nowhere.
QStringList expected(const QStringList &phrases, bool instructions)
{
    QStringList all;
    for (const QString &phrase : phrases)
        if (!phrase.startsWith(u'?'))
            all << phrase;
        else if (instructions)
            all << phrase.mid(1);
    return all;
}

QStringList cells(const std::vector<QStringList> &tables)
{
    QStringList all;
    for (const QStringList &table : tables)
        for (const QString &row : table)
            all << row.split(u" | "_s, Qt::SkipEmptyParts);
    return all;
}

void check(const QString &annexe, const domain::Projet &projet, Content content, const std::vector<QStringList> &lists)
{
    const QByteArray docx = exported(annexe, projet, content, formats::Format::Docx);
    const QString body = QString::fromUtf8(samples::part(docx, u"word/document.xml"_s));
    const QString word = bare(written::docxWords(body).join(u' '));
    for (const QStringList &phrases : lists)
        CHECK(missing(word, phrases) == QString());
    if (!support::program(u"pdftotext"_s))
        return;
    const QString pdf = bare(pagesOf(exported(annexe, projet, content, formats::Format::Pdf), projet.identite.nom));
    for (const QStringList &phrases : lists)
        CHECK(missing(pdf, phrases) == QString());
}

} // namespace

TEST_CASE(
    "Each rubric of annexes 3, 4 and 5 is in the Word file and in the PDF, in its words, its number and its place")
{
    using namespace official;
    QStringList fiche;
    for (qsizetype i = 0; i < annexe5::rubrics.size(); ++i)
        fiche << annexe5::rubrics[i] << u"?"_s + annexe5::instructions[i];
    fiche.removeAll(u"?"_s);
    for (const domain::Projet &projet : {domain::Projet(), support::vallees()})
        for (const Content content : {Content::Filled, Content::Blank, Content::BlankWithGuidance}) {
            const bool filled = content == Content::Filled;
            const bool instructions = content != Content::Blank;
            check(u"annexe-4"_s, projet, content, {annexe4::headings, expected(annexe4::phrases, instructions)});
            check(u"annexe-5"_s, projet, content, {expected(fiche, content == Content::BlankWithGuidance)});
            check(u"annexe-3"_s, projet, content,
                  filled ? std::vector<QStringList>{annexe3::headings}
                         : std::vector<QStringList>{annexe3::headings, cells(annexe3::tables)});
        }
}
