#include "domain/json.h"
#include "gui/pages/repeat_editor.h"
#include "gui/theme/theme.h"
#include "gui/widgets/field_frame.h"
#include "gui/widgets/format_bar.h"
#include "gui/widgets/tab_order.h"
#include "gui/widgets/text_area.h"
#include "outlines_shelf.h"
#include "support/source.h"
#include "test_page_support.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QButtonGroup>
#include <QComboBox>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <set>

using namespace pagetest;
using namespace Qt::Literals::StringLiterals;

namespace
{

domain::Projet exampleProject()
{
    QFile file(support::source(QStringLiteral("resources/exemples/vallees.json")));
    REQUIRE(file.open(QIODevice::ReadOnly));
    auto read = domain::projetFromJson(file.readAll());
    REQUIRE(read.ok());
    return read.value().projet;
}

QString nameOf(QWidget *widget)
{
    const QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget);
    return spoken ? spoken->text(QAccessible::Name) : widget->accessibleName();
}

QString pathOf(const QWidget *widget)
{
    QStringList path;
    for (; widget; widget = widget->parentWidget())
        path.prepend(QString::fromLatin1(widget->metaObject()->className()) + u'#' + widget->objectName());
    return path.mid(std::max<qsizetype>(0, path.size() - 4)).join(u'/');
}

// What Tab can stop at in a page.
std::vector<QWidget *> stops(QWidget *page)
{
    std::vector<QWidget *> found;
    for (QWidget *widget : page->findChildren<QWidget *>())
        if ((widget->focusPolicy() & Qt::TabFocus) && widget->isVisibleTo(page) && widget->isEnabled() &&
            !widget->focusProxy())
            found.push_back(widget);
    return found;
}

// Outlines of the example's communes, for the maps of the pages.
struct Outlines : Shelf {
    explicit Outlines(const domain::Projet &projet)
    {
        std::vector<reference::Contour> squares;
        for (const auto &[id, commune] : domain::communesParNom(projet)) {
            const int place = int(squares.size());
            squares.push_back(outlines::square(commune->code, place % 6, place / 6, 2));
        }
        fill(squares);
    }
};

struct AnyPage {
    QTemporaryDir folder;
    base::FixedClock clock{QDateTime(QDate(2026, 11, 23), QTime(14, 32))};
    std::unique_ptr<dossier::Dossier> dossier;
    std::unique_ptr<gui::AppContext> context;
    std::unique_ptr<gui::FormPage> page;
    std::unique_ptr<QWidget> side;

    AnyPage(const gui::PageMaker &maker, const domain::Projet &projet, QSize size,
            gui::ContourShelf *contours = nullptr)
    {
        auto created = dossier::Dossier::create(folder.filePath(u"essai.cpts"_s), projet, clock);
        REQUIRE(created.ok());
        dossier = std::move(created.value());
        context.reset(new gui::AppContext{*dossier, officialData(), paca(), clock, contours});
        page.reset(maker(*context, nullptr));
        if (const report::Page *described = paca().page(page->code()))
            page->setHeading(described->title, described->subtitle);
        page->resize(size);
        page->show();
        page->shown();
        QApplication::setActiveWindow(page.get());
        settle();
    }
    ~AnyPage() { page.reset(); }

    // Layouts of wrapped words settle from the inside out, in several turns.
    void settle() const
    {
        const QWidget *content = page->findChild<QWidget *>(u"contenu-page"_s);
        REQUIRE(content);
        QSize last;
        for (int same = 0, turn = 0; same < 5 && turn < 100; ++turn) {
            QTest::qWait(10);
            same = content->size() == last ? same + 1 : 0;
            last = content->size();
        }
    }
};

// The look of the program for one case; the next one starts without.
// Of buttons that exclude each other, Tab stops at one; the arrows go to the others.
bool isOtherChoice(const QWidget *widget)
{
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    return button && !button->isChecked() &&
           (button->autoExclusive() || (button->group() && button->group()->exclusive()));
}

struct Look {
    std::unique_ptr<gui::Theme> theme = std::make_unique<gui::Theme>(*qApp);
    ~Look()
    {
        theme.reset();
        qApp->setStyleSheet(QString());
    }
};

} // namespace

TEST_CASE("Every stop of every page has a name, and Tab goes round all of them")
{
    const Look look;
    Outlines known(exampleProject());
    for (const auto &[code, maker] : gui::allPages()) {
        AnyPage any(maker, exampleProject(), {790, 660}, &known.shelf);
        INFO(code.toStdString());
        std::set<QWidget *> missing;
        for (QWidget *widget : stops(any.page.get())) {
            INFO(pathOf(widget).toStdString());
            CHECK_FALSE(nameOf(widget).isEmpty());
            if (!isOtherChoice(widget))
                missing.insert(widget);
        }
        REQUIRE_FALSE(missing.empty());
        // Twice round, from the first stop: the keyboard was everywhere it can be, nothing kept it nor sent it back.
        const size_t turns = 2 * missing.size() + 200;
        gui::readingOrder(any.page.get()).front()->setFocus(Qt::TabFocusReason);
        for (size_t turn = 0; turn < turns && !missing.empty(); ++turn) {
            QWidget *at = any.page->window()->focusWidget();
            REQUIRE(at);
            QTest::keyClick(at, Qt::Key_Tab);
            missing.erase(any.page->window()->focusWidget());
        }
        for (QWidget *left : missing) {
            INFO("never reached: " + pathOf(left).toStdString());
            CHECK(left == nullptr);
        }
    }
}

TEST_CASE("Tab goes down every page, and to the right on a line")
{
    const Look look;
    Outlines known(exampleProject());
    for (const auto &[code, maker] : gui::allPages()) {
        AnyPage any(maker, exampleProject(), {790, 660}, &known.shelf);
        const QWidget *content = any.page->findChild<QWidget *>(u"contenu-page"_s);
        any.page->focusFirst();
        std::set<QWidget *> seen;
        QWidget *at = any.page->window()->focusWidget();
        REQUIRE(at);
        while (seen.insert(at).second && seen.size() < 500) {
            QWidget *from = at;
            QTest::keyClick(from, Qt::Key_Tab);
            at = any.page->window()->focusWidget();
            if (seen.contains(at) || !content->isAncestorOf(at) || !content->isAncestorOf(from))
                continue;
            INFO(code.toStdString() << " " << pathOf(from).toStdString() << " -> " << pathOf(at).toStdString());
            const QRect before(from->mapTo(content, QPoint()), from->size());
            const QRect after(at->mapTo(content, QPoint()), at->size());
            const bool below = after.center().y() > before.center().y() && after.bottom() > before.bottom();
            CHECK((below || after.left() >= before.right()));
        }
    }
}

TEST_CASE("What is seen of every stop of every page is what the mouse meets there")
{
    const Look look;
    for (const domain::Projet &projet : {emptyProject(), exampleProject()})
        for (const auto &[code, maker] : gui::allPages()) {
            const AnyPage any(maker, projet, QSize(790, 4000));
            for (QWidget *stop : stops(any.page.get())) {
                INFO(any.page->code().toStdString()
                     << ' ' << pathOf(stop).toStdString() << ' ' << nameOf(stop).toStdString());
                const QRect seen = stop->visibleRegion().boundingRect();
                if (seen.width() < 12 || seen.height() < 12)
                    continue; // scrolled away
                for (const QPoint &at :
                     {seen.topLeft() + QPoint(5, 5), seen.center(), seen.bottomRight() - QPoint(5, 5)}) {
                    const QWidget *met = any.page->childAt(stop->mapTo(any.page.get(), at));
                    CHECK((met && (met == stop || stop->isAncestorOf(met))));
                }
            }
        }
}

TEST_CASE("Where the keyboard goes is in sight, at the end of a long page as at its top")
{
    const Look look;
    for (const auto &[code, maker] : gui::allPages()) {
        AnyPage any(maker, exampleProject(), {790, 660});
        QWidget *content = any.page->findChild<QWidget *>(u"contenu-page"_s);
        auto *bar = any.page->findChild<QScrollArea *>()->verticalScrollBar();
        const auto inSight = [&any, content] {
            const QWidget *at = any.page->window()->focusWidget();
            if (at && !content->isAncestorOf(at)) // in what stays beside the content, and scrolls by itself
                return !at->visibleRegion().isEmpty();
            return at && !content->parentWidget()
                              ->rect()
                              .intersected(QRect(at->mapTo(content->parentWidget(), QPoint()), at->size()))
                              .isEmpty();
        };
        INFO(code.toStdString());
        bar->setValue(bar->maximum());
        any.page->focusFirst();
        QTest::qWait(200);
        CHECK(inSight());
        for (gui::RepeatEditor *list : any.page->findChildren<gui::RepeatEditor *>()) {
            if (!list->isVisibleTo(any.page.get()))
                continue;
            bar->setValue(bar->maximum());
            list->add();
            QTest::qWait(200);
            CHECK(inSight());
        }
    }
}

TEST_CASE("What a finding leads to ends in sight, whatever the page opens on the way")
{
    const Look look;
    domain::Projet projet = exampleProject();
    REQUIRE_FALSE(projet.indicateurs.empty());
    const auto last = domain::inOrder(projet.indicateurs).back().first;
    AnyPage any(gui::allPages().at(u"diagnostic"_s), projet, {790, 660});
    REQUIRE(any.page->goToField({u"indicateur"_s, last, u"annee"_s}));
    QTest::qWait(20);
    const QWidget *at = any.page->window()->focusWidget();
    REQUIRE(at);
    CHECK(at->property("ligne").toString() == u"annee"_s);
    const QWidget *viewport = any.page->findChild<QWidget *>(u"contenu-page"_s)->parentWidget();
    any.settle();
    QTest::qWait(200);
    const QPoint place = at->mapTo(viewport, QPoint());
    INFO(place.x() << " " << place.y() << " of " << viewport->width() << " " << viewport->height());
    CHECK(viewport->rect().contains(QRect(place, at->size())));
}

TEST_CASE("No word is cut, at any zoom, on a small screen")
{
    const Look look;
    Outlines known(exampleProject());
    for (const int zoom : {100, 150, 200}) {
        look.theme->setZoom(zoom);
        for (const auto &[code, maker] : gui::allPages()) {
            // What is left of 1366 pixels between the panes; the right one folds when text is large.
            AnyPage any(maker, exampleProject(), {zoom > 100 ? 1000 : 790, 620}, zoom > 150 ? nullptr : &known.shelf);
            for (QWidget *widget : any.page->findChildren<QWidget *>()) {
                const auto *label = qobject_cast<QLabel *>(widget);
                const auto *button = qobject_cast<QPushButton *>(widget);
                if ((!label && !button) || !widget->isVisibleTo(any.page.get()))
                    continue;
                INFO(code.toStdString() << " " << zoom << " " << pathOf(widget).toStdString() << " « "
                                        << (label ? label->text() : button->text()).toStdString() << " »");
                const int needed =
                    label && label->wordWrap() ? label->heightForWidth(widget->width()) : widget->sizeHint().height();
                CHECK(widget->height() >= needed);
                if (!label || !label->wordWrap())
                    CHECK(widget->width() >= widget->sizeHint().width());
            }
        }
    }
}

TEST_CASE("The heading of every column is whole, and no page nor table scrolls sideways")
{
    const Look look;
    Outlines known(exampleProject());
    for (const auto &[zoom, size] : std::initializer_list<std::pair<int, QSize>>{
             {100, {790, 660}}, {100, {1344, 970}}, {150, {970, 620}}, {200, {1380, 940}}}) {
        look.theme->setZoom(zoom);
        for (const auto &[code, maker] : gui::allPages()) {
            AnyPage any(maker, exampleProject(), size, &known.shelf);
            for (const QHeaderView *header : any.page->findChildren<QHeaderView *>()) {
                if (header->orientation() != Qt::Horizontal || !header->isVisibleTo(any.page.get()))
                    continue;
                INFO(code.toStdString() << " " << zoom << " " << pathOf(header).toStdString());
                CHECK(header->length() >= header->viewport()->width()); // no empty strip after the last column
                for (int column = 0; column < header->count(); ++column) {
                    INFO(code.toStdString()
                         << " " << zoom << " "
                         << header->model()->headerData(column, Qt::Horizontal).toString().toStdString());
                    const QString words = header->model()->headerData(column, Qt::Horizontal).toString();
                    QFont font = header->font();
                    font.setPixelSize(gui::zoomed(12.5));
                    font.setWeight(QFont::DemiBold);
                    const int width = header->sectionSize(column) - gui::zoomed(20);
                    const QRect needed =
                        QFontMetrics(font).boundingRect(QRect(0, 0, width, 0), Qt::TextWordWrap, words);
                    CHECK(needed.width() <= width);
                    CHECK(needed.height() + gui::zoomed(16) <= header->height());
                }
            }
            for (const QScrollBar *bar : any.page->findChildren<QScrollBar *>()) {
                INFO(code.toStdString() << " " << zoom << " " << pathOf(bar).toStdString());
                CHECK((bar->orientation() == Qt::Vertical || !bar->isVisibleTo(any.page.get())));
            }
        }
    }
}

TEST_CASE("Nothing shown is read as HTML")
{
    for (const auto &[code, maker] : gui::allPages()) {
        AnyPage any(maker, exampleProject(), {790, 660});
        any.page->makeAllParts();
        for (const QLabel *label : any.page->findChildren<QLabel *>()) {
            INFO(code.toStdString() << " " << pathOf(label).toStdString());
            CHECK(label->textFormat() == Qt::PlainText);
        }
    }
}

TEST_CASE("A page made on a read-only project offers nothing to change")
{
    for (const auto &[code, maker] : gui::allPages()) {
        QTemporaryDir folder;
        const base::FixedClock clock(QDateTime(QDate(2026, 11, 23), QTime(14, 32)));
        const QString path = folder.filePath(u"essai.cpts"_s);
        REQUIRE(dossier::Dossier::create(path, exampleProject(), clock).ok());
        auto opened = dossier::Dossier::open(path, dossier::Dossier::Mode::ReadOnly, clock);
        REQUIRE(opened.ok());
        const gui::AppContext context{*opened.value(), officialData(), paca(), clock};
        const std::unique_ptr<gui::FormPage> page(maker(context, nullptr));
        page->show();
        page->makeAllParts();
        for (const QLineEdit *line : page->findChildren<QLineEdit *>()) {
            if (line->property("recherche").toBool())
                continue;
            INFO(code.toStdString() << " " << pathOf(line).toStdString());
            CHECK((line->isReadOnly() || !line->isEnabled() || !line->isVisibleTo(page.get())));
        }
    }
}

TEST_CASE("Every long text of every page has its buttons when it has the keyboard, and none when it has not")
{
    const Look look;
    int texts = 0;
    for (const auto &[code, maker] : gui::allPages()) {
        AnyPage any(maker, exampleProject(), {790, 660});
        for (gui::TextArea *area : any.page->findChildren<gui::TextArea *>()) {
            if (!area->isVisibleTo(any.page.get()))
                continue;
            INFO(pathOf(area).toStdString());
            gui::FieldFrame *frame = gui::FieldFrame::around(area);
            REQUIRE(frame);
            const int height = frame->height();
            area->setFocus();
            auto *bar = frame->findChild<gui::FormatBar *>();
            REQUIRE(bar);
            CHECK(bar->isVisibleTo(any.page.get()));
            QTest::qWait(1);
            CHECK(frame->height() == height);
            int shown = 0;
            for (const gui::FormatBar *each : any.page->findChildren<gui::FormatBar *>())
                shown += each->isVisibleTo(any.page.get()) ? 1 : 0;
            CHECK(shown == 1);
            ++texts;
        }
    }
    CHECK(texts > 30);
}

// Not a test: pictures to be looked at, ATELIER_CAPTURES=folder test_gui "[.captures]".
TEST_CASE("Pictures of the pages", "[.captures]")
{
    const QString folder = qEnvironmentVariable("ATELIER_CAPTURES");
    REQUIRE_FALSE(folder.isEmpty());
    const Look look;
    for (const auto mode : {gui::Theme::Mode::Light, gui::Theme::Mode::Dark}) {
        look.theme->setMode(mode);
        for (const auto &[code, maker] : gui::allPages())
            for (const QSize size : {QSize(790, 660), QSize(1344, 970)})
                for (const bool example : {true, false}) {
                    AnyPage any(maker, example ? exampleProject() : emptyProject(), size);
                    QTest::qWait(30);
                    any.page->grab().save(u"%1/%2-%3-%4%5.png"_s.arg(folder, code)
                                              .arg(size.width())
                                              .arg(mode == gui::Theme::Mode::Light ? u"clair"_s : u"sombre"_s,
                                                   example ? QString() : u"-vide"_s));
                }
    }
}
