// The identity of a record: a UUID, the same on every copy of a project.
#pragma once

#include <optional>
#include <QString>
#include <QUuid>
#include <vector>

namespace base
{

// A value; the null Id means "none".
class Id
{
public:
    Id() = default;

    // A new random identity.
    [[nodiscard]] static Id create();
    // The same identity for the same key on every computer ("commune:04039"), so that two people who add the
    // same commune add the same record.
    [[nodiscard]] static Id fromKey(const QString &key);
    // Lower case, 36 characters, no braces; nothing when the text is not that.
    [[nodiscard]] static std::optional<Id> parse(const QString &text);

    [[nodiscard]] QString toString() const { return m_uuid.toString(QUuid::WithoutBraces); }
    [[nodiscard]] bool isNull() const { return m_uuid.isNull(); }

    friend bool operator==(const Id &, const Id &) = default;
    friend bool operator<(const Id &a, const Id &b) { return a.m_uuid < b.m_uuid; }
    friend size_t qHash(const Id &id, size_t seed = 0) { return ::qHash(id.m_uuid, seed); }

private:
    explicit Id(const QUuid &uuid) : m_uuid(uuid) {}
    QUuid m_uuid;
};

using IdList = std::vector<Id>;

} // namespace base
