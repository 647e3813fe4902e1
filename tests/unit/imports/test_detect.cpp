// The profile that a file is for, by its titles.
#include "imports/correspondence.h"
#include "packages.h"
#include "samples.h"
#include "support/catch.h"

using namespace Qt::Literals::StringLiterals;
using imports::ImportInput;

TEST_CASE("Every sample is recognised as what it is, whatever its name")
{
    for (const auto &sample : samples::all()) {
        auto input = samples::input(sample);
        input.name = u"fichier.csv"_s;
        const auto found = imports::detectProfile(input);
        REQUIRE(found);
        INFO(sample.profile.toStdString());
        // A table by commune is CartoSanté's only when its name says so: the source is told to the ARS.
        const QString wanted = sample.profile == u"cartosante" ? u"valeurs-communes"_s : sample.profile;
        CHECK(found.value() == wanted);
    }
    CHECK(imports::detectProfile(samples::input(samples::of(u"cartosante"_s))).value() == u"cartosante");
    // A table of one's own, whatever its column is called: no source is made up, and its figures are the value.
    const auto own =
        ImportInput::memory("Code commune;Commune;APL médecins 2023\n04039;Castellane;3,8\n", u"apl.csv"_s);
    CHECK(imports::detectProfile(own).value() == u"valeurs-communes");
    CHECK(imports::preview(u"valeurs-communes"_s, own, {}).value().mapping.at(2) == u"valeur");
    CHECK(imports::preview(u"cartosante"_s, own, {}).value().mapping.at(2) == u"valeur");
}

TEST_CASE("A list of partners with telephones is one when its file, its sheet or the line above its titles says so")
{
    const QString rows = u"Structure;Type;Ville;Contact;Téléphone;E-mail\n"
                         "CH de Millau;Hôpital;Millau;;0565610000;contact@exemple.fr\n"_s;
    const auto found = [](const ImportInput &input) { return imports::detectProfile(input).value(); };
    CHECK(found(ImportInput::pasted(rows)) == u"personnes"); // nothing says it: the titles are those of members
    CHECK(found(ImportInput::pasted(u"Partenaires et institutions;;;;;\n"_s + rows)) == u"partenaires");
    CHECK(found(ImportInput::memory(rows.toUtf8(), u"Liste partenaires.csv"_s)) == u"partenaires");
    CHECK(found(ImportInput::memory(rows.toUtf8(), u"partenaires25.csv"_s)) == u"partenaires");
    const QStringList titles = rows.section(u'\n', 0, 0).split(u';');
    const QByteArray book = packages::workbook({{u"Partenaires 2026"_s, {titles, {u"CH de Millau"_s}}}});
    CHECK(found(ImportInput::memory(book, u"classeur.xlsx"_s)) == u"partenaires");
    // A name does not make partners of what has no column of services.
    CHECK(found(ImportInput::memory("Nom;Prénom;Profession\nBlanc;Zoé;IDEL\n", u"partenaires.csv"_s)) == u"personnes");
}

TEST_CASE("What looks like nothing is nothing, what can't be read is an error, a stop is a stop")
{
    CHECK(imports::detectProfile(ImportInput::pasted(u"rien;du;tout\n1;2;3\n"_s)).value().isEmpty());
    CHECK_FALSE(imports::detectProfile(ImportInput::memory("%PDF-1.4 ", u"x.csv"_s)));
    CHECK_FALSE(imports::detectProfile(ImportInput::file(u"/absent.csv"_s)));
}

TEST_CASE("Columns said in words or in JSON")
{
    const imports::Profile &members = *imports::profile(u"personnes"_s);
    const QStringList titles{u"Patronyme"_s, u"Petit nom"_s, u""_s};
    const auto words =
        imports::readCorrespondence(u"patronyme=nom, Petit nom = Prénom ,3=profession"_s, titles, members);
    REQUIRE(words);
    CHECK(words.value() == imports::ColumnMapping{{0, u"nom"_s}, {1, u"prenom"_s}, {2, u"profession"_s}});
    const auto json = imports::readCorrespondence(u"{\"Patronyme\": \"nom\", \"2\": \"prenom\"}"_s, titles, members);
    REQUIRE(json);
    CHECK(json.value() == imports::ColumnMapping{{0, u"nom"_s}, {1, u"prenom"_s}});
    for (const QString &bad : {u"Absent=nom"_s, u"Patronyme=absent"_s, u"Patronyme"_s, u"a=b=c"_s, u""_s,
                               u"{\"a\": 1}"_s, u"{oups"_s, u"0=nom"_s, u"4=nom"_s, u"{}"_s}) {
        const auto refused = imports::readCorrespondence(bad, titles, members);
        INFO(bad.toStdString());
        REQUIRE_FALSE(refused);
        CHECK(refused.error().message.contains(u"Rien n’a été modifié."_s));
    }
    CHECK(imports::readCorrespondence(u"Absent=nom"_s, titles, members).error().message.contains(u"Petit nom"_s));
}

TEST_CASE("A list given for one of communes is told from it by its titles")
{
    const auto taken = [](const QString &text) {
        const imports::Profile *found = imports::listTakenForCommunes(ImportInput::pasted(text));
        return found ? found->code : QString();
    };
    CHECK(taken(u"Nom;Prénom;Profession;Commune\nBlanc;Zoé;IDEL;Allos\n"_s) == u"personnes");
    CHECK(taken(u"Nom et prénom;Téléphone;Ville\nBlanc Zoé;06;Allos\n"_s) == u"personnes");
    CHECK(taken(u"Structure;Représentant;Commune;Convention\nHôpital;;Allos;oui\n"_s) == u"partenaires");
    for (const QString &communes :
         {u"Commune;Code postal;Zonage\nAllos;04260;ZAC\n"_s, u"Commune;Secteur\nAllos;nord\n"_s,
          u"Nom;Statut;Lieu\nAllos;bourg;vallée\n"_s, u"Commune\nAllos\n"_s, u"Allos\nAnnot\n"_s,
          u"Code INSEE;Nom;Contact;Profession;Ville\n04006;Allos;Mairie;maire;Allos\n"_s, QString()}) {
        INFO(communes.toStdString());
        CHECK(taken(communes).isEmpty());
    }
}

TEST_CASE("Profiles answer to the names that people give them")
{
    for (const auto &[word, code] : {std::pair{u"personnes"_s, u"personnes"_s},
                                     {u"membres"_s, u"personnes"_s},
                                     {u"Membre"_s, u"personnes"_s},
                                     {u"liste des membres"_s, u"personnes"_s},
                                     {u"partenaire"_s, u"partenaires"_s},
                                     {u"Plan d’action"_s, u"fiches-actions"_s},
                                     {u"fiche-action"_s, u"fiches-actions"_s},
                                     {u"RPPS"_s, u"rpps"_s},
                                     {u"indicateur"_s, u"indicateurs"_s}}) {
        INFO(word.toStdString());
        const imports::Profile *found = imports::profileNamed(word);
        REQUIRE(found);
        CHECK(found->code == code);
    }
    CHECK_FALSE(imports::profileNamed(u"inconnu"_s));
    CHECK_FALSE(imports::profileNamed(QString()));
    for (const imports::Profile &each : imports::profiles()) // no everyday word hides a profile
        for (const QString &word : imports::otherNames(each.code))
            CHECK(imports::profileNamed(word)->code == each.code);
}
