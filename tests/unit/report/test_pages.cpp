#include "report/json_lines.h"
#include "unit/report/fixtures.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;
using namespace fixtures;

TEST_CASE("The seven pages, in the order they are filled in")
{
    QStringList codes;
    QStringList labels;
    for (const report::Page &page : trame().pages()) {
        codes << page.code;
        labels << page.label;
        CHECK(page.section == u"lettre");
        for (const QString &text :
             {page.title, page.subtitle, page.expectation, page.advice, page.example, page.source})
            CHECK_FALSE(text.trimmed().isEmpty());
    }
    CHECK(codes == QStringList{u"porteur"_s, u"territoire"_s, u"partenariats"_s, u"equipe"_s, u"mobilisation"_s,
                               u"missions"_s, u"calendrier"_s});
    CHECK(labels == QStringList{u"Porteur du projet"_s, u"Territoire"_s, u"Partenariats existants"_s,
                                u"Équipe et gouvernance"_s, u"Mobilisation"_s, u"Missions visées"_s,
                                u"Calendrier, appui"_s});
    CHECK(trame().page(u"territoire"_s)->title == u"Le territoire envisagé");
    CHECK(trame().page(u"inconnue"_s) == nullptr);
    REQUIRE(trame().sections().size() == 1);
    CHECK(trame().sections().front().precision == u"annexe 3");
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
            CHECK(trame().pageOf({u"personne"_s, id, u"nom"_s}, projet) == u"equipe");
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
