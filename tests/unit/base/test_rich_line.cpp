// One line of a text with markup: what is a mark, and above all what is not.
#include "base/rich_line.h"
#include "support/catch.h"

#include <random>

using namespace base;
using namespace Qt::Literals::StringLiterals;
using Kind = LineMark::Kind;

namespace
{

// Looks as letters under the words: "b" bold, "i" italic, "x" both, "." none.
QString looksOf(const StyledText &text)
{
    QString looks;
    for (const quint8 look : text.looks)
        looks += u".bix"_s[look];
    return looks;
}

void checkLook(const QString &typed, const QString &shown, const QString &looks)
{
    INFO(typed.toStdString());
    const StyledText text = styled(typed);
    CHECK(text.text == shown);
    CHECK(looksOf(text) == looks);
}

// Whatever is in it, nothing is a mark.
void checkAsTyped(const QString &typed)
{
    checkLook(typed, typed, QString(typed.size(), u'.'));
}

} // namespace

TEST_CASE("Stars in pairs that hold to their words are bold and italic")
{
    checkLook(u"un **gras** ici"_s, u"un gras ici"_s, u"...bbbb...."_s);
    checkLook(u"*penché*"_s, u"penché"_s, u"iiiiii"_s);
    checkLook(u"***les deux***"_s, u"les deux"_s, u"xxxxxxxx"_s);
    checkLook(u"**a *b* c**"_s, u"a b c"_s, u"bbxbb"_s);
    checkLook(u"***a** b*"_s, u"a b"_s, u"xii"_s);
    checkLook(u"**a *b***"_s, u"a b"_s, u"bbx"_s);
    checkLook(u"l’**accès** aux « **soins** » : **80 %**, *(voir l’annexe)*."_s,
              u"l’accès aux « soins » : 80 %, (voir l’annexe)."_s, u"..bbbbb.......bbbbb.....bbbb..iiiiiiiiiiiiiii."_s);
    checkLook(u"re**lire**"_s, u"relire"_s, u"..bbbb"_s);    // bold may begin inside a word
    checkLook(u"**a **b** c"_s, u"**a b c"_s, u"....b.."_s); // the nearest star is the one of the pair
    checkLook(u"***a** b"_s, u"*a b"_s, u".b.."_s);
}

TEST_CASE("Stars that people type as stars stay stars")
{
    for (const QString &typed : {u"2 * 3 * 4"_s,
                                 u"2*3*4"_s,
                                 u"* remarque"_s,
                                 u"médecins* et kinés* : *hors remplaçants"_s,
                                 u"**"_s,
                                 u"****"_s,
                                 u"** **"_s,
                                 u"a ** b ** c"_s,
                                 u"note (*) et note (*)"_s,
                                 u"**ouvert"_s,
                                 u"fermé**"_s,
                                 u"*"_s,
                                 u"***"_s,
                                 u"a *b c"_s,
                                 u"**a*"_s,
                                 u"IDE*, MK*, SF*"_s,
                                 u"*****important*****"_s,
                                 u"**a *** b"_s,
                                 u"* a*"_s,
                                 u"*a *"_s,
                                 u"e\u0301*x*"_s})
        checkAsTyped(typed);
}

TEST_CASE("A backslash takes the meaning of a star, and is a backslash elsewhere")
{
    checkLook(u"\\*pas penché*"_s, u"*pas penché*"_s, u"............"_s);
    checkLook(u"\\**a*"_s, u"*a"_s, u".i"_s);
    checkLook(u"\\\\*a*"_s, u"\\a"_s, u".i"_s); // two say one
    checkLook(u"**\\***"_s, u"*"_s, u"b"_s);
    checkAsTyped(u"C:\\dossier\\CPTS et \\\\serveur\\partage"_s);
    checkAsTyped(u"fin\\"_s);
    CHECK(styled(u"a \\| b"_s, Place::Cell).text == u"a | b"_s);
    CHECK(styled(u"a \\| b"_s, Place::Line).text == u"a \\| b"_s);
}

TEST_CASE("The start of a line tells lists, and a number no list begins with is text")
{
    const auto kind = [](const QString &line) { return readMark(line).kind; };
    for (const QString &item : {u"- un"_s, u"– un"_s, u"• un"_s, u"  - un"_s, u"-\u00A0un"_s, u"- "_s}) {
        INFO(item.toStdString());
        CHECK(kind(item) == Kind::Bullet);
        CHECK(readMark(item).level == (item.startsWith(u' ') ? 2 : 1));
    }
    for (const QString &text : {u"-un"_s, u"-"_s, u"—"_s, u"1.un"_s, u"1."_s, u"0. a"_s, u"01. a"_s, u"2027. a"_s,
                                u"1) a"_s, u"a - b"_s, u""_s, u"   "_s})
        CHECK(kind(text) == Kind::Text);
    const QString twelfth = u"12. douze"_s;
    const LineMark mark = readMark(twelfth);
    CHECK(mark.kind == Kind::Numbered);
    CHECK(mark.number == 12);
    CHECK(twelfth.mid(mark.content) == u"douze"_s);
}

TEST_CASE("A backslash before the mark of a line makes it text")
{
    for (const QString &line : {u"- un"_s, u"1. un"_s, u"| a | b |"_s, u"|---|---|"_s}) {
        const QString escaped = asText(line);
        INFO(escaped.toStdString());
        CHECK(escaped == u'\\' + line);
        const LineMark mark = readMark(escaped);
        CHECK(mark.kind == Kind::Text);
        CHECK(mark.escaped);
        CHECK(escaped.mid(mark.content) == line);
        CHECK(asText(escaped) == u'\\' + escaped); // once more, for a text that begins so
    }
    CHECK(asText(u"rien à dire"_s) == u"rien à dire"_s);
    CHECK(asText(u"\\partage"_s) == u"\\partage"_s);
}

TEST_CASE("A row has two to twelve cells between bars")
{
    const auto kind = [](const QString &line) { return readMark(line).kind; };
    CHECK(kind(u"| a | b |"_s) == Kind::Row);
    CHECK(kind(u"  |a|b|  "_s) == Kind::Row);
    CHECK(kind(u"|---|:---:|"_s) == Kind::Rule);
    CHECK(kind(u"| --- | --- |"_s) == Kind::Rule);
    CHECK(kind(u"| a |"_s) == Kind::Text);
    CHECK(kind(u"| a | b"_s) == Kind::Text);
    CHECK(kind(u"a | b |"_s) == Kind::Text);
    CHECK(kind(u"|"_s + u" x |"_s.repeated(12)) == Kind::Row);
    CHECK(kind(u"|"_s + u" x |"_s.repeated(13)) == Kind::Text);
    const QString row = u"| a \\| b |  | c\\\\ | d\\\\|"_s;
    const auto cells = cellsOf(row);
    REQUIRE(cells.size() == 4);
    CHECK(cells[0] == u"a \\| b");
    CHECK(cells[1].isEmpty());
    CHECK(cells[3] == u"d\\\\");
    CHECK(kind(u"| a | b \\|"_s) == Kind::Text);
}

TEST_CASE("A picture is alone on its line and names a piece by its identity")
{
    const QString id = u"7d1c0f9e-2a54-4f0e-9d6c-1b1f6f1f0a11"_s;
    const auto picture =
        readPicture(u" ![Carte [2026] du territoire](piece:%1 \"Le territoire \"vu\" d’en haut\") "_s.arg(id));
    REQUIRE(picture);
    CHECK(picture->piece.toString() == id);
    CHECK(picture->alternative == u"Carte [2026] du territoire"_s);
    CHECK(picture->caption == u"Le territoire \"vu\" d’en haut"_s);
    CHECK(readPicture(u"![](piece:%1)"_s.arg(id)));
    for (const QString &text :
         {u"![a](piece:%1) suite"_s.arg(id), u"voir ![a](piece:%1)"_s.arg(id), u"![a](piece:%1"_s.arg(id),
          u"![a](piece:../../etc/passwd)"_s, u"![a](https://exemple.fr/a.png)"_s, u"![a](file:///etc/passwd)"_s,
          u"![a](piece:%1 \"\")"_s.arg(id), u"![a](piece:%1 x)"_s.arg(id), u"![a](piece:%1)"_s.arg(id.toUpper())}) {
        INFO(text.toStdString());
        CHECK_FALSE(readPicture(text));
        CHECK(readMark(text).kind == Kind::Text);
    }
}

TEST_CASE("Looks that marks can't say are left out, never a character")
{
    const auto check = [](const QString &words, const QString &looks, const QString &expected) {
        StyledText text;
        for (qsizetype i = 0; i < words.size(); ++i)
            text.append(words.mid(i, 1), quint8(u".bix"_s.indexOf(looks[i])));
        INFO(expected.toStdString());
        CHECK(written(text) == expected);
        CHECK(styled(written(text)).text == words);
    };
    check(u"un gras ici"_s, u"..bbbbbb..."_s, u"un **gras** ici"_s); // spaces at the edges
    check(u"relire"_s, u"..iiii"_s, u"relire"_s);                    // italic inside a word
    check(u"ab"_s, u"bi"_s, u"**a**b"_s);                            // one ends where the other begins
    check(u"Titre suite"_s, u"bbbbbiiiiii"_s, u"**Titre** *suite*"_s);
    check(u"fin. »"_s, u".....b"_s, u"fin. »"_s); // what closes can't open
    check(u"2 * 3"_s, u"....."_s, u"2 * 3"_s);
    check(u"*a*"_s, u"..."_s, u"\\*a\\*"_s);
    check(u"\\*a*"_s, u"...."_s, u"\\\\\\*a\\*"_s);
    check(u"a\\"_s, u"bb"_s, u"**a\\\\**"_s);
    check(u"   "_s, u"bbb"_s, u"   "_s);
}

TEST_CASE("Words written with their looks read back the same, whatever they are")
{
    std::mt19937 random(20261201);
    const QString letters = u"abé 1*\\|-._(«»):\u00A0😀"_s;
    for (int turn = 0; turn < 8'000; ++turn) {
        StyledText text;
        for (int run = int(random() % 6); run > 0; --run) {
            QString words;
            for (int i = int(random() % 5); i > 0; --i)
                words += letters[qsizetype(random() % size_t(letters.size()))];
            text.append(words, quint8(random() % 4));
        }
        for (const Place place : {Place::Line, Place::Cell}) {
            const QString once = written(text, place);
            const StyledText read = styled(once, place);
            INFO(once.toStdString());
            REQUIRE(read.text == text.text);
            REQUIRE(read.looks.size() == text.looks.size());
            for (size_t i = 0; i < read.looks.size(); ++i)
                REQUIRE((read.looks[i] & ~text.looks[i]) == 0); // nothing gains a look
            REQUIRE(styled(written(read, place), place) == read);
        }
    }
}

TEST_CASE("Pieces cover the words end to end")
{
    std::mt19937 random(7);
    const QString letters = u"a *\\|"_s;
    for (int turn = 0; turn < 5'000; ++turn) {
        QString words;
        for (int i = int(random() % 14); i > 0; --i)
            words += letters[qsizetype(random() % size_t(letters.size()))];
        qsizetype at = 0;
        for (const InlinePiece &piece : readInline(words)) {
            REQUIRE(piece.start == at);
            REQUIRE(piece.length > 0);
            at += piece.length;
            if (piece.mark)
                for (qsizetype i = piece.start; i < at; ++i)
                    REQUIRE((words[i] == u'*' || words[i] == u'\\'));
        }
        REQUIRE(at == words.size());
    }
}
