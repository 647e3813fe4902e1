#include "models/tables.h"

#include "base/text.h"
#include "models/columns.h"

namespace models
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QString zonageLabel(domain::Zonage zonage)
{
    for (const auto &[each, choice] : domain::Choices<domain::Zonage>::all())
        if (each == zonage)
            return choice.label;
    return {};
}

} // namespace

std::vector<Id> qpvOf(const Projet &projet, const Id &commune)
{
    std::vector<Id> found;
    for (const auto &[id, qpv] : domain::inOrder(projet.qpv))
        if (std::find(qpv->communes.begin(), qpv->communes.end(), commune) != qpv->communes.end())
            found.push_back(id);
    return found;
}

QStringList particularites(const Projet &projet, const Id &commune)
{
    const domain::Commune *record = projet.communes.find(commune);
    if (!record)
        return {};
    QStringList words;
    const bool capitals = record->zonage == domain::Zonage::Zip || record->zonage == domain::Zonage::Zac;
    words += capitals ? zonageLabel(record->zonage) : zonageLabel(record->zonage).toLower();
    const size_t count = qpvOf(projet, commune).size();
    if (count == 1)
        words += u"QPV"_s;
    else if (count > 1)
        words += u"%1 QPV"_s.arg(count);
    return words;
}

QString particularitesEnClair(const Projet &projet, const Id &commune)
{
    QStringList words = particularites(projet, commune).mid(0, 1);
    for (const Id &id : qpvOf(projet, commune)) {
        const domain::Qpv *qpv = projet.qpv.find(id);
        QString text = u"QPV "_s + (qpv->nom.isEmpty() ? qpv->code : qpv->nom);
        if (qpv->zonage != domain::Zonage::NonRenseigne)
            text += u" (%1)"_s.arg(zonageLabel(qpv->zonage));
        words += text.trimmed();
    }
    return words.join(u" · "_s);
}

std::vector<Id> equipe(const Projet &projet)
{
    std::vector<Id> members;
    for (const auto &[id, personne] : domain::inOrder(projet.personnes))
        if (personne->equipeProjet || id == projet.identite.porteur)
            members.push_back(id);
    return members;
}

QString nomComplet(const domain::Personne &personne)
{
    return QString(personne.prenom + u' ' + personne.nom).trimmed();
}

TableSpec communesTable()
{
    TableSpec spec;
    spec.table = u"commune"_s;
    spec.watched = {u"qpv"_s};
    spec.rows = [](const Projet &projet) {
        std::vector<Id> ids;
        for (const auto &[id, commune] : domain::communesParNom(projet))
            ids.push_back(id);
        return ids;
    };
    spec.columns = {words(u"nom"_s, u"Commune"_s), words(u"codePostal"_s),
                    number(u"population"_s, u"Habitants"_s, false), words(u"zonage"_s, u"Particularité"_s, true)};
    spec.columns.back().text = particularitesEnClair;
    return spec;
}

TableSpec equipeTable(const LabelOf &profession)
{
    TableSpec spec;
    spec.table = u"personne"_s;
    spec.watched = {u"identite"_s};
    spec.rows = equipe;
    const auto name = [](const Projet &projet, const Id &id) {
        const domain::Personne *personne = projet.personnes.find(id);
        if (!personne)
            return QString();
        const QString full = nomComplet(*personne);
        const QString shown = full.isEmpty() ? u"(sans nom)"_s : full;
        return id == projet.identite.porteur ? shown + u" · porteur"_s : shown;
    };
    const auto job = [profession](const Projet &projet, const Id &id) {
        const domain::Personne *personne = projet.personnes.find(id);
        return personne ? profession(personne->profession) : QString();
    };
    spec.columns = {derived(u"Nom"_s, name),
                    derived(u"Profession"_s, job),
                    words(u"lieuExercice"_s, u"Lieu d’exercice"_s),
                    words(u"structure"_s, u"Structure"_s),
                    words(u"secteur"_s, u"Secteur"_s),
                    words(u"gouvernance"_s, u"Gouvernance"_s)};
    return spec;
}

TableSpec partenairesTable()
{
    return rangedTable(u"partenaire"_s,
                       {words(u"service"_s, {}, true), words(u"representant"_s, {}, true),
                        words(u"localisation"_s, {}, true), words(u"avancement"_s, u"État d’avancement"_s, true),
                        words(u"gouvernance"_s, u"Gouvernance"_s, true)});
}

TableSpec mobilisationsTable()
{
    return rangedTable(u"mobilisation"_s,
                       {words(u"sorte"_s, u"Type"_s), words(u"date"_s), words(u"lieu"_s),
                        number(u"invites"_s, u"Invités"_s, false), number(u"presents"_s, u"Présents"_s, false)});
}

TableSpec echeancesTable(const LabelOf &etape)
{
    const auto step = [etape](const Projet &projet, const Id &id) {
        const domain::Echeance *echeance = projet.echeances.find(id);
        return echeance && !echeance->etape.isEmpty() ? etape(echeance->etape) : QString();
    };
    return rangedTable(u"echeance"_s,
                       {words(u"date"_s), words(u"intitule"_s, u"Échéance"_s), derived(u"Étape de la démarche"_s, step),
                        derived(u"Fait"_s, [](const Projet &projet, const Id &id) {
                            const domain::Echeance *echeance = projet.echeances.find(id);
                            return echeance && echeance->faite ? u"oui"_s : QString();
                        })});
}

} // namespace models
