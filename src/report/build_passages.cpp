#include "report/build_passages.h"

#include "base/typography.h"

#include <algorithm>

namespace report
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// The first field that the runs of a block came from.
FieldTag fieldOf(const Block &block)
{
    if (const auto *paragraph = std::get_if<Paragraph>(&block))
        for (const Run &run : paragraph->runs)
            if (!run.field.isEmpty())
                return run.field;
    return {};
}

bool isOfMembers(const PassageSpec &spec)
{
    return std::any_of(spec.blocks.begin(), spec.blocks.end(), [](const BlockSpec &block) {
        const auto *list = std::get_if<ListSpec>(&block);
        return list && list->collection == Collection::Membres;
    });
}

bool hasWords(const std::vector<Block> &blocks)
{
    Document document;
    document.blocks = blocks;
    return !plainText(document).trimmed().isEmpty();
}

} // namespace

std::vector<Passage> passagesOf(const BuildContext &context, const std::vector<PassageSpec> &specs)
{
    std::vector<Passage> passages;
    for (const PassageSpec &spec : specs) {
        Passage passage{base::frenchTypography(spec.title), buildBlocks(context, spec.blocks), {}};
        if (!hasWords(passage.blocks))
            continue;
        for (const Block &block : passage.blocks)
            if (const auto field = domain::FieldAddress::parse(fieldOf(block)); field && passage.field.table.isEmpty())
                passage.field = *field;
        // Who is a member is answered in the list of members, whatever page edits the first of them.
        if (isOfMembers(spec) && passage.field.table == u"personne")
            passage.field.field = u"membre"_s;
        passages.push_back(std::move(passage));
    }
    return passages;
}

} // namespace report
