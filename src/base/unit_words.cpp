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

QString singular(const QString &word)
{
    static const QSet<QString> invariable{u"mois"_s,  u"fois"_s,  u"cas"_s,   u"temps"_s,   u"avis"_s,
                                          u"accès"_s, u"repas"_s, u"pays"_s,  u"décès"_s,   u"cours"_s,
                                          u"corps"_s, u"colis"_s, u"tiers"_s, u"progrès"_s, u"parcours"_s};
    if (word.size() < 4 || !word.endsWith(u's') || word.endsWith(u"ss"_s) || invariable.contains(word))
        return word;
    return word.chopped(1);
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
