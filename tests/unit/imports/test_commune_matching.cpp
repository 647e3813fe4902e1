// One entry of a list against the reference: each way of naming a commune, and each way of being wrong.
#include "fixtures.h"
#include "imports/commune_matching.h"

using namespace Qt::Literals::StringLiterals;
using namespace imports;
using Outcome = CommuneLine::Outcome;
using fixtures::communes;

namespace
{

CommuneEntry named(const QString &nom, const QString &departement = {}, const QString &postal = {})
{
    CommuneEntry entry;
    entry.line = 3;
    entry.nom = nom;
    entry.departement = departement;
    entry.postal = postal;
    return entry;
}

CommuneEntry coded(const QString &insee, const QString &nom = {})
{
    CommuneEntry entry;
    entry.insee = insee;
    entry.nom = nom;
    return entry;
}

CommuneEntry epci(const QString &text)
{
    CommuneEntry entry;
    entry.epci = text;
    return entry;
}

void checkMatched(const CommuneEntry &entry, const QString &code)
{
    const CommuneLine line = matchEntry(entry, communes());
    INFO(entry.asWritten().toStdString() << ": " << line.reason.toStdString());
    CHECK(line.outcome == Outcome::Matched);
    CHECK(line.codes == QStringList{code});
    CHECK(line.candidates.empty());
}

QStringList candidateCodes(const CommuneLine &line)
{
    QStringList codes;
    for (const CommuneCandidate &each : line.candidates)
        codes.push_back(each.code);
    return codes;
}

} // namespace

TEST_CASE("Names are matched however they are spelt")
{
    for (const QString &nom :
         {u"Saint-André-les-Alpes"_s, u"SAINT ANDRE LES ALPES"_s, u"St André les Alpes"_s, u"st-andre-les-alpes"_s,
          u"Saint-André-les-Alpes (04)"_s, u"Saint-André-les-Alpes (Alpes-de-Haute-Provence)"_s})
        checkMatched(named(nom), u"04173"_s);
    checkMatched(named(u"Garde (La)"_s, u"83"_s), u"83062"_s);
    checkMatched(named(u"L’Isle-sur-la-Sorgue"_s), u"84054"_s);
    checkMatched(named(u"Marseille 3e"_s), u"13203"_s);
}

TEST_CASE("A département beside the name is never overruled by a neighbour's homonym")
{
    checkMatched(named(u"La Garde"_s, u"04"_s), u"04092"_s);
    checkMatched(named(u"La Garde (83)"_s, u"04"_s), u"83062"_s); // what stands beside the name counts
    const CommuneLine elsewhere = matchEntry(named(u"Castellane"_s, u"83"_s), communes());
    CHECK(elsewhere.outcome == Outcome::ToChoose);
    CHECK(candidateCodes(elsewhere) == QStringList{u"04039"_s});
    CHECK(elsewhere.reason.contains(u"lieu"_s));
    // The common département only helps an entry that says nothing of it.
    CHECK(matchEntry(named(u"La Garde"_s, u"83"_s), communes(), {u"04"_s}).codes == QStringList{u"83062"_s});
    CHECK(matchEntry(named(u"La Garde"_s, {}, u"83130"_s), communes(), {u"04"_s}).codes == QStringList{u"83062"_s});
    CHECK(matchEntry(named(u"La Garde"_s), communes(), {u"04"_s}).codes == QStringList{u"04092"_s});
    CHECK(matchEntry(named(u"La Garde"_s), communes(), {u"05"_s}).outcome == Outcome::ToChoose);
    // Of several départements as well; the other communes of that name remain within reach.
    const CommuneLine settled = matchEntry(named(u"La Garde"_s), communes(), {u"04"_s, u"06"_s});
    CHECK(settled.codes == QStringList{u"04092"_s});
    CHECK(candidateCodes(settled).contains(u"83062"_s));
    CHECK(settled.reason.contains(u"homonyme"_s));
    // A name that only one commune bears, but elsewhere than the territory, is asked about.
    const CommuneLine stray = matchEntry(named(u"Saint Auban"_s), communes(), {u"04"_s});
    CHECK(stray.outcome == Outcome::ToChoose);
    CHECK(candidateCodes(stray) == QStringList{u"06116"_s});
    CHECK(stray.reason.contains(u"Alpes-Maritimes"_s));
    checkMatched(named(u"Saint-Auban"_s, u"06"_s), u"06116"_s);
}

TEST_CASE("Codes are matched alone, with their name, and with an older name")
{
    checkMatched(coded(u"04039"_s), u"04039"_s);
    checkMatched(coded(u"2A004"_s, u"AJACCIO"_s), u"2A004"_s);
    checkMatched(coded(u"13203"_s, u"Marseille 3e Arrondissement"_s), u"13203"_s);
    checkMatched(coded(u"13203"_s, u"Marseille"_s), u"13203"_s);
    checkMatched(coded(u"XXXXX"_s, u"Castellane"_s), u"04039"_s); // an unreadable code leaves the name
    const CommuneLine unknown = matchEntry(coded(u"00000"_s), communes());
    CHECK(unknown.outcome == Outcome::Unmatched);
    CHECK(unknown.reason == u"aucune commune ne porte ce code Insee"_s);
    CHECK(unknown.text == u"00000"_s);
}

TEST_CASE("A postal code alone is enough when one commune has it")
{
    CommuneEntry entry;
    entry.postal = u"83130"_s;
    checkMatched(entry, u"83062"_s);
    entry.postal = u"04120"_s;
    const CommuneLine shared = matchEntry(entry, communes());
    CHECK(shared.outcome == Outcome::ToChoose);
    CHECK(candidateCodes(shared).contains(u"04039"_s));
    CHECK(shared.candidates.size() >= 7);
    entry.postal = u"99999"_s;
    CHECK(matchEntry(entry, communes()).outcome == Outcome::Unmatched);
}

TEST_CASE("An EPCI is taken by its number or its exact name, and asked about otherwise")
{
    for (const QString &text : {u"200068625"_s, u"200 068 625"_s, u"CC Alpes-Provence-Verdon \"Sources de lumière\""_s})
        CHECK(matchEntry(epci(text), communes()).codes.size() == 41);
    const CommuneLine loose = matchEntry(epci(u"CC Alpes Provence Verdon"_s), communes());
    CHECK(loose.outcome == Outcome::ToChoose);
    CHECK(candidateCodes(loose).contains(u"200068625"_s));
    CHECK(loose.candidates.front().text.contains(u"communes"_s));
    CHECK(matchEntry(epci(u"999999999"_s), communes()).outcome == Outcome::Unmatched);
    CHECK(matchEntry(epci(u"2000"_s), communes()).outcome != Outcome::Matched);
    CHECK(matchEntry(epci(u"Sources de lumière imaginaires"_s), communes()).outcome == Outcome::Unmatched);
    // The name of a commune is never that of an EPCI that contains it.
    CHECK(matchEntry(named(u"Digne-les-Bains"_s), communes()).codes == QStringList{u"04070"_s});
}

TEST_CASE("Texts that name nothing stay unmatched, whatever they hold")
{
    for (const QString &nom : {u"?"_s, u"TOTAL"_s, u"Code INSEE"_s, u"((((04)"_s, u"…"_s, QString(5000, u'a'),
                               u"=1+1"_s, u"%1%2%3"_s, u"<b>x</b>"_s}) {
        const CommuneLine line = matchEntry(named(nom), communes());
        INFO(nom.left(40).toStdString());
        CHECK(line.codes.isEmpty());
        CHECK(line.text == nom);
        CHECK_FALSE(line.reason.isEmpty());
        CHECK(line.line == 3);
    }
}

TEST_CASE("Candidates say enough to tell homonyms apart")
{
    const CommuneLine line = matchEntry(named(u"Saint-Martin"_s), communes());
    CHECK(line.outcome == Outcome::ToChoose);
    REQUIRE(line.candidates.size() >= 4);
    QStringList texts;
    for (const CommuneCandidate &each : line.candidates)
        texts.push_back(each.text);
    CHECK(texts.contains(u"Saint-Martin (32300, Gers)"_s));
    CHECK(texts.removeDuplicates() == 0);
}
