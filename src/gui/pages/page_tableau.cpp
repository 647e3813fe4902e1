#include "gui/pages/page_tableau.h"

#include "base/clock.h"
#include "base/text.h"
#include "controle/controle.h"
#include "domain/effectifs.h"
#include "dossier/dossier.h"
#include "gui/findings.h"
#include "gui/pages/adaptive_row.h"
#include "gui/pages/choices.h"
#include "gui/pages/projet_cards.h"
#include "gui/pages/step_badge.h"
#include "gui/pages/territory_facts.h"
#include "gui/widgets/card.h"
#include "gui/widgets/labels.h"
#include "gui/widgets/state_mark.h"
#include "report/trame.h"
#include "suivi/echeancier.h"
#include "suivi/mots.h"

#include <algorithm>
#include <chrono>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>
#include <span>
#include <utility>

namespace gui
{

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr size_t mostToDo = 6;
constexpr size_t mostElsewhere = 3;
constexpr size_t mostDates = 5;

// As every page counts them: typed by hand, or counted in the list of members.
domain::Number countedMembers(const AppContext &context)
{
    domain::Number members;
    for (const auto &[line, effectif] : domain::effectifs(context.dossier.projet(), ligneOf(context)))
        if (effectif.adherents)
            members = members.value_or(0) + *effectif.adherents;
    return members;
}

QString delayInWords(const reference::Etape &etape)
{
    if (etape.delais.empty())
        return {};
    const reference::Delai &delay = etape.delais.front();
    const QString length = suivi::moisEnMots(delay.mois);
    switch (delay.nature) {
    case reference::Delai::Nature::Maximum:
        return u"réponse sous "_s + length;
    case reference::Delai::Nature::Conseil:
        return length + u" au plus, conseillé"_s;
    case reference::Delai::Nature::Duree:
        return length;
    }
    return {};
}

// What is still to come, the delays of the procedure included.
std::vector<suivi::Date> comingDates(const AppContext &context)
{
    const QDate today = context.clock.today();
    std::vector<suivi::Date> dates = suivi::echeancier(context.dossier.projet(), context.reference, today);
    std::erase_if(dates, [&today](const suivi::Date &each) { return each.faite || each.date < today; });
    if (dates.size() > mostDates)
        dates.resize(mostDates);
    return dates;
}

QWidget *figure(const QString &value, const QString &what)
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    for (TextLabel *label : {plainLabel(value, TextRole::Figure, box), plainLabel(what, TextRole::Hint, box)}) {
        label->setAlignment(Qt::AlignHCenter);
        column->addWidget(label);
    }
    return box;
}

QFrame *hairline()
{
    auto *line = new QFrame;
    line->setProperty("role", u"filet"_s);
    return line;
}

QHBoxLayout *flatLine(QWidget *row, int spacing)
{
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(spacing);
    return line;
}

} // namespace

PageTableau::PageTableau(const AppContext &context, QWidget *parent) : FormPage(context, u"tableau-de-bord"_s, parent)
{
    auto *column = new QVBoxLayout(body());
    column->setContentsMargins(0, 0, 0, 0);
    m_pause.setSingleShot(true);
    m_pause.setInterval(120ms);
    connect(&m_pause, &QTimer::timeout, this, &PageTableau::refresh);
    connect(&context.dossier, &dossier::Dossier::changed, this, [this] {
        m_made = false;
        if (isVisible())
            m_pause.start();
    });
    refresh();
    m_made = true;
}

void PageTableau::shown()
{
    if (!std::exchange(m_made, false))
        refresh();
}

void PageTableau::refresh()
{
    m_pause.stop();
    const domain::Projet &projet = context().dossier.projet();
    const std::vector<controle::Finding> &all = Findings::of(context());
    const controle::Volet now = voletEnCours(projet);
    std::vector<controle::Finding> findings = all;
    std::erase_if(findings, [now](const controle::Finding &finding) { return finding.volet != now; });
    // What blocks the projet while the lettre is written: told once it is little, the projet is then nearly there. A
    // lettre that was validated is not judged again.
    std::vector<controle::Finding> elsewhere = all;
    std::erase_if(elsewhere, [now](const controle::Finding &finding) {
        return finding.volet == now || finding.severity != controle::Severity::Blocking;
    });
    if (now != controle::Volet::Lettre || elsewhere.size() > mostElsewhere)
        elsewhere.clear();
    const QString places = departementNames(projet, context().reference.communes());
    setHeading(projet.identite.nom.isEmpty() ? u"Projet sans nom"_s : projet.identite.nom,
               (now == controle::Volet::Lettre ? u"Projet de lettre d’intention"_s : u"Projet de santé"_s) +
                   (places.isEmpty() ? QString() : u" · "_s + places) + u" · trame "_s + context().trame.title());

    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    column->addWidget(steps(controle::readiness(all).percent));
    auto *row = new AdaptiveRow(content);
    row->setThreshold(760);
    QHBoxLayout *line = flatLine(row, 16);
    line->addWidget(toDo(findings, elsewhere), 4);
    auto *right = new QWidget(row);
    auto *rightColumn = new QVBoxLayout(right);
    rightColumn->setContentsMargins(0, 0, 0, 0);
    rightColumn->setSpacing(16);
    for (QWidget *card : {readinessCard(all), territoryCard(), datesCard()})
        rightColumn->addWidget(card);
    rightColumn->addStretch();
    line->addWidget(right, 3);
    column->addWidget(row);
    column->addStretch();

    const bool hadFocus = m_content && m_content->isAncestorOf(window()->focusWidget());
    delete m_content;
    m_content = content;
    body()->layout()->addWidget(content);
    if (hadFocus)
        content->nextInFocusChain()->setFocus(Qt::OtherFocusReason);
}

QWidget *PageTableau::steps(int percent) const
{
    Card *card = Card::withColumn({});
    card->setAccessibleName(u"Étapes de la démarche"_s);
    auto *row = new AdaptiveRow(card);
    row->setThreshold(560);
    QHBoxLayout *line = flatLine(row, 8);
    const QDate today = context().clock.today();
    const auto all = suivi::demarche(context().dossier.projet(), context().reference, today);
    for (const suivi::Etape &each : all) {
        const reference::Etape &etape = *each.officielle;
        const bool current = each.etat == suivi::EtatEtape::EnCours;
        QString state = suivi::etatEnMots(each, today);
        if (state.isEmpty())
            state = delayInWords(etape);
        if (etape.numero == 1 && current)
            state = u"en cours · remplie à %1 %"_s.arg(percent) + state.mid(u"en cours"_s.size());
        auto *step = new QWidget(row);
        auto *column = new QVBoxLayout(step);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(4);
        column->addWidget(new StepBadge(etape.numero, current, step), 0, Qt::AlignHCenter);
        TextLabel *title = plainLabel(etape.titre, TextRole::Strong, step);
        // Two lines for every title, as high as the label makes them: the states below stand on one line.
        title->ensurePolished();
        title->setText(u"\n"_s);
        title->setMinimumHeight(title->sizeHint().height());
        title->setText(etape.titre);
        for (TextLabel *label : {title, plainLabel(state, TextRole::Hint, step)}) {
            label->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
            column->addWidget(label);
        }
        column->addStretch();
        line->addWidget(step, 1);
    }
    card->column()->addWidget(row);
    return card;
}

QWidget *PageTableau::findingRow(const controle::Finding &finding)
{
    auto *row = new QWidget;
    QHBoxLayout *line = flatLine(row, 12);
    line->setContentsMargins(0, 8, 0, 8);
    const bool blocking = finding.severity == controle::Severity::Blocking;
    line->addWidget(new StateMark(blocking ? Mark::Blocking : Mark::ToReview, row), 0, Qt::AlignTop);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(plainLabel(finding.sentence, TextRole::Strong, row));
    texts->addWidget(plainLabel((blocking ? u"Bloquant. "_s : QString()) + finding.reason, TextRole::Hint, row));
    line->addLayout(texts, 1);
    const report::Page *page = context().trame.page(finding.page);
    const QString label = page ? page->label : finding.page;
    auto *button = new QPushButton(label + u" →"_s, row);
    button->setAccessibleName(u"%1 : aller à la page %2"_s.arg(finding.sentence, label));
    connect(button, &QPushButton::clicked, this,
            [this, code = finding.page, field = finding.field] { Q_EMIT goTo(code, field); });
    line->addWidget(button, 0, Qt::AlignTop);
    return row;
}

QWidget *PageTableau::toDo(const std::vector<controle::Finding> &findings,
                           const std::vector<controle::Finding> &elsewhere)
{
    Card *card = Card::withColumn(u"À faire maintenant"_s);
    card->column()->setSpacing(0);
    std::vector<controle::Finding> open;
    for (const auto wanted : {controle::Severity::Blocking, controle::Severity::Improvement})
        for (const controle::Finding &finding : findings)
            if (finding.severity == wanted)
                open.push_back(finding);
    for (size_t at = 0; at < std::min(open.size(), mostToDo); ++at) {
        if (at > 0)
            card->column()->addWidget(hairline());
        card->column()->addWidget(findingRow(open[at]));
    }
    const QString rest =
        open.empty() ? u"Tous les critères sont remplis : relisez la lettre, puis envoyez-la."_s
        : open.size() > mostToDo
            ? u"Et %1."_s.arg(base::frenchCount(qint64(open.size() - mostToDo), u"autre point"_s, u"autres points"_s))
            : QString();
    card->column()->addSpacing(8);
    if (!rest.isEmpty())
        card->column()->addWidget(plainLabel(rest, TextRole::Secondary));
    for (size_t at = 0; at < elsewhere.size(); ++at) {
        card->column()->addWidget(at > 0 ? static_cast<QWidget *>(hairline())
                                         : plainLabel(u"Ce qui bloque le projet de santé"_s, TextRole::Section));
        card->column()->addWidget(findingRow(elsewhere[at]));
    }
    auto *review = new QPushButton(u"Relire et exporter →"_s, card);
    connect(review, &QPushButton::clicked, this, [this] { Q_EMIT goTo(u"relire"_s, {}); });
    card->column()->addSpacing(8);
    card->column()->addWidget(review, 0, Qt::AlignLeft);
    card->column()->addStretch();
    return card;
}

QWidget *PageTableau::readinessCard(const std::vector<controle::Finding> &findings) const
{
    Card *card = Card::withColumn(u"Complétude"_s);
    const std::vector<report::DocumentInfo> &documents = context().trame.documents();
    // The fiches are judged with the projet de santé that they are joined to.
    for (const report::DocumentInfo &document : std::span(documents).first(std::min<size_t>(2, documents.size()))) {
        const controle::Readiness state = controle::readiness(findings, voletOf(context().trame, document.code));
        auto *head = new QHBoxLayout;
        head->addWidget(plainLabel(u"%1 (%2)"_s.arg(document.title, document.precision)), 1);
        head->addWidget(plainLabel(u"%1 %"_s.arg(state.percent), TextRole::Strong, nullptr, false));
        card->column()->addLayout(head);
        auto *bar = new QProgressBar(card);
        bar->setRange(0, 100);
        bar->setValue(state.percent);
        bar->setTextVisible(false);
        bar->setAccessibleName(u"Critères remplis : %1 %"_s.arg(state.percent));
        card->column()->addWidget(bar);
        card->column()->addWidget(plainLabel(state.sentence, TextRole::Hint));
    }
    return card;
}

QWidget *PageTableau::territoryCard()
{
    Card *card = Card::withColumn(u"Le territoire en bref"_s);
    const domain::Projet &projet = context().dossier.projet();
    if (projet.communes.empty()) {
        card->column()->addWidget(plainLabel(u"Aucune commune pour l’instant."_s, TextRole::Secondary));
        auto *go = new QPushButton(u"Choisir les communes →"_s, card);
        connect(go, &QPushButton::clicked, this, [this] { Q_EMIT goTo(u"territoire"_s, {}); });
        card->column()->addWidget(go, 0, Qt::AlignLeft);
        return card;
    }
    const qint64 population = domain::populationRetenue(projet).value_or(0);
    const QString size = tailleEnMots(context().reference.tailles(), population);
    const domain::Number members = countedMembers(context());
    auto *row = new AdaptiveRow(card);
    row->setThreshold(300);
    QHBoxLayout *line = flatLine(row, 8);
    line->addWidget(figure(base::frenchNumber(qint64(projet.communes.size())), u"communes"_s), 1);
    line->addWidget(figure(base::frenchNumber(population), u"habitants"_s), 1);
    line->addWidget(figure(size.isEmpty() ? u"Taille ?"_s : size.section(u" :"_s, 0, 0),
                           size.section(u" : "_s, 1).remove(u" habitants"_s)),
                    2); // its words are longer
    line->addWidget(figure(members ? base::frenchNumber(*members) : u"–"_s, u"adhérents"_s), 1);
    card->column()->addWidget(row);
    if (const auto listed = qint64(domain::membres(projet).size()); !members && listed > 0) {
        card->column()->addWidget(plainLabel(u"%1 dans votre liste, à compter par profession."_s.arg(
                                                 base::frenchCount(listed, u"membre"_s, u"membres"_s)),
                                             TextRole::Body));
        auto *go = new QPushButton(u"Compter les membres →"_s, card);
        connect(go, &QPushButton::clicked, this, [this] {
            Q_EMIT goTo(u"organisation"_s, {u"organisation"_s, {}, u"comptage"_s});
        });
        card->column()->addWidget(go, 0, Qt::AlignLeft);
    }
    return card;
}

QWidget *PageTableau::datesCard()
{
    Card *card = Card::withColumn(u"Prochaines échéances"_s);
    const auto dates = comingDates(context());
    for (const suivi::Date &coming : dates) {
        auto *line = new QHBoxLayout;
        line->setSpacing(8);
        line->addWidget(plainLabel(base::frenchLongDate(coming.date), TextRole::Strong, card, false), 0, Qt::AlignTop);
        line->addWidget(plainLabel(coming.titre, TextRole::Body, card), 1);
        card->column()->addLayout(line);
    }
    if (dates.empty())
        card->column()->addWidget(plainLabel(u"Aucune date à venir."_s, TextRole::Secondary));
    auto *go = new QPushButton(dates.empty() ? u"Ajouter une échéance →"_s : u"Étapes et échéances →"_s, card);
    const domain::FieldAddress list =
        dates.empty() ? domain::FieldAddress{u"echeance"_s, {}, u"date"_s} : domain::FieldAddress{};
    connect(go, &QPushButton::clicked, this, [this, list] { Q_EMIT goTo(u"etapes"_s, list); });
    card->column()->addWidget(go, 0, Qt::AlignLeft);
    return card;
}

} // namespace gui
