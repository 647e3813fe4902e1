// What a trame holds once read: the blocks of each document, in order. For this room only.
#pragma once

#include "report/ccopd.h"
#include "report/document.h"
#include "report/fil_rouge_words.h"
#include "report/map.h"
#include "report/reperes.h"
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
    Participants,     // of a meeting: as many as were typed, or named
    NumeroFiche,      // of a fiche: see suivi::fichesNumerotees
    MissionSocle,     // of a fiche's mission: `text` for a socle one, `otherwise` for another
    ActionAbandonnee, // of a fiche: `text` when it is abandoned
    JoursEtape,       // of a step: its day, or its first and its last
};

// Records kept by the code of one of their fields: choice code, "oui" or "non", text; empty when not answered.
struct Filter {
    QString field; // empty: everything passes
    QStringList codes;
    bool excluded = false; // the records that have none of these codes
};

// A stretch of a line or of a cell. Names of fields are whole (`champ`) outside tables of records, relative (`field`)
// inside them and in a document that repeats.
struct Piece {
    enum class Type {
        Text,      // literal
        Field,     // value of a field; nothing at all, `before` and `after` included, when it is empty
        Check,     // a box and its label; ticked when the bound value equals `value`; never when nothing is bound
        Computed,  // see Computed
        RowLabel,  // label of the fixed row
        Support,   // where to reach the structure d'appui of code `text`
        HandWrite, // an empty rule, whatever the content
        SubList,   // the records of `table` whose field `parent` names this one, one list item each
    };
    // What a code or a record stands for, read in the reference.
    enum class List { None, Professions, ProfessionsPluriel, Missions, MissionsCourt, Dynamiques, Personnes };
    enum class Form { Plain, Year };
    Type type = Type::Text;
    QString text;    // literal, label of the box, code of the structure d'appui
    QString rowText; // Check: its label is this text of the row
    std::optional<domain::Champ> champ;
    QString field;
    QString referred; // field of the record, or of each of the records, that `field` names
    Computed computed = Computed::None;
    domain::Value value;
    List list = List::None;
    Form form = Form::Plain;
    bool newParagraph = false;
    bool expected = false; // a draft says when it is not there, though the rest of its cell is
    bool bullets = false;  // one list item for each record that `field` names, instead of a sentence
    QString counted;       // field of the record: the figure that this unit counts
    QStringList ifAll;     // only when each of these fields has an answer; a flag: when it is true
    QStringList ifNone;    // only when none of them has
    QString table;         // SubList
    QString parent;        // SubList
    Filter filter;         // SubList
    bool numbered = false; // SubList
    std::vector<Piece> children;
    QString between; // written first, unless nothing precedes in the paragraph
    QString before;
    QString after;
    QString otherwise;
    bool bold = false;
};
using Pieces = std::vector<Piece>;

// The collections a table or a list may show, one row a record.
enum class Collection {
    Communes,
    EquipeProjet,
    Partenaires,
    Echeances,
    Besoins,
    Indicateurs,
    Acteurs,
    Membres,
    Instances,
    Outils,
    Fiches,
    Reunions,
    Mobilisations,
    Contacts,
    Missions,
    Effectifs,
    Protocoles,
    IndicateursActions,
    Postes,
    Prestations,
};

struct HeadingSpec {
    int level = 1;
    QString text;  // also what is read while `pieces` have nothing to say
    Pieces pieces; // of a document that repeats
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
    bool blankOnly = false; // for who fills the form in: not in the filled document
};
struct LineSpec {
    Pieces pieces;
    bool keepWithNext = false;
    bool optional = false;                        // without an answer it is no gap
    std::optional<domain::Champ> expectedIf = {}; // a flag: without an answer it is a gap only when that is true
};
struct LongTextSpec {
    domain::Champ champ;
    std::optional<domain::Champ> otherwise; // shown while `champ` was never written
    int blankLines = 8;
    bool optional = false;               // empty, it is no gap
    std::optional<Collection> orRecords; // nor when there are records of this collection
};

struct ListSpec {
    Collection collection = Collection::Echeances;
    QString title; // before the first item; not printed without items
    Filter filter;
    Pieces pieces;
    bool inLine = false; // one after the other in a paragraph, not an item a line
};
struct ColumnSpec {
    QString title;
    double width = 1;
    Paragraph::Alignment alignment = Paragraph::Alignment::Left;
    bool optional = false; // an empty cell is no gap
    Pieces pieces;
};
// The records of one value of the grouping field, under a section row.
struct GroupSpec {
    QString key;
    QString title;
};
// One row a record of a collection.
struct CollectionTableSpec {
    Collection collection = Collection::Communes;
    QString title;
    QString anchor; // when set, the title is a heading of level 2
    QString description;
    Filter filter;
    QString group;                 // a choice field
    std::vector<GroupSpec> groups; // in their order; what is in none of them comes first
    bool optional = false;         // ours: only in the filled document, and only when there are records
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
    QString title;
    QString description;
    bool optional = false; // ours: only in the filled document, and only the rows that have records
    std::vector<ColumnSpec> columns;
    std::vector<FixedRow> rows;
    bool header = true;
    double blankHeight = 8;
};
struct KeyValueRow {
    QString label;
    QStringList items;   // under the label
    QString instruction; // official, in the answer's cell
    Pieces pieces;
    bool optional = false;
    double blankHeight = 9;
    double guidedHeight = 9; // of the same, when the instructions are printed in the cell
};
struct KeyValueSpec {
    QString description;
    std::vector<double> widths;
    std::vector<KeyValueRow> rows;
};

// Charts of the project: those that the user asked for, none in a blank document.
struct ChartsSpec {
    enum class Of { Indicateurs, Ages, Calendrier, Carte };
    Of of = Of::Indicateurs;
    MapColour colour = MapColour::Population; // of the map
    QString whereValues = {}; // under each whose values are in no other table: that they are under `ValuesSpec`
};
// The table of values of each chart so far that says they are here: nothing without any.
struct ValuesSpec {
    QString title;
    QString anchor;
};

using BlockSpec = std::variant<HeadingSpec, PageBreakSpec, ChartsSpec, ValuesSpec, WordsSpec, LineSpec, LongTextSpec,
                               ListSpec, CollectionTableSpec, FixedTableSpec, KeyValueSpec>;

struct DocumentSpec {
    QString code;
    QString title;
    QString filledTitle; // when that of the form would not do
    QString subtitle;
    QString blankSubtitle;
    QString subject;
    QString footer;        // the date follows
    QString singleSubject; // of one record of a document that repeats: its number follows
    QString singleFooter;
    QString blankFooter;
    bool contents = false; // the filled document begins with its table of contents
    std::vector<BlockSpec> blocks;
    std::optional<Collection> repeats; // one page or more for each record
    std::vector<BlockSpec> repeated;   // what is printed for each, after `blocks`
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

// What a question about the project finds in it: blocks of the filled document, under a title.
struct PassageSpec {
    QString title;
    std::vector<BlockSpec> blocks;
};
struct CcopdSpec {
    QString title;
    QString subtitle;
    QString subject;
    QString footer; // the date follows
    QString origin; // where the criteria come from, and what the questions are
    std::map<QString, QString> words;
    std::vector<CcopdCritere> criteria;
    std::vector<std::vector<PassageSpec>> passages; // of each criterion
};
// One of the points that a projet de santé defines.
struct PointSpec {
    QString title;
    QString source;
    std::vector<PassageSpec> passages;
};
struct ReperesSpec {
    std::map<QString, QString> words;
    std::vector<Repere> articulation;
    std::vector<PointSpec> points;
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
    std::optional<FilRougeWords> filRouge;
    std::optional<CcopdSpec> ccopd;
    std::optional<ReperesSpec> reperes;
};

} // namespace report
