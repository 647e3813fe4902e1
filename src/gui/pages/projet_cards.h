// Pieces that several pages of the projet de santé share.
#pragma once

#include "domain/effectifs.h"
#include "gui/pages/notice_card.h"
#include "gui/pages/spec_page.h"
#include "models/tables_projet.h"

namespace gui
{

// A table typed in place, in a card: age bands, counters of the professions.
[[nodiscard]] OwnCard tableCard(const QString &title, const QString &help, const models::TableSpec &table,
                                const QString &spoken);
// Where things stand, in words, and the one thing to do about it; see NoticeCard.
[[nodiscard]] OwnCard noticeCard(const QString &title, const NoticeCard::Tell &tell, const NoticeCard::Act &act = {});
// The people of the project, with their profession, for a field that names one.
[[nodiscard]] models::RecordOptions people(const AppContext &context);
// Those of them who may join a list.
using MayJoin = bool (*)(const domain::Projet &, const base::Id &, const domain::Personne &);
[[nodiscard]] models::RecordOptions peopleWho(const AppContext &context, MayJoin mayJoin);
// The missions, in the order of the trame.
[[nodiscard]] models::RecordOptions missions(const AppContext &context);
// The lines of the counters, for the professions of a fiche.
[[nodiscard]] models::RecordOptions professions(const AppContext &context);
[[nodiscard]] domain::LigneOf ligneOf(const AppContext &context);

// A text of the lettre d’intention that the projet de santé takes over, and the version of its own that may replace it.
struct TakenText {
    QString title;
    QString help;
    QString rubrique;   // "gouvernance"; its own version is "gouvernance-projet"
    QString takenWhere; // « Repris dans l’annexe 3 (3 a) et dans l’annexe 4 (2 b). »
    int lines = 5;
};
[[nodiscard]] FormCard takenTextCard(const TakenText &text);

} // namespace gui
