// Files written by released versions open for ever. New versions are added with [.generer], old ones never change:
//   ATELIER_ECRIRE_FICHIERS=tests/fixtures/format test_store "[.generer]"
#include "domain/json.h"
#include "support/source.h"
#include "unit/store/sample.h"

#include <QDir>
#include <QFile>

using namespace testing;

namespace
{

const QString folder = support::source(QStringLiteral("tests/fixtures/format"));

QByteArray read(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly | QIODevice::NewOnly));
    REQUIRE(file.write(bytes) == bytes.size());
}

store::Contents emptyContents()
{
    store::Contents contents;
    contents.project = base::Id::fromKey(u"test:vide"_s);
    contents.projet = domain::nouveauProjet(u"Projet vide"_s, u"paca-2022"_s, u"2026"_s, QDate(2026, 11, 23));
    contents.publishedAt = QDateTime(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC);
    return contents;
}

} // namespace

TEST_CASE("every file of every version opens and says what it said")
{
    const QStringList names = QDir(folder).entryList({u"v*.cpts"_s}, QDir::Files, QDir::Name);
    REQUIRE(names.size() >= 2 * store::formatVersion);
    for (const QString &name : names) {
        CAPTURE(name);
        const QByteArray bytes = read(folder + u'/' + name);
        const auto opened = store::fromBytes(bytes);
        INFO((opened ? QString() : opened.error().detail).toStdString());
        REQUIRE(opened.ok());
        const store::Contents &contents = opened.value().contents;
        CHECK(opened.value().migrated == !name.startsWith(u"v%1-"_s.arg(store::formatVersion)));
        CHECK(domain::projetToJson(contents.projet, contents.project) ==
              read(folder + u'/' + name.chopped(5) + u".json"_s));
        CHECK(contents.journal.size() == (name.contains(u"rempli"_s) ? 1U : 0U));
        const auto resume = store::resumeFromBytes(bytes);
        REQUIRE(resume.ok());
        CHECK(resume.value().name == contents.projet.identite.nom);
        // What is written today from it says the same.
        const auto again = store::fromBytes(bytesOf(contents));
        REQUIRE(again.ok());
        CHECK(store::logicalHash(again.value().contents) == store::logicalHash(contents));
    }
}

TEST_CASE("writes the fixtures of the current version", "[.generer]")
{
    const QString target = qEnvironmentVariable("ATELIER_ECRIRE_FICHIERS");
    REQUIRE_FALSE(target.isEmpty());
    for (const auto &[name, contents] :
         {std::pair(u"vide"_s, emptyContents()), std::pair(u"rempli"_s, sampleContents())}) {
        const QString path = target + u"/v%1-%2"_s.arg(store::formatVersion).arg(name);
        write(path + u".cpts"_s, bytesOf(contents));
        write(path + u".json"_s, domain::projetToJson(contents.projet, contents.project));
    }
}
