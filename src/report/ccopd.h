// The rehearsal of the commission: for each criterion of its grid, what the project answers, what is thin, what will be
// asked. A working document: nothing of it goes into the part of the lettre that is reserved.
#pragma once

#include "controle/finding.h"
#include "reference/reference.h"
#include "report/passage.h"
#include "report/trame.h"

namespace report
{

// One criterion of ccopd.json.
struct CcopdCritere {
    QString code;
    QString texte;         // word for word
    QString attendu;       // what a reader looks for
    QString source;        // of `attendu`
    QStringList criteres;  // codes of controle that make it thin
    QStringList questions; // that may be asked

    // The field where the answers are prepared: "rubrique:ccopd-federer.texte".
    [[nodiscard]] QString reponse() const;
};

struct CcopdLecture {
    CcopdCritere critere;
    std::vector<Passage> passages; // those that have something to show
    std::vector<controle::Finding> minces;
};

// The criteria in their order, whatever the project; nothing when the trame has no grid.
[[nodiscard]] std::vector<CcopdCritere> ccopdCriteres(const Trame &trame);
// The same with what the project answers. Of `findings`, the open ones of each criterion.
[[nodiscard]] std::vector<CcopdLecture> ccopd(const Trame &trame, const domain::Projet &projet,
                                              const reference::Reference &reference,
                                              const std::vector<controle::Finding> &findings);
// All of it on paper. An error only when the trame has no grid.
[[nodiscard]] base::Result<Document> ccopdDocument(const Trame &trame, const domain::Projet &projet,
                                                   const reference::Reference &reference,
                                                   const std::vector<controle::Finding> &findings, const QDate &today);

} // namespace report
