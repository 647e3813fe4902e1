// Five questions, then the first page.
#pragma once

#include "domain/projet.h"
#include "reference/professions.h"

#include <QDialog>

class QRadioButton;
class QVBoxLayout;

namespace gui
{

class ChoiceBox;
class FieldFrame;
class TextLine;

class NewProjectDialog final : public QDialog
{
    Q_OBJECT
public:
    // `folder`: where projects usually are.
    NewProjectDialog(const reference::Professions &professions, const QString &folder, QWidget *parent = nullptr);

    // Asks also what to keep of the example of that name, which the new project may not bear.
    void startFrom(const QString &example);
    [[nodiscard]] bool keepsPeopleAndFigures() const;

    // The new project as answered; identity fields that no question asks are the caller's.
    void writeInto(domain::Projet &projet) const;
    [[nodiscard]] QString projectName() const;
    [[nodiscard]] QString path() const;
    // A missing name, and a place where nothing can be written, keep the dialog open: everything else can wait.
    void accept() override;

private:
    [[nodiscard]] QString nameFault() const;
    void followName();
    void choosePath();

    QString m_folder;
    bool m_pathChosen = false;
    TextLine *m_name;
    TextLine *m_lastName;
    TextLine *m_firstName;
    ChoiceBox *m_profession;
    TextLine *m_path;
    FieldFrame *m_nameFrame;
    FieldFrame *m_pathFrame;
    QVBoxLayout *m_column = nullptr;
    QRadioButton *m_keepAll = nullptr; // of an example
    QString m_example;
};

// "cpts-des-vallees.cpts": a name every disk accepts.
[[nodiscard]] QString fileNameFor(const QString &projectName);

} // namespace gui
