#include "domain/records.h"

#include "domain/table_builders.h"

namespace domain
{

using namespace Qt::Literals::StringLiterals;

namespace
{

TableDescription identite()
{
    auto fields = Fields<Identite>()
                      .add(u"nom"_s, &Identite::nom, u"Nom du projet"_s)
                      .add(u"phase"_s, &Identite::phase, u"Phase"_s)
                      .add(u"trame"_s, &Identite::trame, u"Trame"_s)
                      .add(u"millesime"_s, &Identite::millesime, u"Millésime des communes"_s)
                      .add(u"creeLe"_s, &Identite::creeLe, u"Créé le"_s)
                      .add(u"porteur"_s, &Identite::porteur, u"Porteur du projet"_s)
                      .to(u"personne"_s)
                      .add(u"representantLegal"_s, &Identite::representantLegal, u"Représentant légal"_s)
                      .to(u"personne"_s)
                      .add(u"coordonnateur"_s, &Identite::coordonnateur, u"Coordonnateur"_s)
                      .to(u"personne"_s)
                      .add(u"etabliLe"_s, &Identite::etabliLe, u"Projet de santé établi en date du"_s)
                      .add(u"contratLe"_s, &Identite::contratLe, u"Contrat ACI signé le"_s);
    return uniqueTable(u"identite"_s, u"Projet"_s, &Projet::identite, fields);
}

TableDescription structurePorteuse()
{
    auto fields =
        Fields<StructurePorteuse>()
            .add(u"nom"_s, &StructurePorteuse::nom, u"Nom de la structure"_s)
            .add(u"etatStatuts"_s, &StructurePorteuse::etatStatuts, u"État des statuts"_s)
            .add(u"statutsPrevusLe"_s, &StructurePorteuse::statutsPrevusLe, u"Statuts prévus le"_s)
            .add(u"formeJuridique"_s, &StructurePorteuse::formeJuridique, u"Forme juridique"_s)
            .add(u"siret"_s, &StructurePorteuse::siret, u"N° SIRET"_s)
            .add(u"adresse"_s, &StructurePorteuse::adresse, u"Adresse postale"_s)
            .add(u"telephone"_s, &StructurePorteuse::telephone, u"Téléphone"_s)
            .add(u"email"_s, &StructurePorteuse::email, u"Email"_s)
            .add(u"emailPublic"_s, &StructurePorteuse::emailPublic, u"Email à diffuser sur le site de l’ARS"_s);
    return uniqueTable(u"structure"_s, u"Structure porteuse"_s, &Projet::structure, fields);
}

TableDescription populationTable()
{
    auto fields = Fields<PopulationRetenue>()
                      .add(u"valeur"_s, &PopulationRetenue::valeur, u"Population retenue"_s)
                      .add(u"source"_s, &PopulationRetenue::source, u"Source de la population"_s)
                      .add(u"annee"_s, &PopulationRetenue::annee, u"Année de la population"_s);
    return uniqueTable(u"population"_s, u"Population retenue"_s, &Projet::population, fields);
}

TableDescription accompagnement()
{
    auto fields = Fields<Accompagnement>()
                      .add(u"souhaite"_s, &Accompagnement::souhaite, u"Accompagnement souhaité"_s)
                      .add(u"structureAppui"_s, &Accompagnement::structureAppui, u"Structure d’appui envisagée"_s);
    return uniqueTable(u"accompagnement"_s, u"Accompagnement"_s, &Projet::accompagnement, fields);
}

TableDescription personne()
{
    auto fields = Fields<Personne>()
                      .add(u"rang"_s, &Personne::rang, u"Rang"_s)
                      .add(u"nom"_s, &Personne::nom, u"Nom"_s)
                      .personal()
                      .add(u"prenom"_s, &Personne::prenom, u"Prénom"_s)
                      .personal()
                      .add(u"profession"_s, &Personne::profession, u"Profession"_s)
                      .add(u"email"_s, &Personne::email, u"Adresse mail"_s)
                      .personal()
                      .add(u"telephone"_s, &Personne::telephone, u"Numéro de téléphone"_s)
                      .personal()
                      .add(u"lieuExercice"_s, &Personne::lieuExercice, u"Lieu d’exercice"_s)
                      .add(u"structure"_s, &Personne::structure, u"Structure d’appartenance"_s)
                      .add(u"secteur"_s, &Personne::secteur, u"Secteur d’activité"_s)
                      .add(u"equipeProjet"_s, &Personne::equipeProjet, u"Membre de l’équipe projet"_s)
                      .add(u"gouvernance"_s, &Personne::gouvernance, u"Participation à la gouvernance"_s)
                      .add(u"membre"_s, &Personne::membre, u"Membre de la CPTS"_s)
                      .add(u"statut"_s, &Personne::statut, u"Statut"_s)
                      .add(u"elaboration"_s, &Personne::elaboration, u"Participation à l’élaboration"_s);
    return manyTable(u"personne"_s, u"Personne"_s, &Projet::personnes, fields);
}

TableDescription commune()
{
    auto fields = Fields<Commune>()
                      .add(u"code"_s, &Commune::code, u"Code Insee"_s)
                      .add(u"nom"_s, &Commune::nom, u"Commune"_s)
                      .add(u"codePostal"_s, &Commune::codePostal, u"Code postal"_s)
                      .add(u"population"_s, &Commune::population, u"Habitants"_s)
                      .add(u"epci"_s, &Commune::epci, u"Intercommunalité"_s)
                      .add(u"zonage"_s, &Commune::zonage, u"Zonage"_s)
                      .add(u"zonageAnnee"_s, &Commune::zonageAnnee, u"Année du zonage"_s)
                      .add(u"sansQpv"_s, &Commune::sansQpv, u"Aucun quartier prioritaire"_s);
    return manyTable(u"commune"_s, u"Commune"_s, &Projet::communes, fields, u"code"_s);
}

TableDescription qpv()
{
    auto fields = Fields<Qpv>()
                      .add(u"rang"_s, &Qpv::rang, u"Rang"_s)
                      .add(u"code"_s, &Qpv::code, u"Code du quartier"_s)
                      .add(u"nom"_s, &Qpv::nom, u"Quartier prioritaire"_s)
                      .add(u"zonage"_s, &Qpv::zonage, u"Zonage du quartier"_s)
                      .add(u"communes"_s, &Qpv::communes, u"Communes"_s)
                      .to(u"commune"_s);
    return manyTable(u"qpv"_s, u"Quartier prioritaire"_s, &Projet::qpv, fields);
}

TableDescription effectif()
{
    auto fields = Fields<Effectif>()
                      .add(u"profession"_s, &Effectif::profession, u"Profession"_s)
                      .add(u"precision"_s, &Effectif::precision, u"Précision"_s)
                      .add(u"identifies"_s, &Effectif::identifies, u"Professionnels identifiés"_s)
                      .add(u"sollicites"_s, &Effectif::sollicites, u"Professionnels sollicités"_s)
                      .add(u"adherents"_s, &Effectif::adherents, u"Professionnels adhérents"_s)
                      .add(u"gouvernance"_s, &Effectif::gouvernance, u"Participants à la gouvernance"_s)
                      .add(u"elaboration"_s, &Effectif::elaboration, u"Participants à l’élaboration"_s);
    return manyTable(u"effectif"_s, u"Effectif d’une profession"_s, &Projet::effectifs, fields, u"profession"_s);
}

TableDescription contact()
{
    auto fields = Fields<Contact>()
                      .add(u"code"_s, &Contact::code, u"Contact"_s)
                      .add(u"pris"_s, &Contact::pris, u"Contact pris"_s)
                      .add(u"precision"_s, &Contact::precision, u"Précisez"_s);
    return manyTable(u"contact"_s, u"Contact préalable"_s, &Projet::contacts, fields, u"code"_s);
}

TableDescription mobilisation()
{
    auto fields = Fields<ActionMobilisation>()
                      .add(u"rang"_s, &ActionMobilisation::rang, u"Rang"_s)
                      .add(u"sorte"_s, &ActionMobilisation::sorte, u"Type d’action"_s)
                      .add(u"description"_s, &ActionMobilisation::description, u"Description"_s)
                      .paragraphs()
                      .add(u"date"_s, &ActionMobilisation::date, u"Date"_s)
                      .add(u"lieu"_s, &ActionMobilisation::lieu, u"Lieu"_s)
                      .add(u"invites"_s, &ActionMobilisation::invites, u"Personnes contactées ou invitées"_s)
                      .add(u"presents"_s, &ActionMobilisation::presents, u"Participants"_s);
    return manyTable(u"mobilisation"_s, u"Action de mobilisation"_s, &Projet::mobilisations, fields);
}

TableDescription partenaire()
{
    auto fields = Fields<Partenaire>()
                      .add(u"rang"_s, &Partenaire::rang, u"Rang"_s)
                      .add(u"service"_s, &Partenaire::service, u"Service ou établissement"_s)
                      .add(u"representant"_s, &Partenaire::representant, u"Représentant"_s)
                      .personal()
                      .add(u"localisation"_s, &Partenaire::localisation, u"Localisation"_s)
                      .add(u"avancement"_s, &Partenaire::avancement, u"État d’avancement du partenariat"_s)
                      .add(u"gouvernance"_s, &Partenaire::gouvernance, u"Participation à la gouvernance"_s)
                      .add(u"convention"_s, &Partenaire::convention, u"Partenariat formalisé"_s)
                      .add(u"conventionLe"_s, &Partenaire::conventionLe, u"Convention signée le"_s)
                      .add(u"missions"_s, &Partenaire::missions, u"Missions concernées"_s)
                      .to(u"mission"_s);
    return manyTable(u"partenaire"_s, u"Partenaire"_s, &Projet::partenaires, fields);
}

TableDescription mission()
{
    auto fields = Fields<Mission>()
                      .add(u"code"_s, &Mission::code, u"Mission"_s)
                      .add(u"precision"_s, &Mission::precision, u"Précision"_s)
                      .add(u"retenue"_s, &Mission::retenue, u"Mission retenue"_s)
                      .add(u"description"_s, &Mission::description, u"Description de la mission"_s)
                      .paragraphs()
                      .add(u"objectifsCourtTerme"_s, &Mission::objectifsCourtTerme, u"Objectifs à court terme"_s)
                      .paragraphs()
                      .add(u"objectifsMoyenTerme"_s, &Mission::objectifsMoyenTerme, u"Objectifs à moyen terme"_s)
                      .paragraphs()
                      .add(u"patients"_s, &Mission::patients, u"Objectifs pour les patients"_s)
                      .paragraphs()
                      .add(u"publicCible"_s, &Mission::publicCible, u"Patients ciblés en priorité"_s)
                      .add(u"acteurs"_s, &Mission::acteurs, u"Objectifs pour les acteurs"_s)
                      .paragraphs()
                      .add(u"prs"_s, &Mission::prs, u"Priorités du projet régional de santé"_s)
                      .paragraphs()
                      .add(u"referent"_s, &Mission::referent, u"Référent de la mission"_s)
                      .to(u"personne"_s);
    return manyTable(u"mission"_s, u"Mission"_s, &Projet::missions, fields, u"code"_s);
}

TableDescription echeance()
{
    auto fields = Fields<Echeance>()
                      .add(u"rang"_s, &Echeance::rang, u"Rang"_s)
                      .add(u"etape"_s, &Echeance::etape, u"Étape"_s)
                      .add(u"intitule"_s, &Echeance::intitule, u"Intitulé"_s)
                      .add(u"date"_s, &Echeance::date, u"Date"_s)
                      .add(u"faite"_s, &Echeance::faite, u"Fait"_s);
    return manyTable(u"echeance"_s, u"Échéance"_s, &Projet::echeances, fields);
}

TableDescription rubrique()
{
    auto fields = Fields<Rubrique>()
                      .add(u"code"_s, &Rubrique::code, u"Rubrique"_s)
                      .add(u"texte"_s, &Rubrique::texte, u"Texte"_s)
                      .paragraphs();
    return manyTable(u"rubrique"_s, u"Rubrique"_s, &Projet::rubriques, fields, u"code"_s);
}

} // namespace

const std::vector<TableDescription> &tables()
{
    static const std::vector<TableDescription> all{personne(),           commune(),          qpv(),
                                                   effectif(),           contact(),          mobilisation(),
                                                   partenaire(),         mission(),          echeance(),
                                                   rubrique(),           besoinTable(),      indicateurTable(),
                                                   trancheTable(),       acteurTable(),      instanceTable(),
                                                   outilTable(),         posteTable(),       prestationTable(),
                                                   reunionTable(),       financementTable(), ficheTable(),
                                                   objectifTable(),      etapeActionTable(), indicateurActionTable(),
                                                   releveTable(),        budgetTable(),      protocoleTable(),
                                                   voisineTable(),       suspensionTable(),  avenantTable(),
                                                   interlocuteurTable(), pieceTable(),       structurePorteuse(),
                                                   populationTable(),    accompagnement(),   organisationTable(),
                                                   contratTable(),       identite()};
    return all;
}

const TableDescription *table(const QString &name)
{
    for (const TableDescription &each : tables())
        if (each.name == name)
            return &each;
    return nullptr;
}

const FieldDescription *TableDescription::field(const QString &fieldName) const
{
    for (const FieldDescription &each : fields)
        if (each.name == fieldName)
            return &each;
    return nullptr;
}

} // namespace domain
