#include "fixtures.h"
#include "imports/json_import.h"

using namespace Qt::Literals::StringLiterals;
using namespace imports;
using fixtures::applied;

namespace
{

const domain::Id ours = domain::Id::fromKey(u"projet:a"_s);

domain::Projet example()
{
    domain::Projet projet = domain::nouveauProjet(u"CPTS des Vallées"_s, u"paca-2022"_s, u"2026"_s, QDate(2026, 3, 2));
    projet.communes.insert(fixtures::communeId(u"04039"_s)) = {
        u"04039"_s, u"Castellane"_s, u"04120"_s, 1472, {}, {}, {}, {}};
    projet.population.valeur = 1472;
    const domain::Id person = domain::Id::fromKey(u"personne:1"_s);
    projet.personnes.insert(person).nom = u"Exemple"_s;
    projet.identite.porteur = person;
    return projet;
}

JsonProposal propose(const QByteArray &bytes, const domain::Projet &current, JsonMode mode)
{
    auto proposal = proposeJson(bytes, current, ours, mode);
    REQUIRE(proposal.ok());
    return proposal.value();
}

QByteArray content(const char *json)
{
    return QByteArray(R"({"format": "atelier-cpts", "version": 1, "contenu": )") + json + '}';
}

} // namespace

TEST_CASE("A whole project out and in is the same project, in both modes")
{
    const QByteArray bytes = domain::projetToJson(example(), ours);
    for (const JsonMode mode : {JsonMode::Complete, JsonMode::Replace}) {
        const auto proposal = propose(bytes, {}, mode);
        CHECK_FALSE(proposal.otherProject);
        CHECK(domain::diff(example(), applied({}, proposal.changes)).empty());
        CHECK(propose(bytes, example(), mode).changes.empty());
        CHECK(propose(bytes, example(), mode).summary.isEmpty());
    }
}

TEST_CASE("Completing keeps what the file does not say, and tells what it says otherwise")
{
    const QByteArray bytes = content(R"({"population": {"valeur": 1500, "annee": 2023},
        "commune": [{"code": "04039", "zonage": "zip"}, {"code": "04006", "nom": "Allos"}]})");
    const auto proposal = propose(bytes, example(), JsonMode::Complete);
    const domain::Projet after = applied(example(), proposal.changes);
    CHECK(after.identite.nom == u"CPTS des Vallées"_s);
    CHECK(after.personnes.size() == 1);
    CHECK(after.communes.size() == 2);
    CHECK(after.communes.find(fixtures::communeId(u"04039"_s))->nom == u"Castellane"_s);
    CHECK(after.communes.find(fixtures::communeId(u"04039"_s))->zonage == domain::Zonage::Zip);
    CHECK(after.population.valeur == 1500);
    CHECK(proposal.overwritten == QStringList{u"Population retenue : Population retenue"_s});
    CHECK(proposal.summary.contains(u"1 commune ajoutée, 1 modifiée"_s));
    CHECK_FALSE(proposal.otherProject);
}

TEST_CASE("Replacing keeps nothing else")
{
    const auto proposal = propose(content(R"({"identite": {"nom": "Autre"}})"), example(), JsonMode::Replace);
    const domain::Projet after = applied(example(), proposal.changes);
    domain::Projet expected;
    expected.identite.nom = u"Autre"_s;
    CHECK(domain::diff(expected, after).empty());
    CHECK(proposal.summary.contains(u"1 commune retirée"_s));
    CHECK(proposal.overwritten.isEmpty());
    CHECK(applied(after, domain::invert(proposal.changes)).communes.size() == 1);
}

TEST_CASE("The file of another project is told")
{
    const QByteArray bytes = domain::projetToJson(example(), domain::Id::fromKey(u"projet:b"_s));
    CHECK(propose(bytes, {}, JsonMode::Complete).otherProject);
}

TEST_CASE("Damaged and wrong files propose nothing and say where the fault is")
{
    const QByteArray good = domain::projetToJson(example(), ours);
    const std::vector<std::pair<QByteArray, QString>> faults{
        {{}, u"JSON"_s},
        {"[]", u"projet d’Atelier CPTS"_s},
        {good.left(good.size() / 2), u"incomplet"_s},
        {QByteArray(good).replace("\"version\": 1", "\"version\": 99"), u"version"_s},
        {QByteArray(good).replace("atelier-cpts", "autre"), u"projet d’Atelier CPTS"_s},
        {content(R"({"comune": []})"), u"comune"_s},
        {content(R"({"commune": {}})"), u"commune"_s},
        {content(R"({"commune": [{"code": "04039", "population": "douze"}]})"), u"commune[1].population"_s},
        {content(R"({"commune": [{"code": "04039"}, {"code": "04039"}]})"), u"commune[2]"_s},
        {content(R"({"commune": [{"code": "04039", "zonage": "zrr"}]})"), u"commune[1].zonage"_s},
        {content(R"({"identite": {"porteur": "00000000-0000-0000-0000-000000000001"}})"), u"identite.porteur"_s},
        {QByteArray(2000, '['), u"niveaux"_s}};
    for (const auto &[bytes, part] : faults) {
        INFO(bytes.left(200).toStdString());
        const auto proposal = proposeJson(bytes, example(), ours, JsonMode::Complete);
        REQUIRE_FALSE(proposal.ok());
        CHECK(proposal.error().message.contains(part));
        CHECK(proposal.error().message.contains(u"Rien n’a été modifié"_s));
    }
}
