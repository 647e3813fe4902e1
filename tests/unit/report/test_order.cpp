// Many records of every table of the annexes, in an order that only the user knows: each is printed once, in that
// order, whatever the identities say.
#include "support/thread.h"
#include "unit/report/fixtures.h"

#include <QRegularExpression>
#include <QSet>
#include <random>

using namespace Qt::Literals::StringLiterals;
using namespace fixtures;

namespace
{

// A word that nothing else holds.
QString token(const QString &table, int number)
{
    return u"Zq%1%2q"_s.arg(table).arg(number, 3, 10, QChar(u'0'));
}

// `count` records of a table, with ranks in a random order; gives the tokens in the order of the ranks.
template <class Record, class Fill>
QStringList ranged(domain::Records<Record> &records, const QString &table, int count, Fill fill)
{
    std::vector<int> places(static_cast<size_t>(count));
    for (int i = 0; i < count; ++i)
        places[size_t(i)] = i;
    std::mt19937 random(unsigned(table.size()) + 100);
    std::shuffle(places.begin(), places.end(), random);
    QStringList tokens;
    for (int place = 0; place < count; ++place)
        tokens << token(table, places[size_t(place)]);
    for (int place = 0; place < count; ++place) {
        const int number = places[size_t(place)];
        Record &record = records.insert(base::Id::fromKey(u"%1:%2"_s.arg(table).arg(number)));
        record.rang = u"%1"_s.arg(place, 4, 10, QChar(u'0'));
        fill(record, token(table, number), number);
    }
    return tokens;
}

// The tokens of a table as the text holds them, each at its first place.
QStringList found(const QString &text, const QString &table)
{
    static const QString form = u"Zq%1\\d{3}q"_s;
    QStringList tokens;
    const QRegularExpression expression(form.arg(table));
    for (auto matches = expression.globalMatch(text); matches.hasNext();)
        tokens << matches.next().captured();
    QStringList once;
    for (const QString &each : tokens)
        if (!once.contains(each))
            once << each;
    return once;
}

QString printed(const domain::Projet &projet, const QString &annexe)
{
    return lines(document(projet, report::Content::Filled, annexe));
}

} // namespace

TEST_CASE("The needs, figures, instances and protocols of annexe 4 are in the user's order, one, few or many")
{
    for (const int count : {1, 2, 30}) {
        domain::Projet projet;
        const QStringList needs = ranged(projet.besoins, u"besoin"_s, count,
                                         [](domain::Besoin &one, const QString &name, int) { one.enonce = name; });
        const QStringList figures = ranged(projet.indicateurs, u"chiffre"_s, count,
                                           [](domain::IndicateurDiagnostic &one, const QString &name, int number) {
                                               one.intitule = name;
                                               one.territoire = number;
                                           });
        const QStringList instances = ranged(projet.instances, u"instance"_s, count,
                                             [](domain::Instance &one, const QString &name, int) { one.nom = name; });
        const QStringList protocols =
            ranged(projet.protocoles, u"protocole"_s, count,
                   [](domain::Protocole &one, const QString &name, int) { one.theme = name; });
        const QString text = printed(projet, u"annexe-4"_s);
        INFO(count);
        CHECK(found(text, u"besoin"_s) == needs);
        CHECK(found(text, u"chiffre"_s) == figures);
        CHECK(found(text, u"instance"_s) == instances);
        CHECK(found(text, u"protocole"_s) == protocols);
    }
}

TEST_CASE("Actors are in the user's order inside each sort of offer, tools inside each use")
{
    domain::Projet projet;
    const auto sorts = domain::Choices<domain::SorteActeur>::all();
    const QStringList actors =
        ranged(projet.acteurs, u"acteur"_s, 40, [&sorts](domain::Acteur &one, const QString &name, int number) {
            one.nom = name;
            one.sorte = sorts[size_t(number) % sorts.size()].first;
        });
    const auto uses = domain::Choices<domain::UsageOutil>::all();
    const QStringList tools =
        ranged(projet.outils, u"outil"_s, 40, [&uses](domain::Outil &one, const QString &name, int number) {
            one.service = name;
            one.usage = uses[size_t(number) % uses.size()].first;
        });
    const QString text = printed(projet, u"annexe-4"_s);
    const QStringList printedActors = found(text, u"acteur"_s);
    CHECK(QSet<QString>(printedActors.begin(), printedActors.end()) == QSet<QString>(actors.begin(), actors.end()));
    const auto group = [](const QStringList &tokens, size_t choice, size_t count) {
        QStringList some;
        for (const QString &each : tokens)
            if (size_t(each.mid(each.size() - 4, 3).toInt()) % count == choice)
                some << each;
        return some;
    };
    for (size_t choice = 0; choice < sorts.size(); ++choice)
        CHECK(group(printedActors, choice, sorts.size()) == group(actors, choice, sorts.size()));
    const QStringList printedTools = found(text, u"outil"_s);
    CHECK(printedTools.size() == tools.size());
    for (size_t choice = 0; choice < uses.size(); ++choice)
        CHECK(group(printedTools, choice, uses.size()) == group(tools, choice, uses.size()));
}

TEST_CASE("Partners and members are in the user's order in every list that names them")
{
    domain::Projet projet;
    const QStringList partners = ranged(projet.partenaires, u"partenaire"_s, 25,
                                        [](domain::Partenaire &one, const QString &name, int) { one.service = name; });
    const QStringList people =
        ranged(projet.personnes, u"membre"_s, 25, [](domain::Personne &one, const QString &name, int) {
            one.nom = name;
            one.membre = true;
            one.equipeProjet = true;
        });
    CHECK(found(printed(projet, u"annexe-3"_s), u"partenaire"_s) == partners);
    CHECK(found(printed(projet, u"annexe-3"_s), u"membre"_s) == people);
    CHECK(found(printed(projet, u"annexe-4"_s), u"partenaire"_s) == partners);
    CHECK(found(printed(projet, u"annexe-4"_s), u"membre"_s) == people);
    projet.identite.porteur = projet.personnes.begin()->first;
    CHECK(found(printed(projet, u"annexe-4"_s), u"membre"_s) == people);
}

TEST_CASE("Dates come in the order of the days, those of one day in the user's")
{
    domain::Projet projet;
    const QStringList dates =
        ranged(projet.echeances, u"date"_s, 20, [](domain::Echeance &one, const QString &name, int number) {
            one.intitule = name;
            one.date = QDate(2027, 1, 1).addDays(number / 4);
        });
    const QStringList shown = found(printed(projet, u"annexe-3"_s), u"date"_s);
    REQUIRE(shown.size() == dates.size());
    const auto dayOf = [](const QString &name) { return name.mid(name.size() - 4, 3).toInt() / 4; };
    for (qsizetype i = 1; i < shown.size(); ++i) {
        CHECK(dayOf(shown[i - 1]) <= dayOf(shown[i]));
        if (dayOf(shown[i - 1]) == dayOf(shown[i]))
            CHECK(dates.indexOf(shown[i - 1]) < dates.indexOf(shown[i]));
    }
}

TEST_CASE("Meetings come in the order of the days, in every document that has them")
{
    domain::Projet projet;
    const auto dated = [](auto &one, const QString &name, int number) {
        one.lieu = name;
        one.date = QDate(2027, 3, 1).addDays(number);
    };
    QStringList informed = ranged(projet.mobilisations, u"info"_s, 20, dated);
    QStringList held = ranged(projet.reunions, u"reunion"_s, 20, dated);
    informed.sort();
    held.sort();
    CHECK(found(printed(projet, u"annexe-3"_s), u"info"_s) == informed);
    const QString whole = printed(projet, u"annexe-4"_s);
    CHECK(found(whole, u"info"_s) == informed);
    CHECK(found(whole, u"reunion"_s) == held);
}

TEST_CASE("The objectives, steps and figures of each fiche are in the user's order, and under no other fiche")
{
    domain::Projet projet;
    std::vector<base::Id> fiches;
    const QStringList titles = ranged(projet.fiches, u"fiche"_s, 6,
                                      [](domain::FicheAction &one, const QString &name, int) { one.intitule = name; });
    for (int i = 0; i < 6; ++i)
        fiches.push_back(base::Id::fromKey(u"fiche:%1"_s.arg(i)));
    const auto of = [&fiches](int number) { return fiches[size_t(number) % fiches.size()]; };
    const QStringList goals = ranged(projet.objectifs, u"objectif"_s, 24,
                                     [&](domain::ObjectifSpecifique &one, const QString &name, int number) {
                                         one.enonce = name;
                                         one.fiche = of(number);
                                     });
    const QStringList steps =
        ranged(projet.etapesAction, u"etape"_s, 24, [&](domain::EtapeAction &one, const QString &name, int number) {
            one.intitule = name;
            one.fiche = of(number);
        });
    const QStringList figures = ranged(projet.indicateursAction, u"indicateur"_s, 24,
                                       [&](domain::IndicateurAction &one, const QString &name, int number) {
                                           one.intitule = name;
                                           one.fiche = of(number);
                                       });
    CHECK(found(printed(projet, u"annexe-5"_s), u"fiche"_s) == titles);
    for (int i = 0; i < 6; ++i) {
        report::BuildOptions options;
        options.today = QDate(2027, 3, 12);
        options.fiche = fiches[size_t(i)];
        const QString text = lines(report::build(trame(), u"annexe-5"_s, projet, references(), options).value());
        CHECK(found(text, u"fiche"_s) == QStringList{token(u"fiche"_s, i)});
        const auto own = [i](const QStringList &tokens) {
            QStringList some;
            for (const QString &each : tokens)
                if (each.mid(each.size() - 4, 3).toInt() % 6 == i)
                    some << each;
            return some;
        };
        CHECK(found(text, u"objectif"_s) == own(goals));
        CHECK(found(text, u"etape"_s) == own(steps));
        CHECK(found(text, u"indicateur"_s) == own(figures));
    }
}

TEST_CASE(
    "A text of ten thousand words, of emoji and of right-to-left letters is in every annexe that asks for it, whole")
{
    QString text;
    for (int i = 0; i < 10'000; ++i)
        text += u"mot%1 "_s.arg(i);
    text += u"🙂👩\u200D⚕ שלום عربي fin"_s;
    domain::Projet projet;
    for (const QString &code :
         {u"problematiques"_s, u"problematiques-projet"_s, u"gouvernance"_s, u"gouvernance-projet"_s}) {
        domain::Rubrique &rubrique = projet.rubriques.insert(base::Id::fromKey(u"rubrique:"_s + code));
        rubrique.code = code;
        rubrique.texte = text;
    }
    domain::FicheAction &fiche = projet.fiches.insert(base::Id::create());
    fiche.actions = fiche.moyens = text;
    for (const QString &annexe : {u"annexe-3"_s, u"annexe-4"_s, u"annexe-5"_s}) {
        const QString shown = printed(projet, annexe).simplified();
        INFO(annexe.toStdString());
        CHECK(shown.count(u"mot9999 🙂👩\u200D⚕ שלום عربي fin"_s) == 2);
        CHECK(shown.count(u"mot0 mot1 mot2"_s) == 2);
    }
}
