// The criteria of the projet de santé: what the example meets and lacks, then one fact spoilt at a time.
#include "unit/controle/fixtures.h"

#include "report/trame.h"
#include "support/trame.h"

#include <QSet>

using namespace Qt::Literals::StringLiterals;
using namespace fixtures;
using controle::PageState;
using controle::Severity;
using controle::Volet;
using support::trame;

namespace
{

const QStringList pages{u"diagnostic"_s,          u"offre"_s,           u"organisation"_s,
                        u"systeme-information"_s, u"projet-missions"_s, u"fiches"_s};

domain::FicheAction &fiche(domain::Projet &projet, const QString &start)
{
    for (const auto &[id, each] : projet.fiches)
        if (each.intitule.startsWith(start))
            return *projet.fiches.find(id);
    FAIL("no such fiche");
    return *projet.fiches.find({});
}

void addCommune(domain::Projet &projet, const QString &code)
{
    projet.communes.insert(base::Id::fromKey(u"commune:"_s + code)).code = code;
}

base::Id idOf(const QString &table, const QString &key)
{
    return base::Id::fromKey(table + u':' + key);
}

} // namespace

TEST_CASE("The example has three gaps and a date to come, and nothing else")
{
    QStringList gaps;
    for (const controle::Finding &finding : checkProjet(vallees()))
        if (finding.severity != Severity::Fulfilled)
            gaps << finding.criterion;
    CHECK(gaps == QStringList{u"projet.indicateurs-sources"_s, u"projet.statuts"_s, u"projet.etabli-le"_s,
                              u"projet.fiches-coordonnateur"_s});
    const auto readiness = controle::readiness(checkProjet(vallees()), Volet::Projet);
    CHECK(plain(readiness.sentence) == u"Projet de santé : en cours (94 % rempli), 1 point bloquant");
    CHECK(readiness.percent > 80);
    const auto whole = controle::readiness(checkProjet(complete()), Volet::Projet);
    CHECK(whole.sentence == u"Projet de santé : prêt à être relu et envoyé");
    CHECK(whole.percent == 100);
}

TEST_CASE("The statuts are written and attached: what lacks is told, and the finding leads to its page")
{
    const auto statuts = [](const domain::Projet &projet) {
        for (const controle::Finding &finding : checkProjet(projet))
            if (finding.criterion == u"projet.statuts")
                return finding;
        return controle::Finding();
    };
    domain::Projet projet = complete();
    const base::Id id = projet.pieces.begin()->first;
    CHECK(statuts(projet).severity == Severity::Fulfilled);
    CHECK(statuts(projet).page == u"pieces");
    CHECK(statuts(projet).field == domain::FieldAddress{u"piece"_s, id, u"sorte"_s});

    projet.pieces.find(id)->jointe = false;
    CHECK(statuts(projet).sentence == u"Les statuts sont parmi les pièces, mais pas à joindre au dossier");
    CHECK(statuts(projet).field.field == u"jointe");
    projet.pieces.find(id)->jointe = true;
    projet.contenus = {};
    CHECK(statuts(projet).sentence.startsWith(u"Le contenu des statuts manque"_s));
    projet.pieces.find(id)->sorte = domain::SortePiece::Convention;
    CHECK(statuts(projet).severity == Severity::Blocking);
    CHECK(statuts(projet).sentence == u"Les statuts sont élaborés, mais absents des pièces jointes");
    CHECK(statuts(projet).page == u"pieces");
    CHECK(statuts(projet).field.table == u"piece");
    projet.structure.etatStatuts = domain::EtatStatuts::EnCours;
    CHECK(statuts(projet).page == u"organisation");
}

TEST_CASE("The projet de santé does not lower the lettre, nor the lettre the projet")
{
    const domain::Projet example = vallees();
    const auto lettre = controle::check(example, references(), today);
    const auto all = controle::checkAll(example, references(), today);
    CHECK(all.size() == lettre.size() + checkProjet(example).size());
    CHECK(controle::readiness(all).sentence == controle::readiness(lettre).sentence);
    CHECK(controle::readiness(all).percent == controle::readiness(lettre).percent);
    CHECK(controle::readiness(all, Volet::Projet).sentence ==
          controle::readiness(checkProjet(example), Volet::Projet).sentence);
    CHECK(controle::readiness(lettre, Volet::Projet).fulfilled == 0);
    const auto states = controle::pageStates(lettre, example);
    CHECK(states.size() == 7);
    const auto both = controle::pageStates(all, example);
    CHECK(both.size() == 15); // the fundings and the meetings of the example give their pages a state
    for (const auto &[page, state] : states)
        CHECK(both.at(page).toReview == state.toReview);
    CHECK(both.at(u"organisation"_s).toReview == 2);
    CHECK(both.at(u"fiches"_s).type == PageState::Type::ToReview);
    CHECK(both.at(u"offre"_s).type == PageState::Type::Complete);
}

TEST_CASE("An empty project: the pages of the projet de santé are empty, and everything is said")
{
    const auto findings = checkProjet({});
    const auto states = controle::pageStates(findings, {});
    for (const QString &page : pages)
        CHECK(states.at(page).type == PageState::Type::Empty);
    const auto readiness = controle::readiness(findings, Volet::Projet);
    CHECK(readiness.sentence == u"Projet de santé : à écrire");
    CHECK(readiness.blocking >= 15);
}

TEST_CASE("Every finding of the projet says what, why and where")
{
    domain::Projet odd = vallees();
    odd.identite.contratLe = QDate(2028, 1, 1);
    odd.missions = {};
    for (const domain::Projet &projet : {domain::Projet(), vallees(), odd})
        for (const controle::Finding &finding : checkProjet(projet)) {
            INFO(finding.criterion.toStdString());
            CHECK(finding.criterion.startsWith(u"projet."));
            CHECK(finding.volet == Volet::Projet);
            CHECK_FALSE(finding.sentence.isEmpty());
            CHECK_FALSE(finding.sentence.endsWith(u'.'));
            CHECK(finding.sentence.size() < 400);
            CHECK(finding.reason.endsWith(u'.'));
            CHECK_FALSE(finding.source.isEmpty());
            CHECK((pages.contains(finding.page) || finding.page == u"territoire" || finding.page == u"mobilisation" ||
                   finding.page == u"calendrier" || finding.page == u"etapes" || finding.page == u"financement"));
            CHECK(trame().page(finding.page) != nullptr);
            const domain::TableDescription *table = domain::table(finding.field.table);
            REQUIRE(table);
            CHECK(table->field(finding.field.field) != nullptr);
        }
}

TEST_CASE("One fact is enough for a page of the projet to be begun")
{
    const std::vector<std::pair<QString, QString>> facts{
        {u"diagnostic"_s, u"rubrique:problematiques-projet.texte"_s},
        {u"offre"_s, u"rubrique:besoins-non-couverts.texte"_s},
        {u"organisation"_s, u"structure.siret"_s},
        {u"organisation"_s, u"rubrique:inclusion.texte"_s},
        {u"systeme-information"_s, u"rubrique:systeme-information.texte"_s},
        {u"projet-missions"_s, u"mission:crises.patients"_s},
        {u"fiches"_s, u"rubrique:actions.texte"_s}};
    for (const auto &[page, name] : facts) {
        domain::Projet projet;
        const auto champ = domain::parseChamp(name);
        REQUIRE(champ);
        REQUIRE(domain::applyChanges(projet, domain::settingChamp(projet, *champ, u"texte"_s)));
        const auto states = controle::pageStates(checkProjet(projet), projet);
        for (const QString &each : pages)
            CHECK((states.at(each).type == PageState::Type::Empty) == (each != page));
    }
}

TEST_CASE("Missions socles: described, at short and middle term, for patients and for actors")
{
    domain::Projet projet = complete();
    CHECK(verdict(projet, u"projet.socles"_s) == u"FFFFF");
    mission(projet, u"crises"_s).objectifsMoyenTerme.clear();
    CHECK(verdict(projet, u"projet.socles"_s) == u"FFFFI");
    mission(projet, u"parcours"_s).retenue = false;
    CHECK(verdict(projet, u"projet.socles"_s) == u"FFBFI");
    domain::Mission &prevention = mission(projet, u"prevention"_s);
    prevention.patients.clear();
    CHECK(sentence(projet, u"projet.objectifs"_s) == u"Mission « Prévention » : aucun objectif pour les patients");
    prevention = {};
    prevention.code = u"prevention"_s;
    CHECK(verdict(projet, u"projet.socles"_s) == u"FFBBI");
    prevention.description = u"De la lettre"_s;
    CHECK(verdict(projet, u"projet.socles"_s) == u"FFBII");
    // One of the others, that the lettre leaves out and the projet de santé describes.
    mission(projet, u"qualite"_s).retenue = false;
    CHECK(verdict(projet, u"projet.socles"_s) == u"FFBIII");
    const controle::Finding told = of(projet, u"projet.socles"_s).back();
    CHECK(plain(told.sentence).contains(u"« Non » dans la lettre, mais elle est dans le projet de santé"_s));
    CHECK(told.field == domain::FieldAddress{u"mission"_s, base::Id::fromKey(u"mission:qualite"_s), u"retenue"_s});
    mission(projet, u"qualite"_s).retenue = true;
    projet.fiches = {};
    projet.partenaires = {};
    CHECK(verdict(projet, u"projet.acteurs-cles"_s).size() == 7);
}

TEST_CASE("One fiche a mission socle as the contract counts them, and each line is told")
{
    domain::Projet projet = complete();
    CHECK(verdict(projet, u"projet.fiches-socles"_s) == u"FFFF");
    CHECK(verdict(projet, u"projet.fiches-lignes"_s) == u"F");
    fiche(projet, u"Une demande unique"_s).mission = idOf(u"mission"_s, u"soins-non-programmes"_s);
    CHECK(verdict(projet, u"projet.fiches-socles"_s) == u"FFFF");
    CHECK(sentence(projet, u"projet.fiches-lignes"_s) == u"Ligne « Médecin traitant » : aucune fiche-action");
    fiche(projet, u"Le plan de crise"_s).mission = {};
    CHECK(verdict(projet, u"projet.fiches-socles"_s) == u"FFFB");
    CHECK(verdict(projet, u"projet.fiches-mission"_s) == u"I");
    CHECK(plain(of(projet, u"projet.fiches-socles"_s).back().sentence).startsWith(u"Mission socle « "_s));
    projet.fiches = {};
    CHECK(verdict(projet, u"projet.fiches-socles"_s) == u"BBBB");
    CHECK(sentence(projet, u"projet.fiches-socles"_s) ==
          u"Missions socles « Médecin traitant » et « Soins non programmés » : aucune fiche-action (une seule suffit)");
    CHECK(verdict(projet, u"projet.fiches-lignes"_s).isEmpty());
    CHECK(verdict(projet, u"projet.fiches-public"_s).isEmpty());
}

TEST_CASE("An abandoned action serves its mission no more, and nothing more is asked of it")
{
    domain::Projet projet = complete();
    domain::FicheAction &crise = fiche(projet, u"Le plan de crise"_s);
    crise.avancement = domain::Avancement::Abandonnee;
    CHECK(verdict(projet, u"projet.fiches-socles"_s) == u"FFFB");
    const auto told = of(projet, u"projet.fiches-socles"_s);
    const QString last = plain(told.back().sentence);
    CHECK(last.startsWith(u"Mission socle « "_s));
    CHECK(last.endsWith(u" n’a plus de fiche-action : « Le plan de crise des vallées » est abandonnée"_s));
    crise.professions.clear();
    crise.acteurs.clear();
    crise.publicBeneficiaire.clear();
    crise.coordonnateur = {};
    crise.besoins.clear();
    crise.debut = {};
    for (const QString &criterion :
         {u"projet.fiches-pluriprofessionnelles"_s, u"projet.fiches-public"_s, u"projet.fiches-coordonnateur"_s,
          u"projet.fiches-besoin"_s, u"projet.fiches-calendrier"_s, u"projet.fiches-objectif-general"_s})
        CHECK(verdict(projet, criterion) == u"F");

    domain::Projet lines = complete();
    fiche(lines, u"Une demande unique"_s).avancement = domain::Avancement::Abandonnee;
    CHECK(verdict(lines, u"projet.fiches-socles"_s) == u"FFFF");
    CHECK(sentence(lines, u"projet.fiches-lignes"_s) ==
          u"Ligne « Médecin traitant » n’a plus de fiche-action : « Une demande unique pour trouver un médecin "
          u"traitant » est abandonnée");
    for (const auto &[id, each] : complete().fiches)
        lines.fiches.find(id)->avancement = domain::Avancement::Abandonnee;
    CHECK(verdict(lines, u"projet.fiches-socles"_s) == u"BBBB");
    const QString both = sentence(lines, u"projet.fiches-socles"_s);
    CHECK(both.contains(u" n’ont plus de fiche-action : « "_s));
    CHECK(both.endsWith(u" sont abandonnées"_s));
    for (const QString &criterion : {u"projet.fiches-public"_s, u"projet.objectifs-mesures"_s})
        CHECK(verdict(lines, criterion).isEmpty());
}

TEST_CASE("A fiche needs several professions")
{
    const QString criterion = u"projet.fiches-pluriprofessionnelles"_s;
    domain::Projet projet = complete();
    CHECK(verdict(projet, criterion) == u"F");
    domain::FicheAction &crise = fiche(projet, u"Le plan"_s);
    crise.professions = {idOf(u"effectif"_s, u"infirmiers"_s)};
    CHECK(verdict(projet, criterion) == u"B");
    CHECK(sentence(projet, criterion) == u"Fiche « Le plan de crise des vallées » : une seule profession");
    crise.professions.clear();
    CHECK(verdict(projet, criterion) == u"I");
    crise.acteurs.clear();
    CHECK(verdict(projet, criterion) == u"B");
}

TEST_CASE("What a fiche lacks is told, each thing by its own criterion")
{
    domain::Projet projet = complete();
    domain::FicheAction &crise = fiche(projet, u"Le plan"_s);
    base::Id id;
    for (const auto &[each, record] : projet.fiches)
        if (record.intitule == crise.intitule)
            id = each;
    for (const QString &criterion : {u"projet.fiches-besoin"_s, u"projet.fiches-objectif"_s, u"projet.fiches-public"_s,
                                     u"projet.fiches-indicateur"_s, u"projet.fiches-coordonnateur"_s,
                                     u"projet.fiches-calendrier"_s, u"projet.objectifs-mesures"_s})
        CHECK(verdict(projet, criterion) == u"F");
    crise.besoins.clear();
    crise.publicBeneficiaire = u" "_s;
    crise.coordonnateur = {};
    crise.debut = {};
    crise.objectifGeneral.clear();
    CHECK(verdict(projet, u"projet.fiches-besoin"_s) == u"I");
    CHECK(verdict(projet, u"projet.fiches-public"_s) == u"I");
    CHECK(verdict(projet, u"projet.fiches-coordonnateur"_s) == u"I");
    CHECK(verdict(projet, u"projet.fiches-calendrier"_s) == u"I");
    CHECK(of(projet, u"projet.fiches-calendrier"_s).front().field == domain::FieldAddress{u"fiche"_s, id, u"debut"_s});
    const QString calendar = u"Fiche « Le plan de crise des vallées » : %1"_s;
    CHECK(sentence(projet, u"projet.fiches-calendrier"_s) == calendar.arg(u"date de début non précisée"_s));
    for (const auto &[each, etape] : vallees().etapesAction)
        if (etape.fiche == id)
            projet.etapesAction.remove(each);
    CHECK(sentence(projet, u"projet.fiches-calendrier"_s) == calendar.arg(u"ni date de début, ni étape clé"_s));
    crise.debut = today;
    CHECK(sentence(projet, u"projet.fiches-calendrier"_s) == calendar.arg(u"aucune étape clé"_s));
    CHECK(verdict(projet, u"projet.fiches-calendrier"_s) == u"I");
    CHECK(verdict(projet, u"projet.fiches-objectif"_s) == u"F"); // specific ones are left
    for (const auto &[each, indicateur] : vallees().indicateursAction)
        if (indicateur.fiche == id)
            projet.indicateursAction.remove(each);
    CHECK(verdict(projet, u"projet.fiches-indicateur"_s) == u"I");
    CHECK(verdict(projet, u"projet.objectifs-mesures"_s) == u"II");
    for (const auto &[each, objectif] : vallees().objectifs)
        if (objectif.fiche == id)
            projet.objectifs.remove(each);
    CHECK(verdict(projet, u"projet.fiches-objectif"_s) == u"I");
}

TEST_CASE(
    "In PACA the fiches begin in the two years of its cahier des charges, no other region’s delay is held against")
{
    const QString criterion = u"projet.mise-en-place"_s;
    domain::Projet projet = complete();
    CHECK(verdict(projet, criterion).isEmpty());
    for (const auto &[id, each] : vallees().fiches)
        projet.fiches.find(id)->debut = QDate(2030, 6, 30);
    projet.identite.contratLe = QDate(2028, 6, 30);
    CHECK(verdict(projet, criterion) == u"F");
    CHECK(verdict(projet, u"projet.delais"_s).isEmpty());
    fiche(projet, u"Le plan"_s).debut = QDate(2030, 7, 1);
    CHECK(plain(sentence(projet, criterion)) ==
          u"Fiche « Le plan de crise des vallées » : commence plus de 2 ans après la signature du contrat");
    addCommune(projet, u"59350"_s); // between two regions
    CHECK(verdict(projet, criterion).isEmpty());
    CHECK(verdict(projet, u"projet.delais"_s).isEmpty());
}

TEST_CASE("In Hauts-de-France the delays of its portal are compared with the beginning of the fiches")
{
    const QString criterion = u"projet.delais"_s;
    domain::Projet projet = complete();
    projet.communes = {};
    addCommune(projet, u"59350"_s);
    CHECK(verdict(projet, criterion).isEmpty());
    for (const auto &[id, each] : vallees().fiches)
        projet.fiches.find(id)->debut = QDate(2028, 9, 1);
    projet.identite.contratLe = QDate(2028, 6, 30);
    CHECK(verdict(projet, criterion) == u"F");
    fiche(projet, u"Le plan"_s).debut = QDate(2028, 12, 30); // six months to the day
    CHECK(verdict(projet, criterion) == u"F");
    fiche(projet, u"Le plan"_s).debut = QDate(2028, 12, 31);
    CHECK(sentence(projet, criterion) ==
          u"Fiche « Le plan de crise des vallées » : commence après les 6 mois de démarrage "
          u"attendus après la signature");
    fiche(projet, u"Le plan"_s).debut = QDate(2030, 1, 1);
    CHECK(sentence(projet, criterion).contains(u"après les 18 mois de déploiement"));
    fiche(projet, u"Groupes d’échange"_s).debut = QDate(2040, 1, 1); // no delay for a complementary mission
    CHECK(verdict(projet, criterion) == u"I");
}

TEST_CASE("Needs without an answer and figures without a source are told")
{
    domain::Projet projet = complete();
    CHECK(verdict(projet, u"projet.besoins-relies"_s) == u"F");
    const auto first = domain::inOrder(projet.besoins).front();
    projet.besoins.find(first.first)->missions.clear();
    CHECK(verdict(projet, u"projet.besoins-relies"_s) == u"F"); // the fiche about it has one
    for (const auto &[id, each] : vallees().fiches)
        if (std::binary_search(each.besoins.begin(), each.besoins.end(), first.first))
            projet.fiches.find(id)->mission = {};
    CHECK(sentence(projet, u"projet.besoins-relies"_s).endsWith(u": relié à aucune mission"));
    projet.besoins.find(first.first)->etat = domain::EtatBesoin::Regle;
    CHECK(verdict(projet, u"projet.besoins-relies"_s) == u"F");
    const auto second = domain::inOrder(projet.besoins).at(4);
    for (const auto &[id, each] : vallees().fiches)
        std::erase(projet.fiches.find(id)->besoins, second.first);
    CHECK(verdict(projet, u"projet.besoins-relies"_s) == u"I");
    const base::Id indicator = domain::inOrder(projet.indicateurs).front().first;
    projet.indicateurs.find(indicator)->source.clear();
    CHECK(sentence(projet, u"projet.indicateurs-sources"_s).endsWith(u": sans source"));
    projet.indicateurs.find(indicator)->territoire.reset();
    CHECK(sentence(projet, u"projet.indicateurs-sources"_s).endsWith(u"sans valeur pour le territoire"));
    projet.indicateurs = {};
    CHECK(verdict(projet, u"projet.indicateurs-sources"_s).isEmpty());
    CHECK(verdict(projet, u"projet.indicateurs"_s) == u"I");
    rubrique(projet, u"problematiques-projet"_s).texte.clear();
    CHECK(verdict(projet, u"projet.diagnostic"_s) == u"I"); // the lettre's text is printed
    rubrique(projet, u"problematiques"_s).texte.clear();
    CHECK(verdict(projet, u"projet.diagnostic"_s) == u"B");
    CHECK(sentence(projet, u"projet.diagnostic"_s) == u"Le diagnostic territorial n’est pas écrit");
    // Signs that wait for words are no text, and it is said what is there.
    rubrique(projet, u"problematiques"_s).texte = u"…"_s;
    CHECK(verdict(projet, u"projet.diagnostic"_s) == u"B");
    rubrique(projet, u"problematiques-projet"_s).texte = u"- …\n* ?!"_s;
    CHECK(verdict(projet, u"projet.diagnostic"_s) == u"B");
    CHECK(sentence(projet, u"projet.diagnostic"_s) ==
          u"Le diagnostic territorial n’est pas écrit : des signes, aucun mot");
}

TEST_CASE("The four dynamics: an actor, or words in the text")
{
    const QString criterion = u"projet.articulations"_s;
    domain::Projet projet = complete();
    CHECK(verdict(projet, criterion) == u"FFFF");
    for (const auto &[id, acteur] : vallees().acteurs)
        if (acteur.dynamique == u"cls")
            projet.acteurs.remove(id);
        else if (acteur.dynamique == u"dac")
            projet.acteurs.find(id)->articulation.clear();
    CHECK(verdict(projet, criterion) == u"IIFF");
    rubrique(projet, u"offre"_s).texte = u"Il n’y a pas de contrat local de santé ici."_s;
    CHECK(verdict(projet, criterion) == u"IFFF");
    rubrique(projet, u"offre"_s).texte = u"- le **contrat local** de *santé*"_s; // with marks too
    CHECK(verdict(projet, criterion) == u"IFFF");
    rubrique(projet, u"offre"_s).texte = u"Il n’y a pas de CLSH."_s;
    CHECK(verdict(projet, criterion) == u"IIFF");
}

TEST_CASE("The association: statuts, SIRET, who answers for it")
{
    domain::Projet projet = complete();
    CHECK(verdict(projet, u"projet.siret"_s) == u"F");
    using Expected = std::vector<std::pair<QString, QString>>;
    const auto judged = [&projet](QString &field, const QString &criterion, const Expected &cases) {
        for (const auto &[written, expected] : cases) {
            field = written;
            INFO(written.toStdString());
            CHECK(verdict(projet, criterion) == expected);
        }
    };
    judged(projet.structure.siret, u"projet.siret"_s,
           {{u""_s, u"B"_s},
            {u"123"_s, u"B"_s},
            {u"1234567820001O"_s, u"B"_s},
            {u"12345678200011"_s, u"I"_s},
            {u" 123 456 782 00010 "_s, u"F"_s}});
    judged(projet.structure.formeJuridique, u"projet.forme-juridique"_s,
           {{u" "_s, u"I"_s},
            {u"SISA"_s, u"B"_s},
            {u"Groupement de coopération sanitaire"_s, u"B"_s},
            {u"Association de fait"_s, u"B"_s},
            {u"ASSOCIATION DÉCLARÉE"_s, u"F"_s},
            {u"Asso. (loi 1901)"_s, u"F"_s}});
    projet.structure.adresse.clear();
    projet.structure.emailPublic.clear();
    CHECK(sentence(projet, u"projet.coordonnees"_s) ==
          u"Structure porteuse : il manque l’adresse postale et l’adresse mail à diffuser sur le site de l’ARS");
    projet.structure.etatStatuts = domain::EtatStatuts::AVenir;
    CHECK(verdict(projet, u"projet.statuts"_s) == u"I"); // the file says more than the choice
    CHECK(sentence(projet, u"projet.statuts"_s) == u"Les statuts sont joints : indiquez qu’ils sont élaborés");
    projet.pieces.find(projet.pieces.begin()->first)->jointe = false;
    CHECK(verdict(projet, u"projet.statuts"_s) == u"B");
    CHECK(sentence(projet, u"projet.statuts"_s) == u"Les statuts, à joindre au projet, ne sont pas élaborés");
    projet.personnes.find(projet.identite.coordonnateur)->telephone.clear();
    CHECK(verdict(projet, u"projet.coordonnateur"_s) == u"I");
    projet.identite.coordonnateur = {};
    CHECK(of(projet, u"projet.coordonnateur"_s).front().field ==
          domain::FieldAddress{u"identite"_s, {}, u"coordonnateur"_s});
    porteur(projet).nom.clear();
    CHECK(verdict(projet, u"projet.representant-legal"_s) == u"B");
}

TEST_CASE("Members: several professions, a list, counts that fit")
{
    domain::Projet projet = complete();
    CHECK(verdict(projet, u"projet.effectifs"_s) == u"F");
    effectif(projet, u"infirmiers"_s).elaboration = 18;
    effectif(projet, u"pharmaciens"_s).gouvernance = 5;
    CHECK(verdict(projet, u"projet.effectifs"_s) == u"II");
    CHECK(sentence(projet, u"projet.effectifs"_s) ==
          u"Infirmiers : plus de participants à l’élaboration (18) que d’adhérents (17)");
    projet.organisation.comptage = domain::Comptage::Membres; // counted in the list: it fits
    CHECK(verdict(projet, u"projet.effectifs"_s) == u"F");
    CHECK(sentence(projet, u"projet.liste-membres"_s) ==
          u"15 membres dans la liste, dont 13 au tableau des professions ; n’y comptent pas : structures");
    CHECK(sentence(complete(), u"projet.liste-membres"_s) == u"15 membres dans la liste, pour 45 adhérents au tableau");
    CHECK(sentence(projet, u"projet.membres-pluriprofessionnels"_s) == u"13 adhérents, sur 9 lignes du tableau");
    for (const auto &[id, person] : vallees().personnes)
        if (person.profession != u"medecins-generalistes")
            projet.personnes.find(id)->membre = false;
    CHECK(verdict(projet, u"projet.membres-pluriprofessionnels"_s) == u"B");
    porteur(projet).statut = domain::StatutMembre::NonRenseigne;
    CHECK(sentence(projet, u"projet.liste-membres"_s).startsWith(u"1 membre sans statut : "_s));
    projet.personnes = {};
    CHECK(verdict(projet, u"projet.liste-membres"_s) == u"B");
}

TEST_CASE("Services of the national base that nothing mentions are named, and what is typed counts")
{
    domain::Projet projet = complete();
    CHECK(verdict(projet, u"projet.services-nationaux"_s) == u"F");
    for (const auto &[id, each] : vallees().outils)
        projet.outils.find(id)->service = u"Outil maison"_s;
    rubrique(projet, u"systeme-information"_s).texte = u"Un DMP bien tenu."_s;
    rubrique(projet, u"modalites"_s).texte = u"Médimail."_s;
    rubrique(projet, u"besoins-non-couverts"_s).texte.clear();
    CHECK(verdict(projet, u"projet.services-nationaux"_s) == u"I");
    CHECK(sentence(projet, u"projet.services-nationaux"_s) ==
          u"Base nationale, à mentionner : Identifiant national de santé (INS) et e-CPS et Pro Santé Connect");
    projet.outils.find(projet.outils.begin()->first)->service = u"e-CPS"_s;
    CHECK(sentence(projet, u"projet.services-nationaux"_s).endsWith(u"Identifiant national de santé (INS)"_s));
    projet.outils = {};
    rubrique(projet, u"systeme-information"_s).texte.clear();
    CHECK(verdict(projet, u"projet.services-nationaux"_s).isEmpty()); // told by the information system itself
}

TEST_CASE("Users, partners, tools")
{
    domain::Projet projet = complete();
    CHECK(verdict(projet, u"projet.usagers"_s) == u"F");
    projet.besoins = {};
    projet.partenaires = {};
    projet.instances = {};
    for (const auto &[id, each] : vallees().rubriques)
        projet.rubriques.find(id)->texte = u"Les professionnels s’entendent."_s;
    CHECK(verdict(projet, u"projet.usagers"_s) == u"I");
    rubrique(projet, u"gouvernance"_s).texte = u"Un collège des usagers."_s;
    CHECK(verdict(projet, u"projet.usagers"_s) == u"I");
    CHECK(sentence(projet, u"projet.usagers"_s).contains(u"cités dans un texte"_s));
    projet.instances.insert(base::Id::create()).composition = u"Deux représentants des usagers"_s;
    CHECK(verdict(projet, u"projet.usagers"_s) == u"F");
    CHECK(verdict(projet, u"projet.partenaires"_s) == u"I");
    projet = complete();
    for (const auto &[id, each] : vallees().partenaires)
        projet.partenaires.find(id)->convention = false;
    CHECK(verdict(projet, u"projet.partenaires"_s) == u"I");
    domain::Outil &tool = *projet.outils.find(domain::inOrder(projet.outils).front().first);
    tool.ouvertATous = false;
    CHECK(sentence(projet, u"projet.ouverture"_s).endsWith(u": outil fermé à une partie des professionnels"_s));
    projet.outils.find(domain::inOrder(projet.outils).front().first)->ouvertATous.reset();
    CHECK(sentence(projet, u"projet.outils"_s) == u"Messagerie sécurisée de santé : ouvert à tous ou non ?");
    projet.outils = {};
    CHECK(verdict(projet, u"projet.outils"_s).isEmpty());
    CHECK(verdict(projet, u"projet.systeme-information"_s) == u"F");
}

TEST_CASE("The label of the structure d’appui is compared with the day")
{
    const QString criterion = u"lettre.appui-label"_s;
    domain::Projet projet = vallees();
    CHECK(verdict(projet, criterion, QDate(2025, 12, 31)) == u"F");
    CHECK(verdict(projet, criterion, QDate(2026, 1, 1)) == u"I");
    CHECK(sentence(projet, criterion).startsWith(u"Hippocrate développement : label de 2022, donné pour 3 ans"));
    // The answer of the ARS settles it, whatever is said in it.
    CHECK(of(projet, criterion).front().field.table == u"rubrique");
    domain::Rubrique &answer = projet.rubriques.insert(domain::Id::fromKey(u"rubrique:label-appui"_s));
    answer = {u"label-appui"_s, u"  "_s};
    CHECK(verdict(projet, criterion) == u"I");
    answer.texte = u"Courriel du 3 février 2027 : label prolongé."_s;
    CHECK(verdict(projet, criterion) == u"F");
    projet.accompagnement.structureAppui = u"une-autre"_s;
    CHECK(verdict(projet, criterion).isEmpty());
    projet.accompagnement = {false, u"mazars"_s};
    CHECK(verdict(projet, criterion).isEmpty());
}

TEST_CASE("A project dated after today is remarked, whatever the version that will be printed")
{
    const QString code = u"projet.etabli-le"_s;
    domain::Projet projet;
    CHECK(verdict(projet, code).isEmpty()); // the head of annexe 4 shows that it lacks
    projet.identite.etabliLe = today;
    CHECK(verdict(projet, code) == u"F");
    projet.identite.etabliLe = today.addDays(1);
    CHECK(verdict(projet, code) == u"I");
    CHECK(sentence(projet, code) == u"Le projet de santé est daté du 24 novembre 2026, une date à venir");
    CHECK(verdict(projet, code, today.addDays(1)) == u"F");
}

TEST_CASE("The example has a protocol of several professions, carried by one of its fiches")
{
    const domain::Projet projet = vallees();
    REQUIRE(projet.protocoles.size() == 1);
    const domain::Protocole &protocole = projet.protocoles.begin()->second;
    REQUIRE(projet.fiches.find(protocole.fiche));
    CHECK(protocole.professions == projet.fiches.find(protocole.fiche)->professions);
    CHECK(protocole.professions.size() > 1);
    CHECK(protocole.evaluation.contains(u"(exemple)"_s));
}

TEST_CASE("Members of the list who are not counted are told, with the way to count them")
{
    const QString code = u"projet.membres-pluriprofessionnels"_s;
    domain::Projet projet = complete();
    projet.effectifs = {};
    CHECK(verdict(projet, code) == u"B");
    CHECK(sentence(projet, code) == u"15 membres dans la liste : suivez la liste ou comptez-les");
    const auto fieldOf = [&code](const domain::Projet &judged) { return of(judged, code).front().field; };
    CHECK(fieldOf(projet) == domain::FieldAddress{u"organisation"_s, {}, u"comptage"_s});
    projet.organisation.comptage = domain::Comptage::Membres; // followed: they count
    CHECK(verdict(projet, code) == u"F");
    for (const auto &[id, person] : vallees().personnes)
        projet.personnes.find(id)->profession.clear();
    CHECK(sentence(projet, code) == u"15 membres dans la liste, sans profession qui compte : indiquez-la");
    CHECK(fieldOf(projet).field == u"profession");
}

TEST_CASE("A year of two digits is no year of a figure")
{
    domain::Projet projet = complete();
    const base::Id id = domain::inOrder(projet.indicateurs).front().first;
    projet.indicateurs.find(id)->annee = 24;
    CHECK(sentence(projet, u"projet.indicateurs-sources"_s).endsWith(u"l’année s’écrit avec quatre chiffres"_s));
}
