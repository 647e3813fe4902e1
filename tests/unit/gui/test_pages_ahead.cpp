// The pages that nobody has looked at are made while nobody does anything: nothing of it is seen, and they are the
// same.
#include "gui/shell/pages_ahead.h"
#include "shell_desk.h"

#include <QDialog>
#include <QLabel>
#include <QPointer>

using namespace shell;
using namespace std::chrono_literals;

namespace
{

int made(const PageHost &host)
{
    int count = 0;
    for (const PageEntry &entry : host.entries())
        count += host.isMade(entry.code) ? 1 : 0;
    return count;
}

QString first(const PageHost &host)
{
    for (const PageEntry &entry : host.entries())
        if (entry.code != host.currentCode() && host.isMade(entry.code))
            return entry.code;
    return {};
}

QStringList placesNow(const QWidget *page)
{
    QStringList all;
    for (const QLabel *each : page->findChildren<QLabel *>()) {
        const QPoint at = each->mapTo(page, QPoint());
        if (each->isVisible())
            all << u"%1 %2,%3 %4×%5"_s.arg(each->text()).arg(at.x()).arg(at.y()).arg(each->width()).arg(each->height());
    }
    return all;
}

// Where each part of a page stands that has words, once it is settled.
QStringList places(MainWindow &window, const QString &code)
{
    window.goTo(code);
    QStringList last;
    for (int turn = 0; turn < 40; ++turn) {
        QTest::qWait(60);
        QStringList now = placesNow(window.host().currentPage());
        if (turn > 2 && now == last)
            break;
        last = std::move(now);
    }
    return last;
}

// What is not alike, to be read when it fails.
QStringList unlike(const QStringList &one, const QStringList &other)
{
    QStringList found;
    for (qsizetype at = 0; at < std::max(one.size(), other.size()); ++at)
        if (one.value(at) != other.value(at))
            found << one.value(at) + u" / "_s + other.value(at);
    return found;
}

} // namespace

TEST_CASE("Pages are made ahead from the next one on, and nobody sees it")
{
    Desk desk;
    PageHost &host = desk.window->host();
    desk.window->goTo(u"missions"_s);
    const QPointer<QWidget> focus = QApplication::focusWidget();
    const FormPage *shown = host.currentPage();
    const int before = made(host);
    REQUIRE(host.makeAhead());
    CHECK(made(host) == before + 1);
    CHECK(host.isMade(u"calendrier"_s)); // that follows
    while (made(host) == before + 1)
        REQUIRE(host.makeAhead());
    CHECK(host.isMade(u"mobilisation"_s)); // that comes before
    int steps = 0;
    while (host.makeAhead())
        REQUIRE(++steps < 200);
    CHECK(made(host) == int(host.entries().size()));
    CHECK(host.currentPage() == shown);
    CHECK(host.currentCode() == u"missions"_s);
    CHECK(QApplication::focusWidget() == focus);
    CHECK_FALSE(desk.dossier().canUndo());
    CHECK(host.unread().empty());
    for (const FormPage *page : host.findChildren<FormPage *>())
        CHECK(page->isVisible() == (page == shown));
}

TEST_CASE("A page that was made ahead is the page that would have been made when it is looked at")
{
    Desk desk;
    Desk other;
    while (desk.window->host().makeAhead()) {
    }
    for (const PageEntry &entry : desk.window->host().entries()) {
        INFO(entry.code.toStdString());
        const QStringList ahead = places(*desk.window, entry.code);
        CHECK(unlike(ahead, places(*other.window, entry.code)).mid(0, 5) == QStringList());
        CHECK_FALSE(ahead.isEmpty());
    }
}

TEST_CASE("What changes after a page was made ahead shows when it is looked at")
{
    Desk desk;
    while (desk.window->host().makeAhead()) {
    }
    REQUIRE(desk.dossier().edit(u"Nommer"_s, naming(desk.dossier().projet(), u"CPTS du Verdon"_s)).ok());
    const auto says = [&](const QString &code) {
        QString all;
        for (const QString &each : places(*desk.window, code))
            all += each;
        return all.contains(u"CPTS du Verdon"_s);
    };
    CHECK(says(u"tableau-de-bord"_s));
}

TEST_CASE("A page that is opened on the way is not filled twice nor laid out behind")
{
    Desk desk;
    PageHost &host = desk.window->host();
    REQUIRE(host.makeAhead());
    const QString begun = first(host);
    desk.window->goTo(begun);
    CHECK(host.currentPage()->isVisible());
    const QSize size = host.currentPage()->size();
    REQUIRE(host.makeAhead()); // the next page, not the rest of that one
    CHECK(made(host) == 3);
    CHECK(host.currentPage()->isVisible());
    CHECK(host.currentPage()->size() == size);
}

TEST_CASE("Nothing is made ahead before a time of quiet, nor while a question is open, then everything is")
{
    Desk desk;
    PageHost &host = desk.window->host();
    const int before = made(host);
    const QPointer<PagesAhead> patient = new PagesAhead(host, {1h, 0ms});
    QTest::qWait(30);
    CHECK(made(host) == before);
    delete patient;

    QDialog question(desk.window.get());
    question.setModal(true);
    question.show();
    const QPointer<PagesAhead> eager = new PagesAhead(host, {0ms, 0ms});
    QTest::qWait(30);
    CHECK(made(host) == before);
    question.hide();
    QTRY_VERIFY_WITH_TIMEOUT(eager.isNull(), 30'000); // gone when there is nothing left
    CHECK(made(host) == int(host.entries().size()));
}

TEST_CASE("A key or a click puts off what is made ahead")
{
    Desk desk;
    PageHost &host = desk.window->host();
    const PagesAhead *ahead = new PagesAhead(host, {0ms, 1h});
    QTRY_VERIFY(made(host) == 2);
    CHECK(ahead->wait() == 1h);
    desk.press(Qt::Key_Shift);
    CHECK(ahead->wait() == 0ms);
    QTRY_VERIFY(ahead->wait() == 1h); // one more step
    QTest::mouseClick(desk.window.get(), Qt::LeftButton);
    CHECK(ahead->wait() == 0ms);
}
