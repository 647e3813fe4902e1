// Ten damages of every file: a French sentence and nothing proposed, or the good rows with remarks. Never a crash,
// never a wrong figure, never long.
#include "fixtures.h"
#include "packages.h"
#include "proposals.h"
#include "support/example.h"

#include <chrono>
#include <random>

using namespace Qt::Literals::StringLiterals;
using samples::checkAnswer;
using samples::Proposal;
using samples::proposeBytes;
using samples::Sample;

namespace
{

bool sameChanges(const Proposal &a, const Proposal &b)
{
    return a && b && a.value().changes == b.value().changes;
}

size_t column(const Sample &sample, const QString &title)
{
    return size_t(sample.rows[sample.titles].indexOf(title));
}

// A text instead of a workbook, for damages to text.
Sample asText(Sample sample)
{
    if (sample.separator.isNull())
        sample.separator = u';';
    return sample;
}

} // namespace

TEST_CASE("1. Truncated anywhere")
{
    for (const Sample &sample : samples::all()) {
        CAPTURE(sample.profile.toStdString());
        const QByteArray whole = samples::bytes(sample);
        for (int part = 0; part < 20; ++part)
            checkAnswer(proposeBytes(sample, whole.left(whole.size() * part / 20)));
        if (sample.separator.isNull())
            CHECK(proposeBytes(sample, whole.left(whole.size() / 2)).error().message.contains(u"abîmé ou incomplet"_s));
    }
}

TEST_CASE("2. Another encoding gives the same changes")
{
    for (const Sample &each : samples::all()) {
        const Sample sample = asText(each);
        CAPTURE(sample.profile.toStdString());
        const QString text = QString::fromUtf8(samples::bytes(sample));
        const auto expected = proposeBytes(sample, samples::bytes(sample));
        REQUIRE(expected);
        CHECK(sameChanges(proposeBytes(sample, fixtures::windows1252(text)), expected));
        for (const auto encoding : {QStringConverter::Utf16LE, QStringConverter::Utf16BE})
            CHECK(sameChanges(proposeBytes(sample, fixtures::utf16(text, encoding, true)), expected));
    }
}

TEST_CASE("3. Swapped columns give the same changes")
{
    for (Sample sample : samples::all()) {
        CAPTURE(sample.profile.toStdString());
        const auto expected = samples::proposed(sample);
        REQUIRE(expected);
        for (size_t row = sample.titles; row < sample.rows.size(); ++row) {
            while (sample.rows[row].size() < sample.rows[sample.titles].size())
                sample.rows[row].push_back(QString());
            std::reverse(sample.rows[row].begin(), sample.rows[row].end());
        }
        CHECK(sameChanges(samples::proposed(sample), expected));
        // Contents under the wrong titles: an answer, and never a person out of a number.
        std::rotate(sample.rows[sample.titles].begin(), sample.rows[sample.titles].begin() + 1,
                    sample.rows[sample.titles].end());
        checkAnswer(samples::proposed(sample));
    }
}

TEST_CASE("4. Titles repeated, and two columns of the same title")
{
    for (Sample sample : samples::all()) {
        CAPTURE(sample.profile.toStdString());
        const auto expected = samples::proposed(sample);
        const QStringList titles = sample.rows[sample.titles];
        sample.rows.insert(sample.rows.begin() + std::ptrdiff_t(sample.titles) + 2, titles);
        const auto repeated = samples::proposed(sample);
        CHECK(sameChanges(repeated, expected));
        CHECK(samples::told(repeated.value()).contains(u"les titres sont répétés"_s));
        sample.rows.erase(sample.rows.begin() + std::ptrdiff_t(sample.titles) + 2);
        for (size_t row = sample.titles; row < sample.rows.size(); ++row) {
            sample.rows[row].resize(titles.size());
            sample.rows[row].push_back(row == sample.titles ? sample.required : u"autre"_s);
        }
        CHECK(sameChanges(samples::proposed(sample), expected)); // the first counts
    }
}

TEST_CASE("5. A missing column is named, and nothing is proposed")
{
    for (Sample sample : samples::all()) {
        CAPTURE(sample.profile.toStdString());
        const size_t gone = column(sample, sample.required);
        for (size_t row = sample.titles; row < sample.rows.size(); ++row)
            if (qsizetype(gone) < sample.rows[row].size())
                sample.rows[row].removeAt(qsizetype(gone));
        const auto proposal = samples::proposed(sample);
        if (sample.profile == u"personnes" || sample.profile == u"finess") {
            checkAnswer(proposal); // structures alone are members too; the official order is known without titles
            continue;
        }
        REQUIRE_FALSE(proposal);
        CHECK(proposal.error().message.contains(u"Rien n’a été modifié"_s));
        CHECK((proposal.error().message.contains(u"n’a pas de colonne"_s) ||
               proposal.error().message.contains(u"ligne de titres"_s)));
    }
}

TEST_CASE("6. Formulas and commands are never calculated, kept as figures or as names")
{
    for (const Sample &original : samples::all()) {
        CAPTURE(original.profile.toStdString());
        for (const QString &attack : {u"=cmd|' /C calc'!A0"_s, u"@SUM(1+1)*cmd|' /C calc'!A0"_s,
                                      u"=HYPERLINK(\"http://example.org\")"_s, u"+1+cmd()"_s}) {
            Sample sample = asText(original);
            for (size_t row = sample.titles + 1; row < sample.rows.size(); ++row)
                for (QString &cell : sample.rows[row])
                    if (row % 2 == 0)
                        cell = attack;
            const auto proposal = samples::proposed(sample);
            checkAnswer(proposal);
            if (!proposal)
                continue;
            for (const auto &change : proposal.value().changes)
                if (const auto *text = std::get_if<QString>(&change.after))
                    CHECK_FALSE((text->contains(u"cmd"_s) || text->contains(u"HYPERLINK"_s)));
        }
    }
    // In a workbook a formula is the value stored with it.
    Sample apl = samples::of(u"apl"_s);
    const auto expected = samples::proposed(apl);
    for (size_t row = apl.titles + 2; row < apl.rows.size(); ++row)
        apl.rows[row][2] = u"=A1*99|"_s + apl.rows[row][2];
    CHECK(sameChanges(samples::proposed(apl), expected));
}

TEST_CASE("7. A million rows, or far more than there are: refused or read in bounded time")
{
    for (const Sample &original : samples::all()) {
        CAPTURE(original.profile.toStdString());
        Sample sample = asText(original);
        const bool official = sample.profile == u"rpps" || sample.profile == u"finess";
        QByteArray bytes = samples::bytes(sample);
        Sample last = sample;
        last.rows = {sample.rows.back()};
        last.mark = false;
        // Without optimisation a million of each takes minutes; the most that any other accepts is 100 000.
        bytes += samples::bytes(last).repeated(sample.profile == u"rpps"     ? 1'000'000
                                               : sample.profile == u"finess" ? 50'000
                                                                             : 200'000);
        const auto start = std::chrono::steady_clock::now();
        const auto proposal = proposeBytes(sample, bytes);
        const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start;
        checkAnswer(proposal);
        CHECK(spent.count() < 120); // without optimisation, on a loaded machine
        CHECK(proposal.ok() == official);
        if (proposal)
            CHECK(proposal.value().remarks.size() < 300);
    }
}

TEST_CASE("8. Archive bombs, alone and inside a workbook")
{
    for (const Sample &sample : samples::all()) {
        CAPTURE(sample.profile.toStdString());
        const auto list = proposeBytes(sample, packages::bomb(sample.name + u".csv"_s, 30 * 1024 * 1024));
        REQUIRE_FALSE(list);
        CHECK(list.error().message.contains(u"Rien n’a été modifié"_s));
        const QByteArray sheet =
            "<worksheet><sheetData>" + QByteArray("<row><c><v>1</v></c></row>").repeated(2'000'000);
        static const QByteArray book = packages::workbookWith({{u"F"_s, {}}}, u"xl/worksheets/sheet1.xml"_s, sheet);
        checkAnswer(proposeBytes(sample, book));
        CHECK_FALSE(proposeBytes(sample, book));
    }
}

TEST_CASE("9. Empty files, and files with titles alone")
{
    for (Sample sample : samples::all()) {
        CAPTURE(sample.profile.toStdString());
        for (const QByteArray &bytes :
             {QByteArray(), QByteArray("\xEF\xBB\xBF"), QByteArray("\n\n;;;\n"), packages::workbook({{u"F"_s, {}}})})
            CHECK_FALSE(proposeBytes(sample, bytes));
        sample.rows.resize(sample.titles + 1);
        const auto titles = samples::proposed(sample);
        REQUIRE_FALSE(titles);
        CHECK(titles.error().message.contains(u"Rien n’a été modifié"_s));
    }
}

TEST_CASE("10. Another sort of file")
{
    const std::vector<QByteArray> others{"%PDF-1.7\n%\xE2\xE3\xCF\xD3",
                                         "\x89PNG\r\n\x1A\n",
                                         "SQLite format 3",
                                         QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8) + QByteArray(600, '\0'),
                                         "<!DOCTYPE html><html><body>Erreur 404</body></html>",
                                         "{\"a\": [1, 2]}",
                                         packages::zip({{u"word/document.xml"_s, "<w/>"}}),
                                         QByteArray(4096, '\x01'),
                                         "Bonjour,\n\nVoici la liste demandée.\n"};
    for (const Sample &sample : samples::all()) {
        CAPTURE(sample.profile.toStdString());
        for (const QByteArray &bytes : others) {
            const auto proposal = proposeBytes(sample, bytes);
            CHECK_FALSE(proposal);
            checkAnswer(proposal);
        }
        for (const Sample &other : samples::all())
            if (other.profile != sample.profile)
                checkAnswer(proposeBytes(sample, samples::bytes(other)));
    }
}

TEST_CASE("Random damages of every text give an answer")
{
    std::mt19937 random(11);
    for (const Sample &each : samples::all()) {
        const Sample sample = asText(each);
        CAPTURE(sample.profile.toStdString());
        const QByteArray good = samples::bytes(sample);
        for (int round = 0; round < 60; ++round) {
            QByteArray bytes = good;
            for (int i = 0; i < 8; ++i)
                bytes.insert(qsizetype(random() % unsigned(bytes.size())),
                             QByteArray(1, ";\"\n|\xE9\xC3\t="[random() % 8]));
            checkAnswer(proposeBytes(sample, bytes));
        }
    }
}

TEST_CASE("Stopping leaves nothing, and the file is named")
{
    for (const Sample &sample : samples::all()) {
        auto options = samples::options(sample);
        options.watch.cancelled = [] { return true; };
        const auto stopped =
            imports::propose(sample.profile, samples::input(sample), samples::projet(), support::references(), options);
        REQUIRE_FALSE(stopped);
        CHECK(stopped.error().message.contains(sample.name));
    }
}
