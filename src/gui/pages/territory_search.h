// The one field that finds a commune, an arrondissement or an intercommunalité, with its answers below.
#pragma once

#include "reference/communes.h"

#include <functional>
#include <QLineEdit>
#include <QStandardItemModel>

class QListView;

namespace gui
{

// Up and Down move in the answers while the keyboard stays in the field; Enter takes one, Esc closes.
class TerritorySearch final : public QLineEdit
{
    Q_OBJECT
public:
    // Why an answer can't be added (« déjà dans le territoire »); empty when it can.
    using Obstacle = std::function<QString(const reference::Hit &)>;

    explicit TerritorySearch(QWidget *parent = nullptr);

    // `communes` outlives the field; `first` says the départements that come first, as Communes::search() takes them
    // among equals.
    void setSource(const reference::Communes &communes, Obstacle obstacle, std::function<QString()> first);
    [[nodiscard]] const std::vector<reference::Hit> &hits() const { return m_hits; }
    [[nodiscard]] bool isOpen() const;
    // Searches again: what is in the territory changed.
    void refresh();

Q_SIGNALS:
    void chosen(const reference::Hit &hit);
    // Several lines were pasted: a list, and no name to look for.
    void listPasted(const QString &text);
    // What a screen reader is to be told: « 8 réponses », « Aucune réponse… ».
    void announced(const QString &sentence);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void moveEvent(QMoveEvent *event) override;

private:
    void search();
    void place();
    void close();
    void take(int row);
    void move(int by);

    const reference::Communes *m_communes = nullptr;
    Obstacle m_obstacle;
    std::function<QString()> m_first;
    std::vector<reference::Hit> m_hits;
    QStandardItemModel m_answers;
    QListView *m_list = nullptr;
};

} // namespace gui
