#include "gui/theme/map_look.h"

namespace gui
{

namespace
{

report::Color toColor(const QColor &colour)
{
    return colour.rgb() & 0xFFFFFF;
}

} // namespace

report::MapLook mapLook(const Palette &palette)
{
    report::MapLook look;
    look.ground = look.unknown = toColor(palette.surface);
    look.ink = look.limit = toColor(palette.ink);
    look.secondary = toColor(palette.inkSecondary);
    if (!palette.dark)
        return look;
    look.inkOnDark = toColor(palette.onAccent); // here, for words on light colours
    look.around = 0x1F2E2E;
    look.elsewhere = 0x30504E;
    look.aroundLine = 0x35494A;
    look.line = toColor(palette.control);
    look.lineOnDark = 0x12201F;
    look.ramp = {0x2A4A48, 0x305F5B, 0x35716D, 0x5FB9B3, 0xA8E6E1};
    look.families = {0x2B5654, 0x2C4A66, 0x5A5030, 0x4B3E66, 0x38573B, 0x6A4239};
    return look;
}

} // namespace gui
