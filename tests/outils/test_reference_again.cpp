// A reference saved again by LibreOffice, judged by the OOXML SDK: in a file of its own, it asks both tools.
#include "documents.h"
#include "outside.h"
#include "support/example.h"
#include "support/tools.h"

#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;

TEST_CASE("a Word file made on a reference saved again by LibreOffice is valid")
{
    const auto soffice = support::program(u"soffice"_s);
    const auto validator = outside::validator();
    if (!soffice || !validator)
        return;
    const QTemporaryDir folder;
    const QString again = outside::savedAgain(*soffice, samples::docxReference(), folder.path());
    REQUIRE(!again.isEmpty());
    const QString path = documents::save(folder.path(), samples::small(), u"docx"_s, again);
    CHECK(outside::validationErrors(*validator, path, u"Office2019"_s) == QString());
}
