// The values reached by an indicator, as they are shown.
#include "models/releves.h"
#include "open_project.h"

using namespace models;
using namespace Qt::Literals::StringLiterals;

namespace
{

struct Followed {
    domain::Projet projet = emptyProject();
    Id indicator = Id::create();

    Followed()
    {
        domain::IndicateurAction &one = projet.indicateursAction.insert(indicator);
        one.intitule = u"Patients sans médecin traitant"_s;
        one.unite = u"patients"_s;
    }
    domain::IndicateurAction &record() { return *projet.indicateursAction.find(indicator); }
    Id add(domain::Number year, domain::Decimal value)
    {
        const Id id = Id::create();
        domain::Releve &releve = projet.releves.insert(id);
        releve.indicateur = indicator;
        releve.annee = year;
        releve.valeur = value;
        return id;
    }
};

QString plain(QString text)
{
    return text.replace(QChar(QChar::Nbsp), u' ').replace(QChar(0x202F), u' ');
}

QStringList rows(const RecordTableModel &model)
{
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells << model.index(row, column).data().toString();
        all << plain(cells.join(u" | "_s));
    }
    return all;
}

} // namespace

TEST_CASE("The values of an indicator stand by year, with its unit, and follow it")
{
    Followed followed;
    followed.add(2030, 1);
    const Id first = followed.add(2028, 1048.5);
    OpenProject open(followed.projet);
    const RecordTableModel model(relevesTable(followed.indicator), *open.dossier);
    CHECK(rows(model) == QStringList{u"2028 | 1 048,5 patients | "_s, u"2030 | 1 patient | "_s});
    open.edit(domain::setting(open.projet(), {u"releve"_s, first, u"annee"_s}, qint64(2031)));
    CHECK(rows(model) == QStringList{u"2030 | 1 patient | "_s, u"2031 | 1 048,5 patients | "_s});
    open.edit(domain::setting(open.projet(), {u"indicateurAction"_s, followed.indicator, u"unite"_s}, u"%"_s));
    CHECK(rows(model).last() == u"2031 | 1 048,5 % | ");
    open.edit(domain::removing(open.projet(), u"indicateurAction"_s, followed.indicator)); // takes them along
    CHECK(model.rowCount() == 0);
    CHECK(open.projet().releves.empty());
    REQUIRE(open.dossier->undo().ok());
    CHECK(model.rowCount() == 2);
}

TEST_CASE("Where an indicator starts, where it goes and what it reached last are said in words")
{
    Followed followed;
    CHECK(departEtCible(followed.projet, Id::create()).isEmpty());
    CHECK(dernierReleveEnClair(followed.projet, followed.indicator).isEmpty());
    CHECK(departEtCible(followed.projet, followed.indicator) ==
          u"« Patients sans médecin traitant » : départ à préciser, cible à préciser.");
    followed.record().depart = 48;
    followed.record().departLe = QDate(2027, 1, 1);
    followed.record().cible = 30;
    followed.record().echeance = QDate(2031, 12, 31);
    CHECK(plain(departEtCible(followed.projet, followed.indicator)) ==
          u"« Patients sans médecin traitant » : départ 48 patients le 1er janvier 2027, cible 30 patients au 31 "
          u"décembre 2031.");
    followed.record().intitule.clear();
    CHECK(departEtCible(followed.projet, followed.indicator).startsWith(u"Indicateur sans intitulé : "_s));
    followed.add(2029, 31);
    followed.add(2028, 40);
    CHECK(plain(dernierReleveEnClair(followed.projet, followed.indicator)) == u"31 patients en 2029");
}

TEST_CASE("A year that stands twice is told with what it already says")
{
    Followed followed;
    const Id first = followed.add(2029, 48);
    CHECK(anneeEnDouble(followed.projet, first).isEmpty());
    const Id second = followed.add(2029, {});
    CHECK(plain(anneeEnDouble(followed.projet, second)) ==
          u"2029 est déjà dans la liste : 48 patients. Gardez une seule valeur par année.");
    CHECK(anneeEnDouble(followed.projet, first) == u"2029 est déjà dans la liste. Gardez une seule valeur par année.");
    CHECK(anneeEnDouble(followed.projet, Id::create()).isEmpty());
}
