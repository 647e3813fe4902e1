// The bytes of attachments in a file: whole, checked, and only those that something still names.
#include "store/rows.h"
#include "unit/store/sample.h"

#include <random>

using namespace testing;

namespace
{

QByteArray someBytes(qsizetype size, quint32 seed)
{
    std::mt19937 random(seed);
    QByteArray bytes(size, '\0');
    for (char &byte : bytes)
        byte = static_cast<char>(random());
    return bytes;
}

base::Id addPiece(store::Contents &contents, const QByteArray &octets, const QString &name)
{
    const base::Id id = base::Id::fromKey(u"test:piece:"_s + name);
    domain::PieceJointe &piece = contents.projet.pieces.insert(id);
    piece.nom = name;
    piece.empreinte = contents.projet.contenus.add(octets);
    return id;
}

store::Contents reread(const store::Contents &contents)
{
    auto opened = store::fromBytes(bytesOf(contents));
    INFO((opened ? QString() : opened.error().detail).toStdString());
    REQUIRE(opened.ok());
    return std::move(opened.value().contents);
}

// The removal of a piece as a step of the history.
void removePiece(store::Contents &contents, const base::Id &id, qint64 sequence)
{
    const auto changes = domain::removing(contents.projet, u"piece"_s, id);
    REQUIRE(domain::applyChanges(contents.projet, changes).ok());
    contents.journal.push_back({sequence, base::Id::create().toString(), sequence, u"Retirer la pièce"_s,
                                contents.publishedAt, changes, false});
}

} // namespace

TEST_CASE("attachments of any size come back whole")
{
    store::Contents contents = sampleContents();
    for (const qsizetype size : {0, 1, 4 * 1024 * 1024 - 1, 4 * 1024 * 1024, 4 * 1024 * 1024 + 1, 9'000'000})
        addPiece(contents, someBytes(size, static_cast<quint32>(size)), QString::number(size));
    const store::Contents again = reread(contents);
    REQUIRE(again.projet.contenus.bytes() == contents.projet.contenus.bytes());
    for (const auto &[empreinte, octets] : contents.projet.contenus) {
        REQUIRE(again.projet.contenus.find(empreinte));
        CHECK(*again.projet.contenus.find(empreinte) == octets);
    }
    CHECK(store::logicalHash(again) == store::logicalHash(contents));
}

TEST_CASE("one wrong byte in an attachment is a damaged file, what is salvaged leaves it out and keeps the rest")
{
    store::Contents contents = sampleContents();
    const QByteArray lost = someBytes(300'000, 1);
    const QByteArray kept = someBytes(300'000, 2);
    addPiece(contents, lost, u"perdue"_s);
    addPiece(contents, kept, u"gardée"_s);
    QByteArray bytes = bytesOf(contents);
    const qsizetype at = bytes.indexOf(lost.mid(1000, 60));
    REQUIRE(at > 0);
    bytes[at] = static_cast<char>(bytes.at(at) ^ 1);

    const auto opened = store::fromBytes(bytes);
    REQUIRE_FALSE(opened.ok());
    CHECK(opened.error().code == base::ErrorCode::Damaged);

    const auto salvaged = store::salvage(bytes);
    REQUIRE(salvaged.ok());
    CHECK(salvaged.value().lost > 0);
    const domain::Projet &projet = salvaged.value().contents.projet;
    CHECK(projet.contenus.find(domain::Contenus::empreinteDe(kept)));
    CHECK_FALSE(projet.contenus.find(domain::Contenus::empreinteDe(lost)));
    CHECK(projet.pieces.size() == contents.projet.pieces.size());
}

TEST_CASE("an attachment larger than allowed, or out of order, is refused")
{
    const auto crafted = [](const QByteArray &insert) {
        auto connection = store::Connection::openMemory();
        REQUIRE(connection.ok());
        store::Connection &file = connection.value();
        REQUIRE(store::createSchema(file).ok());
        REQUIRE(store::writeContents(file, sampleContents()).ok());
        REQUIRE(file.execute(insert).ok());
        return file.serialize().value();
    };
    REQUIRE(store::fromBytes(crafted("DELETE FROM contenu")).ok());
    for (const char *insert :
         {"INSERT INTO contenu VALUES ('court', 0, x'00')", "INSERT INTO contenu VALUES (hex(zeroblob(32)), 3, x'00')",
          "INSERT INTO contenu VALUES (hex(zeroblob(32)), -1, x'00')",
          "INSERT INTO contenu VALUES (hex(zeroblob(32)), 0, x'61')"}) {
        CAPTURE(insert);
        CHECK_FALSE(store::fromBytes(crafted(insert)).ok());
    }
}

TEST_CASE("what a step may bring back is kept, as long as it is not heavy, the rest goes with the next file")
{
    store::Contents contents = sampleContents();
    const QByteArray light = someBytes(100'000, 3);
    const QByteArray heavy = someBytes(17 * 1024 * 1024, 4);
    const QByteArray forgotten = someBytes(1000, 5);
    contents.projet.contenus.add(forgotten);
    const base::Id first = addPiece(contents, light, u"légère"_s);
    const base::Id second = addPiece(contents, heavy, u"lourde"_s);
    CHECK(store::keptContenus(contents).bytes() == light.size() + heavy.size());

    removePiece(contents, first, 2);
    CHECK(store::keptContenus(contents).bytes() == light.size() + heavy.size());
    const store::Contents again = reread(contents);
    REQUIRE(again.journal.size() == 2);
    domain::Projet projet = again.projet;
    REQUIRE(domain::applyChanges(projet, domain::invert(again.journal.back().changes)).ok());
    REQUIRE(projet.pieces.find(first));
    CHECK(projet.contenus.find(projet.pieces.find(first)->empreinte));

    removePiece(contents, second, 3);
    const domain::Contenus kept = store::keptContenus(contents);
    CHECK(kept.find(domain::Contenus::empreinteDe(heavy)));
    CHECK_FALSE(kept.find(domain::Contenus::empreinteDe(light))); // the latest first
}

TEST_CASE("a file of version 2 has no attachments and opens as before")
{
    const store::Formats formats(store::knownFormats().begin(), store::knownFormats().begin() + 2);
    auto old = store::Connection::openMemory();
    REQUIRE(old.ok());
    REQUIRE(store::createSchema(old.value(), formats.back()).ok());
    const auto names = store::schemaOf(old.value());
    REQUIRE(names.ok());
    for (const QByteArray &line : names.value())
        CHECK_FALSE(line.contains("contenu"));
}
