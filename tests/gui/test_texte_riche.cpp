// A rich rubric from the keys that type it to the Word file.
#include "gui/dialogs/exporter.h"
#include "gui/pages/page_preview.h"
#include "gui/pages/page_relire.h"
#include "gui/shell/page_host.h"
#include "gui/widgets/field_frame.h"
#include "gui/widgets/format_bar.h"
#include "gui/widgets/text_area.h"
#include "reading.h"
#include "session.h"
#include "support/catch.h"

#include <QApplication>
#include <QDialog>
#include <QInputMethodEvent>
#include <QScrollArea>
#include <QTest>
#include <QToolButton>
#include <QXmlStreamReader>

using namespace guitest;
using namespace Qt::Literals::StringLiterals;

namespace
{

void commit(QWidget *field, const QString &words)
{
    QInputMethodEvent event;
    event.setCommitString(words);
    QApplication::sendEvent(field, &event);
}

// What the XML of a Word text shows with a look: the words of the runs in bold, the paragraphs of lists, the tables.
struct Shown {
    QStringList bold;
    QStringList items;
    int headerRows = 0;
};

Shown readWord(const QByteArray &docx)
{
    Shown shown;
    QXmlStreamReader reader(docxPart(docx, "word/document.xml"));
    bool bold = false;
    bool item = false;
    QString run;
    QString paragraph;
    while (!reader.atEnd()) {
        reader.readNext();
        const QStringView name = reader.name();
        if (reader.isStartElement() && name == u"r") {
            bold = false;
            run.clear();
        } else if (reader.isStartElement() && name == u"p") {
            item = false;
            paragraph.clear();
        } else if (reader.isStartElement() && name == u"b") {
            bold = true;
        } else if (reader.isStartElement() && name == u"pStyle") {
            item = reader.attributes().value(u"w:val"_s).startsWith(u"List"_s);
        } else if (reader.isStartElement() && name == u"tblHeader") {
            ++shown.headerRows;
        } else if (reader.isCharacters()) {
            run += reader.text();
            paragraph += reader.text();
        } else if (reader.isEndElement() && name == u"r" && bold) {
            shown.bold += run;
        } else if (reader.isEndElement() && name == u"p" && item) {
            shown.items += paragraph;
        }
    }
    REQUIRE_FALSE(reader.hasError());
    return shown;
}

} // namespace

TEST_CASE("a rubric typed with its bold and its lists is in the project, in the preview and in the Word file")
{
    Session session;
    session.create();
    session.window().goTo(u"equipe"_s);
    QTest::qWait(1);
    QWidget *page = session.window().host().currentPage();
    auto *area = page->findChild<gui::TextArea *>(u"gouvernance"_s);
    REQUIRE(area);
    area->setFocus();
    commit(area, u"Le bureau réunit les "_s);
    QTest::keyClick(area, Qt::Key_B, Qt::ControlModifier);
    commit(area, u"référents"_s);
    QTest::keyClick(area, Qt::Key_B, Qt::ControlModifier);
    commit(area, u" : 2 * 3 personnes."_s);
    QTest::keyClick(area, Qt::Key_Return);
    auto *bar = gui::FieldFrame::around(area)->findChild<gui::FormatBar *>();
    REQUIRE(bar);
    REQUIRE(bar->isVisible());
    QTest::mouseClick(bar->button(gui::FormatCommand::Bullets), Qt::LeftButton);
    commit(area, u"médecins"_s);
    QTest::keyClick(area, Qt::Key_Return);
    commit(area, u"infirmiers"_s);
    QTest::keyClick(area, Qt::Key_Return);
    QTest::keyClick(area, Qt::Key_Return);
    commit(area, u"| Nom | Rôle |\n|---|---|\n| Durand | pilote |"_s);
    session.window().host().flush();

    const domain::Id id = domain::Id::fromKey(u"rubrique:gouvernance"_s);
    const QString expected = u"Le bureau réunit les **référents** : 2 * 3 personnes.\n- médecins\n- infirmiers\n"
                             "| Nom | Rôle |\n|---|---|\n| Durand | pilote |"_s;
    REQUIRE(session.projet().rubriques.find(id));
    CHECK(session.projet().rubriques.find(id)->texte == expected);

    session.window().goTo(u"relire"_s);
    QTest::qWait(50);
    auto *relire = qobject_cast<gui::PageRelire *>(session.window().host().currentPage());
    REQUIRE(relire);
    CHECK_FALSE(relire->preview()->placeOf(u"rubrique/%1/texte"_s.arg(id.toString())).isNull());

    const gui::ExportSource source{session.environment().trame, session.environment().reference,
                                   session.environment().clock};
    const auto docx =
        gui::exported(source, session.projet(), {u"annexe-3"_s, report::Content::Filled}, gui::Format::Docx);
    REQUIRE(docx.ok());
    const Shown shown = readWord(docx.value());
    CHECK(shown.bold.contains(u"référents"_s));
    CHECK(shown.items.contains(u"médecins"_s));
    CHECK(shown.items.contains(u"infirmiers"_s));
    CHECK(docxText(docx.value()).contains(u"pilote"_s));
    CHECK_FALSE(docxText(docx.value()).contains(u"**"_s));
    const auto empty = gui::exported(source, {}, {u"annexe-3"_s, report::Content::Filled}, gui::Format::Docx);
    REQUIRE(empty.ok());
    CHECK(shown.headerRows == readWord(empty.value()).headerRows + 1);

    REQUIRE(session.window().dossier().undo().ok()); // what was typed is undone by the project, with its marks
    session.window().goTo(u"equipe"_s);
    CHECK(area->toPlainText() != expected);
    REQUIRE(session.window().dossier().redo().ok());
    CHECK(area->toPlainText() == expected);
}

// Not a test: pictures to be looked at, ATELIER_CAPTURES=folder test_windows "[.captures]".
TEST_CASE("Pictures of a rich rubric", "[.captures]")
{
    const QString folder = qEnvironmentVariable("ATELIER_CAPTURES");
    REQUIRE_FALSE(folder.isEmpty());
    gui::Theme theme(*qApp);
    Session session;
    session.create();
    session.window().goTo(u"equipe"_s);
    for (const auto &[name, size, mode, zoom] :
         std::initializer_list<std::tuple<QString, QSize, gui::Theme::Mode, int>>{
             {u"1366"_s, {1366, 768}, gui::Theme::Mode::Light, 100},
             {u"1366-sombre"_s, {1366, 768}, gui::Theme::Mode::Dark, 100},
             {u"1366-contraste"_s, {1366, 768}, gui::Theme::Mode::HighContrast, 100},
             {u"1920"_s, {1920, 1080}, gui::Theme::Mode::Light, 100},
             {u"1920-200"_s, {1920, 1080}, gui::Theme::Mode::Light, 200}}) {
        theme.setMode(mode);
        theme.setZoom(zoom);
        session.window().resize(size);
        auto *area = session.window().host().currentPage()->findChild<gui::TextArea *>(u"gouvernance"_s);
        area->setValue(domain::Value(u"Le bureau réunit les **référents** des professions, *à titre provisoire*.\n"
                                     "- médecins et **infirmiers**\n  - un titulaire\n1. réunir\n2. décider : 2 * 3\n"
                                     "| Nom | Rôle |\n|---|---|\n| Durand | pilote |"_s));
        area->setFocus();
        QTextCursor cursor = area->textCursor();
        cursor.setPosition(27);
        area->setTextCursor(cursor);
        QTest::qWait(200);
        for (QWidget *each = area->parentWidget(); each; each = each->parentWidget())
            if (auto *scroll = qobject_cast<QScrollArea *>(each))
                scroll->ensureWidgetVisible(gui::FieldFrame::around(area), 0, 40);
        QTest::qWait(100);
        session.window().grab().save(u"%1/riche-%2.png"_s.arg(folder, name));
        area->run(gui::FormatCommand::Table);
        QTest::qWait(100);
        for (QWidget *each : QApplication::topLevelWidgets())
            if (auto *dialog = qobject_cast<QDialog *>(each); dialog && dialog->isVisible()) {
                dialog->grab().save(u"%1/tableau-%2.png"_s.arg(folder, name));
                dialog->reject();
            }
        QTest::qWait(20);
    }
}
