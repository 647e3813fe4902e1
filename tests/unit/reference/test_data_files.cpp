#include "base/text.h"
#include "shared_reference.h"
#include "support/catch.h"

#include <algorithm>
#include <QRegularExpression>
#include <QSet>

using namespace reference;
using namespace Qt::Literals::StringLiterals;

TEST_CASE("the twelve lines of the trame are there, in order")
{
    const Professions &professions = test::theReference().professions();
    QStringList codes;
    for (const Profession &profession : professions.trame) {
        codes += profession.code;
        CHECK(profession.ligne == profession.code);
    }
    CHECK(codes == QStringList{u"medecins-generalistes"_s, u"medecins-specialistes"_s, u"infirmiers"_s,
                               u"pharmaciens"_s, u"masseurs-kinesitherapeutes"_s, u"biologistes"_s, u"sages-femmes"_s,
                               u"orthophonistes"_s, u"orthoptistes"_s, u"dentistes"_s, u"pedicures-podologues"_s,
                               u"autres"_s});
    CHECK(professions.trame[4].rpps == QStringList{u"70"_s});
    CHECK(professions.trame[5].rpps.isEmpty());
    CHECK_FALSE(professions.provenance.source.isEmpty());
    CHECK(professions.provenance.luLe.isValid());
}

TEST_CASE("other people count in a line of the trame, or in none")
{
    const Professions &professions = test::theReference().professions();
    REQUIRE(professions.find(u"ergotherapeutes"_s));
    CHECK(professions.find(u"ergotherapeutes"_s)->ligne == u"autres"_s);
    CHECK(professions.find(u"infirmiers-psychiatriques"_s)->ligne == u"infirmiers"_s);
    CHECK(professions.find(u"coordonnateurs"_s)->ligne.isEmpty());
    CHECK(professions.find(u"elus"_s)->ligne.isEmpty());
    CHECK(professions.find(u"plombiers"_s) == nullptr);
}

TEST_CASE("a profession typed by hand is recognised")
{
    const Professions &professions = test::theReference().professions();
    const auto code = [&professions](const QString &name) {
        const Profession *found = professions.recognise(name);
        return found ? found->code : QString();
    };
    CHECK(code(u"Infirmière"_s) == u"infirmiers"_s);
    CHECK(code(u"INFIRMIERS"_s) == u"infirmiers"_s);
    CHECK(code(u"sage femme"_s) == u"sages-femmes"_s);
    CHECK(code(u"Chirurgien-dentiste"_s) == u"dentistes"_s);
    CHECK(code(u"pharmacienne"_s) == u"pharmaciens"_s);
    CHECK(code(u"coordinateur"_s).isEmpty());
    CHECK(code(u""_s).isEmpty());
}

TEST_CASE("the four dynamics that annexe 4 asks for by name")
{
    const Dynamiques &dynamiques = test::theReference().dynamiques();
    QStringList codes;
    for (const Dynamique &dynamique : dynamiques.toutes) {
        codes += dynamique.code;
        CHECK(dynamique.rappel.endsWith(u'.'));
        CHECK_FALSE(dynamique.section.isEmpty());
        for (const QString &words : dynamique.reconnuA)
            CHECK(words == base::fold(words)); // they are compared with folded text
        if (!dynamique.sigle.isEmpty())
            CHECK_FALSE(test::theReference().sigles().expansions(dynamique.sigle).isEmpty());
    }
    CHECK(codes == QStringList{u"dac"_s, u"cls"_s, u"hopital-proximite"_s, u"projet-territorial"_s});
    CHECK(dynamiques.find(u"cls"_s)->libelle == u"Contrat local de santé (CLS)");
    CHECK(dynamiques.find(u"maia"_s) == nullptr);
    CHECK(dynamiques.provenance.luLe.isValid());
}

TEST_CASE("the library of indicators tells what to count and where, and no figure")
{
    const IndicateursTypes &types = test::theReference().indicateurs();
    CHECK(types.diagnostic.size() >= 20);
    CHECK(types.actions.size() >= 10);
    QStringList themes;
    for (const IndicateurType &type : types.diagnostic) {
        CHECK((type.definition + type.aPreciser).endsWith(u'.'));
        if (!themes.contains(type.theme))
            themes << type.theme;
    }
    CHECK(themes == QStringList{u"Population"_s, u"Situation sociale"_s, u"Offre"_s, u"Accès au médecin"_s,
                                u"Soins non programmés"_s, u"État de santé"_s, u"Prévention"_s});
    for (const IndicateurType &type : types.actions) {
        CHECK(test::theReference().missions().find(type.mission));
        CHECK(type.definition.endsWith(u'.'));
    }
    CHECK(types.provenance.note.contains(u"pas la liste officielle"_s));
}

TEST_CASE("what the library asks of whoever takes an indicator is no part of its definition, which is printed")
{
    static const QRegularExpression order(u"\\b\\w+ez\\b|\\bdites\\b"_s, QRegularExpression::CaseInsensitiveOption);
    const IndicateursTypes &types = test::theReference().indicateurs();
    int asked = 0;
    for (const auto *list : {&types.diagnostic, &types.actions})
        for (const IndicateurType &type : *list) {
            INFO(type.code.toStdString());
            CHECK_FALSE(type.definition.contains(order));
            CHECK((type.aPreciser.isEmpty() || type.aPreciser.contains(order)));
            asked += type.aPreciser.isEmpty() ? 0 : 1;
        }
    CHECK(asked >= 10);
}

TEST_CASE("a digital service is known by any of its names, as a whole word")
{
    const ServicesNumeriques &services = test::theReference().services();
    QStringList national;
    for (const ServiceNumerique &service : services.tous) {
        if (service.national)
            national << service.code;
        CHECK(ServicesNumeriques::nomme(service.libelle, service));
        for (const QString &words : service.reconnuA)
            CHECK(words == base::fold(words));
    }
    CHECK(national == QStringList{u"ins"_s, u"dmp"_s, u"mss"_s, u"e-cps"_s});
    CHECK(services.page == 10);
    const auto named = [&services](const QString &text) {
        QStringList codes;
        for (const ServiceNumerique &service : services.tous)
            if (ServicesNumeriques::nomme(text, service))
                codes << service.code;
        return codes;
    };
    CHECK(named(u"Messagerie sécurisée (Médimail)"_s) == QStringList{u"mss"_s, u"medimail"_s});
    CHECK(named(u"le D.M.P. ? Non : DMP, e-CPS"_s) == QStringList{u"dmp"_s, u"e-cps"_s});
    CHECK(named(u"Instruments, instance, dmpa"_s).isEmpty());
}

TEST_CASE("eight missions, five socle, four of them for the ACI")
{
    const Missions &missions = test::theReference().missions();
    REQUIRE(missions.toutes.size() == 8);
    CHECK(missions.codesSocle() ==
          QStringList{u"medecin-traitant"_s, u"soins-non-programmes"_s, u"parcours"_s, u"prevention"_s, u"crises"_s});
    QSet<QString> aci;
    QSet<QString> colours;
    for (const Mission &mission : missions.toutes) {
        if (mission.socle)
            aci.insert(mission.missionAci);
        colours << mission.couleurClaire << mission.couleurSombre;
        CHECK_FALSE(mission.reperes.isEmpty());
        CHECK(mission.page >= 12);
        CHECK(mission.demarrageMois.has_value() == mission.socle);
    }
    CHECK(aci.size() == 4);
    CHECK(colours.size() == 16);
    const Mission *crises = missions.find(u"crises"_s);
    REQUIRE(crises);
    CHECK(crises->libelleLettre == u"Réponses aux crises sanitaires graves"_s);
    CHECK(crises->libelleProjet == u"Répondre aux crises sanitaires graves"_s);
    CHECK(crises->deploiementMois == 18);
    CHECK(missions.find(u"inconnue"_s) == nullptr);
}

TEST_CASE("an ambiguous acronym keeps all it means")
{
    const Sigles &sigles = test::theReference().sigles();
    CHECK(sigles.expansions(u"ETP"_s).size() == 2);
    CHECK(sigles.ambiguous(u"ETP"_s));
    CHECK_FALSE(sigles.ambiguous(u"CPTS"_s));
    CHECK(sigles.expansions(u"SNP"_s) == QStringList{u"soins non programmés"_s});
    CHECK(sigles.expansions(u"XYZ"_s).isEmpty());
    CHECK(sigles.development(u"MSP"_s) == u"maison de santé pluriprofessionnelle"_s);
    for (const QString &asTyped : {u"ETP"_s, u"MG"_s, u"CPTS"_s, u"XYZ"_s}) // ambiguous, short, left as it is, unknown
        CHECK(sigles.development(asTyped).isEmpty());
    for (const auto &[sigle, reason] : sigles.telsQuels) {
        CHECK(sigles.expansions(sigle).size() == 1);
        CHECK(reason.size() > 10);
    }
    for (const auto &[sigle, meanings] : sigles.sens)
        for (const QString &meaning : meanings)
            CHECK_FALSE(meaning.contains(u'\''));
}

TEST_CASE("steps, delays and grants carry their page")
{
    const Etapes &etapes = test::theReference().etapes();
    REQUIRE(etapes.etapes.size() == 5);
    CHECK(etapes.etape(u"ccopd"_s)->numero == 2);
    CHECK(etapes.delai(u"reponse-ccopd"_s)->mois == 1);
    CHECK(etapes.delai(u"elaboration-projet"_s)->nature == Delai::Nature::Conseil);
    CHECK(etapes.delai(u"validation-reputee"_s)->mois == 2);
    CHECK(etapes.delai(u"validation-reputee"_s)->note.contains(u"estimation"_s));
    CHECK(etapes.delai(u"duree-contrat"_s)->mois == 60);
    CHECK(etapes.delai(u"autre"_s) == nullptr);
    CHECK(etapes.aide(u"aide-demarrage"_s)->montantEuros == 40000);
    CHECK(etapes.aide(u"aide-accompagnement"_s)->montantEuros == 25000);
    CHECK(etapes.aide(u"aide-accompagnement"_s)->annee == 2022);
    CHECK(etapes.aide(u"autre"_s) == nullptr);
}

TEST_CASE("structures and referents have functional addresses only")
{
    const StructuresAppui &structures = test::theReference().structuresAppui();
    REQUIRE(structures.toutes.size() == 4);
    CHECK(structures.find(u"mazars"_s)->courriel == u"sante@mazars.fr"_s);
    CHECK(structures.find(u"acsantis"_s)->courriel.isEmpty());
    CHECK(structures.find(u"personne"_s) == nullptr);
    CHECK(structures.labelCourt(QDate(2025, 6, 1)));
    CHECK_FALSE(structures.labelCourt(QDate(2026, 6, 1)));

    const Referents &referents = test::theReference().referents();
    CHECK(referents.of(u"04"_s).size() == 1);
    CHECK(referents.of(u"13"_s).size() == 2);
    CHECK(referents.of(u"75"_s).empty());

    // No address of a person: nothing like prenom.nom@ before the sign.
    const QRegularExpression person(u"^[a-z]{2,}\\.[a-z]{2,}@"_s);
    const QSet<QString> known{u"exercice-coordonne.cpam-marseille@assurance-maladie.fr"_s};
    QStringList addresses;
    for (const StructureAppui &structure : structures.toutes)
        addresses += structure.courriel;
    for (const Referent &referent : referents.tous)
        addresses += referent.courriel;
    for (const QString &address : addresses)
        CHECK((known.contains(address) || !person.match(address).hasMatch()));
}

TEST_CASE("the size at and around the thresholds")
{
    const Tailles &tailles = test::theReference().tailles();
    CHECK_FALSE(tailles.taille(0));
    CHECK_FALSE(tailles.taille(-5));
    CHECK(tailles.taille(1) == 1);
    CHECK(tailles.taille(39999) == 1);
    CHECK(tailles.taille(40000) == 2);
    CHECK(tailles.taille(79999) == 2);
    CHECK(tailles.taille(80000) == 3);
    CHECK(tailles.taille(175000) == 3);
    CHECK(tailles.taille(175001) == 4);
    CHECK(tailles.taille(174346) == 3); // a real CPTS, between two years of figures
    CHECK(tailles.taille(175828) == 4);
    CHECK(tailles.provenance.note.contains(u"muette"_s));
}

TEST_CASE("a population near a threshold is told, on both sides")
{
    const Tailles &tailles = test::theReference().tailles();
    const auto below = tailles.proche(174346);
    REQUIRE(below);
    CHECK(below->seuil == 175000);
    CHECK(below->ecart == 654);
    CHECK(below->autreTaille == 4);
    CHECK(below->pourcent == Approx(0.3737).margin(0.001));
    const auto above = tailles.proche(175828);
    REQUIRE(above);
    CHECK(above->autreTaille == 3);
    CHECK(tailles.proche(38000)->autreTaille == 2); // exactly 5 %
    CHECK(tailles.proche(40000)->autreTaille == 1);
    CHECK_FALSE(tailles.proche(37999));
    CHECK_FALSE(tailles.proche(11274));
    CHECK_FALSE(tailles.proche(0));
    CHECK_FALSE(tailles.proche(1'000'000));
}
