// The pages as they will be printed, on the screen.
#pragma once

#include "layout/page.h"

#include <memory>
#include <QAbstractScrollArea>
#include <QTimer>

namespace gui
{

// As wide as there is room, or at the scale that is asked with the bar, Ctrl and the wheel. What is expected and
// missing is shaded; a click on a place that came from a field leads to it.
class PagePreview final : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit PagePreview(QWidget *parent = nullptr);
    ~PagePreview() override;

    // Keeps the place where the reader was. What is in sight is there at once, the other pages soon after.
    void setDocument(report::Document document);
    // Whether all the pages are there.
    [[nodiscard]] bool isWhole() const { return !m_reading; }
    // Those that are not there yet, now.
    void finish();
    void setShadesMissing(bool shades);
    [[nodiscard]] int pageCount() const { return int(m_pages.pages.size()); } // of those that are there
    [[nodiscard]] int currentPage() const;                                    // from 0
    // « Page 3 sur 12 », from 1; as long as nobody knows how many, « Page 3 sur … ».
    [[nodiscard]] QString pageWords() const;
    // The nearest there is.
    void showPage(int page);
    // In per cent of the paper as a screen of 96 dpi shows it, times the size of the texts of the program.
    [[nodiscard]] int zoom() const;
    // The nearest scale above (1) or below (-1) of a short list.
    void zoomBy(int steps);
    // The scale that fills the width, which then follows the window.
    void fitWidth();
    [[nodiscard]] bool fitsWidth() const { return m_zoom == 0; }
    // The field at a place of the viewport; empty where there is none.
    [[nodiscard]] report::FieldTag fieldAt(const QPoint &place) const;
    // The place of a field of the first page that has it, in the viewport; null when nothing shows it.
    [[nodiscard]] QRect placeOf(const report::FieldTag &field);

Q_SIGNALS:
    // All the pages of the document are there.
    void finished();
    void fieldClicked(const report::FieldTag &field);
    void currentPageChanged(int page);
    void zoomChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    struct Reading;
    void goOn();
    void setPages(layout::PagedDocument pages);
    void measure();
    // One frame further, or back.
    void readOn(int direction);
    [[nodiscard]] double pageHeight() const;    // with what is between two
    [[nodiscard]] QRectF sheet(int page) const; // in the viewport
    [[nodiscard]] const layout::FieldArea *areaAt(const QPoint &place, QRectF *where = nullptr) const;

    layout::PagedDocument m_pages;
    std::unique_ptr<Reading> m_reading; // as long as pages are to come
    QTimer m_turn;
    QString m_title;
    double m_scale = 1; // pixels per millimetre
    int m_zoom = 0;     // per cent; 0: what fills the width
    bool m_shadesMissing = true;
    QRectF m_hovered;
};

} // namespace gui
