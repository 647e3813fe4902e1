// Small parts that place and tell: buttons that wrap, rows that become columns, a card that tells where things stand.
#include "driving.h"
#include "gui/forms/binder.h"
#include "gui/pages/adaptive_row.h"
#include "gui/pages/fiche_output.h"
#include "gui/pages/notice_card.h"
#include "gui/pages/wrap_layout.h"
#include "support/thread.h"
#include "test_page_support.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QSignalSpy>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;
using namespace gui;

namespace
{

// Buttons of one size in a layout that wraps.
struct Wrapped {
    QWidget window;
    WrapLayout *layout = new WrapLayout(&window);
    std::vector<QPushButton *> buttons;

    explicit Wrapped(int count)
    {
        for (int i = 0; i < count; ++i) {
            auto *button = new QPushButton(u"Bouton %1"_s.arg(i));
            button->setFixedSize(100, 30);
            layout->addWidget(button);
            buttons.push_back(button);
        }
    }
    void show(int width)
    {
        window.resize(width, 300);
        driving::bring(window);
        layout->activate();
    }
    [[nodiscard]] int lines() const
    {
        std::set<int> tops;
        for (const QPushButton *each : buttons)
            if (!each->isHidden())
                tops.insert(each->y());
        return int(tops.size());
    }
};

// A card on a project: the number of its needs, and one more at a press.
struct Told {
    QTemporaryDir folder;
    base::FixedClock clock{QDateTime(QDate(2026, 11, 23), QTime(14, 32))};
    std::unique_ptr<dossier::Dossier> dossier;
    std::unique_ptr<AppContext> context;
    std::unique_ptr<Binder> binder;
    QWidget window;
    std::unique_ptr<NoticeCard> card;

    explicit Told(const NoticeCard::Tell &tell, const NoticeCard::Act &act = {})
    {
        auto created = dossier::Dossier::create(folder.filePath(u"essai.cpts"_s), pagetest::emptyProject(), clock);
        REQUIRE(created.ok());
        dossier = std::move(created.value());
        context.reset(new AppContext{*dossier, pagetest::officialData(), pagetest::paca(), clock});
        binder = std::make_unique<Binder>(*dossier);
        card = std::make_unique<NoticeCard>(u"Où en est-on"_s, tell, act, *context, *binder);
        (new QVBoxLayout(&window))->addWidget(card.get()); // as on a page: it is given the height of its words
        driving::bring(window);
        card->setVisible(!tell(dossier->projet()).lines.empty());
    }
    void addNeed(const QString &text) const
    {
        REQUIRE(dossier
                    ->edit(u"Ajouter"_s, domain::inserting(dossier->projet(), u"besoin"_s, base::Id::create(),
                                                           {{u"enonce"_s, domain::Value(text)}}))
                    .ok());
        QTest::qWait(1); // new lines show with the next turn
    }
};

Notice countOf(const domain::Projet &projet)
{
    Notice notice;
    if (projet.besoins.size() > 0)
        notice.lines.push_back({u"%1 besoin(s)"_s.arg(projet.besoins.size()), TextRole::Body});
    notice.button = projet.besoins.size() == 1 ? u"Vider"_s : QString();
    return notice;
}

} // namespace

TEST_CASE("A group whose buttons are all hidden takes no click from those that are seen")
{
    QWidget window;
    auto *lines = new WrapLayout(&window);
    auto *shown = new QPushButton(u"Ajouter"_s);
    lines->addWidget(shown);
    auto *group = new QWidget(&window);
    auto *inner = new WrapLayout(group);
    auto *hidden = new QPushButton(u"Retirer"_s);
    inner->addWidget(hidden);
    lines->addWidget(group);
    hidden->hide();
    window.resize(400, 200);
    driving::bring(window);
    CHECK(window.childAt(shown->geometry().topLeft() + QPoint(4, 4)) == shown);
    CHECK(window.childAt(shown->geometry().center()) == shown);
    hidden->show();
    QTest::qWait(1);
    CHECK(window.childAt(hidden->mapTo(&window, hidden->rect().center())) == hidden);
    hidden->hide();
    QTest::qWait(1);
    CHECK(group->size().isEmpty());
}

TEST_CASE("Buttons stand on one line while there is room, then on as many as they need, none cut nor one over another")
{
    Wrapped wrapped(5);
    wrapped.show(5 * 108);
    CHECK(wrapped.lines() == 1);
    wrapped.show(330);
    CHECK(wrapped.lines() == 2);
    wrapped.show(110);
    CHECK(wrapped.lines() == 5);
    for (size_t at = 0; at < wrapped.buttons.size(); ++at)
        for (size_t other = at + 1; other < wrapped.buttons.size(); ++other)
            CHECK_FALSE(wrapped.buttons[at]->geometry().intersects(wrapped.buttons[other]->geometry()));
    CHECK(wrapped.layout->heightForWidth(110) == 5 * 30 + 4 * 8);
    CHECK(wrapped.layout->heightForWidth(330) == 2 * 30 + 8);
    CHECK(wrapped.layout->minimumSize() == QSize(100, 30));
}

TEST_CASE("A button that is hidden takes no place in a line that wraps, and takes it again when it shows")
{
    Wrapped wrapped(3);
    wrapped.show(330);
    const int before = wrapped.buttons[2]->x();
    wrapped.buttons[1]->hide();
    wrapped.layout->activate();
    CHECK(wrapped.buttons[2]->x() < before);
    wrapped.buttons[1]->show();
    wrapped.layout->activate();
    CHECK(wrapped.buttons[2]->x() == before);
    for (QPushButton *each : wrapped.buttons)
        each->hide();
    CHECK(wrapped.layout->heightForWidth(300) == 0);
    CHECK_FALSE(wrapped.layout->itemAt(3));
    CHECK_FALSE(wrapped.layout->takeAt(-1));
}

TEST_CASE("A row becomes a column under its bound, at the size of the text, and a row again")
{
    const driving::Look look;
    QWidget window;
    auto *row = new AdaptiveRow(&window);
    row->setThreshold(400);
    auto *line = new QHBoxLayout(row);
    for (int i = 0; i < 2; ++i)
        line->addWidget(new QPushButton(u"Bouton"_s));
    driving::bring(window);
    const auto stacked = [row, line](int width) {
        row->resize(width, 200);
        QTest::qWait(1);
        return line->direction() == QBoxLayout::TopToBottom;
    };
    CHECK_FALSE(stacked(420));
    CHECK(stacked(380));
    CHECK_FALSE(stacked(420));
    look.theme->setZoom(200);
    CHECK(stacked(700)); // as many words as in 350 pixels
    CHECK_FALSE(stacked(820));
    CHECK(row->minimumSizeHint().width() < 2 * line->itemAt(0)->minimumSize().width());
}

TEST_CASE("A card tells again after each edit, hides when there is nothing to tell, and never shows a stale line")
{
    const Told told(countOf);
    CHECK(told.card->isHidden());
    told.addNeed(u"Accès"_s);
    CHECK_FALSE(told.card->isHidden());
    CHECK(driving::words(*told.card).contains(u"1 besoin(s)"_s));
    told.addNeed(u"Prévention"_s);
    CHECK(driving::words(*told.card).contains(u"2 besoin(s)"_s));
    CHECK_FALSE(driving::words(*told.card).contains(u"1 besoin(s)"_s));
    REQUIRE(told.dossier->undo().ok());
    REQUIRE(told.dossier->undo().ok());
    CHECK(told.card->isHidden());
    REQUIRE(told.dossier->redo().ok());
    QTest::qWait(1);
    CHECK(driving::words(*told.card).contains(u"1 besoin(s)"_s));
}

TEST_CASE("The button of a card does its work as one step of its own words, and goes when there is nothing to do")
{
    const Told told(countOf, [](const domain::Projet &projet) {
        return domain::removing(projet, u"besoin"_s, projet.besoins.begin()->first);
    });
    told.addNeed(u"Accès"_s);
    driving::click(*told.card, u"Vider"_s);
    CHECK(told.dossier->projet().besoins.empty());
    CHECK(told.dossier->undoLabel() == u"Vider"_s);
    REQUIRE(told.dossier->undo().ok());
    CHECK(driving::button(*told.card, u"Vider"_s));
    told.addNeed(u"Prévention"_s);
    CHECK_FALSE(driving::button(*told.card, u"Vider"_s));
}

TEST_CASE("A fiche is written under its own name, a calendar without a project's name under a whole one")
{
    domain::Projet projet = pagetest::emptyProject();
    const base::Id fiche = support::addFiche(projet, u"a"_s, u"Accès / soins : « urgences » ?"_s);
    domain::EtapeAction &step = projet.etapesAction.insert(base::Id::fromKey(u"etape:a"_s));
    step.fiche = fiche;
    step.rang = u"a"_s;
    step.debut = QDate(2027, 1, 4);
    step.fin = QDate(2027, 3, 31);
    QTemporaryDir folder;
    base::FixedClock clock{QDateTime(QDate(2026, 11, 23), QTime(14, 32))};
    auto created = dossier::Dossier::create(folder.filePath(u"essai.cpts"_s), projet, clock);
    REQUIRE(created.ok());
    const AppContext context{*created.value(), pagetest::officialData(), pagetest::paca(), clock};
    QWidget window;
    FicheOutput output(context, &window);
    QString answer;
    QStringList proposed;
    const auto reply = [&](QWidget *, const QString &, const QString &path, const QString &) {
        proposed << QFileInfo(path).fileName();
        return answer;
    };
    output.setFiles({reply, reply});
    QSignalSpy failed(&output, &FicheOutput::failed);
    output.exportFiche(fiche, formats::Format::Docx);              // the user changed their mind
    output.exportFiche(base::Id::create(), formats::Format::Docx); // gone meanwhile: nothing is asked
    output.exportCalendar({}, u"svg"_s);
    REQUIRE(proposed.size() == 2);
    CHECK(proposed[0].endsWith(u".docx"_s));
    for (const QChar c : {u'/', u':', u'?', u'"'})
        CHECK_FALSE(proposed[0].contains(c));
    CHECK(proposed[1] == u"Calendrier.svg"_s);
    CHECK(failed.isEmpty());
    CHECK(QDir(folder.path()).entryList({u"*.docx"_s, u"*.svg"_s}, QDir::Files).isEmpty());
    answer = folder.filePath(u"fiche"_s);
    output.exportFiche(fiche, formats::Format::Docx);
    CHECK(QFileInfo(folder.filePath(u"fiche.docx"_s)).size() > 1'000);
    answer = folder.filePath(u"absent/fiche.docx"_s);
    output.exportFiche(fiche, formats::Format::Docx);
    CHECK(failed.count() == 1);
}
