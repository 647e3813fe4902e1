// The text of an OpenDocument file: content.xml.
#pragma once

#include "formats/odt_reference.h"

#include <array>
#include <map>
#include <QXmlStreamWriter>

namespace formats
{

// The name of the dashes in figures; styles.xml says what they are.
inline const QString odtDash = QStringLiteral("Tirets");

// Writes the body once. Variants of named styles (a page break, a blank line…) become automatic styles, gathered while
// the text is written and put before it.
class OdtBody
{
public:
    OdtBody(const report::Document &document, const OdtReference &reference, const std::vector<int> &headingPages);
    [[nodiscard]] QByteArray content();
    // After content(): the files of its pictures, by path in the package.
    [[nodiscard]] const std::vector<std::pair<QString, QByteArray>> &pictures() const { return m_pictures; }

private:
    using Run = report::Run;
    using Paragraph = report::Paragraph;

    void writeBlocks();
    void writeContents();
    void writeContentsEntry(const report::Heading &heading, int page);
    void writeHeading(const report::Heading &heading);
    // `size`: where the style has another one, an item of a list in a cell. `after`: points, where a list ends.
    void writeParagraph(const Paragraph &paragraph, Look look, double width, bool keepWithNext,
                        const QString &size = {}, double after = 0);
    void writeSpacer(double height, bool keepWithNext);
    void writePlain(Look look, const QString &text, double above = 0);
    void writeTable(const report::Table &table, bool last = false);
    void writeFigure(const report::Figure &figure);
    void writeGroup(const report::Figure &figure);
    void writePicture(const report::Figure &figure);
    void writeDrawing(const report::Rectangle &rectangle);
    void writeDrawing(const report::Path &path);
    void writeDrawing(const report::Label &label);
    [[nodiscard]] QString graphicStyle(const std::optional<report::Color> &fill,
                                       const std::optional<report::Stroke> &stroke);
    void writeColumns(const Grid &grid);
    void writeRows(const Grid &grid);
    void writeRow(const GridRow &row, const Grid &grid);
    void writeCell(const GridCell &cell, const GridRow &row, const Grid &grid);
    void writeRuns(const std::vector<Run> &runs);
    void writeRun(const Run &run, int tabs);
    void writeText(const QString &text);
    // Opens and closes lists so that this paragraph stands in its own; leaveLists() before what is none.
    void enterList(const Paragraph &paragraph);
    void leaveLists() { closeListsAbove(0); }
    void openItem(const Paragraph &paragraph);
    void closeListsAbove(int level);
    [[nodiscard]] QString takeBreak();
    // The name of an automatic style; equal content, equal name.
    [[nodiscard]] QString automatic(const QString &family, const QString &parent, const QString &properties);
    [[nodiscard]] QString cellStyle(Look look);

    const report::Document &m_document;
    const OdtReference &m_reference;
    const std::vector<int> &m_headingPages;
    QString m_body;
    QXmlStreamWriter m_writer;
    std::map<QString, QString> m_styleNames; // definition -> name
    QString m_styles;
    int m_tables = 0;
    std::vector<std::pair<QString, QByteArray>> m_pictures;
    int m_figures = 0;
    int m_listDepth = 0;
    std::array<int, 4> m_listNumbers{}; // of the last item, by depth
    bool m_listNumbered = false;
    bool m_pageBreak = false;
};

} // namespace formats
