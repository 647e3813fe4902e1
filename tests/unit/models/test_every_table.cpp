// Every table of the program, over random projects that are edited, undone, redone and merged behind its back: Qt's own
// tester watches, and at each step the table must be what a table made anew would be.
#include "models/releves.h"
#include "models/sorted_proxy.h"
#include "models/tables_effectifs.h"
#include "models/tables_projet.h"
#include "models/tables_suivi.h"
#include "open_project.h"
#include "support/random_edits.h"

#include <QAbstractItemModelTester>

using namespace models;
using namespace Qt::Literals::StringLiterals;
using Tester = QAbstractItemModelTester;

namespace
{

const std::vector<Labelled> codes{{u"cle-1"_s, u"Premier"_s}, {u"cle-2"_s, u"Deuxième"_s}, {u"cle-3"_s, u"Autres"_s}};

QString asIs(const QString &code)
{
    return code;
}

// Every TableSpec of the room. `fiche`, `indicateur`: whose children to show.
std::vector<std::pair<std::string, TableSpec>> everyTable(const Id &fiche, const Id &indicateur)
{
    return {{"communes", communesTable()},
            {"effectifs", effectifsTable(codes)},
            {"equipe", equipeTable(asIs)},
            {"partenaires", partenairesTable()},
            {"mobilisations", mobilisationsTable()},
            {"echeances", echeancesTable(asIs)},
            {"besoins", besoinsTable()},
            {"indicateurs", indicateursTable()},
            {"tranches", tranchesTable(codes)},
            {"protocoles", protocolesTable(codes)},
            {"acteurs", acteursTable()},
            {"membres", membresTable(asIs)},
            {"effectifsProjet", effectifsProjetTable(codes, asIs)},
            {"instances", instancesTable()},
            {"partenairesProjet", partenairesProjetTable()},
            {"outils", outilsTable()},
            {"postes", postesTable()},
            {"prestations", prestationsTable()},
            {"reunions", reunionsTable()},
            {"pieces", piecesTable()},
            {"objectifs", objectifsTable(fiche)},
            {"etapesAction", etapesActionTable(fiche)},
            {"indicateursAction", indicateursActionTable(fiche)},
            {"releves", relevesTable(indicateur)},
            {"budget", budgetTable(fiche)},
            {"suspensions", suspensionsTable()},
            {"avenants", avenantsTable()},
            {"interlocuteurs", interlocuteursTable()},
            {"financements", financementsTable(asIs)},
            {"budgetDesFiches", budgetDesFichesTable({})}};
}

// What a view that obeys the signals shows: it asks a cell again only when it was told to.
class View : public QObject
{
public:
    explicit View(QAbstractItemModel &model) : m_model(model)
    {
        for (int row = 0; row < model.rowCount(); ++row)
            m_rows.push_back(read(row));
        connect(&model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int first, int last) {
            for (int row = first; row <= last; ++row)
                m_rows.insert(m_rows.begin() + row, read(row));
        });
        connect(&model, &QAbstractItemModel::rowsRemoved, this, [this](const QModelIndex &, int first, int last) {
            m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
        });
        connect(&model, &QAbstractItemModel::rowsMoved, this,
                [this](const QModelIndex &, int from, int, const QModelIndex &, int to) {
                    const QStringList moved = m_rows[size_t(from)];
                    m_rows.erase(m_rows.begin() + from);
                    m_rows.insert(m_rows.begin() + (to > from ? to - 1 : to), moved);
                });
        connect(&model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &a, const QModelIndex &b) {
            for (int row = a.row(); row <= b.row(); ++row)
                for (int column = a.column(); column <= b.column(); ++column)
                    m_rows[size_t(row)][column] = cell(row, column);
        });
        connect(&model, &QAbstractItemModel::modelReset, this, [this] { ++resets; });
    }
    [[nodiscard]] const std::vector<QStringList> &rows() const { return m_rows; }
    int resets = 0;

private:
    [[nodiscard]] QString cell(int row, int column) const { return m_model.index(row, column).data().toString(); }
    [[nodiscard]] QStringList read(int row) const
    {
        QStringList cells;
        for (int column = 0; column < m_model.columnCount(); ++column)
            cells << cell(row, column);
        return cells;
    }

    QAbstractItemModel &m_model;
    std::vector<QStringList> m_rows;
};

std::vector<QStringList> shownBy(const QAbstractItemModel &model)
{
    std::vector<QStringList> rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells << model.index(row, column).data().toString();
        rows.push_back(cells);
    }
    return rows;
}

struct Watched {
    std::string name;
    TableSpec spec;
    RecordTableModel model;
    View view;
    Tester tester;
    SortedProxy proxy;
    Tester proxyTester;

    Watched(std::string called, TableSpec described, dossier::Dossier &dossier)
        : name(std::move(called)), spec(described), model(std::move(described), dossier), view(model),
          tester(&model, Tester::FailureReportingMode::Fatal), proxyTester(&proxy, Tester::FailureReportingMode::Fatal)
    {
        proxy.setSourceModel(&model);
        proxy.sort(0);
    }
    void check(dossier::Dossier &dossier) const
    {
        INFO(name);
        const RecordTableModel anew(spec, dossier);
        CHECK(view.rows() == shownBy(model));
        CHECK(shownBy(model) == shownBy(anew));
        CHECK(proxy.rowCount() == model.rowCount());
        CHECK(view.resets == 0);
    }
};

domain::Projet crowded(support::RandomEdits &edits)
{
    return edits.edited(emptyProject(), 200);
}

std::vector<std::unique_ptr<Watched>> watchAll(const OpenProject &open)
{
    const Id fiche = open.projet().fiches.empty() ? Id() : open.projet().fiches.begin()->first;
    std::vector<std::unique_ptr<Watched>> all;
    const auto &indicators = open.projet().indicateursAction;
    for (auto &[name, spec] : everyTable(fiche, indicators.empty() ? Id() : indicators.begin()->first))
        all.push_back(std::make_unique<Watched>(name, spec, *open.dossier));
    return all;
}

void checkAll(const std::vector<std::unique_ptr<Watched>> &all, const OpenProject &open)
{
    for (const auto &each : all)
        each->check(*open.dossier);
}

} // namespace

TEST_CASE("Whatever is edited elsewhere, every table tells its views what changed, to the cell")
{
    support::RandomEdits edits(61);
    const OpenProject open(crowded(edits));
    const auto all = watchAll(open);
    for (int step = 0; step < 25; ++step) {
        open.edit(edits.next(open.projet()));
        if (step % 5 == 4)
            checkAll(all, open);
    }
    checkAll(all, open);
}

TEST_CASE("Undoing and redoing in one go, every table follows")
{
    support::RandomEdits edits(62);
    const OpenProject open(crowded(edits));
    const auto all = watchAll(open);
    for (int step = 0; step < 6; ++step)
        open.edit(domain::diff(open.projet(), edits.edited(open.projet(), 8)));
    checkAll(all, open);
    for (int step = 0; step < 6; ++step)
        REQUIRE(open.dossier->undo().ok());
    checkAll(all, open);
    for (int step = 0; step < 6; ++step)
        REQUIRE(open.dossier->redo().ok());
    checkAll(all, open);
}

TEST_CASE("A whole project replaced by another, as a merge does, leaves no row of the former")
{
    support::RandomEdits edits(63);
    const OpenProject open(crowded(edits));
    const auto all = watchAll(open);
    open.edit(domain::diff(open.projet(), crowded(edits)));
    checkAll(all, open);
    open.edit(domain::diff(open.projet(), emptyProject()));
    checkAll(all, open);
    for (const auto &each : all) {
        INFO(each->name);
        const bool fixed = each->spec.key != nullptr; // a row per code of the reference
        CHECK(each->model.recordCount() == (fixed ? codes.size() : 0));
    }
}

TEST_CASE("Every cell names its column to a screen reader, and an empty one says that there is no answer")
{
    support::RandomEdits edits(64);
    const OpenProject open(crowded(edits));
    for (const auto &each : watchAll(open)) {
        const RecordTableModel &model = each->model;
        for (int column = 0; column < model.columnCount(); ++column) {
            INFO(each->name << " column " << column);
            const QString header = model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
            CHECK_FALSE(header.isEmpty());
            CHECK(header.at(0).isUpper());
            CHECK(model.headerData(column, Qt::Horizontal, Qt::AccessibleTextRole).toString() == header);
            for (int row = 0; row < model.rowCount(); ++row) {
                const QModelIndex cell = model.index(row, column);
                const QString text = cell.data().toString();
                CHECK(cell.data(Qt::AccessibleTextRole).toString() ==
                      header + u" : "_s + (text.isEmpty() ? u"pas de réponse"_s : text));
                const auto heading =
                    model.headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).value<Qt::Alignment>();
                CHECK((heading & Qt::TextWordWrap) != 0); // a heading takes two lines when it has to
                CHECK(cell.data(Qt::TextAlignmentRole).value<Qt::Alignment>() ==
                      (heading & ~Qt::Alignment(Qt::TextWordWrap)));
            }
        }
        CHECK_FALSE(model.headerData(model.columnCount(), Qt::Horizontal, Qt::DisplayRole).isValid());
        CHECK_FALSE(model.headerData(-1, Qt::Horizontal, Qt::DisplayRole).isValid());
        CHECK_FALSE(model.headerData(0, Qt::Vertical, Qt::DisplayRole).isValid());
    }
}

TEST_CASE("A cell that can be edited names a field that exists, and takes back what its editor starts from")
{
    support::RandomEdits edits(65);
    const OpenProject open(crowded(edits));
    int editable = 0;
    for (const auto &each : watchAll(open)) {
        RecordTableModel &model = each->model;
        for (int row = 0; row < model.rowCount(); ++row)
            for (int column = 0; column < model.columnCount(); ++column) {
                const QModelIndex cell = model.index(row, column);
                INFO(each->name << " " << row << " " << column);
                if (!(cell.flags() & Qt::ItemIsEditable)) {
                    CHECK_FALSE(model.setData(cell, u"x"_s));
                    continue;
                }
                ++editable;
                const auto at = domain::FieldAddress::parse(cell.data(RecordTableModel::FieldRole).toString());
                REQUIRE(at);
                CHECK(domain::valueAt(open.projet(), *at).has_value());
                const domain::Projet before = open.projet();
                // Counts below zero come from elsewhere: nobody types them.
                const auto value = domain::valueAt(before, *at);
                const auto *number = std::get_if<qint64>(&*value);
                const auto *text = std::get_if<QString>(&*value);
                if ((number && *number < 0) || (text && text->contains(u'\n')))
                    continue;
                CHECK(model.setData(cell, cell.data(Qt::EditRole)));
                CHECK(domain::diff(before, open.projet()).empty());
            }
    }
    CHECK(editable > 30);
}

TEST_CASE("The totals follow what they add, whichever table it is in")
{
    domain::Projet projet = emptyProject();
    projet.organisation.comptage = domain::Comptage::Membres;
    const OpenProject open(projet);
    RecordTableModel model(effectifsProjetTable(codes, asIs), *open.dossier);
    const View view(model);
    const auto total = [&] { return view.rows().back()[1]; };
    CHECK(total().isEmpty());
    open.edit(
        appending(open.projet(), u"personne"_s, Id::create(), {{u"membre"_s, true}, {u"profession"_s, u"cle-1"_s}}));
    CHECK(total() == u"1"_s);
    open.edit(domain::setting(open.projet(), {u"organisation"_s, {}, u"comptage"_s}, u"saisi"_s));
    CHECK(total().isEmpty());
    REQUIRE(open.dossier->undo().ok());
    CHECK(total() == u"1"_s);
}

TEST_CASE("The totals of the budget follow the fiches, in any order, to the cent")
{
    domain::Projet projet = emptyProject();
    const auto addFiche = [&](const QString &rank) {
        const Id id = Id::create();
        projet.fiches.insert(id).rang = rank;
        return id;
    };
    const auto addLine = [&](const Id &fiche, double planned) {
        domain::LigneBudget &line = projet.budget.insert(Id::create());
        line.fiche = fiche;
        line.prevu = planned;
    };
    const Id first = addFiche(u"a"_s);
    const Id second = addFiche(u"b"_s);
    addLine(second, 0.1);
    addLine(first, 0.2);
    addLine(first, 1234.5);
    const OpenProject open(projet);
    RecordTableModel model(budgetDesFichesTable({}), *open.dossier);
    const View view(model);
    CHECK(view.rows().back()[4] == u"1\u202F234,80"_s);
    CHECK(view.rows().back()[5].isEmpty());
    open.edit(domain::removing(open.projet(), u"fiche"_s, first));
    CHECK(view.rows().back()[4] == u"0,10"_s);
    REQUIRE(open.dossier->undo().ok());
    CHECK(view.rows().back()[4] == u"1\u202F234,80"_s);
    open.edit(domain::setting(open.projet(), {u"fiche"_s, second, u"rang"_s}, u"A"_s));
    CHECK(view.rows().front()[4] == u"0,10"_s);
}

TEST_CASE("Amounts are sorted as amounts, an unknown one and the total stay last both ways")
{
    domain::Projet projet = emptyProject();
    const Id fiche = Id::create();
    projet.fiches.insert(fiche);
    for (const domain::Decimal &amount :
         {domain::Decimal(300), domain::Decimal(1250.5), domain::Decimal(), domain::Decimal(9), domain::Decimal(-20)}) {
        domain::LigneBudget &line = projet.budget.insert(Id::create());
        line.fiche = fiche;
        line.prevu = amount;
    }
    const OpenProject open(projet);
    RecordTableModel model(budgetDesFichesTable({}), *open.dossier);
    SortedProxy proxy;
    proxy.setSourceModel(&model);
    const auto column = [&] {
        QStringList texts;
        for (int row = 0; row < proxy.rowCount(); ++row)
            texts << proxy.index(row, 4).data().toString();
        return texts;
    };
    proxy.sort(4, Qt::AscendingOrder);
    CHECK(column() == QStringList{u"\u221220"_s, u"9"_s, u"300"_s, u"1\u202F250,50"_s, QString(), u"1\u202F539,50"_s});
    proxy.sort(4, Qt::DescendingOrder);
    CHECK(column() == QStringList{u"1\u202F250,50"_s, u"300"_s, u"9"_s, u"\u221220"_s, QString(), u"1\u202F539,50"_s});
}

TEST_CASE("Counts that no file of ours would hold are added without harm")
{
    constexpr qint64 huge = std::numeric_limits<qint64>::max();
    domain::Projet projet = emptyProject();
    for (const Labelled &each : codes) {
        domain::Effectif &effectif = projet.effectifs.insert(Id::fromKey(u"effectif:"_s + each.code));
        effectif.profession = each.code;
        effectif.adherents = effectif.identifies = effectif.sollicites = huge;
    }
    const OpenProject open(projet);
    const RecordTableModel typed(effectifsTable(codes), *open.dossier);
    const RecordTableModel printed(effectifsProjetTable(codes, asIs), *open.dossier);
    for (const RecordTableModel *model : {&typed, &printed})
        CHECK(model->index(3, 1).data().toString() == u"1\u202F000\u202F000\u202F000"_s);
}
