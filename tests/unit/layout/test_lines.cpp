// Runs in lines: breaking, alignment, check boxes, rules to write on, links, fields.
#include "support/catch.h"

#include "layout/lines.h"
#include "unit/layout/page_reading.h"
#include "unit/layout/sample_documents.h"

using namespace reading;
using namespace samples;
using layout::breakIntoLines;
using layout::CheckBoxOperation;
using layout::LineOperation;
using layout::Slice;

namespace
{

std::vector<Slice> lines(const std::vector<Run> &runs, double width = 170, bool paper = false,
                         Paragraph::Alignment alignment = Paragraph::Alignment::Left)
{
    return breakIntoLines({.runs = runs, .style = {}, .alignment = alignment, .width = width, .paper = paper});
}

template <class Kind>
std::vector<Kind> in(const Slice &slice)
{
    std::vector<Kind> found;
    for (const Operation &operation : slice.operations) {
        if (const auto *match = std::get_if<Kind>(&operation))
            found.push_back(*match);
    }
    return found;
}

QString textOf(const std::vector<Slice> &slices)
{
    QString text;
    for (const Slice &slice : slices) {
        for (const TextOperation &operation : in<TextOperation>(slice))
            text += operation.text;
    }
    return text;
}

} // namespace

TEST_CASE("A text that can be printed is taken as it is, and each character is judged alike with others")
{
    const QString kept = QStringLiteral("« Œuvrer » ensemble : l’accès aux soins, 24 h/24 – été comme hiver…");
    CHECK(layout::printable(kept).constData() == kept.constData());
    for (int code = 0; code < 0x10000; ++code) {
        const QString text = QStringLiteral("a") + QChar(char16_t(code)) + QStringLiteral("b");
        INFO(code);
        REQUIRE(layout::printable(text) + QChar(u' ') == layout::printable(text + QChar(u'\t')));
    }
}

TEST_CASE("No run is one empty line")
{
    const std::vector<Slice> none = lines({});
    REQUIRE(none.size() == 1);
    CHECK(none[0].operations.empty());
    CHECK(none[0].height > 4);
}

TEST_CASE("Lines break between words and keep every character")
{
    const QString text = words(80);
    const std::vector<Slice> broken = lines({{.text = text}}, 60);
    CHECK(broken.size() > 5);
    CHECK(textOf(broken) == text);
    for (const Slice &slice : broken) {
        REQUIRE(in<TextOperation>(slice).size() == 1);
        const TextOperation operation = in<TextOperation>(slice)[0];
        CHECK(operation.text.startsWith(u"mot"_s));
        CHECK(operation.area.right() <= 60);
        CHECK(operation.origin.y() > operation.area.top());
        CHECK(operation.origin.y() < operation.area.bottom());
        CHECK(operation.area.bottom() <= slice.height);
    }
}

TEST_CASE("A word longer than the line is cut, not lost")
{
    const QString text = u"m"_s.repeated(300);
    const std::vector<Slice> broken = lines({{.text = text}}, 40);
    CHECK(broken.size() > 10);
    CHECK(textOf(broken) == text);
    CHECK(textOf(lines({{.text = text}}, 0.5)) == text);
}

TEST_CASE("No-break spaces hold")
{
    for (double width = 20; width < 60; width += 0.7) {
        for (const Slice &slice : lines({{.text = u"les efforts de tous\u202F; le 12\u00A0mars"_s}}, width)) {
            for (const TextOperation &text : in<TextOperation>(slice)) {
                CHECK_FALSE(text.text.startsWith(u';'));
                CHECK_FALSE(text.text.startsWith(u"mars"_s));
            }
        }
    }
}

TEST_CASE("Alignment places the line in its width")
{
    const TextOperation left = in<TextOperation>(lines({{.text = u"mot"_s}}, 100)[0])[0];
    const TextOperation center =
        in<TextOperation>(lines({{.text = u"mot"_s}}, 100, false, Paragraph::Alignment::Center)[0])[0];
    const TextOperation right =
        in<TextOperation>(lines({{.text = u"mot"_s}}, 100, false, Paragraph::Alignment::Right)[0])[0];
    CHECK(left.area.left() == Approx(0).margin(0.01));
    CHECK(center.area.center().x() == Approx(50));
    CHECK(right.area.right() == Approx(100));
    CHECK(right.origin.x() == Approx(right.area.left()));
}

TEST_CASE("Runs of a line follow each other, each with its face")
{
    const Slice line =
        lines({{.text = u"normal "_s}, {.text = u"gras "_s, .bold = true}, {.text = u"oblique"_s, .italic = true}})[0];
    const std::vector<TextOperation> texts = in<TextOperation>(line);
    REQUIRE(texts.size() == 3);
    CHECK(texts[1].origin.x() == Approx(texts[0].area.right()).margin(0.05));
    CHECK(texts[2].origin.x() == Approx(texts[1].area.right()).margin(0.05));
    CHECK(texts[0].glyphs[0].rawFont().styleName() == u"Regular"_s);
    CHECK(texts[1].glyphs[0].rawFont().styleName() == u"Bold"_s);
    CHECK(texts[2].glyphs[0].rawFont().styleName() == u"Italic"_s);
    CHECK(texts[0].origin.y() == texts[2].origin.y());
    for (const TextOperation &text : texts)
        CHECK(text.glyphs[0].positions()[0].x() == Approx(0).margin(0.01));
}

TEST_CASE("Line breaks, in runs and in texts")
{
    CHECK(lines({{.text = u"un"_s}, {.type = Run::Type::LineBreak}, {.text = u"deux"_s}}).size() == 2);
    CHECK(lines({{.text = u"un\ndeux\r\ntrois"_s}}).size() == 3);
    CHECK(textOf(lines({{.text = u"un\ndeux"_s}})) == u"undeux"_s);
}

TEST_CASE("Check boxes are drawn, and stay with their word")
{
    const std::vector<Run> runs{{.text = u"choix "_s},
                                {.type = Run::Type::CheckBox, .checked = true, .field = u"a"_s},
                                {.text = u" oui "_s},
                                {.type = Run::Type::CheckBox},
                                {.text = u" non"_s}};
    const Slice line = lines(runs)[0];
    const auto boxes = in<CheckBoxOperation>(line);
    REQUIRE(boxes.size() == 2);
    CHECK(boxes[0].checked);
    CHECK_FALSE(boxes[1].checked);
    const auto texts = in<TextOperation>(line);
    REQUIRE(texts.size() == 3);
    CHECK(texts[1].text == u" oui "_s);
    CHECK(boxes[0].rect.left() >= texts[0].area.right() - 0.05);
    CHECK(boxes[0].rect.right() <= texts[1].area.left());
    CHECK(boxes[0].rect.top() >= 0);
    CHECK(boxes[0].rect.bottom() <= line.height);
    REQUIRE(line.fields.size() == 1);
    CHECK(line.fields[0].field == u"a"_s);
    CHECK(line.fields[0].rect.contains(boxes[0].rect.center()));

    for (double width = 14; width < 40; width += 0.5) {
        for (const Slice &narrow : lines(runs, width)) {
            const auto drawn = in<CheckBoxOperation>(narrow);
            const auto words = in<TextOperation>(narrow);
            for (const CheckBoxOperation &box : drawn) {
                CHECK(std::any_of(words.begin(), words.end(), [&box](const TextOperation &text) {
                    return text.area.left() >= box.rect.right() && text.area.left() < box.rect.right() + 2;
                }));
            }
        }
    }
}

TEST_CASE("On paper boxes are 4 mm at least and lines to write on 8 mm")
{
    const Slice boxes = lines({{.type = Run::Type::CheckBox}, {.text = u" oui"_s}}, 170, true)[0];
    const QRectF box = in<CheckBoxOperation>(boxes)[0].rect;
    CHECK(box.width() >= 4);
    CHECK(box.height() >= 4);
    CHECK(boxes.height >= box.height() + 1);
    CHECK(box.top() >= 0);

    const Slice rule = lines({{.text = u"Date : "_s}, {.type = Run::Type::Blank, .field = u"d"_s}}, 170, true)[0];
    CHECK(rule.height >= 8);
    REQUIRE(in<LineOperation>(rule).size() == 1);
    const QLineF line = in<LineOperation>(rule)[0].line;
    CHECK(line.x1() == Approx(in<TextOperation>(rule)[0].area.right()).margin(2));
    CHECK(line.x2() == Approx(170));
    CHECK(line.y1() == line.y2());
    CHECK(line.y1() < rule.height);
    REQUIRE(rule.fields.size() == 1);
    CHECK(rule.fields[0].rect.width() == Approx(line.length()));
}

TEST_CASE("A rule with too little room goes below, what follows a rule too")
{
    const std::vector<Slice> below =
        lines({{.text = u"Un libellé qui prend presque toute la ligne"_s}, {.type = Run::Type::Blank}}, 85);
    REQUIRE(below.size() == 2);
    CHECK(in<LineOperation>(below[0]).empty());
    REQUIRE(in<LineOperation>(below[1]).size() == 1);
    CHECK(in<LineOperation>(below[1])[0].line.length() == Approx(85));

    const std::vector<Slice> two =
        lines({{.text = u"Nom : "_s}, {.type = Run::Type::Blank}, {.text = u"Date : "_s}, {.type = Run::Type::Blank}});
    REQUIRE(two.size() == 2);
    CHECK(in<TextOperation>(two[1])[0].text == u"Date : "_s);
    CHECK(in<LineOperation>(two[1]).size() == 1);

    const std::vector<Slice> alone = lines({{.type = Run::Type::Blank, .text = u"à saisir"_s}}, 20);
    REQUIRE(alone.size() == 1);
    CHECK(in<TextOperation>(alone[0]).empty()); // the label is for forms filled on screen
    CHECK(in<LineOperation>(alone[0])[0].line.length() == Approx(20).margin(0.1));
}

TEST_CASE("Links are underlined and only safe ones lead somewhere")
{
    const auto linkOf = [](const QString &target) {
        const Slice slice = lines({{.text = u"ici"_s, .link = target}})[0];
        const TextOperation text = in<TextOperation>(slice)[0];
        CHECK(in<LineOperation>(slice).size() == (text.link.isEmpty() ? 0u : 1u));
        return text.link;
    };
    CHECK(linkOf(u"https://www.paca.ars.sante.fr"_s) == u"https://www.paca.ars.sante.fr"_s);
    CHECK(linkOf(u"MAILTO:contact@cpts.fr"_s) == u"MAILTO:contact@cpts.fr"_s);
    CHECK(linkOf(u"javascript:alert(1)"_s).isEmpty());
    CHECK(linkOf(u"file:///etc/passwd"_s).isEmpty());
    CHECK(linkOf(QString()).isEmpty());
}

TEST_CASE("A field has an area on each of its lines")
{
    const std::vector<Slice> broken = lines(
        {{.text = u"Territoire : "_s}, {.text = words(40), .field = u"territoire.texte"_s}, {.text = u" fin"_s}}, 80);
    REQUIRE(broken.size() > 3);
    for (const Slice &slice : broken) {
        REQUIRE(slice.fields.size() <= 1);
        if (slice.fields.empty())
            continue;
        CHECK(slice.fields[0].field == u"territoire.texte"_s);
        CHECK(slice.fields[0].rect.height() == Approx(slice.height));
        CHECK(slice.fields[0].rect.right() <= 80);
    }
    CHECK(broken[0].fields[0].rect.left() > 15); // after the label
}

TEST_CASE("Printable text")
{
    using layout::printable;
    CHECK(printable(u"a\tb"_s) == u"a b"_s);
    CHECK(printable(u"a\r\nb\rc\nd\u2029e\u0085f"_s) == u"a\u2028b\u2028c\u2028d\u2028e\u2028f"_s);
    CHECK(printable(u"bi\u00ADen"_s) == u"bien"_s);
    CHECK(printable(u"\uFEFFz\u202Ea\u2066b\u200F"_s) == u"zab"_s);
    CHECK(printable(QString(QChar(0)) + u"x\u0007"_s) == u"x"_s);
    CHECK(printable(QString(QChar(0xD800)) + u"x"_s) == u"\uFFFDx"_s);
    CHECK(printable(u"😀 œuvre « oui »"_s) == u"😀 œuvre « oui »"_s);
    CHECK(printable(QString()).isEmpty());
}

TEST_CASE("Scripts and signs the main font lacks are kept")
{
    for (const QString &text : {u"Σ → ☎"_s, u"مرحبا"_s, u"漢字"_s, u"😀"_s, u"e\u0301te\u0301"_s, u"x\u200Dy"_s}) {
        const std::vector<Slice> slices = lines({{.text = text}});
        CHECK(textOf(slices) == text);
        CHECK_FALSE(in<TextOperation>(slices[0])[0].glyphs.empty());
    }
}
