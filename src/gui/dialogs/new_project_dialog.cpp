#include "gui/dialogs/new_project_dialog.h"

#include "base/errand.h"
#include "base/text.h"
#include "gui/dialogs/fitting.h"
#include "gui/widgets/choice_box.h"
#include "gui/widgets/field_frame.h"
#include "gui/widgets/labels.h"
#include "gui/widgets/text_line.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int wide = 560;

std::vector<domain::Choice> choicesOf(const reference::Professions &professions)
{
    std::vector<domain::Choice> choices;
    for (const auto *list : {&professions.trame, &professions.personnes})
        for (const reference::Profession &each : *list)
            if (each.code != "autres"_L1)
                choices.push_back({each.code, each.singulier});
    return choices;
}

QString freePath(const QString &folder, const QString &name)
{
    const QString stem = QFileInfo(fileNameFor(name)).completeBaseName();
    QString path = folder + u'/' + stem + u".cpts"_s;
    for (int number = 2; QFileInfo::exists(path) && number < 1000; ++number)
        path = folder + u'/' + stem + u'-' + QString::number(number) + u".cpts"_s;
    return QDir::toNativeSeparators(path);
}

// Told here, while the answers are still on the screen; a place that does not answer is told when it is written to.
QString placeFault(const QString &path)
{
    if (path.isEmpty())
        return u"Dites où enregistrer le projet, avec « Choisir… »."_s;
    base::Errand<QString> look([file = QFileInfo(path)] {
        const QString folder = file.absolutePath();
        if (!QFileInfo(folder).isDir())
            return u"Le dossier « %1 » n’existe pas : choisissez-en un autre avec « Choisir… »."_s.arg(
                QDir(folder).dirName());
        return file.exists()
                   ? u"Un fichier « %1 » existe déjà dans ce dossier : choisissez un autre nom."_s.arg(file.fileName())
                   : QString();
    });
    constexpr base::milliseconds prompt{1000};
    return look.wait(prompt) ? look.take() : QString();
}

} // namespace

QString fileNameFor(const QString &projectName)
{
    QString stem = base::fold(projectName).left(60).trimmed();
    stem.replace(u' ', u'-');
    return (stem.isEmpty() ? u"projet-cpts"_s : stem) + u".cpts"_s;
}

NewProjectDialog::NewProjectDialog(const reference::Professions &professions, const QString &folder, QWidget *parent)
    : QDialog(parent), m_folder(folder), m_name(new TextLine), m_lastName(new TextLine), m_firstName(new TextLine),
      m_profession(new ChoiceBox), m_path(new TextLine)
{
    setWindowTitle(u"Nouveau projet"_s);
    auto *column = scrolledColumn(*this);
    m_column = column;
    column->setContentsMargins(24, 20, 24, 6);
    column->setSpacing(14);
    column->addWidget(
        plainLabel(u"Cinq questions, puis la première page. Tout se corrige ensuite."_s, TextRole::Secondary, this));
    m_nameFrame = new FieldFrame(u"Nom de la CPTS"_s, m_name, this);
    m_nameFrame->setRequired(true);
    m_nameFrame->setHelp(u"Un nom provisoire convient."_s);
    column->addWidget(m_nameFrame);
    auto *person = new QHBoxLayout;
    person->setSpacing(14);
    person->addWidget(new FieldFrame(u"Prénom du porteur"_s, m_firstName, this), 1);
    person->addWidget(new FieldFrame(u"Nom du porteur"_s, m_lastName, this), 1);
    column->addLayout(person);
    m_profession->setChoices(choicesOf(professions), u"À préciser plus tard"_s);
    column->addWidget(new FieldFrame(u"Profession du porteur"_s, m_profession, this));
    m_pathFrame = new FieldFrame(u"Où l’enregistrer"_s, m_path, this);
    auto *place = new QHBoxLayout;
    place->addWidget(m_pathFrame, 1);
    auto *browse = new QPushButton(u"Choisir…"_s, this);
    browse->setAccessibleName(u"Choisir où enregistrer le projet"_s);
    browse->setAutoDefault(false);
    place->addWidget(browse, 0, Qt::AlignBottom);
    column->addLayout(place);
    auto *buttons = new QDialogButtonBox(this);
    auto *begin = buttons->addButton(u"Commencer"_s, QDialogButtonBox::AcceptRole);
    setRole(begin, u"principal"_s);
    begin->setDefault(true);
    buttons->addButton(u"Annuler"_s, QDialogButtonBox::RejectRole);
    buttons->setContentsMargins(24, 0, 24, 16);
    layout()->addWidget(buttons);
    connect(browse, &QPushButton::clicked, this, &NewProjectDialog::choosePath);
    connect(m_name, &QLineEdit::textChanged, this, &NewProjectDialog::followName);
    connect(m_path, &QLineEdit::textEdited, this, [this] { m_pathChosen = true; });
    connect(buttons, &QDialogButtonBox::accepted, this, &NewProjectDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    followName();
    fitToWords(*this, wide);
    m_name->setFocus();
}

void NewProjectDialog::startFrom(const QString &example)
{
    m_example = example;
    setWindowTitle(u"Repartir de l’exemple"_s);
    auto *choices = new QWidget(this);
    auto *lines = new QVBoxLayout(choices);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(6);
    lines->addWidget(plainLabel(u"Ce que vous gardez de l’exemple"_s, TextRole::FieldLabel, choices));
    auto *texts = new QRadioButton(u"Les textes seulement, sans les personnes ni les chiffres"_s, choices);
    m_keepAll = new QRadioButton(u"Tout, avec ses personnes et ses chiffres fictifs"_s, choices);
    texts->setChecked(true);
    for (QRadioButton *each : {texts, m_keepAll}) {
        each->setAccessibleName(u"Ce que vous gardez de l’exemple : "_s + each->text());
        lines->addWidget(each);
    }
    m_column->addWidget(choices);
    fitToWords(*this, wide);
}

bool NewProjectDialog::keepsPeopleAndFigures() const
{
    return m_keepAll && m_keepAll->isChecked();
}

QString NewProjectDialog::nameFault() const
{
    if (projectName().isEmpty())
        return u"Donnez un nom au projet, même provisoire. Exemple : CPTS des Vallées"_s;
    const bool same = !m_example.isEmpty() && base::fold(projectName()) == base::fold(m_example);
    return same ? u"C’est le nom de l’exemple : donnez le vôtre, même provisoire."_s : QString();
}

void NewProjectDialog::followName()
{
    m_nameFrame->setMessage({});
    if (!m_pathChosen)
        m_path->setText(freePath(m_folder, m_name->text()));
}

void NewProjectDialog::choosePath()
{
    const QString chosen =
        QFileDialog::getSaveFileName(this, u"Enregistrer le projet"_s, path(), u"Projets CPTS (*.cpts)"_s);
    if (chosen.isEmpty())
        return;
    m_path->setText(QDir::toNativeSeparators(chosen));
    m_pathChosen = true;
}

QString NewProjectDialog::projectName() const
{
    return m_name->text().trimmed();
}

QString NewProjectDialog::path() const
{
    QString path = QDir::fromNativeSeparators(m_path->text().trimmed());
    if (!path.isEmpty() && QFileInfo(path).isRelative())
        path.prepend(m_folder + u'/');
    if (path.endsWith(u'/')) // a folder
        path += fileNameFor(m_name->text());
    return path.isEmpty() || path.endsWith(".cpts"_L1, Qt::CaseInsensitive) ? path : path + u".cpts"_s;
}

void NewProjectDialog::accept()
{
    const QString fault = nameFault();
    const bool named = fault.isEmpty();
    const QString nowhere = placeFault(path());
    const bool placed = nowhere.isEmpty();
    m_nameFrame->setMessage(fault);
    m_pathFrame->setMessage(nowhere);
    if (!named)
        m_name->setFocus();
    else if (!placed)
        m_path->setFocus();
    else
        QDialog::accept();
}

void NewProjectDialog::writeInto(domain::Projet &projet) const
{
    projet.identite.nom = projectName();
    domain::Personne person;
    person.nom = m_lastName->text().trimmed();
    person.prenom = m_firstName->text().trimmed();
    person.profession = std::get<QString>(m_profession->value().value_or(QString()));
    if (person.nom.isEmpty() && person.prenom.isEmpty() && person.profession.isEmpty())
        return;
    const domain::Id id = domain::Id::create();
    projet.personnes.insert(id, person);
    projet.identite.porteur = id;
}

} // namespace gui
