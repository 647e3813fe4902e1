#include "base/file.h"
#include "base/text.h"
#include "cli/common.h"
#include "cli/verbs.h"
#include "domain/json.h"
#include "formats/docx.h"
#include "formats/odt.h"
#include "formats/pdf.h"
#include "report/builder.h"

#include <QFileInfo>

namespace cli
{

using namespace Qt::Literals::StringLiterals;
using report::Content;

namespace
{

using Bytes = base::Result<QByteArray>;

// One way to write a document; `folder` is that of the trame.
struct Writer {
    QString format;
    Bytes (*write)(const report::Document &document, const QString &folder, Console &console);
};

Bytes docx(const report::Document &document, const QString &folder, Console &)
{
    return formats::writeDocx(document, folder + u"/reference.docx"_s);
}

Bytes odt(const report::Document &document, const QString &folder, Console &)
{
    return formats::writeOdt(document, folder + u"/reference.odt"_s);
}

Bytes pdf(const report::Document &document, const QString &, Console &console)
{
    if (const QStringList missing = layout::missingFonts(); !missing.isEmpty())
        console.err << u"Polices absentes de cet ordinateur : %1. La mise en page sera différente."_s.arg(
                           base::frenchList(missing))
                    << '\n';
    return formats::writePdf(document, layout::paginate(document));
}

const std::vector<Writer> &writers()
{
    static const std::vector<Writer> all{{u"docx"_s, docx}, {u"pdf"_s, pdf}, {u"odt"_s, odt}};
    return all;
}

const Writer *writerOf(const QString &format)
{
    for (const Writer &each : writers())
        if (each.format == format)
            return &each;
    return nullptr;
}

// What is wrong with the options, if anything.
QString fault(const Arguments &arguments)
{
    const QString format = arguments.value(u"format"_s);
    const bool blank = arguments.has(u"vierge"_s) || arguments.has(u"vierge-guide"_s);
    if (format.isEmpty())
        return u"Il manque le format : --format docx, pdf, odt ou json."_s;
    if (format != u"json" && !writerOf(format))
        return u"Le format « %1 » n’existe pas. Formats : docx, pdf, odt, json."_s.arg(format);
    if (!arguments.has(u"sortie"_s))
        return u"Il manque le fichier à écrire : --sortie FICHIER."_s;
    if (format == u"json" && (blank || arguments.has(u"annexe"_s)))
        return u"Le format json écrit le projet entier : ni --annexe, ni --vierge, ni --vierge-guide."_s;
    if (format != u"json" && !arguments.has(u"annexe"_s))
        return u"Il manque le document à écrire : --annexe 3 pour la lettre d’intention."_s;
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

// The annexes of a trame by their numbers: "3".
QStringList annexes(const report::Trame &trame)
{
    QStringList numbers;
    for (const report::DocumentInfo &document : trame.documents())
        if (document.code.startsWith("annexe-"_L1))
            numbers.push_back(document.code.mid(7));
    return numbers;
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
    const auto folder = trameFolder(projet.identite.trame);
    if (!folder)
        return fail(console, folder.error());
    const auto trame = report::Trame::load(folder.value());
    if (!trame)
        return fail(console, trame.error());
    const QString annexe = arguments.value(u"annexe"_s);
    const QStringList known = annexes(trame.value());
    if (!known.contains(annexe))
        return wrong(console,
                     u"L’annexe « %1 » n’est pas dans cette trame. Annexes : %2."_s.arg(annexe, known.join(u", "_s)));
    const auto reference = loadReference();
    if (!reference)
        return fail(console, reference.error());
    const Content content = contentOf(arguments);
    const auto document =
        report::build(trame.value(), u"annexe-"_s + annexe, projet, reference.value(), content, console.clock.today());
    if (!document)
        return fail(console, document.error());
    const auto bytes = writerOf(arguments.value(u"format"_s))->write(document.value(), folder.value(), console);
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
