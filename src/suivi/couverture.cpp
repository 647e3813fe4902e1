#include "suivi/couverture.h"

#include "base/text.h"

#include <algorithm>

namespace suivi
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QStringList communesDe(const domain::Projet &projet)
{
    QStringList codes;
    for (const auto &[id, commune] : projet.communes)
        codes << commune.code;
    return domain::codesDe(codes.join(u' '));
}

QStringList missionsDe(const domain::Projet &projet)
{
    QStringList codes;
    for (const auto &[id, mission] : projet.missions)
        if (mission.retenue.value_or(false))
            codes << mission.code;
    return domain::codesDe(codes.join(u' '));
}

QStringList sans(const QStringList &all, const QStringList &others)
{
    QStringList left;
    for (const QString &each : all)
        if (!others.contains(each))
            left << each;
    return left;
}

QStringList nomsDesCommunes(const QStringList &codes, const domain::Projet &projet,
                            const reference::Reference &reference)
{
    QStringList names;
    for (const QString &code : codes) {
        const domain::Commune *here = domain::findKey(projet.communes, u"commune"_s, code);
        const auto known = here ? std::nullopt : reference.communes().find(code);
        names << (here ? here->nom : known ? known->nom : code);
    }
    std::sort(names.begin(), names.end(), base::frenchLess);
    return names;
}

QStringList nomsDesMissions(const QStringList &codes, const reference::Reference &reference)
{
    QStringList names;
    for (const reference::Mission &mission : reference.missions().toutes)
        if (codes.contains(mission.code))
            names << mission.libelleCourt;
    return names;
}

// « missions ajoutées : Parcours, Prévention ».
QString enMots(const QString &noun, const QStringList &names, const QString &what)
{
    if (names.isEmpty())
        return {};
    const QString plural = names.size() > 1 ? u"s"_s : QString();
    return noun + plural + u' ' + what + plural + u" : "_s + names.join(u", "_s);
}

// One line a change, as a contract is written.
QString objetDe(const EcartContrat &ecart)
{
    QStringList lines{enMots(u"Commune"_s, ecart.communesAjoutees, u"ajoutée"_s),
                      enMots(u"Commune"_s, ecart.communesRetirees, u"retirée"_s),
                      enMots(u"Mission"_s, ecart.missionsAjoutees, u"ajoutée"_s),
                      enMots(u"Mission"_s, ecart.missionsRetirees, u"retirée"_s)};
    if (ecart.taille)
        lines << u"Taille de la CPTS : %1 au lieu de %2"_s.arg(*ecart.taille).arg(*ecart.tailleContrat);
    lines.removeAll(QString());
    return lines.join(u".\n"_s) + (lines.isEmpty() ? QString() : u"."_s);
}

} // namespace

bool EcartContrat::vide() const
{
    return communesAjoutees.isEmpty() && communesRetirees.isEmpty() && missionsAjoutees.isEmpty() &&
           missionsRetirees.isEmpty() && !taille;
}

bool contratRetenu(const domain::Projet &projet)
{
    return !domain::codesDe(projet.contrat.communes).isEmpty() || !domain::codesDe(projet.contrat.missions).isEmpty();
}

EcartContrat ecartAuContrat(const domain::Projet &projet, const reference::Reference &reference)
{
    EcartContrat ecart;
    if (!contratRetenu(projet))
        return ecart;
    const QStringList communes = communesDe(projet);
    const QStringList kept = domain::codesDe(projet.contrat.communes);
    ecart.communesAjoutees = nomsDesCommunes(sans(communes, kept), projet, reference);
    ecart.communesRetirees = nomsDesCommunes(sans(kept, communes), projet, reference);
    const QStringList missions = missionsDe(projet);
    const QStringList signedFor = domain::codesDe(projet.contrat.missions);
    ecart.missionsAjoutees = nomsDesMissions(sans(missions, signedFor), reference);
    ecart.missionsRetirees = nomsDesMissions(sans(signedFor, missions), reference);
    const auto before = reference.tailles().taille(projet.contrat.population.value_or(0));
    const auto now = reference.tailles().taille(domain::populationRetenue(projet).value_or(0));
    if (before && now && before != now) {
        ecart.tailleContrat = before;
        ecart.taille = now;
    }
    return ecart;
}

QString ecartEnMots(const EcartContrat &ecart)
{
    QStringList communes;
    for (const QString &name : ecart.communesAjoutees)
        communes << u"+ "_s + name;
    for (const QString &name : ecart.communesRetirees)
        communes << u"− "_s + name;
    QStringList parts;
    if (!communes.isEmpty())
        parts << u"communes : "_s + communes.join(u", "_s);
    parts << enMots(u"mission"_s, ecart.missionsAjoutees, u"ajoutée"_s)
          << enMots(u"mission"_s, ecart.missionsRetirees, u"retirée"_s);
    if (ecart.taille)
        parts << u"taille %1 au contrat, taille %2 aujourd’hui"_s.arg(*ecart.tailleContrat).arg(*ecart.taille);
    parts.removeAll(QString());
    return parts.join(u" ; "_s);
}

domain::Avenant avenantAPreparer(const domain::Projet &projet, const reference::Reference &reference)
{
    const EcartContrat ecart = ecartAuContrat(projet, reference);
    domain::Avenant avenant;
    avenant.objet = objetDe(ecart);
    for (const auto &[id, each] : projet.avenants)
        if (each.objet == avenant.objet || (!each.signeLe.isValid() && !each.objet.trimmed().isEmpty()))
            return {}; // told already, or being written
    const bool missions = !ecart.missionsAjoutees.isEmpty() || !ecart.missionsRetirees.isEmpty();
    const bool communes = !ecart.communesAjoutees.isEmpty() || !ecart.communesRetirees.isEmpty();
    avenant.motif = communes       ? domain::MotifAvenant::Territoire
                    : missions     ? domain::MotifAvenant::Mission
                    : ecart.taille ? domain::MotifAvenant::Autre
                                   : domain::MotifAvenant::NonRenseigne;
    return avenant;
}

domain::ChangeList retenirContrat(const domain::Projet &projet)
{
    domain::ChangeList changes;
    const auto keep = [&](const QString &field, const domain::Value &value) {
        const auto more = domain::setting(projet, {u"contrat"_s, {}, field}, value);
        changes.insert(changes.end(), more.begin(), more.end());
    };
    keep(u"communes"_s, domain::listeDe(communesDe(projet)));
    keep(u"missions"_s, domain::listeDe(missionsDe(projet)));
    const domain::Number population = domain::populationRetenue(projet);
    keep(u"population"_s, population ? domain::Value(*population) : domain::Value());
    return changes;
}

} // namespace suivi
