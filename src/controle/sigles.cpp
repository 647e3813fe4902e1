// Acronyms with several meanings: the project must write which, once. Nobody chooses for the user.
#include "base/rich_text.h"
#include "base/text.h"
#include "controle/criteria.h"
#include "domain/description.h"
#include "reference/sigle_text.h"

#include <algorithm>
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

struct LongText {
    domain::FieldAddress at;
    QString page;
    QString text;
};

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

// One verdict for each that is used.
Verdicts judgeSigles(const Input &input)
{
    const std::vector<LongText> texts = longTexts(input.projet);
    std::map<QString, const LongText *> used;
    for (const LongText &each : texts)
        for (const reference::SigleWord &found : reference::sigleWords(each.text))
            if (input.reference.sigles().ambiguous(found.word))
                used.emplace(found.word, &each);
    if (used.empty())
        return {};
    QString written;
    for (const LongText &each : texts)
        written += reference::stems(each.text);
    Verdicts verdicts;
    for (const auto &[sigle, where] : used) {
        const QStringList meanings = input.reference.sigles().expansions(sigle);
        const bool told = std::any_of(meanings.begin(), meanings.end(), [&written](const QString &meaning) {
            return written.contains(reference::stems(meaning));
        });
        verdicts.push_back(
            told ? Verdict{Severity::Fulfilled, sigle + u" : le sens est précisé"_s, where->at, where->page}
                 : Verdict{Severity::Improvement, u"%1 : dites lequel, %2"_s.arg(sigle, meanings.join(u" ou "_s)),
                           where->at, where->page});
    }
    return verdicts;
}

} // namespace

std::vector<Criterion> projetSigleCriteria()
{
    return {{u"projet.sigles"_s, u"diagnostic"_s,
             u"Ce sigle a plusieurs sens : écrit une fois en toutes lettres, il ne trompe personne."_s,
             u"Cahier des charges PACA 2022, annexe 4"_s, judgeSigles}};
}

} // namespace controle
