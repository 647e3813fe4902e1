// Everything that is sent with a projet de santé: one document that holds the annexes and, in PDF, the attached PDFs;
// each annexe beside, the follow-up files, the other attachments, a list with the fingerprint of each file, and words
// for the message.
#pragma once

#include "formats/export.h"

#include <functional>
#include <memory>

namespace formats
{

struct DossierFile {
    QString name;    // may begin with a folder of ours: "Pièces jointes/02 - Convention.docx"
    QString content; // what it is: "L’annexe 4 seule, au format Word"
    QByteArray bytes;
};

struct DossierRequest {
    bool personalData = true;   // false: without what the domain describes as personal, nor any attachment
    QStringList bloquants = {}; // what still blocks the deposit, a sentence each: told in the list of files only
    bool developSigles = true;  // see report::developSigles(): once in the dossier, and in each annexe beside
};

// The project without the fields described as personal (names, addresses, telephones of persons) and without the bytes
// of its attachments. Who had a name is « Personne 1 », « Personne 2 »… in the order of the list, so that a reader can
// tell that somebody is named, and the same one everywhere; a person is never called by the structure instead. What was
// written in long texts is left as it is: nobody but a reader can tell a name there.
[[nodiscard]] domain::Projet withoutPersonalData(domain::Projet projet);

// Every document of the trame but the lettre, one after the other under a cover and a table of contents.
[[nodiscard]] base::Result<report::Document> dossierDocument(const ExportSource &source, const domain::Projet &projet,
                                                             const DossierRequest &request = {});
// All the files, the list and the message last. Needs a QGuiApplication, as any PDF.
[[nodiscard]] base::Result<std::vector<DossierFile>>
dossierComplet(const ExportSource &source, const domain::Projet &projet, const DossierRequest &request = {});

// The same, one file after the other, for who shows how far it is and may stop between two.
class DossierMaking
{
public:
    // What `source` points to must outlive this; the project is kept as it is now.
    DossierMaking(const ExportSource &source, const domain::Projet &projet, const DossierRequest &request);
    ~DossierMaking();

    [[nodiscard]] int steps() const;
    [[nodiscard]] int done() const;
    // « Plan d’action », of the next step.
    [[nodiscard]] QString doing() const;
    // One step; false when there is none left.
    bool next();
    // After the last step.
    [[nodiscard]] base::Result<std::vector<DossierFile>> take();

private:
    class Gathering;
    std::unique_ptr<Gathering> m_gathering;
};

// Into that folder, made when it is not there; files of the same name are replaced, others are left. All are written
// aside first, then take their place: an error or a stop (`cancelled`, asked between two files) leaves the folder as it
// was.
[[nodiscard]] base::Result<void> writeDossier(const std::vector<DossierFile> &files, const QString &folder,
                                              const std::function<bool()> &cancelled = {});

} // namespace formats
