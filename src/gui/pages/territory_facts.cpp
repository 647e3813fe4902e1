#include "gui/pages/territory_facts.h"

#include "base/text.h"
#include "imports/communes.h"

#include <map>
#include <set>

namespace gui
{

using namespace Qt::Literals::StringLiterals;
using domain::Projet;
using reference::Communes;
using reference::Hit;

namespace
{

bool holds(const Projet &projet, const QString &code)
{
    return domain::findKey(projet.communes, u"commune"_s, code) != nullptr;
}

// Codes as an EPCI counts them: an arrondissement stands for its city.
std::set<QString> wholeCommunes(const Projet &projet, const Communes &communes)
{
    std::set<QString> codes;
    for (const auto &[id, commune] : projet.communes) {
        const auto known = communes.find(commune.code);
        codes.insert(known && known->estArrondissement() ? known->communeMere : commune.code);
    }
    return codes;
}

std::map<QString, int> byDepartement(const Projet &projet, const Communes &communes)
{
    std::map<QString, int> counts;
    for (const auto &[id, commune] : projet.communes)
        if (const auto known = communes.find(commune.code))
            ++counts[known->departement];
    return counts;
}

QString zonageFact(const Projet &projet)
{
    int zip = 0, zac = 0, unknown = 0;
    for (const auto &[id, commune] : projet.communes) {
        zip += commune.zonage == domain::Zonage::Zip;
        zac += commune.zonage == domain::Zonage::Zac;
        unknown += commune.zonage == domain::Zonage::NonRenseigne;
    }
    QStringList parts;
    if (zip > 0)
        parts += u"%1 en ZIP"_s.arg(zip);
    if (zac > 0)
        parts += u"%1 en ZAC"_s.arg(zac);
    if (unknown > 0)
        parts += u"%1 à préciser"_s.arg(unknown);
    return parts.isEmpty() ? u"Zonage : toutes hors zonage"_s : u"Zonage : "_s + parts.join(u", "_s);
}

QString extremesFact(const Projet &projet)
{
    const domain::Commune *least = nullptr;
    const domain::Commune *most = nullptr;
    for (const auto &[id, commune] : projet.communes) {
        if (!commune.population)
            continue;
        if (!least || *commune.population < *least->population)
            least = &commune;
        if (!most || *commune.population > *most->population)
            most = &commune;
    }
    if (!least || least == most)
        return {};
    return u"La plus petite : %1 (%2 habitants) ; la plus peuplée : %3 (%4)"_s.arg(
        least->nom, base::frenchNumber(*least->population), most->nom, base::frenchNumber(*most->population));
}

} // namespace

std::vector<EpciCover> epciCovers(const Projet &projet, const Communes &communes)
{
    std::map<QString, EpciCover> bySiren;
    for (const QString &code : wholeCommunes(projet, communes)) {
        const auto known = communes.find(code);
        if (!known)
            continue;
        const auto [at, first] = bySiren.try_emplace(known->epci);
        ++at->second.inside;
        if (!first)
            continue;
        // Once for all its communes: its members are looked for among those of France.
        if (const auto epci = communes.epci(known->epci)) {
            at->second.nom = shownName(epci->nom);
            at->second.all = int(epci->membres.size());
        }
    }
    std::vector<EpciCover> covers;
    for (const auto &[siren, cover] : bySiren)
        if (cover.all > 0) // some islands belong to none
            covers.push_back(cover);
    std::stable_sort(covers.begin(), covers.end(),
                     [](const EpciCover &a, const EpciCover &b) { return a.inside > b.inside; });
    return covers;
}

QStringList territoryFacts(const Projet &projet, const Communes &communes)
{
    if (projet.communes.empty())
        return {};
    QStringList facts;
    for (const EpciCover &cover : epciCovers(projet, communes))
        facts +=
            cover.entire()
                ? u"%1 : en entier (%2)"_s.arg(cover.nom, base::frenchCount(cover.all, u"commune"_s, u"communes"_s))
                : u"%1 : %2 sur %3"_s.arg(cover.nom, base::frenchCount(cover.inside, u"commune"_s, u"communes"_s))
                      .arg(cover.all);
    facts += zonageFact(projet);
    if (!projet.qpv.empty())
        facts += base::frenchCount(qint64(projet.qpv.size()), u"quartier prioritaire"_s, u"quartiers prioritaires"_s);
    facts += extremesFact(projet);
    facts += u"Département : "_s + departementNames(projet, communes);
    facts.removeAll(QString());
    return facts;
}

QString mainDepartement(const Projet &projet, const Communes &communes)
{
    QString main;
    int most = 0;
    for (const auto &[code, count] : byDepartement(projet, communes))
        if (count > most) {
            most = count;
            main = code;
        }
    return main;
}

QString departementsFirst(const Projet &projet, const QString &region, const Communes &communes)
{
    const QString main = mainDepartement(projet, communes);
    const auto own = communes.departement(main);
    QStringList others;
    for (const reference::Departement &each : communes.departements()) {
        const auto known = communes.region(each.region);
        const bool near = own ? each.region == own->region : known && base::fold(known->nom) == base::fold(region);
        if (near && each.code != main)
            others << each.code;
    }
    return main + u',' + others.join(u' ');
}

QString shownName(const QString &official)
{
    QString shown = official;
    for (bool opens = true; shown.contains(u'"'); opens = !opens)
        shown.replace(shown.indexOf(u'"'), 1, opens ? u"“"_s : u"”"_s);
    return shown;
}

QString departementNames(const Projet &projet, const Communes &communes)
{
    QStringList names;
    for (const auto &[code, count] : byDepartement(projet, communes))
        if (const auto departement = communes.departement(code))
            names += departement->nom;
    return base::frenchList(names);
}

QString obstacleTo(const Hit &hit, const Projet &projet, const Communes &communes)
{
    if (hit.kind == Hit::Kind::Epci)
        return addingHit(hit, projet, communes).empty() ? u"déjà dans le territoire"_s : QString();
    if (holds(projet, hit.code))
        return u"déjà dans le territoire"_s;
    const auto commune = communes.find(hit.code);
    if (commune && commune->estArrondissement() && holds(projet, commune->communeMere))
        return u"la ville entière est déjà dans le territoire"_s;
    for (const QString &part : communes.arrondissements(hit.code))
        if (holds(projet, part))
            return u"des arrondissements y sont déjà : retirez-les d’abord"_s;
    return {};
}

domain::ChangeList addingHit(const Hit &hit, const Projet &projet, const Communes &communes)
{
    imports::CommuneProposal proposal;
    imports::CommuneLine line;
    line.outcome = imports::CommuneLine::Outcome::Matched;
    const auto epci = hit.kind == Hit::Kind::Epci ? communes.epci(hit.code) : std::nullopt;
    for (const QString &code : epci ? epci->membres : QStringList{hit.code}) {
        // A city already there by its arrondissements would count its people twice.
        const QStringList parts = communes.arrondissements(code);
        if (std::none_of(parts.begin(), parts.end(), [&](const QString &part) { return holds(projet, part); }))
            line.codes += code;
    }
    proposal.lines.push_back(line);
    return imports::communeChanges(proposal, communes, projet);
}

} // namespace gui
