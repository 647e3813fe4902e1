#include "gui/pages/indicator_panel.h"

#include "base/text.h"
#include "base/written_date.h"
#include "dossier/dossier.h"
#include "gui/widgets/card.h"
#include "gui/widgets/figure_view.h"
#include "gui/widgets/labels.h"
#include "models/fiche_operations.h"
#include "reference/reference.h"
#include "report/charts.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace gui
{

using namespace Qt::Literals::StringLiterals;
using base::Id;

namespace
{

// « → médecin traitant → 1 fiche-action », for each mission that a need calls.
QString wayOf(const domain::Projet &projet, const reference::Reference &reference, const Id &need,
              const domain::Besoin &besoin)
{
    QStringList missions;
    for (const Id &each : besoin.missions)
        if (const domain::Mission *mission = projet.missions.find(each))
            if (const reference::Mission *known = reference.missions().find(mission->code))
                missions << known->libelleCourt;
    qsizetype fiches = 0;
    for (const auto &[id, fiche] : domain::inOrder(projet.fiches))
        fiches += std::count(fiche->besoins.begin(), fiche->besoins.end(), need) > 0 ? 1 : 0;
    return u"→ %1 → %2"_s.arg(missions.isEmpty() ? u"aucune mission"_s : base::frenchList(missions),
                              base::frenchCount(fiches, u"fiche-action"_s, u"fiches-actions"_s));
}

} // namespace

IndicatorPanel::IndicatorPanel(const AppContext &context, QWidget *parent) : QWidget(parent), m_context(context)
{
    Card *card = Card::withColumn({}, this);
    card->column()->setContentsMargins(6, 10, 6, 10);
    makeChart(card->column());
    card->column()->addWidget(plainLabel(u"Besoins que cet indicateur étaye"_s, TextRole::Strong, card));
    m_needsColumn = new QVBoxLayout;
    card->column()->addLayout(m_needsColumn);
    card->column()->addStretch();
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(card);
    connect(&context.dossier, &dossier::Dossier::changed, this, &IndicatorPanel::refresh);
    refresh();
}

void IndicatorPanel::makeChart(QVBoxLayout *column)
{
    m_title = plainLabel({}, TextRole::Section, this);
    m_chart = new FigureView(this);
    m_year = plainLabel(u"année ?"_s, TextRole::Body, this, false);
    setRole(m_year, u"etiquette-a-voir"_s);
    m_source = plainLabel({}, TextRole::Hint, this);
    m_evolutionTitle = plainLabel({}, TextRole::Strong, this);
    m_evolution = new FigureView(this);
    column->addWidget(m_title);
    column->addWidget(m_chart);
    column->addWidget(m_year, 0, Qt::AlignLeft);
    column->addWidget(m_source);
    column->addWidget(m_evolutionTitle);
    column->addWidget(m_evolution);
}

void IndicatorPanel::setChosen(const Id &indicateur)
{
    if (indicateur == m_chosen)
        return;
    m_chosen = indicateur;
    refresh();
}

void IndicatorPanel::refresh()
{
    const domain::Projet &projet = m_context.dossier.projet();
    const domain::IndicateurDiagnostic *record = projet.indicateurs.find(m_chosen);
    const auto chart = record ? report::barChart(*record, report::smallChart) : std::nullopt;
    // Without any value there is nothing to look at.
    setVisible(chart.has_value());
    if (!chart)
        return;
    const auto evolution = report::evolutionChart(projet, *record, report::smallChart);
    m_title->setText(chart->title);
    m_chart->setFigure(chart);
    m_year->setVisible(!base::isYear(record->annee));
    const QString where = record->graphique ? u"Ce graphique paraîtra dans l’annexe 4, partie\u00A01\u00A0b."_s
                                            : u"Ce graphique ne paraîtra pas : cochez la case de l’indicateur."_s;
    m_source->setText(chart->source.isEmpty() ? where : chart->source + u' ' + where);
    m_evolution->setFigure(evolution);
    m_evolution->setVisible(evolution.has_value());
    m_evolutionTitle->setVisible(evolution.has_value());
    if (evolution)
        m_evolutionTitle->setText(evolution->title);
    refreshNeeds();
}

void IndicatorPanel::refreshNeeds()
{
    const domain::Projet &projet = m_context.dossier.projet();
    const domain::IndicateurDiagnostic &record = *projet.indicateurs.find(m_chosen);
    if (m_needs) {
        // The click that brought the change may come from one of its buttons.
        m_needs->hide();
        m_needsColumn->removeWidget(m_needs);
        m_needs->deleteLater();
    }
    m_needs = new QWidget;
    auto *column = new QVBoxLayout(m_needs);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    for (const Id &id : record.besoins) {
        const domain::Besoin *besoin = projet.besoins.find(id);
        if (!besoin)
            continue;
        const QString words = besoin->enonce.trimmed().isEmpty() ? u"(besoin sans énoncé)"_s : besoin->enonce.trimmed();
        column->addWidget(plainLabel(words, TextRole::Body, m_needs));
        column->addWidget(plainLabel(wayOf(projet, m_context.reference, id, *besoin), TextRole::Hint, m_needs));
        auto *open = new QPushButton(u"Voir ce besoin"_s, m_needs);
        open->setProperty("role", u"lien"_s);
        open->setAccessibleName(u"Voir le besoin : "_s + words);
        connect(open, &QPushButton::clicked, this, [this, need = id] {
            Q_EMIT opened({u"besoin"_s, need, u"enonce"_s});
        });
        column->addWidget(open, 0, Qt::AlignLeft);
    }
    if (column->count() == 0)
        column->addWidget(plainLabel(u"Aucun pour l’instant. Reliez cet indicateur à un besoin, plus bas."_s,
                                     TextRole::Hint, m_needs));
    m_needsColumn->addWidget(m_needs);
}

} // namespace gui
