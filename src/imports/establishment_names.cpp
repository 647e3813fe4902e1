#include "imports/establishment_names.h"

#include "base/text.h"

#include <algorithm>
#include <QRegularExpression>

namespace imports
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// « Centre hospitalier (CH) » -> CH; nothing when what is between brackets is no acronym.
QString sigleOf(const QString &label)
{
    static const QRegularExpression form(u"\\((\\p{L}{2,})\\)$"_s);
    const QString inside = form.match(label).captured(1);
    const auto capitals = std::count_if(inside.begin(), inside.end(), [](QChar c) { return c.isUpper(); });
    return capitals > 1 ? inside : QString();
}

QString capitalised(const QString &word)
{
    return word.left(1).toUpper() + word.mid(1).toLower();
}

// « SAINT-JEAN » -> « Saint-Jean »
QString titleCase(const QString &word)
{
    QStringList parts = word.split(u'-');
    for (QString &part : parts)
        part = capitalised(part);
    return parts.join(u'-');
}

// Digits, dots, roman numbers, letters without any vowel: no word to be written small.
bool staysAsItIs(const QString &word)
{
    static const QRegularExpression form(u"[\\d.]|^[IVX]{2,}$|^(?!STE?$)[^AEIOUYÀÂÄÉÈÊËÎÏÔÖÙÛÜ'’-]{2,}$"_s);
    return form.match(word).hasMatch();
}

} // namespace

EstablishmentNames::EstablishmentNames(const QStringList &labels, const QStringList &sigles, const QStringList &words)
{
    constexpr int shortest = 4; // letters of a word that labels teach
    static const QRegularExpression notLetter(u"[^\\p{L}]+"_s);
    for (const QString &label : labels) {
        if (const QString sigle = sigleOf(label); !sigle.isEmpty())
            m_sigles.insert(base::fold(sigle), sigle);
        const QString plain = label.left(1).toLower() + label.mid(1);
        for (const QString &each : plain.split(notLetter, Qt::SkipEmptyParts))
            if (each.size() >= shortest && each == each.toLower())
                m_words.insert(base::fold(each), each);
    }
    for (const QString &sigle : sigles)
        m_sigles.insert(base::fold(sigle), sigle);
    for (const QString &each : words)
        m_words.insert(base::fold(each), each);
}

QString EstablishmentNames::plainWord(const QString &capitals, bool proper) const
{
    const QString folded = base::fold(capitals);
    if (const auto sigle = m_sigles.constFind(folded); sigle != m_sigles.constEnd())
        return *sigle;
    if (staysAsItIs(capitals))
        return capitals;
    if (const auto known = m_words.constFind(folded); known != m_words.constEnd())
        return proper ? capitalised(*known) : *known;
    return titleCase(capitals);
}

// « LES » begins a proper name, unless it follows « DE »: « EHPAD Les Tilleuls », « clinique de la Durance ».
std::pair<QString, EstablishmentNames::Before> EstablishmentNames::word(const QString &capitals, Before before) const
{
    static const QStringList small{u"de"_s, u"du"_s,  u"des"_s,  u"au"_s,   u"aux"_s, u"et"_s,
                                   u"en"_s, u"sur"_s, u"sous"_s, u"pour"_s, u"par"_s, u"à"_s};
    static const QStringList articles{u"le"_s, u"la"_s, u"les"_s};
    const bool proper = before == Before::Start || before == Before::Article;
    const QString lower = capitals == "A"_L1 ? u"à"_s : capitals.toLower();
    if (small.contains(lower))
        return {proper ? capitalised(lower) : lower, Before::Preposition};
    if (articles.contains(lower))
        return before == Before::Preposition ? std::pair(lower, Before::Word)
                                             : std::pair(capitalised(lower), Before::Article);
    static const QRegularExpression elided(u"^([DL])['’](.+)$"_s);
    if (const auto match = elided.match(capitals); match.hasMatch()) {
        const bool own = match.captured(1) == "L"_L1 && before != Before::Preposition;
        const QString letter = own || before == Before::Start ? match.captured(1) : match.captured(1).toLower();
        return {letter + u'’' + plainWord(match.captured(2), own), Before::Word};
    }
    return {plainWord(capitals, proper), Before::Word};
}

QString EstablishmentNames::ordinary(const QString &name, const QString &commune) const
{
    const QString text = name.simplified();
    if (text != text.toUpper())
        return text;
    constexpr qsizetype longest = 8; // words of the name of a commune
    const QString place = base::fold(commune);
    const QStringList words = text.split(u' ');
    QStringList written;
    Before before = Before::Start;
    for (qsizetype at = 0; at < words.size(); ++at) {
        qsizetype count = place.isEmpty() ? 0 : std::min(longest, words.size() - at);
        while (count > 0 && base::fold(words.mid(at, count).join(u' ')) != place)
            --count;
        if (count > 0) {
            written << commune;
            before = Before::Word;
            at += count - 1;
            continue;
        }
        const auto [one, after] = word(words[at], before);
        written << one;
        before = after;
    }
    return written.join(u' ');
}

QString EstablishmentNames::withNature(const QString &name, const QString &label)
{
    const QString said = u' ' + base::fold(name) + u' ';
    const QString sigle = sigleOf(label);
    const QString bare = base::fold(label.section(u'(', 0, 0));
    const bool known = (!sigle.isEmpty() && said.contains(u' ' + base::fold(sigle) + u' ')) ||
                       (!bare.isEmpty() && said.contains(u' ' + bare + u' '));
    return known ? name : u"%1, %2"_s.arg(name, label);
}

} // namespace imports
