// Reading of one JSON file of resources/reference/ with errors that say where: the line of a syntax fault, the list and
// the entry of a wrong value. For the loaders of this room.
#pragma once

#include "base/result.h"
#include "reference/provenance.h"

#include <functional>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <QStringList>

namespace reference
{

// The first fault found in a file, shared by its entries: later reads go on with empty values.
struct DataFault {
    QString file;
    std::optional<base::Error> error;
    void report(const QString &place, const QString &why);
};

// One object of the file. Reading what is missing or of the wrong kind reports a fault and gives an empty value.
class DataEntry
{
public:
    DataEntry(const nlohmann::json &object, QString place, DataFault &fault);

    [[nodiscard]] QString text(const char *key) const; // required, never empty
    [[nodiscard]] QString optionalText(const char *key) const;
    [[nodiscard]] qint64 number(const char *key) const;                     // required, whole, not negative
    [[nodiscard]] std::optional<int> optionalNumber(const char *key) const; // missing or null: not known
    [[nodiscard]] double decimal(const char *key) const;                    // required, not negative
    [[nodiscard]] QDate date(const char *key) const;                        // required, ISO
    [[nodiscard]] QStringList texts(const char *key) const;                 // required, not empty, no empty text
    [[nodiscard]] QStringList optionalTexts(const char *key) const;
    // One of the values, or a fault.
    [[nodiscard]] QString choice(const char *key, const QStringList &values) const;
    void each(const char *list, const std::function<void(const DataEntry &)> &visit) const;
    void fault(const QString &why) const;

private:
    [[nodiscard]] const nlohmann::json *member(const char *key, bool required) const;
    [[nodiscard]] QStringList list(const char *key, bool required) const;

    const nlohmann::json &m_object;
    QString m_place;
    DataFault &m_fault;
};

// Opens `folder`/`name`, reads its provenance, hands the root to `read`, and gives the first fault.
base::Result<Provenance> readDataFile(const QString &folder, const QString &name,
                                      const std::function<void(const DataEntry &)> &read);

} // namespace reference
