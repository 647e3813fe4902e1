#include "base/text.h"
#include "cli/common.h"
#include "cli/pieces.h"
#include "cli/verbs.h"
#include "suivi/mots.h"

namespace cli
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// Everything the verb says, for both forms.
struct Summary {
    QString path;
    domain::Id id;
    const domain::Projet &projet;
    report::Trame trame;
    controle::Readiness readiness;
    std::map<QString, controle::PageState> pages;
    std::vector<suivi::Etape> etapes;
    QDate today;
};

QString stateCode(controle::PageState::Type type)
{
    switch (type) {
    case controle::PageState::Type::Empty:
        return u"vide"_s;
    case controle::PageState::Type::ToReview:
        return u"a-revoir"_s;
    case controle::PageState::Type::Complete:
        return u"complete"_s;
    }
    return {};
}

QString stateText(const controle::PageState &state)
{
    switch (state.type) {
    case controle::PageState::Type::Empty:
        return u"à remplir"_s;
    case controle::PageState::Type::ToReview:
        return base::frenchCount(state.toReview, u"point à voir"_s, u"points à voir"_s);
    case controle::PageState::Type::Complete:
        return u"complète"_s;
    }
    return {};
}

QString porteurName(const domain::Projet &projet)
{
    const domain::Personne *person = domain::porteur(projet);
    return person ? (person->prenom + u' ' + person->nom).trimmed() : QString();
}

Json numberOrNull(const domain::Number &number)
{
    return number ? Json(*number) : Json();
}

Json textOrNull(const QString &text)
{
    return text.isEmpty() ? Json() : Json(utf8(text));
}

Json dateOrNull(const QDate &date)
{
    return textOrNull(date.isValid() ? date.toString(Qt::ISODate) : QString());
}

QString stateCode(suivi::EtatEtape state)
{
    switch (state) {
    case suivi::EtatEtape::AVenir:
        return u"a-venir"_s;
    case suivi::EtatEtape::Prevue:
        return u"prevue"_s;
    case suivi::EtatEtape::EnCours:
        return u"en-cours"_s;
    case suivi::EtatEtape::Faite:
        return u"faite"_s;
    }
    return {};
}

Json toJson(const suivi::Etape &step)
{
    Json delays = Json::array();
    for (const suivi::Terme &delay : step.termes)
        delays.push_back({{"code", utf8(delay.delai->code)},
                          {"date", dateOrNull(delay.date)},
                          {"estimation", delay.estime},
                          {"tenu", delay.tenu},
                          {"suspenduDepuis", dateOrNull(delay.tenu ? QDate() : delay.suspenduDepuis)}});
    return {{"code", utf8(step.officielle->code)},
            {"etat", utf8(stateCode(step.etat))},
            {"prevueLe", dateOrNull(step.prevue.date)},
            {"le", dateOrNull(step.reelle.date)},
            {"delais", std::move(delays)}};
}

Json toJson(const Summary &summary)
{
    const domain::Identite &identite = summary.projet.identite;
    Json json = {{"format", "cpts-info"}, {"version", 1}};
    json["fichier"] = utf8(summary.path);
    json["projet"] = utf8(summary.id.toString());
    json["nom"] = utf8(identite.nom);
    json["phase"] = utf8(choiceOf(identite.phase).code);
    json["trame"] = utf8(identite.trame);
    json["millesime"] = utf8(identite.millesime);
    json["creeLe"] = textOrNull(identite.creeLe.toString(Qt::ISODate));
    json["porteur"] = textOrNull(porteurName(summary.projet));
    json["territoire"] = {{"communes", summary.projet.communes.size()},
                          {"populationDesCommunes", domain::populationDesCommunes(summary.projet)},
                          {"populationRetenue", numberOrNull(domain::populationRetenue(summary.projet))}};
    json["lettre"] = {{"bloquants", summary.readiness.blocking},
                      {"ameliorations", summary.readiness.improvements},
                      {"remplis", summary.readiness.fulfilled},
                      {"pourcentage", summary.readiness.percent}};
    json["pieces"] = piecesToJson(summary.projet);
    json["pages"] = Json::array();
    for (const report::Page &page : summary.trame.pages())
        if (const auto state = summary.pages.find(page.code); state != summary.pages.end())
            json["pages"].push_back({{"code", utf8(page.code)},
                                     {"titre", utf8(page.title)},
                                     {"etat", utf8(stateCode(state->second.type))},
                                     {"aRevoir", state->second.toReview}});
    json["etapes"] = Json::array();
    for (const suivi::Etape &step : summary.etapes)
        json["etapes"].push_back(toJson(step));
    return json;
}

void line(Console &console, const QString &label, const QString &value)
{
    console.out << label.leftJustified(32) << (value.isEmpty() ? u"–"_s : value) << '\n';
}

void writeText(Console &console, const Summary &summary)
{
    const domain::Identite &identite = summary.projet.identite;
    const auto population = domain::populationRetenue(summary.projet);
    line(console, u"Projet"_s, identite.nom);
    line(console, u"Étape en cours"_s, choiceOf(identite.phase).label);
    line(console, u"Trame"_s, summary.trame.title());
    line(console, u"Créé le"_s, base::frenchLongDate(identite.creeLe));
    line(console, u"Porteur"_s, porteurName(summary.projet));
    line(console, u"Territoire"_s,
         base::frenchCount(qint64(summary.projet.communes.size()), u"commune"_s, u"communes"_s));
    line(console, u"Population retenue"_s,
         population ? base::frenchCount(*population, u"habitant"_s, u"habitants"_s) : QString());
    line(console, u"Millésime des communes"_s, identite.millesime);
    for (const suivi::Etape &step : summary.etapes)
        line(console, step.officielle->titre, suivi::etatEnMots(step, summary.today));
    QStringList pieces;
    for (const auto &[id, piece] : domain::inOrder(summary.projet.pieces))
        pieces << piece->nom;
    line(console, u"Pièces jointes"_s, pieces.join(u", "_s));
    console.out << '\n' << summary.readiness.sentence << '\n';
    for (const report::Page &page : summary.trame.pages())
        if (const auto state = summary.pages.find(page.code); state != summary.pages.end())
            line(console, u"  "_s + page.label, stateText(state->second));
}

} // namespace

Exit info(const Arguments &arguments, Console &console)
{
    const QString path = arguments.positionals.front();
    const auto opened = openProject(path, dossier::Dossier::Mode::ReadOnly, console);
    if (!opened)
        return fail(console, opened.error());
    const domain::Projet &projet = opened.value()->projet();
    const auto reference = loadReference();
    if (!reference)
        return fail(console, reference.error());
    const auto trame = loadTrame(projet.identite.trame);
    if (!trame)
        return fail(console, trame.error());
    const QDate today = console.clock.today();
    const auto findings = controle::check(projet, reference.value(), today);
    const Summary summary{path,
                          opened.value()->id(),
                          projet,
                          trame.value(),
                          controle::readiness(findings),
                          controle::pageStates(findings, projet),
                          suivi::demarche(projet, reference.value(), today),
                          today};
    if (arguments.has(u"json"_s))
        writeJson(console, toJson(summary));
    else
        writeText(console, summary);
    return Exit::Well;
}

} // namespace cli
