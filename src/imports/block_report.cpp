#include "imports/block_report.h"

#include "base/text.h"

#include <algorithm>

namespace imports
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr size_t mostTold = 6;
constexpr size_t mostRead = 300; // lines of a report that is asked for in full
constexpr size_t mostLost = 40;  // lines: what was written and not kept is told in full

// As the rows are read, after what is said of all of them.
std::vector<Remark> inOrder(std::vector<Remark> remarks)
{
    std::stable_sort(remarks.begin(), remarks.end(), [](const auto &a, const auto &b) { return a.line < b.line; });
    return remarks;
}

} // namespace

std::vector<Remark> toldOf(const BlockProposal &proposal)
{
    std::vector<Remark> all = inOrder(proposal.lost);
    const std::vector<Remark> others = inOrder(proposal.remarks);
    all.insert(all.end(), others.begin(), others.end());
    return all;
}

QString nothingNew(const std::vector<Remark> &remarks)
{
    QStringList lines{u"Ces lignes sont déjà dans la liste : rien n’a été ajouté."_s};
    for (const Remark &each : remarks)
        if (each.sentence.contains(u"autre chose"_s) && lines.size() <= int(mostTold))
            lines << u"Ligne %1 : %2."_s.arg(each.line).arg(each.sentence);
    return lines.join(u'\n');
}

QString blockReport(const BlockProposal &proposal, bool whole)
{
    QStringList lines{proposal.taken};
    const std::vector<Remark> all = toldOf(proposal);
    const size_t told =
        std::min(all.size(), whole ? mostRead : std::max(mostTold, std::min(proposal.lost.size(), mostLost)));
    for (size_t i = 0; i < told; ++i) {
        const Remark &remark = all[i];
        QString sentence =
            remark.line > 0 ? u"Ligne %1 : %2."_s.arg(remark.line).arg(remark.sentence) : remark.sentence + u'.';
        sentence[0] = sentence[0].toUpper();
        lines << sentence;
    }
    if (all.size() > told)
        lines << u"Et %1."_s.arg(
            base::frenchCount(qint64(all.size() - told), u"autre remarque"_s, u"autres remarques"_s));
    return lines.join(u'\n');
}

} // namespace imports
