// INSEE, « base-cc-evol-struct-pop »: inhabitants of each commune by age, added up over the territory and beside it.
#include "base/text.h"
#include "imports/cell_values.h"
#include "imports/commune_figures.h"
#include "imports/draft.h"
#include "imports/territory.h"

#include <array>
#include <cmath>
#include <QRegularExpression>

namespace imports
{

using namespace Qt::Literals::StringLiterals;

namespace
{

struct Band {
    const char *from;  // lower bound, key of the record
    const char *title; // as in the names of columns
    QString label;
};

const std::array<Band, 7> &bands()
{
    static const std::array<Band, 7> all{{{"0", "0014", u"0 à 14 ans"_s},
                                          {"15", "1529", u"15 à 29 ans"_s},
                                          {"30", "3044", u"30 à 44 ans"_s},
                                          {"45", "4559", u"45 à 59 ans"_s},
                                          {"60", "6074", u"60 à 74 ans"_s},
                                          {"75", "7589", u"75 à 89 ans"_s},
                                          {"90", "90p", u"90 ans et plus"_s}}};
    return all;
}

// The three columns of a band: everybody, women, men.
const std::array<std::pair<QString, QString>, 3> &sexes()
{
    static const std::array<std::pair<QString, QString>, 3> all{
        {{u"pop"_s, u"ensemble"_s}, {u"f"_s, u"femmes"_s}, {u"h"_s, u"hommes"_s}}};
    return all;
}

QString fieldOf(const Band &band, const QString &sex)
{
    return sex + QLatin1StringView(band.title);
}

Profile profileOf()
{
    Profile profile{
        u"insee"_s,
        u"Population par âge (Insee)"_s,
        u"Remplit les tranches d’âge du territoire, et l’indicateur « Part des 75 ans et plus ». Le département, la région et la France suivent, quand le fichier les contient."_s,
        u"Insee, base communale « Évolution et structure de la population », fichier « base-cc-evol-struct-pop-AAAA » "
        "(insee.fr, Statistiques, Bases de données) : le CSV, ou le ZIP qui le contient."_s,
        {{u"insee"_s, u"Code Insee de la commune"_s, u"codgeo|code insee|insee|code commune|com"_s, true}}};
    for (const Band &band : bands())
        for (const auto &[sex, label] : sexes())
            profile.fields.push_back({fieldOf(band, sex), u"%1, %2"_s.arg(band.label, label),
                                      u"(p\\d\\d )?%1%2"_s.arg(sex, QLatin1StringView(band.title)), sex == u"pop"});
    return profile;
}

// "P21_POP0014" -> 2021.
domain::Number yearOfTitles(const QStringList &titles)
{
    static const QRegularExpression form(u"^P(\\d\\d)_"_s);
    for (const QString &title : titles)
        if (const auto match = form.match(title); match.hasMatch())
            return 2000 + match.captured(1).toLongLong();
    return std::nullopt;
}

// Reads the file: for each commune the seven bands, then women and men when the file has both.
class Reader
{
public:
    Reader(ImportJob &job, const Territory &territory)
        : m_job(job), m_territory(territory), m_sexed(hasBoth()), m_sums(territory, m_sexed ? 21 : 7)
    {
        for (const auto &[sex, label] : sexes())
            for (const Band &band : bands())
                if (sex == u"pop" || m_sexed)
                    m_columns.push_back(job.rows.column(fieldOf(band, sex)));
    }

    void read();
    [[nodiscard]] const Comparison &sums() const { return m_sums; }
    [[nodiscard]] bool sexed() const { return m_sexed; }
    // Figures of each commune of the project.
    [[nodiscard]] const std::map<QString, Comparison::Figures> &here() const { return m_here; }

private:
    void addHere(const QString &commune, const Comparison::Figures &figures);
    [[nodiscard]] bool hasBoth() const
    {
        for (const Band &band : bands())
            for (const QString &sex : {u"f"_s, u"h"_s})
                if (m_job.rows.column(fieldOf(band, sex)) < 0)
                    return false;
        return true;
    }

    ImportJob &m_job;
    const Territory &m_territory;
    bool m_sexed;
    Comparison m_sums;
    std::map<QString, Comparison::Figures> m_here;
    std::vector<int> m_columns;
};

// Several former communes may be one today.
void Reader::addHere(const QString &commune, const Comparison::Figures &figures)
{
    Comparison::Figures &sums = m_here.try_emplace(commune, figures.size(), 0.0).first->second;
    for (size_t i = 0; i < figures.size(); ++i)
        sums[i] += figures[i];
}

void Reader::read()
{
    while (m_job.rows.next()) {
        const QString written = m_job.rows.text(u"insee"_s);
        const QString code = readInsee(written);
        const bool here = m_territory.holds(code);
        if (code.isEmpty()) {
            if (!written.isEmpty())
                m_job.draft.remark(m_job.rows.line(), u"« %1 » n’est pas un code Insee"_s.arg(written.left(40)));
            continue;
        }
        Comparison::Figures figures;
        for (const int column : m_columns)
            if (const auto value = readDecimal(m_job.rows.at(column)); value && *value >= 0)
                figures.push_back(*value);
        if (figures.size() != m_columns.size()) {
            if (here)
                m_job.draft.remark(m_job.rows.line(),
                                   u"la commune %1 n’a pas tous ses chiffres ; elle n’est pas comptée"_s.arg(code));
            continue;
        }
        const bool fresh = m_sums.add(code, figures);
        if (here && !fresh)
            m_job.draft.remark(m_job.rows.line(),
                               u"la commune %1 figure deux fois ; la première est gardée"_s.arg(code));
        else if (here)
            addHere(m_territory.recordOf(code), figures);
    }
}

void setBands(ImportJob &job, const Comparison::Figures &sums, bool sexed, const domain::Number &year)
{
    auto &tranches = job.draft.after.tranches;
    std::vector<domain::Id> others;
    for (const auto &[id, tranche] : tranches)
        others.push_back(id);
    for (const domain::Id &id : others)
        tranches.remove(id);
    const auto rounded = [&sums](size_t i) { return domain::Number(std::llround(sums[i])); };
    for (size_t i = 0; i < bands().size(); ++i) {
        const Band &band = bands()[i];
        const QString code = QString::fromLatin1(band.from);
        auto &tranche = tranches.insert(domain::Id::fromKey(u"tranche:"_s + code));
        tranche.code = code;
        tranche.libelle = band.label;
        tranche.annee = year;
        tranche.source = u"Insee, recensement de la population"_s;
        if (sexed) {
            tranche.femmes = rounded(7 + i);
            tranche.hommes = rounded(14 + i);
        } else {
            tranche.ensemble = rounded(i);
        }
    }
}

domain::Decimal shareOfOld(const std::optional<Comparison::Figures> &sums)
{
    if (!sums)
        return std::nullopt;
    double total = 0;
    for (size_t i = 0; i < bands().size(); ++i)
        total += (*sums)[i];
    return total > 0 ? domain::Decimal(std::round(1000 * ((*sums)[5] + (*sums)[6]) / total) / 10) : std::nullopt;
}

base::Result<void> run(ImportJob &job)
{
    const Territory territory(job.projet, job.reference.communes());
    if (territory.empty())
        return noTerritory();
    Reader reader(job, territory);
    reader.read();
    const auto here = reader.sums().territoire();
    if (!here)
        return nothingFound(job, u"aucune commune du projet n’y a de chiffres"_s);
    tellWithoutFigure(job, reader.sums().missing());
    const domain::Number year = job.options.annee ? job.options.annee : yearOfTitles(job.rows.titles());
    const domain::Number known = year ? year : job.year({});
    setBands(job, *here, reader.sexed(), known);
    auto &indicator = job.draft.indicator(u"insee-75-ans-et-plus"_s, u"Part des 75 ans et plus"_s);
    indicator.theme = indicator.theme.isEmpty() ? u"Population"_s : indicator.theme;
    indicator.unite = u"%"_s;
    indicator.territoire = shareOfOld(here);
    indicator.departement = shareOfOld(reader.sums().departement());
    indicator.region = shareOfOld(reader.sums().region());
    indicator.france = shareOfOld(reader.sums().france());
    std::map<QString, double> shares;
    for (const auto &[commune, figures] : reader.here())
        if (const auto share = shareOfOld(figures))
            shares.emplace(commune, *share);
    indicator.parCommune = domain::parCommuneDe(shares);
    indicator.annee = known;
    indicator.source = u"Insee, recensement de la population"_s;
    if (!known)
        job.draft.remark(0, u"le fichier ne dit pas son année : elle est à compléter"_s);
    return {};
}

} // namespace

Runner inseeRunner()
{
    Layout layout;
    layout.titlesKnown = 5;
    layout.preferred = u"struct.pop|com"_s;
    layout.rows = 200'000;
    return {profileOf(), layout, run};
}

} // namespace imports
