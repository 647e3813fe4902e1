#include "imports/rpps_rules.h"

#include "reference/data_file.h"

#include <algorithm>

namespace imports
{

using namespace Qt::Literals::StringLiterals;

namespace
{

std::vector<QByteArray> codes(const QStringList &texts)
{
    std::vector<QByteArray> list;
    for (const QString &text : texts)
        list.push_back(text.toUtf8());
    return list;
}

bool holds(const std::vector<QByteArray> &list, QByteArrayView code)
{
    return std::any_of(list.begin(), list.end(),
                       [code](const QByteArray &each) { return QByteArrayView(each) == code; });
}

} // namespace

bool RppsRules::Rule::fits(const RppsActivity &activity) const
{
    if (activity.profession != QByteArrayView(profession))
        return false;
    if (!savoirFaire.empty() && !holds(savoirFaire, activity.savoirFaire))
        return false;
    if (!savoirFaireStart.isEmpty() && !activity.savoirFaire.startsWith(savoirFaireStart))
        return false;
    return sections.empty() || holds(sections, activity.section);
}

int RppsRules::find(const RppsActivity &activity) const
{
    const auto rule = std::find_if(rules.begin(), rules.end(), [&](const Rule &each) { return each.fits(activity); });
    return rule == rules.end() ? -1 : int(rule - rules.begin());
}

base::Result<RppsRules> RppsRules::load(const QString &folder, const reference::Professions &professions)
{
    RppsRules loaded;
    auto provenance = reference::readDataFile(folder, u"imports-rpps.json"_s, [&](const reference::DataEntry &root) {
        root.each("regles", [&](const reference::DataEntry &entry) {
            Rule rule{entry.text("profession").toUtf8(), codes(entry.optionalTexts("savoir_faire")),
                      entry.optionalText("savoir_faire_debut").toUtf8(), codes(entry.optionalTexts("sections")),
                      entry.text("ligne")};
            if (!professions.find(rule.ligne))
                entry.fault(u"« %1 » n’est pas une profession connue"_s.arg(rule.ligne));
            loaded.rules.push_back(std::move(rule));
        });
        loaded.excludedCategories = codes(root.optionalTexts("categories_exclues"));
        loaded.liberalModes = codes(root.texts("mode_liberal"));
    });
    if (!provenance)
        return provenance.error();
    loaded.provenance = std::move(provenance).value();
    const auto own = loaded.rules;
    for (const auto *list : {&professions.trame, &professions.personnes})
        for (const reference::Profession &each : *list)
            for (const QString &code : each.rpps)
                if (!each.ligne.isEmpty() && std::none_of(own.begin(), own.end(), [&](const Rule &rule) {
                        return rule.profession == code.toUtf8();
                    }))
                    loaded.rules.push_back({code.toUtf8(), {}, {}, {}, each.ligne});
    return loaded;
}

} // namespace imports
