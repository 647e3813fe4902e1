// In which documents what a page asks is printed, from the data of the trame alone.
#include "report/usages.h"
#include "unit/report/fixtures.h"

using namespace Qt::Literals::StringLiterals;
using namespace fixtures;

namespace
{

QString said(const QString &page)
{
    return plain(report::usagesEnMots(report::usagesOf(trame(), page)));
}

QString detail(const QString &page)
{
    return plain(report::detailDesUsages(report::usagesOf(trame(), page)));
}

} // namespace

TEST_CASE("Facts typed once say in which documents they are printed")
{
    const QString two = u"Repris dans 2 documents : lettre d’intention (annexe 3) et projet de santé (annexe 4)."_s;
    CHECK(said(u"territoire"_s) == two);
    CHECK(said(u"mobilisation"_s).contains(u"lettre d’intention (annexe 3)"_s));
    CHECK(said(u"mobilisation"_s).contains(u"projet de santé (annexe 4)"_s));
    const QString three = u"Repris dans 3 documents : lettre d’intention (annexe 3), projet de santé (annexe 4) et "
                          "fiches-actions (annexe 5)."_s;
    CHECK(said(u"missions"_s) == three);
    CHECK(said(u"equipe"_s) == three); // who coordinates a fiche is one of the people
    CHECK(said(u"diagnostic"_s) ==
          u"Repris dans 2 documents : projet de santé (annexe 4) et fiches-actions (annexe 5).");
    // The contacts are asked by the lettre alone; nothing of the follow-up is printed by the trame.
    CHECK(said(u"partenariats"_s).isEmpty());
    CHECK(said(u"financement"_s).isEmpty());
    CHECK(said(u"inconnue"_s).isEmpty());
}

TEST_CASE("The details tell the documents of each fact, as a filled document prints them")
{
    const QString lines = detail(u"territoire"_s);
    CHECK(lines.contains(u"Commune : lettre d’intention (annexe 3), projet de santé (annexe 4)"_s));
    CHECK(lines.contains(u"Population"_s));
    CHECK_FALSE(lines.contains(u"annexe 5"_s));
    // The proof: a commune of another name is read in these documents, and in no other.
    domain::Projet projet = vallees();
    projet.communes.find(projet.communes.begin()->first)->nom = u"Zzyzxville"_s;
    for (const auto &[code, there] : {std::pair(u"annexe-3"_s, true), {u"annexe-4"_s, true}, {u"annexe-5"_s, false}}) {
        INFO(code.toStdString());
        CHECK(fixtures::lines(document(projet, report::Content::Filled, code)).contains(u"Zzyzxville"_s) == there);
    }
}
