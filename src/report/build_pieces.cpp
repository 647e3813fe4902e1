#include "report/build_pieces.h"

#include "base/text.h"
#include "base/typography.h"
#include "report/facts.h"
#include "report/user_text.h"

namespace report
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// Renders one list of pieces, paragraph after paragraph.
class Renderer
{
public:
    Renderer(const BuildContext &context, const RecordScope &scope, Paragraph::Role role, bool rules)
        : m_context(context), m_scope(scope), m_role(role), m_rules(rules)
    {
        open();
    }

    Rendered render(const Pieces &pieces)
    {
        for (const Piece &piece : pieces)
            add(piece);
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

    void add(const Piece &piece)
    {
        switch (piece.type) {
        case Piece::Type::Text:
            runs().push_back(words(piece.text, piece.bold));
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
            if (m_rules && piece.computed != Computed::PopulationOrigin)
                runs().push_back({Run::Type::Blank, {}, false, false, false, {}, fact.label, {}});
            return;
        }
        if (fact.text.isEmpty() && fact.more.empty())
            return;
        if (!runs().empty())
            literal(piece.between);
        literal(piece.before);
        if (fact.longText)
            addParagraphs(fact);
        else if (!fact.text.isEmpty())
            addFinal(fact, printedText(fact.text), piece.bold);
        for (const Fact &more : fact.more)
            addFinal(more, more.text, piece.bold);
        literal(piece.after);
    }

    void addFinal(const Fact &fact, const QString &text, bool bold)
    {
        runs().push_back({Run::Type::Text, text, bold, false, false, fact.field, fact.label, {}});
    }

    // The first paragraph goes on the current one, the others follow.
    void addParagraphs(const Fact &fact)
    {
        std::vector<Paragraph> paragraphs = paragraphsOf(fact.text, m_role, fact.field, fact.label);
        auto next = paragraphs.begin();
        if (next->listLevel == 0 || runs().empty()) {
            m_rendered.paragraphs.back().listLevel = next->listLevel;
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
        if (m_listEnded && !fact.text.isEmpty()) {
            open();
            m_listEnded = false;
        }
    }

    const BuildContext &m_context;
    const RecordScope &m_scope;
    Paragraph::Role m_role;
    bool m_rules;
    bool m_listEnded = false;
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
