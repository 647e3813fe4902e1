#include "report/json_lines.h"
#include "unit/report/fixtures.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;
using namespace fixtures;

TEST_CASE("The pages of the lettre and of the projet de santé, in the order they are filled in")
{
    QStringList codes;
    QStringList labels;
    for (const report::Page &page : trame().pages()) {
        codes << page.section + u'/' + page.code;
        labels << page.label;
        for (const QString &text :
             {page.title, page.subtitle, page.expectation, page.advice, page.example, page.source})
            CHECK_FALSE(text.trimmed().isEmpty());
        // Where it is asked: the page of the cahier des charges itself, not only the rubric of an annex.
        static const QRegularExpression numbered(u"^Cahier des charges PACA 2022, p\\. \\d"_s);
        INFO(page.source.toStdString());
        CHECK(page.source.contains(numbered));
    }
    CHECK(codes == QStringList{u"lettre/porteur"_s, u"lettre/territoire"_s, u"lettre/partenariats"_s,
                               u"lettre/equipe"_s, u"lettre/mobilisation"_s, u"lettre/missions"_s,
                               u"lettre/calendrier"_s, u"projet/diagnostic"_s, u"projet/offre"_s,
                               u"projet/organisation"_s, u"projet/systeme-information"_s, u"projet/projet-missions"_s,
                               u"projet/fiches"_s, u"suivi/etapes"_s, u"suivi/financement"_s, u"envoi/fil-rouge"_s,
                               u"envoi/ccopd"_s, u"envoi/pieces"_s});
    CHECK(labels.mid(0, 7) == QStringList{u"Porteur du projet"_s, u"Territoire"_s, u"Partenariats existants"_s,
                                          u"Équipe et gouvernance"_s, u"Mobilisation"_s, u"Missions visées"_s,
                                          u"Calendrier, appui"_s});
    CHECK(labels.removeDuplicates() == 0);
    CHECK(trame().page(u"territoire"_s)->title == u"Le territoire envisagé");
    CHECK(trame().page(u"inconnue"_s) == nullptr);
    REQUIRE(trame().sections().size() == 4);
    CHECK(trame().sections()[0].precision == u"annexe 3");
    CHECK(trame().sections()[1].title == u"Projet de santé");
    CHECK(trame().sections()[1].precision == u"annexe 4");
    CHECK(trame().sections()[2].title == u"Suivre le projet");
    CHECK(trame().sections()[3].title == u"Préparer l’envoi");
}

TEST_CASE("A fact of the lettre stays on its page, what only the projet de santé asks is on its own")
{
    const auto pageOf = [](const QString &table, const QString &field) {
        return trame().pageOf({table, base::Id::create(), field});
    };
    CHECK(pageOf(u"mission"_s, u"description"_s) == u"missions");
    CHECK(pageOf(u"mission"_s, u"objectifsCourtTerme"_s) == u"projet-missions");
    CHECK(pageOf(u"personne"_s, u"lieuExercice"_s) == u"equipe");
    CHECK(pageOf(u"personne"_s, u"statut"_s) == u"organisation");
    CHECK(pageOf(u"effectif"_s, u"adherents"_s) == u"mobilisation");
    CHECK(pageOf(u"effectif"_s, u"elaboration"_s) == u"organisation");
    CHECK(pageOf(u"partenaire"_s, u"convention"_s) == u"organisation");
    CHECK(pageOf(u"partenaire"_s, u"service"_s) == u"mobilisation");
    CHECK(pageOf(u"structure"_s, u"siret"_s) == u"organisation");
    CHECK(pageOf(u"structure"_s, u"nom"_s) == u"equipe");
    CHECK(pageOf(u"identite"_s, u"contratLe"_s) == u"organisation");
    CHECK(pageOf(u"identite"_s, u"nom"_s) == u"porteur");
    for (const QString &child :
         {u"objectif"_s, u"etapeAction"_s, u"indicateurAction"_s, u"releve"_s, u"budget"_s, u"fiche"_s})
        CHECK(pageOf(child, domain::table(child)->fields.back().name) == u"fiches");
    domain::Projet projet;
    projet.identite.coordonnateur = base::Id::create();
    projet.personnes.insert(projet.identite.coordonnateur);
    CHECK(trame().pageOf({u"personne"_s, projet.identite.coordonnateur, u"email"_s}, projet) == u"organisation");
    projet.identite.porteur = projet.identite.coordonnateur;
    CHECK(trame().pageOf({u"personne"_s, projet.identite.coordonnateur, u"email"_s}, projet) == u"porteur");
}

TEST_CASE("Every acronym of a page is explained")
{
    for (const report::Page &page : trame().pages())
        for (const QString &sigle : page.sigles)
            CHECK_FALSE(references().sigles().expansions(sigle).isEmpty());
}

TEST_CASE("Texts of the pages name no person")
{
    for (const report::Page &page : trame().pages())
        for (const QString &text : {page.expectation, page.advice, page.example})
            CHECK_FALSE(text.contains(QRegularExpression(u"[a-z]+\\.[a-z]+@"_s)));
}

TEST_CASE("Every field of every record leads to a page")
{
    for (const domain::TableDescription &table : domain::tables())
        for (const domain::FieldDescription &field : table.fields) {
            if (table.name == u"rubrique")
                continue; // by its key, below
            INFO((table.name + u'.' + field.name).toStdString());
            CHECK(trame().page(trame().pageOf({table.name, base::Id::create(), field.name})) != nullptr);
        }
    const auto rubrique = [](const QString &code) {
        return trame().pageOf({u"rubrique"_s, base::Id::fromKey(u"rubrique:"_s + code), u"texte"_s});
    };
    CHECK(rubrique(u"problematiques"_s) == u"territoire");
    CHECK(rubrique(u"gouvernance"_s) == u"equipe");
    CHECK(rubrique(u"organisation"_s) == u"calendrier");
    CHECK(rubrique(u"calendrier"_s) == u"calendrier");
    CHECK(rubrique(u"inconnue"_s).isEmpty());
    CHECK(trame().pageOf({u"rien"_s, {}, u"nom"_s}).isEmpty());
}

TEST_CASE("The porteur is edited on the first page, the team on its own")
{
    const domain::Projet projet = vallees();
    const base::Id porteur = projet.identite.porteur;
    CHECK(trame().pageOf({u"personne"_s, porteur, u"nom"_s}, projet) == u"porteur");
    CHECK(trame().pageOf({u"personne"_s, porteur, u"lieuExercice"_s}, projet) == u"equipe");
    CHECK(trame().pageOf({u"personne"_s, porteur, u"nom"_s}) == u"equipe");
    for (const auto &[id, person] : projet.personnes)
        if (id != porteur)
            CHECK(trame().pageOf({u"personne"_s, id, u"nom"_s}, projet) ==
                  (person.equipeProjet ? u"equipe"_s : u"organisation"_s));
}

TEST_CASE("Lines of a JSON text")
{
    const auto found =
        report::jsonLines("{\n \"a\": [1,\n  {\"b\": \"x\\\"\\n,]}\"},\n  \"z\"],\n \"c\": null, \"c\": 2\n}");
    CHECK(found.lines.at(QString()) == 1);
    CHECK(found.lines.at(u"/a"_s) == 2);
    CHECK(found.lines.at(u"/a/0"_s) == 2);
    CHECK(found.lines.at(u"/a/1/b"_s) == 3);
    CHECK(found.lines.at(u"/a/2"_s) == 4);
    CHECK(found.lines.at(u"/c"_s) == 5);
    CHECK(found.duplicates == QStringList{u"/c"_s});
    CHECK(report::jsonLines("[]").lines.size() == 1);
    CHECK(report::jsonLines("{}").duplicates.isEmpty());
}
