// A project that began from the example: what it still names of a territory that does not exist.
#include "base/text.h"
#include "controle/criteria.h"

namespace controle
{

using namespace Qt::Literals::StringLiterals;

namespace
{

const QString mark = u"exemple)"_s; // behind each name and each source that the example invents

// Of the tables that a page mends.
Verdicts judgeRestes(const Input &input, const QStringList &tables)
{
    if (input.projet.identite.nom.contains(mark)) // the example itself
        return {};
    QStringList names;
    domain::FieldAddress first;
    for (const QString &name : tables) {
        const domain::TableDescription &table = *domain::table(name);
        for (const base::Id &id : table.ids(input.projet))
            for (const domain::FieldDescription &field : table.fields) {
                const domain::Value value = field.get(table.find(input.projet, id));
                const auto *text = std::get_if<QString>(&value);
                if (!text || !text->contains(mark))
                    continue;
                if (names.isEmpty())
                    first = {name, id, field.name};
                if (const QString each = u"« %1 »"_s.arg(shortened(*text)); !names.contains(each))
                    names << each;
            }
    }
    if (names.isEmpty())
        return {};
    return {improvement(u"Repris de l’exemple, à remplacer : %1"_s.arg(someOf(names)), first)};
}

Criterion restes(const QString &code, const QString &page, Verdicts (*judge)(const Input &))
{
    return {
        code, page,
        u"L’exemple est inventé. Relisez aussi les lieux et les chiffres de ses textes : rien ne les distingue des vôtres."_s,
        u"Cahier des charges PACA 2022, p. 18"_s, judge};
}

} // namespace

std::vector<Criterion> resteExempleCriteria()
{
    return {
        restes(u"lettre.exemple-contacts"_s, u"partenariats"_s,
               [](const Input &input) { return judgeRestes(input, {u"contact"_s}); }),
        restes(u"lettre.exemple-equipe"_s, u"equipe"_s,
               [](const Input &input) {
                   return judgeRestes(input, {u"personne"_s, u"structure"_s});
               }),
        restes(u"lettre.exemple-partenaires"_s, u"mobilisation"_s,
               [](const Input &input) { return judgeRestes(input, {u"partenaire"_s}); }),
    };
}

std::vector<Criterion> projetResteExempleCriteria()
{
    return {
        restes(u"projet.exemple-diagnostic"_s, u"diagnostic"_s,
               [](const Input &input) {
                   return judgeRestes(input, {u"indicateur"_s, u"tranche"_s});
               }),
        restes(u"projet.exemple-offre"_s, u"offre"_s,
               [](const Input &input) { return judgeRestes(input, {u"acteur"_s}); }),
        restes(u"projet.exemple-organisation"_s, u"organisation"_s,
               [](const Input &input) {
                   return judgeRestes(input, {u"partenaire"_s, u"personne"_s, u"structure"_s});
               }),
        restes(u"projet.exemple-fiches"_s, u"fiches"_s,
               [](const Input &input) {
                   return judgeRestes(input, {u"fiche"_s, u"indicateurAction"_s});
               }),
    };
}

} // namespace controle
