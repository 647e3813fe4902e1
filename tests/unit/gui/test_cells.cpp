// Cells edited in place, and small widgets of the pages: what they show, take and leave alone.
#include "gui/dialogs/document_menu.h"
#include "gui/pages/adaptive_row.h"
#include "gui/pages/cell_delegate.h"
#include "gui/pages/record_table.h"
#include "gui/theme/theme.h"
#include "gui/widgets/info_bar.h"
#include "gui/widgets/markup_highlighter.h"
#include "models/tables_effectifs.h"
#include "models/tables_projet.h"
#include "support/example.h"
#include "test_page_support.h"

#include <algorithm>
#include <QBoxLayout>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>
#include <random>

using namespace Qt::Literals::StringLiterals;
using namespace gui;
using models::RecordTableModel;
using models::TableSpec;

namespace
{

QString asIs(const QString &code)
{
    return code;
}

std::vector<TableSpec> allTables()
{
    return {models::communesTable(),      models::equipeTable(asIs),        models::partenairesTable(),
            models::mobilisationsTable(), models::echeancesTable(asIs),     models::besoinsTable(),
            models::indicateursTable(),   models::acteursTable(),           models::membresTable(asIs),
            models::instancesTable(),     models::partenairesProjetTable(), models::outilsTable(),
            models::postesTable(),        models::prestationsTable(),       models::reunionsTable()};
}

// A project open without a window.
struct Opened {
    QTemporaryDir folder;
    base::FixedClock clock{QDateTime(QDate(2026, 11, 23), QTime(14, 32))};
    std::unique_ptr<dossier::Dossier> dossier;
    QWidget parent;
    CellDelegate delegate;

    explicit Opened(const domain::Projet &projet = support::vallees())
    {
        auto created = dossier::Dossier::create(folder.filePath(u"essai.cpts"_s), projet, clock);
        REQUIRE(created.ok());
        dossier = std::move(created.value());
    }
    [[nodiscard]] std::unique_ptr<QWidget> editor(const QModelIndex &index)
    {
        std::unique_ptr<QWidget> made(delegate.createEditor(&parent, {}, index));
        if (made)
            delegate.setEditorData(made.get(), index);
        return made;
    }
};

template <class Visit>
int eachEditableCell(RecordTableModel &model, const Visit &visit)
{
    int cells = 0;
    for (int row = 0; row < model.rowCount(); ++row)
        for (int column = 0; column < model.columnCount(); ++column)
            if (const QModelIndex index = model.index(row, column); model.flags(index) & Qt::ItemIsEditable) {
                visit(index);
                ++cells;
            }
    return cells;
}

QList<QTextLayout::FormatRange> looksOf(const QString &text)
{
    QTextDocument document;
    document.setPlainText(text);
    MarkupHighlighter highlighter(&document);
    highlighter.rehighlight();
    CHECK(document.toPlainText() == text);
    return document.firstBlock().layout()->formats();
}

bool isBoldAt(const QList<QTextLayout::FormatRange> &looks, int position)
{
    for (const QTextLayout::FormatRange &range : looks)
        if (position >= range.start && position < range.start + range.length)
            return range.format.fontWeight() >= QFont::DemiBold;
    return false;
}

} // namespace

TEST_CASE("A cell of any table that is opened and left as it was changes nothing, and its editor has a name")
{
    Opened opened;
    const domain::Projet before = opened.dossier->projet();
    int cells = 0;
    for (TableSpec &spec : allTables()) {
        RecordTableModel model(spec, *opened.dossier);
        QSignalSpy refused(&model, &RecordTableModel::editRefused);
        cells += eachEditableCell(model, [&](const QModelIndex &index) {
            INFO(spec.table.toStdString() << " " << index.row() << " " << index.column() << " « "
                                          << index.data().toString().toStdString() << " »");
            const auto editor = opened.editor(index);
            REQUIRE(editor);
            CHECK_FALSE(editor->accessibleName().isEmpty());
            opened.delegate.setModelData(editor.get(), &model, index);
            CHECK(domain::diff(before, opened.dossier->projet()).empty());
        });
        CHECK(refused.isEmpty());
    }
    CHECK(cells > 20);
    CHECK_FALSE(opened.dossier->canUndo());
}

TEST_CASE("The list of a cell offers every choice and stores the one that is taken")
{
    Opened opened;
    int lists = 0;
    for (TableSpec &spec : allTables()) {
        RecordTableModel model(spec, *opened.dossier);
        eachEditableCell(model, [&](const QModelIndex &index) {
            const auto editor = opened.editor(index);
            auto *list = qobject_cast<QComboBox *>(editor.get());
            if (!list || list->count() < 2)
                return;
            INFO(spec.table.toStdString() << " " << index.column());
            CHECK(list->currentData() == index.data(Qt::EditRole));
            const int wanted = (list->currentIndex() + 1) % list->count();

            list->setCurrentIndex(wanted);
            const QVariant chosen = list->currentData();
            opened.delegate.setModelData(list, &model, index);
            CHECK(index.data(Qt::EditRole) == chosen);
            REQUIRE(opened.dossier->undo().ok());
            ++lists;
        });
    }
    CHECK(lists > 5);
}

TEST_CASE("A count that is none is refused in words, and the cell keeps its own")
{
    Opened opened(pagetest::emptyProject());
    RecordTableModel model(models::effectifsTable({{u"infirmier"_s, u"Infirmiers"_s}}), *opened.dossier);
    const QModelIndex index = model.index(0, model.columnOf(u"identifies"_s));
    REQUIRE(index.isValid());
    QSignalSpy refused(&model, &RecordTableModel::editRefused);
    const auto editor = opened.editor(index);
    auto *line = qobject_cast<QLineEdit *>(editor.get());
    REQUIRE(line);
    line->setText(u"douze"_s);
    opened.delegate.setModelData(line, &model, index);
    REQUIRE(refused.size() == 1);
    CHECK(refused[0][0].toString().contains(u"par exemple 12"_s));
    CHECK(opened.dossier->projet().effectifs.empty());
    line->setText(u"1 200"_s);
    opened.delegate.setModelData(line, &model, index);
    REQUIRE(opened.dossier->projet().effectifs.size() == 1);
    CHECK(opened.dossier->projet().effectifs.begin()->second.identifies == 1200);
    CHECK(refused.size() == 1);
}

TEST_CASE("A cell is as high as its words in its width, and no higher for nothing")
{
    Opened opened;
    RecordTableModel model(models::partenairesTable(), *opened.dossier);
    REQUIRE(model.rowCount() > 0);
    const QModelIndex index = model.index(0, 0);
    QStyleOptionViewItem wide;
    wide.rect = QRect(0, 0, 2000, 0);
    QStyleOptionViewItem narrow;
    narrow.rect = QRect(0, 0, 60, 0);
    const int one = opened.delegate.sizeHint(wide, index).height();
    CHECK(opened.delegate.sizeHint(narrow, index).height() > one);
    CHECK(opened.delegate.sizeHint({}, index).height() == one);
    CHECK(opened.delegate.sizeHint({}, index).width() > 60);
}

TEST_CASE("No column cuts a word while headings on two lines leave the room for it")
{
    QStandardItemModel model(1, 4);
    model.setHorizontalHeaderLabels(
        {u"Fiche"_s, u"Équivalents temps plein"_s, u"Réalisé dans l’année"_s, u"Financeur"_s});
    const QStringList cells{u"Téléconsultations en pharmacie"_s, u"0,2"_s, u"1 000"_s,
                            u"Fonds d’intervention régional"_s};
    for (int column = 0; column < model.columnCount(); ++column)
        model.setItem(0, column, new QStandardItem(cells[column]));
    RecordTable table;
    table.setModel(&model);
    const auto longest = [](const QFontMetrics &metrics, const QString &text) {
        int width = 0;
        for (const QString &word : text.split(u' '))
            width = std::max(width, metrics.horizontalAdvance(word));
        return width;
    };
    QFont bold = table.horizontalHeader()->font();
    bold.setPixelSize(zoomed(12.5));
    bold.setBold(true);
    std::vector<int> words;
    int room = 0;
    for (int column = 0; column < model.columnCount(); ++column) {
        words.push_back(longest(table.fontMetrics(), cells[column]) + zoomed(22));
        const QString heading = model.horizontalHeaderItem(column)->text();
        room += std::max(words.back(), longest(QFontMetrics(bold), heading) + zoomed(24));
    }
    for (const int more : {2, 20, 60, 120, 200, 300}) {
        INFO(more);
        table.resize(room + more + 2 * table.frameWidth(), 200);
        table.show();
        QTest::qWait(1);
        for (int column = 0; column < model.columnCount(); ++column)
            CHECK(table.columnWidth(column) >= words[size_t(column)]);
        CHECK(table.horizontalHeader()->length() <= table.viewport()->width());
    }
}

TEST_CASE("Where long names wrap, short figures leave them the room of their heading")
{
    QStandardItemModel model(1, 3);
    model.setHorizontalHeaderLabels({u"Commune"_s, u"Code postal"_s, u"Habitants"_s});
    const QStringList cells{u"Saint-Jacques-en-Valgodemard"_s, u"05800"_s, u"113"_s};
    for (int column = 0; column < model.columnCount(); ++column)
        model.setItem(0, column, new QStandardItem(cells[column]));
    RecordTable table;
    table.setModel(&model);
    QFont bold = table.horizontalHeader()->font();
    bold.setPixelSize(zoomed(12.5));
    bold.setBold(true);
    const QFontMetrics heading(bold);
    const int figures = heading.horizontalAdvance(u"Habitants"_s) + heading.horizontalAdvance(u"postal"_s) + zoomed(60);
    const int name = table.fontMetrics().horizontalAdvance(cells.front());
    table.resize(name * 9 / 10 + figures, 200); // not enough for the name on one line
    table.show();
    QTest::qWait(1);
    CHECK(table.columnWidth(1) < heading.horizontalAdvance(u"Code postal"_s) + zoomed(24));
    CHECK(table.columnWidth(0) > name * 8 / 10);
    CHECK(table.horizontalHeader()->length() <= table.viewport()->width());
}

TEST_CASE("Fields stand side by side while there is room, under each other when the window or the text says so")
{
    Theme theme(*qApp);
    AdaptiveRow row;
    auto *layout = new QHBoxLayout(&row);
    layout->addWidget(new QLineEdit);
    layout->addWidget(new QLineEdit);
    row.setThreshold(560);
    row.show();
    row.resize(700, 80);
    CHECK(layout->direction() == QBoxLayout::LeftToRight);
    row.resize(500, 80);
    CHECK(layout->direction() == QBoxLayout::TopToBottom);
    row.resize(700, 80);
    CHECK(layout->direction() == QBoxLayout::LeftToRight);
    theme.setZoom(200);
    row.resize(701, 80);
    CHECK(layout->direction() == QBoxLayout::TopToBottom);
    theme.setZoom(100);
    qApp->setStyleSheet(QString());
}

TEST_CASE("What is bold in the markup is bold where it is typed, and no character of any text is touched")
{
    const auto looks = looksOf(u"Un **mot fort** ici"_s);
    CHECK(isBoldAt(looks, 6));
    CHECK_FALSE(isBoldAt(looks, 0));
    CHECK_FALSE(isBoldAt(looks, 16));
    std::mt19937 random(4);
    const QString letters = u"ab *|-_\\1.![](é"_s;
    for (int turn = 0; turn < 300; ++turn) {
        QString text;
        for (int left = int(random() % 30); left > 0; --left)
            text += letters[qsizetype(random() % size_t(letters.size()))];
        INFO(text.toStdString());
        for (const QTextLayout::FormatRange &range : looksOf(text)) {
            REQUIRE(range.start >= 0);
            REQUIRE(range.start + range.length <= text.size());
        }
    }
}

TEST_CASE("A document that can't be made or written is told, and nothing is left on the disk")
{
    InfoBarStack messages;
    DocumentMenu menu(messages, nullptr);
    QTemporaryDir folder;
    const auto words = [&messages] {
        QString all;
        for (const QLabel *each : messages.findChildren<QLabel *>())
            all += each->text();
        return all;
    };
    const auto empty = []() -> base::Result<report::Document> { return report::Document{}; };
    CHECK_FALSE(menu.writeTo(folder.filePath(u"absent/guide.pdf"_s), Format::Pdf, empty));
    CHECK(words().contains(u"absent"_s));
    const auto refused = []() -> base::Result<report::Document> {
        return base::Error{base::ErrorCode::NotFound, u"Rien à imprimer encore."_s, {}};
    };
    CHECK_FALSE(menu.writeTo(folder.filePath(u"guide.pdf"_s), Format::Pdf, refused));
    CHECK(words().contains(u"Rien à imprimer encore."_s));
    CHECK(QDir(folder.path()).isEmpty());
    CHECK(menu.writeTo(folder.filePath(u"guide.pdf"_s), Format::Pdf, empty));
    CHECK(words().contains(u"est enregistré dans"_s));
}
