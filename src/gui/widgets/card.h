// Quiet containers: a card, and what a list shows while it is empty.
#pragma once

#include <QFrame>

class QPushButton;
class QVBoxLayout;

namespace gui
{

// A white area with a rounded border. In a Designer form: a promoted QFrame with its own layout.
class Card final : public QFrame
{
    Q_OBJECT
public:
    explicit Card(QWidget *parent = nullptr);
    // In code: with a column ready for content and, when given, a title.
    [[nodiscard]] static Card *withColumn(const QString &title, QWidget *parent = nullptr);
    [[nodiscard]] QVBoxLayout *column() const;
};

// « Aucune commune pour l’instant » with what to do next.
class EmptyState final : public QFrame
{
    Q_OBJECT
public:
    EmptyState(const QString &title, const QString &sentence, QWidget *parent = nullptr);

    // The gesture that begins the work, under the sentence; owned by this.
    QPushButton *addGesture(const QString &text);
};

} // namespace gui
