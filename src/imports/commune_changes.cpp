// The accepted lines of a list of communes, as changes of a project and as a report.
#include "base/text.h"
#include "domain/rank.h"
#include "imports/commune_facts.h"
#include "imports/communes.h"
#include "imports/describe.h"

#include <algorithm>
#include <QSet>

namespace imports
{

using namespace Qt::Literals::StringLiterals;
using Outcome = CommuneLine::Outcome;

namespace
{

domain::Id communeId(const QString &code)
{
    return domain::Id::fromKey(u"commune:"_s + code);
}

QString postalCode(const reference::Commune &commune, const QString &wanted)
{
    return commune.codesPostaux.contains(wanted) ? wanted : commune.codesPostaux.value(0);
}

// The record of the project, made from the reference when it is new, completed where it lacks a fact.
domain::Commune &takeCommune(domain::Projet &projet, const reference::Commune &from, const QString &wantedPostal)
{
    const domain::Id id = communeId(from.code);
    domain::Commune *known = projet.communes.find(id);
    domain::Commune &commune = known ? *known : projet.communes.insert(id);
    commune.code = from.code;
    if (commune.nom.isEmpty())
        commune.nom = from.nom;
    if (commune.codePostal.isEmpty())
        commune.codePostal = postalCode(from, wantedPostal);
    if (!commune.population && from.population)
        commune.population = *from.population;
    if (commune.epci.isEmpty())
        commune.epci = from.epci;
    return commune;
}

// The QPV of that code, or of that name in that commune; a new one last in order when there is none.
void takeQpv(domain::Projet &projet, const QString &text, const QString &communeCode)
{
    const QString code = qpvCode(text);
    const QString name = qpvName(text);
    const domain::Id commune = communeId(communeCode);
    QString lastRank;
    for (auto &[id, record] : domain::Records<domain::Qpv>(projet.qpv)) {
        lastRank = std::max(lastRank, record.rang);
        const bool sameCode = !code.isEmpty() && record.code == code;
        const bool here = std::find(record.communes.begin(), record.communes.end(), commune) != record.communes.end();
        const bool sameName = here && !name.isEmpty() && base::fold(record.nom) == base::fold(name);
        if (!sameCode && !sameName)
            continue;
        domain::Qpv *known = projet.qpv.find(id);
        if (known->nom.isEmpty())
            known->nom = name;
        if (known->code.isEmpty())
            known->code = code;
        if (!here)
            known->communes.push_back(commune);
        return;
    }
    const QString key = code.isEmpty() ? base::fold(name) + u'/' + communeCode : code;
    domain::Qpv &added = projet.qpv.insert(domain::Id::fromKey(u"qpv:"_s + key));
    added.rang = domain::rankBetween(lastRank, {});
    added.code = code;
    added.nom = name;
    added.communes = {commune};
}

void takeLine(domain::Projet &projet, const CommuneLine &line, const reference::Communes &communes,
              QSet<QString> &zoned)
{
    for (const QString &code : line.codes) {
        const auto from = communes.find(code);
        if (!from)
            continue;
        domain::Commune &commune = takeCommune(projet, *from, line.codePostal);
        if (line.zonage && !zoned.contains(code)) {
            commune.zonage = *line.zonage;
            if (line.zonageAnnee)
                commune.zonageAnnee = line.zonageAnnee;
            zoned.insert(code);
        }
        if (line.sansQpv)
            commune.sansQpv = line.sansQpv;
        if (line.codes.size() == 1)
            for (const QString &qpv : line.qpv)
                takeQpv(projet, qpv, code);
    }
}

QString lineStart(const CommuneLine &line)
{
    return u"  ligne %1, « %2 »"_s.arg(line.line).arg(line.text);
}

void reportMatched(QStringList &out, const CommuneProposal &proposal, const reference::Communes &communes)
{
    for (const CommuneLine &line : proposal.lines) {
        if (line.outcome != Outcome::Matched)
            continue;
        const auto commune = communes.find(line.codes.value(0));
        const QString meaning = line.codes.size() == 1 && commune
                                    ? u"%1 (%2)"_s.arg(commune->nom, commune->code)
                                    : base::frenchCount(line.codes.size(), u"commune"_s, u"communes"_s);
        out.push_back(lineStart(line) + u" : "_s + meaning +
                      (line.reason.isEmpty() ? QString() : u", "_s + line.reason));
    }
}

void reportOthers(QStringList &out, const CommuneProposal &proposal, Outcome outcome, const QString &title)
{
    if (proposal.count(outcome) == 0)
        return;
    out.push_back(title);
    for (const CommuneLine &line : proposal.lines) {
        if (line.outcome != outcome)
            continue;
        out.push_back(lineStart(line) + u" : "_s + line.reason);
        for (const CommuneCandidate &each : line.candidates)
            out.push_back(u"    – "_s + each.text);
    }
}

} // namespace

domain::ChangeList communeChanges(const CommuneProposal &proposal, const reference::Communes &communes,
                                  const domain::Projet &projet)
{
    domain::Projet after = projet;
    QSet<QString> zoned;
    for (const CommuneLine &line : proposal.lines)
        if (line.outcome == Outcome::Matched)
            takeLine(after, line, communes, zoned);
    if (after.identite.millesime.isEmpty() && !after.communes.empty())
        after.identite.millesime = communes.vintage();
    return domain::diff(projet, after);
}

QString communeReport(const CommuneProposal &proposal, const reference::Communes &communes,
                      const domain::Projet &projet)
{
    QStringList out;
    const int matched = proposal.count(Outcome::Matched);
    out.push_back(u"%1 sur %2"_s.arg(base::frenchCount(matched, u"ligne reconnue"_s, u"lignes reconnues"_s))
                      .arg(proposal.lines.size()));
    reportMatched(out, proposal, communes);
    reportOthers(out, proposal, Outcome::ToChoose, u"À préciser (laissées de côté)"_s);
    reportOthers(out, proposal, Outcome::Unmatched, u"Non reconnues (laissées de côté)"_s);
    if (!proposal.remarks.empty())
        out.push_back(u"Remarques"_s);
    for (const Remark &remark : proposal.remarks)
        out.push_back(remark.line > 0 ? u"  ligne %1 : %2"_s.arg(remark.line).arg(remark.sentence)
                                      : u"  "_s + remark.sentence);
    const QStringList changes = describeChanges(communeChanges(proposal, communes, projet));
    out.push_back(changes.isEmpty() ? u"Le projet dit déjà tout cela"_s : u"Dans le projet"_s);
    for (const QString &change : changes)
        out.push_back(u"  "_s + change);
    return out.join(u'\n') + u'\n';
}

} // namespace imports
