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
    // Names close to an unknown one, nearest first, at most three.
    [[nodiscard]] QStringList nearest(const QString &text) const;

private:
    explicit ProfessionWords(const reference::Professions &professions) : m_professions(&professions) {}
    const reference::Professions *m_professions;
    QHash<QString, QString> m_words;
};

} // namespace imports
