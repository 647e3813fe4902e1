// Documents that exercise every shape of report::Document, for the writers' own tests and for the outside checkers.
#pragma once

#include "report/document.h"

#include <QByteArray>
#include <QStringList>

namespace samples
{

[[nodiscard]] report::Document empty();   // a title and nothing else
[[nodiscard]] report::Document small();   // one of each thing
[[nodiscard]] report::Document filled();  // a lettre d'intention of usual size, about 12 pages
[[nodiscard]] report::Document longest(); // 41 communes, 3,000 words in one cell
[[nodiscard]] report::Document blank();   // to be filled by hand, with guidance
[[nodiscard]] report::Document figures(); // every chart
[[nodiscard]] report::Document rich();    // a long text with all of the markup, in the page and in a cell
struct Named {
    QString name;
    report::Document document;
};
[[nodiscard]] std::vector<Named> all();

[[nodiscard]] QString docxReference();
[[nodiscard]] QString odtReference();
// Every word in reading order, independently of the writers; those drawn in figures may be left out, for readers that
// have an order of their own.
[[nodiscard]] QStringList words(const report::Document &document, bool drawn = true);
[[nodiscard]] QStringList words(const QString &text);

[[nodiscard]] report::Run text(const QString &text, const QString &field = {}, const QString &label = {});
[[nodiscard]] report::Paragraph paragraph(const QString &content,
                                          report::Paragraph::Role role = report::Paragraph::Role::Body);
[[nodiscard]] report::Heading heading(int level, const QString &content, const QString &anchor);
[[nodiscard]] report::Cell cell(const QString &content, const QString &field = {});
[[nodiscard]] report::Row row(const QStringList &cells, report::Row::Role role = report::Row::Role::Body);

// One part of a package; empty when it is not there.
[[nodiscard]] QByteArray part(const QByteArray &package, const QString &path);

} // namespace samples
