// The few properties of a style that the markup can say. For this room only.
#pragma once

#include <optional>
#include <QHash>
#include <QString>

namespace imports
{

// What a style sheet says; what it does not say is not set.
struct HtmlLook {
    std::optional<bool> bold;
    std::optional<bool> italic;
    bool hidden = false;
    bool struck = false;
    bool comment = false;   // what a reader wrote in the margin of Word
    int wordLevel = 0;      // of an item of a list, in Word's own words
    bool wordLabel = false; // the bullet or the number that Word wrote itself
};
// "font-weight:700; font-style:italic".
[[nodiscard]] HtmlLook lookOf(QStringView style);
// What `over` says prevails.
[[nodiscard]] HtmlLook joined(HtmlLook look, const HtmlLook &over);

// The looks of the classes of a style sheet (".xl65 { … }"), by name; other selectors are left out.
[[nodiscard]] QHash<QString, HtmlLook> classLooks(QStringView styleSheet);

} // namespace imports
