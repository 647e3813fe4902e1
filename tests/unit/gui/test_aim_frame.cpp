// In a project that is only read, what a finding leads to is outlined: it can't have the keyboard.
#include "gui/pages/repeat_editor.h"
#include "gui/widgets/aim_frame.h"
#include "gui/widgets/card.h"
#include "gui/widgets/choice_box.h"
#include "test_page_support.h"

using namespace pagetest;
using namespace Qt::Literals::StringLiterals;
using gui::AimFrame;

namespace
{

struct Read {
    QTemporaryDir folder;
    base::FixedClock clock{QDateTime(QDate(2026, 11, 23), QTime(14, 32))};
    std::unique_ptr<dossier::Dossier> dossier;
    std::unique_ptr<gui::AppContext> context;
    std::unique_ptr<gui::FormPage> page;

    explicit Read(const QString &code, bool editable = false)
    {
        const QString path = folder.filePath(u"essai.cpts"_s);
        REQUIRE(dossier::Dossier::create(path, emptyProject(), clock).ok());
        const auto mode = editable ? dossier::Dossier::Mode::Edit : dossier::Dossier::Mode::ReadOnly;
        auto opened = dossier::Dossier::open(path, mode, clock);
        REQUIRE(opened.ok());
        dossier = std::move(opened.value());
        context.reset(new gui::AppContext{*dossier, officialData(), paca(), clock});
        page.reset(gui::allPages().at(code)(*context, nullptr));
        page->resize(790, 500);
        page->show();
        QApplication::setActiveWindow(page.get());
        QTest::qWait(1);
    }
    [[nodiscard]] AimFrame *frame() const
    {
        for (QWidget *each : page->findChildren<QWidget *>())
            if (auto *found = dynamic_cast<AimFrame *>(each))
                return found;
        return nullptr;
    }
    void goTo(const domain::FieldAddress &at) const
    {
        REQUIRE(page->goToField(at));
        QTest::qWait(250);
    }
};

QRect on(const QWidget *page, const QWidget *widget)
{
    return {widget->mapTo(page, QPoint()), widget->size()};
}

} // namespace

TEST_CASE("A choice of a project that is only read is outlined and in sight when a finding leads to it")
{
    const Read shown(u"organisation"_s);
    shown.goTo({u"structure"_s, {}, u"etatStatuts"_s});
    AimFrame *frame = shown.frame();
    REQUIRE(frame);
    REQUIRE(frame->target());
    CHECK(frame->target()->objectName() == u"structure.etatStatuts"_s);
    CHECK_FALSE(frame->target()->isEnabled());
    CHECK(on(shown.page.get(), frame).contains(on(shown.page.get(), frame->target())));
    CHECK(shown.page->rect().contains(on(shown.page.get(), frame)));
    CHECK_FALSE(frame->visibleRegion().isEmpty());
    const QImage seen = frame->grab().toImage();
    CHECK(seen.pixelColor(seen.width() / 2, 1) != seen.pixelColor(seen.width() / 2, 4));

    shown.page->resize(600, 500); // it follows
    QTest::qWait(50);
    CHECK(on(shown.page.get(), shown.frame()).contains(on(shown.page.get(), shown.frame()->target())));
    shown.page->hide();
    QTest::qWait(1);
    CHECK_FALSE(shown.frame());
}

TEST_CASE("A list without records is outlined too, and the outline goes to the next place")
{
    const Read shown(u"diagnostic"_s);
    shown.goTo({u"besoin"_s, {}, u"enonce"_s});
    REQUIRE(shown.frame());
    CHECK(qobject_cast<gui::EmptyState *>(shown.frame()->target()));
    CHECK(shown.frame()->isVisibleTo(shown.page.get()));
    shown.goTo({u"indicateur"_s, {}, u"intitule"_s});
    REQUIRE(shown.frame());
    CHECK(shown.frame()->isVisibleTo(shown.page.get()));
    int frames = 0;
    for (QWidget *each : shown.page->findChildren<QWidget *>())
        frames += dynamic_cast<AimFrame *>(each) ? 1 : 0;
    CHECK(frames == 1);
}

TEST_CASE("What takes the keyboard has its own border and no outline")
{
    const Read shown(u"organisation"_s, true);
    shown.goTo({u"structure"_s, {}, u"etatStatuts"_s});
    CHECK_FALSE(shown.frame());
    CHECK(shown.page->window()->focusWidget()->objectName() == u"structure.etatStatuts"_s);
}
