#include "gui/shell/page_host.h"

#include "gui/dialogs/document_menu.h"
#include "gui/theme/restyle.h"
#include "gui/widgets/labels.h"
#include "gui/widgets/low_window.h"
#include "report/usages.h"

#include <algorithm>
#include <QHBoxLayout>
#include <QImage>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

const QString reviewCode = u"relire"_s;

bool isLettre(const QString &section)
{
    return section.startsWith("lettre"_L1, Qt::CaseInsensitive);
}

// « Page 2 sur 7 de la lettre d’intention », « Page 1 sur 6 du projet de santé ». The other sections are no documents
// that are read from the first page to the last: their name is enough.
QString positionIn(const QString &section, qsizetype number, qsizetype total)
{
    const QString lower = section.left(1).toLower() + section.mid(1);
    const QString page = u"Page %1 sur %2"_s.arg(number).arg(total);
    if (lower.startsWith("projet"_L1) || lower.startsWith("dossier"_L1))
        return page + u" du "_s + lower;
    return isLettre(section) ? page + u" de la "_s + lower : section;
}

// QStackedLayout holds back the painting of its parent while it turns the page: Qt then goes twice through every widget
// of every page that was seen. Held back by the attribute alone, only the stack itself waits: nothing is painted before
// the next turn anyway.
void bringToFront(QStackedWidget *stack, QWidget *page)
{
    stack->setAttribute(Qt::WA_UpdatesDisabled);
    stack->setCurrentWidget(page);
    stack->setAttribute(Qt::WA_UpdatesDisabled, false);
    stack->update();
}

// Qt gives a hidden widget its style, its place and those of all that it holds when it has to be drawn somewhere.
void layOutHidden(QWidget *page, const QRect &place)
{
    page->setGeometry(place);
    QImage corner(1, 1, QImage::Format_ARGB32_Premultiplied);
    page->render(&corner, {}, QRegion(0, 0, 1, 1));
}

} // namespace

PageHost::PageHost(const AppContext &context, std::vector<PageEntry> entries, PageMakers makers, QWidget *parent)
    : QWidget(parent), m_context(context), m_entries(std::move(entries)), m_makers(std::move(makers)),
      m_messages(new InfoBarStack(this)), m_stack(new QStackedWidget(this)), m_bar(new QFrame(this)),
      m_previous(new QPushButton(m_bar)), m_position(plainLabel({}, TextRole::Secondary, m_bar)),
      m_next(new QPushButton(m_bar))
{
    m_bar->setObjectName(u"barre-page"_s);
    m_next->setProperty("role", u"principal"_s);
    m_position->setAlignment(Qt::AlignCenter);
    auto *line = new QHBoxLayout(m_bar);
    line->setSpacing(14);
    line->addWidget(m_previous);
    line->addWidget(m_position, 1);
    line->addWidget(m_next);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_messages);
    column->addWidget(m_stack, 1);
    column->addWidget(m_bar);
    connect(m_previous, &QPushButton::clicked, this, &PageHost::openPrevious);
    connect(m_next, &QPushButton::clicked, this, &PageHost::goOn);
}

int PageHost::indexOf(const QString &code) const
{
    const auto found =
        std::find_if(m_entries.begin(), m_entries.end(), [&](const PageEntry &each) { return each.code == code; });
    return found == m_entries.end() ? -1 : static_cast<int>(found - m_entries.begin());
}

FormPage *PageHost::page(const PageEntry &entry)
{
    if (const auto found = m_pages.find(entry.code); found != m_pages.end())
        return found->second;
    FormPage *created = m_makers.at(entry.code)(m_context, m_stack);
    if (created->title().isEmpty())
        created->setHeading(entry.title, entry.subtitle);
    created->setUsages(report::usagesOf(m_context.trame, entry.code));
    connect(created, &FormPage::reviewAsked, this, &PageHost::reviewAsked);
    connect(created, &FormPage::sideAsked, this, &PageHost::sideAsked);
    connect(created, &FormPage::goTo, this, &PageHost::goTo);
    connect(created, &FormPage::sendingAsked, this, &PageHost::sendingAsked);
    connect(created, &FormPage::importAsked, this, &PageHost::importAsked);
    connect(created, &FormPage::documentAsked, this, &PageHost::documentAsked);
    connect(created, &FormPage::failed, this,
            [this](const QString &sentence) { m_messages->tell(u"modification"_s, InfoBar::Tone::Problem, sentence); });
    connect(created, &FormPage::written, this, [this](const QString &file) { tellPrinted(*m_messages, file); });
    connect(created, &FormPage::partShown, this, [this, created] {
        if (created != currentPage())
            return;
        updateBar();
        Q_EMIT partShown();
    });
    mayWaitForLook(created);
    m_stack->addWidget(created);
    m_pages.emplace(entry.code, created);
    return created;
}

const PageEntry *PageHost::nearestToMake() const
{
    const int current = indexOf(m_current);
    const PageEntry *nearest = nullptr;
    int least = 0;
    for (int at = 0; at < int(m_entries.size()); ++at) {
        const int away = at > current ? 2 * (at - current) - 1 : 2 * (current - at); // the next before the previous
        if (!isMade(m_entries[size_t(at)].code) && (!nearest || away < least)) {
            nearest = &m_entries[size_t(at)];
            least = away;
        }
    }
    return nearest;
}

bool PageHost::makeAhead()
{
    if (m_ahead.empty()) {
        const PageEntry *entry = nearestToMake();
        if (!entry)
            return false;
        m_ahead.emplace(page(*entry), Ahead::Made);
        return true;
    }
    const auto [made, step] = *m_ahead.begin();
    if (step == Ahead::Made) {
        made->shown();
        m_ahead[made] = Ahead::Filled;
        return true;
    }
    m_ahead.clear();
    layOutHidden(made, m_stack->contentsRect());
    return true;
}

std::vector<PageHost::Unread> PageHost::unread() const
{
    std::vector<Unread> found;
    for (const PageEntry &entry : m_entries)
        if (const auto made = m_pages.find(entry.code); made != m_pages.end())
            for (const domain::FieldAddress &at : made->second->unread())
                found.push_back({entry.code, entry.label, at});
    return found;
}

FormPage *PageHost::currentPage() const
{
    const auto found = m_pages.find(m_current);
    return found == m_pages.end() ? nullptr : found->second;
}

FormPage *PageHost::made(const QString &code)
{
    const int index = indexOf(code);
    return index < 0 ? nullptr : page(m_entries[static_cast<size_t>(index)]);
}

void PageHost::open(const QString &code)
{
    const int index = indexOf(code);
    if (index < 0)
        return;
    flush();
    const FormPage *left = currentPage();
    const bool hadKeyboard = left && left->isAncestorOf(window()->focusWidget());
    if (left && code != m_current)
        m_messages->turnPage();
    m_current = code;
    FormPage *shown = page(m_entries[static_cast<size_t>(index)]);
    m_ahead.erase(shown);
    styleNow(shown);
    bringToFront(m_stack, shown);
    updateBar();
    shown->shown();
    if (left == shown)
        shown->chosenAgain();
    if (hadKeyboard && left != shown)
        focusPage(); // Qt would leave it anywhere in the page, and far from what shows
    Q_EMIT opened(code);
}

void PageHost::flush()
{
    if (FormPage *page = currentPage())
        page->flush();
}

void PageHost::openNext()
{
    const auto next = static_cast<size_t>(indexOf(m_current) + 1);
    if (next < m_entries.size())
        turnTo(m_entries[next].code);
}

QString PageHost::following() const
{
    const int index = indexOf(m_current);
    const auto next = static_cast<size_t>(index + 1);
    if (next >= m_entries.size())
        return {};
    const QString &section = index < 0 ? QString() : m_entries[static_cast<size_t>(index)].section;
    const bool written = isLettre(section) && m_entries[next].section != section;
    return written && indexOf(reviewCode) >= 0 ? reviewCode : m_entries[next].code;
}

void PageHost::goOn()
{
    FormPage *page = currentPage();
    if (page && !page->nextPart().isEmpty())
        page->showNextPart();
    else if (const QString next = following(); !next.isEmpty())
        turnTo(next);
}

void PageHost::openPrevious()
{
    const int previous = indexOf(m_current) - 1;
    if (previous >= 0)
        turnTo(m_entries[static_cast<size_t>(previous)].code);
}

// Like turning a sheet: the keyboard goes to the first field.
void PageHost::turnTo(const QString &code)
{
    open(code);
    focusPage();
}

void PageHost::focusPage()
{
    FormPage *page = currentPage();
    if (!page)
        return;
    page->focusFirst();
    // A page that has nothing to go to, such as an empty list in a project to be read only: on to the next one.
    if (!page->isAncestorOf(window()->focusWidget()))
        (m_next->isHidden() ? m_previous : m_next)->setFocus(Qt::OtherFocusReason);
}

void PageHost::updateBar()
{
    const int index = indexOf(m_current);
    const FormPage *page = currentPage();
    if (index < 0 || !page)
        return;
    const PageEntry &current = m_entries[static_cast<size_t>(index)];
    const auto inSection = [&](const PageEntry &each) { return each.section == current.section; };
    const auto total = std::count_if(m_entries.begin(), m_entries.end(), inSection);
    const auto before = std::count_if(m_entries.begin(), m_entries.begin() + index, inSection);
    m_bar->setVisible(!current.section.isEmpty());
    m_position->setText(positionIn(current.section, before + 1, total));
    const QString next = following();
    m_previous->setVisible(index > 0);
    const QString part = page->nextPart();
    m_next->setVisible(!next.isEmpty() || !part.isEmpty());
    m_previousText = index > 0 ? m_entries[static_cast<size_t>(index) - 1].label : QString();
    m_nextText = !part.isEmpty()  ? part
                 : next.isEmpty() ? QString()
                                  : m_entries[static_cast<size_t>(indexOf(next))].label;
    m_previous->setAccessibleName(u"Page précédente : "_s + m_previousText);
    m_next->setAccessibleName(part.isEmpty() ? u"Page suivante : "_s + m_nextText : part);
    fitBar();
}

void PageHost::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitBar();
}

// Little room: the position goes first, then the names of the pages. Nothing is cut in the middle of a word.
void PageHost::fitBar()
{
    const bool low = inLowWindow(*this);
    m_bar->layout()->setContentsMargins(30, low ? 4 : 10, 30, low ? 4 : 10);
    for (QPushButton *button : {m_previous, m_next})
        setTight(*button, low);
    m_previous->setText(u"← "_s + m_previousText);
    m_next->setText(m_nextText + u" →"_s);
    const auto buttons = [this] { return m_previous->sizeHint().width() + m_next->sizeHint().width(); };
    const int room = width() - 60 - 28;
    m_position->setVisible(buttons() + m_position->fontMetrics().horizontalAdvance(m_position->text()) <= room);
    if (buttons() <= room)
        return;
    m_previous->setText(u"← Précédente"_s);
    m_next->setText(u"Suivante →"_s);
}

} // namespace gui
