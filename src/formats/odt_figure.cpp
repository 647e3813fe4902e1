// Figures of an OpenDocument text: a group of shapes that stands in its line as a letter does.
#include "base/picture_info.h"
#include "formats/odt_body.h"
#include "layout/figure.h"

#include <algorithm>

namespace formats
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr double millimetresPerPoint = 25.4 / 72;
constexpr double sideRoom = 2; // mm: Writer's own fonts may be a little wider than the measure

QString cm(double mm)
{
    return QString::number(mm / 10, 'f', 3) + u"cm"_s;
}

QString hex(report::Color color)
{
    return u"#%1"_s.arg(color, 6, 16, QLatin1Char('0'));
}

} // namespace

QString OdtBody::graphicStyle(const std::optional<report::Color> &fill, const std::optional<report::Stroke> &stroke)
{
    QString properties =
        fill ? u" draw:fill=\"solid\" draw:fill-color=\"%1\""_s.arg(hex(*fill)) : u" draw:fill=\"none\""_s;
    if (stroke) {
        properties +=
            u" draw:stroke=\"%1\" svg:stroke-width=\"%2\" svg:stroke-color=\"%3\" draw:stroke-linejoin=\"miter\""_s.arg(
                stroke->dashed ? u"dash"_s : u"solid"_s, cm(stroke->width), hex(stroke->color));
        if (stroke->dashed)
            properties += u" draw:stroke-dash=\"%1\""_s.arg(odtDash);
    } else {
        properties += u" draw:stroke=\"none\""_s;
    }
    return automatic(u"graphic"_s, {}, u"<style:graphic-properties"_s + properties + u"/>"_s);
}

void OdtBody::writeDrawing(const report::Rectangle &rectangle)
{
    m_writer.writeEmptyElement(u"draw:rect"_s);
    m_writer.writeAttribute(u"draw:style-name"_s, graphicStyle(rectangle.fill, rectangle.stroke));
    m_writer.writeAttribute(u"svg:x"_s, cm(rectangle.rect.x()));
    m_writer.writeAttribute(u"svg:y"_s, cm(rectangle.rect.y()));
    m_writer.writeAttribute(u"svg:width"_s, cm(rectangle.rect.width()));
    m_writer.writeAttribute(u"svg:height"_s, cm(rectangle.rect.height()));
}

void OdtBody::writeDrawing(const report::Path &path)
{
    if (path.points.size() < 2)
        return;
    const QString style = graphicStyle(path.closed ? path.fill : std::nullopt, path.stroke);
    if (path.points.size() == 2) {
        m_writer.writeEmptyElement(u"draw:line"_s);
        m_writer.writeAttribute(u"draw:style-name"_s, style);
        m_writer.writeAttribute(u"svg:x1"_s, cm(path.points[0].x()));
        m_writer.writeAttribute(u"svg:y1"_s, cm(path.points[0].y()));
        m_writer.writeAttribute(u"svg:x2"_s, cm(path.points[1].x()));
        m_writer.writeAttribute(u"svg:y2"_s, cm(path.points[1].y()));
        return;
    }
    const QRectF area = report::areaOf(path);
    QStringList points; // hundredths of a millimetre from the area's corner
    for (const QPointF &point : path.points)
        points << u"%1,%2"_s.arg(qRound((point.x() - area.x()) * 100)).arg(qRound((point.y() - area.y()) * 100));
    m_writer.writeEmptyElement(path.closed ? u"draw:polygon"_s : u"draw:polyline"_s);
    m_writer.writeAttribute(u"draw:style-name"_s, style);
    m_writer.writeAttribute(u"svg:x"_s, cm(area.x()));
    m_writer.writeAttribute(u"svg:y"_s, cm(area.y()));
    m_writer.writeAttribute(u"svg:width"_s, cm(area.width()));
    m_writer.writeAttribute(u"svg:height"_s, cm(area.height()));
    m_writer.writeAttribute(u"svg:viewBox"_s,
                            u"0 0 %1 %2"_s.arg(qRound(area.width() * 100)).arg(qRound(area.height() * 100)));
    m_writer.writeAttribute(u"draw:points"_s, points.join(u' '));
}

void OdtBody::writeDrawing(const report::Label &label)
{
    const QRectF area = label.area();
    const bool left = label.anchor == report::Label::Anchor::Left;
    const bool right = label.anchor == report::Label::Anchor::Right;
    const QString align = left ? u"start"_s : right ? u"end"_s : u"center"_s;
    const QString frame = automatic(
        u"graphic"_s, {},
        u"<style:graphic-properties draw:fill=\"none\" draw:stroke=\"none\" fo:padding=\"0cm\" "
        "draw:auto-grow-width=\"false\" draw:auto-grow-height=\"false\" fo:wrap-option=\"no-wrap\" "
        "draw:textarea-vertical-align=\"top\" draw:textarea-horizontal-align=\"%1\"/>"_s.arg(left    ? u"left"_s
                                                                                             : right ? u"right"_s
                                                                                                     : u"center"_s));
    const QString paragraph = automatic(
        u"paragraph"_s, {},
        u"<style:paragraph-properties fo:margin-top=\"0cm\" fo:margin-bottom=\"0cm\" fo:line-height=\"100%\" "
        "fo:text-align=\"%1\"/><style:text-properties fo:font-size=\"%2pt\" fo:color=\"%3\" fo:font-weight=\"%4\"/>"_s
            .arg(align, QString::number(label.points, 'f', 1), hex(label.color), label.bold ? u"bold"_s : u"normal"_s));
    m_writer.writeStartElement(u"draw:frame"_s);
    m_writer.writeAttribute(u"draw:style-name"_s, frame);
    m_writer.writeAttribute(u"svg:x"_s, cm(area.x() - (left ? 0 : sideRoom)));
    m_writer.writeAttribute(u"svg:y"_s, cm(area.y()));
    m_writer.writeAttribute(u"svg:width"_s, cm(area.width() + (left || right ? 1 : 2) * sideRoom));
    m_writer.writeAttribute(u"svg:height"_s, cm(label.points * millimetresPerPoint * 1.2));
    m_writer.writeStartElement(u"draw:text-box"_s);
    m_writer.writeStartElement(u"text:p"_s);
    m_writer.writeAttribute(u"text:style-name"_s, paragraph);
    writeText(label.text);
    m_writer.writeEndElement();
    m_writer.writeEndElement();
    m_writer.writeEndElement();
}

void OdtBody::writeFigure(const report::Figure &figure)
{
    if (!figure.title.isEmpty()) {
        report::Paragraph title;
        title.runs.emplace_back().text = figure.title;
        writeParagraph(title, Look::Caption, m_reference.textWidth, true);
    }
    QString paragraph = takeBreak();
    if (!figure.source.isEmpty())
        paragraph += u" fo:keep-with-next=\"always\""_s;
    m_writer.writeStartElement(u"text:p"_s);
    m_writer.writeAttribute(u"text:style-name"_s, automatic(u"paragraph"_s, m_reference.name(Look::Body),
                                                            u"<style:paragraph-properties%1/>"_s.arg(paragraph)));
    if (figure.picture.isEmpty())
        writeGroup(figure);
    else
        writePicture(figure);
    m_writer.writeEndElement();
    if (!figure.source.isEmpty())
        writePlain(Look::Note, figure.source);
    if (figure.showValues)
        writeTable(figure.values);
}

void OdtBody::writeGroup(const report::Figure &figure)
{
    m_writer.writeStartElement(u"draw:g"_s);
    m_writer.writeAttribute(u"text:anchor-type"_s, u"as-char"_s);
    m_writer.writeAttribute(u"draw:name"_s, u"Figure%1"_s.arg(++m_figures));
    m_writer.writeAttribute(u"draw:style-name"_s, automatic(u"graphic"_s, {},
                                                            u"<style:graphic-properties style:vertical-pos=\"top\" "
                                                            "style:vertical-rel=\"baseline\"/>"_s));
    m_writer.writeTextElement(u"svg:title"_s, xmlSafe(figure.title));
    m_writer.writeTextElement(u"svg:desc"_s, xmlSafe(figure.description));
    const double factor = layout::figureScale(figure, m_reference.textWidth);
    // The group is as large as what it holds: an empty frame gives it the figure's size.
    writeDrawing(report::Rectangle{{QPointF(0, 0), figure.size * factor}, {}, {}});
    for (const report::Drawing &drawing : report::scaled(figure.drawings, factor))
        std::visit([this](const auto &each) { writeDrawing(each); }, drawing);
    m_writer.writeEndElement();
}

// A file of the package; the same picture shown twice is there once.
void OdtBody::writePicture(const report::Figure &figure)
{
    const auto info = base::pictureInfo(figure.picture);
    const bool jpeg = info && info->type == base::PictureInfo::Type::Jpeg;
    auto known = std::find_if(m_pictures.begin(), m_pictures.end(),
                              [&figure](const auto &each) { return each.second == figure.picture; });
    if (known == m_pictures.end())
        known = m_pictures.insert(
            known,
            {u"Pictures/image%1.%2"_s.arg(m_pictures.size() + 1).arg(jpeg ? u"jpg"_s : u"png"_s), figure.picture});
    const QSizeF size = figure.size * layout::figureScale(figure, m_reference.textWidth);
    m_writer.writeStartElement(u"draw:frame"_s);
    m_writer.writeAttribute(u"text:anchor-type"_s, u"as-char"_s);
    m_writer.writeAttribute(u"draw:name"_s, u"Figure%1"_s.arg(++m_figures));
    m_writer.writeAttribute(u"svg:width"_s, cm(size.width()));
    m_writer.writeAttribute(u"svg:height"_s, cm(size.height()));
    m_writer.writeEmptyElement(u"draw:image"_s);
    m_writer.writeAttribute(u"xlink:href"_s, known->first);
    m_writer.writeAttribute(u"xlink:type"_s, u"simple"_s);
    m_writer.writeAttribute(u"xlink:show"_s, u"embed"_s);
    m_writer.writeAttribute(u"xlink:actuate"_s, u"onLoad"_s);
    m_writer.writeTextElement(u"svg:desc"_s, xmlSafe(figure.description));
    m_writer.writeEndElement();
}

} // namespace formats
