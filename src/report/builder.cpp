#include "report/builder.h"

#include "base/text.h"
#include "base/typography.h"
#include "report/build_charts.h"
#include "report/build_table.h"
#include "report/pictures.h"
#include "report/sigles.h"
#include "report/trame_blocks.h"
#include "report/user_text.h"
#include "suivi/fiches.h"

namespace report
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// Turns each block of the trame into blocks of the document.
class BlockBuilder
{
public:
    // `repeat` counts the pages of a document that repeats, from 1; 0 outside.
    BlockBuilder(const BuildContext &context, Document &document, const RecordScope &scope = {}, int repeat = 0)
        : m_context(context), m_document(document), m_scope(scope), m_repeat(repeat)
    {
    }

    void add(const std::vector<BlockSpec> &blocks)
    {
        for (const BlockSpec &block : blocks)
            std::visit(*this, block);
    }

    void operator()(const HeadingSpec &spec)
    {
        Heading heading;
        heading.level = spec.level;
        Rendered rendered = render(m_context, spec.pieces, m_scope, Paragraph::Role::Body, false);
        if (m_context.filled() && rendered.answered)
            heading.runs = std::move(rendered.paragraphs.front().runs);
        else
            heading.runs.push_back(words(spec.text));
        heading.anchor = m_repeat > 1 ? u"%1-%2"_s.arg(spec.anchor).arg(m_repeat) : spec.anchor;
        heading.banner = spec.banner;
        put(std::move(heading));
    }

    void operator()(const PageBreakSpec &) { put(PageBreak()); }

    void operator()(const ChartsSpec &spec)
    {
        if (!m_context.filled())
            return;
        for (Charted &chart : chartsOf(m_context, spec)) {
            if (!chart.toldElsewhere && !spec.whereValues.isEmpty())
                tellLater(chart.figure, spec.whereValues);
            put(std::move(chart.figure));
        }
    }

    void operator()(const ValuesSpec &spec)
    {
        if (m_values.empty())
            return;
        put(Heading{2, {words(spec.title)}, spec.anchor, false});
        for (Table &values : m_values)
            put(std::move(values));
        m_values.clear();
    }

    void operator()(const WordsSpec &spec)
    {
        if (spec.type == WordsSpec::Type::Instruction && m_context.content == Content::Blank)
            return;
        if (spec.blankOnly && m_context.filled())
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
        Rendered rendered = render(m_context, spec.pieces, m_scope, Paragraph::Role::Body, true);
        const bool missing = rendered.bound && !rendered.answered && isExpected(spec);
        for (Paragraph &paragraph : rendered.paragraphs) {
            paragraph.keepWithNext = spec.keepWithNext;
            if (missing)
                markMissing(paragraph, rendered.field);
            put(std::move(paragraph));
        }
    }

    void operator()(const LongTextSpec &spec)
    {
        if (!m_context.filled()) {
            putRules(spec.blankLines);
            return;
        }
        const domain::Champ &champ = shown(spec);
        const auto at = domain::resolve(m_context.projet, champ);
        const auto *field = domain::describe(champ);
        const TextSource source{at ? at->toString() : QString(), field ? field->label : QString()};
        const PictureLookup &chosen = m_context.options.pictures;
        const bool empty = textOf(champ).trimmed().isEmpty(); // its title goes with what follows
        for (Block &block : blocksOf(textOf(champ), source, chosen ? chosen : picturesOf(m_context.projet))) {
            if (auto *paragraph = std::get_if<Paragraph>(&block); paragraph && empty) {
                paragraph->keepWithNext = true;
                if (isExpected(spec))
                    markMissing(*paragraph, source.field);
            }
            put(std::move(block));
        }
    }

    void operator()(const ListSpec &spec)
    {
        if (!m_context.filled())
            return;
        bool titled = spec.title.isEmpty();
        Paragraph line; // of a list whose items follow each other
        for (const base::Id &id : recordsOf(m_context, spec.collection, spec.filter)) {
            const RecordScope scope{domain::table(tableOf(spec.collection)), id, nullptr};
            Rendered rendered = render(m_context, spec.pieces, scope, Paragraph::Role::Body, false);
            if (!rendered.answered)
                continue;
            if (!titled)
                putTitle(spec.title);
            titled = true;
            if (spec.inLine) {
                continueLine(line, rendered.paragraphs);
                continue;
            }
            standInside(rendered.paragraphs);
            for (Paragraph &paragraph : rendered.paragraphs)
                put(std::move(paragraph));
        }
        if (!line.runs.empty())
            put(std::move(line));
    }

    void operator()(const CollectionTableSpec &spec)
    {
        Table table = buildTable(m_context, spec);
        if (!spec.anchor.isEmpty() && !table.rows.empty()) {
            put(Heading{2, {{.text = table.caption}}, spec.anchor, false});
            table.caption.clear();
        }
        putTable(std::move(table), spec.optional);
    }
    void operator()(const FixedTableSpec &spec) { putTable(buildTable(m_context, spec), spec.optional); }
    void operator()(const KeyValueSpec &spec) { put(buildTable(m_context, spec, m_scope)); }

private:
    // Its values are not under it: where they are is said there.
    void tellLater(Figure &figure, const QString &where)
    {
        m_values.push_back(figure.values);
        m_values.back().caption = figure.title;
        const QString words = base::frenchTypography(where);
        figure.source = figure.source.isEmpty() ? words : figure.source + u' ' + words;
    }

    void put(Block block) { m_document.blocks.push_back(std::move(block)); }

    // A table of ours is not there at all when it has nothing to show.
    void putTable(Table table, bool optional)
    {
        if (!optional || !table.rows.empty())
            put(std::move(table));
    }

    static void markMissing(Paragraph &paragraph, const FieldTag &field)
    {
        paragraph.missing = true;
        paragraph.field = field;
    }

    // Only when the flag that it depends on is true, if it depends on one.
    [[nodiscard]] bool isExpected(const LineSpec &spec) const
    {
        if (!m_context.filled() || spec.optional)
            return false;
        return !spec.expectedIf || domain::valueOf(m_context.projet, *spec.expectedIf) == domain::Value(true);
    }

    // Unless the records of a collection say it as well.
    [[nodiscard]] bool isExpected(const LongTextSpec &spec) const
    {
        return !spec.optional && (!spec.orRecords || recordsOf(m_context, *spec.orRecords, {}).empty());
    }

    void putTitle(const QString &title)
    {
        Paragraph paragraph;
        paragraph.keepWithNext = true;
        paragraph.runs.push_back(words(title));
        put(std::move(paragraph));
    }

    [[nodiscard]] QString textOf(const domain::Champ &champ) const
    {
        const auto value = domain::valueOf(m_context.projet, champ);
        const auto *text = std::get_if<QString>(&value);
        return text ? *text : QString();
    }

    // The variant of this document when it was written, else the text that it shares with another document.
    [[nodiscard]] const domain::Champ &shown(const LongTextSpec &spec) const
    {
        const bool shared =
            spec.otherwise && textOf(spec.champ).trimmed().isEmpty() && !textOf(*spec.otherwise).trimmed().isEmpty();
        return shared ? *spec.otherwise : spec.champ;
    }

    static void continueLine(Paragraph &line, std::vector<Paragraph> &item)
    {
        for (Paragraph &paragraph : item) {
            if (!line.runs.empty())
                line.runs.push_back({Run::Type::Text, base::frenchTypography(u" ; "_s)});
            std::move(paragraph.runs.begin(), paragraph.runs.end(), std::back_inserter(line.runs));
        }
    }

    // What belongs to one item of a list: a list that somebody typed stands inside it, or looks like more items of it.
    // A paragraph between would end the list: it goes on under the words of the item, or is a line of the list inside
    // it.
    static bool hasList(const Paragraph *from, const Paragraph *end)
    {
        return std::any_of(from, end, [](const Paragraph &each) { return each.listLevel > 0; });
    }

    static void standInside(std::vector<Paragraph> &item)
    {
        if (item.front().listLevel > 0)
            return;
        item.front().listLevel = 1;
        std::vector<Paragraph> kept;
        int under = 1; // level of what holds the lists that follow
        for (Paragraph &paragraph : item) {
            if (kept.empty() || paragraph.listLevel > 0) {
                if (!kept.empty())
                    paragraph.listLevel = std::min(paragraph.listLevel + under, 3);
            } else if (kept.size() == 1 && hasList(&paragraph + 1, item.data() + item.size())) {
                std::vector<Run> &runs = kept.front().runs;
                runs.push_back({Run::Type::LineBreak});
                std::move(paragraph.runs.begin(), paragraph.runs.end(), std::back_inserter(runs));
                continue;
            } else if (hasList(&paragraph + 1, item.data() + item.size())) {
                paragraph.listLevel = under = 2;
            }
            kept.push_back(std::move(paragraph));
        }
        item = std::move(kept);
    }

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
            rule.keepWithNext = i + 2 == lines; // the last is not alone on its page
            rule.runs.push_back({Run::Type::Blank, {}, false, false, false, {}, {}, {}});
            put(std::move(rule));
        }
    }

    const BuildContext &m_context;
    Document &m_document;
    RecordScope m_scope;
    int m_repeat;
    std::vector<Table> m_values; // of the figures so far
};

// Each record of the collection on pages of its own; an empty one when there is none, or on a blank form.
void addRepeated(const BuildContext &context, const DocumentSpec &spec, Document &document)
{
    const domain::TableDescription *table = domain::table(tableOf(*spec.repeats));
    std::vector<base::Id> ids;
    if (context.filled() && context.options.fiche)
        ids = {*context.options.fiche};
    else if (context.filled())
        ids = recordsOf(context, *spec.repeats, {});
    if (ids.empty())
        ids.emplace_back();
    for (size_t i = 0; i < ids.size(); ++i) {
        if (i > 0)
            document.blocks.emplace_back(PageBreak());
        BlockBuilder(context, document, {table, ids.at(i), nullptr}, int(i) + 1).add(spec.repeated);
    }
}

base::Error unknownFiche()
{
    return {base::ErrorCode::NotFound,
            u"Cette fiche-action n’est pas dans le projet : elle a peut-être été retirée. Rien n’a été modifié ; "
            u"choisissez une fiche de la liste."_s,
            {}};
}

// Of the heading that each record begins with: 0 for a document that does not repeat.
int repeatedLevel(const DocumentSpec &spec)
{
    for (const BlockSpec &block : spec.repeated)
        if (const auto *heading = std::get_if<HeadingSpec>(&block))
            return heading->level;
    return 0;
}

// One fiche by itself is not called all of them.
void nameSingle(const BuildContext &context, const DocumentSpec &spec, Document &document)
{
    if (!context.filled() || !context.options.fiche)
        return;
    const int number = suivi::numeroDeFiche(context.projet, context.reference.missions(), *context.options.fiche);
    if (!spec.singleSubject.isEmpty())
        document.subject = base::frenchTypography(u"%1 %2"_s.arg(spec.singleSubject).arg(number));
    if (!spec.singleFooter.isEmpty())
        document.footer =
            base::frenchTypography(spec.singleFooter + u' ' + base::frenchLongDate(context.options.today));
}

Document emptyDocument(const Trame &trame, const DocumentSpec &spec, const BuildContext &context, const QDate &today)
{
    Document document;
    const bool own = context.filled() && !spec.filledTitle.isEmpty();
    document.title = base::frenchTypography(own ? spec.filledTitle : spec.title);
    document.subtitle = base::frenchTypography(context.filled() ? spec.subtitle : spec.blankSubtitle);
    document.subject = base::frenchTypography(context.filled() ? spec.subject : spec.subject + u" – trame vierge"_s);
    document.header = printedText(context.projet.identite.nom);
    document.author = document.header;
    document.footer =
        base::frenchTypography(context.filled() ? spec.footer + u' ' + base::frenchLongDate(today) : spec.blankFooter);
    document.date = today;
    document.trame = trame.id();
    document.tableOfContents = spec.contents && context.filled();
    document.runningLevel = context.filled() ? repeatedLevel(spec) : 0;
    nameSingle(context, spec, document);
    if (context.filled() && context.options.draft) {
        document.footer = base::frenchTypography(u"Brouillon – "_s) + document.footer;
        document.subject = base::frenchTypography(u"Brouillon – "_s) + document.subject;
        document.missingNote = u"à compléter"_s;
    }
    return document;
}

} // namespace

std::vector<Block> buildBlocks(const BuildContext &context, const std::vector<BlockSpec> &specs)
{
    Document document;
    BlockBuilder(context, document).add(specs);
    return std::move(document.blocks);
}

base::Result<Document> build(const Trame &trame, const QString &documentCode, const domain::Projet &projet,
                             const reference::Reference &reference, Content content, const QDate &today)
{
    BuildOptions options;
    options.content = content;
    options.today = today;
    return build(trame, documentCode, projet, reference, options);
}

base::Result<Document> build(const Trame &trame, const QString &documentCode, const domain::Projet &projet,
                             const reference::Reference &reference, const BuildOptions &options)
{
    for (const DocumentSpec &spec : trame.data().documents) {
        if (spec.code != documentCode)
            continue;
        if (options.fiche && !projet.fiches.find(*options.fiche))
            return unknownFiche();
        const BuildContext context{projet, reference, options.content, options};
        Document document = emptyDocument(trame, spec, context, options.today);
        BlockBuilder(context, document).add(spec.blocks);
        if (spec.repeats)
            addRepeated(context, spec, document);
        if (options.developSigles)
            developSigles(document, reference.sigles());
        return document;
    }
    return base::Error{
        base::ErrorCode::NotFound,
        u"La trame « %1 » n’a pas de document « %2 ». Rien n’a été modifié ; choisissez un document de la "
        u"liste."_s.arg(trame.id(), documentCode),
        {}};
}

} // namespace report
