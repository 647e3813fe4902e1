// Files whose place is slow to answer: told in the window in front, with a way out, while the windows live on.
#pragma once

#include "base/errand.h"
#include "gui/widgets/info_bar.h"

#include <map>
#include <QPointer>

namespace gui
{

class Waits final : public QObject
{
    Q_OBJECT
public:
    // `where`: the messages of the window in front, asked each time. `patience`: after which the place is said not to
    // answer.
    Waits(std::function<InfoBarStack &()> where, base::milliseconds patience)
        : m_where(std::move(where)), m_patience(patience)
    {
    }

    // What goes on for this file, as whenDone() gave it: nothing is told when it is over already (null). `doing`:
    // « Ouverture de ».
    void add(const QString &path, const QString &doing, base::Waiting waiting);
    // The result came. May be called from the very work that was waited for.
    void done(const QString &path);
    [[nodiscard]] bool isWaiting(const QString &path) const { return m_waits.contains(path); }

Q_SIGNALS:
    // The user does not wait any more.
    void givenUp(const QString &path);

private:
    struct Wait {
        base::Waiting waiting;
        QPointer<InfoBarStack> messages;
    };
    void giveUp(const QString &path);
    void tell(const QString &path, InfoBar::Tone tone, const QString &sentence);

    std::function<InfoBarStack &()> m_where;
    base::milliseconds m_patience;
    std::map<QString, Wait> m_waits;
};

// « Le dossier « Partage » ne répond pas »
[[nodiscard]] QString silentFolder(const QString &path);

} // namespace gui
