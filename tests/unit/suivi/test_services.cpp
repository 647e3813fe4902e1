// The digital services that the cahier des charges names, found in what is already typed.
#include "fixtures.h"
#include "suivi/services.h"

using namespace suivitest;
using domain::UsageOutil;

namespace
{

const suivi::ServiceSuivi &of(const std::vector<suivi::ServiceSuivi> &all, const QString &code)
{
    const auto at =
        std::find_if(all.begin(), all.end(), [&code](const auto &each) { return each.service->code == code; });
    REQUIRE(at != all.end());
    return *at;
}

Id tool(domain::Projet &projet, const QString &name, const QString &rank, UsageOutil usage)
{
    const Id id = Id::create();
    domain::Outil &outil = projet.outils.insert(id);
    outil.rang = rank;
    outil.service = name;
    outil.usage = usage;
    return id;
}

} // namespace

TEST_CASE("A service is found by any of its names in the tools, the first one, and in the texts about them")
{
    domain::Projet projet;
    const auto all = [&projet] { return suivi::servicesSuivis(projet, references().services()); };
    CHECK(all().size() == references().services().tous.size());
    CHECK_FALSE(of(all(), u"mss"_s).mentionne());

    tool(projet, u"MSSanté des infirmiers"_s, u"b"_s, UsageOutil::Prevu);
    const Id first = tool(projet, u"Médimail"_s, u"a"_s, UsageOutil::Utilise);
    CHECK(of(all(), u"mss"_s).outil == first);
    CHECK(of(all(), u"mss"_s).usage == UsageOutil::Utilise);
    CHECK(of(all(), u"medimail"_s).outil == first);
    CHECK(of(all(), u"dmp"_s).outil.isNull());

    const Id text = Id::fromKey(u"rubrique:modalites"_s);
    projet.rubriques.insert(text).code = u"modalites"_s;
    projet.rubriques.find(text)->texte = u"Le **dossier médical** partagé est alimenté."_s;
    CHECK(of(all(), u"dmp"_s).ecrit);
    CHECK(of(all(), u"dmp"_s).mentionne());
    projet.rubriques.find(text)->code = u"gouvernance"_s;
    CHECK_FALSE(of(all(), u"dmp"_s).ecrit);
}
