// What the charts share: texts that fit, values as people write them. For this room only.
#pragma once

#include "report/document.h"

namespace report::charts
{

constexpr Color ink = 0x1B2A33;
constexpr Color secondary = 0x55656E;
constexpr Color grid = 0xC9D3D6;

// "14,9 %"; a unit that is long stays with the title.
[[nodiscard]] QString valueText(double value, const QString &unit);
[[nodiscard]] bool isShortUnit(const QString &unit);
// The text in lines of at most `width` mm, the last one cut with "…" when there are more than `most`.
[[nodiscard]] QStringList fittedLines(const QString &text, double width, double points, bool bold, int most);
// The widest of them, in mm.
[[nodiscard]] double widest(const QStringList &texts, double points, bool bold = false);
// "Source : INSEE, 2021." or nothing.
[[nodiscard]] QString sourceText(const QStringList &sources, const std::vector<qint64> &years);
// The colour mixed with white: `part` is what is left of it.
[[nodiscard]] Color tint(Color color, double part);
// A table of texts under one header row.
[[nodiscard]] Table tableOf(const QStringList &header, const std::vector<QStringList> &rows,
                            const QString &description);
// A line of text whose capitals have their middle at `middle`.
[[nodiscard]] Label labelAt(double x, double middle, const QString &text, double points,
                            Label::Anchor anchor = Label::Anchor::Left, bool bold = false);

} // namespace report::charts
