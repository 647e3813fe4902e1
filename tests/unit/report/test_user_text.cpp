#include "report/user_text.h"
#include "unit/report/fixtures.h"

using namespace Qt::Literals::StringLiterals;
using namespace fixtures;
using report::cleanText;
using report::Paragraph;

namespace
{

std::vector<Paragraph> split(const QString &text)
{
    return report::paragraphsOf(text, Paragraph::Role::Body, {u"rubrique/-/texte"_s, u"Texte"_s});
}

domain::Projet withDiagnosis(const QString &text)
{
    domain::Projet projet;
    projet.rubriques.insert(base::Id::fromKey(u"rubrique:problematiques"_s), {u"problematiques"_s, text});
    return projet;
}

} // namespace

TEST_CASE("A text without control characters is carried as it is, and each character is judged alike with others")
{
    const QString kept = u"« Œuvrer » ensemble :\nl’accès aux soins, 24 h/24 – été comme hiver…"_s;
    CHECK(cleanText(kept).constData() == kept.constData());
    for (int code = 0; code < 0x10000; ++code) {
        const QString text = u"a"_s + QChar(char16_t(code)) + u"b"_s;
        if (code == '\r')
            continue;
        INFO(code);
        REQUIRE(cleanText(text) + u' ' == cleanText(text + u'\t'));
    }
}

TEST_CASE("A paragraph a line, items for the lines with a bullet")
{
    const auto found = split(u"Premier.\r\n\r\n- un\n  - deux\n• trois\n– quatre\r-pas un\n-\nFin"_s);
    REQUIRE(found.size() == 8);
    const QList<int> levels{0, 1, 2, 1, 1, 0, 0, 0};
    for (size_t i = 0; i < found.size(); ++i)
        CHECK(found.at(i).listLevel == levels.at(static_cast<qsizetype>(i)));
    CHECK(found.at(1).runs.at(0).text == u"un");
    CHECK(found.at(5).runs.at(0).text == u"-pas un");
    CHECK(found.at(0).runs.at(0).field == u"rubrique/-/texte");
    CHECK(found.at(0).runs.at(0).label == u"Texte");
}

TEST_CASE("No text is one empty paragraph that still leads to its field")
{
    for (const QString &nothing : {QString(), u" \n\t\n "_s, u"\u0001"_s}) {
        const auto found = split(nothing);
        REQUIRE(found.size() == 1);
        CHECK(found.front().runs.front().text.isEmpty());
        CHECK_FALSE(found.front().runs.front().field.isEmpty());
    }
}

TEST_CASE("Only what a document can carry is left of a text")
{
    CHECK(cleanText(u"a\tb"_s) == u"a b");
    CHECK(cleanText(u"a\vb\fc\u0085d\u2028e\u2029f"_s) == u"a\nb\nc\nd\ne\nf");
    CHECK(cleanText(u"a"_s + QChar(0) + QChar(0x1B) + u'b') == u"ab");
    CHECK(cleanText(u"facture\u202Efdp.exe\u202C"_s) == u"facturefdp.exe");
    CHECK(cleanText(QString(QChar(0xD83D)) + u'x' + QChar(0xDE00)) == u"x");
    CHECK(cleanText(u"\uFEFF😀 œ été 中文"_s) == u"😀 œ été 中文");
    CHECK(cleanText(QString(QChar(0xFFFF)) + u'x') == u"x");
    CHECK(cleanText(u"שלום עולם مرحبا"_s) == u"שלום עולם مرحبا");
}

TEST_CASE("Markup of other languages is only text")
{
    const QString typed = u"<b>gras</b> <script>x()</script> &amp __pas gras__ # titre {{champ}} %1"_s;
    CHECK(lines(document(withDiagnosis(typed))).contains(typed));
    domain::Projet projet;
    projet.identite.nom = u"<img src=x>\n=1+1"_s;
    const report::Document built = document(projet);
    CHECK(built.header == u"<img src=x> =1+1");
    CHECK_FALSE(built.header.contains(u'\n'));
}

TEST_CASE("Fifty thousand words come out whole, in order and quickly")
{
    QStringList words;
    for (int i = 0; i < 50000; ++i)
        words << u"mot%1"_s.arg(i) + (i % 40 == 39 ? u"\n"_s : QString());
    const QString text = plain(report::plainText(document(withDiagnosis(words.join(u' ')))));
    qsizetype at = 0;
    for (int i = 0; i < 50000; i += 97) {
        at = text.indexOf(u"mot%1"_s.arg(i), at);
        REQUIRE(at > 0);
    }
    CHECK(text.contains(u"mot49999"));
}

TEST_CASE("A list in a cell does not swallow what follows")
{
    domain::Projet projet;
    projet.mobilisations.insert(
        base::Id::create(),
        {u"a"_s, domain::SorteMobilisation::Reunion, u"Ordre du jour :\n- un\n- deux"_s, QDate(2027, 1, 8), {}, 12, 9});
    const report::Cell cell = tables(document(projet)).at(5).rows.at(1).cells.at(1);
    REQUIRE(cell.paragraphs.size() == 4);
    CHECK(textOf(cell) == u"8 janvier 2027 – Ordre du jour :\nun\ndeux\ncontactés ou invités : 12 – participants : 9");
    CHECK(cell.paragraphs.at(1).listLevel == 1);
    CHECK(cell.paragraphs.at(3).listLevel == 0);
}
