// Zoning of the quartiers prioritaires by the ARS: QPV of the territory, and the year of the zoning.
#include "base/text.h"
#include "domain/rank.h"
#include "imports/cell_values.h"
#include "imports/commune_facts.h"
#include "imports/draft.h"
#include "imports/territory.h"

#include <algorithm>
#include <QRegularExpression>

namespace imports
{

using namespace Qt::Literals::StringLiterals;

namespace
{

Profile profileOf()
{
    return {
        u"zonage"_s,
        u"Quartiers prioritaires et leur zonage"_s,
        u"Ajoute les quartiers prioritaires (QPV) des communes du projet avec leur zonage médecins (ZIP ou ZAC), et "
        u"l’année "
        "du zonage."_s,
        u"ARS, arrêté de zonage des médecins généralistes, classeur des quartiers prioritaires (feuille « ZD_QPV »)."_s,
        {{u"insee"_s, u"Code Insee de la commune"_s, u".*insee.*|codgeo|code com.*|depcom"_s, true},
         {u"code"_s, u"Code du quartier"_s, u"code.*(qpv|qp|quartier).*|(qpv|qp|quartier).*code.*"_s, true},
         {u"nom"_s, u"Nom du quartier"_s,
          u"(lib|libelle|nom|intitule).*(qpv|qp|quartier).*|(qpv|quartier).*(lib|libelle|nom).*|qpv|quartier.*"_s,
          true},
         {u"zonage"_s, u"Zonage du quartier"_s, u"(type de )?zonage.*|zone.*"_s, true}}};
}

// A cell may hold the codes of several communes.
QStringList codesOf(const QString &cell)
{
    static const QRegularExpression between(u"[,;/\\n]+"_s);
    QStringList codes;
    for (const QString &part : cell.split(between))
        if (const QString code = readInsee(part); !code.isEmpty())
            codes.push_back(code);
    return codes;
}

domain::Id communeId(const QString &code)
{
    return domain::Id::fromKey(u"commune:"_s + code);
}

bool share(const domain::IdList &a, const domain::IdList &b)
{
    return std::any_of(a.begin(), a.end(),
                       [&b](const domain::Id &id) { return std::find(b.begin(), b.end(), id) != b.end(); });
}

// The QPV of that code, or of that name in one of these communes; a new one when there is none.
domain::Qpv &takeQpv(domain::Projet &projet, const QString &code, const QString &name, const domain::IdList &communes)
{
    for (const auto &[id, record] : projet.qpv) {
        const bool sameCode = !code.isEmpty() && record.code == code;
        const bool sameName = record.code.isEmpty() && base::fold(record.nom) == base::fold(name);
        if (sameCode || (sameName && share(record.communes, communes)))
            return *projet.qpv.find(id);
    }
    const QString rank = domain::rankBetween(Draft::lastRank(projet.qpv), {});
    const QString key = code.isEmpty() ? base::fold(name) + u'/' + communes.front().toString() : code;
    auto &added = projet.qpv.insert(domain::Id::fromKey(u"qpv:"_s + key));
    added.rang = rank;
    return added;
}

void takeRow(ImportJob &job, const domain::IdList &communes)
{
    const QString text = job.rows.text(u"code"_s).simplified();
    const QString official = qpvCode(text);
    const QString name = job.rows.text(u"nom"_s).simplified();
    const QString written = job.rows.text(u"zonage"_s);
    const auto zonage = readZonage(written);
    if (!zonage)
        job.draft.remark(job.rows.line(), u"zonage « %1 » non reconnu ; il est à préciser"_s.arg(written.left(40)));
    if ((official.isEmpty() && name.isEmpty()) || isFormula(name))
        return job.draft.remark(job.rows.line(), u"ni code ni nom de quartier ; ligne laissée de côté"_s);
    domain::Qpv &qpv = takeQpv(job.draft.after, official, name, communes);
    if (qpv.code.isEmpty())
        qpv.code = official;
    if (qpv.nom.isEmpty())
        qpv.nom = name;
    if (zonage)
        qpv.zonage = *zonage;
    for (const domain::Id &commune : communes)
        if (std::find(qpv.communes.begin(), qpv.communes.end(), commune) == qpv.communes.end())
            qpv.communes.push_back(commune);
    std::sort(qpv.communes.begin(), qpv.communes.end());
}

base::Result<void> run(ImportJob &job)
{
    const Territory territory(job.projet, job.reference.communes());
    if (territory.empty())
        return noTerritory();
    const auto year = job.year({job.rows.title(u"zonage"_s), job.rows.table()});
    int rows = 0;
    int read = 0;
    while (job.rows.next()) {
        const QStringList codes = codesOf(job.rows.text(u"insee"_s));
        read += codes.isEmpty() ? 0 : 1;
        domain::IdList communes;
        for (const QString &code : codes)
            if (const QString record = territory.recordOf(code); !record.isEmpty())
                communes.push_back(communeId(record));
        std::sort(communes.begin(), communes.end());
        communes.erase(std::unique(communes.begin(), communes.end()), communes.end());
        if (communes.empty())
            continue;
        ++rows;
        takeRow(job, communes);
        for (const domain::Id &id : communes)
            if (auto *commune = job.draft.after.communes.find(id))
                commune->sansQpv = false;
    }
    if (read == 0)
        return nothingFound(job, u"aucun code Insee n’y a été reconnu"_s);
    for (const auto &[id, commune] : domain::Records<domain::Commune>(job.draft.after.communes))
        if (year && commune.zonage != domain::Zonage::NonRenseigne && !commune.zonageAnnee)
            job.draft.after.communes.find(id)->zonageAnnee = year;
    job.draft.summary(rows == 0 ? u"Aucun quartier prioritaire dans les communes du projet, d’après ce fichier"_s
                                : u"%1 dans les communes du projet"_s.arg(
                                      base::frenchCount(rows, u"quartier prioritaire"_s, u"quartiers prioritaires"_s)));
    return {};
}

} // namespace

Runner zonageRunner()
{
    Layout layout;
    layout.titlesKnown = 4;
    layout.preferred = u"qpv"_s;
    layout.rows = 100'000;
    return {profileOf(), layout, run};
}

} // namespace imports
