#include "unit/store/sample.h"

#include <random>

using namespace testing;

TEST_CASE("a lost first page costs only what was on it")
{
    const store::Contents contents = sampleContents();
    QByteArray bytes = bytesOf(contents);
    bytes.replace(0, 4096, QByteArray(4096, '\0'));
    const auto salvaged = store::salvage(bytes);
    REQUIRE(salvaged.ok());
    CHECK(domain::diff(salvaged.value().contents.projet, contents.projet).empty());
    CHECK(salvaged.value().contents.salvaged);
    CHECK(salvaged.value().contents.project != contents.project);
}

TEST_CASE("a table that is lost leaves the others, and no reference into the void")
{
    const store::Contents contents = sampleContents();
    const QByteArray good = bytesOf(contents);
    int less = 0;
    for (qsizetype page = 4096; page < good.size(); page += 4096) {
        QByteArray bytes = good;
        bytes.replace(page, 4096, QByteArray(4096, '\xA5'));
        const auto salvaged = store::salvage(bytes);
        INFO((salvaged ? QString() : salvaged.error().detail).toStdString());
        REQUIRE(salvaged.ok());
        const auto &found = salvaged.value().contents;
        const bool whole = domain::diff(found.projet, contents.projet).empty();
        less += whole ? 0 : 1;
        CHECK(found.project != contents.project);
        // What was found can be written and opened like any project.
        const auto opened = store::fromBytes(bytesOf(found));
        REQUIRE(opened.ok());
        CHECK(opened.value().contents.salvaged);
        CHECK(domain::diff(opened.value().contents.projet, found.projet).empty());
    }
    CHECK(less > 5);
}

TEST_CASE("half a file gives what is in it")
{
    const QByteArray good = bytesOf(sampleContents());
    const auto salvaged = store::salvage(good.left(good.size() / 2));
    REQUIRE(salvaged.ok());
    CHECK_FALSE(salvaged.value().contents.projet.personnes.empty());
    CHECK(salvaged.value().lost > 0);
}

TEST_CASE("nothing readable is an error, never an empty project")
{
    for (const QByteArray &bytes :
         {QByteArray(), QByteArray("bonjour"), QByteArray(100'000, '\xA5'), QByteArray(8192, '\0')}) {
        const auto salvaged = store::salvage(bytes);
        REQUIRE_FALSE(salvaged.ok());
        CHECK(salvaged.error().code == base::ErrorCode::Damaged);
        CHECK(salvaged.error().message.contains(u"version de secours"_s));
    }
}
