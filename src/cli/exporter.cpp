#include "base/text.h"
#include "cli/carte.h"
#include "cli/common.h"
#include "cli/gantt.h"
#include "cli/pieces.h"
#include "cli/verbs.h"
#include "domain/json.h"
#include "formats/calendar.h"
#include "formats/carte.h"
#include "formats/dossier_complet.h"
#include "formats/gantt.h"
#include "report/budget_document.h"
#include "report/ccopd.h"
#include "report/fiche_document.h"
#include "report/fil_rouge.h"
#include "suivi/fiches.h"

#include <QDir>
#include <QFileInfo>

namespace cli
{

using namespace Qt::Literals::StringLiterals;
using report::Content;

namespace
{

const QString ficheAlone = u"--fiche ne vaut que pour les fiches-actions remplies : --annexe 5 --fiche NUMÉRO."_s;

// The project, and the same as the document shows it: without the personal data when the call asks so. What is missing
// is asked of the first, where nobody is hidden.
struct Subject {
    const domain::Projet &whole;
    const domain::Projet &shown;
};

// What the call writes.
enum class Kind { Document, Dossier, PlanAction, Calendrier, Gantt, Carte, FilRouge, Ccopd, Budget, Piece, Projet };

Kind kindOf(const Arguments &arguments)
{
    return arguments.has(u"plan-action"_s)               ? Kind::PlanAction
           : arguments.has(u"calendrier"_s)              ? Kind::Calendrier
           : arguments.has(u"gantt"_s)                   ? Kind::Gantt
           : arguments.has(u"carte"_s)                   ? Kind::Carte
           : arguments.has(u"fil-rouge"_s)               ? Kind::FilRouge
           : arguments.has(u"ccopd"_s)                   ? Kind::Ccopd
           : arguments.has(u"budget"_s)                  ? Kind::Budget
           : arguments.has(u"piece"_s)                   ? Kind::Piece
           : arguments.value(u"annexe"_s) == dossierWord ? Kind::Dossier
           : arguments.value(u"format"_s) == u"json"     ? Kind::Projet
                                                         : Kind::Document;
}

// The formats of each kind, the one taken without --format first.
QStringList formatsOf(Kind kind)
{
    switch (kind) {
    case Kind::Document:
    case Kind::FilRouge:
    case Kind::Ccopd:
    case Kind::Budget:
        return formatCodes();
    case Kind::PlanAction:
        return formats::planActionFormats();
    case Kind::Calendrier:
        return {u"ics"_s};
    case Kind::Gantt:
        return formats::ganttFormats();
    case Kind::Carte:
        return formats::mapFormats();
    case Kind::Projet:
        return {u"json"_s};
    case Kind::Dossier:
    case Kind::Piece:
        break;
    }
    return {};
}

QString formatFault(const Arguments &arguments, Kind kind)
{
    const QString format = arguments.value(u"format"_s);
    const QStringList known = formatsOf(kind);
    if (kind == Kind::Dossier)
        return format.isEmpty() ? QString()
                                : u"Le dossier complet s’écrit en PDF et en Word, sans --format. Pour l’ODT, écrivez "
                                  u"chaque annexe : --annexe 4 --format odt, puis --annexe 5 --format odt."_s;
    if (kind == Kind::Piece)
        return format.isEmpty() ? QString() : u"Une pièce jointe est écrite telle quelle, sans --format."_s;
    const QString all = known.join(u", "_s) + (kind == Kind::Document ? u", json"_s : QString());
    if ((kind == Kind::Document || kind == Kind::FilRouge || kind == Kind::Ccopd || kind == Kind::Budget) &&
        format.isEmpty())
        return u"Il manque le format : --format, suivi de l’un de ceux-ci : %1. Le nom donné à --sortie peut aussi le "
               u"dire : lettre.docx."_s.arg(all);
    if (format.isEmpty() || known.contains(format))
        return {};
    return kind == Kind::Document ? u"Le format « %1 » n’existe pas. Formats : %2."_s.arg(format, all)
                                  : u"Le format « %1 » ne convient pas ici. Formats : %2."_s.arg(format, all);
}

// Options that do not go together.
QString mixtureFault(const Arguments &arguments, Kind kind)
{
    const bool blank = arguments.has(u"vierge"_s) || arguments.has(u"vierge-guide"_s);
    const bool annexe = arguments.has(u"annexe"_s);
    if (arguments.has(u"plan-action"_s) && arguments.has(u"calendrier"_s))
        return u"Choisissez entre --plan-action et --calendrier."_s;
    if (const QString sentence = ganttFault(arguments); !sentence.isEmpty())
        return sentence;
    if (kind != Kind::Carte && arguments.has(u"carte"_s))
        return u"La carte s’écrit à part : --carte, sans --plan-action ni --calendrier."_s;
    if (kind != Kind::Carte && arguments.has(u"couleur"_s))
        return u"--couleur ne vaut que pour la carte : --carte --couleur COULEUR."_s;
    if (kind != Kind::Ccopd && arguments.has(u"ccopd"_s))
        return u"La CCOPD à blanc s’écrit à part : --ccopd, sans autre document."_s;
    if (kind != Kind::FilRouge && arguments.has(u"fil-rouge"_s))
        return u"Le fil rouge s’écrit à part : --fil-rouge, sans autre document."_s;
    if (kind != Kind::Budget && arguments.has(u"budget"_s))
        return u"Le budget s’écrit à part : --budget, sans autre document."_s;
    if (arguments.has(u"a3"_s) && kind != Kind::FilRouge && kind != Kind::Gantt && kind != Kind::Carte)
        return u"--a3 ne vaut que pour le fil rouge, le calendrier en barres et la carte : --fil-rouge --a3, --gantt "
               u"--a3 ou --carte --a3."_s;
    if (arguments.has(u"a3"_s) && kind == Kind::Carte && arguments.value(u"format"_s) != u"pdf"_s)
        return u"La carte sur une feuille A3 s’écrit en PDF : --carte --a3 --format pdf."_s;
    if (arguments.has(u"a3"_s) && kind == Kind::FilRouge && arguments.value(u"format"_s) != u"pdf"_s)
        return u"L’affiche A3 s’écrit en PDF : --fil-rouge --a3 --format pdf."_s;
    if (kind == Kind::Projet && blank)
        return u"Le format json écrit le projet entier : ni --vierge, ni --vierge-guide."_s;
    if (kind == Kind::Piece && arguments.has(u"sans-donnees-personnelles"_s))
        return u"Une pièce jointe est écrite telle quelle : rien n’y est retiré. Rien n’a été écrit ; ouvrez-la et "
               u"relisez-la, puis refaites sans --sans-donnees-personnelles."_s;
    if (arguments.has(u"piece"_s) && (kind != Kind::Piece || blank || annexe))
        return u"Une pièce jointe s’écrit à part : --piece NUMÉRO --sortie FICHIER."_s;
    const bool namesNoAnnexe = kind != Kind::Document && kind != Kind::Dossier && kind != Kind::Projet;
    if (namesNoAnnexe && (blank || annexe))
        return u"Le plan d’action, le calendrier, la carte, le fil rouge, la CCOPD à blanc et le budget s’écrivent "
               u"sans "
               u"--annexe, --vierge ni --vierge-guide."_s;
    if (kind == Kind::Dossier && blank)
        return u"Le dossier complet ne s’écrit pas vierge."_s;
    if (arguments.has(u"fiche"_s) && (kind != Kind::Document || blank))
        return ficheAlone;
    if (arguments.has(u"sigles-tels-quels"_s) && ((kind != Kind::Document && kind != Kind::Dossier) || blank))
        return u"--sigles-tels-quels ne vaut que pour un document rempli : --annexe NUMÉRO ou --annexe dossier."_s;
    if (arguments.has(u"brouillon"_s) && (kind != Kind::Document || blank || arguments.value(u"format"_s) != u"pdf"_s))
        return u"--brouillon ne vaut que pour une annexe remplie, en PDF : --annexe 3 --format pdf --brouillon."_s;
    if (kind == Kind::Document && !annexe)
        return u"Il manque le document à écrire : --annexe NUMÉRO."_s;
    if (arguments.has(u"vierge"_s) && arguments.has(u"vierge-guide"_s))
        return u"Choisissez entre --vierge et --vierge-guide."_s;
    return {};
}

// A name that says another format than what is written: the program that opens it would call it damaged.
QString suffixFault(const Arguments &arguments, Kind kind)
{
    static const QStringList known{u"docx"_s, u"pdf"_s, u"odt"_s, u"xlsx"_s, u"csv"_s,
                                   u"ics"_s,  u"svg"_s, u"png"_s, u"json"_s, u"cpts"_s};
    const QStringList formats = formatsOf(kind);
    const QString suffix = QFileInfo(arguments.value(u"sortie"_s)).suffix().toLower();
    if (formats.isEmpty() || !known.contains(suffix))
        return {};
    const QString format = arguments.has(u"format"_s) ? arguments.value(u"format"_s) : formats.front();
    return suffix == format ? QString()
                            : u"Le fichier serait au format %1, et son nom finit par « .%2 ». Donnez à --sortie un nom "
                              u"en « .%1 »."_s.arg(format, suffix);
}

// What is wrong with the options, if anything.
QString fault(const Arguments &arguments)
{
    const Kind kind = kindOf(arguments);
    if (kind == Kind::Document && !arguments.has(u"annexe"_s) && !arguments.has(u"format"_s))
        return u"Dites ce qu’il faut écrire : --annexe 3, --annexe dossier, --plan-action… Tous les choix : cpts "
               u"exporter --help."_s;
    if (const QString sentence = formatFault(arguments, kind); !sentence.isEmpty())
        return sentence;
    if (!arguments.has(u"sortie"_s))
        return u"Il manque le fichier à écrire : --sortie FICHIER."_s;
    if (const QString sentence = mixtureFault(arguments, kind); !sentence.isEmpty())
        return sentence;
    if (const QString sentence = suffixFault(arguments, kind); !sentence.isEmpty())
        return sentence;
    const QFileInfo project(arguments.positionals.front());
    const QFileInfo output(arguments.value(u"sortie"_s));
    if (output.exists() && project.exists() && output.canonicalFilePath() == project.canonicalFilePath())
        return u"Le fichier à écrire est le projet lui-même. Rien n’a été écrit ; donnez un autre nom à --sortie."_s;
    return {};
}

Content contentOf(const Arguments &arguments)
{
    return arguments.has(u"vierge"_s)         ? Content::Blank
           : arguments.has(u"vierge-guide"_s) ? Content::BlankWithGuidance
                                              : Content::Filled;
}

const QString annexePrefix = u"annexe-"_s;

// The code of the document asked for, by its number of annexe or its own code; empty when the trame has none such.
QString documentCode(const report::Trame &trame, const QString &asked)
{
    for (const report::DocumentInfo &document : trame.documents())
        if (document.code == asked || document.code == annexePrefix + asked)
            return document.code;
    return {};
}

// What --annexe takes, with titles: "3 (Lettre d’intention)".
QString choicesOf(const report::Trame &trame)
{
    QStringList choices;
    for (const report::DocumentInfo &document : trame.documents())
        choices.push_back(u"%1 (%2)"_s.arg(
            document.code.startsWith(annexePrefix) ? document.code.mid(annexePrefix.size()) : document.code,
            document.title));
    return choices.join(u", "_s);
}

// Against the criteria of the document: the lettre has its own.
void warnIfIncomplete(const domain::Projet &projet, const reference::Reference &reference, controle::Volet volet,
                      Console &console)
{
    const auto findings = controle::check(projet, reference, console.clock.today(), volet);
    const auto readiness = controle::readiness(findings, volet);
    // What the verb says without the option is that of the step under way.
    const bool lettre = projet.identite.phase == domain::Phase::Lettre;
    const QString phase = lettre == (volet == controle::Volet::Lettre) ? QString()
                          : lettre                                     ? u" --phase projet"_s
                                                                       : u" --phase lettre"_s;
    if (readiness.blocking > 0)
        console.err << u"Attention : il reste %1. Voir : cpts verifier%2"_s.arg(
                           base::frenchCount(readiness.blocking, u"point bloquant"_s, u"points bloquants"_s), phase)
                    << '\n';
}

// The fiche by its number, from 1, or by its title, whole or in part.
base::Result<base::Id> ficheOf(const domain::Projet &projet, const reference::Reference &reference,
                               const QString &asked)
{
    const auto fiches = suivi::fichesNumerotees(projet, reference.missions());
    bool isNumber = false;
    const int number = asked.toInt(&isNumber);
    if (isNumber && number >= 1 && size_t(number) <= fiches.size())
        return fiches[size_t(number) - 1].first;
    const QString wanted = base::fold(asked);
    std::vector<base::Id> found;
    QStringList titles;
    for (const auto &[id, fiche] : fiches) {
        const QString title = base::fold(fiche->intitule);
        if (title == wanted && !wanted.isEmpty())
            return id;
        if (!wanted.isEmpty() && title.contains(wanted))
            found.push_back(id);
        titles << u"%1 (%2)"_s.arg(titles.size() + 1).arg(fiche->intitule);
    }
    if (found.size() == 1)
        return found.front();
    const QString problem = fiches.empty()     ? u"Ce projet n’a pas de fiche-action."_s
                            : found.size() > 1 ? u"Plusieurs fiches-actions ont « %1 » dans leur titre."_s.arg(asked)
                                               : u"La fiche-action « %1 » n’est pas dans ce projet."_s.arg(asked);
    return base::Error{base::ErrorCode::NotFound,
                       problem + (titles.isEmpty() ? QString() : u" Fiches : %1."_s.arg(titles.join(u", "_s))), asked};
}

Exit exportDocument(const Arguments &arguments, const Subject &subject, Console &console)
{
    const domain::Projet &projet = subject.shown;
    const auto trame = loadTrame(projet.identite.trame);
    if (!trame)
        return fail(console, trame.error());
    const QString annexe = arguments.value(u"annexe"_s);
    const QString code = documentCode(trame.value(), annexe);
    if (code.isEmpty())
        return wrong(console, u"L’annexe « %1 » n’est pas dans cette trame. Annexes : %2."_s.arg(
                                  annexe, choicesOf(trame.value())));
    const auto reference = loadReference();
    if (!reference)
        return fail(console, reference.error());
    formats::ExportRequest request{code, contentOf(arguments)};
    request.developSigles = !arguments.has(u"sigles-tels-quels"_s);
    request.draft = arguments.has(u"brouillon"_s);
    if (arguments.has(u"fiche"_s)) {
        if (code != report::ficheDocument(trame.value()))
            return wrong(console, ficheAlone);
        const auto fiche = ficheOf(projet, reference.value(), arguments.value(u"fiche"_s));
        if (!fiche)
            return wrong(console, fiche.error().message);
        request.fiche = fiche.value();
    }
    const formats::FormatInfo &format = *formats::formatOfCode(arguments.value(u"format"_s));
    if (format.needsFonts)
        warnOfMissingFonts(console);
    const auto contours = loadContours(projet, console);
    const auto bytes =
        formats::exported({trame.value(), reference.value(), console.clock.today(), contours ? &*contours : nullptr},
                          projet, request, format.format);
    if (!bytes)
        return fail(console, bytes.error());
    if (request.content == Content::Filled && !request.fiche)
        warnIfIncomplete(subject.whole, reference.value(),
                         code == trame.value().documents().front().code ? controle::Volet::Lettre
                                                                        : controle::Volet::Projet,
                         console);
    return save(bytes.value(), arguments.value(u"sortie"_s), console);
}

Exit exportDossier(const Arguments &arguments, const domain::Projet &projet, Console &console)
{
    const auto trame = loadTrame(projet.identite.trame);
    if (!trame)
        return fail(console, trame.error());
    const auto reference = loadReference();
    if (!reference)
        return fail(console, reference.error());
    warnOfMissingFonts(console);
    const auto contours = loadContours(projet, console);
    const formats::ExportSource source{trame.value(), reference.value(), console.clock.today(),
                                       contours ? &*contours : nullptr};
    formats::DossierRequest request{.personalData = !arguments.has(u"sans-donnees-personnelles"_s),
                                    .bloquants = {},
                                    .developSigles = !arguments.has(u"sigles-tels-quels"_s)};
    for (const controle::Finding &finding :
         controle::check(projet, reference.value(), console.clock.today(), controle::Volet::Projet))
        if (finding.severity == controle::Severity::Blocking)
            request.bloquants << finding.sentence;
    const auto files = formats::dossierComplet(source, projet, request);
    if (!files)
        return fail(console, files.error());
    const QString folder = arguments.value(u"sortie"_s);
    if (const auto done = formats::writeDossier(files.value(), folder); !done)
        return fail(console, done.error());
    warnIfIncomplete(projet, reference.value(), controle::Volet::Projet, console);
    for (const formats::DossierFile &file : files.value())
        console.out << u"Écrit : %1"_s.arg(QDir(folder).filePath(file.name)) << '\n';
    return Exit::Well;
}

Exit exportFollowUp(const Arguments &arguments, const domain::Projet &projet, Kind kind, Console &console)
{
    const auto trame = loadTrame(projet.identite.trame);
    if (!trame)
        return fail(console, trame.error());
    const auto reference = loadReference();
    if (!reference)
        return fail(console, reference.error());
    const QDate today = console.clock.today();
    const QString format = arguments.has(u"format"_s) ? arguments.value(u"format"_s) : formatsOf(kind).front();
    const base::Result<QByteArray> bytes =
        kind == Kind::Calendrier
            ? formats::writeCalendar(projet, reference.value(), today)
            : formats::exportedPlanAction({trame.value(), reference.value(), today}, projet, format);
    return bytes ? save(bytes.value(), arguments.value(u"sortie"_s), console) : fail(console, bytes.error());
}

base::Result<report::Document> workingDocument(const Arguments &arguments, const report::Trame &trame,
                                               const Subject &subject, const reference::Reference &reference,
                                               const QDate &today)
{
    const domain::Projet &projet = subject.shown;
    if (arguments.has(u"ccopd"_s))
        return report::ccopdDocument(trame, projet, reference, controle::checkAll(subject.whole, reference, today),
                                     today);
    if (arguments.has(u"budget"_s))
        return report::budgetDocument(trame, projet, reference, today);
    const auto form = arguments.has(u"a3"_s) ? report::FilRougeForm::Affiche : report::FilRougeForm::Liste;
    return report::filRouge(trame, projet, reference, form, today);
}

// The fil rouge, the rehearsal of the commission or the budget.
Exit exportWorkingDocument(const Arguments &arguments, const Subject &subject, Console &console)
{
    const auto trame = loadTrame(subject.shown.identite.trame);
    if (!trame)
        return fail(console, trame.error());
    const auto reference = loadReference();
    if (!reference)
        return fail(console, reference.error());
    const auto document = workingDocument(arguments, trame.value(), subject, reference.value(), console.clock.today());
    if (!document)
        return fail(console, document.error());
    const formats::FormatInfo &format = *formats::formatOfCode(arguments.value(u"format"_s));
    if (format.needsFonts)
        warnOfMissingFonts(console);
    const auto bytes = formats::written(document.value(), format.format);
    return bytes ? save(bytes.value(), arguments.value(u"sortie"_s), console) : fail(console, bytes.error());
}

} // namespace

Arguments withFormatOfName(Arguments arguments)
{
    const QString suffix = QFileInfo(arguments.value(u"sortie"_s)).suffix().toLower();
    const Kind kind = kindOf(arguments);
    const bool whole = kind == Kind::Document && !arguments.has(u"annexe"_s) && suffix == "json"_L1;
    if (!arguments.has(u"format"_s) && (whole || formatsOf(kind).contains(suffix)))
        arguments.options.insert(u"format"_s, suffix);
    return arguments;
}

Exit exporter(const Arguments &given, Console &console)
{
    const Arguments arguments = withFormatOfName(given);
    if (const QString sentence = fault(arguments); !sentence.isEmpty())
        return wrong(console, sentence);
    const auto opened = openProject(arguments.positionals.front(), dossier::Dossier::Mode::ReadOnly, console);
    if (!opened)
        return fail(console, opened.error());
    const Kind kind = kindOf(arguments);
    const domain::Projet &whole = opened.value()->projet();
    const domain::Projet projet =
        arguments.has(u"sans-donnees-personnelles"_s) ? formats::withoutPersonalData(whole) : whole;
    const Subject subject{whole, projet};
    switch (kind) {
    case Kind::Projet:
        return save(domain::projetToJson(projet, opened.value()->id(),
                                         arguments.has(u"sans-donnees-personnelles"_s) ? domain::Fichiers::Without
                                                                                       : domain::Fichiers::With),
                    arguments.value(u"sortie"_s), console);
    case Kind::Dossier:
        return exportDossier(arguments, whole, console);
    case Kind::Piece:
        return exportPiece(arguments.value(u"piece"_s), arguments.value(u"sortie"_s), whole, console);
    case Kind::Carte:
        return exportCarte(arguments, projet, console);
    case Kind::Gantt: {
        const auto bytes = ganttBytes(arguments, projet, console);
        return bytes ? save(bytes.value(), arguments.value(u"sortie"_s), console) : fail(console, bytes.error());
    }
    case Kind::FilRouge:
    case Kind::Ccopd:
    case Kind::Budget:
        return exportWorkingDocument(arguments, subject, console);
    case Kind::PlanAction:
    case Kind::Calendrier:
        return exportFollowUp(arguments, projet, kind, console);
    case Kind::Document:
        break;
    }
    return exportDocument(arguments, subject, console);
}

} // namespace cli
