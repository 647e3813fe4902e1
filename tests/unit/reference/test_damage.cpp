#include "shared_reference.h"
#include "support/catch.h"
#include "support/source.h"
#include "support/tools.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>

using namespace reference;
using namespace Qt::Literals::StringLiterals;

namespace
{

const QString communesName = u"communes-2026.tsv"_s;

// The message of a load that must fail; it must be a whole French answer.
QString failure(const test::Copy &copy, base::ErrorCode code = base::ErrorCode::Damaged)
{
    const auto loaded = Reference::load(copy.folder());
    REQUIRE_FALSE(loaded.ok());
    CHECK(loaded.error().code == code);
    CHECK(loaded.error().message.contains(u"Vos projets ne sont pas touchés"_s));
    CHECK(loaded.error().message.contains(u"Réinstallez le programme"_s));
    return loaded.error().message;
}

QString changed(const QString &file, const QString &before, const QString &after)
{
    test::Copy copy;
    REQUIRE(copy.change(file, before, after));
    const QString message = failure(copy);
    CHECK(message.contains(file));
    return message;
}

} // namespace

TEST_CASE("the whole reference loads quickly")
{
    QElapsedTimer timer;
    qint64 best = 1'000'000'000'000;
    for (int i = 0; i < 5; ++i) {
        timer.start();
        const auto loaded = Reference::load(test::referenceFolder());
        best = std::min(best, timer.nsecsElapsed());
        REQUIRE(loaded.ok());
    }
    WARN("reference loaded in " << double(best) / 1e6 << " ms");
    CHECK(best < 2'000'000'000); // sanitizers and shared machines: only an accident of order of magnitude fails
}

TEST_CASE("a missing folder or file is told")
{
    CHECK_FALSE(Reference::load(QString()).ok());
    CHECK_FALSE(Reference::load(u"/nulle/part"_s).ok());
    for (const QString &name : {u"professions.json"_s, u"missions.json"_s, u"sigles.json"_s, u"etapes.json"_s,
                                u"structures-appui.json"_s, u"referents.json"_s, u"tailles.json"_s,
                                u"dynamiques.json"_s, u"indicateurs.json"_s, u"services-numeriques.json"_s}) {
        test::Copy copy;
        copy.remove(name);
        CHECK(failure(copy, base::ErrorCode::NotFound).contains(name));
    }
    test::Copy copy;
    copy.remove(communesName);
    CHECK(failure(copy, base::ErrorCode::NotFound).contains(u"communes"_s));
    const auto alone = Communes::load(copy.folder() + u"/communes-2026.tsv"_s);
    REQUIRE_FALSE(alone.ok());
    CHECK(alone.error().code == base::ErrorCode::NotFound);
}

TEST_CASE("the latest vintage of the folder is taken")
{
    test::Copy copy;
    QFile original(test::communesFile());
    REQUIRE(original.open(QIODevice::ReadOnly));
    copy.write(u"communes-2027.tsv"_s, original.readAll().replace("#millesime\t2026", "#millesime\t2027"));
    const auto loaded = Reference::load(copy.folder());
    REQUIRE(loaded.ok());
    CHECK(loaded.value().communes().vintage() == u"2027"_s);
}

TEST_CASE("a fault of the dynamics is told where it is")
{
    const QString name = u"dynamiques.json"_s;
    CHECK(changed(name, u"\"code\": \"cls\""_s, u"\"code\": \"dac\""_s).contains(u"ce code figure deux fois"_s));
    CHECK(changed(name, u"\"libelle\": \"Hôpital de proximité\""_s, u"\"libelle\": \"\""_s)
              .contains(u"entrée 3 (hopital-proximite) : « libelle » est vide"_s));
    CHECK(changed(name, u"\"reconnu_a\""_s, u"\"reconnu\""_s).contains(u"« reconnu_a » manque"_s));
}

TEST_CASE("a fault of the library of indicators or of the digital services is told where it is")
{
    const QString library = u"indicateurs.json"_s;
    CHECK(changed(library, u"\"code\": \"chomage\""_s, u"\"code\": \"c2s\""_s)
              .contains(u"liste « diagnostic », entrée 8 (c2s) : ce code figure deux fois"_s));
    CHECK(
        changed(library, u"\"unite\": \"habitants au km²\""_s, u"\"unite\": \"\""_s).contains(u"« unite » est vide"_s));
    CHECK(changed(library, u"\"theme\": \"Situation sociale\""_s, u"\"theme\": \"Offre\""_s)
              .contains(u"« Offre » n’est pas avec les autres de son groupe"_s));
    CHECK(changed(library, u"\"actions\""_s, u"\"action\""_s).contains(u"« actions » manque"_s));
    const QString services = u"services-numeriques.json"_s;
    CHECK(changed(services, u"\"code\": \"dmp\""_s, u"\"code\": \"ins\""_s).contains(u"ce code figure deux fois"_s));
    CHECK(changed(services, u"\"portee\": \"nationale\""_s, u"\"portee\": \"mondiale\""_s).contains(u"« mondiale »"_s));
    CHECK(changed(services, u"\"portee\": \"nationale\""_s, u"\"portee\": \"regionale\""_s)
              .contains(u"les services nationaux viennent d’abord"_s));
}

TEST_CASE("a fault of the file of communes names its line")
{
    CHECK(changed(communesName, u"04039\tCastellane\t04120\t04\t"_s, u"04039\tCastellane\t04120\t"_s)
              .contains(u"à la ligne 2940 : 6 colonnes au lieu de 7"_s));
    CHECK(changed(communesName, u"Castellane\t04120\t04\t"_s, u"Castellane\t04120\t4X\t"_s)
              .contains(u"département inconnu « 4X »"_s));
    CHECK(changed(communesName, u"200068625\t1472\t"_s, u"200068625\tmille\t"_s).contains(u"« mille » n’est pas"_s));
    CHECK(changed(communesName, u"200068625\t1472\t"_s, u"200068625\t-3\t"_s).contains(u"« -3 » n’est pas"_s));
    CHECK(changed(communesName, u"200068625\t1472\t"_s, u"299999999\t1472\t"_s).contains(u"EPCI inconnu"_s));
    CHECK(changed(communesName, u"\n04039\t"_s, u"\n03039\t"_s).contains(u"rangé par code"_s));
    CHECK(changed(communesName, u"\n04039\tCastellane"_s, u"\n04039\t"_s).contains(u"nom d’une commune"_s));
    CHECK(changed(communesName, u"@communes\t35014"_s, u"@communes\t35013"_s).contains(u"7 colonnes au lieu de 2"_s));
    CHECK(changed(communesName, u"@communes\t35014"_s, u"@communes\tx"_s)
              .contains(u"« communes » n’est pas à sa place"_s));
    CHECK(changed(communesName, u"@epci\t"_s, u"@epcy\t"_s).contains(u"« epci » n’est pas à sa place"_s));
    CHECK(changed(communesName, u"\tfusionnee\t"_s, u"\tvendue\t"_s).contains(u"« vendue »"_s));
    CHECK(changed(communesName, u"\tassociee\t"_s, u"\tassociee\t99999\t"_s).contains(u"colonnes"_s));
    CHECK(changed(communesName, u"\n04\t93\t"_s, u"\n04\t92\t"_s).contains(u"région inconnue « 92 »"_s));
}

TEST_CASE("a foreign, cut, binary or newer file of communes is refused")
{
    CHECK(changed(communesName, u"#atelier-communes\t1"_s, u"#atelier-communes\t2"_s).contains(u"format (2)"_s));
    CHECK(changed(communesName, u"#millesime\t2026\n"_s, u""_s).contains(u"millésime"_s));
    CHECK(changed(communesName, u"#date\t2026-03-09"_s, u"#date\thier"_s).contains(u"date"_s));
    QFile original(test::communesFile());
    REQUIRE(original.open(QIODevice::ReadOnly));
    const QByteArray whole = original.readAll();
    test::Copy copy;
    for (const QByteArray &bytes : {QByteArray(), QByteArray("\xFF\xFE\x00z", 4), QByteArray("bonjour"),
                                    QByteArray("a\tb\n"), whole.left(whole.size() / 2), whole.left(whole.size() - 1),
                                    whole + "encore\n", QByteArray("#atelier-communes\t1\n@regions\t999999999\n")}) {
        copy.write(communesName, bytes);
        CHECK(failure(copy).contains(u"fichier des communes"_s));
    }
}

TEST_CASE("a fault of a data file names the line, or the list and the entry")
{
    CHECK(changed(u"sigles.json"_s, u"\"ALD\","_s, u"\"ALD\""_s).contains(u"ligne "_s));
    CHECK(changed(u"professions.json"_s, u"\"singulier\": \"Pharmacien ou pharmacienne\","_s, u""_s)
              .contains(u"liste « trame », entrée 4 (pharmaciens) : « singulier » manque"_s));
    CHECK(changed(u"professions.json"_s, u"\"code\": \"pharmaciens\""_s, u"\"code\": \"infirmiers\""_s)
              .contains(u"deux fois"_s));
    CHECK(changed(u"professions.json"_s, u"\"ligne\": \"autres\""_s, u"\"ligne\": \"autre\""_s)
              .contains(u"« autre » n’est pas une ligne"_s));
    CHECK(changed(u"missions.json"_s, u"\"type\": \"socle\""_s, u"\"type\": \"socl\""_s)
              .contains(u"on attendait : socle"_s));
    CHECK(changed(u"missions.json"_s, u"#1F6FB2"_s, u"bleu"_s).contains(u"couleur"_s));
    CHECK(changed(u"missions.json"_s, u"\"code\": \"parcours\""_s, u"\"code\": \"crises\""_s).contains(u"deux fois"_s));
    CHECK(changed(u"missions.json"_s, u"\"page\": 13"_s, u"\"page\": \"13\""_s).contains(u"« page »"_s));
    CHECK(changed(u"etapes.json"_s, u"\"valeur\": 1,"_s, u"\"valeur\": 0,"_s).contains(u"« valeur »"_s));
    CHECK(changed(u"etapes.json"_s, u"\"numero\": 2"_s, u"\"numero\": 4"_s).contains(u"« numero »"_s));
    CHECK(changed(u"etapes.json"_s, u"\"montant_euros\": 40000"_s, u"\"montant_euros\": -1"_s).contains(u"positif"_s));
    CHECK(changed(u"structures-appui.json"_s, u"sante@mazars.fr"_s, u"mazars"_s).contains(u"adresse mail"_s));
    CHECK(changed(u"structures-appui.json"_s, u"[\n        \"01 42 33 04 83\"\n      ]"_s, u"[3]"_s)
              .contains(u"telephones"_s));
    CHECK(changed(u"referents.json"_s, u"\"departement\": \"05\""_s, u"\"departement\": 5"_s)
              .contains(u"« departement »"_s));
    CHECK(changed(u"tailles.json"_s, u"\"minimum\": 80000"_s, u"\"minimum\": 8000"_s).contains(u"(3)"_s));
    CHECK(changed(u"tailles.json"_s, u"\"proximite_pourcent\": 5"_s, u"\"proximite_pourcent\": \"5\""_s)
              .contains(u"« proximite_pourcent »"_s));
    CHECK(changed(u"sigles.json"_s, u"\"sigle\": \"ALD\""_s, u"\"sigle\": \"ACI\""_s).contains(u"deux fois"_s));
    CHECK(changed(u"sigles.json"_s, u"\"lu_le\": \"2026-11-22\""_s, u"\"lu_le\": \"hier\""_s).contains(u"« lu_le »"_s));
    CHECK(changed(u"sigles.json"_s, u"\"source\": \""_s, u"\"source\": \"\", \"s\": \""_s)
              .contains(u"« source » est vide"_s));
}

TEST_CASE("a data file that is no data file is refused")
{
    test::Copy copy;
    for (const QByteArray &bytes :
         {QByteArray(), QByteArray("[]"), QByteArray("3"), QByteArray("{}"), QByteArray("\xFF\xFE{"),
          QByteArray("{\"source\": 1}"), QByteArray(100000, '['),
          QByteArray("{\"source\":\"s\",\"version\":\"1\",\"lu_le\":\"2026-01-01\",\"tailles\":3}"),
          QByteArray("{\"source\":\"s\",\"version\":\"1\",\"lu_le\":\"2026-01-01\","
                     "\"proximite_pourcent\":5,\"tailles\":[]}"),
          QByteArray("{\"source\":\"s\",\"version\":\"1\",\"lu_le\":\"2026-01-01\","
                     "\"proximite_pourcent\":5,\"tailles\":[4]}")}) {
        copy.write(u"tailles.json"_s, bytes);
        CHECK(failure(copy).contains(u"tailles.json"_s));
    }
}

TEST_CASE("the conversion of communes gives the same bytes for the same package")
{
    const auto found = support::program(u"node"_s);
    if (!found)
        return;
    const QString &node = *found;
    // A small package of the same shape, unsorted, with a merger, a déléguée and an arrondissement.
    QTemporaryDir package;
    REQUIRE(QDir(package.path()).mkpath(u"data"_s));
    const auto write = [&package](const QString &name, const char *json) {
        QFile file(package.filePath(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(json);
    };
    write(u"package.json"_s, R"({"name": "@etalab/decoupage-administratif", "version": "6.0.0"})");
    write(u"data/regions.json"_s, R"([{"code": "93", "nom": "Sud"}])");
    write(u"data/departements.json"_s, R"([{"code": "13", "region": "93", "nom": "Bouches-du-Rhône"},
                                            {"code": "04", "region": "93", "nom": "Alpes"}])");
    write(u"data/epci.json"_s, R"([{"code": "200000001", "type": "CC", "nom": "CC  Deux\tvallées",
                                     "membres": [{"code": "04002"}]}])");
    write(
        u"data/communes.json"_s,
        R"([{"code": "13201", "nom": "Marseille 1er Arrondissement", "departement": "13", "type": "arrondissement-municipal",
               "commune": "13055", "codesPostaux": ["13001"], "population": 5},
              {"code": "13055", "nom": "Marseille", "departement": "13", "type": "commune-actuelle", "population": 9,
               "codesPostaux": ["13002", "13001"]},
              {"code": "04002", "nom": "Neuve", "departement": "04", "type": "commune-actuelle", "anciensCodes": ["04001"]},
              {"code": "04002", "nom": "Vieille", "departement": "04", "type": "commune-deleguee", "chefLieu": "04002"}])");
    const auto convert = [&](const QString &output) {
        QProcess process;
        process.start(node, {support::source(u"scripts/generer-communes.mjs"_s), u"--paquet"_s, package.path(),
                             u"--sortie"_s, output});
        REQUIRE(process.waitForFinished(60000));
        INFO(process.readAllStandardError().toStdString());
        REQUIRE(process.exitCode() == 0);
        QFile file(output);
        REQUIRE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    };
    const QString once = package.filePath(u"a.tsv"_s);
    CHECK(convert(once) == convert(package.filePath(u"b.tsv"_s)));
    const auto loaded = Communes::load(once);
    REQUIRE(loaded.ok());
    CHECK(loaded.value().count() == 3);
    CHECK(loaded.value().find(u"13055"_s)->codesPostaux == QStringList{u"13001"_s, u"13002"_s});
    CHECK(loaded.value().epci(u"200000001"_s)->nom == u"CC Deux vallées"_s);
    CHECK(loaded.value().successor(u"04001"_s)->nom == u"Neuve"_s);
    CHECK(loaded.value().matchName(u"vieille"_s).outcome == NameMatch::Outcome::Former);

    write(u"package.json"_s, R"({"name": "@etalab/decoupage-administratif", "version": "7.0.0"})");
    QProcess unknown;
    unknown.start(
        node, {support::source(u"scripts/generer-communes.mjs"_s), u"--paquet"_s, package.path(), u"--sortie"_s, once});
    REQUIRE(unknown.waitForFinished(60000));
    CHECK(unknown.exitCode() == 1);
}
