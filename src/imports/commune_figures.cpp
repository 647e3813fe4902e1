#include "imports/commune_figures.h"

#include "base/text.h"
#include "imports/cell_values.h"
#include "imports/commune_matching.h"

#include <algorithm>
#include <cmath>
#include <QRegularExpression>

namespace imports
{

using namespace Qt::Literals::StringLiterals;
using Outcome = reference::NameMatch::Outcome;

namespace
{

const QString insee = u"insee"_s;
const QString poids = u"poids"_s;

// What a person knows a commune by; its code when it is none of today’s.
QString communeName(const reference::Communes &communes, const QString &code)
{
    const auto known = communes.find(code);
    return known ? known->nom : code;
}

double rounded(double value, int decimals)
{
    const double scale = std::pow(10, decimals);
    return std::round(value * scale) / scale;
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
    // As IndicateurDiagnostic::parCommune takes them.
    [[nodiscard]] QString byCommune(int decimals) const;

private:
    [[nodiscard]] domain::Decimal weight(const QString &code) const;
    void take(const QString &code);

    ImportJob &m_job;
    const Territory &m_territory;
    int m_column;
    bool m_added;
    Comparison m_sums;
    std::map<QString, Comparison::Figures> m_here; // by commune of the project
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

void Figures::take(const QString &code)
{
    const auto value = readDecimal(m_job.rows.at(m_column));
    const auto weighing = weight(code);
    const QString record = m_territory.recordOf(code);
    if (!value || !weighing || *weighing < 0) {
        const QString cell = m_job.rows.at(m_column).left(40);
        if (!record.isEmpty() && !cell.isEmpty()) // an empty one is told with all that have no figure
            m_job.draft.remark(m_job.rows.line(), u"« %1 » n’a pas de chiffre lisible (« %2 »)"_s.arg(
                                                      communeName(m_territory.reference(), code), cell));
        return;
    }
    if (!m_sums.add(code, {*value * *weighing, *weighing})) {
        if (!record.isEmpty())
            m_job.draft.remark(m_job.rows.line(), u"« %1 » figure deux fois ; la première ligne est gardée"_s.arg(
                                                      communeName(m_territory.reference(), code)));
        return;
    }
    if (record.isEmpty())
        return;
    Comparison::Figures &sums = m_here.try_emplace(record, Comparison::Figures{0, 0}).first->second;
    sums[0] += *value * *weighing;
    sums[1] += *weighing;
}

void Figures::read()
{
    CommuneOfRow commune(m_job, m_territory);
    while (m_job.rows.next())
        if (const QString code = commune.code(); !code.isEmpty())
            take(code);
}

domain::Decimal Figures::of(const std::optional<Comparison::Figures> &sums, int decimals) const
{
    if (!sums || (!m_added && (*sums)[1] <= 0))
        return std::nullopt;
    return rounded(m_added ? (*sums)[0] : (*sums)[0] / (*sums)[1], decimals);
}

QString Figures::byCommune(int decimals) const
{
    std::map<QString, double> values;
    for (const auto &[code, sums] : m_here)
        if (const auto value = of(sums, decimals))
            values.emplace(code, *value);
    return domain::parCommuneDe(values);
}

} // namespace

ImportField inseeField(bool required)
{
    return {
        insee, u"Code Insee de la commune"_s,
        u"code( officiel)?( geographique| geo)?( commune| de la commune)?( insee)?|codgeo|insee|code insee.*|depcom|com"_s,
        required};
}

ImportField identifying(ImportField field)
{
    field.identifies = true;
    return field;
}

void tellWithoutFigure(ImportJob &job, const QStringList &codes)
{
    if (codes.isEmpty())
        return;
    QStringList names;
    for (const QString &code : codes)
        names << communeName(job.reference.communes(), code);
    job.draft.remark(0, (codes.size() > 1 ? u"%1 communes du projet n’ont pas de chiffre dans le fichier : %2"_s
                                          : u"%1 commune du projet n’a pas de chiffre dans le fichier : %2"_s)
                            .arg(codes.size())
                            .arg(base::frenchList(names)));
}

bool isCount(const QString &title)
{
    static const QRegularExpression form(u"^(nombre|nb|nbre|effectif|effectifs|population|pop|total)\\b"_s);
    return form.match(base::fold(title)).hasMatch();
}

QString CommuneOfRow::code()
{
    const QString written = m_job.rows.text(insee);
    if (const QString code = readInsee(written); !code.isEmpty())
        return code;
    const QString name = m_job.rows.text(u"nom"_s).simplified();
    if (m_job.rows.column(insee) < 0 || (written.isEmpty() && !name.isEmpty())) {
        QString departement = m_job.rows.text(u"departement"_s).section(u' ', 0, 0);
        if (departement.size() == 1)
            departement.prepend(u'0');
        return name.isEmpty() ? QString() : named(name, departement);
    }
    if (written.size() > 3 && written.size() < 7)
        m_job.draft.remark(m_job.rows.line(), u"« %1 » n’est pas un code Insee"_s.arg(written));
    return {};
}

// A name alone means the commune of the project that bears it, whatever its département.
QString CommuneOfRow::ofProject(const QString &text) const
{
    QStringList found;
    for (const QString &code : m_territory.codes())
        if (base::fold(communeName(m_territory.reference(), code)) == base::fold(text))
            found << code;
    return found.size() == 1 ? found.front() : QString();
}

QString CommuneOfRow::named(const QString &text, const QString &departement)
{
    if (const auto chosen = m_job.options.communes.find(text); chosen != m_job.options.communes.end())
        return chosen->second;
    const auto key = std::pair(text, departement);
    if (const auto known = m_known.find(key); known != m_known.end())
        return known->second;
    if (const QString own = departement.isEmpty() ? ofProject(text) : QString(); !own.isEmpty())
        return m_known.emplace(key, own).first->second;
    const QString where = departement.isEmpty() ? m_territory.departement() : departement;
    const reference::NameMatch match = m_territory.reference().matchName(text, {where, {}});
    QString code;
    if ((match.outcome == Outcome::Exact || match.outcome == Outcome::Former) && match.communes.size() == 1) {
        code = match.communes.front().code;
    } else {
        const bool here = where == m_territory.departement() ||
                          std::any_of(match.communes.begin(), match.communes.end(),
                                      [this](const reference::Commune &each) { return m_territory.holds(each.code); });
        std::vector<CommuneCandidate> candidates;
        QStringList names;
        for (const reference::Commune &each : match.communes) {
            candidates.push_back(candidate(each, m_territory.reference()));
            names.push_back(candidates.back().text);
        }
        if (here) {
            m_job.draft.unknownCommune(text, candidates);
            m_job.draft.unmatched(u"ligne %1, commune « %2 »%3"_s.arg(m_job.rows.line())
                                      .arg(text.left(60), names.isEmpty()
                                                              ? QString()
                                                              : u" ; proches : "_s + names.mid(0, 5).join(u", "_s)));
        }
    }
    m_known.emplace(key, code);
    return code;
}

base::Result<void> setCommuneIndicator(ImportJob &job, int column, bool added, const IndicatorWording &wording)
{
    const Territory territory(job.projet, job.reference.communes());
    if (territory.empty())
        return noTerritory();
    Figures figures(job, territory, column, added);
    figures.read();
    const auto here = figures.of(figures.sums().territoire(), wording.decimals);
    if (!here)
        return nothingFound(job, u"aucune commune du projet n’y a de chiffre"_s);
    tellWithoutFigure(job, figures.sums().missing());
    auto &indicator = job.draft.indicator(wording.key, wording.title);
    indicator.territoire = here;
    // A sum of communes says nothing beside that of a whole région.
    indicator.departement = added ? std::nullopt : figures.of(figures.sums().departement(), wording.decimals);
    indicator.region = added ? std::nullopt : figures.of(figures.sums().region(), wording.decimals);
    indicator.france = added ? std::nullopt : figures.of(figures.sums().france(), wording.decimals);
    indicator.parCommune = figures.byCommune(wording.decimals);
    if (indicator.unite.isEmpty())
        indicator.unite = wording.unit;
    if (indicator.definition.isEmpty())
        indicator.definition = wording.definition;
    if (!wording.source.isEmpty())
        indicator.source = wording.source;
    indicator.annee = job.year({job.rows.table(), job.rows.titles().value(column)});
    if (!indicator.annee)
        job.draft.remark(0, u"le fichier ne dit pas son année : elle est à compléter"_s);
    if (indicator.source.isEmpty())
        job.draft.remark(0, u"le fichier ne dit pas sa source : elle est à compléter"_s);
    job.draft.summary(u"%1 : %2 pour le territoire"_s.arg(wording.title, base::frenchNumber(*here, wording.decimals)));
    return {};
}

} // namespace imports
