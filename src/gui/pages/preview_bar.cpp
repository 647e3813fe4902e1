#include "gui/pages/preview_bar.h"

#include "gui/pages/page_preview.h"
#include "gui/widgets/labels.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

PreviewBar::PreviewBar(PagePreview &preview, QWidget *parent)
    : QWidget(parent), m_preview(preview), m_previous(addButton(u"←"_s, u"Page précédente de l’aperçu"_s)),
      m_page(plainLabel({}, TextRole::Hint, this, false)), m_next(addButton(u"→"_s, u"Page suivante de l’aperçu"_s)),
      m_smaller(addButton(u"−"_s, u"Réduire l’aperçu"_s)), m_zoom(plainLabel({}, TextRole::Hint, this, false)),
      m_larger(addButton(u"+"_s, u"Agrandir l’aperçu"_s)),
      m_width(addButton(u"Largeur de la page"_s, u"Aperçu à la largeur de la page"_s))
{
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    for (QWidget *each :
         {static_cast<QWidget *>(m_previous), static_cast<QWidget *>(m_page), static_cast<QWidget *>(m_next)})
        line->addWidget(each);
    line->addStretch(1);
    for (QWidget *each : {static_cast<QWidget *>(m_smaller), static_cast<QWidget *>(m_zoom),
                          static_cast<QWidget *>(m_larger), static_cast<QWidget *>(m_width)})
        line->addWidget(each);
    m_smaller->setToolTip(u"Ctrl et la molette de la souris, ou − dans l’aperçu"_s);
    m_larger->setToolTip(u"Ctrl et la molette de la souris, ou + dans l’aperçu"_s);
    m_width->setCheckable(true);
    m_width->setProperty("role", u"bascule"_s);
    connect(m_previous, &QPushButton::clicked, this, [this] { m_preview.showPage(m_preview.currentPage() - 1); });
    connect(m_next, &QPushButton::clicked, this, [this] { m_preview.showPage(m_preview.currentPage() + 1); });
    connect(m_smaller, &QPushButton::clicked, this, [this] { m_preview.zoomBy(-1); });
    connect(m_larger, &QPushButton::clicked, this, [this] { m_preview.zoomBy(1); });
    connect(m_width, &QPushButton::clicked, this, [this] { m_preview.fitWidth(); });
    connect(&preview, &PagePreview::currentPageChanged, this, &PreviewBar::follow);
    connect(&preview, &PagePreview::zoomChanged, this, &PreviewBar::follow);
    follow();
}

QPushButton *PreviewBar::addButton(const QString &text, const QString &spoken)
{
    auto *button = new QPushButton(text, this);
    button->setAccessibleName(spoken);
    button->setAutoDefault(false);
    if (text.size() == 1)
        button->setProperty("role", u"signe"_s);
    return button;
}

void PreviewBar::follow()
{
    const int page = m_preview.currentPage();
    m_page->setText(m_preview.pageWords());
    m_previous->setEnabled(page > 0);
    m_next->setEnabled(!m_preview.isWhole() || page + 1 < m_preview.pageCount());
    m_zoom->setText(u"%1 %"_s.arg(m_preview.zoom()));
    m_zoom->setAccessibleName(u"Taille de l’aperçu : %1 %"_s.arg(m_preview.zoom()));
    m_width->setChecked(m_preview.fitsWidth());
}

} // namespace gui
