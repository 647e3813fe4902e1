// Word's own rules (OOXML SDK), on every sample document and on the documents of the program.
#include "documents.h"
#include "outside.h"
#include "support/example.h"

#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;

namespace
{

void checkValid(const QString &validator, const samples::Named &named, const QStringList &versions)
{
    const QTemporaryDir folder;
    const QString path = documents::save(folder.path(), named.document, u"docx"_s);
    for (const QString &version : versions) {
        INFO(named.name.toStdString() << " " << version.toStdString());
        CHECK(outside::validationErrors(validator, path, version) == QString());
    }
}

} // namespace

TEST_CASE("every Word file is valid for every Office")
{
    const auto validator = outside::validator();
    if (!validator)
        return;
    for (const auto &named : samples::all())
        checkValid(*validator, named, outside::officeVersions());
    // Between the first Office and the last, the samples tell enough.
    const auto annexes = documents::annexes3();
    CHECK(samples::words(annexes.back().document).size() > 3000);
    for (const auto &named : annexes)
        checkValid(*validator, named, {outside::officeVersions().front(), outside::officeVersions().back()});
}

TEST_CASE("the validator sees a fault")
{
    const auto validator = outside::validator();
    if (!validator)
        return;
    const QTemporaryDir folder;
    const QString path = documents::save(folder.path(), samples::small(), u"docx"_s);
    const auto whole = base::readFile(path);
    REQUIRE(whole);
    REQUIRE(base::writeFile(path, whole.value().left(2000)));
    CHECK(outside::validationErrors(*validator, path, u"Office2019"_s) != QString());
}
