// Where the program's own files are found.
#include "base/paths.h"
#include "support/catch.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;

namespace
{

// Another folder of data for one test.
class OtherData
{
public:
    explicit OtherData(const QString &folder) { qputenv("ATELIER_DONNEES", folder.toUtf8()); }
    ~OtherData() { qunsetenv("ATELIER_DONNEES"); }
    Q_DISABLE_COPY_MOVE(OtherData)
};

void makeTrame(const QTemporaryDir &folder, const QString &name)
{
    REQUIRE(QDir().mkpath(folder.filePath(u"templates/"_s + name)));
    QFile file(folder.filePath(u"templates/%1/trame.json"_s.arg(name)));
    REQUIRE(file.open(QIODevice::WriteOnly));
}

} // namespace

TEST_CASE("The trames there are: folders with a trame.json, in order")
{
    const QTemporaryDir folder;
    makeTrame(folder, u"paca-2022"_s);
    makeTrame(folder, u"aura-2025"_s);
    REQUIRE(QDir().mkpath(folder.filePath(u"templates/brouillon"_s)));
    QFile stray(folder.filePath(u"templates/lisez-moi.txt"_s));
    REQUIRE(stray.open(QIODevice::WriteOnly));
    const OtherData other(folder.path());
    CHECK(base::installedTrames() == QStringList{u"aura-2025"_s, u"paca-2022"_s});
}

TEST_CASE("Templates and reference data come from one folder when one is chosen, else from the shipped ones")
{
    const QString shippedReference = base::referenceFolder();
    const QString shippedTemplates = base::templatesFolder();
    CHECK(QFile::exists(shippedReference + u"/communes-2026.tsv"_s));
    CHECK(QDir::isAbsolutePath(shippedTemplates));
    const QTemporaryDir folder;
    REQUIRE(QDir().mkpath(folder.filePath(u"reference"_s)));
    {
        const OtherData other(folder.path());
        CHECK(base::referenceFolder() == QDir(folder.filePath(u"reference"_s)).canonicalPath());
        CHECK(base::templatesFolder() == shippedTemplates); // there are none in that folder
    }
    CHECK(base::referenceFolder() == shippedReference);
    const OtherData gone(folder.filePath(u"nulle-part"_s));
    CHECK(base::referenceFolder() == shippedReference);
    const OtherData none{QString()};
    CHECK(base::templatesFolder() == shippedTemplates);
}

TEST_CASE("A file in the place of a trame is none, and names come in alphabetical order")
{
    const QTemporaryDir folder;
    for (const QString &name : {u"paca-2022"_s, u"bretagne-2024"_s, u"aura-2025"_s})
        makeTrame(folder, name);
    QFile stray(folder.filePath(u"templates/corse-2024"_s));
    REQUIRE(stray.open(QIODevice::WriteOnly));
    const OtherData other(folder.path());
    CHECK(base::installedTrames() == QStringList{u"aura-2025"_s, u"bretagne-2024"_s, u"paca-2022"_s});
}

TEST_CASE("The data of the user has a folder, made when it is missing")
{
    const QString folder = base::localDataFolder();
    CHECK(QDir::isAbsolutePath(folder));
    CHECK(QDir(folder).exists());
    CHECK(base::localDataFolder() == folder);
    // Taken away while the program runs, it is made again.
    if (QDir(folder).isEmpty() && QDir().rmdir(folder))
        CHECK(QDir(base::localDataFolder()).exists());
}

TEST_CASE("A data folder without templates leaves the shipped ones")
{
    const QTemporaryDir folder;
    const OtherData other(folder.path());
    CHECK_FALSE(base::installedTrames().isEmpty());
    CHECK(QDir(base::templatesFolder() + u'/' + base::installedTrames().front()).exists());
}
