#include "report/reperes.h"

#include "base/text.h"
#include "report/build_passages.h"
#include "report/reperes_reader.h"
#include "report/trame_blocks.h"

namespace report
{

using namespace Qt::Literals::StringLiterals;

namespace
{

Repere structureAppui(const reference::StructureAppui &one, const reference::StructuresAppui &all, const QDate &today)
{
    QStringList lines{one.adresse, (one.codePostal + u' ' + one.ville).trimmed(), one.telephones.join(u", "_s),
                      one.courriel};
    lines << u"Label de %1, pour %2 ans%3"_s.arg(QString::number(all.labelAnnee), QString::number(all.labelDureeAns),
                                                 all.labelCourt(today) ? QString()
                                                                       : u" : à vérifier auprès de l’ARS"_s);
    lines.removeAll(QString());
    return {one.nom, lines.join(u'\n'), all.provenance.source};
}

Repere etape(const reference::Etape &one, const reference::Etapes &all)
{
    QStringList lines{one.resume};
    for (const reference::Delai &delai : one.delais)
        lines << u"%1 : %2 mois%3"_s.arg(delai.libelle, QString::number(delai.mois),
                                         delai.nature == reference::Delai::Nature::Conseil ? u" (conseillé)"_s
                                                                                           : QString());
    return {u"%1. %2"_s.arg(one.numero).arg(one.titre), lines.join(u'\n'),
            all.provenance.source + u", p. %1"_s.arg(one.page)};
}

} // namespace

ReperesSpec readReperes(const Node &node)
{
    static const QStringList asked{u"annexe-1"_s, u"annexe-2"_s, u"annexe-6"_s, u"points"_s, u"etapes"_s, u"sigles"_s};
    node.only({u"mots"_s, u"articulation"_s, u"points"_s});
    ReperesSpec spec;
    spec.words = node.words("mots", asked);
    for (const Node &each : node.list("articulation")) {
        each.only({u"titre"_s, u"texte"_s, u"source"_s});
        spec.articulation.push_back({each.text("titre"), each.text("texte"), each.text("source")});
    }
    for (const Node &each : node.list("points")) {
        each.only({u"titre"_s, u"source"_s, u"passages"_s});
        spec.points.push_back({each.text("titre"), each.text("source"), readPassages(each)});
    }
    return spec;
}

Reperes reperes(const Trame &trame, const domain::Projet &projet, const reference::Reference &reference,
                const QDate &today)
{
    if (!trame.data().reperes)
        return {};
    const ReperesSpec &spec = *trame.data().reperes;
    const BuildContext context{projet, reference};
    Reperes all;
    all.titrePoints = spec.words.at(u"points"_s);
    for (const PointSpec &point : spec.points)
        all.points.push_back({point.title, point.source, passagesOf(context, point.passages)});
    const auto section = [&](const QString &word) -> std::vector<Repere> & {
        return all.sections.emplace_back(Reperes::Section{spec.words.at(word), {}}).reperes;
    };
    std::vector<Repere> &steps = section(u"etapes"_s);
    for (const reference::Etape &one : reference.etapes().etapes)
        steps.push_back(etape(one, reference.etapes()));
    std::vector<Repere> &contacts = section(u"annexe-1"_s);
    const reference::Referents &referents = reference.referents();
    for (const reference::Referent &one : referents.tous)
        contacts.push_back({one.departement + u" – "_s + one.organisme, one.courriel, referents.provenance.source});
    std::vector<Repere> &supports = section(u"annexe-2"_s);
    for (const reference::StructureAppui &one : reference.structuresAppui().toutes)
        supports.push_back(structureAppui(one, reference.structuresAppui(), today));
    section(u"annexe-6"_s) = spec.articulation;
    std::vector<Repere> &sigles = section(u"sigles"_s);
    for (const auto &[sigle, meanings] : reference.sigles().sens)
        sigles.push_back({sigle, meanings.join(u" ; ou "_s), {}});
    return all;
}

} // namespace report
