#include "formats/pdf_text.h"

#include "formats/pdf_clusters.h"

namespace formats::pdf
{

namespace
{

constexpr double pointsPerMillimetre = 72 / 25.4;

// Joiners and variation selectors have no glyph of their own.
bool isSilent(uint c)
{
    return (c >= 0x200B && c <= 0x200D) || c == 0x2060 || (c >= 0xFE00 && c <= 0xFE0F) ||
           (c >= 0xE0100 && c <= 0xE01EF);
}

// As the reader will search for it: a no-break space is a space.
QList<uint> searchable(const QString &text)
{
    QList<uint> characters = text.toUcs4();
    characters.removeIf([](uint c) { return isSilent(c); });
    for (uint &c : characters)
        c = c == QChar::Nbsp ? ' ' : c;
    return characters;
}

} // namespace

std::vector<TextDrawer::Stretch> TextDrawer::stretches(const layout::TextOperation &text)
{
    std::vector<Stretch> result;
    for (const QGlyphRun &run : text.glyphs) {
        const QRawFont rawFont = run.rawFont();
        Stretch stretch{m_fonts.find(rawFont), rawFont.pixelSize() / text.scale * pointsPerMillimetre, {}};
        if (!stretch.font) {
            m_missingFamily = rawFont.familyName();
            continue;
        }
        const QList<quint32> indexes = run.glyphIndexes();
        const QList<QPointF> positions = run.positions();
        const quint32 space = stretch.font->nominalGlyph(U' ');
        stretch.glyphs.reserve(size_t(indexes.size()));
        for (qsizetype i = 0; i < indexes.size(); ++i) {
            // Characters without a width are drawn as spaces without one: the words around would not be found.
            if (indexes[i] == space && i + 1 < indexes.size() && positions[i] == positions[i + 1])
                continue;
            const QPointF place = (text.origin + positions[i] / text.scale) * pointsPerMillimetre;
            stretch.glyphs.push_back({indexes[i], place.x(), place.y()});
        }
        result.push_back(std::move(stretch));
    }
    return result;
}

void TextDrawer::show(const layout::TextOperation &text)
{
    cairo_set_source_rgb(m_cairo, text.color.redF(), text.color.greenF(), text.color.blueF());
    showStretches(stretches(text), searchable(text.text));
}

void TextDrawer::showStretches(const std::vector<Stretch> &stretches, const QList<uint> &characters)
{
    std::vector<std::pair<const Stretch *, unsigned long>> all;
    for (const Stretch &stretch : stretches) {
        for (const cairo_glyph_t &glyph : stretch.glyphs)
            all.emplace_back(&stretch, glyph.index);
    }
    const std::vector<Cluster> clusters = pairClusters(int(characters.size()), int(all.size()), [&](int c, int g) {
        const auto &[stretch, glyph] = all[size_t(g)];
        return stretch->font->nominalGlyph(characters[c]) == glyph;
    });

    auto cluster = clusters.begin();
    int glyphsLeft = 0; // of a cluster that began in the stretch before
    qsizetype character = 0;
    for (const Stretch &stretch : stretches) {
        std::string utf8;
        std::vector<cairo_text_cluster_t> shown;
        int room = int(stretch.glyphs.size());
        while (room > 0) {
            cairo_text_cluster_t next{0, 0};
            if (glyphsLeft == 0) {
                const std::string bytes =
                    QString::fromUcs4(reinterpret_cast<const char32_t *>(characters.constData()) + character,
                                      cluster->characters)
                        .toStdString();
                utf8 += bytes;
                next.num_bytes = int(bytes.size());
                character += cluster->characters;
                glyphsLeft = cluster->glyphs;
                ++cluster;
            }
            next.num_glyphs = std::min(glyphsLeft, room);
            glyphsLeft -= next.num_glyphs;
            room -= next.num_glyphs;
            shown.push_back(next);
        }
        cairo_set_font_face(m_cairo, stretch.font->cairoFace());
        cairo_set_font_size(m_cairo, stretch.size);
        cairo_show_text_glyphs(m_cairo, utf8.data(), int(utf8.size()), stretch.glyphs.data(),
                               int(stretch.glyphs.size()), shown.data(), int(shown.size()),
                               cairo_text_cluster_flags_t(0));
    }
}

} // namespace formats::pdf
