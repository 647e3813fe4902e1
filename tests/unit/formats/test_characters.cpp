// Whatever people type or paste: every character that XML allows comes out in both formats, nothing else does.
#include "formats/zip.h"
#include "support/catch.h"
#include "written.h"

#include <random>

using namespace Qt::Literals::StringLiterals;
using namespace written;

namespace
{

// What both formats show of a text, without line feeds and tabs, which are elements, and without ODF's counted spaces.
void checkShown(const QString &typed, const QString &shown)
{
    INFO(typed.toUtf8().toPercentEncoding().toStdString());
    const report::Document document = documentOf({samples::paragraph(typed)});
    CHECK(docxText(docxTree(document)) == shown);
    CHECK(odtText(odtTree(document)) == shown);
}

} // namespace

TEST_CASE("characters outside the first plane are kept whole")
{
    for (const QString &text : {u"🙂"_s, u"𝒜mi"_s, u"𠮷野家"_s, u"👩🏽‍⚕️"_s, u"🇫🇷"_s, u"a\U0010FFFDb"_s})
        checkShown(text, text);
}

TEST_CASE("right-to-left texts, marks, joiners and zero-width characters are kept in their order")
{
    for (const QString &text :
         {u"שלום עולם"_s, u"مرحبا بالعالم 12"_s, u"avant \u200Fשלום\u200E après"_s, u"zéro\u200Blargeur"_s,
          u"ligature\u200Cnon"_s, u"e\u0301t\u0327"_s, u"\uFEFFmarque"_s, u"cou\u00ADpure"_s, u"mot\u2060mot"_s})
        checkShown(text, text);
}

TEST_CASE("control characters and halves of pairs go, their neighbours stay")
{
    for (ushort code = 0; code < 0x20; ++code)
        if (code != u'\t' && code != u'\n')
            checkShown(u"a"_s + QChar(code) + u"b"_s, u"ab"_s);
    checkShown(u"a"_s + QChar(0xD83D) + u"b"_s, u"ab"_s);
    checkShown(u"a"_s + QChar(0xDE42) + QChar(0xD83D) + u"b"_s, u"ab"_s);
    checkShown(u"a"_s + QChar(0xFFFE) + QChar(0xFFFF) + u"b"_s, u"ab"_s);
    checkShown(u"a\u007Fb\u0085c"_s, u"a\u007Fb\u0085c"_s); // odd, but XML has them
    checkShown(u"a\tb\nc"_s, u"abc"_s);
}

TEST_CASE("what looks like markup is text")
{
    for (const QString &text : {u"<b>gras</b>"_s, u"</w:t></w:r>"_s, u"]]>"_s, u"&amp;&#0;&eacute;"_s, u"<!-- x -->"_s,
                                u"<?xml?>"_s, u"\"'`"_s, u"=1+1"_s, u"{{ champ }}"_s, u"%1 %2"_s})
        checkShown(text, text);
}

TEST_CASE("hard characters are safe in every place that takes text")
{
    const QString hard = u"<&>\"'\u0001 🙂 \u202Eשלום\u202C"_s + QChar(0xD800);
    report::Document document = samples::small();
    document.title = document.subtitle = document.subject = document.author = hard;
    document.header = document.footer = hard;
    report::Table table;
    table.columns = {1};
    table.caption = table.description = hard;
    table.rows = {samples::row({hard})};
    table.rows[0].cells[0].paragraphs[0].runs[0].label = hard;
    table.rows[0].cells[0].paragraphs[0].runs[0].field = u"rubrique/-/texte"_s;
    document.blocks.push_back(table);
    document.blocks.push_back(samples::heading(2, hard, hard));
    report::Run link = samples::text(hard);
    link.link = u"https://exemple.fr/?a=\"<&>"_s;
    report::Paragraph linked;
    linked.runs = {link};
    document.blocks.push_back(linked);
    for (const QByteArray &file : {docx(document), odt(document)}) {
        const auto parts = formats::readZip(file);
        REQUIRE(parts);
        for (const auto &part : parts.value()) {
            INFO(part.path.toStdString());
            if (part.path.endsWith(u".xml") || part.path.endsWith(u".rels"))
                CHECK(formats::parseXml(part.bytes));
        }
    }
}

TEST_CASE("random texts come out as they went in, but for what XML forbids")
{
    std::mt19937 random(2022);
    for (int round = 0; round < 40; ++round) {
        QString typed;
        for (int i = 0; i < 200; ++i)
            typed += QChar(ushort(random() % 0x10000));
        QString shown = formats::xmlSafe(typed);
        shown.remove(u'\t').remove(u'\n');
        const report::Document document = documentOf({samples::paragraph(u'.' + typed + u'.')});
        CHECK(docxText(docxTree(document)) == u'.' + shown + u'.');
        CHECK(odtText(odtTree(document)) == u'.' + shown + u'.');
    }
}
