#include "formats/reference_file.h"

#include "base/file.h"
#include "formats/zip.h"

#include <QFileInfo>

namespace formats
{

using namespace Qt::Literals::StringLiterals;

namespace
{
constexpr qint64 maximumReferenceSize = 20 * 1024 * 1024;
}

bool ReferenceFile::fail(base::ErrorCode code, const QString &what, const QString &detail)
{
    m_failure = {
        code,
        u"Le modèle de présentation « %1 » %2. Le document n’a pas été écrit ; votre projet n’est pas touché. Remettez le modèle d’origine, fourni avec le programme."_s
            .arg(QFileInfo(m_path).fileName(), what),
        detail};
    return false;
}

bool ReferenceFile::fail(const QString &what, const QString &detail)
{
    return fail(base::ErrorCode::Damaged, what, detail);
}

bool ReferenceFile::open()
{
    const auto bytes = base::readFile(m_path, maximumReferenceSize);
    if (!bytes) {
        const bool missing = bytes.error().code == base::ErrorCode::NotFound;
        return fail(bytes.error().code, missing ? u"est introuvable"_s : u"ne peut pas être lu"_s,
                    bytes.error().message);
    }
    auto parts = readZip(bytes.value());
    if (!parts)
        return fail(parts.error().code, u"est abîmé"_s, parts.error().detail);
    for (auto &part : parts.value())
        m_parts.emplace(part.path, std::move(part.bytes));
    return true;
}

bool ReferenceFile::parse(const QString &part, XmlNode &root)
{
    const auto found = m_parts.find(part);
    if (found == m_parts.end())
        return fail(u"est incomplet"_s, part);
    auto parsed = parseXml(found->second);
    if (!parsed)
        return fail(u"est abîmé"_s, part + u": "_s + parsed.error().detail);
    root = std::move(parsed).value();
    return true;
}

} // namespace formats
