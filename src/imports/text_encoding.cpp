#include "imports/text_encoding.h"

#include <algorithm>
#include <array>
#include <optional>
#include <QStringDecoder>
#include <tuple>
#include <vector>

namespace imports
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// Bytes 0x80 to 0x9F of Windows-1252; 0 where it has no character. (QStringDecoder knows it only when Qt has ICU.)
constexpr std::array<char16_t, 32> windowsLetters{0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                  0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                  0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                  0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

QString workbookAdvice()
{
    return u"est un classeur ou un document compressé, pas une liste en texte. Ouvrez-le dans votre tableur, puis "
           "choisissez « Enregistrer sous » au format CSV, ou copiez-collez les cellules."_s;
}

// What to tell about a file that begins like no text.
std::optional<QString> foreignKind(const QByteArray &bytes)
{
    static const std::vector<std::pair<QByteArray, QString>> signatures{
        {"PK\x03\x04", workbookAdvice()},
        {"PK\x05\x06", workbookAdvice()},
        {"\xD0\xCF\x11\xE0", workbookAdvice()},
        {"%PDF",
         u"est un document PDF, pas une liste en texte. Demandez la liste au format CSV ou copiez-collez-la."_s},
        {"SQLite format 3", u"est un projet ou une autre sorte de fichier, pas une liste en texte."_s},
        {"{\\rtf", u"est un document de traitement de texte. Copiez-collez la liste qu’il contient."_s},
        {"\x89PNG", u"est une image. Recopiez la liste qu’elle montre."_s},
        {"\xFF\xD8\xFF", u"est une image. Recopiez la liste qu’elle montre."_s},
        {"GIF8", u"est une image. Recopiez la liste qu’elle montre."_s},
    };
    for (const auto &[start, sentence] : signatures)
        if (bytes.startsWith(start))
            return sentence;
    const QByteArray opening = bytes.left(512).trimmed().left(16).toLower();
    if (opening.startsWith("<!doctype html") || opening.startsWith("<html") || opening.startsWith("<?xml"))
        return u"est une page du Web ou un document XML, pas une liste en texte. Copiez-collez la liste qu’il contient."_s;
    return std::nullopt;
}

base::Error refused(const QString &what, const QString &why)
{
    return {base::ErrorCode::Foreign, u"%1 %2 Rien n’a été modifié."_s.arg(what, why), {}};
}

base::Error notText(const QString &what)
{
    return refused(what,
                   u"n’est pas une liste en texte, ou il est abîmé. Vérifiez que vous avez choisi le bon fichier."_s);
}

// UTF-16 without a mark: the high bytes of French letters are zero, all on the same side.
std::optional<Encoding> zeroBytesEncoding(const QByteArray &bytes)
{
    const QByteArrayView sample = QByteArrayView(bytes).first(std::min<qsizetype>(bytes.size(), 4096));
    qsizetype even = 0;
    qsizetype odd = 0;
    for (qsizetype i = 0; i < sample.size(); ++i)
        if (sample[i] == '\0')
            ++(i % 2 == 0 ? even : odd);
    if (odd > sample.size() / 4 && even < sample.size() / 32)
        return Encoding::Utf16LittleEndian;
    if (even > sample.size() / 4 && odd < sample.size() / 32)
        return Encoding::Utf16BigEndian;
    return std::nullopt;
}

std::optional<QString> decode(QByteArrayView bytes, QStringConverter::Encoding encoding)
{
    QStringDecoder decoder(encoding, QStringConverter::Flag::Stateless);
    QString text = decoder.decode(bytes);
    const bool wide = encoding != QStringConverter::Utf8; // whose decoder checks neither pairs nor the last byte
    if (decoder.hasError() || (wide && (bytes.size() % 2 != 0 || !text.isValidUtf16())))
        return std::nullopt;
    return text;
}

std::optional<QString> decodeWindows(const QByteArray &bytes)
{
    const QString text = decodeWindows1252(bytes);
    return text.contains(QChar::ReplacementCharacter) ? std::nullopt : std::optional(text);
}

// A UTF-8 file with a few damaged bytes: read as Windows-1252, each of its accents would become two letters.
std::optional<QString> decodeDamagedUtf8(const QByteArray &bytes)
{
    const QString text = QString::fromUtf8(bytes);
    qsizetype accents = 0;
    qsizetype damaged = 0;
    for (const QChar c : text)
        if (c == QChar::ReplacementCharacter)
            ++damaged;
        else if (c.unicode() >= 0x80)
            ++accents;
    return accents > 3 * damaged ? std::optional(text) : std::nullopt;
}

// Text of people: no zero, next to no control characters.
bool looksLikeText(const QString &text)
{
    qsizetype controls = 0;
    for (const QChar c : text) {
        if (c.isNull())
            return false;
        const bool usual = c == u'\t' || c == u'\n' || c == u'\r' || c == u'\f' || c == u'\v';
        if (!usual && c.category() == QChar::Other_Control)
            ++controls;
    }
    return controls * 100 <= text.size();
}

std::optional<DecodedText> decodeMarked(const QByteArray &bytes, bool &marked)
{
    static const std::vector<std::tuple<QByteArray, QStringConverter::Encoding, Encoding>> marks{
        {"\xEF\xBB\xBF", QStringConverter::Utf8, Encoding::Utf8},
        {"\xFF\xFE", QStringConverter::Utf16LE, Encoding::Utf16LittleEndian},
        {"\xFE\xFF", QStringConverter::Utf16BE, Encoding::Utf16BigEndian}};
    for (const auto &[mark, converter, encoding] : marks) {
        marked = bytes.startsWith(mark);
        if (!marked)
            continue;
        const QByteArray content = bytes.mid(mark.size());
        auto text = decode(content, converter);
        if (!text && encoding == Encoding::Utf8)
            text = decodeDamagedUtf8(content);
        return text ? std::optional(DecodedText{*text, encoding}) : std::nullopt;
    }
    return std::nullopt;
}

std::optional<DecodedText> decodeUnmarked(const QByteArray &bytes)
{
    if (const auto encoding = zeroBytesEncoding(bytes)) {
        const bool little = *encoding == Encoding::Utf16LittleEndian;
        const auto text = decode(bytes, little ? QStringConverter::Utf16LE : QStringConverter::Utf16BE);
        return text ? std::optional(DecodedText{*text, *encoding}) : std::nullopt;
    }
    if (const auto text = decode(bytes, QStringConverter::Utf8))
        return DecodedText{*text, Encoding::Utf8};
    if (const auto text = decodeDamagedUtf8(bytes))
        return DecodedText{*text, Encoding::Utf8};
    if (const auto text = decodeWindows(bytes))
        return DecodedText{*text, Encoding::Windows1252};
    return std::nullopt;
}

} // namespace

base::Result<DecodedText> decodeText(const QByteArray &bytes, const QString &what)
{
    if (const auto sentence = foreignKind(bytes))
        return refused(what, *sentence);
    bool marked = false;
    auto decoded = decodeMarked(bytes, marked);
    if (!marked)
        decoded = decodeUnmarked(bytes);
    if (!decoded || !looksLikeText(decoded->text))
        return notText(what);
    return *decoded;
}

QString decodeWindows1252(QByteArrayView bytes)
{
    QString text(bytes.size(), Qt::Uninitialized);
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const auto byte = static_cast<unsigned char>(bytes[i]);
        const bool special = byte >= 0x80 && byte < 0xA0;
        const char16_t letter = special ? windowsLetters[byte - 0x80U] : char16_t(byte);
        text[i] = QChar(special && letter == 0 ? char16_t(0xFFFD) : letter);
    }
    return text;
}

} // namespace imports
