// Lists of the project itself: plan d'action, actors, tools, instances; values by commune.
#include "fixtures.h"
#include "proposals.h"
#include "samples.h"
#include "support/example.h"

using namespace Qt::Literals::StringLiterals;

TEST_CASE("Plan d'action: one fiche a title, its indicators, its coordinator among the people of the project")
{
    const auto people = samples::accepted(samples::of(u"personnes"_s));
    const auto sample = samples::of(u"fiches-actions"_s);
    const auto after = samples::accepted(sample, people);
    REQUIRE(after.fiches.size() == 2);
    const auto [id, fiche] = domain::inOrder(after.fiches).front();
    CHECK(fiche->intitule == u"Trouver un médecin traitant");
    CHECK(fiche->mission == domain::Id::fromKey(u"mission:medecin-traitant"_s));
    CHECK(fiche->debut == QDate(2027, 3, 1));
    CHECK(fiche->avancement == domain::Avancement::EnCours);
    REQUIRE(after.personnes.find(fiche->coordonnateur));
    CHECK(after.personnes.find(fiche->coordonnateur)->nom == u"ALPHA");
    REQUIRE(after.indicateursAction.size() == 2);
    const auto indicators = domain::inOrder(after.indicateursAction);
    CHECK(indicators[0].second->fiche == id);
    CHECK(indicators[0].second->cible == 60.0);
    CHECK(indicators[1].second->cible == 80.0);
    CHECK(indicators[1].second->unite == u"%");
    const auto told = samples::told(samples::proposed(sample, people).value());
    CHECK(told.contains(u"2 nouvelles fiches-actions"_s));
    CHECK(told.contains(u"« Mission inconnue » n’a pas été reconnue"_s));
    CHECK(told.contains(u"« printemps » n’est pas une date"_s));
    // The same plan again brings nothing.
    CHECK(samples::proposed(sample, after).value().changes.empty());
}

TEST_CASE("Plan d'action: a coordinator that the project does not know is told, nobody is added")
{
    const auto sample = samples::of(u"fiches-actions"_s);
    const auto after = samples::accepted(sample);
    CHECK(after.personnes.empty());
    CHECK(samples::told(samples::proposed(sample).value()).contains(u"n’est pas parmi les personnes du projet"_s));
}

TEST_CASE("Plan d'action: a column of sums becomes the budget of the fiches, and is never words among their means")
{
    const auto plan = [](const QByteArray &bytes, const domain::Projet &projet = samples::projet()) {
        const auto input = imports::ImportInput::memory(bytes, u"plan.csv"_s);
        const auto read = imports::propose(u"fiches-actions"_s, input, projet, support::references());
        REQUIRE(read);
        return std::pair(fixtures::applied(projet, read.value().changes), samples::told(read.value()));
    };
    const QByteArray rows("Action;Moyens;Budget;Indicateur\nConsultations avancées;Un local;18000;Créneaux\n"
                          "Consultations avancées;;18 000 €;Patients vus\nDépistage;;12 k€;\nForum;;;\n");
    const auto [after, told] = plan(rows);
    INFO(told.toStdString());
    REQUIRE(after.budget.size() == 1);
    const domain::LigneBudget &line = after.budget.begin()->second;
    const domain::FicheAction *fiche = after.fiches.find(line.fiche);
    REQUIRE(fiche);
    CHECK(fiche->intitule == u"Consultations avancées"_s);
    CHECK(fiche->moyens == u"Un local"_s);
    CHECK(line.intitule == u"Budget de l’action"_s);
    CHECK(line.prevu == 18000.0);
    CHECK_FALSE(line.annee);
    CHECK(told.contains(u"« 12 k€ » n’est pas une somme en euros ; laissé de côté"_s));
    CHECK(plan(rows, after).first.budget.size() == 1);
    // What the fiche details already is not counted twice; a title may say more, and the year.
    const auto [again, said] = plan("Action;Coût prévisionnel 2027\nConsultations avancées;500\nForum;250,50\n", after);
    CHECK(said.contains(u"« 500 » n’a pas été ajouté : la fiche a déjà des lignes de budget"_s));
    REQUIRE(again.budget.size() == 2);
    const auto added = domain::inOrder(again.budget).back().second;
    CHECK(added->intitule == u"Coût prévisionnel 2027"_s);
    CHECK(added->prevu == 250.5);
    CHECK(added->annee == 2027);
    // A sign before words calculates nothing; what would be calculated is told.
    const auto [signs, formulas] = plan("Action;Objectif;Objectif spécifique;Moyens\nDépistage;+5 points;=> former;"
                                        "- un local\n+ de créneaux;=A1+B2;;\n");
    REQUIRE(signs.fiches.size() == 2);
    CHECK(domain::inOrder(signs.fiches)[0].second->objectifGeneral == u"+5 points"_s);
    CHECK(domain::inOrder(signs.fiches)[0].second->moyens == u"- un local"_s);
    CHECK(domain::inOrder(signs.fiches)[1].second->intitule == u"+ de créneaux"_s);
    REQUIRE(signs.objectifs.size() == 1);
    CHECK(signs.objectifs.begin()->second.enonce == u"=> former"_s);
    CHECK(formulas.contains(u"objectif général : « =A1+B2 » est une formule ; laissée de côté"_s));
    CHECK(plan("Action;Mission;Budget réalisé\nForum;;900\n").first.budget.empty());
}

TEST_CASE("Actors, tools and instances: added, completed, never doubled")
{
    for (const QString &code : {u"acteurs"_s, u"outils"_s, u"instances"_s}) {
        const auto sample = samples::of(code);
        const auto after = samples::accepted(sample);
        CHECK(samples::proposed(sample, after).value().changes.empty());
    }
    auto after = samples::accepted(samples::of(u"acteurs"_s));
    REQUIRE(after.acteurs.size() == 3);
    const auto actors = domain::inOrder(after.acteurs);
    CHECK(actors[0].second->sorte == domain::SorteActeur::Soins);
    CHECK(actors[0].second->articulation == u"Sorties\npréparées");
    CHECK(actors[1].second->sorte == domain::SorteActeur::MedicoSociale);
    CHECK(actors[2].second->sorte == domain::SorteActeur::NonRenseigne);
    CHECK(samples::told(samples::proposed(samples::of(u"acteurs"_s)).value())
              .contains(u"type d’offre : « inconnu » n’a pas été reconnu"_s));
    after = samples::accepted(samples::of(u"outils"_s));
    const auto tools = domain::inOrder(after.outils);
    CHECK(tools[0].second->usage == domain::UsageOutil::Utilise);
    CHECK(tools[0].second->ouvertATous == domain::Answer(true));
    CHECK(tools[1].second->usage == domain::UsageOutil::Prevu);
    after = samples::accepted(samples::of(u"instances"_s));
    CHECK(domain::inOrder(after.instances)[1].second->rythme == u"trois fois par an");
    // What the project says otherwise is kept and told.
    domain::Projet before = samples::projet();
    before.outils.insert(domain::Id::fromKey(u"x"_s)).service = u"messagerie securisee"_s;
    before.outils.find(domain::Id::fromKey(u"x"_s))->besoin = u"Autre chose"_s;
    const auto kept = samples::proposed(samples::of(u"outils"_s), before);
    const auto completed = fixtures::applied(before, kept.value().changes);
    CHECK(completed.outils.size() == 2);
    CHECK(completed.outils.find(domain::Id::fromKey(u"x"_s))->besoin == u"Autre chose");
    CHECK(completed.outils.find(domain::Id::fromKey(u"x"_s))->utilisateurs == u"médecins");
    CHECK(samples::told(kept.value()).contains(u"le projet est gardé"_s));
}

TEST_CASE("Values by commune: named, chosen when the name is not sure, kept for the map")
{
    const auto sample = samples::of(u"valeurs-communes"_s);
    const auto proposal = samples::proposed(sample);
    REQUIRE(proposal);
    REQUIRE(proposal.value().communes.size() == 1);
    CHECK(proposal.value().communes.front().text == u"Forcalqier");
    REQUIRE_FALSE(proposal.value().communes.front().candidates.empty());
    CHECK(proposal.value().communes.front().candidates.front().code == u"04088");
    auto options = samples::options(sample);
    options.communes = {{u"Forcalqier"_s, u"04088"_s}};
    const auto settled =
        imports::propose(sample.profile, samples::input(sample), samples::projet(), support::references(), options);
    REQUIRE(settled);
    CHECK(settled.value().communes.empty());
    const auto after = fixtures::applied(samples::projet(), settled.value().changes);
    REQUIRE(after.indicateurs.size() == 1);
    const auto &indicator = after.indicateurs.begin()->second;
    CHECK(indicator.intitule == u"Taux de patients sans médecin traitant (%)");
    CHECK(indicator.parCommune == u"04039=12.5 04070=9 04088=7"); // not Nice
    CHECK(indicator.annee == 2024);
    CHECK(indicator.source.isEmpty()); // the file does not say it
    CHECK(samples::told(settled.value()).contains(u"sa source : elle est à compléter"_s));
}

TEST_CASE("Official files by commune keep the value of each commune of the territory")
{
    for (const QString &code : {u"apl"_s, u"cartosante"_s, u"insee"_s}) {
        const auto after = samples::accepted(samples::of(code));
        INFO(code.toStdString());
        REQUIRE_FALSE(after.indicateurs.empty());
        const auto values = domain::valeursParCommune(after.indicateurs.begin()->second.parCommune);
        REQUIRE_FALSE(values.empty());
        for (const auto &[commune, value] : values)
            CHECK(after.communes.find(domain::Id::fromKey(u"commune:"_s + commune)));
    }
}

// What the project is refused for, when it is stored: a field that refers to a record that is not there.
TEST_CASE("What an import refers to is in the project, each profile, in a project where nobody wrote anything")
{
    int references = 0;
    for (const auto &sample : samples::all()) {
        const auto projet = samples::accepted(sample);
        for (const domain::TableDescription &table : domain::tables())
            for (const domain::Id &id : table.unique ? std::vector<domain::Id>{{}} : table.ids(projet))
                for (const domain::FieldDescription &field : table.fields) {
                    const domain::Value value = field.get(table.find(projet, id));
                    domain::IdList targets;
                    if (const auto *one = std::get_if<domain::Id>(&value))
                        targets = {*one};
                    else if (const auto *several = std::get_if<domain::IdList>(&value))
                        targets = *several;
                    for (const domain::Id &target : targets) {
                        CAPTURE(sample.profile.toStdString(), table.name.toStdString(), field.name.toStdString());
                        ++references;
                        CHECK(domain::table(field.target)->find(projet, target));
                    }
                }
    }
    CHECK(references > 4);
}

namespace
{

samples::Proposal values(const QByteArray &bytes, imports::ImportOptions options = {})
{
    options.referenceFolder = support::source(u"resources/reference"_s);
    return imports::propose(u"valeurs-communes"_s, imports::ImportInput::memory(bytes, u"medecins-2024.csv"_s),
                            samples::projet(), support::references(), options);
}

domain::IndicateurDiagnostic indicatorOf(const samples::Proposal &proposal)
{
    if (!proposal)
        FAIL(proposal.error().message.toStdString());
    const auto after = fixtures::applied(samples::projet(), proposal.value().changes);
    REQUIRE(after.indicateurs.size() == 1);
    return after.indicateurs.begin()->second;
}

} // namespace

TEST_CASE("Values by commune: the only column of figures is read, whatever its title")
{
    for (const QByteArray &bytes :
         {QByteArray("Commune;Médecins pour 1000\nCastellane;1,5\nDigne-les-Bains;0,9\n"),
          QByteArray(
              "Tableau de l’atelier\n\nCode Insee;Commune;Médecins pour 1000\n04039;Castellane;1,5\n04070;Digne;0,9\n"),
          QByteArray("Commune;Code postal;Année;Médecins pour "
                     "1000\nCastellane;04120;2024;1,5\nDigne-les-Bains;04000;2024;0,9\n")}) {
        INFO(bytes.toStdString());
        const auto indicator = indicatorOf(values(bytes));
        CHECK(indicator.intitule == u"Médecins pour 1000"_s);
        CHECK(indicator.parCommune == u"04039=1.5 04070=0.9"_s);
    }
}

TEST_CASE("Values by commune: of several columns of figures none is chosen for a person, unless it is named")
{
    const QByteArray bytes("Commune;Médecins;Infirmiers\nCastellane;2;5\nDigne-les-Bains;9;30\n");
    imports::ImportOptions options;
    options.choice = u"Ajoutez ceci."_s;
    const auto refused = values(bytes, options);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message ==
          u"Le fichier « medecins-2024.csv » a plusieurs colonnes de chiffres : « Médecins » et « Infirmiers ». "
          "Choisissez celle qui devient un indicateur. Ajoutez ceci. Rien n’a été modifié."_s);
    CHECK_FALSE(values("Commune;Nombre de médecins;Nombre de lits\nCastellane;2;5\n"));
    options.colonne = u"infirmiers"_s;
    CHECK(indicatorOf(values(bytes, options)).parCommune == u"04039=5 04070=30"_s);
    options.colonne = u"Dentistes"_s;
    const auto absent = values(bytes, options);
    REQUIRE_FALSE(absent);
    CHECK(absent.error().message.contains(u"n’a pas de colonne « Dentistes »"_s));
    CHECK(absent.error().message.contains(u"« Médecins » et « Infirmiers »"_s));
    const auto words = values("Commune;Avis\nCastellane;bon\n");
    REQUIRE_FALSE(words);
    CHECK(words.error().message.contains(u"n’a pas de colonne de chiffres"_s));
}

TEST_CASE("Values by commune: communes without a figure are told by their names, on one line")
{
    const auto proposal = values("Commune;Médecins pour 1000\nCastellane;1,5\nDigne-les-Bains;n.d.\nForcalquier;\n");
    REQUIRE(proposal);
    CHECK(proposal.value().unmatched.isEmpty());
    const QString told = samples::told(proposal.value());
    INFO(told.toStdString());
    CHECK(told.contains(
        u"3 communes du projet n’ont pas de chiffre dans le fichier : Marseille 3e Arrondissement, Digne-les-Bains et Forcalquier"_s));
    CHECK(told.contains(u"« Digne-les-Bains » n’a pas de chiffre lisible (« n.d. »)"_s));
    CHECK(told.count(u"Forcalquier"_s) == 1); // an empty cell is no figure that can't be read
}
