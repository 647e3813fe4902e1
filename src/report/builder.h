// Trame + project -> document. The only place where French typography is applied to what will be read.
#pragma once

#include "reference/contours.h"
#include "reference/reference.h"
#include "report/document.h"
#include "report/trame.h"
#include "report/user_text.h"

#include <optional>

namespace report
{

// What the document holds of the project.
enum class Content {
    Filled,            // the project's facts, with the official instructions
    Blank,             // nothing of the project but its name in the header: room to write by hand
    BlankWithGuidance, // the same, with the official instructions and the trame's own advice
};

struct BuildOptions {
    Content content = Content::Filled;
    QDate today;                                   // dates the footer and the metadata
    std::optional<base::Id> fiche;                 // of a document that repeats for each fiche: only this one
    PictureLookup pictures = {};                   // of long texts; unset: those of the project, see picturesOf()
    const reference::Contours *contours = nullptr; // around its communes; without them there is no map
    bool developSigles = false;                    // see developSigles(); parts of one document are developed together
    bool draft = false; // filled only: its pages say that it is a draft, and what lacks; DOCX and ODT do not
};

// An error only for a document the trame does not have, or a fiche the project does not have: a project with nothing
// in it gives a document with nothing filled in.
[[nodiscard]] base::Result<Document> build(const Trame &trame, const QString &documentCode,
                                           const domain::Projet &projet, const reference::Reference &reference,
                                           const BuildOptions &options);
// The whole document.
[[nodiscard]] base::Result<Document> build(const Trame &trame, const QString &documentCode,
                                           const domain::Projet &projet, const reference::Reference &reference,
                                           Content content, const QDate &today);

} // namespace report
