// A proposal while it is made: the project as it would become, and what is told about it.
#pragma once

#include "imports/field_rows.h"

namespace imports
{

class Draft
{
public:
    explicit Draft(const domain::Projet &projet) : after(projet), m_before(projet) {}

    domain::Projet after;

    void summary(const QString &line) { m_summary.push_back(line); }
    // Line 0 speaks of the whole file. After the first hundred of the same kind of line, only their number is kept.
    void remark(int line, const QString &sentence);
    void unmatched(const QString &line);
    // A commune that a person may settle, once each.
    void unknownCommune(const QString &text, const std::vector<CommuneCandidate> &candidates);
    // The rank after the last of an ordered table.
    template <class T>
    [[nodiscard]] static QString lastRank(const domain::Records<T> &records)
    {
        QString last;
        for (const auto &[id, record] : records)
            last = std::max(last, record.rang);
        return last;
    }
    // The indicator of that title, as fold() sees it; a new one, last in order, when there is none. `key` gives it the
    // same identity on every computer.
    domain::IndicateurDiagnostic &indicator(const QString &key, const QString &title);

    [[nodiscard]] ImportProposal finish(const std::vector<Remark> &reading, const QStringList &columnsLeft = {}) const;

private:
    const domain::Projet &m_before;
    QStringList m_summary;
    std::vector<Remark> m_remarks;
    QStringList m_unmatched;
    std::vector<UnknownCommune> m_communes;
    qint64 m_moreRemarks = 0;
    qint64 m_moreUnmatched = 0;
};

// What a profile works with.
struct ImportJob {
    const Profile &profile;
    const ImportInput &input;
    const domain::Projet &projet;
    const reference::Reference &reference;
    const ImportOptions &options;
    FieldRows &rows;
    Draft &draft;

    // The year given, else that of the first of these texts which holds one, else that of the name of the file.
    [[nodiscard]] domain::Number year(const QStringList &texts) const;
    [[nodiscard]] QString referenceFolder() const;
    // The cell of a field in the current row, on one line; empty for a formula.
    [[nodiscard]] QString plain(const QString &field) const;
};

// The error of the profiles that need to know the communes.
[[nodiscard]] base::Error noTerritory();
// The error of a file in which nothing concerns the project. `sought` completes "… : aucun".
[[nodiscard]] base::Error nothingFound(const ImportJob &job, const QString &sought);

// The same but for case, accents and hyphens; an electronic address, but for case.
[[nodiscard]] bool saysTheSame(const domain::Value &a, const domain::Value &b);

// « adresse mail (« a@exemple.fr ») »: the label of a field that is kept, with the address or the number that a list
// says instead.
[[nodiscard]] QString keptField(const domain::FieldDescription &field, const domain::Value &said);

// What a list brought to a record that the project has already.
struct Completion {
    bool changed = false;
    QStringList kept; // keptField() of those where the project says otherwise, and is kept
};
// Fills what `into` lacks from `from`, both records of that table; `identity`, the field they were recognised by,
// stays.
[[nodiscard]] Completion completeRecord(const domain::TableDescription &table, void *into, const void *from,
                                        const QString &identity = {});
// Tells that a record called `name` stands twice in the list, and what the project says otherwise.
void tellCompletion(ImportJob &job, const Completion &completion, const QString &name, bool twice);

// How one profile is laid out, and what it does with its rows; see profile_table.cpp.
struct Runner {
    Profile profile;
    Layout layout;
    base::Result<void> (*run)(ImportJob &job) = nullptr;
};
// All of them, in the order in which a person would use them.
[[nodiscard]] const std::vector<Runner> &runners();
[[nodiscard]] Runner rppsRunner();
[[nodiscard]] Runner finessRunner();
[[nodiscard]] Runner inseeRunner();
[[nodiscard]] Runner cartosanteRunner();
[[nodiscard]] Runner aplRunner();
[[nodiscard]] Runner zonageRunner();
[[nodiscard]] Runner listingRunner();
[[nodiscard]] Runner indicateursRunner();
[[nodiscard]] Runner personnesRunner();
[[nodiscard]] Runner partenairesRunner();
[[nodiscard]] Runner valeursRunner();
[[nodiscard]] Runner fichesRunner();
[[nodiscard]] Runner acteursRunner();
[[nodiscard]] Runner outilsRunner();
[[nodiscard]] Runner instancesRunner();

} // namespace imports
