// The budget on paper, read again from its tables and added up by the test in whole cents.
#include "base/text.h"
#include "report/budget_document.h"
#include "unit/report/fixtures.h"

#include <cmath>
#include <random>

using namespace Qt::Literals::StringLiterals;
using namespace fixtures;

namespace
{

report::Document budget(const domain::Projet &projet)
{
    return report::budgetDocument(trame(), projet, references(), QDate(2027, 3, 12));
}

// "−1 599,50" -> -159950; nothing for an empty cell.
std::optional<qint64> cents(QString cell)
{
    if (cell.isEmpty())
        return {};
    bool read = false;
    const double value = cell.remove(u' ').replace(u',', u'.').replace(u'−', u'-').toDouble(&read);
    INFO(cell.toStdString());
    REQUIRE(read);
    return std::llround(value * 100);
}

qint64 sum(const QStringList &rows, qsizetype column)
{
    qint64 total = 0;
    for (const QString &row : rows)
        total += cents(row.split(u" | "_s).value(column)).value_or(0);
    return total;
}

domain::Projet money(unsigned seed)
{
    std::mt19937 random(seed);
    domain::Projet projet;
    std::vector<base::Id> fiches;
    for (int i = 0; i < 3; ++i) {
        fiches.push_back(base::Id::fromKey(u"f%1"_s.arg(i)));
        domain::FicheAction &fiche = projet.fiches.insert(fiches.back());
        fiche.intitule = u"Action %1"_s.arg(i);
        fiche.rang = QString::number(9 - i);
    }
    fiches.push_back(base::Id::create());
    const auto amount = [&random]() -> domain::Decimal {
        return random() % 5 == 0 ? domain::Decimal() : double(int(random() % 3'000'000) - 300'000) / 100;
    };
    for (int i = 0; i < 30; ++i) {
        domain::LigneBudget &line = projet.budget.insert(base::Id::create());
        line.fiche = fiches[random() % fiches.size()];
        line.intitule = u"Dépense %1"_s.arg(i);
        line.rang = u"%1"_s.arg(i, 3, 10, QChar(u'0'));
        line.prevu = amount();
        line.realise = amount();
        line.annee = 2026 + random() % 3;
        line.financeur = random() % 2 ? u"ARS"_s : u"Région"_s;
        domain::Financement &aid = projet.financements.insert(base::Id::create());
        aid.rang = line.rang;
        aid.financeur = line.financeur;
        aid.montant = amount();
        aid.verse = amount();
        aid.annee = line.annee;
    }
    return projet;
}

} // namespace

TEST_CASE("Each table adds up to its own total, and all of them to the same one")
{
    for (unsigned seed = 1; seed <= 12; ++seed) {
        const auto found = tables(budget(money(seed)));
        REQUIRE(found.size() == 6);
        INFO(seed);
        const QString whole = rows(found[0]).last();
        for (const size_t at : {size_t(0), size_t(2), size_t(3)}) { // by year, funder, mission
            const QStringList lines = rows(found[at]).mid(1);
            CHECK(lines.last() == whole);
            for (qsizetype column = 1; column <= 4; ++column)
                CHECK(sum(lines.mid(0, lines.size() - 1), column) ==
                      cents(whole.split(u" | "_s).value(column)).value_or(0));
            for (const QString &line : lines) {
                const QStringList cells = line.split(u" | "_s);
                if (const auto balance = cents(cells.value(5)))
                    CHECK(*balance == cents(cells.value(3)).value_or(0) - cents(cells.value(1)).value_or(0));
            }
        }
        const QStringList types = rows(found[1]).mid(1);
        for (qsizetype column = 1; column <= 2; ++column)
            CHECK(sum(types.mid(0, types.size() - 1), column) ==
                  cents(whole.split(u" | "_s).value(column)).value_or(0));
    }
}

TEST_CASE("The lines of the actions and the fundings add up to the same totals, each written once")
{
    for (unsigned seed = 20; seed <= 28; ++seed) {
        const domain::Projet projet = money(seed);
        const auto found = tables(budget(projet));
        const QStringList totals = rows(found[0]).last().split(u" | "_s);
        const QStringList costs = rows(found[4]).mid(1);
        const QStringList aids = rows(found[5]).mid(1);
        CHECK(sum(costs, 3) == cents(totals[1]).value_or(0));
        CHECK(sum(costs, 4) == cents(totals[2]).value_or(0));
        CHECK(sum(aids, 3) == cents(totals[3]).value_or(0));
        CHECK(sum(aids, 4) == cents(totals[4]).value_or(0));
        for (const auto &[id, line] : projet.budget)
            CHECK(std::count_if(costs.begin(), costs.end(), [&line = line](const QString &row) {
                      return row.startsWith(line.intitule + u" |"_s);
                  }) == 1);
        // Fiche by fiche in the user's order, lines without one last; inside each, the user's order again.
        QStringList sections;
        QString last;
        for (const report::Row &row : found[4].rows) {
            if (row.role == report::Row::Role::Section) {
                sections << textOf(row.cells.front());
                CHECK(row.cells.front().span == 6);
                last.clear();
            } else if (row.role == report::Row::Role::Body) {
                const QString name = textOf(row.cells.front()).section(u' ', 1).rightJustified(3, u'0');
                CHECK(name > last);
                last = name;
            }
        }
        CHECK(sections == QStringList{u"Action 2"_s, u"Action 1"_s, u"Action 0"_s, u"Sans fiche-action"_s});
        CHECK(aids.size() == 30);
    }
}

TEST_CASE("Cents are written both or not at all, a loss has its sign, nothing is not nought")
{
    const auto written = [](const domain::Decimal &amount) {
        domain::Projet projet;
        domain::LigneBudget &line = projet.budget.insert(base::Id::create());
        line.intitule = u"Dépense"_s;
        line.prevu = amount;
        return rows(tables(budget(projet)).back()).last().split(u" | "_s).at(3);
    };
    CHECK(written(12) == u"12");
    CHECK(written(12.5) == u"12,50");
    CHECK(written(12.05) == u"12,05");
    CHECK(written(12.999) == u"13");
    CHECK(written(0) == u"0");
    CHECK(written(-0.001) == u"0");
    CHECK(written(-1234.5) == u"−1 234,50");
    CHECK(written(1e9) == u"1 000 000 000");
    CHECK(written({}).isEmpty());
}

TEST_CASE("A very long name and a thousand lines are in the budget, whole")
{
    domain::Projet projet;
    const base::Id fiche = base::Id::create();
    projet.fiches.insert(fiche).intitule = u"Accès "_s.repeated(300);
    for (int i = 0; i < 1'000; ++i) {
        domain::LigneBudget &line = projet.budget.insert(base::Id::create());
        line.fiche = fiche;
        line.prevu = 0.1;
        line.financeur = u"Financeur %1"_s.arg(i % 300);
    }
    const auto found = tables(budget(projet));
    CHECK(rows(found[0]).last().startsWith(u"Total | 100 |"_s));
    CHECK(rows(found[2]).size() == 1 + 300 + 1);
    CHECK(rows(found.back()).size() == 1 + 1 + 1'000);
    CHECK(rows(found.back()).at(1).size() > 1'700);
}
