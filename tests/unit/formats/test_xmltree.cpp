#include "formats/xmltree.h"
#include "support/catch.h"

using namespace Qt::Literals::StringLiterals;
using namespace formats;

namespace
{

XmlNode parsed(const QByteArray &bytes)
{
    auto result = parseXml(bytes);
    REQUIRE(result);
    return std::move(result).value();
}

} // namespace

TEST_CASE("a part is written back as it was, prefixes included")
{
    const QByteArray xml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                           "<w:hdr xmlns:w=\"urn:w\" xmlns:mc=\"urn:mc\" xmlns:w14=\"urn:w14\" "
                           "mc:Ignorable=\"w14\"><w:p w:a=\"1 &lt; 2 &amp;&#10;"
                           "&quot;\"> été &lt; œ </w:p><w:vide/></w:hdr>";
    CHECK(serializeXml(parsed(xml)) == xml);
}

TEST_CASE("document types, broken and bottomless parts are refused")
{
    CHECK_FALSE(parseXml("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"));
    CHECK_FALSE(parseXml("<!DOCTYPE a><a/>"));
    CHECK_FALSE(parseXml("<a><b></a>"));
    CHECK_FALSE(parseXml("<a>"));
    CHECK_FALSE(parseXml({}));
    CHECK_FALSE(parseXml("<a>&inconnu;</a>"));
    CHECK_FALSE(parseXml(QByteArray("<a>").repeated(300) + QByteArray("</a>").repeated(300)));
    CHECK(parseXml(QByteArray("<a>").repeated(250) + QByteArray("</a>").repeated(250)));
}

TEST_CASE("an element taken to another part brings its prefixes")
{
    const XmlNode root = parsed("<x:a xmlns:x=\"urn:w\" xmlns:r=\"urn:r\"><x:b r:id=\"1\"><x:c/></x:b></x:a>");
    const XmlNode *b = root.child(u"b");
    REQUIRE(b);
    CHECK(serializeElement(*b, {{u"r"_s, u"urn:r"_s}, {u"x"_s, u"urn:autre"_s}}) ==
          u"<x:b xmlns:x=\"urn:w\" r:id=\"1\"><x:c/></x:b>"_s);
    CHECK(serializeElement(*b, {{u"r"_s, u"urn:r"_s}, {u"x"_s, u"urn:w"_s}}) == u"<x:b r:id=\"1\"><x:c/></x:b>"_s);
}

TEST_CASE("navigation and changes")
{
    XmlNode root = parsed("<w:a xmlns:w=\"urn:w\"><w:b w:val=\"1\">te<w:c>x</w:c>te</w:b></w:a>");
    CHECK(root.is(u"urn:w", u"a"));
    CHECK_FALSE(root.is(u"urn:autre", u"a"));
    CHECK(root.find({u"b", u"c"})->allText() == u"x"_s);
    CHECK(root.find({u"b", u"absent", u"c"}) == nullptr);
    CHECK(root.child(u"b")->allText() == u"texte"_s);
    root.child(u"b")->setAttribute(u"val", u"2"_s);
    CHECK(root.child(u"b")->attribute(u"val") == u"2"_s);
    CHECK(root.attribute(u"absente") == QString());
    root.append(u"d"_s).addAttribute(u"val"_s, u"3"_s);
    CHECK(serializeXml(root).endsWith("<w:d w:val=\"3\"/></w:a>"));
    int count = 0;
    forEachElement(root, [&count](const XmlNode &) { ++count; });
    CHECK(count == 4);
}

TEST_CASE("only characters XML knows are kept, and every space of French typography")
{
    CHECK(xmlSafe(u"a\u202F; b\u00A0: « c »\tœ\n"_s) == u"a\u202F; b\u00A0: « c »\tœ\n"_s);
    QString bad = u"a"_s;
    for (ushort code = 0; code < 0x20; ++code)
        bad += QChar(code);
    bad += QChar(0xD800);
    bad += u'b';
    bad += QChar(0xDC00);
    bad += QChar(0xFFFE);
    bad += QChar(0xFFFF);
    CHECK(xmlSafe(bad) == u"a\t\nb"_s);
    CHECK(xmlSafe(u"😀"_s) == u"😀"_s);
}
