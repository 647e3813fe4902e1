#include "report/json_lines.h"

#include <QString>

namespace report
{

namespace
{

// Walks a text that is known to be valid JSON.
class Walker
{
public:
    explicit Walker(const QByteArray &json) : m_json(json) {}

    JsonLines walk()
    {
        value(QString());
        return std::move(m_found);
    }

private:
    [[nodiscard]] char current() const { return m_at < m_json.size() ? m_json.at(m_at) : '\0'; }

    void advance()
    {
        if (current() == '\n')
            ++m_line;
        ++m_at;
    }

    void spaces()
    {
        while (m_at < m_json.size() && QByteArrayView(" \t\r\n").contains(current()))
            advance();
    }

    // From the opening quote to after the closing one; escapes are kept, they can't be part of a known key.
    QString string()
    {
        advance();
        const qsizetype start = m_at;
        while (m_at < m_json.size() && current() != '"') {
            if (current() == '\\')
                advance();
            advance();
        }
        const QString text = QString::fromUtf8(m_json.mid(start, m_at - start));
        advance();
        return text;
    }

    void value(const QString &pointer)
    {
        spaces();
        m_found.lines.emplace(pointer, m_line);
        if (current() == '{')
            object(pointer);
        else if (current() == '[')
            array(pointer);
        else if (current() == '"')
            string();
        else
            while (m_at < m_json.size() && !QByteArrayView(",]} \t\r\n").contains(current()))
                advance();
    }

    void object(const QString &pointer)
    {
        advance();
        for (spaces(); m_at < m_json.size() && current() != '}'; spaces()) {
            const int line = m_line;
            const QString child = pointer + u'/' + string();
            if (m_found.lines.contains(child))
                m_found.duplicates << child;
            m_found.lines.insert_or_assign(child, line);
            spaces();
            advance(); // the colon
            value(child);
            separator();
        }
        advance();
    }

    void array(const QString &pointer)
    {
        advance();
        int index = 0;
        for (spaces(); m_at < m_json.size() && current() != ']'; spaces()) {
            value(pointer + u'/' + QString::number(index++));
            separator();
        }
        advance();
    }

    void separator()
    {
        spaces();
        if (current() == ',')
            advance();
    }

    const QByteArray &m_json;
    qsizetype m_at = 0;
    int m_line = 1;
    JsonLines m_found;
};

} // namespace

JsonLines jsonLines(const QByteArray &json)
{
    return Walker(json).walk();
}

} // namespace report
