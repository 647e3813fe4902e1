#include "suivi/demarche.h"

#include "domain/rank.h"

#include <algorithm>

namespace suivi
{

using namespace Qt::Literals::StringLiterals;

namespace
{

const QString contrat = u"contrat"_s;

// What the phase chosen by the user says is behind: it may be known without any date.
int etapeDeLaPhase(domain::Phase phase)
{
    switch (phase) {
    case domain::Phase::Lettre:
        return 1;
    case domain::Phase::Elaboration:
        return 3;
    case domain::Phase::Valide:
    case domain::Phase::Actualisation:
        break;
    }
    return 5;
}

DateEtape premiere(const domain::Projet &projet, const QString &etape, bool faite)
{
    DateEtape first;
    for (const auto &[id, echeance] : projet.echeances)
        if (echeance.etape == etape && echeance.faite == faite && echeance.date.isValid() &&
            (!first.date.isValid() || echeance.date < first.date))
            first = {id, echeance.date};
    return first;
}

std::vector<domain::Suspension> demandes(const domain::Projet &projet)
{
    std::vector<domain::Suspension> list;
    for (const auto &[id, suspension] : projet.suspensions)
        if (suspension.debut.isValid())
            list.push_back(suspension);
    std::sort(list.begin(), list.end(),
              [](const auto &a, const auto &b) { return std::tie(a.debut, a.fin) < std::tie(b.debut, b.fin); });
    return list;
}

// The delay goes on where it stopped; days that two requests share count once.
void suspendre(Terme &terme, const domain::Projet &projet, const QDate &today)
{
    QDate counted = terme.depart;
    for (const domain::Suspension &suspension : demandes(projet)) {
        if (suspension.debut > terme.date) {
            ++terme.demandesTardives;
            continue;
        }
        const bool open = !suspension.fin.isValid();
        if (open && suspension.debut > today)
            continue; // announced: nothing is stopped yet
        if (open && (!terme.suspenduDepuis.isValid() || suspension.debut < terme.suspenduDepuis))
            terme.suspenduDepuis = suspension.debut;
        const QDate from = std::max(suspension.debut, counted);
        const QDate to = open ? today : suspension.fin;
        if (to <= from)
            continue;
        const int days = static_cast<int>(from.daysTo(to));
        terme.joursSuspendus += days;
        terme.date = terme.date.addDays(days);
        counted = to;
    }
    terme.estime = terme.estime || terme.joursSuspendus > 0 || terme.suspenduDepuis.isValid();
}

struct Vue {
    const domain::Projet &projet;
    const reference::Reference &reference;
    QDate today;
    std::vector<Etape> etapes;

    [[nodiscard]] const Etape *etape(const QString &code) const
    {
        for (const Etape &each : etapes)
            if (each.officielle->code == code)
                return &each;
        return nullptr;
    }
    [[nodiscard]] bool commencee(const QString &code) const
    {
        const Etape *found = etape(code);
        return found && found->reelle.date.isValid();
    }
};

// What puts an end to a delay: the step that follows the awaited answer has begun.
bool estTenu(const Vue &vue, const QString &delai)
{
    const int phase = etapeDeLaPhase(vue.projet.identite.phase);
    const bool signe = vue.commencee(contrat);
    if (delai == u"reponse-ccopd")
        return phase >= 3 || vue.commencee(u"elaboration"_s) || vue.commencee(u"validation"_s) || signe;
    if (delai == u"elaboration-projet")
        return phase >= 5 || vue.commencee(u"validation"_s) || signe;
    if (delai == u"validation-reputee")
        return phase >= 5 || signe;
    return false;
}

// The step begins when the one before is answered: without its own date, an estimation.
DateEtape depart(const Vue &vue, const Etape &etape, bool &estime)
{
    if (etape.reelle.date.isValid())
        return etape.reelle;
    estime = true;
    if (etape.prevue.date.isValid())
        return etape.prevue;
    const Terme *answer = etape.officielle->code == u"elaboration" ? terme(vue.etapes, u"reponse-ccopd"_s) : nullptr;
    return answer && !answer->tenu ? DateEtape{{}, answer->date} : DateEtape{};
}

void compter(Vue &vue, Etape &etape)
{
    for (const reference::Delai &delai : etape.officielle->delais) {
        Terme counted;
        counted.delai = &delai;
        counted.etape = etape.officielle->code;
        counted.depart = depart(vue, etape, counted.estime).date;
        if (!counted.depart.isValid())
            continue;
        counted.date = counted.depart.addMonths(delai.mois);
        counted.tenu = estTenu(vue, delai.code);
        if (delai.code == u"validation-reputee" && !counted.tenu)
            suspendre(counted, vue.projet, vue.today);
        etape.termes.push_back(counted);
    }
}

// The lettre and the contract are done on their day; the other steps go on from theirs.
int enCours(const Vue &vue)
{
    int current = etapeDeLaPhase(vue.projet.identite.phase);
    for (const Etape &etape : vue.etapes) {
        const bool ends = etape.officielle->code == u"lettre-intention" || etape.officielle->code == contrat;
        if (etape.reelle.date.isValid())
            current = std::max(current, etape.officielle->numero + (ends ? 1 : 0));
    }
    return current;
}

} // namespace

std::vector<Etape> demarche(const domain::Projet &projet, const reference::Reference &reference, const QDate &today)
{
    Vue vue{projet, reference, today, {}};
    for (const reference::Etape &official : reference.etapes().etapes) {
        Etape etape;
        etape.officielle = &official;
        etape.prevue = premiere(projet, official.code, false);
        etape.reelle = premiere(projet, official.code, true);
        if (official.code == contrat && projet.identite.contratLe.isValid())
            etape.reelle = {{}, projet.identite.contratLe};
        vue.etapes.push_back(std::move(etape));
    }
    const int current = enCours(vue);
    for (Etape &etape : vue.etapes) {
        const int number = etape.officielle->numero;
        etape.etat = number < current              ? EtatEtape::Faite
                     : number == current           ? EtatEtape::EnCours
                     : etape.prevue.date.isValid() ? EtatEtape::Prevue
                                                   : EtatEtape::AVenir;
        compter(vue, etape);
    }
    return vue.etapes;
}

int etapeEnCours(const std::vector<Etape> &etapes)
{
    for (const Etape &etape : etapes)
        if (etape.etat == EtatEtape::EnCours)
            return etape.officielle->numero;
    return static_cast<int>(etapes.size()) + 1;
}

const Terme *terme(const std::vector<Etape> &etapes, const QString &code)
{
    for (const Etape &etape : etapes)
        for (const Terme &each : etape.termes)
            if (each.delai->code == code)
                return &each;
    return nullptr;
}

QString regionDe(const domain::Projet &projet, const reference::Reference &reference)
{
    QString region;
    for (const auto &[id, commune] : projet.communes)
        if (const auto known = reference.communes().find(commune.code)) {
            if (!region.isEmpty() && known->region != region)
                return {};
            region = known->region;
        }
    return region;
}

QString sourceDesTermes(const domain::Projet &projet, const reference::Reference &reference)
{
    const reference::Missions &missions = reference.missions();
    return regionDe(projet, reference) == missions.regionProgressive ? missions.sourceProgressive
                                                                     : missions.sourceDelais;
}

TermeMission termeMission(const domain::Projet &projet, const reference::Reference &reference,
                          const reference::Mission &officielle)
{
    const QDate signature = projet.identite.contratLe;
    const auto after = [&signature](const std::optional<int> &months) {
        return signature.isValid() && months ? signature.addMonths(*months) : QDate();
    };
    const base::Id mission = base::Id::fromKey(u"mission:"_s + officielle.code);
    if (const reference::Missions &all = reference.missions(); regionDe(projet, reference) == all.regionProgressive)
        return {mission, &officielle, {}, after(all.progressiveMois)};
    return {mission, &officielle, after(officielle.demarrageMois), after(officielle.deploiementMois)};
}

std::vector<TermeMission> termesMissions(const domain::Projet &projet, const reference::Reference &reference)
{
    std::vector<TermeMission> termes;
    for (const reference::Mission &official : reference.missions().toutes) {
        const TermeMission terme = termeMission(projet, reference, official);
        const domain::Mission *mission = projet.missions.find(terme.mission);
        const bool dated = terme.demarrage.isValid() || terme.deploiement.isValid();
        if (dated && mission && mission->retenue.value_or(false))
            termes.push_back(terme);
    }
    return termes;
}

domain::ChangeList dater(const domain::Projet &projet, const reference::Reference &reference, const QString &etape,
                         bool faite, const QDate &date)
{
    if (etape == contrat && faite)
        return domain::setting(projet, {u"identite"_s, {}, u"contratLe"_s}, date);
    const reference::Etape *official = reference.etapes().etape(etape);
    if (!official)
        return {};
    const base::Id id = premiere(projet, etape, faite).id;
    if (!id.isNull()) {
        // A title of the user's own is kept, and loses only its date.
        const domain::Echeance *there = projet.echeances.find(id);
        const bool ours = there->intitule.isEmpty() || there->intitule == official->titre;
        return date.isValid() || !ours ? domain::setting(projet, {u"echeance"_s, id, u"date"_s}, date)
                                       : domain::removing(projet, u"echeance"_s, id);
    }
    if (!date.isValid())
        return {};
    QString last;
    for (const auto &[other, echeance] : projet.echeances)
        last = std::max(last, echeance.rang);
    return domain::inserting(projet, u"echeance"_s, base::Id::create(),
                             {{u"rang"_s, domain::rankBetween(last, {})},
                              {u"etape"_s, etape},
                              {u"intitule"_s, official->titre},
                              {u"date"_s, date},
                              {u"faite"_s, faite}});
}

namespace
{

// As dater() writes the real date of a step: done, under the name of the step.
bool estUneNote(const reference::Reference &reference, const domain::Echeance &echeance)
{
    const reference::Etape *official = reference.etapes().etape(echeance.etape);
    return official && echeance.faite && (echeance.intitule.isEmpty() || echeance.intitule == official->titre);
}

} // namespace

bool noteeSeulement(const domain::Projet &projet, const reference::Reference &reference, const base::Id &echeance)
{
    const domain::Echeance *note = projet.echeances.find(echeance);
    if (!note || !estUneNote(reference, *note))
        return false;
    return std::any_of(projet.echeances.begin(), projet.echeances.end(), [&](const auto &each) {
        return each.first != echeance && each.second.etape == note->etape && each.second.date.isValid();
    });
}

domain::FieldAddress dateTenue(const domain::Projet &projet, const reference::Reference &reference,
                               const base::Id &echeance)
{
    const domain::FieldAddress own{u"echeance"_s, echeance, u"date"_s};
    const domain::Echeance *asked = projet.echeances.find(echeance);
    if (!asked)
        return own;
    const bool planned = premiere(projet, asked->etape, false).id == echeance;
    if (asked->etape == contrat && projet.identite.contratLe.isValid())
        return planned || estUneNote(reference, *asked) ? domain::FieldAddress{u"identite"_s, {}, u"contratLe"_s} : own;
    const base::Id real = premiere(projet, asked->etape, true).id;
    return planned && noteeSeulement(projet, reference, real) ? domain::FieldAddress{u"echeance"_s, real, u"date"_s}
                                                              : own;
}

} // namespace suivi
