// Annexe 3, part 1, and the contacts of part 2c.
#include "base/mail.h"
#include "base/telephone.h"
#include "base/text.h"
#include "controle/criteria.h"

namespace controle
{

using namespace Qt::Literals::StringLiterals;

namespace
{

domain::FieldAddress porteurField(const domain::Projet &projet, const QString &field)
{
    return domain::porteur(projet) ? domain::FieldAddress{u"personne"_s, projet.identite.porteur, field}
                                   : uniqueField(u"identite"_s, u"porteur"_s);
}

domain::Personne porteurOrNobody(const domain::Projet &projet)
{
    const domain::Personne *found = domain::porteur(projet);
    return found ? *found : domain::Personne();
}

Verdicts judgeNomProjet(const Input &input)
{
    const auto field = uniqueField(u"identite"_s, u"nom"_s);
    if (blank(input.projet.identite.nom))
        return {blocking(u"Le projet n’a pas de nom"_s, field)};
    return {fulfilled(u"Le projet a un nom"_s, field)};
}

Verdicts judgePorteurNom(const Input &input)
{
    const auto field = porteurField(input.projet, u"nom"_s);
    if (blank(porteurOrNobody(input.projet).nom))
        return {blocking(u"Le porteur du projet n’est pas nommé"_s, field)};
    return {fulfilled(u"Le porteur du projet est nommé"_s, field)};
}

Verdicts judgePorteurProfession(const Input &input)
{
    const auto field = porteurField(input.projet, u"profession"_s);
    if (blank(porteurOrNobody(input.projet).profession))
        return {improvement(u"La profession du porteur n’est pas indiquée"_s, field)};
    return {fulfilled(u"La profession du porteur est indiquée"_s, field)};
}

Verdicts judgePorteurMail(const Input &input)
{
    const auto field = porteurField(input.projet, u"email"_s);
    const QString mail = porteurOrNobody(input.projet).email.trimmed();
    if (mail.isEmpty())
        return {blocking(u"L’adresse mail du porteur manque"_s, field)};
    if (!base::looksLikeMail(mail))
        return {blocking(u"L’adresse mail du porteur n’est pas complète : « %1 »"_s.arg(shortened(mail)), field)};
    return {fulfilled(u"L’adresse mail du porteur est indiquée"_s, field)};
}

Verdicts judgePorteurTelephone(const Input &input)
{
    const auto field = porteurField(input.projet, u"telephone"_s);
    const QString telephone = porteurOrNobody(input.projet).telephone;
    if (blank(telephone))
        return {improvement(u"Le numéro de téléphone du porteur manque"_s, field)};
    if (!base::looksLikeTelephone(telephone))
        return {improvement(u"Le numéro de téléphone du porteur n’est pas complet : « %1 »"_s.arg(shortened(telephone)),
                            field)};
    return {fulfilled(u"Le numéro de téléphone du porteur est indiqué"_s, field)};
}

// The lines of the trame that expect an answer; « Autres » does not.
const QStringList &expectedContacts()
{
    static const QStringList codes{u"exercice-coordonne"_s, u"appui-coordination"_s, u"collectivites"_s,
                                   u"centre-hospitalier"_s};
    return codes;
}

Verdicts judgeContacts(const Input &input)
{
    QStringList silent;
    for (const QString &code : expectedContacts()) {
        const auto *contact = domain::findKey(input.projet.contacts, u"contact"_s, code);
        if (!contact || !contact->pris)
            silent << code;
    }
    const auto field = keyedField(u"contact"_s, silent.value(0, expectedContacts().first()), u"pris"_s);
    if (silent.isEmpty())
        return {fulfilled(u"Les contacts pris sont renseignés"_s, field)};
    return {improvement(
        base::frenchCount(silent.size(), u"ligne de contact sans réponse"_s, u"lignes de contacts sans réponse"_s),
        field)};
}

// With whom the contact of a line was taken: the lines in their order, as they are named in a sentence.
const std::vector<std::pair<QString, QString>> &namedContacts()
{
    static const std::vector<std::pair<QString, QString>> lines{
        {u"exercice-coordonne"_s, u"structures d’exercice coordonné"_s},
        {u"appui-coordination"_s, u"dispositif d’appui à la coordination"_s},
        {u"collectivites"_s, u"collectivités territoriales"_s},
        {u"centre-hospitalier"_s, u"centre hospitalier"_s},
        {u"autres"_s, u"autres structures"_s}};
    return lines;
}

Verdicts judgeContactsPrecises(const Input &input)
{
    QStringList unnamed; // as they are called
    QString first;       // code of the first of them
    QString named;
    for (const auto &[code, name] : namedContacts()) {
        const auto *contact = domain::findKey(input.projet.contacts, u"contact"_s, code);
        if (!contact || contact->pris != true)
            continue;
        if (!blank(contact->precision)) {
            named = code;
            continue;
        }
        first = unnamed.isEmpty() ? code : first;
        unnamed << name;
    }
    if (!unnamed.isEmpty())
        return {improvement(u"Contact pris sans préciser avec qui : %1"_s.arg(someOf(unnamed)),
                            keyedField(u"contact"_s, first, u"precision"_s))};
    if (!named.isEmpty())
        return {
            fulfilled(u"Les structures contactées sont nommées"_s, keyedField(u"contact"_s, named, u"precision"_s))};
    return {};
}

} // namespace

std::vector<Criterion> porteurCriteria()
{
    const QString page = u"porteur"_s;
    const QString form = u"Cahier des charges PACA 2022, annexe 3, 1)"_s;
    const QString answer = u"Cahier des charges PACA 2022, p. 18"_s;
    return {
        {u"lettre.nom-projet"_s, page, u"C’est sous ce nom que le projet passe en commission."_s, form, judgeNomProjet},
        {u"lettre.porteur-nom"_s, page,
         u"La CPTS naît de l’initiative de professionnels : l’ARS doit savoir qui porte le projet."_s, form,
         judgePorteurNom},
        {u"lettre.porteur-profession"_s, page,
         u"La trame la demande : le projet vient de professionnels de santé de ville."_s, form, judgePorteurProfession},
        {u"lettre.porteur-mail"_s, page, u"L’ARS répond par courriel, dans un délai d’un mois après la commission."_s,
         answer, judgePorteurMail},
        {u"lettre.porteur-telephone"_s, page, u"La trame le demande, avec l’adresse mail."_s, form,
         judgePorteurTelephone},
    };
}

std::vector<Criterion> contactCriteria()
{
    const QString page = u"partenariats"_s;
    const QString source = u"Cahier des charges PACA 2022, p. 6 et 18"_s;
    return {
        {u"lettre.contacts"_s, page,
         u"La lettre précise les acteurs déjà associés et ceux qui le seront : « non » est aussi une réponse."_s,
         source, judgeContacts},
        {u"lettre.contacts-precises"_s, page, u"La trame demande de préciser lesquels."_s,
         u"Cahier des charges PACA 2022, annexe 3, 2c)"_s, judgeContactsPrecises},
    };
}

} // namespace controle
