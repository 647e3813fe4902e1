#include "unit/store/sample.h"

using namespace testing;
using domain::Change;
using domain::ChangeList;

TEST_CASE("changes are cleaned, and those that then change nothing are left out")
{
    const domain::FieldAddress name{u"structure"_s, {}, u"nom"_s};
    const ChangeList changes{{Change::Type::Set, name, u"a"_s, u"b\r\n"_s},
                             {Change::Type::Set, name, u"b\n"_s, u"b\u0007\n"_s},
                             {Change::Type::Insert, {u"personne"_s, base::Id::create(), {}}, {}, {}}};
    const ChangeList clean = store::cleaned(changes);
    REQUIRE(clean.size() == 2);
    CHECK(clean[0].after == domain::Value(u"b\n"_s));
    CHECK(clean[1].type == Change::Type::Insert);
    CHECK(store::cleaned({}).empty());
}

TEST_CASE("references are checked in what results, whatever the order in the list")
{
    domain::Projet projet;
    const base::Id id = base::Id::create();
    const Change appears{Change::Type::Insert, {u"personne"_s, id, {}}, {}, {}};
    const Change named{Change::Type::Set, {u"identite"_s, {}, u"porteur"_s}, {}, id};
    REQUIRE(store::applyChecked(projet, {named, appears}).ok());
    // Gone while still referred to: refused, and everything as before.
    const domain::Projet before = projet;
    const Change gone{Change::Type::Remove, {u"personne"_s, id, {}}, {}, {}};
    const auto refused = store::applyChecked(projet, {gone});
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().code == base::ErrorCode::Invalid);
    CHECK(domain::diff(before, projet).empty());
    REQUIRE(store::applyChecked(projet, domain::removing(projet, u"personne"_s, id)).ok());
    CHECK(projet.personnes.empty());
    CHECK(projet.identite.porteur.isNull());
}

TEST_CASE("one of several references that leads nowhere is enough to refuse")
{
    domain::Projet projet;
    const base::Id commune = base::Id::fromKey(u"commune:04039"_s);
    const base::Id quartier = base::Id::create();
    REQUIRE(
        store::applyChecked(projet, domain::inserting(projet, u"commune"_s, commune, {{u"code"_s, u"04039"_s}})).ok());
    REQUIRE(store::applyChecked(projet, domain::inserting(projet, u"qpv"_s, quartier, {})).ok());
    const domain::FieldAddress communes{u"qpv"_s, quartier, u"communes"_s};
    CHECK(store::applyChecked(projet, domain::setting(projet, communes, base::IdList{commune})).ok());
    CHECK_FALSE(
        store::applyChecked(projet, domain::setting(projet, communes, base::IdList{commune, base::Id::create()})).ok());
    CHECK(projet.qpv.find(quartier)->communes == base::IdList{commune});
    const ChangeList pulled{{Change::Type::Set, {u"commune"_s, commune, u"code"_s}, u"04039"_s, QString()},
                            {Change::Type::Remove, {u"commune"_s, commune, {}}, {}, {}}};
    CHECK_FALSE(store::applyChecked(projet, pulled).ok());
    CHECK(projet.communes.find(commune)->code == u"04039");
}

TEST_CASE("the longest text is accepted, written and read, one more character is not")
{
    store::Contents contents;
    contents.project = base::Id::create();
    const domain::FieldAddress name{u"structure"_s, {}, u"nom"_s};
    QString longest(store::maximumText, u'é');
    REQUIRE(store::applyChecked(contents.projet, domain::setting(contents.projet, name, longest)).ok());
    contents.journal.push_back({1, u"u"_s, 1, u"Écrire"_s, {}, domain::diff({}, contents.projet), false});
    const auto opened = store::fromBytes(bytesOf(contents));
    REQUIRE(opened.ok());
    CHECK(opened.value().contents.projet.structure.nom == longest);
    CHECK(opened.value().contents.journal.size() == 1);
    longest += u'x';
    CHECK_FALSE(store::applyChecked(contents.projet, domain::setting(contents.projet, name, longest)).ok());
}

TEST_CASE("hashes follow what they name: facts, or facts and history")
{
    const store::Contents contents = sampleContents();
    store::Contents other = contents;
    other.publishedBy = u"quelqu’un d’autre"_s;
    other.complete = 3;
    CHECK(store::logicalHash(other) == store::logicalHash(contents));
    other.journal[0].undone = true;
    CHECK(store::logicalHash(other) != store::logicalHash(contents));
    CHECK(store::factsHash(other) == store::factsHash(contents));
    other.projet.structure.nom += u'x';
    CHECK(store::factsHash(other) != store::factsHash(contents));
    store::Contents copy = contents;
    copy.project = base::Id::create();
    CHECK(store::factsHash(copy) != store::factsHash(contents));
}

TEST_CASE("the summary of an empty project leaves blank what is not known")
{
    const store::Resume resume = store::resumeOf({});
    CHECK(resume.name.isEmpty());
    CHECK(resume.departements.isEmpty());
    CHECK_FALSE(resume.population);
    CHECK_FALSE(resume.complete);
    CHECK_FALSE(resume.createdOn.isValid());
    store::Contents corsica;
    corsica.projet.communes.insert(base::Id::fromKey(u"commune:2A004"_s)).code = u"2A004"_s;
    CHECK(store::resumeOf(corsica).departements == u"2A");
}
