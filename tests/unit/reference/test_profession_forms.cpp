// What a document calls the profession of one person.
#include "reference/profession_forms.h"
#include "reference/professions.h"

#include "support/catch.h"
#include "support/source.h"

using namespace Qt::Literals::StringLiterals;
using reference::professionForms;

namespace
{

const reference::Professions &shipped()
{
    static const auto loaded = reference::Professions::load(support::source(u"resources/reference"_s));
    REQUIRE(loaded);
    return loaded.value();
}

} // namespace

TEST_CASE("A name with both genders gives each, and a short form for who is not known")
{
    const auto check = [](const QString &name, const QString &his, const QString &hers, const QString &common) {
        const reference::ProfessionForms forms = professionForms(name);
        CHECK(forms.masculin == his);
        CHECK(forms.feminin == hers);
        CHECK(forms.commun == common);
    };
    check(u"Infirmier ou infirmière"_s, u"Infirmier"_s, u"Infirmière"_s, u"Infirmier(ère)"_s);
    check(u"Pharmacien ou pharmacienne"_s, u"Pharmacien"_s, u"Pharmacienne"_s, u"Pharmacien(ne)"_s);
    check(u"Coordonnateur ou coordonnatrice de maison ou de centre de santé"_s,
          u"Coordonnateur de maison ou de centre de santé"_s, u"Coordonnatrice de maison ou de centre de santé"_s,
          u"Coordonnateur(trice) de maison ou de centre de santé"_s);
    check(u"Opticien-lunetier ou opticienne-lunetière"_s, u"Opticien-lunetier"_s, u"Opticienne-lunetière"_s,
          u"Opticien(ne)-lunetier(ère)"_s);
    check(u"Travailleur social ou travailleuse sociale"_s, u"Travailleur social"_s, u"Travailleuse sociale"_s,
          u"Travailleur(euse) social(e)"_s);
    check(u"Élu local ou élue locale"_s, u"Élu local"_s, u"Élue locale"_s, u"Élu(e) local(e)"_s);
    check(u"Aide-soignant ou aide-soignante"_s, u"Aide-soignant"_s, u"Aide-soignante"_s, u"Aide-soignant(e)"_s);
}

TEST_CASE("A name without gender, or that joins two things, is one name")
{
    for (const QString &name : {u"Psychologue"_s, u"Usager ou aidant"_s, u"Médecin généraliste"_s, QString()}) {
        CHECK(professionForms(name).masculin == name);
        CHECK(professionForms(name).feminin == name);
        CHECK(professionForms(name).commun == name);
    }
}

TEST_CASE("No profession of the data is printed with both its names")
{
    for (const auto *list : {&shipped().trame, &shipped().personnes})
        for (const reference::Profession &each : *list) {
            INFO(each.singulier.toStdString());
            const QString common = professionForms(each.singulier).commun;
            CHECK(common.size() <= each.singulier.size());
            if (each.code != "usagers"_L1)
                CHECK_FALSE(common.section(u' ', 0, 1).contains(u" ou"_s));
        }
}

TEST_CASE("A profession written in one gender counts in its line")
{
    CHECK(shipped().ligneDe(u"Infirmière"_s) == u"infirmiers");
    CHECK(shipped().ligneDe(u"Pharmacienne"_s) == u"pharmaciens");
    CHECK(shipped().ligneDe(u"Coordonnatrice de CPTS"_s).isEmpty()); // no profession of the table
    CHECK(shipped().ligneDe(u"Infirmière en pratique avancée"_s) == u"autres");
    CHECK(shipped().ligneDe(u"Magnétiseur"_s) == u"autres");
}
