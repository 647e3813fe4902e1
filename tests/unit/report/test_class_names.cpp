// The legend of a map tells the truth: each value is inside the bounds that the name of its class says.
#include "report/map_classes.h"
#include "report/map_theme.h"
#include "support/example.h"

#include <QRegularExpression>
#include <random>

using namespace report::maps;
using namespace Qt::Literals::StringLiterals;

namespace
{

double number(QString text)
{
    bool read = false;
    const double value = text.remove(u' ').replace(u',', u'.').replace(u'−', u'-').toDouble(&read);
    INFO(text.toStdString());
    REQUIRE(read);
    return value;
}

// What the words of a class say of a value.
bool says(const QString &name, double value)
{
    static const QString figure = u"([−-]?[0-9 ]+(?:,[0-9]+)?)"_s;
    static const QRegularExpression under(u"^Moins de %1$"_s.arg(figure));
    static const QRegularExpression over(u"^%1 et plus$"_s.arg(figure));
    static const QRegularExpression open(u"^%1 à moins de %1$"_s.arg(figure));
    static const QRegularExpression both(u"^%1 à %1$"_s.arg(figure));
    static const QRegularExpression one(u"^%1$"_s.arg(figure));
    if (const auto m = under.match(name); m.hasMatch())
        return value < number(m.captured(1));
    if (const auto m = over.match(name); m.hasMatch())
        return value >= number(m.captured(1));
    if (const auto m = open.match(name); m.hasMatch())
        return value >= number(m.captured(1)) && value < number(m.captured(2));
    if (const auto m = both.match(name); m.hasMatch())
        return value >= number(m.captured(1)) && value <= number(m.captured(2));
    if (const auto m = one.match(name); m.hasMatch())
        return value == number(m.captured(1));
    FAIL(name.toStdString());
    return false;
}

QStringList namesOf(const std::vector<double> &values)
{
    QStringList names;
    for (const QString &name : classNames(values, roundBounds(values), {}))
        names << support::plain(name);
    return names;
}

void checkTruth(const std::vector<double> &values)
{
    const std::vector<double> bounds = roundBounds(values);
    const QStringList names = namesOf(values);
    REQUIRE(names.size() == qsizetype(bounds.size()) + 1);
    for (const double value : values) {
        INFO(value << " in " << names.join(u" | "_s).toStdString());
        REQUIRE(says(names.at(qsizetype(classOf(value, bounds))), value));
    }
}

} // namespace

TEST_CASE("Whole numbers have classes of whole numbers")
{
    CHECK(namesOf({1, 2, 3}) == QStringList{u"Moins de 2"_s, u"2"_s, u"3 et plus"_s});
    CHECK(namesOf({0, 1}) == QStringList{u"Moins de 1"_s, u"1 et plus"_s});
    for (int low = 0; low < 40; ++low)
        for (int high = low + 1; high < low + 45; high += 1 + high / 12) {
            std::vector<double> values;
            for (int each = low; each <= high; ++each)
                values.push_back(each);
            for (const QString &name : namesOf(values)) {
                INFO(low << " to " << high << ": " << name.toStdString());
                CHECK_FALSE(name.contains(u','));
            }
            checkTruth(values);
        }
}

TEST_CASE("Each value is where the legend says, in counts, rates, losses and figures of any size")
{
    std::mt19937 random(61);
    for (int turn = 0; turn < 600; ++turn) {
        std::vector<double> values;
        const int kind = turn % 5;
        for (int left = 2 + int(random() % 40); left > 0; --left) {
            const double any = double(random() % 10'000);
            values.push_back(kind == 0   ? std::floor(any / 400)
                             : kind == 1 ? any / 100
                             : kind == 2 ? std::floor(any) - 5'000
                             : kind == 3 ? std::floor(std::exp(any / 900))
                                         : any / 10 - 300);
        }
        INFO(turn);
        checkTruth(values);
    }
}

TEST_CASE("Values that are all the same, next to nothing or beyond measure have names too")
{
    constexpr double most = std::numeric_limits<double>::max();
    for (const std::vector<double> &values : {std::vector<double>{0, 0},
                                              {-0.0, 0.0},
                                              {5e-324, 1e-323},
                                              {most, -most},
                                              {most, most / 2},
                                              {1e-9, 1e9},
                                              {0.1, 0.2, 0.3}}) {
        const auto bounds = roundBounds(values);
        CHECK(bounds.size() <= 4);
        CHECK(std::is_sorted(bounds.begin(), bounds.end()));
        const QStringList names = classNames(values, bounds, u"%"_s);
        CHECK(names.size() == qsizetype(bounds.size()) + 1);
        for (const double bound : bounds)
            CHECK(std::isfinite(bound));
    }
    const double nan = std::numeric_limits<double>::quiet_NaN();
    CHECK(roundBounds({nan, nan}).empty());
    CHECK(roundBounds({1, nan, 2}) == roundBounds({1, 2}));
}

TEST_CASE("Words and lines on any colour are in whichever ink is seen best")
{
    const report::MapLook look;
    for (const report::Color ramp : look.ramp) {
        const report::Color ink = readableOn(ramp, look);
        CHECK((ink == look.ink || ink == look.inkOnDark));
        const report::Color line = lineOn(ramp, look);
        CHECK((line == look.line || line == look.lineOnDark));
    }
    CHECK(readableOn(0xFFFFFF, look) == look.ink);
    CHECK(readableOn(0x000000, look) == look.inkOnDark);
    CHECK(lineOn(0xFFFFFF, look) == look.line);
    CHECK(lineOn(0x000000, look) == look.lineOnDark);
}
