#include "formats/xmltree.h"
#include "support/catch.h"

#include <QStringList>
#include <random>

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

TEST_CASE("what carries no content is left out, what is only written otherwise is kept")
{
    CHECK(parsed("<a><!-- rien --><b/><?ordre x?></a>").children.size() == 1);
    CHECK(parsed("<a><![CDATA[<b>&amp;]]></a>").allText() == u"<b>&amp;"_s);
    CHECK(parsed("<a>&#233;&#x1F642;&quot;</a>").allText() == u"é🙂\""_s);
    CHECK(parsed("<a b='it&apos;s'/>").attribute(u"b") == u"it's"_s);
    CHECK(parsed("\xEF\xBB\xBF<a>é</a>").allText() == u"é"_s);
    CHECK(parsed("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>\xE9</a>").allText() == u"é"_s);
}

TEST_CASE("a default namespace and a prefix that is declared again are kept")
{
    const QByteArray xml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                           "<a xmlns=\"urn:un\"><b xmlns=\"urn:deux\"/><c xmlns:x=\"urn:x\"><x:d "
                           "xmlns:x=\"urn:autre\" x:e=\"1\"/></c></a>";
    const XmlNode root = parsed(xml);
    CHECK(serializeXml(root) == xml);
    CHECK(root.child(u"b")->is(u"urn:deux", u"b"));
    CHECK(root.find({u"c", u"d"})->attributes.front().uri == u"urn:autre"_s);
}

namespace
{

// A tree of random names, attributes and texts; text never stands beside text, for a reader joins them.
XmlNode randomTree(std::mt19937 &random, int depth)
{
    static const QStringList texts{u"é & <b>"_s, u"\u202F"_s, u"a\tb\nc"_s, u"🙂"_s, u"]]>"_s, u"\"'"_s, u" x "_s};
    const auto below = [&random](int bound) { return int(random() % unsigned(bound)); };
    const auto text = [&] { return texts[below(int(texts.size()))]; };
    XmlNode node;
    node.name = node.localName = u"e%1"_s.arg(below(5));
    for (int i = below(3); i > 0; --i) {
        const QString name = u"a%1"_s.arg(i);
        node.attributes.push_back({name, {}, name, text()});
    }
    bool afterText = false;
    for (int i = depth == 0 ? 0 : below(5); i > 0; --i) {
        afterText = !afterText && below(2) == 0;
        if (afterText)
            node.children.emplace_back().text = text();
        else
            node.children.push_back(randomTree(random, depth - 1));
    }
    return node;
}

bool same(const XmlNode &a, const XmlNode &b)
{
    if (a.name != b.name || a.text != b.text || a.attributes.size() != b.attributes.size() ||
        a.children.size() != b.children.size())
        return false;
    for (size_t i = 0; i < a.attributes.size(); ++i)
        if (a.attributes[i].name != b.attributes[i].name || a.attributes[i].value != b.attributes[i].value)
            return false;
    for (size_t i = 0; i < a.children.size(); ++i)
        if (!same(a.children[i], b.children[i]))
            return false;
    return true;
}

} // namespace

TEST_CASE("any tree is read back as it was written")
{
    std::mt19937 random(5);
    for (int round = 0; round < 200; ++round) {
        const XmlNode tree = randomTree(random, 5);
        const QByteArray bytes = serializeXml(tree);
        INFO(bytes.toStdString());
        const XmlNode back = parsed(bytes);
        CHECK(same(tree, back));
        CHECK(serializeXml(back) == bytes);
    }
}

TEST_CASE("any damage is refused or read, never more")
{
    const QByteArray good = serializeXml(parsed("<w:a xmlns:w=\"urn:w\"><w:b w:c=\"d\">é&amp;</w:b></w:a>"));
    std::mt19937 random(6);
    int refused = 0;
    for (int round = 0; round < 500; ++round) {
        QByteArray bad = good;
        bad[qsizetype(random() % unsigned(bad.size()))] = char(random() % 256);
        const auto result = parseXml(bad);
        refused += result ? 0 : 1;
        if (!result)
            CHECK_FALSE((result.error().message.isEmpty() && result.error().detail.isEmpty()));
    }
    CHECK(refused > 100);
    for (qsizetype length = 0; length < good.size(); ++length)
        CHECK_FALSE(parseXml(good.left(length)));
}
