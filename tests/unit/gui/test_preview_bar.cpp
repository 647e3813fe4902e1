// How large the pages of « Relire et exporter » are read, and which one.
#include "gui/pages/page_preview.h"
#include "gui/pages/page_relire.h"
#include "gui/pages/preview_bar.h"
#include "gui/theme/theme.h"
#include "support/example.h"
#include "test_page_support.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QWheelEvent>

using namespace pagetest;
using namespace Qt::Literals::StringLiterals;
using gui::PageRelire;

namespace
{

QPushButton *named(const QWidget *in, const QString &name)
{
    for (QPushButton *each : in->findChildren<QPushButton *>())
        if (each->accessibleName() == name)
            return each;
    return nullptr;
}

bool tells(const QWidget *in, const QString &words)
{
    for (const QLabel *label : in->findChildren<QLabel *>())
        if (support::plain(label->text()) == words)
            return true;
    return false;
}

void turnWheel(gui::PagePreview *preview, int steps)
{
    const QPointF place(40, 40);
    QWheelEvent event(place, preview->viewport()->mapToGlobal(place), {}, {0, 120 * steps}, Qt::NoButton,
                      Qt::ControlModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(preview->viewport(), &event);
}

} // namespace

TEST_CASE("The pages are made larger and smaller with the bar, the wheel and the keys, then fill the width again")
{
    Shown<PageRelire> shown(projectOfOneCommune(), {720, 700});
    gui::PagePreview *preview = shown.page->preview();
    const auto *bar = shown.page->findChild<gui::PreviewBar *>();
    REQUIRE(bar);
    CHECK(preview->fitsWidth());
    CHECK(preview->horizontalScrollBar()->maximum() == 0);
    const int whole = preview->zoom();
    named(bar, u"Agrandir l’aperçu"_s)->click();
    CHECK(preview->zoom() > whole);
    CHECK_FALSE(preview->fitsWidth());
    CHECK(tells(bar, u"%1 %"_s.arg(preview->zoom())));
    while (preview->zoom() < 200)
        turnWheel(preview, 1);
    CHECK(preview->zoom() == 200);
    CHECK(preview->horizontalScrollBar()->maximum() > 0); // nothing is out of reach
    turnWheel(preview, -1);
    CHECK(preview->zoom() == 150);
    preview->setFocus();
    press(preview, Qt::Key_Plus);
    CHECK(preview->zoom() == 200);
    press(preview, Qt::Key_Minus);
    CHECK(preview->zoom() == 150);
    for (int i = 0; i < 20; ++i)
        turnWheel(preview, -1);
    CHECK(preview->zoom() == 50); // no smaller
    for (int i = 0; i < 20; ++i)
        turnWheel(preview, 1);
    CHECK(preview->zoom() == 300);
    named(bar, u"Aperçu à la largeur de la page"_s)->click();
    CHECK(preview->fitsWidth());
    CHECK(preview->zoom() == whole);
    CHECK(preview->horizontalScrollBar()->maximum() == 0);
}

TEST_CASE("A page that is larger than the window is still clicked where it is read, and the reader keeps the place")
{
    Shown<PageRelire> shown(projectOfOneCommune(), {720, 700});
    gui::PagePreview *preview = shown.page->preview();
    preview->finish();
    preview->showPage(2);
    const int page = preview->currentPage();
    for (int i = 0; i < 3; ++i)
        preview->zoomBy(1);
    CHECK(preview->currentPage() == page);
    preview->showPage(0);
    preview->horizontalScrollBar()->setValue(0);
    const QRect place = preview->placeOf(domain::FieldAddress{u"identite"_s, {}, u"nom"_s}.toString());
    REQUIRE_FALSE(place.isNull());
    CHECK_FALSE(preview->fieldAt(place.center()).isEmpty());
    preview->horizontalScrollBar()->setValue(preview->horizontalScrollBar()->maximum());
    const QRect moved = preview->placeOf(domain::FieldAddress{u"identite"_s, {}, u"nom"_s}.toString());
    CHECK(moved.left() < place.left());
}

TEST_CASE("Arrows turn the pages, and stop at the ends")
{
    Shown<PageRelire> shown(projectOfOneCommune(), {720, 700});
    gui::PagePreview *preview = shown.page->preview();
    const auto *bar = shown.page->findChild<gui::PreviewBar *>();
    QPushButton *next = named(bar, u"Page suivante de l’aperçu"_s);
    QPushButton *previous = named(bar, u"Page précédente de l’aperçu"_s);
    REQUIRE(next);
    REQUIRE(previous);
    preview->finish();
    CHECK_FALSE(previous->isEnabled());
    next->click();
    CHECK(preview->currentPage() == 1);
    CHECK(tells(bar, u"Page 2 sur %1"_s.arg(preview->pageCount())));
    CHECK(previous->isEnabled());
    for (int i = 0; i < preview->pageCount(); ++i)
        next->click();
    CHECK_FALSE(next->isEnabled());
    CHECK(preview->currentPage() == preview->pageCount() - 1);
}

TEST_CASE("The choices and the pages stand beside each other on a small screen with larger texts")
{
    // The middle of a window of 1366 pixels, its texts at 110 %: what is left between the panes is 670 pixels.
    gui::Theme theme(*qApp);
    theme.setZoom(110);
    {
        Shown<PageRelire> shown(projectOfOneCommune(), {670, 640});
        const QWidget *choice = nullptr;
        for (const QPushButton *each : shown.page->findChildren<QPushButton *>())
            if (each->property("role").toString() == u"choix"_s)
                choice = each;
        REQUIRE(choice);
        const QPoint at = choice->mapTo(shown.page.get(), QPoint());
        const QPoint pages = shown.page->preview()->mapTo(shown.page.get(), QPoint());
        CHECK(pages.x() > at.x() + choice->width());
        CHECK(shown.page->preview()->height() > 300);
    }
    theme.setZoom(100);
}
