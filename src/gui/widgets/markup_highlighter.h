// Shows a text with markup nearly as it will be printed: bold is bold, and the marks step back.
#pragma once

#include <QSyntaxHighlighter>

namespace gui
{

// Only looks: no character is hidden, moved or added.
class MarkupHighlighter final : public QSyntaxHighlighter
{
    Q_OBJECT
public:
    explicit MarkupHighlighter(QTextDocument *document);
    // With the colours of the theme, when it has changed.
    void followTheme();

protected:
    void highlightBlock(const QString &line) override;

private:
    void dim(int start, int length);

    QColor m_markColour;
};

} // namespace gui
