#include "guide/plain_page.h"

#include <algorithm>

namespace guide
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QString wordsOf(const std::vector<report::Run> &runs)
{
    QString text;
    for (const report::Run &run : runs) {
        // What is bold in the guide stands on a button or in a menu: without bold, quotation marks say so.
        const bool onScreen = run.bold && !run.text.trimmed().isEmpty();
        text += run.type == report::Run::Type::LineBreak ? u"\n"_s
                : onScreen                               ? u"«\u00A0%1\u00A0»"_s.arg(run.text)
                                                         : run.text;
        if (!run.link.isEmpty())
            text += u" (page\u00A0%1)"_s.arg(run.link.sliced(1));
    }
    return text;
}

// Its own lines, each broken where it is too long. The first begins with `first`, the others under it.
QString wrapped(const QString &text, const QString &first, int width)
{
    const QString indent(first.size(), u' ');
    QString whole;
    QString line = first;
    const auto end = [&] {
        while (line.endsWith(u' '))
            line.chop(1);
        whole += line + u'\n';
        line = indent;
    };
    for (const QString &part : text.split(u'\n')) {
        // Not simplified(): it would take the no-break spaces for spaces.
        for (const QString &word : part.split(u' ', Qt::SkipEmptyParts)) {
            const bool empty = line.size() == indent.size();
            if (!empty && line.size() + 1 + word.size() > width)
                end();
            line += (line.size() == indent.size() ? QString() : u" "_s) + word;
        }
        end();
    }
    return whole;
}

QString underlined(const QString &title, QChar rule, int width)
{
    return wrapped(title, {}, width) + QString(std::min(int(title.size()), width), rule) + u'\n';
}

class Writer
{
public:
    explicit Writer(int width) : m_width(width) {}

    void operator()(const report::Heading &heading)
    {
        const QString words = wordsOf(heading.runs);
        m_number = 0;
        separate(false);
        m_text += underlined(words, heading.level == 2 ? u'-' : u'.', m_width);
    }
    void operator()(const report::Paragraph &paragraph)
    {
        const bool item = paragraph.listLevel > 0;
        separate(item);
        m_text += wrapped(wordsOf(paragraph.runs), item ? bullet(paragraph) : QString(), m_width);
    }
    // One item for each row: the first cell, then what the others say of it, by their heads when there are several.
    void operator()(const report::Table &table)
    {
        separate(false);
        const report::Row *head = nullptr;
        for (const report::Row &row : table.rows) {
            if (row.role == report::Row::Role::Header) {
                head = &row;
                continue;
            }
            if (row.cells.size() == 2) {
                m_text += wrapped(cell(row, 0) + u"\u00A0: "_s + cell(row, 1), u"- "_s, m_width);
                continue;
            }
            m_text += wrapped(cell(row, 0), u"- "_s, m_width);
            for (size_t i = 1; i < row.cells.size(); ++i)
                if (!cell(row, i).isEmpty())
                    m_text +=
                        wrapped((head ? cell(*head, i) + u"\u00A0: "_s : QString()) + cell(row, i), u"    "_s, m_width);
        }
    }
    void operator()(const report::Figure &figure)
    {
        separate(false);
        m_text += wrapped(u"[Image\u00A0: %1]"_s.arg(figure.description), {}, m_width);
    }
    void operator()(const report::PageBreak &) {}

    [[nodiscard]] QString take() { return std::move(m_text); }

private:
    static QString cell(const report::Row &row, size_t column)
    {
        return column < row.cells.size() ? wordsOf(row.cells[column].paragraphs.front().runs) : QString();
    }
    QString bullet(const report::Paragraph &paragraph)
    {
        m_number = paragraph.number > 0 ? paragraph.number : m_number + 1;
        const QString indent((paragraph.listLevel - 1) * 3, u' ');
        return indent + (paragraph.numbered ? u"%1. "_s.arg(m_number) : u"- "_s);
    }
    // A blank line between blocks, except between the items of a list.
    void separate(bool item)
    {
        if (!m_text.isEmpty() && !(item && m_item))
            m_text += u'\n';
        m_item = item;
    }

    int m_width;
    QString m_text;
    bool m_item = false;
    int m_number = 0;
};

} // namespace

QString plainPage(const Page &page, int width)
{
    Writer writer(width);
    for (const report::Block &block : page.blocks)
        std::visit(writer, block);
    return underlined(page.title, u'=', width) + u'\n' + writer.take();
}

} // namespace guide
