#include "base/id.h"
#include "support/catch.h"

using namespace base;
using namespace Qt::Literals::StringLiterals;

TEST_CASE("an identity survives being written and read")
{
    const Id id = Id::create();
    CHECK(Id::parse(id.toString()) == id);
    CHECK_FALSE(id.isNull());
    CHECK(Id().isNull());
}

TEST_CASE("the same key gives the same identity, for ever")
{
    CHECK(Id::fromKey(u"commune:04039"_s) == Id::fromKey(u"commune:04039"_s));
    CHECK(Id::fromKey(u"commune:04039"_s) != Id::fromKey(u"commune:04040"_s));
}

TEST_CASE("what is not an identity is refused")
{
    for (const QString &text : {u""_s, u"x"_s, u"00000000-0000-0000-0000-000000000000"_s,
                                u"{6f1d2c64-0c1b-4b53-9a5e-4174656c6972}"_s, u"6F1D2C64-0C1B-4B53-9A5E-4174656C6972"_s})
        CHECK_FALSE(Id::parse(text).has_value());
}
