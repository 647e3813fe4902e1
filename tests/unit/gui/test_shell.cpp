// The main window on the example project: its panes, its keys, the way from page to page.
#include "base/typography.h"
#include "gui/dialogs/backups_dialog.h"
#include "gui/dialogs/data_import_dialog.h"
#include "gui/dialogs/export_dialog.h"
#include "gui/dialogs/message_dialog.h"
#include "gui/dialogs/new_project_dialog.h"
#include "gui/pages/page_fiches.h"
#include "gui/pages/project_calendar.h"
#include "gui/pages/steps_panel.h"
#include "gui/shell/expectation_pane.h"
#include "gui/shell/page_host.h"
#include "gui/shell/recent_row.h"
#include "gui/theme/icons.h"
#include "gui/widgets/date_field.h"
#include "gui/widgets/finding_row.h"
#include "gui/widgets/format_commands.h"
#include "gui/widgets/page_tabs.h"
#include "gui/widgets/text_line.h"
#include "shell_desk.h"
#include "support/catch.h"

#include <algorithm>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableWidget>
#include <QTest>
#include <set>

using namespace Qt::Literals::StringLiterals;
using namespace gui;
using namespace shell;
using domain::Value;

TEST_CASE("Every page of the left pane opens, in order, and nothing dead is there")
{
    Desk desk;
    const auto &items = desk.window->navigation().items();
    REQUIRE(items.size() >= 7);
    for (NavigationItem *item : items) {
        item->click();
        CHECK(desk.window->host().currentCode() == item->page());
        CHECK(item->isChecked());
        CHECK(item->accessibleName().startsWith(item->text()));
    }
}

TEST_CASE("The page in front chosen once more gives the fiches back where the calendar of the project stood")
{
    Desk desk;
    desk.window->goTo(u"fiches"_s);
    auto *page = dynamic_cast<PageFiches *>(desk.window->host().currentPage());
    REQUIRE(page);
    page->showCalendar(true);
    REQUIRE(page->findChild<ProjectCalendar *>()->isVisible());
    for (NavigationItem *item : desk.window->navigation().items())
        if (item->page() == u"fiches"_s)
            item->click();
    CHECK_FALSE(page->findChild<ProjectCalendar *>()->isVisible());
    CHECK(desk.window->host().currentPage() == page);
}

TEST_CASE("The left pane tells the state of the pages in words")
{
    auto projet = domain::nouveauProjet(u"CPTS"_s, u"paca-2022"_s, u"2026"_s, QDate(2026, 11, 23));
    Desk desk(projet);
    bool review = false;
    for (NavigationItem *item : desk.window->navigation().items())
        review = review || item->detail().endsWith(u"à voir"_s);
    const auto states = controle::pageStates(controle::check(projet, officialData(), desk.clock.today()), projet);
    for (NavigationItem *item : desk.window->navigation().items())
        if (const auto state = states.find(item->page()); state != states.end()) {
            const bool empty = state->second.type == controle::PageState::Type::Empty;
            CHECK((item->mark() == Mark::Empty) == empty);
        }
}

TEST_CASE("Next and previous follow the trame, and say where we are")
{
    Desk desk;
    desk.window->goTo(u"territoire"_s);
    QStringList texts;
    for (const QLabel *label : desk.window->host().findChildren<QLabel *>())
        texts += label->text();
    CHECK(texts.contains(u"Page 2 sur 7 de la lettre d’intention"_s));
    desk.press(Qt::Key_PageDown, Qt::ControlModifier);
    CHECK(desk.window->host().currentCode() == u"partenariats"_s);
    desk.press(Qt::Key_PageUp, Qt::ControlModifier);
    CHECK(desk.window->host().currentCode() == u"territoire"_s);
}

TEST_CASE("Ctrl+Page suivante and précédente reach every page of the left pane, in order")
{
    Desk desk;
    PageHost &host = desk.window->host();
    const auto &entries = host.entries();
    desk.window->goTo(entries.front().code);
    for (size_t at = 1; at < entries.size(); ++at) {
        desk.press(Qt::Key_PageDown, Qt::ControlModifier);
        REQUIRE(host.currentCode() == entries[at].code);
    }
    for (size_t at = entries.size() - 1; at-- > 0;) {
        desk.press(Qt::Key_PageUp, Qt::ControlModifier);
        REQUIRE(host.currentCode() == entries[at].code);
    }
}

TEST_CASE("After the last page of the lettre it is read again, and a section that is no document has no numbers")
{
    Desk desk;
    PageHost &host = desk.window->host();
    const auto texts = [&host] {
        QStringList all;
        for (const QLabel *label : host.findChildren<QLabel *>())
            all += label->text();
        return all;
    };
    const auto onwards = [&host]() -> QPushButton * {
        for (QPushButton *each : host.findChildren<QPushButton *>())
            if (each->accessibleName().startsWith(u"Page suivante : "_s))
                return each;
        return nullptr;
    };
    desk.window->goTo(u"calendrier"_s);
    REQUIRE(onwards());
    CHECK(onwards()->text() == u"Relire et exporter →"_s);
    onwards()->click();
    CHECK(host.currentCode() == u"relire"_s);
    desk.window->goTo(u"diagnostic"_s); // nothing else is moved
    CHECK(onwards()->text() == u"Offre et articulation →"_s);
    desk.window->goTo(u"pieces"_s);
    CHECK(texts().contains(u"Préparer l’envoi"_s));
    CHECK(texts().filter(u"age 3 sur"_s).isEmpty());
}

TEST_CASE("An import asked by a page opens on its kind of data")
{
    Desk desk;
    desk.window->goTo(u"diagnostic"_s);
    Q_EMIT desk.window->host().currentPage()->importAsked(u"indicateurs"_s);
    const auto *dialog = desk.window->findChild<DataImportDialog *>();
    REQUIRE(dialog);
    const auto boxes = dialog->findChildren<QComboBox *>();
    CHECK(std::any_of(boxes.begin(), boxes.end(),
                      [](const QComboBox *box) { return box->currentData().toString() == u"indicateurs"_s; }));
}

TEST_CASE("Undo and redo from the keyboard show the field they changed")
{
    Desk desk;
    desk.window->goTo(u"porteur"_s, {u"identite"_s, {}, u"nom"_s});
    QTest::qWait(20);
    auto *name = qobject_cast<TextLine *>(QApplication::focusWidget());
    REQUIRE(name);
    const QString before = name->text();
    QTest::keyClick(name, Qt::Key_End);
    QTest::keyClicks(name, u"!!"_s);
    desk.window->goTo(u"missions"_s); // leaving the page stores
    CHECK(desk.dossier().projet().identite.nom == before + u"!!"_s);
    CHECK(desk.window->actions()[Command::Undo].text().contains(u"Nom du projet"_s));
    desk.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(desk.window->host().currentCode() == u"porteur"_s);
    CHECK(name->text() == before);
    QTest::qWait(20);
    CHECK(QApplication::focusWidget() == name);
    desk.press(Qt::Key_Y, Qt::ControlModifier);
    CHECK(name->text() == before + u"!!"_s);
}

TEST_CASE("An undo brings the tab where it was to the front, and says how many records came or went")
{
    Desk desk;
    const domain::Projet &projet = desk.dossier().projet();
    const auto fiche = domain::inOrder(projet.fiches).front().first;
    desk.window->goTo(u"fiches"_s, {u"fiche"_s, fiche, u"intitule"_s});
    domain::Projet more = projet;
    for (int i = 0; i < 2; ++i)
        more.indicateursAction.insert(base::Id::create()).fiche = fiche;
    REQUIRE(desk.dossier().edit(u"Coller un tableau"_s, domain::diff(projet, more)).ok());
    const auto said = [&desk](const QString &text) {
        for (const QLabel *label : desk.window->findChildren<QLabel *>())
            if (label->isVisible() && label->text() == text)
                return true;
        return false;
    };
    auto *tabs = desk.window->host().currentPage()->findChild<PageTabs *>();
    REQUIRE(tabs);
    CHECK(tabs->currentIndex() == 0);
    desk.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(tabs->currentIndex() == 4);
    CHECK(said(u"2 indicateurs d’actions retirés."_s));
    tabs->setCurrentIndex(0);
    desk.press(Qt::Key_Y, Qt::ControlModifier);
    CHECK(tabs->currentIndex() == 4);
    CHECK(said(u"2 indicateurs d’actions ajoutés."_s));
}

TEST_CASE("A record that an undo brings back is told by its name, and what was told before never stays")
{
    Desk desk;
    const auto [id, fiche] = domain::inOrder(desk.dossier().projet().fiches).front();
    const QString name = fiche->intitule;
    REQUIRE(desk.dossier().edit(u"Retirer"_s, domain::removing(desk.dossier().projet(), u"fiche"_s, id)).ok());
    REQUIRE(desk.dossier().edit(u"Nommer"_s, naming(desk.dossier().projet(), u"Autre nom"_s)).ok());
    const auto said = [&desk](const QString &text) {
        for (const QLabel *label : desk.window->findChildren<QLabel *>())
            if (label->isVisible() && label->text() == text)
                return true;
        return false;
    };
    const QString told = base::frenchTypography(u"Fiche-action « %1 » revenue."_s.arg(name.left(60)));
    desk.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK_FALSE(said(told));
    desk.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(said(told));
    desk.press(Qt::Key_Y, Qt::ControlModifier);
    CHECK_FALSE(said(told));
    desk.press(Qt::Key_Y, Qt::ControlModifier); // a name: nothing came or went
    CHECK_FALSE(said(u"1 fiche-action retirée."_s));
}

TEST_CASE("A date reached by its address is written anew, and one that can't be read is told before the documents")
{
    auto projet = example();
    projet.identite.etabliLe = QDate(2028, 2, 15);
    Desk desk(projet);
    desk.window->goTo(u"relire"_s);
    CHECK_FALSE(desk.bar(u"illisible"_s));
    const domain::FieldAddress date{u"identite"_s, {}, u"etabliLe"_s};
    desk.window->goTo({}, date);
    QTest::qWait(20);
    const QString page = desk.window->host().currentCode();
    auto *line = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    REQUIRE(line);
    CHECK(line->selectedText() == u"15/02/2028"_s);
    QTest::keyClicks(line, u"26/11/2026"_s);
    CHECK(line->text() == u"26/11/2026"_s);

    line->selectAll();
    QTest::keyClicks(line, u"26/11/202615"_s);
    desk.window->goTo(u"relire"_s);
    InfoBar *told = desk.bar(u"illisible"_s);
    REQUIRE(told);
    INFO(told->sentence().toStdString());
    CHECK(told->sentence().startsWith(u"La date affichée dans "_s));
    CHECK(told->sentence().endsWith(u"n’est pas lisible : le document garde l’ancienne."_s));
    for (QPushButton *each : told->findChildren<QPushButton *>())
        if (each->text() == u"Corriger"_s)
            QTest::mouseClick(each, Qt::LeftButton);
    QTest::qWait(20);
    CHECK(desk.window->host().currentCode() == page);
    CHECK(QApplication::focusWidget() == line);
    CHECK(line->selectedText() == line->text());
    QTest::keyClicks(line, u"26/11/2026"_s);
    desk.window->goTo(u"relire"_s);
    CHECK_FALSE(desk.bar(u"illisible"_s));
    CHECK(desk.dossier().projet().identite.etabliLe == QDate(2026, 11, 26));
}

TEST_CASE("A line reached by its address is selected whole, a long text is gone on with at its end")
{
    Desk desk;
    desk.window->goTo({}, {u"structure"_s, {}, u"nom"_s});
    QTest::qWait(20);
    auto *line = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    REQUIRE(line);
    CHECK_FALSE(line->text().isEmpty());
    CHECK(line->selectedText() == line->text());
    desk.window->goTo({}, {u"rubrique"_s, domain::Id::fromKey(u"rubrique:organisation"_s), u"texte"_s});
    QTest::qWait(20);
    auto *text = qobject_cast<QPlainTextEdit *>(QApplication::focusWidget());
    REQUIRE(text);
    CHECK(text->textCursor().position() > 0);
    CHECK(text->textCursor().atEnd());
}

TEST_CASE("A date of the five steps that can't be read is told before the documents, and found again")
{
    Desk desk;
    desk.window->goTo(u"etapes"_s);
    auto *steps = desk.window->findChild<StepsPanel *>();
    REQUIRE(steps);
    DateField *field = steps->dateOf(u"ccopd"_s, false);
    REQUIRE(field);
    auto *line = qobject_cast<QLineEdit *>(field->focusTarget());
    REQUIRE(line);
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, u"au printemps"_s);
    desk.window->goTo(u"relire"_s);
    InfoBar *told = desk.bar(u"illisible"_s);
    REQUIRE(told);
    INFO(told->sentence().toStdString());
    CHECK(told->sentence().startsWith(u"La date affichée dans "_s));
    desk.press(u"illisible"_s, u"Corriger"_s);
    QTest::qWait(20);
    CHECK(desk.window->host().currentCode() == u"etapes"_s);
    CHECK(QApplication::focusWidget() == line);
    QTest::keyClicks(line, u"26/11/2026"_s);
    desk.window->goTo(u"relire"_s);
    CHECK_FALSE(desk.bar(u"illisible"_s));
}

TEST_CASE("A page opened again begins at its top, with the keyboard in sight")
{
    Desk desk;
    desk.window->goTo(u"mobilisation"_s);
    QTest::qWait(50);
    auto *scroll = desk.window->host().currentPage()->findChild<QScrollArea *>();
    REQUIRE(scroll);
    REQUIRE(scroll->verticalScrollBar()->maximum() > 0);
    scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum());
    desk.press(Qt::Key_PageDown, Qt::ControlModifier);
    CHECK(desk.window->host().currentCode() == u"missions"_s);
    desk.press(Qt::Key_PageUp, Qt::ControlModifier);
    QTest::qWait(250);
    const QWidget *at = desk.window->focusWidget();
    REQUIRE(scroll->isAncestorOf(at));
    CHECK(scroll->viewport()->rect().contains(at->mapTo(scroll->viewport(), at->rect().center())));
    CHECK(scroll->verticalScrollBar()->value() == 0);
}

TEST_CASE("A page reached by a link is at its top, with the keyboard in its first field")
{
    Desk desk;
    desk.window->goTo(u"equipe"_s);
    desk.window->host().focusPage();
    desk.window->goTo(u"fiches"_s);
    QTest::qWait(250);
    FormPage *page = desk.window->host().currentPage();
    REQUIRE(page->isAncestorOf(desk.window->focusWidget()));
    CHECK(page->findChild<QScrollArea *>()->verticalScrollBar()->value() == 0);
}

TEST_CASE("After the last field of a page, Tab goes to the buttons below it, as they are read")
{
    Desk desk;
    desk.window->goTo(u"porteur"_s);
    QTest::qWait(20);
    const FormPage *page = desk.window->host().currentPage();
    desk.window->host().focusPage();
    for (int turn = 0; turn < 50 && page->isAncestorOf(desk.window->focusWidget()); ++turn)
        desk.press(Qt::Key_Tab);
    const auto *button = qobject_cast<QPushButton *>(desk.window->focusWidget());
    REQUIRE(button);
    CHECK(button->accessibleName().startsWith(u"Page précédente"_s));
    desk.press(Qt::Key_Tab);
    REQUIRE(desk.window->focusWidget());
    CHECK(desk.window->focusWidget()->accessibleName().startsWith(u"Page suivante"_s));
}

TEST_CASE("The size of the text is told when it changes")
{
    Theme theme(*qApp);
    Desk desk;
    desk.environment.theme = &theme;
    const auto said = [&desk](const QString &text) {
        for (const QLabel *label : desk.window->findChildren<QLabel *>())
            if (label->text() == text && label->isVisible())
                return true;
        return false;
    };
    desk.window->actions()[Command::ZoomIn].trigger();
    CHECK(said(u"Texte\u00A0: 110\u00A0%"_s));
    desk.window->actions()[Command::ZoomReset].trigger();
    CHECK(said(u"Texte\u00A0: 100\u00A0%"_s));
    qApp->setStyleSheet(QString());
}

TEST_CASE("Ctrl+Z in a field undoes what is being typed there")
{
    Desk desk;
    desk.window->goTo(u"porteur"_s, {u"identite"_s, {}, u"nom"_s});
    QTest::qWait(20);
    auto *name = qobject_cast<TextLine *>(QApplication::focusWidget());
    REQUIRE(name);
    const QString before = name->text();
    QTest::keyClicks(name, u"zz"_s);
    desk.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(name->text() == before);
}

TEST_CASE("A finding leads to its field")
{
    auto projet = example();
    projet.identite.nom.clear();
    Desk desk(projet);
    desk.window->goTo(u"porteur"_s);
    FindingRow *open = nullptr;
    for (FindingRow *row : desk.window->findChildren<FindingRow *>())
        if (row->finding().severity != controle::Severity::Fulfilled && row->finding().page == u"porteur"_s)
            open = row;
    REQUIRE(open);
    CHECK(open->accessibleName().contains(open->finding().sentence));
    open->setFocus();
    QTest::keyClick(open, Qt::Key_Return);
    QTest::qWait(20);
    CHECK(qobject_cast<TextLine *>(QApplication::focusWidget()));
}

TEST_CASE("What both documents ask of a page is told once")
{
    Desk desk;
    desk.window->goTo(u"territoire"_s);
    QStringList sentences;
    for (const FindingRow *row : desk.window->findChild<ExpectationPane *>()->findChildren<FindingRow *>())
        sentences << row->finding().sentence;
    REQUIRE(sentences.size() > 5);
    CHECK(sentences.removeDuplicates() == 0);
}

TEST_CASE("Beside a fiche, its own check, and below the way to the next fiche, then to the next page")
{
    auto projet = example();
    for (const auto &[id, fiche] : domain::inOrder(projet.fiches))
        projet.fiches.find(id)->coordonnateur = {};
    Desk desk(projet);
    desk.window->goTo(u"fiches"_s);
    const auto *pane = desk.window->findChild<ExpectationPane *>();
    const auto gaps = [&](const QString &criterion) {
        QStringList told;
        for (const FindingRow *row : pane->findChildren<FindingRow *>())
            if (row->finding().criterion == criterion && row->finding().severity != controle::Severity::Fulfilled)
                told << row->finding().sentence;
        return told;
    };
    const auto fiches = qsizetype(projet.fiches.size());
    const QStringList first = gaps(u"projet.fiches-coordonnateur"_s);
    CHECK(first.size() == fiches); // one of them in the check of the fiche, and not once more in the list
    CHECK(first.front() == u"Coordonnateur de l’action\u00A0: à désigner");
    QPushButton *next = nullptr;
    for (QPushButton *each : desk.window->host().findChildren<QPushButton *>())
        if (each->accessibleName() == u"Fiche suivante")
            next = each;
    REQUIRE(next);
    CHECK(next->text() == u"Fiche suivante →");
    for (qsizetype i = 1; i < fiches; ++i) {
        CHECK(desk.window->host().currentCode() == u"fiches");
        next->click();
    }
    CHECK(next->accessibleName().startsWith(u"Page suivante : "_s));
    next->click();
    CHECK(desk.window->host().currentCode() == u"etapes");
}

TEST_CASE("The keyboard stays on its finding when the list of the page is made again")
{
    auto projet = example();
    projet.identite.nom.clear();
    Desk desk(projet);
    desk.window->goTo(u"porteur"_s);
    auto *pane = desk.window->findChild<ExpectationPane *>();
    pane->focusFirst();
    const auto *before = qobject_cast<FindingRow *>(QApplication::focusWidget());
    REQUIRE(before);
    const controle::Finding held = before->finding();
    const auto other = domain::settingChamp(desk.dossier().projet(),
                                            *domain::parseChamp(u"identite.porteur/telephone"_s), Value(u"04 00"_s));
    REQUIRE(desk.dossier().edit(u"Modifier le téléphone"_s, other).ok());
    QTest::qWait(1500); // the list follows a moment later
    const auto *after = qobject_cast<FindingRow *>(QApplication::focusWidget());
    REQUIRE(after);
    CHECK(pane->isAncestorOf(after));
    CHECK(after->finding().criterion == held.criterion);
}

TEST_CASE("F6 goes round the panes, F1 opens and closes the right one, Escape closes it when folded")
{
    Desk desk;
    desk.window->goTo(u"porteur"_s);
    auto *side = desk.window->findChild<ExpectationPane *>();
    REQUIRE(side->isVisible());
    std::set<const QWidget *> visited;
    for (int i = 0; i < 4; ++i) {
        desk.press(Qt::Key_F6);
        const QWidget *focus = QApplication::focusWidget();
        REQUIRE(focus);
        for (const QWidget *pane : std::initializer_list<const QWidget *>{
                 &desk.window->navigation(), &desk.window->host(), side, &desk.window->topBar()})
            if (pane->isAncestorOf(focus))
                visited.insert(pane);
    }
    CHECK(visited.size() == 4);
    desk.press(Qt::Key_F1);
    CHECK_FALSE(side->isVisible());
    desk.press(Qt::Key_F1);
    CHECK(side->isVisible());
    desk.window->resize(1000, 700);
    desk.press(Qt::Key_Escape);
    CHECK_FALSE(side->isVisible());
}

TEST_CASE("Under 1200 px the right pane folds by itself")
{
    Desk desk;
    desk.window->goTo(u"porteur"_s);
    auto *side = desk.window->findChild<ExpectationPane *>();
    CHECK(side->isVisible());
    desk.window->resize(1100, 700);
    CHECK_FALSE(side->isVisible());
    desk.window->resize(1300, 700);
    CHECK(side->isVisible());
}

TEST_CASE("Every shortcut belongs to one command, and the commands of the rules are there")
{
    std::set<QString> seen;
    for (const CommandInfo &info : commands()) {
        CHECK_FALSE(info.text.isEmpty());
        for (const QKeySequence &keys : info.keys) {
            INFO(keys.toString().toStdString());
            CHECK(seen.insert(keys.toString()).second);
        }
    }
    for (const QString &keys : {u"Ctrl+S"_s, u"Ctrl+Z"_s, u"Ctrl+Y"_s, u"Ctrl+F"_s, u"Ctrl+P"_s, u"Ctrl+N"_s,
                                u"Ctrl+O"_s, u"Ctrl+W"_s, u"F6"_s, u"F1"_s, u"Ctrl+PgUp"_s, u"Ctrl+PgDown"_s})
        CHECK(seen.contains(keys));
}

TEST_CASE("Keys of long texts are no commands of the window, and the list of keys tells them all")
{
    std::set<QString> window;
    for (const CommandInfo &info : commands())
        for (const QKeySequence &keys : info.keys)
            window.insert(keys.toString());
    const ShortcutsDialog dialog;
    const auto *table = dialog.findChild<QTableWidget *>();
    REQUIRE(table);
    QStringList told;
    for (int row = 0; row < table->rowCount(); ++row)
        told += table->item(row, 0)->text() + u' ' + table->item(row, 1)->text();
    std::set<QString> seen;
    for (const FormatCommandInfo &info : formatCommands()) {
        const QString keys = info.key.toString();
        INFO(keys.toStdString());
        CHECK(window.count(keys) == 0);
        CHECK(seen.insert(keys).second);
        CHECK(told.filter(info.key.toString(QKeySequence::NativeText) + u' ').filter(u"texte long"_s).size() == 1);
        CHECK((info.icon.isEmpty() || !icon(info.icon).isNull()));
    }
}

TEST_CASE("Everything that takes the keyboard has a name, on every page and in every dialog")
{
    Desk desk;
    const auto check = [](const QWidget &root, const QString &where) {
        for (const QWidget *each : root.findChildren<QWidget *>()) {
            if (!(each->focusPolicy() & Qt::TabFocus) || !each->isVisibleTo(&root) || each->focusProxy())
                continue;
            const QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(each));
            INFO(where.toStdString() << ": " << each->metaObject()->className() << " "
                                     << each->objectName().toStdString());
            CHECK((spoken && !spoken->text(QAccessible::Name).isEmpty()));
        }
    };
    for (const PageEntry &entry : desk.window->host().entries()) {
        desk.window->goTo(entry.code);
        check(*desk.window, entry.code);
    }
    check(NewProjectDialog(officialData().professions(), desk.folder.path()), u"nouveau"_s);
    check(ExportDialog(paca(), false), u"exporter"_s);
    check(ShortcutsDialog(), u"raccourcis"_s);
    check(AboutDialog(), u"à propos"_s);
    check(BackupsDialog({}, QDate(2026, 11, 23)), u"secours"_s);
}

TEST_CASE("No label of the program is in automatic format once shown")
{
    Desk desk;
    for (const PageEntry &entry : desk.window->host().entries()) {
        desk.window->goTo(entry.code);
        for (const QLabel *label : desk.window->findChildren<QLabel *>()) {
            INFO(entry.code.toStdString() << ": " << label->text().toStdString());
            CHECK(label->textFormat() != Qt::RichText);
        }
    }
}

TEST_CASE("A recent project without a name is called by its file, in the menu as on the start window")
{
    Desk desk;
    const QString path = desk.folder.filePath(u"sans titre.cpts"_s);
    REQUIRE(base::writeFile(path, "x").ok());
    desk.settings.remember({path, {}, {}, desk.clock.now()});
    CHECK(nameTold(desk.settings.recents().front()) == u"sans titre.cpts"_s);
    for (QMenu *menu : desk.window->findChildren<QMenu *>())
        if (menu->title() == u"Projets récents"_s) {
            Q_EMIT menu->aboutToShow();
            REQUIRE_FALSE(menu->actions().isEmpty());
            CHECK(menu->actions().front()->text() == u"sans titre.cpts"_s);
        }
}
