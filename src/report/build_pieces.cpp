#include "report/build_pieces.h"

#include "base/text.h"
#include "base/typography.h"
#include "base/unit_words.h"
#include "report/facts.h"
#include "report/user_text.h"

#include <algorithm>

namespace report
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// Renders one list of pieces, paragraph after paragraph.
class Renderer
{
public:
    Renderer(const BuildContext &context, const RecordScope &scope, Paragraph::Role role, bool rules, int level = 0)
        : m_context(context), m_scope(scope), m_role(role), m_rules(rules), m_level(level)
    {
        open();
    }

    Rendered render(const Pieces &pieces)
    {
        for (const Piece &piece : pieces)
            add(piece);
        auto &paragraphs = m_rendered.paragraphs;
        if (!m_rendered.answered) // told once for the whole
            std::erase_if(paragraphs, [](const Paragraph &each) { return each.missing; });
        if (paragraphs.empty())
            open();
        return std::move(m_rendered);
    }

private:
    void open()
    {
        Paragraph paragraph;
        paragraph.role = m_role;
        m_rendered.paragraphs.push_back(std::move(paragraph));
    }

    std::vector<Run> &runs() { return m_rendered.paragraphs.back().runs; }

    void literal(const QString &text)
    {
        if (!text.isEmpty())
            runs().push_back(words(text));
    }

    // Before anything of the piece is written.
    void start(const Piece &piece)
    {
        if (runs().empty())
            return;
        if (piece.newParagraph || m_listEnded)
            open();
        else
            literal(beginsSentence(piece) ? u" "_s : piece.between);
        m_listEnded = false;
    }

    // After a full stop, what a dash would have joined begins a sentence: « 41 %. Contactés ou invités : 112 ».
    bool beginsSentence(const Piece &piece)
    {
        static const QString ends = u".!?…"_s;
        return !runs().empty() && !runs().back().text.isEmpty() && ends.contains(runs().back().text.back()) &&
               piece.between.trimmed() == u"–" && !piece.before.isEmpty() && piece.before.front().isLower();
    }

    void add(const Piece &piece)
    {
        if (!holds(m_context, piece, m_scope))
            return;
        switch (piece.type) {
        case Piece::Type::Text:
            start(piece);
            runs().push_back(words(piece.text, piece.bold));
            break;
        case Piece::Type::SubList:
            addSubList(piece);
            break;
        case Piece::Type::RowLabel:
            literal(m_scope.row ? m_scope.row->label : QString());
            break;
        case Piece::Type::Support:
            addSupport(piece);
            break;
        case Piece::Type::HandWrite:
            runs().push_back({Run::Type::Blank, {}, false, false, false, {}, {}, {}});
            break;
        case Piece::Type::Check:
            addCheck(piece);
            break;
        case Piece::Type::Field:
        case Piece::Type::Computed:
            addFact(piece);
            break;
        }
    }

    void addSupport(const Piece &piece)
    {
        const auto *structure = m_context.reference.structuresAppui().find(piece.text);
        if (!structure)
            return;
        Run run = words(contactOf(*structure));
        if (!structure->courriel.isEmpty())
            run.link = u"mailto:"_s + structure->courriel;
        runs().push_back(std::move(run));
    }

    void addCheck(const Piece &piece)
    {
        const Fact fact = factOf(m_context, piece, m_scope);
        note(fact);
        start(piece);
        Run box{Run::Type::CheckBox, {}, false, false, false, fact.field, fact.label, {}};
        box.checked = m_context.filled() && fact.bound && fact.value == piece.value;
        QString label = piece.text;
        if (m_scope.row && m_scope.row->texts.contains(piece.rowText))
            label = m_scope.row->texts.at(piece.rowText);
        if (box.label.isEmpty())
            box.label = base::frenchTypography(label);
        runs().push_back(std::move(box));
        runs().push_back(words(QChar(0x00A0) + label));
    }

    void addFact(const Piece &piece)
    {
        const Fact fact = factOf(m_context, piece, m_scope);
        note(fact);
        if (!m_context.filled()) {
            if (piece.newParagraph && !runs().empty())
                open();
            if (m_rules && piece.computed != Computed::PopulationOrigin)
                runs().push_back({Run::Type::Blank, {}, false, false, false, {}, fact.label, {}});
            return;
        }
        if (piece.bullets)
            return addBullets(piece, fact.items);
        if (fact.text.trimmed().isEmpty() && fact.more.empty() && fact.items.empty())
            return addExpected(piece, fact.field);
        const bool sentence = beginsSentence(piece);
        start(piece);
        literal(sentence ? piece.before.front().toUpper() + piece.before.mid(1) : piece.before);
        if (fact.longText)
            addParagraphs(fact);
        else if (!fact.text.isEmpty())
            addFinal(fact, printedText(insideSentence(piece, fact, agreed(piece, fact.text))), piece.bold);
        for (const Fact &more : fact.more)
            addFinal(more, more.text, piece.bold);
        for (const Fact &item : fact.items) {
            if (&item != &fact.items.front())
                literal(u", "_s);
            addItem(item, piece.bold);
        }
        literal(piece.after);
    }

    // On a draft, in a paragraph of its own: « Début de la mise en place : », that the pages mark.
    void addExpected(const Piece &piece, const FieldTag &field)
    {
        if (!piece.expected || !m_context.options.draft)
            return;
        if (!runs().empty())
            open();
        literal(piece.before.trimmed());
        m_rendered.paragraphs.back().missing = true;
        m_rendered.paragraphs.back().field = field;
        m_listEnded = true;
    }

    // After the colon of a sentence our own words have no capital; acronyms keep theirs, and what people typed too.
    static QString insideSentence(const Piece &piece, const Fact &fact, const QString &text)
    {
        const bool follows = fact.chosen && piece.before.trimmed().endsWith(u':');
        return follows ? base::uncapitalized(text) : text;
    }

    // A unit agrees with the figure that it counts.
    [[nodiscard]] QString agreed(const Piece &piece, const QString &text) const
    {
        if (piece.counted.isEmpty() || !m_scope.table)
            return text;
        const auto value = domain::valueAt(m_context.projet, {m_scope.table->name, m_scope.id, piece.counted});
        const auto *figure = value ? std::get_if<double>(&*value) : nullptr;
        return figure ? base::unitFor(*figure, text) : text;
    }

    // A list item of this list: a paragraph of its own.
    void openItem(bool numbered)
    {
        if (!runs().empty())
            open();
        m_rendered.paragraphs.back().listLevel = m_level + 1;
        m_rendered.paragraphs.back().numbered = numbered;
        m_listEnded = true;
    }

    void addBullets(const Piece &piece, const std::vector<Fact> &items)
    {
        if (items.empty())
            return;
        if (!piece.before.isEmpty()) {
            start(piece);
            literal(piece.before);
        }
        for (const Fact &item : items) {
            openItem(false);
            addItem(item, piece.bold);
        }
    }

    void addSubList(const Piece &piece)
    {
        const domain::TableDescription *table = domain::table(piece.table);
        m_rendered.bound = true;
        if (m_rendered.field.isEmpty())
            m_rendered.field = domain::FieldAddress{piece.table, {}, piece.parent}.toString();
        if (!m_context.filled())
            return;
        const domain::Value here = m_scope.id;
        int number = 0;
        for (const base::Id &id : ranged(m_context, *table, table->ids(m_context.projet))) {
            if (domain::valueAt(m_context.projet, {piece.table, id, piece.parent}) != here ||
                !passes(m_context, piece.filter, *table, id))
                continue;
            const RecordScope scope{table, id, nullptr};
            Rendered child = Renderer(m_context, scope, m_role, false, m_level + 1).render(piece.children);
            if (child.answered)
                appendItem(std::move(child), piece.numbered, ++number);
        }
        if (number == 0)
            addExpected(piece, domain::FieldAddress{piece.table, {}, piece.parent}.toString());
    }

    // The items of the outer list have their number: some formats would begin again after a list of another kind. Lists
    // that somebody typed keep their numbers, and stand inside this one. The lines of one item stay in it: as items of
    // their own, nobody would see which of them go together.
    void appendItem(Rendered child, bool numbered, int number)
    {
        openItem(numbered);
        m_rendered.paragraphs.back().number = numbered && m_level == 0 ? number : 0;
        runs() = std::move(child.paragraphs.front().runs);
        const size_t item = m_rendered.paragraphs.size();
        for (size_t i = 1; i < child.paragraphs.size(); ++i) {
            Paragraph &paragraph = child.paragraphs.at(i);
            const bool plain = paragraph.listLevel == 0 && !paragraph.missing;
            if (plain && m_rendered.paragraphs.size() == item) {
                runs().push_back({Run::Type::LineBreak});
                std::move(paragraph.runs.begin(), paragraph.runs.end(), std::back_inserter(runs()));
                continue;
            }
            if (plain) // after a list that somebody typed
                paragraph.listLevel = m_level + 2;
            const bool typed = paragraph.number > 0;
            const bool inner = paragraph.listLevel > m_level + 1;
            paragraph.listLevel = std::max(paragraph.listLevel + (typed ? m_level + 1 : 0), m_level + 1);
            paragraph.numbered = typed || (inner ? paragraph.numbered : numbered);
            m_rendered.paragraphs.push_back(std::move(paragraph));
        }
        m_rendered.answered = true;
    }

    void addFinal(const Fact &fact, const QString &text, bool bold)
    {
        runs().push_back({Run::Type::Text, text, bold, false, false, fact.field, fact.label, {}});
    }

    // One of several, on one line.
    void addItem(const Fact &item, bool bold)
    {
        if (!item.longText)
            return addFinal(item, printedText(item.text), bold);
        for (Run &run : runsOf(item.text, {item.field, item.label})) {
            run.bold = run.bold || bold;
            runs().push_back(std::move(run));
        }
    }

    // The first paragraph goes on the current one, the others follow.
    void addParagraphs(const Fact &fact)
    {
        std::vector<Paragraph> paragraphs = paragraphsOf(fact.text, m_role, {fact.field, fact.label});
        auto next = paragraphs.begin();
        if (next->listLevel == 0 || runs().empty()) {
            m_rendered.paragraphs.back().listLevel = next->listLevel;
            m_rendered.paragraphs.back().numbered = next->numbered;
            m_rendered.paragraphs.back().number = next->number;
            runs().insert(runs().end(), next->runs.begin(), next->runs.end());
            ++next;
        }
        m_rendered.paragraphs.insert(m_rendered.paragraphs.end(), next, paragraphs.end());
        if (m_rendered.paragraphs.back().listLevel > 0 && m_rendered.paragraphs.size() > 1)
            m_listEnded = true;
    }

    void note(const Fact &fact)
    {
        m_rendered.bound = m_rendered.bound || fact.bound;
        m_rendered.answered = m_rendered.answered || (fact.bound && fact.answered);
        if (m_rendered.field.isEmpty())
            m_rendered.field = fact.field;
    }

    const BuildContext &m_context;
    const RecordScope &m_scope;
    Paragraph::Role m_role;
    bool m_rules;
    int m_level;              // of the list this is an item of
    bool m_listEnded = false; // what follows is another paragraph
    Rendered m_rendered;
};

} // namespace

Run words(const QString &text, bool bold)
{
    return {Run::Type::Text, base::frenchTypography(text), bold, false, false, {}, {}, {}};
}

Rendered render(const BuildContext &context, const Pieces &pieces, const RecordScope &scope, Paragraph::Role role,
                bool rules)
{
    return Renderer(context, scope, role, rules).render(pieces);
}

} // namespace report
