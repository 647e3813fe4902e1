// A chosen column of communes' figures becomes an indicator of the diagnostic: CartoSanté, the APL of the DREES, any
// other table.
#include "base/text.h"
#include "imports/cell_values.h"
#include "imports/commune_figures.h"

#include <algorithm>
#include <QRegularExpression>
#include <QSet>

namespace imports
{

using namespace Qt::Literals::StringLiterals;

namespace
{

const QString insee = u"insee"_s;
const QString valeur = u"valeur"_s;
const QString poids = u"poids"_s;
const QString valueTitles = u"valeurs?|taux.*|part .*|nombre.*|nb .*|effectifs?.*|indice.*|score.*|densite.*"_s;

bool isValueTitle(const QString &title)
{
    static const QRegularExpression form(QRegularExpression::anchoredPattern(valueTitles));
    return form.match(base::fold(title)).hasMatch();
}

bool hasField(const ColumnMapping &mapping, const QString &field)
{
    return std::any_of(mapping.begin(), mapping.end(), [&field](const auto &each) { return each.second == field; });
}

// Numbers that number: no value of a commune.
bool numbersSomething(const QString &title)
{
    static const QRegularExpression form(
        QRegularExpression::anchoredPattern(u"annees?|an|code.*|cp|siren.*|epci|n|no|numeros?|rang|ordre|id|ligne"_s));
    return form.match(base::fold(title)).hasMatch();
}

// The columns under a title that hold numbers, most of them, and that nothing else is read in.
std::vector<int> figureColumns(const ColumnMapping &mapping, const TableLook &look)
{
    std::vector<int> found;
    for (int column = 0; column < look.titles.size(); ++column) {
        const auto known = mapping.find(column);
        const QString title = look.titles[column];
        if (title.isEmpty() || numbersSomething(title) || (known != mapping.end() && known->second != valeur))
            continue;
        qsizetype filled = 0, figures = 0;
        for (const QStringList &row : look.rows)
            if (const QString cell = row.value(column); !cell.isEmpty()) {
                ++filled;
                figures += readDecimal(cell) ? 1 : 0;
            }
        if (filled > 0 && figures * 2 >= filled)
            found.push_back(column);
    }
    return found;
}

// The values: the column that is asked for, else the only one titled so, else the only one of figures.
void settleValues(ColumnMapping &mapping, const TableLook &look)
{
    if (look.said() && hasField(mapping, valeur))
        return;
    const std::vector<int> figures = figureColumns(mapping, look);
    std::vector<int> wanted;
    const bool guessed = hasField(mapping, valeur);
    for (int column = 0; column < look.titles.size(); ++column)
        if (!look.options.colonne.isEmpty() && base::fold(look.titles[column]) == base::fold(look.options.colonne))
            wanted.push_back(column);
    if (look.options.colonne.isEmpty())
        std::copy_if(figures.begin(), figures.end(), std::back_inserter(wanted),
                     [&](int column) { return !guessed || isValueTitle(look.titles[column]); });
    if (look.options.colonne.isEmpty() && guessed && wanted.empty())
        return; // under the right title, though nothing in it is a figure: it is told
    std::erase_if(mapping, [](const auto &each) { return each.second == valeur; });
    if (wanted.size() == 1)
        mapping[wanted.front()] = valeur;
}

QString unsureValues(const ColumnMapping &mapping, const TableLook &look)
{
    if (hasField(mapping, valeur))
        return {};
    QStringList quoted;
    for (const int column : figureColumns(mapping, look))
        quoted.push_back(u"« %1 »"_s.arg(look.titles[column]));
    const QString them = base::frenchList(quoted.mid(0, 30));
    if (!look.options.colonne.isEmpty())
        return u"n’a pas de colonne « %1 ». Colonnes de chiffres : %2."_s.arg(look.options.colonne.left(60),
                                                                              quoted.isEmpty() ? u"aucune"_s : them);
    if (quoted.isEmpty())
        return u"n’a pas de colonne de chiffres sous un titre."_s;
    return u"a plusieurs colonnes de chiffres : %1. Choisissez celle qui devient un indicateur."_s.arg(them) +
           (look.options.choice.isEmpty() ? QString() : u' ' + look.options.choice);
}

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
            job.input.what(), quoted.isEmpty() ? u"aucune"_s : quoted.join(u", "_s)) +
            (job.options.choice.isEmpty() ? QString() : u' ' + job.options.choice),
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
    layout.settle = settleValues;
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
    layout.settle = settleValues;
    layout.unsure = unsureValues;
    return {
        {u"valeurs-communes"_s,
         u"Valeurs par commune"_s,
         u"Fait d’une colonne de chiffres un indicateur du diagnostic : une valeur par commune, pour la carte, et "
         u"celle "
         u"du territoire."_s,
         u"Un tableau à vous (collé, Excel ou CSV) : Code Insee ou Commune, et une colonne de chiffres, dont le titre "
         u"devient celui de l’indicateur."_s,
         {identifying(inseeField(false)),
          identifying({u"nom"_s, u"Commune"_s,
                       u"communes?|libelle( commune| geographique)?|noms?( commune| de la commune)?|libgeo"_s}),
          {u"departement"_s, u"Département"_s, u"departement|code departement|dep|dept|dpt"_s},
          {valeur, u"Valeur de la commune"_s, valueTitles, true},
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
