// The pages as they will be printed, on the screen.
#pragma once

#include "layout/page.h"

#include <QAbstractScrollArea>

namespace gui
{

// As wide as there is room (at most 1.6 times the paper at 96 dpi). What is expected and missing is shaded; a click on
// a place that came from a field leads to it.
class PagePreview final : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit PagePreview(QWidget *parent = nullptr);

    // Keeps the place where the reader was.
    void setPages(layout::PagedDocument pages, const QString &title);
    void setShadesMissing(bool shades);
    [[nodiscard]] int pageCount() const { return int(m_pages.pages.size()); }
    [[nodiscard]] int currentPage() const; // from 0
    void showPage(int page);
    // The field at a place of the viewport; empty where there is none.
    [[nodiscard]] report::FieldTag fieldAt(const QPoint &place) const;
    // The place of a field of the first page that has it, in the viewport; null when nothing shows it.
    [[nodiscard]] QRect placeOf(const report::FieldTag &field) const;

Q_SIGNALS:
    void fieldClicked(const report::FieldTag &field);
    void currentPageChanged(int page);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    void measure();
    [[nodiscard]] QRectF sheet(int page) const; // in the viewport
    [[nodiscard]] const layout::FieldArea *areaAt(const QPoint &place, QRectF *where = nullptr) const;

    layout::PagedDocument m_pages;
    QString m_title;
    double m_scale = 1; // pixels per millimetre
    bool m_shadesMissing = true;
    QRectF m_hovered;
};

} // namespace gui
