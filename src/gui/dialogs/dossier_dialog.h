// Before the dossier is written: what will be in it, what is missing, and whether persons are named.
#pragma once

#include "controle/finding.h"
#include "domain/projet.h"

#include <QDialog>

class QBoxLayout;
class QCheckBox;

namespace report
{
class Trame;
}

namespace gui
{

class DossierDialog final : public QDialog
{
    Q_OBJECT
public:
    // `findings`: those of the projet de santé. Nothing of them prevents the dossier from being written.
    DossierDialog(const domain::Projet &projet, const report::Trame &trame,
                  const std::vector<controle::Finding> &findings, QWidget *parent = nullptr);

    [[nodiscard]] bool personalData() const;
    [[nodiscard]] const QStringList &blocking() const { return m_blocking; } // a sentence each

private:
    void addMissing(QBoxLayout &column, const std::vector<controle::Finding> &findings);
    void addBlocking(QBoxLayout &column);

    QCheckBox *m_without = nullptr;
    QStringList m_blocking;
};

// « 3 pièces jointes : Statuts, Convention et Avis » of those that leave with the dossier; « Aucune pièce jointe ».
[[nodiscard]] QString piecesLine(const domain::Projet &projet);

} // namespace gui
