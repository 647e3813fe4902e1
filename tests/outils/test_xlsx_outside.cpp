// Excel's own rules (OOXML SDK) on the workbooks.
#include "formats/plan_action.h"
#include "outside.h"
#include "plan_samples.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
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
            auto answer = outside::run(*validator, {path, version});
            if (QJsonDocument::fromJson(answer.output).isNull())
                answer = outside::run(*validator, {path, u"--officeVersion"_s, version});
            const QJsonObject result = QJsonDocument::fromJson(answer.output).object();
            INFO(version.toStdString() << answer.output.toStdString());
            CHECK(result.value(u"ok"_s).toBool());
            CHECK(result.value(u"errors"_s).toArray().isEmpty());
        }
    }
}
