// Above the pages of « Relire et exporter »: which page is read, and how large.
#pragma once

#include <QWidget>

class QPushButton;

namespace gui
{

class PagePreview;
class TextLabel;

class PreviewBar final : public QWidget
{
    Q_OBJECT
public:
    // Drives `preview`, which must outlive it, and follows what is done in it.
    explicit PreviewBar(PagePreview &preview, QWidget *parent = nullptr);

private:
    [[nodiscard]] QPushButton *addButton(const QString &text, const QString &spoken);
    void follow();

    PagePreview &m_preview;
    QPushButton *m_previous;
    TextLabel *m_page;
    QPushButton *m_next;
    QPushButton *m_smaller;
    TextLabel *m_zoom;
    QPushButton *m_larger;
    QPushButton *m_width;
};

} // namespace gui
