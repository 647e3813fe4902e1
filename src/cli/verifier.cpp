#include "base/text.h"
#include "cli/common.h"
#include "cli/verbs.h"

#include <map>

namespace cli
{

using namespace Qt::Literals::StringLiterals;
using controle::Finding;
using controle::Severity;

namespace
{

QString severityCode(Severity severity)
{
    switch (severity) {
    case Severity::Blocking:
        return u"bloquant"_s;
    case Severity::Improvement:
        return u"amelioration"_s;
    case Severity::Fulfilled:
        return u"rempli"_s;
    }
    return {};
}

Json toJson(const Finding &finding)
{
    return {{"critere", utf8(finding.criterion)},
            {"gravite", utf8(severityCode(finding.severity))},
            {"phrase", utf8(finding.sentence)},
            {"raison", utf8(finding.reason)},
            {"source", utf8(finding.source)},
            {"page", utf8(finding.page)},
            {"champ", finding.field.table.isEmpty() ? Json() : Json(utf8(finding.field.toString()))}};
}

// What the menu of the window calls each page; the code itself for a page that the trame does not have.
using PageNames = std::map<QString, QString>;

PageNames pageNames(const QString &trame)
{
    PageNames names;
    if (const auto loaded = loadTrame(trame))
        for (const report::Page &page : loaded.value().pages())
            names[page.code] = page.label;
    return names;
}

void writeText(Console &console, const std::vector<Finding> &findings, Severity severity, const QString &title,
               const PageNames &pages)
{
    bool titled = false;
    for (const Finding &finding : findings) {
        if (finding.severity != severity)
            continue;
        if (!titled)
            console.out << '\n' << title << '\n';
        titled = true;
        const auto page = pages.find(finding.page);
        console.out << u"  – %1 (page « %2 »)"_s.arg(finding.sentence,
                                                     page == pages.end() ? finding.page : page->second)
                    << '\n';
        console.out << u"    %1 – %2"_s.arg(finding.reason, finding.source) << '\n';
    }
}

} // namespace

Exit verifier(const Arguments &arguments, Console &console)
{
    const QString phase = arguments.value(u"phase"_s);
    if (arguments.has(u"phase"_s) && phase != u"lettre" && phase != u"projet")
        return wrong(console, u"La phase « %1 » n’existe pas. Phases : lettre, projet."_s.arg(phase));
    const QString path = arguments.positionals.front();
    const auto opened = openProject(path, dossier::Dossier::Mode::ReadOnly, console);
    if (!opened)
        return fail(console, opened.error());
    const auto reference = loadReference();
    if (!reference)
        return fail(console, reference.error());
    const domain::Projet &projet = opened.value()->projet();
    const bool lettre = phase.isEmpty() ? projet.identite.phase == domain::Phase::Lettre : phase == u"lettre";
    const controle::Volet volet = lettre ? controle::Volet::Lettre : controle::Volet::Projet;
    const auto shape = loadShape(projet, reference.value(), console);
    const auto findings =
        controle::check(projet, reference.value(), console.clock.today(), volet, shape ? &*shape : nullptr);
    const auto readiness = controle::readiness(findings, volet);
    if (arguments.has(u"json"_s)) {
        Json json = {{"format", "cpts-verifier"}, {"version", 1}};
        json["fichier"] = utf8(path);
        json["phase"] = lettre ? "lettre" : "projet";
        json["bloquants"] = readiness.blocking;
        json["ameliorations"] = readiness.improvements;
        json["remplis"] = readiness.fulfilled;
        json["constats"] = Json::array();
        for (const Finding &finding : findings)
            json["constats"].push_back(toJson(finding));
        writeJson(console, json);
    } else {
        console.out << readiness.sentence << '\n';
        const PageNames pages = pageNames(projet.identite.trame);
        writeText(console, findings, Severity::Blocking, u"Bloquant pour le dépôt"_s, pages);
        writeText(console, findings, Severity::Improvement, u"À améliorer"_s, pages);
    }
    return readiness.blocking > 0 ? Exit::Findings : Exit::Well;
}

} // namespace cli
