// Lists of one record a line that need no more than their titles: actors of the territory, digital tools, instances.
// The fields of a profile bear the names of those of the record; the description of the record does the rest.
#include "base/text.h"
#include "domain/rank.h"
#include "imports/cell_values.h"
#include "imports/draft.h"

#include <QSet>

namespace imports
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// What is particular to one of these lists.
struct ListWords {
    QString table;
    QString identity; // the field by which a record is recognised
    QString one;      // « nouvel acteur »
    QString many;
    std::vector<std::pair<QString, QString>> choices; // how words begin, folded -> code of the choice field
};

class PlainList
{
public:
    PlainList(ImportJob &job, const ListWords &words) : m_job(job), m_words(words), m_table(*domain::table(words.table))
    {
        const domain::FieldDescription &identity = *m_table.field(words.identity);
        const domain::FieldDescription &rank = *m_table.field(u"rang"_s);
        for (const domain::Id &id : m_table.ids(job.draft.after)) {
            const void *record = m_table.find(job.draft.after, id);
            m_known.insert(base::fold(std::get<QString>(identity.get(record))), id);
            m_rank = std::max(m_rank, std::get<QString>(rank.get(record)));
        }
    }

    void take();
    base::Result<void> report() const;

private:
    void read(void *record);
    void readCell(void *record, const domain::FieldDescription &field, const QString &cell);
    [[nodiscard]] QString choiceOf(const domain::FieldDescription &field, const QString &cell) const;

    ImportJob &m_job;
    const ListWords &m_words;
    const domain::TableDescription &m_table;
    QHash<QString, domain::Id> m_known; // by folded name
    QSet<domain::Id> m_ofFile;
    QString m_rank;
    int m_added = 0;
    int m_completed = 0;
    int m_same = 0;
};

QString PlainList::choiceOf(const domain::FieldDescription &field, const QString &cell) const
{
    const QString folded = base::fold(cell);
    for (const domain::Choice &choice : field.choices)
        if (!choice.code.isEmpty() && (folded == base::fold(choice.label) || folded == base::fold(choice.code)))
            return choice.code;
    for (const auto &[start, code] : m_words.choices)
        if (folded.startsWith(start))
            return code;
    return {};
}

void PlainList::readCell(void *record, const domain::FieldDescription &field, const QString &cell)
{
    bool understood = true;
    if (field.kind == domain::Kind::Choice) {
        const QString code = choiceOf(field, cell);
        understood = !code.isEmpty() && field.set(record, code);
    } else if (field.kind == domain::Kind::Answer) {
        const auto answer = readAnswer(cell);
        understood = answer && field.set(record, *answer);
    } else {
        understood = field.set(record, cell);
    }
    if (!understood)
        m_job.draft.remark(m_job.rows.line(), u"%1 : « %2 » n’a pas été reconnu ; à préciser"_s.arg(
                                                  m_job.profile.field(field.name)->label.toLower(), cell.left(40)));
}

void PlainList::read(void *record)
{
    for (const ImportField &each : m_job.profile.fields) {
        const domain::FieldDescription &field = *m_table.field(each.code);
        const bool paragraphs = field.kind == domain::Kind::LongText;
        const QString cell = paragraphs ? m_job.rows.text(each.code) : m_job.rows.text(each.code).simplified();
        if (!cell.isEmpty() && !isFormula(cell))
            readCell(record, field, cell);
    }
}

void PlainList::take()
{
    const QString name = m_job.rows.text(m_words.identity).simplified();
    if (name.isEmpty() || isFormula(name)) {
        m_job.draft.remark(m_job.rows.line(), name.isEmpty()
                                                  ? u"pas de nom ; ligne laissée de côté"_s
                                                  : u"une formule tient lieu de nom ; ligne laissée de côté"_s);
        return;
    }
    // A project of its own to read the line in: the record has its type there.
    domain::Projet line;
    const domain::Id id = domain::Id::fromKey(m_words.table + u':' + base::fold(name));
    if (!m_table.insert(line, id))
        return;
    void *said = m_table.findForEdit(line, id);
    read(said);
    if (const auto there = m_known.constFind(base::fold(name)); there != m_known.constEnd()) {
        void *into = m_table.findForEdit(m_job.draft.after, *there);
        const Completion completion = completeRecord(m_table, into, said, m_words.identity);
        completion.changed ? ++m_completed : ++m_same;
        tellCompletion(m_job, completion, name, m_ofFile.contains(*there));
        m_ofFile.insert(*there);
        return;
    }
    if (!m_table.insert(m_job.draft.after, id))
        return;
    void *added = m_table.findForEdit(m_job.draft.after, id);
    static_cast<void>(completeRecord(m_table, added, said));
    m_rank = domain::rankBetween(m_rank, {});
    static_cast<void>(m_table.field(u"rang"_s)->set(added, m_rank));
    m_known.insert(base::fold(name), id);
    m_ofFile.insert(id);
    ++m_added;
}

base::Result<void> PlainList::report() const
{
    if (m_added + m_completed + m_same == 0)
        return nothingFound(m_job, u"aucune ligne n’y a été lue"_s);
    m_job.draft.summary(u"%1, %2, %3 sans changement"_s.arg(
        base::frenchCount(m_added, m_words.one, m_words.many),
        base::frenchCount(m_completed, u"complété"_s, u"complétés"_s), base::frenchNumber(qint64(m_same))));
    return {};
}

base::Result<void> runList(ImportJob &job, const ListWords &words)
{
    PlainList list(job, words);
    while (job.rows.next())
        list.take();
    return list.report();
}

Layout ownLayout()
{
    Layout layout;
    layout.rows = 10'000;
    layout.official = false;
    return layout;
}

base::Result<void> runActeurs(ImportJob &job)
{
    static const ListWords words{u"acteur"_s,
                                 u"nom"_s,
                                 u"nouvel acteur"_s,
                                 u"nouveaux acteurs"_s,
                                 {{u"medico"_s, u"medico-sociale"_s},
                                  {u"social"_s, u"sociale"_s},
                                  {u"soin"_s, u"soins"_s},
                                  {u"sanitaire"_s, u"soins"_s},
                                  {u"coordination"_s, u"coordination"_s},
                                  {u"institution"_s, u"institution"_s}}};
    return runList(job, words);
}

base::Result<void> runOutils(ImportJob &job)
{
    static const ListWords words{u"outil"_s,
                                 u"service"_s,
                                 u"nouvel outil"_s,
                                 u"nouveaux outils"_s,
                                 {{u"oui"_s, u"utilise"_s},
                                  {u"utilise"_s, u"utilise"_s},
                                  {u"en place"_s, u"utilise"_s},
                                  {u"en cours"_s, u"prevu"_s},
                                  {u"prevu"_s, u"prevu"_s},
                                  {u"a venir"_s, u"prevu"_s},
                                  {u"manqu"_s, u"manquant"_s},
                                  {u"non"_s, u"manquant"_s},
                                  {u"besoin"_s, u"manquant"_s}}};
    return runList(job, words);
}

base::Result<void> runInstances(ImportJob &job)
{
    static const ListWords words{u"instance"_s, u"nom"_s, u"nouvelle instance"_s, u"nouvelles instances"_s, {}};
    return runList(job, words);
}

} // namespace

Runner acteursRunner()
{
    return {
        {u"acteurs"_s,
         u"Acteurs du territoire"_s,
         u"Ajoute les acteurs de l’offre de soins, sociale et médico-sociale. Ceux qui sont déjà dans le projet "
         u"sont complétés, jamais doublés."_s,
         u"Une liste à vous (collée, Excel ou CSV) avec des titres comme Acteur, Type d’offre, Localisation, Lien "
         u"avec la CPTS."_s,
         {{u"nom"_s, u"Nom de l’acteur"_s, u"acteurs?|noms? (de l )?acteurs?|nom|structures?|etablissements?"_s, true},
          {u"sorte"_s, u"Type d’offre"_s, u"types?( d offre| d acteur)?|offre|categorie|champ|secteur( d activite)?"_s},
          {u"localisation"_s, u"Localisation"_s, u"localisation.*|lieux?|villes?|communes?|adresses?"_s},
          {u"articulation"_s, u"Lien avec la CPTS"_s,
           u"liens?.*|articulations?.*|roles?.*|collaborations?.*|commentaires?"_s}}},
        ownLayout(),
        runActeurs};
}

Runner outilsRunner()
{
    return {{u"outils"_s,
             u"Outils numériques"_s,
             u"Ajoute les outils numériques utilisés, prévus ou manquants. Ceux qui sont déjà dans le projet sont "
             u"complétés, jamais doublés."_s,
             u"Une liste à vous (collée, Excel ou CSV) avec des titres comme Outil, Usage, Utilisateurs, Besoin."_s,
             {{u"service"_s, u"Outil ou service"_s,
               u"outils?.*|services? numeriques?|services?|logiciels?.*|applications?|nom de l outil"_s, true},
              {u"usage"_s, u"Usage"_s, u"usages?|etat|statut|utilisee?|situation"_s},
              {u"utilisateurs"_s, u"Utilisateurs"_s, u"utilisateurs?.*|utilisee? par|qui|professionnels?.*"_s},
              {u"besoin"_s, u"Besoin"_s, u"besoins?.*|objectifs?|finalites?|fonctions?|a quoi .*|pour quoi.*"_s},
              {u"ouvertATous"_s, u"Ouvert à tous (oui ou non)"_s, u"ouverte? a tous.*|accessible a tous.*"_s}}},
            ownLayout(),
            runOutils};
}

Runner instancesRunner()
{
    return {{u"instances"_s,
             u"Instances de la CPTS"_s,
             u"Ajoute les instances (bureau, conseil d’administration, comités). Celles qui sont déjà dans le projet "
             u"sont complétées, jamais doublées."_s,
             u"Une liste à vous (collée, Excel ou CSV) avec des titres comme Instance, Rôle, Composition, Rythme."_s,
             {{u"nom"_s, u"Instance"_s, u"instances?|nom (de l )?instance|comites?|organes?"_s, true},
              {u"role"_s, u"Rôle"_s, u"roles?.*|missions?|attributions?"_s},
              {u"composition"_s, u"Composition"_s, u"compositions?.*|membres|participants?"_s},
              {u"rythme"_s, u"Rythme des réunions"_s, u"rythmes?.*|frequences?.*|periodicites?.*"_s}}},
            ownLayout(),
            runInstances};
}

} // namespace imports
