// A project written as JSON, by us or by another program, brought into an open one.
#pragma once

#include "domain/json.h"

#include <QStringList>

namespace imports
{

enum class JsonMode {
    Complete, // what the file says is added or replaces the same field; what it does not say stays
    Replace,  // the project becomes what the file says, no more, no less
};

struct JsonProposal {
    domain::ChangeList changes; // against the current project; empty when it says nothing new
    QStringList summary;        // French lines, see describeChanges()
    QStringList overwritten;    // JsonMode::Complete: what the project said otherwise, one line per field
    domain::Contenus contenus;  // the attachments that come with it: Dossier::holdAll() before the changes
    bool otherProject = false;  // the file comes from a project with another identity
    QString name;               // of the project that the file holds; may be empty
};

// Strict, as domain::projetFromJson: an Error names the place, and nothing is proposed.
[[nodiscard]] base::Result<JsonProposal> proposeJson(const QByteArray &bytes, const domain::Projet &current,
                                                     const domain::Id &currentId, JsonMode mode);

} // namespace imports
