// What comes in from a file or the clipboard, and what goes out to be sent, through the windows.
#include "base/file.h"
#include "domain/json.h"
#include "gui/dialogs/data_import_dialog.h"
#include "gui/dialogs/dossier_dialog.h"
#include "gui/dialogs/import_columns.h"
#include "gui/shell/drop.h"
#include "gui/shell/file_desk.h"
#include "gui/shell/settings.h"
#include "gui/widgets/choice_box.h"
#include "gui/widgets/info_bar.h"
#include "support/source.h"
#include "test_page_support.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QElapsedTimer>
#include <QLabel>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>

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

// The import dialog, read as a person reads it.
struct Import {
    Desk &desk;
    gui::DataImportDialog dialog{*desk.dossier, desk.environment, &desk.window,
                                 desk.folder.filePath(u"colonnes.ini"_s)};

    explicit Import(Desk &on) : desk(on) { dialog.show(); }

    void wait()
    {
        REQUIRE(QTest::qWaitFor([this] { return !dialog.isRunning(); }, 60'000));
    }
    void paste(const QString &text)
    {
        QApplication::clipboard()->setText(text);
        QTest::mouseClick(button(&dialog, u"Coller un tableau"_s), Qt::LeftButton);
        wait();
    }
    // « Suivant » or « Importer », whichever is there.
    QPushButton *next()
    {
        QPushButton *onwards = button(&dialog, u"Suivant"_s);
        return onwards ? onwards : button(&dialog, u"Importer"_s);
    }
    void goOn()
    {
        REQUIRE(next()->isEnabled());
        QTest::mouseClick(next(), Qt::LeftButton);
        wait();
    }
    // All that is shown as text.
    QString words()
    {
        QString all;
        for (const QLabel *label : dialog.findChildren<QLabel *>())
            if (label->isVisible())
                all += label->text() + u'\n';
        for (const QPlainTextEdit *text : dialog.findChildren<QPlainTextEdit *>())
            if (text->isVisible())
                all += text->toPlainText() + u'\n';
        return all.replace(QChar(0x202F), u' ').replace(QChar(QChar::Nbsp), u' ');
    }
    QComboBox *named(const QString &name)
    {
        for (QComboBox *each : dialog.findChildren<QComboBox *>())
            if (each->accessibleName() == name)
                return each;
        FAIL("no choice of that name");
        return nullptr;
    }
    QString kind() { return named(u"Sorte de données"_s)->currentData().toString(); }
};

// Chooses an entry with the keyboard alone.
void chooseByKeys(QComboBox *box, const QString &text)
{
    box->setFocus();
    const int wanted = box->findText(text);
    REQUIRE(wanted >= 0);
    while (box->currentIndex() != wanted)
        QTest::keyClick(box, box->currentIndex() < wanted ? Qt::Key_Down : Qt::Key_Up);
}

domain::Projet withCommunes()
{
    domain::Projet projet = emptyProject();
    for (const QString &code : {u"04039"_s, u"04088"_s}) {
        auto &commune = projet.communes.insert(base::Id::fromKey(u"commune:"_s + code));
        commune.code = code;
        commune.nom = code == u"04039" ? u"Castellane"_s : u"Forcalquier"_s;
        commune.population = 1'500;
    }
    return projet;
}

} // namespace

TEST_CASE("A list of members is pasted, recognised, looked at, added as one step, and undone")
{
    Desk desk;
    Import import(desk);
    CHECK_FALSE(import.next()->isEnabled());
    import.paste(table());
    CHECK(import.kind() == u"personnes");
    CHECK(import.words().contains(u"Reconnu d’après ses titres"_s));
    import.goOn();
    CHECK(import.dialog.columns()->rowCount() == 2);
    CHECK(import.dialog.columns()->mapping().size() == 4);
    import.goOn();
    CHECK(desk.dossier->projet().personnes.empty());
    CHECK(import.words().contains(u"2 nouveaux membres"_s));
    CHECK(import.next()->text() == u"Importer");
    import.goOn();
    CHECK(import.dialog.result() == QDialog::Accepted);
    REQUIRE(desk.dossier->projet().personnes.size() == 2);
    for (const auto &[id, personne] : desk.dossier->projet().personnes)
        CHECK(personne.membre);
    REQUIRE(desk.dossier->undo().ok());
    CHECK(desk.dossier->projet().personnes.empty());
}

TEST_CASE("Only the RPPS offers to count the libéraux alone, and the preview tells what it does")
{
    Desk desk(withCommunes());
    Import import(desk);
    auto *only = import.dialog.findChild<QCheckBox *>();
    REQUIRE(only);
    chooseByKeys(import.named(u"Sorte de données"_s), u"Liste des membres"_s);
    CHECK_FALSE(only->isVisibleTo(&import.dialog));
    chooseByKeys(import.named(u"Sorte de données"_s), u"Professionnels de santé du territoire (RPPS)"_s);
    CHECK(only->isVisibleTo(&import.dialog));
    const QString titles =
        u"Identification nationale PP|Code profession|Code commune (coord. structure)|Code savoir-faire|Code mode "
        "exercice\n"_s;
    const QString lines = u"1|60|04039||L\n2|60|04039||S\n3|60|04088||L\n"_s;
    import.paste(titles + lines);
    import.goOn();
    import.goOn();
    CHECK(import.words().contains(u"Infirmiers : 3, dont 2 en libéral"_s));
    CHECK_FALSE(import.words().contains(u"Seuls les libéraux"_s));
    QTest::mouseClick(button(&import.dialog, u"Précédent"_s), Qt::LeftButton);
    QTest::mouseClick(button(&import.dialog, u"Précédent"_s), Qt::LeftButton);
    only->setChecked(true);
    import.wait();
    import.goOn();
    import.goOn();
    CHECK(import.words().contains(u"Seuls les libéraux sont comptés ; laissés de côté : 1 professionnel"_s));
    CHECK(import.words().contains(u"Infirmiers : 2"_s));
}

TEST_CASE("A file that is not what was chosen is told in words, and adds nothing")
{
    Desk desk;
    desk.answer = desk.folder.filePath(u"photo.xlsx"_s);
    REQUIRE(base::writeFile(desk.answer, QByteArray("\x89PNG\r\n\x1A\n rien d'un classeur")).ok());
    Import import(desk);
    auto *kinds = import.named(u"Sorte de données"_s);
    for (int at = 0; at < kinds->count(); ++at) {
        kinds->setCurrentIndex(at);
        QTest::mouseClick(button(&import.dialog, u"Choisir un fichier…"_s), Qt::LeftButton);
        import.wait();
        CAPTURE(kinds->currentText().toStdString());
        CHECK(kinds->currentIndex() == at); // a person chose it
        CHECK_FALSE(import.next()->isEnabled());
        CHECK(import.words().contains(u"Rien n’a été modifié"_s));
    }
    CHECK_FALSE(desk.dossier->canUndo());
}

TEST_CASE("Enter goes on from a file that was read, and never gives the import up")
{
    Desk desk;
    desk.answer = desk.folder.filePath(u"membres.csv"_s);
    REQUIRE(base::writeFile(desk.answer, QByteArray("Nom;Prenom;Profession\nAlpha;Camille;Infirmier\n")).ok());
    Import import(desk);
    QApplication::setActiveWindow(&import.dialog);
    QPushButton *file = button(&import.dialog, u"Choisir un fichier…"_s);
    file->setFocus();
    QTest::keyClick(file, Qt::Key_Space);
    import.wait();
    REQUIRE(QApplication::focusWidget() == import.next());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    CHECK(import.words().contains(u"Étape 2 sur 3"_s));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    import.wait();
    CHECK(import.words().contains(u"Étape 3 sur 3"_s));
    CHECK(import.dialog.isVisible());
    CHECK_FALSE(button(&import.dialog, u"Annuler"_s)->isDefault());
    CHECK_FALSE(button(&import.dialog, u"Annuler"_s)->autoDefault());

    // A choice that reads again keeps the keyboard.
    QTest::mouseClick(button(&import.dialog, u"Précédent"_s), Qt::LeftButton);
    QTest::mouseClick(button(&import.dialog, u"Précédent"_s), Qt::LeftButton);
    chooseByKeys(import.named(u"Entre les colonnes"_s), u"Virgule"_s);
    import.wait();
    CHECK(QApplication::focusWidget() == import.named(u"Entre les colonnes"_s));
}

TEST_CASE("Columns are chosen with the keyboard, remembered for the same titles, and forgotten when asked")
{
    Desk desk;
    const QString list = u"Patronyme\tPetit nom\tNé en\nAlpha\tCamille\t1980\nBeta\tAndrea\t1975\n"_s;
    {
        Import import(desk);
        chooseByKeys(import.named(u"Sorte de données"_s), u"Liste des membres"_s);
        import.paste(list);
        import.goOn();
        auto *columns = import.dialog.columns();
        CHECK(columns->mapping().empty());
        CHECK_FALSE(import.next()->isEnabled());
        chooseByKeys(import.named(u"Ce qu’est la colonne « Patronyme »"_s), u"Prénom"_s);
        chooseByKeys(import.named(u"Ce qu’est la colonne « Petit nom »"_s), u"Prénom"_s);
        // Two columns are not the first name: the last choice is kept.
        CHECK(columns->mapping() == imports::ColumnMapping{{1, u"prenom"_s}});
        chooseByKeys(import.named(u"Ce qu’est la colonne « Patronyme »"_s), u"Nom"_s);
        import.goOn();
        import.goOn();
        CHECK(desk.dossier->projet().personnes.size() == 2);
    }
    Import again(desk);
    chooseByKeys(again.named(u"Sorte de données"_s), u"Liste des membres"_s);
    again.paste(list);
    again.goOn();
    CHECK(again.words().contains(u"celles de votre dernier import"_s));
    CHECK(again.dialog.columns()->mapping() == imports::ColumnMapping{{0, u"nom"_s}, {1, u"prenom"_s}});
    QTest::mouseClick(button(&again.dialog, u"Oublier ce choix"_s), Qt::LeftButton);
    CHECK(again.dialog.columns()->mapping().empty());
    CHECK(gui::ColumnMemory(desk.folder.filePath(u"colonnes.ini"_s))
              .columns(u"personnes"_s, {u"Patronyme"_s, u"Petit nom"_s, u"Né en"_s})
              .empty());
}

TEST_CASE("The keyboard begins on the choice of a file, then goes down the step")
{
    Desk desk;
    Import import(desk);
    QApplication::setActiveWindow(&import.dialog);
    CHECK(QApplication::focusWidget() == button(&import.dialog, u"Choisir un fichier…"_s));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    CHECK(QApplication::focusWidget() == button(&import.dialog, u"Coller un tableau"_s));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    CHECK(QApplication::focusWidget() == import.named(u"Sorte de données"_s));
}

TEST_CASE("« Adhérent ? » is no second column of names, two of them stop the import, what is ignored is named")
{
    Desk desk;
    Import import(desk);
    import.paste(u"Nom du professionnel\tProfession\tAdhérent ?\tCotis.\nDr DUPONT Jean\tMG\toui\t50\n"
                 "NGUYEN Linh\tIDEL\tnon\t\n"_s);
    import.goOn();
    auto *columns = import.dialog.columns();
    CHECK(columns->mapping() == imports::ColumnMapping{{0, u"nomComplet"_s}, {1, u"profession"_s}, {2, u"membre"_s}});
    // The open list shows its longest line whole, in a narrow column.
    auto *choice = columns->choice(2);
    columns->setColumnWidth(2, 60);
    choice->showPopup();
    CHECK(choice->width() < choice->view()->sizeHintForColumn(0));
    CHECK(choice->view()->width() >= choice->view()->sizeHintForColumn(0));
    choice->hidePopup();

    // The arrow keys go through « Nom et prénom » and « Profession », and take them from no column.
    chooseByKeys(choice, u"Nom"_s);
    CHECK(columns->mapping() == imports::ColumnMapping{{0, u"nomComplet"_s}, {1, u"profession"_s}, {2, u"nom"_s}});
    CHECK(import.words().contains(u"Deux colonnes de noms sont choisies"_s));
    CHECK_FALSE(import.next()->isEnabled());
    chooseByKeys(choice, u"Membre (oui ou non)"_s);
    CHECK_FALSE(import.words().contains(u"Deux colonnes de noms"_s));
    import.goOn();
    CHECK(import.words().contains(u"1 nouveau membre"_s));
    CHECK(import.words().contains(u"1 personne ajoutée sans être membre"_s));
    CHECK(import.words().contains(u"Colonne laissée de côté : Cotis."_s));
}

TEST_CASE("Tab goes from one column to the next, and brings it into view")
{
    Desk desk;
    Import import(desk);
    QStringList titles;
    for (int i = 1; i <= 12; ++i)
        titles << u"Titre %1"_s.arg(i);
    import.paste(titles.join(u'\t') + u"\n1\t2\t3\t4\t5\t6\t7\t8\t9\t10\t11\t12\n"_s);
    import.goOn();
    auto *columns = import.dialog.columns();
    REQUIRE(columns->columnCount() == 12);
    QApplication::setActiveWindow(&import.dialog);
    columns->choice(0)->setFocus();
    for (int column = 0; column < 12; ++column) {
        REQUIRE(QApplication::focusWidget() == columns->choice(column));
        const int left = columns->columnViewportPosition(column);
        CHECK(left >= 0);
        CHECK(left + columns->columnWidth(column) <= columns->viewport()->width());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
}

TEST_CASE("The way a table is written is shown, and can be said otherwise")
{
    Desk desk;
    desk.answer = desk.folder.filePath(u"liste.csv"_s);
    REQUIRE(base::writeFile(desk.answer, QByteArray("Liste;\nNom,x;Pr\xE9nom\nAlpha,y;Camille\n")).ok());
    Import import(desk);
    chooseByKeys(import.named(u"Sorte de données"_s), u"Liste des membres"_s);
    QTest::mouseClick(button(&import.dialog, u"Choisir un fichier…"_s), Qt::LeftButton);
    import.wait();
    CHECK(import.named(u"Lettres accentuées"_s)->currentText() == u"Anciennes de Windows");
    CHECK(import.named(u"Entre les colonnes"_s)->currentText() == u"Point-virgule");
    chooseByKeys(import.named(u"Entre les colonnes"_s), u"Virgule"_s);
    import.wait();
    chooseByKeys(import.named(u"Ligne des titres"_s), u"Ligne 2"_s);
    import.wait();
    import.goOn();
    CHECK(import.dialog.columns()->columnCount() == 2);
    CHECK(import.dialog.columns()->horizontalHeaderItem(1)->text() == u"x;Prénom");
    CHECK(import.dialog.columns()->mapping() == imports::ColumnMapping{{0, u"nom"_s}});
}

TEST_CASE("A commune that is not recognised is chosen among the nearest, then imported")
{
    Desk desk(withCommunes());
    Import import(desk);
    import.paste(u"Commune\tTaux de recours\nCastellane\t12,5\nForcalqier\t7\n"_s);
    CHECK(import.kind() == u"valeurs-communes");
    import.goOn();
    import.goOn();
    QComboBox *choice = import.named(u"Quelle commune est « Forcalqier » ?"_s);
    const int found = choice->findData(u"04088"_s);
    REQUIRE(found > 0);
    chooseByKeys(choice, choice->itemText(found));
    REQUIRE(QTest::qWaitFor([&] { return import.words().contains(u"comme vous l’avez choisi"_s); }, 10'000));
    import.wait();
    import.goOn();
    REQUIRE(desk.dossier->projet().indicateurs.size() == 1);
    CHECK(desk.dossier->projet().indicateurs.begin()->second.parCommune == u"04039=12.5 04088=7");
}

TEST_CASE("Ctrl+V pastes the table, one Escape does not throw it away, and a table of one’s own gets no source")
{
    Desk desk(withCommunes());
    Import import(desk);
    QApplication::setActiveWindow(&import.dialog);
    QApplication::clipboard()->setText(u"Code commune\tCommune\tAPL médecins 2023\n04039\tCastellane\t3,8\n"_s);
    QTest::keyClick(&import.dialog, Qt::Key_V, Qt::ControlModifier);
    import.wait();
    CHECK(import.kind() == u"valeurs-communes");
    QTest::keyClick(&import.dialog, Qt::Key_Escape);
    CHECK(import.dialog.isVisible());
    CHECK(import.words().contains(u"Appuyez encore sur Échap"_s));
    import.goOn();
    CHECK_FALSE(import.words().contains(u"Appuyez encore sur Échap"_s));
    import.goOn();
    import.goOn();
    REQUIRE(desk.dossier->projet().indicateurs.size() == 1);
    CHECK(desk.dossier->projet().indicateurs.begin()->second.source.isEmpty());
    Import left(desk);
    left.paste(table());
    QTest::keyClick(&left.dialog, Qt::Key_Escape);
    QTest::keyClick(&left.dialog, Qt::Key_Escape);
    CHECK_FALSE(left.dialog.isVisible());
}

TEST_CASE("A long read leaves the window alive and stops at once")
{
    Desk desk(withCommunes());
    desk.answer = desk.folder.filePath(u"rpps.csv"_s);
    QByteArray lines("Identification nationale PP;Code profession;Code savoir-faire;Code mode exercice;"
                     "Code commune (coord. structure)\n");
    for (int i = 0; i < 600'000; ++i)
        lines += QByteArray::number(i) + ";60;;L;04039\n";
    REQUIRE(base::writeFile(desk.answer, lines).ok());
    Import import(desk);
    QTest::mouseClick(button(&import.dialog, u"Choisir un fichier…"_s), Qt::LeftButton);
    import.wait();
    CHECK(import.kind() == u"rpps");
    import.goOn();
    const int others = base::errands::running();
    QTest::mouseClick(import.next(), Qt::LeftButton);
    REQUIRE(import.dialog.isRunning());
    auto *bar = import.dialog.findChild<QProgressBar *>();
    REQUIRE(QTest::qWaitFor([&] { return bar->value() > 0; }, 20'000));
    QElapsedTimer since;
    since.start();
    QTest::mouseClick(button(&import.dialog, u"Arrêter l’import"_s), Qt::LeftButton);
    CHECK_FALSE(import.dialog.isRunning());
    while (base::errands::running() > others && since.elapsed() < 5'000)
        QTest::qWait(5);
    CHECK(since.elapsed() < 500);
    CHECK(import.words().contains(u"La lecture est arrêtée. Rien n’a été modifié."_s));
    CHECK_FALSE(desk.dossier->canUndo());
}

TEST_CASE("A table dropped on a window is told from a project")
{
    QMimeData dropped;
    dropped.setUrls({QUrl::fromLocalFile(u"/tmp/photo.png"_s), QUrl::fromLocalFile(u"/tmp/Membres.XLSX"_s)});
    CHECK(gui::droppedTable(&dropped) == u"/tmp/Membres.XLSX");
    CHECK(gui::droppedProject(&dropped).isEmpty());
    dropped.setUrls({QUrl::fromLocalFile(u"/tmp/essai.cpts"_s)});
    CHECK(gui::droppedTable(&dropped).isEmpty());
    CHECK(gui::droppedProject(&dropped) == u"/tmp/essai.cpts");
}

TEST_CASE("An import that is done says what it added and how to undo it")
{
    Desk desk;
    gui::InfoBarStack messages;
    gui::FileDesk files(
        *desk.dossier, desk.environment, messages, [] {}, &desk.window);
    files.importData({});
    auto *dialog = desk.window.findChild<gui::DataImportDialog *>();
    REQUIRE(dialog);
    Q_EMIT dialog->accepted();
    const gui::InfoBar *told = messages.bar(u"import"_s);
    REQUIRE(told);
    CHECK(told->sentence().startsWith(u"Import terminé"_s));
    CHECK(told->sentence().contains(u"Annuler"_s));
}

TEST_CASE("After an import, a button leads to the records that came, until the import is undone")
{
    Desk desk;
    gui::InfoBarStack messages;
    gui::FileDesk files(
        *desk.dossier, desk.environment, messages, [] {}, &desk.window);
    QSignalSpy asked(&files, &gui::FileDesk::pageAsked);
    files.importWith(u"personnes"_s);
    auto *dialog = desk.window.findChild<gui::DataImportDialog *>();
    REQUIRE(dialog);
    dialog->take(imports::ImportInput::pasted(u"Nom\tPrénom\tProfession\nMARTIN\tÉlodie\tInfirmière\n"_s));
    auto *next = button(dialog, u"Suivant"_s);
    REQUIRE(next);
    for (int step = 0; step < 3; ++step) {
        REQUIRE(QTest::qWaitFor([&] { return next->isEnabled(); }, 10'000));
        next->click();
    }
    REQUIRE(messages.bar(u"import"_s));
    auto *see = button(messages.bar(u"import"_s), u"Voir les membres →"_s);
    REQUIRE(see);
    see->click();
    REQUIRE(asked.count() == 1);
    CHECK(asked.front().front().toString() == u"organisation"_s);
    CHECK(asked.front().at(1).value<domain::FieldAddress>().id == desk.dossier->projet().personnes.begin()->first);

    const auto other =
        domain::settingChamp(desk.dossier->projet(), *domain::parseChamp(u"identite.nom"_s), domain::Value(u"Autre"_s));
    REQUIRE(desk.dossier->edit(u"Essai"_s, other));
    REQUIRE(desk.dossier->undo());
    CHECK(messages.bar(u"import"_s)); // that was another edit
    REQUIRE(desk.dossier->undo());
    CHECK_FALSE(messages.bar(u"import"_s));
    REQUIRE(desk.dossier->redo());
    CHECK_FALSE(messages.bar(u"import"_s));
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
    REQUIRE(QTest::qWaitFor([&desk] { return QFile::exists(desk.answer + u"/Courriel.txt"_s); }, 60'000));
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
