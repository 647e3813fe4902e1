// What each official file brings to a project, figure by figure.
#include "packages.h"
#include "samples.h"
#include "support/example.h"

using namespace Qt::Literals::StringLiterals;

namespace
{

std::map<QString, qint64> identifies(const domain::Projet &projet)
{
    std::map<QString, qint64> counts;
    for (const auto &[id, effectif] : projet.effectifs)
        if (effectif.identifies)
            counts[effectif.profession] = *effectif.identifies;
    return counts;
}

domain::IndicateurDiagnostic onlyIndicator(const domain::Projet &projet)
{
    REQUIRE(projet.indicateurs.size() == 1);
    return projet.indicateurs.begin()->second;
}

} // namespace

TEST_CASE("RPPS: one person once per profession, general practitioners told from specialists")
{
    const auto sample = samples::of(u"rpps"_s);
    const auto after = samples::accepted(sample);
    const std::map<QString, qint64> expected{{u"medecins-generalistes"_s, 3},
                                             {u"medecins-specialistes"_s, 1},
                                             {u"biologistes"_s, 2},
                                             {u"infirmiers"_s, 3},
                                             {u"pharmaciens"_s, 1},
                                             {u"sages-femmes"_s, 1},
                                             {u"autres"_s, 1},
                                             {u"masseurs-kinesitherapeutes"_s, 2}};
    CHECK(identifies(after) == expected);
    const auto told = samples::told(samples::proposed(sample).value());
    CHECK(told.contains(u"Médecins généralistes : 3, dont 3 en libéral"_s));
    CHECK(told.contains(u"1 étudiant en formation"_s));
    CHECK(told.contains(u"1 personne de code de profession 10"_s));
    auto options = samples::options(sample);
    options.liberauxSeulement = true;
    const auto liberal =
        imports::propose(u"rpps"_s, samples::input(sample), samples::projet(), support::references(), options);
    CHECK(samples::told(liberal.value()).contains(u"Seuls les libéraux sont comptés ; laissés de côté : "_s));
    CHECK_FALSE(told.contains(u"Seuls les libéraux"_s));
    auto counted = samples::projet();
    REQUIRE(domain::applyChanges(counted, liberal.value().changes));
    CHECK(identifies(counted)[u"medecins-specialistes"_s] == 0);
    CHECK(identifies(counted)[u"infirmiers"_s] == 2);
}

TEST_CASE("RPPS: from its ZIP, twice the same, and only the counters of identified professionals move")
{
    auto sample = samples::of(u"rpps"_s);
    auto before = samples::projet();
    auto &typed = before.effectifs.insert(domain::Id::fromKey(u"effectif:orthoptistes"_s));
    typed.profession = u"orthoptistes"_s;
    typed.identifies = 4;
    typed.sollicites = 2;
    const auto zip = packages::zip({{sample.name, samples::bytes(sample)}, {u"lisez-moi.pdf"_s, "%PDF"}});
    const auto proposal = imports::propose(u"rpps"_s, imports::ImportInput::memory(zip, u"rpps.zip"_s), before,
                                           support::references(), samples::options(sample));
    REQUIRE(proposal);
    auto after = before;
    REQUIRE(domain::applyChanges(after, proposal.value().changes));
    const auto *effectif = after.effectifs.find(domain::Id::fromKey(u"effectif:orthoptistes"_s));
    CHECK(effectif->identifies == 0); // the file says that there is none
    CHECK(effectif->sollicites == 2);
    CHECK(samples::told(proposal.value()).contains(u"le projet disait 4"_s));
    CHECK(samples::proposed(sample, after).value().changes.empty());
}

TEST_CASE("FINESS: establishments of the territory by sort, with or without titles, never twice")
{
    auto sample = samples::of(u"finess"_s);
    const auto after = samples::accepted(sample);
    std::map<QString, domain::SorteActeur> sorts;
    for (const auto &[id, acteur] : after.acteurs)
        sorts[acteur.nom + u'/' + acteur.localisation] = acteur.sorte;
    using S = domain::SorteActeur;
    CHECK(sorts ==
          std::map<QString, S>{{u"CH des Trois Vallees/Castellane"_s, S::Soins},
                               {u"Les Tilleuls, Établissement d’hébergement pour personnes âgées dépendantes (EHPAD)/"
                                "Digne-les-Bains"_s,
                                S::MedicoSociale},
                               {u"DAC 04/Digne-les-Bains"_s, S::Coordination},
                               {u"CHRS Le Pont/Forcalquier"_s, S::Sociale}});
    const auto told = samples::told(samples::proposed(sample).value());
    CHECK(told.contains(u"Pharmacie d'Officine (1)"_s));
    CHECK(told.contains(u"1 établissement déjà présent"_s)); // the line that the file holds twice
    CHECK(samples::proposed(sample, after).value().changes.empty());
    sample.rows.front() = {u"finess"_s, u"etalab"_s, u"93"_s, u"2026-11-01"_s}; // the official first line
    CHECK(samples::accepted(sample).acteurs.size() == 4);
    auto typed = samples::projet();
    typed.acteurs.insert(domain::Id::create()).nom = u"Les Tilleuls"_s;
    CHECK(samples::accepted(sample, typed).acteurs.size() == 4);
}

TEST_CASE("INSEE: age bands of the territory, and the share of the oldest")
{
    const auto sample = samples::of(u"insee"_s);
    auto before = samples::projet();
    before.tranches.insert(domain::Id::fromKey(u"tranche:20"_s)).code = u"20"_s; // of another cut
    const auto after = samples::accepted(sample, before);
    REQUIRE(after.tranches.size() == 7);
    const auto *first = domain::findKey(after.tranches, u"tranche"_s, u"0"_s);
    REQUIRE(first);
    CHECK(first->ensemble == 700); // 200.4 + 100 + 100 + 300
    CHECK(first->annee == 2021);
    CHECK(first->source == u"Insee, recensement de la population"_s);
    CHECK_FALSE(first->femmes);
    const auto &share = onlyIndicator(after);
    CHECK(share.intitule == u"Part des 75 ans et plus"_s);
    // (250 + 200 + 200 + 50) of 4 600
    CHECK(share.territoire.value() == Approx(15.2));
    CHECK_FALSE(share.departement); // four communes are not a département
    CHECK_FALSE(share.france);
    CHECK(share.annee == 2021);
}

TEST_CASE("INSEE: comparators when the file holds the whole, women and men when it tells them")
{
    auto sample = samples::of(u"insee"_s);
    QStringList &titles = sample.rows.front();
    for (const QString &sex : {u"F"_s, u"H"_s})
        for (const QString &band : {u"0014"_s, u"1529"_s, u"3044"_s, u"4559"_s, u"6074"_s, u"7589"_s, u"90P"_s})
            titles.push_back(u"P21_"_s + sex + band);
    samples::Rows rows{titles};
    const auto add = [&](const QString &code, double old) {
        QStringList row{code, u""_s, u""_s, u"1000"_s};
        for (int part = 0; part < 3; ++part) {
            const double share = part == 0 ? 1.0 : 0.5;
            for (int band = 0; band < 5; ++band)
                row.push_back(QString::number(share * (1000 - old) / 5));
            row.push_back(QString::number(share * old));
            row.push_back(u"0"_s);
        }
        rows.push_back(row);
    };
    const auto &communes = support::references().communes();
    for (const auto &departement : communes.departements())
        for (int number = 1; number < 1000; ++number) {
            const QString code = departement.code + u"%1"_s.arg(number, 5 - departement.code.size(), 10, QChar(u'0'));
            const auto known = code.size() == 5 ? communes.find(code) : std::nullopt;
            if (known && !known->estArrondissement())
                add(code, departement.code == u"04" ? 300 : departement.region == u"93" ? 200 : 100);
        }
    add(u"13203"_s, 400);
    sample.rows = rows;
    const auto after = samples::accepted(sample);
    const auto &share = onlyIndicator(after);
    CHECK(share.territoire.value() == Approx(32.5)); // three communes at 30 %, one arrondissement at 40 %
    CHECK(share.departement.value() == Approx(20));  // most of its inhabitants live in Marseille
    CHECK(share.region.value() > 20);
    CHECK(share.region.value() < 24);
    CHECK(share.france.value() > 10);
    CHECK(share.france.value() < 11);
    const auto *oldest = domain::findKey(after.tranches, u"tranche"_s, u"75"_s);
    CHECK(oldest->femmes == 650);
    CHECK(oldest->hommes == 650);
    CHECK_FALSE(oldest->ensemble);
}

TEST_CASE("CartoSanté: a chosen column under four lines of heading, weighted or added up")
{
    auto sample = samples::of(u"cartosante"_s);
    const auto projet = samples::projet();
    double weights = 0;
    double sum = 0;
    const std::map<QString, double> values{{u"04039"_s, 12.5}, {u"04070"_s, 8}, {u"04088"_s, 10}, {u"13203"_s, 15}};
    for (const auto &[code, value] : values) {
        const double people = *support::references().communes().find(code)->population;
        weights += people;
        sum += value * people;
    }
    const auto &share = onlyIndicator(samples::accepted(sample));
    CHECK(share.territoire.value() == Approx(sum / weights).margin(0.005));
    CHECK(share.unite == u"%"_s);
    CHECK(share.annee == 2024); // of the file's name
    CHECK(share.source == u"CartoSanté"_s);
    sample.colonne = u"nombre de kines"_s;
    CHECK(onlyIndicator(samples::accepted(sample)).territoire.value() == 40);
    sample.colonne.clear();
    const auto asked = samples::proposed(sample);
    REQUIRE_FALSE(asked);
    CHECK(asked.error().message.contains(u"« Nombre de kinés »"_s));
}

TEST_CASE("APL: the latest sheet, weighted by the standardised population")
{
    auto sample = samples::of(u"apl"_s);
    const auto after = samples::accepted(sample);
    const auto &apl = onlyIndicator(after);
    CHECK(apl.territoire.value() == Approx((2 * 1000 + 4 * 3000 + 3 * 1000 + 5 * 5000) / 10000.0));
    CHECK(apl.annee == 2023);
    CHECK_FALSE(apl.france);
    auto older = sample.rows;
    older.at(10)[2] = u"9"_s;
    const auto book =
        packages::workbook({{u"Paramètres"_s, {{u"x"_s}}}, {u"APL 2022"_s, older}, {u"APL 2023"_s, sample.rows}});
    const auto input = imports::ImportInput::memory(book, u"apl.xlsx"_s);
    auto options = samples::options(sample);
    for (const int year : {2023, 2022}) {
        options.annee = year == 2022 ? domain::Number(2022) : std::nullopt;
        auto projet = samples::projet();
        const auto proposal = imports::propose(u"apl"_s, input, projet, support::references(), options);
        REQUIRE(proposal);
        REQUIRE(domain::applyChanges(projet, proposal.value().changes));
        CHECK(onlyIndicator(projet).territoire.value() == Approx(year == 2022 ? 4.9 : 4.2));
        CHECK(onlyIndicator(projet).annee == year);
    }
    options.annee.reset();
    options.colonne = u"APL aux médecins généralistes de 65 ans et moins"_s;
    const auto young = imports::propose(u"apl"_s, samples::input(sample), after, support::references(), options);
    REQUIRE(young);
    CHECK(samples::told(young.value()).contains(u"65 ans et moins : 3,3"_s));
}

TEST_CASE("Zonage: quarters of the territory with their zoning, its year where a commune has one")
{
    auto before = samples::projet();
    before.communes.find(domain::Id::fromKey(u"commune:04070"_s))->zonage = domain::Zonage::Zip;
    auto &typed = before.qpv.insert(domain::Id::create());
    typed.nom = u"BARBEJAS, Pigeonnier"_s;
    typed.communes = {domain::Id::fromKey(u"commune:04070"_s)};
    const auto sample = samples::of(u"zonage"_s);
    const auto after = samples::accepted(sample, before);
    REQUIRE(after.qpv.size() == 2);
    std::map<QString, domain::Zonage> zones;
    for (const auto &[id, qpv] : after.qpv) {
        zones[qpv.code] = qpv.zonage;
        CHECK(qpv.communes.size() == 1); // the 2nd arrondissement is not in the territory
    }
    CHECK(zones == std::map<QString, domain::Zonage>{{u"QN00401M"_s, domain::Zonage::Zip},
                                                     {u"QN01301M"_s, domain::Zonage::Zac}});
    const auto *digne = after.communes.find(domain::Id::fromKey(u"commune:04070"_s));
    CHECK(digne->zonageAnnee == 2025);
    CHECK(digne->sansQpv == false);
    CHECK_FALSE(after.communes.find(domain::Id::fromKey(u"commune:04039"_s))->zonageAnnee);
    CHECK(samples::proposed(sample, after).value().changes.empty());
}

TEST_CASE("Listing: communes already in another CPTS are told, nothing changes")
{
    const auto proposal = samples::proposed(samples::of(u"listing-cpts"_s));
    REQUIRE(proposal);
    const auto told = samples::told(proposal.value());
    CHECK(told.contains(u"CPTS « CPTS du Pays de Haute-Provence » : Forcalquier"_s));
    CHECK_FALSE(told.contains(u"est déjà dans la CPTS « CPTS des Essais »"_s)); // the project itself
    CHECK(told.contains(u"Marseille figure pour la CPTS « CPTS Marseille Nord » sans arrondissement"_s));
    REQUIRE(proposal.value().unmatched.size() == 1);
    CHECK(proposal.value().unmatched[0].contains(u"« Catsellane »"_s));
    CHECK(proposal.value().unmatched[0].contains(u"Castellane (04039)"_s));
}

TEST_CASE("Listing: the CPTS around are kept, the territory stays")
{
    const auto sample = samples::of(u"listing-cpts"_s);
    auto after = samples::accepted(sample);
    const auto proposal = samples::proposed(sample);
    for (const auto &change : proposal.value().changes)
        CHECK(change.at.table == u"voisine");
    REQUIRE(after.voisines.size() == 3); // not the project itself
    const auto inOrder = domain::inOrder(after.voisines);
    CHECK(inOrder[0].second->nom == u"CPTS Marseille Nord");
    CHECK(inOrder[1].second->nom == u"CPTS de l’Étoile");
    CHECK(inOrder[2].second->communes == u"04088 04111 04188"); // Forcalquier, Mane, Saint-Maime
    CHECK(inOrder[2].second->source == u"ARS, liste des CPTS");
    // A second list speaks of the same CPTS: nothing is doubled, a name that was settled is added.
    auto options = samples::options(sample);
    options.communes = {{u"Catsellane"_s, u"04039"_s}};
    options.annee = 2026;
    const auto again = imports::propose(sample.profile, samples::input(sample), after, support::references(), options);
    REQUIRE(again);
    CHECK(again.value().communes.empty());
    CHECK(again.value().unmatched.isEmpty());
    REQUIRE(domain::applyChanges(after, again.value().changes));
    REQUIRE(after.voisines.size() == 3);
    CHECK(domain::inOrder(after.voisines)[2].second->communes == u"04039 04088 04111 04188");
    CHECK(domain::inOrder(after.voisines)[2].second->annee == 2026);
}

TEST_CASE("Profiles of a territory ask for one first")
{
    const auto empty = domain::nouveauProjet(u"CPTS"_s, u"paca-2022"_s, u"2026"_s, QDate(2026, 11, 1));
    for (const QString &code :
         {u"rpps"_s, u"finess"_s, u"insee"_s, u"cartosante"_s, u"apl"_s, u"zonage"_s, u"listing-cpts"_s}) {
        const auto refused = samples::proposed(samples::of(code), empty);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().message.contains(u"aucune commune"_s));
    }
}
