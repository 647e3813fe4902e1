#include "formats/ooxml_order.h"
#include "support/catch.h"

using namespace Qt::Literals::StringLiterals;
using namespace formats;

namespace
{

template <class E>
QString written(const Properties<E> &properties)
{
    QString out;
    QXmlStreamWriter writer(&out);
    properties.write(writer);
    return out;
}

} // namespace

TEST_CASE("properties come out in the order of the schema, whatever the order they were set in")
{
    Properties<ParagraphProperty> properties;
    properties.setValue(ParagraphProperty::OutlineLevel, u"0"_s);
    properties.setValue(ParagraphProperty::Justification, u"center"_s);
    properties.set(ParagraphProperty::KeepNext);
    properties.setValue(ParagraphProperty::Style, u"Titre1"_s);
    CHECK(
        written(properties) ==
        u"<w:pPr><w:pStyle w:val=\"Titre1\"/><w:keepNext/><w:jc w:val=\"center\"/><w:outlineLvl w:val=\"0\"/></w:pPr>"_s);

    Properties<CellProperty> cell;
    cell.set(CellProperty::Shading, {{u"w:fill"_s, u"EEF3F3"_s}});
    cell.setValue(CellProperty::Span, u"3"_s);
    cell.set(CellProperty::Width, {{u"w:w"_s, u"100"_s}});
    CHECK(written(cell) ==
          u"<w:tcPr><w:tcW w:w=\"100\"/><w:gridSpan w:val=\"3\"/><w:shd w:fill=\"EEF3F3\"/></w:tcPr>"_s);
}

TEST_CASE("a property set twice is written once, and nothing set is nothing written")
{
    Properties<RunProperty> properties;
    CHECK(written(properties) == QString());
    properties.setValue(RunProperty::Style, u"a"_s);
    properties.setValue(RunProperty::Style, u"b"_s);
    CHECK(written(properties) == u"<w:rPr><w:rStyle w:val=\"b\"/></w:rPr>"_s);
}

TEST_CASE("children and values are escaped")
{
    Properties<ControlProperty> properties;
    properties.setValue(ControlProperty::Alias, u"« a » & <b> \"c\""_s);
    properties.set(ControlProperty::CheckBox, {}, {element(u"w14:checked"_s, {{u"w14:val"_s, u"1"_s}})});
    CHECK(
        written(properties) ==
        u"<w:sdtPr><w:alias w:val=\"« a » &amp; &lt;b&gt; &quot;c&quot;\"/><w14:checkbox><w14:checked w14:val=\"1\"/></w14:checkbox></w:sdtPr>"_s);
}
