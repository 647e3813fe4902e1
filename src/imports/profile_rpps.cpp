// RPPS, « PS_LibreAcces_Personne_activite »: one line per activity of a person, 1.9 million of them. A person counts
// once per profession, in the line of the trame that the rules give.
#include "base/text.h"
#include "imports/cell_values.h"
#include "imports/commune_facts.h"
#include "imports/draft.h"
#include "imports/rpps_rules.h"
#include "imports/territory.h"

#include <algorithm>
#include <set>

namespace imports
{

using namespace Qt::Literals::StringLiterals;

namespace
{

Profile profileOf()
{
    return {
        u"rpps"_s,
        u"Professionnels de santé du territoire (RPPS)"_s,
        u"Compte les professionnels identifiés de chaque profession dans les communes du projet : chaque personne une "
        "seule fois par profession. Aucun nom n’est repris."_s,
        u"Annuaire santé de l’Agence du numérique en santé, extraction en libre accès « "
        u"PS_LibreAcces_Personne_activite » "
        "(annuaire.sante.fr, Données publiques, ou data.gouv.fr) : le fichier ZIP tel quel, ou le fichier texte qu’il "
        "contient."_s,
        {{u"identite"_s, u"Identifiant de la personne"_s, u"identification nationale pp"_s, true},
         {u"profession"_s, u"Code de la profession"_s, u"code profession"_s, true},
         {u"commune"_s, u"Code Insee de la commune d’exercice"_s, u"code commune coord structure"_s, true},
         {u"codePostal"_s, u"Code postal d’exercice"_s, u"code postal coord structure"_s, false},
         {u"savoirFaire"_s, u"Code du savoir-faire"_s, u"code savoir faire"_s, true},
         {u"mode"_s, u"Code du mode d’exercice"_s, u"code mode exercice"_s, false},
         {u"categorie"_s, u"Code de la catégorie professionnelle"_s, u"code categorie professionnelle"_s, false},
         {u"section"_s, u"Section du tableau des pharmaciens"_s, u"code section tableau pharmaciens"_s, false}}};
}

struct Columns {
    int identite, profession, commune, codePostal, savoirFaire, mode, categorie, section;
};

Columns columnsOf(const FieldRows &rows)
{
    return {rows.column(u"identite"_s),   rows.column(u"profession"_s),  rows.column(u"commune"_s),
            rows.column(u"codePostal"_s), rows.column(u"savoirFaire"_s), rows.column(u"mode"_s),
            rows.column(u"categorie"_s),  rows.column(u"section"_s)};
}

// One person in one profession: the best rule of her activities.
struct Person {
    int rule = -1;
    bool liberal = false;
};

class Counter
{
public:
    Counter(ImportJob &job, const RppsRules &rules, const Territory &territory)
        : m_job(job), m_rules(rules), m_territory(territory), m_columns(columnsOf(job.rows))
    {
        for (const QString &code : territory.codes()) {
            const auto commune = territory.reference().find(code);
            if (commune && commune->estArrondissement())
                m_cities.insert(commune->communeMere.toUtf8());
        }
    }

    void read();
    base::Result<void> report();

private:
    [[nodiscard]] QByteArrayView cell(int column) const
    {
        return column < 0 ? QByteArrayView() : m_job.rows.raw(column);
    }
    [[nodiscard]] bool isHere(QByteArrayView commune);
    void count();
    [[nodiscard]] QString liberalsOnly() const;
    void reportLeft() const;
    static bool isOneOf(const std::vector<QByteArray> &list, QByteArrayView code)
    {
        return std::any_of(list.begin(), list.end(),
                           [code](const QByteArray &each) { return QByteArrayView(each) == code; });
    }

    ImportJob &m_job;
    const RppsRules &m_rules;
    const Territory &m_territory;
    Columns m_columns;
    std::set<QByteArray> m_cities; // of which the territory has only arrondissements
    QHash<QByteArray, bool> m_communes;
    std::map<std::pair<QByteArray, QByteArray>, Person> m_persons; // by person and profession
    std::set<QByteArray> m_excluded;
    std::set<QByteArray> m_employed; // with an activity that is not liberal, when only those count
    qint64 m_withoutArrondissement = 0;
    qint64 m_lines = 0;
    qint64 m_short = 0;
};

// Whether a place of work is in the territory; asked a million times, answered once per commune.
bool Counter::isHere(QByteArrayView commune)
{
    const QByteArray key = QByteArray::fromRawData(commune.data(), commune.size());
    const auto known = m_communes.constFind(key);
    if (known != m_communes.constEnd())
        return *known;
    const bool here = m_territory.holds(readInsee(QString::fromLatin1(commune)));
    m_communes.insert(commune.toByteArray(), here);
    return here;
}

void Counter::read()
{
    const size_t usual = size_t(m_job.rows.titles().size());
    while (m_job.rows.next()) {
        ++m_lines;
        const QByteArrayView commune = m_job.rows.raw(m_columns.commune);
        m_short += m_job.rows.width() + 1 < usual ? 1 : 0; // the last cell, often empty, may be left out
        if (commune.isEmpty())
            continue;
        if (isHere(commune))
            count();
        else if (m_cities.contains(commune.toByteArray())) {
            const QString postal = QString::fromLatin1(cell(m_columns.codePostal));
            if (!m_territory.recordOfPostal(postal).isEmpty())
                count();
            else if (postal.isEmpty())
                ++m_withoutArrondissement;
        }
    }
}

void Counter::count()
{
    const QByteArray person = cell(m_columns.identite).toByteArray();
    const RppsActivity activity{cell(m_columns.profession), cell(m_columns.savoirFaire), cell(m_columns.section)};
    if (person.isEmpty() || activity.profession.isEmpty())
        return m_job.draft.remark(m_job.rows.line(), u"pas d’identifiant ou de profession ; ligne laissée de côté"_s);
    if (isOneOf(m_rules.excludedCategories, cell(m_columns.categorie))) {
        m_excluded.insert(person);
        return;
    }
    const bool liberal = isOneOf(m_rules.liberalModes, cell(m_columns.mode));
    if (m_job.options.liberauxSeulement && !liberal) {
        m_employed.insert(person);
        return;
    }
    const int rule = m_rules.find(activity);
    Person &known = m_persons[{person, activity.profession.toByteArray()}];
    if (rule >= 0 && (known.rule < 0 || rule < known.rule))
        known.rule = rule;
    known.liberal = known.liberal || liberal;
}

base::Result<void> Counter::report()
{
    if (m_persons.empty())
        return nothingFound(m_job, u"aucun professionnel dans les communes du projet, sur %1"_s.arg(
                                       base::frenchCount(m_lines, u"ligne lue"_s, u"lignes lues"_s)));
    std::map<QString, std::pair<qint64, qint64>> lines; // counted, of which libéraux
    for (const auto &[key, person] : m_persons) {
        if (person.rule < 0)
            continue;
        auto &line = lines[m_rules.rules[size_t(person.rule)].ligne];
        ++line.first;
        line.second += person.liberal ? 1 : 0;
    }
    Draft &draft = m_job.draft;
    if (m_job.options.liberauxSeulement)
        draft.summary(liberalsOnly());
    for (const reference::Profession &each : m_job.reference.professions().trame) {
        const auto found = lines.find(each.code);
        const qint64 counted = found == lines.end() ? 0 : found->second.first;
        const domain::Id id = domain::Id::fromKey(u"effectif:"_s + each.code);
        domain::Effectif *effectif = draft.after.effectifs.find(id);
        if (!effectif && counted == 0)
            continue;
        if (!effectif)
            effectif = &draft.after.effectifs.insert(id);
        effectif->profession = each.code;
        const auto before = effectif->identifies;
        effectif->identifies = counted;
        QString line = u"%1 : %2"_s.arg(each.pluriel, base::frenchNumber(counted));
        if (m_columns.mode >= 0 && counted > 0)
            line += u", dont %1 en libéral"_s.arg(base::frenchNumber(found->second.second));
        if (before && *before != counted)
            line += u" (le projet disait %1)"_s.arg(base::frenchNumber(*before));
        draft.summary(line);
    }
    reportLeft();
    return {};
}

// What the option does, in one line.
QString Counter::liberalsOnly() const
{
    std::set<QByteArray> left = m_employed;
    for (const auto &[key, person] : m_persons)
        left.erase(key.first);
    const QString words = u"Seuls les libéraux sont comptés"_s;
    return left.empty() ? words + u'.'
                        : words + u" ; laissés de côté : %1 sans activité libérale."_s.arg(
                                      base::frenchCount(qint64(left.size()), u"professionnel"_s, u"professionnels"_s));
}

void Counter::reportLeft() const
{
    Draft &draft = m_job.draft;
    std::map<QByteArray, qint64> without;
    for (const auto &[key, person] : m_persons)
        if (person.rule < 0)
            ++without[key.second];
    for (const auto &[profession, number] : without)
        draft.remark(
            0, u"%1 de code de profession %2 : aucune ligne de la trame n’y correspond (pour un médecin, aucune "
               "spécialité n’est dite) ; non comptés"_s.arg(base::frenchCount(number, u"personne"_s, u"personnes"_s),
                                                            QString::fromUtf8(profession)));
    if (!m_excluded.empty())
        draft.remark(0, u"%1 en formation, non comptés"_s.arg(
                            base::frenchCount(qint64(m_excluded.size()), u"étudiant"_s, u"étudiants"_s)));
    if (m_withoutArrondissement > 0)
        draft.remark(0, u"%1 dans la ville, sans arrondissement ; non comptées"_s.arg(
                            base::frenchCount(m_withoutArrondissement, u"activité"_s, u"activités"_s)));
    if (m_short > 0)
        draft.remark(0, u"%1 ; le fichier est peut-être coupé"_s.arg(
                            base::frenchCount(m_short, u"ligne incomplète"_s, u"lignes incomplètes"_s)));
}

base::Result<void> run(ImportJob &job)
{
    const Territory territory(job.projet, job.reference.communes());
    if (territory.empty())
        return noTerritory();
    const auto rules = RppsRules::load(job.referenceFolder(), job.reference.professions());
    if (!rules)
        return rules.error();
    Counter counter(job, rules.value(), territory);
    counter.read();
    return counter.report();
}

} // namespace

Runner rppsRunner()
{
    Layout layout;
    layout.titlesKnown = 3;
    layout.preferred = u"personne.activite"_s;
    layout.rows = 20'000'000;
    return {profileOf(), layout, run};
}

} // namespace imports
