#include "controle/criteria.h"
#include "controle/codes.h"

#include "base/rich_text.h"
#include "base/text.h"
#include "domain/effectifs.h"
#include "suivi/fiches.h"

#include <algorithm>

namespace controle
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr qsizetype namesShown = 3;

// The parts in their order, and what is judged over several pages with the page where it is mended.
std::vector<Criterion> byPage(const std::vector<std::vector<Criterion>> &parts)
{
    std::vector<Criterion> list;
    QStringList pages;
    for (const auto &part : parts)
        for (const Criterion &each : part) {
            if (!pages.contains(each.page))
                pages << each.page;
            list.push_back(each);
        }
    std::stable_sort(list.begin(), list.end(), [&pages](const Criterion &a, const Criterion &b) {
        return pages.indexOf(a.page) < pages.indexOf(b.page);
    });
    return list;
}

} // namespace

const std::vector<Criterion> &criteria()
{
    static const std::vector<Criterion> all =
        byPage({porteurCriteria(), territoireCriteria(), populationCriteria(), contactCriteria(), equipeCriteria(),
                mobilisationCriteria(), missionCriteria(), calendrierCriteria(), plausibiliteCriteria(),
                resteExempleCriteria(), donneesPatientCriteria(), passagesAttenteCriteria()});
    return all;
}

const std::vector<Criterion> &projetCriteria()
{
    static const std::vector<Criterion> all =
        byPage({projetTerritoireCriteria(), projetDiagnosticCriteria(), projetOffreCriteria(),
                projetStructureCriteria(), projetMembresCriteria(), projetSystemeCriteria(), projetMissionCriteria(),
                projetFicheCriteria(), projetValidationCriteria(), projetSuiviCriteria(), projetCoherenceCriteria(),
                projetPlausibiliteCriteria(), projetResteExempleCriteria(), projetSigleCriteria(),
                projetDonneesPatientCriteria(), projetPassagesAttenteCriteria()});
    return all;
}

QStringList criterionCodes()
{
    QStringList codes;
    for (const auto *all : {&criteria(), &projetCriteria()})
        for (const Criterion &each : *all)
            codes << each.code;
    return codes;
}

Fiches fichesOf(const domain::Projet &projet, const reference::Reference &reference)
{
    return suivi::fichesNumerotees(projet, reference.missions());
}

Fiches fichesVivantes(const domain::Projet &projet, const reference::Reference &reference)
{
    Fiches fiches = fichesOf(projet, reference);
    std::erase_if(fiches, [](const auto &each) { return domain::isAbandoned(*each.second); });
    return fiches;
}

QString nameOf(const domain::FicheAction &fiche)
{
    return blank(fiche.intitule) ? u"Fiche-action sans titre"_s : u"Fiche « %1 »"_s.arg(shortened(fiche.intitule));
}

QString nameOf(const domain::Besoin &besoin)
{
    return blank(besoin.enonce) ? u"Besoin sans énoncé"_s : u"Besoin « %1 »"_s.arg(shortened(besoin.enonce));
}

QString nameOf(const domain::Personne &person)
{
    const QString name = QString(person.prenom + u' ' + person.nom).simplified();
    const QString shown = name.isEmpty() ? person.structure : name;
    return blank(shown) ? u"une personne sans nom"_s : shortened(shown);
}

Verdict fulfilled(const QString &sentence, const domain::FieldAddress &field)
{
    return {Severity::Fulfilled, sentence, field};
}

Verdict blocking(const QString &sentence, const domain::FieldAddress &field)
{
    return {Severity::Blocking, sentence, field};
}

Verdict improvement(const QString &sentence, const domain::FieldAddress &field)
{
    return {Severity::Improvement, sentence, field};
}

Verdict because(Verdict verdict, const QString &reason)
{
    verdict.reason = reason;
    return verdict;
}

domain::FieldAddress uniqueField(const QString &table, const QString &field)
{
    return {table, {}, field};
}

domain::FieldAddress keyedField(const QString &table, const QString &key, const QString &field)
{
    return {table, base::Id::fromKey(table + u':' + key), field};
}

domain::FieldAddress newRecord(const QString &table, const QString &field)
{
    return {table, {}, field};
}

QString textOf(const domain::Projet &projet, const QString &rubrique)
{
    return base::plainText(domain::texteRubrique(projet, rubrique));
}

QString shortened(const QString &text, qsizetype longest)
{
    const QString line = text.simplified();
    return line.size() <= longest ? line : line.left(longest).trimmed() + u'…';
}

QString someOf(const QStringList &names)
{
    if (names.size() <= namesShown + 1)
        return base::frenchList(names);
    return base::frenchList(names.mid(0, namesShown) + QStringList{u"%1 autres"_s.arg(names.size() - namesShown)});
}

bool blank(const QString &text)
{
    return text.trimmed().isEmpty();
}

QString professionKey(const reference::Reference &reference, const QString &profession)
{
    const auto *known = reference.professions().find(profession);
    if (!known)
        known = reference.professions().recognise(profession);
    if (!known)
        return base::fold(profession);
    return known->rpps.isEmpty() ? known->code : known->rpps.join(u'+');
}

bool impossibleShare(const QString &unite, const QString &words, double value)
{
    static const QStringList beyond{u"evolution"_s, u"variation"_s, u"croissance"_s, u"hausse"_s, u"occupation"_s};
    const QString folded = base::fold(words);
    return unite.trimmed() == "%"_L1 && (value > 100 || value < 0) &&
           std::none_of(beyond.begin(), beyond.end(), [&folded](const QString &each) { return folded.contains(each); });
}

domain::LigneOf ligneOf(const Input &input)
{
    return [&input](const QString &profession) { return input.reference.professions().ligneDe(profession); };
}

domain::Effectif countsOf(const Input &input, const QString &ligne)
{
    return domain::effectifDe(input.projet, ligne, ligneOf(input));
}

Verdicts judgeText(const Input &input, const TextRule &rule)
{
    const auto field = keyedField(u"rubrique"_s, rule.rubrique, u"texte"_s);
    const int words = base::wordCount(textOf(input.projet, rule.rubrique));
    if (words == 0) // dashes or dots that wait for the text are told as such, or the user would look for an empty field
        return {{rule.severity,
                 blank(textOf(input.projet, rule.rubrique)) ? rule.empty : rule.empty + u" : des signes, aucun mot"_s,
                 field}};
    const QString count = base::frenchCount(words, u"mot"_s, u"mots"_s);
    if (words < rule.fewWords)
        return {improvement(u"%1 : %2, souvent jugé court"_s.arg(rule.subject, count), field)};
    return {fulfilled(u"%1 : %2"_s.arg(rule.subject, count), field)};
}

bool hasFiche(const domain::Projet &projet, const QString &mission)
{
    const base::Id wanted = base::Id::fromKey(u"mission:"_s + mission);
    return std::any_of(projet.fiches.begin(), projet.fiches.end(), [&wanted](const auto &each) {
        return each.second.mission == wanted && !domain::isAbandoned(each.second);
    });
}

const reference::Mission *missionOf(const Input &input, const domain::FicheAction &fiche)
{
    const auto &all = input.reference.missions().toutes;
    const auto at = std::find_if(all.begin(), all.end(), [&fiche](const auto &each) {
        return base::Id::fromKey(u"mission:"_s + each.code) == fiche.mission;
    });
    return at == all.end() ? nullptr : &*at;
}

} // namespace controle
