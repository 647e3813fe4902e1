// What comes in from a file or the clipboard, and what goes out to be sent, through the windows.
#include "base/file.h"
#include "domain/json.h"
#include "gui/dialogs/data_import_dialog.h"
#include "gui/dialogs/dossier_dialog.h"
#include "gui/shell/file_desk.h"
#include "gui/shell/settings.h"
#include "gui/widgets/info_bar.h"
#include "support/source.h"
#include "test_page_support.h"

#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace pagetest;
using namespace Qt::Literals::StringLiterals;

namespace
{

// A project, its desk of file commands, and a person who answers where.
struct Desk {
    QTemporaryDir folder;
    base::FixedClock clock{QDateTime(QDate(2026, 11, 23), QTime(14, 32))};
    gui::Settings settings{folder.filePath(u"reglages.ini"_s)};
    QString answer;
    gui::Environment environment{officialData(), paca(), clock, settings, nullptr, questions()};
    std::unique_ptr<dossier::Dossier> dossier;
    QWidget window;

    explicit Desk(const domain::Projet &projet = emptyProject())
    {
        auto created = dossier::Dossier::create(folder.filePath(u"essai.cpts"_s), projet, clock);
        REQUIRE(created.ok());
        dossier = std::move(created.value());
    }
    gui::FileQuestions questions()
    {
        const auto reply = [this](QWidget *, const QString &, const QString &, const QString &) { return answer; };
        return {reply, reply};
    }
};

QPushButton *button(QWidget *in, const QString &text)
{
    for (QPushButton *each : in->findChildren<QPushButton *>())
        if (each->text() == text)
            return each;
    return nullptr;
}

QString table()
{
    return u"Nom\tPrénom\tProfession\tGouvernance\nAlpha\tCamille\tInfirmière\toui\nBêta\tAndréa\tPharmacien\tnon\n"_s;
}

} // namespace

TEST_CASE("A list of members is pasted, looked at, added as one step, and undone")
{
    Desk desk;
    gui::DataImportDialog dialog(*desk.dossier, desk.environment, &desk.window);
    auto *kinds = dialog.findChild<QComboBox *>();
    kinds->setCurrentIndex(kinds->findData(u"personnes"_s));
    auto *add = button(&dialog, u"Ajouter au projet"_s);
    CHECK_FALSE(add->isEnabled());
    QApplication::clipboard()->setText(table());
    QTest::mouseClick(button(&dialog, u"Coller un tableau"_s), Qt::LeftButton);
    CHECK(desk.dossier->projet().personnes.empty());
    REQUIRE(add->isEnabled());
    CHECK(dialog.findChild<QPlainTextEdit *>()->toPlainText().contains(u"2"_s));
    QTest::mouseClick(add, Qt::LeftButton);
    CHECK(dialog.result() == QDialog::Accepted);
    REQUIRE(desk.dossier->projet().personnes.size() == 2);
    for (const auto &[id, personne] : desk.dossier->projet().personnes)
        CHECK(personne.membre);
    REQUIRE(desk.dossier->undo().ok());
    CHECK(desk.dossier->projet().personnes.empty());
}

TEST_CASE("A file that is not what was chosen is told in words, and adds nothing")
{
    Desk desk;
    desk.answer = desk.folder.filePath(u"photo.xlsx"_s);
    REQUIRE(base::writeFile(desk.answer, QByteArray("\x89PNG\r\n\x1A\n rien d'un classeur")).ok());
    gui::DataImportDialog dialog(*desk.dossier, desk.environment, &desk.window);
    auto *kinds = dialog.findChild<QComboBox *>();
    for (int at = 0; at < kinds->count(); ++at) {
        kinds->setCurrentIndex(at);
        QTest::mouseClick(button(&dialog, u"Choisir un fichier…"_s), Qt::LeftButton);
        CAPTURE(kinds->currentText().toStdString());
        CHECK_FALSE(button(&dialog, u"Ajouter au projet"_s)->isEnabled());
        CHECK(dialog.findChild<QPlainTextEdit *>()->toPlainText().size() > 20);
    }
    CHECK_FALSE(desk.dossier->canUndo());
}

TEST_CASE("The dossier to send, the plan d'action and the dates are written where the user says")
{
    auto bytes = base::readFile(support::source(QStringLiteral("resources/exemples/vallees.json")));
    REQUIRE(bytes.ok());
    Desk desk(domain::projetFromJson(bytes.value()).value().projet);
    gui::InfoBarStack messages;
    gui::FileDesk files(
        *desk.dossier, desk.environment, messages, [] {}, &desk.window);
    desk.answer = desk.folder.filePath(u"envoi"_s);
    files.exportDossier();
    auto *dialog = desk.window.findChild<gui::DossierDialog *>();
    REQUIRE(dialog);
    CHECK(dialog->personalData());
    dialog->accept();
    const QStringList sent = QDir(desk.answer).entryList(QDir::Files);
    CHECK(sent.size() >= 8);
    CHECK_FALSE(sent.filter(u".pdf"_s).isEmpty());
    CHECK_FALSE(sent.filter(u".docx"_s).isEmpty());

    desk.answer = desk.folder.filePath(u"plan"_s);
    files.exportPlan();
    CHECK(base::readFile(desk.answer + u".xlsx"_s).value().startsWith("PK"));
    desk.answer = desk.folder.filePath(u"dates.ics"_s);
    files.exportCalendar();
    CHECK(base::readFile(desk.answer).value().startsWith("BEGIN:VCALENDAR"));

    // A place that can't be written: a sentence, and nothing lost.
    desk.answer = desk.folder.filePath(u"absent/plan.xlsx"_s);
    files.exportPlan();
    REQUIRE(messages.bar(u"export"_s));
    CHECK_FALSE(messages.bar(u"export"_s)->findChildren<QPushButton *>().isEmpty());
}
