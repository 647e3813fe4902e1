#include "imports/people.h"

#include "base/text.h"
#include "domain/effectifs.h"
#include "imports/cell_values.h"
#include "imports/person_names.h"
#include "imports/profiles.h"

#include <algorithm>

namespace imports
{

using namespace Qt::Literals::StringLiterals;
using domain::Personne;

namespace
{

// The field of a person that a field of the profile fills; whole names are cut by the import only.
QString personField(const QString &ofProfile)
{
    if (ofProfile == "lieu"_L1)
        return u"lieuExercice"_s;
    return ofProfile == "nomComplet"_L1 ? QString() : ofProfile;
}

Personne personOf(const BlockList::Fields &fields)
{
    Personne personne;
    for (const auto &[name, value] : fields)
        if (const auto *text = std::get_if<QString>(&value)) {
            if (name == "nom"_L1)
                personne.nom = *text;
            else if (name == "prenom"_L1)
                personne.prenom = *text;
            else if (name == "structure"_L1)
                personne.structure = *text;
            else if (name == "profession"_L1)
                personne.profession = *text;
            else if (name == "email"_L1)
                personne.email = *text;
        }
    return personne;
}

std::optional<domain::Id> knownPerson(const domain::Projet &projet, const BlockList::Fields &fields)
{
    const Personne wanted = personOf(fields);
    if (domain::nomDe(wanted).isEmpty())
        return std::nullopt;
    for (const auto &[id, personne] : projet.personnes)
        if (isSamePerson(personne, wanted))
            return id;
    return std::nullopt;
}

void readNames(BlockField &field)
{
    field.known = [](const QString &cell) { return isFormula(cell) ? QString() : withCapitals(withoutCivility(cell)); };
    field.refusal = [](const QString &cell) {
        return namesSeveral(cell) && !isFormula(cell) ? u"deux personnes dans une cellule ? à séparer"_s : QString();
    };
}

// On the list of members, who is not said to be one is not added.
void judgeMembers(BlockField &field)
{
    field.onlyJudged = true;
    field.refusal = [](const QString &cell) {
        return readMembership(cell) == true ? QString()
                                            : u"« %1 » ne dit pas « membre »"_s.arg(cell.simplified().left(40));
    };
}

} // namespace

QString personKey(const Personne &personne)
{
    const QString name = base::fold(personne.nom) + u'|' + base::fold(personne.prenom);
    return name == u"|" ? u"structure|"_s + base::fold(personne.structure) : name;
}

bool isSamePerson(const Personne &one, const Personne &other)
{
    if (personKey(one) != personKey(other))
        return false;
    const bool mails = !one.email.isEmpty() && !other.email.isEmpty();
    if (mails)
        return one.email.toLower() == other.email.toLower();
    return one.profession.isEmpty() || other.profession.isEmpty() ||
           base::fold(one.profession) == base::fold(other.profession);
}

void readPeople(BlockList &list, const ProfessionWords &words)
{
    for (const ImportField &known : profile(u"personnes"_s)->fields) {
        const QString name = personField(known.code);
        const bool given = std::any_of(list.initial.begin(), list.initial.end(),
                                       [&name](const auto &field) { return field.first == name; });
        if (name.isEmpty() || (given && name != "membre"_L1))
            continue;
        auto field = std::find_if(list.fields.begin(), list.fields.end(),
                                  [&name](const BlockField &each) { return each.name == name; });
        if (field == list.fields.end()) {
            BlockField more{name};
            more.titledOnly = true; // not in the form: only what says what it is
            field = list.fields.insert(field, more);
        }
        field->pattern = known.pattern;
        if (name == "profession"_L1)
            field->known = [words](const QString &cell) { return words.recognise(cell); };
        else if (name == "nom"_L1 || name == "prenom"_L1)
            readNames(*field);
        else if (given)
            judgeMembers(*field);
    }
    list.already = knownPerson;
}

} // namespace imports
