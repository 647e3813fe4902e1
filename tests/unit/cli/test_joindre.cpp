// Attachments from the command line: joined, listed, written back, sent with the dossier.
#include "process.h"

#include <QDir>

using namespace Qt::Literals::StringLiterals;

namespace
{

const QByteArray pdf = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n";

} // namespace

TEST_CASE("Files are joined in one step, listed, and written back as they were")
{
    Shell shell;
    shell.well({u"nouveau"_s, u"v.cpts"_s, u"--exemple"_s});
    shell.write(u"Statuts signés.pdf"_s, pdf);
    shell.write(u"Convention.txt"_s, "Accord");
    const Ran joined = shell.well({u"joindre"_s, u"v.cpts"_s, u"Statuts signés.pdf"_s, u"Convention.txt"_s});
    CHECK(joined.out.contains(u"Joint : Statuts signés.pdf (Statuts)"_s));
    CHECK(joined.out.contains(u"Joint : Convention.txt (Convention)"_s));
    CHECK(joined.err.contains(u"« Statuts signés.pdf » est gardé, mais ne pourra pas s’ajouter"_s)); // no page in it
    const auto pieces = parsed(shell.well({u"info"_s, u"v.cpts"_s, u"--json"_s}).out)["pieces"];
    REQUIRE(pieces.size() == 2);
    CHECK(pieces[0]["nom"] == "Statuts signés.pdf");
    CHECK(pieces[0]["sorte"] == "statuts");
    CHECK(pieces[0]["type"] == "application/pdf");
    CHECK(pieces[0]["taille"] == pdf.size());
    CHECK(pieces[0]["jointe"] == true);
    CHECK(shell.well({u"info"_s, u"v.cpts"_s}).out.contains(u"Statuts signés.pdf, Convention.txt"_s));
    shell.well({u"exporter"_s, u"v.cpts"_s, u"--piece"_s, u"1"_s, u"--sortie"_s, u"copie.pdf"_s});
    CHECK(shell.read(u"copie.pdf"_s) == pdf);
    const Ran again = shell.well({u"joindre"_s, u"v.cpts"_s, u"Convention.txt"_s});
    CHECK(again.err.contains(u"déjà parmi les pièces jointes"_s));
    CHECK(parsed(shell.well({u"info"_s, u"v.cpts"_s, u"--json"_s}).out)["pieces"].size() == 2);
}

TEST_CASE("All the files enter, or none, the kind may be told")
{
    Shell shell;
    shell.well({u"nouveau"_s, u"v.cpts"_s, u"--nom"_s, u"Essai"_s});
    shell.write(u"scan.pdf"_s, pdf);
    shell.write(u"x.exe"_s, "MZ");
    const Ran refused = shell.cpts({u"joindre"_s, u"v.cpts"_s, u"scan.pdf"_s, u"x.exe"_s});
    CHECK(refused.code == 3);
    CHECK(refused.err.contains(u"« x.exe » est un programme"_s));
    CHECK(isFrench(refused.err));
    CHECK(parsed(shell.well({u"info"_s, u"v.cpts"_s, u"--json"_s}).out)["pieces"].empty());
    shell.well({u"joindre"_s, u"v.cpts"_s, u"scan.pdf"_s, u"--sorte"_s, u"statuts"_s});
    CHECK(parsed(shell.well({u"info"_s, u"v.cpts"_s, u"--json"_s}).out)["pieces"][0]["sorte"] == "statuts");
    CHECK(shell.cpts({u"joindre"_s, u"v.cpts"_s, u"absent.pdf"_s}).code == 3);
    const Ran unknown = shell.cpts({u"joindre"_s, u"v.cpts"_s, u"scan.pdf"_s, u"--sorte"_s, u"truc"_s});
    CHECK(unknown.code == 2);
    CHECK(unknown.err.contains(u"Types : statuts, reglement"_s));
    const Ran nothing = shell.cpts({u"joindre"_s, u"v.cpts"_s});
    CHECK(nothing.code == 2);
    CHECK(nothing.err.contains(u"Il manque le fichier à joindre (PIÈCE)."_s));
}

TEST_CASE("A piece that is not there and options that do not go together are told")
{
    Shell shell;
    shell.well({u"nouveau"_s, u"v.cpts"_s, u"--nom"_s, u"Essai"_s});
    const Ran none = shell.cpts({u"exporter"_s, u"v.cpts"_s, u"--piece"_s, u"1"_s, u"--sortie"_s, u"x"_s});
    CHECK(none.code == 2);
    CHECK(none.err.contains(u"Ce projet n’a pas de pièce jointe."_s));
    shell.write(u"scan.pdf"_s, pdf);
    shell.well({u"joindre"_s, u"v.cpts"_s, u"scan.pdf"_s});
    for (const QString &number : {u"0"_s, u"2"_s, u"un"_s}) {
        const Ran wrong = shell.cpts({u"exporter"_s, u"v.cpts"_s, u"--piece"_s, number, u"--sortie"_s, u"x"_s});
        CHECK(wrong.code == 2);
        CHECK(wrong.err.contains(u"Pièces : 1 (scan.pdf)."_s));
    }
    // Nothing can be taken out of a piece: the option would promise what is not done.
    const Ran whole = shell.cpts({u"exporter"_s, u"v.cpts"_s, u"--piece"_s, u"1"_s, u"--sortie"_s, u"anonyme.pdf"_s,
                                  u"--sans-donnees-personnelles"_s});
    CHECK(whole.code == 2);
    CHECK(whole.err.contains(u"Une pièce jointe est écrite telle quelle : rien n’y est retiré."_s));
    CHECK_FALSE(QFile::exists(shell.path(u"anonyme.pdf"_s)));
    for (const QStringList &more :
         {QStringList{u"--annexe"_s, u"3"_s}, QStringList{u"--format"_s, u"pdf"_s}, QStringList{u"--vierge"_s}})
        CHECK(shell.cpts(QStringList{u"exporter"_s, u"v.cpts"_s, u"--piece"_s, u"1"_s, u"--sortie"_s, u"x"_s} + more)
                  .code == 2);
}

TEST_CASE("The dossier has the pieces, without personal data it has none")
{
    Shell shell;
    shell.well({u"nouveau"_s, u"v.cpts"_s, u"--exemple"_s});
    shell.write(u"Convention.txt"_s, "Accord");
    shell.well({u"joindre"_s, u"v.cpts"_s, u"Convention.txt"_s});
    const QStringList words{u"exporter"_s, u"v.cpts"_s, u"--annexe"_s, u"dossier"_s, u"--sortie"_s};
    shell.well(words + QStringList{u"tout"_s});
    CHECK(shell.read(u"tout/Pièces jointes/01 - Convention.txt"_s) == "Accord");
    shell.well(words + QStringList{u"anonyme"_s, u"--sans-donnees-personnelles"_s});
    CHECK_FALSE(QDir(shell.path(u"anonyme"_s)).exists(u"Pièces jointes"_s));
}
