// A change of look, counted: each widget takes it once, and the pages that are not in front when they are shown.
#include "gui/shell/page_host.h"
#include "gui/theme/theme.h"
#include "gui/widgets/labels.h"
#include "shell_desk.h"

#include <map>
#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTest>
#include <QVBoxLayout>

using namespace shell;

namespace
{

// How many times each widget is told that its style is another.
struct Told final : QObject {
    std::map<const QWidget *, int> times;

    Told() { qApp->installEventFilter(this); }
    ~Told() override { qApp->removeEventFilter(this); }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::StyleChange && watched->isWidgetType())
            ++times[static_cast<QWidget *>(watched)];
        return false;
    }
    [[nodiscard]] int within(const QWidget *part) const
    {
        int told = 0;
        for (const auto &[widget, count] : times)
            told += widget == part || part->isAncestorOf(widget) ? count : 0;
        return told;
    }
    [[nodiscard]] int most() const
    {
        int most = 0;
        for (const auto &[widget, count] : times)
            most = std::max(most, count);
        return most;
    }
};

// The look of the application, and none after.
struct Themed {
    Theme *theme;

    Themed()
    {
        qDeleteAll(qApp->findChildren<Theme *>());
        theme = new Theme(*qApp);
    }
    ~Themed()
    {
        delete theme;
        qApp->setStyleSheet({});
    }
};

// What the style gave to each part of the page that has words.
QStringList looksOf(const QWidget *page)
{
    QStringList all;
    for (QWidget *each : page->findChildren<QWidget *>()) {
        const bool words = qobject_cast<QLabel *>(each) || qobject_cast<QAbstractButton *>(each) ||
                           qobject_cast<QLineEdit *>(each) || qobject_cast<QComboBox *>(each);
        if (!words || !each->isVisible())
            continue;
        const QSize size = each->sizeHint();
        all += u"%1 %2px %3 %4 %5×%6"_s.arg(QLatin1String(each->metaObject()->className()))
                   .arg(each->font().pixelSize())
                   .arg(each->font().weight())
                   .arg(each->palette().color(each->foregroundRole()).name())
                   .arg(size.width())
                   .arg(size.height());
    }
    return all;
}

// Once it is settled: a list that the theme colours is made again in a later turn.
QStringList looks(MainWindow &window, const QString &page)
{
    window.goTo(page);
    QStringList last;
    for (int turn = 0; turn < 12; ++turn) {
        QTest::qWait(60);
        QStringList now = looksOf(window.host().currentPage());
        if (turn > 1 && now == last)
            break;
        last = std::move(now);
    }
    return last;
}

} // namespace

TEST_CASE("Another size of text comes once to each widget, however deep it lies")
{
    const Themed themed;
    QWidget window;
    QWidget *at = &window;
    for (int depth = 0; depth < 20; ++depth) {
        auto *column = new QVBoxLayout(at);
        at = new QWidget(at);
        column->addWidget(at);
    }
    auto *title = plainLabel(u"Territoire"_s, TextRole::PageTitle, at);
    window.show();
    const int before = title->font().pixelSize();
    const Told told;
    themed.theme->setZoom(150);
    CHECK(told.times.at(title) == 1);
    CHECK(told.most() <= 2); // windows of Qt's own, too
    CHECK(title->font().pixelSize() == qRound(before * 1.5));
    themed.theme->setZoom(150);
    CHECK(told.times.at(title) == 1);
}

TEST_CASE("The page in front takes another size of text at once, the others when they are shown, once")
{
    const Themed themed;
    Desk desk;
    desk.window->goTo(u"porteur"_s);
    const FormPage *porteur = desk.window->host().currentPage();
    desk.window->goTo(u"missions"_s);
    const FormPage *missions = desk.window->host().currentPage();
    QTest::qWait(1);
    {
        const Told told;
        themed.theme->setZoom(120);
        themed.theme->setZoom(150);
        CHECK(told.within(porteur) == 0);
        CHECK(told.within(missions) > 50);
        CHECK(told.most() <= 2);
    }
    {
        const Told told;
        desk.window->goTo(u"porteur"_s);
        CHECK(told.within(porteur) > 20);
        CHECK(told.within(missions) == 0);
        CHECK(told.times.at(porteur) == 1);
    }
    const Told told;
    desk.window->goTo(u"missions"_s);
    desk.window->goTo(u"porteur"_s);
    CHECK(told.within(missions) == 0);
    CHECK(told.times.count(porteur) == 0);
}

TEST_CASE("A page that took the look late looks as one that was made with it")
{
    const Themed themed;
    const QStringList pages{u"porteur"_s, u"equipe"_s, u"diagnostic"_s, u"fiches"_s, u"relire"_s};
    std::map<QString, QStringList> before, late;
    {
        Desk desk;
        for (const QString &page : pages)
            before[page] = looks(*desk.window, page);
        themed.theme->setZoom(140);
        themed.theme->setMode(Theme::Mode::Dark);
        for (const QString &page : pages)
            late[page] = looks(*desk.window, page);
    }
    Desk desk;
    for (const QString &page : pages) {
        CAPTURE(page.toStdString());
        const QStringList fresh = looks(*desk.window, page);
        CHECK(fresh.size() > 5);
        CHECK(late[page].join(u'\n').toStdString() == fresh.join(u'\n').toStdString());
        CHECK(late[page] != before[page]);
    }
}
