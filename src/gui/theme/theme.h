// The look of the whole program: one palette, one style sheet, one scale.
#pragma once

#include "gui/theme/palette.h"

#include <QObject>

class QApplication;

namespace gui
{

// Belongs to the application object; widgets ask currentPalette() and zoomed().
class Theme final : public QObject
{
    Q_OBJECT
public:
    enum class Mode { Light, Dark, HighContrast, System };
    static constexpr int leastZoom = 80;
    static constexpr int mostZoom = 200;

    // Takes the look of the application over: Fusion, French words of Qt's own buttons are not its business.
    explicit Theme(QApplication &application);

    void setMode(Mode mode);
    [[nodiscard]] Mode mode() const { return m_mode; }
    // In per cent, brought between the bounds.
    void setZoom(int percent);
    [[nodiscard]] int zoom() const { return m_zoom; }
    [[nodiscard]] const Palette &palette() const { return m_palette; }

    // The style sheet for a palette and a scale: the template with its names replaced. A name that is not known
    // stays, and a test looks for it.
    [[nodiscard]] static QString styleSheet(const Palette &palette, int zoom);

Q_SIGNALS:
    void changed();

private:
    void apply();

    QApplication &m_application;
    Mode m_mode = Mode::Light;
    int m_zoom = 100;
    Palette m_palette = lightPalette();
};

// The palette of the application's theme; the light one when there is no theme (a test of one widget).
[[nodiscard]] const Palette &currentPalette();
// Pixels of the 100 % drawing at the current scale.
[[nodiscard]] int zoomed(double pixels);

} // namespace gui
