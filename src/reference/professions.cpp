#include "reference/professions.h"

#include "base/text.h"
#include "reference/data_file.h"
#include "reference/profession_forms.h"

#include <QSet>

namespace reference
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// "Infirmier ou infirmière" gives both words, "Usager ou aidant" too.
QStringList forms(const Profession &profession)
{
    QStringList names = base::fold(profession.singulier).split(u" ou "_s);
    names += base::fold(profession.singulier);
    names += base::fold(profession.pluriel);
    const ProfessionForms each = professionForms(profession.singulier);
    for (const QString &form : {each.masculin, each.feminin, each.commun})
        names += base::fold(form);
    return names;
}

} // namespace

const Profession *Professions::find(const QString &code) const
{
    for (const auto *list : {&trame, &personnes})
        for (const Profession &profession : *list)
            if (profession.code == code)
                return &profession;
    return nullptr;
}

const Profession *Professions::recognise(const QString &name) const
{
    const QString wanted = base::fold(name);
    if (wanted.isEmpty())
        return nullptr;
    for (const auto *list : {&trame, &personnes})
        for (const Profession &profession : *list)
            if (forms(profession).contains(wanted))
                return &profession;
    // « Médecin spécialiste (cardiologue) »
    const qsizetype detail = name.endsWith(u')') ? name.lastIndexOf(u'(') : -1;
    return detail > 0 ? recognise(name.left(detail)) : nullptr;
}

QString Professions::ligneDe(const QString &profession) const
{
    if (profession.isEmpty())
        return {};
    const Profession *coded = find(profession);
    const Profession *known = coded ? coded : recognise(profession); // "Infirmière", as a person wants it printed
    return known ? known->ligne : u"autres"_s;
}

base::Result<Professions> Professions::load(const QString &folder)
{
    Professions professions;
    QSet<QString> codes;
    const auto read = [&codes](const DataEntry &entry) {
        Profession profession{entry.text("code"),          entry.text("pluriel"),       entry.text("singulier"),
                              entry.optionalTexts("rpps"), entry.optionalText("ligne"), entry.optionalText("note")};
        if (codes.contains(profession.code))
            entry.fault(u"ce code figure deux fois"_s);
        codes.insert(profession.code);
        return profession;
    };
    auto provenance = readDataFile(folder, u"professions.json"_s, [&](const DataEntry &root) {
        root.each("trame", [&](const DataEntry &entry) {
            professions.trame.push_back(read(entry));
            professions.trame.back().ligne = professions.trame.back().code;
        });
        const QSet<QString> lines = codes;
        root.each("personnes", [&](const DataEntry &entry) {
            professions.personnes.push_back(read(entry));
            const QString &line = professions.personnes.back().ligne;
            if (!line.isEmpty() && !lines.contains(line))
                entry.fault(u"« %1 » n’est pas une ligne de la trame"_s.arg(line));
        });
    });
    if (!provenance)
        return provenance.error();
    professions.provenance = std::move(provenance).value();
    return professions;
}

} // namespace reference
