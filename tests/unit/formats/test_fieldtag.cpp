#include "domain/changes.h"
#include "domain/description.h"
#include "formats/fieldtag.h"
#include "support/catch.h"

#include <set>

using namespace Qt::Literals::StringLiterals;
using formats::fieldOfTag;
using formats::shortTag;

TEST_CASE("every field of every record has a tag Word accepts, and comes back from it")
{
    std::set<QString> seen;
    for (const auto &table : domain::tables())
        for (const auto &field : table.fields) {
            domain::FieldAddress address{table.name, table.unique ? base::Id() : base::Id::fromKey(table.name),
                                         field.name};
            const auto tag = shortTag(address.toString());
            INFO(address.toString().toStdString());
            REQUIRE(tag);
            CHECK(tag->size() <= 64);
            CHECK(seen.insert(*tag).second);
            CHECK(fieldOfTag(*tag) == std::optional(address.toString()));
        }
    CHECK(seen.size() > 50);
}

TEST_CASE("a tag keeps every bit of the identity")
{
    for (int i = 0; i < 200; ++i) {
        const QString field = u"commune/%1/zonage"_s.arg(base::Id::create().toString());
        CHECK(fieldOfTag(shortTag(field).value()) == std::optional(field));
    }
}

TEST_CASE("what is not a field has no tag")
{
    const QString uuid = u"6a3f1c9e-0b52-4f7e-9d1a-5c8e7b2f4d60"_s;
    CHECK_FALSE(shortTag({}));
    CHECK_FALSE(shortTag(u"commune"_s));
    CHECK_FALSE(shortTag(u"commune/%1"_s.arg(uuid)));
    CHECK_FALSE(shortTag(u"commune/%1/a/b"_s.arg(uuid)));
    CHECK_FALSE(shortTag(u"commune/pas-un-uuid/nom"_s));
    CHECK_FALSE(shortTag(u"commune/{%1}/nom"_s.arg(uuid)));
    CHECK_FALSE(shortTag(u"com mune/%1/nom"_s.arg(uuid)));
    CHECK_FALSE(shortTag(u"/%1/nom"_s.arg(uuid)));
    CHECK_FALSE(shortTag(u"commune/%1/%2"_s.arg(uuid, u"n"_s.repeated(60))));
}

TEST_CASE("tags of others are left alone")
{
    CHECK_FALSE(fieldOfTag({}));
    CHECK_FALSE(fieldOfTag(u"goog_rdk_0"_s));
    CHECK_FALSE(fieldOfTag(u"atelier-entete"_s));
    CHECK_FALSE(fieldOfTag(u"commune/AAAA/nom"_s));
    CHECK_FALSE(fieldOfTag(u"commune/@@@@@@@@@@@@@@@@@@@@@@/nom"_s));
    CHECK_FALSE(fieldOfTag(u"a/-/"_s));
    CHECK_FALSE(fieldOfTag(u"a/-/%1"_s.arg(u"n"_s.repeated(64))));
}
