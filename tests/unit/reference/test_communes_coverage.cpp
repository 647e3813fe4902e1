// What holds for every commune, EPCI and former commune of the file, not only for the examples.
#include "base/text.h"
#include "shared_reference.h"
#include "support/catch.h"

#include <algorithm>
#include <map>
#include <QFile>
#include <set>

using namespace reference;
using namespace Qt::Literals::StringLiterals;
using Outcome = NameMatch::Outcome;

namespace
{

// The lines of one section of the file, in columns.
std::vector<QStringList> section(const QString &title)
{
    std::vector<QStringList> rows;
    QFile file(test::communesFile());
    REQUIRE(file.open(QIODevice::ReadOnly));
    bool inside = false;
    while (!file.atEnd()) {
        const QStringList columns = QString::fromUtf8(file.readLine()).chopped(1).split(u'\t');
        if (columns[0].startsWith(u'@'))
            inside = columns[0] == title;
        else if (inside)
            rows.push_back(columns);
    }
    return rows;
}

bool has(const std::vector<Hit> &hits, const QString &code)
{
    return std::any_of(hits.begin(), hits.end(), [&code](const Hit &hit) { return hit.code == code; });
}

bool offers(const NameMatch &match, const QString &code)
{
    return std::any_of(match.communes.begin(), match.communes.end(),
                       [&code](const Commune &commune) { return commune.code == code; });
}

} // namespace

TEST_CASE("every EPCI is found by the start of its own name")
{
    int missed = 0;
    for (const QStringList &row : section(u"@epci"_s)) {
        const auto hits = test::theCommunes().search(row[2], 5);
        missed += has(hits, row[0]) ? 0 : 1;
        const auto epci = test::theCommunes().epci(row[0]);
        REQUIRE(epci);
        CHECK(epci->membres.size() >= 2);
        CHECK(epci->population > 0);
        CHECK(QStringList{u"CC"_s, u"CA"_s, u"CU"_s, u"METRO"_s, u"MET69"_s}.contains(epci->type));
    }
    CHECK(missed == 0);
}

TEST_CASE("every arrondissement is recognised by its number, and belongs to its city")
{
    const std::map<QString, QString> cities{
        {u"75056"_s, u"PARIS"_s}, {u"69123"_s, u"lyon"_s}, {u"13055"_s, u"Marseille"_s}};
    int seen = 0;
    for (const auto &[city, name] : cities) {
        int number = 0;
        for (const QString &code : test::theCommunes().arrondissements(city)) {
            ++number;
            ++seen;
            for (const QString &written :
                 {u"%1 %2e"_s.arg(name).arg(number), u"%1 %2"_s.arg(name).arg(number, 2, 10, QChar(u'0')),
                  u"%1 %2ème arrondissement"_s.arg(name).arg(number)}) {
                const NameMatch match = test::theCommunes().matchName(written);
                INFO(written.toStdString());
                CHECK(match.outcome == Outcome::Exact);
                CHECK(offers(match, code));
            }
            CHECK(test::theCommunes().find(code)->epci == test::theCommunes().find(city)->epci);
        }
    }
    CHECK(seen == 45);
}

TEST_CASE("every former commune leads to a commune of today")
{
    int guessed = 0;
    int named = 0;
    for (const QStringList &row : section(u"@disparues"_s)) {
        const auto today = test::theCommunes().find(row[2]);
        REQUIRE(today);
        const auto successor = test::theCommunes().successor(row[0]);
        CHECK(successor.has_value() == !test::theCommunes().find(row[0]).has_value());
        if (successor) {
            CHECK(successor->code == today->code);
            CHECK(successor->ancienNom == row[3]);
            CHECK(successor->phrase().endsWith(u"« %1 »"_s.arg(today->nom)));
        }
        if (row[3].isEmpty())
            continue;
        ++named;
        const NameMatch match = test::theCommunes().matchName(row[3], {today->departement, {}});
        // Another commune of the département may bear the name today; else the successor is offered.
        guessed += match.outcome == Outcome::Near || match.outcome == Outcome::Unknown ? 1 : 0;
        if (match.outcome == Outcome::Former)
            CHECK(match.former.has_value());
    }
    CHECK(named > 2000);
    CHECK(guessed == 0);
}

TEST_CASE("a name borne once in France needs no hint")
{
    std::map<QString, int> bearers;
    const auto rows = section(u"@communes"_s);
    for (const QStringList &row : rows)
        ++bearers[base::fold(row[1])];
    int asked = 0;
    int exact = 0;
    for (size_t at = 0; at < rows.size(); at += 97) {
        if (bearers[base::fold(rows[at][1])] != 1 || !rows[at][6].isEmpty())
            continue;
        const NameMatch match = test::theCommunes().matchName(rows[at][1]);
        INFO(rows[at][1].toStdString());
        CHECK(offers(match, rows[at][0]));
        ++asked;
        exact += match.outcome == Outcome::Exact ? 1 : 0;
    }
    CHECK(asked > 250);
    CHECK(exact * 100 >= asked * 95); // "Pin" and "Le Pin" are homonyms for an import
}

TEST_CASE("a postal code finds all its communes, and only them")
{
    std::map<QString, std::set<QString>> byPostal;
    for (const QStringList &row : section(u"@communes"_s))
        for (const QString &postal : row[2].split(u' ', Qt::SkipEmptyParts))
            byPostal[postal].insert(row[0]);
    REQUIRE(byPostal.size() > 6000);
    int step = 0;
    for (const auto &[postal, expected] : byPostal) {
        if (++step % 50 != 0)
            continue;
        std::set<QString> found;
        for (const Hit &hit : test::theCommunes().search(postal, 500))
            if (hit.reason == Hit::Reason::CodePostal)
                found.insert(hit.code);
        INFO(postal.toStdString());
        // A commune whose Insee code is those digits is there for that reason.
        std::set<QString> wanted = expected;
        wanted.erase(postal);
        found.erase(postal);
        CHECK(found == wanted);
    }
}

TEST_CASE("Corse and overseas: the département behind a postal code")
{
    const Communes &communes = test::theCommunes();
    const auto match = [&communes](const QString &name, const QString &postal) {
        const NameMatch found = communes.matchName(name, {{}, postal});
        return found.outcome == Outcome::Exact ? found.communes.front().code : QString();
    };
    CHECK(match(u"AJACCIO CEDEX 1"_s, u"20179"_s) == u"2A004"_s);
    CHECK(match(u"BASTIA CEDEX"_s, u"20407"_s) == u"2B033"_s);
    CHECK(match(u"BASTIA"_s, u"20090"_s).isEmpty()); // a postal code of Corse-du-Sud
    CHECK(match(u"AJACCIO"_s, u"20200"_s).isEmpty());
    CHECK(match(u"SAINT-DENIS CEDEX"_s, u"97490"_s) == u"97411"_s);
    CHECK(match(u"St-Denis"_s, u"93200"_s) == u"93066"_s);
    CHECK(communes.matchName(u"bastia"_s, {u"2b"_s, {}}).outcome == Outcome::Exact);
}

TEST_CASE("an article that was typed chooses, one that was not does not")
{
    const Communes &communes = test::theCommunes();
    const NameMatch with = communes.matchName(u"VERGNE (LA)"_s, {u"17"_s, {}});
    REQUIRE(with.outcome == Outcome::Exact);
    CHECK(with.communes.front().code == u"17465"_s);
    const NameMatch without = communes.matchName(u"VERGNE"_s, {u"17"_s, {}});
    CHECK(without.outcome == Outcome::Ambiguous);
    CHECK(without.communes.size() == 2);
    const NameMatch byPostal = communes.matchName(u"VERGNE"_s, {{}, u"17330"_s});
    REQUIRE(byPostal.outcome == Outcome::Exact);
    CHECK(byPostal.communes.front().code == u"17464"_s);
}
