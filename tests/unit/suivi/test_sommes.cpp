// The sums and the contract counted a second time, in whole cents and by sets of codes.
#include "fixtures.h"
#include "suivi/budget.h"
#include "suivi/couverture.h"
#include "suivi/reunions.h"

#include <cmath>
#include <map>
#include <random>
#include <set>

using namespace suivitest;

namespace
{

using Cents = std::optional<qint64>;

Cents cents(const domain::Decimal &amount)
{
    return amount ? Cents(std::llround(*amount * 100)) : std::nullopt;
}

void add(Cents &sum, const Cents &more)
{
    if (more)
        sum = sum.value_or(0) + *more;
}

// Planned, spent, expected, paid.
using Line = std::array<Cents, 4>;

Line lineOf(const suivi::Montants &amounts)
{
    return {cents(amounts.prevu), cents(amounts.realise), cents(amounts.attendu), cents(amounts.verse)};
}

using Lines = std::map<QString, Line>;

Lines linesOf(const std::vector<suivi::Poste> &posts)
{
    Lines lines;
    for (const suivi::Poste &post : posts) {
        INFO(post.nom.toStdString());
        CHECK(lines.emplace(post.nom, lineOf(post.montants)).second); // each post once
    }
    return lines;
}

domain::Projet money(std::mt19937 &random)
{
    domain::Projet projet;
    std::vector<Id> fiches;
    for (const QString &code : {u"prevention"_s, u"parcours"_s}) {
        mission(projet, code);
        fiches.push_back(Id::create());
        projet.fiches.insert(fiches.back()).mission = Id::fromKey(u"mission:"_s + code);
    }
    fiches.push_back(Id::create()); // a fiche that is no more
    const QStringList funders{u"ARS"_s, u" ARS "_s, u"Département"_s, QString(), u"école"_s, u"CPAM"_s};
    const auto amount = [&random]() -> domain::Decimal {
        if (random() % 4 == 0)
            return {};
        return double(int(random() % 2'000'000) - 200'000) / 100;
    };
    const auto funder = [&] { return funders.at(qsizetype(random() % unsigned(funders.size()))); };
    const auto year = [&random] { return random() % 4 == 0 ? domain::Number() : domain::Number(2026 + random() % 3); };
    for (int i = 0; i < 40; ++i) {
        domain::LigneBudget &line = projet.budget.insert(Id::create());
        line.fiche = fiches[random() % fiches.size()];
        line.prevu = amount();
        line.realise = amount();
        line.annee = year();
        line.financeur = funder();
        line.sorte = domain::Choices<domain::SorteDepense>::all()[random() % 4].first;
        domain::Financement &aid = projet.financements.insert(Id::create());
        aid.montant = amount();
        aid.verse = amount();
        aid.annee = year();
        aid.financeur = funder();
        if (random() % 2 == 0)
            aid.mission = Id::fromKey(u"mission:prevention"_s);
    }
    return projet;
}

} // namespace

TEST_CASE("each sum of a budget is that of its lines, in whole cents, by year, funder and type")
{
    std::mt19937 random(41);
    for (int turn = 0; turn < 25; ++turn) {
        const domain::Projet projet = money(random);
        Lines years;
        Lines funders;
        Lines types;
        Line total;
        const auto put = [](Lines &lines, const QString &name, const Line &amounts) {
            if (std::none_of(amounts.begin(), amounts.end(), [](const Cents &each) { return each.has_value(); }))
                return;
            for (size_t i = 0; i < amounts.size(); ++i)
                add(lines[name][i], amounts[i]);
        };
        const auto count = [&](const Line &amounts, const domain::Number &year, const QString &funder) {
            put(years, year ? QString::number(*year) : u"Sans année"_s, amounts);
            put(funders, funder.trimmed().isEmpty() ? u"Sans financeur"_s : funder.trimmed(), amounts);
            for (size_t i = 0; i < total.size(); ++i)
                add(total[i], amounts[i]);
        };
        for (const auto &[id, line] : projet.budget) {
            const Line amounts{cents(line.prevu), cents(line.realise), {}, {}};
            count(amounts, line.annee, line.financeur);
            QString type = u"Sans type"_s;
            for (const auto &[sorte, choice] : domain::Choices<domain::SorteDepense>::all())
                if (sorte == line.sorte && sorte != domain::SorteDepense::NonRenseignee)
                    type = choice.label;
            put(types, type, amounts);
        }
        for (const auto &[id, each] : projet.financements)
            count({Cents(), Cents(), cents(each.montant), cents(each.verse)}, each.annee, each.financeur);
        const suivi::Bilan bilan = suivi::bilan(projet, references());
        CHECK(linesOf(bilan.annees) == years);
        CHECK(linesOf(bilan.financeurs) == funders);
        CHECK(linesOf(bilan.types) == types);
        CHECK(lineOf(bilan.total) == total);
    }
}

TEST_CASE("posts are in order: years up, funders as a dictionary has them, what is not told last")
{
    std::mt19937 random(43);
    const suivi::Bilan bilan = suivi::bilan(money(random), references());
    const auto names = [](const std::vector<suivi::Poste> &posts) {
        QStringList list;
        for (const suivi::Poste &post : posts)
            list << post.nom;
        return list;
    };
    CHECK(names(bilan.annees) == QStringList{u"2026"_s, u"2027"_s, u"2028"_s, u"Sans année"_s});
    CHECK(names(bilan.financeurs) ==
          QStringList{u"ARS"_s, u"CPAM"_s, u"Département"_s, u"école"_s, u"Sans financeur"_s});
    CHECK(names(bilan.missions).last() == u"Toute la CPTS");
    CHECK(names(bilan.types).last() == u"Sans type");
}

TEST_CASE("a hundred thousand cents are a thousand euros, and a balance has no crumbs")
{
    domain::Projet projet;
    for (int i = 0; i < 3'000; ++i) {
        projet.budget.insert(Id::create()).prevu = 0.1;
        projet.financements.insert(Id::create()).montant = 0.1;
    }
    projet.financements.insert(Id::create()).montant = 0.01;
    const suivi::Bilan bilan = suivi::bilan(projet, references());
    CHECK(*bilan.total.prevu == 300.0);
    CHECK(*bilan.total.attendu == 300.01);
    CHECK(*bilan.total.solde() == 0.01);
    suivi::Montants none;
    CHECK_FALSE(none.solde());
    none.realise = 5;
    none.verse = 5;
    CHECK_FALSE(none.solde()); // neither planned nor expected: nothing to compare
    none.prevu = 0;
    CHECK(*none.solde() == 0);
    none.attendu = -3;
    CHECK(*none.solde() == -3);
}

TEST_CASE("what changed since the contract is told in one line, each kind of change once, in the singular or not")
{
    suivi::EcartContrat ecart;
    CHECK(ecart.vide());
    CHECK(suivi::ecartEnMots(ecart).isEmpty());
    ecart.missionsAjoutees = {u"Prévention"_s};
    CHECK(plain(suivi::ecartEnMots(ecart)) == u"mission ajoutée : Prévention");
    ecart.missionsAjoutees << u"Parcours"_s;
    ecart.communesAjoutees = {u"Annot"_s};
    ecart.communesRetirees = {u"Allos"_s, u"Moriez"_s};
    ecart.missionsRetirees = {u"Crises"_s};
    ecart.tailleContrat = 1;
    ecart.taille = 2;
    CHECK(plain(suivi::ecartEnMots(ecart)) ==
          u"communes : + Annot, − Allos, − Moriez ; missions ajoutées : Prévention, Parcours ; mission retirée : "
          u"Crises ; taille 1 au contrat, taille 2 aujourd’hui");
    CHECK_FALSE(ecart.vide());
}

TEST_CASE("a size counts at its threshold, and only when both are known")
{
    domain::Projet projet;
    commune(projet, u"04070"_s, u"Digne-les-Bains"_s, 39'999);
    REQUIRE(domain::applyChanges(projet, suivi::retenirContrat(projet)).ok());
    CHECK(projet.contrat.population == 39'999);
    CHECK_FALSE(suivi::ecartAuContrat(projet, references()).taille);
    commune(projet, u"04070"_s, u"Digne-les-Bains"_s, 40'000);
    const suivi::EcartContrat grown = suivi::ecartAuContrat(projet, references());
    CHECK(grown.tailleContrat == 1);
    CHECK(grown.taille == 2);
    projet.population.valeur = 39'000; // what is declared prevails
    CHECK_FALSE(suivi::ecartAuContrat(projet, references()).taille);
    projet.contrat.population = {};
    projet.population.valeur = 90'000;
    CHECK_FALSE(suivi::ecartAuContrat(projet, references()).taille);
}

TEST_CASE("a contract that was never kept differs from nothing, its codes are read in any order")
{
    domain::Projet projet;
    commune(projet, u"04008"_s, u"Annot"_s, 1000);
    mission(projet, u"prevention"_s);
    CHECK_FALSE(suivi::contratRetenu(projet));
    CHECK(suivi::ecartAuContrat(projet, references()).vide());
    projet.contrat.missions = u"  prevention   prevention "_s;
    CHECK(suivi::contratRetenu(projet));
    CHECK(suivi::ecartAuContrat(projet, references()).communesAjoutees == QStringList{u"Annot"_s});
    CHECK(suivi::ecartAuContrat(projet, references()).missionsAjoutees.isEmpty());
    projet.contrat.communes = u"04006 99999 04008"_s;
    // A commune of the reference by its name, what nobody knows by its code.
    CHECK(suivi::ecartAuContrat(projet, references()).communesRetirees == QStringList{u"99999"_s, u"Allos"_s});
    mission(projet, u"parcours"_s, false);
    CHECK(suivi::ecartAuContrat(projet, references()).missionsAjoutees.isEmpty());
    projet.contrat.missions = u"parcours prevention d-une-autre-trame"_s;
    CHECK(suivi::ecartAuContrat(projet, references()).missionsRetirees.size() == 1);
}

TEST_CASE("whoever came to a meeting held, dated or not, is counted once, in the user's order")
{
    domain::Projet projet;
    std::vector<Id> people;
    for (const QString &rank : {u"c"_s, u"a"_s, u"b"_s}) {
        people.push_back(Id::create());
        projet.personnes.insert(people.back()).rang = rank;
    }
    const Id unknown = Id::create();
    const auto meeting = [&projet](const QDate &day, const domain::IdList &who) {
        domain::Reunion &held = projet.reunions.insert(Id::create());
        held.date = day;
        held.personnes = who;
        return &held;
    };
    meeting(today, {people[0], unknown});
    meeting(today.addDays(-1), {people[0]});
    meeting({}, {people[1]});
    meeting(today.addDays(1), {people[2]});
    CHECK(suivi::presentsNonComptes(projet, today) == std::vector<Id>{people[1], people[0]});
    CHECK(suivi::presentsNonComptes(projet, today.addDays(1)) == std::vector<Id>{people[1], people[2], people[0]});
    const domain::ChangeList changes = suivi::compterPresents(projet, today);
    CHECK(changes.size() == 2);
    const domain::Projet before = projet;
    REQUIRE(domain::applyChanges(projet, changes).ok());
    CHECK(suivi::presentsNonComptes(projet, today).empty());
    REQUIRE(domain::applyChanges(projet, domain::invert(changes)).ok());
    CHECK(domain::diff(before, projet).empty());
    CHECK(suivi::presentsNonComptes({}, today).empty());
}
