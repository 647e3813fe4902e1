#include "report/builder.h"

#include "base/text.h"
#include "base/typography.h"
#include "report/build_table.h"
#include "report/trame_blocks.h"
#include "report/user_text.h"

namespace report
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// Turns each block of the trame into blocks of the document.
class BlockBuilder
{
public:
    BlockBuilder(const BuildContext &context, Document &document) : m_context(context), m_document(document) {}

    void operator()(const HeadingSpec &spec)
    {
        Heading heading;
        heading.level = spec.level;
        heading.runs.push_back(words(spec.text));
        heading.anchor = spec.anchor;
        heading.banner = spec.banner;
        put(std::move(heading));
    }

    void operator()(const PageBreakSpec &) { put(PageBreak()); }

    void operator()(const WordsSpec &spec)
    {
        if (spec.type == WordsSpec::Type::Instruction && m_context.content == Content::Blank)
            return;
        if (spec.type == WordsSpec::Type::Advice && m_context.content != Content::BlankWithGuidance)
            return;
        if (!spec.text.isEmpty())
            putWords(spec, spec.text, 0);
        for (const QString &item : spec.items)
            putWords(spec, item, 1);
    }

    void operator()(const LineSpec &spec)
    {
        Rendered rendered = render(m_context, spec.pieces, {}, Paragraph::Role::Body, true);
        for (Paragraph &paragraph : rendered.paragraphs) {
            paragraph.keepWithNext = spec.keepWithNext;
            put(std::move(paragraph));
        }
    }

    void operator()(const LongTextSpec &spec)
    {
        if (!m_context.filled()) {
            putRules(spec.blankLines);
            return;
        }
        const auto at = domain::resolve(m_context.projet, spec.champ);
        const auto value = domain::valueOf(m_context.projet, spec.champ);
        const auto *text = std::get_if<QString>(&value);
        const auto *field = domain::describe(spec.champ);
        for (Paragraph &paragraph : paragraphsOf(text ? *text : QString(), Paragraph::Role::Body,
                                                 at ? at->toString() : QString(), field ? field->label : QString()))
            put(std::move(paragraph));
    }

    void operator()(const ListSpec &spec)
    {
        if (!m_context.filled())
            return;
        for (const base::Id &id : recordsOf(m_context, spec.collection)) {
            const RecordScope scope{domain::table(tableOf(spec.collection)), id, nullptr};
            Rendered rendered = render(m_context, spec.pieces, scope, Paragraph::Role::Body, false);
            if (!rendered.answered)
                continue;
            rendered.paragraphs.front().listLevel = 1;
            for (Paragraph &paragraph : rendered.paragraphs)
                put(std::move(paragraph));
        }
    }

    void operator()(const CollectionTableSpec &spec) { put(buildTable(m_context, spec)); }
    void operator()(const FixedTableSpec &spec) { put(buildTable(m_context, spec)); }
    void operator()(const KeyValueSpec &spec) { put(buildTable(m_context, spec)); }

private:
    void put(Block block) { m_document.blocks.push_back(std::move(block)); }

    void putWords(const WordsSpec &spec, const QString &text, int listLevel)
    {
        Paragraph paragraph;
        paragraph.role = spec.type == WordsSpec::Type::Question      ? Paragraph::Role::Body
                         : spec.type == WordsSpec::Type::Instruction ? Paragraph::Role::Guidance
                                                                     : Paragraph::Role::Note;
        paragraph.listLevel = listLevel;
        paragraph.keepWithNext = true;
        paragraph.runs.push_back(words(text));
        put(std::move(paragraph));
    }

    void putRules(int lines)
    {
        for (int i = 0; i < lines; ++i) {
            Paragraph rule;
            rule.runs.push_back({Run::Type::Blank, {}, false, false, false, {}, {}, {}});
            put(std::move(rule));
        }
    }

    const BuildContext &m_context;
    Document &m_document;
};

Document emptyDocument(const Trame &trame, const DocumentSpec &spec, const BuildContext &context, const QDate &today)
{
    Document document;
    document.title = base::frenchTypography(spec.title);
    document.subtitle = base::frenchTypography(context.filled() ? spec.subtitle : spec.blankSubtitle);
    document.subject = base::frenchTypography(spec.subject);
    document.header = printedText(context.projet.identite.nom);
    document.author = document.header;
    document.footer =
        base::frenchTypography(context.filled() ? spec.footer + u' ' + base::frenchLongDate(today) : spec.blankFooter);
    document.date = today;
    document.trame = trame.id();
    return document;
}

} // namespace

base::Result<Document> build(const Trame &trame, const QString &documentCode, const domain::Projet &projet,
                             const reference::Reference &reference, Content content, const QDate &today)
{
    for (const DocumentSpec &spec : trame.data().documents) {
        if (spec.code != documentCode)
            continue;
        const BuildContext context{projet, reference, content};
        Document document = emptyDocument(trame, spec, context, today);
        BlockBuilder builder(context, document);
        for (const BlockSpec &block : spec.blocks)
            std::visit(builder, block);
        return document;
    }
    return base::Error{
        base::ErrorCode::NotFound,
        u"La trame « %1 » n’a pas de document « %2 ». Rien n’a été modifié ; choisissez un document de la "
        u"liste."_s.arg(trame.id(), documentCode),
        {}};
}

} // namespace report
