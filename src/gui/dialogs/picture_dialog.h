// What a picture of a text shows, for those who do not see it, and the words under it.
#pragma once

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace gui
{

class PictureDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit PictureDialog(const QString &fileName, QWidget *parent = nullptr);

    // Never empty once accepted.
    [[nodiscard]] QString description() const;
    [[nodiscard]] QString caption() const;

private:
    [[nodiscard]] QLineEdit *field(const QString &label, const QString &help, int most);
    QPushButton *m_accept = nullptr;
    QLineEdit *m_description = nullptr;
    QLineEdit *m_caption = nullptr;
};

} // namespace gui
