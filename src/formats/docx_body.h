// The text of a Word document: word/document.xml and what it needs from the other parts.
#pragma once

#include "formats/docx_reference.h"
#include "formats/ooxml_order.h"

#include <array>
#include <map>

namespace formats
{

// Writes the body once. After document(): links() and numberedLists() tell what the package must hold.
class DocxBody
{
public:
    DocxBody(const report::Document &document, const DocxReference &reference, const std::vector<int> &headingPages);
    [[nodiscard]] QByteArray document();

    // Web and mail addresses, by relationship identifier ("lien1").
    [[nodiscard]] const std::map<QString, QString> &links() const { return m_links; }
    // Pictures, by relationship identifier ("image1"): a part of the package each.
    [[nodiscard]] const std::vector<QByteArray> &pictures() const { return m_pictures; }
    [[nodiscard]] static QString pictureIdentifier(size_t index) { return QStringLiteral("image%1").arg(index + 1); }
    // The numbers at which each numbered list begins, by level; their w:numId go on from `firstNumbering`.
    using FirstNumbers = std::array<int, 2>;
    [[nodiscard]] const std::vector<FirstNumbers> &numberedLists() const { return m_numberedLists; }
    static constexpr int firstNumbering = 1000; // above those of any reference

private:
    using Run = report::Run;
    using Paragraph = report::Paragraph;
    // What surrounds a paragraph and shows on it.
    struct Context {
        Look look = Look::Body;
        double width = 0; // mm
        bool keepWithNext = false;
        QString size = {}; // half-points, where the style has another one: an item of a list in a cell
        bool afterTable = false;
        bool pageBreak = false;
        bool endsList = false;
    };

    void writeBlocks();
    void writeHead();
    void writeContents();
    void writeContentsEntry(const report::Heading &heading, int page);
    void writeHeading(const report::Heading &heading);
    void writeParagraph(const Paragraph &paragraph, const Context &context);
    void writePlain(Look look, const QString &text, double above = 0);
    enum class Spacer { Gap, Title, End };
    void writeSpacer(Spacer kind, bool pageBreak);
    void writeBlock(size_t at);
    void writeTable(const report::Table &table);
    void writeFigure(const report::Figure &figure);
    void writeDrawing(const report::Figure &figure);
    void writeGroup(const report::Figure &figure);
    void startInline(const report::Figure &figure, const QString &uri);
    void writePicture(const report::Figure &figure);
    void writeShape(const report::Rectangle &rectangle);
    void writeShape(const report::Path &path);
    void writeShape(const report::Label &label);
    void startShape(const QRectF &area, bool text);
    void endShape();
    void writeTableProperties(const report::Table &table, const Grid &grid);
    void writeRow(const GridRow &row, const Grid &grid);
    void writeCell(const GridCell &cell, const GridRow &row, const Grid &grid);
    void writeRuns(const std::vector<Run> &runs);
    void writeField(const std::vector<Run> &runs, const std::vector<int> &tabs, size_t first, size_t last);
    void writeCheckBox(const Run &run);
    void writeRun(const Run &run, int tabs = 0, bool placeholder = false);
    void writeText(const QString &text);
    void writeComplexField(const QString &kind, const QString &instruction = {});
    void writeContentsField(const QString &kind, const QString &instruction = {});
    void writeFieldMark(const QString &kind, const QString &instruction);
    void startControl(Properties<ControlProperty> &properties, const Run &run);
    void endControl();
    [[nodiscard]] bool breaksPage();
    [[nodiscard]] QString linkIdentifier(const QString &url);
    [[nodiscard]] QString bookmark(const QString &anchor) const;
    [[nodiscard]] int numberingOf(const Paragraph &paragraph);
    void setList(Properties<ParagraphProperty> &properties, const Paragraph &paragraph, Look look);
    void setBlanks(Properties<ParagraphProperty> &properties, int blanks, const Context &context) const;

    const report::Document &m_document;
    const DocxReference &m_reference;
    const std::vector<int> &m_headingPages;
    QByteArray m_bytes;
    QXmlStreamWriter m_writer;
    std::map<QString, QString> m_links;
    std::map<QString, QString> m_bookmarks; // anchor -> name
    int m_controls = 0;
    std::vector<QByteArray> m_pictures;
    int m_shapes = 0;
    std::vector<FirstNumbers> m_numberedLists;
    FirstNumbers m_nextNumbers{1, 1}; // of the current list
    bool m_inNumberedList = false;
    QString m_size; // of the words of the paragraph being written; empty: that of its style
    bool m_pageBreak = false;
    bool m_afterTable = false;
};

} // namespace formats
