// What a file that is read comes to, whatever is in it.
#pragma once

#include "samples.h"
#include "support/catch.h"
#include "support/example.h"

namespace samples
{

using Proposal = base::Result<imports::ImportProposal>;

// The file of a sample with other bytes in it.
inline Proposal proposeBytes(const Sample &sample, const QByteArray &bytes)
{
    return imports::propose(sample.profile, imports::ImportInput::memory(bytes, sample.name), samples::projet(),
                            support::references(), samples::options(sample));
}

// An error in French, or changes that fit.
inline void checkAnswer(const Proposal &proposal)
{
    if (!proposal) {
        CHECK(proposal.error().code != base::ErrorCode::Internal);
        CHECK(proposal.error().message.contains(QStringLiteral("Rien n’a été modifié")));
        return;
    }
    auto after = samples::projet();
    CHECK(domain::applyChanges(after, proposal.value().changes));
}

} // namespace samples
