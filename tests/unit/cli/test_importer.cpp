#include "formats/spreadsheet.h"
#include "process.h"
#include "store/container.h"
#include "support/source.h"

#include <QDir>

using namespace Qt::Literals::StringLiterals;

namespace
{

const QByteArray list = "Commune;Code postal;Zonage\nCastellane;04120;ZIP\nAllos;;ZAC\nXyzzyville;;\n";

int communes(const Shell &shell, const QString &file)
{
    return parsed(shell.well({u"info"_s, file, u"--json"_s}).out)["territoire"]["communes"].get<int>();
}

QByteArray json(const Shell &shell, const QString &file)
{
    shell.well({u"exporter"_s, file, u"--format"_s, u"json"_s, u"--sortie"_s, u"contenu.json"_s});
    return shell.read(u"contenu.json"_s);
}

} // namespace

TEST_CASE("A list of communes enters from a workbook too")
{
    const Shell shell;
    shell.well({u"nouveau"_s, u"a.cpts"_s});
    const formats::Sheet sheet{u"Communes"_s, {{u"Commune"_s}, {u"Zonage"_s}}, {{u"Castellane"_s, u"ZIP"_s}}};
    shell.write(u"liste.xlsx"_s, formats::writeXlsx({sheet}, {u"Essai"_s, {}, QDate(2027, 1, 1)}).value());
    CHECK(shell.well({u"importer"_s, u"a.cpts"_s, u"liste.xlsx"_s}).out.contains(u"1 commune ajoutée"_s));
    CHECK(communes(shell, u"a.cpts"_s) == 1);
}

TEST_CASE("A list of communes enters, what is not sure is told and left")
{
    const Shell shell;
    shell.well({u"nouveau"_s, u"a.cpts"_s});
    shell.write(u"liste.csv"_s, list);
    const QByteArray before = shell.read(u"a.cpts"_s);

    const Ran dry = shell.well({u"importer"_s, u"a.cpts"_s, u"liste.csv"_s, u"--a-blanc"_s});
    CHECK(dry.out.contains(u"2 communes ajoutées"_s));
    CHECK(dry.out.contains(u"Essai à blanc : rien n’a été modifié."_s));
    CHECK(shell.read(u"a.cpts"_s) == before);
    CHECK(communes(shell, u"a.cpts"_s) == 0);

    const Ran done = shell.well({u"importer"_s, u"a.cpts"_s, u"liste.csv"_s});
    CHECK(done.out.startsWith(u"2 lignes reconnues sur 3"_s));
    CHECK(done.err.contains(u"1 ligne laissée de côté"_s));
    CHECK(communes(shell, u"a.cpts"_s) == 2);

    const Ran again = shell.well({u"importer"_s, u"a.cpts"_s, u"liste.csv"_s});
    CHECK(again.out.contains(u"Le projet dit déjà tout cela"_s));
    CHECK(communes(shell, u"a.cpts"_s) == 2);
}

TEST_CASE("A list in another encoding is the same, one that names nothing ends with 3")
{
    const Shell shell;
    shell.well({u"nouveau"_s, u"a.cpts"_s});
    shell.write(u"excel.csv"_s, "Commune,Code INSEE\r\nSaint-Andr\xE9-les-Alpes,04173\r\n");
    shell.well({u"importer"_s, u"a.cpts"_s, u"excel.csv"_s});
    CHECK(communes(shell, u"a.cpts"_s) == 1);
    const QByteArray before = json(shell, u"a.cpts"_s);
    shell.write(u"rien.csv"_s, "Commune\nXyzzyville\n");
    shell.write(u"vide.csv"_s, {});
    shell.write(u"classeur.xlsx"_s, "PK\x03\x04 quelque chose");
    shell.write(u"binaire.csv"_s, QByteArray(300, '\x01'));
    for (const QString &file :
         {u"rien.csv"_s, u"vide.csv"_s, u"classeur.xlsx"_s, u"binaire.csv"_s, u"absent.csv"_s, u"."_s}) {
        const Ran ran = shell.cpts({u"importer"_s, u"a.cpts"_s, file});
        INFO(ran.err.toStdString());
        CHECK(ran.code == 3);
        CHECK_FALSE(ran.err.isEmpty());
        CHECK(isFrench(ran.err));
    }
    CHECK(json(shell, u"a.cpts"_s) == before);
    CHECK(shell.cpts({u"importer"_s, u"a.cpts"_s, u"excel.csv"_s, u"--remplacer"_s}).code == 2);
}

TEST_CASE("JSON out then in is the same project")
{
    const Shell shell;
    shell.well({u"nouveau"_s, u"a.cpts"_s, u"--exemple"_s});
    const QByteArray original = json(shell, u"a.cpts"_s);
    shell.write(u"a.json"_s, original);
    shell.well({u"nouveau"_s, u"b.cpts"_s, u"--nom"_s, u"Autre"_s});
    const Ran in = shell.well({u"importer"_s, u"b.cpts"_s, u"a.json"_s, u"--remplacer"_s});
    CHECK(in.err.contains(u"autre projet"_s));
    const auto contents = [](const QByteArray &bytes) { return parsed(QString::fromUtf8(bytes))["contenu"]; };
    CHECK(contents(json(shell, u"b.cpts"_s)) == contents(original));
    CHECK(parsed(QString::fromUtf8(json(shell, u"b.cpts"_s)))["projet"] !=
          parsed(QString::fromUtf8(original))["projet"]);

    CHECK(shell.well({u"importer"_s, u"a.cpts"_s, u"a.json"_s}).out.contains(u"Le projet dit déjà tout cela"_s));
    CHECK(json(shell, u"a.cpts"_s) == original);
}

TEST_CASE("JSON of another program completes a project, and says what it replaces")
{
    const Shell shell;
    shell.well({u"nouveau"_s, u"a.cpts"_s, u"--nom"_s, u"CPTS des Vallées"_s});
    shell.write(u"ajout.json"_s, R"({"format": "atelier-cpts", "version": 1, "contenu": {
        "commune": [{"code": "04006", "nom": "Allos"}], "identite": {"nom": "CPTS des Cimes"}}})");
    const QByteArray before = shell.read(u"a.cpts"_s);
    const Ran dry = shell.well({u"importer"_s, u"a.cpts"_s, u"ajout.json"_s, u"--a-blanc"_s});
    CHECK(dry.out.contains(u"1 commune ajoutée"_s));
    CHECK(dry.out.contains(u"Remplacé par ce que dit le fichier\n  Projet : Nom du projet"_s));
    CHECK(shell.read(u"a.cpts"_s) == before);
    shell.well({u"importer"_s, u"a.cpts"_s, u"ajout.json"_s});
    const auto info = parsed(shell.well({u"info"_s, u"a.cpts"_s, u"--json"_s}).out);
    CHECK(info["nom"] == "CPTS des Cimes");
    CHECK(info["trame"] == "paca-2022");
    CHECK(info["territoire"]["communes"] == 1);
}

TEST_CASE("Wrong JSON changes nothing and says where")
{
    const Shell shell;
    shell.well({u"nouveau"_s, u"a.cpts"_s});
    const QByteArray before = shell.read(u"a.cpts"_s);
    shell.write(u"faux.json"_s, R"({"format": "atelier-cpts", "version": 1, "contenu": {"comune": []}})");
    const Ran unknown = shell.cpts({u"importer"_s, u"a.cpts"_s, u"faux.json"_s});
    CHECK(unknown.code == 3);
    CHECK(unknown.err.contains(u"« comune »"_s));
    shell.write(u"coupe.json"_s, R"({"format": "atelier-cpts", )");
    CHECK(shell.cpts({u"importer"_s, u"a.cpts"_s, u"coupe.json"_s}).code == 3);
    CHECK(shell.read(u"a.cpts"_s) == before);
}

TEST_CASE("The example of the documentation enters an empty project")
{
    const Shell shell;
    shell.well({u"nouveau"_s, u"a.cpts"_s});
    shell.well({u"importer"_s, u"a.cpts"_s, support::source(QStringLiteral("docs/exemple-projet.json"))});
    const auto info = parsed(shell.well({u"info"_s, u"a.cpts"_s, u"--json"_s}).out);
    CHECK(info["nom"] == "CPTS d’exemple");
    CHECK(info["porteur"] == "Camille Exemple");
}

TEST_CASE("A list of anybody enters when its columns are said, in words or in a file")
{
    const Shell shell;
    shell.well({u"nouveau"_s, u"a.cpts"_s});
    shell.write(u"liste.csv"_s, "Patronyme;Petit nom;Metier\nAlpha;Camille;IDEL\nBeta;Andrea;MK\n");
    CHECK(shell.cpts({u"importer"_s, u"a.cpts"_s, u"liste.csv"_s, u"--profil"_s, u"personnes"_s}).code == 3);
    const Ran done = shell.well({u"importer"_s, u"a.cpts"_s, u"liste.csv"_s, u"--profil"_s, u"personnes"_s,
                                 u"--correspondance"_s, u"Patronyme=nom,Petit nom=prenom"_s});
    CHECK(done.out.contains(u"2 nouveaux membres"_s));
    shell.write(u"colonnes.json"_s, "{\"Patronyme\": \"nom\", \"2\": \"prenom\", \"Metier\": \"profession\"}");
    const Ran more = shell.well({u"importer"_s, u"a.cpts"_s, u"liste.csv"_s, u"--profil"_s, u"personnes"_s,
                                 u"--correspondance"_s, u"colonnes.json"_s});
    CHECK(more.out.contains(u"2 complétés"_s));
    const Ran bad = shell.cpts({u"importer"_s, u"a.cpts"_s, u"liste.csv"_s, u"--profil"_s, u"personnes"_s,
                                u"--correspondance"_s, u"Absent=nom"_s});
    CHECK(bad.code == 3);
    CHECK(bad.err.contains(u"Il n’y a pas de colonne « Absent »"_s));
    CHECK(shell.cpts({u"importer"_s, u"a.cpts"_s, u"liste.csv"_s, u"--correspondance"_s, u"a=b"_s}).code == 2);
}

TEST_CASE("The columns that are not read are named before and after the import")
{
    const Shell shell;
    shell.well({u"nouveau"_s, u"a.cpts"_s});
    shell.write(u"dac.csv"_s, "Structure;Contact;Fonction;Obs.\nDAC 04;Mme Psi;Directrice;\nTotal : 1;;;\n");
    for (const bool dry : {true, false}) {
        QStringList words{u"importer"_s, u"a.cpts"_s, u"dac.csv"_s, u"--profil"_s, u"partenaires"_s};
        if (dry)
            words << u"--a-blanc"_s;
        const Ran ran = shell.well(words);
        CHECK(ran.out.contains(u"1 nouveau partenaire"_s));
        CHECK(ran.out.contains(u"Colonne laissée de côté : Fonction\n"_s));
        CHECK(ran.out.contains(u"ligne 3 : c’est une ligne de total"_s));
    }
}

TEST_CASE("The profiles are listed without any file")
{
    const Shell shell;
    const Ran listed = shell.well({u"importer"_s, u"--profils"_s});
    for (const QString &code : {u"personnes"_s, u"fiches-actions"_s, u"listing-cpts"_s, u"valeurs-communes"_s})
        CHECK(listed.out.contains(code + u" : "_s));
    CHECK(listed.out.contains(u"service* (Service ou établissement)"_s));
    CHECK(shell.cpts({u"importer"_s}).code == 2);
    CHECK(shell.cpts({u"importer"_s, u"a.cpts"_s}).code == 2);
}

TEST_CASE("JSON of a project of another name says both names before anything is changed")
{
    const Shell shell;
    shell.well({u"nouveau"_s, u"vallees.cpts"_s, u"--exemple"_s});
    shell.write(u"vallees.json"_s, json(shell, u"vallees.cpts"_s));
    shell.well({u"nouveau"_s, u"ubaye.cpts"_s, u"--nom"_s, u"CPTS de l’Ubaye"_s});
    const QByteArray before = shell.read(u"ubaye.cpts"_s);
    const Ran dry = shell.well({u"importer"_s, u"ubaye.cpts"_s, u"vallees.json"_s, u"--a-blanc"_s});
    CHECK(dry.err.contains(u"autre projet, « CPTS des Vallées"_s));
    CHECK(dry.err.contains(u"« CPTS de l’Ubaye »"_s));
    CHECK(dry.err.contains(u"Annuler"_s));
    CHECK(isFrench(dry.err));
    CHECK(shell.read(u"ubaye.cpts"_s) == before);
}

TEST_CASE("What an import or an attachment changes, the file says of itself")
{
    const Shell shell;
    shell.well({u"nouveau"_s, u"a.cpts"_s, u"--nom"_s, u"Essai"_s});
    shell.write(u"communes.csv"_s, "Code INSEE\n04039\n");
    shell.well({u"importer"_s, u"a.cpts"_s, u"communes.csv"_s});
    const auto info = parsed(shell.well({u"info"_s, u"a.cpts"_s, u"--json"_s}).out);
    const auto kept = store::readResume(shell.path(u"a.cpts"_s));
    REQUIRE(kept);
    REQUIRE(kept.value().complete);
    CHECK(*kept.value().complete == info["lettre"]["pourcentage"]);
    shell.well({u"nouveau"_s, u"b.cpts"_s, u"--nom"_s, u"Essai"_s});
    shell.write(u"note.txt"_s, "Accord");
    shell.well({u"joindre"_s, u"b.cpts"_s, u"note.txt"_s});
    CHECK(store::readResume(shell.path(u"b.cpts"_s)).value().complete.has_value());
}

TEST_CASE("A list of members given without its profile is refused, with the option to add, and nothing enters")
{
    const Shell shell;
    shell.well({u"nouveau"_s, u"a.cpts"_s});
    shell.write(u"pros.csv"_s, "Nom;Pr\xC3\xA9nom;Profession;Commune\nBlanc;Zo\xC3\xA9;IDEL;Castellane\n");
    const QByteArray before = shell.read(u"a.cpts"_s);
    const Ran refused = shell.cpts({u"importer"_s, u"a.cpts"_s, u"pros.csv"_s});
    CHECK(refused.code == 2);
    CHECK(refused.err.contains(
        u"Le fichier « pros.csv » ressemble à une liste de membres : ajoutez --profil personnes."_s));
    CHECK(shell.read(u"a.cpts"_s) == before);

    CHECK(shell.well({u"importer"_s, u"a.cpts"_s, u"pros.csv"_s, u"--profil"_s, u"membres"_s})
              .out.contains(u"1 nouveau membre"_s));
    CHECK(communes(shell, u"a.cpts"_s) == 0);
    shell.well({u"importer"_s, u"a.cpts"_s, u"pros.csv"_s, u"--profil"_s, u"communes"_s}); // as it is told
    CHECK(communes(shell, u"a.cpts"_s) == 1);
    CHECK(shell.cpts({u"importer"_s, u"a.cpts"_s, u"pros.csv"_s, u"--profil"_s, u"communes"_s, u"--annee"_s, u"2024"_s})
              .code == 2);
}

TEST_CASE("A profile that does not exist tells the names of those that do")
{
    const Shell shell;
    shell.well({u"nouveau"_s, u"a.cpts"_s});
    shell.write(u"liste.csv"_s, list);
    const Ran ran = shell.cpts({u"importer"_s, u"a.cpts"_s, u"liste.csv"_s, u"--profil"_s, u"xyz"_s});
    CHECK(ran.code == 2);
    CHECK(ran.err.contains(u"Profils : communes, personnes (ou membres), partenaires"_s));
    CHECK(ran.err.contains(u"fiches-actions (ou plan d’action)"_s));
}

TEST_CASE("Values by commune: the option names a column, the correspondence keeps the communes that were found")
{
    const Shell shell;
    shell.well({u"nouveau"_s, u"a.cpts"_s, u"--exemple"_s});
    shell.write(u"valeurs.csv"_s, "Commune;Médecins pour 1000;Lits\nCastellane;1,5;3\nAllos;0,5;0\n");
    const QStringList start{u"importer"_s, u"a.cpts"_s,           u"valeurs.csv"_s,
                            u"--profil"_s, u"valeurs-communes"_s, u"--a-blanc"_s};
    const Ran several = shell.cpts(start);
    CHECK(several.code == 3);
    CHECK(several.err.contains(u"« Médecins pour 1000 » et « Lits »"_s));
    CHECK(several.err.contains(u"--colonne"_s));
    CHECK(shell.well(start + QStringList{u"--colonne"_s, u"Médecins pour 1000"_s})
              .out.contains(u"Médecins pour 1000 : "_s));
    const Ran said = shell.well(start + QStringList{u"--correspondance"_s, u"Médecins pour 1000=valeur"_s});
    CHECK(said.out.contains(u"Médecins pour 1000 : "_s));
    CHECK_FALSE(said.err.contains(u"non reconnu"_s));
}
