// The very value at which a criterion changes its mind: words of a text, digits, shares, days.
#include "base/typography.h"
#include "controle/fiche.h"
#include "unit/controle/fixtures.h"

#include <limits>

using namespace Qt::Literals::StringLiterals;
using namespace fixtures;
using domain::Id;
using domain::Projet;

namespace
{

// Read once: it is judged some hundred times.
const Projet &example()
{
    static const Projet projet = vallees();
    return projet;
}

QString words(int count)
{
    QStringList list;
    for (int word = 0; word < count; ++word)
        list << u"mot"_s;
    return list.join(u' ');
}

Projet withText(const QString &code, const QString &text)
{
    Projet projet = example();
    const Id id = Id::fromKey(u"rubrique:"_s + code);
    projet.rubriques.insert(id, {code, text});
    return projet;
}

} // namespace

TEST_CASE("A text is short up to a word, and long enough from it on")
{
    const struct {
        QString criterion;
        QString rubrique;
        int enough;
    } cases[] = {{u"lettre.problematiques"_s, u"problematiques"_s, 80},
                 {u"lettre.gouvernance"_s, u"gouvernance"_s, 40},
                 {u"lettre.organisation"_s, u"organisation"_s, 30},
                 {u"projet.diagnostic"_s, u"problematiques-projet"_s, 80},
                 {u"projet.inclusion"_s, u"inclusion"_s, 20}};
    for (const auto &each : cases) {
        INFO(each.criterion.toStdString());
        CHECK(verdict(withText(each.rubrique, words(each.enough)), each.criterion) == u"F");
        CHECK(verdict(withText(each.rubrique, words(each.enough - 1)), each.criterion) == u"I");
        CHECK(verdict(withText(each.rubrique, words(1)), each.criterion) == u"I");
        CHECK(sentence(withText(each.rubrique, words(1)), each.criterion).contains(u"1 mot, souvent jugé court"_s));
        CHECK(verdict(withText(each.rubrique, u" \n\u00A0"_s), each.criterion) ==
              verdict(withText(each.rubrique, QString()), each.criterion));
    }
}

TEST_CASE("A mission socle is described from fifteen words on")
{
    for (const int count : {14, 15}) {
        Projet projet = example();
        mission(projet, references().missions().codesSocle().front()).description = words(count);
        CHECK(verdict(projet, u"lettre.socle-1"_s) == (count == 15 ? u"F" : u"I"));
    }
    Projet projet = example();
    mission(projet, references().missions().codesSocle().front()).retenue.reset();
    CHECK(sentence(projet, u"lettre.socle-1"_s).endsWith(u"répondez « oui » pour la retenir"_s));
}

TEST_CASE("An address for mail has one at sign, a name and an ending")
{
    const auto judged = [](const QString &mail) {
        Projet projet = example();
        porteur(projet).email = mail;
        return verdict(projet, u"lettre.porteur-mail"_s);
    };
    for (const QString &good : {u"a@b.fr"_s, u" camille.exemple@sous.domaine.exemple.fr "_s,
                                u"a+b_c-d@exemple.health"_s, u"é@exemple.fr"_s}) {
        INFO(good.toStdString());
        CHECK(judged(good) == u"F");
    }
    for (const QString &bad :
         {u""_s, u"  "_s, u"@exemple.fr"_s, u"a@"_s, u"a@fr"_s, u"a@exemple."_s, u"a@.fr"_s, u"a@exemple..fr"_s,
          u"a@b@c.fr"_s, u"a b@exemple.fr"_s, u"a@exemple.f"_s, u"a@exemple.fr, b@exemple.fr"_s, u"a@exemple.fr;"_s}) {
        INFO(bad.toStdString());
        CHECK(judged(bad) == u"B");
    }
}

TEST_CASE("A telephone is complete from ten digits on, however they are parted")
{
    const auto judged = [](const QString &telephone) {
        Projet projet = example();
        porteur(projet).telephone = telephone;
        return verdict(projet, u"lettre.porteur-telephone"_s);
    };
    for (const QString &good : {u"0400000000"_s, u"04.00.00.00.00"_s, u"+33 (0)4 00 00 00 00"_s, u"04-00-00-00-00"_s})
        CHECK(judged(good) == u"F");
    for (const QString &bad : {u"040000000"_s, u"poste 12"_s, u" "_s})
        CHECK(judged(bad) == u"I");
}

TEST_CASE("A SIRET has fourteen digits and the right key")
{
    const auto judged = [](const QString &siret) {
        Projet projet = example();
        projet.structure.siret = siret;
        return verdict(projet, u"projet.siret"_s);
    };
    for (const QString &good : {u"12345678200010"_s, u"123 456 782 00010"_s, u"123\u00A0456\u202F782 00010"_s})
        CHECK(judged(good) == u"F");
    for (int digit = 1; digit < 10; ++digit) // any other last digit is a slip
        CHECK(judged(u"1234567820001"_s + QString::number(digit)) == u"I");
    CHECK(judged(u"21345678200010"_s) == u"I"); // two digits exchanged
    for (const QString &bad : {u""_s, u" "_s, u"1234567820001"_s, u"123456782000100"_s, u"1234567820001O"_s,
                               u"123-456-782-00010"_s, u"١٢٣٤٥٦٧٨٢٠٠٠١٠"_s}) {
        INFO(bad.toStdString());
        CHECK(judged(bad) == u"B");
    }
}

TEST_CASE("A population is near the sum of the communes up to five per cent, above and below")
{
    const auto judged = [](qint64 declared) {
        Projet projet;
        domain::Commune &one = projet.communes.insert(Id::fromKey(u"commune:04039"_s));
        one.code = u"04039"_s;
        one.population = 1000;
        projet.population.valeur = declared;
        return verdict(projet, u"lettre.population-somme"_s);
    };
    for (const qint64 near : {950, 1000, 1050})
        CHECK(judged(near) == u"F");
    for (const qint64 far : {0, 949, 1051, 100'000})
        CHECK(judged(far) == u"I");
    Projet none;
    none.population.valeur = 1000;
    CHECK(verdict(none, u"lettre.population-somme"_s).isEmpty());
}

TEST_CASE("Today is neither late nor to come")
{
    Projet projet = example();
    projet.identite.etabliLe = today;
    CHECK(verdict(projet, u"projet.etabli-le"_s) == u"F");
    projet.identite.etabliLe = today.addDays(1);
    CHECK(verdict(projet, u"projet.etabli-le"_s) == u"I");
    projet.identite.etabliLe = {};
    CHECK(verdict(projet, u"projet.etabli-le"_s).isEmpty());

    projet.structure.etatStatuts = domain::EtatStatuts::AVenir;
    projet.structure.statutsPrevusLe = today;
    CHECK(verdict(projet, u"lettre.statuts"_s) == u"F");
    projet.structure.statutsPrevusLe = today.addDays(-1);
    CHECK(sentence(projet, u"lettre.statuts"_s) == u"La date prévue des statuts (22 novembre 2026) est passée");

    projet.echeances = {};
    domain::Echeance &step = projet.echeances.insert(Id::fromKey(u"e"_s));
    step.etape = u"ccopd"_s;
    step.date = today;
    CHECK(verdict(projet, u"lettre.echeances-passees"_s) == u"F");
    projet.echeances.find(Id::fromKey(u"e"_s))->date = today.addDays(-1);
    CHECK(verdict(projet, u"lettre.echeances-passees"_s) == u"I");
    projet.echeances.find(Id::fromKey(u"e"_s))->faite = true;
    CHECK(verdict(projet, u"lettre.echeances-passees"_s).isEmpty());
}

TEST_CASE("An elaboration of one year to the day is within the year")
{
    const auto judged = [](const QDate &from, const QDate &to) {
        Projet projet;
        domain::Echeance &start = projet.echeances.insert(Id::fromKey(u"a"_s));
        start.etape = u"elaboration"_s;
        start.date = from;
        domain::Echeance &end = projet.echeances.insert(Id::fromKey(u"b"_s));
        end.etape = u"validation"_s;
        end.date = to;
        return verdict(projet, u"lettre.duree-elaboration"_s);
    };
    const QDate start(2027, 2, 28);
    CHECK(judged(start, start.addMonths(12)) == u"F");
    CHECK(judged(start, start.addMonths(12).addDays(1)) == u"I");
    CHECK(judged(start, start) == u"F");
    CHECK(judged(start, start.addDays(-1)) == u"I");
    CHECK(judged(QDate(2028, 2, 29), QDate(2029, 2, 28)) == u"F");
    CHECK(judged(QDate(2028, 2, 29), QDate(2029, 3, 1)) == u"I");
    CHECK(judged(start, {}).isEmpty());
}

TEST_CASE("Counts that are equal fit, one more does not, and unknown ones say nothing")
{
    const auto judged = [](domain::Number identified, domain::Number asked, domain::Number members) {
        Projet projet;
        const QString code = references().professions().trame.front().code;
        domain::Effectif &row = projet.effectifs.insert(Id::fromKey(u"effectif:"_s + code));
        row.profession = code;
        row.identifies = identified;
        row.sollicites = asked;
        row.adherents = members;
        return verdict(projet, u"lettre.effectifs-coherents"_s);
    };
    CHECK(judged(3, 3, 3) == u"F");
    CHECK(judged(3, 4, 3) == u"I");
    CHECK(judged(3, 3, 4) == u"I");
    CHECK(judged(3, 4, 5) == u"II");
    CHECK(judged(3, {}, 4) == u"I");
    CHECK(judged({}, {}, 4) == u"F");
    CHECK(judged({}, {}, {}).isEmpty());
    constexpr qint64 huge = std::numeric_limits<qint64>::max();
    CHECK(judged(huge, huge, huge) == u"F");
    CHECK(judged(-huge, huge, -huge) == u"III");
}

TEST_CASE("Numbers beyond reason in every count of a project are judged without harm")
{
    for (const qint64 extreme : {std::numeric_limits<qint64>::max(), std::numeric_limits<qint64>::min()}) {
        Projet projet = example();
        for (const domain::TableDescription &table : domain::tables())
            for (const Id &id : table.ids(projet))
                for (const domain::FieldDescription &field : table.fields)
                    if (field.kind == domain::Kind::Integer)
                        REQUIRE(field.set(table.findForEdit(projet, id), extreme));
                    else if (field.kind == domain::Kind::Decimal)
                        REQUIRE(field.set(table.findForEdit(projet, id), double(extreme) * 1e200));
        const auto findings = controle::checkAll(projet, references(), today);
        CHECK(findings.size() > 40);
        for (const controle::Finding &finding : findings)
            CHECK(finding.sentence.size() < 400);
    }
}

TEST_CASE("The points of one fiche are written in French typography, as those of the whole project")
{
    const Projet projet = example();
    Projet spoilt = projet;
    for (const auto &[id, fiche] : projet.fiches) {
        spoilt.fiches.find(id)->professions.clear();
        spoilt.fiches.find(id)->acteurs.clear();
        spoilt.fiches.find(id)->coordonnateur = {};
        spoilt.fiches.find(id)->besoins.clear();
    }
    for (const Projet &each : {projet, spoilt})
        for (const auto &[id, fiche] : each.fiches)
            for (const controle::Finding &finding : controle::checkFiche(each, references(), today, id)) {
                INFO(finding.sentence.toStdString());
                CHECK(finding.sentence == base::frenchTypography(finding.sentence));
            }
}
