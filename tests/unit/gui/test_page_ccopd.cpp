#include "gui/dialogs/document_menu.h"
#include "gui/pages/page_ccopd.h"
#include "gui/widgets/card.h"
#include "gui/widgets/finding_row.h"
#include "gui/widgets/text_area.h"
#include "support/example.h"
#include "test_page_support.h"

#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>

using namespace pagetest;
using namespace Qt::Literals::StringLiterals;
using gui::PageCcopd;

namespace
{

QString words(const QWidget *within)
{
    QStringList all;
    for (const QLabel *label : within->findChildren<QLabel *>())
        if (label->isVisibleTo(within))
            all << support::plain(label->text());
    return all.join(u'\n');
}

QList<gui::Card *> cards(const Shown<PageCcopd> &shown)
{
    return shown.page->findChildren<gui::Card *>();
}

} // namespace

TEST_CASE("Seven criteria, each with its answers, its thin points and its questions")
{
    const Shown<PageCcopd> shown(support::vallees(), {900, 700});
    REQUIRE(cards(shown).size() == 7);
    for (const gui::Card *card : cards(shown)) {
        const QString text = words(card);
        CHECK(text.contains(u"Ce que le projet y répond"_s));
        CHECK_FALSE(text.contains(u"Rien encore dans le projet."_s));
        CHECK(text.contains(u"questions probables"_s));
    }
}

TEST_CASE("A passage and a thin point lead to their page")
{
    const Shown<PageCcopd> shown(support::vallees(), {900, 700});
    QSignalSpy goTo(shown.page.get(), &gui::FormPage::goTo);
    QPushButton *jump = nullptr;
    for (QPushButton *each : cards(shown).front()->findChildren<QPushButton *>())
        if (!jump && each->text().startsWith(u"Territoire"_s))
            jump = each;
    REQUIRE(jump);
    press(jump, Qt::Key_Space);
    REQUIRE(goTo.size() == 1);
    CHECK(goTo.at(0).at(0).toString() == u"territoire"_s);
    CHECK(goTo.at(0).at(1).value<domain::FieldAddress>().table == u"commune"_s);

    const Shown<PageCcopd> empty;
    QSignalSpy fromEmpty(empty.page.get(), &gui::FormPage::goTo);
    auto *row = cards(empty).front()->findChild<gui::FindingRow *>();
    REQUIRE(row);
    press(row, Qt::Key_Return);
    CHECK(fromEmpty.size() == 1);
}

TEST_CASE("An answer is typed, stored, undone, the cards stay")
{
    const Shown<PageCcopd> shown;
    const domain::FieldAddress field{u"rubrique"_s, base::Id::fromKey(u"rubrique:ccopd-federer"_s), u"texte"_s};
    REQUIRE(shown.page->goToField(field));
    const QList<gui::Card *> before = cards(shown);
    REQUIRE(QTest::qWaitFor([&] { return qobject_cast<gui::TextArea *>(focused(shown)) != nullptr; }));
    type(focused(shown), u"Nous irons à Annot"_s);
    shown.page->flush();
    CHECK(domain::texteRubrique(shown.projet(), u"ccopd-federer"_s) == u"Nous irons à Annot"_s);
    shown.undo();
    CHECK(domain::texteRubrique(shown.projet(), u"ccopd-federer"_s).isEmpty());
    CHECK(cards(shown) == before);
}

TEST_CASE("A card follows the project")
{
    const Shown<PageCcopd> shown;
    const gui::Card *first = cards(shown).front();
    CHECK(words(first).contains(u"Rien encore dans le projet."_s));
    domain::Projet more = shown.projet();
    addCommune(more, u"04039"_s);
    REQUIRE(shown.dossier->edit(u"Essai"_s, domain::diff(shown.projet(), more)).ok());
    CHECK(QTest::qWaitFor([&] { return words(first).contains(u"Castellane"_s); }));
    CHECK_FALSE(words(first).contains(u"Rien encore dans le projet."_s));
}

TEST_CASE("The rehearsal is written as a document of work")
{
    const Shown<PageCcopd> shown(support::vallees());
    CHECK(shown.page->documents().menu()->actions().size() == 4);
    const QString path = shown.folder.filePath(u"ccopd.docx"_s);
    CHECK(shown.page->documents().writeTo(path, gui::Format::Docx, [&] { return shown.page->document(); }));
    CHECK(base::readFile(path).value().startsWith("PK"));
}

TEST_CASE("The rehearsal is filled before it shows, and not again when it comes to the front")
{
    const Shown<gui::PageCcopd> beside(support::vallees());
    PageCcopd page(*beside.context);
    const auto labels = page.findChildren<QLabel *>();
    CHECK(words(&page).count(u"Ce que le projet y répond"_s) == 7);
    page.shown();
    CHECK(page.findChildren<QLabel *>() == labels);
}
