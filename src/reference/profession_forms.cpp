#include "reference/profession_forms.h"

#include "base/text.h"

#include <QStringList>

namespace reference
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// Both words begin alike: the feminine of the other, not another thing.
bool sameStem(const QString &one, const QString &other)
{
    constexpr qsizetype stem = 3;
    const QString first = base::fold(one);
    const QString second = base::fold(other);
    return first == second || (first.size() >= stem && first.left(stem) == second.left(stem));
}

// "Infirmier(ère)"; both words when French has no short way.
QString both(const QString &masculine, const QString &feminine)
{
    if (feminine.startsWith(masculine, Qt::CaseInsensitive))
        return feminine.size() == masculine.size() ? masculine
                                                   : masculine + u'(' + feminine.mid(masculine.size()) + u')';
    static const std::pair<QString, QString> endings[] = {
        {u"teur"_s, u"trice"_s}, {u"eur"_s, u"euse"_s}, {u"er"_s, u"ère"_s}};
    for (const auto &[his, hers] : endings)
        if (masculine.endsWith(his) && feminine.endsWith(hers))
            return masculine + u'(' + hers + u')';
    return masculine + u" ou "_s + feminine;
}

// Each part of "Opticien-lunetier" has its own ending.
QString bothParts(const QString &masculine, const QString &feminine)
{
    const QStringList his = masculine.split(u'-');
    const QStringList hers = feminine.split(u'-');
    if (his.size() != hers.size())
        return both(masculine, feminine);
    QStringList parts;
    for (qsizetype i = 0; i < his.size(); ++i)
        parts << both(his[i], hers[i]);
    return parts.join(u'-');
}

} // namespace

ProfessionForms professionForms(const QString &singulier)
{
    const ProfessionForms same{singulier, singulier, singulier};
    const qsizetype joint = singulier.indexOf(u" ou "_s);
    if (joint < 0)
        return same;
    QStringList his = singulier.left(joint).split(u' ');
    const QStringList hers = singulier.mid(joint + 4).split(u' ');
    if (his.size() > hers.size())
        return same;
    QStringList common;
    for (qsizetype i = 0; i < his.size(); ++i) {
        if (!sameStem(his[i], hers[i]))
            return same;
        common << bothParts(his[i], hers[i]);
    }
    // What follows the feminine is said of both: "ou infirmière psychiatrique".
    his += hers.mid(his.size());
    common += hers.mid(common.size());
    QString feminine = hers.join(u' ');
    feminine[0] = feminine[0].toUpper();
    return {his.join(u' '), feminine, common.join(u' ')};
}

} // namespace reference
