#include "report/usages.h"

#include "base/text.h"
#include "report/trame_blocks.h"
#include "report/trame_data.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace report
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// A fact of the project, not of one record: "commune.nom", "rubrique.texte" of the key "gouvernance".
struct Fact {
    QString table;
    QString key;
    QString field;

    friend bool operator<(const Fact &a, const Fact &b)
    {
        return std::tie(a.table, a.key, a.field) < std::tie(b.table, b.key, b.field);
    }
};

// What a computed text is made from.
Fact sourceOf(Computed computed)
{
    switch (computed) {
    case Computed::Population:
    case Computed::PopulationOrigin:
    case Computed::Taille:
        return {u"population"_s, {}, u"valeur"_s};
    case Computed::Particularites:
        return {u"commune"_s, {}, u"zonage"_s};
    case Computed::Participants:
        return {u"reunion"_s, {}, u"presents"_s};
    case Computed::NumeroFiche:
    case Computed::MissionSocle:
        return {u"fiche"_s, {}, u"mission"_s};
    case Computed::ActionAbandonnee:
        return {u"fiche"_s, {}, u"avancement"_s};
    case Computed::JoursEtape:
        return {u"etapeAction"_s, {}, u"debut"_s};
    case Computed::None:
        break;
    }
    return {};
}

// The facts that the blocks of a document print.
class Reader
{
public:
    void read(const std::vector<BlockSpec> &blocks, const QString &table)
    {
        for (const BlockSpec &block : blocks)
            std::visit([&](const auto &content) { read(content, table); }, block);
    }
    [[nodiscard]] const std::set<Fact> &facts() const { return m_facts; }

private:
    void read(const PageBreakSpec &, const QString &) {}
    void read(const ValuesSpec &, const QString &) {} // the values of the charts, which are read where they are
    void read(const WordsSpec &, const QString &) {}
    void read(const HeadingSpec &block, const QString &table) { readPieces(block.pieces, table); }
    void read(const LineSpec &block, const QString &table) { readPieces(block.pieces, table); }
    void read(const ListSpec &block, const QString &) { readPieces(block.pieces, tableOf(block.collection)); }
    void read(const LongTextSpec &block, const QString &)
    {
        add(block.champ);
        if (block.otherwise)
            add(*block.otherwise);
    }
    void read(const ChartsSpec &block, const QString &)
    {
        switch (block.of) {
        case ChartsSpec::Of::Indicateurs:
            return add(Fact{u"indicateur"_s, {}, u"territoire"_s});
        case ChartsSpec::Of::Ages:
            return add(Fact{u"tranche"_s, {}, u"ensemble"_s});
        case ChartsSpec::Of::Calendrier:
            return add(Fact{u"fiche"_s, {}, u"debut"_s});
        case ChartsSpec::Of::Carte:
            return add(Fact{u"commune"_s, {}, u"nom"_s});
        }
    }
    void read(const CollectionTableSpec &block, const QString &)
    {
        for (const ColumnSpec &column : block.columns)
            readPieces(column.pieces, tableOf(block.collection));
    }
    void read(const FixedTableSpec &block, const QString &)
    {
        for (const ColumnSpec &column : block.columns)
            readPieces(column.pieces, block.table);
    }
    void read(const KeyValueSpec &block, const QString &table)
    {
        for (const KeyValueRow &row : block.rows)
            readPieces(row.pieces, table);
    }

    void readPieces(const Pieces &pieces, const QString &table)
    {
        for (const Piece &piece : pieces) {
            if (piece.champ)
                add(*piece.champ);
            if (!piece.field.isEmpty())
                addField(table, {}, piece.field, piece.referred);
            if (piece.computed != Computed::None)
                add(sourceOf(piece.computed));
            readPieces(piece.children, piece.table.isEmpty() ? table : piece.table);
        }
    }
    void add(const domain::Champ &champ) { addField(champ.table, champ.key, champ.field, champ.referred); }
    void add(const Fact &fact) { m_facts.insert(fact); }
    // A record that the field names is printed by a field of its own, or by its name.
    void addField(const QString &table, const QString &key, const QString &field, const QString &referred)
    {
        add(Fact{table, key, field});
        const domain::TableDescription *described = domain::table(table);
        const domain::FieldDescription *name = described ? described->field(field) : nullptr;
        if (name && !name->target.isEmpty() && !name->owner)
            add(Fact{name->target, {}, referred});
    }

    std::set<Fact> m_facts;
};

std::set<Fact> factsOf(const DocumentSpec &document)
{
    Reader reader;
    reader.read(document.blocks, {});
    if (document.repeats)
        reader.read(document.repeated, tableOf(*document.repeats));
    return reader.facts();
}

QStringList namesOf(const std::vector<DocumentInfo> &documents)
{
    QStringList names;
    for (const DocumentInfo &each : documents)
        names << nomEnMots(each);
    return names;
}

void addOnce(std::vector<DocumentInfo> &documents, const DocumentInfo &document)
{
    const bool there = std::any_of(documents.begin(), documents.end(),
                                   [&document](const DocumentInfo &each) { return each.code == document.code; });
    if (!there)
        documents.push_back(document);
}

} // namespace

PageUsages usagesOf(const Trame &trame, const QString &page)
{
    PageUsages usages;
    const Trame::Data &data = trame.data();
    for (size_t at = 0; at < data.documents.size(); ++at)
        for (const Fact &fact : factsOf(data.documents[at])) {
            const base::Id id = fact.key.isEmpty() ? base::Id() : base::Id::fromKey(fact.table + u':' + fact.key);
            const domain::TableDescription *table = domain::table(fact.table);
            if (!table || trame.pageOf({fact.table, id, fact.field}) != page)
                continue;
            addOnce(usages.documents, data.infos[at]);
            auto known = std::find_if(usages.facts.begin(), usages.facts.end(),
                                      [table](const Usage &each) { return each.fact == table->label; });
            if (known == usages.facts.end())
                known = usages.facts.insert(usages.facts.end(), {table->label, {}});
            addOnce(known->documents, data.infos[at]);
        }
    return usages;
}

QString usagesEnMots(const PageUsages &usages)
{
    if (usages.documents.size() < 2)
        return {};
    return u"%1 : %2."_s.arg(usagesEnNombre(usages), nomsDesUsages(usages));
}

QString usagesEnNombre(const PageUsages &usages)
{
    return u"Repris dans "_s + base::frenchCount(qint64(usages.documents.size()), u"document"_s, u"documents"_s);
}

QString nomsDesUsages(const PageUsages &usages)
{
    return base::frenchList(namesOf(usages.documents));
}

QString nomEnMots(const DocumentInfo &document)
{
    const QString name = document.title.left(1).toLower() + document.title.mid(1);
    return document.precision.isEmpty() ? name : u"%1 (%2)"_s.arg(name, document.precision);
}

QString detailDesUsages(const PageUsages &usages)
{
    QStringList lines;
    for (const Usage &each : usages.facts)
        lines << u"%1 : %2"_s.arg(each.fact, namesOf(each.documents).join(u", "_s));
    return lines.join(u'\n');
}

} // namespace report
