#include "imports/partners.h"

#include "base/text.h"
#include "imports/cell_values.h"
#include "imports/profiles.h"

#include <algorithm>
#include <map>
#include <QRegularExpression>

namespace imports
{

using namespace Qt::Literals::StringLiterals;
using domain::Partenaire;

namespace
{

// A date somewhere in a text: "signée le 12/03/2025".
QDate dateInside(const QString &text)
{
    static const QRegularExpression form(u"\\d{1,2}[/.-]\\d{1,2}[/.-](\\d{4}|\\d{2})|\\d{4}-\\d{2}-\\d{2}"_s);
    return readDate(form.match(text).captured());
}

// Not signed, and something to say of it.
bool isPending(const QString &said)
{
    const QString folded = base::fold(said);
    const QStringList starts{u"en cours"_s,       u"prevu"_s,         u"a venir"_s,    u"a signer"_s,
                             u"en preparation"_s, u"en discussion"_s, u"en attente"_s, u"en projet"_s};
    return std::any_of(starts.begin(), starts.end(),
                       [&folded](const QString &start) { return folded.startsWith(start); });
}

std::optional<domain::Id> knownPartner(const domain::Projet &projet, const BlockList::Fields &fields)
{
    Partenaire wanted;
    for (const auto &[name, value] : fields) {
        const auto *text = std::get_if<QString>(&value);
        if (text && name == "service"_L1)
            wanted.service = *text;
        else if (text && name == "localisation"_L1)
            wanted.localisation = *text;
    }
    if (wanted.service.isEmpty())
        return std::nullopt;
    for (const auto &[id, partner] : projet.partenaires)
        if (isSamePartner(partner, wanted))
            return id;
    return std::nullopt;
}

// The block of partners with the cells that the import reads.
class PartnersBlock
{
public:
    explicit PartnersBlock(DelimitedTable &block) : m_block(block) {}

    void read();

private:
    void readConventionOf(DelimitedRow &row);
    void joinRepresentatives();
    void set(DelimitedRow &row, const QString &field, const QString &value);
    [[nodiscard]] QString text(const DelimitedRow &row, const QString &field) const;

    DelimitedTable &m_block;
    std::map<QString, int> m_columns; // of the fields of the profile
};

QString PartnersBlock::text(const DelimitedRow &row, const QString &field) const
{
    const auto column = m_columns.find(field);
    return column == m_columns.end() ? QString() : row.cells.value(column->second).simplified();
}

// In its column, which is made when the block has none.
void PartnersBlock::set(DelimitedRow &row, const QString &field, const QString &value)
{
    auto column = m_columns.find(field);
    if (column == m_columns.end()) {
        column = m_columns.emplace(field, int(m_block.header.size())).first;
        m_block.header << domain::table(u"partenaire"_s)->field(field)->label;
        for (DelimitedRow &each : m_block.rows)
            each.cells.resize(m_block.header.size());
    }
    row.cells[column->second] = value;
}

// What is not understood is left as it is written, to be told.
void PartnersBlock::readConventionOf(DelimitedRow &row)
{
    const Convention read = readConvention(text(row, u"convention"_s), text(row, u"conventionLe"_s));
    if (read.signee)
        set(row, u"convention"_s, *read.signee ? u"oui"_s : u"non"_s);
    if (read.le.isValid())
        set(row, u"conventionLe"_s, base::frenchShortDate(read.le));
    if (read.pending.isEmpty())
        return;
    set(row, u"avancement"_s, withPending(text(row, u"avancement"_s), read.pending));
    if (m_columns.contains(u"conventionLe"_s))
        set(row, u"conventionLe"_s, {});
    m_block.remarks.push_back(
        {row.line, u"convention « %1 » : notée « Non », et « %1 » ajouté à l’avancement"_s.arg(read.pending.left(40))});
}

// A row right under a partner, without a name: somebody else of the same place.
void PartnersBlock::joinRepresentatives()
{
    std::vector<DelimitedRow> rows;
    int last = 0; // line of the row above
    for (DelimitedRow &row : m_block.rows) {
        const QString somebody = text(row, u"representant"_s);
        const bool under = !rows.empty() && last + 1 == row.line;
        last = row.line;
        if (!under || somebody.isEmpty() || !text(row, u"service"_s).isEmpty()) {
            rows.push_back(row);
            continue;
        }
        DelimitedRow &above = rows.back();
        set(above, u"representant"_s, withRepresentative(text(above, u"representant"_s), somebody));
        m_block.remarks.push_back(
            {row.line, u"pas de nom de service : « %1 » est noté représentant de « %2 » ; à vérifier"_s.arg(
                           somebody.left(60), text(above, u"service"_s).left(60))});
    }
    m_block.rows = std::move(rows);
}

void PartnersBlock::read()
{
    if (m_block.header.isEmpty())
        return;
    for (const auto &[column, field] : guessMapping(m_block.header, *profile(u"partenaires"_s))) {
        m_columns.emplace(field, column);
        m_block.header[column] = domain::table(u"partenaire"_s)->field(field)->label;
    }
    if (!m_columns.contains(u"service"_s))
        return;
    joinRepresentatives();
    for (DelimitedRow &row : m_block.rows)
        readConventionOf(row);
}

} // namespace

Convention readConvention(const QString &said, const QString &dated)
{
    if (isPending(said)) {
        const QString how = said.left(1).toLower() + said.mid(1);
        return {false, {}, dated.isEmpty() ? how : how + u" ("_s + dated + u')'};
    }
    Convention read{readAnswer(said), dated.isEmpty() ? dateInside(said) : readDate(dated), {}};
    const QString folded = base::fold(said);
    const bool signs = folded.startsWith("signe"_L1) || folded.startsWith("formalise"_L1);
    if (!read.signee && (read.le.isValid() || signs))
        read.signee = true;
    return read;
}

QString withPending(const QString &avancement, const QString &pending)
{
    return avancement.isEmpty() ? u"Convention : "_s + pending : avancement + u" ; convention : "_s + pending;
}

bool isSamePartner(const Partenaire &one, const Partenaire &other)
{
    const QString here = base::fold(one.localisation), there = base::fold(other.localisation);
    return base::fold(one.service) == base::fold(other.service) && (here.isEmpty() || there.isEmpty() || here == there);
}

QString withRepresentative(const QString &representants, const QString &another)
{
    if (base::fold(representants).contains(base::fold(another)))
        return representants;
    return representants.isEmpty() ? another : representants + u" ; "_s + another;
}

void readPartners(BlockList &list)
{
    for (const ImportField &known : profile(u"partenaires"_s)->fields) {
        const bool given = std::any_of(list.initial.begin(), list.initial.end(),
                                       [&known](const auto &field) { return field.first == known.code; });
        if (given)
            continue;
        auto field = std::find_if(list.fields.begin(), list.fields.end(),
                                  [&known](const BlockField &each) { return each.name == known.code; });
        if (field == list.fields.end()) {
            BlockField more{known.code};
            more.titledOnly = true; // not in the form: only what says what it is
            field = list.fields.insert(field, more);
        }
        field->pattern = known.pattern;
    }
    list.already = knownPartner;
    list.prepare = [](DelimitedTable &block, const domain::Projet &) { PartnersBlock(block).read(); };
}

} // namespace imports
