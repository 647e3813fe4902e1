// What a verb of the command line is: its words, its options, and the function that does it.
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QHash>
#include <QStringList>
#include <QTextStream>
#include <vector>

namespace cli
{

// What the program tells the shell; documented in docs/ligne-de-commande.md, never to be renumbered.
enum class Exit {
    Well = 0,
    Findings = 1, // verifier: at least one blocking finding
    Usage = 2,
    File = 3, // one that can't be read or written
};

// Where a verb speaks. `clock` tells the date of documents and new projects.
struct Console {
    QTextStream &out;
    QTextStream &err;
    const base::Clock &clock;
};

// One option of a verb.
struct Option {
    QString name;       // without the dashes
    QString value;      // what it wants, in capitals: "FICHIER"; empty for a flag
    QString meaning;    // for the help
    bool alone = false; // needs no positional: `cpts importer --profils`
};

// The words of one call, once checked against the verb: all positionals are there.
class Arguments
{
public:
    QStringList positionals;
    QHash<QString, QString> options;

    [[nodiscard]] bool has(const QString &option) const { return options.contains(option); }
    [[nodiscard]] QString value(const QString &option) const { return options.value(option); }
};

struct Verb {
    QString name;
    // "FICHIER.cpts"; the last one may be given several times when it ends with "…", or left out in brackets: "[PAGE]".
    QStringList positionals;
    std::vector<Option> options;
    QString summary; // one line, for `cpts --help`
    QString details; // for `cpts VERBE --help`; may be empty
    Exit (*run)(const Arguments &, Console &);
};

// Every verb, in the order of the help.
[[nodiscard]] const std::vector<Verb> &verbs();
// nullptr for an unknown name.
[[nodiscard]] const Verb *verb(const QString &name);

// The words after the verb; the Error is a French sentence about what is wrong with them.
[[nodiscard]] base::Result<Arguments> parseArguments(const Verb &verb, const QStringList &words);

// "cpts nouveau FICHIER.cpts [--exemple]": the first line of its help.
[[nodiscard]] QString synopsis(const Verb &verb);
[[nodiscard]] QString help(const Verb &verb);
[[nodiscard]] QString generalHelp();

} // namespace cli
