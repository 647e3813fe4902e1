// Figures computed twice, by the profiles and by the plainest code there is, on large random files.
#include "samples.h"
#include "support/example.h"

#include <cmath>
#include <random>
#include <set>

using namespace Qt::Literals::StringLiterals;

namespace
{

const QStringList &someCommunes()
{
    static const QStringList codes{u"04039"_s, u"04070"_s, u"04088"_s, u"13203"_s,
                                   u"06088"_s, u"83137"_s, u"75056"_s, u"13001"_s};
    return codes;
}

bool isHere(const QString &code)
{
    return someCommunes().indexOf(code) < 4;
}

} // namespace

TEST_CASE("RPPS: twenty thousand random activities, counted twice")
{
    std::mt19937 random(21);
    auto sample = samples::of(u"rpps"_s);
    const QStringList titles = sample.rows.front();
    const auto at = [&](const QString &title) { return titles.indexOf(title); };
    sample.rows.resize(1);
    const std::vector<std::pair<QString, QString>> kinds{
        {u"60"_s, u"infirmiers"_s},   {u"70"_s, u"masseurs-kinesitherapeutes"_s},
        {u"40"_s, u"dentistes"_s},    {u"91"_s, u"orthophonistes"_s},
        {u"92"_s, u"orthoptistes"_s}, {u"80"_s, u"pedicures-podologues"_s},
        {u"94"_s, u"autres"_s},       {u"50"_s, u"sages-femmes"_s}};
    std::map<QString, std::set<QString>> people; // by line
    for (int i = 0; i < 20'000; ++i) {
        const QString id = QString::number(random() % 6000);
        const auto &[profession, line] = kinds[random() % kinds.size()];
        const QString code = someCommunes()[qsizetype(random() % 8)];
        QStringList row(titles.size());
        row[at(u"Identification nationale PP"_s)] = id;
        row[at(u"Code profession"_s)] = profession;
        row[at(u"Code commune (coord. structure)"_s)] = code;
        sample.rows.push_back(row);
        if (isHere(code))
            people[line].insert(id + u'/' + profession);
    }
    const auto after = samples::accepted(sample);
    CHECK(after.effectifs.size() == people.size());
    for (const auto &[id, effectif] : after.effectifs)
        CHECK(effectif.identifies == qint64(people[effectif.profession].size()));
}

TEST_CASE("INSEE and APL: random communes, added up twice")
{
    std::mt19937 random(22);
    for (int round = 0; round < 20; ++round) {
        auto insee = samples::of(u"insee"_s);
        auto apl = samples::of(u"apl"_s);
        insee.rows.resize(insee.titles + 1);
        apl.rows.resize(apl.titles + 2);
        std::array<double, 7> bands{};
        double weighted = 0;
        double weights = 0;
        for (const QString &code : someCommunes()) {
            QStringList people{code, u"93"_s, u"Nom"_s, u"0"_s};
            for (size_t band = 0; band < 7; ++band) {
                const double count = double(random() % 100'000) / 16;
                people.push_back(QString::number(count, 'f', 6).replace(u'.', round % 2 == 0 ? u'.' : u','));
                bands[band] += isHere(code) ? count : 0;
            }
            insee.rows.push_back(people);
            const double value = double(random() % 800) / 100;
            const double standard = double(random() % 50'000);
            apl.rows.push_back({code, u"Nom"_s, QString::number(value), u"0"_s, QString::number(standard), u"1"_s});
            weighted += isHere(code) ? value * standard : 0;
            weights += isHere(code) ? standard : 0;
        }
        const auto projet = samples::accepted(apl, samples::accepted(insee));
        const std::array<QString, 7> keys{u"0"_s, u"15"_s, u"30"_s, u"45"_s, u"60"_s, u"75"_s, u"90"_s};
        double total = 0;
        for (size_t band = 0; band < 7; ++band) {
            total += bands[band];
            const auto *tranche = domain::findKey(projet.tranches, u"tranche"_s, keys[band]);
            REQUIRE(tranche);
            CHECK(std::abs(double(*tranche->ensemble) - bands[band]) <= 0.5);
        }
        REQUIRE(projet.indicateurs.size() == 2);
        for (const auto &[id, indicator] : projet.indicateurs) {
            const bool share = indicator.intitule == u"Part des 75 ans et plus";
            const double expected = share ? 100 * (bands[5] + bands[6]) / total : weighted / weights;
            CHECK(std::abs(*indicator.territoire - expected) <= (share ? 0.051 : 0.0051));
        }
    }
}

TEST_CASE("FINESS: random establishments, sorted twice")
{
    std::mt19937 random(23);
    auto sample = samples::of(u"finess"_s);
    const QStringList pattern = sample.rows[1];
    sample.rows.resize(1);
    using S = domain::SorteActeur;
    const std::vector<std::pair<QString, S>> kinds{
        {u"355"_s, S::Soins},         {u"124"_s, S::Soins},        {u"500"_s, S::MedicoSociale},
        {u"183"_s, S::MedicoSociale}, {u"214"_s, S::Sociale},      {u"606"_s, S::Coordination},
        {u"609"_s, S::Institution},   {u"620"_s, S::NonRenseigne}, {u"604"_s, S::NonRenseigne}};
    std::map<S, int> expected;
    for (int i = 0; i < 600; ++i) {
        const auto &[category, sort] = kinds[random() % kinds.size()];
        const QString code = someCommunes()[qsizetype(random() % 8)];
        QStringList row = pattern;
        row[1] = QString::number(40'000'000 + i);
        row[3] = u"ÉTABLISSEMENT %1"_s.arg(i);
        row[12] = QString::number(code.mid(2).toInt());
        row[13] = code.left(2);
        row[18] = category;
        sample.rows.push_back(row);
        if (isHere(code) && sort != S::NonRenseigne)
            ++expected[sort];
    }
    std::map<S, int> found;
    const auto projet = samples::accepted(sample);
    std::set<QString> ranks;
    for (const auto &[id, acteur] : projet.acteurs) {
        ++found[acteur.sorte];
        CHECK_FALSE(acteur.localisation.isEmpty());
        CHECK(ranks.insert(acteur.rang).second);
    }
    CHECK(found == expected);
}

TEST_CASE("Sixty indicators of a table, every figure where it belongs")
{
    std::mt19937 random(24);
    auto sample = samples::of(u"indicateurs"_s);
    sample.rows.resize(1);
    std::map<QString, std::array<double, 5>> expected;
    for (int i = 0; i < 60; ++i) {
        const QString title = u"Indicateur n° %1"_s.arg(i);
        QStringList row{title};
        for (double &figure : expected[title]) {
            figure = double(random() % 10'000) / 10;
            row.push_back(QString::number(figure, 'f', 1).replace(u'.', u','));
        }
        row += QStringList{u"%"_s, u"Source %1"_s.arg(i), QString::number(2015 + i % 10)};
        sample.rows.push_back(row);
    }
    const auto projet = samples::accepted(sample);
    REQUIRE(projet.indicateurs.size() == 60);
    QStringList titles;
    for (const auto &[id, each] : domain::inOrder(projet.indicateurs)) {
        const auto &figures = expected.at(each->intitule);
        CHECK((each->territoire == figures[0] && each->departement == figures[1] && each->region == figures[2] &&
               each->france == figures[3] && each->objectif == figures[4]));
        CHECK(each->unite == u"%"_s);
        titles.push_back(each->intitule);
    }
    CHECK(titles.front() == u"Indicateur n° 0"_s); // in the order of the table
    CHECK(titles.back() == u"Indicateur n° 59"_s);
}
