#include "report/user_text.h"

#include "base/typography.h"

namespace report
{

namespace
{

// Embeddings, overrides and isolates: they can show another text than the one written.
bool turnsDirection(char32_t c)
{
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool carried(char32_t c)
{
    if (c == U'\n')
        return true;
    const auto category = QChar::category(c);
    return category != QChar::Other_Control && category != QChar::Other_Surrogate && !turnsDirection(c) &&
           c != 0xFEFF && !QChar::isNonCharacter(c);
}

// Takes the bullet off; 0 when the line has none.
int takeBullet(QString &line)
{
    const bool indented = line.startsWith(u' ');
    const QString text = line.trimmed();
    const QChar first = text.isEmpty() ? QChar() : text.front();
    const bool bullet = first == u'-' || first == QChar(0x2013) || first == QChar(0x2022);
    if (!bullet || text.size() < 3 || !text.at(1).isSpace())
        return 0;
    line = text.mid(2).trimmed();
    return indented ? 2 : 1;
}

} // namespace

QString cleanText(const QString &typed)
{
    QString unified = typed;
    unified.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    for (const char16_t breaking : {u'\r', u'\v', u'\f', u'\x85', u'\u2028', u'\u2029'})
        unified.replace(QChar(breaking), u'\n');
    unified.replace(u'\t', u' ');
    QString clean;
    clean.reserve(unified.size());
    for (qsizetype i = 0; i < unified.size(); ++i) {
        char32_t c = unified.at(i).unicode();
        if (QChar::isHighSurrogate(c) && i + 1 < unified.size() && unified.at(i + 1).isLowSurrogate()) {
            c = QChar::surrogateToUcs4(unified.at(i), unified.at(i + 1));
            ++i;
        }
        if (carried(c))
            clean += QChar::fromUcs4(c);
    }
    return clean;
}

QString printedText(const QString &typed)
{
    return base::frenchTypography(cleanText(typed).replace(u'\n', u' ').trimmed());
}

std::vector<Paragraph> paragraphsOf(const QString &typed, Paragraph::Role role, const FieldTag &field,
                                    const QString &label)
{
    std::vector<Paragraph> paragraphs;
    const QString clean = cleanText(typed);
    for (const QStringView view : QStringView(clean).split(u'\n')) {
        QString line = view.toString();
        if (line.trimmed().isEmpty())
            continue;
        Paragraph paragraph;
        paragraph.role = role;
        paragraph.listLevel = takeBullet(line);
        paragraph.runs.push_back(
            {Run::Type::Text, base::frenchTypography(line.trimmed()), false, false, false, field, label, {}});
        paragraphs.push_back(std::move(paragraph));
    }
    if (paragraphs.empty()) {
        Paragraph empty;
        empty.role = role;
        empty.runs.push_back({Run::Type::Text, {}, false, false, false, field, label, {}});
        paragraphs.push_back(std::move(empty));
    }
    return paragraphs;
}

} // namespace report
