#include "domain/diagnostic.h"

#include "domain/table_builders.h"

#include <QLocale>

namespace domain
{

using namespace Qt::Literals::StringLiterals;

template <class E>
using ChoiceList = std::vector<std::pair<E, Choice>>;

const ChoiceList<Priorite> &Choices<Priorite>::all()
{
    static const ChoiceList<Priorite> list{{Priorite::NonRenseignee, {u""_s, u"Non renseignée"_s}},
                                           {Priorite::Haute, {u"haute"_s, u"Haute"_s}},
                                           {Priorite::Moyenne, {u"moyenne"_s, u"Moyenne"_s}},
                                           {Priorite::Basse, {u"basse"_s, u"Basse"_s}}};
    return list;
}

const ChoiceList<EtatBesoin> &Choices<EtatBesoin>::all()
{
    static const ChoiceList<EtatBesoin> list{{EtatBesoin::NonRenseigne, {u""_s, u"Non renseigné"_s}},
                                             {EtatBesoin::Actuel, {u"actuel"_s, u"Toujours d’actualité"_s}},
                                             {EtatBesoin::Nouveau, {u"nouveau"_s, u"Apparu depuis"_s}},
                                             {EtatBesoin::Regle, {u"regle"_s, u"Réglé"_s}}};
    return list;
}

const ChoiceList<SorteActeur> &Choices<SorteActeur>::all()
{
    static const ChoiceList<SorteActeur> list{
        {SorteActeur::NonRenseigne, {u""_s, u"Non renseigné"_s}},
        {SorteActeur::Soins, {u"soins"_s, u"Offre de soins"_s}},
        {SorteActeur::Sociale, {u"sociale"_s, u"Offre sociale"_s}},
        {SorteActeur::MedicoSociale, {u"medico-sociale"_s, u"Offre médico-sociale"_s}},
        {SorteActeur::Coordination, {u"coordination"_s, u"Offre de coordination"_s}},
        {SorteActeur::Institution, {u"institution"_s, u"Institution"_s}}};
    return list;
}

TableDescription besoinTable()
{
    auto fields = Fields<Besoin>()
                      .add(u"rang"_s, &Besoin::rang, u"Rang"_s)
                      .add(u"enonce"_s, &Besoin::enonce, u"Besoin"_s)
                      .add(u"public"_s, &Besoin::publicConcerne, u"Public concerné"_s)
                      .add(u"ditParDonnees"_s, &Besoin::ditParDonnees, u"Montré par les données"_s)
                      .add(u"ditParProfessionnels"_s, &Besoin::ditParProfessionnels, u"Dit par les professionnels"_s)
                      .add(u"ditParUsagers"_s, &Besoin::ditParUsagers, u"Dit par les usagers"_s)
                      .add(u"elements"_s, &Besoin::elements, u"Éléments qui le montrent"_s)
                      .paragraphs()
                      .add(u"priorite"_s, &Besoin::priorite, u"Priorité"_s)
                      .add(u"etat"_s, &Besoin::etat, u"Depuis le projet initial"_s)
                      .add(u"missions"_s, &Besoin::missions, u"Missions qui y répondent"_s)
                      .to(u"mission"_s);
    return sinceVersion(2, manyTable(u"besoin"_s, u"Besoin"_s, &Projet::besoins, fields));
}

TableDescription indicateurTable()
{
    auto fields = Fields<IndicateurDiagnostic>()
                      .add(u"rang"_s, &IndicateurDiagnostic::rang, u"Rang"_s)
                      .add(u"theme"_s, &IndicateurDiagnostic::theme, u"Thème"_s)
                      .add(u"intitule"_s, &IndicateurDiagnostic::intitule, u"Indicateur"_s)
                      .add(u"definition"_s, &IndicateurDiagnostic::definition, u"Définition"_s)
                      .paragraphs()
                      .add(u"unite"_s, &IndicateurDiagnostic::unite, u"Unité"_s)
                      .add(u"territoire"_s, &IndicateurDiagnostic::territoire, u"Territoire"_s)
                      .add(u"departement"_s, &IndicateurDiagnostic::departement, u"Département"_s)
                      .add(u"region"_s, &IndicateurDiagnostic::region, u"Région"_s)
                      .add(u"france"_s, &IndicateurDiagnostic::france, u"France"_s)
                      .add(u"objectif"_s, &IndicateurDiagnostic::objectif, u"Objectif"_s)
                      .add(u"annee"_s, &IndicateurDiagnostic::annee, u"Année"_s)
                      .add(u"source"_s, &IndicateurDiagnostic::source, u"Source"_s)
                      .add(u"commentaire"_s, &IndicateurDiagnostic::commentaire, u"Ce que l’on en retient"_s)
                      .paragraphs()
                      .add(u"graphique"_s, &IndicateurDiagnostic::graphique, u"Montrer en graphique"_s)
                      .add(u"besoins"_s, &IndicateurDiagnostic::besoins, u"Besoins qu’il étaye"_s)
                      .to(u"besoin"_s)
                      .add(u"parCommune"_s, &IndicateurDiagnostic::parCommune, u"Valeurs par commune"_s);
    return sinceVersion(2, manyTable(u"indicateur"_s, u"Indicateur du diagnostic"_s, &Projet::indicateurs, fields));
}

TableDescription trancheTable()
{
    auto fields = Fields<TrancheAge>()
                      .add(u"code"_s, &TrancheAge::code, u"Âge de début"_s)
                      .add(u"libelle"_s, &TrancheAge::libelle, u"Tranche d’âge"_s)
                      .add(u"femmes"_s, &TrancheAge::femmes, u"Femmes"_s)
                      .add(u"hommes"_s, &TrancheAge::hommes, u"Hommes"_s)
                      .add(u"ensemble"_s, &TrancheAge::ensemble, u"Ensemble"_s)
                      .add(u"annee"_s, &TrancheAge::annee, u"Année"_s)
                      .add(u"source"_s, &TrancheAge::source, u"Source"_s);
    return sinceVersion(2, manyTable(u"tranche"_s, u"Tranche d’âge"_s, &Projet::tranches, fields, u"code"_s));
}

TableDescription acteurTable()
{
    auto fields = Fields<Acteur>()
                      .add(u"rang"_s, &Acteur::rang, u"Rang"_s)
                      .add(u"sorte"_s, &Acteur::sorte, u"Type d’offre"_s)
                      .add(u"dynamique"_s, &Acteur::dynamique, u"Dynamique de territoire"_s)
                      .add(u"nom"_s, &Acteur::nom, u"Nom"_s)
                      .add(u"localisation"_s, &Acteur::localisation, u"Localisation"_s)
                      .add(u"articulation"_s, &Acteur::articulation, u"Lien et articulation avec la CPTS"_s)
                      .paragraphs();
    return sinceVersion(2, manyTable(u"acteur"_s, u"Acteur du territoire"_s, &Projet::acteurs, fields));
}

TableDescription voisineTable()
{
    auto fields = Fields<CptsVoisine>()
                      .add(u"rang"_s, &CptsVoisine::rang, u"Rang"_s)
                      .add(u"nom"_s, &CptsVoisine::nom, u"Nom de la CPTS"_s)
                      .add(u"communes"_s, &CptsVoisine::communes, u"Ses communes"_s)
                      .add(u"source"_s, &CptsVoisine::source, u"Source"_s)
                      .add(u"annee"_s, &CptsVoisine::annee, u"Année"_s);
    return sinceVersion(3, manyTable(u"voisine"_s, u"CPTS voisine"_s, &Projet::voisines, fields));
}

std::map<QString, double> valeursParCommune(const QString &parCommune)
{
    std::map<QString, double> valeurs;
    for (const QString &part : parCommune.split(u' ', Qt::SkipEmptyParts)) {
        bool known = false;
        const double valeur = part.section(u'=', 1).toDouble(&known);
        if (known && qIsFinite(valeur))
            valeurs.insert_or_assign(part.section(u'=', 0, 0), valeur);
    }
    return valeurs;
}

QString parCommuneDe(const std::map<QString, double> &valeurs)
{
    QStringList parts;
    for (const auto &[code, valeur] : valeurs)
        parts.push_back(code + u'=' + QString::number(valeur, 'g', QLocale::FloatingPointShortest));
    return parts.join(u' ');
}

QStringList codesDe(const QString &liste)
{
    QStringList codes = liste.split(u' ', Qt::SkipEmptyParts);
    codes.sort();
    codes.removeDuplicates();
    return codes;
}

QString listeDe(QStringList codes)
{
    codes.sort();
    codes.removeDuplicates();
    return codes.join(u' ');
}

} // namespace domain
