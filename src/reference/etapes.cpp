#include "reference/etapes.h"

#include "reference/data_file.h"

namespace reference
{

using namespace Qt::Literals::StringLiterals;

namespace
{

template <class Item>
const Item *withCode(const std::vector<Item> &items, const QString &code)
{
    for (const Item &item : items)
        if (item.code == code)
            return &item;
    return nullptr;
}

Delai readDelai(const DataEntry &entry)
{
    static const QStringList natures{u"maximum"_s, u"conseil"_s, u"duree"_s};
    Delai delai;
    delai.code = entry.text("code");
    delai.libelle = entry.text("libelle");
    delai.mois = static_cast<int>(entry.number("valeur"));
    const QString unit = entry.choice("unite", {u"mois"_s});
    const qsizetype nature = natures.indexOf(entry.choice("nature", natures));
    delai.nature = nature < 0 ? Delai::Nature::Maximum : static_cast<Delai::Nature>(nature);
    delai.section = entry.text("section");
    delai.page = static_cast<int>(entry.number("page"));
    delai.note = entry.optionalText("note");
    if (delai.mois == 0)
        entry.fault(u"« valeur » doit être au moins 1 %1"_s.arg(unit));
    return delai;
}

Etape readEtape(const DataEntry &entry)
{
    Etape etape;
    etape.code = entry.text("code");
    etape.numero = static_cast<int>(entry.number("numero"));
    etape.titre = entry.text("titre");
    etape.resume = entry.text("resume");
    etape.section = entry.text("section");
    etape.page = static_cast<int>(entry.number("page"));
    entry.each("delais", [&etape](const DataEntry &delai) { etape.delais.push_back(readDelai(delai)); });
    return etape;
}

Aide readAide(const DataEntry &entry)
{
    Aide aide;
    aide.code = entry.text("code");
    aide.libelle = entry.text("libelle");
    aide.montantEuros = entry.number("montant_euros");
    aide.annee = static_cast<int>(entry.number("annee"));
    aide.financeur = entry.text("financeur");
    aide.beneficiaire = entry.text("beneficiaire");
    aide.objet = entry.text("objet");
    aide.section = entry.text("section");
    aide.page = static_cast<int>(entry.number("page"));
    return aide;
}

} // namespace

const Etape *Etapes::etape(const QString &code) const
{
    return withCode(etapes, code);
}

const Delai *Etapes::delai(const QString &code) const
{
    for (const Etape &each : etapes)
        if (const Delai *found = withCode(each.delais, code))
            return found;
    return nullptr;
}

const Aide *Etapes::aide(const QString &code) const
{
    return withCode(aides, code);
}

base::Result<Etapes> Etapes::load(const QString &folder)
{
    Etapes all;
    auto provenance = readDataFile(folder, u"etapes.json"_s, [&all](const DataEntry &root) {
        root.each("etapes", [&all](const DataEntry &entry) {
            all.etapes.push_back(readEtape(entry));
            if (all.etapes.back().numero != static_cast<int>(all.etapes.size()))
                entry.fault(u"« numero » n’est pas celui de sa place"_s);
        });
        root.each("aides", [&all](const DataEntry &entry) {
            Aide aide = readAide(entry);
            if (all.aide(aide.code))
                entry.fault(u"ce code figure deux fois"_s);
            all.aides.push_back(std::move(aide));
        });
    });
    if (!provenance)
        return provenance.error();
    all.provenance = std::move(provenance).value();
    return all;
}

} // namespace reference
