#include "imports/describe.h"

#include "base/text.h"

#include <algorithm>
#include <map>
#include <set>

namespace imports
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr qsizetype longestName = 60; // characters

// How French counts the records of a table.
struct Noun {
    QString singular;
    QString plural;
    bool feminine = false;
};

const std::map<QString, Noun> &nouns()
{
    static const std::map<QString, Noun> all{
        {u"personne"_s, {u"personne"_s, u"personnes"_s, true}},
        {u"commune"_s, {u"commune"_s, u"communes"_s, true}},
        {u"qpv"_s, {u"quartier prioritaire"_s, u"quartiers prioritaires"_s, false}},
        {u"effectif"_s, {u"effectif de profession"_s, u"effectifs de professions"_s, false}},
        {u"contact"_s, {u"contact préalable"_s, u"contacts préalables"_s, false}},
        {u"mobilisation"_s, {u"action de mobilisation"_s, u"actions de mobilisation"_s, true}},
        {u"partenaire"_s, {u"partenaire"_s, u"partenaires"_s, false}},
        {u"mission"_s, {u"mission"_s, u"missions"_s, true}},
        {u"echeance"_s, {u"échéance"_s, u"échéances"_s, true}},
        {u"rubrique"_s, {u"rubrique"_s, u"rubriques"_s, true}},
        {u"besoin"_s, {u"besoin"_s, u"besoins"_s, false}},
        {u"indicateur"_s, {u"indicateur du diagnostic"_s, u"indicateurs du diagnostic"_s, false}},
        {u"tranche"_s, {u"tranche d’âge"_s, u"tranches d’âge"_s, true}},
        {u"acteur"_s, {u"acteur du territoire"_s, u"acteurs du territoire"_s, false}},
        {u"instance"_s, {u"instance"_s, u"instances"_s, true}},
        {u"outil"_s, {u"outil numérique"_s, u"outils numériques"_s, false}},
        {u"poste"_s, {u"poste salarié"_s, u"postes salariés"_s, false}},
        {u"prestation"_s, {u"prestation"_s, u"prestations"_s, true}},
        {u"reunion"_s, {u"réunion"_s, u"réunions"_s, true}},
        {u"financement"_s, {u"financement"_s, u"financements"_s, false}},
        {u"fiche"_s, {u"fiche-action"_s, u"fiches-actions"_s, true}},
        {u"objectif"_s, {u"objectif spécifique"_s, u"objectifs spécifiques"_s, false}},
        {u"etapeAction"_s, {u"étape d’action"_s, u"étapes d’actions"_s, true}},
        {u"indicateurAction"_s, {u"indicateur d’action"_s, u"indicateurs d’actions"_s, false}},
        {u"releve"_s, {u"valeur relevée"_s, u"valeurs relevées"_s, true}},
        {u"budget"_s, {u"ligne de budget"_s, u"lignes de budget"_s, true}},
        {u"protocole"_s, {u"protocole"_s, u"protocoles"_s, false}},
        {u"voisine"_s, {u"CPTS voisine"_s, u"CPTS voisines"_s, true}},
        {u"suspension"_s, {u"suspension du délai"_s, u"suspensions du délai"_s, true}},
        {u"avenant"_s, {u"avenant"_s, u"avenants"_s, false}},
        {u"interlocuteur"_s, {u"interlocuteur"_s, u"interlocuteurs"_s, false}},
        {u"piece"_s, {u"pièce jointe"_s, u"pièces jointes"_s, true}},
    };
    return all;
}

// What happened to the records of one table; a record counts once.
struct Touched {
    std::set<domain::Id> inserted;
    std::set<domain::Id> removed;
    std::set<domain::Id> changed;
    QStringList fields; // of a unique table
};

QString participle(const QString &verb, size_t count, bool feminine)
{
    return verb + (feminine ? u"e"_s : QString()) + (count > 1 ? u"s"_s : QString());
}

// "12 communes ajoutées, 3 modifiées"
QString sentence(const domain::TableDescription &table, const Touched &touched)
{
    const auto found = nouns().find(table.name);
    const QString label = table.label.toLower();
    const Noun noun = found == nouns().end() ? Noun{label, label, false} : found->second;
    QStringList parts;
    const auto add = [&](const std::set<domain::Id> &records, const QString &verb) {
        if (records.empty())
            return;
        const QString counted = parts.isEmpty() ? base::frenchCount(qint64(records.size()), noun.singular, noun.plural)
                                                : base::frenchNumber(qint64(records.size()));
        parts.push_back(counted + u' ' + participle(verb, records.size(), noun.feminine));
    };
    add(touched.inserted, u"ajouté"_s);
    add(touched.changed, u"modifié"_s);
    add(touched.removed, u"retiré"_s);
    return parts.join(u", "_s);
}

std::map<QString, Touched> sortByTable(const domain::ChangeList &changes)
{
    std::map<QString, Touched> byTable;
    for (const domain::Change &change : changes) {
        Touched &touched = byTable[change.at.table];
        if (change.type == domain::Change::Type::Insert)
            touched.inserted.insert(change.at.id);
        else if (change.type == domain::Change::Type::Remove)
            touched.removed.insert(change.at.id);
        else
            touched.changed.insert(change.at.id);
        if (change.type == domain::Change::Type::Set && !touched.fields.contains(change.at.field))
            touched.fields.push_back(change.at.field);
    }
    for (auto &[name, touched] : byTable)
        std::erase_if(touched.changed, [&each = touched](const domain::Id &id) {
            return each.inserted.contains(id) || each.removed.contains(id);
        });
    return byTable;
}

} // namespace

QStringList describeChanges(const domain::ChangeList &changes)
{
    const auto byTable = sortByTable(changes);
    QStringList lines;
    for (const domain::TableDescription &table : domain::tables()) {
        const auto touched = byTable.find(table.name);
        if (touched == byTable.end())
            continue;
        if (!table.unique) {
            lines.push_back(sentence(table, touched->second));
            continue;
        }
        QStringList labels;
        for (const QString &name : touched->second.fields)
            if (const auto *field = table.field(name))
                labels.push_back(field->label);
        lines.push_back(u"%1 : %2"_s.arg(table.label, labels.join(u", "_s)));
    }
    return lines;
}

QString describeReturn(const domain::ChangeList &changes, const domain::Projet &after)
{
    const auto byTable = sortByTable(changes);
    const auto first = std::find_if(domain::tables().begin(), domain::tables().end(),
                                    [&](const auto &each) { return byTable.contains(each.name); });
    if (first == domain::tables().end())
        return {};
    const Touched &touched = byTable.at(first->name);
    const auto noun = nouns().find(first->name);
    if (noun == nouns().end() || touched.inserted.size() != 1 || !touched.removed.empty())
        return {};
    for (const QString &field : {u"intitule"_s, u"nom"_s, u"enonce"_s, u"service"_s}) {
        const auto value = domain::valueAt(after, {first->name, *touched.inserted.begin(), field});
        const auto *name = value ? std::get_if<QString>(&*value) : nullptr;
        if (!name || name->trimmed().isEmpty())
            continue;
        const QString what = noun->second.singular;
        return u"%1 « %2 » %3"_s.arg(what.left(1).toUpper() + what.mid(1), name->simplified().left(longestName),
                                     participle(u"revenu"_s, 1, noun->second.feminine));
    }
    return {};
}

} // namespace imports
