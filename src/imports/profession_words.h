// Professions as people write them in lists: the names of the reference, the abbreviations of imports-personnes.json.
#pragma once

#include "reference/professions.h"

#include <QHash>

namespace imports
{

class ProfessionWords
{
public:
    static base::Result<ProfessionWords> load(const QString &folder, const reference::Professions &professions);

    // The code of the profession; empty when it is not known.
    [[nodiscard]] QString recognise(const QString &text) const;
    // What a list of members keeps of it: the code, or « Médecin spécialiste (cardiologue) » where the text says more.
    [[nodiscard]] QString written(const QString &text) const;
    // « Pharmacie du Verdon »: the name of a place where people work, not of one of them.
    [[nodiscard]] bool namesStructure(const QString &text) const;
    // « Infirmiers », « Paramédicaux »: several people, in a list where each has a row.
    [[nodiscard]] bool announces(const QString &text) const;
    // Names close to an unknown one, nearest first, at most three: those that begin with it, those spelled alike.
    [[nodiscard]] QStringList nearest(const QString &text) const;

private:
    explicit ProfessionWords(const reference::Professions &professions) : m_professions(&professions) {}
    const reference::Professions *m_professions;
    QHash<QString, QString> m_words;
    QHash<QString, QString> m_specialities; // of m_words, those that say more than their profession does
    QStringList m_headings;                 // what announces several people and is no profession, folded
    QStringList m_structures;               // how the names of structures begin, folded
};

} // namespace imports
