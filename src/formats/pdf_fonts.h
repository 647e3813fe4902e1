// From the fonts of the layout to the same font files in cairo.
#pragma once

#include <cairo-ft.h>
#include <ft2build.h>
#include <QRawFont>
#include FT_FREETYPE_H
#include <unordered_map>

namespace formats::pdf
{

// One font file. The glyph numbers of a QRawFont and of `face` are the same: the file is the same.
class Font
{
public:
    // Takes both over.
    Font(cairo_font_face_t *cairoFace, FT_Face face) : m_cairoFace(cairoFace), m_face(face) {}
    Font(const Font &) = delete;
    Font &operator=(const Font &) = delete;
    ~Font();

    [[nodiscard]] cairo_font_face_t *cairoFace() const { return m_cairoFace; }
    // The glyph a character has when nothing shapes it; 0: none.
    [[nodiscard]] quint32 nominalGlyph(char32_t character);

private:
    cairo_font_face_t *m_cairoFace;
    FT_Face m_face;
    std::unordered_map<char32_t, quint32> m_nominal;
};

class Fonts
{
public:
    Fonts();
    Fonts(const Fonts &) = delete;
    Fonts &operator=(const Fonts &) = delete;
    ~Fonts();

    // Null when no installed file is this font.
    [[nodiscard]] Font *find(const QRawFont &font);

private:
    [[nodiscard]] std::unique_ptr<Font> load(const QRawFont &font) const;

    FT_Library m_library = nullptr;
    std::vector<std::pair<QRawFont, Font *>> m_known; // few, and compared by engine
    std::unordered_map<std::string, std::unique_ptr<Font>> m_fonts;
};

} // namespace formats::pdf
