// Hundreds of random gestures in the real windows: nothing stops, fields and project agree, all of it can be undone,
// done again, closed and found again.
#include "gui/shell/page_host.h"
#include "session.h"
#include "support/example.h"
#include "support/random_edits.h"
#include "wanderer.h"

#include <QApplication>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace guitest;

namespace
{

// More, and from another seed, for whoever looks for faults: ATELIER_PROMENADE=seed,steps.
std::pair<unsigned, int> walkOf(unsigned seed, int steps)
{
    const QStringList asked = qEnvironmentVariable("ATELIER_PROMENADE").split(u',');
    return asked.size() == 2 ? std::pair(asked[0].toUInt() + seed, asked[1].toInt()) : std::pair(seed, steps);
}

void walk(Session &session, unsigned firstSeed, int count)
{
    const auto [seed, steps] = walkOf(firstSeed, count);
    const QByteArray before = support::factsOf(session.projet());
    Wanderer wanderer(session.window(), seed);
    for (int step = 0; step < steps; ++step) {
        wanderer.step();
        INFO("seed " << seed << ", step " << step << "\n" << wanderer.story().toStdString());
        REQUIRE_FALSE(QApplication::activeModalWidget());
        REQUIRE(session.window().isVisible());
        REQUIRE(fieldsThatLie(session.window()).join(u'\n').toStdString() == "");
    }
    session.window().host().flush();
    dossier::Dossier &dossier = session.window().dossier();
    const QByteArray after = support::factsOf(dossier.projet());
    int undone = 0;
    for (; dossier.canUndo(); ++undone)
        REQUIRE(dossier.undo());
    CHECK(undone > 0);
    CHECK(support::factsOf(dossier.projet()) == before);
    for (; undone > 0; --undone)
        REQUIRE(dossier.redo());
    CHECK(support::factsOf(dossier.projet()) == after);
    session.close();
    session.open();
    CHECK(support::factsOf(session.projet()) == after);
}

} // namespace

TEST_CASE("random gestures on an empty project lose nothing")
{
    Session session;
    session.create();
    walk(session, 1, 250);
}

TEST_CASE("random gestures on the example lose nothing")
{
    Session session;
    session.create(support::vallees());
    walk(session, 2, 250);
}
