// Attachments beside the facts, and the small lists that a text holds.
#include "domain/json.h"
#include "domain/merge.h"
#include "support/catch.h"

using namespace domain;
using namespace Qt::Literals::StringLiterals;

namespace
{

Projet withPiece(const QByteArray &octets)
{
    Projet projet = nouveauProjet(u"CPTS d’essai"_s, u"paca-2022"_s, u"2026"_s, QDate(2026, 11, 26));
    PieceJointe &piece = projet.pieces.insert(Id::fromKey(u"test:piece"_s));
    piece.nom = u"Statuts signés.pdf"_s;
    piece.taille = octets.size();
    piece.empreinte = projet.contenus.add(octets);
    return projet;
}

} // namespace

TEST_CASE("the same bytes are kept once, under their SHA-256")
{
    Contenus contenus;
    const QString empreinte = contenus.add("abc");
    CHECK(empreinte == u"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"_s);
    CHECK(contenus.add("abc") == empreinte);
    CHECK(contenus.bytes() == 3);
    REQUIRE(contenus.find(empreinte));
    CHECK(*contenus.find(empreinte) == "abc");
    CHECK_FALSE(contenus.find(u"inconnue"_s));

    Contenus others;
    const QString second = others.add("de");
    contenus.addAll(others);
    CHECK(contenus.bytes() == 5);
    contenus.keepOnly({second});
    CHECK(contenus.bytes() == 2);
    CHECK_FALSE(contenus.find(empreinte));
    contenus.keepOnly({});
    CHECK(contenus.empty());
}

TEST_CASE("an attachment is compared by its fingerprint, and its bytes leave in the JSON only when asked for")
{
    const Projet projet = withPiece("%PDF-1.7 statuts");
    Projet without = projet;
    without.contenus.keepOnly({});
    CHECK(diff(projet, without).empty());

    const Id id = Id::create();
    CHECK_FALSE(projetToJson(projet, id).contains("fichiers"));
    CHECK(projetToJson(projet, id) == projetToJson(without, id));

    const QByteArray whole = projetToJson(projet, id, Fichiers::With);
    const auto read = projetFromJson(whole);
    REQUIRE(read.ok());
    CHECK(read.value().projet.contenus.bytes() == 16);
    CHECK(projetToJson(read.value().projet, id, Fichiers::With) == whole);
}

TEST_CASE("attachments of a JSON file that are not what they say are refused")
{
    const auto refused = [](const QByteArray &fichiers) {
        const auto read =
            projetFromJson(R"({"format":"atelier-cpts","version":1,"contenu":{},"fichiers":)" + fichiers + "}");
        return !read.ok() && read.error().message.contains(u"fichiers"_s);
    };
    const QByteArray abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    CHECK_FALSE(refused("{\"" + abc + "\":\"YWJj\"}"));
    CHECK(refused("{\"" + abc + "\":\"YWJk\"}"));
    CHECK(refused("{\"" + abc + "\":\"pas du base64 !\"}"));
    CHECK(refused("{\"" + abc + "\":12}"));
    CHECK(refused("{\"abc\":\"YWJj\"}"));
    CHECK(refused("[]"));
}

TEST_CASE("a merge brings the attachments of both sides")
{
    const Projet base = nouveauProjet(u"CPTS d’essai"_s, u"paca-2022"_s, u"2026"_s, QDate(2026, 11, 26));
    const Projet mine = withPiece("les miens");
    Projet theirs = base;
    theirs.pieces.insert(Id::fromKey(u"test:autre"_s)).empreinte = theirs.contenus.add("les leurs");
    const MergeResult merged = merge(base, mine, theirs);
    CHECK(merged.conflicts.empty());
    REQUIRE(merged.merged.pieces.size() == 2);
    for (const auto &[id, piece] : merged.merged.pieces)
        CHECK(merged.merged.contenus.find(piece.empreinte));
}

TEST_CASE("values by commune are a text that reads back, and junk in it is left out")
{
    const std::map<QString, double> valeurs{{u"04006"_s, 12.5}, {u"04039"_s, -3.0}, {u"2A004"_s, 1.0 / 3.0}};
    CHECK(valeursParCommune(parCommuneDe(valeurs)) == valeurs);
    CHECK(parCommuneDe({}).isEmpty());
    CHECK(valeursParCommune(u"04006=1 rien 04039= =4 04170=nan 04173=inf  04176=2.5"_s) ==
          std::map<QString, double>{{QString(), 4.0}, {u"04006"_s, 1.0}, {u"04176"_s, 2.5}});
}

TEST_CASE("a list of codes is sorted, each once")
{
    CHECK(listeDe({u"04170"_s, u"04006"_s, u"04170"_s}) == u"04006 04170"_s);
    CHECK(codesDe(u"  04170 04006 04170 "_s) == QStringList{u"04006"_s, u"04170"_s});
    CHECK(codesDe({}).isEmpty());
}
