// What several verbs do: open a project, load what the program ships, say an error.
#pragma once

#include "cli/verb.h"
#include "controle/controle.h"
#include "dossier/dossier.h"
#include "reference/territory_shape.h"
#include "report/trame.h"

#include <nlohmann/json.hpp>

namespace cli
{

using Json = nlohmann::ordered_json;

// Says the error; Exit::File.
Exit fail(Console &console, const base::Error &error);
// Says what is wrong with the words; Exit::Usage.
Exit wrong(Console &console, const QString &sentence);

// Writes a file at one go, the old one or the new one, and says so.
Exit save(const QByteArray &bytes, const QString &path, Console &console);
// Before a document is laid out.
void warnOfMissingFonts(Console &console);

// A command has no window to keep alive: it waits longer for a slow place before it says that nothing answers.
[[nodiscard]] dossier::Options patientOptions();
// Opens a project and says what opening met (recovered work, newer format…) on the error stream.
[[nodiscard]] base::Result<std::unique_ptr<dossier::Dossier>>
openProject(const QString &path, dossier::Dossier::Mode mode, Console &console);
[[nodiscard]] base::Result<reference::Reference> loadReference();
// The folder of the trame of a project; the name comes from a file of anybody and is checked.
[[nodiscard]] base::Result<QString> trameFolder(const QString &trame);
[[nodiscard]] base::Result<report::Trame> loadTrame(const QString &trame);

// What --annexe takes for everything that is sent.
inline const QString dossierWord = QStringLiteral("dossier");
// "docx", "pdf"…: what --format takes for a document.
[[nodiscard]] QStringList formatCodes();

// The outlines around the communes of a project. Nothing when none were imported; a damaged file is told on the error
// stream, and is as none.
[[nodiscard]] std::optional<reference::Contours> loadContours(const domain::Projet &projet, Console &console);
// What they say of its territory, for the criteria.
[[nodiscard]] std::optional<reference::TerritoryShape>
loadShape(const domain::Projet &projet, const reference::Reference &reference, Console &console);

// How far the document of the present phase is: what `lister` shows and what a file says of itself.
[[nodiscard]] controle::Readiness readinessNow(const domain::Projet &projet, const reference::Reference &reference,
                                               Console &console);
// Before it is written, the project says how complete it is, as the window does. Without the reference, nothing.
void keepCompleteness(dossier::Dossier &dossier, Console &console);

void writeJson(Console &console, const Json &json);
[[nodiscard]] std::string utf8(const QString &text);
// The code of an enumerated field as it is stored, and its label.
template <class E>
[[nodiscard]] const domain::Choice &choiceOf(E value)
{
    const auto &all = domain::Choices<E>::all();
    for (const auto &[each, choice] : all)
        if (each == value)
            return choice;
    return all.front().second;
}

} // namespace cli
