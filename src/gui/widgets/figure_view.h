// A figure of the documents on the screen: the very drawing that is printed, on white, as wide as there is room. What
// it shows is told by its description and by a table elsewhere.
#pragma once

#include "report/document.h"

#include <QWidget>

namespace gui
{

class FigureView final : public QWidget
{
    Q_OBJECT
public:
    explicit FigureView(QWidget *parent = nullptr);

    void setFigure(const std::optional<report::Figure> &figure);
    [[nodiscard]] const std::optional<report::Figure> &figure() const { return m_figure; }

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] double scaleFor(int width) const; // pixels per millimetre

    std::optional<report::Figure> m_figure;
};

} // namespace gui
