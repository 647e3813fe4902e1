#include "imports/html_tokens.h"

#include "imports/html_entities.h"

namespace imports
{

using namespace Qt::Literals::StringLiterals;

namespace
{

bool isLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool endsName(QChar c)
{
    return c.isSpace() || c == u'>' || c == u'/' || c == u'=';
}

bool isRaw(const QString &name)
{
    return name == u"script" || name == u"style" || name == u"title" || name == u"textarea";
}

bool isKept(const QString &attribute)
{
    return attribute == u"style" || attribute == u"class" || attribute == u"colspan" || attribute == u"rowspan" ||
           attribute == u"start" || attribute == u"href" || attribute == u"width" || attribute == u"height";
}

// What stands between the name of a tag and its end.
QHash<QString, QString> attributesOf(QStringView text)
{
    QHash<QString, QString> attributes;
    qsizetype at = 0;
    const auto passSpaces = [&] {
        while (at < text.size() && (text[at].isSpace() || text[at] == u'/'))
            ++at;
    };
    for (passSpaces(); at < text.size(); passSpaces()) {
        const qsizetype start = at++;
        while (at < text.size() && !endsName(text[at]))
            ++at;
        const QString name = text.mid(start, at - start).toString().toLower();
        while (at < text.size() && text[at].isSpace())
            ++at;
        if (at == text.size() || text[at] != u'=')
            continue;
        ++at;
        while (at < text.size() && text[at].isSpace())
            ++at;
        const QChar quote = at < text.size() && (text[at] == u'"' || text[at] == u'\'') ? text[at] : QChar();
        const qsizetype from = quote.isNull() ? at : at + 1;
        at = from;
        while (at < text.size() && (quote.isNull() ? !text[at].isSpace() : text[at] != quote))
            ++at;
        if (isKept(name))
            attributes.insert(name, withoutEntities(text.mid(from, at - from)));
        at += quote.isNull() ? 0 : 1;
    }
    return attributes;
}

} // namespace

HtmlToken HtmlTokens::next()
{
    if (!m_raw.isEmpty())
        return rawText();
    while (m_at < m_html.size()) {
        if (!atTag())
            return text();
        if (m_html[m_at + 1] == u'!' || m_html[m_at + 1] == u'?')
            passDeclaration();
        else
            return tag();
    }
    return {};
}

// A "<" that begins nothing is text.
bool HtmlTokens::atTag() const
{
    if (m_html[m_at] != u'<' || m_at + 1 >= m_html.size())
        return false;
    const QChar c = m_html[m_at + 1];
    const bool closing = c == u'/' && m_at + 2 < m_html.size() && isLetter(m_html[m_at + 2]);
    return closing || isLetter(c) || c == u'!' || c == u'?';
}

HtmlToken HtmlTokens::text()
{
    const qsizetype start = m_at++;
    while (m_at < m_html.size() && !atTag())
        ++m_at;
    HtmlToken token{HtmlToken::Type::Text, {}, {}, withoutEntities(m_html.mid(start, m_at - start))};
    return token;
}

void HtmlTokens::passDeclaration()
{
    const bool comment = m_html.mid(m_at).startsWith(u"<!--");
    const qsizetype end = comment ? m_html.indexOf(u"-->", m_at + 4) : m_html.indexOf(u'>', m_at);
    m_at = end < 0 ? m_html.size() : end + (comment ? 3 : 1);
}

// The ">" that ends the tag: not one inside quotes, unless they never close.
qsizetype HtmlTokens::tagEnd(qsizetype from)
{
    QChar quote;
    QChar before; // not a space
    for (qsizetype at = from; m_quotesClose && at < m_html.size(); ++at) {
        const QChar c = m_html[at];
        if (!quote.isNull())
            quote = c == quote ? QChar() : quote;
        else if (before == u'=' && (c == u'"' || c == u'\''))
            quote = c;
        else if (c == u'>')
            return at;
        before = c.isSpace() ? before : c;
    }
    m_quotesClose = false;
    const qsizetype end = m_html.indexOf(u'>', from);
    return end < 0 ? m_html.size() : end;
}

HtmlToken HtmlTokens::tag()
{
    const bool closing = m_html[m_at + 1] == u'/';
    const qsizetype start = m_at + (closing ? 2 : 1);
    qsizetype at = start;
    while (at < m_html.size() && !endsName(m_html[at]))
        ++at;
    HtmlToken token;
    token.type = closing ? HtmlToken::Type::Close : HtmlToken::Type::Open;
    token.name = m_html.mid(start, at - start).toString().toLower();
    const qsizetype end = tagEnd(at);
    token.closed = end > at && m_html[end - 1] == u'/';
    if (!closing)
        token.attributes = attributesOf(m_html.mid(at, end - at));
    m_at = std::min(end + 1, m_html.size());
    if (!closing && isRaw(token.name))
        m_raw = token.name;
    return token;
}

HtmlToken HtmlTokens::rawText()
{
    const QString closing = u"</"_s + std::exchange(m_raw, QString());
    const qsizetype end = m_html.indexOf(closing, m_at, Qt::CaseInsensitive);
    const qsizetype to = end < 0 ? m_html.size() : end;
    HtmlToken token{HtmlToken::Type::Text, {}, {}, m_html.mid(m_at, to - m_at).toString()};
    m_at = to;
    return token;
}

} // namespace imports
