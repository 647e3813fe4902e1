#include "clerk.h"

#include "gui/dialogs/data_import_dialog.h"
#include "gui/page.h"
#include "gui/pages/fiche_list.h"
#include "gui/pages/record_table.h"
#include "gui/pages/repeat_editor.h"
#include "gui/shell/page_host.h"
#include "support/catch.h"
#include "typist.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QTabBar>
#include <QTest>

namespace guitest
{

using namespace Qt::Literals::StringLiterals;

QString asBlock(const Rows &rows)
{
    QString text;
    for (const QStringList &row : rows) {
        QStringList cells;
        for (const QString &cell : row)
            cells << (cell.contains(u'\n') || cell.contains(u'"')
                          ? u'"' + QString(cell).replace(u"\""_s, u"\"\""_s) + u'"'
                          : cell);
        text += cells.join(u'\t') + u"\r\n"_s;
    }
    return text;
}

gui::FormPage *Clerk::page(const QString &code)
{
    m_window.goTo(code);
    QTest::qWait(1);
    REQUIRE(m_window.host().currentCode() == code);
    return m_window.host().currentPage();
}

// Clicks on the tabs until the list is in front: a part that was never looked at is not made yet.
gui::RepeatEditor *Clerk::list(const QString &page, const QString &table)
{
    QWidget *shown = this->page(page);
    const auto inFront = [&]() -> gui::RepeatEditor * {
        for (auto *each : shown->findChildren<gui::RepeatEditor *>())
            if (each->model()->spec().table == table && each->isVisible())
                return each;
        return nullptr;
    };
    gui::RepeatEditor *found = inFront();
    for (QTabBar *bar : shown->findChildren<QTabBar *>())
        for (int tab = 0; tab < bar->count() && !found; ++tab) {
            QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(tab).center());
            found = inFront();
        }
    REQUIRE(found);
    return found;
}

void Clerk::type(gui::RepeatEditor *list, const std::vector<std::pair<QString, QString>> &fields)
{
    QPushButton *add = button(list, u"Ajouter"_s);
    REQUIRE(add);
    QTest::mouseClick(add, Qt::LeftButton);
    for (const auto &[name, text] : fields)
        for (QWidget *field : list->findChildren<QWidget *>())
            if (auto *editor = dynamic_cast<gui::FieldEditor *>(field);
                editor && field->property("ligne").toString() == name)
                typeKeys(editor->focusTarget(), text);
    m_window.host().flush();
}

void Clerk::paste(gui::RepeatEditor *list, const Rows &rows)
{
    const int before = list->model()->rowCount();
    QApplication::clipboard()->setText(asBlock(rows));
    QWidget *at = list->table()->isVisible() ? static_cast<QWidget *>(list->table()) : button(list, u"Ajouter"_s);
    REQUIRE(at);
    at->setFocus();
    QTest::keyClick(at, Qt::Key_V, Qt::ControlModifier);
    REQUIRE(list->model()->rowCount() == before + int(rows.size()) - 1);
}

void Clerk::import(const QString &profile, const imports::ImportInput &input)
{
    QApplication::setActiveWindow(&m_window); // a dialog that closed has left none
    QTest::keyClick(&m_window, Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
    QPointer<gui::DataImportDialog> dialog = m_window.findChild<gui::DataImportDialog *>();
    REQUIRE(dialog);
    const auto wait = [&dialog] { REQUIRE(QTest::qWaitFor([&] { return !dialog || !dialog->isRunning(); }, 60'000)); };
    dialog->take(input);
    wait();
    for (QComboBox *each : dialog->findChildren<QComboBox *>())
        if (each->accessibleName() == u"Sorte de données")
            CHECK(each->currentData().toString() == profile); // recognised by its titles
    for (int step = 0; step < 3; ++step) {
        QPushButton *next = button(dialog, u"Suivant"_s);
        next = next ? next : button(dialog, u"Importer"_s);
        REQUIRE(next);
        REQUIRE(next->isEnabled());
        QTest::mouseClick(next, Qt::LeftButton);
        wait();
    }
    QString said = profile;
    for (const QLabel *label : dialog ? dialog->findChildren<QLabel *>() : QList<QLabel *>())
        said += label->isVisible() ? u'\n' + label->text() : QString();
    for (const QPlainTextEdit *text : dialog ? dialog->findChildren<QPlainTextEdit *>() : QList<QPlainTextEdit *>())
        said += u'\n' + text->toPlainText();
    INFO(said.toStdString());
    REQUIRE((!dialog || !dialog->isVisible()));
    QTest::qWait(1);
    QApplication::setActiveWindow(&m_window);
}

void Clerk::write(const QString &page, const QString &champ, const QString &text)
{
    gui::FormPage *shown = this->page(page);
    shown->makeAllParts();
    for (QWidget *field : shown->findChildren<QWidget *>())
        if (auto *editor = dynamic_cast<gui::FieldEditor *>(field);
            editor && field->property("champ").toString() == champ) {
            typeKeys(editor->focusTarget(), text);
            m_window.host().flush();
            return;
        }
    FAIL("no field " << champ.toStdString());
}

void Clerk::openFiche(const base::Id &fiche)
{
    QWidget *button = page(u"fiches"_s)->findChild<gui::FicheList *>()->buttonOf(fiche);
    REQUIRE(button);
    QTest::mouseClick(button, Qt::LeftButton);
    QTest::qWait(1);
}

} // namespace guitest
