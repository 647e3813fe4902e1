#include "gui/theme/icons.h"

#include "gui/theme/theme.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// Asks the theme for the colour each time it paints, so that no icon has to be made again when the theme changes.
class InkIconEngine final : public QIconEngine
{
public:
    InkIconEngine(QByteArray drawing, QColor Palette::*colour) : m_drawing(std::move(drawing)), m_colour(colour) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const Palette &colours = currentPalette();
        const QColor colour = mode == QIcon::Disabled ? colours.control : colours.*m_colour;
        QByteArray drawing = m_drawing;
        drawing.replace("currentColor", colour.name().toLatin1());
        QSvgRenderer(drawing).render(painter, rect);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

    [[nodiscard]] QIconEngine *clone() const override { return new InkIconEngine(*this); }

private:
    QByteArray m_drawing;
    QColor Palette::*m_colour;
};

} // namespace

QIcon icon(const QString &name, QColor Palette::*colour)
{
    QFile file(u":/icons/%1.svg"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QIcon(new InkIconEngine(file.readAll(), colour));
}

} // namespace gui
