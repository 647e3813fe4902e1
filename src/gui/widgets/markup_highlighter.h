// Shows a text with markup nearly as it will be printed: bold is bold, and the marks step back.
#pragma once

#include <QSyntaxHighlighter>

namespace gui
{

// Only looks: no character is added or taken away. Where the keyboard is, marks are small and dim; elsewhere they
// take no room and can't be seen, as on paper.
class MarkupHighlighter final : public QSyntaxHighlighter
{
    Q_OBJECT
public:
    explicit MarkupHighlighter(QTextDocument *document);
    // With the colours and the sizes of the theme, when they have changed.
    void followTheme();
    // The block whose marks are shown, by its number; -1: none. True when that changes something.
    bool showMarksOf(int block);

protected:
    void highlightBlock(const QString &line) override;

private:
    [[nodiscard]] QTextCharFormat dimmed() const;
    void dim(int start, int length);
    void mark(int start, int length);
    void highlightRow(const QString &line);
    void highlightPicture(const QString &line);
    void highlightWords(const QString &line);

    QColor m_markColour;
    int m_markSize;
    int m_shown = -1;
    QTextCharFormat m_ground; // of the line being shown: a row of a table has a band behind it
    bool m_heading = false;   // and its first row may name the columns
};

} // namespace gui
