#include "gui/theme/palette.h"

#include <cmath>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

double luminance(const QColor &colour)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

struct MissionColours {
    QString code;
    QColor light;
    QColor dark;
};

const std::vector<MissionColours> &missionColours()
{
    static const std::vector<MissionColours> colours{
        {u"medecin-traitant"_s, QColor(0x1F6FB2), QColor(0x7FB2E0)},
        {u"soins-non-programmes"_s, QColor(0x2F73AE), QColor(0x93B9DD)},
        {u"parcours"_s, QColor(0x7A4DA8), QColor(0xC3A3E6)},
        {u"prevention"_s, QColor(0x257A4B), QColor(0x7CCB9B)},
        {u"crises"_s, QColor(0xC2410C), QColor(0xF39A6B)},
        {u"qualite"_s, QColor(0x8A6D00), QColor(0xD9BE5A)},
        {u"accompagnement"_s, QColor(0x0E7490), QColor(0x6CC7DB)},
        {u"autres"_s, QColor(0x5B6770), QColor(0xAEBBC2)},
    };
    return colours;
}

} // namespace

Palette lightPalette()
{
    Palette palette;
    palette.ink = QColor(0x1B2A33);
    palette.inkSecondary = QColor(0x55656E);
    palette.page = QColor(0xF4F7F7);
    palette.surface = QColor(0xFFFFFF);
    palette.surfaceRaised = QColor(0xEDF3F3);
    palette.accent = QColor(0x0B6E6E);
    palette.onAccent = QColor(0xFFFFFF);
    palette.accentSoft = QColor(0xE3F1F0);
    palette.onAccentSoft = QColor(0x0A5858);
    palette.review = QColor(0xB45309);
    palette.reviewSoft = QColor(0xFDF0DF);
    palette.onReviewSoft = QColor(0x8A4107);
    palette.blocking = QColor(0xB42318);
    palette.blockingSoft = QColor(0xFDECEA);
    palette.done = QColor(0x1F7A4D);
    palette.control = QColor(0x7C9098);
    palette.hairline = QColor(0xD5DEE1);
    return palette;
}

Palette darkPalette()
{
    Palette palette;
    palette.dark = true;
    palette.ink = QColor(0xE6EEF0);
    palette.inkSecondary = QColor(0xA9BBC0);
    palette.page = QColor(0x12201F);
    palette.surface = QColor(0x1A2B2B);
    palette.surfaceRaised = QColor(0x223635);
    palette.accent = QColor(0x5CC4BE);
    palette.onAccent = QColor(0x06201F);
    palette.accentSoft = QColor(0x1F3D3C);
    palette.onAccentSoft = QColor(0x9FE0DB);
    palette.review = QColor(0xF2B56B);
    palette.reviewSoft = QColor(0x3A2C17);
    palette.onReviewSoft = QColor(0xF6CB95);
    palette.blocking = QColor(0xFF9A8F);
    palette.blockingSoft = QColor(0x40211E);
    palette.done = QColor(0x7FD3A3);
    palette.control = QColor(0x6F868C);
    palette.hairline = QColor(0x2C4342);
    return palette;
}

Palette contrastPalette()
{
    Palette palette = lightPalette();
    palette.ink = QColor(Qt::black);
    palette.inkSecondary = QColor(0x1F1F1F);
    palette.page = QColor(0xFFFFFF);
    palette.surfaceRaised = QColor(0xF0F0F0);
    palette.accent = QColor(0x00443F);
    palette.accentSoft = QColor(0xDDF3F1);
    palette.onAccentSoft = QColor(0x00332F);
    palette.review = QColor(0x7A3300);
    palette.onReviewSoft = QColor(0x5C2600);
    palette.blocking = QColor(0x8A0F06);
    palette.done = QColor(0x0A4F2D);
    palette.control = QColor(0x333333);
    palette.hairline = QColor(0x333333);
    return palette;
}

QHash<QString, QColor> Palette::named() const
{
    return {
        {u"encre"_s, ink},
        {u"encre-secondaire"_s, inkSecondary},
        {u"page"_s, page},
        {u"surface"_s, surface},
        {u"surface-relief"_s, surfaceRaised},
        {u"accent"_s, accent},
        {u"sur-accent"_s, onAccent},
        {u"accent-doux"_s, accentSoft},
        {u"sur-accent-doux"_s, onAccentSoft},
        {u"a-voir"_s, review},
        {u"a-voir-doux"_s, reviewSoft},
        {u"sur-a-voir-doux"_s, onReviewSoft},
        {u"bloquant"_s, blocking},
        {u"bloquant-doux"_s, blockingSoft},
        {u"fait"_s, done},
        {u"controle"_s, control},
        {u"filet"_s, hairline},
    };
}

QColor missionColour(const Palette &palette, const QString &mission)
{
    const auto &all = missionColours();
    for (const MissionColours &each : all)
        if (each.code == mission)
            return palette.dark ? each.dark : each.light;
    return palette.dark ? all.back().dark : all.back().light;
}

std::vector<ContrastPair> contrastPairs(const Palette &p)
{
    constexpr double mark = 3.0;
    std::vector<ContrastPair> pairs{
        {u"encre sur surface"_s, p.ink, p.surface},
        {u"encre sur page"_s, p.ink, p.page},
        {u"encre sur relief"_s, p.ink, p.surfaceRaised},
        {u"encre sur accent doux"_s, p.ink, p.accentSoft},
        {u"encre sur à voir doux"_s, p.ink, p.reviewSoft},
        {u"encre sur bloquant doux"_s, p.ink, p.blockingSoft},
        {u"secondaire sur surface"_s, p.inkSecondary, p.surface},
        {u"secondaire sur page"_s, p.inkSecondary, p.page},
        {u"secondaire sur relief"_s, p.inkSecondary, p.surfaceRaised},
        {u"secondaire sur accent doux"_s, p.inkSecondary, p.accentSoft},
        {u"sur accent"_s, p.onAccent, p.accent},
        {u"accent sur surface"_s, p.accent, p.surface},
        {u"accent sur page"_s, p.accent, p.page},
        {u"sur accent doux"_s, p.onAccentSoft, p.accentSoft},
        {u"à voir sur surface"_s, p.review, p.surface},
        {u"à voir sur page"_s, p.review, p.page},
        {u"sur à voir doux"_s, p.onReviewSoft, p.reviewSoft},
        {u"bloquant sur surface"_s, p.blocking, p.surface},
        {u"bloquant sur page"_s, p.blocking, p.page},
        {u"bloquant sur bloquant doux"_s, p.blocking, p.blockingSoft},
        {u"fait sur surface"_s, p.done, p.surface},
        {u"fait sur page"_s, p.done, p.page},
        {u"bord sur surface"_s, p.control, p.surface, mark},
        {u"bord sur page"_s, p.control, p.page, mark},
        {u"marque à voir sur accent doux"_s, p.review, p.accentSoft, mark},
        {u"marque faite sur accent doux"_s, p.done, p.accentSoft, mark},
        {u"focus sur accent doux"_s, p.accent, p.accentSoft, mark},
    };
    for (const MissionColours &each : missionColours())
        pairs.push_back({u"mission "_s + each.code, missionColour(p, each.code), p.surface});
    return pairs;
}

double contrastRatio(const QColor &a, const QColor &b)
{
    const double x = luminance(a);
    const double y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

} // namespace gui
