// What a trame holds once read: the blocks of each document, in order. For this room only.
#pragma once

#include "report/document.h"
#include "report/trame.h"

#include <map>
#include <optional>
#include <variant>

namespace report
{

// The closed set of facts that are not one field of a record.
enum class Computed {
    None,
    Population,       // declared, or the sum of the communes
    PopulationOrigin, // source and year of the declared one, else Piece::otherwise
    Taille,           // 1 to 4, from the population
    Particularites,   // of a commune: its zoning and its QPV, each with its own
};

// A stretch of a line or of a cell. Names of fields are whole (`champ`) outside tables of records, relative (`field`)
// inside them.
struct Piece {
    enum class Type {
        Text,      // literal
        Field,     // value of a field; nothing at all, `before` and `after` included, when it is empty
        Check,     // a box and its label; ticked when the bound value equals `value`; never when nothing is bound
        Computed,  // see Computed
        RowLabel,  // label of the fixed row
        Support,   // where to reach the structure d'appui of code `text`
        HandWrite, // an empty rule, whatever the content
    };
    enum class List { None, Professions };
    Type type = Type::Text;
    QString text;    // literal, label of the box, code of the structure d'appui
    QString rowText; // Check: its label is this text of the row
    std::optional<domain::Champ> champ;
    QString field;
    Computed computed = Computed::None;
    domain::Value value;
    List list = List::None;
    QString between; // written first, unless nothing precedes in the paragraph
    QString before;
    QString after;
    QString otherwise;
    bool bold = false;
};
using Pieces = std::vector<Piece>;

struct HeadingSpec {
    int level = 1;
    QString text;
    QString anchor;
    bool banner = false;
};
struct PageBreakSpec {
};
// Words of the trame itself.
struct WordsSpec {
    enum class Type {
        Question,    // part of the form: always there
        Instruction, // official, left out of the bare blank form
        Advice,      // ours: only on the blank form with guidance
    };
    Type type = Type::Question;
    QString text;
    QStringList items;
};
struct LineSpec {
    Pieces pieces;
    bool keepWithNext = false;
};
struct LongTextSpec {
    domain::Champ champ;
    int blankLines = 8;
    bool optional = false;
};

// The collections a table or a list may show, one row a record.
enum class Collection { Communes, EquipeProjet, Partenaires, Echeances };

struct ListSpec {
    Collection collection = Collection::Echeances;
    Pieces pieces;
};
struct ColumnSpec {
    QString title;
    double width = 1;
    Paragraph::Alignment alignment = Paragraph::Alignment::Left;
    bool optional = false; // an empty cell is no gap
    Pieces pieces;
};
// One row a record of a collection.
struct CollectionTableSpec {
    Collection collection = Collection::Communes;
    QString description;
    std::vector<ColumnSpec> columns;
    int blankRows = 6;
    double blankHeight = 8;
};
struct FixedRow {
    QString section; // when set, a section row and nothing else
    QString key;     // of the keyed record, or value of the grouping field
    QString label;
    std::map<QString, QString> texts;
    double height = 0;
    bool optional = false;
};
// Rows of the trame. Bound to the record of `table` with the row's key, or, with `group`, to all the records whose
// field `group` has that value; to nothing without a table.
struct FixedTableSpec {
    QString table;
    QString group;
    QString description;
    std::vector<ColumnSpec> columns;
    std::vector<FixedRow> rows;
    bool header = true;
    double blankHeight = 8;
};
struct KeyValueRow {
    QString label;
    Pieces pieces;
    bool optional = false;
};
struct KeyValueSpec {
    QString description;
    std::vector<double> widths;
    std::vector<KeyValueRow> rows;
};

using BlockSpec = std::variant<HeadingSpec, PageBreakSpec, WordsSpec, LineSpec, LongTextSpec, ListSpec,
                               CollectionTableSpec, FixedTableSpec, KeyValueSpec>;

struct DocumentSpec {
    QString code;
    QString title;
    QString subtitle;
    QString blankSubtitle;
    QString subject;
    QString footer; // the date follows
    QString blankFooter;
    std::vector<BlockSpec> blocks;
};

// Which page edits a field: `field` empty means every field of the table. Through a reference ("identite.porteur/nom")
// only when the project is known.
struct PageField {
    QString page;
    QString table;
    QString key;
    QString field;
    std::optional<domain::Champ> through;
};

struct Trame::Data {
    QString id;
    QString region;
    QString version;
    QString title;
    QString source;
    std::vector<DocumentInfo> infos;
    std::vector<DocumentSpec> documents; // same order as infos
    std::vector<Section> sections;
    std::vector<Page> pages;
    std::vector<PageField> pageFields;
};

} // namespace report
