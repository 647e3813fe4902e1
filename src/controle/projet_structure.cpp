// Annexe 4, head and 2b to 2e: the association, who answers for it, governance, partners, the users of the health
// system.
#include "base/mail.h"
#include "base/rich_text.h"
#include "base/telephone.h"
#include "base/text.h"
#include "controle/criteria.h"
#include "controle/epoque.h"

#include <algorithm>

namespace controle
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int fewWords = 40;
constexpr qsizetype siretLength = 14;
const QString head = u"Cahier des charges PACA 2022, annexe 4, en-tête"_s;

Verdicts judgeStatuts(const Input &input)
{
    const domain::Projet &projet = input.projet;
    const auto field = uniqueField(u"structure"_s, u"etatStatuts"_s);
    const bool written = projet.structure.etatStatuts == domain::EtatStatuts::Elabores;
    Verdict absent =
        blocking(u"Les statuts sont élaborés, mais absents des pièces jointes"_s, newRecord(u"piece"_s, u"nom"_s));
    absent.page = u"pieces"_s;
    for (const auto &[id, piece] : domain::inOrder(projet.pieces)) {
        if (piece->sorte != domain::SortePiece::Statuts)
            continue;
        const bool there = projet.contenus.find(piece->empreinte) != nullptr;
        if (there && piece->jointe && !written)
            return {improvement(u"Les statuts sont joints : indiquez qu’ils sont élaborés"_s, field)};
        if (there && piece->jointe)
            return {{Severity::Fulfilled,
                     u"Les statuts sont élaborés et joints au dossier"_s,
                     {u"piece"_s, id, u"sorte"_s},
                     u"pieces"_s}};
        absent.sentence = there ? u"Les statuts sont parmi les pièces, mais pas à joindre au dossier"_s
                                : u"Le contenu des statuts manque : ajoutez de nouveau le fichier"_s;
        absent.field = {u"piece"_s, id, there ? u"jointe"_s : u"sorte"_s};
    }
    return {written ? absent : blocking(u"Les statuts, à joindre au projet, ne sont pas élaborés"_s, field)};
}

// Whatever the way of writing it: "Association loi de 1901", "association déclarée".
Verdicts judgeFormeJuridique(const Input &input)
{
    const QString &form = input.projet.structure.formeJuridique;
    const auto field = uniqueField(u"structure"_s, u"formeJuridique"_s);
    if (blank(form))
        return {improvement(u"La forme juridique de la structure porteuse n’est pas indiquée"_s, field)};
    const QString folded = u' ' + base::fold(form) + u' ';
    if (!folded.contains(u" association "_s) && !folded.contains(u" 1901 "_s))
        return {blocking(u"La structure porteuse n’est pas une association loi 1901 : « %1 »"_s.arg(shortened(form)),
                         field)};
    if (folded.contains(u" de fait "_s) || folded.contains(u" non declaree "_s))
        return {blocking(u"Une association non déclarée ne peut pas signer : « %1 »"_s.arg(shortened(form)), field)};
    return {fulfilled(u"La structure porteuse est une association"_s, field)};
}

// The key of a SIRET: doubled every other digit, the sum is a multiple of ten.
bool rightKey(const QString &digits)
{
    int sum = 0;
    for (qsizetype i = 0; i < digits.size(); ++i) {
        const int digit = digits.at(digits.size() - 1 - i).digitValue();
        sum += i % 2 == 0 ? digit : digit * 2 - (digit > 4 ? 9 : 0);
    }
    return sum % 10 == 0;
}

Verdicts judgeSiret(const Input &input)
{
    const auto field = uniqueField(u"structure"_s, u"siret"_s);
    QString digits;
    for (const QChar c : input.projet.structure.siret)
        if (!c.isSpace())
            digits += c;
    const bool figures = std::all_of(digits.begin(), digits.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (digits.isEmpty())
        return {blocking(u"Le numéro SIRET de la structure manque"_s, field)};
    if (!figures || digits.size() != siretLength)
        return {blocking(u"Le numéro SIRET n’a pas %1 chiffres : « %2 »"_s.arg(QString::number(siretLength),
                                                                               shortened(input.projet.structure.siret)),
                         field)};
    if (!rightKey(digits))
        return {improvement(u"Le numéro SIRET semble contenir une faute de frappe"_s, field)};
    return {fulfilled(u"Le numéro SIRET est indiqué"_s, field)};
}

// Field, what it holds, what it is called.
using Expected = std::vector<std::tuple<QString, QString, QString>>;

// The first field that is empty, and the names of all that are.
std::pair<QString, QStringList> lacking(const Expected &expected)
{
    QString first;
    QStringList missing;
    for (const auto &[field, text, name] : expected)
        if (blank(text)) {
            first = missing.isEmpty() ? field : first;
            missing << name;
        }
    return {first, missing};
}

Verdicts judgeCoordonnees(const Input &input)
{
    const domain::StructurePorteuse &structure = input.projet.structure;
    const Expected expected{
        {u"nom"_s, structure.nom, u"le nom"_s},
        {u"adresse"_s, structure.adresse, u"l’adresse postale"_s},
        {u"telephone"_s, structure.telephone, u"le téléphone"_s},
        {u"email"_s, structure.email, u"l’adresse mail"_s},
        {u"emailPublic"_s, structure.emailPublic, u"l’adresse mail à diffuser sur le site de l’ARS"_s}};
    const auto [first, missing] = lacking(expected);
    const auto field = uniqueField(u"structure"_s, missing.isEmpty() ? u"nom"_s : first);
    if (!missing.isEmpty())
        return {improvement(u"Structure porteuse : il manque %1"_s.arg(base::frenchList(missing)), field)};
    for (const auto &[name, mail] : {std::pair(u"email"_s, structure.email), {u"emailPublic"_s, structure.emailPublic}})
        if (!base::looksLikeMail(mail))
            return {improvement(u"Structure porteuse : l’adresse mail « %1 » n’est pas complète"_s.arg(shortened(mail)),
                                uniqueField(u"structure"_s, name))};
    if (!base::looksLikeTelephone(structure.telephone))
        return {improvement(u"Structure porteuse : le numéro de téléphone « %1 » n’est pas complet"_s.arg(
                                shortened(structure.telephone)),
                            uniqueField(u"structure"_s, u"telephone"_s))};
    return {fulfilled(u"Les coordonnées de la structure sont complètes"_s, field)};
}

// The version printed today can't be older than the project that it holds.
Verdicts judgeEtabliLe(const Input &input)
{
    const QDate &date = input.projet.identite.etabliLe;
    const auto field = uniqueField(u"identite"_s, u"etabliLe"_s);
    if (!date.isValid())
        return {};
    if (date > input.today)
        return {improvement(u"Le projet de santé est daté du %1, une date à venir"_s.arg(base::frenchLongDate(date)),
                            field)};
    return {fulfilled(u"Le projet de santé est daté"_s, field)};
}

struct Role {
    QString field;   // of identite
    QString subject; // "Le représentant légal"
};

Verdicts judgeRole(const Input &input, const base::Id &id, const Role &role)
{
    const domain::Personne *person = input.projet.personnes.find(id);
    if (!person || blank(person->nom))
        return {blocking(u"%1 n’est pas nommé"_s.arg(role.subject),
                         person ? domain::FieldAddress{u"personne"_s, id, u"nom"_s}
                                : uniqueField(u"identite"_s, role.field))};
    const Expected expected{{u"profession"_s, person->profession, u"la profession"_s},
                            {u"telephone"_s, person->telephone, u"le téléphone"_s},
                            {u"email"_s, person->email, u"l’adresse mail"_s}};
    const auto [field, missing] = lacking(expected);
    if (missing.isEmpty() && !base::looksLikeMail(person->email))
        return {
            improvement(u"%1 : l’adresse mail « %2 » n’est pas complète"_s.arg(role.subject, shortened(person->email)),
                        {u"personne"_s, id, u"email"_s})};
    if (missing.isEmpty() && !base::looksLikeTelephone(person->telephone))
        return {improvement(
            u"%1 : le numéro de téléphone « %2 » n’est pas complet"_s.arg(role.subject, shortened(person->telephone)),
            {u"personne"_s, id, u"telephone"_s})};
    if (missing.isEmpty())
        return {fulfilled(u"%1 est présenté"_s.arg(role.subject), {u"personne"_s, id, u"nom"_s})};
    return {
        improvement(u"%1 : il manque %2"_s.arg(role.subject, base::frenchList(missing)), {u"personne"_s, id, field})};
}

Verdicts judgeRepresentant(const Input &input)
{
    return judgeRole(input, input.projet.identite.representantLegal,
                     {u"representantLegal"_s, u"Le représentant légal"_s});
}

Verdicts judgeCoordonnateur(const Input &input)
{
    return judgeRole(input, input.projet.identite.coordonnateur,
                     {u"coordonnateur"_s, u"Le coordonnateur de la CPTS"_s});
}

Verdicts judgeGouvernance(const Input &input)
{
    const QString code =
        blank(textOf(input.projet, u"gouvernance-projet"_s)) ? u"gouvernance"_s : u"gouvernance-projet"_s;
    const auto field = keyedField(u"rubrique"_s, u"gouvernance-projet"_s, u"texte"_s);
    const int words = base::wordCount(textOf(input.projet, code));
    if (words == 0 && input.projet.instances.empty())
        return {improvement(u"La gouvernance n’est pas décrite"_s, field)};
    if (words < fewWords && input.projet.instances.empty())
        return {improvement(u"Description de la gouvernance : %1, et aucune instance"_s.arg(
                                base::frenchCount(words, u"mot"_s, u"mots"_s)),
                            field)};
    for (const auto &[id, instance] : domain::inOrder(input.projet.instances))
        if (blank(instance->role))
            return {improvement(u"%1 : son rôle n’est pas décrit"_s.arg(nomCourt(u"Instance"_s, instance->nom)),
                                {u"instance"_s, id, u"role"_s})};
    return {fulfilled(u"La gouvernance est décrite"_s, field)};
}

Verdicts judgeInclusion(const Input &input)
{
    return judgeText(input, {u"inclusion"_s, u"La dynamique d’inclusion n’est pas décrite"_s,
                             u"Dynamique d’inclusion"_s, fewWords / 2, Severity::Improvement});
}

Verdicts judgePartenaires(const Input &input)
{
    const auto field = newRecord(u"partenaire"_s, u"convention"_s);
    if (input.projet.partenaires.empty())
        return {improvement(u"Aucun partenaire n’est indiqué"_s, newRecord(u"partenaire"_s, u"service"_s))};
    const auto formal = std::count_if(input.projet.partenaires.begin(), input.projet.partenaires.end(),
                                      [](const auto &each) { return each.second.convention == true; });
    for (const auto &[id, partner] : domain::inOrder(input.projet.partenaires))
        if (!partner->convention)
            return {improvement(u"%1 : partenariat formalisé ou non ?"_s.arg(
                                    blank(partner->service) ? u"Un partenaire"_s : shortened(partner->service)),
                                {u"partenaire"_s, id, u"convention"_s})};
    if (formal == 0)
        return {improvement(u"Aucun partenariat n’est formalisé par une convention"_s, field)};
    return {fulfilled(base::frenchCount(formal, u"partenariat formalisé"_s, u"partenariats formalisés"_s), field)};
}

bool speaksOfUsers(const QString &text)
{
    const QString folded = u' ' + base::fold(text) + u' ';
    return folded.contains(u" usager"_s) || folded.contains(u" association de patients"_s) ||
           folded.contains(u" representants des patients"_s);
}

// Recorded: a member, a partner, an instance, a need they voiced.
bool usersArePresent(const domain::Projet &projet)
{
    const auto voiced = [](const auto &each) { return each.second.ditParUsagers; };
    const auto member = [](const auto &each) {
        return speaksOfUsers(each.second.profession + u' ' + each.second.structure);
    };
    const auto partner = [](const auto &each) { return speaksOfUsers(each.second.service); };
    const auto body = [](const auto &each) { return speaksOfUsers(each.second.composition); };
    return std::any_of(projet.besoins.begin(), projet.besoins.end(), voiced) ||
           std::any_of(projet.personnes.begin(), projet.personnes.end(), member) ||
           std::any_of(projet.partenaires.begin(), projet.partenaires.end(), partner) ||
           std::any_of(projet.instances.begin(), projet.instances.end(), body);
}

bool usersAreQuoted(const domain::Projet &projet)
{
    return std::any_of(projet.rubriques.begin(), projet.rubriques.end(),
                       [](const auto &each) { return speaksOfUsers(base::plainText(each.second.texte)); });
}

Verdicts judgeUsagers(const Input &input)
{
    const auto field = newRecord(u"instance"_s, u"composition"_s);
    if (!usersArePresent(input.projet))
        return {improvement(usersAreQuoted(input.projet)
                                ? u"Les usagers sont cités dans un texte, mais ni partenaires, ni dans une instance"_s
                                : u"Les usagers n’apparaissent nulle part dans le projet"_s,
                            field)};
    return {fulfilled(u"Les usagers sont associés au projet"_s, field)};
}

} // namespace

std::vector<Criterion> projetStructureCriteria()
{
    const QString page = u"organisation"_s;
    return {
        {u"projet.statuts"_s, page, u"Les statuts sont joints au projet de santé ; l’ouverture à tous s’y lit."_s, head,
         judgeStatuts},
        {u"projet.forme-juridique"_s, page, u"Pour signer l’ACI, une CPTS se constitue en association loi 1901."_s,
         u"Code de la santé publique, article L. 1434-12-1"_s, judgeFormeJuridique},
        {u"projet.etabli-le"_s, page,
         u"Chaque document porte aussi la date de sa version : elle ne peut pas précéder celle du projet."_s, head,
         judgeEtabliLe},
        {u"projet.siret"_s, page, u"La trame le demande, en tête du projet de santé."_s, head, judgeSiret},
        {u"projet.coordonnees"_s, page,
         u"L’ARS les utilise pour écrire, et publie l’adresse mail choisie sur son site."_s, head, judgeCoordonnees},
        {u"projet.representant-legal"_s, page, u"C’est lui qui signera le contrat."_s, head, judgeRepresentant},
        {u"projet.coordonnateur"_s, page, u"Il est l’interlocuteur de l’ARS et de l’Assurance Maladie."_s, head,
         judgeCoordonnateur},
        {u"projet.gouvernance"_s, page, u"L’instructeur veut savoir qui décide, et comment."_s,
         u"Cahier des charges PACA 2022, p. 9 et annexe 4, 2b)"_s, judgeGouvernance},
        {u"projet.inclusion"_s, page, u"La dynamique inclusive est un critère important de validation."_s,
         u"Cahier des charges PACA 2022, annexe 4, 2a) et 2d)"_s, judgeInclusion},
        {u"projet.partenaires"_s, page, u"La trame demande, pour chacun, si le partenariat est formalisé."_s,
         u"Cahier des charges PACA 2022, annexe 4, 2e)"_s, judgePartenaires},
        {u"projet.usagers"_s, page, u"Les usagers ont vocation à participer à la CPTS."_s,
         u"Cahier des charges PACA 2022, p. 6"_s, judgeUsagers},
    };
}

} // namespace controle
