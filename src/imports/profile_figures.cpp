// A chosen column of communes' figures becomes an indicator of the diagnostic: CartoSanté, the APL of the DREES, any
// other table.
#include "base/text.h"
#include "imports/commune_figures.h"

#include <QSet>

namespace imports
{

using namespace Qt::Literals::StringLiterals;

namespace
{

const QString insee = u"insee"_s;
const QString valeur = u"valeur"_s;
const QString poids = u"poids"_s;

// The column that becomes the indicator: the one chosen, the one that the format names, the only one left.
base::Result<int> valueColumn(const ImportJob &job)
{
    const QStringList &titles = job.rows.titles();
    const auto titled = [&titles](const QString &wanted) {
        for (int i = 0; i < titles.size(); ++i)
            if (base::fold(titles[i]) == base::fold(wanted))
                return i;
        return -1;
    };
    if (!job.options.colonne.isEmpty() && titled(job.options.colonne) >= 0)
        return titled(job.options.colonne);
    if (job.options.colonne.isEmpty() && job.rows.column(valeur) >= 0)
        return job.rows.column(valeur);
    QSet<int> named; // columns that say which commune it is
    for (const QString &field : {insee, u"nom"_s, u"departement"_s, poids})
        named.insert(job.rows.column(field));
    QStringList left;
    for (int i = 0; i < titles.size(); ++i)
        if (!named.contains(i) && !titles[i].isEmpty())
            left.push_back(titles[i]);
    if (left.size() == 1 && job.options.colonne.isEmpty())
        return titled(left.front());
    QStringList quoted;
    for (const QString &title : left.mid(0, 30))
        quoted.push_back(u"« %1 »"_s.arg(title));
    return base::Error{
        base::ErrorCode::Invalid,
        u"%1 : choisissez la colonne qui devient un indicateur. Rien n’a été modifié. Colonnes : %2."_s.arg(
            job.input.what(), quoted.isEmpty() ? u"aucune"_s : quoted.join(u", "_s)),
        {}};
}

base::Result<void> runCartosante(ImportJob &job)
{
    const auto column = valueColumn(job);
    if (!column)
        return column.error();
    const QString title = job.rows.titles().value(column.value());
    const bool added =
        job.options.agregation == Agregation::Somme || (job.options.agregation == Agregation::Auto && isCount(title));
    const QString how = added ? u"Somme des communes du territoire."_s
                              : u"Moyenne des communes, pondérée par leur population municipale."_s;
    return setCommuneIndicator(
        job, column.value(), added,
        {u"cartosante-"_s + base::fold(title), title, title.contains(u'%') ? u"%"_s : QString(), how, u"CartoSanté"_s});
}

base::Result<void> runValeurs(ImportJob &job)
{
    if (job.rows.column(insee) < 0 && job.rows.column(u"nom"_s) < 0)
        return nothingFound(job, u"aucune colonne de codes Insee ni de noms de communes"_s);
    const auto column = valueColumn(job);
    if (!column)
        return column.error();
    QString title = job.rows.titles().value(column.value());
    if (title.isEmpty())
        title = u"Valeurs importées"_s;
    const bool added =
        job.options.agregation == Agregation::Somme || (job.options.agregation == Agregation::Auto && isCount(title));
    return setCommuneIndicator(job, column.value(), added,
                               {u"valeurs-"_s + base::fold(title),
                                title,
                                title.contains(u'%') ? u"%"_s : QString(),
                                added ? u"Somme des communes du territoire."_s
                                      : u"Moyenne des communes, pondérée par leur population municipale."_s,
                                {}});
}

base::Result<void> runApl(ImportJob &job)
{
    const auto column = valueColumn(job);
    if (!column)
        return column.error();
    const QString title = job.rows.titles().value(column.value()).simplified();
    const bool usual = column.value() == job.rows.column(valeur);
    return setCommuneIndicator(
        job, column.value(), false,
        {u"apl-"_s + (usual ? u"medecins-generalistes"_s : base::fold(title)),
         usual ? u"Accessibilité potentielle localisée (APL) aux médecins généralistes"_s : title,
         u"consultations par an et par habitant standardisé"_s,
         u"Consultations de médecine générale accessibles par an et par habitant ; moyenne des "
         u"communes, pondérée par leur "
         "population standardisée."_s,
         u"DREES, accessibilité potentielle localisée"_s});
}

} // namespace

Runner cartosanteRunner()
{
    Layout layout;
    layout.titlesKnown = 1;
    layout.rows = 200'000;
    return {
        {u"cartosante"_s,
         u"Indicateur CartoSanté"_s,
         u"Fait d’une colonne du fichier un indicateur du diagnostic, calculé pour le territoire. Le département, la région et la France suivent, quand le fichier les contient."_s,
         u"CartoSanté (cartosante.atlasante.fr), rubrique Indicateurs, export des données par commune au format CSV."_s,
         {inseeField(true),
          {u"nom"_s, u"Nom de la commune"_s,
           u"commune|libelle( commune| geographique)?|nom( commune| de la commune)?|libgeo"_s},
          {valeur, u"Colonne de l’indicateur"_s, u"(?!)"_s},
          {poids, u"Colonne qui pondère"_s, u"(?!)"_s}}},
        layout,
        runCartosante};
}

Runner valeursRunner()
{
    Layout layout;
    layout.titlesKnown = 2;
    layout.rows = 200'000;
    layout.official = false;
    return {
        {u"valeurs-communes"_s,
         u"Valeurs par commune"_s,
         u"Fait d’une colonne de chiffres un indicateur du diagnostic : une valeur par commune, pour la carte, et "
         u"celle "
         u"du territoire."_s,
         u"Un tableau à vous (collé, CSV ou XLSX) : Code Insee ou Commune, et une colonne de valeurs, dont le titre "
         u"devient celui de l’indicateur."_s,
         {inseeField(false),
          {u"nom"_s, u"Commune"_s,
           u"communes?|libelle( commune| geographique)?|noms?( commune| de la commune)?|libgeo"_s},
          {u"departement"_s, u"Département"_s, u"departement|code departement|dep|dept|dpt"_s},
          {valeur, u"Valeur de la commune"_s,
           u"valeurs?|taux.*|part .*|nombre.*|nb .*|effectifs?.*|indice.*|score.*|densite.*"_s, true},
          {poids, u"Colonne qui pondère"_s, u"poids|ponderation"_s}}},
        layout,
        runValeurs};
}

Runner aplRunner()
{
    Layout layout;
    layout.titlesKnown = 3;
    layout.preferred = u"\\bapl\\b.*20\\d\\d|^20\\d\\d$"_s;
    layout.rows = 200'000;
    return {
        {u"apl"_s,
         u"Accessibilité aux médecins généralistes (APL)"_s,
         u"Ajoute l’accessibilité potentielle localisée du territoire, du département, de la région et de la France. Elle est pondérée par la population standardisée, comme la DREES le demande."_s,
         u"DREES, « L’accessibilité potentielle localisée (APL) », classeur des médecins généralistes "
         "(data.drees.solidarites-sante.gouv.fr) : le fichier XLSX tel quel."_s,
         {inseeField(true),
          {u"nom"_s, u"Nom de la commune"_s, u"commune|libelle commune|nom commune"_s},
          {valeur, u"APL"_s, u"apl aux medecins generalistes( \\d{4})?|apl"_s, true},
          {poids, u"Population standardisée"_s, u"population standardisee.*"_s, true}}},
        layout,
        runApl};
}

} // namespace imports
