// The part of a page that scrolls follows the keyboard.
#include "gui/widgets/page_scroll.h"
#include "gui/widgets/text_area.h"
#include "support/catch.h"

#include <QApplication>
#include <QLineEdit>
#include <QScrollBar>
#include <QTest>
#include <QVBoxLayout>

namespace
{

// Laid out by the width it was given, as the rows of a page: two columns, taller than one.
class Reflowing final : public QWidget
{
public:
    explicit Reflowing(int wideFrom) : m_wideFrom(wideFrom) {}
    [[nodiscard]] QSize minimumSizeHint() const override { return {100, m_wide ? 420 : 380}; }
    [[nodiscard]] QSize sizeHint() const override { return minimumSizeHint(); }
    int turns = 0;

protected:
    void resizeEvent(QResizeEvent *) override
    {
        m_wide = width() >= m_wideFrom;
        ++turns;
        updateGeometry();
    }

private:
    int m_wideFrom;
    bool m_wide = false;
};

// Forty fields, of which some ten are in sight, and one outside.
struct Page {
    QWidget window;
    gui::PageScroll *scroll = new gui::PageScroll;
    QLineEdit *outside = new QLineEdit;
    QWidget *content = new QWidget;
    std::vector<QLineEdit *> fields;

    Page()
    {
        auto *column = new QVBoxLayout(&window);
        column->addWidget(scroll);
        column->addWidget(outside);
        auto *inside = new QVBoxLayout(content);
        for (int at = 0; at < 40; ++at) {
            fields.push_back(new QLineEdit);
            fields.back()->setMinimumHeight(30);
            inside->addWidget(fields.back());
        }
        scroll->setWidget(content);
        window.resize(400, 400);
        window.show();
        QApplication::setActiveWindow(&window);
        outside->setFocus();
        QTest::qWait(10);
    }
    [[nodiscard]] bool inSight(int at) const
    {
        const QWidget *field = fields[size_t(at)];
        return scroll->viewport()->rect().contains(QRect(field->mapTo(scroll->viewport(), QPoint()), field->size()));
    }
    [[nodiscard]] bool comes(int at) const
    {
        return QTest::qWaitFor([this, at] { return inSight(at); }, 2000);
    }
};

} // namespace

TEST_CASE("What is given the keyboard from afar comes in sight, with what stands around it")
{
    Page page;
    REQUIRE_FALSE(page.inSight(30));
    page.fields[30]->setFocus(Qt::OtherFocusReason);
    CHECK(page.comes(30));
    CHECK(page.inSight(31)); // and the sentence that may be under it
    QTest::qWait(250);
    page.scroll->verticalScrollBar()->setValue(0);
    QTest::qWait(250);
    CHECK(page.inSight(0)); // a wheel turned afterwards is not undone
    page.fields[29]->setFocus(Qt::OtherFocusReason);
    CHECK(page.comes(29));
    page.scroll->toTop();
    CHECK(page.inSight(0));
}

TEST_CASE("A page that grows after the keyboard moved is scrolled again")
{
    Page page;
    page.fields[10]->setFocus(Qt::OtherFocusReason);
    CHECK(page.comes(10));
    QTest::qWait(250);
    for (int at = 0; at < 10; ++at)
        page.fields[size_t(at)]->setMinimumHeight(120);
    QTest::qWait(50);
    CHECK(page.comes(10));
}

TEST_CASE("What can't have the keyboard is shown when it is asked for")
{
    Page page;
    page.fields[35]->setEnabled(false);
    page.scroll->bring(page.fields[35]);
    CHECK(page.comes(35));
    CHECK(page.outside->hasFocus());
    // What the keyboard left meanwhile is not.
    page.scroll->toTop();
    page.scroll->bring(page.fields[20]);
    QTest::qWait(250);
    CHECK(page.inSight(0));
}

TEST_CASE("The page goes with the caret of a text that grows under its edge")
{
    using namespace Qt::Literals::StringLiterals;
    Page page;
    auto *area = new gui::TextArea;
    static_cast<QVBoxLayout *>(page.content->layout())->insertWidget(4, area);
    area->setFocus(Qt::OtherFocusReason);
    QTest::qWait(300);
    const auto caretInSight = [&] {
        const QRect caret = area->cursorRect();
        const QPoint at = area->viewport()->mapTo(page.scroll->viewport(), caret.center());
        return page.scroll->viewport()->rect().contains(at);
    };
    REQUIRE(caretInSight());
    QTest::qWait(1100); // the page no longer follows because the keyboard came
    area->insertPlainText(QStringList(20, u"Une ligne collée."_s).join(u'\n')); // as a paste does, at once
    CHECK(QTest::qWaitFor(caretInSight, 2000));
    CHECK(area->height() > page.scroll->viewport()->height());
    CHECK(page.scroll->verticalScrollBar()->value() > 0);
    QTest::qWait(1100);
    page.scroll->toTop(); // to read again what is above
    QTest::qWait(300);
    CHECK(page.scroll->verticalScrollBar()->value() == 0);
    QTest::keyClick(area, Qt::Key_X);
    CHECK(QTest::qWaitFor(caretInSight, 2000));
}

TEST_CASE("A page that begins at a field stays at its top while that shows it")
{
    Page page;
    page.fields[7]->setFocus(Qt::OtherFocusReason); // near the lower edge, where bring() would leave room under it
    page.scroll->beginAt(page.fields[7]);
    QTest::qWait(250);
    CHECK(page.scroll->verticalScrollBar()->value() == 0);
    page.fields[20]->setFocus(Qt::OtherFocusReason);
    page.scroll->beginAt(page.fields[20]);
    CHECK(page.comes(20));
}

TEST_CASE("A page that is shorter when it is narrower does not go from one width to the other for ever")
{
    gui::PageScroll scroll;
    scroll.resize(500, 400);
    auto *content = new Reflowing(495); // without a bar: two columns, higher than the page
    scroll.setWidget(content);
    scroll.show();
    QTest::qWait(100);
    const int settled = content->turns;
    const int width = scroll.viewport()->width();
    QTest::qWait(200);
    CHECK(content->turns == settled);
    // Nor does what is there move when the page begins to scroll.
    content->setMinimumHeight(900);
    QTest::qWait(20);
    CHECK(scroll.verticalScrollBar()->maximum() > 0);
    CHECK(scroll.viewport()->width() == width);
}
