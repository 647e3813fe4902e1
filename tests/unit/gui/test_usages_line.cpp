// Under the title of a page, the documents that print it.
#include "base/typography.h"
#include "gui/pages/page_relire.h"
#include "report/usages.h"
#include "shell_desk.h"

#include <QMenu>

using namespace shell;

TEST_CASE("The documents that print a page are under its title, and one that is chosen is read")
{
    Desk desk;
    desk.window->goTo(u"territoire"_s);
    QTest::qWait(20);
    FormPage *page = desk.window->host().currentPage();
    auto *line = page->findChild<QPushButton *>(u"repris-dans"_s);
    REQUIRE(line);
    CHECK(line->text() == base::frenchTypography(u"Repris dans 2 documents"_s));
    CHECK(line->accessibleName().contains(base::frenchTypography(u"(annexe 4)"_s)));
    page->focusFirst(); // still the first field
    CHECK_FALSE(line->hasFocus());
    REQUIRE(line->menu()->actions().size() == 2);
    // By the keyboard: Space opens the menu, an arrow and Enter choose.
    line->setFocus();
    QTimer::singleShot(50, line, [menu = line->menu()] {
        QTest::keyClick(menu, Qt::Key_Down);
        if (!menu->activeAction() || !menu->activeAction()->text().contains(u"projet de santé"_s))
            QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Return);
    });
    QTest::keyClick(line, Qt::Key_Space);
    CHECK(desk.window->host().currentCode() == u"relire");
    const auto *read = qobject_cast<PageRelire *>(desk.window->host().currentPage());
    REQUIRE(read);
    CHECK(read->document() == u"annexe-4");
    // Once under a title: its subtitle does not tell the documents again.
    for (const PageEntry &entry : desk.window->host().entries())
        if (report::usagesOf(paca(), entry.code).documents.size() > 1) {
            INFO(entry.code.toStdString());
            CHECK_FALSE(entry.subtitle.contains(u"annexe"_s));
        }
}
