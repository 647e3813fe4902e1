#include "base/unit_words.h"

#include <cmath>
#include <QSet>
#include <QStringList>

namespace base
{

using namespace Qt::Literals::StringLiterals;

namespace
{

bool endsTheAgreement(const QString &word)
{
    static const QSet<QString> prepositions{u"par"_s, u"pour"_s, u"de"_s,   u"des"_s, u"du"_s,   u"à"_s,   u"au"_s,
                                            u"aux"_s, u"en"_s,   u"dans"_s, u"sur"_s, u"avec"_s, u"sans"_s};
    return prepositions.contains(word) || word.startsWith(u"d’"_s) || word.startsWith(u"d'"_s) ||
           word.startsWith(u'(') || word.contains(u'/');
}

// "avis", "rendez-vous", "transmis": their s is not that of a plural.
bool isInvariable(const QString &word)
{
    static const QSet<QString> invariable{
        u"mois"_s,     u"fois"_s,    u"cas"_s,     u"temps"_s,     u"avis"_s,       u"accès"_s,     u"repas"_s,
        u"pays"_s,     u"décès"_s,   u"cours"_s,   u"corps"_s,     u"colis"_s,      u"tiers"_s,     u"progrès"_s,
        u"parcours"_s, u"recours"_s, u"secours"_s, u"concours"_s,  u"discours"_s,   u"succès"_s,    u"procès"_s,
        u"abcès"_s,    u"relais"_s,  u"palais"_s,  u"devis"_s,     u"bras"_s,       u"plus"_s,      u"moins"_s,
        u"trois"_s,    u"virus"_s,   u"abus"_s,    u"processus"_s, u"campus"_s,     u"consensus"_s, u"bonus"_s,
        u"malus"_s,    u"inclus"_s,  u"diffus"_s,  u"assis"_s,     u"rendez-vous"_s};
    const QString lower = word.toLower();
    return invariable.contains(lower) || lower.endsWith("pris"_L1) || lower.endsWith("quis"_L1) ||
           (lower.endsWith("mis"_L1) && lower != "amis"_L1);
}

// "réseaux", "lieux", "hôpitaux".
QString withoutPluralX(const QString &word)
{
    static const QSet<QString> chopped{u"lieux"_s, u"milieux"_s, u"jeux"_s, u"enjeux"_s};
    const QString lower = word.toLower();
    if (lower.endsWith("eaux"_L1) || lower.endsWith("yaux"_L1) || chopped.contains(lower))
        return word.chopped(1);
    if (lower == "travaux"_L1)
        return word.chopped(3) + u"ail"_s;
    const bool plural = word.size() > 4 && lower.endsWith("aux"_L1); // neither "taux" nor "faux"
    return plural ? word.chopped(3) + u"al"_s : word;
}

QString singular(const QString &word)
{
    if (word.size() < 4)
        return word;
    if (word.endsWith(u'x'))
        return withoutPluralX(word);
    return !word.endsWith(u's') || word.endsWith("ss"_L1) || isInvariable(word) ? word : word.chopped(1);
}

} // namespace

QString unitFor(double value, const QString &unit)
{
    QStringList words = unit.trimmed().split(u' ');
    if (std::abs(value) >= 2)
        return words.join(u' ');
    for (QString &word : words) {
        if (endsTheAgreement(word))
            break;
        word = singular(word);
    }
    return words.join(u' ');
}

} // namespace base
