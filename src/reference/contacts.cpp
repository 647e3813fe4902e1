#include "reference/contacts.h"

#include "reference/data_file.h"

#include <algorithm>

namespace reference
{

using namespace Qt::Literals::StringLiterals;

namespace
{

void checkEmail(const DataEntry &entry, const QString &email)
{
    if (email.count(u'@') != 1 || email.startsWith(u'@') || email.contains(u' '))
        entry.fault(u"« %1 » n’est pas une adresse mail"_s.arg(email));
}

} // namespace

const StructureAppui *StructuresAppui::find(const QString &code) const
{
    const auto at = std::find_if(toutes.begin(), toutes.end(), [&code](const auto &s) { return s.code == code; });
    return at == toutes.end() ? nullptr : &*at;
}

base::Result<StructuresAppui> StructuresAppui::load(const QString &folder)
{
    StructuresAppui structures;
    auto provenance = readDataFile(folder, u"structures-appui.json"_s, [&structures](const DataEntry &root) {
        structures.labelAnnee = static_cast<int>(root.number("label_annee"));
        structures.labelDureeAns = static_cast<int>(root.number("label_duree_ans"));
        structures.mission = root.texts("mission");
        root.each("structures", [&structures](const DataEntry &entry) {
            if (structures.find(entry.text("code")))
                entry.fault(u"ce code figure deux fois"_s);
            structures.toutes.push_back({entry.text("code"), entry.text("nom"), entry.text("adresse"),
                                         entry.text("code_postal"), entry.text("ville"),
                                         entry.optionalTexts("telephones"), entry.optionalText("courriel")});
            if (!structures.toutes.back().courriel.isEmpty())
                checkEmail(entry, structures.toutes.back().courriel);
        });
    });
    if (!provenance)
        return provenance.error();
    structures.provenance = std::move(provenance).value();
    return structures;
}

std::vector<Referent> Referents::of(const QString &departement) const
{
    std::vector<Referent> found;
    std::copy_if(tous.begin(), tous.end(), std::back_inserter(found),
                 [&departement](const Referent &each) { return each.departement == departement; });
    return found;
}

base::Result<Referents> Referents::load(const QString &folder)
{
    Referents referents;
    auto provenance = readDataFile(folder, u"referents.json"_s, [&referents](const DataEntry &root) {
        root.each("referents", [&referents](const DataEntry &entry) {
            referents.tous.push_back({entry.text("departement"), entry.text("organisme"), entry.text("courriel")});
            checkEmail(entry, referents.tous.back().courriel);
        });
    });
    if (!provenance)
        return provenance.error();
    referents.provenance = std::move(provenance).value();
    return referents;
}

} // namespace reference
