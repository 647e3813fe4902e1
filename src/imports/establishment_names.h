// Names of establishments that the administration writes in capitals, as people write them.
#pragma once

#include <QHash>
#include <QStringList>

namespace imports
{

class EstablishmentNames
{
public:
    // `labels`: natures of establishments in ordinary case, whose words and acronyms are known from then on; `sigles`
    // and `words`: others, as they are written.
    EstablishmentNames(const QStringList &labels, const QStringList &sigles, const QStringList &words);

    // « EHPAD LES TILLEULS » -> « EHPAD Les Tilleuls »; a name with any small letter is left as it is. `commune` is
    // written in its own way wherever it stands in the name.
    [[nodiscard]] QString ordinary(const QString &name, const QString &commune) const;
    // The name, followed by the nature unless it says it, in words or by its acronym.
    [[nodiscard]] static QString withNature(const QString &name, const QString &label);

private:
    enum class Before { Start, Preposition, Article, Word };
    [[nodiscard]] std::pair<QString, Before> word(const QString &capitals, Before before) const;
    [[nodiscard]] QString plainWord(const QString &capitals, bool proper) const;

    QHash<QString, QString> m_sigles; // folded -> as written
    QHash<QString, QString> m_words;
};

} // namespace imports
