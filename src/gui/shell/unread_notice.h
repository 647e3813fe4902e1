// The message about dates and numbers on the pages that can't be read: no document has them, and closing loses them.
#pragma once

#include "domain/changes.h"

#include <functional>
#include <QObject>
#include <QTimer>

namespace dossier
{
class Dossier;
}

namespace gui
{

class PageHost;

// One message above the page, which goes as soon as all of them are put right, wherever that was.
class UnreadNotice final : public QObject
{
    Q_OBJECT
public:
    UnreadNotice(PageHost &host, dossier::Dossier &dossier, QObject *parent);

    // Before a document is made.
    void tell();
    // Before the window closes: true when something would be lost, which is told then; `anyway` closes all the same.
    [[nodiscard]] bool holdsClosing(const std::function<void()> &anyway);

Q_SIGNALS:
    void goTo(const QString &page, const domain::FieldAddress &field);

private:
    void show(const std::function<void()> &anyway);
    void follow();
    [[nodiscard]] bool refusesCell() const;

    PageHost &m_host;
    dossier::Dossier &m_dossier;
    std::function<void()> m_anyway; // of the message that shows: closes; empty before a document
    QTimer m_soon;                  // once the fields know what changed
};

} // namespace gui
