#include "reference/name_key.h"

#include "base/text.h"
#include "shared_reference.h"
#include "support/catch.h"

#include <QFile>

using namespace reference;
using namespace Qt::Literals::StringLiterals;

TEST_CASE("the fast folding is the folding of base, on every name of the file")
{
    QFile file(test::communesFile());
    REQUIRE(file.open(QIODevice::ReadOnly));
    int lines = 0;
    int different = 0;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine();
        const std::string fast = foldUtf8({line.constData(), static_cast<size_t>(line.size())});
        different += fast != base::fold(QString::fromUtf8(line)).toStdString() ? 1 : 0;
        ++lines;
    }
    CHECK(lines > 41000);
    CHECK(different == 0);
}

TEST_CASE("the fast folding knows where it stops knowing")
{
    for (const QString &text : {u"Æschwoog"_s, u"straße"_s, u"A’B"_s, u"n° 3"_s, u"a\u00A0b"_s, u"Ærø Þ × ÷"_s,
                                u"Łódź"_s, u"日本"_s, u"ŒUVRE Ÿ"_s, u""_s, u" - "_s, u"e\u0301te\u0301"_s})
        CHECK(foldUtf8(text.toStdString()) == base::fold(text).toStdString());
    // Bytes that are not UTF-8 must not be read past their end.
    CHECK(foldUtf8("caf\xC3") == base::fold(QString::fromUtf8("caf\xC3")).toStdString());
}

TEST_CASE("a key forgets what people write differently")
{
    CHECK(nameKey("La Garde") == "garde");
    CHECK(nameKey("L’Île-St-Denis") == "ile saint denis");
    CHECK(nameKey("Ste-Tulle") == nameKey("SAINTE TULLE"));
    CHECK(nameKey("Œuf-en-Ternois") == "oeuf en ternois");
    CHECK(nameKey("Communauté de communes Alpes-Provence-Verdon") == "cc alpes provence verdon");
    CHECK(nameKey("Communauté d’agglomération du Pays de Grasse") == "ca du pays de grasse");
    CHECK(nameKey("La") == "la");
    CHECK(nameKey("Lavandou") == "lavandou");
    CHECK(nameKey("Stenay") == "stenay");
    CHECK(nameKey("").empty());
}

TEST_CASE("the article is found only when something follows it")
{
    CHECK(withoutArticle("la garde").article == "la");
    CHECK(withoutArticle("la garde").rest == "garde");
    CHECK(withoutArticle("l isle").rest == "isle");
    CHECK(withoutArticle("les").rest == "les");
    CHECK(withoutArticle("lagarde").article.empty());
}

TEST_CASE("edit distance counts letters and swaps, and gives up early")
{
    CHECK(editDistance("annot", "annot", 2) == 0);
    CHECK(editDistance("annot", "anot", 2) == 1);
    CHECK(editDistance("annot", "anont", 2) == 1); // swapped
    CHECK(editDistance("castellane", "castelane", 2) == 1);
    CHECK(editDistance("", "ab", 2) == 2);
    CHECK(editDistance("annot", "barreme", 2) == 3);
    CHECK(editDistance("annot", "annotations", 2) == 3);
    CHECK(editDistance("abcdef", "ghijkl", 3) == 4);
}
