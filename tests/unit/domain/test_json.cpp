#include "domain/json.h"
#include "support/catch.h"
#include "support/random_edits.h"

using namespace domain;
using namespace Qt::Literals::StringLiterals;

namespace
{

Projet start()
{
    return nouveauProjet(u"CPTS d’essai"_s, u"paca-2022"_s, u"2026"_s, QDate(2026, 11, 23));
}

QString refusal(const QByteArray &bytes)
{
    const auto read = projetFromJson(bytes);
    return read.ok() ? QString() : read.error().message;
}

QByteArray file(const QByteArray &content)
{
    return R"({"format":"atelier-cpts","version":1,"contenu":)" + content + "}";
}

} // namespace

TEST_CASE("JSON out and in is the same project, and the same bytes")
{
    support::RandomEdits edits(21);
    for (int round = 0; round < 30; ++round) {
        const Projet projet = edits.edited(start(), 120);
        const Id id = Id::create();
        const QByteArray bytes = projetToJson(projet, id);
        const auto read = projetFromJson(bytes);
        REQUIRE(read.ok());
        REQUIRE(diff(read.value().projet, projet).empty());
        REQUIRE(read.value().projectId == id);
        REQUIRE(projetToJson(read.value().projet, id) == bytes);
    }
}

TEST_CASE("the journal's changes go through JSON unharmed")
{
    support::RandomEdits edits(22);
    const Projet from = edits.edited(start(), 50);
    const ChangeList changes = diff(from, edits.edited(from, 50));
    const auto read = changesFromJson(toJson(changes));
    REQUIRE(read.ok());
    CHECK(read.value() == changes);
    for (const char *bad :
         {"{}", "[1]", "[[\"=\",\"structure/-/nom\",1,2]]", "[[\"=\",\"structure/-/rien\",\"\",\"\"]]",
          "[[\"?\",\"structure/-/nom\",\"\",\"\"]]", "[[\"+\",\"rien/-/\"]]"})
        CHECK_FALSE(changesFromJson(nlohmann::ordered_json::parse(bad)).ok());
}

TEST_CASE("a hand-written file needs no identifiers")
{
    const auto read = projetFromJson(
        file(R"({"identite":{"nom":"CPTS du Test"},"commune":[{"code":"04039","nom":"Castellane","zonage":"zip"}],)"
             R"("partenaire":[{"service":"EHPAD"},{"service":"HAD"}]})"));
    REQUIRE(read.ok());
    CHECK(read.value().projet.communes.find(Id::fromKey(u"commune:04039"_s))->zonage == Zonage::Zip);
    CHECK(read.value().projet.partenaires.size() == 2);
    CHECK_FALSE(read.value().projectId.has_value());
}

TEST_CASE("a wrong file is refused with the place of the fault")
{
    CHECK(refusal("pas du JSON").contains(u"JSON"_s));
    CHECK(refusal("{\"format\":\"autre\"}").contains(u"Atelier CPTS"_s));
    CHECK(refusal(R"({"format":"atelier-cpts","version":9,"contenu":{}})").contains(u"version"_s));
    CHECK(refusal(R"({"format":"atelier-cpts","version":1,"contenu":{},"x":1})").contains(u"« x »"_s));
    CHECK(refusal(file("[]")).contains(u"contenu"_s));
    CHECK(refusal(file(R"({"inconnu":[]})")).contains(u"inconnu"_s));
    CHECK(refusal(file(R"({"identite":{"rien":1}})")).contains(u"identite.rien"_s));
    CHECK(refusal(file(R"({"identite":{"nom":12}})")).contains(u"identite.nom"_s));
    CHECK(refusal(file(R"({"identite":{"phase":"?"}})")).contains(u"identite.phase"_s));
    CHECK(refusal(file(R"({"identite":{"creeLe":"2026-13-45"}})")).contains(u"creeLe"_s));
    CHECK(refusal(file(R"({"commune":{}})")).contains(u"liste"_s));
    CHECK(refusal(file(R"({"commune":[{}]})")).contains(u"commune[1]"_s));
    CHECK(refusal(file(R"({"commune":[{"code":"1"},{"code":"1"}]})")).contains(u"commune[2]"_s));
    CHECK(refusal(file(R"({"commune":[{"code":"1","population":"beaucoup"}]})")).contains(u"population"_s));
    CHECK(refusal(file(R"({"identite":{"porteur":"6f1d2c64-0c1b-4b53-9a5e-4174656c6972"}})")).contains(u"absent"_s));
    CHECK(refusal(QByteArray(200, '[') + QByteArray(200, ']')).contains(u"imbriqués"_s));
}

TEST_CASE("a record whose identifier is not that of its key is refused: it would be two records at the next merge")
{
    CHECK(refusal(file(R"({"commune":[{"id":"6f1d2c64-0c1b-4b53-9a5e-4174656c6972","code":"04039"}]})"))
              .contains(u"commune[1]"_s));
    const QByteArray own = Id::fromKey(u"commune:04039"_s).toString().toUtf8();
    CHECK(projetFromJson(file(R"({"commune":[{"id":")" + own + R"(","code":"04039"}]})")).ok());
    CHECK(refusal(file(R"({"commune":[{"id":")" + own + R"("}]})")).contains(u"clé"_s));
}

TEST_CASE("what version 1 had not is only written when it holds something")
{
    const Projet empty = nouveauProjet(u"CPTS d’essai"_s, u"paca-2022"_s, u"2026"_s, QDate(2026, 11, 23));
    CHECK_FALSE(toJson(empty).contains("besoin"));
    CHECK_FALSE(toJson(empty).contains("organisation"));
    CHECK(toJson(empty).contains("contact"));
    Projet filled = empty;
    filled.besoins.insert(Id::create());
    filled.organisation.comptage = Comptage::Membres;
    CHECK(toJson(filled).at("besoin").size() == 1);
    const auto back = projetFromJson(projetToJson(filled, Id::create()));
    REQUIRE(back.ok());
    CHECK(diff(back.value().projet, filled).empty());
}

TEST_CASE("a file that starts with a byte order mark is read")
{
    CHECK(projetFromJson("\xEF\xBB\xBF" + file("{}")).ok());
}
