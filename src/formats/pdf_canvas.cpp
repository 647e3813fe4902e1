#include "formats/pdf_canvas.h"

#include "formats/pdf_clusters.h"
#include "formats/pdf_fonts.h"
#include "formats/pdf_picture.h"
#include "formats/pdf_text.h"

#include <cairo-pdf.h>

using namespace Qt::Literals::StringLiterals;

namespace formats::pdf
{

namespace
{

using namespace layout;

constexpr double pointsPerMillimetre = 72 / 25.4;

cairo_status_t collect(void *target, const unsigned char *data, unsigned int length)
{
    static_cast<std::string *>(target)->append(reinterpret_cast<const char *>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

// Artifacts may stand inside the elements they interrupt: follows the operations of a page from one side or the other.
class ArtifactDepth
{
public:
    // Whether the operation belongs to an artifact, its tags included.
    bool follow(const Operation &operation)
    {
        if (const auto *begin = std::get_if<BeginTag>(&operation)) {
            m_depth += m_depth > 0 || begin->tag == Tag::Artifact ? 1 : 0;
            return m_depth > 0;
        }
        const bool inside = m_depth > 0;
        if (inside && std::holds_alternative<EndTag>(operation))
            --m_depth;
        return inside;
    }

private:
    int m_depth = 0;
};

class Canvas
{
public:
    Canvas(const PagedDocument &pages, DrawnPages &result)
        : m_structure(result.structure),
          m_surface(cairo_pdf_surface_create_for_stream(&collect, &result.bytes,
                                                        pages.size.width() * pointsPerMillimetre,
                                                        pages.size.height() * pointsPerMillimetre)),
          m_cairo(cairo_create(m_surface)), m_text(m_cairo, m_fonts)
    {
        cairo_pdf_surface_restrict_to_version(m_surface, CAIRO_PDF_VERSION_1_5);
    }
    Canvas(const Canvas &) = delete;
    Canvas &operator=(const Canvas &) = delete;
    ~Canvas()
    {
        cairo_destroy(m_cairo);
        cairo_surface_destroy(m_surface);
    }

    void draw(const Page &page, int number)
    {
        m_page = number;
        drawDecoration(page);
        drawContent(page);
        cairo_show_page(m_cairo);
    }

    // Ends the PDF; the family of a font that could not be read goes to `missing`.
    cairo_status_t finish(QString &missing)
    {
        missing = m_text.missingFamily();
        const cairo_status_t drawing = cairo_status(m_cairo);
        cairo_surface_finish(m_surface);
        return drawing != CAIRO_STATUS_SUCCESS ? drawing : cairo_surface_status(m_surface);
    }

private:
    // Grounds under everything, as on screen: a row's ground must not cover the line of the row above.
    void drawDecoration(const Page &page)
    {
        for (const Operation &operation : page.operations) {
            if (const auto *fill = std::get_if<FillOperation>(&operation))
                drawFill(*fill);
        }
        ArtifactDepth artifacts;
        for (const Operation &operation : page.operations) {
            const bool artifact = artifacts.follow(operation);
            if (const auto *line = std::get_if<LineOperation>(&operation))
                drawLine(line->line, line->width, line->color);
            else if (const auto *text = std::get_if<TextOperation>(&operation); text && artifact)
                m_text.show(*text);
        }
    }

    void drawContent(const Page &page)
    {
        ArtifactDepth artifacts;
        for (const Operation &operation : page.operations) {
            if (artifacts.follow(operation))
                continue;
            if (const auto *begin = std::get_if<BeginTag>(&operation)) {
                endMark();
                m_structure.enter(*begin, m_page);
                if (!begin->title.isEmpty())
                    m_heading = *begin;
            } else if (std::holds_alternative<EndTag>(operation)) {
                endMark();
                m_structure.leave();
            } else if (const auto *text = std::get_if<TextOperation>(&operation)) {
                drawText(*text);
            } else if (const auto *path = std::get_if<PathOperation>(&operation)) {
                beginMark(m_structure.current());
                drawPath(*path);
            } else if (const auto *picture = std::get_if<PictureOperation>(&operation)) {
                beginMark(m_structure.current());
                drawPicture(m_cairo, *picture);
            } else if (const auto *box = std::get_if<CheckBoxOperation>(&operation)) {
                drawCheckBox(*box);
            }
        }
        endMark();
    }

    void drawText(const TextOperation &text)
    {
        if (m_heading) {
            m_structure.addHeading(*m_heading, m_page, text.area.topLeft());
            m_heading.reset();
        }
        if (text.link.isEmpty()) {
            beginMark(m_structure.current());
            m_text.show(text);
            return;
        }
        endMark();
        const int link = m_structure.addInline("Link", {});
        beginMark(link);
        m_text.show(text);
        endMark();
        m_structure.addLink(link, m_page, text.area, text.link, text.text);
    }

    void drawCheckBox(const CheckBoxOperation &box)
    {
        endMark();
        beginMark(m_structure.addInline("Span", box.checked ? u"case cochée"_s : u"case non cochée"_s));
        setColor(boxInk);
        cairo_set_line_width(m_cairo, 0.3 * pointsPerMillimetre);
        addRectangle(box.rect);
        cairo_stroke(m_cairo);
        if (box.checked) {
            for (const QLineF &stroke : checkMark(box.rect))
                drawLine(stroke, 0.5, boxInk);
        }
        endMark();
    }

    void drawPath(const PathOperation &path)
    {
        if (path.points.isEmpty())
            return;
        for (const QPointF &point : path.points)
            cairo_line_to(m_cairo, point.x() * pointsPerMillimetre, point.y() * pointsPerMillimetre);
        if (path.closed)
            cairo_close_path(m_cairo);
        if (path.closed && path.fill.isValid()) {
            setColor(path.fill);
            cairo_fill_preserve(m_cairo);
        }
        if (path.stroke.isValid()) {
            const double width = path.width * pointsPerMillimetre;
            const double dashes[] = {dash * width, dashGap * width};
            cairo_set_dash(m_cairo, dashes, path.dashed ? 2 : 0, 0);
            cairo_set_line_width(m_cairo, width);
            setColor(path.stroke);
            cairo_stroke_preserve(m_cairo);
            cairo_set_dash(m_cairo, nullptr, 0, 0);
        }
        cairo_new_path(m_cairo);
    }

    void drawFill(const FillOperation &fill)
    {
        setColor(fill.color);
        addRectangle(fill.rect);
        cairo_fill(m_cairo);
    }

    void drawLine(const QLineF &line, double width, const QColor &color)
    {
        setColor(color);
        cairo_set_line_width(m_cairo, width * pointsPerMillimetre);
        cairo_move_to(m_cairo, line.x1() * pointsPerMillimetre, line.y1() * pointsPerMillimetre);
        cairo_line_to(m_cairo, line.x2() * pointsPerMillimetre, line.y2() * pointsPerMillimetre);
        cairo_stroke(m_cairo);
    }

    void addRectangle(const QRectF &rect)
    {
        cairo_rectangle(m_cairo, rect.x() * pointsPerMillimetre, rect.y() * pointsPerMillimetre,
                        rect.width() * pointsPerMillimetre, rect.height() * pointsPerMillimetre);
    }

    void setColor(const QColor &color) { cairo_set_source_rgb(m_cairo, color.redF(), color.greenF(), color.blueF()); }

    // Cairo 1.16 marks the content of innermost tags only: one flat tag per stretch of text, the tree is made later.
    void beginMark(int element)
    {
        if (m_marked == element)
            return;
        endMark();
        const QByteArray &type = m_structure.element(element).type;
        m_tag = type == "Link" ? "Span"_ba : type; // a cairo "Link" would make an annotation of its own
        cairo_tag_begin(m_cairo, m_tag.constData(), nullptr);
        m_structure.addContent(element, m_page);
        m_marked = element;
    }

    void endMark()
    {
        if (m_marked >= 0)
            cairo_tag_end(m_cairo, m_tag.constData());
        m_marked = -1;
    }

    const QColor boxInk{0x1B, 0x2A, 0x33};
    Structure &m_structure;
    cairo_surface_t *m_surface;
    cairo_t *m_cairo;
    Fonts m_fonts;
    TextDrawer m_text;
    int m_page = 0;
    int m_marked = -1;
    QByteArray m_tag;
    std::optional<BeginTag> m_heading;
};

base::Error drawingError(base::ErrorCode code, const QString &what, const QString &detail)
{
    return {code,
            what + u" Votre projet n’est pas touché. Vous pouvez exporter le document au format Word en attendant."_s,
            detail};
}

} // namespace

base::Result<DrawnPages> draw(const PagedDocument &pages)
{
    DrawnPages result;
    QString missing;
    Canvas canvas(pages, result);
    for (size_t i = 0; i < pages.pages.size(); ++i)
        canvas.draw(pages.pages[i], int(i));
    const cairo_status_t status = canvas.finish(missing);
    if (!missing.isEmpty()) {
        return drawingError(
            base::ErrorCode::NotFound,
            u"La police de caractères « %1 » ne peut pas être lue : le PDF n’a pas été créé."_s.arg(missing), missing);
    }
    if (status != CAIRO_STATUS_SUCCESS) {
        return drawingError(base::ErrorCode::Internal, u"Le PDF n’a pas pu être créé."_s,
                            QString::fromUtf8(cairo_status_to_string(status)));
    }
    return result;
}

} // namespace formats::pdf
