// JSON that another program, or a hand, wrote: what is at the edge of a kind is read as it is or refused, never bent.
#include "domain/json.h"
#include "support/catch.h"

#include <limits>

using namespace domain;
using namespace Qt::Literals::StringLiterals;
using Json = nlohmann::ordered_json;

namespace
{

base::Result<ProjetJson> readContent(const QByteArray &content)
{
    return projetFromJson(R"({"format":"atelier-cpts","version":1,"contenu":)" + content + "}");
}

QString refusal(const QByteArray &content)
{
    const auto read = readContent(content);
    return read ? QString() : read.error().message;
}

std::optional<Value> valueOf(const char *json, Kind kind)
{
    return valueFromJson(Json::parse(json), kind);
}

} // namespace

TEST_CASE("a whole number is one that fits, or is refused")
{
    CHECK(valueOf("9223372036854775807", Kind::Integer) == Value(std::numeric_limits<qint64>::max()));
    CHECK(valueOf("-9223372036854775808", Kind::Integer) == Value(std::numeric_limits<qint64>::min()));
    CHECK(valueOf("0", Kind::Integer) == Value(qint64(0)));
    // One more, and it would come out negative.
    CHECK_FALSE(valueOf("9223372036854775808", Kind::Integer).has_value());
    CHECK_FALSE(valueOf("18446744073709551615", Kind::Integer).has_value());
    for (const char *bad : {"12.0", "1e3", "\"12\"", "true", "[]", "{}"}) {
        INFO(bad);
        CHECK_FALSE(valueOf(bad, Kind::Integer).has_value());
    }
    CHECK(refusal(R"({"commune":[{"code":"04039","population":9223372036854775808}]})").contains(u"population"_s));
}

TEST_CASE("a figure may be written as a whole number, and is never an infinity")
{
    CHECK(valueOf("12", Kind::Decimal) == Value(12.0));
    CHECK(valueOf("-0.125", Kind::Decimal) == Value(-0.125));
    CHECK(valueOf("null", Kind::Decimal) == Value());
    for (const char *bad : {"\"12\"", "false", "[12]"}) {
        INFO(bad);
        CHECK_FALSE(valueOf(bad, Kind::Decimal).has_value());
    }
    CHECK(refusal(R"({"budget":[{"prevu":1e999}]})").contains(u"JSON"_s));
    CHECK_FALSE(readContent(R"({"budget":[{"prevu":NaN}]})").ok());
}

TEST_CASE("a date is year, month and day, and nothing beside")
{
    CHECK(valueOf("\"2024-02-29\"", Kind::Date) == Value(QDate(2024, 2, 29)));
    CHECK(valueOf("null", Kind::Date) == Value());
    for (const char *bad : {"\"\"", "\"2023-02-29\"", "\"2024-2-9\"", "\"29/02/2024\"", "\"2024-02-29T10:00\"",
                            "\"2024/02/29\"", "\"2024-02-29 environ\"", "\" 2024-02-29\"", "20240229", "true"}) {
        INFO(bad);
        CHECK_FALSE(valueOf(bad, Kind::Date).has_value());
    }
}

TEST_CASE("yes and no are not numbers nor words, and only an answer may be missing")
{
    for (const Kind kind : {Kind::Flag, Kind::Answer}) {
        CHECK(valueOf("true", kind) == Value(true));
        CHECK(valueOf("false", kind) == Value(false));
        for (const char *bad : {"0", "1", "\"oui\"", "\"true\"", "[]"})
            CHECK_FALSE(valueOf(bad, kind).has_value());
    }
    CHECK(valueOf("null", Kind::Answer) == Value());
    CHECK_FALSE(valueOf("null", Kind::Flag).has_value());
    for (const Kind kind : {Kind::Text, Kind::LongText, Kind::Choice, Kind::References})
        CHECK_FALSE(valueOf("null", kind).has_value());
}

TEST_CASE("a name of another record is an identifier, in lower case and without braces")
{
    const QString id = Id::fromKey(u"personne:a"_s).toString();
    const std::string quoted = '"' + id.toStdString() + '"';
    CHECK(valueOf(quoted.c_str(), Kind::Reference) == Value(Id::fromKey(u"personne:a"_s)));
    CHECK(valueOf("null", Kind::Reference) == Value());
    const std::string upper = '"' + id.toUpper().toStdString() + '"';
    const std::string braces = "\"{" + id.toStdString() + "}\"";
    for (const char *bad : {upper.c_str(), braces.c_str(), "\"\"", "\"-\"", "12", "[]"}) {
        INFO(bad);
        CHECK_FALSE(valueOf(bad, Kind::Reference).has_value());
    }
    const std::string list = "[" + quoted + "," + quoted + "]";
    const std::string mixed = "[" + quoted + ",null]";
    CHECK(valueOf("[]", Kind::References) == Value(IdList()));
    CHECK(valueOf(list.c_str(), Kind::References).has_value());
    CHECK_FALSE(valueOf(mixed.c_str(), Kind::References).has_value());
    CHECK_FALSE(valueOf(quoted.c_str(), Kind::References).has_value());
}

TEST_CASE("a record listed twice in a reference is listed once in the project")
{
    const QByteArray a = Id::fromKey(u"commune:04039"_s).toString().toUtf8();
    const QByteArray b = Id::fromKey(u"commune:04006"_s).toString().toUtf8();
    const auto read = readContent(R"({"commune":[{"code":"04039"},{"code":"04006"}],"qpv":[{"communes":[")" + a +
                                  "\",\"" + b + "\",\"" + a + "\"]}]}");
    REQUIRE(read.ok());
    REQUIRE(read.value().projet.qpv.size() == 1);
    const IdList communes = read.value().projet.qpv.begin()->second.communes;
    CHECK(communes.size() == 2);
    CHECK(std::is_sorted(communes.begin(), communes.end()));
    // What was read is a fixed point: it is written and read again to the byte.
    const QByteArray bytes = projetToJson(read.value().projet, Id::fromKey(u"p"_s));
    const auto again = projetFromJson(bytes);
    REQUIRE(again.ok());
    CHECK(projetToJson(again.value().projet, Id::fromKey(u"p"_s)) == bytes);
}

TEST_CASE("the order of the tables in a file does not matter: a reference may come before what it names")
{
    const QByteArray id = Id::fromKey(u"x"_s).toString().toUtf8();
    const auto read =
        readContent(R"({"personne":[{"id":")" + id + R"(","nom":"Exemple"}],"identite":{"porteur":")" + id + "\"}}");
    REQUIRE(read.ok());
    REQUIRE(porteur(read.value().projet));
    CHECK(porteur(read.value().projet)->nom == u"Exemple"_s);
}

TEST_CASE("levels are counted: sixty-four are read, one more is refused before it is followed")
{
    const auto nested = [](int levels) { return QByteArray(levels, '[') + QByteArray(levels, ']'); };
    CHECK(parseJson(nested(64), u"Le fichier"_s).ok());
    const auto refused = parseJson(nested(66), u"Le fichier"_s);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().code == base::ErrorCode::Invalid);
    CHECK(refused.error().message == u"Le fichier ne peut pas être lu : trop de niveaux imbriqués. Rien n’a été "
                                     u"modifié ; corrigez le fichier puis recommencez."_s);
    CHECK_FALSE(parseJson(QByteArray(300'000, '['), u"Le fichier"_s).ok());
    CHECK_FALSE(parseJson(QByteArray(100'000, '{'), u"Le fichier"_s).ok());
}

TEST_CASE("a file too large is refused by its size alone")
{
    const auto refused = parseJson(QByteArray(64 * 1024 * 1024 + 1, ' '), u"Le modèle"_s);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().code == base::ErrorCode::Hostile);
    CHECK(refused.error().message == u"Le modèle est trop volumineux (plus de 64 Mo). Rien n’a été modifié."_s);
}

TEST_CASE("what is cut anywhere is refused, with one sentence and nothing of the project")
{
    Projet projet = nouveauProjet(u"CPTS « d’essai »"_s, u"paca-2022"_s, u"2026"_s, QDate(2026, 11, 23));
    projet.personnes.insert(Id::fromKey(u"p"_s)).nom = u"Éxemple 🙂"_s;
    const QByteArray whole = projetToJson(projet, Id::fromKey(u"x"_s)).trimmed();
    REQUIRE(projetFromJson(whole).ok());
    for (qsizetype size = 0; size < whole.size(); ++size) {
        const auto read = projetFromJson(whole.left(size));
        if (read.ok() || read.error().code != base::ErrorCode::Invalid || !read.error().message.contains(u"JSON"_s))
            FAIL("cut at " << size);
    }
    CHECK_FALSE(projetFromJson(whole + whole).ok());
    CHECK_FALSE(projetFromJson(whole + "x").ok());
}

TEST_CASE("texts that are not UTF-8 are refused, and every character of Unicode is kept")
{
    CHECK_FALSE(readContent("{\"structure\":{\"nom\":\"\xC3\x28\"}}").ok());
    CHECK_FALSE(readContent("{\"structure\":{\"nom\":\"\xED\xA0\x80\"}}").ok());
    CHECK_FALSE(readContent(R"({"structure":{"nom":"\ud835"}})").ok());
    const auto escaped = readContent(R"({"structure":{"nom":"\ud835\udc9c \u00e9 \u202f!"}})");
    REQUIRE(escaped.ok());
    CHECK(escaped.value().projet.structure.nom == u"𝒜 é \u202F!"_s);
    for (const QString &text :
         {u"👩🏽‍⚕️ équipe"_s, u"\u05E9\u05DC\u05D5\u05DD \u200Fmixte"_s, u"e\u0301"_s, u"\u0001\u001F"_s}) {
        Projet projet;
        projet.structure.nom = text;
        const auto read = projetFromJson(projetToJson(projet, Id::fromKey(u"x"_s)));
        REQUIRE(read.ok());
        CHECK(read.value().projet.structure.nom == text);
    }
}

TEST_CASE("the head of a file is checked key by key")
{
    const auto sentence = [](const QByteArray &file) {
        const auto read = projetFromJson(file);
        return read ? QString() : read.error().message;
    };
    const struct {
        QByteArray file;
        QString says;
    } cases[] = {
        {"[]", u"ce n’est pas un projet d’Atelier CPTS"_s},
        {"12", u"ce n’est pas un projet d’Atelier CPTS"_s},
        {"null", u"ce n’est pas un projet d’Atelier CPTS"_s},
        {R"({"format":12,"version":1,"contenu":{}})", u"ce n’est pas un projet d’Atelier CPTS"_s},
        {R"({"format":"atelier-cpts","version":1})", u"ce n’est pas un projet d’Atelier CPTS"_s},
        {R"({"format":"atelier-cpts","contenu":{}})", u"sa version n’est pas connue de ce programme"_s},
        {R"({"format":"atelier-cpts","version":"1","contenu":{}})", u"sa version n’est pas connue de ce programme"_s},
        {R"({"format":"atelier-cpts","version":2,"contenu":{}})", u"sa version n’est pas connue de ce programme"_s},
        {R"({"format":"atelier-cpts","version":1,"contenu":null})", u"« contenu » doit être un objet"_s},
        {R"({"format":"atelier-cpts","version":1,"contenu":{},"fichiers":[]})", u"« fichiers » doit être un objet"_s},
        {R"({"format":"atelier-cpts","version":1,"contenu":{},"fichiers":{"aa":"eA=="}})",
         u"le contenu de « fichiers.aa » n’est pas celui annoncé"_s},
        {R"({"format":"atelier-cpts","version":1,"contenu":{"identite":[]}})", u"« identite » doit être un objet"_s},
        {R"({"format":"atelier-cpts","version":1,"contenu":{"qpv":[12]}})", u"« qpv[1] » doit être un objet"_s},
        {R"({"format":"atelier-cpts","version":1,"contenu":{"qpv":[{"id":""}]}})", u"« qpv[1] »"_s},
        {R"({"format":"atelier-cpts","version":1,"contenu":{"qpv":[{"id":12}]}})", u"« qpv[1] »"_s},
        {R"({"format":"atelier-cpts","version":1,"contenu":{"commune":[{"code":4039}]}})", u"« commune[1] »"_s},
        {R"({"format":"atelier-cpts","version":1,"contenu":{"identite":{"id":"x"}}})", u"« identite.id »"_s},
    };
    for (const auto &each : cases) {
        INFO(each.file.toStdString());
        CHECK(sentence(each.file).contains(each.says));
        CHECK(sentence(each.file).contains(u"Rien n’a été modifié"_s));
    }
    CHECK(projetFromJson(R"({"$schema":"x","format":"atelier-cpts","version":1,"contenu":{}})").ok());
}

TEST_CASE("a change of the journal that is not one is refused, whatever is wrong in it")
{
    const QByteArray id = Id::fromKey(u"x"_s).toString().toUtf8();
    for (const QByteArray &bad : {
             QByteArray(R"(["="])"),
             QByteArray(R"([1,"structure/-/nom","",""])"),
             QByteArray(R"(["=",1,"",""])"),
             QByteArray(R"(["=","structure/-/nom",""])"),
             QByteArray(R"(["=","structure/-/nom","","",""])"),
             QByteArray(R"(["=","structure/-","",""])"),
             QByteArray(R"(["=","structure/x/nom","",""])"),
             QByteArray(R"(["=","structure/-/nom","",null])"),
             QByteArray(R"(["=","population/-/valeur",1,"2"])"),
             QByteArray(R"(["=","population/-/valeur",null,9223372036854775808])"),
             QByteArray(R"(["=","identite/-/creeLe",null,"2026-02-30"])"),
             QByteArray(R"(["=","identite/-/porteur",null,"personne"])"),
             QByteArray(R"(["x","qpv/)" + id + R"(/"])"),
             QByteArray("null"),
             QByteArray("{}"),
         }) {
        INFO(bad.toStdString());
        const auto read = changesFromJson(Json::parse("[" + bad.toStdString() + "]"));
        REQUIRE_FALSE(read.ok());
        CHECK(read.error().message.startsWith(u"L’historique du projet ne peut pas être lu"_s));
    }
    CHECK(changesFromJson(Json::array()).value().empty());
    CHECK_FALSE(changesFromJson(Json()).ok());
}
