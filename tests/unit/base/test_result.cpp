// What functions that can fail give back: one of two, never both.
#include "base/clock.h"
#include "base/result.h"
#include "support/catch.h"

#include "base/id.h"
#include <memory>
#include <QSet>

using namespace base;
using namespace Qt::Literals::StringLiterals;

namespace
{

Result<std::unique_ptr<int>> made(bool well)
{
    if (!well)
        return Error{ErrorCode::Invalid, u"Rien n’a été fait."_s, u"why"_s};
    return std::make_unique<int>(7);
}

Result<void> done(bool well)
{
    return well ? Result<void>() : Result<void>(Error{ErrorCode::Cancelled, u"Arrêté."_s, {}});
}

} // namespace

TEST_CASE("a result holds its value or its error, and asking for the other one is an accident that stops there")
{
    auto good = made(true);
    REQUIRE(good);
    CHECK(good.ok());
    CHECK_THROWS_AS(good.error(), std::bad_variant_access);
    const std::unique_ptr<int> taken = std::move(good).value();
    CHECK(*taken == 7);

    const auto bad = made(false);
    CHECK_FALSE(bad);
    CHECK_FALSE(bad.ok());
    CHECK(bad.error().code == ErrorCode::Invalid);
    CHECK(bad.error().detail == u"why");
    CHECK_THROWS_AS(bad.value(), std::bad_variant_access);
}

TEST_CASE("a result of a text is not taken for its error, and keeps the empty one")
{
    const Result<QString> empty(QString{});
    CHECK(empty.ok());
    CHECK(empty.value().isEmpty());
    Result<QString> text(u"Erreur"_s);
    REQUIRE(text.ok());
    text.value() += u" d’un autre"_s;
    CHECK(text.value() == u"Erreur d’un autre");
    // A result of an error that is data.
    const Result<ErrorCode> code(ErrorCode::Damaged);
    CHECK(code.ok());
}

TEST_CASE("success without a value is success")
{
    CHECK(done(true).ok());
    CHECK(static_cast<bool>(done(true)));
    const auto stopped = done(false);
    CHECK_FALSE(stopped.ok());
    CHECK(stopped.error().code == ErrorCode::Cancelled);
    CHECK(stopped.error().message == u"Arrêté.");
    Result<void> copy = stopped;
    copy = done(true);
    CHECK(copy.ok());
    CHECK_FALSE(stopped.ok());
}

TEST_CASE("a clock of tests moves only when told, that of the computer by itself")
{
    FixedClock clock(QDateTime(QDate(2028, 2, 29), QTime(23, 59, 59)));
    CHECK(clock.today() == QDate(2028, 2, 29));
    CHECK(clock.now() == clock.now());
    clock.set(clock.now().addSecs(1));
    CHECK(clock.today() == QDate(2028, 3, 1));
    const QDateTime before = QDateTime::currentDateTime();
    const QDateTime said = SystemClock().now();
    CHECK(before <= said);
    CHECK(said <= QDateTime::currentDateTime());
    CHECK(said.timeSpec() == Qt::LocalTime);
}

TEST_CASE("identities can be kept in sets, in order, and two made are never the same")
{
    QSet<Id> set;
    std::vector<Id> list;
    for (int i = 0; i < 500; ++i) {
        const Id id = Id::create();
        CHECK_FALSE(id.isNull());
        CHECK(id.toString().size() == 36);
        CHECK(id.toString() == id.toString().toLower());
        set.insert(id);
        list.push_back(id);
    }
    CHECK(set.size() == 500);
    std::sort(list.begin(), list.end());
    for (size_t i = 1; i < list.size(); ++i) {
        CHECK(list[i - 1] < list[i]);
        CHECK_FALSE(list[i] < list[i - 1]);
    }
    for (const Id &id : list)
        CHECK(set.contains(id));
    CHECK_FALSE(set.contains(Id()));
    // Of keys that look alike, none is that of another.
    QSet<Id> keyed;
    const QStringList keys{u"a"_s, u"A"_s, u"a "_s, u" a"_s, u"é"_s, u"e\u0301"_s, QString(), u"a:b"_s, u"b:a"_s};
    for (const QString &key : keys)
        keyed.insert(Id::fromKey(key));
    CHECK(keyed.size() == keys.size());
}
