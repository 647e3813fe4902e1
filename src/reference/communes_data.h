// The loaded file as it lies in memory: rows are views into the bytes of the file; for this room only.
#pragma once

#include "reference/communes.h"

#include <algorithm>

#include <QByteArray>
#include <string>
#include <string_view>
#include <utility>

namespace reference
{

struct Communes::Data {
    struct RegionRow {
        std::string_view code, nom;
    };
    struct DepartementRow {
        std::string_view code, region, nom;
    };
    struct EpciRow {
        std::string_view code, type, nom;
        int membres = 0;
        qint64 population = 0;
        std::string_view departement; // of its first commune
    };
    struct CommuneRow {
        std::string_view code, nom, postaux, departement, epci, mere;
        int population = -1; // unknown
    };
    struct FormerRow {
        std::string_view code, becomes, nom;
        Successeur::Genre genre = Successeur::Genre::Fusionnee;
    };
    // A run of keys of the index.
    struct Range {
        size_t first = 0, last = 0; // entries, last excluded
    };

    QByteArray bytes;
    QString vintage, source, package, licence, populationSource;
    QDate date;
    int populationAnnee = 0;
    // All sorted by code.
    std::vector<RegionRow> regions;
    std::vector<DepartementRow> departements;
    std::vector<EpciRow> epci;
    std::vector<CommuneRow> communes;
    std::vector<FormerRow> formers;

    // One key per entry, each after a '\n': the communes, then the EPCI, then the former communes that have a name.
    std::string index;
    std::vector<uint32_t> starts; // of the '\n' of each entry, and one past the last
    std::vector<uint32_t> namedFormers;

    [[nodiscard]] Range communeRange() const { return {0, communes.size()}; }
    [[nodiscard]] Range epciRange() const { return {communes.size(), communes.size() + epci.size()}; }
    [[nodiscard]] Range formerRange() const { return {communes.size() + epci.size(), starts.size() - 1}; }
    [[nodiscard]] std::string_view keys(const Range &range) const;
    // The key of one entry, without its '\n'.
    [[nodiscard]] std::string_view key(size_t entry) const;
    // The entry that a position of the index belongs to.
    [[nodiscard]] size_t entryAt(size_t position) const;
    [[nodiscard]] const FormerRow &formerOf(size_t entry) const
    {
        return formers[namedFormers[entry - formerRange().first]];
    }

    [[nodiscard]] const CommuneRow *commune(std::string_view code) const;
    [[nodiscard]] const EpciRow *group(std::string_view siren) const;
    [[nodiscard]] const DepartementRow *departementRow(std::string_view code) const;
    [[nodiscard]] Commune record(const CommuneRow &row) const;
    [[nodiscard]] Successeur successor(const FormerRow &row) const;
};

[[nodiscard]] inline QString toText(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

// The first row that is not before `code` in a list sorted by code.
template <class Rows>
[[nodiscard]] auto *rowOf(Rows &rows, std::string_view code)
{
    const auto at = std::lower_bound(rows.begin(), rows.end(), code,
                                     [](const auto &row, std::string_view wanted) { return row.code < wanted; });
    return at != rows.end() && at->code == code ? &*at : nullptr;
}

// Reads and checks the file; see communes_file.cpp.
[[nodiscard]] base::Result<std::shared_ptr<Communes::Data>> readCommunes(const QString &file);

} // namespace reference
