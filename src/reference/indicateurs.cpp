#include "reference/indicateurs.h"

#include "reference/data_file.h"

#include <algorithm>

namespace reference
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// Each code once, and each group in one piece: it is read under one title.
void add(IndicateurType indicateur, QString IndicateurType::*group, std::vector<IndicateurType> &list,
         const DataEntry &entry)
{
    const auto same = [&](auto member) {
        return [&indicateur, member](const IndicateurType &each) { return each.*member == indicateur.*member; };
    };
    if (std::any_of(list.begin(), list.end(), same(&IndicateurType::code)))
        entry.fault(u"ce code figure deux fois"_s);
    if (!list.empty() && list.back().*group != indicateur.*group && std::any_of(list.begin(), list.end(), same(group)))
        entry.fault(u"« %1 » n’est pas avec les autres de son groupe"_s.arg(indicateur.*group));
    list.push_back(std::move(indicateur));
}

IndicateurType readCommon(const DataEntry &entry)
{
    IndicateurType indicateur;
    indicateur.code = entry.text("code");
    indicateur.libelle = entry.text("libelle");
    indicateur.definition = entry.optionalText("definition");
    indicateur.aPreciser = entry.optionalText("a_preciser");
    indicateur.unite = entry.text("unite");
    indicateur.vuDans = entry.text("vu_dans");
    return indicateur;
}

} // namespace

base::Result<IndicateursTypes> IndicateursTypes::load(const QString &folder)
{
    IndicateursTypes types;
    auto provenance = readDataFile(folder, u"indicateurs.json"_s, [&types](const DataEntry &root) {
        root.each("diagnostic", [&types](const DataEntry &entry) {
            IndicateurType indicateur = readCommon(entry);
            indicateur.theme = entry.text("theme");
            indicateur.source = entry.text("source");
            add(std::move(indicateur), &IndicateurType::theme, types.diagnostic, entry);
        });
        root.each("actions", [&types](const DataEntry &entry) {
            IndicateurType indicateur = readCommon(entry);
            indicateur.mission = entry.text("mission");
            add(std::move(indicateur), &IndicateurType::mission, types.actions, entry);
        });
    });
    if (!provenance)
        return provenance.error();
    types.provenance = std::move(provenance).value();
    return types;
}

} // namespace reference
