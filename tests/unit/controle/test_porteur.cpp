#include "unit/controle/fixtures.h"

using namespace Qt::Literals::StringLiterals;
using namespace fixtures;

TEST_CASE("The project has a name")
{
    domain::Projet projet = vallees();
    CHECK(verdict(projet, u"lettre.nom-projet"_s) == u"F");
    projet.identite.nom = u"  "_s;
    CHECK(verdict(projet, u"lettre.nom-projet"_s) == u"B");
    CHECK(of(projet, u"lettre.nom-projet"_s).front().field == domain::FieldAddress{u"identite"_s, {}, u"nom"_s});
}

TEST_CASE("Nobody in charge: the four facts lead to the choice of the person")
{
    domain::Projet projet = vallees();
    projet.identite.porteur = {};
    for (const auto &[criterion, expected] :
         {std::pair{u"lettre.porteur-nom"_s, u"B"_s}, std::pair{u"lettre.porteur-profession"_s, u"I"_s},
          std::pair{u"lettre.porteur-mail"_s, u"B"_s}, std::pair{u"lettre.porteur-telephone"_s, u"I"_s}}) {
        CHECK(verdict(vallees(), criterion) == u"F");
        CHECK(verdict(projet, criterion) == expected);
        CHECK(of(projet, criterion).front().field == domain::FieldAddress{u"identite"_s, {}, u"porteur"_s});
    }
}

TEST_CASE("Each fact of the porteur leads to its own field")
{
    domain::Projet projet = vallees();
    porteur(projet).nom.clear();
    porteur(projet).profession.clear();
    porteur(projet).telephone.clear();
    porteur(projet).email.clear();
    const base::Id id = projet.identite.porteur;
    CHECK(of(projet, u"lettre.porteur-nom"_s).front().field == domain::FieldAddress{u"personne"_s, id, u"nom"_s});
    CHECK(of(projet, u"lettre.porteur-mail"_s).front().field == domain::FieldAddress{u"personne"_s, id, u"email"_s});
    CHECK(verdict(projet, u"lettre.porteur-profession"_s) == u"I");
    CHECK(verdict(projet, u"lettre.porteur-telephone"_s) == u"I");
}

TEST_CASE("An address for mail that cannot receive the answer blocks")
{
    domain::Projet projet = vallees();
    for (const QString &good : {u"contact@exemple.fr"_s, u" a.b+c@sous.exemple.sante "_s, u"é@exemple.fr"_s}) {
        porteur(projet).email = good;
        CHECK(verdict(projet, u"lettre.porteur-mail"_s) == u"F");
    }
    for (const QString &bad : {u"contact"_s, u"contact@exemple"_s, u"@exemple.fr"_s, u"a b@exemple.fr"_s,
                               u"a@b@exemple.fr"_s, u"a@exemple.fr;b@exemple.fr"_s, u"a@exemple..fr"_s, u"a@.fr"_s}) {
        porteur(projet).email = bad;
        INFO(bad.toStdString());
        CHECK(verdict(projet, u"lettre.porteur-mail"_s) == u"B");
    }
    porteur(projet).email = QString(5000, u'x');
    CHECK(sentence(projet, u"lettre.porteur-mail"_s).size() < 150);
}

TEST_CASE("A telephone has its digits")
{
    domain::Projet projet = vallees();
    for (const QString &good : {u"04 00 00 00 00"_s, u"+33 4 00 00 00 00"_s, u"04.00.00.00.00"_s}) {
        porteur(projet).telephone = good;
        CHECK(verdict(projet, u"lettre.porteur-telephone"_s) == u"F");
    }
    porteur(projet).telephone = u"04 00 00"_s;
    CHECK(verdict(projet, u"lettre.porteur-telephone"_s) == u"I");
    CHECK(sentence(projet, u"lettre.porteur-telephone"_s).contains(u"« 04 00 00 »"));
}

TEST_CASE("The contacts are answered, « Autres » aside")
{
    domain::Projet projet = vallees();
    CHECK(verdict(projet, u"lettre.contacts"_s) == u"F");
    projet.contacts.remove(base::Id::fromKey(u"contact:autres"_s));
    CHECK(verdict(projet, u"lettre.contacts"_s) == u"F");
    projet.contacts.remove(base::Id::fromKey(u"contact:collectivites"_s));
    projet.contacts.find(base::Id::fromKey(u"contact:centre-hospitalier"_s))->pris.reset();
    CHECK(sentence(projet, u"lettre.contacts"_s) == u"2 lignes de contacts sans réponse");
    CHECK(of(projet, u"lettre.contacts"_s).front().field.id == base::Id::fromKey(u"contact:collectivites"_s));
    projet.contacts.find(base::Id::fromKey(u"contact:centre-hospitalier"_s))->pris = false;
    CHECK(sentence(projet, u"lettre.contacts"_s) == u"1 ligne de contact sans réponse");
}

TEST_CASE("A contact taken says with whom")
{
    domain::Projet projet = vallees();
    CHECK(verdict(projet, u"lettre.contacts-precises"_s) == u"F");
    auto *contact = projet.contacts.find(base::Id::fromKey(u"contact:collectivites"_s));
    contact->precision = u" "_s;
    CHECK(verdict(projet, u"lettre.contacts-precises"_s) == u"I");
    CHECK(of(projet, u"lettre.contacts-precises"_s).front().field.field == u"precision");
    const auto others = base::Id::fromKey(u"contact:autres"_s);
    projet.contacts.insert(others, {u"autres"_s, true, {}});
    const auto told = of(projet, u"lettre.contacts-precises"_s).front(); // by their names, the first one is led to
    CHECK(plain(told.sentence) ==
          u"Contact pris sans préciser avec qui : collectivités territoriales et autres structures");
    CHECK(told.field.id == base::Id::fromKey(u"contact:collectivites"_s));
    projet.contacts.remove(others);
    contact->pris = false;
    CHECK(verdict(projet, u"lettre.contacts-precises"_s) == u"F");
    for (auto &[id, each] : std::map(projet.contacts.begin(), projet.contacts.end()))
        projet.contacts.remove(id);
    CHECK(verdict(projet, u"lettre.contacts-precises"_s).isEmpty());
}
