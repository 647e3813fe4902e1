#include "shared_reference.h"
#include "support/catch.h"

#include <algorithm>
#include <QElapsedTimer>
#include <QSet>

using namespace reference;
using namespace Qt::Literals::StringLiterals;

namespace
{

std::vector<Hit> search(const QString &query, int limit = 10, const QString &departement = {})
{
    return test::theCommunes().search(query, limit, departement);
}

QStringList names(const std::vector<Hit> &hits)
{
    QStringList list;
    for (const Hit &hit : hits)
        list += hit.nom;
    return list;
}

bool has(const std::vector<Hit> &hits, const QString &code)
{
    return std::any_of(hits.begin(), hits.end(), [&code](const Hit &hit) { return hit.code == code; });
}

QString first(const QString &query, const QString &departement = {})
{
    const auto hits = search(query, 10, departement);
    return hits.empty() ? QString() : hits.front().code;
}

} // namespace

TEST_CASE("accents, hyphens, apostrophes, case, saint and the article do not matter")
{
    CHECK(first(u"saint andre les alpes"_s) == u"04173"_s);
    CHECK(first(u"ST-ANDRE-LES-ALPES"_s) == u"04173"_s);
    CHECK(first(u"  St André  les "_s, u"04"_s) == u"04173"_s);
    CHECK(first(u"ste tulle"_s) == u"04197"_s);
    CHECK(has(search(u"garde"_s, 10, u"83"_s), u"83062"_s)); // La Garde
    CHECK(first(u"garde"_s, u"04"_s) == u"04092"_s);         // La Garde, the one near Castellane
    CHECK(has(search(u"l'isle sur la sorgue"_s), u"84054"_s));
    CHECK(has(search(u"ISLE SUR LA SORGUE"_s), u"84054"_s));
    CHECK(first(u"oeuf en ternois"_s) == first(u"Œuf"_s));
}

TEST_CASE("the whole name comes first, then its start, then words, then inside")
{
    const auto nice = search(u"nice"_s);
    REQUIRE_FALSE(nice.empty());
    CHECK(nice.front().code == u"06088"_s);

    const auto castel = names(search(u"castel"_s, 40, u"04"_s));
    CHECK(castel.indexOf(u"Castellane"_s) >= 0);
    CHECK(castel.indexOf(u"Castellane"_s) < castel.indexOf(u"Castelnaudary"_s)); // preferred département first

    const auto inside = search(u"stellan"_s);
    CHECK(has(inside, u"04039"_s));

    const auto words = search(u"verdon moustiers"_s);
    CHECK(words.empty());
    CHECK(has(search(u"alpes andre"_s), u"04173"_s));
}

TEST_CASE("st at the end is saint, or the start of another name")
{
    const auto hits = search(u"st"_s, 2000);
    CHECK(std::any_of(hits.begin(), hits.end(), [](const Hit &hit) { return hit.nom.startsWith(u"Saint-"_s); }));
    CHECK(has(hits, u"67482"_s));                   // Strasbourg
    CHECK(has(search(u"ste"_s, 2000), u"55502"_s)); // Stenay
}

TEST_CASE("EPCI are found by their name and keep a place among the communes")
{
    const auto hits = search(u"alpes provence verdon"_s);
    REQUIRE_FALSE(hits.empty());
    CHECK(hits.front().kind == Hit::Kind::Epci);
    CHECK(hits.front().code == u"200068625"_s);
    CHECK(hits.front().precision.startsWith(u"41 communes, "_s));
    CHECK(hits.front().precision.endsWith(u" habitants"_s));
    CHECK(first(u"communauté de communes alpes provence verdon"_s) == u"200068625"_s);
    CHECK(has(search(u"cc verdon"_s), u"200068625"_s));
    CHECK(first(u"200068625"_s) == u"200068625"_s);
    const auto marseille = search(u"marseille"_s, 8);
    CHECK(marseille.front().code == u"13055"_s);
    CHECK(std::any_of(marseille.begin(), marseille.end(), [](const Hit &hit) { return hit.kind == Hit::Kind::Epci; }));
    CHECK(marseille.size() == 8);
    // "CA d’Épinal" holds the letters of "pin", not the word: no place is kept for it.
    const auto pin = search(u"le pin"_s, 8);
    CHECK(std::none_of(pin.begin(), pin.end(), [](const Hit &hit) { return hit.kind == Hit::Kind::Epci; }));
}

TEST_CASE("arrondissements are found by name and by postal code")
{
    const auto third = search(u"marseille 3"_s);
    REQUIRE_FALSE(third.empty());
    CHECK(third.front().code == u"13203"_s);
    CHECK(third.front().kind == Hit::Kind::Arrondissement);
    const auto eighth = search(u"13008"_s);
    REQUIRE(eighth.size() >= 2);
    CHECK(eighth[0].code == u"13208"_s);
    CHECK(has(eighth, u"13055"_s));
}

TEST_CASE("postal codes by their start, Insee codes whole")
{
    const auto postal = search(u"04120"_s, 20);
    REQUIRE_FALSE(postal.empty());
    CHECK(has(postal, u"04039"_s));
    CHECK(std::all_of(postal.begin(), postal.end(),
                      [](const Hit &hit) { return hit.reason != Hit::Reason::Nom && hit.precision.size() > 5; }));
    CHECK(has(search(u"0412"_s, 20), u"04039"_s));
    CHECK(has(search(u"04 120"_s, 20), u"04039"_s));
    const auto insee = search(u"04039"_s);
    REQUIRE(insee.size() == 1);
    CHECK(insee[0].reason == Hit::Reason::CodeInsee);
    CHECK(first(u"2a004"_s) == u"2A004"_s);
    const auto old = search(u"04044"_s);
    REQUIRE(old.size() == 1);
    CHECK(old[0].code == u"04039"_s);
    CHECK(old[0].reason == Hit::Reason::AncienneCommune);
    CHECK(search(u"99999"_s).empty());
}

TEST_CASE("a name with a number is kept where both agree")
{
    CHECK(first(u"04120 castellane"_s) == u"04039"_s);
    CHECK(first(u"Castellane 04"_s) == u"04039"_s);
    CHECK(first(u"saint martin 06"_s).startsWith(u"06"_s));
    CHECK(first(u"ajaccio 2a"_s) == u"2A004"_s);
    CHECK(first(u"aubagne cedex"_s) == u"13005"_s);
    CHECK(search(u"castellane 75"_s).empty());
}

TEST_CASE("the name of a former commune leads to the one of today")
{
    const auto hits = search(u"Cordieux"_s);
    REQUIRE(hits.size() == 1);
    CHECK(hits[0].code == u"01262"_s);
    CHECK(hits[0].reason == Hit::Reason::AncienneCommune);
    CHECK(hits[0].precision.contains(u"Cordieux"_s));
}

TEST_CASE("odd queries give little or nothing, never trouble")
{
    CHECK(search(u""_s).empty());
    CHECK(search(u"   - ' "_s).empty());
    CHECK(search(u"zzzzzz"_s).empty());
    CHECK(search(u"castellane"_s, 0).empty());
    CHECK(search(u"castellane"_s, -3).empty());
    CHECK(search(u"castellane"_s, 1).size() == 1);
    CHECK(search(u"\n"_s).empty());
    CHECK(search(QString(5000, u'a')).empty());
    CHECK(search(u"日本"_s).empty());
    for (const QString &letter : {u"s"_s, u"y"_s, u"le"_s, u"l'"_s, u"1"_s, u"sa"_s, u"é"_s}) {
        const auto hits = search(letter, 12);
        CHECK(hits.size() == 12);
        QSet<QString> codes;
        for (const Hit &hit : hits)
            codes.insert(hit.code);
        CHECK(codes.size() == 12);
    }
}

TEST_CASE("a key is answered at once")
{
    const QStringList typed{u"saint-andré-les-alpes"_s, u"marseille 3"_s,           u"04120"_s,      u"la garde"_s,
                            u"st martin de brômes"_s,   u"alpes provence verdon"_s, u"zzz inconnu"_s};
    QElapsedTimer timer;
    int keys = 0;
    qint64 worst = 0;
    qint64 total = 0;
    for (const QString &text : typed) {
        for (qsizetype length = 1; length <= text.size(); ++length, ++keys) {
            timer.start();
            (void)search(text.left(length), 12, u"04"_s);
            const qint64 spent = timer.nsecsElapsed();
            total += spent;
            worst = std::max(worst, spent);
        }
    }
    WARN("search: " << double(total) / keys / 1e6 << " ms a key on average, " << double(worst) / 1e6 << " ms at most");
    CHECK(total / keys < 50'000'000); // the figure is in the report of the benches; here only accidents fail
}

TEST_CASE("communes of the first département, then of those after the comma, come before the others")
{
    CHECK(search(u"castel"_s, 3, u"04,05 06 13 83 84"_s).front().code == u"04039"_s); // Castellane
    const auto hits = search(u"castel"_s, 30, u",04 05 06 13 83 84"_s);
    bool elsewhere = false;
    for (const Hit &hit : hits) {
        if (hit.kind != Hit::Kind::Commune || !hit.nom.startsWith(u"Castel"_s))
            continue;
        const bool near = QStringList{u"04"_s, u"05"_s, u"06"_s, u"13"_s, u"83"_s, u"84"_s}.contains(hit.code.left(2));
        INFO(hit.nom.toStdString());
        CHECK_FALSE((near && elsewhere));
        elsewhere = elsewhere || !near;
    }
}
