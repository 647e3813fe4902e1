#include "gui/shell/guide_window.h"

#include "base/typography.h"
#include "gui/dialogs/document_menu.h"
#include "gui/shell/guide_view.h"
#include "gui/theme/theme.h"
#include "gui/widgets/focus_return.h"
#include "gui/widgets/info_bar.h"
#include "gui/widgets/labels.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QScreen>
#include <QShortcut>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// What the frame and the bars of a desktop take of a screen.
constexpr QSize around(24, 48);

} // namespace

GuideWindow::GuideWindow(const QDate &today, QWidget *parent)
    : QWidget(parent, Qt::Window), m_guide(guide::Guide::load()), m_today(today), m_search(new QLineEdit),
      m_contents(new QListWidget), m_messages(new InfoBarStack), m_view(new GuideView),
      m_previous(new QPushButton(u"← Page précédente"_s)), m_next(new QPushButton(u"Page suivante →"_s)),
      m_documents(new DocumentMenu(*m_messages, nullptr)), m_return(new FocusReturn(this))
{
    setWindowTitle(u"Guide d’utilisation"_s);
    setMinimumSize(640, 420);
    // As large as its words wish, never more than the screen: at 150 % every line would be cut at its edge.
    resize(QSize(zoomed(1080), zoomed(720)).boundedTo(screen()->availableSize() - around));
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_messages);
    right->addWidget(m_view, 1);
    right->addWidget(makeFoot());
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(0);
    line->addWidget(makeContents());
    line->addLayout(right, 1);
    connect(m_search, &QLineEdit::textChanged, this, &GuideWindow::list);
    connect(m_search, &QLineEdit::returnPressed, m_view, qOverload<>(&QWidget::setFocus));
    connect(m_contents, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
        if (item && !item->data(Qt::UserRole).toString().isEmpty())
            open(item->data(Qt::UserRole).toString());
    });
    connect(m_view, &GuideView::pageAsked, this, [this](const QString &code) {
        m_search->clear();
        open(code);
    });
    connect(m_previous, &QPushButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QPushButton::clicked, this, [this] { step(1); });
    addShortcuts();
    list();
    m_search->setFocus();
}

GuideWindow *GuideWindow::showOver(QWidget *owner, const QDate &today, const QString &programPage)
{
    auto *window = owner->findChild<GuideWindow *>(QString(), Qt::FindDirectChildrenOnly);
    if (!window)
        window = new GuideWindow(today, owner);
    if (const guide::Page *page = window->m_guide.pageFor(programPage)) {
        window->m_search->clear();
        window->open(page->code);
    }
    window->show();
    window->raise();
    window->activateWindow();
    return window;
}

QWidget *GuideWindow::makeContents()
{
    auto *left = new QWidget;
    left->setObjectName(u"sommaire"_s);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(14, 14, 14, 14);
    column->setSpacing(10);
    m_search->setPlaceholderText(u"Chercher dans le guide"_s);
    m_search->setAccessibleName(u"Chercher dans le guide"_s);
    m_search->setClearButtonEnabled(true);
    m_contents->setAccessibleName(u"Sommaire du guide"_s);
    m_contents->setWordWrap(true);
    m_contents->setTextElideMode(Qt::ElideNone);
    m_contents->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(m_search);
    column->addWidget(m_contents, 1);
    return left;
}

QWidget *GuideWindow::makeFoot()
{
    const auto page = [this]() -> base::Result<report::Document> {
        return guide::documentOf(*m_guide.page(m_current), m_today);
    };
    const auto whole = [this]() -> base::Result<report::Document> { return guide::documentOf(m_guide, m_today); };
    m_documents->addPaper(u"Cette page : imprimer…"_s, page);
    m_documents->addFile(u"Cette page : PDF…"_s, u"Page du guide"_s, Format::Pdf, page);
    m_documents->addPaper(u"Tout le guide : imprimer…"_s, whole);
    m_documents->addFile(u"Tout le guide : PDF…"_s, u"Guide d’utilisation"_s, Format::Pdf, whole);
    auto *foot = new QWidget;
    auto *line = new QHBoxLayout(foot);
    line->setContentsMargins(20, 10, 20, 10);
    line->addWidget(m_previous);
    line->addStretch(1);
    line->addWidget(m_documents);
    line->addStretch(1);
    line->addWidget(m_next);
    return foot;
}

void GuideWindow::addShortcuts()
{
    const auto on = [this](const QKeySequence &keys, const std::function<void()> &run) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, run);
    };
    on(QKeySequence(u"Ctrl+F"_s), [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    on(QKeySequence(u"Alt+Left"_s), [this] { step(-1); });
    on(QKeySequence(u"Alt+Right"_s), [this] { step(1); });
    on(QKeySequence(u"Ctrl+P"_s), [this] { m_documents->showMenu(); });
}

// The contents, or what the search found; the page that is open stays chosen when it is among them.
void GuideWindow::list()
{
    const QSignalBlocker quiet(m_contents);
    const bool all = m_search->text().trimmed().isEmpty();
    m_contents->clear();
    QListWidgetItem *chosen = nullptr;
    QString part;
    for (const guide::Page *each : m_guide.search(m_search->text())) {
        if (all && each->part != part) {
            part = each->part;
            auto *title = new QListWidgetItem(part, m_contents);
            title->setFlags(Qt::NoItemFlags);
            QFont strong = font();
            strong.setBold(true);
            title->setFont(strong);
        }
        auto *item = new QListWidgetItem(each->title, m_contents);
        item->setData(Qt::UserRole, each->code);
        if (!chosen || each->code == m_current)
            chosen = all && m_current.isEmpty() && chosen ? chosen : item;
    }
    if (!chosen) {
        auto *none = new QListWidgetItem(u"Aucune page ne contient ces mots. Essayez-en un seul."_s, m_contents);
        none->setFlags(Qt::NoItemFlags);
        return;
    }
    m_contents->setCurrentItem(chosen);
    open(chosen->data(Qt::UserRole).toString());
}

void GuideWindow::open(const QString &code)
{
    const guide::Page *page = m_guide.page(code);
    if (!page)
        return;
    m_current = code;
    m_view->display(*page, m_search->text());
    const auto index = page - m_guide.pages().data();
    m_previous->setEnabled(index > 0);
    m_next->setEnabled(index + 1 < qsizetype(m_guide.pages().size()));
    const QSignalBlocker quiet(m_contents);
    for (int row = 0; row < m_contents->count(); ++row)
        if (m_contents->item(row)->data(Qt::UserRole).toString() == code)
            m_contents->setCurrentRow(row);
}

void GuideWindow::step(int by)
{
    m_search->clear();
    const auto index = m_guide.page(m_current) - m_guide.pages().data() + by;
    if (index >= 0 && index < qsizetype(m_guide.pages().size()))
        open(m_guide.pages()[size_t(index)].code);
}

// The contents follow the size of the text, and leave the page two thirds of a small window.
void GuideWindow::fit()
{
    if (auto *left = findChild<QWidget *>(u"sommaire"_s))
        left->setFixedWidth(std::min(zoomed(290), width() * 36 / 100));
}

void GuideWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void GuideWindow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fit();
}

void GuideWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape)
        return QWidget::keyPressEvent(event);
    m_return->giveBack();
    close();
}

} // namespace gui
