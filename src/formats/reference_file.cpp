// What the references of both formats share: reading the file, and saying what is wrong with it.
#include "base/file.h"
#include "formats/docx_reference.h"

#include <QFileInfo>

namespace formats
{

using namespace Qt::Literals::StringLiterals;

namespace
{
constexpr qint64 maximumReferenceSize = 20 * 1024 * 1024;
}

base::Error referenceError(base::ErrorCode code, const QString &path, const QString &what, const QString &detail)
{
    return {
        code,
        u"Le modèle de présentation « %1 » %2. Le document n’a pas été écrit ; votre projet n’est pas touché. Remettez le modèle d’origine, fourni avec le programme."_s
            .arg(QFileInfo(path).fileName(), what),
        detail};
}

base::Result<std::map<QString, QByteArray>> readReferenceParts(const QString &path)
{
    const auto bytes = base::readFile(path, maximumReferenceSize);
    if (!bytes) {
        const bool missing = bytes.error().code == base::ErrorCode::NotFound;
        return referenceError(bytes.error().code, path, missing ? u"est introuvable"_s : u"ne peut pas être lu"_s,
                              bytes.error().message);
    }
    auto parts = readZip(bytes.value());
    if (!parts)
        return referenceError(parts.error().code, path, u"est abîmé"_s, parts.error().detail);
    std::map<QString, QByteArray> byPath;
    for (auto &part : parts.value())
        byPath.emplace(part.path, std::move(part.bytes));
    return byPath;
}

} // namespace formats
