#include "gui/widgets/card.h"

#include "gui/theme/theme.h"
#include "gui/widgets/labels.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace gui
{

Card::Card(QWidget *parent) : QFrame(parent)
{
    setFrameShape(QFrame::NoFrame); // the border is the style sheet's
}

Card *Card::withColumn(const QString &title, QWidget *parent)
{
    auto *card = new Card(parent);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(18, 16, 18, 16);
    column->setSpacing(10);
    if (!title.isEmpty())
        column->addWidget(new SectionTitle(title, card));
    return card;
}

QVBoxLayout *Card::column() const
{
    return qobject_cast<QVBoxLayout *>(layout());
}

EmptyState::EmptyState(const QString &title, const QString &sentence, QWidget *parent) : QFrame(parent)
{
    setFrameShape(QFrame::NoFrame);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(18, 18, 18, 18);
    column->setSpacing(4);
    for (TextLabel *label : {plainLabel(title, TextRole::Strong, this), plainLabel(sentence, TextRole::Hint, this)}) {
        label->setAlignment(Qt::AlignCenter);
        column->addWidget(label);
    }
}

QPushButton *EmptyState::addGesture(const QString &text)
{
    auto *button = new QPushButton(text, this);
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->addSpacing(zoomed(8));
    column->addWidget(button, 0, Qt::AlignHCenter);
    return button;
}

} // namespace gui
