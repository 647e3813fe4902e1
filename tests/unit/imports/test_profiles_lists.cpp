// The lists that coordinators keep themselves: members, partners, figures.
#include "domain/effectifs.h"
#include "packages.h"
#include "samples.h"
#include "support/example.h"

using namespace Qt::Literals::StringLiterals;

namespace
{

domain::Personne personne(const domain::Projet &projet, const QString &nom)
{
    for (const auto &[id, each] : projet.personnes)
        if (each.nom == nom || (each.nom.isEmpty() && each.structure == nom))
            return each;
    FAIL("nobody of that name: " + nom.toStdString());
    return projet.personnes.begin()->second;
}

domain::IndicateurDiagnostic indicateur(const domain::Projet &projet, const QString &title)
{
    for (const auto &[id, each] : projet.indicateurs)
        if (each.intitule == title)
            return each;
    FAIL("no such indicator");
    return projet.indicateurs.begin()->second;
}

base::Result<imports::ImportProposal> pasted(const QString &profile, const QString &text,
                                             const domain::Projet &projet = samples::projet())
{
    return imports::propose(profile, imports::ImportInput::pasted(text), projet, support::references(),
                            samples::options(samples::of(profile)));
}

domain::Projet after(const base::Result<imports::ImportProposal> &proposal, domain::Projet projet = samples::projet())
{
    if (!proposal)
        FAIL(proposal.error().message.toStdString());
    REQUIRE(domain::applyChanges(projet, proposal.value().changes));
    return projet;
}

} // namespace

TEST_CASE("Members: every column in its place, twins merged, unknown words told")
{
    const auto sample = samples::of(u"personnes"_s);
    const auto projet = samples::accepted(sample);
    REQUIRE(projet.personnes.size() == 5);
    const auto &alpha = personne(projet, u"ALPHA"_s);
    CHECK(alpha.prenom == u"Zoé"_s);
    CHECK(alpha.profession == u"medecins-generalistes"_s);
    CHECK(alpha.structure == u"MSP des Lavandes"_s);
    CHECK(alpha.statut == domain::StatutMembre::Liberal);
    CHECK(alpha.telephone == u"06 12 34 56 78"_s); // the zero that the spreadsheet dropped
    CHECK(alpha.lieuExercice == u"Castellane"_s);
    CHECK(alpha.gouvernance == true); // a role says yes
    CHECK(alpha.elaboration == true);
    CHECK(alpha.membre);
    const auto &beta = personne(projet, u"BETA"_s);
    CHECK(beta.profession == u"infirmiers"_s);
    CHECK(beta.structure == u"Cabinet du Pré"_s); // from the second line about her
    CHECK(personne(projet, u"Centre hospitalier des Essais"_s).statut == domain::StatutMembre::Etablissement);
    const auto proposal = samples::proposed(sample).value();
    const auto told = samples::told(proposal);
    CHECK(told.contains(u"ligne 6 : « BETA Yann » figure deux fois"_s));
    CHECK(told.contains(u"ligne 4 : « pas une adresse » n’est pas une adresse mail"_s));
    REQUIRE(proposal.unmatched.size() == 1);
    CHECK(proposal.unmatched[0].contains(u"« Orthofoniste »"_s));
    CHECK(proposal.unmatched[0].contains(u"Orthophoniste"_s));
    CHECK(samples::proposed(sample, projet).value().changes.empty());
    const auto members = domain::membres(projet);
    CHECK(members.front().second->nom == u"ALPHA"_s); // in the order of the list
    CHECK(members.back().second->nom == u"DELTA"_s);
}

TEST_CASE("Members: what the project says is kept, what it lacks is completed")
{
    auto before = samples::projet();
    auto &there = before.personnes.insert(domain::Id::create());
    there.nom = u"Alpha"_s;
    there.prenom = u"Zoé"_s;
    there.telephone = u"04 00 00 00 00"_s;
    const auto projet = samples::accepted(samples::of(u"personnes"_s), before);
    CHECK(projet.personnes.size() == 5);
    CHECK(personne(projet, u"Alpha"_s).telephone == u"04 00 00 00 00"_s);
    CHECK(personne(projet, u"Alpha"_s).email == u"alpha@example.org"_s);
    CHECK(personne(projet, u"Alpha"_s).membre);
    CHECK(samples::told(samples::proposed(samples::of(u"personnes"_s), before).value())
              .contains(u"qui dit autre chose"_s));
}

TEST_CASE("Members: names in one column, homonyms of other professions, columns of other names")
{
    const auto one =
        after(pasted(u"personnes"_s, u"Nom et prénom;Métier\nDr OMEGA Paul;MG\nM. Psi Anne;infirmière\n"_s));
    CHECK(personne(one, u"OMEGA"_s).prenom == u"Paul"_s);
    CHECK(personne(one, u"Psi"_s).prenom == u"Anne"_s);
    CHECK(personne(one, u"Psi"_s).profession == u"infirmiers"_s);
    const auto first =
        after(pasted(u"personnes"_s, u"Prénom Nom\tCourriel\nAnne Psi\ta@example.org\nLéa De Rho\tb@example.org\n"_s));
    CHECK(personne(first, u"Psi"_s).prenom == u"Anne"_s);
    CHECK(personne(first, u"De Rho"_s).prenom == u"Léa"_s);
    const auto homonyms = pasted(u"personnes"_s, u"Nom;Prénom;Profession\nPSI;Anne;MG\nPSI;Anne;kiné\nPsi;anne;mg\n"_s);
    CHECK(after(homonyms).personnes.size() == 2);
    CHECK(samples::told(homonyms.value()).contains(u"homonyme"_s));
    const auto role = after(
        pasted(u"personnes"_s,
               u"NOM,PRENOM,SPECIALITE,MEMBRE (O/N),Secteur\nTAU,Eva,Médecin généraliste libéral,N,médico-social\n"_s));
    CHECK_FALSE(personne(role, u"TAU"_s).membre);
    CHECK(personne(role, u"TAU"_s).profession == u"medecins-generalistes"_s);
    CHECK(personne(role, u"TAU"_s).secteur == domain::Secteur::MedicoSocial);
}

TEST_CASE("A hundred and twenty members and forty partners, from workbooks")
{
    samples::Rows members{{u"Nom"_s, u"Prénom"_s, u"Profession"_s, u"E-mail"_s, u"Participation à la gouvernance"_s}};
    const QStringList professions{u"Infirmier"_s, u"Masseur-kinésithérapeute"_s, u"Sage-femme"_s};
    for (int i = 0; i < 120; ++i)
        members.push_back({u"NOM%1"_s.arg(i), u"Prénom%1"_s.arg(i), professions[i % 3], u"p%1@example.org"_s.arg(i),
                           i % 10 == 0 ? u"oui"_s : u"non"_s});
    samples::Rows partners{{u"Partenaire"_s, u"Ville"_s, u"Convention signée"_s}};
    for (int i = 0; i < 40; ++i)
        partners.push_back({u"Service %1"_s.arg(i), u"Castellane"_s, u"@%1"_s.arg(45000 + i)});
    auto projet = samples::projet();
    for (const auto &[profile, rows] : {std::pair(u"personnes"_s, members), std::pair(u"partenaires"_s, partners)}) {
        const auto input = imports::ImportInput::memory(packages::workbook({{u"Feuil1"_s, rows}}), u"liste.xlsx"_s);
        const auto proposal =
            imports::propose(profile, input, projet, support::references(), samples::options(samples::of(profile)));
        REQUIRE(proposal);
        CHECK(proposal.value().remarks.empty());
        CHECK(proposal.value().unmatched.isEmpty());
        REQUIRE(domain::applyChanges(projet, proposal.value().changes));
    }
    CHECK(projet.personnes.size() == 120);
    CHECK(projet.partenaires.size() == 40);
    projet.organisation.comptage = domain::Comptage::Membres;
    int nurses = 0;
    int governing = 0;
    for (const auto &[id, each] : projet.personnes) {
        nurses += each.profession == u"infirmiers" && each.membre ? 1 : 0;
        governing += each.gouvernance == true ? 1 : 0;
    }
    CHECK(nurses == 40);
    CHECK(governing == 12);
    for (const auto &[id, each] : projet.partenaires) {
        CHECK(each.convention == true); // a date under "Convention" says yes
        CHECK(each.conventionLe.isValid());
    }
}

TEST_CASE("In a workbook of several lists, the sheet that has most of the columns is read")
{
    const QByteArray book = packages::workbook(
        {{u"Membres"_s,
          {{u"Nom"_s, u"Prénom"_s, u"Profession"_s, u"Service ou établissement"_s},
           {u"Alpha"_s, u"Camille"_s, u"Infirmier"_s, u"Cabinet"_s}}},
         {u"Partenaires"_s,
          {{u"Service ou établissement"_s, u"Lieu"_s, u"Convention signée"_s}, {u"Hôpital"_s, u"Digne"_s, u"oui"_s}}}});
    const auto input = imports::ImportInput::memory(book, u"listes.xlsx"_s);
    for (const auto &[profile, sheet] :
         {std::pair(u"personnes"_s, u"Membres"_s), std::pair(u"partenaires"_s, u"Partenaires"_s)}) {
        const auto preview = imports::preview(profile, input, samples::options(samples::of(profile)));
        REQUIRE(preview.ok());
        CHECK(preview.value().table == sheet);
    }
}

TEST_CASE("Partners: conventions in words and dates, doubles merged")
{
    const auto sample = samples::of(u"partenaires"_s);
    const auto projet = samples::accepted(sample);
    REQUIRE(projet.partenaires.size() == 3);
    std::map<QString, domain::Partenaire> byName;
    for (const auto &[id, each] : projet.partenaires)
        byName[each.service] = each;
    const auto &hospital = byName[u"Centre hospitalier des Essais"_s];
    CHECK(hospital.representant == u"Direction"_s);
    CHECK(hospital.avancement == u"Rencontre faite"_s);
    CHECK(hospital.gouvernance == true);
    CHECK(hospital.convention == true);
    CHECK(hospital.conventionLe == QDate(2026, 3, 12));
    CHECK(byName[u"DAC 04"_s].convention == false);
    CHECK(byName[u"DAC 04"_s].representant == u"Coordination"_s);
    CHECK(byName[u"Service d’aide à domicile"_s].conventionLe == QDate(2026, 1, 5));
    CHECK(samples::proposed(sample, projet).value().changes.empty());
}

TEST_CASE("Figures: numbers as people write them, what is missing is told")
{
    const auto sample = samples::of(u"indicateurs"_s);
    const auto projet = samples::accepted(sample);
    REQUIRE(projet.indicateurs.size() == 3);
    const auto &first = indicateur(projet, u"Patients sans médecin traitant"_s);
    CHECK(first.territoire == 11.2);
    CHECK(first.unite == u"%"_s); // of the cell
    CHECK(first.france == 11);
    CHECK(first.objectif == 8);
    CHECK(first.annee == 2024);
    CHECK(first.source == u"Assurance Maladie, REZONE"_s);
    const auto &second = indicateur(projet, u"Vaccination contre la grippe"_s);
    CHECK_FALSE(second.region); // "nd"
    CHECK(second.annee == 2023);
    CHECK(indicateur(projet, u"Passages aux urgences"_s).territoire == 1234);
    const auto told = samples::told(samples::proposed(sample).value());
    CHECK(told.contains(u"ligne 4 : « Passages aux urgences » n’a pas de source ni d’année"_s));
    CHECK(samples::proposed(sample, projet).value().changes.empty());
    const auto wrong = pasted(u"indicateurs"_s, u"Indicateur;CPTS;France\nA;douze;3\nA;4;5\n"_s);
    CHECK(samples::told(wrong.value()).contains(u"« douze » n’est pas un nombre"_s));
    CHECK(samples::told(wrong.value()).contains(u"figure deux fois"_s));
    CHECK(indicateur(after(wrong), u"A"_s).territoire == 4);
    // Another vintage of the same table updates the same indicators.
    const auto again =
        pasted(u"indicateurs"_s, u"Indicateur;Territoire\npatients sans MÉDECIN traitant;12\n"_s, projet);
    CHECK(after(again, projet).indicateurs.size() == 3);
    CHECK(indicateur(after(again, projet), u"Patients sans médecin traitant"_s).territoire == 12);
}

TEST_CASE("Columns are guessed by their titles, chosen by hand when those say nothing, and checked")
{
    const auto *profile = imports::profile(u"personnes"_s);
    REQUIRE(profile);
    CHECK(imports::guessMapping({u"N°"_s, u"NOM"_s, u"Prénoms"_s, u"Tél."_s, u"Nom"_s}, *profile) ==
          imports::ColumnMapping{{1, u"nom"_s}, {2, u"prenom"_s}, {3, u"telephone"_s}});
    const auto input = imports::ImportInput::pasted(u"PSI;Anne;kiné\nRHO;Léa;MG\n"_s);
    auto options = samples::options(samples::of(u"personnes"_s));
    const auto blind = imports::propose(u"personnes"_s, input, samples::projet(), support::references(), options);
    REQUIRE_FALSE(blind);
    CHECK(blind.error().message.contains(u"ligne de titres"_s));
    options.colonnes = {{0, u"nom"_s}, {1, u"prenom"_s}, {2, u"profession"_s}};
    const auto chosen = imports::propose(u"personnes"_s, input, samples::projet(), support::references(), options);
    CHECK(after(chosen).personnes.size() == 2);
    for (const imports::ColumnMapping &wrong :
         {imports::ColumnMapping{{-1, u"nom"_s}}, imports::ColumnMapping{{0, u"inconnu"_s}},
          imports::ColumnMapping{{0, u"nom"_s}, {1, u"nom"_s}}}) {
        options.colonnes = wrong;
        CHECK_FALSE(imports::propose(u"personnes"_s, input, samples::projet(), support::references(), options));
    }
    const auto unknown = imports::propose(u"rien"_s, input, samples::projet(), support::references());
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().message.contains(u"rpps"_s));
}

TEST_CASE("A preview shows the tables, the titles, the first rows and the columns")
{
    for (const auto &sample : samples::all()) {
        CAPTURE(sample.profile.toStdString());
        const auto shown = imports::preview(sample.profile, samples::input(sample));
        REQUIRE(shown);
        CHECK(shown.value().titleLine == int(sample.titles) + 1);
        CHECK(shown.value().table == sample.sheet);
        CHECK(shown.value().tables.contains(sample.sheet));
        CHECK(shown.value().rows.size() <= 20);
        REQUIRE_FALSE(shown.value().rows.empty());
        CHECK_FALSE(shown.value().mapping.empty());
        CHECK(shown.value().titles.size() >= shown.value().rows.front().size());
    }
    const auto lost = imports::preview(u"personnes"_s, imports::ImportInput::pasted(u"PSI;Anne\nRHO;Léa\n"_s));
    REQUIRE(lost); // a person may choose the columns
    CHECK(lost.value().titleLine == 0);
    CHECK(lost.value().rows.size() == 2);
    CHECK(lost.value().titles.size() == 2);
    CHECK_FALSE(imports::preview(u"personnes"_s, imports::ImportInput::memory("%PDF-1", u"x.pdf"_s)));
    CHECK_FALSE(imports::preview(u"personnes"_s, imports::ImportInput::file(u"/absent.csv"_s)));
}

TEST_CASE("Every profile says in French what it is and where its file comes from")
{
    CHECK(imports::profiles().size() == 15);
    for (const auto &profile : imports::profiles()) {
        CHECK_FALSE(profile.nom.isEmpty());
        CHECK(profile.description.endsWith(u'.'));
        CHECK(profile.source.endsWith(u'.'));
        CHECK(imports::profile(profile.code)->nom == profile.nom);
        for (const auto &field : profile.fields)
            CHECK_FALSE(field.label.isEmpty());
    }
    CHECK_FALSE(imports::profile(u"absent"_s));
}

TEST_CASE("A list without known titles is told some, and that its titles are cut otherwise than its lines")
{
    const auto none = pasted(u"personnes"_s, u"un,deux\ntrois,quatre\n"_s);
    REQUIRE_FALSE(none);
    CHECK(none.error().message.contains(u"Titres attendus, par exemple : « "_s));
    CHECK_FALSE(none.error().message.contains(u": ."_s));
    CHECK_FALSE(none.error().message.contains(u"séparés"_s));
    const auto mixed = pasted(u"personnes"_s, u"NOM;Prénom;Profession;Lieu d'exercice\nPSI,Anne,IDE,Castellane\n"
                                              "OMEGA,Paul,MG,Castellane\nTAU,Eva,MG,Castellane\n"_s);
    REQUIRE_FALSE(mixed);
    INFO(mixed.error().message.toStdString());
    CHECK(mixed.error().message.contains(u"Les titres sont séparés par « ; » et les lignes par « , »"_s));
}

TEST_CASE("A profession kept as written is not said to be left out")
{
    const auto proposal = pasted(u"personnes"_s, u"Nom;Prénom;Profession\nPSI;Anne;Magnétiseur\n"_s);
    REQUIRE(proposal);
    const QString report = imports::importReport(proposal.value());
    CHECK(report.contains(u"« Magnétiseur » gardée telle quelle"_s));
    CHECK_FALSE(report.contains(u"laissés de côté"_s));
}

TEST_CASE("A person twice in a list is not told as known, case, accents and hyphens are no difference")
{
    const auto alike = pasted(u"personnes"_s, u"Nom;Prénom;Profession;Lieu d'exercice\nPSI;Élodie;IDE;Digne-les-Bains\n"
                                              "Psi;elodie;IDE;Digne les bains\n"_s);
    REQUIRE(alike);
    const QString told = samples::told(alike.value());
    INFO(told.toStdString());
    CHECK(told.contains(u"figure deux fois dans la liste"_s));
    CHECK_FALSE(told.contains(u"dans le projet"_s));
    CHECK_FALSE(told.contains(u"diffère"_s));
    const auto apart = pasted(
        u"personnes"_s, u"Nom;Prénom;Profession;Lieu d'exercice\nPSI;Élodie;IDE;Sisteron\nPSI;Élodie;IDE;Manosque\n"_s);
    REQUIRE(apart);
    CHECK(samples::told(apart.value()).contains(u"qui diffère : lieu d’exercice"_s));
    CHECK_FALSE(samples::told(apart.value()).contains(u"dans le projet"_s));
}

TEST_CASE("Partners: a convention that is not signed yet keeps its words in the progress")
{
    const QString text =
        u"Structure;Avancement;Convention;Date\nHôpital;;En cours;\nDAC;Rencontre;prévue le 12/03/2027;\n"
        "SSIAD;;à signer;01/06/2027\nEHPAD;;non;\n"_s;
    const auto proposal = pasted(u"partenaires"_s, text);
    const auto projet = after(proposal);
    std::map<QString, domain::Partenaire> byName;
    for (const auto &[id, each] : projet.partenaires)
        byName[each.service] = each;
    CHECK(byName[u"Hôpital"_s].avancement == u"Convention : en cours");
    CHECK(byName[u"DAC"_s].avancement == u"Rencontre ; convention : prévue le 12/03/2027");
    CHECK(byName[u"SSIAD"_s].avancement == u"Convention : à signer (01/06/2027)");
    CHECK(byName[u"EHPAD"_s].avancement.isEmpty());
    for (const auto &[name, each] : byName) {
        CHECK(each.convention == false);
        CHECK_FALSE(each.conventionLe.isValid()); // a date that is only planned signs nothing
    }
    CHECK(samples::told(proposal.value()).contains(u"ligne 2 : convention « En cours » : notée « Non »"_s));
    CHECK_FALSE(samples::told(proposal.value()).contains(u"ligne 5"_s));
    CHECK(pasted(u"partenaires"_s, text, projet).value().changes.empty());
}

TEST_CASE("Partners: two ways of writing one name are told, and both kept")
{
    const auto proposal = pasted(
        u"partenaires"_s, u"Structure;Représentant\nCH de Digne-les-Bains;Mme Noël\nC.H. DIGNE LES BAINS;Mme Noel\n"
                          "Centre hospitalier de Manosque;\nSSIAD de Barrême;\n"
                          "S.S.I.A.D. Barrême;\n"_s);
    CHECK(after(proposal).partenaires.size() == 5);
    const QString told = samples::told(proposal.value());
    CHECK(told.contains(u"ligne 3 : « C.H. DIGNE LES BAINS » ressemble à « CH de Digne-les-Bains »"_s));
    CHECK(told.contains(u"ligne 6 : « S.S.I.A.D. Barrême » ressemble à « SSIAD de Barrême »"_s));
    CHECK(told.count(u"ressemble à"_s) == 2);
    const auto later = pasted(
        u"partenaires"_s, u"Structure;Représentant\nCentre Hospitalier Digne les Bains;Mme Noël\n"_s, after(proposal));
    CHECK(samples::told(later.value()).contains(u"« Centre Hospitalier Digne les Bains » ressemble à"_s));
}

TEST_CASE("Members: a person without a first name is told")
{
    const auto proposal = pasted(
        u"personnes"_s, u"Nom;Prénom;Profession;Structure\nBlanc;;IDEL;\nNoir;Zoé;IDEL;\n;;;Pharmacie du Pont\n"_s);
    CHECK(after(proposal).personnes.size() == 3);
    const QString told = samples::told(proposal.value());
    CHECK(told.contains(u"ligne 2 : « Blanc » n’a pas de prénom"_s));
    CHECK(told.count(u"prénom"_s) == 1);
}
