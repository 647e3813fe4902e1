#include "gui/forms/validation.h"

#include "base/mail.h"
#include "base/written_date.h"

#include <QRegularExpression>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

bool looksLikePhone(const QString &text)
{
    // Ten digits, an international number, or a short one (15, 3949); spaces, dots and hyphens anywhere; several
    // numbers apart by "/" or ",".
    static const QRegularExpression pattern(u"^(0\\d{9}|(\\+|00)\\d{8,14}|1\\d{1,5}|3\\d{3})$"_s);
    static const QRegularExpression separators(u"[\\s.\\-()]"_s);
    static const QRegularExpression several(u"[/,;]|\\bou\\b"_s);
    for (QString each : text.split(several, Qt::SkipEmptyParts)) {
        each.remove(separators);
        if (!each.isEmpty() && !pattern.match(each).hasMatch())
            return false;
    }
    return true;
}

QString remarkOnText(const QString &fieldName, const QString &text)
{
    if (fieldName == "email"_L1 && !base::looksLikeMail(text))
        return u"Cette adresse ne semble pas complète. Exemple : contact@cpts-exemple.fr"_s;
    if (fieldName == "telephone"_L1 && !looksLikePhone(text))
        return u"Ce numéro ne semble pas complet : dix chiffres sont attendus. Exemple : 04 92 00 00 00"_s;
    return {};
}

QString remarkOnNumber(const QString &fieldName, qint64 number)
{
    const bool year = fieldName.endsWith("annee"_L1, Qt::CaseInsensitive);
    if (year && !base::isYear(number))
        return u"Une année s’écrit avec quatre chiffres. Exemple : 2026"_s;
    return {};
}

} // namespace

QString remarkOn(const domain::FieldDescription &field, const domain::Value &value)
{
    if (const auto *text = std::get_if<QString>(&value); text && !text->trimmed().isEmpty())
        return remarkOnText(field.name, text->trimmed());
    if (const auto *number = std::get_if<qint64>(&value))
        return remarkOnNumber(field.name, *number);
    return {};
}

} // namespace gui
