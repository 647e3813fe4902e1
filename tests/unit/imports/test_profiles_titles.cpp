// Titles of columns as official files and people write them.
#include "samples.h"
#include "support/catch.h"
#include "support/example.h"

using namespace Qt::Literals::StringLiterals;

namespace
{

struct Case {
    QString profile;
    QString title;
    QString field; // empty: none
};

} // namespace

TEST_CASE("One title, one meaning")
{
    const std::vector<Case> cases{
        {u"personnes"_s, u"Nom de famille"_s, u"nom"_s},
        {u"personnes"_s, u"NOM - PRÉNOM"_s, u"nomComplet"_s},
        {u"personnes"_s, u"Nom, prénom du professionnel"_s, u"nomComplet"_s},
        {u"personnes"_s, u"Adhérent"_s, u"membre"_s},
        {u"personnes"_s, u"Adhérent ?"_s, u"membre"_s},
        {u"personnes"_s, u"Adhérent(e)"_s, u"membre"_s},
        {u"personnes"_s, u"Adhésion"_s, u"membre"_s},
        {u"personnes"_s, u"Membre"_s, u"membre"_s},
        {u"personnes"_s, u"Membre de la CPTS"_s, u"membre"_s},
        {u"personnes"_s, u"Date d'adhésion"_s, u""_s},
        {u"personnes"_s, u"Adresse mail"_s, u"email"_s},
        {u"personnes"_s, u"E-mail professionnel"_s, u"email"_s},
        {u"personnes"_s, u"Adresse"_s, u"adresse"_s},
        {u"personnes"_s, u"CP"_s, u"codePostal"_s},
        {u"personnes"_s, u"Ville"_s, u"lieu"_s},
        {u"personnes"_s, u"Tél. portable"_s, u"telephone"_s},
        {u"personnes"_s, u"Numéro de téléphone"_s, u"telephone"_s},
        {u"personnes"_s, u"Profession / spécialité"_s, u"profession"_s},
        {u"personnes"_s, u"Structure d’appartenance"_s, u"structure"_s},
        {u"personnes"_s, u"Mode d’exercice"_s, u"statut"_s},
        {u"personnes"_s, u"Secteur d’activité"_s, u"secteur"_s},
        {u"personnes"_s, u"Participation à la gouvernance (oui/non)"_s, u"gouvernance"_s},
        {u"personnes"_s, u"Membre (O/N)"_s, u"membre"_s},
        {u"personnes"_s, u"Adhérent oui/non"_s, u"membre"_s},
        {u"personnes"_s, u"RPPS"_s, u""_s},
        {u"partenaires"_s, u"Établissement ou service"_s, u"service"_s},
        {u"partenaires"_s, u"Nom de la structure"_s, u"service"_s},
        {u"partenaires"_s, u"Représentant / contact"_s, u"representant"_s},
        {u"partenaires"_s, u"État d’avancement"_s, u"avancement"_s},
        {u"partenaires"_s, u"Partenariat formalisé (convention)"_s, u"convention"_s},
        {u"partenaires"_s, u"Date de signature"_s, u"conventionLe"_s},
        {u"indicateurs"_s, u"CPTS des Vallées"_s, u"territoire"_s},
        {u"indicateurs"_s, u"Région PACA"_s, u"region"_s},
        {u"indicateurs"_s, u"Département 04"_s, u"departement"_s},
        {u"indicateurs"_s, u"France entière"_s, u"france"_s},
        {u"indicateurs"_s, u"Millésime"_s, u"annee"_s},
        {u"insee"_s, u"P17_POP90P"_s, u"pop90p"_s},
        {u"insee"_s, u"P22_F7589"_s, u"f7589"_s},
        {u"insee"_s, u"C21_POP15P"_s, u""_s},
        {u"rpps"_s, u"Code Commune (coord. structure)"_s, u"commune"_s},
        {u"rpps"_s, u"Libellé commune (coord. structure)"_s, u""_s},
        {u"rpps"_s, u"Code savoir-faire"_s, u"savoirFaire"_s},
        {u"rpps"_s, u"Code type savoir-faire"_s, u""_s},
        {u"finess"_s, u"nofinesset"_s, u"numero"_s},
        {u"finess"_s, u"nofinessej"_s, u""_s},
        {u"finess"_s, u"categagretab"_s, u""_s},
        {u"apl"_s, u"APL aux médecins généralistes "_s, u"valeur"_s},
        {u"apl"_s, u"APL aux médecins généralistes de 62 ans et moins "_s, u""_s},
        {u"apl"_s, u"Population standardisée 2022 pour la médecine générale"_s, u"poids"_s},
        {u"personnes"_s, u"N° tél."_s, u"telephone"_s},
        {u"personnes"_s, u"N° de tél."_s, u"telephone"_s},
        {u"personnes"_s, u"Tél. pro"_s, u"telephone"_s},
        {u"personnes"_s, u"N° de téléphone"_s, u"telephone"_s},
        {u"personnes"_s, u"N° RPPS"_s, u""_s},
        {u"apl"_s, u"Population totale 2022"_s, u""_s},
        {u"zonage"_s, u"Zonage 2025"_s, u"zonage"_s},
        {u"zonage"_s, u"Libellé QPV"_s, u"nom"_s},
        {u"zonage"_s, u"Code QPV (géographie 2024)"_s, u"code"_s},
        {u"listing-cpts"_s, u"Nom de la CPTS"_s, u"cpts"_s},
        {u"listing-cpts"_s, u"Site"_s, u""_s},
        {u"cartosante"_s, u"Code Insee de la commune"_s, u"insee"_s},
    };
    for (const Case &each : cases) {
        CAPTURE(each.profile.toStdString(), each.title.toStdString());
        const auto mapping = imports::guessMapping({each.title}, *imports::profile(each.profile));
        CHECK((mapping.empty() ? QString() : mapping.begin()->second) == each.field);
    }
}

TEST_CASE("Statuses and sectors of members, in words")
{
    using S = domain::StatutMembre;
    const std::vector<std::pair<QString, S>> words{{u"Libéral"_s, S::Liberal},
                                                   {u"libérale remplaçante"_s, S::Liberal},
                                                   {u"Salariée"_s, S::Salarie},
                                                   {u"Libéral et salarié"_s, S::Mixte},
                                                   {u"mixte"_s, S::Mixte},
                                                   {u"MSP"_s, S::Msp},
                                                   {u"Maison de santé"_s, S::Msp},
                                                   {u"CDS"_s, S::CentreSante},
                                                   {u"Centre de santé municipal"_s, S::CentreSante},
                                                   {u"ESP"_s, S::EquipePrimaire},
                                                   {u"ESS"_s, S::EquipeSpecialisee},
                                                   {u"Hôpital"_s, S::Etablissement},
                                                   {u"service-social"_s, S::ServiceSocial},
                                                   {u"Autre"_s, S::Autre}};
    for (const auto &[word, statut] : words) {
        CAPTURE(word.toStdString());
        auto sample = samples::of(u"personnes"_s);
        sample.rows = {{u"Nom"_s, u"Prénom"_s, u"Statut"_s, u"Secteur"_s}, {u"PSI"_s, u"Anne"_s, word, u"Sanitaire"_s}};
        const auto projet = samples::accepted(sample);
        REQUIRE(projet.personnes.size() == 1);
        CHECK(projet.personnes.begin()->second.statut == statut);
        CHECK(projet.personnes.begin()->second.secteur == domain::Secteur::Sanitaire);
    }
    auto sample = samples::of(u"personnes"_s);
    sample.rows = {{u"Nom"_s, u"Prénom"_s, u"Statut"_s}, {u"PSI"_s, u"Anne"_s, u"on verra"_s}};
    CHECK(samples::told(samples::proposed(sample).value()).contains(u"Statut : « on verra » n’a pas été reconnu"_s));
    // A profession may say it, where no cell of its own does.
    for (const auto &[profession, own, statut] : {std::tuple(u"infirmière libérale"_s, u""_s, S::Liberal),
                                                  {u"IDEL"_s, u""_s, S::Liberal},
                                                  {u"Médecin salarié"_s, u""_s, S::Salarie},
                                                  {u"Kiné libéral et salarié"_s, u""_s, S::Mixte},
                                                  {u"infirmière non libérale"_s, u""_s, S::NonRenseigne},
                                                  {u"IDE"_s, u""_s, S::NonRenseigne},
                                                  {u"Infirmière libérale"_s, u"MSP"_s, S::Msp},
                                                  {u"Infirmière libérale"_s, u"on verra"_s, S::NonRenseigne}}) {
        CAPTURE(profession.toStdString(), own.toStdString());
        sample.rows = {{u"Nom"_s, u"Prénom"_s, u"Profession"_s, u"Statut"_s}, {u"PSI"_s, u"Anne"_s, profession, own}};
        CHECK(samples::accepted(sample).personnes.begin()->second.statut == statut);
    }
}

TEST_CASE("Names in one column, in every order")
{
    struct Name {
        QString title, written, nom, prenom;
    };
    const std::vector<Name> names{{u"Nom et prénom"_s, u"PSI Anne"_s, u"PSI"_s, u"Anne"_s},
                                  {u"Nom et prénom"_s, u"Anne PSI"_s, u"PSI"_s, u"Anne"_s},
                                  {u"Nom et prénom"_s, u"Psi Anne"_s, u"Psi"_s, u"Anne"_s},
                                  {u"Prénom et nom"_s, u"Anne Psi"_s, u"Psi"_s, u"Anne"_s},
                                  {u"Nom et prénom"_s, u"Dr. DE LA RHO Anne-Lise"_s, u"DE LA RHO"_s, u"Anne-Lise"_s},
                                  {u"Nom et prénom"_s, u"Mme Psi, Anne"_s, u"Psi"_s, u"Anne"_s},
                                  {u"Professionnel"_s, u"Professeur Tau Léa"_s, u"Tau"_s, u"Léa"_s},
                                  {u"Nom"_s, u"PSI Anne"_s, u"PSI"_s, u"Anne"_s},
                                  {u"Nom"_s, u"Psi Rho"_s, u"Psi Rho"_s, u""_s},
                                  {u"Membre"_s, u"Psi"_s, u"Psi"_s, u""_s}};
    for (const Name &name : names) {
        CAPTURE(name.title.toStdString(), name.written.toStdString());
        auto sample = samples::of(u"personnes"_s);
        sample.rows = {{name.title, u"Profession"_s}, {name.written, u"MG"_s}};
        const auto projet = samples::accepted(sample);
        REQUIRE(projet.personnes.size() == 1);
        CHECK(projet.personnes.begin()->second.nom == name.nom);
        CHECK(projet.personnes.begin()->second.prenom == name.prenom);
    }
}
