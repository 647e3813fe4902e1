// A card with the colour of a mission down its left side.
#pragma once

#include <QFrame>

namespace gui
{

// Painted, so that it follows the theme. The name of the mission is always beside its colour: the caller writes it.
class StripedCard : public QFrame
{
    Q_OBJECT
public:
    // `mission`: its code in the reference.
    explicit StripedCard(const QString &mission, QWidget *parent = nullptr);

    [[nodiscard]] QString mission() const { return m_mission; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_mission;
};

} // namespace gui
