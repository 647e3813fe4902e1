#include "models/tables_projet.h"

#include "base/text.h"
#include "base/written_date.h"
#include "domain/effectifs.h"
#include "models/columns.h"
#include "suivi/reunions.h"

#include <algorithm>
#include <map>

namespace models
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// The children of one fiche, in order.
template <class T>
TableSpec ofFiche(const QString &table, domain::Records<T> Projet::*member, const Id &fiche,
                  std::vector<Column> columns)
{
    TableSpec spec;
    spec.table = table;
    spec.rows = [member, fiche](const Projet &projet) {
        std::vector<Id> ids;
        for (const auto &[id, record] : domain::inOrder(projet.*member))
            if (record->fiche == fiche)
                ids.push_back(id);
        return ids;
    };
    spec.columns = std::move(columns);
    return spec;
}

// A figure of a diagnostic indicator, with the unit of its row.
Column figure(const QString &header, domain::Decimal domain::IndicateurDiagnostic::*value)
{
    Column column = derived(header, [value](const Projet &projet, const Id &id) {
        const domain::IndicateurDiagnostic *indicateur = projet.indicateurs.find(id);
        return indicateur ? chiffre(indicateur->*value, indicateur->unite) : QString();
    });
    column.alignment = Qt::AlignRight | Qt::AlignVCenter;
    return column;
}

QString sourceAndYear(const Projet &projet, const Id &id)
{
    const domain::IndicateurDiagnostic *indicateur = projet.indicateurs.find(id);
    if (!indicateur)
        return {};
    const QString year = base::isYear(indicateur->annee) ? QString::number(*indicateur->annee) : u"année ?"_s;
    return (indicateur->source.isEmpty() ? u"source ?"_s : indicateur->source) + u' ' + year;
}

domain::Number sommeDes(const Projet &projet, domain::Number domain::TrancheAge::*count)
{
    domain::Number sum;
    for (const auto &[id, tranche] : projet.tranches)
        addCount(sum, tranche.*count);
    return sum;
}

} // namespace

QString chiffre(const domain::Decimal &value, const QString &unite)
{
    if (!value)
        return {};
    // Only a short unit stands beside each figure; "pour 10 000 habitants" is read in the indicator's name.
    const QString number = base::frenchNumber(*value, 2);
    return unite.size() > 3 || unite.isEmpty() ? number : number + u'\u00A0' + unite;
}

TableSpec besoinsTable()
{
    TableSpec spec = rangedTable(u"besoin"_s, {words(u"enonce"_s), words(u"priorite"_s)});
    spec.watched = {u"fiche"_s, u"mission"_s};
    spec.columns.push_back(derived(u"Dit par"_s, [](const Projet &projet, const Id &id) {
        const domain::Besoin *besoin = projet.besoins.find(id);
        QStringList voices;
        if (besoin && besoin->ditParDonnees)
            voices += u"données"_s;
        if (besoin && besoin->ditParProfessionnels)
            voices += u"professionnels"_s;
        if (besoin && besoin->ditParUsagers)
            voices += u"usagers"_s;
        return voices.join(u", "_s);
    }));
    spec.columns.push_back(derived(u"Fiches"_s, [](const Projet &projet, const Id &id) {
        int count = 0;
        for (const auto &[ficheId, fiche] : projet.fiches)
            count += std::count(fiche.besoins.begin(), fiche.besoins.end(), id) > 0 ? 1 : 0;
        return count == 0 ? u"aucune"_s : QString::number(count);
    }));
    return spec;
}

TableSpec indicateursTable()
{
    using Indicateur = domain::IndicateurDiagnostic;
    return rangedTable(u"indicateur"_s,
                       {words(u"intitule"_s), figure(u"Territoire"_s, &Indicateur::territoire),
                        figure(u"Dépt"_s, &Indicateur::departement), figure(u"Région"_s, &Indicateur::region),
                        figure(u"France"_s, &Indicateur::france), derived(u"Source"_s, sourceAndYear)});
}

QString totalDesAges(const Projet &projet)
{
    const domain::Number total = domain::habitantsParAge(projet);
    if (!total)
        return {};
    const QString told = u"Total : "_s + base::frenchCount(*total, u"habitant"_s, u"habitants"_s);
    const domain::Number retained = domain::populationRetenue(projet);
    return retained ? told + u", pour une population retenue de %1."_s.arg(base::frenchNumber(*retained)) : told + u'.';
}

TableSpec tranchesTable(const std::vector<Labelled> &tranches)
{
    TableSpec spec;
    spec.table = u"tranche"_s;
    std::vector<Id> rows;
    std::map<Id, Labelled> byId;
    for (const Labelled &each : tranches) {
        rows.push_back(Id::fromKey(u"tranche:"_s + each.code));
        byId[rows.back()] = each;
    }
    spec.rows = [rows](const Projet &) { return rows; };
    spec.key = [byId](const Id &id) { return byId.at(id).code; };
    Column band = words(u"libelle"_s, u"Âge"_s);
    band.text = [byId](const Projet &, const Id &id) { return byId.at(id).label; };
    spec.columns = {band,
                    number(u"femmes"_s, u"Femmes"_s),
                    number(u"hommes"_s, u"Hommes"_s),
                    number(u"ensemble"_s, u"Ensemble"_s),
                    number(u"annee"_s, u"Année"_s),
                    words(u"source"_s, u"Source"_s, true)};
    spec.footer = [](const Projet &projet, int column) {
        const auto shown = [](const domain::Number &sum) { return sum ? base::frenchNumber(*sum) : QString(); };
        switch (column) {
        case 0:
            return u"Total"_s;
        case 1:
            return shown(sommeDes(projet, &domain::TrancheAge::femmes));
        case 2:
            return shown(sommeDes(projet, &domain::TrancheAge::hommes));
        case 3:
            return shown(domain::habitantsParAge(projet));
        default:
            return QString();
        }
    };
    spec.watched = {u"population"_s, u"commune"_s};
    spec.sum = totalDesAges;
    return spec;
}

TableSpec protocolesTable(const std::vector<Labelled> &professions)
{
    std::vector<std::pair<Id, QString>> labels; // in the order of the documents
    for (const Labelled &each : professions)
        labels.emplace_back(Id::fromKey(u"effectif:"_s + each.code), each.label);
    const auto concerned = [labels](const Projet &projet, const Id &id) {
        const domain::Protocole *protocole = projet.protocoles.find(id);
        QStringList names;
        for (const auto &[profession, label] : labels)
            if (protocole && std::find(protocole->professions.begin(), protocole->professions.end(), profession) !=
                                 protocole->professions.end())
                names << label;
        return names.join(u", "_s);
    };
    const auto carrier = [](const Projet &projet, const Id &id) {
        const domain::Protocole *protocole = projet.protocoles.find(id);
        const domain::FicheAction *fiche = protocole ? projet.fiches.find(protocole->fiche) : nullptr;
        return fiche ? fiche->intitule : QString();
    };
    TableSpec spec =
        rangedTable(u"protocole"_s, {words(u"theme"_s, u"Protocole"_s), derived(u"Professions"_s, concerned),
                                     derived(u"Fiche-action"_s, carrier)});
    spec.watched = {u"fiche"_s};
    return spec;
}

TableSpec acteursTable()
{
    return rangedTable(u"acteur"_s, {words(u"nom"_s), words(u"sorte"_s), words(u"localisation"_s)});
}

TableSpec membresTable(const LabelOf &profession)
{
    TableSpec spec;
    spec.table = u"personne"_s;
    spec.rows = [](const Projet &projet) {
        std::vector<Id> ids;
        for (const auto &[id, personne] : domain::membres(projet))
            ids.push_back(id);
        return ids;
    };
    const auto name = [](const Projet &projet, const Id &id) {
        const domain::Personne *personne = projet.personnes.find(id);
        const QString shown = personne ? domain::nomDe(*personne) : QString();
        return shown.isEmpty() ? u"(sans nom)"_s : shown;
    };
    const auto job = [profession](const Projet &projet, const Id &id) {
        const domain::Personne *personne = projet.personnes.find(id);
        return personne ? profession(personne->profession) : QString();
    };
    spec.columns = {derived(u"Nom"_s, name), derived(u"Profession"_s, job), words(u"statut"_s),
                    words(u"gouvernance"_s, u"Gouvernance"_s), words(u"elaboration"_s, u"Élaboration"_s)};
    return spec;
}

TableSpec instancesTable()
{
    return rangedTable(u"instance"_s, {words(u"nom"_s), words(u"composition"_s), words(u"rythme"_s, u"Rythme"_s)});
}

TableSpec partenairesProjetTable()
{
    return rangedTable(u"partenaire"_s, {words(u"service"_s, u"Service ou établissement"_s), words(u"representant"_s),
                                         words(u"localisation"_s), words(u"convention"_s, u"Formalisé"_s),
                                         words(u"gouvernance"_s, u"Gouvernance"_s)});
}

TableSpec outilsTable()
{
    return rangedTable(u"outil"_s, {words(u"service"_s), words(u"usage"_s), words(u"utilisateurs"_s)});
}

QString totalDesPostes(const Projet &projet)
{
    domain::Number people;
    domain::Decimal time;
    qint64 uncounted = 0; // posts whose number is not told: « 2 personnes » alone would be all of them
    for (const auto &[id, poste] : projet.postes) {
        addCount(people, poste.nombre);
        uncounted += poste.nombre ? 0 : 1;
        if (poste.etp)
            time = time.value_or(0) + *poste.etp;
    }
    QStringList sums;
    if (people)
        sums << base::frenchCount(*people, u"personne"_s, u"personnes"_s) +
                    (uncounted > 0
                         ? u" et "_s + base::frenchCount(uncounted, u"poste"_s, u"postes"_s) + u" sans nombre"_s
                         : QString());
    if (time)
        sums << base::frenchNumber(*time, 2) +
                    (*time < 2 ? u" équivalent temps plein"_s : u" équivalents temps plein"_s);
    return sums.isEmpty() ? QString() : u"Total : %1."_s.arg(sums.join(u", "_s));
}

TableSpec postesTable()
{
    TableSpec spec = rangedTable(u"poste"_s, {words(u"fonction"_s, u"Fonction"_s), number(u"nombre"_s, {}, false),
                                              number(u"etp"_s, u"Équivalents temps plein"_s, false)});
    spec.sum = totalDesPostes;
    return spec;
}

TableSpec prestationsTable()
{
    return rangedTable(u"prestation"_s, {words(u"type"_s), words(u"temps"_s)});
}

TableSpec reunionsTable()
{
    TableSpec spec = rangedTable(u"reunion"_s, {words(u"date"_s), words(u"sorte"_s, u"Type"_s), words(u"intitule"_s)});
    Column present = derived(u"Présents"_s, [](const Projet &projet, const Id &id) {
        const domain::Reunion *reunion = projet.reunions.find(id);
        const domain::Number count = reunion ? suivi::participants(*reunion) : domain::Number();
        return count ? base::frenchNumber(*count) : QString();
    });
    present.alignment = Qt::AlignRight | Qt::AlignVCenter;
    spec.columns.push_back(std::move(present));
    return spec;
}

TableSpec objectifsTable(const Id &fiche)
{
    TableSpec spec = ofFiche(u"objectif"_s, &Projet::objectifs, fiche, {words(u"enonce"_s, u"Objectif"_s)});
    spec.watched = {u"indicateurAction"_s};
    spec.columns.push_back(derived(u"Indicateurs"_s, [](const Projet &projet, const Id &id) {
        QStringList names;
        for (const auto &[each, indicateur] : domain::inOrder(projet.indicateursAction))
            if (indicateur->objectif == id)
                names += indicateur->intitule;
        return names.isEmpty() ? u"à choisir"_s : names.join(u", "_s);
    }));
    spec.columns.push_back(derived(u"Cible"_s, [](const Projet &projet, const Id &id) {
        QStringList targets;
        for (const auto &[each, indicateur] : domain::inOrder(projet.indicateursAction))
            if (indicateur->objectif == id)
                targets += indicateur->cible ? chiffre(indicateur->cible, indicateur->unite) : u"–"_s;
        return targets.isEmpty() ? u"–"_s : targets.join(u", "_s);
    }));
    return spec;
}

QString tailleEnClair(qint64 octets)
{
    constexpr qint64 kilo = 1024;
    if (octets < kilo * kilo)
        return base::frenchNumber(std::max<qint64>(1, (octets + kilo - 1) / kilo)) + u"\u00A0Ko"_s;
    return base::frenchNumber(double(octets) / double(kilo * kilo), 1) + u"\u00A0Mo"_s;
}

TableSpec piecesTable()
{
    TableSpec spec = rangedTable(u"piece"_s, {words(u"nom"_s, u"Fichier"_s), words(u"sorte"_s)});
    const auto of = [](auto text) {
        return [text](const Projet &projet, const Id &id) {
            const domain::PieceJointe *piece = projet.pieces.find(id);
            return piece ? text(projet, *piece) : QString();
        };
    };
    Column size = derived(u"Taille"_s, of([](const Projet &projet, const domain::PieceJointe &piece) {
                              return projet.contenus.find(piece.empreinte) ? tailleEnClair(piece.taille.value_or(0))
                                                                           : u"contenu absent"_s;
                          }));
    size.alignment = Qt::AlignRight | Qt::AlignVCenter;
    spec.columns.push_back(size);
    spec.columns.push_back(derived(u"Ajoutée le"_s, of([](const Projet &, const domain::PieceJointe &piece) {
                                       return base::frenchShortDate(piece.ajouteeLe);
                                   })));
    spec.columns.push_back(derived(u"Au dossier"_s, of([](const Projet &, const domain::PieceJointe &piece) {
                                       return piece.jointe ? u"Oui"_s : u"Non"_s;
                                   })));
    return spec;
}

TableSpec etapesActionTable(const Id &fiche)
{
    TableSpec spec = ofFiche(u"etapeAction"_s, &Projet::etapesAction, fiche, {words(u"intitule"_s), words(u"debut"_s)});
    spec.watched = {u"personne"_s};
    spec.columns.push_back(derived(u"Fin"_s, [](const Projet &projet, const Id &id) {
        const domain::EtapeAction *etape = projet.etapesAction.find(id);
        const bool oneDay = !etape || etape->sorte == domain::SorteEtape::Jalon; // whatever it was before
        return oneDay ? QString() : base::frenchShortDate(etape->fin);
    }));
    spec.columns.push_back(derived(u"Référent"_s, [](const Projet &projet, const Id &id) {
        const domain::EtapeAction *etape = projet.etapesAction.find(id);
        const domain::Personne *personne = etape ? projet.personnes.find(etape->referent) : nullptr;
        return personne ? nomComplet(*personne) : QString();
    }));
    return spec;
}

TableSpec indicateursActionTable(const Id &fiche)
{
    const auto value = [](domain::Decimal domain::IndicateurAction::*member) {
        return [member](const Projet &projet, const Id &id) {
            const domain::IndicateurAction *indicateur = projet.indicateursAction.find(id);
            return indicateur ? chiffre(indicateur->*member, indicateur->unite) : QString();
        };
    };
    return ofFiche(u"indicateurAction"_s, &Projet::indicateursAction, fiche,
                   {words(u"intitule"_s), words(u"sorte"_s, u"Type"_s),
                    derived(u"Départ"_s, value(&domain::IndicateurAction::depart)),
                    derived(u"Cible"_s, value(&domain::IndicateurAction::cible)), words(u"echeance"_s, u"Échéance"_s)});
}

TableSpec budgetTable(const Id &fiche)
{
    return ofFiche(u"budget"_s, &Projet::budget, fiche,
                   {words(u"intitule"_s), words(u"sorte"_s, u"Type"_s), number(u"annee"_s, u"Année"_s, false),
                    number(u"prevu"_s, u"Prévu (€)"_s, false), number(u"realise"_s, u"Réalisé (€)"_s, false)});
}

} // namespace models
