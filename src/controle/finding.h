// What a check says: one sentence, why it matters, where that is written, and the field to go to.
#pragma once

#include "domain/champ.h"

namespace controle
{

enum class Severity {
    Blocking,    // the ARS would refuse or send back
    Improvement, // expected, and would be remarked
    Fulfilled,   // the criterion is met: shown with a tick in "Ce que l'ARS attend"
};

// The document a criterion judges.
enum class Volet { Lettre, Projet };

struct Finding {
    QString criterion; // stable code, "lettre.socle-1", "projet.siret"
    Severity severity = Severity::Improvement;
    QString sentence;           // what is the matter, or met, in one French sentence without full stop
    QString reason;             // why it is expected
    QString source;             // "Cahier des charges PACA 2022, p. 18"
    QString page;               // code of the form page that holds the field: "territoire", "missions"…
    domain::FieldAddress field; // table empty when the whole page is meant
    Volet volet = Volet::Lettre;
};

// The state of one form page, from its findings.
struct PageState {
    enum class Type { Empty, ToReview, Complete };
    Type type = Type::Empty;
    int toReview = 0; // blocking and improvements
};

} // namespace controle
