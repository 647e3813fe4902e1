#include "reference/dynamiques.h"

#include "reference/data_file.h"

#include <algorithm>

namespace reference
{

using namespace Qt::Literals::StringLiterals;

const Dynamique *Dynamiques::find(const QString &code) const
{
    const auto at = std::find_if(toutes.begin(), toutes.end(), [&code](const auto &each) { return each.code == code; });
    return at == toutes.end() ? nullptr : &*at;
}

base::Result<Dynamiques> Dynamiques::load(const QString &folder)
{
    Dynamiques dynamiques;
    auto provenance = readDataFile(folder, u"dynamiques.json"_s, [&dynamiques](const DataEntry &root) {
        root.each("dynamiques", [&dynamiques](const DataEntry &entry) {
            Dynamique dynamique{entry.text("code"),   entry.text("libelle"), entry.optionalText("sigle"),
                                entry.text("rappel"), entry.text("section"), entry.texts("reconnu_a")};
            if (dynamiques.find(dynamique.code))
                entry.fault(u"ce code figure deux fois"_s);
            dynamiques.toutes.push_back(std::move(dynamique));
        });
    });
    if (!provenance)
        return provenance.error();
    dynamiques.provenance = std::move(provenance).value();
    return dynamiques;
}

} // namespace reference
