#include "gui/widgets/list_keys.h"

#include "base/text.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>

namespace gui
{

namespace
{

bool isEnter(const QKeyEvent &event)
{
    return event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
}

// Between the list of proposals and its completer, which takes the current one and nothing when there is none.
class FirstProposal final : public QObject
{
public:
    explicit FirstProposal(QComboBox &box) : QObject(box.completer()), m_box(box) {}

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::KeyPress && isEnter(*static_cast<QKeyEvent *>(event)))
            chooseFirst(*m_box.completer()->popup());
        return QObject::eventFilter(watched, event);
    }

private:
    void chooseFirst(QAbstractItemView &proposals) const
    {
        if (proposals.currentIndex().isValid() || !proposals.model()->rowCount() || isChoice(m_box.currentText()))
            return;
        const QSignalBlocker quiet(proposals.selectionModel());
        proposals.setCurrentIndex(proposals.model()->index(0, m_box.completer()->completionColumn()));
    }
    [[nodiscard]] bool isChoice(const QString &typed) const
    {
        for (int at = 0; at < m_box.count(); ++at)
            if (base::fold(m_box.itemText(at)) == base::fold(typed))
                return true;
        return false;
    }

    QComboBox &m_box;
};

class TabLeaves final : public QObject
{
public:
    explicit TabLeaves(QComboBox &box) : QObject(box.view()), m_box(box) { box.view()->installEventFilter(this); }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const auto *key = event->type() == QEvent::KeyPress ? static_cast<QKeyEvent *>(event) : nullptr;
        if (!key || (key->key() != Qt::Key_Tab && key->key() != Qt::Key_Backtab))
            return QObject::eventFilter(watched, event);
        const int chosen = m_box.view()->currentIndex().row();
        const bool other = chosen >= 0 && chosen != m_box.currentIndex();
        m_box.hidePopup();
        if (other) {
            m_box.setCurrentIndex(chosen);
            Q_EMIT m_box.activated(chosen);
        }
        QKeyEvent again(QEvent::KeyPress, key->key(), key->modifiers());
        QApplication::sendEvent(&m_box, &again);
        return true;
    }

private:
    QComboBox &m_box;
};

const char onTab[] = "quitte-par-tab";

} // namespace

void takeFirstByEnter(QComboBox &box)
{
    auto *keys = new FirstProposal(box);
    // The list of proposals is made when there are some: not for every field of a page that is only looked at.
    QObject::connect(box.lineEdit(), &QLineEdit::textEdited, keys, [keys, &box] {
        box.completer()->popup()->removeEventFilter(keys);
        box.completer()->popup()->installEventFilter(keys); // the last one that comes hears first
    });
}

void leaveByTab(QComboBox &box)
{
    if (box.view()->property(onTab).toBool())
        return;
    box.view()->setProperty(onTab, true);
    new TabLeaves(box);
}

} // namespace gui
