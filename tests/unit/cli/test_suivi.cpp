// What follows the lettre: annexes 4 and 5, one fiche, the plan d'action, the calendar, the whole dossier, its
// criteria, official files.
#include "process.h"

#include <QDir>

using namespace Qt::Literals::StringLiterals;

namespace
{

const QStringList exporter{u"exporter"_s, u"v.cpts"_s};

} // namespace

TEST_CASE("annexes 4 and 5 are written, the fiches one by one too, by number or title")
{
    Shell shell;
    shell.setVariable(u"SOURCE_DATE_EPOCH"_s, u"1772409600"_s);
    shell.well({u"nouveau"_s, u"v.cpts"_s, u"--exemple"_s});
    const auto fiche = [&](const QStringList &more, const QString &output) {
        return shell.cpts(exporter +
                          QStringList{u"--annexe"_s, u"5"_s, u"--format"_s, u"odt"_s, u"--sortie"_s, output} + more);
    };
    shell.well(exporter + QStringList{u"--annexe"_s, u"4"_s, u"--format"_s, u"pdf"_s, u"--sortie"_s, u"4.pdf"_s});
    CHECK(shell.read(u"4.pdf"_s).startsWith("%PDF-"));
    CHECK(fiche({}, u"toutes.odt"_s).code == 0);
    CHECK(fiche({u"--fiche"_s, u"1"_s}, u"une.odt"_s).code == 0);
    CHECK(fiche({u"--fiche"_s, u"une demande UNIQUE"_s}, u"titre.odt"_s).code == 0);
    CHECK(shell.read(u"une.odt"_s) == shell.read(u"titre.odt"_s));
    CHECK(shell.read(u"une.odt"_s).size() < shell.read(u"toutes.odt"_s).size());
    for (const QString &unknown : {u"99"_s, u"0"_s, u"pas là"_s, u"des"_s}) {
        const Ran ran = fiche({u"--fiche"_s, unknown}, u"x.odt"_s);
        INFO(unknown.toStdString() << ran.err.toStdString());
        CHECK(ran.code == 2);
        CHECK(ran.err.contains(u"1 (Une demande unique"_s));
        CHECK_FALSE(QFile::exists(shell.path(u"x.odt"_s)));
    }
}

TEST_CASE("the plan d'action and the calendar are written, with or without a format")
{
    const Shell shell;
    shell.well({u"nouveau"_s, u"v.cpts"_s, u"--exemple"_s});
    shell.well(exporter + QStringList{u"--plan-action"_s, u"--sortie"_s, u"p.xlsx"_s});
    CHECK(shell.read(u"p.xlsx"_s).startsWith("PK"));
    shell.well(exporter + QStringList{u"--plan-action"_s, u"--format"_s, u"csv"_s, u"--sortie"_s, u"p.csv"_s});
    CHECK(shell.read(u"p.csv"_s).startsWith("\xEF\xBB\xBF\"N°\";"));
    shell.well(exporter + QStringList{u"--calendrier"_s, u"--sortie"_s, u"c.ics"_s});
    CHECK(shell.read(u"c.ics"_s).startsWith("BEGIN:VCALENDAR\r\n"));
}

TEST_CASE("the whole dossier goes to a folder, a version without personal data names nobody")
{
    const Shell shell;
    shell.well({u"nouveau"_s, u"v.cpts"_s, u"--exemple"_s});
    const Ran ran = shell.well(exporter + QStringList{u"--annexe"_s, u"dossier"_s, u"--sortie"_s, u"envoi"_s});
    const QStringList files = QDir(shell.path(u"envoi"_s)).entryList(QDir::Files);
    CHECK(files.size() == ran.out.count(u"Écrit : "_s));
    CHECK(files.contains(u"Bordereau.txt"_s));
    shell.well(exporter +
               QStringList{u"--annexe"_s, u"dossier"_s, u"--sortie"_s, u"sans"_s, u"--sans-donnees-personnelles"_s});
    const auto info = parsed(shell.well({u"info"_s, u"v.cpts"_s, u"--json"_s}).out);
    const QString porteur = QString::fromStdString(info["porteur"].get<std::string>()).section(u' ', 0, 0);
    const auto members = [&](const QString &option) {
        shell.well(exporter + QStringList{u"--format"_s, u"json"_s, u"--sortie"_s, u"j.json"_s} +
                   (option.isEmpty() ? QStringList() : QStringList{option}));
        return QString::fromUtf8(shell.read(u"j.json"_s)).count(porteur);
    };
    CHECK(members({}) > members(u"--sans-donnees-personnelles"_s));
    shell.write(u"fichier"_s, "x");
    CHECK(shell.cpts(exporter + QStringList{u"--annexe"_s, u"dossier"_s, u"--sortie"_s, u"fichier/x"_s}).code == 3);
}

TEST_CASE("hiding the people of a project does not make it say that they are missing")
{
    const Shell shell;
    shell.well({u"nouveau"_s, u"v.cpts"_s, u"--exemple"_s});
    const auto told = [&shell](const QString &folder, const QStringList &more) {
        const Ran ran = shell.well(exporter + QStringList{u"--annexe"_s, u"dossier"_s, u"--sortie"_s, folder} + more);
        return std::pair(ran.err, QString::fromUtf8(shell.read(folder + u"/Bordereau.txt"_s)).count(u"\r\n– "_s));
    };
    CHECK(told(u"avec"_s, {}) == told(u"sans"_s, {u"--sans-donnees-personnelles"_s}));
}

TEST_CASE("a file is never named as another format than what it holds")
{
    const Shell shell;
    shell.well({u"nouveau"_s, u"v.cpts"_s, u"--exemple"_s});
    for (const auto &[words, name] :
         std::vector<std::pair<QStringList, QString>>{{{u"--annexe"_s, u"3"_s, u"--format"_s, u"pdf"_s}, u"a.docx"_s},
                                                      {{u"--calendrier"_s}, u"dates.pdf"_s},
                                                      {{u"--plan-action"_s, u"--format"_s, u"csv"_s}, u"plan.xlsx"_s},
                                                      {{u"--format"_s, u"json"_s}, u"autre.cpts"_s}}) {
        const Ran ran = shell.cpts(exporter + words + QStringList{u"--sortie"_s, name});
        INFO(ran.err.toStdString());
        CHECK(ran.code == 2);
        CHECK(ran.err.contains(u"Donnez à --sortie un nom en"_s));
        CHECK_FALSE(QFile::exists(shell.path(name)));
    }
    shell.well(exporter + QStringList{u"--calendrier"_s, u"--sortie"_s, u"DATES.ICS"_s});
    const Ran nothing = shell.cpts(exporter + QStringList{u"--sortie"_s, u"x"_s});
    CHECK(nothing.code == 2);
    CHECK(nothing.err.contains(u"Dites ce qu’il faut écrire"_s));
}

TEST_CASE("a project made without a suffix gets the one that the other verbs know")
{
    const Shell shell;
    CHECK(shell.well({u"nouveau"_s, u"atelier"_s}).out == u"Projet créé : atelier.cpts\n"_s);
    shell.well({u"info"_s, u"atelier.cpts"_s});
    CHECK(shell.cpts({u"nouveau"_s, u"atelier"_s}).code == 3);
}

TEST_CASE("verifier names the page as the window does")
{
    const Shell shell;
    shell.well({u"nouveau"_s, u"v.cpts"_s});
    const Ran ran = shell.cpts({u"verifier"_s, u"v.cpts"_s});
    CHECK(ran.code == 1);
    CHECK(ran.out.contains(u"(page « Équipe et gouvernance »)"_s));
    CHECK_FALSE(ran.out.contains(u'['));
}

TEST_CASE("options that do not go together are refused before anything is written")
{
    const Shell shell;
    shell.well({u"nouveau"_s, u"v.cpts"_s, u"--exemple"_s});
    for (const QStringList &words :
         {QStringList{u"--plan-action"_s, u"--calendrier"_s},
          {u"--plan-action"_s, u"--format"_s, u"pdf"_s},
          {u"--calendrier"_s, u"--format"_s, u"xlsx"_s},
          {u"--plan-action"_s, u"--annexe"_s, u"4"_s},
          {u"--calendrier"_s, u"--vierge"_s},
          {u"--annexe"_s, u"dossier"_s, u"--format"_s, u"pdf"_s},
          {u"--annexe"_s, u"dossier"_s, u"--vierge"_s},
          {u"--format"_s, u"json"_s, u"--fiche"_s, u"1"_s},
          {u"--annexe"_s, u"3"_s, u"--format"_s, u"pdf"_s, u"--fiche"_s, u"1"_s},
          {u"--annexe"_s, u"4"_s, u"--format"_s, u"pdf"_s, u"--fiche"_s, u"1"_s},
          {u"--annexe"_s, u"5"_s, u"--format"_s, u"odt"_s, u"--fiche"_s, u"1"_s, u"--vierge"_s}}) {
        const Ran ran = shell.cpts(exporter + words + QStringList{u"--sortie"_s, u"x"_s});
        INFO(words.join(u' ').toStdString() << " " << ran.err.toStdString());
        CHECK(ran.code == 2);
        CHECK(isFrench(ran.err));
        CHECK_FALSE(QFile::exists(shell.path(u"x"_s)));
    }
}

TEST_CASE("verifier judges the document of the phase, or the one that is asked for")
{
    const Shell shell;
    shell.well({u"nouveau"_s, u"v.cpts"_s, u"--exemple"_s});
    const auto report = [&](const QStringList &more) {
        return parsed(shell.cpts(QStringList{u"verifier"_s, u"v.cpts"_s, u"--json"_s} + more).out);
    };
    const auto lettre = report({});
    const auto projet = report({u"--phase"_s, u"projet"_s});
    CHECK(lettre["phase"] == "lettre");
    CHECK(report({u"--phase"_s, u"lettre"_s}) == lettre);
    CHECK(projet["phase"] == "projet");
    for (const auto &finding : lettre["constats"])
        CHECK(finding["critere"].get<std::string>().starts_with("lettre."));
    REQUIRE_FALSE(projet["constats"].empty());
    for (const auto &finding : projet["constats"])
        CHECK(finding["critere"].get<std::string>().starts_with("projet."));
    CHECK(shell.cpts({u"verifier"_s, u"v.cpts"_s, u"--phase"_s, u"autre"_s}).code == 2);
}

TEST_CASE("an official file is shown without changing anything, then brought in as one edit")
{
    const Shell shell;
    shell.well({u"nouveau"_s, u"v.cpts"_s, u"--exemple"_s});
    shell.write(u"membres.csv"_s, "Nom;Prénom;Profession;Statut\r\nZéphyrin;Aline;Infirmière;libéral\r\n");
    const QStringList words{u"importer"_s, u"v.cpts"_s, u"membres.csv"_s, u"--profil"_s, u"personnes"_s};
    const QByteArray before = shell.read(u"v.cpts"_s);
    const Ran dry = shell.well(words + QStringList{u"--a-blanc"_s});
    CHECK(dry.out.contains(u"rien n’a été modifié"_s));
    CHECK(shell.read(u"v.cpts"_s) == before);
    shell.well(words);
    shell.well(exporter + QStringList{u"--format"_s, u"json"_s, u"--sortie"_s, u"j.json"_s});
    CHECK(shell.read(u"j.json"_s).contains("Zéphyrin"));

    const Ran unknown = shell.cpts({u"importer"_s, u"v.cpts"_s, u"membres.csv"_s, u"--profil"_s, u"x"_s});
    CHECK(unknown.code == 2);
    CHECK(unknown.err.contains(u"rpps"_s));
    for (const QStringList &wrong : {QStringList{u"--annee"_s, u"2024"_s},
                                     {u"--liberaux"_s},
                                     {u"--profil"_s, u"insee"_s, u"--annee"_s, u"l’an dernier"_s},
                                     {u"--profil"_s, u"rpps"_s, u"--remplacer"_s}})
        CHECK(shell.cpts(QStringList{u"importer"_s, u"v.cpts"_s, u"membres.csv"_s} + wrong).code == 2);
    CHECK(shell.cpts({u"importer"_s, u"v.cpts"_s, u"absent.csv"_s, u"--profil"_s, u"rpps"_s}).code == 3);
}
