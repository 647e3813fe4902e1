#include "gui/dialogs/dossier_dialog.h"

#include "base/text.h"
#include "base/typography.h"
#include "gui/dialogs/fitting.h"
#include "gui/widgets/labels.h"
#include "gui/widgets/state_mark.h"
#include "report/trame.h"

#include <algorithm>
#include <QCheckBox>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr size_t mostShown = 5; // of what is missing, and of the pieces

void addLine(QBoxLayout &column, Mark mark, const QString &text)
{
    auto *line = new QHBoxLayout;
    line->setSpacing(10);
    line->addWidget(new StateMark(mark), 0, Qt::AlignTop);
    line->addWidget(plainLabel(text, TextRole::Body), 1);
    column.addLayout(line);
}

// Long names are cut in the middle of what is only a reminder.
QString shortName(const QString &name)
{
    constexpr int most = 40;
    return name.size() > most ? name.left(most - 1).trimmed() + u'…' : name;
}

} // namespace

QString piecesLine(const domain::Projet &projet)
{
    QStringList names;
    for (const auto &[id, piece] : domain::inOrder(projet.pieces))
        if (piece->jointe)
            names << shortName(piece->legende.simplified().isEmpty() ? piece->nom : piece->legende.simplified());
    if (names.isEmpty())
        return u"Aucune pièce jointe"_s;
    const QString count = base::frenchCount(names.size(), u"pièce jointe"_s, u"pièces jointes"_s);
    const qsizetype more = names.size() - qsizetype(mostShown);
    if (more > 0) {
        names.resize(qsizetype(mostShown));
        names << base::frenchCount(more, u"autre"_s, u"autres"_s);
    }
    return base::frenchTypography(count + u" : "_s + base::frenchList(names));
}

DossierDialog::DossierDialog(const domain::Projet &projet, const report::Trame &trame,
                             const std::vector<controle::Finding> &findings, QWidget *parent)
    : QDialog(parent), m_without(new QCheckBox(u"Sans données personnelles ni pièces jointes"_s, this))
{
    setWindowTitle(u"Préparer le dossier complet"_s);
    QVBoxLayout *column = scrolledColumn(*this);
    column->setContentsMargins(24, 20, 24, 6);
    column->setSpacing(8);
    column->addWidget(new SectionTitle(u"Ce que le dossier contiendra"_s, this));
    QStringList titles;
    for (const report::DocumentInfo &each : trame.documents())
        if (&each != &trame.documents().front()) // the lettre was sent before
            titles << each.title;
    addLine(*column, Mark::Done, u"%1, ensemble et à part, en PDF et en Word"_s.arg(base::frenchList(titles)));
    addLine(*column, Mark::Done, u"Membres et partenaires, plan d’action, calendrier, bordereau, message à envoyer"_s);
    const QString pieces = piecesLine(projet);
    const bool any = !pieces.startsWith(u"Aucune"_s);
    addLine(*column, any ? Mark::Done : Mark::Empty, pieces);
    addLine(*column, Mark::Empty,
            u"La lettre d’intention n’y est pas : elle s’envoie seule, depuis « Relire et exporter »."_s);
    column->addSpacing(8);
    column->addWidget(new SectionTitle(u"Ce qui manque"_s, this));
    addMissing(*column, findings);
    column->addSpacing(8);
    column->addWidget(m_without);
    column->addWidget(plainLabel(
        u"Les textes rédigés restent tels quels, et une profession dans un lieu peut désigner quelqu’un. Relisez avant "
        "un envoi sans noms."_s,
        TextRole::Hint));
    auto *buttons = new QDialogButtonBox(this);
    buttons->setContentsMargins(24, 0, 24, 16);
    setRole(buttons->addButton(u"Choisir l’endroit…"_s, QDialogButtonBox::AcceptRole), u"principal"_s);
    buttons->addButton(u"Annuler"_s, QDialogButtonBox::RejectRole);
    layout()->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    fitToWords(*this, 560);
}

void DossierDialog::addMissing(QBoxLayout &column, const std::vector<controle::Finding> &findings)
{
    for (const controle::Finding &finding : findings)
        if (finding.severity == controle::Severity::Blocking)
            m_blocking << finding.sentence;
    const auto improvements = std::count_if(findings.begin(), findings.end(), [](const controle::Finding &each) {
        return each.severity == controle::Severity::Improvement;
    });
    if (m_blocking.isEmpty())
        addLine(column, Mark::Done, u"Aucun point bloquant"_s);
    else
        addBlocking(column);
    if (improvements > 0)
        addLine(column, Mark::ToReview,
                base::frenchCount(improvements, u"point à améliorer"_s, u"points à améliorer"_s) +
                    u", dans « Relire et exporter »"_s);
    if (!m_blocking.isEmpty())
        column.addWidget(plainLabel(u"Le dossier peut être écrit quand même, pour relecture."_s, TextRole::Hint));
}

void DossierDialog::addBlocking(QBoxLayout &column)
{
    const qsizetype more = m_blocking.size() - qsizetype(mostShown);
    for (const QString &sentence : m_blocking.mid(0, qsizetype(mostShown)))
        addLine(column, Mark::Blocking, sentence);
    if (more > 0)
        addLine(column, Mark::Blocking,
                base::frenchCount(more, u"autre point bloquant"_s, u"autres points bloquants"_s));
}

bool DossierDialog::personalData() const
{
    return !m_without->isChecked();
}

} // namespace gui
