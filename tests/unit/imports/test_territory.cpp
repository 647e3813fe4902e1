// Codes of official files against the territory, and sums beside it; the data that profiles read.
#include "imports/column_titles.h"
#include "imports/profession_words.h"
#include "imports/rpps_rules.h"
#include "imports/territory.h"
#include "samples.h"
#include "support/example.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;
using imports::Comparison;
using imports::Territory;

namespace
{

domain::Projet withCommunes(const QStringList &codes)
{
    domain::Projet projet;
    for (const QString &code : codes)
        projet.communes.insert(domain::Id::fromKey(u"commune:"_s + code)).code = code;
    return projet;
}

const reference::Communes &communes()
{
    return support::references().communes();
}

// A folder with one data file of that content.
template <class Load>
void refuses(const QString &name, const QByteArray &content, Load load)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(name));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    const auto loaded = load(folder.path());
    REQUIRE_FALSE(loaded);
    CHECK(loaded.error().message.contains(name));
}

} // namespace

TEST_CASE("A city holds its arrondissements, an arrondissement only itself, a merged commune its former codes")
{
    const Territory city(withCommunes({u"13055"_s, u"04039"_s}), communes());
    CHECK(city.recordOf(u"13203"_s) == u"13055"_s);
    CHECK(city.holds(u"04039"_s));
    CHECK_FALSE(city.holds(u"04070"_s));
    CHECK(city.departement() == u"13"_s);
    CHECK(city.region() == u"93"_s);
    const Territory part(withCommunes({u"13203"_s}), communes());
    CHECK(part.holds(u"13203"_s));
    CHECK_FALSE(part.holds(u"13055"_s));
    CHECK(part.recordOfPostal(u"13003"_s) == u"13203"_s);
    CHECK(part.recordOfPostal(u"13008"_s).isEmpty());
    CHECK(Territory(domain::Projet(), communes()).empty());
    // A former commune of the territory: any code that is none today.
    for (int number = 1; number < 300; ++number) {
        const QString old = u"04%1"_s.arg(number, 3, 10, QChar(u'0'));
        const auto today = communes().find(old) ? std::nullopt : communes().successor(old);
        if (today)
            CHECK(Territory(withCommunes({today->code}), communes()).recordOf(old) == today->code);
    }
}

TEST_CASE("Sums: a code once, a city from its arrondissements, comparators only when they are whole")
{
    const Territory territory(withCommunes({u"75056"_s, u"04039"_s}), communes());
    Comparison sums(territory, 2);
    CHECK(sums.add(u"04039"_s, {1, 10}));
    CHECK_FALSE(sums.add(u"04039"_s, {1, 10}));
    CHECK(sums.missing() == QStringList{u"75056"_s});
    const QStringList parts = communes().arrondissements(u"75056"_s);
    REQUIRE(parts.size() == 20);
    for (const QString &code : parts.mid(0, 19))
        CHECK(sums.add(code, {1, 10}));
    CHECK(sums.missing() == QStringList{u"75056"_s}); // nineteen are not the city
    CHECK(sums.territoire() == Comparison::Figures{1, 10});
    CHECK(sums.add(parts.last(), {1, 10}));
    CHECK(sums.missing().isEmpty());
    CHECK(sums.territoire() == Comparison::Figures{21, 210});
    CHECK(sums.departement() == Comparison::Figures{20, 200}); // Paris is its own département
    CHECK_FALSE(sums.region());
    CHECK_FALSE(sums.france());
    CHECK(sums.add(u"99999"_s, {5, 5})); // abroad, or wrong: counts nowhere
    CHECK(sums.territoire() == Comparison::Figures{21, 210});
}

TEST_CASE("Rules of the RPPS: in their order, then the codes of the professions")
{
    const QString folder = support::source(u"resources/reference"_s);
    const auto loaded = imports::RppsRules::load(folder, support::references().professions());
    REQUIRE(loaded);
    const auto line = [&](const char *profession, const char *skill, const char *section = "") {
        const int rule = loaded.value().find({profession, skill, section});
        return rule < 0 ? QString() : loaded.value().rules[size_t(rule)].ligne;
    };
    CHECK(line("10", "SM54") == u"medecins-generalistes"_s);
    CHECK(line("10", "SM03") == u"biologistes"_s);
    CHECK(line("10", "SM20") == u"medecins-specialistes"_s);
    CHECK(line("10", "").isEmpty());
    CHECK(line("21", "", "G") == u"biologistes"_s);
    CHECK(line("21", "", "D") == u"pharmaciens"_s);
    CHECK(line("60", "") == u"infirmiers"_s);
    CHECK(line("95", "") == u"autres"_s);
    CHECK(line("00", "").isEmpty());
    for (const auto &rule : loaded.value().rules)
        CHECK(support::references().professions().find(rule.ligne));
    CHECK_FALSE(loaded.value().provenance.source.isEmpty());
}

TEST_CASE("Data files of the profiles are checked")
{
    const auto &professions = support::references().professions();
    const QByteArray head = R"({"source":"s","version":"1","lu_le":"2026-01-01",)";
    refuses(u"imports-rpps.json"_s, head + R"("regles":[{"profession":"10","ligne":"inconnue"}],"mode_liberal":["L"]})",
            [&](const QString &folder) { return imports::RppsRules::load(folder, professions); });
    refuses(u"imports-personnes.json"_s, head + R"("titres":[],"professions":[{"code":"inconnue","mots":["x"]}]})",
            [&](const QString &folder) { return imports::ProfessionWords::load(folder, professions); });
    refuses(u"imports-titres.json"_s, head + R"("titres":[{"table":"budget","champ":"inconnu","mots":["x"]}]})",
            [](const QString &folder) { return imports::ColumnTitles::load(folder); });
    refuses(u"imports-titres.json"_s,
            head + R"("titres":[],"choix":[{"table":"budget","champ":"sorte","code":"inconnu","mots":["x"]}]})",
            [](const QString &folder) { return imports::ColumnTitles::load(folder); });
    refuses(u"imports-finess.json"_s, head + R"("categories":[{"code":"1","libelle":"x","sorte":"inconnue"}]})",
            [](const QString &folder) {
                auto options = samples::options(samples::of(u"finess"_s));
                options.referenceFolder = folder;
                return imports::propose(u"finess"_s, samples::input(samples::of(u"finess"_s)), samples::projet(),
                                        support::references(), options);
            });
}

TEST_CASE("Professions as people write them")
{
    const auto words =
        imports::ProfessionWords::load(support::source(u"resources/reference"_s), support::references().professions());
    REQUIRE(words);
    const std::map<QString, QString> known{{u"IDEL"_s, u"infirmiers"_s},
                                           {u"Infirmière libérale"_s, u"infirmiers"_s},
                                           {u"IPA"_s, u"infirmiers-pratique-avancee"_s},
                                           {u"M.K."_s, u""_s},
                                           {u"Kiné"_s, u"masseurs-kinesitherapeutes"_s},
                                           {u"Cardiologue"_s, u"medecins-specialistes"_s},
                                           {u"Médecin généraliste libéral"_s, u"medecins-generalistes"_s},
                                           {u"pharmaciens"_s, u"pharmaciens"_s},
                                           {u"Sage-femme (MSP)"_s, u"sages-femmes"_s},
                                           {u"Médecin"_s, u""_s}, // of which sort is not said
                                           {u""_s, u""_s}};
    for (const auto &[text, code] : known) {
        CAPTURE(text.toStdString());
        CHECK(words.value().recognise(text) == code);
    }
    CHECK(words.value().nearest(u"Orthofoniste"_s).contains(u"Orthophoniste"_s));
    CHECK(words.value().nearest(u"astronaute"_s).isEmpty());
}
