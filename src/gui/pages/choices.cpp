#include "gui/pages/choices.h"

#include "base/text.h"
#include "dossier/dossier.h"
#include "gui/contour_shelf.h"
#include "report/map.h"

namespace gui
{

using namespace Qt::Literals::StringLiterals;

std::vector<domain::Choice> professionChoices(const reference::Reference &reference)
{
    std::vector<domain::Choice> choices;
    for (const auto *list : {&reference.professions().trame, &reference.professions().personnes})
        for (const reference::Profession &profession : *list)
            if (profession.code != "autres"_L1)
                choices.push_back({profession.code, profession.singulier});
    return choices;
}

QString professionLabel(const reference::Reference &reference, const QString &code)
{
    const reference::Profession *profession = reference.professions().find(code);
    return profession ? profession->singulier : code;
}

std::vector<models::Labelled> professionLines(const reference::Reference &reference)
{
    std::vector<models::Labelled> lines;
    for (const reference::Profession &profession : reference.professions().trame)
        lines.push_back({profession.code, profession.pluriel});
    return lines;
}

std::vector<domain::Choice> etapeChoices(const reference::Reference &reference)
{
    std::vector<domain::Choice> choices;
    for (const reference::Etape &etape : reference.etapes().etapes)
        choices.push_back({etape.code, u"%1. %2"_s.arg(etape.numero).arg(etape.titre)});
    return choices;
}

std::vector<domain::Choice> structureAppuiChoices(const reference::Reference &reference)
{
    std::vector<domain::Choice> choices;
    for (const reference::StructureAppui &structure : reference.structuresAppui().toutes)
        choices.push_back({structure.code, structure.nom});
    return choices;
}

std::vector<models::Labelled> ageBands()
{
    return {{u"0"_s, u"0 à 14 ans"_s},     {u"15"_s, u"15 à 29 ans"_s}, {u"30"_s, u"30 à 44 ans"_s},
            {u"45"_s, u"45 à 59 ans"_s},   {u"60"_s, u"60 à 74 ans"_s}, {u"75"_s, u"75 à 89 ans"_s},
            {u"90"_s, u"90 ans et plus"_s}};
}

std::vector<domain::Choice> dynamiqueChoices(const reference::Reference &reference)
{
    std::vector<domain::Choice> choices;
    for (const reference::Dynamique &dynamique : reference.dynamiques().toutes)
        choices.push_back({dynamique.code, dynamique.libelle});
    return choices;
}

controle::Volet voletOf(const report::Trame &trame, const QString &document)
{
    return document == trame.documents().front().code ? controle::Volet::Lettre : controle::Volet::Projet;
}

controle::Volet voletEnCours(const domain::Projet &projet)
{
    return projet.identite.phase == domain::Phase::Lettre ? controle::Volet::Lettre : controle::Volet::Projet;
}

const reference::TerritoryShape *shapeOf(const AppContext &context)
{
    return context.contours ? context.contours->shapeOf(report::territoryCodes(context.dossier.projet()),
                                                        context.reference.communes())
                            : nullptr;
}

QString tailleEnMots(const reference::Tailles &tailles, qint64 population)
{
    const auto number = tailles.taille(population);
    if (!number)
        return {};
    for (size_t at = 0; at < tailles.toutes.size(); ++at) {
        const reference::Taille &taille = tailles.toutes[at];
        if (taille.numero != *number)
            continue;
        const bool first = at == 0;
        const bool last = at + 1 == tailles.toutes.size();
        const QString lower = base::frenchNumber(taille.seuil);
        const QString upper = last ? QString() : base::frenchNumber(tailles.toutes[at + 1].seuil);
        const QString range = first  ? u"moins de "_s + upper
                              : last ? u"plus de "_s + lower
                                     : u"entre %1 et %2"_s.arg(lower, upper);
        return u"Taille %1 : %2 habitants"_s.arg(taille.numero).arg(range);
    }
    return {};
}

QString tailleProcheEnMots(const reference::Tailles &tailles, qint64 population)
{
    const auto near = tailles.proche(population);
    if (!near)
        return {};
    return u"À %1 habitants du seuil de %2 : vérifiez la population et son année, la taille pourrait devenir %3."_s
        .arg(base::frenchNumber(near->ecart), base::frenchNumber(near->seuil))
        .arg(near->autreTaille);
}

} // namespace gui
