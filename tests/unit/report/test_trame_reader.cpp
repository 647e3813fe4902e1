#include "report/trame_reader.h"
#include "unit/report/fixtures.h"

using namespace Qt::Literals::StringLiterals;
using namespace fixtures;
using report::Node;

namespace
{

// Reads a text as the file "f.json" and hands its root to `visit`; the faults.
template <class Visit>
QStringList faultsOf(const QByteArray &json, Visit visit)
{
    QTemporaryDir folder;
    REQUIRE(base::writeFile(folder.filePath(u"f.json"_s), json));
    QStringList faults;
    if (const auto file = report::readTrameFile(folder.path(), u"f.json"_s, faults))
        visit(Node(*file, faults));
    return faults;
}

} // namespace

TEST_CASE("Right values are read without a word")
{
    const auto faults =
        faultsOf(R"({"t":"é","f":true,"n":3,"x":1.5,"xs":[1,2.5],"ts":["a","b"],"m":{"k":"v"},"l":[{},{}]})",
                 [](const Node &node) {
                     CHECK(node.text("t") == u"é");
                     CHECK(node.optionalText("absent").isEmpty());
                     CHECK(node.flag("f"));
                     CHECK_FALSE(node.flag("absent"));
                     CHECK(node.integer("n", 0, 3, 9) == 3);
                     CHECK(node.integer("absent", 0, 3, 9) == 9);
                     CHECK(node.length("x", 7) == 1.5);
                     CHECK(node.length("absent", 7) == 7);
                     CHECK(node.lengths("xs") == std::vector<double>{1, 2.5});
                     CHECK(node.texts("ts") == QStringList{u"a"_s, u"b"_s});
                     CHECK(node.texts("absent").isEmpty());
                     CHECK(node.textMap("m").at(u"k"_s) == u"v");
                     CHECK(node.list("l").size() == 2);
                     CHECK(node.choice("t", {u"e"_s, u"é"_s}) == u"é");
                     CHECK(node.has("l"));
                 });
    CHECK(faults.isEmpty());
}

TEST_CASE("Wrong values are told and read as nothing")
{
    const auto faults = faultsOf(R"({"a":1,
"b":"",
"c":"oui",
"d":4,
"e":-1,
"f":[0],
"g":[1],
"h":{"k":1},
"i":[1],
"j":1.5,
"k":"mot"})",
                                 [](const Node &node) {
                                     CHECK(node.text("a").isEmpty());
                                     CHECK(node.text("b").isEmpty());
                                     CHECK_FALSE(node.flag("c"));
                                     CHECK(node.integer("d", 0, 3, 2) == 2);
                                     CHECK(node.length("e", 5) == 5);
                                     CHECK(node.lengths("f").empty());
                                     CHECK(node.texts("g") == QStringList{QString()});
                                     CHECK(node.textMap("h").at(u"k"_s).isEmpty());
                                     CHECK(node.list("i").empty());
                                     CHECK(node.integer("j", 0, 3, 2) == 2);
                                     CHECK(node.choice("k", {u"un"_s, u"deux"_s}) == u"un");
                                 });
    REQUIRE(faults.size() == 11);
    for (int i = 0; i < 11; ++i) {
        const QString place = u"f.json, ligne %1 (/%2"_s.arg(i + 1).arg(QChar(u'a' + i));
        INFO(faults.at(i).toStdString());
        CHECK(faults.at(i).startsWith(place));
    }
}

TEST_CASE("What is required and absent is told on its object")
{
    const auto faults = faultsOf("{\n\"o\": [\n{}]}", [](const Node &node) {
        CHECK(node.list("o").front().text("nom").isEmpty());
        CHECK(node.list("l").empty());
        CHECK(node.lengths("w").empty());
    });
    CHECK(faults == QStringList{u"f.json, ligne 3 (/o/0) : « nom » manque"_s, u"f.json, ligne 1 : « l » manque"_s,
                                u"f.json, ligne 1 : une liste de nombres est attendue pour « w »"_s});
}

TEST_CASE("Unknown keys are slips of the pen")
{
    const auto faults = faultsOf("{\"a\":1,\n\"é\":2}", [](const Node &node) { node.only({u"a"_s}); });
    CHECK(faults == QStringList{u"f.json, ligne 2 (/é) : clé inconnue « é »"_s});
}

TEST_CASE("Texts and lists have limits")
{
    QByteArray longList = "[";
    for (int i = 0; i < 2500; ++i)
        longList += "{},";
    longList += "{}]";
    const auto faults =
        faultsOf("{\"t\":\"" + QByteArray(9000, 'x') + "\",\"l\":" + longList + "}", [](const Node &node) {
            CHECK(node.text("t").size() == 8000);
            CHECK(node.list("l").empty());
        });
    CHECK(faults.size() == 2);
}

TEST_CASE("Numbers out of any range do not pass for integers")
{
    for (const QByteArray &number : {QByteArray("1e300"), QByteArray("99999999999999999999"), QByteArray("-3"),
                                     QByteArray("2.0"), QByteArray("null"), QByteArray("\"2\"")}) {
        const auto faults =
            faultsOf("{\"n\":" + number + "}", [](const Node &node) { CHECK(node.integer("n", 0, 60, 6) == 6); });
        CHECK(faults.size() == 1);
    }
}
