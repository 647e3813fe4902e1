// A social security number in a long text, and the numbers that are none.
#include "unit/controle/fixtures.h"

using namespace Qt::Literals::StringLiterals;
using namespace fixtures;

TEST_CASE("A social security number blocks the document that it is in, at its field")
{
    for (const QString &number : {u"1 85 05 78 006 084 36"_s, u"185057800608436"_s, u"2 99 12 2A 123 456"_s,
                                  u"2\u00a085\u00a005\u00a078\u00a0006\u00a0084\u00a036"_s}) {
        INFO(number.toStdString());
        const auto found = of(withRubrique(u"problematiques"_s, u"Une patiente ("_s + number + u") attend."_s),
                              u"lettre.donnees-patient"_s);
        REQUIRE(found.size() == 1);
        CHECK(found.front().severity == controle::Severity::Blocking);
        CHECK(found.front().page == u"territoire");
        CHECK(found.front().field.field == u"texte");
    }
    domain::Projet projet;
    projet.fiches.insert(base::Id::fromKey(u"f"_s)).publicBeneficiaire = u"Mme X, 2 60 01 04 019 001 12"_s;
    CHECK(of(projet, u"projet.donnees-patient"_s).front().page == u"fiches");
    CHECK(of(projet, u"lettre.donnees-patient"_s).empty());
}

TEST_CASE("A SIRET, a telephone, a date, a sum and the example are no social security number")
{
    for (const QString &text :
         {u"SIRET 123 456 789 00012"_s, u"04 92 00 00 00 et 06 00 00 00 00"_s, u"du 12/05/2027 au 30/06/2028"_s,
          u"1 234 567 890 €"_s, u"FINESS 040000123"_s, u"185 99 78 006 084 36"_s, u"91850578006084365"_s}) {
        INFO(text.toStdString());
        CHECK(of(withRubrique(u"problematiques"_s, text), u"lettre.donnees-patient"_s).empty());
    }
    CHECK(of(vallees(), u"lettre.donnees-patient"_s).empty());
    CHECK(of(vallees(), u"projet.donnees-patient"_s).empty());
}
