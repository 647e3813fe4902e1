// The projects of a folder, those that can't be read among them.
#include "process.h"

#include <QDir>

using namespace Qt::Literals::StringLiterals;

TEST_CASE("lister tells every project of a folder, in words and in JSON, and changes nothing")
{
    const Shell shell;
    shell.well({u"nouveau"_s, u"vallees.cpts"_s, u"--exemple"_s});
    shell.well({u"nouveau"_s, u"Éole.cpts"_s, u"--nom"_s, u"CPTS d’Éole"_s});
    shell.write(u"notes.txt"_s, "rien");
    const QByteArray before = shell.read(u"vallees.cpts"_s);

    const Ran table = shell.well({u"lister"_s, u"."_s});
    const QStringList lines = table.out.split(u'\n', Qt::SkipEmptyParts);
    REQUIRE(lines.size() == 3);
    CHECK(lines[0].startsWith(u"Fichier"_s));
    CHECK(lines[1].startsWith(u"Éole.cpts"_s)); // French order
    CHECK(lines[1].contains(u"CPTS d’Éole"_s));
    CHECK(lines[2].contains(u"Lettre d’intention"_s));
    CHECK(lines[1].indexOf(u"CPTS d’Éole"_s) == lines[0].indexOf(u"Projet"_s));
    CHECK(isFrench(table.out));

    const auto json = parsed(shell.well({u"lister"_s, u"."_s, u"--json"_s}).out);
    CHECK(json["format"] == "cpts-lister");
    REQUIRE(json["projets"].size() == 2);
    const auto &example = json["projets"][1];
    const auto info = parsed(shell.well({u"info"_s, u"vallees.cpts"_s, u"--json"_s}).out);
    CHECK(example["projet"] == info["projet"]);
    CHECK(example["nom"] == info["nom"]);
    CHECK(example["communes"] == info["territoire"]["communes"]);
    CHECK(example["population"] == info["territoire"]["populationRetenue"]);
    CHECK(example["creeLe"] == info["creeLe"]);
    CHECK(example["erreur"].is_null());
    CHECK(shell.read(u"vallees.cpts"_s) == before);
}

TEST_CASE("a file that can't be read has its line and its reason, the code tells it")
{
    const Shell shell;
    shell.well({u"nouveau"_s, u"bon.cpts"_s, u"--nom"_s, u"Bon"_s});
    shell.write(u"abime.cpts"_s, "ceci n'est pas un projet");
    shell.write(u"coupe.cpts"_s, shell.read(u"bon.cpts"_s).left(3000));
    shell.write(u"vide.cpts"_s, {});
    const Ran table = shell.cpts({u"lister"_s, u"."_s});
    CHECK(table.code == 3);
    CHECK(table.out.count(u'\n') == 5);
    CHECK(table.out.contains(u"Ce fichier est vide.\n"_s));
    CHECK(table.out.contains(u"Ce projet est abîmé ou incomplet.\n"_s));
    CHECK_FALSE(table.out.contains(u"récupérez"_s)); // no verb does it
    CHECK(table.out.contains(u"abime.cpts"_s));
    CHECK(table.out.contains(u"n’est pas un projet"_s));
    CHECK(table.out.contains(u"Bon"_s));
    const Ran machine = shell.cpts({u"lister"_s, u"."_s, u"--json"_s});
    CHECK(machine.code == 3);
    const auto json = parsed(machine.out);
    REQUIRE(json["projets"].size() == 4);
    int unread = 0;
    for (const auto &each : json["projets"])
        unread += each["erreur"].is_null() ? 0 : 1;
    CHECK(unread == 3);
}

TEST_CASE("an empty folder is no error, one that is not there is")
{
    const Shell shell;
    REQUIRE(QDir(shell.path(QString())).mkdir(u"vide"_s));
    CHECK(shell.well({u"lister"_s, u"vide"_s}).out == u"Aucun projet dans ce dossier.\n"_s);
    CHECK(parsed(shell.well({u"lister"_s, u"vide"_s, u"--json"_s}).out)["projets"].empty());
    const Ran absent = shell.cpts({u"lister"_s, u"nulle-part"_s});
    CHECK(absent.code == 3);
    CHECK(isFrench(absent.err));
    CHECK(shell.cpts({u"lister"_s}).code == 2);
}

TEST_CASE("lister compares projects: what is filled and what blocks, as verifier says it")
{
    const Shell shell;
    shell.well({u"nouveau"_s, u"a.cpts"_s, u"--exemple"_s});
    shell.well({u"nouveau"_s, u"b.cpts"_s, u"--nom"_s, u"Vide"_s});
    const auto projets = parsed(shell.well({u"lister"_s, u"."_s, u"--json"_s}).out)["projets"];
    for (size_t i = 0; i < 2; ++i) {
        const QString file = QString::fromStdString(projets[i]["fichier"].get<std::string>());
        const auto judged = parsed(shell.cpts({u"verifier"_s, file, u"--json"_s}).out);
        CHECK(projets[i]["bloquants"] == judged["bloquants"]);
        CHECK(projets[i]["ameliorations"] == judged["ameliorations"]);
        const auto info = parsed(shell.well({u"info"_s, file, u"--json"_s}).out);
        CHECK(projets[i]["pourcentage"] == info["lettre"]["pourcentage"]);
    }
    CHECK(projets[0]["pourcentage"] > projets[1]["pourcentage"]);
    CHECK(projets[1]["bloquants"] > 0);
    const QString table = shell.well({u"lister"_s, u"."_s}).out;
    const QStringList lines = table.split(u'\n', Qt::SkipEmptyParts);
    REQUIRE(lines.size() == 3);
    CHECK(lines[0].contains(u"Reste"_s));
    CHECK(lines[1].contains(u'%'));
    CHECK(lines[2].contains(u"bloquants"_s));
    CHECK(isFrench(table));
}
