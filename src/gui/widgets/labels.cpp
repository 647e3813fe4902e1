#include "gui/widgets/labels.h"

#include "base/typography.h"
#include "gui/widgets/column_label.h"
#include "gui/widgets/height_cache.h"

#include <QEvent>
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

namespace
{

// A page shapes its words again for each level of its layouts, unless each label remembers how high it is.
class MeasuredLabel final : public TextLabel
{
public:
    enum class Place { Anywhere, Column };
    MeasuredLabel(Place place, QWidget *parent) : TextLabel(parent), m_place(place) {}

    QSize sizeHint() const override { return m_place == Place::Column ? oneLine() : TextLabel::sizeHint(); }
    QSize minimumSizeHint() const override
    {
        return m_place == Place::Column ? oneLine() : TextLabel::minimumSizeHint();
    }
    int heightForWidth(int width) const override
    {
        const Shape now{text(), buddy(), contentsMargins(), margin(), indent(), alignment(), wordWrap(), font()};
        if (!(now == m_shape)) {
            m_heights.clear();
            m_shape = now;
        }
        return m_heights.of(width, [this](int room) { return TextLabel::heightForWidth(room); });
    }

protected:
    bool event(QEvent *event) override
    {
        if (event->type() == QEvent::StyleChange || event->type() == QEvent::Polish ||
            event->type() == QEvent::FontChange || event->type() == QEvent::ContentsRectChange)
            m_heights.clear();
        return TextLabel::event(event);
    }

private:
    [[nodiscard]] QSize oneLine() const
    {
        ensurePolished();
        return {0, fontMetrics().height()};
    }
    // What a height depends on: QLabel tells nobody when it changes.
    struct Shape {
        QString text;
        QWidget *buddy = nullptr;
        QMargins margins;
        int margin = 0;
        int indent = 0;
        Qt::Alignment alignment;
        bool wrap = false;
        QFont font;
        bool operator==(const Shape &) const = default;
    };
    Place m_place;
    mutable HeightCache m_heights;
    mutable Shape m_shape;
};

TextLabel *made(MeasuredLabel::Place place, const QString &text, TextRole role, QWidget *parent, bool wrap)
{
    auto *label = new MeasuredLabel(place, parent);
    label->setText(text);
    label->setWordWrap(wrap);
    label->setProperty("role", roleName(role));
    return label;
}

} // namespace

TextLabel *plainLabel(const QString &text, TextRole role, QWidget *parent, bool wrap)
{
    return made(MeasuredLabel::Place::Anywhere, text, role, parent, wrap);
}

TextLabel *columnLabel(const QString &text, TextRole role, QWidget *parent)
{
    return made(MeasuredLabel::Place::Column, text, role, parent, true);
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
