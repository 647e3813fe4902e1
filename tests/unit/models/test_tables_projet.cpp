#include "models/record_options.h"
#include "models/tables_effectifs.h"
#include "models/tables_projet.h"
#include "open_project.h"

using namespace models;
using namespace Qt::Literals::StringLiterals;

namespace
{

QStringList row(const RecordTableModel &model, int at)
{
    QStringList cells;
    for (int column = 0; column < model.columnCount(); ++column)
        cells += model.index(at, column).data().toString();
    return cells;
}

} // namespace

TEST_CASE("A need tells who says it and how many fiches answer it")
{
    domain::Projet projet = emptyProject();
    const Id need = Id::create();
    domain::Besoin &besoin = projet.besoins.insert(need);
    besoin.enonce = u"Dépister plus tôt"_s;
    besoin.ditParDonnees = besoin.ditParUsagers = true;
    OpenProject open(projet);
    const RecordTableModel model(besoinsTable(), *open.dossier);
    CHECK(row(model, 0) ==
          QStringList{u"Dépister plus tôt"_s, u"Non renseignée"_s, u"données, usagers"_s, u"aucune"_s});
    const Id fiche = Id::create();
    open.edit(domain::inserting(open.projet(), u"fiche"_s, fiche, {{u"besoins"_s, base::IdList{need}}}));
    CHECK(row(model, 0).last() == u"1");
}

TEST_CASE("A figure stands with its unit, what lacks is asked")
{
    domain::Projet projet = emptyProject();
    domain::IndicateurDiagnostic &indicateur = projet.indicateurs.insert(Id::create());
    indicateur.intitule = u"Sans médecin traitant"_s;
    indicateur.unite = u"%"_s;
    indicateur.territoire = 14.9;
    indicateur.source = u"REZONE CPTS"_s;
    OpenProject open(projet);
    const RecordTableModel model(indicateursTable(), *open.dossier);
    CHECK(row(model, 0) == QStringList{u"Sans médecin traitant"_s, u"14,9\u00A0%"_s, QString(), QString(), QString(),
                                       u"REZONE CPTS année ?"_s});
    CHECK(chiffre(6.1, u"pour 10 000 habitants"_s) == u"6,1");
    CHECK(chiffre({}, u"%"_s).isEmpty());
}

TEST_CASE("Counters typed by hand can be typed, counted from the members they follow them and are only read")
{
    domain::Projet projet = emptyProject();
    OpenProject open(projet);
    RecordTableModel model(effectifsProjetTable({{u"infirmiers"_s, u"Infirmiers"_s}, {u"autres"_s, u"Autres"_s}},
                                                [](const QString &code) { return code; }),
                           *open.dossier);
    REQUIRE(model.setData(model.index(0, 1), u"12"_s));
    CHECK(row(model, 0) == QStringList{u"Infirmiers"_s, u"12"_s, QString(), QString()});
    CHECK(row(model, 2) == QStringList{u"Total"_s, u"12"_s, QString(), QString()});

    open.edit(domain::setting(open.projet(), {u"organisation"_s, {}, u"comptage"_s}, u"membres"_s));
    CHECK(row(model, 0) == QStringList{u"Infirmiers"_s, u"0"_s, QString(), QString()});
    CHECK_FALSE(model.flags(model.index(0, 1)).testFlag(Qt::ItemIsEditable));
    open.edit(domain::inserting(open.projet(), u"personne"_s, Id::create(),
                                {{u"membre"_s, true}, {u"profession"_s, u"infirmiers"_s}, {u"elaboration"_s, true}}));
    CHECK(row(model, 0) == QStringList{u"Infirmiers"_s, u"1"_s, QString(), u"1"_s});
    CHECK(open.projet().effectifs.find(Id::fromKey(u"effectif:infirmiers"_s))->adherents == domain::Number(12));

    // The page of the lettre shows what its document prints: the same count, not what was typed before.
    RecordTableModel lettre(effectifsTable({{u"infirmiers"_s, u"Infirmiers"_s}}), *open.dossier);
    CHECK(row(lettre, 0).last() == u"1");
    CHECK(row(lettre, 1).last() == u"1");
    CHECK_FALSE(lettre.flags(lettre.index(0, 3)).testFlag(Qt::ItemIsEditable));
    CHECK(lettre.flags(lettre.index(0, 2)).testFlag(Qt::ItemIsEditable));
    open.edit(domain::setting(open.projet(), {u"organisation"_s, {}, u"comptage"_s}, u"saisi"_s));
    CHECK(row(lettre, 0).last() == u"12");
}

TEST_CASE("The children of a fiche are those of that fiche, and tell what they are linked to")
{
    domain::Projet projet = emptyProject();
    const Id fiche = Id::create();
    const Id other = Id::create();
    projet.fiches.insert(fiche);
    projet.fiches.insert(other);
    const Id objectif = Id::create();
    projet.objectifs.insert(objectif).fiche = fiche;
    projet.objectifs.find(objectif)->enonce = u"150 bilans par an"_s;
    projet.objectifs.insert(Id::create()).fiche = other;
    OpenProject open(projet);
    const RecordTableModel model(objectifsTable(fiche), *open.dossier);
    REQUIRE(model.rowCount() == 1);
    CHECK(row(model, 0) == QStringList{u"150 bilans par an"_s, u"à choisir"_s, u"–"_s});
    open.edit(
        domain::inserting(open.projet(), u"indicateurAction"_s, Id::create(),
                          {{u"fiche"_s, fiche}, {u"objectif"_s, objectif}, {u"intitule"_s, u"Bilans réalisés"_s}}));
    CHECK(row(model, 0) == QStringList{u"150 bilans par an"_s, u"Bilans réalisés"_s, u"–"_s});
    const Id measure = domain::inOrder(open.projet().indicateursAction).front().first;
    open.edit(domain::setting(open.projet(), {u"indicateurAction"_s, measure, u"cible"_s}, 150.0));
    CHECK(row(model, 0).last() == u"150");
    open.edit(domain::removing(open.projet(), u"fiche"_s, fiche));
    CHECK(model.rowCount() == 0);
}

TEST_CASE("A date clé shows one day in the list of steps, as soon as it is one")
{
    domain::Projet projet = emptyProject();
    const Id fiche = Id::create();
    projet.fiches.insert(fiche);
    const Id step = Id::create();
    domain::EtapeAction &etape = projet.etapesAction.insert(step);
    etape.fiche = fiche;
    etape.debut = QDate(2029, 1, 8);
    etape.fin = QDate(2029, 2, 9);
    OpenProject open(projet);
    const RecordTableModel model(etapesActionTable(fiche), *open.dossier);
    CHECK(row(model, 0) == QStringList{QString(), u"08/01/2029"_s, u"09/02/2029"_s, QString()});
    open.edit(domain::setting(open.projet(), {u"etapeAction"_s, step, u"sorte"_s}, u"jalon"_s));
    CHECK(open.projet().etapesAction.find(step)->sorte == domain::SorteEtape::Jalon);
    CHECK(row(model, 0) == QStringList{QString(), u"08/01/2029"_s, QString(), QString()});
}

TEST_CASE("Members are listed with structures under their own name, age bands are typed")
{
    domain::Projet projet = emptyProject();
    domain::Personne &house = projet.personnes.insert(Id::create());
    house.membre = true;
    house.structure = u"Maison de santé"_s;
    house.statut = domain::StatutMembre::Msp;
    projet.personnes.insert(Id::create()).nom = u"Pas membre"_s;
    OpenProject open(projet);
    const RecordTableModel members(membresTable([](const QString &code) { return code; }), *open.dossier);
    REQUIRE(members.rowCount() == 1);
    CHECK(row(members, 0).first() == u"Maison de santé");
    CHECK(row(members, 0).at(2) == u"Maison de santé pluriprofessionnelle");

    RecordTableModel ages(tranchesTable({{u"75"_s, u"75 à 89 ans"_s}}), *open.dossier);
    REQUIRE(ages.setData(ages.index(0, 1), u"1 200"_s));
    const domain::TrancheAge *band = open.projet().tranches.find(Id::fromKey(u"tranche:75"_s));
    REQUIRE(band);
    CHECK(band->code == u"75");
    CHECK(band->femmes == domain::Number(1200));
    REQUIRE(ages.setData(ages.index(0, 4), u"2023"_s)); // a figure typed says where it comes from too
    REQUIRE(ages.setData(ages.index(0, 5), u"Insee"_s));
    CHECK(row(ages, 0) == QStringList{u"75 à 89 ans"_s, u"1\u202F200"_s, {}, {}, u"2023"_s, u"Insee"_s});
}

TEST_CASE("The ages and the posts are summed, with what nobody gave left out, beside the population retained")
{
    OpenProject open(emptyProject());
    RecordTableModel ages(tranchesTable({{u"60"_s, u"60 à 74 ans"_s}, {u"75"_s, u"75 à 89 ans"_s}}), *open.dossier);
    const auto sums = [&] { return row(ages, 2); };
    CHECK(sums() == QStringList{u"Total"_s, QString(), QString(), QString(), QString(), QString()});
    CHECK(totalDesAges(open.projet()).isEmpty());
    REQUIRE(ages.setData(ages.index(0, 1), u"600"_s));
    REQUIRE(ages.setData(ages.index(0, 2), u"500"_s)); // both sexes make the whole that is not given
    REQUIRE(ages.setData(ages.index(1, 3), u"900"_s));
    CHECK(sums() == QStringList{u"Total"_s, u"600"_s, u"500"_s, u"2\u202F000"_s, QString(), QString()});
    CHECK(totalDesAges(open.projet()) == u"Total : 2\u202F000 habitants."_s);
    open.edit(domain::setting(open.projet(), {u"population"_s, {}, u"valeur"_s}, qint64(2100)));
    CHECK(totalDesAges(open.projet()) == u"Total : 2\u202F000 habitants, pour une population retenue de 2\u202F100."_s);

    domain::Projet projet;
    CHECK(totalDesPostes(projet).isEmpty());
    projet.postes.insert(Id::create()).nombre = 1;
    CHECK(totalDesPostes(projet) == u"Total : 1 personne."_s);
    domain::Poste &half = projet.postes.insert(Id::create());
    half.nombre = 2;
    half.etp = 1.5;
    CHECK(totalDesPostes(projet) == u"Total : 3 personnes, 1,5 équivalent temps plein."_s);
    projet.postes.insert(Id::create()).etp = 0.75;
    CHECK(totalDesPostes(projet) == u"Total : 3 personnes et 1 poste sans nombre, 2,25 équivalents temps plein."_s);
}

TEST_CASE("A protocol tells its professions and the action that carries it, and follows its title")
{
    domain::Projet projet = emptyProject();
    const Id nurses = Id::fromKey(u"effectif:infirmiers"_s);
    projet.effectifs.insert(nurses).profession = u"infirmiers"_s;
    const Id fiche = Id::create();
    projet.fiches.insert(fiche).intitule = u"Plaies chroniques"_s;
    domain::Protocole &protocole = projet.protocoles.insert(Id::create());
    protocole.theme = u"Suivi des plaies"_s;
    protocole.professions = {nurses};
    protocole.fiche = fiche;
    OpenProject open(projet);
    const RecordTableModel model(protocolesTable({{u"infirmiers"_s, u"Infirmiers"_s}}), *open.dossier);
    CHECK(row(model, 0) == QStringList{u"Suivi des plaies"_s, u"Infirmiers"_s, u"Plaies chroniques"_s});
    open.edit(domain::setting(open.projet(), {u"fiche"_s, fiche, u"intitule"_s}, u"Plaies"_s));
    CHECK(row(model, 0).last() == u"Plaies");
    const auto options = ficheOptions()(open.projet());
    REQUIRE(options.size() == 1);
    CHECK(options.front().label == u"Plaies");
}
