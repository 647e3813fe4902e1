#include "reference/data_file.h"
#include "support/catch.h"

#include <nlohmann/json.hpp>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace reference;
using namespace Qt::Literals::StringLiterals;

namespace
{

// An entry over a JSON text, and the fault it leaves.
struct Probe {
    explicit Probe(const char *json) : object(nlohmann::json::parse(json)), entry(object, u"ici"_s, fault) {}
    nlohmann::json object;
    DataFault fault{u"essai.json"_s, {}};
    DataEntry entry;

    [[nodiscard]] bool sound() const { return !fault.error; }
    [[nodiscard]] QString why() const { return fault.error ? fault.error->message : QString(); }
};

// Writes one file in its own folder and reads it as a data file.
base::Result<Provenance> read(const QByteArray &bytes, const std::function<void(const DataEntry &)> &visit)
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"essai.json"_s));
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
    file.close();
    return readDataFile(folder.path(), u"essai.json"_s, visit);
}

const QByteArray head = R"({"source": "S", "version": "2022", "lu_le": "2026-11-22", "note": "N")";

} // namespace

TEST_CASE("texts: present, empty, missing, of another kind")
{
    Probe good(R"({"a": "été", "b": ""})");
    CHECK(good.entry.text("a") == u"été"_s);
    CHECK(good.entry.optionalText("b").isEmpty());
    CHECK(good.entry.optionalText("absent").isEmpty());
    CHECK(good.sound());

    Probe empty(R"({"a": "  "})");
    CHECK(empty.entry.text("a") == u"  "_s);
    CHECK(empty.why().contains(u"ici : « a » est vide"_s));

    Probe missing("{}");
    CHECK(missing.entry.text("a").isEmpty());
    CHECK(missing.why().contains(u"« a » manque"_s));

    Probe number(R"({"a": 3})");
    CHECK(number.entry.optionalText("a").isEmpty());
    CHECK(number.why().contains(u"« a » n’est pas un texte"_s));

    Probe null(R"({"a": null})");
    CHECK(null.entry.text("a").isEmpty());
    CHECK_FALSE(null.sound());
}

TEST_CASE("numbers: whole and positive, or any positive")
{
    Probe good(R"({"a": 0, "b": 40000, "c": 2.5, "d": 5})");
    CHECK(good.entry.number("a") == 0);
    CHECK(good.entry.number("b") == 40000);
    CHECK(good.entry.optionalNumber("b") == 40000);
    CHECK_FALSE(good.entry.optionalNumber("absent"));
    CHECK(good.entry.decimal("c") == 2.5);
    CHECK(good.entry.decimal("d") == 5.0);
    CHECK(good.sound());

    for (const char *json :
         {R"({"a": -1})", R"({"a": 1.5})", R"({"a": "1"})", R"({"a": null})", R"({"a": true})", "{}"}) {
        Probe bad(json);
        CHECK(bad.entry.number("a") == 0);
        CHECK(bad.why().contains(u"« a »"_s));
    }
    for (const char *json : {R"({"a": -0.5})", R"({"a": "5"})", R"({"a": [5]})", "{}"}) {
        Probe bad(json);
        CHECK(bad.entry.decimal("a") == 0.0);
        CHECK(bad.why().contains(u"« a »"_s));
    }
    Probe wrongOptional(R"({"a": "3"})");
    CHECK(wrongOptional.entry.optionalNumber("a") == 0);
    CHECK_FALSE(wrongOptional.sound());
}

TEST_CASE("dates and choices")
{
    Probe good(R"({"d": "2026-11-22", "c": "conseil"})");
    CHECK(good.entry.date("d") == QDate(2026, 11, 22));
    CHECK(good.entry.choice("c", {u"maximum"_s, u"conseil"_s}) == u"conseil"_s);
    CHECK(good.sound());

    for (const char *json : {R"({"d": "22/11/2026"})", R"({"d": "2026-02-30"})", R"({"d": 2026})", "{}"}) {
        Probe bad(json);
        CHECK_FALSE(bad.entry.date("d").isValid());
        CHECK(bad.why().contains(u"« d »"_s));
    }
    Probe other(R"({"c": "ordre"})");
    (void)other.entry.choice("c", {u"maximum"_s, u"conseil"_s});
    CHECK(other.why().contains(u"« c » vaut « ordre », on attendait : maximum, conseil"_s));
}

TEST_CASE("lists of texts")
{
    Probe good(R"({"l": ["un", "deux"], "vide": []})");
    CHECK(good.entry.texts("l") == QStringList{u"un"_s, u"deux"_s});
    CHECK(good.entry.optionalTexts("vide").isEmpty());
    CHECK(good.entry.optionalTexts("absent").isEmpty());
    CHECK(good.sound());

    for (const char *json :
         {R"({"l": []})", R"({"l": ["a", 3]})", R"({"l": ["a", ""]})", R"({"l": "a"})", R"({"l": {}})", "{}"}) {
        Probe bad(json);
        CHECK(bad.entry.texts("l").isEmpty());
        CHECK(bad.why().contains(u"« l »"_s));
    }
}

TEST_CASE("lists of entries are visited in order and named")
{
    Probe good(R"({"l": [{"code": "a", "v": 1}, {"sigle": "B", "v": 2}, {"numero": 7, "v": 3}, {"v": 4}]})");
    qint64 seen = 0;
    good.entry.each("l", [&seen](const DataEntry &entry) { seen = 10 * seen + entry.number("v"); });
    CHECK(seen == 1234);
    CHECK(good.sound());

    const auto place = [](const char *json) {
        Probe probe(json);
        probe.entry.each("l", [](const DataEntry &entry) { (void)entry.text("nom"); });
        return probe.why();
    };
    CHECK(place(R"({"l": [{"code": "a", "nom": "x"}, {"code": "b"}]})").contains(u"liste « l », entrée 2 (b) : "_s));
    CHECK(place(R"({"l": [{"sigle": "ALD"}]})").contains(u"entrée 1 (ALD)"_s));
    CHECK(place(R"({"l": [{"numero": 4}]})").contains(u"entrée 1 (4)"_s));
    CHECK(place(R"({"l": [{}]})").contains(u"entrée 1 : "_s));
    CHECK(place(R"({"l": [3]})").contains(u"on attendait un objet"_s));
    CHECK(place(R"({"l": {"a": 1}})").contains(u"« l » n’est pas une liste"_s));
    CHECK(place("{}").contains(u"« l » manque"_s));
}

TEST_CASE("only the first fault is kept")
{
    Probe probe("{}");
    (void)probe.entry.text("premier");
    (void)probe.entry.text("second");
    CHECK(probe.why().contains(u"premier"_s));
    CHECK_FALSE(probe.why().contains(u"second"_s));
}

TEST_CASE("a data file gives its provenance, and its content to the loader")
{
    QString value;
    const auto good = read(head + R"(, "x": "oui"})", [&value](const DataEntry &root) { value = root.text("x"); });
    REQUIRE(good.ok());
    CHECK(value == u"oui"_s);
    CHECK(good.value().source == u"S"_s);
    CHECK(good.value().version == u"2022"_s);
    CHECK(good.value().luLe == QDate(2026, 11, 22));
    CHECK(good.value().note == u"N"_s);
}

TEST_CASE("a syntax fault is told with its line")
{
    const auto nothing = [](const DataEntry &) {};
    const auto third = read("{\n  \"a\": 1,\n  \"b\" 2\n}\n", nothing);
    REQUIRE_FALSE(third.ok());
    CHECK(third.error().code == base::ErrorCode::Damaged);
    CHECK(third.error().message.contains(u"à partir de la ligne 3"_s));
    CHECK_FALSE(third.error().detail.isEmpty());
    CHECK(read("", nothing).error().message.contains(u"ligne 1"_s));
    CHECK(read(head, nothing).error().message.contains(u"ligne 1"_s));
    CHECK_FALSE(read("{\"a\": \"\xC3(\"}", nothing).ok());
    CHECK_FALSE(read(QByteArray(5'000'000, ' '), nothing).ok());
}

TEST_CASE("a folder in the place of the file, or no file, is told")
{
    QTemporaryDir folder;
    REQUIRE(QDir(folder.path()).mkdir(u"essai.json"_s));
    const auto nothing = [](const DataEntry &) {};
    CHECK(readDataFile(folder.path(), u"essai.json"_s, nothing).error().code == base::ErrorCode::Unreadable);
    CHECK(readDataFile(folder.path(), u"autre.json"_s, nothing).error().code == base::ErrorCode::NotFound);
}
