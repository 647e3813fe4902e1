// What a page costs when it comes to the front, counted: nothing of the other pages is touched, no words are measured
// for a width that nobody gives them.
#include "gui/pages/page_tableau.h"
#include "gui/shell/expectation_pane.h"
#include "gui/widgets/column_label.h"
#include "gui/widgets/finding_row.h"
#include "shell_desk.h"

#include <memory>
#include <QProgressBar>
#include <QScrollArea>
#include <QStackedWidget>

using namespace shell;

namespace
{

// Counts the widgets of a page that were told to hold back their painting, while another page goes away.
class HeldBack final : public QObject
{
public:
    HeldBack(QWidget *leaving, QWidget *other) : m_leaving(leaving), m_other(other)
    {
        leaving->installEventFilter(this);
    }
    int turns = 0;
    int held = 0;

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched == m_leaving && event->type() == QEvent::Hide) {
            ++turns;
            for (const QWidget *each : m_other->findChildren<QWidget *>())
                held += each->updatesEnabled() ? 0 : 1;
        }
        return QObject::eventFilter(watched, event);
    }

private:
    QWidget *m_leaving;
    QWidget *m_other;
};

// A widget that counts how often it is painted.
class Painted final : public QObject
{
public:
    explicit Painted(QWidget *widget) { widget->installEventFilter(this); }
    int times = 0;

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        times += event->type() == QEvent::Paint ? 1 : 0;
        return QObject::eventFilter(watched, event);
    }
};

} // namespace

TEST_CASE("A page that comes to the front touches no widget of the pages behind, and is painted")
{
    Desk desk;
    desk.window->goTo(u"mobilisation"_s);
    QWidget *behind = desk.window->host().currentPage();
    desk.window->goTo(u"porteur"_s);
    QWidget *porteur = desk.window->host().currentPage();
    QTest::qWait(20);
    HeldBack held(porteur, behind);
    desk.window->goTo(u"territoire"_s);
    Painted painted(desk.window->host().currentPage());
    CHECK(held.turns == 1);
    CHECK(held.held == 0);
    CHECK(desk.window->host().findChild<QStackedWidget *>()->updatesEnabled());
    for (const QWidget *each : desk.window->host().currentPage()->findChildren<QWidget *>())
        CHECK(each->updatesEnabled());
    QTest::qWait(20);
    CHECK(painted.times > 0);
}

TEST_CASE("A label of a column wishes for no width, whatever its words, and is as high as any other")
{
    const QString words = u"Un texte de quelques mots, qui va à la ligne, puis encore à la ligne suivante."_s;
    const std::unique_ptr<TextLabel> column(columnLabel(words, TextRole::Hint));
    const std::unique_ptr<TextLabel> plain(plainLabel(words, TextRole::Hint));
    CHECK(column->sizeHint() == QSize(0, column->fontMetrics().height()));
    CHECK(column->minimumSizeHint() == column->sizeHint());
    CHECK(column->property("role") == plain->property("role"));
    for (const int width : {40, 90, 200, 800})
        CHECK(column->heightForWidth(width) == plain->heightForWidth(width));
}

TEST_CASE("In the right pane and in its findings no words are cut, at any size of text")
{
    Desk desk;
    for (const int size : {14, 28}) {
        QFont font = QApplication::font();
        font.setPixelSize(size);
        auto *pane = desk.window->findChild<ExpectationPane *>();
        pane->setFont(font);
        for (const QString &page : {u"porteur"_s, u"diagnostic"_s, u"missions"_s}) {
            desk.window->goTo(page);
            QTest::qWait(20);
            const QWidget *content = pane->findChild<QScrollArea *>()->widget();
            if (size == 14) // the pane is wider with a larger text, which is not set here
                CHECK(content->width() <= pane->width());
            int labels = 0;
            for (const QLabel *label : content->findChildren<QLabel *>()) {
                INFO(label->text().toStdString());
                CHECK(label->height() >= label->heightForWidth(label->width()));
                CHECK(label->mapTo(content, label->rect().bottomRight()).y() < content->height());
                CHECK(label->width() > content->width() / 2);
                ++labels;
            }
            CHECK(labels > 5);
        }
    }
}

TEST_CASE("The dashboard is made once when it first shows, and again when it comes back or the project is another")
{
    Desk desk;
    PageTableau page(desk.window->host().currentPage()->context());
    const auto bars = [&page] { return page.findChildren<QProgressBar *>(); };
    const auto made = bars();
    REQUIRE(made.size() >= 1);
    bool kept = true;
    QObject::connect(made.front(), &QObject::destroyed, [&kept] { kept = false; });
    page.shown();
    CHECK(kept); // what was made with the page is what shows
    page.shown();
    CHECK_FALSE(kept);

    PageTableau late(desk.window->host().currentPage()->context());
    REQUIRE(desk.dossier().edit(u"Renommer"_s, naming(desk.dossier().projet(), u"CPTS des Essais"_s)).ok());
    late.shown();
    CHECK(late.title() == u"CPTS des Essais"_s);
}
