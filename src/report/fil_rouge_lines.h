// The pieces of the fil rouge, as runs: what the list and the table both say. For this room only.
#pragma once

#include "controle/fil_rouge.h"
#include "report/build_pieces.h"
#include "report/fil_rouge_words.h"

namespace report
{

using Runs = std::vector<Run>;

struct FilRougeContext {
    const FilRougeWords &words;
    const domain::Projet &projet;
    const reference::Reference &reference;
};

// A word of the trame, and the same in bold with a colon after it: "Moyens : ".
[[nodiscard]] Run word(const FilRougeContext &context, const QString &key);
[[nodiscard]] Run label(const FilRougeContext &context, const QString &key);
// « à préciser », in italics.
[[nodiscard]] Run missing(const FilRougeContext &context, const domain::FieldAddress &field);

// A text of the project with the field it came from; « à préciser » when it is empty.
[[nodiscard]] Runs textRuns(const FilRougeContext &context, const QString &text, const domain::FieldAddress &field);
[[nodiscard]] QString missionName(const FilRougeContext &context, const QString &code);
// The title of an action, and that it is abandoned when it is.
[[nodiscard]] Runs actionRuns(const FilRougeContext &context, const base::Id &fiche);
[[nodiscard]] Runs needRuns(const FilRougeContext &context, const base::Id &besoin);
// "Nombre de patients – départ 12 %, le 1er mars 2027 (source) – cible 30 %, au 31 décembre 2028".
[[nodiscard]] Runs indicatorRuns(const FilRougeContext &context, const base::Id &indicateur);
[[nodiscard]] Runs evidenceRuns(const FilRougeContext &context, const base::Id &indicateur);
// "Coordination : 12 000 € (2027), financeur : ARS".
[[nodiscard]] Runs budgetRuns(const FilRougeContext &context, const base::Id &ligne);
[[nodiscard]] Runs stepRuns(const FilRougeContext &context, const base::Id &etape);

} // namespace report
