// What the tests of this room share: the shipped trame and reference, loaded once, and documents seen as text.
#pragma once

#include "report/builder.h"
#include "support/example.h"
#include "support/trame.h"

#include <QDir>
#include <QTemporaryDir>

namespace fixtures
{

using support::plain;
using support::references;
using support::source;
using support::trame;
using support::vallees;

inline report::Document document(const domain::Projet &projet, report::Content content = report::Content::Filled,
                                 const QString &code = QStringLiteral("annexe-3"))
{
    auto built = report::build(trame(), code, projet, references(), content, QDate(2027, 3, 12));
    REQUIRE(built);
    return built.value();
}

inline QString lines(const report::Document &document)
{
    return plain(report::plainText(document));
}

inline QString textOf(const std::vector<report::Run> &runs)
{
    QString text;
    for (const report::Run &run : runs)
        text += run.type == report::Run::Type::CheckBox    ? QString(run.checked ? u'☒' : u'☐')
                : run.type == report::Run::Type::LineBreak ? QStringLiteral("\n")
                                                           : run.text;
    return plain(text);
}

inline QString textOf(const report::Cell &cell)
{
    QStringList paragraphs;
    for (const report::Paragraph &paragraph : cell.paragraphs)
        paragraphs << textOf(paragraph.runs);
    return paragraphs.join(u'\n');
}

inline std::vector<report::Table> tables(const report::Document &document)
{
    std::vector<report::Table> found;
    for (const report::Block &block : document.blocks)
        if (const auto *table = std::get_if<report::Table>(&block))
            found.push_back(*table);
    return found;
}

inline std::vector<report::Paragraph> paragraphs(const report::Document &document)
{
    std::vector<report::Paragraph> found;
    for (const report::Block &block : document.blocks)
        if (const auto *paragraph = std::get_if<report::Paragraph>(&block))
            found.push_back(*paragraph);
    return found;
}

// The rows of a table, cells joined by " | ".
inline QStringList rows(const report::Table &table)
{
    QStringList found;
    for (const report::Row &row : table.rows) {
        QStringList cells;
        for (const report::Cell &cell : row.cells)
            cells << textOf(cell);
        found << cells.join(QStringLiteral(" | "));
    }
    return found;
}

inline QStringList headingsOf(const report::Document &document)
{
    QStringList found;
    for (const report::Block &block : document.blocks)
        if (const auto *heading = std::get_if<report::Heading>(&block))
            found << textOf(heading->runs);
    return found;
}

inline domain::Rubrique &rubrique(domain::Projet &projet, const QString &code)
{
    return *projet.rubriques.find(base::Id::fromKey(QStringLiteral("rubrique:") + code));
}

} // namespace fixtures
