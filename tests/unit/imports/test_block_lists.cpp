// Members and partners pasted on their lists are read as the import reads them.
#include "fixtures.h"
#include "imports/people.h"
#include "imports/profiles.h"
#include "list_samples.h"
#include "support/catch.h"
#include "support/example.h"

using namespace Qt::Literals::StringLiterals;
using namespace blocks;

namespace
{

struct Pasted {
    domain::Projet projet;
    QString told;
};

Pasted paste(const QString &block, const imports::BlockList &list, const domain::Projet &projet = {})
{
    const auto proposal = imports::proposeRows(block, list, projet);
    if (!proposal)
        return {projet, proposal.error().message};
    return {fixtures::applied(projet, proposal.value().changes), imports::blockReport(proposal.value(), true)};
}

domain::Projet imported(const QString &block, const QString &profile, const domain::Projet &projet = {})
{
    imports::ImportOptions options;
    options.referenceFolder = support::source(u"resources/reference"_s);
    const auto proposal = imports::propose(profile, imports::ImportInput::memory(block.toUtf8(), u"liste.csv"_s),
                                           projet, support::references(), options);
    if (!proposal)
        FAIL(proposal.error().message.toStdString());
    return fixtures::applied(projet, proposal.value().changes);
}

// What both ways have to agree on.
QStringList namesOf(const domain::Projet &projet)
{
    QStringList all;
    for (const auto &[id, each] : projet.personnes)
        all << QStringList{each.nom,
                           each.prenom,
                           each.structure,
                           each.profession,
                           each.email,
                           each.telephone,
                           QString::number(int(each.statut)),
                           each.gouvernance.value_or(false) ? u"oui"_s : QString()}
                   .join(u'|');
    all.sort();
    return all;
}

QStringList namesOfPartners(const domain::Projet &projet)
{
    QStringList all;
    for (const auto &[id, each] : projet.partenaires)
        all << QStringList{each.service,
                           each.representant,
                           each.localisation,
                           each.avancement,
                           each.conventionLe.toString(Qt::ISODate),
                           each.convention ? (*each.convention ? u"oui"_s : u"non"_s) : QString()}
                   .join(u'|');
    all.sort();
    return all;
}

} // namespace

TEST_CASE("Members: a block pasted and the same list imported say the same of everybody")
{
    for (
        const QString &block :
        {u"Nom\tMétier\tMail\tTél.\nDr PSI Anne\tMG\tanne@exemple.fr ; a@exemple.fr\t492000001\nRHO Ugo\tIDEL\t\t\n"_s,
         u"Nom et prénom\tProfession\tStatut\tGouvernance\nMme PSI Anne\tIDE\tlibérale\tPrésidente\nRHO Ugo\tMK\tsalarié\t\n"_s,
         u"Contact\tNom\tPrénom\nSecrétariat\tPSI\tanne\nSecrétariat\tRHO\tugo\n"_s,
         u"Nom\tPrénom\tProfession\nPharmacie du Verdon\t\tPharmacien\nde la tour\tzoé\tSF\n"_s,
         u"Prénom Nom\tProfession\nAnne Psi\tIDE\nUgo Rho\tMK\n"_s}) {
        INFO(block.toStdString());
        const Pasted pasted = paste(block, people());
        INFO(pasted.told.toStdString());
        const domain::Projet once = imported(block, u"personnes"_s);
        CHECK(namesOf(pasted.projet) == namesOf(once));
        // Nobody is there twice, whichever way the list came first.
        CHECK(namesOf(paste(block, people(), once).projet) == namesOf(once));
        CHECK(paste(block, people(), once).told.contains(u"déjà dans la liste"_s));
    }
    // Another address is told, and makes nobody else.
    const domain::Projet there = imported(u"Nom\tPrénom\tMail\nPSI\tAnne\ta@exemple.fr\n"_s, u"personnes"_s);
    const Pasted other = paste(u"Nom\tPrénom\tMail\nPSI\tAnne\tb@exemple.fr\n"_s, people(), there);
    CHECK(namesOf(other.projet) == namesOf(there));
    CHECK(other.told.contains(u"(« b@exemple.fr »)"_s));
    const QString lieu = u"Nom\tPrénom\tMail\tCommune\nPSI\tAnne\t%1@exemple.fr\t%2\n"_s;
    const domain::Projet castellane = paste(lieu.arg(u"a"_s, u"Castellane"_s), people()).projet;
    CHECK(paste(lieu.arg(u"b"_s, u"Digne"_s), people(), castellane).projet.personnes.size() == 2);
}

TEST_CASE("Members: who governs is what is written, and what is doubtful is told, never taken for a yes")
{
    const auto governs = [](const QString &cell) {
        const QString block = u"Nom\tPrénom\tProfession\tGouvernance\nPSI\tAnne\tIDE\t"_s + cell + u'\n';
        const Pasted pasted = paste(block, people());
        INFO(cell.toStdString() << " / " << pasted.told.toStdString());
        REQUIRE(pasted.projet.personnes.size() == 1);
        const domain::Answer read = pasted.projet.personnes.begin()->second.gouvernance;
        CHECK(read.has_value() != pasted.told.contains(u"« %1 »"_s.arg(cell)));
        // An import of the list reads the same.
        CHECK(imported(block, u"personnes"_s).personnes.begin()->second.gouvernance == read);
        return read;
    };
    for (const QString &cell : {u"oui"_s, u"Présidente"_s, u"Membre du bureau"_s, u"CA"_s, u"vice-président"_s})
        CHECK(governs(cell) == domain::Answer(true));
    for (const QString &cell : {u"non"_s, u"non membre"_s, u"Pas membre du bureau"_s, u"ancienne présidente"_s})
        CHECK(governs(cell) == domain::Answer(false));
    for (const QString &cell : {u"peut-être"_s, u"à voir"_s, u"membre ?"_s, u"pressentie au bureau"_s, u"Castellane"_s})
        CHECK(governs(cell) == domain::Answer());
}

TEST_CASE("Members: what the import tells of a cell is told of a pasted one")
{
    const Pasted pasted = paste(u"Nom\tProfession\tMail\nDr PSI Anne\tMG\tanne@exemple.fr ; a@exemple.fr\n"
                                "Pharmacie du Verdon\tPharmacien\tpas de mail\nRHO et CHI\tIDE\t\n"_s,
                                people());
    INFO(pasted.told.toStdString());
    CHECK(pasted.told.contains(u"plusieurs adresses mail ; la première est gardée"_s));
    CHECK(pasted.told.contains(u"« Pharmacie du Verdon » est lu comme une structure"_s));
    CHECK(pasted.told.contains(u"« pas de mail » n’est pas une adresse mail"_s));
    CHECK(pasted.told.contains(u"deux personnes dans une cellule ?"_s));
    CHECK(pasted.projet.personnes.size() == 2);
}

TEST_CASE("Members: a title between people and a total are nobody, pasted or imported")
{
    const QString block = u"Nom\tPrénom\tMétier\tMail\nInfirmiers\t\t\t\nPSI\tAnne\tIDEL\ta@exemple.fr\n"
                          "MEDECINS :\t\t\t\nRHO\tLéa\tmédecin\tb@exemple.fr\nFabre\t\t\t\n"
                          "Total médecins\t\t3\t\n"_s;
    const Pasted pasted = paste(block, people());
    for (const domain::Projet &projet : {pasted.projet, imported(block, u"personnes"_s)})
        CHECK(projet.personnes.size() == 3); // « Fabre » is somebody
    INFO(pasted.told.toStdString());
    CHECK(pasted.told.contains(u"« Infirmiers » est un titre, pas une personne"_s));
    CHECK(pasted.told.contains(u"« Total médecins » est un total"_s));
}

TEST_CASE("Without titles a first column of whole names is cut, in the order of the form")
{
    const QString block = u"DUPONT Jean\tMG\nDE LA TOUR Zoé\tIDE\n"_s;
    for (const bool nameFirst : {true, false}) {
        imports::BlockList list = people();
        if (!nameFirst)
            std::swap(list.fields[0], list.fields[1]);
        const auto words = imports::ProfessionWords::load(base::referenceFolder(), support::references().professions());
        imports::readPeople(list, words.value()); // again, in that order
        const QStringList names = namesOf(paste(block, list).projet);
        REQUIRE(names.size() == 2);
        CHECK(names[0].startsWith(u"DE LA TOUR|Zoé|"_s));
        CHECK(names[1].startsWith(u"DUPONT|Jean|"_s));
    }
    // Words that are no names stay where they are.
    CHECK(namesOf(paste(u"Martin\tPaul\nPetit\tLéa\n"_s, people()).projet).value(0).startsWith(u"Martin|Paul|"_s));
}

TEST_CASE("Whole names without capitals: by their title, and as the project knows them, never doubled")
{
    const QString rows = u"Odile Ferrandin\tIDE\nHugo Martel\tMG\n"_s;
    for (const QString &title : {u"Nom complet"_s, u"Qui"_s, u"Prénom et nom"_s}) {
        const QString block = title + u"\tMétier\n"_s + rows;
        for (const domain::Projet &projet : {paste(block, people()).projet, imported(block, u"personnes"_s)}) {
            REQUIRE(namesOf(projet).size() == 2);
            CHECK(namesOf(projet)[0].startsWith(u"Ferrandin|Odile|"_s));
            CHECK(namesOf(projet)[1].startsWith(u"Martel|Hugo|"_s));
        }
    }
    // Beside professions, without titles.
    const domain::Projet there = paste(rows, people()).projet;
    REQUIRE(namesOf(there).size() == 2);
    CHECK(namesOf(there)[0].startsWith(u"Ferrandin|Odile|"_s));
    for (const QString &block : {u"Nom et prénom\tMétier\n"_s + rows, u"Qui\tMétier\nFerrandin Odile\tIDE\n"_s}) {
        CHECK(namesOf(paste(block, people(), there).projet) == namesOf(there));
        CHECK(namesOf(imported(block, u"personnes"_s, there)) == namesOf(there));
    }
}

TEST_CASE("Without titles a mail, a telephone or a day goes to its own field, or is told, never among words")
{
    imports::BlockList list = people();
    for (imports::BlockField &field : list.fields)
        field.titledOnly = false;
    const Pasted team = paste(u"FERRANDIN Odile\tIDE\t06 12 34 56 78\t0,2 ETP\to@exemple.fr\n"
                              "MARTEL Hugo\tMG\t06 12 34 56 79\t0,5 ETP\th@exemple.fr\n"_s,
                              list);
    INFO(team.told.toStdString());
    REQUIRE(team.projet.personnes.size() == 2);
    for (const auto &[id, each] : team.projet.personnes) {
        CHECK(each.telephone.startsWith(u"06"_s));
        CHECK(each.lieuExercice.isEmpty());
        CHECK_FALSE(each.profession.contains(u"06"_s));
        CHECK_FALSE(each.structure.contains(u'@'));
    }
    CHECK(team.told.contains(u"« IDE » → Profession"_s));
    CHECK(team.told.contains(u"« 0,2 ETP » et « 0,5 ETP »"_s));
    // The day of what was done stands after its place.
    const Pasted done =
        paste(u"Réunion d’information\tBarjols\t15/05/2026\nMailing\tAups\t16/05/2026\n"_s, mobilisations());
    INFO(done.told.toStdString());
    REQUIRE(done.projet.mobilisations.size() == 2);
    CHECK(domain::inOrder(done.projet.mobilisations)[0].second->date == QDate(2026, 5, 15));
    CHECK(domain::inOrder(done.projet.mobilisations)[0].second->lieu == u"Barjols"_s);
}

TEST_CASE("Partners: the titles, the conventions and the second representative of the import")
{
    const QString block = u"Structure\tContact\tFonction\tTéléphone\tConvention ?\tDate signature\tGouvernance\n"
                          "CH de Digne\tMme Psi\tDirectrice\t0492000001\tsignée le 12/03/2026\t\toui\n"
                          "\tM. Rho\tCadre\t\t\t\t\n"
                          "DAC 04\tMme Chi\t\t\ten cours\tmars 2027\tnon\n"
                          "EHPAD\t\t\t\toui\t02/01/2026\t\n"_s;
    const Pasted pasted = paste(block, partners());
    INFO(pasted.told.toStdString());
    const domain::Projet once = imported(block, u"partenaires"_s);
    REQUIRE(once.partenaires.size() == 3);
    CHECK(namesOfPartners(pasted.projet) == namesOfPartners(once));
    CHECK(pasted.told.contains(u"« Fonction » n’a pas été reprise"_s));
    CHECK(pasted.told.contains(u"« M. Rho » est noté représentant de « CH de Digne »"_s));
    CHECK(pasted.told.contains(u"convention « en cours (mars 2027) » : notée « Non »"_s));
    const Pasted again = paste(block, partners(), once);
    CHECK(again.projet.partenaires.size() == 3);
    CHECK(again.told.contains(u"déjà dans la liste"_s));
}

TEST_CASE("Mobilisation: the type is found in what was done, which is kept, and nothing becomes a meeting unread")
{
    const auto pasted = [](const QString &block) {
        const Pasted result = paste(block, mobilisations());
        QStringList all;
        for (const auto &[id, each] : domain::inOrder(result.projet.mobilisations))
            all << QString::number(int(each->sorte)) + u' ' + each->description;
        return std::pair(all, result.told);
    };
    const QString meeting = QString::number(int(domain::SorteMobilisation::Reunion));
    const QString mailing = QString::number(int(domain::SorteMobilisation::Mailing));
    const QString other = QString::number(int(domain::SorteMobilisation::Autre));
    const auto [under, told] = pasted(u"Date\tType d’action\tParticipants\n"
                                      "05/11/2026\tEnvoi d’un courriel à tous les libéraux\t120\n"
                                      "06/11/2026\tSoirée d’information à Barjols\t34\n"
                                      "07/11/2026\tStand au forum\t9\n08/11/2026\te-mailing\t80\n"_s);
    CHECK(under == QStringList{mailing + u" Envoi d’un courriel à tous les libéraux"_s,
                               meeting + u" Soirée d’information à Barjols"_s, other + u" Stand au forum"_s,
                               mailing + u' '});
    INFO(told.toStdString());
    CHECK(told.contains(u"Ligne 2 : « Envoi d’un courriel à tous les libéraux » est noté « Mailing » sous « Type "
                        "d’action », et ses mots sont gardés sous « Description »."_s));
    CHECK(told.contains(u"Ligne 4 : « Stand au forum » est noté « Autre action »"_s));
    CHECK_FALSE(told.contains(u"Ligne 5"_s));
    // Beside a description the words stand above it; without a type it is the description that says it.
    CHECK(pasted(u"Type\tDescription\nAppels aux médecins\tUn par un\n"_s).first ==
          QStringList{other + u" Appels aux médecins\nUn par un"_s});
    const auto [done, said] = pasted(u"Date\tAction\tLieu\tParticipants\n"
                                     "12/10/2026\tRéunion d’information des professionnels\tBarjols\t34\n"
                                     "05/11/2026\tCourriel d’invitation à la réunion\t\t120\n"_s);
    CHECK(done == QStringList{meeting + u" Réunion d’information des professionnels"_s,
                              mailing + u" Courriel d’invitation à la réunion"_s});
    CHECK(said.contains(u"« Courriel d’invitation à la réunion » est noté « Mailing » sous « Type d’action »."_s));
    CHECK(pasted(u"Réunion d’information\t12/10/2026\tBarjols\nMail\t13/10/2026\t\n"_s).first ==
          QStringList{meeting + u' ', mailing + u' '});
}

TEST_CASE("A person who is not in the project is said so, with what to do, and a civility hides nobody")
{
    domain::Projet projet = domain::nouveauProjet(u"CPTS"_s, u"paca-2022"_s, u"2026"_s, QDate(2026, 11, 23));
    const auto fiche = domain::Id::fromKey(u"fiche:essai"_s), psi = domain::Id::fromKey(u"personne:psi"_s);
    projet.fiches.insert(fiche).intitule = u"Soins"_s;
    projet.personnes.insert(psi).nom = u"PSI"_s;
    imports::BlockField referent{u"referent"_s};
    referent.words = {{u"Anne PSI"_s, psi.toString()}, {u"Jean RHO"_s, u"a"_s}, {u"Léa RHO"_s, u"b"_s}};
    const imports::BlockList steps{u"etapeAction"_s, {{u"intitule"_s}, referent}, {{u"fiche"_s, fiche}}};
    const Pasted pasted =
        paste(u"Étape\tRéférent\nÉcrire\tDr PSI Anne\nFormer\tDr DUPONT Jean\nOuvrir\tRHO\n"_s, steps, projet);
    INFO(pasted.told.toStdString());
    CHECK(domain::inOrder(pasted.projet.etapesAction).front().second->referent == psi);
    CHECK(pasted.told.contains(u"Ligne 3 : « Dr DUPONT Jean » n’est pas parmi les membres ni dans l’équipe : ajoutez "
                               "cette personne, puis choisissez-la sous « Référent »."_s));
    CHECK(pasted.told.contains(u"« RHO » est le nom de plusieurs personnes : choisissez la bonne sous « Référent »"_s));
}
