// HTML cut into tags and text, as tolerant as a browser and in one pass. Nothing is fetched, nothing is run. For this
// room only.
#pragma once

#include <QHash>
#include <QString>

namespace imports
{

struct HtmlToken {
    enum class Type { End, Text, Open, Close };
    Type type = Type::End;
    QString name;                       // of the tag, lower case
    QHash<QString, QString> attributes; // names in lower case; only those that tell a look, a span, a link
    QString text;                       // as it is written, references replaced
    bool closed = false;                // "<svg/>"
};

class HtmlTokens
{
public:
    explicit HtmlTokens(const QString &html) : m_html(html) {}

    // Comments, declarations and scripts are passed over; the text of a style sheet is one token inside its tags.
    [[nodiscard]] HtmlToken next();

private:
    [[nodiscard]] HtmlToken text();
    [[nodiscard]] bool atTag() const;
    [[nodiscard]] HtmlToken tag();
    [[nodiscard]] qsizetype tagEnd(qsizetype from);
    [[nodiscard]] HtmlToken rawText();
    void passDeclaration();

    QStringView m_html;
    qsizetype m_at = 0;
    QString m_raw;             // the element whose content is no HTML, just opened
    bool m_quotesClose = true; // false once a quote that never ends was met
};

} // namespace imports
