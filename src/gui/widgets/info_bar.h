// A message inside the window, with what can be done about it: never a box that stops the work.
#pragma once

#include <functional>
#include <QFrame>
#include <vector>

class QBoxLayout;

namespace gui
{

// Stays until it is closed or replaced. Spoken through its accessible name.
class InfoBar final : public QFrame
{
    Q_OBJECT
public:
    enum class Tone { Information, Warning, Problem };
    struct Action {
        QString text; // a verb: « Réessayer »
        std::function<void()> run;
    };

    InfoBar(Tone tone, const QString &sentence, const std::vector<Action> &actions, QWidget *parent = nullptr);

    [[nodiscard]] QString sentence() const { return m_sentence; }
    [[nodiscard]] Tone tone() const { return m_tone; }
    // The same message asked again: its buttons do what is asked now. False when they are other buttons.
    [[nodiscard]] bool takeActions(const std::vector<Action> &actions);

protected:
    // Little room: the actions go under the sentence.
    void resizeEvent(QResizeEvent *event) override;

private:
    Tone m_tone;
    QString m_sentence;
    std::vector<Action> m_actions;
    QBoxLayout *m_texts = nullptr;
    int m_actionsWidth = 0;
};

// The messages above the page, one per subject: a new one takes the place of the old one.
class InfoBarStack final : public QWidget
{
    Q_OBJECT
public:
    explicit InfoBarStack(QWidget *parent = nullptr);

    // `subject`: "enregistrement", "conflit"…
    InfoBar *tell(const QString &subject, InfoBar::Tone tone, const QString &sentence,
                  const std::vector<InfoBar::Action> &actions = {});
    void dismiss(const QString &subject);
    [[nodiscard]] InfoBar *bar(const QString &subject) const;

private:
    static void retire(InfoBar *old);
};

} // namespace gui
