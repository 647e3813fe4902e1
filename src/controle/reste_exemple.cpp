// A project that began from the example: what it still names of a territory that does not exist.
#include "base/text.h"
#include "controle/criteria.h"

namespace controle
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// Behind each name and each source that the example invents, or one of its people, addresses and numbers.
bool invented(const QString &text)
{
    static const QStringList whole{u"Exemple"_s, u"04 00 00 00 00"_s, u"123 456 782 00010"_s,
                                   u"Maison de santé, 04170 Saint-André-les-Alpes"_s};
    const QString plain = text.simplified();
    return plain.contains(u"exemple)"_s) || plain.endsWith(u"@exemple.fr"_s) || whole.contains(plain);
}

bool isTheExample(const domain::Projet &projet)
{
    return projet.identite.nom.contains(u"exemple)"_s);
}

// A table that a page mends.
struct Place {
    QString table;
    QStringList fields = {}; // none: all
    bool (*takes)(const domain::Projet &projet, const base::Id &id) = [](const auto &, const auto &) { return true; };
};

// One verdict for all that is left in these tables; it leads to the first.
Verdicts judgeRestes(const Input &input, const std::vector<Place> &places)
{
    if (isTheExample(input.projet))
        return {};
    QStringList names;
    domain::FieldAddress first;
    for (const Place &place : places) {
        const domain::TableDescription &table = *domain::table(place.table);
        for (const base::Id &id : table.ids(input.projet))
            for (const domain::FieldDescription &field : table.fields) {
                if (!place.takes(input.projet, id) || !(place.fields.empty() || place.fields.contains(field.name)))
                    continue;
                const domain::Value value = field.get(table.find(input.projet, id));
                const auto *text = std::get_if<QString>(&value);
                if (!text || !invented(*text))
                    continue;
                if (names.isEmpty())
                    first = {place.table, id, field.name};
                const domain::Personne *person = input.projet.personnes.find(id);
                const QString name = person && field.name == u"nom"_s ? nameOf(*person) : shortened(*text);
                if (const QString each = u"« %1 »"_s.arg(name); !names.contains(each))
                    names << each;
            }
    }
    if (names.isEmpty())
        return {};
    return {improvement(u"Repris de l’exemple, à remplacer : %1"_s.arg(someOf(names)), first)};
}

// A verdict a field of this record; `of`: « du porteur ».
void judgeFields(const Input &input, const domain::FieldAddress &record, const QString &of, Verdicts &verdicts)
{
    static const std::vector<std::pair<QString, QString>> names{
        {u"nom"_s, u"nom"_s},
        {u"siret"_s, u"numéro SIRET"_s},
        {u"adresse"_s, u"adresse postale"_s},
        {u"telephone"_s, u"téléphone"_s},
        {u"email"_s, u"adresse mail"_s},
        {u"emailPublic"_s, u"adresse mail à diffuser"_s},
    };
    const domain::TableDescription &table = *domain::table(record.table);
    const void *found = table.find(input.projet, record.id);
    if (!found || isTheExample(input.projet))
        return;
    for (const auto &[field, name] : names)
        for (const domain::FieldDescription &each : table.fields) {
            if (each.name != field)
                continue;
            const domain::Value value = each.get(found);
            if (const auto *text = std::get_if<QString>(&value); text && invented(*text))
                verdicts.push_back(
                    improvement(u"Repris de l’exemple, à remplacer : %1 %2, « %3 »"_s.arg(name, of, shortened(*text)),
                                {record.table, record.id, field}));
        }
}

Verdicts judgePorteur(const Input &input)
{
    Verdicts verdicts;
    judgeFields(input, {u"personne"_s, input.projet.identite.porteur, {}}, u"du porteur"_s, verdicts);
    return verdicts;
}

bool inTeam(const domain::Projet &projet, const base::Id &id)
{
    return projet.personnes.find(id)->equipeProjet && id != projet.identite.porteur;
}

// Those who answer for the project are told field by field.
bool answersForNothing(const domain::Projet &projet, const base::Id &id)
{
    return id != projet.identite.representantLegal && id != projet.identite.coordonnateur;
}

Verdicts judgeEquipe(const Input &input)
{
    return judgeRestes(
        input, {{u"personne"_s, {u"nom"_s}, inTeam}, {u"personne"_s, {u"structure"_s}}, {u"structure"_s, {u"nom"_s}}});
}

Verdicts judgeOrganisation(const Input &input)
{
    const domain::Identite &who = input.projet.identite;
    Verdicts verdicts = judgeRestes(input, {{u"partenaire"_s},
                                            {u"personne"_s, {u"nom"_s}, answersForNothing},
                                            {u"personne"_s, {u"structure"_s}},
                                            {u"structure"_s, {u"nom"_s}}});
    judgeFields(input, {u"structure"_s, {}, {}}, u"de la structure"_s, verdicts);
    judgeFields(input, {u"personne"_s, who.representantLegal, {}}, u"du représentant légal"_s, verdicts);
    if (who.coordonnateur != who.representantLegal)
        judgeFields(input, {u"personne"_s, who.coordonnateur, {}}, u"du coordonnateur"_s, verdicts);
    return verdicts;
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
        restes(u"lettre.exemple-porteur"_s, u"porteur"_s, judgePorteur),
        restes(u"lettre.exemple-contacts"_s, u"partenariats"_s,
               [](const Input &input) { return judgeRestes(input, {{u"contact"_s}}); }),
        restes(u"lettre.exemple-equipe"_s, u"equipe"_s, judgeEquipe),
        restes(u"lettre.exemple-partenaires"_s, u"mobilisation"_s,
               [](const Input &input) { return judgeRestes(input, {{u"partenaire"_s}}); }),
    };
}

std::vector<Criterion> projetResteExempleCriteria()
{
    return {
        restes(u"projet.exemple-diagnostic"_s, u"diagnostic"_s,
               [](const Input &input) {
                   return judgeRestes(input, {{u"indicateur"_s}, {u"tranche"_s}});
               }),
        restes(u"projet.exemple-offre"_s, u"offre"_s,
               [](const Input &input) { return judgeRestes(input, {{u"acteur"_s}}); }),
        restes(u"projet.exemple-organisation"_s, u"organisation"_s, judgeOrganisation),
        restes(u"projet.exemple-fiches"_s, u"fiches"_s,
               [](const Input &input) {
                   return judgeRestes(input, {{u"fiche"_s}, {u"indicateurAction"_s}});
               }),
    };
}

} // namespace controle
