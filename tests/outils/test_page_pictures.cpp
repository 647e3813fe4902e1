// The pages of the PDF, drawn by poppler, beside those in tests/golden/pages that somebody looked at. To accept a
// change: ATELIER_ECRIRE_GOLDEN=1, then look at the pages that changed.
#include "documents.h"
#include "formats/pdf.h"
#include "layout/page.h"
#include "support/example.h"
#include "support/source.h"
#include "support/tools.h"

#include <QDir>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int resolution = 40; // dots per inch: a table that moves is seen, a glyph drawn otherwise is not
constexpr int darker = 60;     // levels of grey, of 255
constexpr double allowed = 0.0005;

// The least difference with what lies within one dot of there: a line may fall beside its dot.
int distance(const QImage &a, const QImage &b, int x, int y)
{
    const int level = qGray(a.pixel(x, y));
    int least = 255;
    for (int row = std::max(0, y - 1); row <= std::min(b.height() - 1, y + 1); ++row)
        for (int column = std::max(0, x - 1); column <= std::min(b.width() - 1, x + 1); ++column)
            least = std::min(least, std::abs(level - qGray(b.pixel(column, row))));
    return least;
}

// The part of the dots of one page that the other does not have.
double missing(const QImage &from, const QImage &in)
{
    int count = 0;
    for (int y = 0; y < from.height(); ++y)
        for (int x = 0; x < from.width(); ++x)
            count += distance(from, in, x, y) > darker ? 1 : 0;
    return double(count) / (from.width() * from.height());
}

bool looksLike(const QImage &a, const QImage &b)
{
    return a.size() == b.size() && missing(a, b) <= allowed && missing(b, a) <= allowed;
}

QStringList pagesIn(const QDir &folder, const QString &name)
{
    return folder.entryList({name + u"-*.png"_s}, QDir::Files, QDir::Name);
}

// The pages as files NAME-01.png… of the folder.
void draw(const QString &pdftoppm, const samples::Named &named, const QDir &folder)
{
    const auto pdf = formats::writePdf(named.document, layout::paginate(named.document));
    REQUIRE(pdf);
    const QString path = folder.filePath(named.name + u".pdf"_s);
    REQUIRE(base::writeFile(path, pdf.value()));
    QProcess process;
    process.start(pdftoppm,
                  {u"-r"_s, QString::number(resolution), u"-gray"_s, u"-png"_s, path, folder.filePath(named.name)});
    REQUIRE(process.waitForFinished());
    REQUIRE(process.exitCode() == 0);
}

void accept(const QDir &drawn, const QStringList &pages, QDir golden)
{
    REQUIRE(golden.mkpath(u"."_s));
    for (const QString &page : pages) {
        const QImage now(drawn.filePath(page));
        if (looksLike(now, QImage(golden.filePath(page))))
            continue;
        REQUIRE(now.convertToFormat(QImage::Format_Grayscale8).save(golden.filePath(page)));
    }
}

} // namespace

TEST_CASE("the pages look as those that were looked at")
{
    const auto pdftoppm = support::program(u"pdftoppm"_s);
    if (!pdftoppm)
        return;
    const QDir golden(support::source(u"tests/golden/pages"_s));
    for (const samples::Named &named : documents::lookedAt()) {
        const QTemporaryDir temporary;
        const QDir drawn(temporary.path());
        draw(*pdftoppm, named, drawn);
        const QStringList pages = pagesIn(drawn, named.name);
        if (qEnvironmentVariableIsSet("ATELIER_ECRIRE_GOLDEN"))
            accept(drawn, pages, golden);
        INFO(named.name.toStdString());
        CHECK(pages.join(u' ').toStdString() == pagesIn(golden, named.name).join(u' ').toStdString());
        for (const QString &page : pages) {
            const QImage now(drawn.filePath(page));
            const bool same = looksLike(now, QImage(golden.filePath(page)));
            if (!same)
                now.save(page); // beside the program, to be looked at
            INFO(page.toStdString());
            CHECK(same);
        }
        // A page is not taken for itself upside down, nor for itself without its first third.
        REQUIRE_FALSE(pages.isEmpty());
        const QImage whole(golden.filePath(pages.front()));
        CHECK_FALSE(looksLike(whole, whole.mirrored()));
        QImage wiped = whole.convertToFormat(QImage::Format_RGB32);
        for (int y = 0; y < wiped.height() / 3; ++y)
            for (int x = 0; x < wiped.width(); ++x)
                wiped.setPixelColor(x, y, Qt::white);
        CHECK_FALSE(looksLike(whole, wiped));
    }
}
