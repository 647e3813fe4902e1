#include "gui/widgets/marked_label.h"

#include "base/typography.h"
#include "gui/theme/theme.h"

#include <cmath>
#include <QPainter>
#include <QTextLayout>

namespace gui
{

namespace
{

void breakLines(QTextLayout &layout, int width)
{
    qreal height = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, height});
        height += line.height();
    }
    layout.endLayout();
}

QString shown(QString text)
{
    return text.replace(u'\n', QChar::LineSeparator);
}

} // namespace

MarkedLabel::MarkedLabel(const QString &before, const std::vector<base::Passage> &passages, QWidget *parent)
    : TextLabel(parent)
{
    setWordWrap(true);
    // The spaces of typography first: what is marked is counted in what is shown.
    QString whole = base::frenchTypography(before);
    for (const base::Passage &each : passages) {
        const qsizetype length =
            each.text.trimmed().isEmpty() ? each.text.size() : QStringView(each.text).trimmed().size();
        if (!each.common)
            m_ranges.push_back({whole.size(), length});
        whole += each.text;
    }
    QLabel::setText(whole);
}

QStringList MarkedLabel::marked() const
{
    QStringList words;
    for (const Range &each : m_ranges)
        words << text().mid(each.from, each.length);
    return words;
}

QSize MarkedLabel::sizeHint() const
{
    const int width = zoomed(420);
    return {width, heightForWidth(width)};
}

int MarkedLabel::heightForWidth(int width) const
{
    QTextLayout layout(shown(text()), font());
    breakLines(layout, width);
    return int(std::ceil(layout.boundingRect().height())) + 2;
}

void MarkedLabel::paintEvent(QPaintEvent *)
{
    const Palette &colours = currentPalette();
    QTextLayout layout(shown(text()), font());
    QList<QTextLayout::FormatRange> formats;
    for (const Range &each : m_ranges) {
        QTextCharFormat mark;
        mark.setBackground(colours.reviewSoft);
        mark.setForeground(colours.onReviewSoft);
        mark.setFontUnderline(true);
        formats.push_back({int(each.from), int(each.length), mark});
    }
    layout.setFormats(formats);
    breakLines(layout, width());
    QPainter painter(this);
    painter.setPen(colours.ink);
    layout.draw(&painter, {0, 0});
}

} // namespace gui
