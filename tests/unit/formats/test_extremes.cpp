// Every kind of block with the texts that break programs, in every format: nothing, one character, far too much, emoji,
// right to left; tables wider and higher than a page; lists as deep as one likes.
#include "formats/export.h"
#include "layout/page.h"
#include "support/catch.h"
#include "support/pdf_text.h"
#include "written.h"

#include <functional>
#include <limits>

using namespace Qt::Literals::StringLiterals;
using namespace written;
using report::Block;
using report::Cell;
using report::Document;
using report::Paragraph;
using report::Row;
using report::Run;
using report::Table;

namespace
{

// Written in the three formats; the test fails when one refuses. The PDF is given back.
QByteArray everywhere(const Document &document)
{
    for (const auto format : {formats::Format::Docx, formats::Format::Odt, formats::Format::Pdf}) {
        const auto bytes = formats::written(document, format);
        INFO((bytes ? QString() : bytes.error().detail).toStdString());
        REQUIRE(bytes);
        if (format == formats::Format::Pdf)
            return bytes.value();
    }
    return {};
}

QString bare(QString text)
{
    QString letters;
    for (const QChar each : text)
        if (!each.isSpace() && each != QChar(0x00AD))
            letters += each;
    return letters;
}

struct Kind {
    std::string name;
    std::function<Document(const QString &)> make;
};

Table tableOf(const QStringList &cells, Row::Role role = Row::Role::Body)
{
    Table table;
    table.description = u"Un tableau."_s;
    table.columns = std::vector<double>(size_t(cells.size()), 1.0);
    table.rows.push_back(samples::row(cells, role));
    return table;
}

Document with(Block block)
{
    Document document = documentOf({std::move(block)});
    document.trame = u"paca-2022"_s;
    document.title = u"Titre"_s;
    document.date = QDate(2027, 3, 12);
    return document;
}

Paragraph paragraphOf(Paragraph::Role role, const QString &text)
{
    return samples::paragraph(text, role);
}

std::vector<Kind> kinds()
{
    std::vector<Kind> all;
    for (int level = 1; level <= 3; ++level)
        all.push_back({"heading " + std::to_string(level),
                       [level](const QString &text) { return with(samples::heading(level, text, u"a"_s)); }});
    for (const auto role : {Paragraph::Role::Body, Paragraph::Role::Guidance, Paragraph::Role::Note})
        all.push_back({"paragraph", [role](const QString &text) { return with(paragraphOf(role, text)); }});
    for (const bool numbered : {false, true})
        for (int level = 1; level <= 4; ++level)
            all.push_back({"item " + std::to_string(level),
                           [=](const QString &text) { return with(item(text, level, numbered)); }});
    for (const auto role : {Row::Role::Body, Row::Role::Header, Row::Role::Section})
        all.push_back({"row", [role](const QString &text) { return with(tableOf({text}, role)); }});
    all.push_back({"banner", [](const QString &text) {
                       auto heading = samples::heading(1, text, u"a"_s);
                       heading.banner = true;
                       return with(heading);
                   }});
    all.push_back({"caption", [](const QString &text) {
                       Table table = tableOf({u"x"_s});
                       table.caption = text;
                       return with(table);
                   }});
    all.push_back({"field", [](const QString &text) {
                       Paragraph paragraph;
                       paragraph.runs.push_back(samples::text(text, u"structure/-/nom"_s, u"Nom"_s));
                       return with(paragraph);
                   }});
    all.push_back({"link", [](const QString &text) {
                       Paragraph paragraph;
                       paragraph.runs.push_back(samples::text(text));
                       paragraph.runs.back().link = u"https://exemple.fr"_s;
                       return with(paragraph);
                   }});
    all.push_back({"cover", [](const QString &text) {
                       Document document = with(samples::paragraph(u"Texte"_s));
                       document.cover = {samples::paragraph(text)};
                       return document;
                   }});
    all.push_back({"title", [](const QString &text) {
                       Document document = with(samples::paragraph(u"Texte"_s));
                       document.title = text;
                       document.subtitle = text;
                       document.header = text;
                       document.footer = text;
                       document.author = text;
                       return document;
                   }});
    return all;
}

} // namespace

TEST_CASE("every kind of block is written in every format, whatever stands in it")
{
    const QStringList texts{QString(),
                            u" "_s,
                            u"x"_s,
                            u"🙂"_s,
                            u"👩🏽‍⚕️👨‍👩‍👧‍👦"_s,
                            u"\u05E9\u05DC\u05D5\u05DD 12 \u0645\u0631\u062D\u0628\u0627"_s,
                            u"\u202F\u00A0"_s,
                            u"e\u0301\u0302\u0303"_s,
                            QString(300, u'W'),
                            u"]]> & <w:t> \"'"_s};
    for (const Kind &kind : kinds()) {
        // All the texts one after the other: a document each would say the same, ten times slower.
        Document document = kind.make(texts.front());
        for (const QString &text : texts) {
            const Document more = kind.make(text);
            document.blocks.insert(document.blocks.end(), more.blocks.begin(), more.blocks.end());
            document.cover.insert(document.cover.end(), more.cover.begin(), more.cover.end());
        }
        INFO(kind.name);
        CHECK(everywhere(document).startsWith("%PDF-"));
        if (kind.name == "title")
            continue; // in the properties and at the edges of the page
        const QString word = bare(docxText(docxTree(document)));
        const QString open = bare(odtText(odtTree(document)));
        for (const QString &text : texts) {
            INFO(text.left(20).toStdString());
            CHECK(word.contains(bare(text)));
            CHECK(open.contains(bare(text)));
        }
    }
}

TEST_CASE("a word longer than the line, a cell longer than the page: every letter is on some page")
{
    const QString word = u"a"_s + QString(2000, u'm') + u"z"_s;
    for (const Block &block : {Block(samples::paragraph(word)), Block(samples::heading(1, word, u"a"_s)),
                               Block(item(word, 2)), Block(tableOf({word})), Block(tableOf({u"x"_s, word, u"y"_s}))}) {
        const QByteArray pdf = everywhere(with(block));
        const QString read = bare(support::pdfText(pdf));
        CHECK(read.count(u'm') >= 2000);
        CHECK(read.contains(u"am"));
        CHECK(read.contains(u"mz"));
    }
}

TEST_CASE("a table of forty columns keeps every cell, in every format")
{
    QStringList cells;
    for (int column = 0; column < 40; ++column)
        cells << u"c%1"_s.arg(column, 2, 10, QChar(u'0'));
    Table table = tableOf(cells, Row::Role::Header);
    for (int line = 0; line < 3; ++line)
        table.rows.push_back(samples::row(cells));
    const Document document = with(table);
    const QString read = bare(support::pdfText(everywhere(document)));
    const QString word = docxText(docxTree(document));
    const QString open = odtText(odtTree(document));
    for (const QString &cell : cells) {
        INFO(cell.toStdString());
        CHECK(read.count(cell) >= 4);
        CHECK(word.count(cell) == 4);
        CHECK(open.count(cell) == 4);
    }
}

TEST_CASE("a row higher than three pages goes on from page to page, its header repeated")
{
    Table table = tableOf({u"Entête"_s, u"Autre"_s}, Row::Role::Header);
    QStringList lines;
    for (int line = 0; line < 200; ++line)
        lines << u"ligne%1fin"_s.arg(line);
    table.rows.push_back(samples::row({lines.join(u' ') + QString(u" mot"_s).repeated(4000), u"court"_s}));
    const Document document = with(table);
    const auto pages = layout::paginate(document);
    CHECK(pages.pages.size() >= 4);
    const QString read = support::pdfText(everywhere(document));
    for (const QString &line : lines)
        CHECK(read.contains(line));
    CHECK(read.count(u"court"_s) == 1);
    CHECK(read.count(u"Entête"_s) >= 4);
}

TEST_CASE("odd tables are drawn or left out, never a fault")
{
    std::vector<Table> odd;
    odd.push_back({}); // nothing at all
    Table table = tableOf({u"seule"_s});
    table.columns = {0};
    odd.push_back(table);
    table.columns = {1e-9, 1e9};
    table.rows = {samples::row({u"mince"_s, u"large"_s})};
    odd.push_back(table);
    table.columns = {1, 1, 1};
    table.rows = {samples::row({u"un"_s}), samples::row({u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s}), Row{}};
    odd.push_back(table);
    table.rows.front().cells.front().span = 99;
    odd.push_back(table);
    table.rows.front().cells.front().span = 0;
    table.rows.front().cells.front().minimumHeight = 5000;
    odd.push_back(table);
    table.rows = {samples::row({u"entête"_s}, Row::Role::Header), samples::row({u"section"_s}, Row::Role::Section)};
    odd.push_back(table); // headers and nothing under them
    for (size_t which = 0; which < odd.size(); ++which) {
        INFO(which);
        Document document = with(samples::paragraph(u"avant"_s));
        document.blocks.emplace_back(odd[which]);
        document.blocks.emplace_back(samples::paragraph(u"après"_s));
        const QString read = support::pdfText(everywhere(document));
        CHECK(read.contains(u"avant"_s));
        CHECK(read.contains(u"après"_s));
    }
}

TEST_CASE("lists go up and down by any steps, and keep their items in order")
{
    const int levels[]{3, 1, 2, 2, 4, 1, 9, 1, 0, 2, 1};
    std::vector<Block> blocks;
    QStringList words;
    for (const bool numbered : {false, true})
        for (const int level : levels) {
            words << u"mot%1"_s.arg(words.size(), 2, 10, QChar(u'0'));
            blocks.emplace_back(item(words.back(), level, numbered && level > 0));
        }
    Document document = documentOf(blocks);
    document.trame = u"paca-2022"_s;
    const QString pdf = support::pdfText(everywhere(document));
    const QString word = docxText(docxTree(document));
    const QString open = odtText(odtTree(document));
    for (const QString &text : {pdf, word, open}) {
        qsizetype at = -1;
        for (const QString &each : words) {
            const qsizetype next = text.indexOf(each, at + 1);
            INFO(each.toStdString());
            CHECK(next > at);
            at = next;
        }
    }
}

TEST_CASE("figures of no size, of any size and without any drawing take their place and say their words")
{
    for (const QSizeF &size : {QSizeF(0, 0), QSizeF(1, 1), QSizeF(10'000, 10), QSizeF(10, 10'000), QSizeF(-5, -5)}) {
        report::Figure figure;
        figure.size = size;
        figure.title = u"Figureseule"_s;
        figure.source = u"Sourceseule"_s;
        figure.description = u"Rien n’est dessiné."_s;
        Document document = with(figure);
        document.blocks.emplace_back(samples::paragraph(u"suite"_s));
        INFO(size.width() << " x " << size.height());
        const QString read = support::pdfText(everywhere(document));
        CHECK(read.contains(u"Figureseule"_s));
        CHECK(read.contains(u"Sourceseule"_s));
        CHECK(read.contains(u"suite"_s));
    }
}

TEST_CASE("bytes that are no picture are told or left out, and the rest of the document is there")
{
    for (const QByteArray &bytes : {QByteArray("pas une image"), QByteArray("\x89PNG\r\n\x1A\n") + QByteArray(50, 'x'),
                                    QByteArray("\xFF\xD8\xFF\xE0") + QByteArray(20, '\0')}) {
        report::Figure figure;
        figure.size = {40, 30};
        figure.description = u"Une image."_s;
        figure.picture = bytes;
        Document document = with(figure);
        document.blocks.emplace_back(samples::paragraph(u"suite"_s));
        for (const auto format : {formats::Format::Docx, formats::Format::Odt, formats::Format::Pdf}) {
            const auto written = formats::written(document, format);
            if (!written)
                CHECK_FALSE(written.error().message.isEmpty());
        }
    }
}
