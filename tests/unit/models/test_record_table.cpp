#include "models/sorted_proxy.h"
#include "models/tables_effectifs.h"
#include "open_project.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace models;
using namespace Qt::Literals::StringLiterals;
using domain::Value;
using Tester = QAbstractItemModelTester;

namespace
{

QStringList columnTexts(const QAbstractItemModel &model, int column)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts += model.index(row, column).data().toString();
    return texts;
}

// Every signal that a view follows.
struct Watch {
    QSignalSpy reset, inserted, removed, moved, cells;
    explicit Watch(QAbstractItemModel &model)
        : reset(&model, &QAbstractItemModel::modelReset), inserted(&model, &QAbstractItemModel::rowsInserted),
          removed(&model, &QAbstractItemModel::rowsRemoved), moved(&model, &QAbstractItemModel::rowsMoved),
          cells(&model, &QAbstractItemModel::dataChanged)
    {
    }
};

Projet threeCommunes()
{
    Projet projet = emptyProject();
    addCommune(projet, u"04003"_s, u"Évans"_s, 100);
    addCommune(projet, u"04001"_s, u"Zèbre"_s, 1519);
    addCommune(projet, u"04002"_s, u"Allos"_s, 731);
    return projet;
}

} // namespace

TEST_CASE("Communes stand in French order whatever the order they came in")
{
    OpenProject open(threeCommunes());
    RecordTableModel model(communesTable(), *open.dossier);
    Tester tester(&model, Tester::FailureReportingMode::Fatal);
    CHECK(columnTexts(model, 0) == QStringList{u"Allos"_s, u"Évans"_s, u"Zèbre"_s});
    CHECK(model.index(2, 2).data().toString() == u"1\u202F519"_s);
    CHECK(model.headerData(2, Qt::Horizontal, Qt::DisplayRole) == u"Habitants"_s);
    CHECK(model.index(0, 2).data(Qt::AccessibleTextRole).toString() == u"Habitants : 731"_s);
    CHECK(model.headerData(1, Qt::Horizontal, Qt::DisplayRole) == u"Code postal"_s);
}

TEST_CASE("A record that comes or goes moves its own row only")
{
    OpenProject open(threeCommunes());
    RecordTableModel model(communesTable(), *open.dossier);
    Tester tester(&model, Tester::FailureReportingMode::Fatal);
    Watch watch(model);
    Projet after = open.projet();
    addCommune(after, u"04009"_s, u"Barrême"_s, 452);
    open.edit(domain::diff(open.projet(), after));
    CHECK(columnTexts(model, 0) == QStringList{u"Allos"_s, u"Barrême"_s, u"Évans"_s, u"Zèbre"_s});
    CHECK(watch.inserted.size() == 1);
    CHECK(watch.inserted.at(0).at(1).toInt() == 1);
    open.edit(removingAll(open.projet(), u"commune"_s, {model.idAt(0)}));
    CHECK(watch.removed.size() == 1);
    REQUIRE(open.dossier->undo().ok());
    CHECK(columnTexts(model, 0).first() == u"Allos"_s);
    CHECK(watch.reset.empty());
    CHECK(watch.moved.empty());
}

TEST_CASE("A changed field tells its cell, and nothing about the others")
{
    OpenProject open(threeCommunes());
    RecordTableModel model(communesTable(), *open.dossier);
    Tester tester(&model, Tester::FailureReportingMode::Fatal);
    Watch watch(model);
    REQUIRE(model.setData(model.index(1, 3), u"zac"_s));
    CHECK(model.index(1, 3).data().toString() == u"ZAC"_s);
    CHECK(open.projet().communes.find(model.idAt(1))->zonage == domain::Zonage::Zac);
    REQUIRE(watch.cells.size() == 1);
    CHECK(watch.cells.at(0).at(0).toModelIndex() == model.index(1, 3));
    CHECK(open.dossier->undoLabel() == u"Modifier « Particularité »"_s);
    open.edit(domain::setting(open.projet(), {u"identite"_s, {}, u"nom"_s}, u"Ailleurs"_s));
    CHECK(watch.cells.size() == 1);
    REQUIRE(open.dossier->undo().ok());
    REQUIRE(open.dossier->undo().ok());
    CHECK(model.index(1, 3).data().toString() == u"à préciser"_s);
}

TEST_CASE("A quartier prioritaire shows in the row of its commune")
{
    OpenProject open(threeCommunes());
    RecordTableModel model(communesTable(), *open.dossier);
    const Id commune = model.idAt(0);
    open.edit(domain::setting(open.projet(), {u"commune"_s, commune, u"zonage"_s}, u"zip"_s));
    Watch watch(model);
    open.edit(
        appending(open.projet(), u"qpv"_s, Id::create(),
                  {{u"nom"_s, u"Les Fleurs"_s}, {u"zonage"_s, u"zac"_s}, {u"communes"_s, base::IdList{commune}}}));
    CHECK(watch.cells.size() >= 1);
    CHECK(model.index(0, 3).data().toString() == u"ZIP · QPV Les Fleurs (ZAC)"_s);
    CHECK(particularites(open.projet(), commune) == QStringList{u"ZIP"_s, u"QPV"_s});
    open.edit(appending(open.projet(), u"qpv"_s, Id::create(),
                        {{u"code"_s, u"QN00401M"_s}, {u"communes"_s, base::IdList{commune}}}));
    CHECK(particularites(open.projet(), commune) == QStringList{u"ZIP"_s, u"2 QPV"_s});
    CHECK(particularitesEnClair(open.projet(), commune).endsWith(u"QPV QN00401M"_s));
    CHECK(particularites(open.projet(), model.idAt(1)) == QStringList{u"à préciser"_s});
    CHECK(particularites(open.projet(), Id::create()).isEmpty());
}

TEST_CASE("Head counts: fixed rows, created when typed in, with their totals")
{
    OpenProject open(emptyProject());
    RecordTableModel model(effectifsTable({{u"infirmiers"_s, u"Infirmiers"_s}, {u"autres"_s, u"Autres"_s}}),
                           *open.dossier);
    Tester tester(&model, Tester::FailureReportingMode::Fatal);
    Watch watch(model);
    REQUIRE(model.rowCount() == 3);
    CHECK(model.isFooter(2));
    CHECK(model.index(2, 1).data().toString().isEmpty());
    REQUIRE(model.setData(model.index(0, 1), u"40"_s));
    REQUIRE(model.setData(model.index(1, 1), u"2"_s));
    const auto *infirmiers = domain::findKey(open.projet().effectifs, u"effectif"_s, u"infirmiers"_s);
    REQUIRE(infirmiers);
    CHECK(infirmiers->profession == u"infirmiers"_s);
    CHECK(infirmiers->identifies == 40);
    CHECK(model.index(2, 0).data().toString() == u"Total"_s);
    CHECK(model.index(2, 1).data().toString() == u"42"_s);
    CHECK(model.index(2, 2).data().toString().isEmpty());
    CHECK(watch.inserted.empty());
    CHECK(watch.reset.empty());
    open.edit(domain::setting(open.projet(), {u"effectif"_s, model.idAt(1), u"precision"_s}, u"ostéopathes"_s));
    CHECK(model.index(1, 0).data().toString() == u"Autres : ostéopathes"_s);
    CHECK_FALSE(model.flags(model.index(2, 1)) & Qt::ItemIsEditable);
    CHECK_FALSE(model.flags(model.index(0, 0)) & Qt::ItemIsEditable);
    CHECK(model.flags(model.index(0, 3)) & Qt::ItemIsEditable);
}

TEST_CASE("What can't be a head count is refused in words and changes nothing")
{
    OpenProject open(emptyProject());
    RecordTableModel model(effectifsTable({{u"infirmiers"_s, u"Infirmiers"_s}}), *open.dossier);
    QSignalSpy refused(&model, &RecordTableModel::editRefused);
    CHECK_FALSE(model.setData(model.index(0, 1), u"beaucoup"_s));
    REQUIRE(refused.size() == 1);
    CHECK(refused.at(0).at(0).toString().contains(u"nombre entier"_s));
    CHECK(open.projet().effectifs.empty());
    CHECK_FALSE(open.dossier->canUndo());
    CHECK_FALSE(model.setData(model.index(1, 1), u"3"_s));
    CHECK_FALSE(model.setData(QModelIndex(), u"3"_s));
}

TEST_CASE("The project team shows the porteur, who may not be a member, and follows a change of porteur")
{
    Projet projet = emptyProject();
    const Id leader = Id::create();
    const Id member = Id::create();
    domain::Personne &first = projet.personnes.insert(leader);
    first.rang = u"b"_s;
    first.nom = u"Porteur"_s;
    first.prenom = u"Ève"_s;
    first.profession = u"infirmiers"_s;
    domain::Personne &second = projet.personnes.insert(member);
    second.rang = u"a"_s;
    second.nom = u"Membre"_s;
    second.profession = u"sophrologue"_s;
    projet.personnes.find(member)->equipeProjet = true;
    projet.identite.porteur = leader;
    OpenProject open(projet);
    const auto label = [](const QString &code) { return code == u"infirmiers"_s ? u"Infirmier"_s : code; };
    RecordTableModel model(equipeTable(label), *open.dossier);
    Tester tester(&model, Tester::FailureReportingMode::Fatal);
    CHECK(columnTexts(model, 0) == QStringList{u"Membre"_s, u"Ève Porteur · porteur"_s});
    CHECK(columnTexts(model, 1) == QStringList{u"sophrologue"_s, u"Infirmier"_s});
    Watch watch(model);
    open.edit(domain::setting(open.projet(), {u"identite"_s, {}, u"porteur"_s}, member));
    CHECK(columnTexts(model, 0) == QStringList{u"Membre · porteur"_s});
    CHECK(watch.removed.size() == 1);
    CHECK(watch.reset.empty());
}

TEST_CASE("A moved record moves its row")
{
    OpenProject open(emptyProject());
    for (const QString &name : {u"Un"_s, u"Deux"_s, u"Trois"_s})
        open.edit(appending(open.projet(), u"partenaire"_s, Id::create(), {{u"service"_s, name}}));
    RecordTableModel model(partenairesTable(), *open.dossier);
    Tester tester(&model, Tester::FailureReportingMode::Fatal);
    Watch watch(model);
    open.edit(movingBefore(open.projet(), u"partenaire"_s, model.idAt(2), model.idAt(0)));
    CHECK(columnTexts(model, 0) == QStringList{u"Trois"_s, u"Un"_s, u"Deux"_s});
    CHECK(watch.moved.size() == 1);
    CHECK(watch.removed.empty());
    REQUIRE(open.dossier->undo().ok());
    CHECK(columnTexts(model, 0) == QStringList{u"Un"_s, u"Deux"_s, u"Trois"_s});
}

TEST_CASE("Dates and steps of the calendar")
{
    OpenProject open(emptyProject());
    open.edit(appending(open.projet(), u"echeance"_s, Id::create(),
                        {{u"etape"_s, u"ccopd"_s}, {u"intitule"_s, u"CCOPD"_s}, {u"date"_s, QDate(2027, 3, 12)}}));
    open.edit(appending(open.projet(), u"mobilisation"_s, Id::create(), {{u"invites"_s, qint64(12)}}));
    RecordTableModel dates(echeancesTable([](const QString &code) { return code.toUpper(); }), *open.dossier);
    CHECK(dates.index(0, 0).data().toString() == u"12/03/2027"_s);
    CHECK(dates.index(0, 2).data().toString() == u"CCOPD"_s);
    CHECK(dates.columnOf(u"intitule"_s) == 1);
    CHECK(dates.columnOf(u"rang"_s) == -1);
    RecordTableModel actions(mobilisationsTable(), *open.dossier);
    CHECK(actions.index(0, 0).data().toString() == u"Réunion d’information"_s);
    CHECK(actions.index(0, 3).data().toString() == u"12"_s);
    CHECK(actions.index(0, 4).data(Qt::AccessibleTextRole).toString() == u"Présents : pas de réponse"_s);
}

TEST_CASE("Sorting: numbers as numbers, words in French, totals last both ways")
{
    OpenProject open(threeCommunes());
    RecordTableModel model(communesTable(), *open.dossier);
    SortedProxy proxy;
    proxy.setSourceModel(&model);
    Tester tester(&proxy, Tester::FailureReportingMode::Fatal);
    proxy.sort(2, Qt::AscendingOrder);
    CHECK(columnTexts(proxy, 0) == QStringList{u"Évans"_s, u"Allos"_s, u"Zèbre"_s});
    proxy.sort(0, Qt::DescendingOrder);
    CHECK(columnTexts(proxy, 0) == QStringList{u"Zèbre"_s, u"Évans"_s, u"Allos"_s});

    RecordTableModel counts(effectifsTable({{u"a"_s, u"Aaa"_s}, {u"b"_s, u"Bbb"_s}, {u"c"_s, u"Ccc"_s}}),
                            *open.dossier);
    REQUIRE(counts.setData(counts.index(0, 1), u"9"_s));
    REQUIRE(counts.setData(counts.index(1, 1), u"10"_s));
    SortedProxy sorted;
    sorted.setSourceModel(&counts);
    sorted.sort(1, Qt::AscendingOrder);
    CHECK(columnTexts(sorted, 0) == QStringList{u"Aaa"_s, u"Bbb"_s, u"Ccc"_s, u"Total"_s});
    sorted.sort(1, Qt::DescendingOrder);
    CHECK(columnTexts(sorted, 0) == QStringList{u"Bbb"_s, u"Aaa"_s, u"Ccc"_s, u"Total"_s});
}

TEST_CASE("A cell knows its field, so that a finding can lead to it")
{
    OpenProject open(threeCommunes());
    RecordTableModel model(communesTable(), *open.dossier);
    const auto field = model.addressAt(model.index(0, 3));
    CHECK(field.table == u"commune"_s);
    CHECK(field.field == u"zonage"_s);
    CHECK(model.rowOf(field.id) == 0);
    CHECK(model.rowOf(Id::create()) == -1);
    CHECK(model.idAt(7).isNull());
    CHECK(model.index(0, 3).data(RecordTableModel::FieldRole).toString() == field.toString());
    CHECK(model.index(0, 0).data(RecordTableModel::IdRole).toString() == field.id.toString());
}
