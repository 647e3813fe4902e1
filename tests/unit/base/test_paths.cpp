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

TEST_CASE("A data folder without templates leaves the shipped ones")
{
    const QTemporaryDir folder;
    const OtherData other(folder.path());
    CHECK_FALSE(base::installedTrames().isEmpty());
    CHECK(QDir(base::templatesFolder() + u'/' + base::installedTrames().front()).exists());
}
