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

QString Sigles::development(const QString &sigle) const
{
    constexpr qsizetype shortest = 3;
    const QStringList meanings = expansions(sigle);
    return meanings.size() == 1 && sigle.size() >= shortest && !telsQuels.contains(sigle) ? meanings.front()
                                                                                          : QString();
}

base::Result<Sigles> Sigles::load(const QString &folder)
{
    Sigles sigles;
    auto provenance = readDataFile(folder, u"sigles.json"_s, [&sigles](const DataEntry &root) {
        root.each("sigles", [&sigles](const DataEntry &entry) {
            if (!sigles.sens.emplace(entry.text("sigle"), entry.texts("sens")).second)
                entry.fault(u"ce sigle figure deux fois"_s);
            if (const QString reason = entry.optionalText("tel_quel"); !reason.isEmpty())
                sigles.telsQuels.emplace(entry.text("sigle"), reason);
        });
    });
    if (!provenance)
        return provenance.error();
    sigles.provenance = std::move(provenance).value();
    return sigles;
}

} // namespace reference
