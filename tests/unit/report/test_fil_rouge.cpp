#include "controle/fil_rouge.h"
#include "fixtures.h"
#include "report/fil_rouge.h"
#include "support/thread.h"

#include <algorithm>
#include <map>
#include <QSet>

using namespace Qt::Literals::StringLiterals;
using fixtures::lines;
using report::FilRougeForm;

namespace
{

report::Document made(const domain::Projet &projet, FilRougeForm form)
{
    auto document = report::filRouge(fixtures::trame(), projet, fixtures::references(), form, QDate(2027, 3, 12));
    REQUIRE(document);
    return document.value();
}

} // namespace

TEST_CASE("Every need, action, objective, indicator and expense of the example is in both forms")
{
    const domain::Projet projet = fixtures::vallees();
    for (const FilRougeForm form : {FilRougeForm::Liste, FilRougeForm::Affiche}) {
        const QString text = lines(made(projet, form));
        const auto has = [&](const QString &words) {
            INFO(words.toStdString());
            CHECK(text.contains(fixtures::plain(words.simplified())));
        };
        for (const auto &[id, besoin] : projet.besoins)
            has(besoin.enonce);
        for (const auto &[id, fiche] : projet.fiches)
            has(fiche.intitule);
        for (const auto &[id, objectif] : projet.objectifs)
            has(objectif.enonce);
        for (const auto &[id, indicateur] : projet.indicateursAction)
            has(indicateur.intitule);
        for (const auto &[id, ligne] : projet.budget)
            has(ligne.intitule);
        for (const auto &[id, etape] : projet.etapesAction)
            has(etape.intitule);
    }
}

TEST_CASE("The poster is one table on A3 landscape, a row an indicator at least")
{
    const domain::Projet projet = fixtures::vallees();
    const report::Document poster = made(projet, FilRougeForm::Affiche);
    CHECK(poster.sheet == report::Sheet::A3Landscape);
    CHECK(made(projet, FilRougeForm::Liste).sheet == report::Sheet::A4);
    const auto tables = fixtures::tables(poster);
    REQUIRE(tables.size() == 1);
    CHECK(fixtures::rows(tables[0]).front() == u"Besoin | Objectif | Action | Moyens | Indicateur | Justificatif"_s);
    CHECK(tables[0].rows.size() > projet.indicateursAction.size());
    for (const report::Row &row : tables[0].rows) {
        CHECK(row.cells.size() == 6);
        CHECK(std::all_of(row.cells.begin(), row.cells.end(),
                          [](const report::Cell &cell) { return !cell.paragraphs.empty(); }));
        CHECK_FALSE(fixtures::textOf(row.cells[0]).isEmpty()); // each row names its need
    }
}

TEST_CASE("What is not there is said to be missing, with the way to it")
{
    domain::Projet projet;
    const base::Id fiche = support::addFiche(projet, u"a"_s, u"Ateliers"_s);
    const base::Id indicateur = support::addIndicateur(projet, u"a"_s, fiche, u"Chutes"_s);
    projet.indicateursAction.find(indicateur)->cible = 8;
    const report::Document list = made(projet, FilRougeForm::Liste);
    const QString text = lines(list);
    CHECK(text.contains(u"Fiches-actions reliées à aucun besoin"_s));
    CHECK(text.contains(u"Chutes – départ à préciser – cible 8"_s));
    CHECK(text.contains(u"1 indicateur sans valeur de départ"_s));
    bool leads = false;
    for (const report::Paragraph &paragraph : fixtures::paragraphs(list))
        for (const report::Run &run : paragraph.runs)
            leads =
                leads || (run.italic &&
                          run.field == domain::FieldAddress{u"indicateurAction"_s, indicateur, u"depart"_s}.toString());
    CHECK(leads);
}

TEST_CASE("A need without action says so, an empty project says that nothing is written")
{
    domain::Projet projet;
    support::addBesoin(projet, u"a"_s, u"Prévenir les chutes"_s);
    for (const FilRougeForm form : {FilRougeForm::Liste, FilRougeForm::Affiche})
        CHECK(lines(made(projet, form)).contains(u"Aucune fiche-action n’y répond."_s));
    CHECK(lines(made({}, FilRougeForm::Liste)).contains(u"ne sont encore écrits"_s));
    CHECK(fixtures::tables(made({}, FilRougeForm::Affiche)).empty());
}

TEST_CASE("A text with marks is printed without them, with its look")
{
    domain::Projet projet;
    projet.fiches.find(support::addFiche(projet, u"a"_s, u"Ateliers"_s))->moyens = u"Une **salle**"_s;
    const report::Document list = made(projet, FilRougeForm::Liste);
    CHECK(lines(list).contains(u"Moyens : Une salle"_s));
}

TEST_CASE("A trame without the words of the fil rouge says so, a missing word is a fault of the trame")
{
    QTemporaryDir folder;
    const QDir source(fixtures::source(u"templates/paca-2022"_s));
    for (const QString &name : source.entryList(QDir::Files))
        REQUIRE(QFile::copy(source.filePath(name), folder.filePath(name)));
    const auto rewrite = [&](const QString &name, const QByteArray &from, const QByteArray &to) {
        auto bytes = base::readFile(folder.filePath(name)).value();
        REQUIRE(bytes.contains(from));
        REQUIRE(base::writeFile(folder.filePath(name), bytes.replace(from, to)));
    };
    SECTION("a word")
    {
        rewrite(u"fil-rouge.json"_s, "\"moyens\": \"Moyens\",", "");
        const auto trame = report::Trame::load(folder.path());
        REQUIRE_FALSE(trame);
        CHECK(trame.error().detail.contains(u"le mot « moyens » manque"_s));
    }
    SECTION("a word nobody asks for")
    {
        rewrite(u"fil-rouge.json"_s, "\"moyens\":", "\"moyen\": \"x\", \"moyens\":");
        CHECK_FALSE(report::Trame::load(folder.path()));
    }
    SECTION("a file outside of the folder")
    {
        rewrite(u"trame.json"_s, "\"fil-rouge.json\"", "\"../fil-rouge.json\"");
        const auto trame = report::Trame::load(folder.path());
        REQUIRE_FALSE(trame);
        CHECK(trame.error().detail.contains(u"dans le dossier de la trame"_s));
    }
    SECTION("no file")
    {
        rewrite(u"trame.json"_s, "\"fil-rouge\": \"fil-rouge.json\"", "\"source\": \"x\"");
        auto bytes = base::readFile(folder.filePath(u"trame.json"_s)).value();
        bytes.replace(",\n  \"source\": \"x\"", "");
        REQUIRE(base::writeFile(folder.filePath(u"trame.json"_s), bytes));
        const auto trame = report::Trame::load(folder.path());
        REQUIRE(trame);
        const auto document =
            report::filRouge(trame.value(), {}, fixtures::references(), FilRougeForm::Liste, QDate(2027, 3, 12));
        REQUIRE_FALSE(document);
        CHECK(document.error().code == base::ErrorCode::NotFound);
    }
}

TEST_CASE("An action that answers two needs is written once, the second need says where")
{
    domain::Projet projet = fixtures::vallees();
    QSet<base::Id> twice;
    const auto needs = controle::filRouge(projet, fixtures::references());
    std::map<base::Id, int> times;
    for (const controle::FilBesoin &need : needs)
        for (const controle::FilFiche &fiche : need.fiches)
            if (++times[fiche.id] == 2)
                twice.insert(fiche.id);
    REQUIRE(twice.size() == 1);
    const domain::FicheAction &fiche = *projet.fiches.find(*twice.begin());
    for (const FilRougeForm form : {FilRougeForm::Liste, FilRougeForm::Affiche}) {
        const QString text = lines(made(projet, form));
        CHECK(text.count(fixtures::plain(fiche.intitule)) == 2); // its title stands under both
        CHECK(text.count(fixtures::plain(fiche.moyens.simplified())) == 1);
        CHECK(text.contains(u"Décrite plus haut, voir besoin 1."_s));
    }
}

TEST_CASE("A source that has brackets gets no second ones, and a short list stays on one page with its title")
{
    const domain::Projet projet = fixtures::vallees();
    const report::Document list = made(projet, FilRougeForm::Liste);
    const QString text = lines(list);
    CHECK(text.contains(u", source : REZONE CPTS (exemple) –"_s));
    CHECK_FALSE(text.contains(u"(exemple))"_s));
    bool steps = false;
    bool ended = true;
    for (size_t i = 0; i + 1 < list.blocks.size(); ++i) {
        const auto *paragraph = std::get_if<report::Paragraph>(&list.blocks[i]);
        if (!paragraph)
            continue;
        if (fixtures::textOf(paragraph->runs) == u"Étapes :")
            steps = true;
        const auto *next = std::get_if<report::Paragraph>(&list.blocks[i + 1]);
        if (steps && next && next->listLevel == 1)
            CHECK(paragraph->keepWithNext);
        else if (steps)
            ended = ended && !paragraph->keepWithNext;
        steps = steps && next && next->listLevel == 1;
    }
    CHECK(ended);
}
