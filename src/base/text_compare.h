// Two versions of one text: what differs, and both in one.
#pragma once

#include <QString>
#include <vector>

namespace base
{

// A run of words of a text.
struct Passage {
    QString text;
    bool common = false; // with the other text

    bool operator==(const Passage &) const = default;
};

// The whole of `text`, word by word, beside `other`: the passages joined give `text` back.
[[nodiscard]] std::vector<Passage> comparedWith(const QString &text, const QString &other);
// The same for a reader: of a long common passage, only what stands beside a difference.
[[nodiscard]] std::vector<Passage> differences(const QString &text, const QString &other);
// Every line and sentence of both, those that they share once, in their order.
[[nodiscard]] QString bothTexts(const QString &mine, const QString &theirs);

} // namespace base
