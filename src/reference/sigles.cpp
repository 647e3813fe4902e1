#include "reference/sigles.h"

#include "reference/data_file.h"

namespace reference
{

using namespace Qt::Literals::StringLiterals;

QStringList Sigles::expansions(const QString &sigle) const
{
    const auto at = sens.find(sigle);
    return at == sens.end() ? QStringList() : at->second;
}

base::Result<Sigles> Sigles::load(const QString &folder)
{
    Sigles sigles;
    auto provenance = readDataFile(folder, u"sigles.json"_s, [&sigles](const DataEntry &root) {
        root.each("sigles", [&sigles](const DataEntry &entry) {
            if (!sigles.sens.emplace(entry.text("sigle"), entry.texts("sens")).second)
                entry.fault(u"ce sigle figure deux fois"_s);
        });
    });
    if (!provenance)
        return provenance.error();
    sigles.provenance = std::move(provenance).value();
    return sigles;
}

} // namespace reference
