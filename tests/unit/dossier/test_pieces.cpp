// Attachments of an open project: held, undone, found after a crash, merged, refused when too heavy.
#include "unit/dossier/bench.h"

using namespace testing;

namespace
{

base::Id attach(Dossier &dossier, const QByteArray &octets, const QString &name = u"Statuts.pdf"_s)
{
    const auto empreinte = dossier.hold(octets);
    REQUIRE(empreinte.ok());
    const base::Id id = base::Id::create();
    REQUIRE(dossier
                .edit(u"Joindre « %1 »"_s.arg(name),
                      domain::inserting(dossier.projet(), u"piece"_s, id,
                                        {{u"nom"_s, name}, {u"empreinte"_s, empreinte.value()}}))
                .ok());
    return id;
}

QByteArray bytesOf(const Dossier &dossier, const base::Id &id)
{
    const domain::PieceJointe *piece = dossier.projet().pieces.find(id);
    const QByteArray *octets = piece ? dossier.projet().contenus.find(piece->empreinte) : nullptr;
    return octets ? *octets : QByteArray("absent");
}

} // namespace

TEST_CASE("an attachment is in the file after closing, and its removal can be undone after that")
{
    Bench bench;
    const QByteArray octets(5'000'000, 'x');
    base::Id id;
    {
        const auto dossier = bench.create();
        id = attach(*dossier, octets);
        CHECK(bytesOf(*dossier, id) == octets);
    }
    {
        const auto dossier = bench.open();
        CHECK(bytesOf(*dossier, id) == octets);
        REQUIRE(dossier->edit(u"Retirer"_s, domain::removing(dossier->projet(), u"piece"_s, id)).ok());
        CHECK(dossier->projet().pieces.empty());
    }
    const auto dossier = bench.open();
    CHECK(dossier->projet().pieces.empty());
    REQUIRE(dossier->undo().ok());
    CHECK(bytesOf(*dossier, id) == octets);
}

TEST_CASE("a crash right after adding an attachment loses neither it nor its bytes")
{
    Bench bench;
    bench.options.idleMilliseconds = 3'600'000;
    auto dossier = bench.create();
    const QByteArray octets(200'000, 'y');
    const base::Id id = attach(*dossier, octets);
    die(bench, std::move(dossier));
    const auto again = bench.open();
    CHECK(again->opening().recovered);
    CHECK(bytesOf(*again, id) == octets);
}

TEST_CASE("a file too heavy is refused with what to do, and the project stays as it was")
{
    Bench bench;
    const auto dossier = bench.create();
    const auto alone = dossier->hold(QByteArray(domain::maximumPiece + 1, 'z'));
    REQUIRE_FALSE(alone.ok());
    CHECK(alone.error().message.contains(u"20 Mo"_s));
    attach(*dossier, QByteArray(domain::maximumPiece, 'a'), u"a.pdf"_s);
    attach(*dossier, QByteArray(domain::maximumPiece, 'b'), u"b.pdf"_s);
    const auto together = dossier->hold(QByteArray("c"));
    REQUIRE_FALSE(together.ok());
    CHECK(together.error().message.contains(u"40 Mo"_s));
    CHECK(dossier->projet().pieces.size() == 2);
    REQUIRE(dossier->publishNow().ok());
    const auto copy = bench.open(Mode::ReadOnly);
    CHECK(copy->projet().contenus.bytes() == 2 * domain::maximumPiece);
    CHECK_FALSE(copy->hold("d").ok());
}

TEST_CASE("files held for one edit count together, before anything names them")
{
    Bench bench;
    const auto dossier = bench.create();
    REQUIRE(dossier->hold(QByteArray(domain::maximumPiece, 'a')).ok());
    REQUIRE(dossier->hold(QByteArray(domain::maximumPiece, 'b')).ok());
    const auto third = dossier->hold("c");
    REQUIRE_FALSE(third.ok());
    CHECK(third.error().message.contains(u"40 Mo"_s));
}

TEST_CASE("a copy that comes back brings its attachments")
{
    Bench bench;
    const QString copyPath = bench.file(u"copie.cpts"_s);
    const auto dossier = bench.create();
    REQUIRE(dossier->saveCopy(copyPath).ok());
    base::Id theirs;
    {
        const auto copy = bench.open(copyPath);
        theirs = attach(*copy, "la convention", u"Convention.pdf"_s);
    }
    const base::Id mine = attach(*dossier, "les statuts");
    REQUIRE(dossier->mergeWith(copyPath).ok());
    CHECK(bytesOf(*dossier, theirs) == "la convention");
    CHECK(bytesOf(*dossier, mine) == "les statuts");
    REQUIRE(dossier->publishNow().ok());
    CHECK(bytesOf(*bench.open(Mode::ReadOnly), theirs) == "la convention");
}
