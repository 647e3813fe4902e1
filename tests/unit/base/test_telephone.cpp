// A telephone number is read by pairs, however it was typed.
#include "base/telephone.h"

#include "support/catch.h"

using namespace Qt::Literals::StringLiterals;
using base::frenchTelephone;

TEST_CASE("Ten French digits are written by pairs that no line cuts")
{
    const QString expected = u"04\u00A092\u00A012\u00A034\u00A056"_s;
    for (const QString &typed : {u"0492123456"_s, u"04.92.12.34.56"_s, u"04 92 12 34 56"_s, u" 04-92-12-34-56 "_s,
                                 u"04/92/12/34/56"_s, u"0492 12 34 56"_s, expected})
        CHECK(frenchTelephone(typed) == expected);
}

TEST_CASE("What is no plain French number stays as it was typed")
{
    for (const QString &typed : {QString(), u"3646"_s, u"+33 4 92 12 34 56"_s, u"0492123456 (matin)"_s,
                                 u"0492123456, 0600000000"_s, u"4921234567"_s, u"049212345"_s, u"à venir"_s})
        CHECK(frenchTelephone(typed) == typed);
}

TEST_CASE("A number that may be rung has ten digits at least, however it is written")
{
    for (const QString &typed : {u"04 92 12 34 56"_s, u"+33 4 92 12 34 56"_s, u"0492123456 (matin)"_s})
        CHECK(base::looksLikeTelephone(typed));
    for (const QString &typed : {QString(), u"04 92 12 34"_s, u"à venir"_s})
        CHECK_FALSE(base::looksLikeTelephone(typed));
}
