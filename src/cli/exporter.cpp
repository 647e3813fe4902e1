#include "base/file.h"
#include "base/text.h"
#include "cli/common.h"
#include "cli/verbs.h"
#include "domain/json.h"
#include "formats/export.h"
#include "layout/page.h"

#include <QFileInfo>

namespace cli
{

using namespace Qt::Literals::StringLiterals;
using report::Content;

namespace
{

// What is wrong with the options, if anything.
QString fault(const Arguments &arguments)
{
    const QString format = arguments.value(u"format"_s);
    const bool blank = arguments.has(u"vierge"_s) || arguments.has(u"vierge-guide"_s);
    const QString known = formatCodes().join(u", "_s) + u", json"_s;
    if (format.isEmpty())
        return u"Il manque le format : --format, suivi de l’un de ceux-ci : %1."_s.arg(known);
    if (format != u"json" && !formats::formatOfCode(format))
        return u"Le format « %1 » n’existe pas. Formats : %2."_s.arg(format, known);
    if (!arguments.has(u"sortie"_s))
        return u"Il manque le fichier à écrire : --sortie FICHIER."_s;
    if (format == u"json" && (blank || arguments.has(u"annexe"_s)))
        return u"Le format json écrit le projet entier : ni --annexe, ni --vierge, ni --vierge-guide."_s;
    if (format != u"json" && !arguments.has(u"annexe"_s))
        return u"Il manque le document à écrire : --annexe NUMÉRO."_s;
    if (arguments.has(u"vierge"_s) && arguments.has(u"vierge-guide"_s))
        return u"Choisissez entre --vierge et --vierge-guide."_s;
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

void warnOfMissingFonts(Console &console)
{
    if (const QStringList missing = layout::missingFonts(); !missing.isEmpty())
        console.err << u"Polices absentes de cet ordinateur : %1. La mise en page sera différente."_s.arg(
                           base::frenchList(missing))
                    << '\n';
}

void warnIfIncomplete(const domain::Projet &projet, const reference::Reference &reference, Console &console)
{
    const auto readiness = controle::readiness(controle::check(projet, reference, console.clock.today()));
    if (readiness.blocking > 0)
        console.err << u"Attention : il reste %1. Voir : cpts verifier"_s.arg(
                           base::frenchCount(readiness.blocking, u"point bloquant"_s, u"points bloquants"_s))
                    << '\n';
}

Exit save(const QByteArray &bytes, const QString &path, Console &console)
{
    if (const auto written = base::writeFile(path, bytes); !written)
        return fail(console, written.error());
    console.out << u"Écrit : %1"_s.arg(path) << '\n';
    return Exit::Well;
}

Exit exportDocument(const Arguments &arguments, const domain::Projet &projet, Console &console)
{
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
    const Content content = contentOf(arguments);
    const formats::FormatInfo &format = *formats::formatOfCode(arguments.value(u"format"_s));
    if (format.needsFonts)
        warnOfMissingFonts(console);
    const auto bytes = formats::exported({trame.value(), reference.value(), console.clock.today()}, projet,
                                         {code, content}, format.format);
    if (!bytes)
        return fail(console, bytes.error());
    if (content == Content::Filled)
        warnIfIncomplete(projet, reference.value(), console);
    return save(bytes.value(), arguments.value(u"sortie"_s), console);
}

} // namespace

Exit exporter(const Arguments &arguments, Console &console)
{
    if (const QString sentence = fault(arguments); !sentence.isEmpty())
        return wrong(console, sentence);
    const auto opened = openProject(arguments.positionals.front(), dossier::Dossier::Mode::ReadOnly, console);
    if (!opened)
        return fail(console, opened.error());
    const domain::Projet &projet = opened.value()->projet();
    if (arguments.value(u"format"_s) == u"json")
        return save(domain::projetToJson(projet, opened.value()->id()), arguments.value(u"sortie"_s), console);
    return exportDocument(arguments, projet, console);
}

} // namespace cli
