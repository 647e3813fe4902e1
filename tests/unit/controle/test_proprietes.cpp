// What holds for any project at all.
#include "support/random_edits.h"
#include "unit/controle/fixtures.h"

#include <QSet>

using namespace Qt::Literals::StringLiterals;
using namespace fixtures;
using controle::PageState;
using controle::Severity;

namespace
{

bool same(const controle::Finding &a, const controle::Finding &b)
{
    return a.criterion == b.criterion && a.severity == b.severity && a.sentence == b.sentence && a.page == b.page &&
           a.field == b.field;
}

// Nobody writes a page back in the middle of another.
bool pagesInOrder(const std::vector<controle::Finding> &findings)
{
    QStringList seen;
    for (const controle::Finding &finding : findings)
        if (seen.isEmpty() || seen.last() != finding.page)
            seen << finding.page;
    return QSet<QString>(seen.begin(), seen.end()).size() == seen.size();
}

} // namespace

TEST_CASE("Random projects are judged the same twice, page after page, in short sentences")
{
    for (unsigned seed = 1; seed <= 80; ++seed) {
        support::RandomEdits random(seed);
        const domain::Projet projet = random.edited(seed % 2 ? domain::Projet() : vallees(), 100);
        const auto findings = check(projet);
        const auto again = check(projet);
        INFO(seed);
        REQUIRE(findings.size() == again.size());
        for (size_t i = 0; i < findings.size(); ++i) {
            CHECK(same(findings.at(i), again.at(i)));
            CHECK(findings.at(i).sentence.size() < 400);
            CHECK_FALSE(findings.at(i).sentence.contains(u'\n'));
            const auto *table = domain::table(findings.at(i).field.table);
            REQUIRE(table);
            CHECK(table->field(findings.at(i).field.field) != nullptr);
        }
        CHECK(pagesInOrder(findings));
    }
}

TEST_CASE("Readiness and page states add up to the findings")
{
    for (unsigned seed = 200; seed < 240; ++seed) {
        support::RandomEdits random(seed);
        const domain::Projet projet = random.edited(vallees(), 60);
        const auto findings = check(projet);
        const auto readiness = controle::readiness(findings);
        CHECK(size_t(readiness.blocking + readiness.improvements + readiness.fulfilled) == findings.size());
        CHECK(readiness.percent >= 0);
        CHECK((readiness.percent == 100) == (readiness.blocking + readiness.improvements == 0));
        int toReview = 0;
        for (const auto &[page, state] : controle::pageStates(findings, projet)) {
            toReview += state.toReview;
            CHECK((state.type != PageState::Type::Complete || state.toReview == 0));
            CHECK((state.type != PageState::Type::ToReview || state.toReview > 0));
        }
        CHECK(toReview == readiness.blocking + readiness.improvements);
    }
}

TEST_CASE("Random projects are judged for both documents, and the two lists never mix")
{
    for (unsigned seed = 300; seed < 360; ++seed) {
        support::RandomEdits random(seed);
        const domain::Projet projet = random.edited(seed % 2 ? domain::Projet() : vallees(), 150);
        const auto all = controle::checkAll(projet, references(), today);
        const auto alone = checkProjet(projet);
        INFO(seed);
        REQUIRE(all.size() == check(projet).size() + alone.size());
        for (size_t i = 0; i < alone.size(); ++i) {
            const controle::Finding &finding = all.at(check(projet).size() + i);
            CHECK(same(finding, alone.at(i)));
            CHECK(finding.volet == controle::Volet::Projet);
            CHECK(finding.sentence.size() < 400);
            const auto *table = domain::table(finding.field.table);
            REQUIRE(table);
            CHECK(table->field(finding.field.field) != nullptr);
            if (!finding.field.id.isNull() && table->keyField.isEmpty())
                CHECK(table->find(projet, finding.field.id) != nullptr); // the way leads to a record that is there
        }
        const auto readiness = controle::readiness(all, controle::Volet::Projet);
        CHECK(size_t(readiness.blocking + readiness.improvements + readiness.fulfilled) == alone.size());
        CHECK((readiness.percent == 100) == (readiness.blocking + readiness.improvements == 0));
        CHECK(pagesInOrder(alone));
    }
}

TEST_CASE("Every fiche, need, indicator and objective taken away is told, or changes nothing that blocks elsewhere")
{
    const domain::Projet example = vallees();
    const int before = controle::readiness(checkProjet(example), controle::Volet::Projet).blocking;
    for (const auto &[id, fiche] : example.fiches) {
        domain::Projet without = example;
        REQUIRE(domain::applyChanges(without, domain::removing(without, u"fiche"_s, id)));
        const auto after = controle::readiness(checkProjet(without), controle::Volet::Projet);
        CHECK(after.blocking - before <= 1);
        for (const controle::Finding &finding : checkProjet(without))
            CHECK(finding.field.id != id);
    }
    for (const auto &[id, besoin] : example.besoins) {
        domain::Projet without = example;
        REQUIRE(domain::applyChanges(without, domain::removing(without, u"besoin"_s, id)));
        QStringList alone;
        for (const auto &[each, fiche] : example.fiches)
            if (fiche.besoins == base::IdList{id})
                alone << fiche.intitule;
        CHECK(verdict(without, u"projet.fiches-besoin"_s).count(u'I') == alone.size());
    }
}

TEST_CASE("Only the missions socles block when they go, each once")
{
    const domain::Projet example = vallees();
    for (const auto &[id, mission] : example.missions) {
        domain::Projet without = example;
        without.missions.remove(id);
        const auto *known = references().missions().find(mission.code);
        REQUIRE(known);
        CHECK(controle::readiness(check(without)).blocking == (known->socle ? 1 : 0));
    }
}

TEST_CASE("From an empty project to the example, change by change, nothing blocks any more")
{
    domain::Projet projet;
    CHECK(controle::readiness(check(projet)).blocking >= 9);
    REQUIRE(domain::applyChanges(projet, domain::diff(projet, vallees())));
    CHECK(controle::readiness(check(projet)).blocking == 0);
}
