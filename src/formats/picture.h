// A figure as a picture that goes by itself: for a web page, a slide, a poster.
#pragma once

#include "base/result.h"
#include "report/document.h"

#include <QByteArray>

namespace formats
{

// Vectors, with the title and the description for who does not see it. Same figure, same bytes.
[[nodiscard]] QByteArray figureSvg(const report::Figure &figure);

constexpr double pictureDotsPerInch = 200;
// Needs a QGuiApplication.
[[nodiscard]] base::Result<QByteArray> figurePng(const report::Figure &figure, double dotsPerInch = pictureDotsPerInch);

// "svg" and "png"; only the second needs a QGuiApplication.
[[nodiscard]] QStringList pictureFormats();
[[nodiscard]] base::Result<QByteArray> pictureOf(const report::Figure &figure, const QString &format);

} // namespace formats
