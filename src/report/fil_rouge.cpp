#include "report/fil_rouge.h"

#include "base/text.h"
#include "base/typography.h"
#include "report/fil_rouge_lines.h"
#include "report/trame_data.h"
#include "report/user_text.h"

#include <map>

namespace report
{

using namespace Qt::Literals::StringLiterals;
using controle::FilBesoin;
using controle::FilFiche;
using controle::FilObjectif;
using domain::FieldAddress;

namespace
{

Runs joined(Runs first, const Runs &more)
{
    first.insert(first.end(), more.begin(), more.end());
    return first;
}

Paragraph line(Runs runs, int level = 0)
{
    Paragraph paragraph;
    paragraph.runs = std::move(runs);
    paragraph.listLevel = level;
    return paragraph;
}

// What hangs in the air, or that nothing does.
void addSuspens(Document &document, const FilRougeContext &context, const std::vector<FilBesoin> &needs)
{
    document.blocks.emplace_back(Heading{1, {word(context, u"suspens"_s)}, u"suspens"_s, false});
    const auto sorts = controle::enSuspens(context.projet, context.reference);
    if (needs.empty() || sorts.empty())
        document.blocks.emplace_back(line({word(context, needs.empty() ? u"vide"_s : u"complet"_s)}));
    for (const controle::SortesSuspens &sort : sorts) {
        Runs runs{words(sort.words + u" : "_s, true)};
        for (const controle::Suspens &each : sort.all) {
            if (&each != &sort.all.front())
                runs.push_back(words(u" ; "_s));
            Run run{.text = printedText(each.name)};
            run.field = each.field.toString();
            runs.push_back(run);
        }
        document.blocks.emplace_back(line(std::move(runs), 1));
    }
}

// Fiches that answer several needs are written under the first one.
class Written
{
public:
    // The need a fiche was written under; empty for one that is not written yet, and now is under `need`.
    QString before(const base::Id &fiche, const QString &need)
    {
        const auto [at, first] = m_needs.emplace(fiche, need);
        return first ? QString() : at->second;
    }

private:
    std::map<base::Id, QString> m_needs;
};

// « Décrite plus haut, voir besoin 1. »
Runs seeRuns(const FilRougeContext &context, const QString &need)
{
    return {words(u"%1 %2."_s.arg(context.words[u"voir"_s], need.left(1).toLower() + need.mid(1)))};
}

// A4: one need after the other, each fiche under it.
class ListBuilder
{
public:
    ListBuilder(Document &document, const FilRougeContext &context) : m_document(document), m_context(context) {}

    void add(const std::vector<FilBesoin> &needs)
    {
        int number = 0;
        for (const FilBesoin &need : needs) {
            QString name = m_context.words[u"sans-besoin"_s];
            if (need.id.isNull()) {
                heading(1, {words(name)});
            } else {
                name = u"%1 %2"_s.arg(m_context.words[u"besoin"_s]).arg(++number);
                heading(1, joined({words(name + u" : "_s)}, needRuns(m_context, need.id)));
            }
            addMissions(need);
            if (need.fiches.empty())
                m_document.blocks.emplace_back(line({word(m_context, u"sans-action"_s)}));
            for (const FilFiche &fiche : need.fiches)
                addFiche(fiche, name);
        }
    }

private:
    void heading(int level, Runs runs)
    {
        m_document.blocks.emplace_back(Heading{level, std::move(runs), u"fil-%1"_s.arg(++m_anchors), false});
    }

    void addMissions(const FilBesoin &need)
    {
        QStringList names;
        for (const QString &code : need.missions)
            names << missionName(m_context, code);
        if (!names.isEmpty())
            m_document.blocks.emplace_back(line({label(m_context, u"missions"_s), words(names.join(u", "_s))}));
    }

    void addFiche(const FilFiche &fiche, const QString &need)
    {
        const domain::FicheAction &one = *m_context.projet.fiches.find(fiche.id);
        const auto field = [&](const QString &name) { return FieldAddress{u"fiche"_s, fiche.id, name}; };
        Runs title{words(u"%1 n° %2 : "_s.arg(m_context.words[u"action"_s]).arg(fiche.numero))};
        heading(2, joined(title, actionRuns(m_context, fiche.id)));
        if (const QString before = m_written.before(fiche.id, need); !before.isEmpty())
            return add(seeRuns(m_context, before));
        if (!fiche.mission.isEmpty())
            add(joined({label(m_context, u"mission"_s)}, {words(missionName(m_context, fiche.mission))}));
        add(joined({label(m_context, u"objectif-general"_s)},
                   textRuns(m_context, one.objectifGeneral, field(u"objectifGeneral"_s))));
        for (const FilObjectif &objectif : fiche.objectifs)
            addObjectif(objectif);
        add(joined({label(m_context, u"moyens"_s)}, textRuns(m_context, one.moyens, field(u"moyens"_s))));
        addEach(u"budget"_s, fiche.budget, budgetRuns);
        addEach(u"etapes"_s, fiche.etapes, stepRuns);
    }

    void addObjectif(const FilObjectif &objectif)
    {
        const domain::ObjectifSpecifique *one = m_context.projet.objectifs.find(objectif.id);
        add(one ? joined({label(m_context, u"objectif"_s)},
                         textRuns(m_context, one->enonce, {u"objectif"_s, objectif.id, u"enonce"_s}))
                : Runs{words(m_context.words[u"autres-indicateurs"_s], true)},
            1);
        for (const base::Id &id : objectif.indicateurs) {
            add(joined({label(m_context, u"indicateur"_s)}, indicatorRuns(m_context, id)), 2);
            m_document.blocks.emplace_back(
                line(joined({label(m_context, u"preuve"_s)}, evidenceRuns(m_context, id)), 3));
        }
        if (objectif.indicateurs.empty())
            add({label(m_context, u"indicateur"_s), missing(m_context, {u"objectif"_s, objectif.id, u"enonce"_s})}, 2);
    }

    void addEach(const QString &key, const std::vector<base::Id> &ids,
                 Runs (*runs)(const FilRougeContext &, const base::Id &))
    {
        if (ids.empty())
            return;
        m_document.blocks.emplace_back(line({words(m_context.words[key] + u" :"_s, true)}));
        std::get<Paragraph>(m_document.blocks.back()).keepWithNext = true;
        // A short list is not cut; of a long one, no item is alone on its page.
        constexpr size_t shortList = 6;
        for (size_t i = 0; i < ids.size(); ++i) {
            add(runs(m_context, ids[i]), 1);
            std::get<Paragraph>(m_document.blocks.back()).keepWithNext =
                i + 1 < ids.size() && (ids.size() <= shortList || i == 0 || i + 2 == ids.size());
        }
    }

    void add(Runs runs, int level = 0) { m_document.blocks.emplace_back(line(std::move(runs), level)); }

    Document &m_document;
    const FilRougeContext &m_context;
    Written m_written;
    int m_anchors = 0;
};

// A3: one row an indicator. What stands for several rows is written in the first.
class PosterBuilder
{
public:
    explicit PosterBuilder(const FilRougeContext &context) : m_context(context) {}

    Table table(const std::vector<FilBesoin> &needs)
    {
        m_table.columns = {17, 18, 17, 20, 20, 12};
        m_table.description = base::frenchTypography(m_context.words[u"description"_s]);
        m_table.rowHeaders = true;
        Row head;
        head.role = Row::Role::Header;
        for (const QString &key :
             {u"besoin"_s, u"objectif"_s, u"action"_s, u"moyens"_s, u"indicateur"_s, u"preuve"_s}) {
            head.cells.push_back(cell({line({word(m_context, key)})}));
            head.cells.back().header = true;
            head.cells.back().paragraphs.front().role = Paragraph::Role::TableHead;
        }
        m_table.rows.push_back(head);
        for (const FilBesoin &need : needs)
            addNeed(need);
        return std::move(m_table);
    }

private:
    static Cell cell(std::vector<Paragraph> paragraphs)
    {
        Cell one;
        for (Paragraph &paragraph : paragraphs)
            if (paragraph.role == Paragraph::Role::Body)
                paragraph.role = Paragraph::Role::TableCell;
        one.paragraphs = std::move(paragraphs);
        if (one.paragraphs.empty()) // a cell has a paragraph in every format
            one.paragraphs.push_back({Paragraph::Role::TableCell, {}, {Run{}}});
        return one;
    }

    static Paragraph note(Runs runs)
    {
        Paragraph paragraph = line(std::move(runs));
        paragraph.role = Paragraph::Role::Note;
        return paragraph;
    }

    void addNeed(const FilBesoin &need)
    {
        m_number += need.id.isNull() ? 0 : 1;
        m_needName = need.id.isNull() ? m_context.words[u"sans-besoin"_s]
                                      : u"%1 %2"_s.arg(m_context.words[u"besoin"_s]).arg(m_number);
        m_need = {line({words(m_needName, true)})};
        if (!need.id.isNull())
            m_need.push_back(line(needRuns(m_context, need.id)));
        for (const QString &code : need.missions)
            m_need.push_back(note({words(missionName(m_context, code))}));
        if (need.fiches.empty())
            addRow({}, {line({word(m_context, u"sans-action"_s)})}, {}, {}, {});
        for (const FilFiche &fiche : need.fiches)
            addFiche(fiche);
    }

    void addFiche(const FilFiche &fiche)
    {
        if (const QString before = m_written.before(fiche.id, m_needName); !before.isEmpty())
            return addRow({line(seeRuns(m_context, before))}, {titleOf(fiche)}, {}, {}, {});
        std::vector<Paragraph> action = actionOf(fiche);
        std::vector<Paragraph> means = meansOf(fiche);
        const domain::FicheAction &one = *m_context.projet.fiches.find(fiche.id);
        std::vector<Paragraph> goal;
        if (!cleanText(one.objectifGeneral).trimmed().isEmpty() || fiche.objectifs.empty())
            goal.push_back(
                line(textRuns(m_context, one.objectifGeneral, {u"fiche"_s, fiche.id, u"objectifGeneral"_s})));
        if (fiche.objectifs.empty())
            addRow(goal, action, means, {missing(m_context, {u"fiche"_s, fiche.id, u"objectifGeneral"_s})}, {});
        for (const FilObjectif &objectif : fiche.objectifs) {
            if (const auto *specific = m_context.projet.objectifs.find(objectif.id))
                goal.push_back(
                    line(textRuns(m_context, specific->enonce, {u"objectif"_s, objectif.id, u"enonce"_s}), 1));
            for (const base::Id &id : objectif.indicateurs)
                addRow(std::exchange(goal, {}), std::exchange(action, {}), std::exchange(means, {}),
                       indicatorRuns(m_context, id), evidenceRuns(m_context, id));
            if (objectif.indicateurs.empty())
                addRow(std::exchange(goal, {}), std::exchange(action, {}), std::exchange(means, {}),
                       {missing(m_context, {u"objectif"_s, objectif.id, u"enonce"_s})}, {});
        }
    }

    Paragraph titleOf(const FilFiche &fiche) const
    {
        Runs title = actionRuns(m_context, fiche.id);
        title.insert(title.begin(), words(u"%1. "_s.arg(fiche.numero)));
        for (Run &run : title)
            run.bold = true;
        return line(std::move(title));
    }

    std::vector<Paragraph> actionOf(const FilFiche &fiche) const
    {
        std::vector<Paragraph> action{titleOf(fiche)};
        if (!fiche.mission.isEmpty())
            action.push_back(note({words(missionName(m_context, fiche.mission))}));
        for (const base::Id &id : fiche.etapes)
            action.push_back(note(stepRuns(m_context, id)));
        return action;
    }

    std::vector<Paragraph> meansOf(const FilFiche &fiche) const
    {
        const domain::FicheAction &one = *m_context.projet.fiches.find(fiche.id);
        std::vector<Paragraph> means{line(textRuns(m_context, one.moyens, {u"fiche"_s, fiche.id, u"moyens"_s}))};
        for (const base::Id &id : fiche.budget)
            means.push_back(line(budgetRuns(m_context, id), 1));
        return means;
    }

    void addRow(std::vector<Paragraph> goal, std::vector<Paragraph> action, std::vector<Paragraph> means,
                Runs indicator, Runs evidence)
    {
        const QString again = u"%1 %2"_s.arg(m_needName, m_context.words[u"suite"_s]);
        std::vector<Paragraph> need =
            m_need.empty() ? std::vector<Paragraph>{note({words(again)})} : std::exchange(m_need, {});
        Row row;
        for (std::vector<Paragraph> *each : {&need, &goal, &action, &means})
            row.cells.push_back(cell(std::move(*each)));
        for (Runs *each : {&indicator, &evidence})
            row.cells.push_back(cell(each->empty() ? std::vector<Paragraph>() : std::vector<Paragraph>{line(*each)}));
        m_table.rows.push_back(std::move(row));
    }

    const FilRougeContext &m_context;
    Table m_table;
    Written m_written;
    int m_number = 0;
    QString m_needName;
    std::vector<Paragraph> m_need; // of the next row
};

} // namespace

base::Result<Document> filRouge(const Trame &trame, const domain::Projet &projet, const reference::Reference &reference,
                                FilRougeForm form, const QDate &today)
{
    if (!trame.data().filRouge)
        return base::Error{base::ErrorCode::NotFound,
                           u"La trame « %1 » ne décrit pas le fil rouge. Rien n’a été modifié."_s.arg(trame.id()),
                           {}};
    const FilRougeWords &said = *trame.data().filRouge;
    const FilRougeContext context{said, projet, reference};
    Document document;
    document.title = base::frenchTypography(said.title);
    document.subtitle = base::frenchTypography(said.subtitle);
    document.subject = base::frenchTypography(said.subject);
    document.header = printedText(projet.identite.nom);
    document.author = document.header;
    document.footer = base::frenchTypography(said.footer + u' ' + base::frenchLongDate(today));
    document.date = today;
    document.trame = trame.id();
    const auto needs = controle::filRouge(projet, reference);
    addSuspens(document, context, needs);
    if (form == FilRougeForm::Liste)
        ListBuilder(document, context).add(needs);
    else if (!needs.empty())
        document.blocks.emplace_back(PosterBuilder(context).table(needs));
    document.sheet = form == FilRougeForm::Affiche ? Sheet::A3Landscape : Sheet::A4;
    return document;
}

} // namespace report
