// A chosen column of communes' figures becomes an indicator of the diagnostic: CartoSanté, and the APL of the DREES.
#include "base/text.h"
#include "imports/cell_values.h"
#include "imports/draft.h"
#include "imports/territory.h"

#include <cmath>
#include <QRegularExpression>

namespace imports
{

using namespace Qt::Literals::StringLiterals;

namespace
{

const QString insee = u"insee"_s;
const QString valeur = u"valeur"_s;
const QString poids = u"poids"_s;

ImportField inseeField()
{
    return {
        insee, u"Code INSEE de la commune"_s,
        u"code( officiel)?( geographique| geo)?( commune| de la commune)?( insee)?|codgeo|insee|code insee.*|depcom|com"_s,
        true};
}

// The column that becomes the indicator: the one chosen, the one that the format names, the only one left.
base::Result<int> valueColumn(const ImportJob &job)
{
    const QStringList &titles = job.rows.titles();
    const auto named = [&titles](const QString &wanted) {
        for (int i = 0; i < titles.size(); ++i)
            if (base::fold(titles[i]) == base::fold(wanted))
                return i;
        return -1;
    };
    if (!job.options.colonne.isEmpty() && named(job.options.colonne) >= 0)
        return named(job.options.colonne);
    if (job.options.colonne.isEmpty() && job.rows.column(valeur) >= 0)
        return job.rows.column(valeur);
    QStringList left;
    for (int i = 0; i < titles.size(); ++i)
        if (i != job.rows.column(insee) && i != job.rows.column(u"nom"_s) && !titles[i].isEmpty())
            left.push_back(titles[i]);
    if (left.size() == 1 && job.options.colonne.isEmpty())
        return named(left.front());
    QStringList quoted;
    for (const QString &title : left.mid(0, 30))
        quoted.push_back(u"« %1 »"_s.arg(title));
    return base::Error{
        base::ErrorCode::Invalid,
        u"%1 : choisissez la colonne qui devient un indicateur. Rien n’a été modifié. Colonnes : %2."_s.arg(
            job.input.what(), quoted.isEmpty() ? u"aucune"_s : quoted.join(u", "_s)),
        {}};
}

bool isCount(const QString &title)
{
    static const QRegularExpression form(u"^(nombre|nb|nbre|effectif|effectifs|population|pop|total)\\b"_s);
    return form.match(base::fold(title)).hasMatch();
}

// Reads (value × weight, weight) of each commune; a weight of inhabitants when the file has no column of weights.
class Figures
{
public:
    Figures(ImportJob &job, const Territory &territory, int column, bool added)
        : m_job(job), m_territory(territory), m_column(column), m_added(added), m_sums(territory, 2)
    {
    }

    void read();
    [[nodiscard]] domain::Decimal of(const std::optional<Comparison::Figures> &sums, int decimals) const;
    [[nodiscard]] const Comparison &sums() const { return m_sums; }

private:
    [[nodiscard]] domain::Decimal weight(const QString &code) const;

    ImportJob &m_job;
    const Territory &m_territory;
    int m_column;
    bool m_added;
    Comparison m_sums;
};

domain::Decimal Figures::weight(const QString &code) const
{
    if (m_added)
        return 1;
    if (m_job.rows.column(poids) >= 0)
        return readDecimal(m_job.rows.text(poids));
    const auto commune = m_territory.reference().find(code);
    return commune && commune->population ? domain::Decimal(*commune->population) : std::nullopt;
}

void Figures::read()
{
    while (m_job.rows.next()) {
        const QString written = m_job.rows.text(insee);
        const QString code = readInsee(written);
        if (code.isEmpty()) {
            if (written.size() > 3 && written.size() < 7)
                m_job.draft.remark(m_job.rows.line(), u"« %1 » n’est pas un code INSEE"_s.arg(written));
            continue;
        }
        const auto value = readDecimal(m_job.rows.at(m_column));
        const auto weighing = weight(code);
        const bool here = m_territory.holds(code);
        if (!value || !weighing || *weighing < 0) {
            if (here)
                m_job.draft.remark(m_job.rows.line(), u"la commune %1 n’a pas de chiffre lisible (« %2 »)"_s.arg(
                                                          code, m_job.rows.at(m_column).left(40)));
            continue;
        }
        if (!m_sums.add(code, {*value * *weighing, *weighing}) && here)
            m_job.draft.remark(m_job.rows.line(),
                               u"la commune %1 figure deux fois ; la première est gardée"_s.arg(code));
    }
}

domain::Decimal Figures::of(const std::optional<Comparison::Figures> &sums, int decimals) const
{
    if (!sums || (!m_added && (*sums)[1] <= 0))
        return std::nullopt;
    const double value = m_added ? (*sums)[0] : (*sums)[0] / (*sums)[1];
    const double scale = std::pow(10, decimals);
    return std::round(value * scale) / scale;
}

// What the indicator is, beside its figures.
struct Wording {
    QString key;
    QString title;
    QString unit;
    QString definition;
    QString source;
    int decimals = 2;
};

base::Result<void> setIndicator(ImportJob &job, int column, bool added, const Wording &wording)
{
    const Territory territory(job.projet, job.reference.communes());
    if (territory.empty())
        return noTerritory();
    Figures figures(job, territory, column, added);
    figures.read();
    const auto here = figures.of(figures.sums().territoire(), wording.decimals);
    if (!here)
        return nothingFound(job, u"aucune commune du projet n’y a de chiffre"_s);
    const QStringList missing = figures.sums().missing();
    for (const QString &code : missing)
        job.draft.unmatched(u"la commune %1 du projet n’a pas de chiffre dans le fichier"_s.arg(code));
    auto &indicator = job.draft.indicator(wording.key, wording.title);
    indicator.territoire = here;
    // A sum of communes says nothing beside that of a whole région.
    indicator.departement = added ? std::nullopt : figures.of(figures.sums().departement(), wording.decimals);
    indicator.region = added ? std::nullopt : figures.of(figures.sums().region(), wording.decimals);
    indicator.france = added ? std::nullopt : figures.of(figures.sums().france(), wording.decimals);
    if (indicator.unite.isEmpty())
        indicator.unite = wording.unit;
    if (indicator.definition.isEmpty())
        indicator.definition = wording.definition;
    indicator.source = wording.source;
    indicator.annee = job.year({job.rows.table(), job.rows.titles().value(column)});
    if (!indicator.annee)
        job.draft.remark(0, u"le fichier ne dit pas son année : elle est à compléter"_s);
    job.draft.summary(u"%1 : %2 pour le territoire"_s.arg(wording.title, base::frenchNumber(*here, wording.decimals)));
    return {};
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
    return setIndicator(
        job, column.value(), added,
        {u"cartosante-"_s + base::fold(title), title, title.contains(u'%') ? u"%"_s : QString(), how, u"CartoSanté"_s});
}

base::Result<void> runApl(ImportJob &job)
{
    const auto column = valueColumn(job);
    if (!column)
        return column.error();
    const QString title = job.rows.titles().value(column.value()).simplified();
    const bool usual = column.value() == job.rows.column(valeur);
    return setIndicator(job, column.value(), false,
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
         u"Fait d’une colonne du fichier un indicateur du diagnostic, calculé pour le territoire et, quand le fichier "
         u"les "
         "contient, pour le département, la région et la France."_s,
         u"CartoSanté (cartosante.atlasante.fr), rubrique Indicateurs, export des données par commune au format CSV."_s,
         {inseeField(),
          {u"nom"_s, u"Nom de la commune"_s,
           u"commune|libelle( commune| geographique)?|nom( commune| de la commune)?|libgeo"_s},
          {valeur, u"Colonne de l’indicateur"_s, u"(?!)"_s},
          {poids, u"Colonne qui pondère"_s, u"(?!)"_s}}},
        layout,
        runCartosante};
}

Runner aplRunner()
{
    Layout layout;
    layout.titlesKnown = 3;
    layout.preferred = u"\\bapl\\b.*20\\d\\d|^20\\d\\d$"_s;
    layout.rows = 200'000;
    return {{u"apl"_s,
             u"Accessibilité aux médecins généralistes (APL)"_s,
             u"Ajoute l’indicateur d’accessibilité potentielle localisée du territoire, du département, de la région "
             u"et de la "
             "France, pondéré par la population standardisée comme la DREES le demande."_s,
             u"DREES, « L’accessibilité potentielle localisée (APL) », classeur des médecins généralistes "
             "(data.drees.solidarites-sante.gouv.fr) : le fichier XLSX tel quel."_s,
             {inseeField(),
              {u"nom"_s, u"Nom de la commune"_s, u"commune|libelle commune|nom commune"_s},
              {valeur, u"APL"_s, u"apl aux medecins generalistes( \\d{4})?|apl"_s, true},
              {poids, u"Population standardisée"_s, u"population standardisee.*"_s, true}}},
            layout,
            runApl};
}

} // namespace imports
