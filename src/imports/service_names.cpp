#include "imports/service_names.h"

#include "base/text.h"
#include "reference/name_key.h"

#include <algorithm>
#include <QRegularExpression>
#include <QStringList>

namespace imports
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// "C.H." -> "CH ", "S.S.I.A.D" -> "SSIAD ".
QString withoutDots(const QString &name)
{
    static const QRegularExpression dotted(u"\\b(?:\\p{L}\\.\\s?)+\\p{L}\\.(?:\\p{L}\\b)?"_s,
                                           QRegularExpression::UseUnicodePropertiesOption);
    QString text = name;
    for (auto match = dotted.match(text); match.hasMatch(); match = dotted.match(text)) {
        QString letters = match.captured();
        letters.remove(u'.').remove(u' ');
        text.replace(match.capturedStart(), match.capturedLength(), letters + u' ');
    }
    return text;
}

// Folded, "st" as "saint", without the small words.
QString bare(const QString &name)
{
    static const QStringList small{u"de"_s, u"du"_s, u"des"_s, u"d"_s,  u"la"_s,   u"le"_s,  u"les"_s, u"l"_s,
                                   u"a"_s,  u"au"_s, u"aux"_s, u"en"_s, u"pour"_s, u"sur"_s, u"et"_s};
    const std::string folded = reference::expandWords(reference::foldUtf8(name.toStdString()));
    QStringList words;
    for (const QString &word : QString::fromStdString(folded).split(u' ', Qt::SkipEmptyParts))
        if (!small.contains(word))
            words.push_back(word);
    return words.isEmpty() ? base::fold(name) : words.join(u' ');
}

} // namespace

ServiceNames::ServiceNames(const reference::Sigles &sigles)
{
    // Of two letters, the list of acronyms keeps none.
    m_long.emplace_back(u"centre hospitalier"_s, u"ch"_s);
    for (const auto &[sigle, meanings] : sigles.sens)
        for (const QString &meaning : meanings)
            m_long.emplace_back(bare(meaning), bare(sigle));
    std::stable_sort(m_long.begin(), m_long.end(),
                     [](const auto &a, const auto &b) { return a.first.size() > b.first.size(); });
}

QString ServiceNames::key(const QString &name) const
{
    QString text = u' ' + bare(withoutDots(name)) + u' ';
    for (const auto &[whole, sigle] : m_long)
        text.replace(u' ' + whole + u' ', u' ' + sigle + u' ');
    return text.trimmed();
}

} // namespace imports
