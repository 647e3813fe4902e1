// Buttons one after the other, on as many lines as the width asks for.
#pragma once

#include <QLayout>
#include <vector>

namespace gui
{

// Like words: each part keeps its own width, begins at the left, and goes to the next line when it has no room. A part
// that holds parts of its own (a WrapLayout in it) breaks inside only when it is alone on its line.
class WrapLayout final : public QLayout
{
public:
    explicit WrapLayout(QWidget *parent);
    ~WrapLayout() override;

    void addItem(QLayoutItem *item) override;
    [[nodiscard]] int count() const override { return int(m_items.size()); }
    [[nodiscard]] QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    // The height that the parts take; `place` also moves them there.
    int arrange(const QRect &rect, bool place) const;

    std::vector<QLayoutItem *> m_items;
};

} // namespace gui
