#include "unit/dossier/bench.h"
#include "unit/dossier/random_edits.h"

#include <QFile>

using namespace testing;

namespace
{

// A project named « Un », then « Deux », which has just been undone.
std::unique_ptr<Dossier> createWithOneUndone(Bench &bench)
{
    auto dossier = bench.create();
    REQUIRE(set(*dossier, u"structure.nom"_s, u"Un"_s).ok());
    REQUIRE(set(*dossier, u"structure.nom"_s, u"Deux"_s).ok());
    REQUIRE(dossier->undo().ok());
    return dossier;
}

} // namespace

TEST_CASE("a new project is on the disk before create() returns, and opens again the same")
{
    Bench bench;
    auto dossier = bench.create();
    CHECK(filesIn(bench.user()).contains(u"vallée.cpts"_s));
    CHECK(dossier->saveState().type == dossier::SaveState::Type::Saved);
    CHECK(dossier->saveState().at == bench.clock.now());
    const QByteArray before = factsOf(dossier->projet());
    const auto id = dossier->id();
    dossier.reset();
    CHECK(filesIn(bench.user()) == QStringList{u"vallée.cpts"_s});
    dossier = bench.open();
    CHECK(dossier->id() == id);
    CHECK(factsOf(dossier->projet()) == before);
    CHECK_FALSE(dossier->opening().recovered);
    CHECK(dossier->opening().sentence.isEmpty());
    CHECK_FALSE(dossier->canUndo());
}

TEST_CASE("create() does not replace an existing file unless told")
{
    Bench bench;
    bench.create(u"Premier"_s).reset();
    const auto refused = Dossier::create(bench.file(), {}, bench.clock, false, bench.options);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().code == base::ErrorCode::Conflict);
    CHECK(refused.error().message.contains(u"n’a pas été remplacé"_s));
    CHECK(textOf(*bench.open(), u"identite.nom"_s) == u"Premier");
    auto replaced =
        Dossier::create(bench.file(), domain::nouveauProjet(u"Second"_s, {}, {}, {}), bench.clock, true, bench.options);
    REQUIRE(replaced.ok());
    replaced.value().reset();
    CHECK(textOf(*bench.open(), u"identite.nom"_s) == u"Second");
}

TEST_CASE("an undo that takes records away leads to their list, one that brings a whole record to it")
{
    Bench bench;
    auto dossier = bench.create();
    domain::FieldAddress shown;
    QObject::connect(dossier.get(), &Dossier::steppedTo, dossier.get(),
                     [&](const domain::FieldAddress &field) { shown = field; });
    const domain::Id fiche = domain::Id::create(), first = domain::Id::create(), person = domain::Id::create();
    const auto add = [&](const QString &table, const domain::Id &id,
                         const std::vector<std::pair<QString, domain::Value>> &fields) {
        REQUIRE(dossier->edit(u"Ajouter"_s, domain::inserting(dossier->projet(), table, id, fields)).ok());
    };
    add(u"fiche"_s, fiche, {{u"intitule"_s, u"Accès aux soins"_s}});
    add(u"indicateurAction"_s, first, {{u"fiche"_s, fiche}, {u"intitule"_s, u"Patients vus"_s}});
    REQUIRE(dossier->undo().ok());
    CHECK(shown == domain::FieldAddress{u"indicateurAction"_s, fiche, u"fiche"_s});
    REQUIRE(dossier->redo().ok());
    CHECK(shown.id == first);
    add(u"personne"_s, person, {{u"nom"_s, u"PSI"_s}});
    REQUIRE(dossier->undo().ok());
    CHECK(shown == domain::FieldAddress{u"personne"_s, {}, u"nom"_s});
    // A whole fiche goes with what it owns, and comes back.
    REQUIRE(dossier->edit(u"Retirer"_s, domain::removing(dossier->projet(), u"fiche"_s, fiche)).ok());
    REQUIRE(dossier->undo().ok());
    CHECK(shown == domain::FieldAddress{u"fiche"_s, fiche, {}});
    REQUIRE(dossier->redo().ok());
    CHECK(shown.table == u"fiche"_s);
    CHECK(shown.id.isNull());
}

TEST_CASE("edits, undo and redo, with what changed told each time")
{
    Bench bench;
    auto dossier = bench.create();
    std::vector<domain::ChangeList> told;
    std::vector<domain::FieldAddress> shown;
    QObject::connect(dossier.get(), &Dossier::changed, dossier.get(),
                     [&](const domain::ChangeList &changes) { told.push_back(changes); });
    QObject::connect(dossier.get(), &Dossier::steppedTo, dossier.get(),
                     [&](const domain::FieldAddress &field) { shown.push_back(field); });
    REQUIRE(set(*dossier, u"structure.nom"_s, u"Association"_s).ok());
    CHECK(dossier->saveState().type == dossier::SaveState::Type::Pending);
    REQUIRE(set(*dossier, u"identite.porteur/telephone"_s, u"04 92 00 00 00"_s).ok());
    REQUIRE(told.size() == 2);
    CHECK(told[0].size() == 1);
    CHECK(told[0][0].after == domain::Value(u"Association"_s));
    CHECK(dossier->undoLabel() == u"Modifier identite.porteur/telephone");
    CHECK(shown.empty());

    REQUIRE(dossier->undo().ok());
    CHECK(dossier->projet().personnes.empty());
    CHECK(dossier->redoLabel() == u"Modifier identite.porteur/telephone");
    REQUIRE(dossier->undo().ok());
    CHECK(textOf(*dossier, u"structure.nom"_s).isEmpty());
    REQUIRE(shown.size() == 2);
    CHECK(shown[1].toString() == u"structure/-/nom");
    CHECK_FALSE(dossier->canUndo());
    REQUIRE(dossier->undo().ok()); // nothing to undo is no error
    REQUIRE(dossier->redo().ok());
    REQUIRE(dossier->redo().ok());
    CHECK(textOf(*dossier, u"identite.porteur/telephone"_s) == u"04 92 00 00 00");
    CHECK_FALSE(dossier->canRedo());
    CHECK(told.size() == 6);
}

TEST_CASE("typing in one field is one step, until something else happens")
{
    Bench bench;
    auto dossier = bench.create();
    for (const QString &text : {u"A"_s, u"As"_s, u"Ass"_s})
        REQUIRE(set(*dossier, u"structure.nom"_s, text, u"structure.nom"_s).ok());
    REQUIRE(dossier->undo().ok());
    CHECK(textOf(*dossier, u"structure.nom"_s).isEmpty());
    REQUIRE(dossier->redo().ok());
    CHECK(textOf(*dossier, u"structure.nom"_s) == u"Ass");
    REQUIRE(set(*dossier, u"structure.nom"_s, u"Asso"_s, u"structure.nom"_s).ok());
    dossier->closeStep();
    REQUIRE(set(*dossier, u"structure.nom"_s, u"Assoc"_s, u"structure.nom"_s).ok());
    // A publication in the middle of the typing does not cut the step for the user.
    dossier->publishSoon();
    REQUIRE(set(*dossier, u"structure.nom"_s, u"Associ"_s, u"structure.nom"_s).ok());
    REQUIRE(dossier->undo().ok());
    CHECK(textOf(*dossier, u"structure.nom"_s) == u"Asso");
    REQUIRE(dossier->undo().ok());
    CHECK(textOf(*dossier, u"structure.nom"_s) == u"Ass");
}

TEST_CASE("typing and erasing leaves nothing to undo")
{
    Bench bench;
    auto dossier = bench.create();
    REQUIRE(set(*dossier, u"structure.nom"_s, u"A"_s, u"k"_s).ok());
    REQUIRE(set(*dossier, u"structure.nom"_s, QString(), u"k"_s).ok());
    CHECK_FALSE(dossier->canUndo());
    REQUIRE(dossier->edit(u"Rien"_s, {}).ok());
    CHECK_FALSE(dossier->canUndo());
}

TEST_CASE("a new edit after undo drops what was undone")
{
    Bench bench;
    auto dossier = createWithOneUndone(bench);
    REQUIRE(set(*dossier, u"structure.nom"_s, u"Trois"_s).ok());
    CHECK_FALSE(dossier->canRedo());
    dossier.reset();
    dossier = bench.open();
    CHECK(textOf(*dossier, u"structure.nom"_s) == u"Trois");
    REQUIRE(dossier->undo().ok());
    CHECK(textOf(*dossier, u"structure.nom"_s) == u"Un");
}

TEST_CASE("undo and redo survive closing")
{
    Bench bench;
    auto dossier = createWithOneUndone(bench);
    dossier.reset();
    dossier = bench.open();
    CHECK(textOf(*dossier, u"structure.nom"_s) == u"Un");
    CHECK(dossier->undoLabel() == u"Modifier structure.nom");
    REQUIRE(dossier->redo().ok());
    CHECK(textOf(*dossier, u"structure.nom"_s) == u"Deux");
    REQUIRE(dossier->undo().ok());
    REQUIRE(dossier->undo().ok());
    CHECK(textOf(*dossier, u"structure.nom"_s).isEmpty());
}

TEST_CASE("what is only read offers nothing to undo, and says so by its labels")
{
    Bench bench;
    auto dossier = createWithOneUndone(bench);
    dossier.reset();
    dossier = bench.open(Dossier::Mode::ReadOnly);
    CHECK_FALSE(dossier->canUndo());
    CHECK(dossier->undoLabel().isEmpty());
    CHECK_FALSE(dossier->canRedo());
    CHECK(dossier->redoLabel().isEmpty());
}

TEST_CASE("an edit that does not fit changes nothing and says so")
{
    Bench bench;
    auto dossier = bench.create();
    const domain::Change wrongBefore{domain::Change::Type::Set, {u"structure"_s, {}, u"nom"_s}, u"x"_s, u"y"_s};
    CHECK_FALSE(dossier->edit(u"?"_s, {wrongBefore}).ok());
    const domain::Change dangling{
        domain::Change::Type::Set, {u"identite"_s, {}, u"porteur"_s}, domain::Value(), base::Id::create()};
    const auto refused = dossier->edit(u"?"_s, {dangling});
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().message.contains(u"Rien n’a été changé"_s));
    CHECK(dossier->projet().identite.porteur.isNull());
    const auto tooLong = set(*dossier, u"structure.nom"_s, QString(600'000, u'a'));
    REQUIRE_FALSE(tooLong.ok());
    CHECK(tooLong.error().message.contains(u"trop long"_s));
    CHECK_FALSE(dossier->canUndo());
}

TEST_CASE("text that no document could hold is cleaned on its way in")
{
    Bench bench;
    auto dossier = bench.create();
    REQUIRE(set(*dossier, u"structure.nom"_s, u"a\u0000b\u0007c\r\nd\re"_s + QChar(0xD800)).ok());
    CHECK(textOf(*dossier, u"structure.nom"_s) == u"abc\nd\ne\uFFFD"_s);
    dossier.reset();
    CHECK(textOf(*bench.open(), u"structure.nom"_s) == u"abc\nd\ne\uFFFD"_s);
}
