// Names of FINESS as people write them.
#include "imports/establishment_names.h"
#include "support/catch.h"

using namespace Qt::Literals::StringLiterals;

namespace
{

const imports::EstablishmentNames &names()
{
    static const imports::EstablishmentNames known(
        {u"Centre hospitalier (CH)"_s, u"Service de soins infirmiers à domicile (SSIAD)"_s,
         u"Centre gratuit d’information, de dépistage et de diagnostic (CeGIDD)"_s, u"Maison de santé (L. 6223-3)"_s},
        {u"ADMR"_s, u"EHPAD"_s}, {u"résidence"_s, u"retraite"_s, u"clinique"_s, u"maison"_s});
    return known;
}

} // namespace

TEST_CASE("Capitals of the administration in ordinary case, acronyms and small words kept")
{
    const std::vector<std::pair<QString, QString>> cases{
        {u"EHPAD LES TILLEULS"_s, u"EHPAD Les Tilleuls"_s},
        {u"CH DE CASTELLANE"_s, u"CH de Castellane"_s},
        {u"SSIAD ADMR"_s, u"SSIAD ADMR"_s},
        {u"CENTRE HOSPITALIER DE LA DURANCE"_s, u"Centre hospitalier de la Durance"_s},
        {u"MAISON DE RETRAITE L'OLIVIER"_s, u"Maison de retraite L’Olivier"_s},
        {u"CLINIQUE D'ALLOS"_s, u"Clinique d’Allos"_s},
        {u"RESIDENCE SAINT-JEAN"_s, u"Résidence Saint-Jean"_s},
        {u"CH C.H. PIERRE II"_s, u"CH C.H. Pierre II"_s},
        {u"CEGIDD 04"_s, u"CeGIDD 04"_s},
        {u"LA MAISON DE SANTE DU PARC"_s, u"La Maison de santé du Parc"_s},
        {u"CH DIGNE LES BAINS"_s, u"CH Digne-les-Bains"_s},
        {u"Ehpad du Parc"_s, u"Ehpad du Parc"_s},
        {u""_s, u""_s},
    };
    for (const auto &[capitals, written] : cases) {
        CAPTURE(capitals.toStdString());
        CHECK(names().ordinary(capitals, u"Digne-les-Bains"_s) == written);
    }
}

TEST_CASE("The nature of an establishment is said once")
{
    using Names = imports::EstablishmentNames;
    const QString hospital = u"Centre hospitalier (CH)"_s;
    CHECK(Names::withNature(u"CH de Castellane"_s, hospital) == u"CH de Castellane"_s);
    CHECK(Names::withNature(u"Centre hospitalier du Parc"_s, hospital) == u"Centre hospitalier du Parc"_s);
    CHECK(Names::withNature(u"Chalet du Parc"_s, hospital) == u"Chalet du Parc, Centre hospitalier (CH)"_s);
    CHECK(Names::withNature(u"Le Pont"_s, u"Centre hospitalier (ex-hôpital local)"_s) ==
          u"Le Pont, Centre hospitalier (ex-hôpital local)"_s);
}
