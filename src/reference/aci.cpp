#include "reference/aci.h"

#include "reference/data_file.h"

#include <algorithm>

namespace reference
{

using namespace Qt::Literals::StringLiterals;

namespace
{

LigneAci readLigne(const DataEntry &entry)
{
    static const QStringList statuses{u"source"_s, u"proposition"_s, u"inconnu"_s};
    LigneAci ligne;
    ligne.code = entry.text("code");
    ligne.libelle = entry.text("libelle");
    ligne.texte = entry.text("texte");
    const qsizetype statut = statuses.indexOf(entry.choice("statut", statuses));
    ligne.statut = statut < 0 ? LigneAci::Statut::Inconnu : static_cast<LigneAci::Statut>(statut);
    ligne.source = entry.text("source");
    ligne.adresses = entry.texts("adresses");
    entry.each("tailles", [&ligne](const DataEntry &size) {
        const auto amount = size.optionalNumber("montant_euros");
        const int number = static_cast<int>(size.number("taille"));
        if (!ligne.montants.emplace(number, amount ? std::optional<qint64>(*amount) : std::nullopt).second)
            size.fault(u"cette taille figure deux fois"_s);
        if (amount && ligne.statut == LigneAci::Statut::Inconnu)
            size.fault(u"une ligne « inconnu » n’a pas de montant"_s);
    });
    return ligne;
}

} // namespace

std::optional<qint64> LigneAci::montant(int taille) const
{
    const auto at = montants.find(taille);
    return at == montants.end() ? std::nullopt : at->second;
}

const LigneAci *Aci::ligne(const QString &code) const
{
    const auto at = std::find_if(lignes.begin(), lignes.end(), [&code](const auto &each) { return each.code == code; });
    return at == lignes.end() ? nullptr : &*at;
}

base::Result<Aci> Aci::load(const QString &folder)
{
    Aci aci;
    auto provenance = readDataFile(folder, u"aci.json"_s, [&aci](const DataEntry &root) {
        root.each("lignes", [&aci](const DataEntry &entry) {
            LigneAci ligne = readLigne(entry);
            if (aci.ligne(ligne.code))
                entry.fault(u"ce code figure deux fois"_s);
            aci.lignes.push_back(std::move(ligne));
        });
    });
    if (!provenance)
        return provenance.error();
    aci.provenance = std::move(provenance).value();
    return aci;
}

} // namespace reference
