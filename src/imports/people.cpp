#include "imports/people.h"

#include "base/text.h"
#include "domain/effectifs.h"
#include "imports/block_cells.h"
#include "imports/block_values.h"
#include "imports/cell_values.h"
#include "imports/person_cells.h"
#include "imports/person_names.h"
#include "imports/profiles.h"

#include <algorithm>
#include <map>

namespace imports
{

using namespace Qt::Literals::StringLiterals;
using domain::Personne;

namespace
{

// The field of a person that a field of the profile fills.
QString personField(const QString &ofProfile)
{
    if (ofProfile == "lieu"_L1 || ofProfile == "adresse"_L1)
        return u"lieuExercice"_s;
    if (ofProfile == "codePostal"_L1)
        return {};
    return ofProfile == "nomComplet"_L1 ? u"nom"_s : ofProfile;
}

Personne personOf(const BlockList::Fields &fields)
{
    Personne personne;
    for (const auto &[name, value] : fields)
        if (const auto *text = std::get_if<QString>(&value)) {
            if (name == "nom"_L1)
                personne.nom = *text;
            else if (name == "prenom"_L1)
                personne.prenom = *text;
            else if (name == "structure"_L1)
                personne.structure = *text;
            else if (name == "profession"_L1)
                personne.profession = *text;
            else if (name == "email"_L1)
                personne.email = *text;
            else if (name == "lieuExercice"_L1)
                personne.lieuExercice = *text;
        }
    return personne;
}

std::optional<domain::Id> knownPerson(const domain::Projet &projet, const BlockList::Fields &fields)
{
    const Personne wanted = personOf(fields);
    if (domain::nomDe(wanted).isEmpty())
        return std::nullopt;
    QList<domain::Id> namesakes;
    for (const auto &[id, personne] : projet.personnes)
        if (personKey(personne) == personKey(wanted))
            namesakes << id;
    return personAmong(namesakes, projet, wanted);
}

// One says nothing that the other doesn’t: « Castellane » and « 2 rue des Essais, 04120 Castellane ».
bool isWithin(const QString &one, const QString &other)
{
    const QStringList words = base::fold(other).split(u' ', Qt::SkipEmptyParts);
    const QStringList sought = base::fold(one).split(u' ', Qt::SkipEmptyParts);
    return std::all_of(sought.begin(), sought.end(), [&words](const QString &word) { return words.contains(word); });
}

bool mayAgree(const QString &one, const QString &other)
{
    return isWithin(one, other) || isWithin(other, one);
}

bool haveTwoMails(const Personne &one, const Personne &other)
{
    return !one.email.isEmpty() && !other.email.isEmpty() && one.email.toLower() != other.email.toLower();
}

void readNames(BlockField &field)
{
    field.known = [](const QString &cell) { return isFormula(cell) ? QString() : withCapitals(withoutCivility(cell)); };
    field.refusal = [](const QString &cell) {
        return namesSeveral(cell) && !isFormula(cell) ? u"deux personnes dans une cellule ? à séparer"_s : QString();
    };
}

// On the list of members, who is not said to be one is not added.
void judgeMembers(BlockField &field)
{
    field.onlyJudged = true;
    field.refusal = [](const QString &cell) {
        return readMembership(cell) == true ? QString()
                                            : u"« %1 » ne dit pas « membre »"_s.arg(cell.simplified().left(40));
    };
}

template <class E>
QString labelOf(E value)
{
    for (const auto &[each, choice] : domain::Choices<E>::all())
        if (each == value)
            return choice.label;
    return {};
}

// Whether the form asks for the name before the first name.
bool asksNameFirst(const BlockList &list)
{
    for (const BlockField &field : list.fields)
        if (field.name == "nom"_L1 || field.name == "prenom"_L1)
            return field.name == "nom"_L1;
    return true;
}

// The block of people with the cells that the import reads: a name in two columns, one address, answers.
class PeopleBlock
{
public:
    PeopleBlock(DelimitedTable &block, const ProfessionWords &words, bool nameFirst, const domain::Projet &projet)
        : m_block(block), m_words(words), m_projet(projet), m_nameFirst(nameFirst)
    {
    }

    void read();

private:
    void cutNames();
    void takeOrder(PersonName &name) const;
    void leaveTitles();
    void readRow(DelimitedRow &row);
    void set(DelimitedRow &row, const QString &field, const QString &value);
    [[nodiscard]] QString text(const DelimitedRow &row, const QString &field) const;
    void tell(const DelimitedRow &row, const QString &remark)
    {
        if (!remark.isEmpty())
            m_block.remarks.push_back({row.line, remark});
    }

    DelimitedTable &m_block;
    const ProfessionWords &m_words;
    const domain::Projet &m_projet;
    bool m_nameFirst;
    bool m_firstNameFirst = false;
    bool m_firstNames = false;
    std::map<QString, int> m_columns; // of the fields of the profile
};

QString PeopleBlock::text(const DelimitedRow &row, const QString &field) const
{
    const auto column = m_columns.find(field);
    return column == m_columns.end() ? QString() : row.cells.value(column->second);
}

// In its column, which is made when the block has none.
void PeopleBlock::set(DelimitedRow &row, const QString &field, const QString &value)
{
    auto column = m_columns.find(field);
    if (column == m_columns.end()) {
        if (value.isEmpty())
            return;
        column = m_columns.emplace(field, int(m_block.header.size())).first;
        m_block.header << domain::table(u"personne"_s)->field(personField(field))->label;
        for (DelimitedRow &each : m_block.rows)
            each.cells.resize(m_block.header.size());
    }
    row.cells[column->second] = value;
}

void PeopleBlock::takeOrder(PersonName &name) const
{
    Personne read;
    read.nom = name.nom;
    read.prenom = name.prenom;
    takeKnownOrder(read, m_projet);
    name.nom = read.nom;
    name.prenom = read.prenom;
}

void PeopleBlock::readRow(DelimitedRow &row)
{
    const NameCells cells{text(row, u"nom"_s),       text(row, u"prenom"_s), text(row, u"nomComplet"_s),
                          text(row, u"structure"_s), m_firstNames,           m_firstNameFirst};
    const QString written = cells.nom.isEmpty() ? cells.complet : cells.nom;
    if (!isFormula(written) && !namesSeveral(written) && !namesSeveral(cells.prenom) && !isTotalWord(written)) {
        PersonName name = readPersonName(cells, m_words);
        if (!cells.complet.isEmpty())
            takeOrder(name);
        set(row, m_columns.contains(u"nom"_s) ? u"nom"_s : u"nomComplet"_s, name.nom);
        set(row, u"prenom"_s, name.prenom);
        set(row, u"structure"_s, name.structure);
        tell(row, name.remark);
    }
    const ReadCell mail = readMailbox(text(row, u"email"_s)), phone = readTelephone(text(row, u"telephone"_s));
    for (const auto &[field, read] : {std::pair(u"email"_s, mail), std::pair(u"telephone"_s, phone)})
        if (!isFormula(text(row, field))) {
            set(row, field, read.value);
            tell(row, read.remark);
        }
    if (const auto governs = readGovernance(text(row, u"gouvernance"_s)))
        set(row, u"gouvernance"_s, *governs ? u"oui"_s : u"non"_s);
    const QString statutCell = text(row, u"statut"_s);
    if (const auto statut =
            statutCell.isEmpty() ? statutInProfession(text(row, u"profession"_s)) : readStatut(statutCell))
        set(row, u"statut"_s, labelOf(*statut));
    if (const auto secteur = readSecteur(text(row, u"secteur"_s)))
        set(row, u"secteur"_s, labelOf(*secteur));
}

// Without titles: « DUPONT Jean » in the first column is two columns, in the order of the form.
void PeopleBlock::cutNames()
{
    qsizetype whole = 0, beside = 0; // beside a profession
    for (const DelimitedRow &row : m_block.rows) {
        const QString cell = row.cells.value(0);
        const auto [name, first] = splitName(cell, false);
        const bool two = !first.isEmpty() && !namesSeveral(cell) && !isFormula(cell);
        whole += two && name == name.toUpper() ? 1 : 0;
        beside += two && !m_words.written(row.cells.value(1)).isEmpty() ? 1 : 0;
    }
    if (std::max(whole, beside) * 2 <= qsizetype(m_block.rows.size()))
        return;
    for (DelimitedRow &row : m_block.rows) {
        PersonName name = readPersonName({{}, {}, row.cells.value(0), {}, false, true}, m_words);
        takeOrder(name);
        const bool kept = namesSeveral(row.cells.value(0)) || !name.structure.isEmpty();
        const QString last = kept ? row.cells.value(0) : name.nom;
        row.cells[0] = m_nameFirst ? last : name.prenom;
        row.cells.insert(1, m_nameFirst ? name.prenom : last);
    }
}

void PeopleBlock::read()
{
    if (m_block.header.isEmpty())
        return cutNames();
    ColumnMapping mapping = guessMapping(m_block.header, *profile(u"personnes"_s));
    std::vector<QStringList> rows;
    for (const DelimitedRow &row : m_block.rows)
        rows.push_back(row.cells);
    settleNameColumns(mapping, rows);
    for (const auto &[column, field] : mapping) {
        m_columns.emplace(field, column);
        m_firstNames = m_firstNames || field == "prenom"_L1;
        m_firstNameFirst = m_firstNameFirst || (field == "nomComplet"_L1 && isFirstNameFirst(m_block.header[column]));
        if (const auto *described = domain::table(u"personne"_s)->field(personField(field)))
            m_block.header[column] = described->label;
    }
    leaveTitles();
    for (DelimitedRow &row : m_block.rows)
        readRow(row);
}

// « Infirmiers », alone in its row above those it announces.
void PeopleBlock::leaveTitles()
{
    std::erase_if(m_block.rows, [this](const DelimitedRow &row) {
        const QString complete = text(row, u"nomComplet"_s);
        const QString name = complete.isEmpty() ? text(row, u"nom"_s) : complete;
        const bool alone = std::all_of(row.cells.begin(), row.cells.end(), [&name](const QString &cell) {
            return cell.isEmpty() || cell == name || isFigure(cell);
        });
        const QString why = alone ? betweenPeople(name, m_words) : QString();
        tell(row, why.isEmpty() ? QString() : why + u" ; ligne laissée de côté"_s);
        return !why.isEmpty();
    });
}

} // namespace

QString personKey(const Personne &personne)
{
    const QString name = base::fold(personne.nom) + u'|' + base::fold(personne.prenom);
    return name == u"|" ? u"structure|"_s + base::fold(personne.structure) : name;
}

bool isSamePerson(const Personne &one, const Personne &other)
{
    if (personKey(one) != personKey(other))
        return false;
    if (!one.email.isEmpty() && one.email.toLower() == other.email.toLower())
        return true;
    if (!one.profession.isEmpty() && !other.profession.isEmpty() &&
        base::fold(one.profession) != base::fold(other.profession))
        return false;
    if (!haveTwoMails(one, other))
        return true;
    return !one.nom.isEmpty() && !one.prenom.isEmpty() && mayAgree(one.lieuExercice, other.lieuExercice) &&
           mayAgree(one.structure, other.structure);
}

std::optional<domain::Id> personAmong(const QList<domain::Id> &people, const domain::Projet &projet,
                                      const Personne &wanted)
{
    QList<domain::Id> sure, likely;
    for (const domain::Id &id : people) {
        const Personne &each = *projet.personnes.find(id);
        if (!isSamePerson(each, wanted))
            continue;
        if (!each.email.isEmpty() && each.email.toLower() == wanted.email.toLower())
            return id;
        (haveTwoMails(each, wanted) ? likely : sure) << id;
    }
    if (!sure.isEmpty())
        return sure.front();
    return likely.size() == 1 ? std::optional(likely.front()) : std::nullopt;
}

void takeKnownOrder(Personne &read, const domain::Projet &projet)
{
    if (read.nom.isEmpty() || read.prenom.isEmpty())
        return;
    Personne turned = read;
    std::swap(turned.nom, turned.prenom);
    const auto bears = [&projet](const Personne &wanted) {
        return std::any_of(projet.personnes.begin(), projet.personnes.end(),
                           [key = personKey(wanted)](const auto &each) { return personKey(each.second) == key; });
    };
    if (!bears(read) && bears(turned))
        std::swap(read.nom, read.prenom);
}

void readPeople(BlockList &list, const ProfessionWords &words)
{
    for (const ImportField &known : profile(u"personnes"_s)->fields) {
        const QString name = personField(known.code);
        const bool given = std::any_of(list.initial.begin(), list.initial.end(),
                                       [&name](const auto &field) { return field.first == name; });
        if (name.isEmpty() || (given && name != "membre"_L1))
            continue;
        auto field = std::find_if(list.fields.begin(), list.fields.end(),
                                  [&name](const BlockField &each) { return each.name == name; });
        if (field == list.fields.end()) {
            BlockField more{name};
            more.titledOnly = true; // not in the form: only what says what it is
            field = list.fields.insert(field, more);
        }
        field->pattern += (field->pattern.isEmpty() ? QString() : u"|"_s) + known.pattern;
        if (name == "profession"_L1)
            field->known = [words](const QString &cell) { return words.written(cell); };
        else if (name == "nom"_L1 || name == "prenom"_L1)
            readNames(*field);
        else if (given)
            judgeMembers(*field);
    }
    list.already = knownPerson;
    list.wholeTitle = u"Nom complet"_s;
    list.prepare = [words, nameFirst = asksNameFirst(list)](DelimitedTable &block, const domain::Projet &projet) {
        PeopleBlock(block, words, nameFirst, projet).read();
    };
}

} // namespace imports
