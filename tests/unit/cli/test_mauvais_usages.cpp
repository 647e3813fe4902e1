// Wrong uses of every verb: code 2, one sentence that says what is wrong, and nothing written.
#include "cli/program.h"
#include "cli/verb.h"
#include "imports/profiles.h"
#include "process.h"

#include <QDir>
#include <QTextStream>

using namespace Qt::Literals::StringLiterals;

namespace
{

const base::FixedClock noon{QDateTime(QDate(2026, 11, 23), QTime(12, 0))};

// In this process: hundreds of calls. The words are judged before any file is looked for.
Ran run(const QStringList &words)
{
    Ran ran;
    QTextStream out(&ran.out);
    QTextStream err(&ran.err);
    ran.code = cli::run(words, out, err, noon);
    out.flush();
    err.flush();
    return ran;
}

void refused(const QStringList &words, const QString &sentence)
{
    INFO(words.join(u' ').toStdString());
    const Ran ran = run(words);
    INFO(ran.err.toStdString());
    CHECK(ran.code == 2);
    CHECK(ran.out.isEmpty());
    CHECK(ran.err.contains(sentence));
    CHECK(isFrench(ran.err));
}

QStringList exporter(const QString &options)
{
    return QStringList{u"exporter"_s, u"absent.cpts"_s} + options.split(u' ', Qt::SkipEmptyParts);
}

QStringList importer(const QString &options)
{
    return QStringList{u"importer"_s, u"absent.cpts"_s, u"absent.csv"_s} + options.split(u' ', Qt::SkipEmptyParts);
}

// As many positionals as the verb asks for.
QStringList positionals(const cli::Verb &verb)
{
    QStringList words;
    for (const QString &each : verb.positionals)
        if (!each.startsWith(u'['))
            words << u"absent.cpts"_s;
    return words;
}

} // namespace

TEST_CASE("Each verb refuses an option it has not, an option twice, one without its value, a flag with one")
{
    for (const cli::Verb &verb : cli::verbs()) {
        const QStringList start = QStringList{verb.name} + positionals(verb);
        refused(start + QStringList{u"--inconnue"_s},
                u"L’option « --inconnue » n’existe pas pour « %1 »."_s.arg(verb.name));
        refused(start + QStringList{u"-z"_s}, u"L’option « -z » n’existe pas pour « %1 »."_s.arg(verb.name));
        for (const cli::Option &option : verb.options) {
            const QString dashed = u"--"_s + option.name;
            if (option.value.isEmpty()) {
                refused(start + QStringList{dashed + u"=oui"_s},
                        u"L’option « %1 » ne prend pas de valeur."_s.arg(dashed));
                continue;
            }
            const QString needs = u"L’option « %1 » attend une valeur : %1 %2."_s.arg(dashed, option.value);
            refused(start + QStringList{dashed}, needs);
            refused(start + QStringList{dashed + u'='}, needs);
            refused(start + QStringList{dashed, u"--"_s + verb.options.front().name}, needs);
            refused(start + QStringList{dashed, u"x"_s, dashed, u"y"_s},
                    u"L’option « %1 » est donnée plusieurs fois."_s.arg(dashed));
        }
    }
}

TEST_CASE("Each verb asks for the files it lacks, and tells the one that is too many")
{
    for (const cli::Verb &verb : cli::verbs()) {
        const QStringList wanted = positionals(verb);
        if (!wanted.isEmpty())
            refused({verb.name}, u" (%1)."_s.arg(QString(verb.positionals.front()).remove(u'…')));
        const bool several = verb.positionals.back().endsWith(u'…');
        if (!several) {
            QStringList words{verb.name};
            for (qsizetype each = 0; each <= verb.positionals.size(); ++each)
                words << (each == verb.positionals.size() ? u"de-trop"_s : u"absent.cpts"_s);
            refused(words, u"« de-trop » est de trop."_s);
        }
        QStringList empty{verb.name};
        for (qsizetype each = 0; each < verb.positionals.size(); ++each)
            empty << QString();
        refused(empty, u"Un nom de fichier est vide."_s);
    }
}

TEST_CASE("What exporter can't write together is refused with the way to write it")
{
    // What is asked for, and the start of the answer.
    const QString cases = uR"(
| Dites ce qu’il faut écrire : --annexe 3
--format docx | Il manque le fichier à écrire : --sortie FICHIER.
--format docx --sortie x | Il manque le document à écrire : --annexe NUMÉRO.
--annexe 3 --format doc --sortie x | Le format « doc » n’existe pas. Formats : docx,
--annexe 3 --format DOCX --sortie x | Le format « DOCX » n’existe pas.
--plan-action --calendrier --sortie x | Choisissez entre --plan-action et --calendrier.
--plan-action --format docx --sortie x | Le format « docx » ne convient pas ici. Formats : xlsx, csv.
--calendrier --format pdf --sortie x | Le format « pdf » ne convient pas ici. Formats : ics.
--plan-action | Il manque le fichier à écrire
--gantt --du 2027-01-01 --sortie x | Donnez les deux dates de la période
--gantt --au 2027-01-01 --sortie x | Donnez les deux dates de la période
--gantt --du 2027-12-31 --au 2027-01-01 --sortie x | La période finit avant de commencer
--gantt --du hier --au demain --sortie x | « hier » n’est pas une date du calendrier
--gantt --du 2027-02-30 --au 2027-12-31 --sortie x | « 2027-02-30 » n’est pas une date
--annexe 3 --format pdf --du 2027-01-01 --sortie x | --du ne vaut que pour le calendrier en barres
--annexe 3 --format pdf --au 2027-01-01 --sortie x | --au ne vaut que pour le calendrier en barres
--gantt --carte --sortie x | choisissez entre --gantt et --carte.
--gantt --plan-action --sortie x | choisissez entre --gantt et --plan-action.
--gantt --calendrier --sortie x | choisissez entre --gantt et --calendrier.
--gantt --fil-rouge --sortie x | choisissez entre --gantt et --fil-rouge.
--gantt --ccopd --sortie x | choisissez entre --gantt et --ccopd.
--gantt --budget --sortie x | choisissez entre --gantt et --budget.
--gantt --annexe 3 --sortie x | s’écrivent sans --annexe, --vierge ni --vierge-guide.
--carte --plan-action --sortie x | La carte s’écrit à part
--annexe 3 --format pdf --couleur population --sortie x | --couleur ne vaut que pour la carte
--fil-rouge --ccopd --format pdf --sortie x | La CCOPD à blanc s’écrit à part
--carte --fil-rouge --sortie x | Le fil rouge s’écrit à part
--ccopd --budget --format pdf --sortie x | Le budget s’écrit à part
--annexe 3 --format pdf --a3 --sortie x | --a3 ne vaut que pour le fil rouge
--carte --a3 --sortie x | La carte sur une feuille A3 s’écrit en PDF
--fil-rouge --a3 --format docx --sortie x | L’affiche A3 s’écrit en PDF
--format json --vierge --sortie x | Le format json écrit le projet entier
--format json --vierge-guide --sortie x | Le format json écrit le projet entier
--piece 1 --annexe 3 --sortie x | Une pièce jointe s’écrit à part
--piece 1 --vierge --sortie x | Une pièce jointe s’écrit à part
--piece 1 --format pdf --sortie x | Une pièce jointe est écrite telle quelle, sans --format.
--budget --sortie x | Il manque le format
--budget --vierge --format pdf --sortie x | s’écrivent sans --annexe, --vierge ni --vierge-guide.
--annexe dossier --vierge --sortie x | Le dossier complet ne s’écrit pas vierge.
--annexe dossier --format odt --sortie x | Le dossier complet s’écrit en PDF et en Word, sans --format.
--annexe dossier --fiche 1 --sortie x | --fiche ne vaut que pour les fiches-actions remplies
--annexe 5 --fiche 1 --vierge --format pdf --sortie x | --fiche ne vaut que pour
--plan-action --fiche 1 --sortie x | --fiche ne vaut que pour
--budget --sigles-tels-quels --format pdf --sortie x | --sigles-tels-quels ne vaut que pour
--annexe 4 --vierge --sigles-tels-quels --format pdf --sortie x | --sigles-tels-quels ne vaut que
--annexe 3 --vierge --brouillon --format pdf --sortie x | --brouillon ne vaut que
--annexe 3 --vierge --vierge-guide --format pdf --sortie x | Choisissez entre --vierge et
)"_s;
    QTemporaryDir folder;
    const QString before = QDir::currentPath();
    REQUIRE(QDir::setCurrent(folder.path()));
    for (const QString &line : cases.split(u'\n', Qt::SkipEmptyParts))
        refused(exporter(line.section(u'|', 0, 0).trimmed()), line.section(u'|', 1).trimmed());
    CHECK(QDir(folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden).isEmpty());
    REQUIRE(QDir::setCurrent(before));
}

TEST_CASE("What importer can't do is told before the files are looked for")
{
    const QString profile = u"--profil "_s + imports::profiles().front().code;
    for (const QString &option : {u"annee"_s, u"colonne"_s, u"feuille"_s, u"correspondance"_s})
        refused(importer(u"--%1 x"_s.arg(option)), u"L’option « --%1 » ne vaut qu’avec --profil."_s.arg(option));
    refused(importer(u"--liberaux"_s), u"L’option « --liberaux » ne vaut qu’avec --profil."_s);
    refused(importer(u"--profil communes --feuille x"_s), u"L’option « --feuille » ne vaut qu’avec --profil."_s);
    refused(importer(u"--profil inconnu"_s), u"Le profil « inconnu » n’existe pas. Profils : communes, "_s);
    refused(importer(profile + u" --remplacer"_s), u"L’option « --remplacer » ne vaut que pour un projet JSON."_s);
    for (const QString &year : {u"1899"_s, u"2101"_s, u"l’an"_s, u"2024,5"_s, u"99999999999"_s})
        refused(importer(profile + u" --annee "_s + year),
                u"L’année « %1 » n’en est pas une. Exemple : --annee 2024."_s.arg(year));
    // These words are right: what lacks is the file, and that is another code.
    for (const QString &right :
         {profile + u" --annee 1900"_s, profile + u" --annee 2100"_s, u"--remplacer"_s, QString()}) {
        INFO(right.toStdString());
        CHECK(run(importer(right)).code == 3);
    }
}

TEST_CASE("The other verbs name what does not exist, and those that do")
{
    refused({u"nouveau"_s, u"x/absent.cpts"_s, u"--exemple"_s, u"--trame"_s, u"paca-2022"_s},
            u"L’exemple a déjà sa trame : choisissez entre --exemple et --trame."_s);
    refused({u"nouveau"_s, u"x/absent.cpts"_s, u"--trame"_s, u"../paca-2022"_s},
            u"La trame « ../paca-2022 » n’est pas installée. Trames : paca-2022"_s);
    for (const QString &phase : {u"été"_s, u"Lettre"_s, u"elaboration"_s})
        refused({u"verifier"_s, u"absent.cpts"_s, u"--phase"_s, phase},
                u"La phase « %1 » n’existe pas. Phases : lettre, projet."_s.arg(phase));
    refused({u"joindre"_s, u"absent.cpts"_s, u"a.pdf"_s, u"--sorte"_s, u"truc"_s},
            u"Le type « truc » n’existe pas. Types : statuts, "_s);
    refused({u"guide"_s, u"zzzz"_s}, u"La page « zzzz » n’est pas dans le guide. Pages\u00A0: cpts guide"_s);
    refused({u"guide"_s, u"--sortie"_s, u"guide.docx"_s}, u"Le guide s’écrit en PDF. Rien n’a été écrit"_s);
    refused({u"guide"_s, u"--sortie"_s, u"projet.cpts"_s}, u"Le guide s’écrit en PDF."_s);
    refused({u"Nouveau"_s}, u"Le verbe « Nouveau » n’existe pas."_s);
    refused({u"--verbe"_s}, u"L’option « --verbe » n’existe pas."_s);
    refused({}, u"Il manque un verbe."_s);
}

TEST_CASE("Every verb says in one French sentence that its file is not there, and ends with 3")
{
    for (const QStringList &words :
         {QStringList{u"info"_s, u"absent.cpts"_s}, QStringList{u"verifier"_s, u"absent.cpts"_s},
          exporter(u"--annexe 3 --format docx --sortie x.docx"_s), exporter(u"--format json --sortie x.json"_s),
          exporter(u"--piece 1 --sortie x.pdf"_s), exporter(u"--annexe dossier --sortie x"_s), importer(QString()),
          QStringList{u"joindre"_s, u"absent.cpts"_s, u"absent.pdf"_s}, QStringList{u"contours"_s, u"absent.json"_s},
          QStringList{u"lister"_s, u"absent"_s}}) {
        INFO(words.join(u' ').toStdString());
        const Ran ran = run(words);
        CHECK(ran.code == 3);
        CHECK(ran.out.isEmpty());
        CHECK(ran.err.count(u'\n') >= 1);
        CHECK(isFrench(ran.err));
        CHECK(ran.err.contains(u"absent"_s));
    }
}
