// Official files at their true length: read as they come, whatever their size, and counted exactly.
#include "samples.h"
#include "support/example.h"

#include <chrono>
#include <QFile>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr double patience = 60; // seconds, without optimisation, on a loaded machine

double secondsSince(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

// Lines of one length that are on no disk and in no memory: made when they are read.
class Endless final : public QIODevice
{
public:
    Endless(QByteArray line, qint64 lines) : m_line(std::move(line)), m_left(m_line.size() * lines)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] bool atEnd() const override { return m_left == 0; }
    [[nodiscard]] qint64 bytesAvailable() const override { return m_left + QIODevice::bytesAvailable(); }
    [[nodiscard]] qint64 given() const { return m_given; }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        const qint64 count = std::min(most, m_left);
        for (qint64 i = 0; i < count; ++i)
            data[i] = m_line[qsizetype((m_given + i) % m_line.size())];
        m_given += count;
        m_left -= count;
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_line;
    qint64 m_left = 0;
    qint64 m_given = 0;
};

// The file of a sample with its last row `count` times, changed by `change`.
QByteArray large(const QString &profile, int count, const std::function<void(QStringList &row, int number)> &change)
{
    samples::Sample sample = samples::of(profile);
    const QStringList row = sample.rows.back();
    sample.rows.resize(sample.titles + 1);
    for (int number = 0; number < count; ++number) {
        sample.rows.push_back(row);
        change(sample.rows.back(), number);
    }
    return samples::bytes(sample);
}

} // namespace

TEST_CASE("A list is read as it comes: what is ahead of the current row does not grow with the rows")
{
    constexpr qint64 lines = 200'000;
    const QByteArray line = QByteArray("8;10000000001;NOM;PRENOM;10;").leftJustified(99, 'x') + '\n';
    auto device = std::make_unique<Endless>(line, lines);
    const Endless &source = *device;
    auto rows = imports::delimitedRows(std::move(device), line.size() * lines, u"Le fichier"_s);
    REQUIRE(rows.ok());
    qint64 count = 0;
    qint64 ahead = 0;
    while (rows.value()->next()) {
        ++count;
        ahead = std::max(ahead, source.given() - count * line.size());
    }
    CHECK_FALSE(rows.value()->error());
    CHECK(count == lines);
    CHECK(ahead < 4 * 1024 * 1024); // of 20 million bytes
}

TEST_CASE("FINESS, 50,000 establishments: those of the territory, each once, and no other")
{
    const samples::Sample sample = samples::of(u"finess"_s);
    const qsizetype number = sample.rows.front().indexOf(u"nofinesset"_s);
    const qsizetype name = sample.rows.front().indexOf(u"rs"_s);
    const qsizetype commune = sample.rows.front().indexOf(u"commune"_s);
    constexpr int every = 500; // is of Castellane, the others of Allos, which is not in the project
    const QByteArray bytes = large(u"finess"_s, 50'000, [&](QStringList &row, int each) {
        row[number] = u"%1"_s.arg(40'000'000 + each, 9, 10, QChar(u'0'));
        row[name] = u"CENTRE NUMERO %1"_s.arg(each);
        row[commune] = each % every == 0 ? u"039"_s : u"006"_s;
    });
    const auto start = std::chrono::steady_clock::now();
    const auto proposal = imports::propose(u"finess"_s, imports::ImportInput::memory(bytes, sample.name),
                                           samples::projet(), support::references(), samples::options(sample));
    REQUIRE(proposal.ok());
    CHECK(secondsSince(start) < patience);
    domain::Projet after = samples::projet();
    REQUIRE(domain::applyChanges(after, proposal.value().changes));
    CHECK(after.acteurs.size() == 50'000 / every);
}

TEST_CASE("RPPS, 200,000 lines on the disk: each person of the territory once, in bounded time")
{
    const samples::Sample sample = samples::of(u"rpps"_s);
    const auto column = [&sample](const QString &title) { return sample.rows.front().indexOf(title); };
    const qsizetype identity = column(u"Identifiant PP"_s);
    const qsizetype national = column(u"Identification nationale PP"_s);
    const qsizetype commune = column(u"Code commune (coord. structure)"_s);
    // Two lines a person; one person in a hundred works in Castellane.
    const QByteArray bytes = large(u"rpps"_s, 200'000, [&](QStringList &row, int each) {
        row[identity] = QString::number(10'000'000'000 + each / 2);
        row[national] = u'8' + row[identity];
        row[commune] = each / 2 % 100 == 0 ? u"04039"_s : u"75056"_s;
        row[column(u"Code postal (coord. structure)"_s)].clear();
    });
    const QTemporaryDir folder;
    QFile file(folder.filePath(sample.name));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    const auto start = std::chrono::steady_clock::now();
    const auto proposal = imports::propose(u"rpps"_s, imports::ImportInput::file(file.fileName()), samples::projet(),
                                           support::references(), samples::options(sample));
    REQUIRE(proposal.ok());
    CHECK(secondsSince(start) < patience);
    CHECK(samples::told(proposal.value()).contains(u"Infirmiers : 1 000"_s));
}
