// Figures of believable data, for the tests of the charts and of every writer.
#pragma once

#include "report/charts.h"
#include "support/example.h"

namespace charts
{

using namespace Qt::Literals::StringLiterals;

inline domain::IndicateurDiagnostic indicateur()
{
    domain::IndicateurDiagnostic result;
    result.intitule = u"17 ans et plus sans médecin traitant"_s;
    result.unite = u"%"_s;
    result.territoire = 14.9;
    result.departement = 12.0;
    result.region = 11.8;
    result.france = 11.4;
    result.objectif = 8;
    result.annee = 2024;
    result.source = u"REZONE CPTS"_s;
    return result;
}

// Bands of five years, the oldest open; `apart`: women and men told.
inline std::vector<domain::TrancheAge> tranches(bool apart = true)
{
    std::vector<domain::TrancheAge> result;
    for (int age = 0; age <= 95; age += 5) {
        domain::TrancheAge band;
        band.code = QString::number(age);
        band.libelle = age == 95 ? u"95 ans et plus"_s : u"%1-%2 ans"_s.arg(age).arg(age + 4);
        const qint64 count = 400 + 9 * age - age * age / 8;
        if (apart) {
            band.femmes = std::max<qint64>(3, count + age);
            band.hommes = std::max<qint64>(1, count - age);
        } else {
            band.ensemble = std::max<qint64>(4, 2 * count);
        }
        band.annee = 2021;
        band.source = u"INSEE, recensement de la population"_s;
        result.push_back(band);
    }
    return result;
}

inline domain::Id ficheId(int number)
{
    return domain::Id::fromKey(u"fiche:%1"_s.arg(number));
}

// `fiches` fiches of `steps` steps each, over two years, in three missions.
inline domain::Projet planned(int fiches, int steps, const QDate &start = QDate(2027, 1, 4))
{
    domain::Projet projet;
    projet.identite.contratLe = QDate(2027, 2, 1);
    const QStringList missions{u"medecin-traitant"_s, u"soins-non-programmes"_s, u"prevention"_s};
    for (const QString &code : missions)
        projet.missions.insert(domain::Id::fromKey(u"mission:"_s + code)).code = code;
    for (int i = 0; i < fiches; ++i) {
        domain::FicheAction &fiche = projet.fiches.insert(ficheId(i));
        fiche.rang = u"%1"_s.arg(i, 3, 10, QLatin1Char('0'));
        fiche.intitule = u"Action numéro %1 : repérer la fragilité des personnes âgées à domicile"_s.arg(i + 1);
        fiche.mission = domain::Id::fromKey(u"mission:"_s + missions[i % missions.size()]);
        for (int k = 0; k < steps; ++k) {
            domain::EtapeAction &step = projet.etapesAction.insert(domain::Id::fromKey(u"etape:%1-%2"_s.arg(i).arg(k)));
            step.rang = u"%1"_s.arg(k, 3, 10, QLatin1Char('0'));
            step.fiche = ficheId(i);
            step.intitule =
                k % 2 ? u"Étape %1"_s.arg(k + 1) : u"Étape %1 : écrire le protocole avec les équipes"_s.arg(k + 1);
            step.debut = start.addDays(40 * k + 7 * i);
            step.fin = k % 4 == 3 ? QDate() : step.debut.addDays(55);
            step.faite = k == 0;
        }
    }
    return projet;
}

inline std::vector<report::Figure> all()
{
    std::vector<report::Figure> figures{*report::barChart(indicateur()), *report::agePyramid(tranches())};
    for (const report::Figure &each : report::gantt(planned(1, 6), support::references(), {.fiche = ficheId(0)}))
        figures.push_back(each);
    for (const report::Figure &each : report::gantt(planned(6, 3), support::references()))
        figures.push_back(each);
    figures.front().showValues = true;
    return figures;
}

// Every kind of drawing, larger than a page is wide.
inline report::Figure drawings()
{
    report::Figure figure;
    figure.size = {340, 60};
    figure.title = u"Toutes les formes"_s;
    figure.source = u"Source : essai."_s;
    figure.description = u"Des formes, « guillemets » & <signes>."_s;
    figure.field = u"identite/-/nom"_s;
    figure.drawings = {
        report::Rectangle{{0, 0, 340, 60}, {}, report::Stroke{0x55656E, 0.4}},
        report::Rectangle{{10, 10, 60, 20}, 0x0B6E6E, {}},
        report::Rectangle{{10, 35, 60, 20}, {}, report::Stroke{0xA84B0B, 0.6, true}},
        report::diamond({100, 20}, 8, 0xA84B0B),
        report::line({120, 10}, {180, 50}, {0x1B2A33, 0.8}),
        report::Path{{{190, 50}, {210, 10}, {230, 50}, {250, 10}}, false, {}, report::Stroke{0x1B2A33, 0.5}},
        report::Path{{{260, 50}, {280, 10}, {300, 50}}, true, 0x8FB8B5, report::Stroke{0x1B2A33, 0.5}},
        report::Label{{40, 25}, u"Alpha"_s, 18.4, true, report::Label::Anchor::Center, 0xFFFFFF},
        report::Label{{130, 55}, u"Bêta"_s, 18.4},
        report::Label{{335, 55}, u"Gamma"_s, 18.4, false, report::Label::Anchor::Right}};
    return figure;
}

} // namespace charts
