// The sums of the plan d'action, in both files: to the cent, whatever the number of lines.
#include "formats/export.h"
#include "formats/zip.h"
#include "plan_samples.h"
#include "shipped_source.h"

using namespace formats;
using namespace plan;
using namespace Qt::Literals::StringLiterals;

namespace
{

QString csv(const domain::Projet &projet)
{
    const auto bytes = exportedPlanAction(shipped::source(), projet, u"csv"_s);
    REQUIRE(bytes);
    return QString::fromUtf8(bytes.value());
}

domain::Projet spending(const std::vector<double> &amounts)
{
    domain::Projet projet;
    projet.fiches.insert(id(u"f"_s)).intitule = u"Action"_s;
    for (size_t i = 0; i < amounts.size(); ++i) {
        domain::LigneBudget &line = projet.budget.insert(id(u"ligne:%1"_s.arg(i)));
        line.fiche = id(u"f"_s);
        line.prevu = line.realise = amounts[i];
    }
    return projet;
}

} // namespace

TEST_CASE("a sum of cents has no crumbs, in the text and in the workbook")
{
    const QString text = csv(spending({0.1, 0.2}));
    CHECK(text.contains(u"0,3"_s));
    CHECK_FALSE(text.contains(u"0,30000"_s));
    CHECK_FALSE(csv(spending({1.1, 2.2})).contains(u"3,30000"_s));
    CHECK(csv(spending(std::vector<double>(1'000, 0.01))).contains(u";10;"_s));
    const auto book = exportedPlanAction(shipped::source(), spending({0.1, 0.2}), u"xlsx"_s);
    REQUIRE(book);
    const auto parts = readZip(book.value());
    REQUIRE(parts);
    for (const ZipPart &part : parts.value())
        CHECK_FALSE(part.bytes.contains("0.30000000000000004"));
}

TEST_CASE("the end of an action is its last day, a date clé counting for one day only")
{
    domain::Projet projet;
    projet.fiches.insert(id(u"f"_s)).intitule = u"Action"_s;
    domain::EtapeAction &step = projet.etapesAction.insert(id(u"e"_s));
    step.fiche = id(u"f"_s);
    step.intitule = u"Ouverture"_s;
    step.debut = QDate(2027, 4, 1);
    step.fin = QDate(2027, 6, 30);
    CHECK(csv(projet).contains(u"30/06/2027"_s));
    step.sorte = domain::SorteEtape::Jalon;
    CHECK(csv(projet).contains(u"01/04/2027"_s));
    CHECK_FALSE(csv(projet).contains(u"30/06/2027"_s));
}
