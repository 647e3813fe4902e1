#include "gui/pages/fiche_list.h"

#include "dossier/dossier.h"
#include "gui/theme/theme.h"
#include "gui/widgets/labels.h"
#include "models/fiche_operations.h"
#include "reference/reference.h"
#include "suivi/fiches.h"

#include <QEvent>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QString titleOf(const domain::FicheAction &fiche)
{
    const QString title = fiche.intitule.trimmed().isEmpty() ? u"(fiche sans titre)"_s : fiche.intitule.trimmed();
    return domain::isAbandoned(fiche) ? title + u" (abandonnée)"_s : title;
}

// What the list shows, in one text: it is made again only when this changes.
QString fingerprint(const domain::Projet &projet)
{
    QString all;
    for (const auto &[id, fiche] : domain::inOrder(projet.fiches))
        all += id.toString() + fiche->mission.toString() + titleOf(*fiche) + u'\n';
    return all;
}

// The words of a button wrap: a title is read whole.
QPushButton *wrappedButton(const QString &text, const QString &role, QWidget *parent)
{
    auto *button = new QPushButton(parent);
    button->setProperty("role", role);
    button->setAccessibleName(text);
    button->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    auto *inside = new QVBoxLayout(button);
    inside->setContentsMargins(14, 8, 10, 8);
    TextLabel *label = plainLabel(text, TextRole::Body, button);
    label->setAttribute(Qt::WA_TransparentForMouseEvents);
    inside->addWidget(label);
    return button;
}

} // namespace

void FicheList::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    // Light or dark: the colours of the missions are other ones.
    if (event->type() == QEvent::PaletteChange && m_content)
        QTimer::singleShot(0, this, [this] {
            m_shown.clear();
            refresh();
        });
}

FicheList::FicheList(const AppContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    refresh();
}

void FicheList::refresh()
{
    const domain::Projet &projet = m_context.dossier.projet();
    const QString print = fingerprint(projet);
    if (m_content && print == m_shown)
        return;
    m_shown = print;
    m_order.clear();
    // Of the whole window: the one of this list is its last button that was used, wherever the keyboard is now.
    const bool hadFocus = m_content && m_content->isAncestorOf(window()->focusWidget());
    if (m_content) {
        // The click that asked for this may come from one of its buttons.
        m_content->hide();
        m_column->removeWidget(m_content);
        m_content->deleteLater();
    }
    m_content = new QWidget(this);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    m_column->addWidget(m_content);
    for (const reference::Mission &mission : m_context.reference.missions().toutes)
        addMission(mission.code, mission.libelleCourt, mission.socle);
    addMission({}, u"Sans mission"_s, false);
    column->addStretch();
    if (hadFocus)
        if (QWidget *button = buttonOf(m_chosen))
            button->setFocus(Qt::OtherFocusReason);
    Q_EMIT refreshed();
}

void FicheList::addMission(const QString &code, const QString &label, bool socle)
{
    const domain::Projet &projet = m_context.dossier.projet();
    const std::vector<base::Id> fiches = models::fichesOf(projet, code);
    if (fiches.empty() && !socle)
        return;
    auto *column = static_cast<QVBoxLayout *>(m_content->layout());
    TextLabel *title = plainLabel(label.toUpper(), TextRole::Overline, m_content);
    title->setContentsMargins(0, 8, 0, 0);
    // Beside its name, never instead of it: the colour of the mission.
    const QString colour = code.isEmpty() ? QString() : missionColour(currentPalette(), code).name();
    const QString stripe = code.isEmpty() ? QString() : u"QPushButton { border-left: 4px solid %1; }"_s.arg(colour);
    if (!code.isEmpty())
        title->setStyleSheet(u"QLabel { color: %1; }"_s.arg(colour));
    column->addWidget(title);
    for (const base::Id &id : fiches) {
        const int number = suivi::numeroDeFiche(projet, m_context.reference.missions(), id);
        const QString name = titleOf(*projet.fiches.find(id));
        m_order.push_back({id, u"%1. %2"_s.arg(number).arg(name)});
        QPushButton *button = wrappedButton(m_order.back().words, u"fiche"_s, m_content);
        button->setAccessibleName(name);
        button->setCheckable(true);
        button->setChecked(id == m_chosen);
        button->setProperty("fiche", id.toString());
        button->setAccessibleDescription(u"%1, fiche n° %2"_s.arg(label).arg(number));
        button->setStyleSheet(stripe);
        connect(button, &QPushButton::clicked, this, [this, id, button] {
            button->setChecked(id == m_chosen); // the fiche that is open stays the chosen one when it is clicked
            Q_EMIT chosen(id);
        });
        column->addWidget(button);
    }
    if (!fiches.empty())
        return;
    QPushButton *create = wrappedButton(u"aucune fiche · à créer"_s, u"a-creer"_s, m_content);
    create->setStyleSheet(stripe);
    create->setAccessibleName(u"%1 : aucune fiche, en créer une"_s.arg(label));
    create->setEnabled(!m_context.dossier.isReadOnly());
    connect(create, &QPushButton::clicked, this, [this, code] { Q_EMIT newAsked(code); });
    column->addWidget(create);
}

void FicheList::setChosen(const base::Id &id)
{
    if (id == m_chosen)
        return refresh();
    m_chosen = id;
    if (fingerprint(m_context.dossier.projet()) != m_shown)
        return refresh();
    // The same fiches: only another one is the chosen one, and the keyboard goes with it.
    const bool hadFocus = m_content->isAncestorOf(window()->focusWidget());
    for (QPushButton *button : m_content->findChildren<QPushButton *>())
        if (button->isCheckable())
            button->setChecked(button->property("fiche").toString() == id.toString());
    if (QWidget *button = hadFocus ? buttonOf(id) : nullptr)
        button->setFocus(Qt::OtherFocusReason);
    Q_EMIT refreshed();
}

base::Id FicheList::after(const base::Id &id) const
{
    const auto at = std::find_if(m_order.begin(), m_order.end(), [&id](const Entry &each) { return each.id == id; });
    return at == m_order.end() || at + 1 == m_order.end() ? base::Id() : (at + 1)->id;
}

QWidget *FicheList::buttonOf(const base::Id &id) const
{
    for (QPushButton *button : m_content->findChildren<QPushButton *>())
        if (button->property("fiche").toString() == id.toString())
            return button;
    return nullptr;
}

} // namespace gui
