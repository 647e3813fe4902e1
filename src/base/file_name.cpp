#include "base/file_name.h"

#include <array>

namespace base
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr qsizetype longest = 100;
constexpr qsizetype mostBytes = 200; // some disks count bytes: 255, room left for a number before the name
constexpr qsizetype longestExtension = 10;

// What follows the last folder and the drive, without the stream of a Windows disk ("x.pdf:hidden.exe").
QString lastPart(const QString &given)
{
    QString name = given.mid(std::max(given.lastIndexOf(u'/'), given.lastIndexOf(u'\\')) + 1);
    if (name.size() > 1 && name[1] == u':' && name[0].isLetter())
        name.remove(0, 2);
    return name.section(u':', 0, 0);
}

bool isAllowed(char32_t c)
{
    if (c < 0x80)
        return QChar(char16_t(c)).isLetterOrNumber() || u" .,;'()[]{}-_+=@&#!%$"_s.contains(QChar(char16_t(c)));
    return QChar::isLetterOrNumber(c) || QChar::isMark(c) || (c < 0x10000 && u"’‘“”«»–—…°€"_s.contains(QChar(c)));
}

// Seen as nothing or turning the text around it: left out without a trace.
bool isUnseen(char32_t c)
{
    const auto category = QChar::category(c);
    return category == QChar::Other_Format || category == QChar::Other_Control || category == QChar::Other_Surrogate;
}

QString inAllowedCharacters(const QString &name)
{
    QString allowed;
    for (qsizetype i = 0; i < name.size(); ++i) {
        char32_t c = name[i].unicode();
        if (name[i].isHighSurrogate() && i + 1 < name.size() && name[i + 1].isLowSurrogate()) {
            c = QChar::surrogateToUcs4(name[i], name[i + 1]);
            ++i;
        }
        if (c == U'\t' || (QChar::isSpace(c) && !isUnseen(c)))
            allowed += u' ';
        else if (isAllowed(c))
            allowed += QChar::fromUcs4(c);
        else if (!isUnseen(c))
            allowed += u'-';
    }
    return allowed.normalized(QString::NormalizationForm_C);
}

QString withoutRuns(QString name)
{
    for (const QString &twice : {u".."_s, u"  "_s})
        while (name.contains(twice))
            name.replace(twice, twice.left(1));
    qsizetype from = 0;
    while (from < name.size() && u" .-"_s.contains(name[from]))
        ++from;
    qsizetype to = name.size();
    while (to > from && u" ."_s.contains(name[to - 1]))
        --to;
    return name.mid(from, to - from);
}

// What Windows keeps for its devices, whatever the extension.
bool isDevice(const QString &name)
{
    const QString stem = name.section(u'.', 0, 0).trimmed().toUpper();
    static const std::array<QString, 6> whole{u"CON"_s, u"PRN"_s, u"AUX"_s, u"NUL"_s, u"CONIN$"_s, u"CONOUT$"_s};
    if (std::find(whole.begin(), whole.end(), stem) != whole.end())
        return true;
    return stem.size() == 4 && (stem.startsWith("COM"_L1) || stem.startsWith("LPT"_L1)) &&
           u"0123456789¹²³"_s.contains(stem[3]);
}

QString shortened(const QString &name)
{
    const qsizetype dot = name.lastIndexOf(u'.');
    const bool hasExtension = dot > 0 && name.size() - dot - 1 <= longestExtension;
    QString stem = hasExtension ? name.left(dot) : name;
    const QString extension = hasExtension ? name.mid(dot) : QString();
    stem = stem.left(longest - extension.size());
    while ((stem + extension).toUtf8().size() > mostBytes)
        stem.chop(1);
    if (!stem.isEmpty() && stem.back().isHighSurrogate())
        stem.chop(1);
    return withoutRuns(stem + extension);
}

} // namespace

QString safeName(const QString &given)
{
    QString name = withoutRuns(inAllowedCharacters(lastPart(given)));
    if (isDevice(name))
        name.prepend(u"Fichier "_s);
    name = shortened(name);
    return name.isEmpty() ? u"Fichier"_s : name;
}

QString extensionOfName(const QString &name)
{
    const qsizetype dot = name.lastIndexOf(u'.');
    return dot <= 0 ? QString() : name.mid(dot + 1).toLower();
}

} // namespace base
