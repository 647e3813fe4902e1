// Fields that refer to other records, and figures with decimals.
#include "dossier/dossier.h"
#include "gui/dialogs/tick_dialog.h"
#include "gui/forms/binder.h"
#include "gui/widgets/decimal_field.h"
#include "gui/widgets/record_picker.h"
#include "support/catch.h"

#include <QApplication>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace gui;
using domain::Value;

namespace
{

const std::vector<models::Labelled> twoMissions{{u"prevention"_s, u"Prévention"_s}, {u"crises"_s, u"Crises"_s}};

// A fiche of a new project, and two people.
struct FicheForm {
    QTemporaryDir folder;
    base::FixedClock clock{QDateTime(QDate(2026, 11, 23), QTime(14, 32))};
    std::unique_ptr<dossier::Dossier> dossier;
    std::unique_ptr<QWidget> window = std::make_unique<QWidget>();
    base::Id fiche = base::Id::create();
    base::Id alpha = base::Id::create();
    std::unique_ptr<Binder> binder;

    FicheForm()
    {
        domain::Projet projet =
            domain::nouveauProjet(u"CPTS d’essai"_s, u"paca-2022"_s, u"2026"_s, QDate(2026, 11, 23));
        projet.fiches.insert(fiche);
        projet.personnes.insert(alpha).nom = u"Alpha"_s;
        projet.personnes.insert(base::Id::create()).nom = u"Bêta"_s;
        dossier::Options options;
        options.dataFolder = folder.filePath(u"donnees"_s);
        auto created = dossier::Dossier::create(folder.filePath(u"essai.cpts"_s), projet, clock, false, options);
        REQUIRE(created.ok());
        dossier = std::move(created.value());
        binder = std::make_unique<Binder>(*dossier);
    }

    [[nodiscard]] std::function<const domain::Projet &()> projet() const
    {
        return [this]() -> const domain::Projet & { return dossier->projet(); };
    }
    [[nodiscard]] const domain::FicheAction &record() const { return *dossier->projet().fiches.find(fiche); }
};

} // namespace

TEST_CASE("A person is chosen from the keyboard, undone, and a person added since is in the list")
{
    FicheForm form;
    auto *picker = new RecordPicker(form.window.get());
    picker->setSource(form.projet(), models::personneOptions([](const QString &) { return QString(); }),
                      u"À désigner"_s);
    REQUIRE(form.binder->bind(picker, {u"fiche"_s, form.fiche, u"coordonnateur"_s}));
    form.window->show();
    QApplication::setActiveWindow(form.window.get());
    CHECK(picker->currentText() == u"À désigner");
    picker->setFocus();
    QTest::keyClick(picker, Qt::Key_Down);
    CHECK(picker->currentText() == u"Alpha");
    CHECK(form.record().coordonnateur == form.alpha);
    REQUIRE(form.dossier->undo().ok());
    CHECK(picker->currentText() == u"À désigner");

    const auto added =
        domain::inserting(form.dossier->projet(), u"personne"_s, base::Id::create(), {{u"nom"_s, Value(u"Gamma"_s)}});
    REQUIRE(form.dossier->edit(u"Ajouter"_s, added).ok());
    picker->showPopup();
    CHECK(picker->findText(u"Gamma"_s) > 0);
    picker->hidePopup();
}

TEST_CASE("Choosing a mission that nobody wrote about yet adds it, in the same step")
{
    FicheForm form;
    auto *picker = new RecordPicker(form.window.get());
    picker->setSource(form.projet(), models::keyedOptions(u"mission"_s, twoMissions), u"À choisir"_s);
    REQUIRE(form.binder->bind(picker, {u"fiche"_s, form.fiche, u"mission"_s}));
    form.window->show();
    QApplication::setActiveWindow(form.window.get());
    picker->setFocus();
    QTest::keyClick(picker, Qt::Key_Down);
    const domain::Mission *mission = domain::findKey(form.dossier->projet().missions, u"mission"_s, u"prevention"_s);
    REQUIRE(mission);
    CHECK(mission->code == u"prevention");
    CHECK(form.record().mission == base::Id::fromKey(u"mission:prevention"_s));
    REQUIRE(form.dossier->undo().ok());
    CHECK(form.dossier->projet().missions.empty());
    CHECK(form.record().mission.isNull());
}

TEST_CASE("Professions are ticked in a list, with the space bar, leaving without saying so changes nothing")
{
    FicheForm form;
    const std::vector<models::Labelled> lines{{u"infirmiers"_s, u"Infirmiers"_s}, {u"pharmaciens"_s, u"Pharmaciens"_s}};
    auto *picker = new RecordsPicker(form.window.get());
    picker->setSource(form.projet(), models::keyedOptions(u"effectif"_s, lines), u"Professions impliquées"_s,
                      u"Aucune profession"_s);
    REQUIRE(form.binder->bind(picker, {u"fiche"_s, form.fiche, u"professions"_s}));
    form.window->show();
    CHECK(picker->findChild<QLabel *>()->text() == u"Aucune profession");

    for (const bool accept : {false, true}) {
        QTest::keyClick(picker->focusTarget(), Qt::Key_Space);
        auto *dialog = form.window->findChild<TickDialog *>();
        REQUIRE(dialog);
        auto *list = dialog->findChild<QListWidget *>();
        REQUIRE(list->count() == 2);
        QTest::keyClick(list, Qt::Key_Space);
        CHECK(dialog->ticked().size() == 1);
        if (accept)
            dialog->accept();
        else
            dialog->reject();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        CHECK(form.record().professions.size() == (accept ? 1U : 0U));
    }
    CHECK(picker->findChild<QLabel *>()->text() == u"Infirmiers");
    CHECK(form.dossier->projet().effectifs.size() == 1);
}

TEST_CASE("What the filter of a long list hides stays ticked")
{
    std::vector<models::RecordOption> options;
    base::IdList ticked;
    for (int i = 0; i < 20; ++i) {
        options.push_back({base::Id::create(), u"Besoin n° %1"_s.arg(i), {}});
        if (i < 3)
            ticked.push_back(options.back().id);
    }
    TickDialog dialog(u"Besoins"_s, options, ticked);
    dialog.findChild<QLineEdit *>()->setText(u"n° 19"_s);
    int shown = 0;
    auto *list = dialog.findChild<QListWidget *>();
    for (int row = 0; row < list->count(); ++row)
        shown += list->item(row)->isHidden() ? 0 : 1;
    CHECK(shown == 1);
    CHECK(list->horizontalScrollBarPolicy() == Qt::ScrollBarAlwaysOff);
    CHECK(Value(dialog.ticked()) == domain::normalised(Value(ticked)));
}

TEST_CASE("A figure is typed with a comma or a point, with its unit, words are not stored and say so")
{
    DecimalField field;
    for (const auto &[typed, number] : {std::pair(u"14,9"_s, 14.9), std::pair(u"14.9 %"_s, 14.9),
                                        std::pair(u"1 250,50 €"_s, 1250.5), std::pair(u"-3"_s, -3.0)}) {
        field.setText(typed);
        CAPTURE(typed.toStdString());
        CHECK(field.value() == std::optional<Value>(Value(number)));
        CHECK(field.complaint().isEmpty());
    }
    field.setText(QString());
    CHECK(field.value() == std::optional<Value>(Value()));
    field.setText(u"beaucoup"_s);
    CHECK_FALSE(field.value().has_value());
    CHECK(field.complaint().contains(u"14,9"_s));
    field.setValue(Value(2.5));
    CHECK(field.text() == u"2,5");
}
