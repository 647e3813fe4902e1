#include "store/migrations.h"
#include "unit/store/sample.h"

using namespace testing;

TEST_CASE("the tables made from the domain are those of the current version, to the letter")
{
    auto generated = store::generatedSchema();
    auto frozen = store::knownFormats().back().schema;
    std::sort(generated.begin(), generated.end());
    std::sort(frozen.begin(), frozen.end());
    REQUIRE(generated.size() == frozen.size());
    for (size_t at = 0; at < frozen.size(); ++at)
        CHECK(generated[at].toStdString() == frozen[at].toStdString());
    CHECK(store::knownFormats().back().version == store::formatVersion);
}

TEST_CASE("every frozen version makes a database")
{
    for (const store::Format &format : store::knownFormats()) {
        auto connection = store::Connection::openMemory();
        REQUIRE(connection.ok());
        REQUIRE(store::createSchema(connection.value(), format).ok());
        CHECK(connection.value().scalar("PRAGMA user_version").value().toInt() == format.version);
        CHECK(connection.value().scalar("PRAGMA application_id").value().toUInt() == store::applicationId);
    }
}

TEST_CASE("an older file is brought to today's tables, its rows whole")
{
    store::Formats formats = store::knownFormats();
    store::Format later = formats.back();
    later.version = store::formatVersion + 1;
    for (QByteArray &statement : later.schema)
        if (statement.startsWith("CREATE TABLE \"contact\""))
            statement.replace(") STRICT", ", \"note\" TEXT NOT NULL DEFAULT '') STRICT");
    later.fromPrevious = {"ALTER TABLE \"contact\" ADD COLUMN \"note\" TEXT NOT NULL DEFAULT ''",
                          "UPDATE \"contact\" SET \"note\" = \"precision\""};
    formats.push_back(later);
    const store::Contents contents = sampleContents();
    const auto opened = store::fromBytes(bytesOf(contents), formats);
    REQUIRE(opened.ok());
    CHECK(opened.value().migrated);
    CHECK(store::logicalHash(opened.value().contents) == store::logicalHash(contents));

    SECTION("a step that fails leaves an error, not half a project")
    {
        formats.back().fromPrevious = {"ALTER TABLE \"inconnue\" ADD COLUMN \"note\" TEXT"};
        CHECK_FALSE(store::fromBytes(bytesOf(contents), formats).ok());
    }
}
