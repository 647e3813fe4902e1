#include "imports/person_cells.h"

#include "base/text.h"
#include "imports/cell_values.h"
#include "imports/person_names.h"

#include <QRegularExpression>

namespace imports
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// Whether the only name is that of a structure, which is then said so in `name`.
bool isStructure(PersonName &name, const QString &written, const ProfessionWords &words)
{
    if (!name.prenom.isEmpty() || isFormula(written) || !words.namesStructure(written))
        return false;
    if (!name.structure.isEmpty() && base::fold(name.structure) != base::fold(written)) {
        name.remark = u"« %1 » semble une structure, pas une personne ; à vérifier"_s.arg(written.left(60));
        return false;
    }
    name.structure = written;
    name.nom.clear();
    name.remark = u"« %1 » est lu comme une structure, pas comme une personne"_s.arg(written.left(60));
    return true;
}

template <class E>
std::optional<E> choiceOf(const QString &text, const std::vector<std::pair<QString, E>> &starts)
{
    const QString folded = base::fold(text);
    for (const auto &[value, choice] : domain::Choices<E>::all())
        if (!choice.code.isEmpty() && (folded == base::fold(choice.label) || folded == base::fold(choice.code)))
            return value;
    for (const auto &[start, value] : starts)
        if (folded == start || folded.startsWith(start + u' ') || (start.size() > 4 && folded.startsWith(start)))
            return value;
    return std::nullopt;
}

// « luc1 @exemple.fr », « luc1@exemple .fr » -> « luc1@exemple.fr »; anything else as it is.
QString withoutInnerSpaces(const QString &part)
{
    static const QRegularExpression spaced(
        u"^\\s*([^@\\s]+)\\s*@\\s*([^@\\s.]+\\s*\\.\\s*[^@\\s.]+|[^@\\s]+\\.[^@\\s.]+)\\s*$"_s);
    const auto address = spaced.match(part);
    return address.hasMatch() ? address.captured(1) + u'@' + address.captured(2).remove(u' ') : part;
}

} // namespace

QString betweenPeople(const QString &name, const ProfessionWords &words)
{
    static const QRegularExpression ending(u"[\\s:\\d()]+$"_s);
    const QString said = base::fold(name.simplified().remove(ending));
    const QString shown = name.simplified().left(60);
    if (words.announces(summedUp(said)))
        return u"« %1 » est un total"_s.arg(shown);
    return words.announces(said) ? u"« %1 » est un titre, pas une personne"_s.arg(shown) : QString();
}

std::optional<domain::StatutMembre> readStatut(const QString &text)
{
    using S = domain::StatutMembre;
    return choiceOf<S>(text, {{u"liberal et salarie"_s, S::Mixte},
                              {u"liberal salarie"_s, S::Mixte},
                              {u"mixte"_s, S::Mixte},
                              {u"liberal"_s, S::Liberal},
                              {u"salarie"_s, S::Salarie},
                              {u"hospitalier"_s, S::Salarie},
                              {u"msp"_s, S::Msp},
                              {u"maison de sante"_s, S::Msp},
                              {u"cds"_s, S::CentreSante},
                              {u"centre de sante"_s, S::CentreSante},
                              {u"esp"_s, S::EquipePrimaire},
                              {u"equipe de soins primaires"_s, S::EquipePrimaire},
                              {u"ess"_s, S::EquipeSpecialisee},
                              {u"equipe de soins specialises"_s, S::EquipeSpecialisee},
                              {u"etablissement"_s, S::Etablissement},
                              {u"hopital"_s, S::Etablissement},
                              {u"service social"_s, S::ServiceSocial},
                              {u"service medico"_s, S::ServiceSocial},
                              {u"autre"_s, S::Autre}});
}

std::optional<domain::StatutMembre> statutInProfession(const QString &text)
{
    using S = domain::StatutMembre;
    static const QRegularExpression liberal(u"(?<!non )\\b(liberale?|idel)\\b"_s);
    static const QRegularExpression salaried(u"(?<!non )\\bsalariee?\\b"_s);
    const QString folded = base::fold(text);
    const bool own = liberal.match(folded).hasMatch(), paid = salaried.match(folded).hasMatch();
    if (isFormula(text) || (!own && !paid))
        return std::nullopt;
    return own && paid ? S::Mixte : own ? S::Liberal : S::Salarie;
}

std::optional<domain::Secteur> readSecteur(const QString &text)
{
    using S = domain::Secteur;
    return choiceOf<S>(text, {{u"sanitaire"_s, S::Sanitaire},
                              {u"sante"_s, S::Sanitaire},
                              {u"medico social"_s, S::MedicoSocial},
                              {u"social"_s, S::Social}});
}

PersonName readPersonName(const NameCells &cells, const ProfessionWords &words)
{
    PersonName name{withoutCivility(cells.nom), cells.prenom.simplified(), cells.structure.simplified(), {}};
    const QString whole = withoutCivility(cells.complet);
    if (isStructure(name, name.nom.isEmpty() ? whole : name.nom, words))
        return name;
    if (name.nom.isEmpty() && !whole.isEmpty()) {
        std::tie(name.nom, name.prenom) = splitName(whole, cells.firstNameFirst);
    } else if (!cells.firstNames && name.nom != name.nom.toUpper()) {
        const auto [last, first] = splitName(name.nom, false);
        if (last == last.toUpper()) // "MARTIN Paul" under "Nom"; elsewhere a name may have two words
            std::tie(name.nom, name.prenom) = std::pair(last, first);
    }
    name.nom = withCapitals(name.nom);
    name.prenom = withCapitals(name.prenom);
    return name;
}

ReadCell readMailbox(const QString &cell)
{
    const QString text = cell.simplified();
    if (text.isEmpty())
        return {};
    static const QRegularExpression between(u"[;,/<>()|]"_s);
    static const QRegularExpression form(u"[^@\\s]+@[^@\\s]+\\.[^@\\s]+"_s);
    QStringList found;
    bool mended = false;
    for (const QString &part : text.split(between, Qt::SkipEmptyParts)) {
        const QString closed = form.match(part).hasMatch() ? part : withoutInnerSpaces(part);
        mended = mended || closed != part;
        for (auto each = form.globalMatch(closed); each.hasNext();)
            found << each.next().captured();
    }
    if (isFormula(text) || text.startsWith(u'=') || found.isEmpty())
        return {{}, u"« %1 » n’est pas une adresse mail ; laissée de côté"_s.arg(text.left(60))};
    ReadCell read{found.front(), {}};
    if (found.size() > 1)
        read.remark = u"« %1 » : plusieurs adresses mail ; la première est gardée"_s.arg(text.left(90));
    else if (mended && QString(text).remove(u' ') == read.value)
        read.remark = u"« %1 » : l’espace en trop dans l’adresse mail a été ôtée"_s.arg(text.left(90));
    else if (read.value != text)
        read.remark = u"« %1 » : seule l’adresse mail est gardée"_s.arg(text.left(90));
    return read;
}

ReadCell readTelephone(const QString &cell)
{
    ReadCell read{readPhone(cell), {}};
    static const QRegularExpression rounded(u"^\\d[.,]?\\d*e\\+\\d+$"_s, QRegularExpression::CaseInsensitiveOption);
    if (isFormula(read.value))
        return {};
    if (rounded.match(read.value).hasMatch())
        return {{}, u"« %1 » est un téléphone abîmé par le tableur ; laissé de côté"_s.arg(read.value)};
    return read;
}

domain::Answer readGovernance(const QString &cell)
{
    if (const domain::Answer read = readAnswer(cell); read || isFormula(cell))
        return read;
    static const QRegularExpression denied(u"^(non|pas|plus|sans|hors|aucune?|ex|ancien(ne)?)\\b"_s);
    static const QRegularExpression doubted(
        u"peut etre|eventuel|pressenti|\\ba (voir|confirmer|preciser|definir)\\b"_s);
    static const QRegularExpression role(
        u"\\bca\\b|\\b(president|vice|secretaire|tresori|membre|administrat|bureau|conseil|copil|comite|college|"
        "referent|pilot|coordinat|coordonnat|fondat|delegue|represent|directoire|suppleant|titulaire)"_s);
    const QString folded = base::fold(cell);
    if (cell.contains(u'?') || doubted.match(folded).hasMatch())
        return std::nullopt;
    if (denied.match(folded).hasMatch())
        return false;
    return role.match(folded).hasMatch() ? domain::Answer(true) : std::nullopt;
}

} // namespace imports
