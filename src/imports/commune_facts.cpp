#include "imports/commune_facts.h"

#include "base/text.h"

#include <algorithm>
#include <QRegularExpression>

namespace imports
{

using namespace Qt::Literals::StringLiterals;

namespace
{

const QRegularExpression &qpvCodeForm()
{
    static const QRegularExpression form(u"\\bQ[NP]\\d{3,6}[A-Z]?\\b"_s, QRegularExpression::CaseInsensitiveOption);
    return form;
}

bool saysNone(const QString &folded)
{
    static const QStringList words{u"non"_s,       u"aucun"_s, u"aucune"_s,   u"0"_s,
                                   u"neant"_s,     u"sans"_s,  u"sans qpv"_s, u"pas de qpv"_s,
                                   u"aucun qpv"_s, u"faux"_s,  u"false"_s,    u"non concerne"_s};
    if (folded.isEmpty() || words.contains(folded))
        return true;
    // « Aucun QPV (commune rurale) », « Pas de quartier prioritaire ».
    static const QStringList starts{u"aucun "_s, u"aucune "_s, u"non "_s, u"pas de "_s, u"sans qpv "_s, u"neant "_s};
    return std::any_of(starts.begin(), starts.end(),
                       [&folded](const QString &start) { return folded.startsWith(start); });
}

} // namespace

std::optional<domain::Zonage> readZonage(const QString &text)
{
    const QString folded = base::fold(text);
    if (folded.isEmpty())
        return std::nullopt;
    for (const auto &[zonage, choice] : domain::Choices<domain::Zonage>::all())
        if (folded == base::fold(choice.label) || (!choice.code.isEmpty() && folded == choice.code))
            return zonage;
    if (folded.contains("intervention prioritaire"_L1))
        return domain::Zonage::Zip;
    if (folded.contains("action complementaire"_L1))
        return domain::Zonage::Zac;
    static const QStringList outside{u"non"_s, u"hors zone"_s, u"hors zip et zac"_s, u"non zone"_s, u"hz"_s};
    return outside.contains(folded) ? std::optional(domain::Zonage::Aucun) : std::nullopt;
}

domain::Number readCount(const QString &text)
{
    QString digits = text;
    digits.removeIf([](QChar c) { return c.isSpace(); });
    static const QRegularExpression form(u"^[0-9]{1,12}$"_s);
    return form.match(digits).hasMatch() ? domain::Number(digits.toLongLong()) : std::nullopt;
}

domain::Number readYear(const QString &text)
{
    static const QRegularExpression form(u"(?<!\\d)(199\\d|20\\d\\d)(?!\\d)"_s);
    const auto match = form.match(text);
    return match.hasMatch() ? domain::Number(match.captured(1).toLongLong()) : std::nullopt;
}

QpvAnswer readQpv(const QString &text)
{
    const QString folded = base::fold(text);
    if (saysNone(folded))
        return {!text.trimmed().isEmpty() ? domain::Answer(true) : std::nullopt, {}};
    static const QStringList yes{u"oui"_s, u"x"_s, u"vrai"_s, u"true"_s, u"qpv"_s};
    QpvAnswer answer{false, {}};
    if (yes.contains(folded) || readCount(text))
        return answer;
    static const QRegularExpression between(u"[;,|\\n]"_s);
    for (const QString &part : text.split(between))
        if (const QString name = part.simplified(); !name.isEmpty())
            answer.names.push_back(name);
    return answer;
}

QString qpvCode(const QString &text)
{
    return qpvCodeForm().match(text).captured().toUpper();
}

QString qpvName(const QString &text)
{
    QString name = text;
    name.remove(qpvCodeForm());
    static const QRegularExpression around(u"^[\\s:()–-]+|[\\s:(–-]+$|\\(\\s*\\)"_s);
    return name.remove(around).simplified();
}

} // namespace imports
