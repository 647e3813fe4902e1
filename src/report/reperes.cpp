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

// Where the words of a passage come from, written or not.
domain::FieldAddress placeOf(const domain::Projet &projet, const PassageSpec &passage)
{
    const auto fieldOf = [](const Pieces &pieces) {
        for (const Piece &piece : pieces)
            if (!piece.field.isEmpty())
                return piece.field;
        return QString();
    };
    for (const BlockSpec &block : passage.blocks) {
        if (const auto *text = std::get_if<LongTextSpec>(&block))
            return domain::resolve(projet, text->champ).value_or(domain::FieldAddress());
        if (const auto *list = std::get_if<ListSpec>(&block))
            return {tableOf(list->collection), {}, fieldOf(list->pieces)};
        if (const auto *table = std::get_if<CollectionTableSpec>(&block))
            return {
                tableOf(table->collection), {}, table->columns.empty() ? QString() : fieldOf(table->columns[0].pieces)};
        if (const auto *line = std::get_if<LineSpec>(&block))
            for (const Piece &piece : line->pieces)
                if (piece.champ)
                    return domain::resolve(projet, *piece.champ).value_or(domain::FieldAddress());
    }
    return {};
}

// The first fact that answers the point, or the first place where it would be answered.
domain::FieldAddress placeOf(const domain::Projet &projet, const PointSpec &point, const std::vector<Passage> &passages)
{
    for (const Passage &passage : passages)
        if (!passage.field.table.isEmpty())
            return passage.field;
    for (const PassageSpec &spec : point.passages)
        if (const domain::FieldAddress at = placeOf(projet, spec); !at.field.isEmpty())
            return at;
    return {};
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
    for (const PointSpec &point : spec.points) {
        std::vector<Passage> passages = passagesOf(context, point.passages);
        const domain::FieldAddress field = placeOf(projet, point, passages);
        all.points.push_back({point.title, point.source, std::move(passages), field});
    }
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
