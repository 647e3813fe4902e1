#include "gui/pages/indicator_library.h"

#include "base/text.h"
#include "base/typography.h"
#include "dossier/dossier.h"
#include "models/indicator_library.h"
#include "reference/reference.h"

#include <algorithm>

namespace gui
{

using namespace Qt::Literals::StringLiterals;
using reference::IndicateurType;

namespace
{

TickLine lineOf(const IndicateurType &type, const QString &group, const QString &taken)
{
    QStringList known{u"Unité : "_s + type.unite};
    if (!type.source.isEmpty())
        known << u"Source : "_s + type.source;
    known << u"Relevé dans : "_s + type.vuDans;
    return {models::libraryId(type), base::frenchTypography(type.libelle),
            base::frenchTypography(u"%1 %2"_s.arg(type.definition, type.aPreciser).trimmed() + u'\n' +
                                   known.join(u" · "_s)),
            group, taken};
}

RecordLibrary library(const reference::IndicateursTypes &types, const std::vector<IndicateurType> &list)
{
    RecordLibrary made;
    made.button = u"Choisir dans la bibliothèque…"_s;
    made.words = {u"La bibliothèque d’indicateurs"_s, u"Ajouter les indicateurs cochés"_s,
                  u"%1, relevés le %2. %3"_s.arg(types.provenance.source, base::frenchLongDate(types.provenance.luLe),
                                                 types.provenance.note)};
    made.one = u"indicateur"_s;
    made.several = u"indicateurs"_s;
    made.fields = [&list](const base::Id &line) {
        const auto at = std::find_if(list.begin(), list.end(),
                                     [&line](const IndicateurType &each) { return models::libraryId(each) == line; });
        return at == list.end() ? models::FieldValues() : models::fieldsOf(*at);
    };
    return made;
}

} // namespace

RecordLibrary diagnosticLibrary(const AppContext &context)
{
    const reference::IndicateursTypes &types = context.reference.indicateurs();
    RecordLibrary made = library(types, types.diagnostic);
    made.fields = [known = made.fields, &list = types.diagnostic, &context](const base::Id &line) {
        models::FieldValues fields = known(line);
        for (const IndicateurType &type : list)
            if (models::libraryId(type) == line)
                for (const auto &[field, value] :
                     models::figureOf(type, context.dossier.projet(), context.reference.communes())) {
                    std::erase_if(fields, [&name = field](const auto &each) { return each.first == name; });
                    fields.emplace_back(field, value);
                }
        return fields;
    };
    made.lines = [&types](const domain::Projet &projet) {
        std::vector<TickLine> lines;
        for (const IndicateurType &type : types.diagnostic)
            lines.push_back(
                lineOf(type, type.theme, models::inDiagnostic(projet, type) ? u"déjà dans le projet"_s : QString()));
        return lines;
    };
    return made;
}

RecordLibrary ficheLibrary(const AppContext &context, const base::Id &fiche)
{
    const reference::IndicateursTypes &types = context.reference.indicateurs();
    RecordLibrary made = library(types, types.actions);
    made.lines = [&types, &missions = context.reference.missions(), fiche](const domain::Projet &projet) {
        const domain::FicheAction *record = projet.fiches.find(fiche);
        const domain::Mission *served = record ? projet.missions.find(record->mission) : nullptr;
        std::vector<TickLine> lines;
        for (const bool own : {true, false})
            for (const IndicateurType &type : types.actions) {
                const reference::Mission *mission = missions.find(type.mission);
                if ((served && served->code == type.mission) == own)
                    lines.push_back(lineOf(type, mission ? mission->libelleCourt : type.mission,
                                           models::inFiche(projet, fiche, type) ? u"déjà dans la fiche"_s : QString()));
            }
        return lines;
    };
    return made;
}

} // namespace gui
