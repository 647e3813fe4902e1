#include "gui/shell/unread_notice.h"

#include "base/text.h"
#include "dossier/dossier.h"
#include "gui/shell/page_host.h"

#include <QAbstractItemView>
#include <QApplication>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

const QString subject = u"illisible"_s;

// « La date affichée dans Organisation n’est pas lisible », and what the project has instead: « garde l’ancienne. »
struct Words {
    QString what;
    QString kept;
};

// One at least.
Words wordsOf(const std::vector<PageHost::Unread> &unread, const domain::Projet &projet)
{
    QStringList pages;
    for (const PageHost::Unread &each : unread)
        if (!pages.contains(each.label))
            pages << each.label;
    const QString where = base::frenchList(pages);
    if (unread.size() > 1)
        return {u"%1 dates ou nombres affichés ne sont pas lisibles (%2)"_s.arg(unread.size()).arg(where),
                u"garde ce qui était écrit avant."_s};
    const domain::FieldAddress &at = unread.front().at;
    const domain::TableDescription *table = domain::table(at.table);
    const domain::FieldDescription *field = table ? table->field(at.field) : nullptr;
    const bool empty = domain::isEmpty(domain::valueAt(projet, at).value_or(domain::Value()));
    if (field && field->kind == domain::Kind::Date)
        return {u"La date affichée dans %1 n’est pas lisible"_s.arg(where),
                empty ? u"la laisse vide."_s : u"garde l’ancienne."_s};
    return {u"Le nombre affiché dans %1 n’est pas lisible"_s.arg(where),
            empty ? u"le laisse vide."_s : u"garde l’ancien."_s};
}

} // namespace

UnreadNotice::UnreadNotice(PageHost &host, dossier::Dossier &dossier, QObject *parent)
    : QObject(parent), m_host(host), m_dossier(dossier)
{
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &UnreadNotice::follow);
    connect(&dossier, &dossier::Dossier::changed, &m_soon, qOverload<>(&QTimer::start));
    connect(qApp, &QApplication::focusChanged, &m_soon, qOverload<>(&QTimer::start)); // a field that was emptied
}

void UnreadNotice::tell()
{
    m_host.flush();
    show({});
}

// A cell that is being typed is stored as when it is left. What it can't hold, its page tells.
bool UnreadNotice::refusesCell() const
{
    FormPage *page = m_host.currentPage();
    QWidget *typed = m_host.window()->focusWidget();
    auto *cells =
        typed && typed->parentWidget() ? qobject_cast<QAbstractItemView *>(typed->parentWidget()->parent()) : nullptr;
    if (!page || !cells || typed->parentWidget() != cells->viewport())
        return false;
    bool refused = false;
    const auto listening = connect(page, &FormPage::failed, page, [&refused] { refused = true; });
    cells->setFocus();
    disconnect(listening);
    return refused;
}

bool UnreadNotice::holdsClosing(const std::function<void()> &anyway)
{
    if (refusesCell())
        return true;
    m_host.flush();
    show(anyway);
    return m_host.messages().bar(subject) != nullptr;
}

void UnreadNotice::follow()
{
    if (m_host.messages().bar(subject))
        show(m_anyway);
}

void UnreadNotice::show(const std::function<void()> &anyway)
{
    const auto unread = m_host.unread();
    if (unread.empty())
        return m_host.messages().dismiss(subject);
    m_anyway = anyway;
    std::vector<InfoBar::Action> actions{{u"Corriger"_s, [this] {
                                              if (const auto left = m_host.unread(); !left.empty())
                                                  Q_EMIT goTo(left.front().page, left.front().at);
                                          }}};
    const Words words = wordsOf(unread, m_dossier.projet());
    QString sentence = words.what + u" : le document "_s + words.kept;
    if (anyway) {
        actions.push_back({u"Fermer quand même"_s, anyway});
        sentence = u"Le projet n’est pas encore fermé : %1. « Fermer quand même » : ce que vous y avez tapé est perdu, "
                   "le projet %2"_s.arg(words.what.left(1).toLower() + words.what.mid(1), words.kept);
    }
    m_host.messages().tell(subject, InfoBar::Tone::Warning, sentence, actions);
}

} // namespace gui
