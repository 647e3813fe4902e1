// The check of one fiche-action: what its form is short of, point by point.
#include "controle/fiche.h"
#include "unit/controle/fixtures.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace fixtures;
using controle::Severity;

namespace
{

// A project with one fiche that has all that annexe 5 asks for.
struct Whole {
    domain::Projet projet = vallees();
    base::Id id;

    Whole()
    {
        for (const auto &[each, fiche] : domain::inOrder(projet.fiches))
            if (!fiche->coordonnateur.isNull() && id.isNull())
                id = each;
    }
    domain::FicheAction &fiche() { return *projet.fiches.find(id); }
    [[nodiscard]] std::vector<controle::Finding> check() const
    {
        return controle::checkFiche(projet, references(), today, id);
    }
    // The finding of a criterion: one letter, then what it says.
    [[nodiscard]] QString said(const QString &criterion) const
    {
        for (const controle::Finding &each : check())
            if (each.criterion == u"projet."_s + criterion)
                return (each.severity == Severity::Blocking      ? u"B "_s
                        : each.severity == Severity::Improvement ? u"I "_s
                                                                 : u"F "_s) +
                       plain(each.sentence);
        return {};
    }
};

} // namespace

TEST_CASE("A whole fiche has every point fulfilled, in the order of annexe 5")
{
    const Whole whole;
    QStringList sentences;
    for (const controle::Finding &each : whole.check()) {
        INFO(each.sentence.toStdString());
        CHECK(each.severity == Severity::Fulfilled);
        CHECK(each.page == u"fiches");
        CHECK(each.volet == controle::Volet::Projet);
        sentences << plain(each.sentence);
    }
    CHECK(sentences.size() == 7);
    CHECK(sentences.front() == u"Rattachée à une mission socle");
    CHECK(sentences.back() == u"Début et étapes clés datés");
}

TEST_CASE("Each point of a fiche tells its gap and leads to its field")
{
    Whole spoilt;
    spoilt.fiche().mission = {};
    CHECK(spoilt.said(u"fiches-mission"_s) == u"I Rattachée à aucune mission");
    spoilt.fiche().besoins.clear();
    CHECK(spoilt.said(u"fiches-besoin"_s) == u"I Aucun besoin du diagnostic en lien");
    spoilt.fiche().publicBeneficiaire = u" \n"_s;
    CHECK(spoilt.said(u"fiches-public"_s) == u"I Public bénéficiaire à préciser");
    spoilt.fiche().coordonnateur = base::Id::create(); // somebody who left the list
    CHECK(spoilt.said(u"fiches-coordonnateur"_s) == u"I Coordonnateur de l’action : à désigner");
    spoilt.fiche().debut = {};
    CHECK(spoilt.said(u"fiches-calendrier"_s) == u"I Date de début à préciser");
    for (const controle::Finding &each : spoilt.check())
        if (each.severity != Severity::Fulfilled) {
            CHECK(each.field.table == u"fiche");
            CHECK(each.field.id == spoilt.id);
        }
}

TEST_CASE("One profession is not enough, none is told apart from some that are only cited")
{
    Whole spoilt;
    auto &professions = spoilt.fiche().professions;
    REQUIRE(professions.size() > 1);
    professions.resize(1);
    CHECK(spoilt.said(u"fiches-pluriprofessionnelles"_s) == u"B Pluriprofessionnalité : une seule profession");
    professions.clear();
    spoilt.fiche().acteurs = u"Infirmiers et médecins"_s;
    CHECK(spoilt.said(u"fiches-pluriprofessionnelles"_s) == u"I Pluriprofessionnalité : cochez les professions citées");
    spoilt.fiche().acteurs.clear();
    CHECK(spoilt.said(u"fiches-pluriprofessionnelles"_s) == u"B Pluriprofessionnalité : aucune profession");
}

TEST_CASE("Objectives without an indicator are counted, the first one is where the finding leads")
{
    Whole spoilt;
    base::Id first;
    for (int i = 0; i < 2; ++i) {
        const base::Id id = base::Id::create();
        domain::ObjectifSpecifique &objectif = spoilt.projet.objectifs.insert(id);
        objectif.fiche = spoilt.id;
        objectif.rang = u"zz%1"_s.arg(i);
        first = i == 0 ? id : first;
        CHECK(spoilt.said(u"objectifs-mesures"_s) ==
              (i == 0 ? u"I 1 objectif sans indicateur"_s : u"I 2 objectifs sans indicateur"_s));
    }
    for (const controle::Finding &each : spoilt.check())
        if (each.criterion == u"projet.objectifs-mesures") {
            CHECK(each.field.id == first);
        }
}

TEST_CASE("Steps without a date, or no step at all, are told")
{
    Whole spoilt;
    QList<base::Id> own;
    for (const auto &[id, etape] : spoilt.projet.etapesAction)
        if (etape.fiche == spoilt.id)
            own << id;
    REQUIRE_FALSE(own.empty());
    spoilt.projet.etapesAction.find(own.front())->debut = {};
    CHECK(spoilt.said(u"fiches-calendrier"_s) == u"I 1 étape clé à dater");
    for (const base::Id &id : own)
        spoilt.projet.etapesAction.remove(id);
    CHECK(spoilt.said(u"fiches-calendrier"_s) == u"I Début daté, aucune étape clé");
}

TEST_CASE("A fiche that is not there has no check")
{
    Whole whole;
    whole.id = base::Id::create();
    CHECK(whole.check().empty());
}

TEST_CASE("Of an abandoned fiche nothing more is asked")
{
    domain::Projet projet = complete();
    const base::Id id = projet.fiches.begin()->first;
    domain::FicheAction &fiche = *projet.fiches.find(id);
    fiche.avancement = domain::Avancement::Abandonnee;
    fiche.professions.clear();
    const auto found = controle::checkFiche(projet, references(), today, id);
    REQUIRE(found.size() == 1);
    CHECK(found.front().severity == controle::Severity::Fulfilled);
    CHECK(plain(found.front().sentence) == u"Action abandonnée : la fiche n’est plus à compléter");
}

TEST_CASE("A fiche where nothing is written yet is to be completed, not at fault")
{
    Whole whole;
    domain::FicheAction &fresh = whole.projet.fiches.insert(base::Id::create());
    fresh.rang = u"z"_s;
    fresh.intitule = u"Nouvelle action"_s;
    fresh.mission = whole.fiche().mission;
    for (const auto &[id, fiche] : domain::inOrder(whole.projet.fiches))
        if (fiche->intitule == fresh.intitule)
            whole.id = id;
    CHECK(controle::untouched(whole.projet, whole.id));
    CHECK(whole.said(u"fiches-pluriprofessionnelles"_s) == u"I Pluriprofessionnalité : professions à cocher");
    const auto blocks = [&whole] {
        const auto all = controle::check(whole.projet, references(), QDate(2026, 11, 23), controle::Volet::Projet);
        return std::any_of(all.begin(), all.end(), [&whole](const controle::Finding &each) {
            return each.field.id == whole.id && each.severity == Severity::Blocking;
        });
    };
    CHECK_FALSE(blocks());
    const auto lines = [&whole] {
        QStringList told;
        for (const auto &each :
             controle::check(whole.projet, references(), QDate(2026, 11, 23), controle::Volet::Projet))
            if (each.field.id == whole.id && each.severity != Severity::Fulfilled)
                told << support::plain(each.sentence);
        return told;
    };
    CHECK(lines() == QStringList{u"Fiche « Nouvelle action » : fiche à compléter"_s}); // once, not a line a rubric
    SECTION("one word, and the missing professions block")
    {
        whole.fiche().objectifGeneral = u"Dépister"_s;
    }
    SECTION("one step of its calendar, too")
    {
        whole.projet.etapesAction.insert(base::Id::create()).fiche = whole.id;
    }
    CHECK_FALSE(controle::untouched(whole.projet, whole.id));
    CHECK(lines().size() > 3);
    CHECK(whole.said(u"fiches-pluriprofessionnelles"_s) == u"B Pluriprofessionnalité : aucune profession");
    CHECK(blocks());
}

TEST_CASE("A mission that only a fiche names does not make the page of the missions begun")
{
    domain::Projet projet;
    const base::Id id = base::Id::fromKey(u"mission:prevention"_s);
    domain::Mission &mission = projet.missions.insert(id);
    mission.code = u"prevention"_s;
    const auto state = [&projet] {
        return controle::pageStates(controle::checkAll(projet, references(), QDate(2026, 11, 23)), projet)
            .at(u"missions"_s)
            .type;
    };
    CHECK(state() == controle::PageState::Type::Empty);
    projet.missions.find(id)->retenue = true;
    CHECK(state() == controle::PageState::Type::ToReview);
}

TEST_CASE("The dates of a fiche are not ticked while one is told of elsewhere")
{
    const auto said = [](void (*change)(domain::FicheAction &, domain::EtapeAction &)) {
        Whole spoilt;
        for (const auto &[id, step] : domain::inOrder(spoilt.projet.etapesAction))
            if (step->fiche == spoilt.id) {
                change(spoilt.fiche(), *spoilt.projet.etapesAction.find(id));
                break;
            }
        return spoilt.said(u"fiches-calendrier"_s);
    };
    using Fiche = domain::FicheAction;
    using Etape = domain::EtapeAction;
    CHECK(said([](Fiche &, Etape &) {}) == u"F Début et étapes clés datés");
    CHECK(
        said([](Fiche &, Etape &step) { step.fin = step.debut.addDays(-1); }).endsWith(u"» finit avant de commencer"));
    CHECK(said([](Fiche &fiche, Etape &) { fiche.debut = QDate(1928, 9, 4); }) == u"I Début : 1928 ? Vérifiez l’année");
    CHECK(said([](Fiche &, Etape &step) { step.debut = QDate(2040, 1, 1); }).endsWith(u"» : 2040 ? Vérifiez l’année"));

    Whole spoilt;
    spoilt.fiche().objectifGeneral.clear();
    CHECK(spoilt.said(u"objectifs-mesures"_s) == u"I Objectif général à écrire");
}
