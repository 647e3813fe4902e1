#include "gui/widgets/usages_line.h"

#include "base/typography.h"
#include "gui/widgets/labels.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

UsagesLine::UsagesLine(QWidget *parent)
    : QWidget(parent), m_button(new QPushButton(this)), m_menu(new QMenu(m_button)),
      m_names(plainLabel({}, TextRole::Hint, this))
{
    m_button->setObjectName(u"repris-dans"_s);
    m_button->setProperty("role", u"lien"_s);
    m_button->setProperty("avecMenu", true);
    m_button->setProperty("auBord", true);
    m_button->setMenu(m_menu);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(2);
    line->addWidget(m_button);
    line->addWidget(m_names, 1);
    hide();
}

void UsagesLine::tell(const report::PageUsages &usages)
{
    const QString words = base::frenchTypography(report::usagesEnMots(usages));
    const QString details = base::frenchTypography(report::detailDesUsages(usages));
    m_button->setText(base::frenchTypography(report::usagesEnNombre(usages)));
    m_button->setAccessibleName(words + u" Choisir lequel relire."_s);
    m_button->setAccessibleDescription(details);
    m_button->setToolTip(details);
    m_names->setText(report::nomsDesUsages(usages));
    m_names->setToolTip(details);
    m_menu->clear();
    for (const report::DocumentInfo &each : usages.documents) {
        QAction *read = m_menu->addAction(base::frenchTypography(u"Relire : "_s + report::nomEnMots(each)));
        connect(read, &QAction::triggered, this, [this, code = each.code] { Q_EMIT chosen(code); });
    }
    setVisible(!words.isEmpty());
}

} // namespace gui
