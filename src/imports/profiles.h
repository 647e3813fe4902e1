// Ready-made imports: an official file, or a list that a coordinator keeps, becomes changes of the project that a
// person looks at and accepts as one edit. Nothing is applied here.
#pragma once

#include "domain/changes.h"
#include "imports/communes.h"
#include "imports/input.h"
#include "reference/reference.h"

#include <map>

namespace imports
{

// Something a profile reads in a column.
struct ImportField {
    QString code;
    QString label;   // French, for the choice of a column
    QString pattern; // of titles as base::fold() leaves them: a whole-title regular expression
    bool required = false;
    // Says what a row is about: its title alone makes a row of titles, and it stays what its title says when a person
    // names other columns.
    bool identifies = false;
};

struct Profile {
    QString code; // "rpps"
    QString nom;
    QString description; // what it brings to the project, one or two sentences
    QString source;      // the official name of the file and where to get it; for own lists, what they look like
    std::vector<ImportField> fields;

    [[nodiscard]] const ImportField *field(const QString &code) const;
};

// In the order in which a person would use them.
[[nodiscard]] const std::vector<Profile> &profiles();
// nullptr for an unknown code.
[[nodiscard]] const Profile *profile(const QString &code);
// Folded and in the singular: « Fiches actions » and « fiche-action » are one.
[[nodiscard]] QString plainName(const QString &words);
// By any name a person would give it: its code, its title or an everyday word, whatever the case, accents and plural.
[[nodiscard]] const Profile *profileNamed(const QString &word);
// The everyday words for that profile, « membres » of « personnes ».
[[nodiscard]] QStringList otherNames(const QString &code);

// Column, from 0 -> code of a field.
using ColumnMapping = std::map<int, QString>;
// What the titles of a table say of the profiles that would read it: the one that knows most of them, empty when none
// does. Official files come before own lists that know as many.
[[nodiscard]] base::Result<QString> detectProfile(const ImportInput &input, const Watch &watch = {});
// The list somebody keeps that a file is, by its titles, when it was given for a list of communes; nullptr when it may
// well be one of communes.
[[nodiscard]] const Profile *listTakenForCommunes(const ImportInput &input);
// What the titles say; each field once, the first column that bears its title.
[[nodiscard]] ColumnMapping guessMapping(const QStringList &titles, const Profile &profile);

enum class Agregation {
    Auto,    // by the title: "Nombre de…" is added up, the rest is a mean
    Somme,   // added up
    Moyenne, // mean of the communes weighted by their inhabitants
};

struct ImportOptions {
    Watch watch;
    domain::Number annee;           // of the figures, when the file does not say it
    QString feuille;                // sheet or file of the archive; empty: the one that fits
    ColumnMapping colonnes;         // replaces the guess when not empty
    std::optional<int> ligneTitres; // line of the titles, when a person says it; 0: there are none
    // Names of communes that were not recognised -> INSEE code that a person chose.
    std::map<QString, QString> communes;
    QString colonne; // cartosante, apl, valeurs-communes: the title of the column that becomes an indicator
    QString choice;  // a sentence that ends an error asking for that column: how to say it; may be empty
    Agregation agregation = Agregation::Auto;
    bool liberauxSeulement = false; // rpps
    QString referenceFolder;        // of imports-*.json; empty: that of the program
};

// A commune that a list names and that is not recognised, with the communes it may mean.
struct UnknownCommune {
    QString text; // as written, the key of ImportOptions::communes
    std::vector<CommuneCandidate> candidates;
};

struct ImportProposal {
    domain::ChangeList changes; // against the project given; empty when it says nothing new
    QStringList summary;        // French lines
    std::vector<Remark> remarks;
    QStringList unmatched;                // what was not recognised, each with the nearest names
    std::vector<UnknownCommune> communes; // those of them that a choice would settle
};

// An Error is a French sentence, and nothing is proposed: unknown file, missing column, empty, refused, cancelled.
[[nodiscard]] base::Result<ImportProposal> propose(const QString &profileCode, const ImportInput &input,
                                                   const domain::Projet &projet, const reference::Reference &reference,
                                                   const ImportOptions &options = {});

// What a window shows before: the tables of the file, the titles and first rows of the one that fits, and the columns
// as the profile would read them.
struct ImportPreview {
    QStringList tables; // names of the sheets; one empty name for a text
    QString table;
    TextForm form;                 // of a text
    int titleLine = 0;             // 0: no row of titles was recognised
    QStringList titles;            // as wide as the widest row
    std::vector<QStringList> rows; // at most 20
    std::vector<int> lines;        // of each row
    ColumnMapping mapping;
};
[[nodiscard]] base::Result<ImportPreview> preview(const QString &profileCode, const ImportInput &input,
                                                  const ImportOptions &options = {});

// The report of a proposal, line by line; for a dry run.
[[nodiscard]] QString importReport(const ImportProposal &proposal);

} // namespace imports
