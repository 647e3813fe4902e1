// The guide as a PDF: what its Markdown says, read again without the reader of the program.
#include "base/text.h"
#include "guide/guide.h"
#include "support/pdf_text.h"
#include "support/source.h"
#include "support/tools.h"
#include "unit/formats/test_pdf_reading.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;
using pdfreading::Pdf;

namespace
{

const QDate today(2026, 11, 27);

QString markdownOf(const QString &code)
{
    QFile file(support::source(u"docs/guide/"_s + code + u".md"_s));
    REQUIRE(file.open(QIODevice::ReadOnly));
    QString text = QString::fromUtf8(file.readAll());
    static const QRegularExpression comment(u"<!--.*?-->"_s, QRegularExpression::DotMatchesEverythingOption);
    return text.remove(comment);
}

const QRegularExpression &pictureMark()
{
    static const QRegularExpression mark(u"!\\[([^\\]]*)\\]\\([^)]*\\)"_s);
    return mark;
}

// What is to be read, without the marks. Numbers of items go: the PDF draws them apart.
QStringList wordsOf(const QString &markdown)
{
    static const QRegularExpression address(u"\\]\\([^)]*\\)"_s);
    static const QRegularExpression item(u"^\\s*\\d+\\. "_s, QRegularExpression::MultilineOption);
    QString text = markdown;
    text.remove(pictureMark()).replace(address, u" "_s).remove(item).remove(u"**"_s);
    return base::fold(text).split(u' ', Qt::SkipEmptyParts);
}

QStringList descriptionsOf(const QString &markdown)
{
    QStringList found;
    for (auto all = pictureMark().globalMatch(markdown); all.hasNext();)
        found << base::fold(all.next().captured(1));
    return found;
}

QStringList readWords(const QByteArray &pdf)
{
    return base::fold(support::pdfText(pdf)).split(u' ', Qt::SkipEmptyParts);
}

// Where the words end, read one after the other with at most a head and a foot of page between two; -1 when one is
// not there.
qsizetype endOf(const QStringList &wanted, const QStringList &found, qsizetype at)
{
    constexpr qsizetype most = 40;
    for (const QString &word : wanted) {
        const qsizetype next = found.indexOf(word, at);
        if (next < 0 || next - at > most) {
            UNSCOPED_INFO("not found: " << word.toStdString() << ", after: "
                                        << found.mid(std::max<qsizetype>(0, at - 6), 6).join(u' ').toStdString());
            return -1;
        }
        at = next + 1;
    }
    return at;
}

QByteArray wholeGuide()
{
    static const QByteArray pdf = pdfreading::written(guide::documentOf(guide::Guide::load(), today));
    return pdf;
}

} // namespace

TEST_CASE("The PDF of the guide has every word of its pages, in order")
{
    if (!support::program(u"pdftotext"_s))
        return;
    const QStringList found = readWords(wholeGuide());
    const auto guide = guide::Guide::load();
    // After the contents: each title stands there too, so the pages begin at the last place of the first title.
    const QStringList first = wordsOf(markdownOf(guide.pages().front().code));
    qsizetype at = 0;
    for (qsizetype start = 0; start + 6 < found.size(); ++start)
        if (found.mid(start, 6) == first.mid(0, 6))
            at = start;
    REQUIRE(at > 100);
    qsizetype words = 0;
    for (const guide::Page &page : guide.pages()) {
        INFO(page.code.toStdString());
        const QStringList wanted = wordsOf(markdownOf(page.code));
        words += wanted.size();
        at = endOf(wanted, found, at);
        REQUIRE(at > 0);
    }
    CHECK(words > 3000);
}

TEST_CASE("A word that the PDF has not is noticed")
{
    const QStringList found{u"un"_s, u"deux"_s, u"trois"_s};
    CHECK(endOf({u"un"_s, u"trois"_s}, found, 0) == 3);
    CHECK(endOf({u"deux"_s, u"un"_s}, found, 0) == -1);
    CHECK(endOf({u"quatre"_s}, found, 0) == -1);
}

TEST_CASE("Each picture of the guide is once in the PDF, with its description, in order")
{
    QStringList wanted;
    const auto guide = guide::Guide::load();
    for (const guide::Page &page : guide.pages())
        wanted += descriptionsOf(markdownOf(page.code));
    REQUIRE(wanted.size() >= 8);
    Pdf pdf(wholeGuide());
    QStringList found;
    for (pdfreading::Object figure : pdf.elements("/Figure"))
        found << base::fold(QString::fromStdString(figure.getKey("/Alt").getUTF8Value()));
    CHECK(found == wanted);
}

TEST_CASE("The PDF of the guide is titled, in French, and each page of the guide is a heading under it")
{
    const auto guide = guide::Guide::load();
    Pdf pdf(wholeGuide());
    CHECK(pdf.root().getKey("/Lang").getUTF8Value().starts_with("fr"));
    CHECK(pdf.info().getKey("/Title").getUTF8Value() == "Guide d’utilisation d’Atelier CPTS");
    CHECK(pdf.elements("/H1").size() == 1); // the name of the guide
    CHECK(pdf.elements("/H2").size() >= guide.pages().size());
    CHECK(pdf.elements("/Link").size() >= guide.pages().size()); // of the contents, and those of the texts
    CHECK(pdf.pages.size() < 40);
}

TEST_CASE("A page of the guide alone has no link that leads nowhere")
{
    const auto guide = guide::Guide::load();
    for (const guide::Page &page : guide.pages()) {
        INFO(page.code.toStdString());
        Pdf pdf(guide::documentOf(page, today));
        CHECK(pdf.elements("/Link").empty());
        CHECK(pdf.pages.size() <= 3);
    }
}

TEST_CASE("What is to be typed has its own face in the PDF of the guide, and only where something is typed")
{
    const auto guide = guide::Guide::load();
    for (const QString &code : {u"structure-appui"_s, u"etapes"_s}) {
        INFO(code.toStdString());
        REQUIRE(guide.page(code));
        Pdf pdf(guide::documentOf(*guide.page(code), today));
        bool typed = false;
        for (pdfreading::Object each : pdf.objects())
            if (each.isDictionary() && each.getKey("/BaseFont").isName())
                typed = typed || each.getKey("/BaseFont").getName().find("Mono") != std::string::npos;
        CHECK(typed == (code == u"structure-appui"));
    }
}
