// A project that began from the example: what it still names of a territory that does not exist.
#include "base/text.h"
#include "controle/criteria.h"

#include <map>

namespace controle
{

using namespace Qt::Literals::StringLiterals;

namespace
{

const QString mark = u"(exemple)"_s; // behind each name and each source that the example invents

// Where each table is mended: the tables that hold such names.
using Pages = std::map<QString, QString>;

Verdicts judgeRestes(const Input &input, const Pages &pages)
{
    if (input.projet.identite.nom.contains(mark)) // the example itself
        return {};
    QStringList names;
    Verdict verdict = improvement({}, {});
    for (const auto &[name, page] : pages) {
        const domain::TableDescription &table = *domain::table(name);
        for (const base::Id &id : table.ids(input.projet))
            for (const domain::FieldDescription &field : table.fields) {
                const domain::Value value = field.get(table.find(input.projet, id));
                const auto *text = std::get_if<QString>(&value);
                if (!text || !text->contains(mark))
                    continue;
                if (names.isEmpty()) {
                    verdict.field = {name, id, field.name};
                    verdict.page = page;
                }
                if (const QString each = u"« %1 »"_s.arg(shortened(*text)); !names.contains(each))
                    names << each;
            }
    }
    if (names.isEmpty())
        return {};
    verdict.sentence = u"Repris de l’exemple, à remplacer : %1"_s.arg(someOf(names));
    return {verdict};
}

Verdicts judgeLettre(const Input &input)
{
    return judgeRestes(input, {{u"contact"_s, u"partenariats"_s},
                               {u"partenaire"_s, u"mobilisation"_s},
                               {u"personne"_s, u"equipe"_s},
                               {u"structure"_s, u"equipe"_s}});
}

Verdicts judgeProjet(const Input &input)
{
    return judgeRestes(input, {{u"acteur"_s, u"offre"_s},
                               {u"fiche"_s, u"fiches"_s},
                               {u"indicateur"_s, u"diagnostic"_s},
                               {u"indicateurAction"_s, u"fiches"_s},
                               {u"partenaire"_s, u"organisation"_s},
                               {u"personne"_s, u"organisation"_s},
                               {u"structure"_s, u"organisation"_s},
                               {u"tranche"_s, u"diagnostic"_s}});
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
    return {restes(u"lettre.reste-exemple"_s, u"equipe"_s, judgeLettre)};
}

std::vector<Criterion> projetResteExempleCriteria()
{
    return {restes(u"projet.reste-exemple"_s, u"diagnostic"_s, judgeProjet)};
}

} // namespace controle
