// A trame is written by hand, in a text editor: each slip must be told where it stands, and all of them at once.
#include "unit/report/fixtures.h"

#include <QDir>

using namespace Qt::Literals::StringLiterals;
using namespace fixtures;

namespace
{

// A folder with the shipped trame, to spoil.
class Copy
{
public:
    Copy()
    {
        const QString shipped = source(u"templates/paca-2022"_s);
        for (const QString &name : QDir(shipped).entryList({u"*.json"_s})) {
            const auto bytes = base::readFile(shipped + u'/' + name);
            REQUIRE(bytes);
            write(name, bytes.value());
        }
    }
    void write(const QString &name, const QByteArray &bytes) const
    {
        REQUIRE(base::writeFile(m_folder.filePath(name), bytes));
    }
    // Replaces the first occurrence, which must be there.
    void spoil(const QString &name, const QByteArray &from, const QByteArray &to) const
    {
        QByteArray bytes = base::readFile(m_folder.filePath(name)).value();
        const auto at = bytes.indexOf(from);
        REQUIRE(at >= 0);
        write(name, bytes.replace(at, from.size(), to));
    }
    void remove(const QString &name) const { REQUIRE(QFile::remove(m_folder.filePath(name))); }
    [[nodiscard]] QStringList faults() const
    {
        const auto loaded = report::Trame::load(m_folder.path());
        return loaded ? QStringList() : loaded.error().detail.split(u'\n');
    }
    [[nodiscard]] base::Error error() const { return report::Trame::load(m_folder.path()).error(); }

private:
    QTemporaryDir m_folder;
};

// The only fault after one spoiling.
QString faultOf(const QByteArray &from, const QByteArray &to, const QString &name = u"lettre-intention.json"_s)
{
    const Copy copy;
    copy.spoil(name, from, to);
    const QStringList faults = copy.faults();
    INFO(faults.join(u'\n').toStdString());
    CHECK(faults.size() == 1);
    return faults.value(0);
}

// A document of one block, loaded alone.
QStringList faultsOfBlock(const QByteArray &block)
{
    const Copy copy;
    copy.write(u"lettre-intention.json"_s,
               R"({"code":"annexe-3","titre":"T","pied":"P","pied-vierge":"V","blocs":[)" + block + "]}");
    return copy.faults();
}

} // namespace

TEST_CASE("The shipped trame has no fault")
{
    CHECK(Copy().faults().isEmpty());
}

TEST_CASE("An unknown field is told with its file, line and place")
{
    const QString fault = faultOf("\"identite.nom\"", "\"identite.nomm\"");
    CHECK(fault == u"lettre-intention.json, ligne 18 (/blocs/2/lignes/0/contenu/0/champ) : le champ « identite.nomm » "
                   u"n’existe pas"_s);
    CHECK(faultOf("\"codePostal\"", "\"cp\"").contains(u"« cp » n’existe pas dans « commune »"));
    CHECK(faultOf("rubrique:gouvernance.texte", "rubrique:gouvernance.code").contains(u"n’est pas un texte long"));
}

TEST_CASE("Duplicates, wrong types and missing parts are told")
{
    CHECK(faultOf("\"ancre\": \"territoire-description\"", "\"ancre\": \"territoire\"").contains(u"déjà prise"));
    CHECK(faultOf("\"niveau\": 2", "\"niveau\": 7").contains(u"un nombre entier de 1 à 3"));
    CHECK(faultOf("\"niveau\": 2", "\"niveau\": \"2\"").contains(u"un nombre entier"));
    CHECK(faultOf("\"bandeau\": true", "\"bandeau\": 1").contains(u"true ou false"));
    CHECK(faultOf("\"largeurs\": [35, 65]", "\"largeurs\": [35]").contains(u"deux largeurs"));
    CHECK(faultOf("\"cle\": \"infirmiers\"", "\"cle\": \"pharmaciens\"").contains(u"déjà dans ce tableau"));
    CHECK(faultOf("\"genre\": \"saut-de-page\"", "\"genre\": \"saut\"").contains(u"« saut » n’est pas connu"));
    CHECK(faultOf("\"collection\": \"partenaires\"", "\"collection\": \"amis\"").contains(u"possible : communes"));
    CHECK(faultOf("\"table\": \"contact\"", "\"table\": \"contacts\"").contains(u"la table « contacts » n’existe pas"));
    CHECK(faultOf("\"ou-liste\": \"echeances\"", "\"ou-liste\": \"amis\"").contains(u"possible : communes"));
    CHECK(faultOf("\"attendu-si\": \"accompagnement.souhaite\"", "\"attendu-si\": \"identite.nom\"")
              .contains(u"par oui ou non"));
    CHECK(faultOf("\"groupe\": \"sorte\"", "\"groupe\": \"lieu\"").contains(u"n’est pas un champ à choix"));
    CHECK(faultOf("\"cle\": \"mailing\"", "\"cle\": \"fax\"").contains(u"« fax » n’est pas un choix"));
    CHECK(faultOf("\"valeur\": \"en-cours\"", "\"valeur\": \"encours\"").contains(u"n’est pas un choix de ce champ"));
    CHECK(faultOf("\"case-ligne\": \"oui\"", "\"case-ligne\": \"si\"").contains(u"n’a pas de texte « si »"));
    CHECK(faultOf("\"textes\": { \"oui\"", "\"textes\": { \"si\"").contains(u"n’a pas de texte « oui »"));
    CHECK(faultOf("\"calcul\": \"population\"", "\"calcul\": \"exec\"").contains(u"« exec » n’est pas connu"));
    CHECK(faultOf("\"calcul\": \"population\"", "\"calcul\": \"particularites\"").contains(u"tableau des communes"));
    CHECK(faultOf("\"calcul\": \"population\"", "\"calcul\": \"numero-fiche\"").contains(u"que pour les fiches"));
    CHECK(faultOf("\"calcul\": \"population\"", "\"calcul\": \"mission-socle\"").contains(u"que pour les fiches"));
    CHECK(faultOf("\"liste\": \"professions\"", "\"liste\": \"fichiers\"").contains(u"« fichiers »"));
    CHECK(faultOf("\"titre\": \"CODE POSTAL\", ", "").contains(u"« titre » manque"));
    CHECK(faultOf("\"texte\": \"a) Description du territoire\"", "\"texte\": \" \"").contains(u"est vide"));
}

TEST_CASE("Faults of a document that repeats, of a variant, of lists inside a cell")
{
    const QString fiche = u"fiche-actions.json"_s;
    const QString projet = u"projet-sante.json"_s;
    CHECK(faultOf("\"repete\": \"fiches\"", "\"repete\": \"missions\"", fiche).contains(u"possible : fiches"));
    CHECK(faultOf("\"champ\": \"besoins/enonce\"", "\"champ\": \"besoins/titre\"", fiche)
              .contains(u"« besoins/titre » n’existe pas dans « fiche »"));
    CHECK(faultOf("\"champ\": \"besoins/enonce\"", "\"champ\": \"diagnostic/enonce\"", fiche)
              .contains(u"« diagnostic/enonce » n’existe pas"));
    CHECK(faultOf("\"liste-de\": \"objectif\"", "\"liste-de\": \"objectifs\"", fiche)
              .contains(u"la table « objectifs » n’existe pas"));
    CHECK(faultOf("\"par\": \"objectif\"", "\"par\": \"fiche\"", fiche).contains(u"ne désigne pas"));
    CHECK(faultOf("\"si\": [\"depart\"]", "\"si\": [\"debut\"]", fiche).contains(u"« debut » n’existe pas ici"));
    CHECK(faultOf("\"liste\": \"missions\"", "\"liste\": \"mission\"", fiche).contains(u"« mission »"));
    CHECK(faultOf("\"sinon\": \"rubrique:gouvernance.texte\"", "\"sinon\": \"identite.nom\"", projet)
              .contains(u"n’est pas un texte long"));
    CHECK(faultOf("\"parmi\": [\"utilise\"]", "\"parmi\": [\"employe\"]", projet)
              .contains(u"« employe » n’est pas une valeur de « usage »"));
    CHECK(faultOf("\"parmi\": [\"oui\"]", "\"parmi\": [\"vrai\"]", projet).contains(u"« vrai »"));
    CHECK(faultOf("\"genre\": \"valeurs-graphiques\", \"titre\"", "\"genre\": \"titre\", \"texte\"", projet)
              .contains(u"renvoient à leurs valeurs"));
    CHECK(faultOf("\"parmi\": [\"oui\"]", "\"sauf\": [], \"parmi\": [\"oui\"]", projet)
              .contains(u"« parmi » ou « sauf »"));
    CHECK(faultOf("\"cle\": \"soins\", \"titre\"", "\"cle\": \"soin\", \"titre\"", projet)
              .contains(u"« soin » n’est pas un choix"));
    CHECK(faultOf("\"groupe\": \"sorte\",\n      \"sections\"", "\"groupe\": \"nom\",\n      \"sections\"", projet)
              .contains(u"« nom » n’est pas un champ à choix"));
    CHECK(faultOf("\"forme\": \"annee\"", "\"forme\": \"mois\"", projet).contains(u"« mois »"));
    CHECK(faultsOfBlock(R"({"genre":"titre","texte":"T","ancre":"t","contenu":[{"texte":"x"}]})")
              .value(0)
              .contains(u"un document qui se répète"));
    CHECK(faultsOfBlock(R"({"genre":"ligne","contenu":[{"liste-de":"objectif","par":"fiche","contenu":[]}]})")
              .value(0)
              .contains(u"« liste-de » ne sert que"));
    CHECK(faultsOfBlock(R"({"genre":"tableau-fixe","table":"mission","description":"d","facultatif":true,
        "colonnes":[{"titre":"","contenu":[{"ligne":"libelle"}]}],"lignes":[{"cle":"crises","libelle":"C"}]})")
              .value(0)
              .contains(u"avec « groupe »"));
    const Copy copy;
    copy.spoil(fiche, "\"repete\": \"fiches\",", "");
    CHECK(copy.faults().value(0).contains(u"« repete » manque"));
}

TEST_CASE("A key misspelt is both unknown and missing")
{
    const Copy copy;
    copy.spoil(u"lettre-intention.json"_s, "\"pied\":", "\"peid\":");
    CHECK(copy.faults() == QStringList{u"lettre-intention.json, ligne 7 (/peid) : clé inconnue « peid »"_s,
                                       u"lettre-intention.json, ligne 1 : « pied » manque"_s});
}

TEST_CASE("All the faults are told at once, in the three files")
{
    const Copy copy;
    copy.spoil(u"lettre-intention.json"_s, "\"identite.nom\"", "\"identite.x\"");
    copy.spoil(u"lettre-intention.json"_s, "\"CODE POSTAL\"", "12");
    copy.spoil(u"lettre-intention.json"_s, "\"niveau\": 3", "\"niveau\": 33");
    copy.spoil(u"pages.json"_s, "\"titre\": \"Le porteur du projet\"", "\"titer\": \"Le porteur du projet\"");
    copy.spoil(u"pages.json"_s, "\"qpv\"", "\"qvp\"");
    copy.spoil(u"trame.json"_s, "\"version\": \"2022\"", "\"version\": 2022");
    const QStringList faults = copy.faults();
    CHECK(faults.size() == 7);
    for (const QString &fault : faults)
        CHECK(fault.contains(u".json, ligne "));
    const base::Error error = copy.error();
    CHECK(error.code == base::ErrorCode::Damaged);
    CHECK(error.message.contains(u"… et 2 de plus"));
    CHECK(error.message.contains(u"Vos projets ne sont pas touchés"));
}

TEST_CASE("The part of the ARS refuses anything of the project")
{
    const QByteArray start = R"({"genre":"titre","niveau":1,"texte":"R","ancre":"r","reserve":true},)";
    const QList<QByteArray> intrusions{
        R"({"genre":"ligne","contenu":[{"champ":"identite.nom"}]})",
        R"({"genre":"ligne","contenu":[{"calcul":"population"}]})",
        R"({"genre":"ligne","contenu":[{"case":"Oui","champ":"accompagnement.souhaite","valeur":true}]})",
        R"({"genre":"texte-long","champ":"rubrique:gouvernance.texte"})",
        R"({"genre":"liste","collection":"echeances","contenu":[]})",
        R"({"genre":"tableau-liste","collection":"communes","description":"d","colonnes":[{"titre":"t","contenu":[]}]})",
        R"({"genre":"tableau-fixe","table":"mission","description":"d","colonnes":[{"titre":"t","contenu":[]}],)"
        R"("lignes":[{"cle":"prevention","libelle":"P"}]})",
    };
    for (const QByteArray &block : intrusions) {
        const QStringList faults = faultsOfBlock(start + block);
        INFO(block.toStdString());
        REQUIRE_FALSE(faults.isEmpty());
        CHECK(faults.first().contains(u"réservée à l’ARS"));
        CHECK(faultsOfBlock(block).isEmpty());
    }
}

TEST_CASE("A box says what ticks it, except in the part of the ARS")
{
    CHECK(faultsOfBlock(R"({"genre":"ligne","contenu":[{"case":"Oui"}]})").value(0).contains(u"de quoi elle dépend"));
    CHECK(faultsOfBlock(R"({"genre":"ligne","contenu":[{"case":"Oui","champ":"accompagnement.souhaite"}]})")
              .value(0)
              .contains(u"« valeur » manque"));
    CHECK(faultsOfBlock(R"({"genre":"ligne","contenu":[{"case":"x","champ":"population.annee","valeur":1}]})")
              .value(0)
              .contains(u"ne peut pas dépendre"));
    CHECK(faultsOfBlock(R"({"genre":"ligne","contenu":[{"case":"x","calcul":"taille","valeur":9}]})")
              .value(0)
              .contains(u"de 1 à 4"));
    CHECK(faultsOfBlock(R"({"genre":"ligne","contenu":[{}]})").value(0).contains(u"quoi écrire"));
    CHECK(faultsOfBlock(R"({"genre":"ligne","contenu":[3]})").value(0).contains(u"un objet"));
}

TEST_CASE("Files that are missing, broken, too big or too deep")
{
    SECTION("missing")
    {
        const Copy copy;
        copy.remove(u"pages.json"_s);
        CHECK(copy.faults() == QStringList{u"pages.json : le fichier manque"_s});
    }
    SECTION("not JSON: the line where it breaks")
    {
        const Copy copy;
        copy.write(u"pages.json"_s, "{\n\"sections\": [\n{]\n}");
        CHECK(copy.faults() == QStringList{u"pages.json, ligne 3 : ce n’est plus du JSON à partir d’ici"_s});
    }
    SECTION("too big")
    {
        const Copy copy;
        copy.write(u"pages.json"_s, QByteArray(2 * 1024 * 1024, ' '));
        CHECK(copy.faults() == QStringList{u"pages.json : le fichier ne peut pas être lu"_s});
    }
    SECTION("too deep")
    {
        const Copy copy;
        copy.write(u"pages.json"_s, QByteArray(5000, '[') + QByteArray(5000, ']'));
        CHECK(copy.faults() == QStringList{u"pages.json : trop de niveaux imbriqués"_s});
    }
    SECTION("another document than announced, or out of the folder")
    {
        const Copy copy;
        copy.spoil(u"lettre-intention.json"_s, "\"annexe-3\"", "\"annexe-4\"");
        CHECK(copy.faults().value(0).contains(u"« annexe-3 » était attendu"));
        copy.spoil(u"trame.json"_s, "lettre-intention.json", "../lettre-intention.json");
        CHECK(copy.faults().value(0).contains(u"dans le dossier de la trame"));
    }
    SECTION("not objects at all")
    {
        const Copy copy;
        copy.write(u"trame.json"_s, "[]");
        copy.write(u"pages.json"_s, "12");
        CHECK(copy.faults().size() > 5);
    }
    SECTION("a key written twice")
    {
        CHECK(faultOf("\"code\": \"annexe-3\",", "\"code\": \"annexe-3\",\n\"code\": \"annexe-3\",")
                  .contains(u"ligne 3 (/code) : cette clé est écrite deux fois"));
    }
    SECTION("no folder")
    {
        CHECK_FALSE(report::Trame::load(u"/nulle/part"_s));
    }
}

TEST_CASE("A map names one of the colours that a project can give by itself, and nothing else has a colour")
{
    const auto faults = [](const QByteArray &block) {
        return faultsOfBlock(R"({ "genre": "graphiques", )" + block + " }").join(u'\n');
    };
    CHECK(faults(R"("de": "carte")").isEmpty());
    for (const char *colour : {"population", "zonage", "intercommunalite"})
        CHECK(faults(R"("de": "carte", "couleur": ")" + QByteArray(colour) + '"').isEmpty());
    CHECK(faults(R"("de": "carte", "couleur": "bleu")").contains(u"couleur"));
    CHECK(faults(R"("de": "ages", "couleur": "zonage")").contains(u"seule une carte a une couleur à choisir"));
    CHECK(faults(R"("de": "plan")").contains(u"de"));
}
