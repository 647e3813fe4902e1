// The field widgets, one by one, driven by keys.
#include "base/written_date.h"
#include "gui/widgets/answer_choice.h"
#include "gui/widgets/check_field.h"
#include "gui/widgets/choice_box.h"
#include "gui/widgets/date_field.h"
#include "gui/widgets/field_frame.h"
#include "gui/widgets/info_bar.h"
#include "gui/widgets/number_field.h"
#include "gui/widgets/page_tabs.h"
#include "gui/widgets/text_area.h"
#include "gui/widgets/text_line.h"
#include "support/catch.h"
#include "support/example.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QRadioButton>
#include <QTabBar>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;
using namespace gui;
using domain::Value;

namespace
{

// What was told, and how often.
struct Listener {
    int typing = 0;
    int done = 0;
    explicit Listener(FieldEditor &editor)
    {
        editor.onEdited(
            [this](FieldEditor::Moment moment) { ++(moment == FieldEditor::Moment::Done ? done : typing); });
    }
};

template <class T>
T &shown(T &widget)
{
    widget.show();
    QApplication::setActiveWindow(&widget);
    return widget;
}

} // namespace

TEST_CASE("A line of text tells what is typed, not what is filled in")
{
    TextLine line;
    Listener heard(line);
    line.setValue(Value(u"CPTS « des Vallées »"_s));
    CHECK(line.text() == u"CPTS « des Vallées »"_s);
    CHECK(heard.typing == 0);
    QTest::keyClicks(&line, u"x"_s);
    CHECK(heard.typing == 1);
    QTest::keyClick(&line, Qt::Key_Return);
    CHECK(heard.done == 1);
    line.setValue(Value());
    CHECK(line.text().isEmpty());
}

TEST_CASE("Filling with what is already there keeps the cursor")
{
    TextLine line;
    line.setValue(Value(u"abcdef"_s));
    line.setCursorPosition(3);
    line.setValue(Value(u"abcdef"_s));
    CHECK(line.cursorPosition() == 3);
}

TEST_CASE("A line holds any length")
{
    TextLine line;
    const QString longText(50'000, u'é');
    line.setValue(Value(longText));
    CHECK(std::get<QString>(*line.value()) == longText);
}

TEST_CASE("What is pasted from a cell or from several lines is one line")
{
    TextLine line;
    Listener heard(line);
    const auto paste = [&](const QString &text) {
        QApplication::clipboard()->setText(text);
        line.paste();
    };
    paste(u"Durand\r\n"_s); // a cell, as a spreadsheet gives it
    CHECK(line.text() == u"Durand"_s);
    CHECK(heard.typing == 1);
    paste(u" et\nMartin Barrême\u2028\n"_s);
    CHECK(line.text() == u"Durand et Martin Barrême"_s);
    CHECK(line.cursorPosition() == line.text().size());
    line.setCursorPosition(6);
    paste(u",\nPetit\n"_s);
    CHECK(line.text() == u"Durand, Petit et Martin Barrême"_s);
    CHECK(line.cursorPosition() == 14); // before « et »
    line.clear();
    paste(u"\r\n\t"_s);
    CHECK(line.text().isEmpty());
    CHECK(std::get<QString>(*line.value()).isEmpty());
}

TEST_CASE(
    "Several cells pasted in one field come one after the other, and it is told under it until it shows another text")
{
    auto *line = new TextLine;
    FieldFrame frame(u"Lieu"_s, line);
    frame.show();
    const auto paste = [&](const QString &text, const QString &html) {
        auto *copied = new QMimeData;
        copied->setText(text);
        if (!html.isEmpty())
            copied->setHtml(html);
        QApplication::clipboard()->setMimeData(copied);
        line->paste();
        return support::plain(frame.pasteNote());
    };
    const QString table = u"<table><tr><td>x</td></tr></table>"_s;
    CHECK(paste(u"Castellane\r\n"_s, table).isEmpty());
    CHECK(line->text() == u"Castellane"_s);
    line->setCursorPosition(0);
    CHECK(paste(u"Annot\tAllos\r\nBarrême\t\r\n"_s, {}) ==
          u"Plusieurs cellules collées ici : elles se suivent, séparées par des points-virgules."_s);
    CHECK(line->text() == u"Annot ; Allos ; BarrêmeCastellane"_s);
    CHECK(line->cursorPosition() == 23);
    line->setValue(Value(u"Digne"_s));
    CHECK(frame.pasteNote().isEmpty());
    line->clear();
    CHECK_FALSE(paste(u"Annot\r\nAllos\r\n"_s, table).isEmpty());
    CHECK(line->text() == u"Annot ; Allos"_s);
}

TEST_CASE("A count takes the first of several cells, none below zero, and says so")
{
    auto *number = new NumberField;
    FieldFrame frame(u"Participants"_s, number);
    frame.show();
    const auto said = [&frame] {
        QTest::qWait(10);
        return support::plain(frame.pasteNote());
    };
    QApplication::clipboard()->setText(u"12\t13\r\n"_s);
    number->paste();
    CHECK(number->value() == Value(qint64(12)));
    CHECK(said() == u"Plusieurs cellules collées ici : seul le premier nombre est gardé."_s);
    QTest::keyClick(number, Qt::Key_Home);
    QTest::keyClick(number, Qt::Key_Minus);
    CHECK(number->value() == Value(qint64(12)));
    CHECK(said() == u"Ce nombre ne peut pas être négatif : ce que vous avez tapé n’est pas enregistré."_s);
    number->selectAll();
    QApplication::clipboard()->setText(u"\u22125\r\n"_s);
    number->paste();
    CHECK(number->value() == Value(qint64(12)));
    CHECK_FALSE(said().isEmpty());
    number->selectAll();
    QTest::keyClicks(number, u"7"_s);
    CHECK(said().isEmpty());
    CHECK(number->value() == Value(qint64(7)));
}

TEST_CASE("Undo keys are left to the window")
{
    TextLine line;
    TextArea area;
    for (QWidget *field : std::initializer_list<QWidget *>{&line, &area}) {
        QTest::keyClicks(field, u"abc"_s);
        QKeyEvent override(QEvent::ShortcutOverride, Qt::Key_Z, Qt::ControlModifier);
        override.ignore();
        QApplication::sendEvent(field, &override);
        CHECK_FALSE(override.isAccepted());
        QTest::keyClick(field, Qt::Key_Z, Qt::ControlModifier);
    }
    CHECK(line.text() == u"abc"_s);
    CHECK(area.toPlainText() == u"abc"_s);
}

TEST_CASE("Tab leaves a text area, which counts its words")
{
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    auto *area = new TextArea;
    auto *next = new TextLine;
    column->addWidget(area);
    column->addWidget(next);
    shown(window);
    area->setFocus();
    QTest::keyClicks(area, u"deux mots"_s);
    QTest::keyClick(area, Qt::Key_Tab);
    CHECK(area->toPlainText() == u"deux mots"_s);
    CHECK(next->hasFocus());
    CHECK(area->words() == 2);
}

TEST_CASE("A text area grows with what it holds")
{
    TextArea area;
    area.resize(400, 100);
    shown(area);
    const int empty = area.sizeHint().height();
    area.setValue(Value(u"une ligne\n"_s.repeated(12)));
    CHECK(area.sizeHint().height() > empty);
    area.setValue(Value(u"une ligne\n"_s.repeated(500)));
    const int most = area.sizeHint().height();
    area.setValue(Value(u"une ligne\n"_s.repeated(5000)));
    CHECK(area.sizeHint().height() == most);
    area.setValue(Value());
    CHECK(area.sizeHint().height() == empty);
}

TEST_CASE("Characters that nobody sees are not pasted into a text area")
{
    TextArea area;
    auto *mime = new QMimeData;
    mime->setText(u"gras\u2028suite\u00AD\uFEFF"_s);
    QApplication::clipboard()->setMimeData(mime);
    area.paste();
    CHECK(area.toPlainText() == u"gras\nsuite"_s);
}

TEST_CASE("Figures are understood as people write them")
{
    CHECK(digitsOf(u"12 000 hab."_s) == u"12000"_s);
    CHECK(digitsOf(u"12\u202F000"_s) == u"12000"_s);
    CHECK(digitsOf(u"12.000"_s) == u"12000"_s);
    CHECK(digitsOf(u"1.234.567"_s) == u"1234567"_s);
    CHECK(digitsOf(u"12,5"_s) == u"12"_s);
    CHECK(digitsOf(u"12.5"_s) == u"12"_s);
    CHECK(digitsOf(u"abc"_s).isEmpty());
    CHECK(digitsOf(u"99999999999999999999"_s).size() == 12);
}

TEST_CASE("A number: empty is not zero, thousands are spaced once the field is left")
{
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    auto *number = new NumberField;
    auto *other = new TextLine;
    column->addWidget(number);
    column->addWidget(other);
    shown(window);
    CHECK(*number->value() == Value());
    number->setFocus();
    QTest::keyClicks(number, u"a1b2 000"_s);
    CHECK(number->text() == u"12000"_s);
    other->setFocus();
    CHECK(number->text() == u"12\u202F000"_s);
    CHECK(*number->value() == Value(qint64(12000)));
    number->setFocus();
    CHECK(number->text() == u"12000"_s);
    QTest::keyClick(number, Qt::Key_Up);
    CHECK(*number->value() == Value(qint64(12001)));
    number->clear();
    QTest::keyClick(number, Qt::Key_Down);
    CHECK(*number->value() == Value(qint64(0)));
    number->setValue(Value());
    CHECK(*number->value() == Value());
}

TEST_CASE("A year is not spaced")
{
    NumberField year;
    year.setGrouped(false);
    year.setValue(Value(qint64(2026)));
    CHECK(year.text() == u"2026"_s);
}

TEST_CASE("Oui, non, and taking the answer back, by keys and by mouse")
{
    AnswerChoice choice;
    Listener heard(choice);
    shown(choice);
    CHECK(*choice.value() == Value());
    choice.focusTarget()->setFocus();
    for (const char letter : {'o', 'n', 'O', 'u'}) // words typed one field too early
        QTest::keyClick(QApplication::focusWidget(), letter);
    CHECK(*choice.value() == Value());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    CHECK(*choice.value() == Value(true));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    CHECK(*choice.value() == Value(false));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Delete);
    CHECK(*choice.value() == Value());
    CHECK(heard.done == 3);
    const auto radios = choice.findChildren<QRadioButton *>();
    REQUIRE(radios.size() == 2);
    radios.front()->click();
    CHECK(*choice.value() == Value(true));
    CHECK_FALSE(radios.back()->isChecked());
    auto *clear = choice.findChild<QToolButton *>();
    CHECK(clear->isVisible());
    clear->click();
    CHECK(*choice.value() == Value());
    CHECK_FALSE(clear->isVisible());
    choice.setSpokenName(u"Contact pris"_s);
    CHECK(radios.front()->accessibleName() == u"Contact pris : oui"_s);
}

TEST_CASE("Oui and Non are one stop of Tab, arrows change the answer, Effacer is for the mouse")
{
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    auto *before = new TextLine;
    auto *choice = new AnswerChoice;
    auto *after = new TextLine;
    for (QWidget *each : std::initializer_list<QWidget *>{before, choice, after})
        column->addWidget(each);
    shown(window);
    const auto radios = choice->findChildren<QRadioButton *>();
    const auto press = [](Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    };
    before->setFocus();
    press(Qt::Key_Tab);
    CHECK(radios.front()->hasFocus());
    press(Qt::Key_Space);
    CHECK(*choice->value() == Value(true));
    press(Qt::Key_Tab);
    CHECK(after->hasFocus());
    press(Qt::Key_Backtab, Qt::ShiftModifier);
    CHECK(radios.front()->hasFocus());
    press(Qt::Key_Right);
    CHECK(*choice->value() == Value(false));
    CHECK(radios.back()->hasFocus());
    press(Qt::Key_Tab);
    CHECK(after->hasFocus());
    press(Qt::Key_Backtab, Qt::ShiftModifier);
    CHECK(radios.back()->hasFocus()); // where the answer is
    press(Qt::Key_Up);
    CHECK(*choice->value() == Value(true));
    CHECK(choice->findChild<QToolButton *>()->focusPolicy() == Qt::NoFocus);
    press(Qt::Key_Backspace);
    CHECK(*choice->value() == Value());
    press(Qt::Key_Backtab, Qt::ShiftModifier);
    CHECK(before->hasFocus());
    choice->setValue(Value(false));
    CHECK(choice->findChild<QToolButton *>()->isVisible());
    choice->setEditable(false);
    CHECK_FALSE(choice->findChild<QToolButton *>()->isVisible()); // nothing to take back
    for (const QRadioButton *each : radios)
        CHECK(each->toolTip().contains(u"Suppr"_s));
}

TEST_CASE("What is no date is quoted, with an example")
{
    DateField field;
    auto *line = qobject_cast<QLineEdit *>(field.focusTarget());
    line->setText(u"En"_s);
    CHECK(field.complaint() == u"«\u00A0En\u00A0» n’est pas une date. Écrivez par exemple 12/03/2027."_s);
    line->setText(u"12/0"_s);
    CHECK(field.complaint().contains(u"n’est pas une date complète"_s));
    line->setText(QString(500, u'x'));
    CHECK(field.complaint().size() < 100);
    line->clear();
    CHECK(field.complaint().isEmpty());
}

TEST_CASE("Titles of tabs come closer when they would not all be seen")
{
    PageTabs tabs(u"Parties"_s);
    for (const QString &title : {u"Objectifs"_s, u"Actions"_s, u"Acteurs"_s, u"Calendrier"_s, u"Indicateurs"_s})
        tabs.addTab(title, [](QWidget *holder) { return new QWidget(holder); });
    const auto role = [&tabs] { return tabs.bar()->property("role").toString(); };
    tabs.resize(900, 100);
    shown(tabs);
    CHECK(role().isEmpty());
    int words = 0;
    QFont bold = tabs.bar()->font();
    bold.setWeight(QFont::DemiBold);
    for (int at = 0; at < tabs.count(); ++at)
        words += QFontMetrics(bold).horizontalAdvance(tabs.bar()->tabText(at));
    tabs.resize(words + 5 * 2 * 10, 100);
    CHECK(role() == u"serre"_s);
    tabs.resize(words + 5 * 2 * 7, 100);
    CHECK(role() == u"tres-serre"_s);
    tabs.resize(900, 100);
    CHECK(role().isEmpty());
}

TEST_CASE("A list keeps a code it does not know")
{
    ChoiceBox box;
    CHECK_FALSE(box.value());
    box.setChoices({{u"a"_s, u"Alpha"_s}, {u"b"_s, u"Bêta"_s}}, u"Non renseigné"_s);
    CHECK(*box.value() == Value(QString()));
    box.setValue(Value(u"b"_s));
    CHECK(box.currentText() == u"Bêta"_s);
    box.setValue(Value(u"venu d’ailleurs"_s));
    CHECK(*box.value() == Value(u"venu d’ailleurs"_s));
    CHECK(box.currentText() == u"venu d’ailleurs"_s);
}

TEST_CASE("Where words may be typed, no answer is nothing to erase: it is written behind")
{
    ChoiceBox box;
    box.setFreeText(true);
    box.setChoices({{u"infirmiers"_s, u"Infirmier"_s}}, u"Non renseignée"_s);
    shown(box);
    for (const bool again : {false, true}) {
        box.setValue(Value(QString()));
        CHECK(box.currentText().isEmpty());
        CHECK(box.lineEdit()->placeholderText() == u"Non renseignée"_s);
        CHECK(box.value() == Value(QString()));
        QTest::keyClicks(box.lineEdit(), again ? u"Infirmier"_s : u"Podologue"_s);
        CHECK(box.value() == Value(again ? u"infirmiers"_s : u"Podologue"_s));
    }
}

TEST_CASE("A list with free text recognises its own words without accents, and keeps others")
{
    ChoiceBox box;
    box.setFreeText(true);
    box.setChoices({{u"infirmiers"_s, u"Infirmière, infirmier"_s}});
    Listener heard(box);
    box.setEditText(u"infirmiere infirmier"_s);
    CHECK(*box.value() == Value(u"infirmiers"_s));
    box.setEditText(u"Art-thérapeute"_s);
    CHECK(*box.value() == Value(u"Art-thérapeute"_s));
    box.setValue(Value(u"Sophrologue"_s));
    CHECK(box.currentText() == u"Sophrologue"_s);
}

TEST_CASE("Dates as people write them")
{
    const QDate day(2027, 3, 12);
    for (const QString &text : {u"12/03/2027"_s, u"12/3/27"_s, u"12-03-2027"_s, u"12.3.2027"_s, u" 12 mars 2027 "_s})
        CHECK(base::writtenDate(text) == day);
    CHECK(base::writtenDate(u"1er août 2026"_s) == QDate(2026, 8, 1));
    CHECK(base::writtenDate(u"3 déc. 2026"_s) == QDate(2026, 12, 3));
    for (const QString &text : {u""_s, u"12/03"_s, u"31/02/2027"_s, u"12/13/2027"_s, u"demain"_s, u"0/0/0"_s})
        CHECK_FALSE(base::writtenDate(text));
}

TEST_CASE("Half a date is neither stored nor lost, and is explained")
{
    DateField field;
    CHECK(*field.value() == Value());
    auto *line = qobject_cast<QLineEdit *>(field.focusTarget());
    REQUIRE(line);
    QTest::keyClicks(line, u"12/0"_s);
    CHECK_FALSE(field.value());
    CHECK(field.complaint().contains(u"12/03/2027"_s));
    QTest::keyClicks(line, u"3/27"_s);
    CHECK(*field.value() == Value(QDate(2027, 3, 12)));
    CHECK(field.complaint().isEmpty());
    field.setValue(Value(QDate(2026, 1, 2)));
    CHECK(line->text() == u"02/01/2026"_s);
}

TEST_CASE("An unticked box of a stated fact is no answer, of a flag it is no")
{
    CheckField box;
    domain::FieldDescription field;
    field.kind = domain::Kind::Flag;
    box.describe(field);
    CHECK(*box.value() == Value(false));
    field.kind = domain::Kind::Answer;
    box.describe(field);
    CHECK(*box.value() == Value());
    box.click();
    CHECK(*box.value() == Value(true));
}

TEST_CASE("A frame names its field, marks what is required and holds the message")
{
    auto *line = new TextLine;
    FieldFrame frame(u"Nom & prénom"_s, line);
    frame.setRequired(true);
    frame.setHelp(u"Tel qu’il figure sur la lettre."_s);
    const auto labels = frame.findChildren<QLabel *>();
    REQUIRE_FALSE(labels.isEmpty());
    CHECK(labels.front()->buddy() == line);
    CHECK(labels.front()->text() == u"Nom && prénom (obligatoire)"_s);
    CHECK(line->accessibleName() == u"Nom & prénom"_s);
    CHECK(line->accessibleDescription() == u"Tel qu’il figure sur la lettre."_s);
    frame.setMessage(u"À revoir."_s);
    CHECK(line->accessibleDescription() == u"À revoir."_s);
    frame.setMessage({});
    CHECK(line->accessibleDescription() == u"Tel qu’il figure sur la lettre."_s);
    CHECK(FieldFrame::around(line) == &frame);
    CHECK(FieldFrame::around(&frame) == nullptr);
}

TEST_CASE("Messages: one per subject, with their actions")
{
    InfoBarStack stack;
    int retried = 0;
    stack.tell(u"enregistrement"_s, InfoBar::Tone::Problem, u"Disque plein."_s,
               {{u"Réessayer"_s, [&retried] { ++retried; }}});
    stack.tell(u"enregistrement"_s, InfoBar::Tone::Problem, u"Disque toujours plein."_s,
               {{u"Réessayer"_s, [&retried] { ++retried; }}});
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    CHECK(stack.findChildren<InfoBar *>().size() == 1);
    InfoBar *bar = stack.bar(u"enregistrement"_s);
    REQUIRE(bar);
    CHECK(bar->accessibleName() == u"Disque toujours plein."_s);
    bar->findChild<QPushButton *>()->click();
    CHECK(retried == 1);
    stack.dismiss(u"enregistrement"_s);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    CHECK_FALSE(stack.bar(u"enregistrement"_s));
}
