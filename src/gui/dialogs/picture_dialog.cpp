#include "gui/dialogs/picture_dialog.h"

#include "gui/dialogs/fitting.h"
#include "gui/widgets/labels.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int longestDescription = 300;
constexpr int longestCaption = 200;

} // namespace

PictureDialog::PictureDialog(const QString &fileName, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(u"Insérer une image"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(6);
    column->addWidget(plainLabel(u"« %1 »"_s.arg(fileName), TextRole::Section, this));
    m_description = field(u"Ce que montre l’image (obligatoire)"_s,
                          u"Lu à voix haute aux personnes qui ne voient pas l’image."_s, longestDescription);
    m_caption = field(u"Légende sous l’image"_s, u"Facultative. Citez ici l’auteur ou la source."_s, longestCaption);
    column->addSpacing(10);
    auto *buttons = new QDialogButtonBox(this);
    m_accept = buttons->addButton(u"Insérer l’image"_s, QDialogButtonBox::AcceptRole);
    setRole(m_accept, u"principal"_s);
    buttons->addButton(u"Annuler"_s, QDialogButtonBox::RejectRole);
    column->addWidget(buttons);
    m_accept->setEnabled(false);
    connect(m_description, &QLineEdit::textChanged, this, [this] { m_accept->setEnabled(!description().isEmpty()); });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    fitToWords(*this, 560);
    m_description->setFocus();
}

QLineEdit *PictureDialog::field(const QString &label, const QString &help, int most)
{
    auto *line = new QLineEdit(this);
    line->setMaxLength(most);
    line->setAccessibleName(label);
    line->setAccessibleDescription(help);
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->addSpacing(8);
    column->addWidget(plainLabel(label, TextRole::FieldLabel, this));
    column->addWidget(plainLabel(help, TextRole::Hint, this));
    column->addWidget(line);
    return line;
}

QString PictureDialog::description() const
{
    return m_description->text().simplified();
}

QString PictureDialog::caption() const
{
    return m_caption->text().simplified();
}

} // namespace gui
