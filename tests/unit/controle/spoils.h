// One criterion and the fact to spoil for it, with the ways to spoil one.
#pragma once

#include "controle/codes.h"
#include "unit/controle/fixtures.h"

#include <functional>

namespace spoils
{

using namespace Qt::Literals::StringLiterals;
using namespace fixtures;
using controle::Severity;
using domain::Id;
using domain::Projet;

using Spoil = std::function<Id(Projet &)>; // the record spoilt; null when there is none to name

struct Case {
    QString code;
    Severity severity;
    QString says;  // somewhere in the sentence
    QString field; // "table.field"
    QString page;
    Spoil spoil;
    std::function<void(Projet &)> prepare = {};
};

constexpr Severity B = Severity::Blocking;
constexpr Severity I = Severity::Improvement;

inline Id missionId(const QString &code)
{
    return Id::fromKey(u"mission:"_s + code);
}

inline Id rubriqueId(const QString &code)
{
    return Id::fromKey(u"rubrique:"_s + code);
}

// Empties these texts; the first is where the finding leads.
inline Spoil emptied(const QStringList &rubriques)
{
    return [rubriques](Projet &projet) {
        for (const QString &code : rubriques)
            rubrique(projet, code).texte.clear();
        return rubriqueId(rubriques.front());
    };
}

// The first record in the user's order that a condition takes, changed.
template <class T>
Spoil first(domain::Records<T> Projet::*records, std::function<void(T &)> change,
            std::function<bool(const T &)> taken = {})
{
    return [=](Projet &projet) {
        for (const auto &[id, record] : domain::inOrder(projet.*records))
            if (!taken || taken(*record)) {
                change(*(projet.*records).find(id));
                return id;
            }
        FAIL("no record to spoil");
        return Id();
    };
}

template <class T>
Spoil none(domain::Records<T> Projet::*records)
{
    return [records](Projet &projet) {
        projet.*records = {};
        return Id();
    };
}

inline Id nothingLeft(Projet &projet)
{
    projet = Projet();
    return {};
}

inline Spoil fiche(std::function<void(domain::FicheAction &)> change)
{
    return first<domain::FicheAction>(&Projet::fiches, std::move(change));
}

inline Spoil echeance(const QString &etape, std::function<void(domain::Echeance &)> change)
{
    return first<domain::Echeance>(&Projet::echeances, std::move(change),
                                   [etape](const domain::Echeance &each) { return each.etape == etape; });
}

inline const QString &firstProfession()
{
    return references().professions().trame.front().code;
}

inline Spoil socleRefused(qsizetype number)
{
    return [number](Projet &projet) {
        const QString code = references().missions().codesSocle().at(number);
        mission(projet, code).retenue = false;
        return missionId(code);
    };
}

} // namespace spoils
