// A message inside the window, with what can be done about it: never a box that stops the work.
#pragma once

#include <functional>
#include <QFrame>
#include <vector>

class QBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace gui
{

// Stays until it is closed or replaced; Escape closes the one that has the keyboard, which goes back where it was.
// Spoken through its accessible name.
class InfoBar final : public QFrame
{
    Q_OBJECT
public:
    enum class Tone { Way, Information, Warning, Problem }; // Way: where one comes from, without a mark
    struct Action {
        QString text; // a verb: « Réessayer »
        std::function<void()> run;
    };

    InfoBar(Tone tone, const QString &sentence, const std::vector<Action> &actions, QWidget *parent = nullptr);

    [[nodiscard]] QString sentence() const { return m_sentence; }
    [[nodiscard]] Tone tone() const { return m_tone; }
    // The same message asked again: its buttons do what is asked now. False when they are other buttons.
    [[nodiscard]] bool takeActions(const std::vector<Action> &actions);
    // News that the user still needs on the next page: what is going on, what the whole project is.
    void setLasting() { m_lasting = true; }
    [[nodiscard]] bool isLasting() const { return m_lasting || m_tone > Tone::Information; }

Q_SIGNALS:
    // Its cross: who shows it takes it away.
    void closed();

protected:
    // Little room: the actions go under the sentence.
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
    [[nodiscard]] bool wantsTwoLines(int room, bool low) const;

    Tone m_tone;
    bool m_lasting = false;
    QString m_sentence;
    std::vector<Action> m_actions;
    QBoxLayout *m_texts = nullptr;
    QLabel *m_words = nullptr;
    std::vector<QPushButton *> m_buttons; // of the actions
    QToolButton *m_close = nullptr;
};

// The messages above the page, one per subject: a new one takes the place of the old one. Two at most are seen,
// problems first: the page keeps its room. The others come as these go, or all when « 2 autres messages » is pressed.
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
    // Another page shows: news of what was done goes, what is lasting stays.
    void turnPage();

private:
    void retire(InfoBar *old);
    void showMostUrgent();

    QBoxLayout *m_column;
    QWidget *m_rest;     // under them
    QPushButton *m_more; // « 2 autres messages »
    bool m_all = false;
    QList<InfoBar *> m_told; // in the order they were told
};

} // namespace gui
