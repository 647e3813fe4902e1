// Developed acronyms in what is written: each format, the dossier once for all its annexes.
#include "docx_samples.h"
#include "formats/dossier_complet.h"
#include "shipped_source.h"
#include "support/example.h"
#include "support/pdf_text.h"
#include "support/tools.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;
using namespace formats;
using shipped::source;

namespace
{

// The offer of care names a MSP in bold, the text of the actions again.
domain::Projet projet()
{
    domain::Projet built = support::vallees();
    built.rubriques.find(base::Id::fromKey(u"rubrique:offre"_s))->texte = u"Une **MSP** de *Provence* ouvre."_s;
    built.rubriques.find(base::Id::fromKey(u"rubrique:actions"_s))->texte = u"Avec la MSP."_s;
    return built;
}

const QString developed = u"MSP (maison de santé pluriprofessionnelle)"_s;

QString wordsOf(const QByteArray &xml)
{
    QString text = support::plain(QString::fromUtf8(xml));
    return text.replace(QRegularExpression(u"<[^>]*>"_s), QString());
}

QString drawn(const QByteArray &pdf)
{
    return support::plain(support::pdfText(pdf).replace(u'\n', u' '));
}

} // namespace

TEST_CASE("Word, OpenDocument and PDF carry the development once, and not at all when it is not wanted")
{
    ExportRequest request{.document = u"annexe-4"_s};
    for (const bool wanted : {true, false}) {
        request.developSigles = wanted;
        const int times = wanted ? 1 : 0;
        const auto docx = exported(source(), projet(), request, Format::Docx);
        REQUIRE(docx);
        CHECK(wordsOf(samples::part(docx.value(), u"word/document.xml"_s)).count(developed) == times);
        const auto odt = exported(source(), projet(), request, Format::Odt);
        REQUIRE(odt);
        CHECK(wordsOf(samples::part(odt.value(), u"content.xml"_s)).count(developed) == times);
        if (!support::program(u"pdftotext"_s))
            continue;
        const auto pdf = exported(source(), projet(), request, Format::Pdf);
        REQUIRE(pdf);
        CHECK(drawn(pdf.value()).count(developed) == times);
    }
}

TEST_CASE("The dossier develops once for all its annexes, or never")
{
    const auto text = [](const DossierRequest &request) {
        const auto built = dossierDocument(source(), projet(), request);
        REQUIRE(built);
        return support::plain(report::plainText(built.value()));
    };
    CHECK(text({}).count(developed) == 1);
    CHECK(text({.bloquants = {}, .developSigles = false}).count(developed) == 0);
}
