#include "formats/picture.h"

#include "formats/xmltree.h"
#include "layout/figure.h"
#include "layout/painter.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QXmlStreamWriter>

namespace formats
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr double millimetresPerInch = 25.4;
constexpr double millimetresPerPoint = millimetresPerInch / 72;
constexpr int mostPixels = 12'000; // of a side: beyond, it is no picture any more

QString mm(double length)
{
    QString text = QString::number(length, 'f', 2);
    while (text.endsWith(u'0'))
        text.chop(1);
    if (text.endsWith(u'.'))
        text.chop(1);
    return text == u"-0" ? u"0"_s : text;
}

QString hex(report::Color color)
{
    return u"#%1"_s.arg(color, 6, 16, QLatin1Char('0'));
}

class Svg
{
public:
    explicit Svg(QByteArray &bytes) : m_writer(&bytes) {}

    void write(const report::Figure &figure)
    {
        m_writer.setAutoFormatting(true);
        m_writer.setAutoFormattingIndent(1);
        m_writer.writeStartDocument();
        m_writer.writeStartElement(u"svg"_s);
        m_writer.writeDefaultNamespace(u"http://www.w3.org/2000/svg"_s);
        m_writer.writeAttribute(u"width"_s, mm(figure.size.width()) + u"mm"_s);
        m_writer.writeAttribute(u"height"_s, mm(figure.size.height()) + u"mm"_s);
        m_writer.writeAttribute(u"viewBox"_s, u"0 0 %1 %2"_s.arg(mm(figure.size.width()), mm(figure.size.height())));
        m_writer.writeAttribute(u"role"_s, u"img"_s);
        m_writer.writeAttribute(u"lang"_s, u"fr"_s);
        m_writer.writeTextElement(u"title"_s, xmlSafe(figure.title));
        m_writer.writeTextElement(u"desc"_s, xmlSafe(figure.description));
        for (const report::Drawing &drawing : figure.drawings)
            std::visit([this](const auto &each) { draw(each); }, drawing);
        m_writer.writeEndElement();
        m_writer.writeEndDocument();
    }

private:
    void look(const std::optional<report::Color> &fill, const std::optional<report::Stroke> &stroke)
    {
        m_writer.writeAttribute(u"fill"_s, fill ? hex(*fill) : u"none"_s);
        if (!stroke)
            return;
        m_writer.writeAttribute(u"stroke"_s, hex(stroke->color));
        m_writer.writeAttribute(u"stroke-width"_s, mm(stroke->width));
        if (stroke->dashed)
            m_writer.writeAttribute(u"stroke-dasharray"_s,
                                    mm(stroke->width * layout::dash) + u' ' + mm(stroke->width * layout::dashGap));
    }

    void draw(const report::Rectangle &rectangle)
    {
        m_writer.writeEmptyElement(u"rect"_s);
        m_writer.writeAttribute(u"x"_s, mm(rectangle.rect.x()));
        m_writer.writeAttribute(u"y"_s, mm(rectangle.rect.y()));
        m_writer.writeAttribute(u"width"_s, mm(rectangle.rect.width()));
        m_writer.writeAttribute(u"height"_s, mm(rectangle.rect.height()));
        look(rectangle.fill, rectangle.stroke);
    }

    void draw(const report::Path &path)
    {
        QStringList points;
        for (const QPointF &point : path.points)
            points << mm(point.x()) + u',' + mm(point.y());
        m_writer.writeEmptyElement(path.closed ? u"polygon"_s : u"polyline"_s);
        m_writer.writeAttribute(u"points"_s, points.join(u' '));
        look(path.closed ? path.fill : std::nullopt, path.stroke);
    }

    void draw(const report::Label &label)
    {
        m_writer.writeStartElement(u"text"_s);
        m_writer.writeAttribute(u"x"_s, mm(label.origin.x()));
        m_writer.writeAttribute(u"y"_s, mm(label.origin.y()));
        m_writer.writeAttribute(u"font-family"_s, u"Liberation Sans, Arial, Helvetica, sans-serif"_s);
        m_writer.writeAttribute(u"font-size"_s, mm(label.points * millimetresPerPoint));
        if (label.bold)
            m_writer.writeAttribute(u"font-weight"_s, u"bold"_s);
        if (label.anchor != report::Label::Anchor::Left)
            m_writer.writeAttribute(u"text-anchor"_s,
                                    label.anchor == report::Label::Anchor::Center ? u"middle"_s : u"end"_s);
        m_writer.writeAttribute(u"fill"_s, hex(label.color));
        m_writer.writeCharacters(xmlSafe(label.text));
        m_writer.writeEndElement();
    }

    QXmlStreamWriter m_writer;
};

base::Error tooLarge()
{
    return {base::ErrorCode::Invalid,
            u"L’image serait trop grande. Rien n’a été écrit ; choisissez le dessin (SVG), qui s’agrandit sans "
            u"limite."_s,
            {}};
}

} // namespace

QByteArray figureSvg(const report::Figure &figure)
{
    QByteArray bytes;
    Svg(bytes).write(figure);
    return bytes;
}

base::Result<QByteArray> figurePng(const report::Figure &figure, double dotsPerInch)
{
    const double scale = dotsPerInch / millimetresPerInch;
    const QSize size = (figure.size * scale).toSize().expandedTo(QSize(1, 1));
    if (size.width() > mostPixels || size.height() > mostPixels)
        return tooLarge();
    QImage image(size, QImage::Format_RGB32);
    if (image.isNull())
        return tooLarge();
    image.fill(Qt::white);
    image.setDotsPerMeterX(qRound(scale * 1000));
    image.setDotsPerMeterY(qRound(scale * 1000));
    QPainter painter(&image);
    layout::paint(painter, layout::drawingOf(figure), {scale, false, {}});
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "PNG"))
        return tooLarge();
    return bytes;
}

QStringList pictureFormats()
{
    return {u"svg"_s, u"png"_s};
}

base::Result<QByteArray> pictureOf(const report::Figure &figure, const QString &format)
{
    if (format == u"png")
        return figurePng(figure);
    return figureSvg(figure);
}

} // namespace formats
