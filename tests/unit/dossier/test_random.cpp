#include "dossier/history.h"
#include "unit/dossier/bench.h"
#include "unit/dossier/random_edits.h"

using namespace testing;

TEST_CASE("10,000 random edits of the value: undo all is the start, redo all is the end")
{
    for (const quint32 seed : {1U, 2U}) {
        RandomEdits random(seed);
        domain::Projet projet = domain::nouveauProjet(u"Vallée"_s, u"paca-2022"_s, u"2026"_s, QDate(2026, 11, 23));
        const QByteArray start = factsOf(projet);
        std::vector<domain::ChangeList> done;
        while (done.size() < 10'000) {
            const domain::ChangeList changes = random.next(projet);
            if (changes.empty())
                continue;
            REQUIRE(store::applyChecked(projet, changes).ok());
            done.push_back(changes);
        }
        const QByteArray end = factsOf(projet);
        for (auto each = done.rbegin(); each != done.rend(); ++each)
            if (!store::applyChecked(projet, domain::invert(*each)))
                FAIL("undo");
        CHECK(factsOf(projet) == start);
        for (const domain::ChangeList &each : done)
            if (!store::applyChecked(projet, each))
                FAIL("redo");
        CHECK(factsOf(projet) == end);
    }
}

TEST_CASE("random edits through the dossier: undo all, redo all, save and reopen")
{
    Bench bench;
    const int edits = qEnvironmentVariableIsSet("ATELIER_TESTS_LOURDS") ? 10'000 : 2'000;
    RandomEdits random(7);
    auto dossier = bench.create();
    std::vector<QByteArray> states; // after each of the last steps
    for (int count = 0; count < edits; ++count) {
        const size_t dice = random.below(20);
        if (dice == 0)
            REQUIRE(dossier->undo().ok());
        else if (dice == 1)
            REQUIRE(dossier->redo().ok());
        else if (dice == 2)
            dossier->publishSoon();
        else
            REQUIRE(dossier->edit(u"Modifier"_s, random.next(dossier->projet()), dice < 6 ? u"k"_s : QString()).ok());
    }
    while (dossier->canRedo())
        REQUIRE(dossier->redo().ok());
    const QByteArray end = factsOf(dossier->projet());
    int steps = 0;
    while (dossier->canUndo()) {
        REQUIRE(dossier->undo().ok());
        ++steps;
    }
    CHECK(steps > 300);
    CHECK(steps <= dossier::maximumSteps);
    const QByteArray oldest = factsOf(dossier->projet());
    dossier.reset();

    dossier = bench.open();
    CHECK(factsOf(dossier->projet()) == oldest);
    CHECK_FALSE(dossier->canUndo());
    for (int count = 0; count < steps; ++count)
        REQUIRE(dossier->redo().ok());
    CHECK_FALSE(dossier->canRedo());
    CHECK(factsOf(dossier->projet()) == end);
    dossier.reset();
    dossier = bench.open(bench.file(), Mode::ReadOnly);
    CHECK(factsOf(dossier->projet()) == end);
}

TEST_CASE("the history in memory and on the disk say the same after any sequence")
{
    RandomEdits random(11);
    domain::Projet projet;
    dossier::History history;
    store::Journal disk;
    const auto write = [&](const store::Step &step) {
        for (const qint64 sequence : step.removed)
            std::erase_if(disk, [&](const store::JournalRow &row) { return row.sequence == sequence; });
        for (const store::JournalRow &row : step.rows) {
            std::erase_if(disk, [&](const store::JournalRow &each) { return each.sequence == row.sequence; });
            disk.push_back(row);
        }
        for (const auto &[sequence, undone] : step.undone)
            for (store::JournalRow &row : disk)
                if (row.sequence == sequence)
                    row.undone = undone;
    };
    for (int count = 0; count < 3000; ++count) {
        const size_t dice = random.below(10);
        if (dice < 2 && history.canUndo()) {
            REQUIRE(store::applyChecked(projet, history.undoing()).ok());
            write(history.confirmUndo());
        } else if (dice == 2 && history.canRedo()) {
            REQUIRE(store::applyChecked(projet, history.redoing()).ok());
            write(history.confirmRedo());
        } else if (dice == 3) {
            history.seal();
        } else if (const auto changes = random.next(projet); !changes.empty()) {
            REQUIRE(store::applyChecked(projet, changes).ok());
            write(history.push(u"x"_s, changes, u"clé %1"_s.arg(random.below(2)), {}));
        }
    }
    std::sort(disk.begin(), disk.end(), [](const auto &a, const auto &b) { return a.sequence < b.sequence; });
    REQUIRE(disk.size() == history.rows().size());
    for (size_t at = 0; at < disk.size(); ++at) {
        CHECK(disk[at].uid == history.rows()[at].uid);
        CHECK(disk[at].undone == history.rows()[at].undone);
        CHECK(disk[at].changes == history.rows()[at].changes);
    }
    const dossier::History again(disk);
    CHECK(again.undoing() == history.undoing());
    CHECK(again.redoing() == history.redoing());
}

TEST_CASE("a history of long texts is cut by its weight, one of short ones by its number")
{
    const QString longText(100'000, u'é');
    domain::Projet projet;
    dossier::History heavy;
    for (int count = 0; count < 60; ++count) {
        const auto changes = domain::setting(projet, {u"structure"_s, {}, u"nom"_s}, longText + QString::number(count));
        REQUIRE(store::applyChecked(projet, changes).ok());
        static_cast<void>(heavy.push(u"x"_s, changes, {}, {}));
    }
    CHECK(heavy.rows().size() < 25);
    CHECK(heavy.rows().size() > 15);
    dossier::History light;
    for (int count = 0; count < 700; ++count) {
        const auto changes = domain::setting(projet, {u"structure"_s, {}, u"nom"_s}, QString::number(count));
        REQUIRE(store::applyChecked(projet, changes).ok());
        static_cast<void>(light.push(u"x"_s, changes, {}, {}));
    }
    CHECK(light.rows().size() == dossier::maximumSteps);
}
