#include "models/record_options.h"

#include "base/text.h"

#include <algorithm>

namespace models
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// A record that was never named can be chosen all the same, and says so.
QString orUnnamed(const QString &label, const QString &unnamed)
{
    return label.trimmed().isEmpty() ? unnamed : label.trimmed();
}

// In the order of base::frenchLess(), each label folded once.
void sortByLabel(std::vector<RecordOption> &options)
{
    std::vector<std::pair<QString, RecordOption>> folded;
    folded.reserve(options.size());
    for (RecordOption &option : options)
        folded.emplace_back(base::fold(option.label), std::move(option));
    std::stable_sort(folded.begin(), folded.end(), [](const auto &a, const auto &b) {
        return a.first != b.first ? a.first < b.first : a.second.label < b.second.label;
    });
    for (size_t at = 0; at < options.size(); ++at)
        options[at] = std::move(folded[at].second);
}

} // namespace

RecordOptions personneOptions(const LabelOf &profession)
{
    return [profession](const Projet &projet) {
        std::vector<RecordOption> options;
        for (const auto &[id, personne] : projet.personnes) {
            const QString trade = profession(personne.profession);
            const QString name = orUnnamed(nomComplet(personne), orUnnamed(personne.structure, u"(sans nom)"_s));
            options.push_back({id, trade.isEmpty() ? name : name + u", "_s + trade, {}});
        }
        sortByLabel(options);
        return options;
    };
}

RecordOptions besoinOptions()
{
    return [](const Projet &projet) {
        std::vector<RecordOption> options;
        for (const auto &[id, besoin] : domain::inOrder(projet.besoins))
            options.push_back({id, orUnnamed(besoin->enonce, u"(besoin sans énoncé)"_s), {}});
        return options;
    };
}

RecordOptions partenaireOptions()
{
    return [](const Projet &projet) {
        std::vector<RecordOption> options;
        for (const auto &[id, partenaire] : domain::inOrder(projet.partenaires))
            options.push_back({id, orUnnamed(partenaire->service, u"(partenaire sans nom)"_s), {}});
        return options;
    };
}

RecordOptions ficheOptions()
{
    return [](const Projet &projet) {
        std::vector<RecordOption> options;
        for (const auto &[id, fiche] : domain::inOrder(projet.fiches))
            options.push_back({id, orUnnamed(fiche->intitule, u"(fiche sans titre)"_s), {}});
        return options;
    };
}

RecordOptions objectifOptions(const Id &fiche)
{
    return [fiche](const Projet &projet) {
        std::vector<RecordOption> options;
        int number = 0;
        for (const auto &[id, objectif] : domain::inOrder(projet.objectifs))
            if (objectif->fiche == fiche)
                options.push_back(
                    {id, u"%1. %2"_s.arg(++number).arg(orUnnamed(objectif->enonce, u"(sans énoncé)"_s)), {}});
        return options;
    };
}

RecordOptions keyedOptions(const QString &table, const std::vector<Labelled> &codes)
{
    std::vector<RecordOption> options;
    for (const Labelled &each : codes)
        options.push_back({Id::fromKey(table + u':' + each.code), each.label, each.code});
    return [options](const Projet &) { return options; };
}

domain::ChangeList missingRecords(const Projet &projet, const QString &table, const std::vector<RecordOption> &chosen)
{
    const domain::TableDescription *described = domain::table(table);
    domain::ChangeList changes;
    for (const RecordOption &option : chosen) {
        if (!described || option.key.isEmpty() || described->find(projet, option.id))
            continue;
        const auto one = domain::inserting(projet, table, option.id, {{described->keyField, option.key}});
        changes.insert(changes.end(), one.begin(), one.end());
    }
    return changes;
}

} // namespace models
