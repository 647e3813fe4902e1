#include "report/budget_document.h"

#include "base/amount.h"
#include "base/rich_text.h"
#include "base/text.h"
#include "base/typography.h"
#include "domain/description.h"
#include "report/user_text.h"
#include "suivi/budget.h"
#include "suivi/fiches.h"

namespace report
{

using namespace Qt::Literals::StringLiterals;
using suivi::Montants;
using suivi::Poste;

namespace
{

// Empty for what is not known.
QString euros(const domain::Decimal &amount)
{
    return amount ? base::frenchAmount(*amount) : QString();
}

template <class T>
QString labelOf(const T &value)
{
    for (const auto &[each, choice] : domain::Choices<T>::all())
        if (each == value && each != T())
            return choice.label;
    return {};
}

struct Column {
    QString title;
    double width = 1;
    bool figure = false;
};

// A table that is filled row by row.
class Ledger
{
public:
    Ledger(std::vector<Column> columns, const QString &description) : m_columns(std::move(columns))
    {
        table.description = base::frenchTypography(description);
        Row row;
        row.role = Row::Role::Header;
        for (const Column &column : m_columns) {
            table.columns.push_back(column.width);
            row.cells.push_back(cell(column.title, column.figure, Paragraph::Role::TableHead));
            row.cells.back().header = true;
        }
        table.rows.push_back(std::move(row));
    }

    void add(const QStringList &texts, bool total = false)
    {
        Row row;
        for (size_t i = 0; i < m_columns.size(); ++i) {
            row.cells.push_back(cell(texts.at(qsizetype(i)), m_columns[i].figure, Paragraph::Role::TableCell));
            row.cells.back().paragraphs.front().runs.front().bold = total;
        }
        table.rows.push_back(std::move(row));
    }

    void section(const QString &title)
    {
        Row row;
        row.role = Row::Role::Section;
        row.cells.push_back(cell(title, false, Paragraph::Role::TableHead));
        row.cells.back().header = true;
        row.cells.back().span = int(m_columns.size());
        table.rows.push_back(std::move(row));
    }

    Table table;

private:
    static Cell cell(const QString &text, bool figure, Paragraph::Role role)
    {
        Paragraph paragraph;
        paragraph.role = role;
        paragraph.alignment = figure ? Paragraph::Alignment::Right : Paragraph::Alignment::Left;
        paragraph.runs.push_back({.text = base::frenchTypography(text)});
        Cell cell;
        cell.paragraphs.push_back(std::move(paragraph));
        return cell;
    }

    std::vector<Column> m_columns;
};

class BudgetBuilder
{
public:
    BudgetBuilder(const domain::Projet &projet, const reference::Reference &reference, Document &document)
        : m_projet(projet), m_reference(reference), m_document(document)
    {
    }

    void addAll()
    {
        const suivi::Bilan sums = suivi::bilan(m_projet, m_reference);
        if (m_projet.budget.empty() && m_projet.financements.empty())
            return say(u"Aucune dépense et aucun financement ne sont saisis."_s, Paragraph::Role::Body);
        say(u"En euros. Le solde est ce qui est attendu moins ce qui est prévu. Une case vide n’est pas connue."_s,
            Paragraph::Role::Guidance);
        addSums(u"Par année"_s, u"Année"_s, sums.annees, sums.total);
        addTypes(sums);
        addSums(u"Par financeur"_s, u"Financeur"_s, sums.financeurs, sums.total);
        addSums(u"Par mission"_s, u"Mission"_s, sums.missions, sums.total);
        addCosts();
        addFundings();
    }

private:
    void say(const QString &text, Paragraph::Role role)
    {
        Paragraph paragraph;
        paragraph.role = role;
        paragraph.runs.push_back({.text = base::frenchTypography(text)});
        m_document.blocks.emplace_back(std::move(paragraph));
    }

    void heading(const QString &text)
    {
        m_document.blocks.emplace_back(Heading{2, {{.text = text}}, u"budget-%1"_s.arg(++m_anchors), false});
    }

    // One row a post, and the total: `amounts` are those of the columns after the name.
    using Amounts = std::vector<domain::Decimal> (*)(const Montants &);
    void addPosts(const QString &title, Ledger ledger, const std::vector<Poste> &posts, const Montants &total,
                  Amounts amounts)
    {
        if (posts.empty())
            return;
        heading(title);
        const auto row = [amounts](const QString &name, const Montants &each) {
            QStringList texts{name};
            for (const domain::Decimal &amount : amounts(each))
                texts << euros(amount);
            return texts;
        };
        for (const Poste &post : posts)
            ledger.add(row(printedText(post.nom), post.montants));
        ledger.add(row(u"Total"_s, total), true);
        m_document.blocks.emplace_back(std::move(ledger.table));
    }

    void addSums(const QString &title, const QString &first, const std::vector<Poste> &posts, const Montants &total)
    {
        addPosts(title,
                 Ledger({{first, 40},
                         {u"Prévu"_s, 12, true},
                         {u"Réalisé"_s, 12, true},
                         {u"Attendu"_s, 12, true},
                         {u"Versé"_s, 12, true},
                         {u"Solde"_s, 12, true}},
                        u"Dépenses et financements "_s + title.left(1).toLower() + title.mid(1)),
                 posts, total, [](const Montants &each) {
                     return std::vector{each.prevu, each.realise, each.attendu, each.verse, each.solde()};
                 });
    }

    void addTypes(const suivi::Bilan &sums)
    {
        addPosts(u"Par type de dépense"_s,
                 Ledger({{u"Type de dépense"_s, 58}, {u"Prévu"_s, 21, true}, {u"Réalisé"_s, 21, true}},
                        u"Dépenses par type"_s),
                 sums.types, sums.total, [](const Montants &each) {
                     return std::vector{each.prevu, each.realise};
                 });
    }

    // Fiche by fiche; the lines that a merge left without one last.
    void addCosts()
    {
        if (m_projet.budget.empty())
            return;
        heading(u"Les dépenses, fiche par fiche"_s);
        Ledger ledger({{u"Dépense"_s, 27},
                       {u"Type"_s, 19},
                       {u"Année"_s, 9},
                       {u"Prévu"_s, 11, true},
                       {u"Réalisé"_s, 11, true},
                       {u"Financeur"_s, 23}},
                      u"Chaque dépense des fiches-actions, avec son type, son année, ce qui est prévu et réalisé"_s);
        const auto lines = domain::inOrder(m_projet.budget);
        const auto add = [&](const QString &title, const auto &ofFiche) {
            bool titled = false;
            for (const auto &[id, line] : lines) {
                if (!ofFiche(line->fiche))
                    continue;
                if (!std::exchange(titled, true))
                    ledger.section(title);
                ledger.add(rowOf(*line));
            }
        };
        for (const auto &[id, fiche] : suivi::fichesNumerotees(m_projet, m_reference.missions())) {
            const QString title = printedText(fiche->intitule).trimmed();
            add(title.isEmpty() ? u"Fiche-action sans titre"_s : title, [&id](const base::Id &of) { return of == id; });
        }
        add(u"Sans fiche-action"_s, [this](const base::Id &of) { return !m_projet.fiches.find(of); });
        m_document.blocks.emplace_back(std::move(ledger.table));
    }

    static QStringList rowOf(const domain::LigneBudget &line)
    {
        QString name = printedText(line.intitule);
        if (line.etp)
            name += u" (%1 équivalent temps plein)"_s.arg(base::frenchNumber(*line.etp, 2));
        return {name,
                labelOf(line.sorte),
                line.annee ? QString::number(*line.annee) : QString(),
                euros(line.prevu),
                euros(line.realise),
                printedText(line.financeur)};
    }

    void addFundings()
    {
        if (m_projet.financements.empty())
            return;
        heading(u"Les financements"_s);
        Ledger ledger(
            {{u"Financeur"_s, 18},
             {u"Type, mission et part"_s, 26},
             {u"Année"_s, 9},
             {u"Attendu"_s, 12, true},
             {u"Versé"_s, 12, true},
             {u"Source, versement"_s, 23}},
            u"Chaque financement, avec son type, sa mission, son année, ce qui est attendu et versé, sa source "
            "et le jour du versement"_s);
        for (const auto &[id, each] : domain::inOrder(m_projet.financements))
            ledger.add({printedText(each->financeur), whatFor(*each),
                        each->annee ? QString::number(*each->annee) : QString(), euros(each->montant),
                        euros(each->verse), whence(*each)});
        m_document.blocks.emplace_back(std::move(ledger.table));
    }

    // Two lines of one funder differ by that alone.
    [[nodiscard]] QString whatFor(const domain::Financement &funding) const
    {
        QStringList words{labelOf(funding.sorte),
                          suivi::nomDeMission(m_projet, m_reference.missions(), funding.mission),
                          base::uncapitalized(labelOf(funding.part))};
        words.removeAll(QString());
        return words.join(u", "_s);
    }

    static QString whence(const domain::Financement &funding)
    {
        QStringList words{printedText(funding.source), funding.verseLe.isValid()
                                                           ? u"versé le "_s + base::frenchShortDate(funding.verseLe)
                                                           : QString()};
        words.removeAll(QString());
        return words.join(u" ; "_s);
    }

    const domain::Projet &m_projet;
    const reference::Reference &m_reference;
    Document &m_document;
    int m_anchors = 0;
};

} // namespace

Document budgetDocument(const Trame &trame, const domain::Projet &projet, const reference::Reference &reference,
                        const QDate &today)
{
    Document document;
    document.title = u"BUDGET ET FINANCEMENTS"_s;
    document.subtitle = u"Ce que coûtent les actions, ce qui est attendu et versé"_s;
    document.subject = u"Budget et financements du projet de santé"_s;
    document.header = printedText(projet.identite.nom);
    document.author = document.header;
    document.footer = base::frenchTypography(u"Budget – version du "_s + base::frenchLongDate(today));
    document.date = today;
    document.trame = trame.id();
    BudgetBuilder(projet, reference, document).addAll();
    return document;
}

} // namespace report
