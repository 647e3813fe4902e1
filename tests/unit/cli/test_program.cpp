// run() in this process: what does not need a shell, with a clock that the test holds.
#include "cli/common.h"
#include "cli/program.h"
#include "process.h"

#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace
{

struct Told {
    int code = 0;
    QString out;
    QString err;
};

Told run(const QStringList &words, const QDate &today = QDate(2026, 3, 2))
{
    Told told;
    QTextStream out(&told.out);
    QTextStream err(&told.err);
    told.code = cli::run(words, out, err, base::FixedClock(QDateTime(today, QTime(12, 0), Qt::UTC)));
    return told;
}

// Sets a variable of this process and puts the old one back.
class Variable
{
public:
    Variable(const char *name, const QByteArray &value)
        : m_name(name), m_old(qgetenv(name)), m_was(qEnvironmentVariableIsSet(name))
    {
        qputenv(name, value);
    }
    ~Variable()
    {
        if (m_was)
            qputenv(m_name, m_old);
        else
            qunsetenv(m_name);
    }
    Variable(const Variable &) = delete;
    Variable &operator=(const Variable &) = delete;

private:
    const char *m_name;
    QByteArray m_old;
    bool m_was;
};

} // namespace

TEST_CASE("The clock gives a new project its date, and the criteria theirs")
{
    const Shell shell;
    const QString path = shell.path(u"a.cpts"_s);
    REQUIRE(run({u"nouveau"_s, path, u"--nom"_s, u"A"_s}, QDate(2027, 12, 31)).code == 0);
    const Told info = run({u"info"_s, path});
    CHECK(info.code == 0);
    CHECK(info.out.contains(u"31 décembre 2027"_s));
    CHECK(parsed(run({u"info"_s, path, u"--json"_s}).out)["creeLe"] == "2027-12-31");
}

TEST_CASE("The date of the export is the clock's: another day, other bytes, the same day, the same")
{
    const Shell shell;
    const QString path = shell.path(u"a.cpts"_s);
    REQUIRE(run({u"nouveau"_s, path, u"--exemple"_s}).code == 0);
    const auto exported = [&](const QDate &today) {
        const QString output = shell.path(u"l.docx"_s);
        CHECK(run({u"exporter"_s, path, u"--annexe"_s, u"3"_s, u"--format"_s, u"docx"_s, u"--sortie"_s, output}, today)
                  .code == 0);
        return shell.read(u"l.docx"_s);
    };
    const QByteArray first = exported(QDate(2026, 10, 1));
    CHECK(exported(QDate(2026, 10, 1)) == first);
    CHECK(exported(QDate(2026, 10, 2)) != first);
}

TEST_CASE("SOURCE_DATE_EPOCH is that clock, in UTC")
{
    {
        const Variable variable("SOURCE_DATE_EPOCH", "1772409600");
        const auto clock = cli::clockOfEnvironment();
        REQUIRE(clock.ok());
        CHECK(clock.value()->today() == QDate(2026, 3, 2));
        CHECK(clock.value()->now().timeSpec() == Qt::UTC);
    }
    for (const char *value : {"demain", "12,5", "1772409600s"}) {
        const Variable variable("SOURCE_DATE_EPOCH", value);
        const auto clock = cli::clockOfEnvironment();
        REQUIRE_FALSE(clock.ok());
        CHECK(clock.error().message.contains(QString::fromUtf8(value)));
    }
    const Variable variable("SOURCE_DATE_EPOCH", "");
    CHECK(cli::clockOfEnvironment().ok());
}

TEST_CASE("The trame of a project is a folder of the program, whatever the file says")
{
    CHECK(cli::trameFolder(u"paca-2022"_s).ok());
    CHECK(cli::loadTrame(u"paca-2022"_s).value().id() == u"paca-2022"_s);
    for (const QString &name : {u""_s, u"."_s, u".."_s, u"../templates/paca-2022"_s, u"/etc"_s, u"paca-2022/"_s,
                                u"PACA-2022"_s, u"absente"_s, u"paca-2022\n"_s, u"-x"_s}) {
        const auto folder = cli::trameFolder(name);
        INFO(name.toStdString());
        REQUIRE_FALSE(folder.ok());
        CHECK(folder.error().message.contains(u"n’est pas installée"_s));
    }
}

TEST_CASE("A project whose trame is not installed can still leave as JSON")
{
    const Shell shell;
    const QString path = shell.path(u"a.cpts"_s);
    REQUIRE(run({u"nouveau"_s, path}).code == 0);
    shell.write(u"trame.json"_s,
                R"({"format": "atelier-cpts", "version": 1, "contenu": {"identite": {"trame": "../ailleurs"}}})");
    REQUIRE(run({u"importer"_s, path, shell.path(u"trame.json"_s)}).code == 0);
    const QString output = shell.path(u"sortie"_s);
    const Told document =
        run({u"exporter"_s, path, u"--annexe"_s, u"3"_s, u"--format"_s, u"docx"_s, u"--sortie"_s, output});
    CHECK(document.code == 3);
    CHECK(document.err.contains(u"« ../ailleurs »"_s));
    CHECK_FALSE(QFile::exists(output));
    CHECK(run({u"info"_s, path}).code == 3);
    CHECK(run({u"exporter"_s, path, u"--format"_s, u"json"_s, u"--sortie"_s, output}).code == 0);
    CHECK(shell.read(u"sortie"_s).contains("../ailleurs"));
}

TEST_CASE("A project that is open elsewhere is read, and not changed")
{
    const Shell shell;
    const QString path = shell.path(u"a.cpts"_s);
    shell.write(u"c.csv"_s, "Commune\nAllos\n");
    REQUIRE(run({u"nouveau"_s, path}).code == 0);
    const base::SystemClock clock;
    {
        const auto held = dossier::Dossier::open(path, dossier::Dossier::Mode::Edit, clock);
        REQUIRE(held.ok());
        CHECK(run({u"info"_s, path}).code == 0);
        CHECK(run({u"importer"_s, path, shell.path(u"c.csv"_s), u"--a-blanc"_s}).code == 0);
        const Told refused = run({u"importer"_s, path, shell.path(u"c.csv"_s)});
        CHECK(refused.code == 3);
        CHECK(refused.err.contains(u"Rien n’a été changé"_s));
        CHECK(refused.out.isEmpty()); // nothing is told as added
        CHECK(refused.err.contains(u"est déjà ouvert dans une fenêtre de cet ordinateur"_s));
        // A command opens nothing « here »: it says what to close, and that it may be a copy.
        REQUIRE(QFile::copy(path, shell.path(u"copie.cpts"_s)));
        const Told copied = run({u"importer"_s, shell.path(u"copie.cpts"_s), shell.path(u"c.csv"_s)});
        CHECK(copied.code == 3);
        CHECK(copied.err.contains(u"Ce projet, ou une copie de ce projet"_s));
        CHECK(copied.err.contains(u"Fermez-le d’abord."_s));
        CHECK_FALSE(copied.err.contains(u"s’ouvre"_s));
        CHECK(held.value()->projet().communes.empty());
    }
    CHECK(run({u"importer"_s, path, shell.path(u"c.csv"_s)}).code == 0);
}

TEST_CASE("An import is one step, which the program can undo")
{
    const Shell shell;
    const QString path = shell.path(u"a.cpts"_s);
    shell.write(u"c.csv"_s, "EPCI\n200068625\n");
    REQUIRE(run({u"nouveau"_s, path}).code == 0);
    REQUIRE(run({u"importer"_s, path, shell.path(u"c.csv"_s)}).code == 0);
    const base::SystemClock clock;
    const auto opened = dossier::Dossier::open(path, dossier::Dossier::Mode::Edit, clock);
    REQUIRE(opened.ok());
    CHECK(opened.value()->projet().communes.size() == 41);
    REQUIRE(opened.value()->canUndo());
    CHECK(opened.value()->undoLabel().contains(u"Importer une liste de communes"_s));
    REQUIRE(opened.value()->undo().ok());
    CHECK(opened.value()->projet().communes.empty());
    CHECK_FALSE(opened.value()->canUndo());
}
