// One criterion in a list: its mark, its sentence, and the way to the field.
#pragma once

#include "controle/finding.h"

#include <QAbstractButton>

namespace gui
{

// A click, Enter or Space goes to the field. A fulfilled criterion leads nowhere and takes no keyboard.
class FindingRow final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit FindingRow(const controle::Finding &finding, QWidget *parent = nullptr);

    [[nodiscard]] const controle::Finding &finding() const { return m_finding; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

Q_SIGNALS:
    void goTo(const QString &page, const domain::FieldAddress &field);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    controle::Finding m_finding;
};

} // namespace gui
