#include "fixtures.h"
#include "imports/text_encoding.h"

using namespace Qt::Literals::StringLiterals;
using namespace imports;

namespace
{

const QString what = u"Le fichier « liste.csv »"_s;
const QString sample = u"Commune;Code\nSaint-André-les-Alpes;04173\nL’Île-d’œuf;€\n"_s;

void checkText(const QByteArray &bytes, Encoding encoding)
{
    const auto decoded = decodeText(bytes, what);
    REQUIRE(decoded.ok());
    CHECK(decoded.value().text == sample);
    CHECK(decoded.value().encoding == encoding);
}

QString refusal(const QByteArray &bytes)
{
    INFO(bytes.left(32).toHex(' ').toStdString());
    const auto decoded = decodeText(bytes, what);
    REQUIRE_FALSE(decoded.ok());
    CHECK(decoded.error().code == base::ErrorCode::Foreign);
    CHECK(decoded.error().message.startsWith(what));
    CHECK(decoded.error().message.endsWith(u"Rien n’a été modifié."_s));
    return decoded.error().message;
}

} // namespace

TEST_CASE("The same text comes out of every encoding")
{
    checkText(sample.toUtf8(), Encoding::Utf8);
    checkText("\xEF\xBB\xBF" + sample.toUtf8(), Encoding::Utf8);
    checkText(fixtures::windows1252(sample), Encoding::Windows1252);
    for (const bool mark : {true, false}) {
        checkText(fixtures::utf16(sample, QStringConverter::Utf16LE, mark), Encoding::Utf16LittleEndian);
        checkText(fixtures::utf16(sample, QStringConverter::Utf16BE, mark), Encoding::Utf16BigEndian);
    }
}

TEST_CASE("Plain English letters and nothing at all are UTF-8")
{
    CHECK(decodeText("Castellane\r\n", what).value().encoding == Encoding::Utf8);
    CHECK(decodeText({}, what).value().text.isEmpty());
}

TEST_CASE("Every byte of Windows-1252 that has a character is that character")
{
    CHECK(decodeText("\xE9\x80\x8C\x9C\x85\x96", what).value().text == u"é€Œœ…–"_s);
    CHECK_FALSE(decodeText("\xE9\x81", what).ok()); // 0x81 is none
}

TEST_CASE("A damaged byte does not turn the other accents of a UTF-8 file into two letters")
{
    QByteArray bytes = u"été, élu, école, Éguilles"_s.toUtf8();
    bytes.append('\xC3');
    const auto decoded = decodeText(bytes, what);
    REQUIRE(decoded.ok());
    CHECK(decoded.value().text == u"été, élu, école, Éguilles\uFFFD"_s);
    CHECK(decodeText("\xEF\xBB\xBF" + bytes, what).value().encoding == Encoding::Utf8);
}

TEST_CASE("What is no text is refused, and the sentence says what it is")
{
    CHECK(refusal("PK\x03\x04xl/worksheets").contains(u"CSV"_s));
    CHECK(refusal("\xD0\xCF\x11\xE0\xA1\xB1").contains(u"classeur"_s));
    CHECK(refusal("%PDF-1.7\n").contains(u"PDF"_s));
    CHECK(refusal("{\\rtf1\\ansi}").contains(u"traitement de texte"_s));
    CHECK(refusal("\x89PNG\r\n\x1A\n").contains(u"image"_s));
    CHECK(refusal("\xFF\xD8\xFF\xE0").contains(u"image"_s));
    CHECK(refusal(" \n<!DOCTYPE html><html>").contains(u"Web"_s));
    CHECK(refusal("<?xml version='1.0'?>").contains(u"XML"_s));
    CHECK(refusal(QByteArray("SQLite format 3\0", 16)).contains(u"projet"_s));
}

TEST_CASE("Junk is refused whatever it looks like")
{
    refusal(QByteArray(64, '\0'));
    refusal(QByteArray("Castellane\0Allos", 16));
    QByteArray controls;
    for (int i = 0; i < 200; ++i)
        controls += char(1 + i % 8);
    refusal(controls);
    refusal("\xFF\xFE\x41");                            // UTF-16 cut in the middle of a character
    refusal(QByteArray("\xFF\xFE\x00\xD8\x41\x00", 6)); // half of a pair
    QByteArray random;
    quint32 seed = 7;
    for (int i = 0; i < 4096; ++i) {
        seed = seed * 1664525 + 1013904223;
        random += char(seed >> 24);
    }
    refusal(random);
}
