// Each chart and each map of annexe 4 has its table of values, in the document itself.
#include "domain/diagnostic.h"
#include "unit/report/fixtures.h"
#include "unit/report/map_samples.h"

using namespace Qt::Literals::StringLiterals;
using namespace fixtures;

namespace
{

const QString annexTitle = u"Valeurs des graphiques et des cartes"_s;

// Nine communes, a figure of two years that is known by commune, another that is not shown, two bands of ages.
domain::Projet figured()
{
    domain::Projet projet = maps::territory(maps::block(3, 3));
    const auto indicator = [&projet](const QString &title, qint64 year,
                                     double value) -> domain::IndicateurDiagnostic & {
        domain::IndicateurDiagnostic &one = projet.indicateurs.insert(base::Id::create());
        one.intitule = title;
        one.unite = u"%"_s;
        one.territoire = value;
        one.france = 10;
        one.annee = year;
        one.source = u"Essai"_s;
        one.rang = QString::number(projet.indicateurs.size());
        return one;
    };
    domain::IndicateurDiagnostic &shown = indicator(u"Sans médecin traitant"_s, 2024, 14.5);
    shown.graphique = true;
    shown.parCommune = domain::parCommuneDe({{outlines::codes().at(0), 12.5}, {outlines::codes().at(7), 20.25}});
    indicator(u"Sans médecin traitant"_s, 2022, 12);
    indicator(u"Vaccination"_s, 2024, 50).parCommune = domain::parCommuneDe({{outlines::codes().at(1), 3}});
    for (const auto &[code, men, women] : {std::tuple(u"0"_s, 11, 12), std::tuple(u"60"_s, 21, 1234)}) {
        domain::TrancheAge &band = projet.tranches.insert(base::Id::create());
        band.code = code;
        band.libelle = code + u" ans et plus"_s;
        band.hommes = men;
        band.femmes = women;
    }
    return projet;
}

report::Document annexe(const domain::Projet &projet, report::Content content = report::Content::Filled)
{
    const reference::Contours contours = maps::contours();
    report::BuildOptions options;
    options.content = content;
    options.today = QDate(2028, 2, 15);
    options.contours = &contours;
    return report::build(trame(), u"annexe-4"_s, projet, references(), options).value();
}

} // namespace

TEST_CASE("Every chart and map of annexe 4 has its table of values, where its source says it is")
{
    const report::Document built = annexe(figured());
    std::map<QString, QStringList> values; // title of the figure -> rows of its table
    for (const report::Table &table : tables(built))
        values[plain(table.caption)] = rows(table);
    QStringList figures;
    for (const report::Block &block : built.blocks) {
        const auto *figure = std::get_if<report::Figure>(&block);
        if (!figure)
            continue;
        figures << plain(figure->title);
        CHECK_FALSE(figure->source.isEmpty());
        // Its own table, unless one of the rubric tells the same.
        const bool annexed = values.contains(figures.last());
        CHECK(figure->source.endsWith(u"Le tableau des valeurs est en annexe."_s) == annexed);
        if (annexed)
            CHECK(values[figures.last()] == rows(figure->values));
    }
    // The particularités are in the table above the map, the bars in that of the indicators.
    CHECK(figures.size() == 5);
    CHECK(figures.filter(u"Vaccination"_s).isEmpty());
    CHECK(values[u"Évolution : Sans médecin traitant"_s] ==
          QStringList{u"Année | Territoire"_s, u"2022 | 12 %"_s, u"2024 | 14,5 %"_s});
    CHECK(values[u"Population par âge et par sexe"_s] == QStringList{u"Âge | Hommes | Femmes | Ensemble"_s,
                                                                     u"60 ans et plus | 21 | 1 234 | 1 255"_s,
                                                                     u"0 ans et plus | 11 | 12 | 23"_s});
    QStringList map;
    for (const auto &[title, shown] : values)
        if (title.startsWith(u"Carte : Sans médecin traitant"_s))
            map = shown;
    CHECK(map.size() == 10);
    CHECK(map.filter(u"20,25"_s).size() == 1);
    CHECK(headingsOf(built).last() == annexTitle);

    CHECK_FALSE(headingsOf(annexe(maps::territory({0}))).contains(annexTitle)); // a map of zonings only
    CHECK_FALSE(headingsOf(annexe(figured(), report::Content::Blank)).contains(annexTitle));
}
