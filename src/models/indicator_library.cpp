#include "models/indicator_library.h"

#include "base/text.h"

#include <algorithm>

namespace models
{

using namespace Qt::Literals::StringLiterals;

Id libraryId(const reference::IndicateurType &type)
{
    return Id::fromKey(u"bibliotheque:%1:%2"_s.arg(type.theme + type.mission, type.code));
}

FieldValues fieldsOf(const reference::IndicateurType &type)
{
    FieldValues fields{{u"intitule"_s, type.libelle}, {u"definition"_s, type.definition}, {u"unite"_s, type.unite}};
    if (!type.theme.isEmpty())
        fields.emplace_back(u"theme"_s, type.theme);
    if (!type.source.isEmpty())
        fields.emplace_back(u"source"_s, type.source);
    return fields;
}

FieldValues figureOf(const reference::IndicateurType &type, const Projet &projet, const reference::Communes &communes)
{
    const bool known = std::all_of(projet.communes.begin(), projet.communes.end(), [&communes](const auto &each) {
        const auto official = communes.find(each.second.code);
        return official && each.second.population && official->population == each.second.population;
    });
    if (type.code != u"population" || projet.communes.empty() || !known)
        return {};
    return {{u"territoire"_s, double(domain::populationDesCommunes(projet))},
            {u"annee"_s, qint64(communes.populationAnnee())},
            {u"source"_s, communes.populationSource()}};
}

bool inDiagnostic(const Projet &projet, const reference::IndicateurType &type)
{
    const QString title = base::fold(type.libelle);
    return std::any_of(projet.indicateurs.begin(), projet.indicateurs.end(),
                       [&title](const auto &each) { return base::fold(each.second.intitule) == title; });
}

bool inFiche(const Projet &projet, const Id &fiche, const reference::IndicateurType &type)
{
    const QString title = base::fold(type.libelle);
    return std::any_of(projet.indicateursAction.begin(), projet.indicateursAction.end(),
                       [&title, &fiche](const auto &each) {
                           return each.second.fiche == fiche && base::fold(each.second.intitule) == title;
                       });
}

} // namespace models
