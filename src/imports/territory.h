// The territory of a project as official files see it: INSEE codes, arrondissements, and the département, région and
// country beside it.
#pragma once

#include "domain/projet.h"
#include "reference/communes.h"

#include <map>
#include <QHash>
#include <QStringList>

namespace imports
{

class Territory
{
public:
    Territory(const domain::Projet &projet, const reference::Communes &communes);

    [[nodiscard]] bool empty() const { return m_codes.isEmpty(); }
    // True for a commune of the project, an arrondissement of one, or a former commune that is now in one.
    [[nodiscard]] bool holds(const QString &insee) const { return !recordOf(insee).isEmpty(); }
    // The code, in the project, of the commune where that code counts; empty when there is none.
    [[nodiscard]] QString recordOf(const QString &insee) const;
    // The arrondissement of the project that has that postal code and no other; otherwise empty. For addresses that
    // name Paris, Lyon or Marseille only by the code of the city.
    [[nodiscard]] QString recordOfPostal(const QString &postal) const;
    [[nodiscard]] const QStringList &codes() const { return m_codes; }
    // Where most of its inhabitants live; empty without any commune.
    [[nodiscard]] QString departement() const { return m_departement; }
    [[nodiscard]] QString region() const { return m_region; }
    [[nodiscard]] const reference::Communes &reference() const { return m_communes; }

private:
    const reference::Communes &m_communes;
    QStringList m_codes;
    QHash<QString, QString> m_records; // every code that counts -> code of the project
    QHash<QString, QString> m_postal;
    QString m_departement;
    QString m_region;
};

// Figures of communes added up over the territory and over its comparators. Each row has the same number of figures
// (a numerator and its denominator…).
class Comparison
{
public:
    using Figures = std::vector<double>;
    Comparison(const Territory &territory, size_t figures) : m_territory(territory), m_figures(figures) {}

    // Figures of one commune; codes that are none today count in their commune of today. False for a code met before.
    bool add(const QString &insee, const Figures &figures);

    // Sums, when the file holds the whole: nothing otherwise. The territory is given as soon as one commune is there.
    [[nodiscard]] std::optional<Figures> territoire() const;
    [[nodiscard]] std::optional<Figures> departement() const;
    [[nodiscard]] std::optional<Figures> region() const;
    [[nodiscard]] std::optional<Figures> france() const;
    // Communes of the project that the file does not hold, by code.
    [[nodiscard]] QStringList missing() const;

private:
    [[nodiscard]] std::optional<Figures> sum(const QStringList &codes, double share) const;
    bool addTo(Figures &total, const QString &code) const;

    const Territory &m_territory;
    size_t m_figures;
    std::map<QString, Figures> m_rows; // by code of today
    QHash<QString, bool> m_seen;
    QHash<QString, int> m_parts; // arrondissements met, by city
};

} // namespace imports
