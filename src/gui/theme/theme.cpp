#include "gui/theme/theme.h"

#include "gui/theme/restyle.h"

#include <algorithm>
#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QPalette>
#include <QRegularExpression>
#include <QStyleFactory>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr double bodyPixels = 14;

QString fontFamily()
{
    const QStringList installed = QFontDatabase::families();
    for (const QString &family : {u"Noto Sans"_s, u"Liberation Sans"_s})
        if (installed.contains(family))
            return family;
    return QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
}

bool systemIsDark(const QPalette &systemPalette)
{
    return systemPalette.color(QPalette::Window).lightnessF() < 0.5;
}

Palette paletteOf(Theme::Mode mode)
{
    switch (mode) {
    case Theme::Mode::Light:
        return lightPalette();
    case Theme::Mode::Dark:
        return darkPalette();
    case Theme::Mode::HighContrast:
        return contrastPalette();
    case Theme::Mode::System:
        break;
    }
    static const QPalette system = QApplication::palette(); // before any of ours: what the desktop says
    return systemIsDark(system) ? darkPalette() : lightPalette();
}

QPalette qtPalette(const Palette &colours)
{
    QPalette palette;
    palette.setColor(QPalette::Window, colours.page);
    palette.setColor(QPalette::WindowText, colours.ink);
    palette.setColor(QPalette::Base, colours.surface);
    palette.setColor(QPalette::AlternateBase, colours.surfaceRaised);
    palette.setColor(QPalette::Text, colours.ink);
    palette.setColor(QPalette::PlaceholderText, colours.inkSecondary);
    palette.setColor(QPalette::Button, colours.surface);
    palette.setColor(QPalette::ButtonText, colours.ink);
    palette.setColor(QPalette::BrightText, colours.blocking);
    palette.setColor(QPalette::Highlight, colours.accent);
    palette.setColor(QPalette::HighlightedText, colours.onAccent);
    palette.setColor(QPalette::Link, colours.accent);
    palette.setColor(QPalette::LinkVisited, colours.accent);
    palette.setColor(QPalette::ToolTipBase, colours.surface);
    palette.setColor(QPalette::ToolTipText, colours.ink);
    palette.setColor(QPalette::Light, colours.surface);
    palette.setColor(QPalette::Midlight, colours.surfaceRaised);
    palette.setColor(QPalette::Mid, colours.hairline);
    palette.setColor(QPalette::Dark, colours.control);
    palette.setColor(QPalette::Shadow, colours.control);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, colours.inkSecondary);
    return palette;
}

} // namespace

Theme::Theme(QApplication &application) : QObject(&application), m_application(application)
{
    static_cast<void>(paletteOf(Mode::System)); // remembers the desktop's palette before ours
    application.setStyle(QStyleFactory::create(u"Fusion"_s));
    apply();
}

void Theme::setMode(Mode mode)
{
    m_mode = mode;
    apply();
}

void Theme::setZoom(int percent)
{
    m_zoom = std::clamp(percent, leastZoom, mostZoom);
    apply();
}

void Theme::apply()
{
    m_palette = paletteOf(m_mode);
    QFont font(fontFamily());
    font.setPixelSize(zoomed(bodyPixels));
    changeLook(m_application, {font, qtPalette(m_palette), styleSheet(m_palette, m_zoom)});
    Q_EMIT changed();
}

QString Theme::styleSheet(const Palette &palette, int zoom)
{
    QFile file(u":/style/atelier.qss"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    const QHash<QString, QColor> colours = palette.named();
    for (auto at = colours.begin(); at != colours.end(); ++at)
        sheet.replace(u"@"_s + at.key() + u"@"_s, at.value().name());
    // Images of a style sheet can't take a colour: there is one for each tone.
    sheet.replace(u"@ton@"_s, palette.dark ? u"sombre"_s : u"clair"_s);
    // Sizes: "@14px@" is 14 px at 100 %.
    static const QRegularExpression size(u"@(\\d+(?:\\.\\d+)?)px@"_s);
    QString scaled;
    qsizetype from = 0;
    for (auto it = size.globalMatch(sheet); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        scaled += QStringView(sheet).mid(from, match.capturedStart() - from);
        scaled += QString::number(qRound(match.captured(1).toDouble() * zoom / 100.0)) + u"px"_s;
        from = match.capturedEnd();
    }
    scaled += QStringView(sheet).mid(from);
    return scaled;
}

namespace
{

const Theme *currentTheme()
{
    return qApp ? qApp->findChild<Theme *>(QString(), Qt::FindDirectChildrenOnly) : nullptr;
}

} // namespace

const Palette &currentPalette()
{
    static const Palette fallback = lightPalette();
    const Theme *theme = currentTheme();
    return theme ? theme->palette() : fallback;
}

int zoomed(double pixels)
{
    const Theme *theme = currentTheme();
    return qRound(pixels * (theme ? theme->zoom() : 100) / 100.0);
}

} // namespace gui
