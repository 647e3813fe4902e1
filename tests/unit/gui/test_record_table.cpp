// Tables of the pages under the hands of a person: typed cell by cell, left half-way, read only, changed from outside
// while a cell is open.
#include "driving.h"
#include "gui/pages/cell_delegate.h"
#include "gui/pages/record_table.h"
#include "models/record_table_model.h"
#include "models/tables.h"
#include "models/tables_effectifs.h"
#include "support/example.h"
#include "test_page_support.h"

#include <QClipboard>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTimer>
#include <QVBoxLayout>
#include <QWheelEvent>

using namespace Qt::Literals::StringLiterals;
using namespace gui;
using models::RecordTableModel;

namespace
{

const std::vector<models::Labelled> trades{{u"medecin-generaliste"_s, u"Médecins généralistes"_s},
                                           {u"infirmier"_s, u"Infirmiers"_s},
                                           {u"autres"_s, u"Autres"_s}};

QString asIs(const QString &code)
{
    return code;
}

// A table in a window, on a project.
struct Sheet {
    QTemporaryDir folder;
    base::FixedClock clock{QDateTime(QDate(2026, 11, 23), QTime(14, 32))};
    std::unique_ptr<dossier::Dossier> dossier;
    std::unique_ptr<RecordTableModel> model;
    QWidget window;
    RecordTable *table = new RecordTable(&window);
    QLineEdit *after = new QLineEdit(&window);

    explicit Sheet(const models::TableSpec &spec, const domain::Projet &projet = pagetest::emptyProject(),
                   bool readOnly = false)
    {
        const QString path = folder.filePath(u"essai.cpts"_s);
        auto created = dossier::Dossier::create(path, projet, clock);
        REQUIRE(created.ok());
        dossier = std::move(created.value());
        if (readOnly) {
            dossier.reset();
            auto opened = dossier::Dossier::open(path, dossier::Dossier::Mode::ReadOnly, clock);
            REQUIRE(opened.ok());
            dossier = std::move(opened.value());
        }
        model = std::make_unique<RecordTableModel>(spec, *dossier);
        table->setModel(model.get());
        table->setTyping(true);
        auto *column = new QVBoxLayout(&window);
        column->addWidget(table);
        column->addWidget(after);
        window.resize(760, 500);
        driving::bring(window);
    }
    ~Sheet() { table->setModel(nullptrModel()); }
    [[nodiscard]] const domain::Projet &projet() const { return dossier->projet(); }
    void choose(int row, int column) const
    {
        table->setFocus();
        table->setCurrentIndex(model->index(row, column));
    }
    template <class Editor>
    [[nodiscard]] Editor *editor() const
    {
        for (Editor *each : table->viewport()->findChildren<Editor *>())
            if (each->isVisible())
                return each;
        return nullptr;
    }
    // A commit on Enter or Tab is made once the key is over.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        driving::key(window, key, modifiers);
        QTest::qWait(1);
    }
    void typeDigits(const char *digits)
    {
        for (const char *c = digits; *c; ++c)
            QTest::keyClick(window.focusWidget(), *c);
    }
    [[nodiscard]] QString text(int row, int column) const
    {
        return driving::plain(model->index(row, column).data().toString());
    }

private:
    static QAbstractItemModel *nullptrModel()
    {
        static QStandardItemModel none;
        return &none;
    }
};

domain::Projet threeCommunes()
{
    domain::Projet projet = pagetest::emptyProject();
    for (const QString &code : {u"04039"_s, u"04006"_s, u"04008"_s})
        pagetest::addCommune(projet, code);
    return projet;
}

} // namespace

TEST_CASE("A column of figures is typed from top to bottom with Enter, from left to right with Tab")
{
    Sheet sheet(models::effectifsTable(trades));
    const int first = sheet.model->columnOf(u"identifies"_s);
    const int second = sheet.model->columnOf(u"sollicites"_s);
    REQUIRE(first > 0);
    REQUIRE(second == first + 1);
    sheet.choose(0, first);
    sheet.typeDigits("12"); // the first key opens the cell
    sheet.press(Qt::Key_Return);
    CHECK(sheet.text(0, first) == u"12"_s);
    CHECK(sheet.table->currentIndex().row() == 1);
    sheet.typeDigits("34");
    sheet.press(Qt::Key_Tab);
    CHECK(sheet.text(1, first) == u"34"_s);
    CHECK(sheet.table->currentIndex() == sheet.model->index(1, second));
    REQUIRE(sheet.editor<QLineEdit>()); // open already
    sheet.typeDigits("5");
    sheet.press(Qt::Key_Backtab, Qt::ShiftModifier);
    CHECK(sheet.text(1, second) == u"5"_s);
    CHECK(sheet.table->currentIndex() == sheet.model->index(1, first));
    sheet.press(Qt::Key_Escape);
    CHECK(sheet.projet().effectifs.size() == 2);
    // Four cells, each a step of its own.
    REQUIRE(sheet.dossier->undo().ok());
    CHECK(sheet.text(1, second).isEmpty());
    REQUIRE(sheet.dossier->undo().ok());
    REQUIRE(sheet.dossier->undo().ok());
    CHECK(sheet.projet().effectifs.empty());
}

TEST_CASE("Escape gives a cell up, words in a cell of figures are refused and the figure stays")
{
    Sheet sheet(models::effectifsTable(trades));
    const int column = sheet.model->columnOf(u"identifies"_s);
    QSignalSpy refused(sheet.model.get(), &RecordTableModel::editRefused);
    sheet.choose(0, column);
    sheet.typeDigits("7");
    sheet.press(Qt::Key_Return);
    sheet.choose(0, column);
    sheet.press(Qt::Key_F2);
    sheet.typeDigits("8");
    sheet.press(Qt::Key_Escape);
    CHECK(sheet.text(0, column) == u"7"_s);
    CHECK_FALSE(sheet.editor<QLineEdit>());
    sheet.choose(0, column);
    sheet.typeDigits("abc");
    sheet.press(Qt::Key_Return);
    CHECK(sheet.text(0, column) == u"7"_s);
    CHECK(refused.count() == 1);
    CHECK_FALSE(refused.front().front().toString().isEmpty());
}

TEST_CASE("An emptied figure is not known any more, it is not zero")
{
    Sheet sheet(models::effectifsTable(trades));
    const int column = sheet.model->columnOf(u"identifies"_s);
    sheet.choose(1, column);
    sheet.typeDigits("0");
    sheet.press(Qt::Key_Return);
    REQUIRE(sheet.projet().effectifs.size() == 1);
    CHECK(sheet.projet().effectifs.begin()->second.identifies == 0);
    sheet.choose(1, column);
    sheet.press(Qt::Key_Return);
    auto *line = sheet.editor<QLineEdit>();
    REQUIRE(line);
    line->selectAll();
    sheet.press(Qt::Key_Delete);
    sheet.press(Qt::Key_Return);
    CHECK((sheet.projet().effectifs.empty() || !sheet.projet().effectifs.begin()->second.identifies));
    CHECK(sheet.text(1, column).isEmpty());
}

TEST_CASE("After the last cell Tab leaves the table, before the first one Shift+Tab does")
{
    Sheet sheet(models::effectifsTable(trades));
    int last = sheet.model->columnCount() - 1;
    const int rows = int(sheet.model->recordCount());
    while (!(sheet.model->index(rows - 1, last).flags() & Qt::ItemIsEditable))
        --last;
    sheet.choose(rows - 1, last);
    sheet.press(Qt::Key_Return);
    REQUIRE(sheet.editor<QLineEdit>());
    sheet.press(Qt::Key_Tab);
    CHECK(sheet.window.focusWidget() == sheet.after);
    CHECK_FALSE(sheet.editor<QLineEdit>());
}

TEST_CASE("The line of totals follows what is typed, is bold and takes no key")
{
    Sheet sheet(models::effectifsTable(trades));
    const int column = sheet.model->columnOf(u"identifies"_s);
    const int footer = int(sheet.model->recordCount());
    for (int row = 0; row < 2; ++row) {
        sheet.choose(row, column);
        sheet.typeDigits("600");
        sheet.press(Qt::Key_Return);
    }
    CHECK(sheet.text(footer, column) == u"1 200"_s);
    sheet.choose(footer, column);
    sheet.press(Qt::Key_Return);
    CHECK_FALSE(sheet.editor<QLineEdit>());
    sheet.typeDigits("9");
    CHECK(sheet.text(footer, column) == u"1 200"_s);
    CHECK(sheet.table->currentId().isNull());
}

TEST_CASE(
    "A project that can only be read opens no cell, by keys nor by mouse, and Suppr asks for nothing that is done")
{
    Sheet sheet(models::communesTable(), threeCommunes(), true);
    const int column = sheet.model->columnOf(u"zonage"_s);
    REQUIRE(column >= 0);
    sheet.choose(0, column);
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_F2, Qt::Key_Space, Qt::Key_Z})
        sheet.press(key);
    const QRect cell = sheet.table->visualRect(sheet.model->index(0, column));
    QTest::mouseDClick(sheet.table->viewport(), Qt::LeftButton, {}, cell.center());
    QTest::qWait(1);
    CHECK_FALSE(sheet.editor<QComboBox>());
    CHECK_FALSE(sheet.editor<QLineEdit>());
    CHECK(sheet.projet().communes.size() == 3);
}

TEST_CASE("A column widens when what is written in it would be cut")
{
    Sheet sheet(models::effectifsTable(trades));
    const int first = sheet.model->columnOf(u"identifies"_s);
    sheet.choose(0, first);
    sheet.typeDigits("123456789");
    sheet.press(Qt::Key_Return);
    const QString shown = sheet.model->index(0, first).data().toString();
    REQUIRE(shown.size() > 9);
    CHECK(sheet.table->columnWidth(first) > sheet.table->fontMetrics().horizontalAdvance(shown));
}

TEST_CASE("Ctrl+C copies the words of the cell, as they are read")
{
    Sheet sheet(models::communesTable(), threeCommunes());
    QApplication::clipboard()->clear();
    sheet.choose(0, 0);
    sheet.press(Qt::Key_C, Qt::ControlModifier);
    CHECK(QApplication::clipboard()->text() == sheet.model->index(0, 0).data().toString());
}

TEST_CASE("Several rows are copied as a spreadsheet pastes them, with their titles and figures that are figures")
{
    Sheet sheet(models::communesTable(), threeCommunes());
    const int figures = sheet.model->columnOf(u"population"_s);
    REQUIRE(figures > 0);
    sheet.choose(0, 0);
    sheet.table->selectAll();
    sheet.press(Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QApplication::clipboard()->text().trimmed().split(u'\n');
    INFO(QApplication::clipboard()->text().toStdString());
    REQUIRE(lines.size() == 4);
    CHECK(lines[0].startsWith(sheet.model->headerData(0, Qt::Horizontal, Qt::DisplayRole).toString() + u'\t'));
    for (int row = 0; row < 3; ++row) {
        bool number = false;
        const QString cell = lines[row + 1].split(u'\t').value(figures);
        const int copied = cell.toInt(&number);
        CHECK(number);
        CHECK(copied == int(*sheet.projet().communes.find(sheet.model->idAt(row))->population));
    }
    // All of it, of which one row is chosen: with the menu.
    sheet.table->clearSelection();
    QApplication::clipboard()->clear();
    QTimer::singleShot(50, &sheet.window, [] {
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        REQUIRE(menu);
        driving::key(*menu, Qt::Key_Down);
        driving::key(*menu, Qt::Key_Down);
        driving::key(*menu, Qt::Key_Return);
    });
    QContextMenuEvent asked(QContextMenuEvent::Mouse, QPoint(5, 5), sheet.table->mapToGlobal(QPoint(5, 5)));
    QApplication::sendEvent(sheet.table->viewport(), &asked);
    CHECK(QApplication::clipboard()->text().trimmed().split(u'\n') == lines);
}

TEST_CASE("A zoning is chosen in its cell with the keys, and a cell that is opened and left keeps what it has")
{
    domain::Projet projet = threeCommunes();
    const base::Id castellane = base::Id::fromKey(u"commune:04039"_s);
    projet.communes.find(castellane)->zonage = domain::Zonage::Zac;
    Sheet sheet(models::communesTable(), projet);
    const int column = sheet.model->columnOf(u"zonage"_s);
    const int row = sheet.model->rowOf(castellane);
    sheet.choose(row, column);
    sheet.press(Qt::Key_Return);
    auto *list = sheet.editor<QComboBox>();
    REQUIRE(list);
    list->hidePopup();
    sheet.press(Qt::Key_Tab);
    CHECK(sheet.projet().communes.find(castellane)->zonage == domain::Zonage::Zac);
    CHECK_FALSE(sheet.dossier->canUndo());
    sheet.press(Qt::Key_Escape);
}

TEST_CASE("A record that goes while its cell is open takes the cell with it, and nothing of it comes back")
{
    Sheet sheet(models::equipeTable(asIs), [] {
        domain::Projet projet = pagetest::emptyProject();
        for (const QString &name : {u"Alpha"_s, u"Beta"_s, u"Gamma"_s}) {
            domain::Personne &person = projet.personnes.insert(base::Id::fromKey(u"personne:"_s + name));
            person.nom = name;
            person.rang = name;
            person.equipeProjet = true;
        }
        return projet;
    }());
    const base::Id beta = base::Id::fromKey(u"personne:Beta"_s);
    int column = 0;
    while (column < sheet.model->columnCount() && !(sheet.model->index(1, column).flags() & Qt::ItemIsEditable))
        ++column;
    sheet.choose(sheet.model->rowOf(beta), std::min(column, sheet.model->columnCount() - 1));
    sheet.press(Qt::Key_F2);
    REQUIRE(sheet.dossier->edit(u"Retirer"_s, domain::removing(sheet.projet(), u"personne"_s, beta)).ok());
    sheet.press(Qt::Key_Return);
    CHECK(sheet.model->rowCount() == 2);
    CHECK_FALSE(sheet.projet().personnes.find(beta));
    CHECK_FALSE(sheet.table->currentId() == beta);
    REQUIRE(sheet.dossier->undo().ok());
    CHECK(sheet.model->rowOf(beta) == 1); // where it was
    CHECK(sheet.projet().personnes.find(beta)->nom == u"Beta"_s);
}

TEST_CASE(
    "Of two hundred rows some are seen, the chosen one is brought in sight, and the wheel scrolls the table first")
{
    domain::Projet projet = pagetest::emptyProject();
    for (int i = 0; i < 200; ++i) {
        domain::Partenaire &partner = projet.partenaires.insert(base::Id::fromKey(u"partenaire:%1"_s.arg(i)));
        partner.rang = u"r%1"_s.arg(i, 3, 10, QLatin1Char('0'));
        partner.service = u"Service numéro %1"_s.arg(i);
    }
    Sheet sheet(models::partenairesTable(), projet);
    sheet.table->setMostRows(8);
    QTest::qWait(20);
    CHECK(sheet.table->height() < sheet.window.height());
    const base::Id last = base::Id::fromKey(u"partenaire:199"_s);
    REQUIRE(sheet.table->showId(last));
    CHECK(sheet.table->currentId() == last);
    const QRect row = sheet.table->visualRect(sheet.table->currentIndex());
    CHECK(sheet.table->viewport()->rect().intersects(row));
    CHECK_FALSE(sheet.table->showId(base::Id::create()));
    CHECK(sheet.table->currentId() == last);
    const int before = sheet.table->verticalScrollBar()->value();
    QWheelEvent up(QPointF(5, 5), sheet.table->viewport()->mapToGlobal(QPointF(5, 5)), {}, QPoint(0, 240), Qt::NoButton,
                   Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(sheet.table->viewport(), &up);
    CHECK(sheet.table->verticalScrollBar()->value() < before);
    sheet.press(Qt::Key_Home, Qt::ControlModifier);
    CHECK(sheet.table->currentIndex().row() == 0);
}

TEST_CASE("A table whose rows are all in sight leaves the wheel to the page")
{
    Sheet sheet(models::communesTable(), threeCommunes());
    QTest::qWait(20);
    REQUIRE(sheet.table->verticalScrollBar()->maximum() == 0);
    QWheelEvent down(QPointF(5, 5), sheet.table->viewport()->mapToGlobal(QPointF(5, 5)), {}, QPoint(0, -120),
                     Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    down.accept();
    QApplication::sendEvent(sheet.table->viewport(), &down);
    CHECK_FALSE(down.isAccepted());
}

TEST_CASE("A screen reader hears what a cell is and what it holds, an empty one too")
{
    Sheet sheet(models::communesTable(), threeCommunes());
    for (int column = 0; column < sheet.model->columnCount(); ++column) {
        const QString spoken = sheet.model->index(0, column).data(Qt::AccessibleTextRole).toString();
        const QString heading = sheet.model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        INFO(spoken.toStdString());
        CHECK(spoken.startsWith(heading + u" : "_s));
        CHECK(spoken.size() > heading.size() + 3);
    }
}

TEST_CASE("Selected rows are told with what they are, whatever column was clicked")
{
    Sheet sheet(models::communesTable(), threeCommunes());
    sheet.table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    const auto click = [&sheet](int row, int column, Qt::KeyboardModifiers with) {
        QTest::mouseClick(sheet.table->viewport(), Qt::LeftButton, with,
                          sheet.table->visualRect(sheet.model->index(row, column)).center());
    };
    QSignalSpy removal(sheet.table, &RecordTable::removalAsked);
    click(0, 0, {});
    CHECK(sheet.table->selectedIds().size() == 1);
    click(2, 1, Qt::ShiftModifier);
    CHECK(sheet.table->selectedIds().size() == 3);
    click(1, 0, Qt::ControlModifier);
    const auto ids = sheet.table->selectedIds();
    CHECK(ids.size() == 2);
    CHECK(std::find(ids.begin(), ids.end(), sheet.model->idAt(1)) == ids.end());
    sheet.press(Qt::Key_Delete);
    CHECK(removal.count() == 1);
    CHECK(sheet.projet().communes.size() == 3); // asked: the page decides
}
