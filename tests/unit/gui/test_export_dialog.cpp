// What is exported or printed: the choices, what is said before and after, and blank trames one after the other.
#include "base/file.h"
#include "driving.h"
#include "gui/dialogs/export_dialog.h"
#include "gui/shell/blank_print.h"
#include "gui/shell/settings.h"
#include "support/example.h"
#include "test_page_support.h"

#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;
using namespace gui;
using report::Content;

namespace
{

QAbstractButton *checkedOf(const QDialog &dialog, const QString &begins)
{
    for (QRadioButton *each : dialog.findChildren<QRadioButton *>())
        if (each->isChecked() && each->text().startsWith(begins))
            return each;
    return nullptr;
}

QColor inkOf(const QDialog &dialog, const QString &words)
{
    for (QLabel *label : dialog.findChildren<QLabel *>())
        if (driving::plain(label->text()) == words) {
            label->ensurePolished();
            return label->palette().color(QPalette::WindowText);
        }
    INFO(words.toStdString());
    REQUIRE(false);
    return {};
}

// A person in front of « Imprimer une trame vierge »: each step is done once the dialog shows again.
struct Blanks {
    QTemporaryDir folder;
    base::FixedClock clock{QDateTime(QDate(2026, 11, 23), QTime(14, 32))};
    Settings settings{folder.filePath(u"reglages.ini"_s)};
    QString answer;
    QStringList proposed;
    QWidget window;
    std::vector<std::function<void(QDialog &)>> steps;
    size_t done = 0;
    Environment environment{pagetest::officialData(), pagetest::paca(), clock, settings, nullptr, questions()};

    FileQuestions questions()
    {
        const auto reply = [this](QWidget *, const QString &, const QString &path, const QString &) {
            proposed << path;
            return answer;
        };
        return {reply, reply};
    }
    void run()
    {
        QTimer turn;
        QObject::connect(&turn, &QTimer::timeout, &window, [this] {
            auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
            if (!dialog)
                return;
            if (done < steps.size())
                steps[done++](*dialog);
            else
                dialog->reject();
        });
        turn.start(5);
        printBlankTrames(environment, &window);
    }
    [[nodiscard]] QStringList files() const
    {
        return QDir(folder.path()).entryList({u"*.docx"_s, u"*.pdf"_s, u"*.odt"_s}, QDir::Files, QDir::Name);
    }
};

} // namespace

TEST_CASE("The dialog proposes the lettre, filled, in Word, and Enter goes to the file")
{
    ExportDialog dialog(pagetest::paca(), false);
    driving::bring(dialog);
    CHECK(dialog.request().document == pagetest::paca().documents().front().code);
    CHECK(dialog.request().content == Content::Filled);
    CHECK(dialog.format() == Format::Docx);
    driving::key(dialog, Qt::Key_Return);
    CHECK(dialog.result() == QDialog::Accepted);
    CHECK(dialog.outcome() == ExportDialog::Outcome::File);
}

TEST_CASE("A blank trame is never filled, and Enter goes to the printer")
{
    ExportDialog dialog(pagetest::paca(), true);
    driving::bring(dialog);
    CHECK_FALSE(driving::button(dialog, u"Rempli avec le projet"_s));
    CHECK(dialog.request().content == Content::Blank);
    driving::key(dialog, Qt::Key_Return);
    CHECK(dialog.outcome() == ExportDialog::Outcome::Paper);
}

TEST_CASE("Contents and formats are two groups: an arrow in one leaves the other alone")
{
    ExportDialog dialog(pagetest::paca(), false);
    driving::bring(dialog);
    QAbstractButton *filled = driving::button(dialog, u"Rempli avec le projet"_s);
    filled->setFocus();
    QTest::keyClick(filled, Qt::Key_Down);
    CHECK(dialog.request().content == Content::Blank);
    CHECK(dialog.format() == Format::Docx);
    QAbstractButton *word = checkedOf(dialog, u"Word"_s);
    REQUIRE(word);
    word->setFocus();
    QTest::keyClick(word, Qt::Key_Down);
    CHECK(dialog.format() != Format::Docx);
    CHECK(dialog.request().content == Content::Blank);
}

TEST_CASE("Every document of the trame is offered by its title, with what tells it from the others")
{
    const ExportDialog dialog(pagetest::paca(), false);
    const auto *list = dialog.findChild<QComboBox *>();
    REQUIRE(list);
    const auto &documents = pagetest::paca().documents();
    REQUIRE(list->count() == int(documents.size()));
    for (int at = 0; at < list->count(); ++at) {
        CHECK(list->itemText(at).startsWith(documents[size_t(at)].title));
        CHECK(list->itemText(at).contains(documents[size_t(at)].precision));
        CHECK(list->itemData(at).toString() == documents[size_t(at)].code);
    }
}

TEST_CASE("What still lacks is asked again with each choice and hidden when there is nothing to say")
{
    ExportDialog dialog(pagetest::paca(), false);
    driving::bring(dialog);
    QStringList asked;
    dialog.setRemains([&asked](const ExportRequest &request) {
        asked << request.document;
        return request.content == Content::Filled ? u"Il reste 3 points, dont 1 bloquant."_s : QString();
    });
    CHECK(driving::words(dialog).contains(u"Il reste 3 points, dont 1 bloquant."_s));
    driving::click(dialog, u"Vierge, à remplir à la main"_s);
    CHECK_FALSE(driving::words(dialog).contains(u"Il reste"_s));
    driving::click(dialog, u"Rempli avec le projet"_s);
    auto *list = dialog.findChild<QComboBox *>();
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Down);
    CHECK(asked.last() == dialog.request().document);
    CHECK(driving::words(dialog).contains(u"Il reste"_s));
}

TEST_CASE("What became of a request is told in its colour: a failure after a success is no success")
{
    const driving::Look look;
    ExportDialog dialog(pagetest::paca(), true);
    driving::bring(dialog);
    dialog.tell(u"Le document est enregistré."_s);
    const QColor fine = inkOf(dialog, u"Le document est enregistré."_s);
    CHECK(fine == currentPalette().done);
    dialog.tell(u"Le disque est plein."_s, true);
    const QColor wrong = inkOf(dialog, u"Le disque est plein."_s);
    CHECK(wrong != fine);
    dialog.tell(u"Le document est enregistré."_s);
    CHECK(inkOf(dialog, u"Le document est enregistré."_s) == fine);
}

TEST_CASE("A workshop takes several blank trames without leaving the dialog")
{
    Blanks blanks;
    blanks.answer = blanks.folder.filePath(u"trame"_s); // without an ending
    QString told;
    blanks.steps = {
        [](QDialog &dialog) { driving::click(dialog, u"Enregistrer le fichier…"_s); },
        [&](QDialog &dialog) {
            told = driving::words(dialog);
            CHECK(checkedOf(dialog, u"Word"_s)); // the choices are still there
            QAbstractButton *other = driving::button(dialog, u"Vierge, avec les consignes"_s);
            REQUIRE(other);
            other->click();
            blanks.answer = blanks.folder.filePath(u"consignes.docx"_s);
            driving::click(dialog, u"Enregistrer le fichier…"_s);
        },
        [&](QDialog &dialog) { CHECK(driving::words(dialog).contains(u"« consignes.docx » est enregistré"_s)); },
    };
    blanks.run();
    CHECK(blanks.done == 3);
    CHECK(told.contains(u"« trame.docx » est enregistré"_s));
    CHECK(blanks.files() == QStringList{u"consignes.docx"_s, u"trame.docx"_s});
    const auto plainBytes = base::readFile(blanks.folder.filePath(u"trame.docx"_s));
    const auto guided = base::readFile(blanks.folder.filePath(u"consignes.docx"_s));
    REQUIRE(plainBytes.ok());
    REQUIRE(guided.ok());
    CHECK(plainBytes.value().size() < guided.value().size());
}

TEST_CASE("A change of mind writes nothing and tells nothing, a place that refuses is told and the dialog stays")
{
    Blanks blanks;
    blanks.steps = {
        [](QDialog &dialog) { driving::click(dialog, u"Enregistrer le fichier…"_s); },
        [&](QDialog &dialog) {
            CHECK_FALSE(driving::words(dialog).contains(u"enregistré"_s));
            blanks.answer = blanks.folder.filePath(u"absent/ailleurs/trame.docx"_s);
            driving::click(dialog, u"Enregistrer le fichier…"_s);
        },
        [&](QDialog &dialog) {
            INFO(driving::words(dialog).toStdString());
            CHECK_FALSE(driving::words(dialog).contains(u"est enregistré"_s));
            CHECK(driving::words(dialog).contains(u"Choisissez un autre endroit."_s));
        },
    };
    blanks.run();
    CHECK(blanks.done == 3);
    CHECK(blanks.files().isEmpty());
    REQUIRE(blanks.proposed.size() == 2);
    CHECK(QFileInfo(blanks.proposed.front()).suffix() == u"docx"_s);
}
