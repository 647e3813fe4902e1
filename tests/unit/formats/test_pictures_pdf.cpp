// Pictures of long texts in the PDF.
#include "unit/formats/test_pdf_reading.h"

#include "report/pictures.h"

#include <QBuffer>
#include <QImage>

using namespace Qt::Literals::StringLiterals;

namespace
{

QByteArray picture(const char *format, QImage::Format kind = QImage::Format_RGB32)
{
    QImage image(400, 200, kind);
    image.fill(QColor(200, 40, 40));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    REQUIRE(buffer.open(QIODevice::WriteOnly));
    REQUIRE(image.save(&buffer, format));
    return bytes;
}

report::Document showing(const QByteArray &bytes)
{
    domain::Projet projet;
    const base::Id id = base::Id::create();
    projet.pieces.insert(id).empreinte = projet.contenus.add(bytes);
    report::Document document;
    const QString text = u"Avant\n![La place du village](piece:%1)\nAprès"_s.arg(id.toString());
    document.blocks = report::blocksOf(text, {u"champ"_s, u"Texte"_s}, report::picturesOf(projet));
    return document;
}

} // namespace

TEST_CASE("in the PDF a photograph stays the JPEG it is, under a Figure with its description")
{
    const QByteArray jpeg = picture("JPEG");
    for (const QByteArray &bytes : {jpeg, picture("PNG"), picture("PNG", QImage::Format_ARGB32)}) {
        pdfreading::Pdf pdf(showing(bytes));
        const auto figures = pdf.elements("/Figure");
        REQUIRE(figures.size() == 1);
        CHECK(pdfreading::Object(figures[0]).getKey("/Alt").getUTF8Value() == "La place du village");
        int photographs = 0;
        int images = 0;
        for (pdfreading::Object object : pdf.objects()) {
            if (!object.isStream() || !object.getDict().getKey("/Subtype").isName() ||
                object.getDict().getKey("/Subtype").getName() != "/Image" || object.getDict().hasKey("/ImageMask"))
                continue;
            images += object.getDict().getKey("/Width").getIntValue() == 400;
            const auto raw = object.getRawStreamData();
            photographs +=
                QByteArray(reinterpret_cast<const char *>(raw->getBuffer()), qsizetype(raw->getSize())) == jpeg;
        }
        CHECK(images >= 1);
        CHECK(photographs == (bytes == jpeg ? 1 : 0));
        for (pdfreading::Object page : pdf.pages)
            for (const pdfreading::Drawing &drawing : pdfreading::drawings(page))
                if (pdfreading::paints(drawing.operation))
                    CHECK(drawing.mark != -1);
        CHECK(pdf.bytes() == pdfreading::written(showing(bytes)));
    }
}
