// The sentences of the fil rouge, one by one: what is known is said, what is not is said to be missing, once.
#include "report/fil_rouge_lines.h"
#include "report/pictures.h"
#include "report/trame_data.h"
#include "support/thread.h"
#include "unit/report/fixtures.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace fixtures;

namespace
{

// One action with an indicator, a cost, a step.
struct One {
    domain::Projet projet;
    base::Id fiche = support::addFiche(projet, u"a"_s, u"Ateliers"_s);
    base::Id indicator = support::addIndicateur(projet, u"a"_s, fiche, u"Patients suivis"_s);
    base::Id cost = base::Id::create();
    base::Id step = base::Id::create();
    domain::IndicateurAction &figure = *projet.indicateursAction.find(indicator);
    domain::LigneBudget &line = projet.budget.insert(cost);
    domain::EtapeAction &part = projet.etapesAction.insert(step);

    [[nodiscard]] report::FilRougeContext context() const { return {*trame().data().filRouge, projet, references()}; }
    [[nodiscard]] QString indicatorWords() const { return textOf(report::indicatorRuns(context(), indicator)); }
    [[nodiscard]] QString costWords() const { return textOf(report::budgetRuns(context(), cost)); }
    [[nodiscard]] QString stepWords() const { return textOf(report::stepRuns(context(), step)); }
};

qsizetype missingIn(const QString &words)
{
    return words.count(u"à préciser"_s);
}

} // namespace

TEST_CASE("An indicator says where it starts and where it goes, with what is known of each")
{
    One one;
    CHECK(one.indicatorWords() == u"Patients suivis – départ à préciser – cible à préciser");
    one.figure.unite = u"patients"_s;
    one.figure.depart = 1;
    one.figure.cible = 30;
    CHECK(one.indicatorWords() == u"Patients suivis – départ 1 patient – cible 30 patients");
    one.figure.departLe = QDate(2027, 3, 1);
    one.figure.departSource = u"REZONE"_s;
    one.figure.echeance = QDate(2028, 12, 31);
    CHECK(one.indicatorWords() == u"Patients suivis – départ 1 patient, le 1er mars 2027, source : REZONE – cible 30 "
                                  u"patients, au 31 décembre 2028");
    one.figure.depart.reset(); // a date and a source of nothing are not said
    CHECK(one.indicatorWords() == u"Patients suivis – départ à préciser – cible 30 patients, au 31 décembre 2028");
    one.figure.cible.reset();
    CHECK(missingIn(one.indicatorWords()) == 2);
    one.figure.intitule = u" \n"_s;
    CHECK(missingIn(one.indicatorWords()) == 3);
    one.figure.depart = 0;
    one.figure.cible = -12.5;
    one.figure.unite = u"  "_s;
    CHECK(one.indicatorWords().contains(u"départ 0"_s));
    CHECK(one.indicatorWords().contains(u"cible −12,5, au"_s));
}

TEST_CASE("What an indicator reached last stands between where it starts and where it goes")
{
    One one;
    one.figure.unite = u"patients"_s;
    one.figure.depart = 48;
    one.figure.cible = 30;
    for (const auto &[year, value] : {std::pair(2029, 41.0), std::pair(2030, 1.0), std::pair(2028, 45.0)}) {
        domain::Releve &releve = one.projet.releves.insert(base::Id::create());
        releve.indicateur = one.indicator;
        releve.annee = year;
        releve.valeur = value;
    }
    CHECK(one.indicatorWords() == u"Patients suivis – départ 48 patients – valeur relevée 1 patient en 2030 – cible 30 "
                                  u"patients");
    const auto runs = report::indicatorRuns(one.context(), one.indicator);
    CHECK(std::count_if(runs.begin(), runs.end(),
                        [](const report::Run &run) { return run.field.startsWith(u"releve"_s); }) == 2);
}

TEST_CASE("A cost says its amount, its year and who pays, or that it is to be told")
{
    One one;
    CHECK(missingIn(one.costWords()) == 3);
    one.line.intitule = u"Coordination"_s;
    one.line.prevu = 12'000;
    one.line.financeur = u"ARS"_s;
    CHECK(one.costWords() == u"Coordination : 12 000 €, financeur : ARS");
    one.line.annee = 2027;
    CHECK(one.costWords() == u"Coordination : 12 000 € (2027), financeur : ARS");
    one.line.prevu = 0;
    CHECK(one.costWords().contains(u": 0 € (2027)"_s));
    one.line.prevu = 1234.5;
    CHECK(one.costWords().contains(u"1 234,50 €"_s));
    one.line.financeur = u"\u0001"_s;
    CHECK(missingIn(one.costWords()) == 1);
}

TEST_CASE("A step says its days as they were typed, once when they are one")
{
    One one;
    one.part.intitule = u"Ouvrir"_s;
    CHECK(one.stepWords() == u"Ouvrir");
    one.part.debut = QDate(2027, 3, 1);
    CHECK(one.stepWords() == u"Ouvrir (1er mars 2027)");
    one.part.fin = QDate(2027, 6, 30);
    CHECK(one.stepWords() == u"Ouvrir (1er mars 2027 – 30 juin 2027)");
    std::swap(one.part.debut, one.part.fin);
    CHECK(one.stepWords() == u"Ouvrir (30 juin 2027 – 1er mars 2027)");
    one.part.fin = one.part.debut;
    CHECK(one.stepWords() == u"Ouvrir (30 juin 2027)");
    one.part.debut = {};
    CHECK(one.stepWords() == u"Ouvrir (30 juin 2027)");
    one.part.debut = QDate(2027, 3, 1);
    one.part.sorte = domain::SorteEtape::Jalon;
    CHECK(one.stepWords() == u"Ouvrir (1er mars 2027)");
    one.part.intitule.clear();
    CHECK(one.stepWords() == u"à préciser (1er mars 2027)");
}

TEST_CASE("Each run that is a fact leads to its field, and each that is missing too")
{
    One one;
    one.figure.depart = 2;
    one.line.prevu = 3;
    for (const report::Runs &runs :
         {report::indicatorRuns(one.context(), one.indicator), report::budgetRuns(one.context(), one.cost),
          report::evidenceRuns(one.context(), one.indicator)}) {
        int tagged = 0;
        for (const report::Run &run : runs) {
            if (run.italic)
                CHECK_FALSE(run.field.isEmpty());
            if (run.field.isEmpty())
                continue;
            ++tagged;
            const auto at = domain::FieldAddress::parse(run.field);
            REQUIRE(at);
            CHECK(domain::table(at->table)->field(at->field));
            CHECK_FALSE(trame().pageOf(*at).isEmpty());
        }
        CHECK(tagged > 0);
    }
}

TEST_CASE("A need without words is told, an unknown mission is called by its code")
{
    One one;
    CHECK(textOf(report::needRuns(one.context(), base::Id::create())) ==
          textOf({report::word(one.context(), u"besoin-sans-enonce"_s)}));
    const base::Id need = support::addBesoin(one.projet, u"a"_s, u"\n \u0001"_s);
    CHECK(textOf(report::needRuns(one.context(), need)) ==
          textOf({report::word(one.context(), u"besoin-sans-enonce"_s)}));
    one.projet.besoins.find(need)->enonce = u"Prévenir les chutes"_s;
    CHECK(textOf(report::needRuns(one.context(), need)) == u"Prévenir les chutes");
    CHECK(report::missionName(one.context(), u"d-une-autre-trame"_s) == u"d-une-autre-trame");
    CHECK(report::missionName(one.context(), u"prevention"_s) == u"Prévention");
}

TEST_CASE("A picture of a text is the piece that holds its bytes, as large as its author saw it")
{
    domain::Projet projet;
    const report::PictureLookup lookup = report::picturesOf(projet);
    base::RichPicture picture;
    picture.piece = base::Id::create();
    CHECK_FALSE(lookup(picture));
    domain::PieceJointe &piece = projet.pieces.insert(picture.piece);
    CHECK_FALSE(lookup(picture)); // received without its attachments
    const QByteArray head("\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\x01\x80\0\0\0\xC0\x08\x06\0\0\0", 29); // 384 by 192
    piece.empreinte = projet.contenus.add(head);
    const auto figure = lookup(picture);
    REQUIRE(figure);
    CHECK(figure->size.width() == Approx(101.6));
    CHECK(figure->size.height() == Approx(50.8));
    CHECK(figure->picture == head);
    CHECK(figure->description == u"Image sans description");
    picture.alternative = u"Le territoire : 41 communes"_s;
    picture.caption = u"D'après l'INSEE"_s;
    CHECK(plain(lookup(picture)->description) == u"Le territoire : 41 communes");
    CHECK(lookup(picture)->source == u"D’après l’INSEE");
    piece.empreinte = projet.contenus.add("%PDF-1.7");
    CHECK_FALSE(lookup(picture));
    const QByteArray bomb("\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\x01\x86\xA0\0\x01\x86\xA0\x08\x06\0\0\0", 29);
    piece.empreinte = projet.contenus.add(bomb);
    CHECK_FALSE(lookup(picture));
}
