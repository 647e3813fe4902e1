// A text of which some words stand out: what differs between two versions.
#pragma once

#include "base/text_compare.h"
#include "gui/widgets/labels.h"

namespace gui
{

// `before` is said first; then the passages, those that are not common underlined on a ground of their own. The whole
// is one plain text for screen readers.
class MarkedLabel : public TextLabel
{
    Q_OBJECT
public:
    MarkedLabel(const QString &before, const std::vector<base::Passage> &passages, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;
    // The words that stand out.
    [[nodiscard]] QStringList marked() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Range {
        qsizetype from;
        qsizetype length;
    };
    std::vector<Range> m_ranges;
};

} // namespace gui
