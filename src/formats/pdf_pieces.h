// PDFs that somebody else made, put page by page among ours: the drawing of each page and nothing else. No action, no
// program, no attached file, no link of theirs comes along.
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <vector>

namespace formats::pdf
{

struct ForeignPages {
    int count = 0; // 0: they can't be put among ours
    QString fault; // why, in words that follow « fichier joint à part : »
};
// Tried whole, in memory: what this accepts, withPages() writes.
[[nodiscard]] ForeignPages examine(const QByteArray &pdf);

// What to say when it is attached; empty when its pages can be put among ours, or when it is no PDF.
[[nodiscard]] QString noticeOf(const QString &nom, const QByteArray &octets);

struct Insertion {
    int after = 0; // a page of ours, from 0
    QByteArray pdf;
    QString label; // before the page number: « Pièce 3, p. »
};
// `ours` with the pages of others after the pages told, in order. Our pages keep the number printed on them.
[[nodiscard]] base::Result<QByteArray> withPages(const QByteArray &ours, const std::vector<Insertion> &insertions);

} // namespace formats::pdf
