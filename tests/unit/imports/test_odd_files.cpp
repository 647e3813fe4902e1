// Files as they come out of real offices: the same list in other clothes is the same list, what is no list is refused,
// and nothing in between makes up a fact.
#include "fixtures.h"
#include "packages.h"
#include "proposals.h"
#include "support/example.h"

#include <random>

using namespace Qt::Literals::StringLiterals;
using samples::checkAnswer;
using samples::Proposal;
using samples::proposeBytes;
using samples::Sample;

namespace
{

Sample asText(Sample sample)
{
    if (sample.separator.isNull())
        sample.separator = u';';
    return sample;
}

void checkSame(const Proposal &proposal, const Proposal &expected)
{
    REQUIRE(expected);
    if (!proposal)
        FAIL(proposal.error().message.toStdString());
    CHECK(proposal.value().changes == expected.value().changes);
}

size_t inserted(const Proposal &proposal)
{
    if (!proposal)
        return 0;
    const auto &changes = proposal.value().changes;
    return size_t(std::count_if(changes.begin(), changes.end(), [](const domain::Change &change) {
        return change.type == domain::Change::Type::Insert;
    }));
}

// A fifth of the samples as texts, others for each test. Those that are compared with the whole country take long, and
// are damaged in test_profiles_damaged.cpp.
const std::vector<Sample> &quickSamples()
{
    static const std::vector<Sample> all = [] {
        std::vector<Sample> some = samples::all();
        std::erase_if(some, [](const Sample &each) {
            return QStringList{u"insee"_s, u"apl"_s, u"cartosante"_s}.contains(each.profile);
        });
        return some;
    }();
    return all;
}

template <class Visit>
void eachText(size_t first, Visit visit)
{
    const std::vector<Sample> &all = quickSamples();
    for (size_t at = first % 5; at < all.size(); at += 5) {
        const Sample sample = asText(all[at]);
        CAPTURE(sample.profile.toStdString());
        visit(sample, proposeBytes(sample, samples::bytes(sample)));
    }
}

} // namespace

TEST_CASE("Blank lines anywhere under the titles are passed over, and the lines told are those of the file")
{
    eachText(0, [](Sample sample, const Proposal &expected) {
        const QStringList blank(sample.rows[sample.titles].size(), QString());
        for (size_t at = sample.rows.size(); at > sample.titles + 1; --at)
            sample.rows.insert(sample.rows.begin() + std::ptrdiff_t(at), blank);
        const Proposal spaced = proposeBytes(sample, samples::bytes(sample));
        checkSame(spaced, expected);
        CHECK(spaced.value().remarks.size() == expected.value().remarks.size());
        for (size_t i = 0; i < std::min(spaced.value().remarks.size(), expected.value().remarks.size()); ++i)
            CHECK(spaced.value().remarks[i].line >= expected.value().remarks[i].line);
    });
}

TEST_CASE("Ends of line of two systems, mixed in one file, are ends of line")
{
    eachText(1, [](const Sample &sample, const Proposal &expected) {
        const QByteArrayList lines = samples::bytes(sample).replace("\r\n", "\n").split('\n');
        std::mt19937 random(23);
        QByteArray mixed;
        bool quoted = false;
        for (const QByteArray &line : lines) {
            quoted = quoted != (line.count('"') % 2 == 1);
            mixed += line + (quoted ? "\n" : QByteArrayList{"\n", "\r\n"}[qsizetype(random() % 2)]);
        }
        checkSame(proposeBytes(sample, mixed), expected);
    });
}

TEST_CASE("A line that ends as on an old Macintosh, among others, is a line")
{
    eachText(2, [](const Sample &sample, const Proposal &expected) {
        QByteArray odd = samples::bytes(sample).replace("\r\n", "\n");
        odd[odd.lastIndexOf('\n', odd.size() - 2)] = '\r';
        checkSame(proposeBytes(sample, odd), expected);
        if (!odd.contains('"')) // a cell of several lines would be another text
            checkSame(proposeBytes(sample, QByteArray(odd).replace("\n", "\r\n")), expected);
    });
}

TEST_CASE("Two hundred columns more change nothing, whatever stands in them")
{
    eachText(2, [](Sample sample, const Proposal &expected) {
        if (sample.profile == u"cartosante")
            return; // any column of figures may be the one that is asked for
        const qsizetype width = sample.rows[sample.titles].size();
        for (size_t row = sample.titles; row < sample.rows.size(); ++row) {
            sample.rows[row].resize(width);
            for (int more = 0; more < 200; ++more)
                sample.rows[row].push_back(row == sample.titles ? u"Zz %1"_s.arg(more) : u"x%1"_s.arg(more));
        }
        checkSame(proposeBytes(sample, samples::bytes(sample)), expected);
    });
}

TEST_CASE("Titles in capitals without accents are the same titles, cells between spaces the same cells")
{
    eachText(3, [](Sample sample, const Proposal &expected) {
        if (sample.profile == u"cartosante" || sample.profile == u"valeurs-communes")
            return; // there the title becomes that of the indicator
        for (QString &title : sample.rows[sample.titles]) {
            title = title.normalized(QString::NormalizationForm_D).toUpper();
            title.removeIf([](QChar c) { return c.isMark(); });
        }
        if (sample.profile != u"apl") // whose title names the figure
            checkSame(proposeBytes(sample, samples::bytes(sample)), expected);
        Sample spaced = asText(samples::of(sample.profile));
        if (sample.profile == u"rpps")
            return; // a file of a machine, compared byte for byte
        for (auto &row : spaced.rows)
            for (QString &cell : row)
                cell = u"  "_s + cell + u" \u00A0"_s;
        checkSame(proposeBytes(spaced, samples::bytes(spaced)), expected);
    });
}

TEST_CASE("Every line written twice brings no more records than once")
{
    eachText(4, [](Sample sample, const Proposal &expected) {
        samples::Rows doubled(sample.rows.begin(), sample.rows.begin() + std::ptrdiff_t(sample.titles) + 1);
        for (size_t row = sample.titles + 1; row < sample.rows.size(); ++row)
            doubled.insert(doubled.end(), 2, sample.rows[row]);
        sample.rows = doubled;
        const Proposal twice = proposeBytes(sample, samples::bytes(sample));
        checkAnswer(twice);
        REQUIRE(twice);
        if (sample.profile == u"fiches-actions")
            CHECK(inserted(twice) <= 2 * inserted(expected)); // indicators have no name of their own
        else
            CHECK(inserted(twice) == inserted(expected));
    });
}

TEST_CASE("A zero byte, one column and a list of nothing but numbers are refused, or read without inventing")
{
    eachText(5, [](const Sample &sample, const Proposal &) {
        QByteArray bytes = samples::bytes(sample);
        bytes[bytes.size() / 2] = '\0';
        const Proposal zero = proposeBytes(sample, bytes);
        checkAnswer(zero);
        CHECK_FALSE(zero);
        QByteArray column;
        for (const QStringList &row : sample.rows)
            column += row.value(0).toUtf8().replace('\n', ' ') + '\n';
        checkAnswer(proposeBytes(sample, column));
        QByteArray numbers;
        for (int row = 0; row < 40; ++row)
            numbers +=
                QByteArray::number(row) + ';' + QByteArray::number(row * 7) + ';' + QByteArray::number(row % 3) + '\n';
        const Proposal figures = proposeBytes(sample, numbers);
        checkAnswer(figures);
        CHECK_FALSE(figures);
    });
}

TEST_CASE("A quote opened in any cell of a list never costs the lines around it in silence")
{
    eachText(6, [](const Sample &sample, const Proposal &expected) {
        if (!expected)
            return;
        for (const size_t row : {sample.titles + 1, sample.rows.size() - 1}) {
            Sample damaged = sample;
            // Written raw: what writes the samples would double the quote.
            damaged.rows[row].front() = u"@@"_s + damaged.rows[row].front();
            const QByteArray bytes = samples::bytes(damaged).replace("@@", "\"");
            const Proposal proposal = proposeBytes(sample, bytes);
            checkAnswer(proposal);
            if (proposal && inserted(proposal) + 4 < inserted(expected))
                CHECK_FALSE(proposal.value().remarks.empty());
        }
    });
}

TEST_CASE("Characters of Windows between UTF-8 ones, and odd spaces, leave the other lines as they are")
{
    eachText(7, [](const Sample &sample, const Proposal &expected) {
        REQUIRE(expected);
        QByteArray bytes = samples::bytes(sample);
        bytes.append(bytes.endsWith('\n') ? "" : "\n");
        QByteArray last = "\xE9\xE8";
        for (qsizetype column = 1; column < sample.rows[sample.titles].size(); ++column)
            last += QString(sample.separator).toUtf8();
        const Proposal damaged = proposeBytes(sample, bytes + last + "\n");
        checkAnswer(damaged);
        if (damaged)
            CHECK(inserted(damaged) <= inserted(expected) + 1);
    });
}

TEST_CASE("What was proposed and accepted is not proposed again")
{
    const std::vector<Sample> &all = quickSamples();
    for (size_t at = 1; at < all.size(); at += 5) {
        const Sample &sample = all[at];
        CAPTURE(sample.profile.toStdString());
        const domain::Projet once = samples::accepted(sample);
        const Proposal again = samples::proposed(sample, once);
        REQUIRE(again);
        for (const domain::Change &change : again.value().changes) {
            INFO(change.at.toString().toStdString());
            CHECK(change.type == domain::Change::Type::Set);
            CHECK(change.before != change.after);
        }
        CHECK(again.value().changes.empty());
        CHECK_FALSE(imports::importReport(again.value()).isEmpty());
    }
}
