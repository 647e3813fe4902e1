// Annexe 4, part 1: the territory once more, the needs and the figures that show them, the offer and its articulation.
#include "base/text.h"
#include "base/written_date.h"
#include "controle/criteria.h"
#include "controle/fil_rouge.h"

#include <algorithm>

namespace controle
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int fewWords = 80;
const QString form = u"Cahier des charges PACA 2022, annexe 4, 1)"_s;

// A criterion of the lettre that the projet de santé has too: the same judgement under another code.
Criterion again(const QString &lettre, const QString &code)
{
    for (const auto &part : {territoireCriteria(), populationCriteria(), mobilisationCriteria()})
        for (Criterion criterion : part)
            if (criterion.code == lettre) {
                criterion.code = code;
                return criterion;
            }
    Q_UNREACHABLE();
}

Verdicts judgeDiagnostic(const Input &input)
{
    const bool own = !blank(textOf(input.projet, u"problematiques-projet"_s));
    const bool lettre = base::wordCount(textOf(input.projet, u"problematiques"_s)) > 0;
    if (!own && lettre)
        return {improvement(u"Le diagnostic est encore celui de la lettre d’intention"_s,
                            keyedField(u"rubrique"_s, u"problematiques-projet"_s, u"texte"_s))};
    return judgeText(input, {u"problematiques-projet"_s, u"Le diagnostic territorial n’est pas écrit"_s,
                             u"Diagnostic territorial"_s, fewWords, Severity::Blocking});
}

Verdicts judgeBesoins(const Input &input)
{
    const auto field = newRecord(u"besoin"_s, u"enonce"_s);
    const auto &besoins = input.projet.besoins;
    const auto count =
        std::count_if(besoins.begin(), besoins.end(), [](const auto &each) { return !blank(each.second.enonce); });
    if (count == 0)
        return {improvement(u"Aucun besoin n’est énoncé"_s, field)};
    for (const auto &[id, besoin] : domain::inOrder(besoins))
        if (blank(besoin->enonce)) // its line prints, empty
            return {improvement(u"Un besoin de la liste n’est pas énoncé"_s, {u"besoin"_s, id, u"enonce"_s})};
    return {fulfilled(base::frenchCount(count, u"besoin énoncé"_s, u"besoins énoncés"_s), field)};
}

Verdicts judgeBesoinsRelies(const Input &input)
{
    Verdicts verdicts;
    for (const auto &[id, besoin] : domain::inOrder(input.projet.besoins)) {
        if (besoin->etat == domain::EtatBesoin::Regle)
            continue;
        if (!hasMission(input.projet, id))
            verdicts.push_back(
                improvement(u"%1 : relié à aucune mission"_s.arg(nameOf(*besoin)), {u"besoin"_s, id, u"missions"_s}));
        else if (!hasAction(input.projet, id))
            verdicts.push_back(improvement(u"%1 : aucune fiche-action n’y répond"_s.arg(nameOf(*besoin)),
                                           {u"besoin"_s, id, u"enonce"_s}));
    }
    if (verdicts.empty() && !input.projet.besoins.empty())
        verdicts.push_back(
            fulfilled(u"Chaque besoin a une mission et une fiche-action"_s, newRecord(u"besoin"_s, u"missions"_s)));
    return verdicts;
}

Verdicts judgeIndicateurs(const Input &input)
{
    const auto field = newRecord(u"indicateur"_s, u"intitule"_s);
    const size_t count = input.projet.indicateurs.size();
    if (count == 0)
        return {improvement(u"Le diagnostic n’a aucun indicateur"_s, field)};
    return {fulfilled(base::frenchCount(static_cast<qint64>(count), u"indicateur d’état des lieux"_s,
                                        u"indicateurs d’état des lieux"_s),
                      field)};
}

// What a reader needs before trusting a figure; empty when it is all there.
QString firstGap(const domain::IndicateurDiagnostic &indicateur)
{
    if (!indicateur.territoire)
        return u"territoire"_s;
    if (blank(indicateur.source))
        return u"source"_s;
    return base::isYear(indicateur.annee) ? QString() : u"annee"_s;
}

Verdicts judgeSources(const Input &input)
{
    Verdicts verdicts;
    for (const auto &[id, indicateur] : domain::inOrder(input.projet.indicateurs)) {
        const QString gap = firstGap(*indicateur);
        if (gap.isEmpty())
            continue;
        const QString name = blank(indicateur->intitule) ? u"Indicateur sans titre"_s
                                                         : u"Indicateur « %1 »"_s.arg(shortened(indicateur->intitule));
        const QString what = gap == u"territoire"_s ? u"sans valeur pour le territoire"_s
                             : gap == u"source"_s   ? u"sans source"_s
                             : indicateur->annee    ? u"l’année s’écrit avec quatre chiffres"_s
                                                    : u"sans année"_s;
        verdicts.push_back(improvement(u"%1 : %2"_s.arg(name, what), {u"indicateur"_s, id, gap}));
    }
    if (verdicts.empty() && !input.projet.indicateurs.empty())
        verdicts.push_back(
            fulfilled(u"Chaque indicateur a une source et une année"_s, newRecord(u"indicateur"_s, u"source"_s)));
    return verdicts;
}

// The bands that hold a figure, the youngest first.
std::vector<std::pair<base::Id, const domain::TrancheAge *>> bandsCounted(const domain::Projet &projet)
{
    std::vector<std::pair<base::Id, const domain::TrancheAge *>> bands;
    for (const auto &[id, tranche] : projet.tranches)
        if (tranche.ensemble || tranche.femmes || tranche.hommes)
            bands.emplace_back(id, &tranche);
    std::stable_sort(bands.begin(), bands.end(), [](const auto &a, const auto &b) {
        return a.second->code.toLongLong() < b.second->code.toLongLong();
    });
    return bands;
}

// Bands are often of one source: told together, or seven findings would say one thing.
Verdicts judgeSourcesAges(const Input &input)
{
    QStringList missing;
    auto field = newRecord(u"tranche"_s, u"source"_s);
    const auto bands = bandsCounted(input.projet);
    for (const auto &[id, tranche] : bands) {
        const bool unsourced = blank(tranche->source);
        if (!unsourced && base::isYear(tranche->annee))
            continue;
        if (missing.isEmpty())
            field = {u"tranche"_s, id, unsourced ? u"source"_s : u"annee"_s};
        missing << shortened(blank(tranche->libelle)
                                 ? u"dès "_s + base::frenchCount(tranche->code.toLongLong(), u"an"_s, u"ans"_s)
                                 : tranche->libelle);
    }
    if (bands.empty())
        return {};
    if (missing.isEmpty())
        return {fulfilled(u"La population par âge a une source et une année"_s, field)};
    return {
        improvement(u"%1 sans source ou sans année : %2"_s.arg(
                        base::frenchCount(missing.size(), u"tranche d’âge"_s, u"tranches d’âge"_s), someOf(missing)),
                    field)};
}

Verdicts judgeOffre(const Input &input)
{
    const auto field = newRecord(u"acteur"_s, u"nom"_s);
    const size_t count = input.projet.acteurs.size();
    if (count > 0)
        return {fulfilled(
            base::frenchCount(static_cast<qint64>(count), u"acteur du territoire"_s, u"acteurs du territoire"_s),
            field)};
    if (!blank(textOf(input.projet, u"offre"_s)))
        return {fulfilled(u"L’offre existante est décrite"_s, keyedField(u"rubrique"_s, u"offre"_s, u"texte"_s))};
    return {improvement(u"L’offre existante du territoire n’est pas décrite"_s, field)};
}

// In the texts of the page, as a whole word.
bool named(const Input &input, const reference::Dynamique &dynamique)
{
    QString texts = u" "_s;
    for (const QString &code : {u"offre"_s, u"modalites"_s})
        texts += base::fold(textOf(input.projet, code)) + u' ';
    return std::any_of(dynamique.reconnuA.begin(), dynamique.reconnuA.end(),
                       [&texts](const QString &words) { return texts.contains(u' ' + words + u' '); });
}

Verdict judgeDynamique(const Input &input, const reference::Dynamique &dynamique)
{
    const QString name = dynamique.sigle.isEmpty() ? dynamique.libelle : dynamique.sigle;
    for (const auto &[id, acteur] : domain::inOrder(input.projet.acteurs)) {
        if (acteur->dynamique != dynamique.code)
            continue;
        const domain::FieldAddress field{u"acteur"_s, id, u"articulation"_s};
        return blank(acteur->articulation)
                   ? improvement(u"%1 : l’articulation prévue n’est pas décrite"_s.arg(name), field)
                   : fulfilled(u"%1 : articulation décrite"_s.arg(name), field);
    }
    const auto field = newRecord(u"acteur"_s, u"dynamique"_s);
    return named(input, dynamique)
               ? fulfilled(u"%1 : cité dans le texte"_s.arg(name), field)
               : improvement(u"%1 : non mentionné ; s’il n’y en a pas, dites-le"_s.arg(name), field);
}

Verdicts judgeArticulations(const Input &input)
{
    Verdicts verdicts;
    for (const reference::Dynamique &dynamique : input.reference.dynamiques().toutes)
        verdicts.push_back(judgeDynamique(input, dynamique));
    return verdicts;
}

Verdicts judgeModalites(const Input &input)
{
    const bool own = !blank(textOf(input.projet, u"modalites"_s));
    const bool lettre = !blank(textOf(input.projet, u"organisation"_s));
    const auto field = keyedField(u"rubrique"_s, u"modalites"_s, u"texte"_s);
    if (!own && !lettre)
        return {improvement(u"Les modalités de travail et de communication ne sont pas décrites"_s, field)};
    return {fulfilled(u"Les modalités de travail sont décrites"_s, field)};
}

} // namespace

std::vector<Criterion> projetTerritoireCriteria()
{
    return {again(u"lettre.communes"_s, u"projet.communes"_s),
            again(u"lettre.zonage"_s, u"projet.zonage"_s),
            again(u"lettre.continuite"_s, u"projet.continuite"_s),
            again(u"lettre.autres-cpts"_s, u"projet.autres-cpts"_s),
            again(u"lettre.communes-actuelles"_s, u"projet.communes-actuelles"_s),
            again(u"lettre.communes-doublons"_s, u"projet.communes-doublons"_s),
            again(u"lettre.region"_s, u"projet.region"_s),
            again(u"lettre.population"_s, u"projet.population"_s),
            again(u"lettre.population-source"_s, u"projet.population-source"_s),
            again(u"lettre.population-somme"_s, u"projet.population-somme"_s),
            again(u"lettre.taille"_s, u"projet.taille"_s),
            again(u"lettre.effectifs-coherents"_s, u"projet.effectifs-coherents"_s),
            ordreDemarche(u"projet.demarche-ordre"_s)};
}

std::vector<Criterion> projetDiagnosticCriteria()
{
    const QString page = u"diagnostic"_s;
    return {
        {u"projet.diagnostic"_s, page,
         u"Le diagnostic identifie les besoins et l’offre : c’est de lui que tout découle."_s, form, judgeDiagnostic},
        {u"projet.besoins"_s, page,
         u"Un besoin énoncé à part peut être relié à une mission, à une action, à un chiffre."_s, form, judgeBesoins},
        {u"projet.besoins-relies"_s, page,
         u"Un besoin sans réponse se remarque : les actions découlent du diagnostic."_s,
         u"Cahier des charges PACA 2022, annexes 4 et 5"_s, judgeBesoinsRelies},
        {u"projet.indicateurs"_s, page, u"La trame demande des indicateurs d’état des lieux."_s, form,
         judgeIndicateurs},
        {u"projet.indicateurs-sources"_s, page,
         u"Un chiffre sans source ni année ne peut pas être vérifié, ni suivi d’une année à l’autre."_s, form,
         judgeSources},
        {u"projet.ages-sources"_s, page, u"La pyramide des âges cite sa source et son année sous le dessin."_s, form,
         judgeSourcesAges},
    };
}

std::vector<Criterion> projetOffreCriteria()
{
    const QString page = u"offre"_s;
    const QString source = u"Cahier des charges PACA 2022, annexe 4, 1c)"_s;
    return {
        {u"projet.offre"_s, page, u"La trame demande l’offre de soins, sociale, médico-sociale et de coordination."_s,
         source, judgeOffre},
        {u"projet.articulations"_s, page,
         u"La trame demande de préciser l’articulation avec chacune de ces dynamiques."_s, source, judgeArticulations},
        {u"projet.modalites"_s, page, u"La CPTS part des habitudes de travail qui existent."_s,
         u"Cahier des charges PACA 2022, annexe 4, 1d)"_s, judgeModalites},
    };
}

} // namespace controle
