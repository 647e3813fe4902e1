// Figures of a Word document: a group of shapes (Word 2010 and later) that stands in its line as a letter does; for
// anything older, or that does not know groups, the description in its place.
#include "formats/docx_body.h"
#include "layout/figure.h"

#include <algorithm>

namespace formats
{

using namespace Qt::Literals::StringLiterals;

namespace
{

const QString drawingUri = u"http://schemas.openxmlformats.org/drawingml/2006/main"_s;
const QString placeUri = u"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"_s;
const QString groupUri = u"http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"_s;
const QString pictureUri = u"http://schemas.openxmlformats.org/drawingml/2006/picture"_s;
const QString shapeUri = u"http://schemas.microsoft.com/office/word/2010/wordprocessingShape"_s;
constexpr double emuPerMm = 36000;
constexpr double millimetresPerPoint = 25.4 / 72;
constexpr double sideRoom = 1; // mm: Word's own fonts may be a little wider than the measure

QString emu(double mm)
{
    return QString::number(qRound64(mm * emuPerMm));
}

QString hex(report::Color color)
{
    return u"%1"_s.arg(color, 6, 16, QLatin1Char('0')).toUpper();
}

XmlNode solid(report::Color color)
{
    return element(u"a:solidFill"_s, {}, {element(u"a:srgbClr"_s, {{u"val"_s, hex(color)}})});
}

XmlNode fillOf(const std::optional<report::Color> &fill)
{
    return fill ? solid(*fill) : element(u"a:noFill"_s);
}

XmlNode outlineOf(const std::optional<report::Stroke> &stroke)
{
    if (!stroke)
        return element(u"a:ln"_s, {}, {element(u"a:noFill"_s)});
    std::vector<XmlNode> parts{solid(stroke->color)};
    if (stroke->dashed)
        parts.push_back(element(u"a:prstDash"_s, {{u"val"_s, u"dash"_s}}));
    parts.push_back(element(u"a:miter"_s, {{u"lim"_s, u"800000"_s}}));
    return element(u"a:ln"_s, {{u"w"_s, emu(stroke->width)}}, std::move(parts));
}

XmlNode placeOf(const QRectF &area)
{
    return element(u"a:xfrm"_s, {},
                   {element(u"a:off"_s, {{u"x"_s, emu(area.x())}, {u"y"_s, emu(area.y())}}),
                    element(u"a:ext"_s, {{u"cx"_s, emu(area.width())}, {u"cy"_s, emu(area.height())}})});
}

// The outline of any path, in its own area.
XmlNode geometryOf(const report::Path &path, const QRectF &area)
{
    std::vector<XmlNode> steps;
    for (const QPointF &point : path.points)
        steps.push_back(
            element(steps.empty() ? u"a:moveTo"_s : u"a:lnTo"_s, {},
                    {element(u"a:pt"_s, {{u"x"_s, emu(point.x() - area.x())}, {u"y"_s, emu(point.y() - area.y())}})}));
    if (path.closed)
        steps.push_back(element(u"a:close"_s));
    XmlNode outline =
        element(u"a:path"_s, {{u"w"_s, emu(area.width())}, {u"h"_s, emu(area.height())}}, std::move(steps));
    if (!path.closed)
        outline.attributes.push_back({u"fill"_s, {}, u"fill"_s, u"none"_s});
    return element(u"a:custGeom"_s, {},
                   {element(u"a:avLst"_s), element(u"a:gdLst"_s), element(u"a:ahLst"_s), element(u"a:cxnLst"_s),
                    element(u"a:rect"_s, {{u"l"_s, u"0"_s}, {u"t"_s, u"0"_s}, {u"r"_s, u"r"_s}, {u"b"_s, u"b"_s}}),
                    element(u"a:pathLst"_s, {}, {std::move(outline)})});
}

XmlNode rectangleGeometry()
{
    return element(u"a:prstGeom"_s, {{u"prst"_s, u"rect"_s}}, {element(u"a:avLst"_s)});
}

} // namespace

// One shape of the group, up to its look.
void DocxBody::startShape(const QRectF &area, bool text)
{
    m_writer.writeStartElement(u"wps:wsp"_s);
    writeElement(m_writer, element(u"wps:cNvPr"_s,
                                   {{u"id"_s, QString::number(++m_shapes)}, {u"name"_s, u"Forme %1"_s.arg(m_shapes)}}));
    writeElement(m_writer, text ? element(u"wps:cNvSpPr"_s, {{u"txBox"_s, u"1"_s}}) : element(u"wps:cNvSpPr"_s));
    m_writer.writeStartElement(u"wps:spPr"_s);
    writeElement(m_writer, placeOf(area));
}

void DocxBody::endShape()
{
    m_writer.writeEndElement(); // wps:spPr
    m_writer.writeEmptyElement(u"wps:bodyPr"_s);
    m_writer.writeEndElement();
}

void DocxBody::writeShape(const report::Rectangle &rectangle)
{
    startShape(rectangle.rect, false);
    writeElement(m_writer, rectangleGeometry());
    writeElement(m_writer, fillOf(rectangle.fill));
    writeElement(m_writer, outlineOf(rectangle.stroke));
    endShape();
}

void DocxBody::writeShape(const report::Path &path)
{
    if (path.points.size() < 2)
        return;
    const QRectF area = report::areaOf(path);
    startShape(area, false);
    writeElement(m_writer, geometryOf(path, area));
    writeElement(m_writer, fillOf(path.closed ? path.fill : std::nullopt));
    writeElement(m_writer, outlineOf(path.stroke));
    endShape();
}

void DocxBody::writeShape(const report::Label &label)
{
    const QRectF text = label.area();
    const bool left = label.anchor == report::Label::Anchor::Left;
    const bool right = label.anchor == report::Label::Anchor::Right;
    const double height = label.points * millimetresPerPoint * 1.2;
    startShape(
        QRectF(text.x() - (left ? 0 : sideRoom), text.y(), text.width() + (left || right ? 1 : 2) * sideRoom, height),
        true);
    writeElement(m_writer, rectangleGeometry());
    writeElement(m_writer, element(u"a:noFill"_s));
    writeElement(m_writer, outlineOf(std::nullopt));
    m_writer.writeEndElement(); // wps:spPr
    m_writer.writeStartElement(u"wps:txbx"_s);
    m_writer.writeStartElement(u"w:txbxContent"_s);
    m_writer.writeStartElement(u"w:p"_s);
    Properties<ParagraphProperty> properties;
    properties.setValue(ParagraphProperty::Style, m_reference.style(Look::Normal));
    properties.set(ParagraphProperty::Spacing, {{u"w:before"_s, u"0"_s},
                                                {u"w:after"_s, u"0"_s},
                                                {u"w:line"_s, QString::number(qRound(label.points * 1.15 * 20))},
                                                {u"w:lineRule"_s, u"exact"_s}});
    properties.setValue(ParagraphProperty::Justification, left ? u"left"_s : right ? u"right"_s : u"center"_s);
    properties.write(m_writer);
    m_writer.writeStartElement(u"w:r"_s);
    Properties<RunProperty> look;
    if (label.bold)
        look.set(RunProperty::Bold).set(RunProperty::BoldComplex);
    look.setValue(RunProperty::Color, hex(label.color));
    const QString halfPoints = QString::number(qRound(label.points * 2));
    look.setValue(RunProperty::Size, halfPoints).setValue(RunProperty::SizeComplex, halfPoints);
    look.write(m_writer);
    writeText(label.text);
    m_writer.writeEndElement();
    m_writer.writeEndElement();
    m_writer.writeEndElement();
    m_writer.writeEndElement();
    writeElement(m_writer, element(u"wps:bodyPr"_s,
                                   {{u"rot"_s, u"0"_s},
                                    {u"vert"_s, u"horz"_s},
                                    {u"wrap"_s, u"none"_s},
                                    {u"lIns"_s, u"0"_s},
                                    {u"tIns"_s, u"0"_s},
                                    {u"rIns"_s, u"0"_s},
                                    {u"bIns"_s, u"0"_s},
                                    {u"anchor"_s, u"t"_s},
                                    {u"anchorCtr"_s, u"0"_s}},
                                   {element(u"a:noAutofit"_s)}));
    m_writer.writeEndElement();
}

void DocxBody::writeGroup(const report::Figure &figure)
{
    const double factor = layout::figureScale(figure, m_reference.textWidth);
    const QSizeF size = figure.size * factor;
    const XmlNode whole = element(u"a:ext"_s, {{u"cx"_s, emu(size.width())}, {u"cy"_s, emu(size.height())}});
    m_writer.writeStartElement(u"wpg:wgp"_s);
    m_writer.writeEmptyElement(u"wpg:cNvGrpSpPr"_s);
    XmlNode inner = whole;
    inner.name = u"a:chExt"_s;
    const XmlAttributes corner{{u"x"_s, u"0"_s}, {u"y"_s, u"0"_s}};
    writeElement(m_writer,
                 element(u"wpg:grpSpPr"_s, {},
                         {element(u"a:xfrm"_s, {},
                                  {element(u"a:off"_s, corner), whole, element(u"a:chOff"_s, corner), inner})}));
    for (const report::Drawing &drawing : report::scaled(figure.drawings, factor))
        std::visit([this](const auto &each) { writeShape(each); }, drawing);
    m_writer.writeEndElement();
}

void DocxBody::writeDrawing(const report::Figure &figure)
{
    m_writer.writeStartElement(u"mc:AlternateContent"_s);
    m_writer.writeStartElement(u"mc:Choice"_s);
    m_writer.writeAttribute(u"xmlns:wpg"_s, groupUri);
    m_writer.writeAttribute(u"Requires"_s, u"wpg"_s);
    startInline(figure, groupUri);
    m_writer.writeAttribute(u"xmlns:wps"_s, shapeUri);
    writeGroup(figure);
    for (int i = 0; i < 5; ++i) // a:graphicData, a:graphic, wp:inline, w:drawing, mc:Choice
        m_writer.writeEndElement();
    m_writer.writeStartElement(u"mc:Fallback"_s);
    writeText(figure.description);
    m_writer.writeEndElement();
    m_writer.writeEndElement();
}

// Up to the attributes of a:graphicData, in which stands the drawing of that kind.
void DocxBody::startInline(const report::Figure &figure, const QString &uri)
{
    const QSizeF size = figure.size * layout::figureScale(figure, m_reference.textWidth);
    m_writer.writeStartElement(u"w:drawing"_s);
    m_writer.writeStartElement(u"wp:inline"_s);
    m_writer.writeAttribute(u"xmlns:wp"_s, placeUri);
    for (const QString &side : {u"distT"_s, u"distB"_s, u"distL"_s, u"distR"_s})
        m_writer.writeAttribute(side, u"0"_s);
    writeElement(m_writer, element(u"wp:extent"_s, {{u"cx"_s, emu(size.width())}, {u"cy"_s, emu(size.height())}}));
    const QString number = QString::number(++m_shapes);
    writeElement(m_writer, element(u"wp:docPr"_s, {{u"id"_s, number},
                                                   {u"name"_s, u"Figure "_s + number},
                                                   {u"descr"_s, xmlSafe(figure.description)}}));
    m_writer.writeStartElement(u"a:graphic"_s);
    m_writer.writeAttribute(u"xmlns:a"_s, drawingUri);
    m_writer.writeStartElement(u"a:graphicData"_s);
    m_writer.writeAttribute(u"uri"_s, uri);
}

// A part of the package; the same picture shown twice is there once.
void DocxBody::writePicture(const report::Figure &figure)
{
    auto known = std::find(m_pictures.begin(), m_pictures.end(), figure.picture);
    if (known == m_pictures.end())
        known = m_pictures.insert(known, figure.picture);
    const QString identifier = pictureIdentifier(size_t(known - m_pictures.begin()));
    const QSizeF size = figure.size * layout::figureScale(figure, m_reference.textWidth);
    startInline(figure, pictureUri);
    m_writer.writeStartElement(u"pic:pic"_s);
    m_writer.writeAttribute(u"xmlns:pic"_s, pictureUri);
    writeElement(m_writer, element(u"pic:nvPicPr"_s, {},
                                   {element(u"pic:cNvPr"_s, {{u"id"_s, QString::number(++m_shapes)},
                                                             {u"name"_s, identifier},
                                                             {u"descr"_s, xmlSafe(figure.description)}}),
                                    element(u"pic:cNvPicPr"_s)}));
    m_writer.writeStartElement(u"pic:blipFill"_s);
    m_writer.writeEmptyElement(u"a:blip"_s);
    m_writer.writeAttribute(u"r:embed"_s, identifier);
    writeElement(m_writer, element(u"a:stretch"_s, {}, {element(u"a:fillRect"_s)}));
    m_writer.writeEndElement();
    writeElement(m_writer, element(u"pic:spPr"_s, {}, {placeOf(QRectF(QPointF(0, 0), size)), rectangleGeometry()}));
    for (int i = 0; i < 5; ++i) // pic:pic, a:graphicData, a:graphic, wp:inline, w:drawing
        m_writer.writeEndElement();
}

void DocxBody::writeFigure(const report::Figure &figure)
{
    Context context{.look = Look::Caption, .width = m_reference.textWidth, .keepWithNext = true};
    context.afterTable = std::exchange(m_afterTable, false);
    context.pageBreak = breaksPage();
    if (!figure.title.isEmpty()) {
        Paragraph title;
        title.runs.emplace_back().text = figure.title;
        writeParagraph(title, std::exchange(context, {.look = Look::Body, .width = m_reference.textWidth}));
    }
    m_writer.writeStartElement(u"w:p"_s);
    Properties<ParagraphProperty> properties;
    properties.setValue(ParagraphProperty::Style, m_reference.style(Look::Body));
    if (!figure.source.isEmpty())
        properties.set(ParagraphProperty::KeepNext);
    if (context.pageBreak)
        properties.set(ParagraphProperty::PageBreakBefore);
    properties.set(ParagraphProperty::Spacing, {{u"w:before"_s, context.afterTable ? u"160"_s : u"0"_s},
                                                {u"w:after"_s, u"40"_s},
                                                {u"w:line"_s, u"240"_s},
                                                {u"w:lineRule"_s, u"auto"_s}});
    properties.write(m_writer);
    m_writer.writeStartElement(u"w:r"_s);
    if (figure.picture.isEmpty())
        writeDrawing(figure);
    else
        writePicture(figure);
    m_writer.writeEndElement();
    m_writer.writeEndElement();
    if (!figure.source.isEmpty())
        writePlain(Look::Note, figure.source);
    if (figure.showValues) {
        writeTable(figure.values);
        m_afterTable = true;
    }
}

} // namespace formats
