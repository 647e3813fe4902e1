// Typed and computed dates in one list.
#include "fixtures.h"
#include "suivi/echeancier.h"

using namespace suivitest;

namespace
{

QStringList titles(const domain::Projet &projet, const QDate &day = today)
{
    QStringList list;
    for (const suivi::Date &each : suivi::echeancier(projet, references(), day))
        list << plain(each.titre);
    return list;
}

} // namespace

TEST_CASE("deadlines, meetings, actions and delays come by date, each with its own key and the way to it")
{
    domain::Projet projet;
    dated(projet, u"ccopd"_s, QDate(2027, 3, 1), true);
    domain::Reunion &dialogue = projet.reunions.insert(Id::fromKey(u"r"_s));
    dialogue.sorte = domain::SorteReunion::Dialogue;
    dialogue.date = QDate(2027, 3, 20);
    dialogue.lieu = u"Digne"_s;
    projet.reunions.insert(Id::create()).intitule = u"Sans date"_s;
    domain::ActionMobilisation &action = projet.mobilisations.insert(Id::create());
    action.date = QDate(2027, 3, 15);
    action.lieu = u"Annot"_s;
    CHECK(titles(projet) == QStringList{u"Passage en CCOPD"_s, u"Mobilisation, Annot"_s, u"Dialogue de gestion"_s,
                                        u"Réponse de l’ARS attendue"_s,
                                        u"Dépôt conseillé du projet de santé (estimation)"_s});
    QSet<QString> keys;
    for (const suivi::Date &each : suivi::echeancier(projet, references(), today)) {
        keys << each.cle;
        CHECK(each.champ.table.isEmpty() == (each.genre == suivi::Date::Genre::Terme));
        CHECK_FALSE(each.page.isEmpty());
    }
    CHECK(keys.size() == 5);
}

TEST_CASE("a step that took place has its real date, not the planned one")
{
    domain::Projet projet;
    dated(projet, u"contrat"_s, QDate(2028, 6, 30), false);
    const auto found = [&projet](const QDate &date) {
        const auto all = suivi::echeancier(projet, references(), today);
        return std::count_if(all.begin(), all.end(), [&date](const suivi::Date &each) {
            return each.genre == suivi::Date::Genre::Echeance && each.date == date;
        });
    };
    CHECK(found(QDate(2028, 6, 30)) == 1);
    projet.identite.contratLe = QDate(2028, 7, 1);
    CHECK(found(QDate(2028, 6, 30)) == 0);
    CHECK(found(QDate(2028, 7, 1)) == 1);
    dated(projet, u"ccopd"_s, QDate(2027, 3, 12), false);
    dated(projet, u"ccopd"_s, QDate(2027, 3, 20), true);
    CHECK(found(QDate(2027, 3, 12)) == 0);
    CHECK(found(QDate(2027, 3, 20)) == 1);
    dated(projet, u"contrat"_s, QDate(2028, 7, 4), true); // from a file written elsewhere
    CHECK(found(QDate(2028, 7, 1)) == 1);
    CHECK(found(QDate(2028, 7, 4)) == 0);
}

TEST_CASE("a delay that is over or stopped is no date, a mission of the contract has two")
{
    domain::Projet projet;
    dated(projet, u"validation"_s, QDate(2027, 3, 1), true);
    CHECK(titles(projet).contains(u"Projet de santé réputé validé"_s));
    const Id request = suspended(projet, QDate(2027, 3, 10), {});
    CHECK_FALSE(titles(projet).join(u' ').contains(u"réputé validé"_s));
    projet.suspensions.find(request)->fin = QDate(2027, 3, 11);
    CHECK(titles(projet).contains(u"Projet de santé réputé validé (estimation)"_s));
    projet.identite.contratLe = QDate(2027, 6, 1);
    mission(projet, u"prevention"_s);
    const QStringList all = titles(projet);
    CHECK_FALSE(all.join(u' ').contains(u"réputé validé"_s));
    CHECK(all.contains(u"Démarrage attendu : Prévention"_s));
    CHECK(all.contains(u"Déploiement attendu : Prévention"_s));
    CHECK(all.last() == u"Fin du contrat"_s);
}
