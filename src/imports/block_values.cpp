#include "imports/block_values.h"

#include "base/amount.h"
#include "base/mail.h"
#include "base/telephone.h"
#include "base/text.h"
#include "base/written_date.h"
#include "domain/amounts.h"
#include "imports/cell_values.h"
#include "imports/person_names.h"

#include <cmath>
#include <QRegularExpression>

namespace imports
{

using namespace Qt::Literals::StringLiterals;
using domain::FieldDescription;
using domain::Kind;
using domain::Value;

namespace
{

constexpr double mostCount = 1e12;     // more digits are those of a telephone
constexpr qsizetype longestTold = 200; // characters of a cell that is quoted

// By the words of the list: the same, else all those that have all the words of the cell ("PSI Anne").
QStringList codesOf(const BlockField &field, const QString &cell)
{
    const QString wanted = base::fold(cell);
    for (const auto &[word, code] : field.words)
        if (base::fold(word) == wanted)
            return {code};
    const QStringList parts = wanted.split(u' ', Qt::SkipEmptyParts);
    QStringList found;
    for (const auto &[word, code] : field.words) {
        const QStringList words = base::fold(word).split(u' ', Qt::SkipEmptyParts);
        if (!parts.isEmpty() &&
            std::all_of(parts.begin(), parts.end(), [&words](const auto &part) { return words.contains(part); }))
            found << code;
    }
    const QString bare = withoutCivility(cell); // « Dr PSI Anne »
    return found.isEmpty() && !bare.isEmpty() && bare != cell.simplified() ? codesOf(field, bare) : found;
}

// "27" in a column of years is 2027; "0" is no year, and a share is no count.
std::optional<Value> readCount(const FieldDescription &described, const QString &cell)
{
    const domain::Decimal number = readDecimal(cell);
    if (!number || cell.contains(u'%') || *number < 0 || *number >= mostCount || *number != std::floor(*number))
        return std::nullopt;
    const bool year = isYearField(described);
    if (year && *number < 10)
        return std::nullopt;
    return Value(year ? base::wholeYear(qint64(*number)) : qint64(*number));
}

// « 0,8 ETP », « 80 % », « mi-temps »
std::optional<Value> readWorkTime(QString cell)
{
    static const QRegularExpression unit(u"\\s*(?:etp|etpt)\\s*$"_s, QRegularExpression::CaseInsensitiveOption);
    if (base::fold(cell) == "mi temps"_L1)
        return Value(0.5);
    const domain::Decimal time = readDecimal(cell.remove(unit));
    return time ? std::optional<Value>(cell.contains(u'%') ? *time / 100 : *time) : std::nullopt;
}

// What is done or not: « en cours » is not.
domain::Answer readDone(const QString &cell)
{
    static const QStringList done{u"faite"_s, u"realise"_s, u"realisee"_s, u"termine"_s, u"terminee"_s, u"ok"_s};
    static const QStringList waiting{u"a faire"_s,  u"en cours"_s, u"non fait"_s, u"non commence"_s, u"non commencee"_s,
                                     u"pas fait"_s, u"prevu"_s,    u"prevue"_s,   u"a venir"_s,      u"planifie"_s};
    const QString folded = base::fold(cell);
    return done.contains(folded)      ? domain::Answer(true)
           : waiting.contains(folded) ? domain::Answer(false)
                                      : readAnswer(cell);
}

std::optional<Value> readWords(const FieldDescription &described, const BlockField &field, const QString &cell)
{
    const auto code = codeOf(field, cell);
    if (described.kind == Kind::Reference) {
        const auto id = code ? domain::Id::parse(*code) : std::nullopt;
        return id ? std::optional<Value>(*id) : std::nullopt;
    }
    if (code)
        return Value(*code);
    if (const QString other = field.known ? field.known(cell) : QString(); !other.isEmpty())
        return Value(other);
    if (!field.freeText || isFormula(cell))
        return std::nullopt;
    return Value(described.kind == Kind::LongText ? cell : cell.simplified());
}

// The records that a cell names: one, or several apart by lines, semicolons, commas or "et"; all of them, or nothing.
std::optional<domain::IdList> namedIn(const BlockField &field, const QString &cell, size_t from = 0)
{
    static const std::vector<QRegularExpression> separators{
        QRegularExpression(u"[\\n;|]"_s), QRegularExpression(u"[,/]"_s), QRegularExpression(u"\\s+et\\s+"_s)};
    if (const auto code = codeOf(field, cell)) {
        const auto id = domain::Id::parse(*code);
        return id ? std::optional(domain::IdList{*id}) : std::nullopt;
    }
    for (size_t at = from; at < separators.size(); ++at) {
        const QStringList parts = cell.split(separators[at], Qt::SkipEmptyParts);
        if (parts.size() < 2)
            continue;
        domain::IdList all;
        for (const QString &part : parts) {
            const auto named = namedIn(field, part.simplified(), at + 1);
            if (!named)
                return std::nullopt;
            all.insert(all.end(), named->begin(), named->end());
        }
        return all;
    }
    return std::nullopt;
}

std::optional<Value> readSeveral(const BlockField &field, const QString &cell)
{
    const auto ids = namedIn(field, cell);
    return ids ? std::optional<Value>(domain::normalised(*ids)) : std::nullopt;
}

} // namespace

std::optional<QString> codeOf(const BlockField &field, const QString &cell)
{
    const QStringList found = codesOf(field, cell);
    return found.size() == 1 ? std::optional(found.front()) : std::nullopt;
}

std::optional<Value> readChoice(const FieldDescription &described, const BlockField &field, const QString &cell)
{
    for (const domain::Choice &choice : described.choices)
        if (!choice.code.isEmpty() && (base::fold(choice.label) == base::fold(cell) || choice.code == cell))
            return Value(choice.code);
    const QString other = field.known ? field.known(cell) : QString();
    return other.isEmpty() ? std::nullopt : std::optional<Value>(other);
}

bool isYearField(const FieldDescription &described)
{
    return described.kind == Kind::Integer && described.name.endsWith("annee"_L1, Qt::CaseInsensitive);
}

// « 2027 » written whole: neither a sum nor a count, as long as no title says so.
bool isYear(const QString &cell)
{
    bool whole = false;
    const qint64 year = cell.simplified().toLongLong(&whole);
    return whole && base::isYear(year);
}

bool isTelephone(const QString &cell)
{
    static const QRegularExpression form(u"^(?:\\+|00|0)[\\d\\s().\\-/]+$"_s); // neither a RPPS nor a SIRET
    return form.match(cell).hasMatch() && base::looksLikeTelephone(cell);
}

bool isDay(const QString &cell)
{
    return !isFigure(cell) && readDate(cell).isValid();
}

bool isFigure(const QString &cell)
{
    static const QRegularExpression figure(u"^[-+\\s.,]*\\d[\\d\\s.,]*(?:%|k?€|etp)?$"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    return figure.match(plainCell(cell)).hasMatch();
}

bool isContactOrDay(const QString &cell)
{
    return base::looksLikeMail(cell) || isTelephone(cell) || isDay(cell);
}

QDate endOfYear(const FieldDescription &described, const QString &cell)
{
    static const QRegularExpression year(u"^20\\d\\d$"_s);
    return described.kind == Kind::Date && described.name == "echeance"_L1 && year.match(cell.simplified()).hasMatch()
               ? QDate(cell.simplified().toInt(), 12, 31)
               : QDate();
}

std::optional<Value> blockValue(const FieldDescription &described, const BlockField &field, const QString &cell)
{
    const QString content = plainCell(cell);
    switch (described.kind) {
    case Kind::Text:
    case Kind::LongText:
    case Kind::Reference:
        return readWords(described, field, content);
    case Kind::Choice:
        return readChoice(described, field, content);
    case Kind::Integer:
        return readCount(described, content);
    case Kind::Decimal: {
        const bool share = content.contains(u'%');
        if (share && domain::isAmount(described))
            return std::nullopt;
        if (domain::isWorkTime(described))
            return readWorkTime(content);
        const domain::Decimal number = domain::isAmount(described) ? readAmount(content) : readDecimal(content);
        return number ? std::optional<Value>(*number) : std::nullopt;
    }
    case Kind::Date: {
        const QDate read = readDate(content);
        const QDate date = read.isValid() ? read : endOfYear(described, content);
        return date.isValid() ? std::optional<Value>(date) : std::nullopt;
    }
    case Kind::Flag:
    case Kind::Answer: {
        const domain::Answer answer = described.name == "faite"_L1 ? readDone(content) : readAnswer(content);
        return answer ? std::optional<Value>(*answer) : std::nullopt;
    }
    case Kind::References:
        return readSeveral(field, content);
    }
    return std::nullopt;
}

QString notUnderstood(const QString &cell, const QString &field)
{
    return u"« %1 » n’a pas été compris pour « %2 »"_s.arg(cell.simplified().left(longestTold), field);
}

QString notAmongPeople(const QString &cell, const QString &label, const BlockField &field)
{
    const QString written = cell.simplified().left(longestTold);
    return (codesOf(field, cell).size() > 1
                ? u"« %1 » est le nom de plusieurs personnes : choisissez la bonne sous « %2 »"_s
                : u"« %1 » n’est pas parmi les membres ni dans l’équipe : ajoutez cette personne, puis choisissez-la sous « %2 »"_s)
        .arg(written, label);
}

} // namespace imports
