#include "formats/pdf_fonts.h"

#include <fontconfig/fontconfig.h>
#include FT_TRUETYPE_TABLES_H

namespace formats::pdf
{

namespace
{

constexpr FT_ULong headTag = FT_MAKE_TAG('h', 'e', 'a', 'd');

QByteArray headTable(FT_Face face)
{
    FT_ULong length = 0;
    if (FT_Load_Sfnt_Table(face, headTag, 0, nullptr, &length) != 0)
        return {};
    QByteArray table(qsizetype(length), '\0');
    if (FT_Load_Sfnt_Table(face, headTag, 0, reinterpret_cast<FT_Byte *>(table.data()), &length) != 0)
        return {};
    return table;
}

struct FontFile {
    QByteArray path;
    int index = 0;
};

// The installed files of a family. Several may share family and style (two versions, two folders).
std::vector<FontFile> filesOf(const QString &family)
{
    std::vector<FontFile> files;
    FcPattern *wanted = FcPatternCreate();
    const QByteArray name = family.toUtf8();
    FcPatternAddString(wanted, FC_FAMILY, reinterpret_cast<const FcChar8 *>(name.constData()));
    FcObjectSet *properties = FcObjectSetCreate();
    FcObjectSetAdd(properties, FC_FILE);
    FcObjectSetAdd(properties, FC_INDEX);
    FcFontSet *found = FcFontList(nullptr, wanted, properties);
    for (int i = 0; found && i < found->nfont; ++i) {
        FcChar8 *path = nullptr;
        int index = 0;
        if (FcPatternGetString(found->fonts[i], FC_FILE, 0, &path) != FcResultMatch)
            continue;
        FcPatternGetInteger(found->fonts[i], FC_INDEX, 0, &index);
        if (index >> 16 == 0) // not a named instance of a variable font: its plain file is in the list too
            files.push_back({reinterpret_cast<const char *>(path), index});
    }
    if (found)
        FcFontSetDestroy(found);
    FcObjectSetDestroy(properties);
    FcPatternDestroy(wanted);
    std::sort(files.begin(), files.end(), [](const FontFile &a, const FontFile &b) { return a.path < b.path; });
    return files;
}

cairo_font_face_t *cairoFaceOf(const FontFile &file)
{
    FcPattern *pattern = FcPatternCreate();
    FcPatternAddString(pattern, FC_FILE, reinterpret_cast<const FcChar8 *>(file.path.constData()));
    FcPatternAddInteger(pattern, FC_INDEX, file.index);
    FcPatternAddBool(pattern, FC_HINTING, FcFalse);
    FcPatternAddBool(pattern, FC_SCALABLE, FcTrue);
    cairo_font_face_t *face = cairo_ft_font_face_create_for_pattern(pattern);
    FcPatternDestroy(pattern);
    return face;
}

} // namespace

Font::~Font()
{
    cairo_font_face_destroy(m_cairoFace);
    FT_Done_Face(m_face);
}

quint32 Font::nominalGlyph(char32_t character)
{
    const auto known = m_nominal.find(character);
    if (known != m_nominal.end())
        return known->second;
    return m_nominal[character] = FT_Get_Char_Index(m_face, character);
}

Fonts::Fonts()
{
    if (FT_Init_FreeType(&m_library) != 0)
        m_library = nullptr;
}

Fonts::~Fonts()
{
    m_fonts.clear();
    if (m_library)
        FT_Done_FreeType(m_library);
}

Font *Fonts::find(const QRawFont &font)
{
    for (const auto &[known, found] : m_known) {
        if (known == font)
            return found;
    }
    const std::string key = (font.familyName() + u'\n' + font.styleName()).toStdString();
    auto place = m_fonts.find(key);
    if (place == m_fonts.end())
        place = m_fonts.emplace(key, load(font)).first;
    m_known.emplace_back(font, place->second.get());
    return place->second.get();
}

// The file whose "head" table (dates, checksum of the whole) is the one Qt laid out with: a name would not be enough.
std::unique_ptr<Font> Fonts::load(const QRawFont &font) const
{
    const QByteArray wanted = font.fontTable("head");
    if (!m_library || wanted.isEmpty())
        return nullptr;
    for (const FontFile &file : filesOf(font.familyName())) {
        FT_Face face = nullptr;
        if (FT_New_Face(m_library, file.path.constData(), file.index, &face) != 0)
            continue;
        if (headTable(face) == wanted)
            return std::make_unique<Font>(cairoFaceOf(file), face);
        FT_Done_Face(face);
    }
    return nullptr;
}

} // namespace formats::pdf
