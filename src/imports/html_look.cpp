#include "imports/html_look.h"

namespace imports
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int boldFrom = 600;

std::optional<bool> boldness(const QString &value)
{
    if (value == u"bold" || value == u"bolder")
        return true;
    if (value == u"normal" || value == u"lighter")
        return false;
    bool ok = false;
    const int weight = value.toInt(&ok);
    return ok ? std::optional(weight >= boldFrom) : std::nullopt;
}

std::optional<bool> slant(const QString &value)
{
    if (value == u"italic" || value.startsWith(u"oblique"))
        return true;
    return value == u"normal" ? std::optional(false) : std::nullopt;
}

// "l0 level2 lfo1"; "Ignore" marks the label.
int wordLevel(const QString &value)
{
    const qsizetype at = value.indexOf(u"level"_s);
    const int level = at < 0 ? 0 : value.mid(at + 5).section(u' ', 0, 0).toInt();
    return std::clamp(level, 0, 9);
}

} // namespace

HtmlLook lookOf(QStringView style)
{
    HtmlLook look;
    for (const QStringView declaration : style.split(u';')) {
        const qsizetype colon = declaration.indexOf(u':');
        if (colon < 0)
            continue;
        const QString name = declaration.left(colon).trimmed().toString().toLower();
        const QString value = declaration.mid(colon + 1).trimmed().toString().toLower().remove(u" !important"_s);
        if (name == u"font-weight")
            look.bold = boldness(value);
        else if (name == u"font-style")
            look.italic = slant(value);
        else if (name == u"mso-list" && value == u"ignore")
            look.wordLabel = true;
        else if (name == u"mso-list")
            look.wordLevel = wordLevel(value);
        else if (name == u"text-decoration" || name == u"text-decoration-line")
            look.struck = value.contains(u"line-through"_s);
        else if (name == u"mso-element" && value.startsWith(u"comment"))
            look.comment = true;
        else if ((name == u"display" && value == u"none") || (name == u"visibility" && value == u"hidden") ||
                 (name == u"mso-hide" && value == u"all"))
            look.hidden = true;
    }
    return look;
}

HtmlLook joined(HtmlLook look, const HtmlLook &over)
{
    look.bold = over.bold ? over.bold : look.bold;
    look.italic = over.italic ? over.italic : look.italic;
    look.hidden = look.hidden || over.hidden;
    look.struck = look.struck || over.struck;
    look.comment = look.comment || over.comment;
    look.wordLevel = std::max(look.wordLevel, over.wordLevel);
    look.wordLabel = look.wordLabel || over.wordLabel;
    return look;
}

QHash<QString, HtmlLook> classLooks(QStringView styleSheet)
{
    QHash<QString, HtmlLook> looks;
    for (const QStringView rule : styleSheet.split(u'}')) {
        const qsizetype open = rule.indexOf(u'{');
        QStringView selector = rule.left(std::max<qsizetype>(open, 0)).trimmed();
        if (selector.startsWith(u"<!--"))
            selector = selector.mid(4).trimmed();
        if (!selector.startsWith(u'.') || selector.contains(u' ') || selector.contains(u','))
            continue;
        looks.insert(selector.mid(1).toString(), lookOf(rule.mid(open + 1)));
    }
    return looks;
}

} // namespace imports
