#include "formats/fieldtag.h"

#include <QStringList>
#include <QUuid>

namespace formats
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr QByteArray::Base64Options urlSafe = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
const QString noIdentity = u"-"_s; // records that exist once

bool isName(const QString &text)
{
    if (text.isEmpty())
        return false;
    for (QChar c : text)
        if (!((c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_'))
            return false;
    return true;
}

} // namespace

std::optional<QString> shortTag(const report::FieldTag &field)
{
    const QStringList parts = field.split(u'/');
    if (parts.size() != 3 || !isName(parts[0]) || !isName(parts[2]))
        return std::nullopt;
    QString identity = noIdentity;
    if (parts[1] != noIdentity) {
        const QUuid uuid = QUuid::fromString(parts[1]);
        if (uuid.isNull() || uuid.toString(QUuid::WithoutBraces) != parts[1])
            return std::nullopt;
        identity = QString::fromLatin1(uuid.toRfc4122().toBase64(urlSafe));
    }
    const QString tag = parts[0] + u'/' + identity + u'/' + parts[2];
    return tag.size() <= maximumTagLength ? std::optional(tag) : std::nullopt;
}

std::optional<report::FieldTag> fieldOfTag(const QString &tag)
{
    const QStringList parts = tag.split(u'/');
    if (tag.size() > maximumTagLength || parts.size() != 3 || !isName(parts[0]) || !isName(parts[2]))
        return std::nullopt;
    if (parts[1] == noIdentity)
        return tag;
    const auto decoded =
        QByteArray::fromBase64Encoding(parts[1].toLatin1(), urlSafe | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.size() != 16)
        return std::nullopt;
    return parts[0] + u'/' + QUuid::fromRfc4122(decoded.decoded).toString(QUuid::WithoutBraces) + u'/' + parts[2];
}

} // namespace formats
