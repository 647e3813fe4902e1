// Tables as professionals and partners really keep them: what is above the titles, under the rows, inside the cells.
#include "fixtures.h"
#include "packages.h"
#include "samples.h"
#include "support/example.h"

using namespace Qt::Literals::StringLiterals;
using imports::ImportInput;

namespace
{

imports::ImportProposal proposed(const QString &profile, const ImportInput &input,
                                 const imports::ImportOptions &options = {},
                                 const domain::Projet &projet = samples::projet())
{
    auto wanted = options;
    wanted.referenceFolder = support::source(u"resources/reference"_s);
    const auto proposal = imports::propose(profile, input, projet, support::references(), wanted);
    if (!proposal)
        FAIL(proposal.error().message.toStdString());
    return proposal.value();
}

domain::Projet accepted(const imports::ImportProposal &proposal)
{
    return fixtures::applied(samples::projet(), proposal.changes);
}

ImportInput book(const std::vector<QStringList> &rows, const QString &name = u"membres.xlsx"_s)
{
    return ImportInput::memory(packages::workbook({{u"Feuil1"_s, rows}}), name);
}

const domain::Personne *named(const domain::Projet &projet, const QString &nom)
{
    for (const auto &[id, personne] : projet.personnes)
        if (personne.nom == nom)
            return &personne;
    return nullptr;
}

} // namespace

TEST_CASE("A merged title above, blank columns, a total below")
{
    const auto proposal = proposed(u"personnes"_s, book({{u"Adhérents de l’association au 1er mars"_s},
                                                         {},
                                                         {u""_s, u"Nom"_s, u""_s, u"Prénom"_s, u"Profession"_s},
                                                         {u""_s, u"ALPHA"_s, u""_s, u"Zoé"_s, u"IDEL"_s},
                                                         {u""_s, u"BETA"_s, u""_s, u"Yann"_s, u"MK"_s},
                                                         {u""_s, u"Total"_s, u""_s, u"2"_s}}));
    const auto after = accepted(proposal);
    CHECK(after.personnes.size() == 2);
    CHECK_FALSE(named(after, u"Total"_s));
    CHECK(samples::told(proposal).contains(u"ligne 6 : c’est une ligne de total"_s));
}

TEST_CASE("Titles in two rows: what the lower one leaves empty is read above")
{
    const auto input = book({{u"Nom"_s, u"Prénom"_s, u"Coordonnées"_s, u""_s},
                             {u""_s, u""_s, u"Mail"_s, u"Téléphone"_s},
                             {u"ALPHA"_s, u"Zoé"_s, u"alpha@example.org"_s, u"492000001"_s}});
    const auto seen = imports::preview(u"personnes"_s, input);
    REQUIRE(seen);
    CHECK(seen.value().titleLine == 2);
    CHECK(seen.value().titles == QStringList{u"Nom"_s, u"Prénom"_s, u"Mail"_s, u"Téléphone"_s});
    const auto after = accepted(proposed(u"personnes"_s, input));
    REQUIRE(after.personnes.size() == 1);
    CHECK(named(after, u"ALPHA"_s)->email == u"alpha@example.org");
    CHECK(named(after, u"ALPHA"_s)->telephone == u"04 92 00 00 01"); // the zero that the spreadsheet dropped
}

TEST_CASE("Names in one column, professions as people write them, the same person twice")
{
    const QByteArray text = fixtures::windows1252(u"NOM Prénom;Métier;Commune;Mail\r\n"
                                                  "MARTEL Zoé;Infirmière libérale;Castellane;zoe@example.org\r\n"
                                                  "DUPRÉ Yann;MK;Digne-les-Bains;\r\n"
                                                  "LEROUX Éva;Médecins généralistes;Forcalquier;\r\n"
                                                  "FABRE Ana;SF;Castellane;\r\n"
                                                  "ROUX Léo;MG;Castellane;\r\n"
                                                  "Martel Zoé;IDE;Castellane;zoe@example.org\r\n"_s);
    const auto proposal = proposed(u"personnes"_s, ImportInput::memory(text, u"liste.csv"_s));
    const auto after = accepted(proposal);
    CHECK(after.personnes.size() == 5);
    REQUIRE(named(after, u"MARTEL"_s));
    CHECK(named(after, u"MARTEL"_s)->prenom == u"Zoé");
    CHECK(named(after, u"MARTEL"_s)->profession == u"infirmiers");
    CHECK(named(after, u"DUPRÉ"_s)->profession == u"masseurs-kinesitherapeutes");
    CHECK(named(after, u"FABRE"_s)->profession == u"sages-femmes");
    CHECK(named(after, u"LEROUX"_s)->profession == named(after, u"ROUX"_s)->profession);
    CHECK(samples::told(proposal).contains(u"figure deux fois dans la liste"_s));
}

TEST_CASE("A byte order mark before a quoted title, cells of several lines")
{
    const QByteArray text = "\xEF\xBB\xBF\"Structure\";\"Avancement\"\r\n"
                            "\"DAC 04\";\"Rencontre faite\nConvention à écrire\"\r\n";
    const auto after = accepted(proposed(u"partenaires"_s, ImportInput::memory(text, u"p.csv"_s)));
    REQUIRE(after.partenaires.size() == 1);
    CHECK(after.partenaires.begin()->second.service == u"DAC 04");
}

TEST_CASE("Dates kept as serial numbers, formulas with the value that was stored")
{
    const auto after = accepted(proposed(
        u"partenaires"_s, book({{u"Structure"_s, u"Convention"_s, u"Date de la convention"_s, u"Représentant"_s},
                                {u"Hôpital"_s, u"oui"_s, u"@45000"_s, u"=A1|Direction"_s}})));
    REQUIRE(after.partenaires.size() == 1);
    CHECK(after.partenaires.begin()->second.conventionLe == QDate(2023, 3, 15));
    CHECK(after.partenaires.begin()->second.representant == u"Direction");
    // A CSV keeps only the number of days.
    const auto plain = accepted(proposed(
        u"partenaires"_s, ImportInput::pasted(u"Structure;Date de la convention\nHôpital;45000\nDAC;450\n"_s)));
    QStringList dates;
    for (const auto &[id, partenaire] : domain::inOrder(plain.partenaires))
        dates << partenaire->conventionLe.toString(Qt::ISODate);
    CHECK(dates == QStringList{u"2023-03-15"_s, QString()});
}

TEST_CASE("A phone number of which a spreadsheet kept only the first digits is told")
{
    const auto proposal = proposed(
        u"personnes"_s, ImportInput::pasted(u"Nom;Prénom;Téléphone\nALPHA;Zoé;6,12E+08\nBETA;Yann;612345678\n"_s));
    const auto after = accepted(proposal);
    CHECK(named(after, u"ALPHA"_s)->telephone.isEmpty());
    CHECK(named(after, u"BETA"_s)->telephone == u"06 12 34 56 78");
    CHECK(samples::told(proposal).contains(u"ligne 2 : « 6,12E+08 » est un téléphone abîmé par le tableur"_s));
}

TEST_CASE("Encoding and separator: as found, or as a person says")
{
    auto input = ImportInput::memory("Nom,x;Pr\xC3\xA9nom\nALPHA,y;Zo\xC3\xA9\n", u"a.csv"_s);
    auto seen = imports::preview(u"personnes"_s, input);
    REQUIRE(seen);
    CHECK(seen.value().form.encoding == imports::Encoding::Utf8);
    REQUIRE(seen.value().form.separator);
    input.form = {imports::Encoding::Windows1252, u','};
    seen = imports::preview(u"personnes"_s, input);
    REQUIRE(seen);
    CHECK(seen.value().form.separator == u',');
    CHECK(seen.value().titleLine == 0); // cut like that, one title is not enough to be sure
    REQUIRE_FALSE(seen.value().rows.empty());
    CHECK(seen.value().rows.front() == QStringList{u"Nom"_s, u"x;PrÃ©nom"_s});
    // The marks of UTF-16 are certain.
    auto wide =
        ImportInput::memory(fixtures::utf16(u"Nom;Prénom\nALPHA;Zoé\n"_s, QStringConverter::Utf16LE, true), u"b.csv"_s);
    wide.form.encoding = imports::Encoding::Windows1252;
    const auto still = imports::preview(u"personnes"_s, wide);
    REQUIRE(still);
    CHECK(still.value().form.encoding == imports::Encoding::Utf16LittleEndian);
    CHECK(still.value().titles == QStringList{u"Nom"_s, u"Prénom"_s});
    CHECK_FALSE(imports::preview(u"personnes"_s, book({{u"Nom"_s}, {u"A"_s}})).value().form.encoding);
}

TEST_CASE("The row of titles and the columns as a person says them")
{
    const auto input = ImportInput::pasted(u"Zoé;ALPHA;IDEL\nYann;BETA;MK\n"_s);
    imports::ImportOptions options;
    options.ligneTitres = 0;
    options.colonnes = {{0, u"prenom"_s}, {1, u"nom"_s}, {2, u"profession"_s}};
    CHECK(accepted(proposed(u"personnes"_s, input, options)).personnes.size() == 2);
    options.ligneTitres = 1; // the first row is no person
    const auto after = accepted(proposed(u"personnes"_s, input, options));
    CHECK(after.personnes.size() == 1);
    CHECK(named(after, u"BETA"_s)->profession == u"masseurs-kinesitherapeutes");
}

TEST_CASE("Titles that no profile knows are shown as titles when figures stand under them")
{
    const auto seen =
        imports::preview(u"indicateurs"_s, ImportInput::pasted(u"Bilan\nXyz\tAbc\nPatients\t12\nUrgences\t8\n"_s));
    REQUIRE(seen);
    CHECK(seen.value().titleLine == 2);
    CHECK(seen.value().titles == QStringList{u"Xyz"_s, u"Abc"_s});
    imports::ImportOptions options;
    options.colonnes = {{0, u"intitule"_s}, {1, u"territoire"_s}};
    const auto after = accepted(
        proposed(u"indicateurs"_s, ImportInput::pasted(u"Bilan\nXyz\tAbc\nPatients\t12\nUrgences\t8\n"_s), options));
    CHECK(after.indicateurs.size() == 2);
}
