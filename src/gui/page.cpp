#include "gui/page.h"

#include "dossier/dossier.h"
#include "gui/pages/field_places.h"
#include "gui/picture_insertion.h"
#include "gui/widgets/aim_frame.h"
#include "gui/widgets/labels.h"
#include "gui/widgets/page_column.h"
#include "gui/widgets/page_scroll.h"
#include "gui/widgets/tab_order.h"
#include "gui/widgets/usages_line.h"

#include <chrono>
#include <QAbstractItemView>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QStyle>
#include <QVBoxLayout>

namespace gui
{

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr auto flashTime = 1200ms;
constexpr int sides = 30;       // pixels left and right of the page
constexpr int besideAside = 16; // and at its left, beside what stays in sight

void setFlash(QWidget *widget, bool on)
{
    widget->setProperty("eclat", on);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

// What stands on one line is written anew, as when Tab leads to it: what is typed never joins the old one. A long text
// is gone on with.
void placeCaret(QWidget *field)
{
    if (auto *line = qobject_cast<QLineEdit *>(field))
        line->selectAll();
    else if (auto *text = qobject_cast<QPlainTextEdit *>(field))
        text->moveCursor(QTextCursor::End);
}

} // namespace

void flash(QWidget *widget)
{
    setFlash(widget, true);
    QTimer::singleShot(flashTime, widget, [widget] { setFlash(widget, false); });
}

void askDocument(QWidget *from)
{
    while (from && !qobject_cast<FormPage *>(from))
        from = from->parentWidget();
    if (auto *page = static_cast<FormPage *>(from)) {
        page->flush();
        Q_EMIT page->documentAsked();
    }
}

FormPage::FormPage(const AppContext &context, const QString &code, QWidget *parent)
    : QWidget(parent), m_context(context), m_code(code), m_title(plainLabel({}, TextRole::PageTitle)),
      m_subtitle(plainLabel({}, TextRole::Secondary)), m_usages(new UsagesLine), m_scroll(new PageScroll(this)),
      m_body(new PageColumn), m_binder(new Binder(context.dossier, this))
{
    auto *content = new PageColumn;
    content->setObjectName(u"contenu-page"_s);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(sides, 24, sides, 24);
    column->setSpacing(4);
    column->addWidget(m_title);
    column->addWidget(m_subtitle);
    column->addWidget(m_usages);
    column->addSpacing(12);
    column->addWidget(m_body, 1);
    m_title->hide();
    m_subtitle->hide();
    m_scroll->setWidget(content);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_scroll, 1);
    connect(m_usages, &UsagesLine::chosen, this, &FormPage::reviewAsked);
    connect(m_binder, &Binder::failed, this, &FormPage::failed);
    auto *pictures = new PictureInsertion(context, this);
    connect(pictures, &PictureInsertion::failed, this, &FormPage::failed);
}

FormPage::~FormPage()
{
    m_binder->flush();
}

void FormPage::setHeading(const QString &title, const QString &subtitle)
{
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    m_subtitle->setText(subtitle);
    m_subtitle->setVisible(!subtitle.isEmpty());
    setAccessibleName(title);
}

void FormPage::setUsages(const report::PageUsages &usages)
{
    m_usages->tell(usages);
}

QString FormPage::title() const
{
    return m_title->text();
}

void FormPage::flush()
{
    m_binder->flush();
}

bool FormPage::goToStep(const QString &, const domain::ChangeList &)
{
    return false;
}

bool FormPage::goToField(const domain::FieldAddress &at)
{
    if (at.field.isEmpty()) {
        m_scroll->toTop();
        return at.table.isEmpty();
    }
    QWidget *target = m_binder->widgetFor(at);
    if (!target)
        target = placeLike(*this, m_context.dossier.projet(), at);
    if (!target)
        return false;
    reveal(target);
    return true;
}

void FormPage::reveal(QWidget *target)
{
    // The layout of a page just shown is only known after this turn.
    QTimer::singleShot(0, target, [this, target] {
        auto *editor = dynamic_cast<FieldEditor *>(target);
        QWidget *focus = editor ? editor->focusTarget() : target;
        QWidget *ground = m_scroll->widget()->isAncestorOf(target) ? m_scroll->widget() : this;
        AimFrame::clear(ground);
        if (!focus->isEnabled() || focus->focusPolicy() == Qt::NoFocus) {
            AimFrame::show(target, ground);
            flash(focus);
            m_scroll->showTold(target);
            return;
        }
        focus->setFocus(Qt::OtherFocusReason);
        placeCaret(focus);
        if (!qobject_cast<QAbstractItemView *>(focus)) // its rows did not all change: the current one is seen
            flash(focus);
        m_scroll->bring(focus);
    });
}

void FormPage::setAside(QWidget *aside)
{
    static_cast<QBoxLayout *>(layout())->insertWidget(0, aside);
}

void FormPage::placeAside(bool above)
{
    auto *whole = static_cast<QBoxLayout *>(layout());
    const bool beside = !above && !whole->itemAt(0)->widget()->isHidden();
    whole->setDirection(above ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_scroll->widget()->layout()->setContentsMargins(beside ? besideAside : sides, 24, sides, 24);
}

bool FormPage::focusNextPrevChild(bool next)
{
    return (isWindow() && tabAlong(this, next)) || QWidget::focusNextPrevChild(next);
}

void FormPage::focusFirst()
{
    for (QWidget *stop : readingOrder(this))
        if (stop != m_usages->button() && stop->isVisibleTo(this) && stop->isEnabled()) {
            stop->setFocus(Qt::OtherFocusReason);
            m_scroll->beginAt(stop);
            return;
        }
}

} // namespace gui
