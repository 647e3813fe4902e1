#include "base/id.h"

namespace base
{

namespace
{
// Fixed for ever: changing it would give every keyed record a new identity.
const QUuid keyNamespace(0x6f1d2c64, 0x0c1b, 0x4b53, 0x9a, 0x5e, 0x41, 0x74, 0x65, 0x6c, 0x69, 0x72);
} // namespace

Id Id::create()
{
    return Id(QUuid::createUuid());
}

Id Id::fromKey(const QString &key)
{
    return Id(QUuid::createUuidV5(keyNamespace, key));
}

std::optional<Id> Id::parse(const QString &text)
{
    if (text.size() != 36)
        return std::nullopt;
    const QUuid uuid = QUuid::fromString(text);
    if (uuid.isNull() || uuid.toString(QUuid::WithoutBraces) != text)
        return std::nullopt;
    return Id(uuid);
}

} // namespace base
