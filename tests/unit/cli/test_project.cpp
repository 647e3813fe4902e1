// nouveau, info, verifier: what they say of a project, in words and in JSON.
#include "process.h"
#include "support/source.h"

#include <QDir>
#include <QDirIterator>

using namespace Qt::Literals::StringLiterals;

TEST_CASE("A new project is made once, and never over another file")
{
    Shell shell;
    shell.setVariable(u"SOURCE_DATE_EPOCH"_s, u"1772409600"_s); // 2 March 2026
    const Ran made = shell.well({u"nouveau"_s, u"a.cpts"_s, u"--nom"_s, u"CPTS d’Été"_s});
    CHECK(made.out == u"Projet créé : a.cpts\n"_s);
    const QByteArray bytes = shell.read(u"a.cpts"_s);
    CHECK(bytes.startsWith("SQLite format 3"));
    const auto info = parsed(shell.well({u"info"_s, u"a.cpts"_s, u"--json"_s}).out);
    CHECK(info["nom"] == "CPTS d’Été");
    CHECK(info["creeLe"] == "2026-03-02");
    CHECK(info["trame"] == "paca-2022");

    const auto places = [&shell] { // of the working copies
        QStringList found;
        QDirIterator each(shell.path(u"maison"_s), QDir::Dirs | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
        while (each.hasNext())
            if (const QString folder = each.next(); folder.section(u'/', -2, -2) == u"copies")
                found << folder;
        found.sort();
        return found;
    };
    const QStringList kept = places();
    const Ran again = shell.cpts({u"nouveau"_s, u"a.cpts"_s});
    CHECK(places() == kept);
    CHECK(again.code == 3);
    CHECK(again.err.contains(u"existe déjà"_s));
    CHECK(shell.read(u"a.cpts"_s) == bytes);
    CHECK(shell.cpts({u"nouveau"_s, u"nulle/part/a.cpts"_s}).code == 3);
}

TEST_CASE("A new project takes the first trame there is, or the one asked for")
{
    Shell shell;
    for (const QString &name : {u"paca-2022"_s, u"aura-2030"_s}) {
        const QDir shipped(support::source(QStringLiteral("templates/paca-2022")));
        const QString folder = shell.path(u"donnees/templates/"_s + name);
        REQUIRE(QDir().mkpath(folder));
        for (const QString &file : shipped.entryList(QDir::Files))
            REQUIRE(QFile::copy(shipped.filePath(file), folder + u'/' + file));
    }
    shell.setVariable(u"ATELIER_DONNEES"_s, shell.path(u"donnees"_s));
    const auto trameOf = [&shell](const QString &file) {
        return parsed(shell.well({u"info"_s, file, u"--json"_s}).out)["trame"].get<std::string>();
    };
    shell.well({u"nouveau"_s, u"a.cpts"_s});
    CHECK(trameOf(u"a.cpts"_s) == "aura-2030");
    shell.well({u"nouveau"_s, u"b.cpts"_s, u"--trame"_s, u"paca-2022"_s});
    CHECK(trameOf(u"b.cpts"_s) == "paca-2022");

    shell.setVariable(u"ATELIER_DONNEES"_s, shell.path(u"vide"_s));
    REQUIRE(QDir().mkpath(shell.path(u"vide/templates"_s)));
    const Ran none = shell.cpts({u"nouveau"_s, u"c.cpts"_s});
    CHECK(none.code == 3);
    CHECK(none.err.contains(u"Aucune trame n’est installée"_s));
    CHECK_FALSE(QFile::exists(shell.path(u"c.cpts"_s)));
}

TEST_CASE("info says the same in words and in JSON, whose keys are those of the documentation")
{
    const Shell shell;
    shell.well({u"nouveau"_s, u"v.cpts"_s, u"--exemple"_s});
    const Ran words = shell.well({u"info"_s, u"v.cpts"_s});
    const auto info = parsed(shell.well({u"info"_s, u"v.cpts"_s, u"--json"_s}).out);
    QStringList keys;
    for (const auto &[key, value] : info.items())
        keys.push_back(QString::fromStdString(key));
    CHECK(keys == QStringList{u"format"_s, u"version"_s, u"fichier"_s, u"projet"_s, u"nom"_s, u"phase"_s, u"trame"_s,
                              u"millesime"_s, u"creeLe"_s, u"porteur"_s, u"territoire"_s, u"lettre"_s, u"pieces"_s,
                              u"pages"_s, u"etapes"_s});
    CHECK(info["format"] == "cpts-info");
    CHECK(info["version"] == 1);
    CHECK(words.out.contains(QString::fromStdString(info["nom"].get<std::string>())));
    CHECK(words.out.contains(u"%1 communes"_s.arg(info["territoire"]["communes"].get<int>())));
    CHECK(info["territoire"]["communes"].get<int>() > 1);
    CHECK(info["pages"].size() == 7);
    CHECK(words.err.isEmpty());
    CHECK(isFrench(words.out));
}

TEST_CASE("verifier ends with 1 while something blocks, and with 0 when nothing does")
{
    const Shell shell;
    shell.well({u"nouveau"_s, u"vide.cpts"_s, u"--nom"_s, u"Vide"_s});
    const Ran empty = shell.cpts({u"verifier"_s, u"vide.cpts"_s});
    CHECK(empty.code == 1);
    CHECK(empty.out.contains(u"Bloquant pour le dépôt"_s));
    CHECK(isFrench(empty.out));
    const Ran emptyJson = shell.cpts({u"verifier"_s, u"vide.cpts"_s, u"--json"_s});
    CHECK(emptyJson.code == 1);
    const auto report = parsed(emptyJson.out);
    CHECK(report["format"] == "cpts-verifier");
    int blocking = 0;
    for (const auto &finding : report["constats"]) {
        for (const char *key : {"critere", "gravite", "phrase", "raison", "source", "page", "champ"})
            CHECK(finding.contains(key));
        blocking += finding["gravite"] == "bloquant" ? 1 : 0;
    }
    CHECK(blocking > 0);
    CHECK(report["bloquants"] == blocking);

    shell.well({u"nouveau"_s, u"v.cpts"_s, u"--exemple"_s});
    const auto example = parsed(shell.cpts({u"verifier"_s, u"v.cpts"_s, u"--json"_s}).out);
    const int expected = example["bloquants"].get<int>() > 0 ? 1 : 0;
    CHECK(shell.cpts({u"verifier"_s, u"v.cpts"_s}).code == expected);
}

TEST_CASE("Reading verbs change nothing of the file, and leave nothing beside it")
{
    const Shell shell;
    shell.well({u"nouveau"_s, u"v.cpts"_s, u"--exemple"_s});
    const QByteArray bytes = shell.read(u"v.cpts"_s);
    const QStringList before = QDir(shell.path({})).entryList(QDir::Files | QDir::Hidden);
    shell.well({u"info"_s, u"v.cpts"_s});
    CHECK(shell.cpts({u"verifier"_s, u"v.cpts"_s}).code != 3);
    CHECK(shell.read(u"v.cpts"_s) == bytes);
    CHECK(QDir(shell.path({})).entryList(QDir::Files | QDir::Hidden) == before);
}

TEST_CASE("A damaged project is told, and stays as it was")
{
    const Shell shell;
    shell.well({u"nouveau"_s, u"v.cpts"_s, u"--exemple"_s});
    const QByteArray good = shell.read(u"v.cpts"_s);
    QByteArray zeroed = good;
    zeroed.replace(100, 3000, QByteArray(3000, '\0'));
    for (const QByteArray &bytes : {good.left(good.size() / 3), zeroed, good.mid(16)}) {
        shell.write(u"d.cpts"_s, bytes);
        const Ran ran = shell.cpts({u"info"_s, u"d.cpts"_s});
        INFO(ran.err.toStdString());
        CHECK((ran.code == 3 || !ran.err.isEmpty()));
        CHECK(isFrench(ran.err));
        CHECK(shell.read(u"d.cpts"_s) == bytes);
    }
}

TEST_CASE("A date of reproduction that is no date is wrong usage")
{
    Shell shell;
    shell.setVariable(u"SOURCE_DATE_EPOCH"_s, u"demain"_s);
    const Ran ran = shell.cpts({u"--version"_s});
    CHECK(ran.code == 2);
    CHECK(ran.err.contains(u"« demain »"_s));
}

TEST_CASE("verifier shows the source of a point without doubling a parenthesis")
{
    const Shell shell;
    shell.well({u"nouveau"_s, u"vide.cpts"_s, u"--nom"_s, u"Vide"_s});
    // « annexe 3 » does not break.
    const QString told = shell.cpts({u"verifier"_s, u"vide.cpts"_s}).out.replace(QChar(QChar::Nbsp), QChar(u' '));
    CHECK(told.contains(u"annexe 3, 1)"_s));
    CHECK_FALSE(told.contains(u"))"_s));
}
