// « Avant l’envoi »: what the criteria say of the whole document, and what can be done with it.
#pragma once

#include "controle/finding.h"
#include "gui/dialogs/exporter.h"
#include "gui/page.h"

#include <QPointer>
#include <QWidget>

class QBoxLayout;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace gui
{

// The place of a point in a list of them: the same field told by the same criterion; -1.
[[nodiscard]] int placeOf(const controle::Finding &point, const std::vector<controle::Finding> &points);

class SendPane final : public QWidget
{
    Q_OBJECT
public:
    explicit SendPane(QWidget *parent = nullptr);

    // `ofWhat`: « Lettre », before the number of points.
    void setFindings(const std::vector<controle::Finding> &findings, const QString &ofWhat = {});
    // Those that are to be mended, in the order they are told: what blocks first.
    [[nodiscard]] static std::vector<controle::Finding> pointsOf(const std::vector<controle::Finding> &findings);
    // Gives the keyboard to the way to a point, or to the one that stands at its place now, the last one at most. False
    // when the pane is closed or has none.
    bool showPoint(const controle::Finding &point, int place);
    // After the findings of the lettre: what blocks the rest, that « Dossier complet » would write; 0 says nothing.
    void setDossier(int blocking);

    // Too low for the list and the buttons, the pane leaves them to the page, and has the list alone.
    [[nodiscard]] bool isLow() const;

    // What its PDF is now: « PDF », or « PDF (brouillon) ».
    void tellPdf(const QString &text);

Q_SIGNALS:
    void goTo(const QString &page, const domain::FieldAddress &field);
    void exportAsked(Format format);
    void printAsked();
    void sendingAsked(gui::FormPage::Sending what);
    // The documents of the dossier are to be read, with what they lack.
    void dossierAsked();
    void lowChanged(bool low);

protected:
    bool event(QEvent *event) override;

private:
    void addDocumentButtons(QVBoxLayout *column);
    void addSendingButtons(QVBoxLayout *column);
    QPushButton *addButton(QBoxLayout *line, const QString &text);
    void fitList();
    void fitButtons();
    QWidget *addGroup(const QString &title, int mark, const std::vector<controle::Finding> &findings);

    QScrollArea *m_scroll;
    QVBoxLayout *m_findings;
    QWidget *m_buttons;
    QPointer<QWidget> m_dossier;
    QPushButton *m_pdf = nullptr;
    std::vector<controle::Finding> m_points; // told now
    std::vector<QPushButton *> m_ways;       // to each of them
};

} // namespace gui
