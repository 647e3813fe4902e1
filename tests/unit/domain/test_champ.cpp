#include "domain/champ.h"
#include "domain/rank.h"
#include "support/catch.h"

#include <random>

using namespace domain;
using namespace Qt::Literals::StringLiterals;

TEST_CASE("a field name is read as it is written")
{
    for (const QString &name : {u"structure.nom"_s, u"mission:prevention.description"_s,
                                u"identite.porteur/telephone"_s, u"rubrique:gouvernance.texte"_s}) {
        const auto champ = parseChamp(name);
        REQUIRE(champ.has_value());
        CHECK(champ->toString() == name);
        CHECK(describe(*champ) != nullptr);
    }
}

TEST_CASE("a name that leads nowhere is refused")
{
    for (const QString &name :
         {u""_s, u"structure"_s, u"structure.rien"_s, u"rien.nom"_s, u"structure:cle.nom"_s, u"mission.description"_s,
          u"partenaire:x.service"_s, u"structure.nom/nom"_s, u"identite.porteur/rien"_s})
        CHECK_FALSE(parseChamp(name).has_value());
}

TEST_CASE("typing the porteur's phone creates the porteur once")
{
    Projet projet = nouveauProjet(u"CPTS"_s, u"paca-2022"_s, u"2026"_s, QDate(2026, 11, 23));
    const Champ phone = *parseChamp(u"identite.porteur/telephone"_s);
    const Champ mail = *parseChamp(u"identite.porteur/email"_s);
    CHECK_FALSE(resolve(projet, phone).has_value());
    CHECK(valueOf(projet, phone) == Value(QString()));
    CHECK(settingChamp(projet, phone, QString()).empty());
    REQUIRE(applyChanges(projet, settingChamp(projet, phone, u"04 00 00 00 00"_s)).ok());
    REQUIRE(applyChanges(projet, settingChamp(projet, mail, u"contact@exemple.fr"_s)).ok());
    CHECK(projet.personnes.size() == 1);
    CHECK(porteur(projet)->telephone == u"04 00 00 00 00"_s);
    CHECK(valueOf(projet, mail) == Value(u"contact@exemple.fr"_s));
}

TEST_CASE("ranks always leave room, at the ends and in between")
{
    std::mt19937 random(5);
    std::vector<QString> ranks;
    for (int insertion = 0; insertion < 3000; ++insertion) {
        const size_t at = insertion % 3 == 0 ? 0 : insertion % 3 == 1 ? ranks.size() : random() % (ranks.size() + 1);
        const QString before = at == 0 ? QString() : ranks.at(at - 1);
        const QString after = at == ranks.size() ? QString() : ranks.at(at);
        const QString rank = rankBetween(before, after);
        REQUIRE(before < rank);
        REQUIRE((after.isEmpty() || rank < after));
        ranks.insert(ranks.begin() + static_cast<std::ptrdiff_t>(at), rank);
    }
    CHECK(std::is_sorted(ranks.begin(), ranks.end()));
}

TEST_CASE("adding at the end keeps ranks short")
{
    QString rank;
    for (int added = 0; added < 500; ++added)
        rank = rankBetween(rank, {});
    CHECK(rank.size() < 24);
}
