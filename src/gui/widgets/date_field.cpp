#include "gui/widgets/date_field.h"

#include "base/text.h"
#include "base/written_date.h"
#include "gui/theme/icons.h"
#include "gui/widgets/text_line.h"

#include <algorithm>
#include <QApplication>
#include <QCalendarWidget>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QToolButton>
#include <QWidgetAction>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int longestQuoted = 30; // characters of what was typed

// The calendar closed without a choice: what is typed then replaces the date, as before. Unless the keyboard went on.
void selectAgain(QLineEdit *line, const std::optional<QDate> &before)
{
    const QWidget *now = QApplication::focusWidget();
    if (base::writtenDate(line->text()) != before || (now && now != line && now->isVisible()))
        return;
    line->setFocus(Qt::OtherFocusReason);
    line->selectAll();
}

} // namespace

DateField::DateField(QWidget *parent) : QWidget(parent), m_text(new TextLine(this)), m_calendar(new QToolButton(this))
{
    m_text->setPlaceholderText(u"jj/mm/aaaa"_s);
    m_text->installEventFilter(this);
    m_calendar->setIcon(icon(u"calendrier"_s));
    m_calendar->setToolTip(u"Choisir dans un calendrier (Alt+Bas)"_s);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(4);
    line->addWidget(m_text, 1);
    line->addWidget(m_calendar);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setFocusProxy(m_text);
    m_text->onEdited([this](Moment moment) { tell(moment); });
    connect(m_calendar, &QToolButton::clicked, this, &DateField::openCalendar);
    setSpokenName(u"Date"_s);
}

std::optional<domain::Value> DateField::value() const
{
    if (m_text->text().trimmed().isEmpty())
        return domain::Value();
    const auto date = base::writtenDate(m_text->text());
    return date ? std::optional<domain::Value>(*date) : std::nullopt;
}

void DateField::setValue(const domain::Value &value)
{
    const auto *content = std::get_if<QDate>(&value);
    const auto shown = base::writtenDate(m_text->text());
    if (content && shown == *content)
        return; // « 12 mars 2027 » stays as typed while the field is edited
    m_text->setValue(content ? base::frenchShortDate(*content) : QString());
}

void DateField::setEditable(bool editable)
{
    m_text->setEditable(editable);
    m_calendar->setEnabled(editable);
}

QWidget *DateField::focusTarget()
{
    return m_text;
}

QString DateField::complaint() const
{
    if (value())
        return {};
    const QString typed = m_text->text().simplified();
    const QString shown = typed.size() > longestQuoted ? typed.left(longestQuoted) + u'…' : typed;
    if (const QString absent = base::absentDay(typed); !absent.isEmpty())
        return u"Le %1 n’existe pas. Écrivez par exemple 12/03/2027."_s.arg(absent);
    const bool begun = std::any_of(typed.begin(), typed.end(), [](QChar c) { return c.isDigit(); });
    const QString what = begun ? u"n’est pas une date complète"_s : u"n’est pas une date"_s;
    return u"«\u00A0%1\u00A0» %2. Écrivez par exemple 12/03/2027."_s.arg(shown, what);
}

QString DateField::unfinished() const
{
    return value() ? QString() : m_text->text();
}

void DateField::showUnfinished(const QString &typed)
{
    m_text->setText(typed);
}

void DateField::setSpokenName(const QString &name)
{
    setAccessibleName(name);
    m_text->setAccessibleName(name);
    m_calendar->setAccessibleName(u"Choisir dans un calendrier : "_s + name);
}

bool DateField::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut) {
        const auto date = base::writtenDate(m_text->text());
        const QString whole = date ? base::frenchShortDate(*date) : QString();
        if (date && m_text->text() != whole) // else what is selected stays so, while another window is in front
            m_text->setText(whole);
        else if (!value() && m_text->isModified())
            tell(Moment::Done); // its complaint shows, even when the calendar's button is next
    } else if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Down && key->modifiers() == Qt::AltModifier) {
            openCalendar();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void DateField::openCalendar()
{
    if (!m_calendar->isEnabled())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto *calendar = new QCalendarWidget(menu);
    calendar->setLocale(QLocale(QLocale::French, QLocale::France));
    calendar->setFirstDayOfWeek(Qt::Monday);
    calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    calendar->setHorizontalHeaderFormat(QCalendarWidget::ShortDayNames);
    if (const auto date = base::writtenDate(m_text->text()))
        calendar->setSelectedDate(*date);
    auto *entry = new QWidgetAction(menu);
    entry->setDefaultWidget(calendar);
    menu->addAction(entry);
    const auto chosen = [this, menu](const QDate &date) {
        pick(date);
        menu->close();
    };
    connect(calendar, &QCalendarWidget::clicked, this, chosen);
    connect(calendar, &QCalendarWidget::activated, this, chosen);
    if (m_text->hasFocus())
        connect(menu, &QMenu::aboutToHide, m_text, [text = m_text, before = base::writtenDate(m_text->text())] {
            QMetaObject::invokeMethod(
                text, [text, before] { selectAgain(text, before); }, Qt::QueuedConnection);
        });
    menu->popup(mapToGlobal(QPoint(0, height())));
    calendar->setFocus();
}

void DateField::pick(const QDate &date)
{
    m_text->setText(base::frenchShortDate(date));
    m_text->setFocus();
    tell(Moment::Done);
}

} // namespace gui
