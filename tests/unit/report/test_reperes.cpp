#include "fixtures.h"
#include "report/reperes.h"
#include "support/thread.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using fixtures::plain;

namespace
{

report::Reperes marks(const domain::Projet &projet, const QDate &today = QDate(2024, 6, 1))
{
    return report::reperes(fixtures::trame(), projet, fixtures::references(), today);
}

QString textOf(const report::Reperes &all, const QString &section)
{
    QString text;
    for (const report::Reperes::Section &each : all.sections)
        if (each.titre.contains(section))
            for (const report::Repere &one : each.reperes)
                text += one.titre + u'\n' + one.texte + u'\n';
    return plain(text);
}

} // namespace

TEST_CASE("The repères hold annexes 1, 2 and 6, the five steps and the acronyms")
{
    const report::Reperes all = marks({});
    CHECK(textOf(all, u"annexe 1"_s).contains(u"ars-paca-dd04-guichet-unique@ars.sante.fr"_s));
    CHECK(textOf(all, u"annexe 2"_s).contains(u"92400 Courbevoie"_s));
    CHECK(textOf(all, u"annexe 6"_s).contains(u"société interprofessionnelle de soins ambulatoires (SISA)"_s));
    CHECK(textOf(all, u"étapes"_s).contains(u"5. "_s));
    CHECK(textOf(all, u"Sigles"_s).contains(u"commission de coordination de l’offre de proximité départementale"_s));
    const QString twice = textOf(all, u"Sigles"_s);
    CHECK(twice.contains(u" ; ou "_s)); // several meanings are all there
}

TEST_CASE("The date of a label is told, and that it has run out")
{
    CHECK_FALSE(textOf(marks({}, QDate(2024, 6, 1)), u"annexe 2"_s).contains(u"à vérifier"_s));
    CHECK(textOf(marks({}, QDate(2027, 6, 1)), u"annexe 2"_s).contains(u"à vérifier auprès de l’ARS"_s));
    CHECK(textOf(marks({}), u"annexe 2"_s).contains(u"Label de 2022, pour 3 ans"_s));
}

TEST_CASE("The ten points: where the example answers, and that an empty project does not yet")
{
    const report::Reperes none = marks({});
    REQUIRE(none.points.size() == 10);
    for (const report::ReperePoint &point : none.points) {
        CHECK(point.passages.empty());
        INFO(point.titre.toStdString());
        CHECK_FALSE(fixtures::trame().pageOf(point.field, {}).isEmpty()); // a page where it would be written
    }

    const domain::Projet projet = fixtures::vallees();
    const report::Reperes all = marks(projet);
    CHECK(std::count_if(all.points.begin(), all.points.end(),
                        [](const auto &each) { return !each.passages.empty(); }) >= 8);
    for (const report::ReperePoint &point : all.points)
        for (const report::Passage &passage : point.passages)
            CHECK_FALSE(fixtures::trame().pageOf(passage.field, projet).isEmpty());
}

TEST_CASE("A point is answered by its own fact only")
{
    domain::Projet projet;
    support::addBesoin(projet, u"a"_s, u"Prévenir les chutes"_s);
    const report::Reperes all = marks(projet);
    CHECK(all.points.at(0).passages.size() == 1);
    CHECK(
        std::all_of(all.points.begin() + 1, all.points.end(), [](const auto &each) { return each.passages.empty(); }));
}
