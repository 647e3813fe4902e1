#include "report/sigles.h"

#include "base/typography.h"
#include "domain/changes.h"
#include "domain/description.h"
#include "reference/sigle_text.h"

#include <algorithm>
#include <set>

namespace report
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr qsizetype wordsAfter = 60; // characters beyond the development itself where it may be written next

// Long texts, and the sentences that fill the tables of a project; neither names nor figures.
bool ofProse(const FieldTag &tag)
{
    static const std::set<std::pair<QString, QString>> sentences{
        {u"besoin"_s, u"enonce"_s}, {u"objectif"_s, u"enonce"_s}, {u"etapeAction"_s, u"intitule"_s}};
    const auto at = domain::FieldAddress::parse(tag);
    const domain::TableDescription *table = at ? domain::table(at->table) : nullptr;
    const domain::FieldDescription *field = table ? table->field(at->field) : nullptr;
    return field && (field->kind == domain::Kind::LongText || sentences.contains({at->table, at->field}));
}

// The text of a paragraph with where each of its runs begins; what is no text counts as one character, a boundary.
struct Line {
    QString text;
    std::vector<qsizetype> starts;

    explicit Line(const std::vector<Run> &runs)
    {
        for (const Run &run : runs) {
            starts.push_back(text.size());
            text += run.type == Run::Type::Text ? run.text : u"\n"_s;
        }
    }

    [[nodiscard]] size_t runAt(qsizetype place) const
    {
        return size_t(std::upper_bound(starts.begin(), starts.end(), place) - starts.begin()) - 1;
    }
};

bool isBold(const Paragraph &paragraph)
{
    return std::all_of(paragraph.runs.begin(), paragraph.runs.end(), [](const Run &run) {
        return run.bold || run.type != Run::Type::Text || run.text.trimmed().isEmpty();
    });
}

// A paragraph all in bold, or in capitals, is a title that the user wrote.
bool isTitle(const Paragraph &paragraph, const Line &line)
{
    return (isBold(paragraph) && paragraph.listLevel == 0) ||
           std::none_of(line.text.begin(), line.text.end(), [](QChar c) { return c.isLower(); });
}

qsizetype openParentheses(const QString &text, qsizetype place)
{
    const QStringView before = QStringView(text).left(place);
    return before.count(u'(') + before.count(u'[') - before.count(u')') - before.count(u']');
}

class Developing
{
public:
    Developing(const Document &document, const reference::Sigles &sigles)
        : m_sigles(sigles), m_before(reference::stems(document.title) + reference::stems(document.subtitle))
    {
    }

    void operator()(Heading &heading) { read(heading.runs); }
    void operator()(Figure &figure) { m_before += reference::stems(figure.title); }
    void operator()(PageBreak &) {}

    void operator()(Table &table)
    {
        for (Row &row : table.rows)
            for (Cell &cell : row.cells)
                for (Paragraph &paragraph : cell.paragraphs) {
                    const Line line(paragraph.runs);
                    const bool words = row.role == Row::Role::Body && !cell.header;
                    if (words && paragraph.role == Paragraph::Role::TableCell && !isBold(paragraph))
                        develop(paragraph, line);
                    m_before += reference::stems(line.text);
                }
    }

    void operator()(Paragraph &paragraph)
    {
        const Line line(paragraph.runs);
        if (paragraph.role == Paragraph::Role::Body && !isTitle(paragraph, line))
            develop(paragraph, line);
        m_before += reference::stems(line.text);
    }

    QStringList developed;

private:
    struct Addition {
        qsizetype at;
        QString text;
    };

    void read(const std::vector<Run> &runs) { m_before += reference::stems(Line(runs).text); }

    void develop(Paragraph &paragraph, const Line &line)
    {
        std::vector<Addition> additions;
        for (const reference::SigleWord &found : reference::sigleWords(line.text)) {
            const QString development = m_sigles.development(found.word);
            if (development.isEmpty() || m_done.contains(found.word) || !isTyped(paragraph, line, found))
                continue;
            if (isDefined(line.text, found, development)) {
                m_done.insert(found.word);
            } else if (hasRoom(line.text, found)) {
                m_done.insert(found.word);
                developed << found.word;
                additions.push_back(
                    {found.at + found.word.size(), base::frenchTypography(u" ("_s + development + u')')});
            }
        }
        for (auto each = additions.rbegin(); each != additions.rend(); ++each) {
            const size_t run = line.runAt(each->at - 1);
            paragraph.runs[run].text.insert(each->at - line.starts[run], each->text);
        }
    }

    // From its first letter to its last.
    static bool isTyped(const Paragraph &paragraph, const Line &line, const reference::SigleWord &found)
    {
        for (size_t run = line.runAt(found.at); run <= line.runAt(found.at + found.word.size() - 1); ++run)
            if (paragraph.runs[run].type != Run::Type::Text || !ofProse(paragraph.runs[run].field))
                return false;
        return true;
    }

    // The reader has met what it stands for, meets it in the next words, or was told in the user's own words: "(MSP)".
    [[nodiscard]] bool isDefined(const QString &text, const reference::SigleWord &found,
                                 const QString &development) const
    {
        const qsizetype end = found.at + found.word.size();
        const QString wanted = reference::stems(development);
        if (m_before.contains(wanted) || reference::stems(text.left(found.at)).contains(wanted) ||
            reference::stems(text.mid(end, development.size() + wordsAfter)).contains(wanted))
            return true;
        return QStringView(text).left(found.at).trimmed().endsWith(u'(') &&
               QStringView(text).mid(end).trimmed().startsWith(u')');
    }

    // Parentheses neither around it nor right after.
    static bool hasRoom(const QString &text, const reference::SigleWord &found)
    {
        const QStringView after = QStringView(text).mid(found.at + found.word.size()).trimmed();
        return openParentheses(text, found.at) <= 0 && !after.startsWith(u'(') && !after.startsWith(u'[');
    }

    const reference::Sigles &m_sigles;
    QString m_before; // stems of all that was read
    std::set<QString> m_done;
};

} // namespace

QStringList developSigles(Document &document, const reference::Sigles &sigles)
{
    Developing developing(document, sigles);
    for (Block &block : document.blocks)
        std::visit(developing, block);
    return developing.developed;
}

} // namespace report
