// FINESS: the establishments of the territory as actors of the offer, sorted by the category of their file.
#include "base/text.h"
#include "domain/rank.h"
#include "imports/cell_values.h"
#include "imports/draft.h"
#include "imports/establishment_names.h"
#include "imports/territory.h"
#include "reference/data_file.h"

#include <algorithm>
#include <QSet>

namespace imports
{

using namespace Qt::Literals::StringLiterals;

namespace
{

Profile profileOf()
{
    return {u"finess"_s,
            u"Établissements et services du territoire (FINESS)"_s,
            u"Ajoute aux acteurs du territoire les établissements de soins, médico-sociaux et sociaux des communes du "
            "projet, rangés par sorte. Un acteur déjà présent n’est jamais doublé."_s,
            u"FINESS, extraction du fichier des établissements (data.gouv.fr, « FINESS Extraction du Fichier des "
            "établissements »), avec ou sans ligne de titres."_s,
            {{u"numero"_s, u"Numéro FINESS de l’établissement"_s,
              u"nofinesset|numero finess( et)?|n finess( et)?|finess et"_s, true},
             {u"nom"_s, u"Raison sociale"_s, u"rs|raison sociale|nom|rsociale"_s, true},
             {u"nomLong"_s, u"Raison sociale longue"_s, u"rslongue|raison sociale longue"_s, false},
             {u"insee"_s, u"Code Insee"_s, u"cog|code insee|codgeo|com code|code commune insee"_s, false},
             {u"commune"_s, u"Code de la commune dans le département"_s, u"commune|code commune"_s, false},
             {u"departement"_s, u"Code du département"_s, u"departement|dep|code departement"_s, false},
             {u"ville"_s, u"Ligne d’acheminement"_s, u"ligneacheminement|ligne acheminement|ville|libelle commune"_s,
              false},
             {u"categorie"_s, u"Code de la catégorie"_s, u"categetab|code categorie|categ code|categorie code"_s, true},
             {u"libelle"_s, u"Libellé de la catégorie"_s, u"libcategetab|libelle categorie|categ lib"_s, false}}};
}

// Columns of the file without titles, as its documentation lists them.
ColumnMapping withoutTitles()
{
    return {{1, u"numero"_s},       {3, u"nom"_s},    {4, u"nomLong"_s},    {12, u"commune"_s},
            {13, u"departement"_s}, {15, u"ville"_s}, {18, u"categorie"_s}, {19, u"libelle"_s}};
}

struct Category {
    QString label;
    domain::SorteActeur sorte = domain::SorteActeur::NonRenseigne;
};

// The categories that are taken, and how words of names are written.
struct Catalogue {
    std::map<QString, Category> categories;
    QStringList sigles;
    QStringList words;

    [[nodiscard]] EstablishmentNames names() const
    {
        QStringList labels;
        for (const auto &[code, category] : categories)
            labels << category.label;
        return {labels, sigles, words};
    }
};

base::Result<Catalogue> catalogue(const QString &folder)
{
    Catalogue all;
    const auto provenance =
        reference::readDataFile(folder, u"imports-finess.json"_s, [&](const reference::DataEntry &root) {
            root.each("categories", [&](const reference::DataEntry &entry) {
                Category category{entry.text("libelle"), {}};
                const QString sorte = entry.text("sorte");
                bool known = false;
                for (const auto &[value, choice] : domain::Choices<domain::SorteActeur>::all())
                    if (choice.code == sorte) {
                        category.sorte = value;
                        known = true;
                    }
                if (!known)
                    entry.fault(u"« %1 » n’est pas une sorte d’acteur"_s.arg(sorte));
                all.categories.emplace(entry.text("code"), category);
            });
            all.sigles = root.texts("sigles");
            all.words = root.texts("mots");
        });
    if (!provenance)
        return provenance.error();
    return all;
}

// Departments overseas have their own letters in FINESS.
QString inseeOf(const FieldRows &rows)
{
    const QString code = rows.text(u"insee"_s);
    if (!code.isEmpty())
        return readInsee(code);
    QString departement = rows.text(u"departement"_s).toUpper();
    const QString commune = rows.text(u"commune"_s);
    if (commune.size() > 3)
        return readInsee(commune);
    static const std::map<QString, QString> overseas{
        {u"9A"_s, u"971"_s}, {u"9B"_s, u"972"_s}, {u"9C"_s, u"973"_s}, {u"9D"_s, u"974"_s}, {u"9F"_s, u"976"_s}};
    if (const auto known = overseas.find(departement); known != overseas.end())
        departement = known->second;
    if (departement.isEmpty() || commune.isEmpty())
        return {};
    departement = departement.rightJustified(2, u'0');
    return readInsee(departement + commune.rightJustified(5 - departement.size(), u'0').right(5 - departement.size()));
}

class Establishments
{
public:
    Establishments(ImportJob &job, const Catalogue &known)
        : m_job(job), m_categories(known.categories), m_names(known.names()),
          m_rank(Draft::lastRank(job.draft.after.acteurs))
    {
        for (const auto &[id, acteur] : job.draft.after.acteurs)
            m_there.insert(base::fold(acteur.nom));
    }

    void take(const QString &communeName);
    void report() const;
    [[nodiscard]] bool any() const { return m_seen > 0; }

private:
    ImportJob &m_job;
    const std::map<QString, Category> &m_categories;
    EstablishmentNames m_names;
    QString m_rank;
    QSet<QString> m_there;          // names of actors, folded
    std::map<QString, int> m_added; // by sorte
    std::map<QString, int> m_left;  // categories that are not taken
    int m_doubles = 0;
    int m_seen = 0;
};

void Establishments::take(const QString &communeName)
{
    ++m_seen;
    const FieldRows &rows = m_job.rows;
    const QString code = rows.text(u"categorie"_s);
    const auto category = m_categories.find(code);
    if (category == m_categories.end()) {
        const QString label = rows.text(u"libelle"_s).simplified();
        ++m_left[label.isEmpty() ? u"catégorie %1"_s.arg(code) : label];
        return;
    }
    const QString longName = rows.text(u"nomLong"_s).simplified();
    const QString name = longName.isEmpty() ? rows.text(u"nom"_s).simplified() : longName;
    const QString number = rows.text(u"numero"_s);
    if (name.isEmpty() || isFormula(name))
        return m_job.draft.remark(rows.line(), u"pas de raison sociale lisible ; ligne laissée de côté"_s);
    const domain::Id id = domain::Id::fromKey(u"acteur:finess-"_s + number.rightJustified(9, u'0'));
    const QString full = u"%1, %2"_s.arg(name, category->second.label);
    const QString shown = EstablishmentNames::withNature(m_names.ordinary(name, communeName), category->second.label);
    const QStringList written{name, rows.text(u"nom"_s), full, shown};
    const bool known = std::any_of(written.begin(), written.end(),
                                   [this](const QString &each) { return m_there.contains(base::fold(each)); });
    if (m_job.draft.after.acteurs.find(id) || known) {
        ++m_doubles;
        return;
    }
    m_rank = domain::rankBetween(m_rank, {});
    auto &acteur = m_job.draft.after.acteurs.insert(id);
    acteur.rang = m_rank;
    acteur.sorte = category->second.sorte;
    acteur.nom = shown;
    acteur.localisation = communeName;
    m_there.insert(base::fold(full));
    m_there.insert(base::fold(shown));
    for (const auto &[value, choice] : domain::Choices<domain::SorteActeur>::all())
        if (value == acteur.sorte)
            ++m_added[choice.label];
}

void Establishments::report() const
{
    for (const auto &[sorte, number] : m_added)
        m_job.draft.summary(u"%1 : %2"_s.arg(
            sorte, base::frenchCount(number, u"établissement ou service"_s, u"établissements ou services"_s)));
    if (m_doubles > 0)
        m_job.draft.remark(0, u"%1 dans le projet, non repris"_s.arg(base::frenchCount(
                                  m_doubles, u"établissement déjà présent"_s, u"établissements déjà présents"_s)));
    QStringList left;
    for (const auto &[label, number] : m_left)
        left.push_back(u"%1 (%2)"_s.arg(label).arg(number));
    if (!left.isEmpty())
        m_job.draft.remark(0, u"catégories qui ne sont pas reprises comme acteurs : %1"_s.arg(base::frenchList(left)));
}

base::Result<void> run(ImportJob &job)
{
    const Territory territory(job.projet, job.reference.communes());
    if (territory.empty())
        return noTerritory();
    if (job.rows.column(u"insee"_s) < 0 && (job.rows.column(u"commune"_s) < 0 || job.rows.column(u"departement"_s) < 0))
        return base::Error{
            base::ErrorCode::Invalid,
            u"%1 n’a ni colonne du code Insee, ni colonnes du département et de la commune. Rien n’a été "
            "modifié."_s.arg(job.input.what()),
            {}};
    const auto known = catalogue(job.referenceFolder());
    if (!known)
        return known.error();
    Establishments establishments(job, known.value());
    while (job.rows.next()) {
        const QString record = territory.recordOf(inseeOf(job.rows));
        if (record.isEmpty())
            continue;
        const auto commune = job.reference.communes().find(record);
        establishments.take(commune ? commune->nom : record);
    }
    if (!establishments.any())
        return nothingFound(job, u"aucun établissement dans les communes du projet"_s);
    establishments.report();
    return {};
}

} // namespace

Runner finessRunner()
{
    Layout layout;
    layout.titlesKnown = 4;
    layout.preferred = u"finess|structureet|etablissement"_s;
    layout.rows = 2'000'000;
    layout.fixed = withoutTitles();
    layout.fixedMark = u"structureet"_s;
    return {profileOf(), layout, run};
}

} // namespace imports
