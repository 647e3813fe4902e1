// Excel's own rules (OOXML SDK) on the workbooks.
#include "formats/plan_action.h"
#include "outside.h"
#include "plan_samples.h"

#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;

TEST_CASE("every workbook is valid for every Office")
{
    const auto validator = outside::validator();
    if (!validator)
        return;
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"plan.xlsx"_s);
    for (const domain::Projet &projet : {plan::projet(), domain::Projet()}) {
        const auto bytes = formats::writeXlsx(formats::planAction(projet, support::references()),
                                              {u"Plan d’action"_s, u"CPTS"_s, QDate(2027, 3, 12)});
        REQUIRE(bytes);
        REQUIRE(base::writeFile(path, bytes.value()));
        for (const QString &version : {u"Office2010"_s, u"Office2019"_s, u"Microsoft365"_s}) {
            INFO(version.toStdString());
            CHECK(outside::validationErrors(*validator, path, version) == QString());
        }
    }
}
