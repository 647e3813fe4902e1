// What holds of every dialog: Escape refuses it and changes nothing, Tab goes round it, every control says its name, no
// word is cut on a small screen however large the text is.
#include "controle/controle.h"
#include "domain/merge.h"
#include "driving.h"
#include "gui/dialogs/backups_dialog.h"
#include "gui/dialogs/contour_import_dialog.h"
#include "gui/dialogs/data_import_dialog.h"
#include "gui/dialogs/dossier_dialog.h"
#include "gui/dialogs/export_dialog.h"
#include "gui/dialogs/merge_dialog.h"
#include "gui/dialogs/message_dialog.h"
#include "gui/dialogs/new_project_dialog.h"
#include "gui/dialogs/picture_dialog.h"
#include "gui/dialogs/table_dialog.h"
#include "gui/dialogs/tick_dialog.h"
#include "gui/pages/import_dialog.h"
#include "gui/theme/app_guard.h"
#include "outlines_shelf.h"
#include "support/example.h"
#include "test_page_support.h"

#include <QLineEdit>
#include <QListWidget>
#include <QScrollArea>
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using namespace gui;

namespace
{

const QDate today(2026, 11, 23);
const QSize screen(1366, 768);

// A project, and what the dialogs ask of the program.
struct Office {
    QTemporaryDir folder;
    base::FixedClock clock{QDateTime(today, QTime(14, 32))};
    Settings settings{folder.filePath(u"reglages.ini"_s)};
    pagetest::Shelf shelf;
    std::unique_ptr<dossier::Dossier> dossier;
    Environment environment{pagetest::officialData(), pagetest::paca(), clock, settings, nullptr};
    std::unique_ptr<AppContext> context;

    Office()
    {
        auto created = dossier::Dossier::create(folder.filePath(u"essai.cpts"_s), support::vallees(), clock);
        REQUIRE(created.ok());
        dossier = std::move(created.value());
        context.reset(new AppContext{*dossier, environment.reference, environment.trame, clock, &shelf.shelf});
    }
    // Two versions that disagree on a name, a number and a text.
    [[nodiscard]] domain::MergeResult disagreement() const
    {
        const domain::Projet base = dossier->projet();
        domain::Projet mine = base;
        domain::Projet theirs = base;
        mine.structure.nom = u"Association des Vallées"_s;
        theirs.structure.nom = u"Association du Verdon et des Vallées du Haut-Pays"_s;
        mine.population.valeur = 12'000;
        theirs.population.valeur = 12'500;
        theirs.structure.email = u"contact@exemple.fr"_s;
        return domain::merge(base, mine, theirs);
    }
};

using Maker = std::function<std::unique_ptr<QDialog>(Office &)>;

std::vector<models::RecordOption> thirtyOptions()
{
    std::vector<models::RecordOption> options;
    for (int i = 1; i <= 30; ++i)
        options.push_back({base::Id::fromKey(u"x:%1"_s.arg(i)), u"Besoin de santé numéro %1"_s.arg(i), {}});
    return options;
}

std::vector<store::Backup> threeBackups()
{
    std::vector<store::Backup> backups(3);
    for (int i = 0; i < 3; ++i)
        backups[size_t(i)].at = QDateTime(today.addDays(-i), QTime(9, 5));
    return backups;
}

const std::vector<std::pair<const char *, Maker>> &dialogs()
{
    static const std::vector<std::pair<const char *, Maker>> all{
        {"new project",
         [](Office &o) {
             return std::make_unique<NewProjectDialog>(o.environment.reference.professions(), o.folder.path());
         }},
        {"from the example",
         [](Office &o) {
             auto made = std::make_unique<NewProjectDialog>(o.environment.reference.professions(), o.folder.path());
             made->startFrom(u"CPTS des Vallées"_s);
             return made;
         }},
        {"export", [](Office &o) { return std::make_unique<ExportDialog>(o.environment.trame, false); }},
        {"blank trames", [](Office &o) { return std::make_unique<ExportDialog>(o.environment.trame, true); }},
        {"shortcuts", [](Office &) { return std::make_unique<ShortcutsDialog>(); }},
        {"about", [](Office &) { return std::make_unique<AboutDialog>(); }},
        {"no backup", [](Office &) { return std::make_unique<BackupsDialog>(std::vector<store::Backup>(), today); }},
        {"backups", [](Office &) { return std::make_unique<BackupsDialog>(threeBackups(), today); }},
        {"picture", [](Office &) { return std::make_unique<PictureDialog>(u"carte du territoire.png"_s); }},
        {"table", [](Office &) { return std::make_unique<TableDialog>(TableDialog::empty()); }},
        {"ticks",
         [](Office &) { return std::make_unique<TickDialog>(u"Les besoins"_s, thirtyOptions(), base::IdList()); }},
        {"merge", [](Office &o) { return std::make_unique<MergeDialog>(*o.dossier, o.disagreement()); }},
        {"data",
         [](Office &o) {
             return std::make_unique<DataImportDialog>(*o.dossier, o.environment, nullptr,
                                                       o.folder.filePath(u"colonnes.ini"_s));
         }},
        {"outlines",
         [](Office &o) {
             return std::make_unique<ContourImportDialog>(o.shelf.shelf, o.environment.reference.communes(), today,
                                                          o.environment.files, nullptr);
         }},
        {"dossier",
         [](Office &o) {
             const domain::Projet &projet = o.dossier->projet();
             return std::make_unique<DossierDialog>(
                 projet, o.environment.trame,
                 controle::check(projet, o.environment.reference, today, controle::Volet::Projet));
         }},
        {"communes", [](Office &o) { return std::make_unique<ImportDialog>(*o.context); }},
    };
    return all;
}

// Each dialog in turn, made and shown on its own.
void onEachDialog(Office &office, const std::function<void(QDialog &)> &check)
{
    for (const auto &[name, make] : dialogs()) {
        INFO(name);
        const auto dialog = make(office);
        driving::bring(*dialog);
        check(*dialog);
    }
}

} // namespace

TEST_CASE("Escape refuses every dialog, wherever the keyboard is in it, and nothing of the project changes")
{
    Office office;
    for (const auto &[name, make] : dialogs()) {
        INFO(name);
        const auto first = make(office);
        driving::bring(*first);
        const std::set<QWidget *> all = driving::stops(*first);
        for (QWidget *stop : {*all.begin(), *all.rbegin()}) {
            const auto dialog = make(office);
            QSignalSpy accepted(dialog.get(), &QDialog::accepted);
            driving::bring(*dialog);
            // The same stop of another dialog of that kind, by its name.
            for (QWidget *each : driving::stops(*dialog))
                if (driving::nameOf(each) == driving::nameOf(stop))
                    each->setFocus();
            driving::key(*dialog, Qt::Key_Escape);
            INFO(driving::nameOf(stop).toStdString());
            CHECK_FALSE(dialog->isVisible());
            CHECK(dialog->result() == QDialog::Rejected);
            CHECK(accepted.isEmpty());
        }
    }
    CHECK_FALSE(office.dossier->canUndo());
}

TEST_CASE("Tab goes round every dialog and Shift+Tab comes back, each control says its name")
{
    const driving::Look look;
    Office office;
    onEachDialog(office, [](QDialog &dialog) {
        for (const Qt::Key way : {Qt::Key_Tab, Qt::Key_Backtab}) {
            std::set<QWidget *> missing = driving::stops(dialog);
            REQUIRE_FALSE(missing.empty());
            for (QWidget *each : missing)
                CHECK_FALSE(driving::nameOf(each).isEmpty());
            const size_t turns = 2 * missing.size() + 4;
            for (size_t turn = 0; turn < turns && !missing.empty(); ++turn) {
                driving::key(dialog, way, way == Qt::Key_Tab ? Qt::NoModifier : Qt::ShiftModifier);
                REQUIRE(dialog.focusWidget());
                missing.erase(dialog.focusWidget());
            }
            for (QWidget *left : missing) {
                INFO("never reached: " << driving::nameOf(left).toStdString() << " "
                                       << left->metaObject()->className());
                CHECK(left == nullptr);
            }
        }
    });
}

TEST_CASE("No word of a dialog is cut, and each of them fits a small screen, at any size of text and in the dark")
{
    const driving::Look look;
    Office office;
    for (const auto &[mode, zoom] : {std::pair{Theme::Mode::Dark, 150}, std::pair{Theme::Mode::HighContrast, 200}}) {
        look.theme->setMode(mode);
        look.theme->setZoom(zoom);
        INFO(zoom);
        onEachDialog(office, [](QDialog &dialog) {
            QTest::qWait(20);
            CHECK(dialog.minimumSizeHint().width() <= screen.width());
            CHECK(dialog.minimumSizeHint().height() <= screen.height());
            // What a screen can't hold is brought to its size by the program.
            dialog.resize(dialog.size().boundedTo(screen));
            QTest::qWait(20);
            driving::checkWhole(dialog);
        });
    }
}

TEST_CASE("A dialog of fields opens with all of them in sight at the usual size of text")
{
    const driving::Look look;
    Office office;
    onEachDialog(office, [](QDialog &dialog) {
        QTest::qWait(20);
        const auto *scroll = dialog.findChild<QScrollArea *>(u"contenu-dialogue"_s);
        if (!scroll)
            return;
        INFO(scroll->widget()->height() << " in " << scroll->viewport()->height());
        CHECK(scroll->widget()->height() <= scroll->viewport()->height());
        CHECK(scroll->widget()->width() <= scroll->viewport()->width());
    });
}

TEST_CASE("What a dialog has to say once it is open makes room for itself, in large text too")
{
    const driving::Look look;
    for (const int zoom : {100, 200}) {
        look.theme->setZoom(zoom);
        INFO(zoom);
        ExportDialog dialog(pagetest::paca(), false);
        driving::bring(dialog);
        dialog.setRemains([](const ExportRequest &) {
            return u"Il reste 23 points, dont 10 bloquants : la lettre peut partir, mais l’ARS la renverrait sans "
                   u"doute "
                   "pour qu’ils soient complétés avant son examen."_s;
        });
        dialog.tell(u"« Lettre d’intention - CPTS des Vallées.docx » est enregistré dans « Documents »."_s);
        QTest::qWait(20);
        driving::checkWhole(dialog);
        const QAbstractButton *close = driving::button(dialog, u"Fermer"_s);
        CHECK(dialog.rect().contains(close->mapTo(&dialog, close->rect().center())));
    }
}

TEST_CASE("A dialog opened, given up and opened again starts anew")
{
    Office office;
    for (const auto &[name, make] : dialogs()) {
        INFO(name);
        const auto before = make(office);
        driving::bring(*before);
        for (QLineEdit *line : before->findChildren<QLineEdit *>())
            line->setText(u"Laissé en route"_s);
        before->reject();
        const auto after = make(office);
        driving::bring(*after);
        for (const QLineEdit *line : after->findChildren<QLineEdit *>())
            CHECK_FALSE(line->text().contains(u"Laissé"_s));
        CHECK(after->isVisible());
        CHECK_FALSE(after->windowTitle().isEmpty());
    }
    CHECK_FALSE(office.dossier->canUndo());
}

TEST_CASE("The description of a picture is asked before it is put in, the caption is not")
{
    PictureDialog dialog(u"carte.png"_s);
    driving::bring(dialog);
    auto *insert = driving::button(dialog, u"Insérer l’image"_s);
    REQUIRE(insert);
    CHECK_FALSE(insert->isEnabled());
    driving::key(dialog, Qt::Key_Return); // nothing said: nothing happens
    CHECK(dialog.isVisible());
    QTest::keyClicks(dialog.focusWidget(), u"   "_s);
    CHECK_FALSE(insert->isEnabled());
    QTest::keyClicks(dialog.focusWidget(), u"Les trois  cantons "_s);
    CHECK(insert->isEnabled());
    driving::key(dialog, Qt::Key_Return);
    CHECK(dialog.result() == QDialog::Accepted);
    CHECK(dialog.description() == u"Les trois cantons"_s);
    CHECK(dialog.caption().isEmpty());
}

TEST_CASE("A name of a file that looks like HTML is shown as it is in the dialog of pictures")
{
    PictureDialog dialog(u"<b>carte</b> & <img src=x>.png"_s);
    driving::bring(dialog);
    CHECK(driving::words(dialog).contains(u"« <b>carte</b> & <img src=x>.png »"_s));
    for (const QLabel *label : dialog.findChildren<QLabel *>())
        CHECK(label->textFormat() == Qt::PlainText);
}

TEST_CASE("A longer description than a reader listens to stops at its bound")
{
    PictureDialog dialog(u"carte.png"_s);
    driving::bring(dialog);
    const auto lines = dialog.findChildren<QLineEdit *>();
    REQUIRE(lines.size() == 2);
    lines[0]->insert(QString(1000, u'a'));
    lines[1]->insert(QString(1000, u'b'));
    CHECK(dialog.description().size() == 300);
    CHECK(dialog.caption().size() == 200);
}

TEST_CASE("A version kept on this computer is chosen with the arrows and Enter, once")
{
    BackupsDialog dialog(threeBackups(), today);
    QSignalSpy accepted(&dialog, &QDialog::accepted);
    driving::bring(dialog);
    CHECK(dialog.chosen().at.date() == today); // the newest, unless another is chosen
    auto *list = dialog.findChild<QListWidget *>();
    REQUIRE(list);
    CHECK(driving::plain(list->item(0)->text()) == u"aujourd’hui à 9 h 05"_s);
    CHECK(driving::plain(list->item(1)->text()) == u"hier à 9 h 05"_s);
    list->setFocus();
    driving::key(dialog, Qt::Key_Down);
    driving::key(dialog, Qt::Key_Return);
    CHECK(accepted.count() == 1);
    CHECK(dialog.chosen().at.date() == today.addDays(-1));
}

TEST_CASE("A version kept says of which file it is and why it was kept")
{
    auto backups = threeBackups();
    backups[0].name = u"Vallées-Lucie"_s;
    backups[0].reason = u"fermeture"_s;
    backups[1].reason = u"un motif d’une autre version"_s;
    BackupsDialog dialog(backups, today);
    driving::bring(dialog);
    auto *list = dialog.findChild<QListWidget *>();
    CHECK(driving::plain(list->item(0)->text()) == u"aujourd’hui à 9 h 05 · « Vallées-Lucie » · à la fermeture"_s);
    CHECK(driving::plain(list->item(1)->text()) == u"hier à 9 h 05"_s);
}

TEST_CASE("Without a version kept, the dialog says when the first comes and offers nothing to open")
{
    BackupsDialog dialog({}, today);
    driving::bring(dialog);
    CHECK(driving::words(dialog).contains(u"Aucune version de secours pour l’instant"_s));
    CHECK_FALSE(driving::button(dialog, u"Ouvrir cette version…"_s)->isEnabled());
    CHECK_FALSE(dialog.findChild<QListWidget *>()->isVisible());
    driving::key(dialog, Qt::Key_Return);
    CHECK(dialog.result() == QDialog::Rejected);
    driving::click(dialog, u"Fermer"_s);
    CHECK_FALSE(dialog.isVisible());
}
