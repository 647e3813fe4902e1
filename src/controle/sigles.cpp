// Acronyms with several meanings: the project must write which, once. Nobody chooses for the user.
#include "controle/criteria.h"
#include "controle/long_texts.h"
#include "reference/sigle_text.h"

#include <algorithm>
#include <map>

namespace controle
{

using namespace Qt::Literals::StringLiterals;

namespace
{

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
