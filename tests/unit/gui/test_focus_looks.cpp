// Where the keyboard is, a person who sees badly sees it: every stop of every page looks otherwise when it has it.
#include "driving.h"
#include "gui/widgets/page_tabs.h"
#include "support/example.h"
#include "test_page_support.h"

#include <algorithm>
#include <QImage>
#include <QPushButton>
#include <QTabBar>
#include <QVBoxLayout>

using namespace pagetest;
using namespace Qt::Literals::StringLiterals;

namespace
{

// A page of any kind, in a window of its own.
struct PageOf {
    QTemporaryDir folder;
    base::FixedClock clock{QDateTime(QDate(2026, 11, 23), QTime(14, 32))};
    std::unique_ptr<dossier::Dossier> dossier;
    std::unique_ptr<gui::AppContext> context;
    std::unique_ptr<gui::FormPage> page;

    PageOf(const gui::PageMaker &maker, const domain::Projet &projet)
    {
        auto created = dossier::Dossier::create(folder.filePath(u"essai.cpts"_s), projet, clock);
        REQUIRE(created.ok());
        dossier = std::move(created.value());
        context.reset(new gui::AppContext{*dossier, officialData(), paca(), clock});
        page.reset(maker(*context, nullptr));
        page->resize(900, 660);
        driving::bring(*page);
        page->shown();
        QTest::qWait(40); // wrapped words settle in several turns
    }
    ~PageOf() { page.reset(); }
};

// Where two looks of a widget differ.
struct Difference {
    QRect box;
    int pixels = 0;
};

Difference differenceOf(const QImage &one, const QImage &other)
{
    Difference found;
    if (one.size() != other.size())
        return {one.rect(), one.width() * one.height()};
    for (int y = 0; y < one.height(); ++y)
        for (int x = 0; x < one.width(); ++x)
            if (one.pixel(x, y) != other.pixel(x, y)) {
                found.box |= QRect(x, y, 1, 1);
                ++found.pixels;
            }
    return found;
}

QImage lookOf(QWidget *widget)
{
    return widget->grab().toImage();
}

// A frame, or as much: as high as a line of text, and half of what surrounds it at least. A caret or a line of two
// pixels under a word is not seen.
bool isSeen(const Difference &difference, const QSize &widget)
{
    constexpr int line = 12; // pixels; a row that its layout has not grown yet is seen whole
    const QRect &box = difference.box;
    return box.height() >= std::min(line, widget.height()) && box.width() >= line &&
           difference.pixels >= box.width() + box.height();
}

std::string nameOf(const QWidget *widget)
{
    return std::string(widget->metaObject()->className()) + " « " + widget->accessibleName().toStdString() + " » " +
           widget->property("role").toString().toStdString();
}

void checkStops(QWidget &window, QWidget &elsewhere)
{
    for (QWidget *stop : driving::stops(window)) {
        if (stop == &elsewhere)
            continue;
        elsewhere.setFocus();
        const QImage without = lookOf(stop);
        stop->setFocus(Qt::TabFocusReason);
        if (!stop->hasFocus())
            continue;
        const Difference difference = differenceOf(without, lookOf(stop));
        INFO(nameOf(stop) << ": " << difference.pixels << " pixels in " << difference.box.width() << " by "
                          << difference.box.height());
        CHECK(isSeen(difference, stop->size()));
    }
}

} // namespace

TEST_CASE("What has the keyboard is seen, on every page, light and dark")
{
    const driving::Look look;
    for (const bool filled : {true, false}) {
        look.theme->setMode(filled ? gui::Theme::Mode::Light : gui::Theme::Mode::Dark);
        for (const auto &[code, maker] : gui::allPages()) {
            INFO(code.toStdString() << (filled ? "" : " empty"));
            PageOf page(maker, filled ? support::vallees() : emptyProject());
            QPushButton elsewhere(page.page.get());
            elsewhere.show();
            checkStops(*page.page, elsewhere);
        }
    }
}

TEST_CASE("A tab that has the keyboard has a whole frame, and its row keeps its width")
{
    const driving::Look look;
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    auto *other = new QPushButton(u"Ailleurs"_s);
    auto *tabs = new gui::PageTabs(u"Parties"_s);
    for (const QString &title : {u"Objectifs"_s, u"Actions"_s, u"Suivi"_s})
        tabs->addTab(title, [](QWidget *parent) { return new QWidget(parent); });
    column->addWidget(other);
    column->addWidget(tabs);
    window.resize(600, 200);
    driving::bring(window);
    tabs->setCurrentIndex(1);
    other->setFocus();
    const QRect tab = tabs->bar()->tabRect(1);
    const QImage without = lookOf(tabs->bar());
    tabs->bar()->setFocus(Qt::TabFocusReason);
    CHECK(tabs->bar()->tabRect(1) == tab);
    const QImage with = lookOf(tabs->bar());
    const QRect box = differenceOf(without, with).box;
    CHECK(box.height() >= tab.height() - 2);
    CHECK(box.width() >= tab.width() - 4);
    CHECK(tab.adjusted(-2, -2, 2, 2).contains(box));
}
