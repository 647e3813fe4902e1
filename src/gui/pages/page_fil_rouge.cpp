#include "gui/pages/page_fil_rouge.h"

#include "base/clock.h"
#include "base/rich_text.h"
#include "base/typography.h"
#include "dossier/dossier.h"
#include "gui/dialogs/document_menu.h"
#include "gui/pages/adaptive_row.h"
#include "gui/pages/thread_list.h"
#include "gui/theme/theme.h"
#include "gui/widgets/card.h"
#include "gui/widgets/info_bar.h"
#include "gui/widgets/labels.h"
#include "gui/widgets/low_window.h"
#include "gui/widgets/state_mark.h"

#include <chrono>
#include <QComboBox>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace gui
{

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using report::FilRougeForm;

namespace
{

constexpr qsizetype longestChoice = 70;

QString shortNeed(const domain::Projet &projet, const controle::FilBesoin &need, int number)
{
    const domain::Besoin *one = projet.besoins.find(need.id);
    if (!one)
        return u"Fiches-actions sans besoin"_s;
    const QString text = base::plainLine(one->enonce);
    return base::frenchTypography(u"Besoin %1 : %2"_s.arg(number).arg(
        text.isEmpty() ? u"sans énoncé"_s
                       : text.left(longestChoice) + (text.size() > longestChoice ? u"…"_s : QString())));
}

} // namespace

PageFilRouge::PageFilRouge(const AppContext &context, QWidget *parent)
    : FormPage(context, u"fil-rouge"_s, parent), m_messages(new InfoBarStack), m_list(new ThreadList),
      m_empty(new EmptyState(u"Rien à relier pour l’instant"_s,
                             u"Écrivez un besoin dans « Diagnostic », puis une action dans "
                             "« Fiches-actions » : le fil rouge les relie."_s))
{
    auto *column = new QVBoxLayout(body());
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(m_messages);
    m_choices = makeChoices();
    column->addWidget(m_choices);
    column->addWidget(m_empty);
    column->addWidget(m_list, 1);
    column->addStretch(); // for what is empty: the list takes all the room that there is
    m_list->setMinimumHeight(zoomed(240));
    QPushButton *begin = m_empty->addGesture(u"Diagnostic →"_s);
    begin->setAccessibleName(u"Écrire un besoin dans le diagnostic"_s);
    connect(begin, &QPushButton::clicked, this, [this] { Q_EMIT goTo(u"diagnostic"_s, {}); });
    connect(m_list, &ThreadList::chosen, this, &PageFilRouge::leadTo);
    m_pause.setSingleShot(true);
    m_pause.setInterval(150ms);
    connect(&m_pause, &QTimer::timeout, this, &PageFilRouge::refresh);
    connect(&context.dossier, &dossier::Dossier::changed, this, [this] {
        m_stale = true;
        if (isVisible())
            m_pause.start();
    });
}

QWidget *PageFilRouge::makeChoices()
{
    auto *row = new AdaptiveRow(body());
    row->setThreshold(480);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(12);
    m_needs = new QComboBox(row);
    m_needs->setAccessibleName(u"Besoins affichés"_s);
    m_needs->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_needs->setMinimumContentsLength(20);
    connect(m_needs, &QComboBox::activated, this, [this] { fillLines(); });
    line->addWidget(m_needs, 1);
    m_documents = new DocumentMenu(*m_messages, &context().dossier, row);
    const DocumentMenu::Make list = [this] { return document(FilRougeForm::Liste); };
    const DocumentMenu::Make poster = [this] { return document(FilRougeForm::Affiche); };
    m_documents->addPaper(u"Liste (A4) : imprimer…"_s, list);
    m_documents->addFile(u"Liste (A4) : PDF…"_s, u"Fil rouge"_s, Format::Pdf, list);
    m_documents->addFile(u"Liste (A4) : Word (.docx)…"_s, u"Fil rouge"_s, Format::Docx, list);
    m_documents->addFile(u"Liste (A4) : OpenDocument (.odt)…"_s, u"Fil rouge"_s, Format::Odt, list);
    m_documents->addPaper(u"Affiche (A3) : imprimer…"_s, poster);
    m_documents->addFile(u"Affiche (A3) : PDF…"_s, u"Fil rouge, affiche"_s, Format::Pdf, poster);
    line->addWidget(m_documents);
    return row;
}

base::Result<report::Document> PageFilRouge::document(FilRougeForm form) const
{
    return report::filRouge(context().trame, context().dossier.projet(), context().reference, form,
                            context().clock.today());
}

void PageFilRouge::shown()
{
    if (m_stale)
        refresh();
}

void PageFilRouge::showLine()
{
    reveal(m_list);
    m_list->scrollTo(m_list->currentIndex());
}

void PageFilRouge::refresh()
{
    m_pause.stop();
    m_stale = false;
    m_thread = controle::filRouge(context().dossier.projet(), context().reference);
    const bool hadFocus = m_suspens && m_suspens->isAncestorOf(window()->focusWidget());
    if (m_suspens)
        m_suspens->deleteLater();
    m_suspens = suspensCard();
    placeSuspens();
    if (hadFocus)
        m_suspens->nextInFocusChain()->setFocus(Qt::OtherFocusReason);
    const bool any = !m_thread.empty();
    m_suspens->setVisible(any);
    m_choices->setVisible(any);
    m_list->setVisible(any);
    m_empty->setVisible(!any);
    fillNeeds();
    fillLines();
}

void PageFilRouge::placeSuspens()
{
    auto *column = static_cast<QVBoxLayout *>(body()->layout());
    column->removeWidget(m_suspens);
    column->insertWidget(inLowWindow(*this) ? column->indexOf(m_list) + 1 : 1, m_suspens);
}

void PageFilRouge::resizeEvent(QResizeEvent *event)
{
    FormPage::resizeEvent(event);
    if (m_suspens)
        placeSuspens();
}

void PageFilRouge::fillNeeds()
{
    const QSignalBlocker quiet(m_needs);
    const int chosen = m_needs->currentIndex();
    m_needs->clear();
    m_needs->addItem(u"Tous les besoins"_s);
    int number = 0;
    for (const controle::FilBesoin &need : m_thread)
        m_needs->addItem(shortNeed(context().dossier.projet(), need, ++number));
    m_needs->setCurrentIndex(chosen >= 0 && chosen < m_needs->count() ? chosen : 0);
}

void PageFilRouge::fillLines()
{
    std::vector<ThreadLine> lines;
    int number = 0;
    for (const controle::FilBesoin &need : m_thread) {
        ++number;
        if (m_needs->currentIndex() > 0 && m_needs->currentIndex() != number)
            continue;
        std::vector<ThreadLine> more = threadLines(context(), need, number);
        std::move(more.begin(), more.end(), std::back_inserter(lines));
    }
    m_list->setLines(std::move(lines));
}

QWidget *PageFilRouge::suspensCard()
{
    Card *card = Card::withColumn(u"Ce qui reste en suspens"_s, body());
    card->column()->setSpacing(4);
    const auto sorts = controle::enSuspens(context().dossier.projet(), context().reference);
    if (sorts.empty()) {
        auto *line = new QHBoxLayout;
        line->setSpacing(10);
        line->addWidget(new StateMark(Mark::Done, card), 0, Qt::AlignTop);
        line->addWidget(plainLabel(u"La chaîne est complète : rien ne reste en suspens."_s, TextRole::Body, card), 1);
        card->column()->addLayout(line);
        return card;
    }
    auto *row = new AdaptiveRow(card);
    row->setThreshold(460);
    auto *halves = new QHBoxLayout(row);
    halves->setContentsMargins(0, 0, 0, 0);
    halves->setSpacing(4);
    const size_t half = (sorts.size() + 1) / 2;
    for (const size_t first : {size_t(0), half}) {
        auto *column = new QVBoxLayout;
        column->setSpacing(2);
        for (size_t at = first; at < (first == 0 ? half : sorts.size()); ++at)
            column->addWidget(suspensButton(sorts[at]), 0, Qt::AlignLeft);
        column->addStretch();
        halves->addLayout(column); // no stretch: one above the other, they would have the same height
    }
    halves->addStretch();
    card->column()->addWidget(row);
    return card;
}

// One of the sort: a click leads to it. Several: a click shows their names.
QWidget *PageFilRouge::suspensButton(const controle::SortesSuspens &sort)
{
    auto *button = new QPushButton(sort.words + (sort.all.size() == 1 ? u" →"_s : QString()));
    button->setProperty("role", u"lien"_s);
    if (sort.all.size() == 1) {
        button->setAccessibleName(sort.words + u", "_s + sort.all.front().name);
        connect(button, &QPushButton::clicked, this, [this, field = sort.all.front().field] { leadTo(field); });
        return button;
    }
    auto *menu = new QMenu(button);
    for (const controle::Suspens &each : sort.all) {
        QAction *action = menu->addAction(QString(each.name).replace(u'&', u"&&"_s));
        connect(action, &QAction::triggered, this, [this, field = each.field] { leadTo(field); });
    }
    button->setAccessibleName(sort.words + u" : choisir lequel"_s);
    button->setMenu(menu);
    button->setProperty("avecMenu", true);
    return button;
}

void PageFilRouge::leadTo(const domain::FieldAddress &field)
{
    Q_EMIT goTo({}, field);
}

} // namespace gui
