// Lists in one field, ranks that came from elsewhere, choices, sums: the small parts that everything else stands on.
#include "domain/canevas.h"
#include "domain/effectifs.h"
#include "domain/rank.h"
#include "support/catch.h"
#include "support/random_edits.h"

#include <limits>
#include <QRegularExpression>
#include <QSet>
#include <random>

using namespace domain;
using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr qint64 huge = std::numeric_limits<qint64>::max();

Projet withPopulations(const std::vector<Number> &populations)
{
    Projet projet;
    int number = 0;
    for (const Number &population : populations) {
        Commune &commune = projet.communes.insert(Id::fromKey(u"commune:%1"_s.arg(++number)));
        commune.code = QString::number(number);
        commune.nom = u"Commune %1"_s.arg(number);
        commune.population = population;
    }
    return projet;
}

} // namespace

TEST_CASE("the values of an indicator by commune: what is not a code and a number is left out")
{
    const struct {
        QString text;
        std::map<QString, double> values;
    } cases[] = {
        {QString(), {}},
        {u"   "_s, {}},
        {u"04006=12.5"_s, {{u"04006"_s, 12.5}}},
        {u"04006=12.5  04039=9"_s, {{u"04006"_s, 12.5}, {u"04039"_s, 9}}},
        {u"2A004=-0.25"_s, {{u"2A004"_s, -0.25}}},
        {u"04006=1 04006=2"_s, {{u"04006"_s, 2}}},
        {u"04006 04039=3"_s, {{u"04039"_s, 3}}},
        {u"04006="_s, {}},
        {u"04006=douze"_s, {}},
        {u"04006=12,5"_s, {}},
        {u"04006=1=2"_s, {}},
        {u"04006=inf 04039=nan"_s, {}},
    };
    for (const auto &each : cases) {
        INFO(each.text.toStdString());
        CHECK(valeursParCommune(each.text) == each.values);
        CHECK(valeursParCommune(parCommuneDe(each.values)) == each.values);
    }
}

TEST_CASE("any figures by commune come back from their text to the last bit")
{
    std::mt19937 random(5);
    for (int round = 0; round < 200; ++round) {
        std::map<QString, double> values;
        for (unsigned count = random() % 40; count > 0; --count)
            values[u"%1"_s.arg(random() % 96000, 5, 10, QChar(u'0'))] =
                (double(random()) - double(random())) / double(1 + random() % 1000);
        CHECK(valeursParCommune(parCommuneDe(values)) == values);
    }
}

TEST_CASE("a list of codes does not depend on how it was written")
{
    CHECK(codesDe(u"  04039 04006  04039 "_s) == QStringList{u"04006"_s, u"04039"_s});
    CHECK(codesDe(QString()).isEmpty());
    CHECK(listeDe({}) == QString());
    CHECK(listeDe({u"b"_s, u"a"_s, u"b"_s}) == u"a b"_s);
    CHECK(listeDe(codesDe(u"2B033 2A004 97411"_s)) == u"2A004 2B033 97411"_s);
}

TEST_CASE("a rank is strictly between its neighbours, whoever made them")
{
    // Ranks of the program, then those that a hand or another program wrote.
    const QStringList ranks{u"1"_s,  u"12"_s, u"2"_s, u"B"_s,   u"V"_s,    u"V1"_s,
                            u"Vz"_s, u"W"_s,  u"a"_s, u"zzz"_s, u"zzzz1"_s};
    for (const QString &before : ranks)
        for (const QString &after : ranks) {
            if (!(before < after))
                continue;
            INFO(before.toStdString() << " " << after.toStdString());
            const QString between = rankBetween(before, after);
            CHECK(before < between);
            CHECK(between < after);
        }
    for (const QString &rank : ranks) {
        CHECK(rankBetween(rank, {}) > rank);
        CHECK(rankBetween({}, rank) < rank);
        CHECK_FALSE(rankBetween({}, rank).isEmpty());
    }
}

TEST_CASE("what is added at the end comes after any rank, even one that the program would not write")
{
    for (const QString &last : {u"é"_s, u"z é"_s, u"{"_s, u"~~"_s, u"-"_s, u" "_s, u"10"_s, u"a0"_s, u"𝒜"_s, u"z"_s,
                                u"00"_s, u"Été 2026"_s}) {
        INFO(last.toStdString());
        CHECK(rankBetween(last, {}) > last);
    }
}

TEST_CASE("three thousand insertions at random places keep the order, and ranks of a few letters")
{
    std::mt19937 random(17);
    std::vector<QString> order;
    qsizetype longest = 0;
    for (int count = 0; count < 3000; ++count) {
        const size_t at = random() % (order.size() + 1);
        const QString rank =
            rankBetween(at == 0 ? QString() : order[at - 1], at == order.size() ? QString() : order[at]);
        order.insert(order.begin() + std::ptrdiff_t(at), rank);
        longest = std::max(longest, rank.size());
    }
    CHECK(std::is_sorted(order.begin(), order.end()));
    CHECK(std::adjacent_find(order.begin(), order.end()) == order.end());
    CHECK(longest < 25);
}

TEST_CASE("every choice has its own code and its own label, and the first is what a new record holds")
{
    static const QRegularExpression code(u"^([a-z0-9]+(-[a-z0-9]+)*)?$"_s);
    for (const TableDescription &each : tables())
        for (const FieldDescription &field : each.fields) {
            if (field.kind != Kind::Choice)
                continue;
            INFO(each.name.toStdString() << '.' << field.name.toStdString());
            QSet<QString> codes;
            QSet<QString> labels;
            for (const Choice &choice : field.choices) {
                CHECK(code.match(choice.code).hasMatch());
                CHECK_FALSE(choice.label.isEmpty());
                CHECK_FALSE(choice.label.contains(u'\''));
                codes.insert(choice.code);
                labels.insert(choice.label);
            }
            CHECK(codes.size() == qsizetype(field.choices.size()));
            CHECK(labels.size() == qsizetype(field.choices.size()));
            CHECK(field.initial == Value(field.choices.front().code));
        }
}

TEST_CASE("what belongs to a record has one owner, and no owner owns itself in a ring")
{
    for (const TableDescription &each : tables()) {
        int owners = 0;
        for (const FieldDescription &field : each.fields) {
            owners += field.owner ? 1 : 0;
            INFO(each.name.toStdString() << '.' << field.name.toStdString());
            CHECK((field.kind == Kind::Reference || field.kind == Kind::References) == !field.target.isEmpty());
            if (field.owner)
                CHECK(field.target != each.name);
            // Written after what it names: a file is read in one pass.
            const auto place = [](const QString &name) {
                return std::find_if(tables().begin(), tables().end(),
                                    [&](const TableDescription &one) { return one.name == name; });
            };
            if (field.owner)
                CHECK(place(field.target) < place(each.name));
        }
        CHECK(owners <= 1);
    }
}

TEST_CASE("populations add up at their edges: none known, none at all, more than there can be")
{
    CHECK(populationDesCommunes(withPopulations({})) == 0);
    CHECK_FALSE(populationRetenue(withPopulations({})).has_value());
    CHECK(populationRetenue(withPopulations({Number()})) == Number(0));
    CHECK(populationDesCommunes(withPopulations({Number(), 731, 0})) == 731);
    CHECK(populationDesCommunes(withPopulations({-5, 10})) == 10);
    CHECK(populationDesCommunes(withPopulations({huge, huge, huge})) == 300'000'000);
    Projet declared = withPopulations({731});
    declared.population.valeur = 0;
    CHECK(populationRetenue(declared) == Number(0));
}

TEST_CASE("counters from the members: a code that is counted nowhere, and a member without profession")
{
    Projet projet;
    projet.organisation.comptage = Comptage::Membres;
    const auto member = [&](const QString &profession, Answer gouvernance) {
        Personne &personne = projet.personnes.insert(Id::create());
        personne.membre = true;
        personne.profession = profession;
        personne.gouvernance = gouvernance;
    };
    member(u"infirmier"_s, true);
    member(u"infirmier"_s, false);
    member(u"infirmier"_s, {});
    member(QString(), true);
    member(u"secretaire"_s, true);
    projet.personnes.insert(Id::create()).profession = u"infirmier"_s; // no member
    const auto ligneOf = [](const QString &code) { return code == u"secretaire" ? QString() : code; };
    const auto all = effectifs(projet, ligneOf);
    REQUIRE(all.size() == 1);
    CHECK(all.at(u"infirmier"_s).adherents == Number(3));
    CHECK(all.at(u"infirmier"_s).gouvernance == Number(1));
    CHECK_FALSE(all.at(u"infirmier"_s).elaboration.has_value()); // nobody answers: 0 would be said of them
    CHECK_FALSE(all.at(u"infirmier"_s).identifies.has_value());
    CHECK(effectifDe(projet, u"medecin"_s, ligneOf).adherents == Number(0));
    projet.organisation.comptage = Comptage::Saisi;
    CHECK_FALSE(effectifDe(projet, u"medecin"_s, ligneOf).adherents.has_value());
    CHECK(effectifs(projet, ligneOf).empty());
}

TEST_CASE("a model made from any project names nobody and tells no figure, by commune neither")
{
    support::RandomEdits edits(44);
    for (int round = 0; round < 10; ++round) {
        const Projet projet =
            edits.edited(nouveauProjet(u"CPTS"_s, u"paca-2022"_s, u"2026"_s, QDate(2026, 11, 23)), 250);
        const Projet model = sansPersonnesNiChiffres(projet);
        CHECK(model.personnes.empty());
        for (const TableDescription &each : tables()) {
            if (each.name == u"commune")
                continue;
            for (const Id &id : each.ids(model))
                for (const FieldDescription &field : each.fields) {
                    const bool secret = field.kind == Kind::Integer || field.kind == Kind::Decimal ||
                                        field.sensitivity == Sensitivity::Personal;
                    INFO(each.name.toStdString() << '.' << field.name.toStdString());
                    if (secret)
                        CHECK(field.get(each.find(model, id)) == field.initial);
                    if (field.target == u"personne")
                        CHECK(isEmpty(field.get(each.find(model, id))));
                }
        }
        for (const auto &[id, indicateur] : model.indicateurs)
            CHECK(indicateur.parCommune.isEmpty());
    }
}
