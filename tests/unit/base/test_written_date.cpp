// Dates as people write them, in whatever place they do.
#include "base/written_date.h"

#include "base/text.h"
#include "support/catch.h"

using namespace Qt::Literals::StringLiterals;
using base::writtenDate;

TEST_CASE("A date is read in the ways that people and spreadsheets write it")
{
    const QDate day(2027, 6, 1);
    for (const QString &text : {u"1/6/27"_s, u"01/06/2027"_s, u"1-6-2027"_s, u" 01.06.2027 "_s, u"1er juin 2027"_s,
                                u"1ER JUIN 2027"_s, u"1 juin 27"_s, u"1er\u00A0juin\u202F2027"_s, u"2027-06-01"_s,
                                u"mardi 1 juin 2027"_s, u"Mardi, 1er juin 2027"_s}) {
        INFO(text.toStdString());
        CHECK(writtenDate(text) == day);
    }
    CHECK(writtenDate(u"3 déc. 2026"_s) == QDate(2026, 12, 3));
    CHECK(writtenDate(u"15 aout 2026"_s) == QDate(2026, 8, 15));
}

TEST_CASE("What is no whole date is none, nor a day that no calendar has")
{
    for (const QString &text :
         {u""_s, u"12/03"_s, u"31/04/2027"_s, u"31/02/2027"_s, u"12/13/2027"_s, u"demain"_s, u"mi-avril"_s,
          u"T4 2027"_s, u"fin 2027"_s, u"juin 2027"_s, u"2027"_s, u"vers le 1 juin 2027"_s, u"Réunion 1 juin 2027"_s,
          u"0/0/0"_s, u"2027-13-01"_s, u"1 xyz 2027"_s}) {
        INFO(text.toStdString());
        CHECK_FALSE(writtenDate(text));
    }
}

TEST_CASE("Every day is read again from what the program writes")
{
    for (QDate day(2024, 1, 1); day < QDate(2028, 12, 31); day = day.addDays(5)) {
        INFO(day.toString(Qt::ISODate).toStdString());
        CHECK(writtenDate(base::frenchLongDate(day)) == day);
        CHECK(writtenDate(base::frenchShortDate(day)) == day);
        CHECK(writtenDate(day.toString(Qt::ISODate)) == day);
    }
}

TEST_CASE("A year of two digits is of this century")
{
    CHECK(base::wholeYear(27) == 2027);
    CHECK(base::wholeYear(0) == 2000);
    CHECK(base::wholeYear(1999) == 1999);
    CHECK(base::wholeYear(100) == 100);
}

TEST_CASE("A day written whole that no calendar has is named, but no date, half a date nor word")
{
    for (const auto &[text, day] :
         {std::pair{u"31/02/2027"_s, u"31 février 2027"_s}, std::pair{u"29 fév. 27"_s, u"29 février 2027"_s},
          std::pair{u"2027-04-31"_s, u"31 avril 2027"_s}}) {
        INFO(text.toStdString());
        CHECK(base::absentDay(text) == day);
    }
    for (const QString &text : {u"28/02/2027"_s, u"29/02/2028"_s, u"31/02"_s, u"12/13/2027"_s, u"demain"_s, u""_s})
        CHECK(base::absentDay(text).isEmpty());
}
