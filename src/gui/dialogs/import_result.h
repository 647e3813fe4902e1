// What an import would change, line by line, before it is accepted.
#pragma once

#include "imports/profiles.h"

#include <QWidget>

class QPlainTextEdit;
class QTableWidget;

namespace gui
{

class TextLabel;

class ImportResult final : public QWidget
{
    Q_OBJECT
public:
    explicit ImportResult(QWidget *parent);

    // `chosen`: what the user said of communes that were not recognised.
    void show(const base::Result<imports::ImportProposal> &proposal, const std::map<QString, QString> &chosen);
    [[nodiscard]] QTableWidget *details() const { return m_details; }

Q_SIGNALS:
    // What the name of a commune means; an empty code leaves it out.
    void communeChosen(const QString &text, const QString &code);

private:
    void addCommune(const QString &text, const std::vector<imports::CommuneCandidate> &candidates);
    void addLine(const QString &line, const QString &sentence);

    QPlainTextEdit *m_report;
    TextLabel *m_title;
    QTableWidget *m_details;
};

} // namespace gui
