// Annexe 3, part 3c: the five missions socles, retained and described; the others when they are retained.
#include "base/rich_text.h"
#include "base/text.h"
#include "controle/criteria.h"

#include <map>

namespace controle
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int fewWords = 15;
const QString described = u"Une mission retenue se décrit, même en deux phrases."_s;

Verdict judgeSocle(const Input &input, const reference::Mission &mission)
{
    const auto *written = domain::findKey(input.projet.missions, u"mission"_s, mission.code);
    const auto retained = keyedField(u"mission"_s, mission.code, u"retenue"_s);
    const auto description = keyedField(u"mission"_s, mission.code, u"description"_s);
    const QString name = u"Mission « %1 »"_s.arg(mission.libelleLettre);
    const int words = written ? base::wordCount(base::plainText(written->description)) : 0;
    if (written && written->retenue == false)
        return blocking(u"%1 : non retenue, alors qu’elle est obligatoire"_s.arg(name), retained);
    if (words == 0)
        return blocking(u"%1 : aucun objectif décrit"_s.arg(name), description);
    if (!written->retenue)
        return blocking(u"%1 : répondez « oui » pour la retenir"_s.arg(name), retained);
    if (words < fewWords) // nothing that keeps the project from being recognised
        return because(improvement(u"%1 : décrite en %2, souvent jugé court"_s.arg(
                                       name, base::frenchCount(words, u"mot"_s, u"mots"_s)),
                                   description),
                       described);
    return fulfilled(u"%1 : retenue et décrite"_s.arg(name), description);
}

// The nth mission socle of the reference: each is its own criterion, with its own tick.
template <size_t N>
Verdicts judgeSocleNumber(const Input &input)
{
    const QStringList codes = input.reference.missions().codesSocle();
    if (N >= static_cast<size_t>(codes.size()))
        return {};
    return {judgeSocle(input, *input.reference.missions().find(codes.at(N)))};
}

Verdicts judgeComplementaires(const Input &input)
{
    Verdicts verdicts;
    for (const reference::Mission &mission : input.reference.missions().toutes) {
        const auto *written = domain::findKey(input.projet.missions, u"mission"_s, mission.code);
        if (mission.socle || !written || written->retenue != true)
            continue;
        const auto field = keyedField(u"mission"_s, mission.code, u"description"_s);
        const QString name = u"Mission « %1 »"_s.arg(mission.libelleLettre);
        verdicts.push_back(blank(written->description)
                               ? improvement(u"%1 : retenue, mais non décrite"_s.arg(name), field)
                               : fulfilled(u"%1 : retenue et décrite"_s.arg(name), field));
    }
    return verdicts;
}

// One text under several missions says nothing of any of them. The finding leads to the second of them.
Verdicts judgeTextesRepetes(const Input &input)
{
    std::map<QString, QStringList> missions; // folded text -> codes, in the order of the reference
    for (const reference::Mission &mission : input.reference.missions().toutes) {
        const auto *written = domain::findKey(input.projet.missions, u"mission"_s, mission.code);
        const bool kept = written && written->retenue != false;
        if (const QString text = kept ? base::fold(base::plainText(written->description)) : QString(); !text.isEmpty())
            missions[text] << mission.code;
    }
    Verdicts verdicts;
    for (const auto &[text, codes] : missions)
        if (codes.size() > 1)
            verdicts.push_back(improvement(
                u"Le même texte sert pour %1 missions : dites ce qui est propre à chacune"_s.arg(codes.size()),
                keyedField(u"mission"_s, codes.at(1), u"description"_s)));
    return verdicts;
}

} // namespace

std::vector<Criterion> missionCriteria()
{
    const QString page = u"missions"_s;
    const QString reason = u"Mission socle, sans laquelle le projet ne peut pas être reconnu."_s;
    const QString source = u"Cahier des charges PACA 2022, p. 12 à 14 et 18"_s;
    return {
        {u"lettre.socle-1"_s, page, reason, source, judgeSocleNumber<0>},
        {u"lettre.socle-2"_s, page, reason, source, judgeSocleNumber<1>},
        {u"lettre.socle-3"_s, page, reason, source, judgeSocleNumber<2>},
        {u"lettre.socle-4"_s, page, reason, source, judgeSocleNumber<3>},
        {u"lettre.socle-5"_s, page, reason, source, judgeSocleNumber<4>},
        {u"lettre.missions-complementaires"_s, page, described, u"Cahier des charges PACA 2022, p. 14"_s,
         judgeComplementaires},
        {u"lettre.missions-distinctes"_s, page, u"Chaque mission a ses objectifs : un même texte ne les décrit pas."_s,
         source, judgeTextesRepetes},
    };
}

} // namespace controle
