// The life of the project after it is written: validation, contract, amendments, the people in charge at the ARS.
// Fields are described once in suivi.cpp.
#pragma once

#include "domain/records.h"

namespace domain
{

enum class MotifAvenant { NonRenseigne, Territoire, Mission, Autre };

// The delay of the validation stops while complements are awaited: cahier des charges PACA 2022, étape 4.
struct Suspension {
    QString rang;
    QDate debut; // complements asked for
    QDate fin;   // the project as changed received; unset: still stopped
    QString motif;
};

// What the contract, with its last amendment, covers: what an amendment must tell when it changes.
// Signed on Identite::contratLe.
struct Contrat {
    QString communes; // INSEE codes separated by spaces, see codesDe()
    QString missions; // codes of reference::Mission separated by spaces
    Number population;
};

// A change of the contract: territory, new mission…
struct Avenant {
    QString rang;
    MotifAvenant motif = MotifAvenant::NonRenseigne;
    QString objet;
    QDate signeLe;
};

// Somebody of the ARS or of the Assurance Maladie, as the user knows them: annexe 1 gives the functions.
struct Interlocuteur {
    QString rang;
    QString organisme;
    QString fonction;
    QString nom;
    QString telephone;
    QString email;
};

template <>
struct Choices<MotifAvenant> {
    static const std::vector<std::pair<MotifAvenant, Choice>> &all();
};

} // namespace domain
