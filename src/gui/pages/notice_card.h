// A card that tells where things stand, from the project and in words, with at most one thing to do about it.
#pragma once

#include "gui/context.h"
#include "gui/forms/binder.h"
#include "gui/widgets/labels.h"

class QPushButton;
class QVBoxLayout;

namespace gui
{

// What the card says of the project as it is now.
struct Notice {
    std::vector<std::pair<QString, TextRole>> lines;
    QString button = {}; // empty: nothing to do
};

// Told again after each edit; the button does its work as one undo step.
class NoticeCard final : public QWidget
{
    Q_OBJECT
public:
    using Tell = std::function<Notice(const domain::Projet &)>;
    using Act = std::function<domain::ChangeList(const domain::Projet &)>;

    // Hidden while `tell` has no line.
    NoticeCard(const QString &title, Tell tell, Act act, const AppContext &context, Binder &binder);

private:
    void refresh();
    void act();

    Tell m_tell;
    Act m_act;
    const AppContext &m_context;
    Binder &m_binder;
    QVBoxLayout *m_lines;
    QPushButton *m_button;
    std::vector<std::pair<QString, TextRole>> m_told;
    bool m_gone = false; // nothing to tell: hidden
};

} // namespace gui
