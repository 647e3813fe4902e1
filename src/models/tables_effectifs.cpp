#include "models/tables_effectifs.h"

#include "base/text.h"
#include "models/columns.h"

#include <map>

namespace models
{

using namespace Qt::Literals::StringLiterals;

namespace
{

using Count = domain::Number domain::Effectif::*;

struct CountColumn {
    QString field;
    QString header;
    Count count;
    bool fromMembers = true; // when the project counts them
};

// The sum of a count over all professions; empty when there is none.
QString total(const Projet &projet, const domain::LigneOf &ligneOf, Count count)
{
    domain::Number sum;
    for (const auto &[code, effectif] : domain::effectifs(projet, ligneOf))
        addCount(sum, effectif.*count);
    return sum ? base::frenchNumber(*sum) : QString();
}

// Counted from the members, a number is read and can't be typed: it would be lost at the next member.
Column counted(const CountColumn &one, const std::function<QString(const Id &)> &key, const domain::LigneOf &ligneOf)
{
    Column column = number(one.field, one.header);
    if (!one.fromMembers)
        return column;
    column.text = [count = one.count, key, ligneOf](const Projet &projet, const Id &id) {
        const domain::Number value = domain::effectifDe(projet, key(id), ligneOf).*count;
        return value ? base::frenchNumber(*value) : QString();
    };
    column.editableAt = [](const Projet &projet, const Id &) {
        return projet.organisation.comptage == domain::Comptage::Saisi;
    };
    return column;
}

TableSpec countsTable(const std::vector<Labelled> &professions, const domain::LigneOf &ligneOf,
                      const std::vector<CountColumn> &counts)
{
    TableSpec spec;
    spec.table = u"effectif"_s;
    spec.watched = {u"personne"_s, u"organisation"_s};
    std::vector<Id> rows;
    std::map<Id, Labelled> byId;
    for (const Labelled &profession : professions) {
        rows.push_back(Id::fromKey(u"effectif:"_s + profession.code));
        byId[rows.back()] = profession;
    }
    spec.rows = [rows](const Projet &) { return rows; };
    spec.key = [byId](const Id &id) { return byId.at(id).code; };
    Column profession = words(u"profession"_s, u"Profession"_s);
    profession.text = [byId](const Projet &projet, const Id &id) {
        const domain::Effectif *effectif = projet.effectifs.find(id);
        const QString precision = effectif ? effectif->precision : QString();
        return byId.at(id).label + (precision.isEmpty() ? QString() : u" : "_s + precision);
    };
    spec.columns = {profession};
    for (const CountColumn &one : counts)
        spec.columns.push_back(counted(one, spec.key, ligneOf));
    spec.footer = [ligneOf, counts](const Projet &projet, int column) {
        return column == 0 ? u"Total"_s : total(projet, ligneOf, counts.at(size_t(column) - 1).count);
    };
    return spec;
}

} // namespace

TableSpec effectifsTable(const std::vector<Labelled> &professions, const domain::LigneOf &ligneOf)
{
    using domain::Effectif;
    return countsTable(professions, ligneOf,
                       {{u"identifies"_s, u"Identifiés"_s, &Effectif::identifies, false},
                        {u"sollicites"_s, u"Sollicités"_s, &Effectif::sollicites, false},
                        {u"adherents"_s, u"Adhérents"_s, &Effectif::adherents}});
}

TableSpec effectifsProjetTable(const std::vector<Labelled> &professions, const domain::LigneOf &ligneOf)
{
    using domain::Effectif;
    return countsTable(professions, ligneOf,
                       {{u"adherents"_s, u"Adhérents"_s, &Effectif::adherents},
                        {u"gouvernance"_s, u"À la gouvernance"_s, &Effectif::gouvernance},
                        {u"elaboration"_s, u"À l’élaboration"_s, &Effectif::elaboration}});
}

} // namespace models
