// A list of communes written by somebody else becomes a proposal, that a person can look at, settle, and accept as one
// edit. Only what is certain is accepted without a question.
#pragma once

#include "domain/changes.h"
#include "imports/input.h"
#include "reference/communes.h"

namespace imports
{

// One possible meaning of a line: a commune (INSEE code) or an EPCI (SIREN).
struct CommuneCandidate {
    QString code;
    QString text; // "La Garde (04120, Alpes-de-Haute-Provence)", with the postal code
};

// What one line of the list says, and what it was found to mean.
struct CommuneLine {
    enum class Outcome {
        Matched,  // `codes` are certain; or settled by the territory, among `candidates`
        ToChoose, // one of `candidates`, or none: see choose()
        Unmatched // `candidates` are the nearest names, if any
    };
    int line = 0;
    QString text; // as written
    Outcome outcome = Outcome::Unmatched;
    QStringList codes; // one commune, or all the members of an EPCI
    std::vector<CommuneCandidate> candidates;
    QString reason; // why it is not simply matched; also how a homonym was settled. No full stop.

    QString codePostal; // wanted one, may be empty
    std::optional<domain::Zonage> zonage;
    domain::Number zonageAnnee;
    domain::Answer sansQpv;
    QStringList qpv; // names or codes
};

struct CommuneProposal {
    std::vector<CommuneLine> lines;
    std::vector<Remark> remarks; // by line, about the file and about differing populations
    [[nodiscard]] int count(CommuneLine::Outcome outcome) const;
};

// Populations come from the reference always; those of the file may be set beside them.
enum class FilePopulation { Ignore, Compare };

// The communes of `projet` and of the list tell the départements of homonyms.
[[nodiscard]] base::Result<CommuneProposal> proposeCommunes(const QByteArray &bytes, const QString &what,
                                                            const reference::Communes &communes,
                                                            const domain::Projet &projet,
                                                            FilePopulation population = FilePopulation::Compare);
// A workbook as well, or an archive: its first table that has titles of communes, else its first. `input` is in memory.
[[nodiscard]] base::Result<CommuneProposal> proposeCommunes(const ImportInput &input,
                                                            const reference::Communes &communes,
                                                            const domain::Projet &projet,
                                                            FilePopulation population = FilePopulation::Compare);
// The same for pasted text.
[[nodiscard]] base::Result<CommuneProposal> proposeCommunes(const QString &pasted, const reference::Communes &communes,
                                                            const domain::Projet &projet,
                                                            FilePopulation population = FilePopulation::Compare);

// Settles a line by the code of a commune or an EPCI, a candidate or not; an empty one leaves it out. False for an
// unknown code.
bool choose(CommuneProposal &proposal, size_t line, const QString &code, const reference::Communes &communes);

// The matched lines as one edit: new communes are added with the facts of the reference, those already there receive
// only what the list says and they lack. Empty when nothing would change.
[[nodiscard]] domain::ChangeList communeChanges(const CommuneProposal &proposal, const reference::Communes &communes,
                                                const domain::Projet &projet);

// What would happen, in French, line by line; for a dry run.
[[nodiscard]] QString communeReport(const CommuneProposal &proposal, const reference::Communes &communes,
                                    const domain::Projet &projet);

} // namespace imports
