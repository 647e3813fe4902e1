#include "report/fiche_document.h"

#include "report/trame_data.h"

namespace report
{

QString ficheDocument(const Trame &trame)
{
    for (const DocumentSpec &spec : trame.data().documents)
        if (spec.repeats)
            return spec.code;
    return {};
}

} // namespace report
