// The user's guide: docs/guide as it was when the program was built, page by page, for the screen, paper and PDF.
#pragma once

#include "report/document.h"

#include <QStringList>

namespace guide
{

struct Page {
    QString code;         // the name of its file: "prendre-en-main"
    QString title;        // French typography applied, as everywhere below
    QString part;         // of the contents: "Commencer"
    QStringList helps;    // codes of the pages of the program that it explains
    QString contentsName; // what the contents call it, for the test that both agree
    // Without the title. Headings are of level 2 and 3; a link leads to "#code" of another page.
    std::vector<report::Block> blocks;
};

class Guide
{
public:
    // The embedded guide, in the order of its contents. Another folder is for tests. What the contents name and that is
    // not there is left out.
    [[nodiscard]] static Guide load(const QString &folder = QStringLiteral(":/guide-utilisation/guide"));

    [[nodiscard]] const std::vector<Page> &pages() const { return m_pages; }
    // nullptr when there is none.
    [[nodiscard]] const Page *page(const QString &code) const;
    // The page that explains a page of the program, else nullptr.
    [[nodiscard]] const Page *pageFor(const QString &programPage) const;
    // The pages that hold every word, whatever the accents and capitals; those whose title does come first. Without a
    // word: all of them.
    [[nodiscard]] std::vector<const Page *> search(const QString &words) const;

private:
    std::vector<Page> m_pages;
};

// All the pages, with their table of contents, or one alone.
[[nodiscard]] report::Document documentOf(const Guide &guide, const QDate &today);
[[nodiscard]] report::Document documentOf(const Page &page, const QDate &today);

} // namespace guide
