// The budget on paper: the sums agree with the lines, nothing known is lost, nothing unknown is made up.
#include "report/budget_document.h"
#include "suivi/budget.h"
#include "unit/report/fixtures.h"

using namespace Qt::Literals::StringLiterals;
using namespace fixtures;

namespace
{

report::Document budget(const domain::Projet &projet)
{
    return report::budgetDocument(trame(), projet, references(), QDate(2027, 3, 12));
}

struct Money {
    domain::Projet projet;
    base::Id fiche = base::Id::create();

    Money()
    {
        projet.fiches.insert(fiche).intitule = u"Une action"_s;
        domain::LigneBudget &line = cost(u"Salaire"_s, 1500.5);
        line.sorte = domain::SorteDepense::Personnel;
        line.annee = 2027;
        line.realise = 1200.0;
        line.etp = 0.5;
        line.financeur = u"ARS"_s;
        domain::Financement &aid = projet.financements.insert(base::Id::create());
        aid.financeur = u"ARS"_s;
        aid.annee = 2027;
        aid.montant = 1000.0;
        aid.source = u"Contrat, p. 3"_s;
    }
    domain::LigneBudget &cost(const QString &name, domain::Decimal amount)
    {
        domain::LigneBudget &line = projet.budget.insert(base::Id::create());
        line.fiche = fiche;
        line.intitule = name;
        line.prevu = amount;
        line.rang = u"m"_s + name;
        return line;
    }
};

} // namespace

TEST_CASE("The budget is added up by year, type, funder and mission, then told line by line")
{
    Money money;
    money.cost(u"Tracts"_s, 99.0);
    const report::Document built = budget(money.projet);
    CHECK(headingsOf(built) == QStringList{u"Par année"_s, u"Par type de dépense"_s, u"Par financeur"_s,
                                           u"Par mission"_s, u"Les dépenses, fiche par fiche"_s,
                                           u"Les financements"_s});
    const auto found = tables(built);
    REQUIRE(found.size() == 6);
    CHECK(rows(found[0]) == QStringList{u"Année | Prévu | Réalisé | Attendu | Versé | Solde"_s,
                                        u"2027 | 1 500,50 | 1 200 | 1 000 |  | −500,50"_s,
                                        u"Sans année | 99 |  |  |  | −99"_s,
                                        u"Total | 1 599,50 | 1 200 | 1 000 |  | −599,50"_s});
    CHECK(rows(found[1]).mid(1) == QStringList{plain(u"Temps de travail | 1 500,50 | 1 200"_s), u"Sans type | 99 | "_s,
                                               u"Total | 1 599,50 | 1 200"_s});
    CHECK(rows(found[4]).mid(1) ==
          QStringList{u"Une action"_s,
                      u"Salaire (0,5 équivalent temps plein) | Temps de travail | 2027 | 1 500,50 | 1 200 | ARS"_s,
                      u"Tracts |  |  | 99 |  | "_s});
    CHECK(rows(found[5]).last() == u"ARS |  | 2027 | 1 000 |  | Contrat, p. 3"_s);
    for (const report::Table &table : found) {
        CHECK_FALSE(table.description.isEmpty());
        CHECK(table.rows.front().role == report::Row::Role::Header);
        CHECK(table.rows.back().cells.back().paragraphs.size() == 1);
    }
    CHECK(found[0].rows[1].cells[1].paragraphs.front().alignment == report::Paragraph::Alignment::Right);
    CHECK(found[0].rows[1].cells[0].paragraphs.front().alignment == report::Paragraph::Alignment::Left);
}

TEST_CASE("Two fundings of one funder differ by their mission, their part and the day they were paid")
{
    Money money;
    const reference::Mission &official = references().missions().toutes.front();
    domain::Financement &aid = money.projet.financements.insert(base::Id::create());
    aid.rang = u"z"_s;
    aid.financeur = u"CPAM"_s;
    aid.sorte = domain::SorteFinancement::AciMission;
    aid.mission = base::Id::fromKey(u"mission:"_s + official.code);
    money.projet.missions.insert(aid.mission).code = official.code;
    aid.part = domain::PartFinancement::Variable;
    aid.verse = 61234.56;
    aid.verseLe = QDate(2029, 12, 31);
    const QString row = rows(tables(budget(money.projet)).back()).last();
    INFO(row.toStdString());
    CHECK(row.contains(plain(official.libelleCourt)));
    CHECK(row.contains(u"part variable"_s));
    CHECK(row.contains(u"versé le 31/12/2029"_s));
}

TEST_CASE("A budget without anything says so, and a line without its fiche is not lost")
{
    CHECK(tables(budget({})).empty());
    CHECK(lines(budget({})).contains(u"Aucune dépense et aucun financement ne sont saisis."_s));
    Money money;
    money.cost(u"Perdue"_s, 12.0).fiche = base::Id::create();
    const QString text = lines(budget(money.projet));
    CHECK(text.contains(u"Sans fiche-action\nPerdue"_s));
    money.projet.fiches.find(money.fiche)->intitule.clear();
    CHECK(lines(budget(money.projet)).contains(u"Fiche-action sans titre"_s));
}

TEST_CASE("Every line of the example is in its budget")
{
    const report::Document built = budget(vallees());
    const QString text = lines(built);
    for (const auto &[id, line] : vallees().budget)
        CHECK(text.contains(plain(line.intitule)));
    for (const auto &[id, each] : vallees().financements)
        CHECK(text.contains(plain(each.source)));
    const suivi::Bilan sums = suivi::bilan(vallees(), references());
    double types = 0;
    for (const suivi::Poste &post : sums.types)
        types += post.montants.prevu.value_or(0);
    CHECK(types == Approx(*sums.total.prevu));
}
