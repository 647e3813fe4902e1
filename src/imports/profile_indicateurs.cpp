// A table of figures that a coordinator keeps or copies from REZONE, the ORS, a CLS: one line per indicator.
#include "base/text.h"
#include "imports/cell_values.h"
#include "imports/commune_facts.h"
#include "imports/draft.h"

#include <QSet>

namespace imports
{

using namespace Qt::Literals::StringLiterals;

namespace
{

using domain::IndicateurDiagnostic;

struct FigureField {
    QString code;
    domain::Decimal IndicateurDiagnostic::*member;
};
struct TextField {
    QString code;
    QString IndicateurDiagnostic::*member;
};

const std::vector<FigureField> &figures()
{
    static const std::vector<FigureField> all{{u"territoire"_s, &IndicateurDiagnostic::territoire},
                                              {u"departement"_s, &IndicateurDiagnostic::departement},
                                              {u"region"_s, &IndicateurDiagnostic::region},
                                              {u"france"_s, &IndicateurDiagnostic::france},
                                              {u"objectif"_s, &IndicateurDiagnostic::objectif}};
    return all;
}

const std::vector<TextField> &texts()
{
    static const std::vector<TextField> all{{u"unite"_s, &IndicateurDiagnostic::unite},
                                            {u"source"_s, &IndicateurDiagnostic::source},
                                            {u"theme"_s, &IndicateurDiagnostic::theme},
                                            {u"definition"_s, &IndicateurDiagnostic::definition},
                                            {u"commentaire"_s, &IndicateurDiagnostic::commentaire}};
    return all;
}

Profile profileOf()
{
    return {
        u"indicateurs"_s,
        u"Tableau d’indicateurs"_s,
        u"Ajoute ou met à jour les indicateurs du diagnostic, une ligne par indicateur, avec leurs valeurs de comparaison."_s,
        u"Un tableau à vous (collé, Excel ou CSV) : Indicateur, Territoire, Département, Région, France, Objectif, "
        u"Unité, "
        "Source, Année. Seuls l’indicateur et une valeur sont nécessaires."_s,
        {{u"intitule"_s, u"Indicateur"_s, u"indicateurs?|intitule.*|libelle.*|nom( de l)? indicateur|mesure"_s, true},
         {u"territoire"_s, u"Territoire"_s, u"territoire.*|cpts.*|valeur.*|local|notre territoire|votre cpts"_s},
         {u"departement"_s, u"Département"_s, u"departement.*|dep|dept|dpt"_s},
         {u"region"_s, u"Région"_s, u"region.*|paca|reg"_s},
         {u"france"_s, u"France"_s, u"france.*|national.*|pays|metropole"_s},
         {u"objectif"_s, u"Objectif"_s, u"objectif.*|cible|norme"_s},
         {u"unite"_s, u"Unité"_s, u"unites?( de mesure)?"_s},
         {u"source"_s, u"Source"_s, u"sources?.*|origine|producteur"_s},
         {u"annee"_s, u"Année"_s, u"annees?.*|millesime|date|periode"_s},
         {u"theme"_s, u"Thème"_s, u"themes?|thematique|domaine|categorie|rubrique"_s},
         {u"definition"_s, u"Définition"_s, u"definition.*|mode de calcul|description"_s},
         {u"commentaire"_s, u"Commentaire"_s, u"commentaires?|constats?|remarques?|observations?|analyse"_s}}};
}

// Cells that say nothing.
bool isBlank(const QString &cell)
{
    static const QStringList words{u"nd"_s, u"n d"_s, u"nc"_s, u"n c"_s, u"na"_s, u"n a"_s, u"s"_s, u"ns"_s};
    const QString folded = base::fold(cell);
    return folded.isEmpty() || words.contains(folded);
}

void takeFigures(ImportJob &job, IndicateurDiagnostic &indicator)
{
    for (const FigureField &field : figures()) {
        const QString cell = job.rows.text(field.code);
        if (isBlank(cell))
            continue;
        const auto value = readDecimal(cell);
        if (!value) {
            job.draft.remark(job.rows.line(), u"%1 : « %2 » n’est pas un nombre ; valeur laissée de côté"_s.arg(
                                                  job.profile.field(field.code)->label, cell.left(40)));
            continue;
        }
        indicator.*field.member = value;
        if (indicator.unite.isEmpty() && cell.endsWith(u'%'))
            indicator.unite = u"%"_s;
    }
}

void takeRow(ImportJob &job, QSet<domain::Id> &seen)
{
    const QString title = job.rows.text(u"intitule"_s).simplified();
    const int line = job.rows.line();
    if (title.isEmpty())
        return job.draft.remark(line, u"pas d’indicateur ; ligne laissée de côté"_s);
    if (isFormula(title))
        return job.draft.remark(
            line, u"« %1 » est une formule, pas un indicateur ; ligne laissée de côté"_s.arg(title.left(40)));
    auto &indicator = job.draft.indicator(base::fold(title), title);
    for (const TextField &field : texts())
        if (const QString cell = job.rows.text(field.code); !cell.isEmpty() && !isFormula(cell))
            indicator.*field.member = cell;
    takeFigures(job, indicator);
    if (const auto year = readYear(job.rows.text(u"annee"_s)))
        indicator.annee = year;
    else if (!indicator.annee)
        indicator.annee = job.options.annee;
    for (const auto &[id, each] : job.draft.after.indicateurs) {
        if (&each != &indicator)
            continue;
        if (seen.contains(id))
            job.draft.remark(
                line,
                u"« %1 » figure deux fois dans la liste ; les valeurs de la dernière ligne sont gardées"_s.arg(title));
        seen.insert(id);
    }
    if (!indicator.annee || indicator.source.isEmpty())
        job.draft.remark(line, u"« %1 » n’a pas %2 : à compléter"_s.arg(title, indicator.annee ? u"de source"_s
                                                                               : indicator.source.isEmpty()
                                                                                   ? u"de source ni d’année"_s
                                                                                   : u"d’année"_s));
}

base::Result<void> run(ImportJob &job)
{
    bool any = false;
    for (const FigureField &field : figures())
        any = any || job.rows.column(field.code) >= 0;
    if (!any)
        return nothingFound(job, u"aucune colonne de valeurs (Territoire, Département, Région, France, Objectif)"_s);
    QSet<domain::Id> seen;
    while (job.rows.next())
        takeRow(job, seen);
    if (seen.isEmpty())
        return nothingFound(job, u"aucun indicateur n’a été lu"_s);
    return {};
}

} // namespace

Runner indicateursRunner()
{
    Layout layout;
    layout.official = false;
    layout.rows = 5'000;
    return {profileOf(), layout, run};
}

} // namespace imports
