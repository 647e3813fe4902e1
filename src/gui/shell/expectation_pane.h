// « Ce que l’ARS attend », at the right of a page: the text of the trame, the criteria of the page, the sigles.
#pragma once

#include "gui/page.h"

#include <optional>
#include <QFrame>

class QScrollArea;
class QVBoxLayout;

namespace reference
{
struct Sigles;
}
namespace report
{
struct Page;
}

namespace gui
{

class ExpectationPane final : public QFrame
{
    Q_OBJECT
public:
    explicit ExpectationPane(QWidget *parent = nullptr);

    // Replaces everything. The page's own check comes first; fulfilled criteria come last.
    void display(const report::Page &page, const std::vector<controle::Finding> &findings,
                 const reference::Sigles &sigles, const FormPage::OwnCheck &own = {});
    void focusFirst();

Q_SIGNALS:
    void goTo(const QString &page, const domain::FieldAddress &field);
    // The page of the guide that explains this page is wanted.
    void guideAsked(const QString &page);

private:
    [[nodiscard]] std::optional<controle::Finding> focusedFinding() const;
    void focusAgain(const controle::Finding &finding);
    void addRows(QVBoxLayout *column, const std::vector<controle::Finding> &findings);

    QScrollArea *m_scroll;
    QString m_shown; // page and findings, so that nothing is rebuilt for nothing
};

} // namespace gui
