// A map on the screen: drawn to the width it has, communes to point at. What it shows is told by a table beside it; it
// has no keyboard of its own.
#pragma once

#include "report/map.h"

#include <functional>
#include <QTimer>
#include <QWidget>

namespace gui
{

class MapView final : public QWidget
{
    Q_OBJECT
public:
    // Makes the map of that size (mm) in those colours; nothing when there is none.
    using Maker = std::function<std::optional<report::TerritoryMap>(const QSizeF &size, const report::MapLook &look)>;

    explicit MapView(QWidget *parent = nullptr);

    // `mostHeight`: of the map without its legend, pixels at 100 %.
    void setMaker(Maker maker, int mostHeight);
    // The map is another one: made again before it is next seen.
    void refresh();
    [[nodiscard]] const std::optional<report::TerritoryMap> &map() const { return m_map; }
    void setChosen(const QStringList &codes);
    // The commune at a place of the widget; empty outside.
    [[nodiscard]] QString codeAt(const QPointF &place) const;
    // The middle of a commune, for tests.
    [[nodiscard]] QPointF placeOf(const QString &code) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void made();
    void clicked(const QString &code);
    void doubleClicked(const QString &code);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    bool event(QEvent *event) override;

private:
    void make();
    [[nodiscard]] const report::MapArea *areaAt(const QPointF &place) const;

    Maker m_maker;
    int m_mostHeight = 320;
    int m_madeFor = -1; // width
    std::optional<report::TerritoryMap> m_map;
    QStringList m_chosen;
    QTimer m_soon;
};

} // namespace gui
