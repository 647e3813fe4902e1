// A field that names another record follows it: renamed, taken away, brought back, elsewhere.
#include "driving.h"
#include "gui/forms/binder.h"
#include "gui/widgets/choice_box.h"
#include "gui/widgets/record_picker.h"
#include "support/thread.h"
#include "test_page_support.h"

#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;
using namespace gui;
using base::Id;

namespace
{

// A fiche, its coordinator and its needs, each in a field.
struct Fiche {
    QTemporaryDir folder;
    base::FixedClock clock{QDateTime(QDate(2026, 11, 23), QTime(14, 32))};
    std::unique_ptr<dossier::Dossier> dossier;
    std::unique_ptr<QWidget> window = std::make_unique<QWidget>();
    Id fiche, person, first, second;
    std::unique_ptr<Binder> binder;
    RecordPicker *who = new RecordPicker(window.get());
    RecordsPicker *needs = new RecordsPicker(window.get());

    Fiche()
    {
        domain::Projet projet = pagetest::emptyProject();
        person = Id::create();
        projet.personnes.insert(person).nom = u"Alpha"_s;
        first = support::addBesoin(projet, u"a"_s, u"Accès aux soins"_s);
        second = support::addBesoin(projet, u"b"_s, u"Prévention"_s);
        fiche = support::addFiche(projet, u"a"_s, u"Fiche"_s, {first, second});
        projet.fiches.find(fiche)->coordonnateur = person;
        auto created = dossier::Dossier::create(folder.filePath(u"essai.cpts"_s), projet, clock);
        REQUIRE(created.ok());
        dossier = std::move(created.value());
        binder = std::make_unique<Binder>(*dossier);
        const auto source = [this]() -> const domain::Projet & { return dossier->projet(); };
        who->setSource(source, models::personneOptions([](const QString &) { return QString(); }), u"À désigner"_s);
        needs->setSource(source, models::besoinOptions(), u"Les besoins"_s, u"Aucun besoin"_s);
        auto *column = new QVBoxLayout(window.get());
        column->addWidget(who);
        column->addWidget(needs);
        REQUIRE(binder->bind(who, {u"fiche"_s, fiche, u"coordonnateur"_s}));
        REQUIRE(binder->bind(needs, {u"fiche"_s, fiche, u"besoins"_s}));
        driving::bring(*window);
    }
    ~Fiche() { binder.reset(); }
    void edit(const domain::ChangeList &changes) const { REQUIRE(dossier->edit(u"Ailleurs"_s, changes).ok()); }
    void set(const QString &table, const Id &id, const QString &field, const QString &text) const
    {
        edit(domain::setting(dossier->projet(), {table, id, field}, domain::Value(text)));
    }
    [[nodiscard]] QString told() const { return driving::words(*needs); }
    [[nodiscard]] const domain::FicheAction &record() const { return *dossier->projet().fiches.find(fiche); }
};

} // namespace

TEST_CASE("Somebody who is renamed elsewhere is shown by their new name, undo by the old one")
{
    const Fiche fiche;
    CHECK(fiche.who->currentText() == u"Alpha"_s);
    fiche.set(u"personne"_s, fiche.person, u"nom"_s, u"Oméga"_s);
    CHECK(fiche.who->currentText() == u"Oméga"_s);
    REQUIRE(fiche.dossier->undo().ok());
    CHECK(fiche.who->currentText() == u"Alpha"_s);
    CHECK(fiche.record().coordonnateur == fiche.person);
}

TEST_CASE("The words of several needs follow what they are called, in their order")
{
    const Fiche fiche;
    CHECK(fiche.told() == u"Accès aux soins · Prévention"_s);
    fiche.set(u"besoin"_s, fiche.second, u"enonce"_s, u"Dépistage"_s);
    CHECK(fiche.told() == u"Accès aux soins · Dépistage"_s);
    REQUIRE(fiche.dossier->undo().ok());
    CHECK(fiche.told() == u"Accès aux soins · Prévention"_s);
}

TEST_CASE("Somebody who is taken away leaves their field, and comes back with an undo")
{
    const Fiche fiche;
    fiche.edit(domain::removing(fiche.dossier->projet(), u"personne"_s, fiche.person));
    CHECK(fiche.who->currentText() == u"À désigner"_s);
    CHECK(fiche.record().coordonnateur.isNull());
    fiche.edit(domain::removing(fiche.dossier->projet(), u"besoin"_s, fiche.first));
    CHECK(fiche.told() == u"Prévention"_s);
    fiche.binder->flush();
    REQUIRE(fiche.dossier->undo().ok());
    REQUIRE(fiche.dossier->undo().ok());
    CHECK(fiche.who->currentText() == u"Alpha"_s);
    CHECK(fiche.told() == u"Accès aux soins · Prévention"_s);
}

TEST_CASE("Somebody renamed while the field has the keyboard stays the chosen one, and the list has the new name")
{
    const Fiche fiche;
    fiche.who->setFocus();
    const int entries = fiche.who->count();
    fiche.set(u"personne"_s, fiche.person, u"nom"_s, u"Oméga"_s);
    CHECK(fiche.who->currentText() == u"Oméga"_s);
    CHECK(fiche.who->count() == entries);
    CHECK(fiche.who->findText(u"Alpha"_s) < 0);
    QTest::keyClick(fiche.who, Qt::Key_Up);
    CHECK(fiche.record().coordonnateur.isNull());
}

TEST_CASE("The wheel over a field that names somebody leaves them, with the keyboard in it too")
{
    const Fiche fiche;
    for (const bool focused : {false, true}) {
        if (focused)
            fiche.who->setFocus();
        QWheelEvent down(QPointF(5, 5), fiche.who->mapToGlobal(QPointF(5, 5)), {}, QPoint(0, -240), Qt::NoButton,
                         Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(fiche.who, &down);
        CHECK(fiche.record().coordonnateur == fiche.person);
    }
}

TEST_CASE("A list of choices that shows a code it does not know forgets it with the next record")
{
    ChoiceBox box;
    box.setChoices({{u"zip"_s, u"ZIP"_s}, {u"zac"_s, u"ZAC"_s}}, u"Non renseigné"_s);
    box.setValue(domain::Value(u"venu d’ailleurs"_s));
    CHECK(box.currentText() == u"venu d’ailleurs"_s);
    CHECK(box.value() == domain::Value(u"venu d’ailleurs"_s));
    box.setValue(domain::Value(u"zac"_s));
    CHECK(box.currentText() == u"ZAC"_s);
    CHECK(box.findText(u"venu d’ailleurs"_s) < 0);
    CHECK(box.count() == 3);
}
