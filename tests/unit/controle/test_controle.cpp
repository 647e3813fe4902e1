#include "report/trame.h"
#include "support/trame.h"
#include "unit/controle/fixtures.h"

#include <QSet>

using namespace Qt::Literals::StringLiterals;
using namespace fixtures;
using controle::PageState;
using controle::Severity;
using support::trame;

namespace
{

const QStringList pages{u"porteur"_s,      u"territoire"_s, u"partenariats"_s, u"equipe"_s,
                        u"mobilisation"_s, u"missions"_s,   u"calendrier"_s};

} // namespace

TEST_CASE("The example meets every criterion of the lettre while the label of its structure d’appui runs")
{
    const QDate day(2025, 11, 23);
    const auto findings = check(vallees(), day);
    CHECK(findings.size() > 30);
    for (const controle::Finding &finding : findings) {
        INFO((finding.criterion + u" : "_s + finding.sentence).toStdString());
        CHECK(finding.severity == Severity::Fulfilled);
    }
    QStringList after;
    for (const controle::Finding &finding : check(vallees()))
        if (finding.severity != Severity::Fulfilled)
            after << finding.criterion;
    CHECK(after == QStringList{u"lettre.appui-label"_s});
    const auto readiness = controle::readiness(findings);
    CHECK(readiness.percent == 100);
    CHECK(readiness.sentence == u"Lettre d’intention : prête à être relue et envoyée");
    for (const auto &[page, state] : controle::pageStates(findings, vallees()))
        CHECK(state.type == PageState::Type::Complete);
}

TEST_CASE("The example names no real person")
{
    const QByteArray bytes = base::readFile(source(u"resources/exemples/vallees.json"_s)).value();
    const domain::Projet projet = vallees();
    for (const auto &[id, person] : projet.personnes) {
        CHECK((person.nom == u"Exemple" || (person.nom.isEmpty() && person.structure.endsWith(u"(exemple)"))));
        CHECK((person.email.isEmpty() || person.email.endsWith(u"@exemple.fr")));
        CHECK((person.telephone.isEmpty() || person.telephone == u"04 00 00 00 00"));
    }
    CHECK(bytes.count('@') == bytes.count("@exemple.fr\""));
    for (const auto &[id, partner] : projet.partenaires)
        CHECK_FALSE(partner.representant.isEmpty());
}

TEST_CASE("The communes of the example are those of the reference")
{
    const domain::Projet projet = vallees();
    CHECK(projet.communes.size() == 18);
    for (const auto &[id, commune] : projet.communes) {
        const auto known = references().communes().find(commune.code);
        REQUIRE(known);
        CHECK(commune.nom == known->nom);
        CHECK(known->codesPostaux.contains(commune.codePostal));
        CHECK(commune.population == qint64(*known->population));
        CHECK(commune.epci == known->epci);
    }
    CHECK(projet.identite.millesime == references().communes().vintage());
    for (const auto &[id, echeance] : projet.echeances)
        CHECK(references().etapes().etape(echeance.etape) != nullptr);
    CHECK(references().structuresAppui().find(projet.accompagnement.structureAppui) != nullptr);
}

TEST_CASE("The example is a project file like any other: nothing is lost in it")
{
    const domain::Projet projet = vallees();
    const auto again = domain::projetFromJson(domain::projetToJson(projet, base::Id::create()));
    REQUIRE(again);
    CHECK(domain::diff(projet, again.value().projet).empty());
}

TEST_CASE("Every finding says what, why and where, and its page and field exist")
{
    domain::Projet half = vallees();
    half.missions.remove(base::Id::fromKey(u"mission:crises"_s));
    half.identite.porteur = {};
    for (const domain::Projet &projet : {domain::Projet(), vallees(), half})
        for (const controle::Finding &finding : check(projet)) {
            INFO(finding.criterion.toStdString());
            CHECK(finding.criterion.startsWith(u"lettre."));
            CHECK_FALSE(finding.sentence.isEmpty());
            CHECK_FALSE(finding.sentence.endsWith(u'.'));
            CHECK(finding.reason.endsWith(u'.'));
            CHECK_FALSE(finding.source.isEmpty());
            CHECK(trame().page(finding.page) != nullptr);
            const domain::TableDescription *table = domain::table(finding.field.table);
            REQUIRE(table);
            CHECK(table->field(finding.field.field) != nullptr);
            CHECK(domain::FieldAddress::parse(finding.field.toString()) == finding.field);
        }
}

TEST_CASE("A finding and the trame agree on the page of a field")
{
    const domain::Projet projet = vallees();
    for (const domain::Projet &each : {domain::Projet(), projet})
        for (const controle::Finding &finding : check(each))
            CHECK(trame().pageOf(finding.field, each) == finding.page);
}

TEST_CASE("A new project: nothing begun, everything to write")
{
    const domain::Projet projet =
        domain::nouveauProjet(u"CPTS neuve"_s, u"paca-2022"_s, u"2026"_s, QDate(2026, 11, 23));
    const auto findings = check(projet);
    const auto states = controle::pageStates(findings, projet);
    REQUIRE(states.size() == 7);
    for (const QString &page : pages) {
        CHECK(states.at(page).type == PageState::Type::Empty);
        CHECK(states.at(page).toReview > 0);
    }
    const auto readiness = controle::readiness(findings);
    CHECK(readiness.percent < 10);
    CHECK(readiness.blocking >= 9);
    CHECK(readiness.sentence == u"Lettre d’intention : à écrire");
}

TEST_CASE("Points left are counted in words")
{
    domain::Projet projet = vallees();
    projet.accompagnement = {false, {}}; // the label of the one it names ran out
    projet.structure.nom.clear();
    auto readiness = controle::readiness(check(projet));
    CHECK(readiness.sentence == u"Lettre d’intention : prête sauf 1 point");
    CHECK(readiness.percent < 100);
    mission(projet, u"crises"_s).description.clear();
    commune(projet, u"04006"_s).zonage = domain::Zonage::NonRenseigne;
    readiness = controle::readiness(check(projet));
    CHECK(plain(readiness.sentence) == u"Lettre d’intention : en cours (93 % remplie), 1 point bloquant");
    CHECK(readiness.blocking == 1);
    CHECK(readiness.improvements == 2);
    const auto states = controle::pageStates(check(projet), projet);
    CHECK(states.at(u"territoire"_s).type == PageState::Type::ToReview);
    CHECK(states.at(u"territoire"_s).toReview == 1);
    CHECK(states.at(u"porteur"_s).type == PageState::Type::Complete);
    CHECK(controle::readiness({}).percent == 0);
}

TEST_CASE("A document is ready only when nothing blocks and few points remain")
{
    using controle::Volet;
    const auto told = [](int met, int blocking, int improvements, Volet volet = Volet::Lettre) {
        std::vector<controle::Finding> findings;
        for (const auto &[count, severity] : {std::pair(met, Severity::Fulfilled),
                                              {blocking, Severity::Blocking},
                                              {improvements, Severity::Improvement}})
            for (int i = 0; i < count; ++i) {
                controle::Finding &each = findings.emplace_back();
                each.criterion = QString::number(findings.size());
                each.severity = severity;
                each.volet = volet;
            }
        return plain(controle::readiness(findings, volet).sentence);
    };
    CHECK(told(2, 11, 12) == u"Lettre d’intention : à écrire");
    CHECK(told(3, 10, 13) == u"Lettre d’intention : en cours (11 % remplie), 10 points bloquants");
    CHECK(told(30, 0, 11) == u"Lettre d’intention : en cours (73 % remplie)");
    CHECK(told(30, 0, 10) == u"Lettre d’intention : prête sauf 10 points");
    CHECK(told(99, 1, 0, Volet::Projet) == u"Projet de santé : en cours (99 % rempli), 1 point bloquant");
}

TEST_CASE("One fact is enough for a page to be begun")
{
    const std::vector<std::pair<QString, QString>> facts{{u"territoire"_s, u"population.valeur"_s},
                                                         {u"partenariats"_s, u"contact:autres.pris"_s},
                                                         {u"equipe"_s, u"rubrique:gouvernance.texte"_s},
                                                         {u"equipe"_s, u"structure.nom"_s},
                                                         {u"mobilisation"_s, u"effectif:autres.adherents"_s},
                                                         {u"missions"_s, u"mission:crises.description"_s},
                                                         {u"calendrier"_s, u"rubrique:calendrier.texte"_s},
                                                         {u"calendrier"_s, u"accompagnement.souhaite"_s},
                                                         {u"porteur"_s, u"identite.porteur/nom"_s}};
    for (const auto &[page, name] : facts) {
        domain::Projet projet;
        const auto champ = domain::parseChamp(name);
        REQUIRE(champ);
        const auto kind = domain::describe(*champ)->kind;
        const domain::Value value = kind == domain::Kind::Integer  ? domain::Value(qint64(5))
                                    : kind == domain::Kind::Answer ? domain::Value(true)
                                                                   : domain::Value(u"texte"_s);
        REQUIRE(domain::applyChanges(projet, domain::settingChamp(projet, *champ, value)));
        const auto states = controle::pageStates(check(projet), projet);
        for (const auto &[each, state] : states)
            CHECK((state.type == PageState::Type::Empty) == (each != page));
    }
}

TEST_CASE("Hostile projects are judged without harm")
{
    domain::Projet projet = vallees();
    projet.identite.nom = QString(100000, u'x');
    commune(projet, u"04006"_s).nom = QString(100000, u'y');
    commune(projet, u"04006"_s).code = u"<b>"_s;
    commune(projet, u"04025"_s).population = -5;
    projet.population = {-1, u"x"_s, 99999999};
    effectif(projet, u"infirmiers"_s).adherents = std::numeric_limits<qint64>::max();
    for (const controle::Finding &finding : check(projet))
        CHECK(finding.sentence.size() < 400);
    CHECK(verdict(projet, u"lettre.population"_s) == u"B");
    projet.population.valeur = std::numeric_limits<qint64>::min();
    CHECK(verdict(projet, u"lettre.population-somme"_s) == u"I");
    projet.population.valeur = std::numeric_limits<qint64>::max();
    CHECK(verdict(projet, u"lettre.population-somme"_s) == u"I");
    CHECK(verdict(projet, u"lettre.adherents-pluriprofessionnels"_s) == u"F");
}
