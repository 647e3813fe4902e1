// The messages above the page: two at most, news goes with its page, what is wrong or lasting stays.
#include "gui/dialogs/document_menu.h"
#include "shell_desk.h"

using namespace shell;

namespace
{

QStringList seen(InfoBarStack &stack)
{
    QStringList subjects;
    for (const InfoBar *bar : stack.findChildren<InfoBar *>(QString(), Qt::FindDirectChildrenOnly))
        if (!bar->isHidden() && !bar->objectName().isEmpty())
            subjects << bar->objectName();
    subjects.sort();
    return subjects;
}

} // namespace

TEST_CASE("Two messages at most are seen, the problems and the last ones, the others wait for their turn")
{
    InfoBarStack stack;
    stack.show();
    stack.tell(u"a"_s, InfoBar::Tone::Information, u"un"_s);
    stack.tell(u"b"_s, InfoBar::Tone::Problem, u"deux"_s);
    CHECK(seen(stack) == QStringList{u"a"_s, u"b"_s});
    stack.tell(u"c"_s, InfoBar::Tone::Information, u"trois"_s);
    CHECK(seen(stack) == QStringList{u"b"_s, u"c"_s});
    stack.tell(u"d"_s, InfoBar::Tone::Warning, u"quatre"_s);
    CHECK(seen(stack) == QStringList{u"b"_s, u"d"_s});
    stack.dismiss(u"b"_s);
    CHECK(seen(stack) == QStringList{u"c"_s, u"d"_s});
    Q_EMIT stack.bar(u"c"_s)->closed(); // by its cross
    CHECK_FALSE(stack.bar(u"c"_s));
    CHECK(seen(stack) == QStringList{u"a"_s, u"d"_s});
}

TEST_CASE("Most serious first, and what waits is counted, and shown when asked by the keyboard")
{
    Desk desk;
    InfoBarStack &messages = desk.window->host().messages();
    auto *more = messages.findChild<QPushButton *>(u"autres-messages"_s);
    messages.tell(u"a"_s, InfoBar::Tone::Information, u"un"_s)->setLasting();
    messages.tell(u"b"_s, InfoBar::Tone::Warning, u"deux"_s);
    QTest::qWait(20);
    CHECK_FALSE(more->isVisible());
    messages.tell(u"c"_s, InfoBar::Tone::Problem, u"trois"_s);
    messages.tell(u"d"_s, InfoBar::Tone::Warning, u"quatre"_s);
    QTest::qWait(20);
    CHECK(seen(messages) == QStringList{u"c"_s, u"d"_s});
    CHECK(messages.bar(u"c"_s)->y() < messages.bar(u"d"_s)->y());
    REQUIRE(more->isVisible());
    CHECK(more->text().startsWith(u"2"_s));
    more->setFocus();
    QTest::keyClick(more, Qt::Key_Space);
    QTest::qWait(20);
    CHECK(seen(messages) == QStringList{u"a"_s, u"b"_s, u"c"_s, u"d"_s});
    CHECK(messages.bar(u"d"_s)->y() < messages.bar(u"b"_s)->y()); // the last one first
    CHECK(messages.bar(u"b"_s)->y() < messages.bar(u"a"_s)->y());
    CHECK(more->hasFocus());
    QTest::keyClick(more, Qt::Key_Space);
    CHECK(seen(messages) == QStringList{u"c"_s, u"d"_s});
    messages.dismiss(u"c"_s);
    messages.dismiss(u"b"_s);
    CHECK_FALSE(more->isVisible());
    CHECK(seen(messages) == QStringList{u"a"_s, u"d"_s});
}

TEST_CASE("News of a page goes at the next one, a problem and what is lasting stay")
{
    Desk desk;
    InfoBarStack &messages = desk.window->host().messages();
    desk.window->goTo(u"territoire"_s);
    messages.tell(u"export"_s, InfoBar::Tone::Information, u"Document enregistré."_s);
    messages.tell(u"duree"_s, InfoBar::Tone::Information, u"Enregistrement en cours."_s)->setLasting();
    messages.tell(u"erreur"_s, InfoBar::Tone::Problem, u"Rien n’a été écrit."_s);
    desk.window->goTo(u"territoire"_s); // the same page: nothing goes
    CHECK(messages.bar(u"export"_s));
    desk.window->goTo(u"fiches"_s);
    CHECK_FALSE(messages.bar(u"export"_s));
    CHECK(messages.bar(u"duree"_s));
    CHECK(messages.bar(u"erreur"_s));
    CHECK(seen(messages) == QStringList{u"duree"_s, u"erreur"_s});
}

TEST_CASE("What a page printed or wrote is told above it")
{
    Desk desk;
    desk.window->goTo(u"fiches"_s);
    Q_EMIT desk.window->host().currentPage()->written(desk.folder.filePath(u"fiche.pdf"_s));
    REQUIRE(desk.bar(u"export"_s));
    CHECK(desk.bar(u"export"_s)->sentence().contains(u"fiche.pdf"_s));
    CHECK(desk.bar(u"export"_s)->findChildren<QPushButton *>().size() == 1); // « Ouvrir le dossier »
    Q_EMIT desk.window->host().currentPage()->written({});
    CHECK(desk.bar(u"export"_s)->sentence() == u"Le document est envoyé à l’imprimante."_s);
}
