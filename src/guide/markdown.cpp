#include "guide/markdown.h"

#include "base/picture_info.h"
#include "base/typography.h"

#include <algorithm>
#include <cmath>
#include <md4c.h>

namespace guide
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr double pictureWidth = 150; // mm

QString textOf(const MD_ATTRIBUTE &attribute)
{
    return QString::fromUtf8(attribute.text, qsizetype(attribute.size));
}

QString plain(const std::vector<report::Run> &runs)
{
    QString text;
    for (const report::Run &run : runs)
        text += run.text;
    return text;
}

// As wide as their longest cells ask, so that a column of sentences takes what a column of keys leaves.
void setWidths(report::Table &table)
{
    for (const report::Row &row : table.rows)
        for (size_t i = 0; i < row.cells.size(); ++i) {
            if (table.columns.size() <= i)
                table.columns.resize(i + 1, 0);
            const auto length = static_cast<double>(plain(row.cells[i].paragraphs.front().runs).size());
            table.columns[i] = std::max(table.columns[i], std::sqrt(std::max(9.0, length)));
        }
    QStringList heads;
    for (const report::Cell &cell : table.rows.front().cells)
        heads << plain(cell.paragraphs.front().runs);
    table.description = u"Tableau : "_s + heads.join(u", "_s);
}

// What md4c tells, one call after the other.
class Reader
{
public:
    explicit Reader(const PictureSource &pictures) : m_pictures(pictures) {}

    void enter(MD_BLOCKTYPE type, void *detail)
    {
        switch (type) {
        case MD_BLOCK_H:
            m_level = static_cast<int>(static_cast<MD_BLOCK_H_DETAIL *>(detail)->level);
            break;
        case MD_BLOCK_UL:
        case MD_BLOCK_OL:
            endParagraph(); // of the item that holds this list
            m_lists.push_back({type == MD_BLOCK_OL, 0});
            break;
        case MD_BLOCK_LI:
            ++m_lists.back().items;
            break;
        case MD_BLOCK_TABLE:
            m_table = report::Table{};
            break;
        case MD_BLOCK_TR:
            m_table.rows.emplace_back();
            break;
        case MD_BLOCK_TH:
            m_table.rows.back().role = report::Row::Role::Header;
            break;
        case MD_BLOCK_CODE:
            m_code = true;
            break;
        default:
            break;
        }
    }

    void leave(MD_BLOCKTYPE type)
    {
        switch (type) {
        case MD_BLOCK_H:
            endHeading();
            break;
        case MD_BLOCK_P:
        case MD_BLOCK_LI:
            endParagraph();
            break;
        case MD_BLOCK_UL:
        case MD_BLOCK_OL:
            m_lists.pop_back();
            break;
        case MD_BLOCK_TH:
        case MD_BLOCK_TD:
            endCell(type == MD_BLOCK_TH);
            break;
        case MD_BLOCK_TABLE:
            setWidths(m_table);
            m_out.blocks.emplace_back(std::move(m_table));
            break;
        case MD_BLOCK_CODE:
            endParagraph();
            m_code = false;
            break;
        case MD_BLOCK_HTML:
            endComment();
            break;
        default:
            break;
        }
    }

    void enter(MD_SPANTYPE type, void *detail)
    {
        if (type == MD_SPAN_STRONG)
            m_bold = true;
        else if (type == MD_SPAN_EM)
            m_italic = true;
        else if (type == MD_SPAN_CODE)
            m_code = true;
        else if (type == MD_SPAN_A)
            m_link = inner(textOf(static_cast<MD_SPAN_A_DETAIL *>(detail)->href));
        else if (type == MD_SPAN_IMG) {
            endParagraph(); // what is written before it is no part of its description
            m_picture = textOf(static_cast<MD_SPAN_IMG_DETAIL *>(detail)->src);
        }
    }

    void leave(MD_SPANTYPE type)
    {
        if (type == MD_SPAN_STRONG)
            m_bold = false;
        else if (type == MD_SPAN_EM)
            m_italic = false;
        else if (type == MD_SPAN_CODE)
            m_code = false;
        else if (type == MD_SPAN_A)
            m_link.clear();
        else if (type == MD_SPAN_IMG)
            endPicture();
    }

    void text(MD_TEXTTYPE type, const QString &text)
    {
        if (type == MD_TEXT_HTML) {
            m_comment += text;
            return;
        }
        if (type == MD_TEXT_BR || (m_code && text == u"\n"_s)) {
            m_runs.push_back({.type = report::Run::Type::LineBreak});
            return;
        }
        const report::Run run{
            .text = type == MD_TEXT_SOFTBR ? u" "_s : text, .bold = m_bold, .italic = m_italic, .link = m_link};
        const bool same = !m_runs.empty() && m_runs.back().type == run.type && m_runs.back().bold == run.bold &&
                          m_runs.back().italic == run.italic && m_runs.back().link == run.link && !m_code &&
                          m_runs.back().label.isEmpty();
        if (same)
            m_runs.back().text += run.text;
        else
            m_runs.push_back(run);
        if (m_code)
            m_runs.back().label = u"code"_s;
    }

    [[nodiscard]] Markdown take() { return std::move(m_out); }

private:
    struct List {
        bool ordered;
        int items;
    };

    static QString inner(const QString &address)
    {
        return address.endsWith(u".md"_s) && !address.contains(u'/') ? u'#' + address.chopped(3) : QString();
    }

    std::vector<report::Run> takeRuns()
    {
        for (report::Run &run : m_runs) {
            if (run.label.isEmpty()) // what is to be typed keeps its label: it is shown in its own face
                run.text = base::frenchTypography(run.text);
        }
        while (!m_runs.empty() && m_runs.back().type == report::Run::Type::LineBreak)
            m_runs.pop_back();
        return std::exchange(m_runs, {});
    }

    void endHeading()
    {
        auto runs = takeRuns();
        if (m_level == 1 && m_out.title.isEmpty())
            m_out.title = plain(runs);
        else
            m_out.blocks.emplace_back(report::Heading{std::clamp(m_level, 2, 3), std::move(runs), {}, false});
    }

    void endParagraph()
    {
        if (m_runs.empty())
            return;
        report::Paragraph paragraph;
        paragraph.runs = takeRuns();
        if (!m_lists.empty()) {
            paragraph.listLevel = std::min(int(m_lists.size()), 2);
            paragraph.numbered = m_lists.back().ordered;
            paragraph.number = m_lists.back().ordered ? m_lists.back().items : 0;
        }
        m_out.blocks.emplace_back(std::move(paragraph));
    }

    void endCell(bool header)
    {
        report::Paragraph paragraph;
        paragraph.role = header ? report::Paragraph::Role::TableHead : report::Paragraph::Role::TableCell;
        paragraph.runs = takeRuns();
        report::Cell cell;
        cell.header = header;
        cell.paragraphs.push_back(std::move(paragraph));
        m_table.rows.back().cells.push_back(std::move(cell));
    }

    void endPicture()
    {
        const QString description = plain(takeRuns());
        const QByteArray bytes = m_pictures(std::exchange(m_picture, {}));
        const auto info = base::pictureInfo(bytes);
        if (!info)
            return;
        report::Figure figure;
        figure.size = {pictureWidth, pictureWidth * info->size.height() / info->size.width()};
        figure.description = description;
        figure.picture = bytes;
        m_out.blocks.emplace_back(std::move(figure));
    }

    void endComment()
    {
        const QString text = std::exchange(m_comment, {}).trimmed();
        if (text.startsWith(u"<!--"_s) && text.endsWith(u"-->"_s))
            m_out.comments << text.sliced(4).chopped(3).trimmed();
    }

    const PictureSource &m_pictures;
    Markdown m_out;
    std::vector<report::Run> m_runs;
    std::vector<List> m_lists;
    report::Table m_table;
    int m_level = 1;
    bool m_bold = false;
    bool m_italic = false;
    bool m_code = false;
    QString m_link;
    QString m_picture;
    QString m_comment;
};

template <class Type>
int entering(Type type, void *detail, void *reader)
{
    static_cast<Reader *>(reader)->enter(type, detail);
    return 0;
}

template <class Type>
int leaving(Type type, void *, void *reader)
{
    static_cast<Reader *>(reader)->leave(type);
    return 0;
}

int telling(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *reader)
{
    static_cast<Reader *>(reader)->text(type, QString::fromUtf8(text, qsizetype(size)));
    return 0;
}

} // namespace

Markdown readMarkdown(const QByteArray &text, const PictureSource &pictures)
{
    Reader reader(pictures);
    const MD_PARSER parser{0,
                           MD_FLAG_TABLES,
                           entering<MD_BLOCKTYPE>,
                           leaving<MD_BLOCKTYPE>,
                           entering<MD_SPANTYPE>,
                           leaving<MD_SPANTYPE>,
                           telling,
                           nullptr,
                           nullptr};
    md_parse(text.constData(), static_cast<MD_SIZE>(text.size()), &parser, &reader);
    return reader.take();
}

} // namespace guide
