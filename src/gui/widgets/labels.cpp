#include "gui/widgets/labels.h"

#include "base/typography.h"

#include <QStyle>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

QString roleName(TextRole role)
{
    switch (role) {
    case TextRole::Body:
        return u"texte"_s;
    case TextRole::Strong:
        return u"fort"_s;
    case TextRole::Secondary:
        return u"secondaire"_s;
    case TextRole::Hint:
        return u"aide"_s;
    case TextRole::PageTitle:
        return u"titre-page"_s;
    case TextRole::Section:
        return u"section"_s;
    case TextRole::FieldLabel:
        return u"libelle"_s;
    case TextRole::Overline:
        return u"surtitre"_s;
    case TextRole::Figure:
        return u"chiffre"_s;
    case TextRole::Warning:
        return u"alerte"_s;
    case TextRole::Done:
        return u"fait"_s;
    }
    return {};
}

TextLabel::TextLabel(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
}

void TextLabel::setText(const QString &text)
{
    QLabel::setText(base::frenchTypography(text));
}

TextLabel *plainLabel(const QString &text, TextRole role, QWidget *parent, bool wrap)
{
    auto *label = new TextLabel(parent);
    label->setText(text);
    label->setWordWrap(wrap);
    label->setProperty("role", roleName(role));
    return label;
}

void setRole(QWidget *widget, const QString &role)
{
    if (widget->property("role").toString() == role)
        return;
    widget->setProperty("role", role);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

SectionTitle::SectionTitle(QWidget *parent) : SectionTitle(QString(), parent) {}

SectionTitle::SectionTitle(const QString &text, QWidget *parent) : TextLabel(parent)
{
    setText(text);
    setWordWrap(true);
    setProperty("role", roleName(TextRole::Section));
}

} // namespace gui
