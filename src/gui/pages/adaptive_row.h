// Fields side by side while there is room, one under the other on a narrow window or with large text.
#pragma once

#include <QWidget>

namespace gui
{

// In a Designer form: a promoted QWidget with a horizontal layout; `seuil` is the width, at 100 %, under which it
// becomes a column.
class AdaptiveRow final : public QWidget
{
    Q_OBJECT
    Q_PROPERTY(int seuil READ threshold WRITE setThreshold)
public:
    explicit AdaptiveRow(QWidget *parent = nullptr) : QWidget(parent) {}

    [[nodiscard]] int threshold() const { return m_threshold; }
    void setThreshold(int pixels);
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    void arrange();
    void alignHeads();

    int m_threshold = 560;
};

} // namespace gui
