#include "formats/pdf.h"

#include "formats/pdf_finish.h"

#include <exception>

using namespace Qt::Literals::StringLiterals;

namespace formats
{

base::Result<QByteArray> writePdf(const report::Document &document, const layout::PagedDocument &pages)
{
    base::Result<pdf::DrawnPages> drawn = pdf::draw(pages);
    if (!drawn.ok())
        return drawn.error();
    drawn.value().structure.prune();
    try {
        return pdf::finish(document, drawn.value());
    } catch (const std::exception &problem) { // qpdf speaks by exceptions; ours don't cross a function
        return base::Error{base::ErrorCode::Internal,
                           u"Le PDF n’a pas pu être créé. Votre projet n’est pas touché. "
                           u"Vous pouvez exporter le document au format Word en attendant."_s,
                           QString::fromUtf8(problem.what())};
    }
}

} // namespace formats
