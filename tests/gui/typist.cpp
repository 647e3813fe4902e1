#include "typist.h"

#include "gui/pages/page_mobilisation.h"
#include "gui/pages/page_territoire.h"
#include "gui/pages/record_table.h"
#include "gui/pages/repeat_editor.h"
#include "gui/pages/territory_search.h"
#include "gui/shell/page_host.h"
#include "gui/widgets/answer_choice.h"
#include "gui/widgets/choice_box.h"
#include "gui/widgets/date_field.h"
#include "gui/widgets/number_field.h"
#include "gui/widgets/text_area.h"
#include "gui/widgets/text_line.h"
#include "support/catch.h"

#include <QAbstractButton>
#include <QApplication>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTest>

namespace guitest
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int longRubriqueWords = 3000;

QString fieldName(const QWidget *field)
{
    const QVariant champ = field->property("champ");
    return champ.isValid() ? champ.toString() : field->property("ligne").toString();
}

} // namespace

void typeKeys(QWidget *field, const QString &text)
{
    field->setFocus();
    QInputMethodEvent event;
    event.setCommitString(text);
    QApplication::sendEvent(field, &event);
}

QPushButton *button(QWidget *in, const QString &start)
{
    for (QPushButton *each : in->findChildren<QPushButton *>())
        if (each->text().startsWith(start) && each->isVisibleTo(in->window()))
            return each;
    return nullptr;
}

QWidget *Typist::open(const QString &page)
{
    m_window.goTo(page);
    QTest::qWait(1);
    REQUIRE(m_window.host().currentCode() == page);
    return m_window.host().currentPage();
}

QString Typist::nextText(const QWidget *field, bool paragraphs)
{
    const QString name = fieldName(field);
    const int number = ++m_number;
    if (name.endsWith(u"email"_s))
        return u"contact%1@exemple.fr"_s.arg(number);
    if (name.endsWith(u"telephone"_s))
        return u"04 92 00 00 %1"_s.arg(number % 90 + 10);
    if (!paragraphs)
        return u"Œuvre %1 « à l’été » : N°%1"_s.arg(number);
    QString text = u"Début%1 de l’œuvre, « accès aux soins » : 50 % des patients ?\n"_s.arg(number);
    const int words = name == u"rubrique:problematiques.texte" ? longRubriqueWords : 60;
    for (int word = 0; word < words; ++word)
        text += u"mot%1x%2%3"_s.arg(number).arg(word).arg(word % 40 == 39 ? u".\n"_s : u" "_s);
    return text + u"fin%1 été, naïf, cœur"_s.arg(number);
}

void Typist::typeText(QWidget *field, const QString &text)
{
    typeKeys(field, text);
    m_texts += text;
}

void Typist::fill(QWidget *field)
{
    if (qobject_cast<gui::NumberField *>(field)) {
        typeKeys(field, QString::number(fieldName(field).endsWith(u"nnee"_s) ? 2023 : 40 + ++m_number));
    } else if (qobject_cast<gui::TextLine *>(field)) {
        typeText(field, nextText(field, false));
    } else if (qobject_cast<gui::TextArea *>(field)) {
        typeText(field, nextText(field, true));
    } else if (auto *choice = qobject_cast<gui::ChoiceBox *>(field)) {
        if (choice->isEditable())
            typeText(choice->lineEdit(), nextText(field, false));
        else
            QTest::keyClick(choice, Qt::Key_End);
    } else if (auto *answer = qobject_cast<gui::AnswerChoice *>(field)) {
        QTest::mouseClick(answer->findChildren<QRadioButton *>().front(), Qt::LeftButton);
    } else if (auto *date = qobject_cast<gui::DateField *>(field)) {
        typeKeys(date->findChild<QLineEdit *>(), u"12/03/2027"_s);
    }
}

// The choices first: an answer may show the fields that go with it.
void Typist::fillFields(QWidget *root)
{
    for (const bool choices : {true, false})
        for (QWidget *each : root->findChildren<QWidget *>()) {
            const bool isChoice = qobject_cast<gui::AnswerChoice *>(each) || qobject_cast<gui::ChoiceBox *>(each);
            const bool isField = dynamic_cast<gui::FieldEditor *>(each) && isChoice == choices;
            // The line of a choice or of a date is a part of that field.
            const bool isPart = dynamic_cast<gui::FieldEditor *>(each->parentWidget()) != nullptr;
            if (isField && !isPart && each->isVisibleTo(root) && !qobject_cast<gui::TerritorySearch *>(each))
                fill(each);
        }
}

void Typist::fillRepeats(QWidget *page)
{
    for (gui::RepeatEditor *list : page->findChildren<gui::RepeatEditor *>())
        for (int record = 0; record < 3; ++record) {
            QPushButton *add = button(list, u"Ajouter"_s);
            REQUIRE(add);
            QTest::mouseClick(add, Qt::LeftButton);
            fillFields(list);
        }
}

void Typist::fillCounts(QWidget *page)
{
    auto *counts = qobject_cast<gui::PageMobilisation *>(page)->counts();
    counts->setFocus();
    for (int column = 1; column <= 3; ++column)
        for (int row = 0; row < 12; ++row) {
            counts->setCurrentIndex(counts->model()->index(row, column));
            QTest::keyClick(counts, Qt::Key_Return);
            auto *editor = qobject_cast<QLineEdit *>(QApplication::focusWidget());
            REQUIRE(editor);
            editor->selectAll();
            QTest::keyClicks(editor, QString::number(100 * (4 - column) + row));
            QTest::keyClick(editor, Qt::Key_Return);
        }
}

void Typist::fillTerritoire()
{
    auto *page = qobject_cast<gui::PageTerritoire *>(open(u"territoire"_s));
    REQUIRE(page);
    typeKeys(page->search(), u"alpes provence verdon"_s);
    QTest::keyClick(page->search(), Qt::Key_Return);
    REQUIRE(m_window.dossier().projet().communes.size() == 41);
    page->table()->setFocus();
    page->table()->selectAll();
    auto *zonage = page->findChild<gui::ChoiceBox *>(u"zonageCommun"_s);
    REQUIRE(zonage);
    zonage->setFocus();
    typeKeys(zonage, u"zip"_s);
    for (QWidget *each : page->findChildren<QWidget *>())
        if (each->property("champ").isValid())
            fill(each);
}

void Typist::fillLettre()
{
    fillFields(open(u"porteur"_s));
    fillTerritoire();
    fillFields(open(u"partenariats"_s));
    for (const QString &code : {u"equipe"_s, u"mobilisation"_s, u"calendrier"_s}) {
        QWidget *page = open(code);
        fillRepeats(page);
        for (QWidget *each : page->findChildren<QWidget *>())
            if (each->property("champ").isValid())
                fill(each);
        if (code == u"mobilisation")
            fillCounts(page);
    }
    fillFields(open(u"missions"_s));
    m_window.host().flush();
}

} // namespace guitest
