// The working copy after a cut of power: its journal of SQLite stops anywhere, or was written wrong anywhere. What was
// recorded is there up to some step, whole, and nothing after it.
#include "store/working_copy.h"
#include "unit/store/sample.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace testing;

namespace
{

constexpr int steps = 5;

// A working copy of a small project, and its two files as they stood after a few steps, still open.
class Interrupted
{
public:
    Interrupted()
    {
        store::Contents contents;
        contents.project = base::Id::fromKey(u"p"_s);
        store::FileOperations files;
        auto copy = store::WorkingCopy::create(m_folder.filePath(u"c"_s), contents, u"/x.cpts"_s, {}, files);
        REQUIRE(copy.ok());
        for (int number = 1; number <= steps; ++number) {
            store::Step step;
            step.changes = domain::setting(contents.projet, {u"structure"_s, {}, u"nom"_s}, u"Étape %1"_s.arg(number));
            const domain::ChangeList added =
                domain::inserting(contents.projet, u"partenaire"_s, base::Id::fromKey(u"p%1"_s.arg(number)),
                                  {{u"service"_s, QString(300, u'é')}});
            step.changes.insert(step.changes.end(), added.begin(), added.end());
            step.rows.push_back({number, u"u%1"_s.arg(number), number, u"Étape"_s, {}, step.changes, false});
            REQUIRE(copy.value()->record({step}).ok());
            REQUIRE(domain::applyChanges(contents.projet, step.changes).ok());
        }
        base = read(u"c/travail.db"_s);
        wal = read(u"c/travail.db-wal"_s);
        REQUIRE(wal.size() > steps * 4096);
    }

    // What a restart finds when the files are these; the number of steps that are there, whole. -1: refused.
    int found(const QByteArray &database, const QByteArray &log) const
    {
        QTemporaryDir after;
        const QString folder = after.filePath(u"c"_s);
        REQUIRE(QDir().mkpath(folder));
        store::FileOperations files;
        REQUIRE(files.write(folder + u"/travail.db"_s, database).ok());
        if (!log.isEmpty())
            REQUIRE(files.write(folder + u"/travail.db-wal"_s, log).ok());
        const auto copy = store::WorkingCopy::resume(folder);
        const auto contents = copy ? copy.value()->read() : base::Result<store::Contents>(copy.error());
        if (!contents) {
            CHECK_FALSE(contents.error().message.isEmpty());
            return -1;
        }
        const int there = int(contents.value().journal.size());
        const QString name = there == 0 ? QString() : u"Étape %1"_s.arg(there);
        CHECK(contents.value().projet.structure.nom == name);
        CHECK(contents.value().projet.partenaires.size() == size_t(there));
        return there;
    }

    QByteArray base;
    QByteArray wal;

private:
    QByteArray read(const QString &name) const
    {
        QFile file(m_folder.filePath(name));
        REQUIRE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }
    QTemporaryDir m_folder;
};

} // namespace

TEST_CASE("a journal cut anywhere gives the steps before the cut, each whole")
{
    const Interrupted interrupted;
    CHECK(interrupted.found(interrupted.base, interrupted.wal) == steps);
    int before = -1;
    bool some = false;
    for (qsizetype size = 0; size <= interrupted.wal.size(); size += 2063) {
        const int there = interrupted.found(interrupted.base, interrupted.wal.left(size));
        INFO(size);
        CHECK(there >= before); // a longer journal never gives less
        before = there;
        some = some || (there > 0 && there < steps);
    }
    CHECK(some);
}

TEST_CASE("one byte of the journal written wrong costs the steps from there on, and never makes up another")
{
    const Interrupted interrupted;
    for (qsizetype at = 40; at < interrupted.wal.size(); at += 4001) {
        QByteArray wrong = interrupted.wal;
        wrong[at] = char(wrong[at] ^ 0x55);
        INFO(at);
        CHECK(interrupted.found(interrupted.base, wrong) <= steps);
    }
}

TEST_CASE("a journal of another file, or of nothing, is not followed")
{
    const Interrupted interrupted;
    const int without = interrupted.found(interrupted.base, {});
    for (const QByteArray &other : {QByteArray("n’importe quoi"), QByteArray(8192, '\0'), QByteArray(50'000, 'x')})
        CHECK(interrupted.found(interrupted.base, other) == without);
}

TEST_CASE("a database that is cut or empty is refused or empty, never a part of the project")
{
    const Interrupted interrupted;
    for (const qsizetype size :
         {qsizetype(0), qsizetype(1), qsizetype(99), qsizetype(4096), interrupted.base.size() / 2}) {
        INFO(size);
        CHECK(interrupted.found(interrupted.base.left(size), {}) <= 0);
    }
    CHECK(interrupted.found(QByteArray(20'000, 'x'), {}) == -1);
}
