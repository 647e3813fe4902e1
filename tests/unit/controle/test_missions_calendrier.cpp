#include "unit/controle/fixtures.h"

using namespace Qt::Literals::StringLiterals;
using namespace fixtures;

namespace
{

base::Id addEcheance(domain::Projet &projet, const QString &etape, const QDate &date)
{
    const base::Id id = base::Id::create();
    projet.echeances.insert(id, {{}, etape, {}, date});
    return id;
}

} // namespace

TEST_CASE("Each of the five missions socles is retained and described")
{
    const QStringList codes = references().missions().codesSocle();
    REQUIRE(codes.size() == 5);
    for (int i = 0; i < 5; ++i) {
        const QString criterion = u"lettre.socle-%1"_s.arg(i + 1);
        domain::Projet projet = vallees();
        domain::Mission &socle = mission(projet, codes.at(i));
        const auto at = [&](const QString &field) {
            return of(projet, criterion).front().field ==
                   domain::FieldAddress{u"mission"_s, base::Id::fromKey(u"mission:"_s + codes.at(i)), field};
        };
        CHECK(verdict(projet, criterion) == u"F");
        socle.description = u"Trois mots seulement"_s;
        CHECK(verdict(projet, criterion) == u"I");
        const QString brief = of(projet, criterion).front().reason; // not that of a mission that is not there
        CHECK(brief == u"Une mission retenue se décrit, même en deux phrases.");
        CHECK(sentence(projet, criterion).endsWith(u": décrite en 3 mots, souvent jugé court"));
        socle.description = u"**Tr**ois *mots*\n| | seulement |"_s; // marks are no words, and cut none
        CHECK(sentence(projet, criterion).endsWith(u": décrite en 3 mots, souvent jugé court"));
        socle.retenue.reset();
        CHECK(verdict(projet, criterion) == u"B");
        CHECK(at(u"retenue"_s));
        socle.description.clear();
        CHECK(sentence(projet, criterion).endsWith(u"aucun objectif décrit"));
        CHECK(at(u"description"_s));
        CHECK(of(projet, criterion).front().reason.contains(u"ne peut pas être reconnu"));
        socle.retenue = false;
        CHECK(sentence(projet, criterion).contains(u"non retenue"));
        projet.missions.remove(base::Id::fromKey(u"mission:"_s + codes.at(i)));
        CHECK(verdict(projet, criterion) == u"B");
    }
    CHECK(sentence({}, u"lettre.socle-5"_s) ==
          u"Mission « Réponses aux crises sanitaires graves » : aucun objectif décrit");
}

TEST_CASE("Other missions are described when they are retained")
{
    const QString criterion = u"lettre.missions-complementaires"_s;
    domain::Projet projet = vallees();
    CHECK(verdict(projet, criterion) == u"FF");
    mission(projet, u"qualite"_s).description.clear();
    CHECK(verdict(projet, criterion) == u"IF");
    mission(projet, u"qualite"_s).retenue = false;
    CHECK(verdict(projet, criterion) == u"F");
    CHECK(verdict({}, criterion).isEmpty());
}

TEST_CASE("One text that serves for several missions is told, whatever its looks")
{
    const QString criterion = u"lettre.missions-distinctes"_s;
    domain::Projet projet = vallees();
    CHECK(verdict(projet, criterion).isEmpty());
    CHECK(verdict({}, criterion).isEmpty());
    const QStringList codes = references().missions().codesSocle();
    const QString text = mission(projet, codes.at(0)).description;
    mission(projet, codes.at(2)).description = u"**"_s + text.toUpper() + u"**"_s;
    CHECK(sentence(projet, criterion) == u"Le même texte sert pour 2 missions : dites ce qui est propre à chacune");
    CHECK(of(projet, criterion).front().field ==
          domain::FieldAddress{u"mission"_s, base::Id::fromKey(u"mission:"_s + codes.at(2)), u"description"_s});
    for (const QString &code : codes)
        mission(projet, code).description = text;
    CHECK(sentence(projet, criterion).contains(u"pour 5 missions"));
    CHECK(verdict(projet, criterion) == u"I");
    mission(projet, codes.at(0)).retenue = false; // what is not retained is not in the letter
    CHECK(sentence(projet, criterion).contains(u"pour 4 missions"));
}

TEST_CASE("The way people work together is described")
{
    domain::Projet projet = vallees();
    CHECK(verdict(projet, u"lettre.organisation"_s) == u"F");
    CHECK(verdict({}, u"lettre.organisation"_s) == u"I");
    rubrique(projet, u"organisation"_s).texte = u"Une réunion."_s;
    CHECK(verdict(projet, u"lettre.organisation"_s) == u"I");
}

TEST_CASE("The calendar is a text or dates")
{
    domain::Projet projet;
    CHECK(verdict(vallees(), u"lettre.calendrier"_s) == u"F");
    CHECK(verdict(projet, u"lettre.calendrier"_s) == u"I");
    addEcheance(projet, u"ccopd"_s, {});
    CHECK(verdict(projet, u"lettre.calendrier"_s) == u"I");
    addEcheance(projet, u"ccopd"_s, QDate(2027, 3, 12));
    CHECK(verdict(projet, u"lettre.calendrier"_s) == u"F");
}

TEST_CASE("A date that no calendar has is told, and is no calendar")
{
    const QString criterion = u"lettre.calendrier"_s;
    domain::Projet projet;
    const base::Id id = base::Id::fromKey(u"rubrique:calendrier"_s);
    projet.rubriques.insert(id, {u"calendrier"_s, {}});
    const auto told = [&](const QString &text) {
        projet.rubriques.find(id)->texte = text;
        return sentence(projet, criterion);
    };
    CHECK(told(u"31/02/2027"_s) == u"Calendrier : « 31/02/2027 » n’existe pas, corrigez cette date");
    CHECK(of(projet, criterion).front().reason == u"Une date impossible fait douter des autres.");
    CHECK(told(u"Dépôt le **30 février 2027**, avis ensuite."_s) ==
          u"Calendrier : « 30 février 2027 » n’existe pas, corrigez cette date");
    CHECK(told(u"Dépôt le 31.04.2027, avis le 01-13-2027."_s) ==
          u"Calendrier : « 31.04.2027 » et « 01-13-2027 » n’existent pas, corrigez ces dates");
    CHECK(verdict(projet, criterion) == u"I");
    for (const QString &sound : {u"Dépôt le 29/02/2028 ; avis le 1er mars 2028."_s, u"De 2026 à 2027, en 3 mois."_s,
                                 u"Les 20 communes 2026, article 12/34/20271, 04 92 00 00 00"_s}) {
        INFO(sound.toStdString());
        CHECK(told(sound) == u"Le calendrier est décrit");
    }
}

TEST_CASE("An elaboration longer than a year is told")
{
    const QString criterion = u"lettre.duree-elaboration"_s;
    CHECK(verdict(vallees(), criterion) == u"F");
    domain::Projet projet;
    addEcheance(projet, u"elaboration"_s, QDate(2027, 5, 3));
    CHECK(verdict(projet, criterion).isEmpty());
    const base::Id end = addEcheance(projet, u"validation"_s, QDate(2028, 5, 3));
    CHECK(verdict(projet, criterion) == u"F");
    projet.echeances.find(end)->date = QDate(2028, 5, 4);
    CHECK(sentence(projet, criterion) == u"L’élaboration du projet de santé durerait plus de 12 mois");
    CHECK(of(projet, criterion).front().field == domain::FieldAddress{u"echeance"_s, end, u"date"_s});
    projet.echeances.find(end)->date = QDate(2027, 5, 2);
    CHECK(verdict(projet, criterion) == u"I");
    CHECK_FALSE(of(projet, criterion).front().reason.contains(u"un an")); // too early is not too long
}

TEST_CASE("Steps to come are not behind us")
{
    const QString criterion = u"lettre.echeances-passees"_s;
    domain::Projet projet;
    CHECK(verdict(projet, criterion).isEmpty());
    addEcheance(projet, u"ccopd"_s, QDate(2027, 3, 12));
    addEcheance(projet, u"lettre-intention"_s, QDate(2020, 1, 1));
    addEcheance(projet, u""_s, QDate(2020, 1, 1));
    CHECK(verdict(projet, criterion, QDate(2027, 3, 12)) == u"F");
    CHECK(sentence(projet, criterion, QDate(2027, 3, 13)) ==
          u"« Passage en CCOPD » : la date du 12 mars 2027 est passée");
    projet.identite.phase = domain::Phase::Elaboration;
    CHECK(verdict(projet, criterion, QDate(2027, 3, 13)).isEmpty());
}

TEST_CASE("Help is asked for or not, and from whom")
{
    const QString criterion = u"lettre.accompagnement"_s;
    domain::Projet projet;
    CHECK(verdict(projet, criterion) == u"I");
    projet.accompagnement.souhaite = false;
    CHECK(verdict(projet, criterion) == u"F");
    projet.accompagnement.souhaite = true;
    CHECK(of(projet, criterion).front().field.field == u"structureAppui");
    projet.accompagnement.structureAppui = u"mazars"_s;
    CHECK(verdict(projet, criterion) == u"F");
}
