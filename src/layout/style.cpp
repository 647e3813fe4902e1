#include "layout/style.h"

#include "layout/page.h"

#include <algorithm>
#include <QFontDatabase>

using namespace Qt::Literals::StringLiterals;

namespace layout
{
namespace look
{

Paper paperOf(report::Sheet sheet)
{
    return sheet == report::Sheet::A3Landscape ? Paper{2 * sheetWidth, sheetHeight} : Paper{};
}

TextStyle paragraphStyle(report::Paragraph::Role role)
{
    switch (role) {
    case report::Paragraph::Role::Body:
        return {.points = 11, .after = 2};
    case report::Paragraph::Role::Guidance:
        return {.points = 10.5, .italic = true, .color = secondary, .after = 2};
    case report::Paragraph::Role::TableHead:
        return {.points = 10, .bold = true};
    case report::Paragraph::Role::TableCell:
        return {.points = 10, .after = 0.1}; // a usual fiche-action holds on its sheet
    case report::Paragraph::Role::Note:
        return {.points = 9, .color = secondary, .after = 1.5};
    }
    return {};
}

TextStyle headingStyle(int level)
{
    switch (std::clamp(level, 1, 3)) {
    case 1:
        return {.points = 12, .bold = true, .before = 6, .after = 3};
    case 2:
        return {.points = 11.5, .bold = true, .before = 4, .after = 2};
    default:
        return {.points = 11, .bold = true, .color = secondary, .before = 3, .after = 1.5};
    }
}

TextStyle titleStyle()
{
    return {.points = 16, .bold = true, .after = 2};
}

TextStyle subtitleStyle()
{
    return {.points = 12, .color = secondary, .after = 4};
}

TextStyle captionStyle()
{
    return {
        .points = 10.5, .bold = true, .color = secondary, .before = 2, .after = 1.5}; // below any title of the trame
}

TextStyle runningStyle()
{
    return {.points = 9, .color = secondary};
}

QStringList families()
{
    return {u"Liberation Sans"_s, u"DejaVu Sans"_s};
}

QFont codeFont(const TextStyle &style)
{
    QFont code = font(style, false, false);
    code.setFamilies({u"Liberation Mono"_s, u"DejaVu Sans Mono"_s});
    code.setPixelSize(qRound(style.points * 0.9 * unitsPerPoint)); // its letters are wider
    return code;
}

bool isCode(const report::Run &run)
{
    return run.type == report::Run::Type::Text && run.label == "code"_L1;
}

bool isCode(const report::Paragraph &paragraph)
{
    const auto typed = [](const report::Run &run) { return run.type == report::Run::Type::LineBreak || isCode(run); };
    return !paragraph.runs.empty() && std::all_of(paragraph.runs.begin(), paragraph.runs.end(), typed);
}

QFont font(const TextStyle &style, bool bold, bool italic)
{
    QFont font;
    font.setFamilies(families());
    font.setPixelSize(qRound(style.points * unitsPerPoint));
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setStyleStrategy(QFont::PreferOutline);
    font.setBold(style.bold || bold);
    font.setItalic(style.italic || italic);
    return font;
}

} // namespace look

QStringList missingFonts()
{
    QStringList missing;
    for (const QString &family : look::families()) {
        if (!QFontDatabase::hasFamily(family))
            missing += family;
    }
    return missing;
}

} // namespace layout
