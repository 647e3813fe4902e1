#include "imports/html_text.h"

#include "base/rich_text.h"
#include "imports/html_aside.h"
#include "imports/html_look.h"
#include "imports/html_table.h"
#include "imports/html_tokens.h"

#include <algorithm>

namespace imports
{

using namespace Qt::Literals::StringLiterals;
using base::RichParagraph;
using base::StyledText;

namespace
{

constexpr size_t deepestElement = 128; // elements inside these leave no trace of their own

bool in(const QString &name, std::initializer_list<QStringView> names)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

// What is begun and ended on a line of its own.
bool isBlock(const QString &name)
{
    return in(name, {u"p",       u"div",    u"h1",     u"h2",    u"h3",         u"h4",      u"h5",      u"h6",
                     u"ul",      u"ol",     u"li",     u"dl",    u"dt",         u"dd",      u"pre",     u"table",
                     u"tr",      u"td",     u"th",     u"thead", u"tbody",      u"tfoot",   u"caption", u"section",
                     u"article", u"header", u"footer", u"nav",   u"blockquote", u"address", u"form",    u"fieldset",
                     u"hr",      u"figure", u"main",   u"aside", u"center",     u"body",    u"html",    u"figcaption"});
}

bool isEmptyElement(const QString &name)
{
    return in(name, {u"br", u"hr", u"img", u"input", u"meta", u"link", u"col", u"wbr", u"base", u"area", u"embed",
                     u"source", u"param", u"track"});
}

// What shows no words of its own, or words that are not of the text.
bool isPassedOver(const QString &name)
{
    return in(name, {u"head", u"script", u"style", u"title", u"textarea", u"template", u"svg", u"math", u"object",
                     u"iframe", u"noscript", u"select", u"audio", u"video", u"canvas", u"xml"});
}

// Reads the tokens and builds the blocks.
class HtmlReader
{
public:
    explicit HtmlReader(const QString &html) : m_tokens(html) {}

    PastedText read()
    {
        for (HtmlToken token = m_tokens.next(); token.type != HtmlToken::Type::End; token = m_tokens.next()) {
            if (token.type == HtmlToken::Type::Text)
                text(token.text);
            else if (token.type == HtmlToken::Type::Open)
                open(token);
            else
                close(token.name);
        }
        endLine();
        while (m_table) // those inside it first
            endTable();
        return {base::writeRichText(m_blocks), m_aside.sentences()};
    }

    // After read().
    [[nodiscard]] CopiedCells cells() const
    {
        CopiedCells copied;
        const bool alone = m_tables == 1 && !m_outside;
        if (m_aside.struck && alone)
            copied.withoutStruck = m_cells;
        if (m_aside.struck)
            copied.remarks << (alone ? struckLeft()
                                     : u"Des mots étaient barrés : ils ont été collés avec les autres, à vérifier."_s);
        if (m_aside.emptied)
            copied.remarks << mergedAcross();
        return copied;
    }

private:
    struct Element {
        QString name;
        bool bold = false;
        bool italic = false;
        bool hidden = false;
        bool struck = false;
        bool comment = false;
        bool label = false; // inside what Word wrote in front of an item
        std::optional<HtmlLink> link = {};
        int line = 0; // where the words of the link begin
        qsizetype from = 0;
    };
    struct List {
        bool ordered = false;
        int next = 1;
    };

    [[nodiscard]] Element top() const { return m_open.empty() ? Element() : m_open.back(); }

    void text(const QString &words)
    {
        const Element in = top();
        if (in.name == u"style") {
            const auto looks = classLooks(words);
            for (auto it = looks.begin(); it != looks.end(); ++it)
                m_classes.insert(it.key(), it.value());
        }
        if (in.hidden) {
            m_aside.struck = m_aside.struck || (in.struck && !words.trimmed().isEmpty());
            m_aside.comments = m_aside.comments || in.comment;
            return;
        }
        const quint8 look = quint8((in.bold ? StyledText::Bold : 0) | (in.italic ? StyledText::Italic : 0));
        for (const QChar c : words) {
            if (c == QChar::SoftHyphen || c == QChar::ByteOrderMark || c == QChar(0x200B) || c.isNull())
                continue;
            const bool space = c != QChar::Nbsp && c != QChar(0x202F) && c.isSpace();
            if (in.label)
                m_label += c;
            else if (!space)
                m_line.append(QStringView(&c, 1), look);
            else if (!m_line.text.isEmpty() && m_line.text.back() != u' ')
                m_line.append(u" ", look);
        }
    }

    void open(const HtmlToken &token)
    {
        const QString &name = token.name;
        if (name == u"body")
            m_open.clear(); // a head that was never closed hides nothing
        if (name == u"br")
            return lineBreak();
        if (isBlock(name))
            endLine();
        if (name == u"p" && m_wordItem)
            leaveItem();
        HtmlLook look = ownLook(name);
        for (const QString &each : token.attributes.value(u"class"_s).split(u' '))
            look = joined(look, m_classes.value(each));
        look = joined(look, lookOf(token.attributes.value(u"style"_s)));
        push(token, look);
        // What is struck from side to side is a cell all the same: those after it keep their columns.
        if (!top().hidden || (top().struck && in(name, {u"tr", u"td", u"th"})))
            begin(token, look);
    }

    static HtmlLook ownLook(const QString &name)
    {
        HtmlLook look;
        if (in(name, {u"b", u"strong", u"h1", u"h2", u"h3", u"h4", u"h5", u"h6"}))
            look.bold = true;
        if (in(name, {u"i", u"em", u"cite", u"dfn", u"var"}))
            look.italic = true;
        look.hidden = isPassedOver(name);
        look.struck = in(name, {u"s", u"strike", u"del"});
        return look;
    }

    void push(const HtmlToken &token, const HtmlLook &look)
    {
        const bool closed = isEmptyElement(token.name) || (token.closed && isPassedOver(token.name));
        if (closed || m_open.size() >= deepestElement)
            return;
        Element element = top();
        element.name = token.name;
        element.bold = look.bold.value_or(element.bold);
        element.italic = look.italic.value_or(element.italic);
        element.struck = element.struck || (look.struck && !element.hidden);
        element.comment = element.comment || (look.comment && !element.hidden);
        element.hidden = element.hidden || look.hidden || look.struck || look.comment;
        element.label = element.label || look.wordLabel;
        element.link.reset();
        if (token.name == u"a" && !element.hidden && !element.label) {
            element.link = linkOf(token);
            element.line = m_lines;
            element.from = m_line.text.size();
        }
        m_open.push_back(element);
    }

    // What the element begins, beside its look.
    void begin(const HtmlToken &token, const HtmlLook &look)
    {
        const QString &name = token.name;
        m_aside.pictures += isPicture(token) && !look.hidden && !top().label ? 1 : 0;
        if (in(name, {u"ul", u"ol"}))
            m_lists.push_back({name == u"ol", std::max(1, token.attributes.value(u"start"_s, u"1"_s).toInt())});
        else if (name == u"li")
            beginItem();
        else if (look.wordLevel > 0)
            beginWordItem(look.wordLevel);
        else if (in(name, {u"table", u"tr", u"td", u"th"}))
            beginInTable(token);
    }

    // Rows without a table are those of one: a spreadsheet may leave its beginning out.
    void beginInTable(const HtmlToken &token)
    {
        if (m_table && token.name == u"table")
            return m_table->nest();
        if (!m_table)
            m_table.emplace();
        if (token.name == u"tr")
            m_table->beginRow();
        else if (token.name != u"table")
            m_table->beginCell(token.name == u"th", token.attributes.value(u"colspan"_s).toInt(),
                               token.attributes.value(u"rowspan"_s).toInt());
    }

    void close(const QString &name)
    {
        const bool hidden = top().hidden;
        if (isBlock(name) && !hidden)
            endLine();
        const auto same = [&name](const Element &element) { return element.name == name; };
        const auto found = std::find_if(m_open.rbegin(), m_open.rend(), same);
        if (found != m_open.rend()) {
            for (auto each = m_open.rbegin(); each != std::next(found); ++each)
                if (each->link)
                    closeLink(*each);
            m_open.erase(std::prev(found.base()), m_open.end());
        }
        if (hidden)
            return;
        if (in(name, {u"ul", u"ol"}) && !m_lists.empty())
            m_lists.pop_back();
        else if (name == u"li" || (name == u"p" && m_wordItem))
            leaveItem();
        else if (name == u"table")
            endTable();
    }

    // The mark of a note goes; the address of a link comes after its words.
    void closeLink(const Element &element)
    {
        const HtmlLink &link = *element.link;
        const bool here = element.line == m_lines && element.from <= m_line.text.size();
        const QString words = here ? m_line.text.mid(element.from) : QString();
        if (link.mark != HtmlLink::Mark::None) {
            if (here && isNoteMark(words))
                takeMark(element);
            return;
        }
        const bool said = words.trimmed().isEmpty() || link.address.isEmpty() || saysAddress(words, link.address);
        m_aside.links += link.lost || (!here && !link.address.isEmpty()) ? 1 : 0;
        if (!here || said)
            return;
        const bool space = m_line.text.endsWith(u' ');
        const quint8 look = m_line.looks.back();
        m_line.append(QString((space ? u"("_s : u" ("_s) + link.address + u')' + (space ? u" "_s : QString())), look);
    }

    void takeMark(const Element &element)
    {
        m_line.text.truncate(element.from);
        m_line.looks.resize(size_t(element.from));
        m_aside.comments = m_aside.comments || element.link->mark == HtmlLink::Mark::Comment;
        m_aside.calls += element.link->mark == HtmlLink::Mark::Call ? 1 : 0;
        if (element.link->mark == HtmlLink::Mark::Back && m_line.text.trimmed().isEmpty()) {
            ++m_aside.notes;
            m_line.append(u"Note : ", 0);
        }
    }

    void leaveItem()
    {
        m_level = 0;
        m_number = 0;
        m_wordItem = false;
    }

    void lineBreak()
    {
        if (top().hidden)
            return;
        if (m_level > 0 && !m_line.text.isEmpty())
            text(u" "_s); // an item goes on
        else
            endLine();
    }

    void beginItem()
    {
        if (m_lists.empty())
            m_lists.push_back({});
        m_level = std::min(int(m_lists.size()), base::deepestItem);
        m_number = m_lists.back().ordered ? m_lists.back().next++ : 0;
    }

    void beginWordItem(int level)
    {
        m_level = std::min(level, base::deepestItem);
        m_wordItem = true;
    }

    // "3." or, inside a list, "c)": the number; anything else is a bullet.
    [[nodiscard]] int labelNumber() const
    {
        QString label = m_label;
        label.removeIf([](QChar c) { return c.isSpace(); });
        if (label.size() < 2 || (label.back() != u'.' && label.back() != u')'))
            return 0;
        label.chop(1);
        if (label.startsWith(u'('))
            label = label.mid(1);
        const bool letter = label.size() == 1 && label[0] >= u'a' && label[0] <= u'z' && m_level > 1;
        return letter ? label[0].unicode() - u'a' + 1 : std::clamp(label.toInt(), 0, 999);
    }

    // The line in hand goes where lines gather.
    void endLine()
    {
        if (!m_label.isEmpty() && m_level > 0)
            m_number = labelNumber();
        m_label.clear();
        StyledText line = std::exchange(m_line, {});
        ++m_lines;
        if (line.text.trimmed().isEmpty())
            return; // an item waits for its words
        RichParagraph paragraph{{}, m_level, m_number};
        leaveItem();
        if (paragraph.level == 0)
            takeTypedMark(line, paragraph);
        base::Spans &spans = paragraph.spans;
        for (qsizetype i = 0; i < line.text.size(); ++i) {
            const quint8 look = line.looks[size_t(i)];
            if (i == 0 || look != line.looks[size_t(i - 1)])
                spans.push_back({{}, (look & StyledText::Bold) != 0, (look & StyledText::Italic) != 0});
            spans.back().text += line.text[i];
        }
        if (HtmlCell *cell = m_table ? m_table->cell() : nullptr)
            cell->lines.push_back(std::move(paragraph));
        else {
            m_blocks.emplace_back(std::move(paragraph));
            m_outside = true;
        }
    }

    // A dash or a number that somebody typed at the start of a line makes an item, as it does in our own texts.
    static void takeTypedMark(StyledText &line, RichParagraph &paragraph)
    {
        if (line.text.startsWith(u'·') || line.text.startsWith(QChar(0xF0B7)))
            line.text[0] = u'•';
        const base::LineMark mark = base::readMark(line.text);
        if (!mark.isItem() || mark.content == line.text.size())
            return;
        paragraph.level = 1;
        paragraph.number = mark.number;
        line.text = line.text.mid(mark.content);
        line.looks.erase(line.looks.begin(), line.looks.begin() + mark.content);
    }

    void endTable()
    {
        if (!m_table || !m_table->close())
            return;
        ++m_tables;
        m_cells = m_table->cells();
        for (base::RichBlock &block : m_table->blocks())
            m_blocks.push_back(std::move(block));
        m_aside.repeated = m_aside.repeated || m_table->repeats();
        m_aside.emptied = m_aside.emptied || m_table->leavesEmpty();
        m_table.reset();
    }

    HtmlTokens m_tokens;
    base::RichText m_blocks;
    HtmlAside m_aside;
    int m_lines = 0; // that were ended
    std::vector<Element> m_open;
    std::vector<List> m_lists;
    QHash<QString, HtmlLook> m_classes;
    StyledText m_line;
    int m_level = 0;
    int m_number = 0;
    QString m_label;
    bool m_wordItem = false;
    std::optional<HtmlTable> m_table;
    int m_tables = 0;       // that were ended
    bool m_outside = false; // words beside them
    QString m_cells;        // of the last one
};

} // namespace

base::Result<PastedText> richTextFromHtml(const QString &html)
{
    if (html.size() > mostHtml)
        return base::Error{base::ErrorCode::Hostile,
                           u"Ce que vous collez est trop long. Rien n’a été ajouté. Collez le texte en plusieurs fois, "
                           u"ou sans sa mise en forme avec Ctrl+Maj+V."_s,
                           {}};
    return HtmlReader(html).read();
}

CopiedCells copiedCells(const QString &html)
{
    HtmlReader reader(html.left(mostHtml));
    (void)reader.read();
    return reader.cells();
}

} // namespace imports
