// The communes of France, their départements, régions and EPCI, at one vintage of the Code officiel géographique.
#pragma once

#include "base/result.h"

#include <memory>
#include <optional>
#include <QDate>
#include <QString>
#include <QStringList>
#include <vector>

namespace reference
{

// A commune, or an arrondissement of Paris, Lyon or Marseille (then communeMere is the code of the city).
struct Commune {
    QString code; // Insee, 5 characters, "2A004" in Corse
    QString nom;
    QStringList codesPostaux;      // sorted; empty for uninhabited islands
    QString departement;           // code
    QString region;                // code
    QString epci;                  // SIREN; empty for the few islands without
    std::optional<int> population; // municipale, at Communes::populationAnnee()
    QString communeMere;

    [[nodiscard]] bool estArrondissement() const { return !communeMere.isEmpty(); }
    friend bool operator==(const Commune &, const Commune &) = default;
};

struct Departement {
    QString code;
    QString nom;
    QString region; // code
};

struct Region {
    QString code;
    QString nom;
};

// An EPCI à fiscalité propre. Its population is the sum of its communes, same year as theirs (the DGCL publishes
// another figure, one year older).
struct Epci {
    QString siren;
    QString type; // as the DGCL writes it: CC, CA, CU, METRO, MET69
    QString nom;
    QStringList membres; // codes of communes, never arrondissements
    qint64 population = 0;
};

// What a code that is no longer a commune has become.
struct Successeur {
    enum class Genre { Fusionnee, Deleguee, Associee };
    Genre genre = Genre::Fusionnee;
    QString ancienCode;
    QString ancienNom; // empty when the source gives only the code (Genre::Fusionnee)
    QString code;      // the commune of today
    QString nom;
    // A predicate for a message: "n’existe plus : elle a fusionné ; sa commune est aujourd’hui « Castellane »".
    [[nodiscard]] QString phrase() const;
};

// One line of a search.
struct Hit {
    enum class Kind { Commune, Arrondissement, Epci };
    enum class Reason { Nom, CodePostal, CodeInsee, AncienneCommune };
    Kind kind = Kind::Commune;
    Reason reason = Reason::Nom;
    QString code; // Insee, or SIREN of an EPCI
    QString nom;
    QString precision; // what tells homonyms apart: "04120, Alpes-de-Haute-Provence"; "41 communes, 11 274 habitants"
};

// What an import knows beside the name; either may be empty. A postal code may be a CEDEX.
struct NameHints {
    QString departement;
    QString codePostal;
};

// The answer to a name typed by somebody else. Only Exact may be taken without asking.
struct NameMatch {
    enum class Outcome {
        Exact,     // communes holds the one
        Ambiguous, // several communes bear that name, or the name and the hints disagree: communes holds them
        Former,    // no longer a commune: communes holds the one of today, former says why
        Near,      // communes holds the nearest names, nearest first
        Unknown,
    };
    Outcome outcome = Outcome::Unknown;
    std::vector<Commune> communes;
    std::optional<Successeur> former;
};

// Loaded once, immutable; copies share the data and may be read from several threads.
class Communes
{
public:
    // Reads communes-<vintage>.tsv, checks it whole; errors name the line.
    static base::Result<Communes> load(const QString &file);

    [[nodiscard]] QString vintage() const; // "2026"
    [[nodiscard]] QString source() const;  // one French sentence with package and licence
    [[nodiscard]] QDate date() const;      // of the package
    [[nodiscard]] QString populationSource() const;
    [[nodiscard]] int populationAnnee() const;
    // Communes and arrondissements together.
    [[nodiscard]] size_t count() const;

    [[nodiscard]] std::optional<Commune> find(const QString &code) const;
    // Empty unless the code is Paris, Lyon or Marseille.
    [[nodiscard]] QStringList arrondissements(const QString &code) const;
    [[nodiscard]] std::optional<Epci> epci(const QString &siren) const;
    [[nodiscard]] std::optional<Departement> departement(const QString &code) const;
    [[nodiscard]] std::optional<Region> region(const QString &code) const;
    [[nodiscard]] std::vector<Departement> departements() const;
    // Nothing when the code is current, or was never one.
    [[nodiscard]] std::optional<Successeur> successor(const QString &oldCode) const;

    // Whole name, then start of the name, start of a word, inside, all words in any order; inside each the preferred
    // département ("04"; "04,05 06" prefers 04, then 05 and 06) first, then the most populated. Also a postal code or
    // its start, an Insee code, a SIREN, "nom 04". EPCI keep a few of the `limit` places when there are many communes.
    [[nodiscard]] std::vector<Hit> search(const QString &query, int limit, const QString &departement = {}) const;

    // For imports: see NameMatch. Understands "GARDE (LA)", "St André les Alpes", "13400 AUBAGNE CEDEX", "Marseille
    // 3e".
    [[nodiscard]] NameMatch matchName(const QString &name, const NameHints &hints = {}) const;

    struct Data; // defined in communes_data.h, for this room only

private:
    explicit Communes(std::shared_ptr<const Data> data) : m_data(std::move(data)) {}
    std::shared_ptr<const Data> m_data;
};

} // namespace reference
