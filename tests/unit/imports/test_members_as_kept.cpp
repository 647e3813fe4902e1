// Lists of members as a coordinator keeps them: who is a member, who is nobody, what is told.
#include "base/paths.h"
#include "fixtures.h"
#include "imports/people.h"
#include "imports/person_cells.h"
#include "imports/person_names.h"
#include "packages.h"
#include "samples.h"
#include "support/example.h"

using namespace Qt::Literals::StringLiterals;

namespace
{

struct Taken {
    imports::ImportProposal proposal;
    domain::Projet projet;
    QString told;

    [[nodiscard]] const domain::Personne *find(const QString &name) const
    {
        for (const auto &[id, each] : projet.personnes)
            if (each.nom == name || (each.nom.isEmpty() && each.structure == name))
                return &each;
        return nullptr;
    }
};

Taken take(const QString &text, domain::Projet projet = samples::projet(), const QString &profile = u"personnes"_s)
{
    auto proposal = imports::propose(profile, imports::ImportInput::pasted(text), projet, support::references(), {});
    INFO((proposal ? QString() : proposal.error().message).toStdString());
    REQUIRE(proposal);
    REQUIRE(domain::applyChanges(projet, proposal.value().changes));
    return {proposal.value(), projet, samples::told(proposal.value())};
}

imports::ColumnMapping mappingOf(const QString &text)
{
    const auto seen = imports::preview(u"personnes"_s, imports::ImportInput::pasted(text));
    REQUIRE(seen);
    return seen.value().mapping;
}

} // namespace

TEST_CASE("Beside a column of names, « Adhérent ? » is the answer and never another name")
{
    const QString list = u"Nom du professionnel\tProfession\tAdhérent ?\n"
                         "Dr DUPONT Jean\tMG\toui\nNGUYEN Linh\torthophoniste\tnon\nBlanc Anne\tIDEL\tx\n"
                         "DE LA TOUR Anne\tSage femme\ten cours\nRousseau Camille\tIPA\tà relancer\n"
                         "OLIVIER Marc\tDentiste\t\n"_s;
    CHECK(mappingOf(list) == imports::ColumnMapping{{0, u"nomComplet"_s}, {1, u"profession"_s}, {2, u"membre"_s}});
    const Taken taken = take(list);
    REQUIRE(taken.projet.personnes.size() == 6);
    for (const auto &[name, member] : std::map<QString, bool>{{u"DUPONT"_s, true},
                                                              {u"NGUYEN"_s, false},
                                                              {u"Blanc"_s, true},
                                                              {u"DE LA TOUR"_s, false},
                                                              {u"Rousseau"_s, false},
                                                              {u"OLIVIER"_s, false}}) {
        CAPTURE(name.toStdString());
        REQUIRE(taken.find(name));
        CHECK(taken.find(name)->membre == member);
    }
    CHECK(taken.find(u"Rousseau"_s)->prenom == u"Camille"_s);
    CHECK(taken.proposal.summary.value(0).startsWith(u"2 nouveaux membres"_s));
    CHECK(taken.proposal.summary.value(1) == u"4 personnes ajoutées sans être membres"_s);
    CHECK(taken.told.contains(u"ligne 5 : « DE LA TOUR Anne » : « en cours » sous « Adhérent ? » n’est ni oui ni non ; "
                              "noté non membre"_s));
    CHECK(taken.told.contains(u"« Rousseau Camille » : « à relancer »"_s));
    CHECK(taken.told.contains(u"« OLIVIER Marc » : rien sous « Adhérent ? »"_s));
    CHECK_FALSE(taken.told.contains(u"NGUYEN"_s)); // « non » is clear
}

TEST_CASE("« Adhérent CPTS (oui/non) » is the answer: who says no does not go to the list of members")
{
    for (const QString &title : {u"Adhérent CPTS (oui/non)"_s, u"Membre CPTS"_s, u"Adhérent à la CPTS"_s,
                                 u"Membre de la CPTS (O/N)"_s, u"Adhésion CPTS ?"_s}) {
        INFO(title.toStdString());
        const Taken taken =
            take(u"Nom;Prénom;Profession;%1\nDUPONT;Jean;IDEL;oui\nNGUYEN;Linh;IDEL;non\n"_s.arg(title));
        CHECK(taken.find(u"DUPONT"_s)->membre);
        CHECK_FALSE(taken.find(u"NGUYEN"_s)->membre);
    }
}

TEST_CASE("An address and its town make one place of work, whichever is missing")
{
    const Taken taken =
        take(u"Nom;Prénom;Profession;Adresse;CP;Ville\n"
             "ALPHA;Jean;IDEL;1 rue de l’Église;12100;Millau\nBETA;Anne;IDEL;;12400;Saint-Affrique\n"
             "GAMMA;Léa;IDEL;2 place du Foirail;;\nDELTA;Zoé;IDEL;3 rue Haute, 12100 MILLAU;12100;Millau\n"
             "EPSILON;Ugo;IDEL;=1+1;;Nant\n"_s);
    CHECK(taken.find(u"ALPHA"_s)->lieuExercice == u"1 rue de l’Église, 12100 Millau"_s);
    CHECK(taken.find(u"BETA"_s)->lieuExercice == u"12400 Saint-Affrique"_s);
    CHECK(taken.find(u"GAMMA"_s)->lieuExercice == u"2 place du Foirail"_s);
    CHECK(taken.find(u"DELTA"_s)->lieuExercice == u"3 rue Haute, 12100 MILLAU"_s);
    CHECK(taken.find(u"EPSILON"_s)->lieuExercice == u"Nant"_s);
    CHECK_FALSE(taken.told.contains(u"Adresse"_s)); // nothing is left aside
}

TEST_CASE("The speciality of a physician stays, and counts among the specialists")
{
    const Taken taken = take(u"Nom;Prénom;Profession\nALPHA;Jean;Médecin spécialiste (cardiologue)\n"
                             "BETA;Anne;Dermatologue\nGAMMA;Léa;Médecin spécialiste\nDELTA;Zoé;Docteur pédiatre\n"
                             "EPSILON;Ugo;Infirmier (IDEL)\n"_s);
    const auto &known = support::references().professions();
    for (const auto &[name, profession] :
         std::map<QString, QString>{{u"ALPHA"_s, u"Médecin spécialiste (cardiologue)"_s},
                                    {u"BETA"_s, u"Médecin spécialiste (dermatologue)"_s},
                                    {u"GAMMA"_s, u"medecins-specialistes"_s},
                                    {u"DELTA"_s, u"Médecin spécialiste (pédiatre)"_s}}) {
        INFO(name.toStdString());
        CHECK(taken.find(name)->profession == profession);
        CHECK(known.ligneDe(taken.find(name)->profession) == u"medecins-specialistes"_s);
    }
    CHECK(taken.find(u"EPSILON"_s)->profession == u"infirmiers"_s);
    CHECK_FALSE(taken.told.contains(u"gardée telle quelle"_s));
}

TEST_CASE("A date of joining says yes, a list that says no leaves a member of the project and tells it")
{
    auto projet = samples::projet();
    auto &there = projet.personnes.insert(domain::Id::create());
    there.nom = u"RHO"_s;
    there.prenom = u"Léa"_s;
    there.membre = true;
    const Taken taken = take(u"Nom;Prénom;Adhésion\nPSI;Anne;12/03/2026\nTAU;Eva;Adhérente\nRHO;Léa;non\n"
                             "CHI;Ugo;non adhérent\n=1+1;Paul;oui\nPHI;Zoé;=1\n"_s,
                             projet);
    CHECK(taken.find(u"PSI"_s)->membre);
    CHECK(taken.find(u"TAU"_s)->membre);
    CHECK_FALSE(taken.find(u"CHI"_s)->membre);
    CHECK_FALSE(taken.find(u"PHI"_s)->membre); // a calculation is no answer
    CHECK(taken.find(u"RHO"_s)->membre);
    CHECK(taken.told.contains(u"« RHO Léa » est déjà membre, et la liste dit non"_s));
}

TEST_CASE("What stands under « Membre » or « Nom » says what the column is")
{
    using Mapping = imports::ColumnMapping;
    CHECK(mappingOf(u"Membre;Profession\nPSI Anne;MG\nTau Léa;IDE\n"_s) ==
          Mapping{{0, u"nomComplet"_s}, {1, u"profession"_s}});
    CHECK(mappingOf(u"Adhérents;Prénom;Profession\nPSI;Anne;MG\nTau;Léa;IDE\n"_s) ==
          Mapping{{0, u"nom"_s}, {1, u"prenom"_s}, {2, u"profession"_s}});
    CHECK(mappingOf(u"Nom;Profession\nPsi Anne;MG\nTau Léa;IDE\nRho;IDE\n"_s) ==
          Mapping{{0, u"nomComplet"_s}, {1, u"profession"_s}});
    CHECK(mappingOf(u"Nom;Profession\nPsi;MG\nTau;IDE\nDe Rho;IDE\n"_s) ==
          Mapping{{0, u"nom"_s}, {1, u"profession"_s}});
    // Two columns of names: the one that is filled.
    CHECK(mappingOf(u"Nom;Contact;Profession\nPSI;Tau Léa;MG\n"_s) == Mapping{{0, u"nom"_s}, {2, u"profession"_s}});
    CHECK(mappingOf(u"Nom;Nom et prénom;Profession\n;Tau Léa;MG\n"_s) ==
          Mapping{{1, u"nomComplet"_s}, {2, u"profession"_s}});
    const auto *members = imports::profile(u"personnes"_s);
    CHECK(imports::columnsFault(*members, {{0, u"nom"_s}, {1, u"nomComplet"_s}}).contains(u"Deux colonnes de noms"_s));
    CHECK(imports::columnsFault(*members, {{0, u"nom"_s}, {1, u"membre"_s}}).isEmpty());
    CHECK(imports::columnsFault(*imports::profile(u"rpps"_s), {{0, u"nom"_s}, {1, u"nomComplet"_s}}).isEmpty());
}

TEST_CASE("Two people in one cell are never one person")
{
    const Taken taken = take(u"Nom et prénom;Profession\nBERNARD Paul et BERNARD Lucie;Kinés\nPSI Anne / TAU Léa;MG\n"
                             "\"RHO Jean\nCHI Zoé\";MG\nM. et Mme PHI Ugo;MG\nMARTIN, Eva;MG\nET Yann;MG\n"_s);
    CHECK(taken.projet.personnes.size() == 2);
    REQUIRE(taken.find(u"MARTIN"_s));
    REQUIRE(taken.find(u"ET"_s));
    CHECK(taken.told.contains(
        u"ligne 2 : « BERNARD Paul et BERNARD Lucie » : deux personnes dans une cellule ? à séparer"_s));
    CHECK(taken.told.count(u"deux personnes dans une cellule ?"_s) == 4);
    CHECK(take(u"Nom;Prénom\nPSI;Anne et Paul\nTAU;Marie-Odette\n"_s).projet.personnes.size() == 1);
}

TEST_CASE("The titles of the place of work and of who governs, as people write them")
{
    for (const QString &title : {u"Cabinet ou MSP"_s, u"Cabinet / MSP"_s, u"MSP ou cabinet"_s, u"Cabinets"_s,
                                 u"Lieu ou structure"_s, u"Nom de la structure"_s, u"Structure d’exercice"_s}) {
        CAPTURE(title.toStdString());
        CHECK(mappingOf(u"Nom\tPrénom\t%1\nPSI\tAnne\tMSP des Lavandes\n"_s.arg(title)).at(2) == u"structure"_s);
    }
    for (const QString &title : {u"Membre du bureau ?"_s, u"Siège au CA ?"_s, u"Élue au conseil d’administration"_s,
                                 u"Membre du CA (oui/non)"_s, u"Au bureau ?"_s, u"Bureau / CA"_s, u"Rôle au bureau"_s,
                                 u"Administratrice"_s, u"CA"_s}) {
        CAPTURE(title.toStdString());
        CHECK(mappingOf(u"Nom\tPrénom\t%1\nPSI\tAnne\toui\n"_s.arg(title)).at(2) == u"gouvernance"_s);
    }
    for (const QString &title : {u"Membre ?"_s, u"Membre de la CPTS"_s})
        CHECK(mappingOf(u"Nom\tPrénom\t%1\nPSI\tAnne\toui\n"_s.arg(title)).at(2) == u"membre"_s);
}

TEST_CASE("Names: titles taken off, small letters raised, structures told from people")
{
    const Taken taken =
        take(u"Nom;Profession;Mail\nDr Blanc;MG;\nMme NGUYEN  linh;orthophoniste;\nde la tour anne;MG;\n"
             "Pharmacie du Verdon;Pharmacie;pharma@exemple.fr\nDRAPIER Léa;MG;\n"_s);
    REQUIRE(taken.find(u"Blanc"_s));
    REQUIRE(taken.find(u"NGUYEN"_s));
    CHECK(taken.find(u"NGUYEN"_s)->prenom == u"Linh"_s);
    REQUIRE(taken.find(u"de la Tour"_s));
    CHECK(taken.find(u"de la Tour"_s)->prenom == u"Anne"_s);
    REQUIRE(taken.find(u"DRAPIER"_s)); // begins with « Dr »
    REQUIRE(taken.find(u"Pharmacie du Verdon"_s));
    CHECK(taken.find(u"Pharmacie du Verdon"_s)->nom.isEmpty());
    CHECK(taken.find(u"Pharmacie du Verdon"_s)->email == u"pharma@exemple.fr"_s);
    CHECK(taken.told.contains(u"ligne 5 : « Pharmacie du Verdon » est lu comme une structure"_s));
    const Taken both = take(u"Nom;Prénom;Structure\nCabinet du Pré;;MSP des Essais\nOfficine;Anne;\n"_s);
    CHECK(both.told.contains(u"« Cabinet du Pré » semble une structure"_s));
    CHECK(both.find(u"Officine"_s)); // a first name beside it
    CHECK(imports::withoutCivility(u"M. le Maire"_s) == u"le Maire"_s);
    CHECK(imports::withoutCivility(u"Mme Dr. PSI"_s) == u"PSI"_s);
    CHECK(imports::withoutCivility(u"Dr"_s) == u"Dr"_s);
    for (const QString &written :
         {u"Dr. Pharm. PSI"_s, u"Dr Pharm PSI"_s, u"Pharm.D. PSI"_s, u"Docteur en pharmacie PSI"_s})
        CHECK(imports::withoutCivility(written) == u"PSI"_s);
    CHECK(imports::withoutCivility(u"Pharmacie PSI"_s) == u"Pharmacie PSI"_s);
    CHECK(imports::withCapitals(u"jean-pierre d’arc"_s) == u"Jean-Pierre d’Arc"_s);
    CHECK(imports::withCapitals(u"McDonald"_s) == u"McDonald"_s);
    CHECK(imports::withCapitals(u"lot 3"_s) == u"lot 3"_s);
}

TEST_CASE("An unknown profession names its lines, where it counts and what it may be")
{
    const Taken taken = take(u"Nom;Prénom;Profession\nPSI;Anne;Médecin\nTAU;Léa;MG\nRHO;Ugo;Médecin\n"_s);
    REQUIRE(taken.proposal.unmatched.size() == 1);
    const QString said = taken.proposal.unmatched.front();
    CHECK(said.startsWith(u"profession « Médecin » gardée telle quelle, comptée dans « Autres » "
                          "(ligne 2 : PSI Anne ; ligne 4 : RHO Ugo)"_s));
    CHECK(said.contains(u"Médecin généraliste"_s));
    CHECK(said.contains(u"Médecin spécialiste"_s));
    CHECK(taken.find(u"PSI"_s)->profession == u"Médecin"_s);
}

TEST_CASE("The first of two electronic addresses is kept, and told")
{
    const Taken taken = take(u"Nom\tPrénom\tMail\nPSI\tAnne\tanne@exemple.fr ; a.psi@exemple.fr\n"
                             "TAU\tLéa\tLéa <lea@exemple.fr>\nRHO\tUgo\tugo@exemple\nCHI\tZoé\tzoe@exemple.fr\n"
                             "PHI\tEva\t=eva@exemple.fr\n"_s);
    CHECK(taken.find(u"PSI"_s)->email == u"anne@exemple.fr"_s);
    CHECK(taken.find(u"TAU"_s)->email == u"lea@exemple.fr"_s);
    CHECK(taken.find(u"RHO"_s)->email.isEmpty());
    CHECK(taken.find(u"PHI"_s)->email.isEmpty());
    CHECK(taken.told.contains(u"ligne 2 : « anne@exemple.fr ; a.psi@exemple.fr » : plusieurs adresses mail ; "
                              "la première est gardée"_s));
    CHECK(taken.told.contains(u"ligne 3 : « Léa <lea@exemple.fr> » : seule l’adresse mail est gardée"_s));
    CHECK(taken.told.contains(u"ligne 4 : « ugo@exemple » n’est pas une adresse mail"_s));
    CHECK_FALSE(taken.told.contains(u"zoe@exemple.fr"_s));
    const auto read = [](const QString &cell) { return imports::readMailbox(cell).value; };
    for (const QString &spaced : {u"luc1 @exemple.fr"_s, u"luc1@ exemple.fr"_s, u"luc1 @ exemple. fr"_s}) {
        CHECK(read(spaced) == u"luc1@exemple.fr"_s);
        CHECK(imports::readMailbox(spaced).remark ==
              u"« %1 » : l’espace en trop dans l’adresse mail a été ôtée"_s.arg(spaced));
    }
    CHECK(read(u"luc1 @exemple.fr ; b@exemple.fr"_s) == u"luc1@exemple.fr"_s);
    CHECK(read(u"Dr. luc1@exemple.fr. Annot"_s) == u"luc1@exemple.fr."_s);
    for (const QString &none : {u"luc martin @exemple.fr"_s, u"luc1 @exemple"_s, u"pas de mail @ ce jour."_s})
        CHECK(read(none).isEmpty()); // which word is of the address, nobody can say
}

TEST_CASE("Somebody of the project who has another address in the list is completed, unless somebody else may be meant")
{
    auto projet = samples::projet();
    auto &there = projet.personnes.insert(domain::Id::create());
    there.nom = u"PSI"_s;
    there.prenom = u"Anne"_s;
    there.profession = u"infirmiers"_s;
    there.email = u"cpts@exemple.fr"_s;
    there.lieuExercice = u"Castellane"_s;
    const QString titles = u"Nom;Prénom;Profession;Structure;Mail;Lieu;Tél.\n"_s;
    const Taken same = take(titles + u"Psi;Anne;IDE;;anne@exemple.fr;04120 Castellane;06 00 00 00 01\n"_s, projet);
    REQUIRE(same.projet.personnes.size() == 1);
    CHECK(same.find(u"PSI"_s)->email == u"cpts@exemple.fr"_s);
    CHECK(same.find(u"PSI"_s)->telephone == u"06 00 00 00 01"_s);
    CHECK(same.told.contains(u"déjà dans le projet, qui dit autre chose : "));
    CHECK(same.told.contains(u"(« anne@exemple.fr »)"_s));
    CHECK_FALSE(same.told.contains(u"homonyme"_s));
    CHECK(take(titles + u"PSI;Anne;;;anne@exemple.fr;;\n"_s, projet).projet.personnes.size() == 1);
    // Another profession, another place; a surname alone says too little, and so does the name of a structure.
    for (const QString &other : {u"PSI;Anne;MK;;anne@exemple.fr;;"_s, u"PSI;Anne;IDE;;anne@exemple.fr;Digne;"_s}) {
        const Taken two = take(titles + other + u'\n', projet);
        CHECK(two.projet.personnes.size() == 2);
        CHECK(two.told.contains(u"homonyme"_s));
    }
    CHECK(take(titles + u"TAU;;MG;;a@exemple.fr;;\nTAU;;MG;;b@exemple.fr;;\n"_s).projet.personnes.size() == 2);
    CHECK(take(titles + u";;;Cabinet;a@exemple.fr;;\n;;;Cabinet;b@exemple.fr;;\n"_s).projet.personnes.size() == 2);
    CHECK(take(titles + u"TAU;Léa;MG;Cabinet A;a@exemple.fr;;\nTAU;Léa;MG;Cabinet B;b@exemple.fr;;\n"_s)
              .projet.personnes.size() == 2);
    // Of two who may be meant, the one of that address; else it is somebody else.
    const QString two = titles + u"PSI;Anne;IDE;;a@exemple.fr;Annot;\nPSI;Anne;;;anne@exemple.fr;;\n"_s;
    const Taken three = take(two, projet);
    CHECK(three.projet.personnes.size() == 3);
    CHECK(take(two, three.projet).proposal.changes.empty());
}

TEST_CASE("Columns that fill nothing are named, unless nothing stands in them")
{
    const Taken taken =
        take(u"Nom\tPrénom\tCotis.\tDate d’adhésion\tVide\t\nSECTEUR 1\t\t\t\t\t\nPSI\tAnne\t50\t12/03/2026"
             "\t\tpayé\nTotal\t\t100\t\t\t\n"_s);
    CHECK(taken.proposal.summary.contains(
        u"Colonnes laissées de côté : Cotis., Date d’adhésion, colonne 6 (sans titre)"_s));
    CHECK(imports::importReport(taken.proposal).contains(u"Colonnes laissées de côté : Cotis."_s));
    CHECK(take(u"Nom\tPrénom\tCotis.\nPSI\tAnne\t50\n"_s)
              .proposal.summary.contains(u"Colonne laissée de côté : Cotis."_s));
    for (const QString &line : take(u"Nom\tPrénom\nPSI\tAnne\n"_s).proposal.summary)
        CHECK_FALSE(line.contains(u"de côté"_s));
}

TEST_CASE("Lines of totals are left aside in every list, names are not")
{
    for (const QString &total :
         {u"Total : 6"_s, u"Total 6"_s, u"TOTAL GÉNÉRAL"_s, u"Sous-total"_s, u"S/total :"_s, u"Total des membres"_s,
          u"Total partenaires : 12"_s, u"Totaux"_s, u"Total 6 membres"_s}) {
        CAPTURE(total.toStdString());
        CHECK(take(u"Nom;Prénom\nPSI;Anne\n%1;\n"_s.arg(total)).projet.personnes.size() == 1);
        const Taken partners =
            take(u"Structure;Convention\nDAC 04;oui\n%1;3\n"_s.arg(total), samples::projet(), u"partenaires"_s);
        CHECK(partners.projet.partenaires.size() == 1);
        CHECK(partners.told.contains(u"ligne 3 : c’est une ligne de total"_s));
    }
    for (const QString &name : {u"Total Énergies"_s, u"Totem"_s, u"La Totale"_s}) {
        CAPTURE(name.toStdString());
        CHECK(take(u"Structure;Convention\n%1;oui\n"_s.arg(name), samples::projet(), u"partenaires"_s)
                  .projet.partenaires.size() == 1);
    }
}

TEST_CASE("Members pasted on their list: titles taken off, two in a cell and no members left aside, all told")
{
    const auto words = imports::ProfessionWords::load(base::referenceFolder(), support::references().professions());
    REQUIRE(words);
    imports::BlockList list{
        u"personne"_s, {{u"nom"_s}, {u"prenom"_s}, {u"profession"_s}}, {{u"membre"_s, domain::Value(true)}}};
    imports::readPeople(list, words.value());
    const QString block = u"Nom\tPrénom\tProfession\tAdhérent ?\nDr PSI\tanne\tMG\toui\nTAU\tLéa\tIDE\tnon\n"
                          "RHO et CHI\tUgo\tIDE\toui\nPHI\tEva\tIDE\ten cours\nETA\tZoé\tIDE\t12/03/2026\n"
                          "\tTotal : 5\t\t3\n"_s;
    const auto proposal = imports::proposeRows(block, list, {});
    REQUIRE(proposal);
    const auto projet = fixtures::applied({}, proposal.value().changes);
    QStringList names;
    for (const auto &[id, each] : projet.personnes) {
        names << each.nom + u' ' + each.prenom;
        CHECK(each.membre);
    }
    names.sort();
    CHECK(names == QStringList{u"ETA Zoé"_s, u"PSI Anne"_s});
    const QString told = imports::blockReport(proposal.value());
    CHECK(told.contains(u"Ligne 3 : « TAU Léa » : « non » ne dit pas « membre » ; ligne laissée de côté."_s));
    CHECK(told.contains(u"« RHO et CHI Ugo » : deux personnes dans une cellule ?"_s));
    CHECK(told.contains(u"« PHI Eva » : « en cours » ne dit pas « membre »"_s));
    CHECK(told.contains(u"ligne de total laissée de côté"_s));
}

TEST_CASE("On a list that is not of members, « Adhérent ? » says who is one")
{
    const auto words = imports::ProfessionWords::load(base::referenceFolder(), support::references().professions());
    REQUIRE(words);
    imports::BlockList list{u"personne"_s, {{u"nom"_s}, {u"prenom"_s}}, {{u"equipeProjet"_s, domain::Value(true)}}};
    imports::readPeople(list, words.value());
    const auto proposal = imports::proposeRows(u"Nom\tPrénom\tAdhérent ?\nPSI\tAnne\toui\nTAU\tLéa\tnon\n"_s, list, {});
    REQUIRE(proposal);
    const auto projet = fixtures::applied({}, proposal.value().changes);
    REQUIRE(projet.personnes.size() == 2);
    for (const auto &[id, each] : projet.personnes)
        CHECK(each.membre == (each.nom == u"PSI"));
}
