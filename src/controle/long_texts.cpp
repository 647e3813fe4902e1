#include "controle/long_texts.h"

#include "base/rich_text.h"
#include "domain/description.h"
#include "domain/projet.h"

#include <map>

namespace controle
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// The page that shows a long text; empty for a text of the follow-up, which is not sent.
QString pageOf(const domain::FieldAddress &at)
{
    static const std::map<QString, QString> tables{{u"mission"_s, u"projet-missions"_s},
                                                   {u"fiche"_s, u"fiches"_s},
                                                   {u"besoin"_s, u"diagnostic"_s},
                                                   {u"indicateur"_s, u"diagnostic"_s},
                                                   {u"acteur"_s, u"offre"_s},
                                                   {u"instance"_s, u"organisation"_s},
                                                   {u"outil"_s, u"systeme-information"_s},
                                                   {u"indicateurAction"_s, u"fiches"_s},
                                                   {u"protocole"_s, u"organisation"_s}};
    static const std::map<QString, QString> rubriques{{u"problematiques"_s, u"territoire"_s},
                                                      {u"gouvernance"_s, u"equipe"_s},
                                                      {u"organisation"_s, u"calendrier"_s},
                                                      {u"calendrier"_s, u"calendrier"_s},
                                                      {u"problematiques-projet"_s, u"diagnostic"_s},
                                                      {u"offre"_s, u"offre"_s},
                                                      {u"modalites"_s, u"offre"_s},
                                                      {u"besoins-non-couverts"_s, u"offre"_s},
                                                      {u"gouvernance-projet"_s, u"organisation"_s},
                                                      {u"inclusion"_s, u"organisation"_s},
                                                      {u"systeme-information"_s, u"systeme-information"_s},
                                                      {u"telemedecine"_s, u"projet-missions"_s},
                                                      {u"actions"_s, u"fiches"_s}};
    const auto table = tables.find(at.table);
    if (table != tables.end())
        return table->second;
    for (const auto &[code, page] : rubriques)
        if (at.table == u"rubrique" && at.id == base::Id::fromKey(u"rubrique:"_s + code))
            return page;
    return {};
}

} // namespace

bool LongText::inLettre() const
{
    return page == "territoire"_L1 || page == "equipe"_L1 || page == "calendrier"_L1;
}

std::vector<LongText> longTexts(const domain::Projet &projet)
{
    std::vector<LongText> texts;
    for (const domain::TableDescription &table : domain::tables())
        for (const base::Id &id : table.ids(projet))
            for (const domain::FieldDescription &field : table.fields) {
                const domain::FieldAddress at{table.name, id, field.name};
                const QString page = field.kind == domain::Kind::LongText ? pageOf(at) : QString();
                if (!page.isEmpty())
                    texts.push_back({at, page, base::plainText(std::get<QString>(field.get(table.find(projet, id))))});
            }
    return texts;
}

Verdicts judgeLongTexts(const Input &input, bool lettre, Severity severity, QString (*told)(const QString &text))
{
    Verdicts verdicts;
    for (const LongText &each : longTexts(input.projet))
        if (const QString sentence = each.inLettre() == lettre ? told(each.text) : QString(); !sentence.isEmpty())
            verdicts.push_back({severity, sentence, each.at, each.page});
    return verdicts;
}

} // namespace controle
