// A trame: the official annexes of one region and version, as data of templates/, checked when it is loaded.
#pragma once

#include "base/result.h"
#include "domain/champ.h"

#include <memory>
#include <QStringList>

namespace report
{

// A group of pages of the left pane: "Lettre d’intention", with "annexe 3" beside it.
struct Section {
    QString code;
    QString title;
    QString precision; // may be empty
};

// One form page. Texts are French sentences ready to show; a line break separates paragraphs.
struct Page {
    QString code;        // "territoire": what findings and navigation carry
    QString section;     // code of its Section
    QString title;       // "Le territoire envisagé"
    QString label;       // in the left pane and on the buttons: "Territoire"
    QString subtitle;    // what to do here
    QString expectation; // "Ce que l’ARS attend"
    QString advice;      // "Conseil"
    QString example;     // how another CPTS wrote it (fictional)
    QString source;      // "Cahier des charges PACA 2022, p. 8"
    QStringList sigles;  // used on the page; what they stand for is in reference::Sigles
};

// A document the trame can produce.
struct DocumentInfo {
    QString code;      // "annexe-3"
    QString title;     // "Lettre d’intention"
    QString precision; // "annexe 3"
};

// Loaded once, immutable; copies share the data.
class Trame
{
public:
    // Reads trame.json, pages.json and the documents of a folder of templates/. All the faults are in one error: each
    // with its file, line and JSON pointer (the whole list in Error::detail, the first ones in the message).
    static base::Result<Trame> load(const QString &folder);

    [[nodiscard]] const QString &id() const;      // "paca-2022"
    [[nodiscard]] const QString &region() const;  // "Provence-Alpes-Côte d’Azur"
    [[nodiscard]] const QString &version() const; // "2022"
    [[nodiscard]] const QString &title() const;   // "ARS Provence-Alpes-Côte d’Azur, 2022"
    [[nodiscard]] const QString &source() const;  // the official document
    [[nodiscard]] const std::vector<DocumentInfo> &documents() const;
    [[nodiscard]] const std::vector<Section> &sections() const;
    [[nodiscard]] const std::vector<Page> &pages() const; // in the order they are filled in
    // nullptr for an unknown code.
    [[nodiscard]] const Page *page(const QString &code) const;

    // The page that edits a field; empty when none does. The second form knows the people: a field of the porteur
    // leads to the porteur's page, one of a member outside the team to the list of members.
    [[nodiscard]] QString pageOf(const domain::FieldAddress &at) const;
    [[nodiscard]] QString pageOf(const domain::FieldAddress &at, const domain::Projet &projet) const;

    struct Data; // trame_data.h, for this room only
    [[nodiscard]] const Data &data() const { return *m_data; }

private:
    explicit Trame(std::shared_ptr<const Data> data) : m_data(std::move(data)) {}
    std::shared_ptr<const Data> m_data;
};

} // namespace report
