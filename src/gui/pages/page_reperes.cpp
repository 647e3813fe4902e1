#include "gui/pages/page_reperes.h"

#include "base/clock.h"
#include "base/text.h"
#include "dossier/dossier.h"
#include "gui/pages/thread_list.h"
#include "gui/theme/theme.h"
#include "gui/widgets/labels.h"
#include "report/trame.h"

#include <algorithm>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

ThreadLine lineOf(int depth, const QString &label, const QString &text, const QString &detail)
{
    ThreadLine line;
    line.depth = depth;
    line.strong = depth == 0;
    line.label = label;
    line.text = text;
    line.detail = detail;
    return line;
}

// Every word that was typed is in it, in any order, without accents.
bool matches(const ThreadLine &line, const QStringList &wanted)
{
    const QString text = base::fold(line.label + u' ' + line.text + u' ' + line.detail);
    return std::all_of(wanted.begin(), wanted.end(), [&text](const QString &word) { return text.contains(word); });
}

} // namespace

PageReperes::PageReperes(const AppContext &context, QWidget *parent)
    : FormPage(context, u"reperes"_s, parent), m_search(new QLineEdit), m_list(new ThreadList),
      m_nothing(plainLabel(u"Rien ne correspond. Essayez un seul mot, ou le sigle."_s, TextRole::Secondary))
{
    setHeading(
        u"Repères"_s,
        u"Les annexes du cahier des charges, les étapes, les sigles, et où le projet répond à ses dix points."_s);
    auto *column = new QVBoxLayout(body());
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    m_search->setPlaceholderText(u"Chercher un sigle, un contact, une étape…"_s);
    m_search->setAccessibleName(u"Chercher dans les repères"_s);
    m_search->setClearButtonEnabled(true);
    m_search->setProperty("recherche", true); // looks for, changes nothing: of use in a project that can only be read
    column->addWidget(m_search);
    column->addWidget(m_nothing);
    column->addWidget(m_list, 1);
    m_list->setAccessibleName(u"Repères"_s);
    m_list->setMinimumHeight(zoomed(240));
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, [this] {
        fill();
        m_list->chooseFirst();
    });
    connect(m_list, &ThreadList::chosen, this, [this](const domain::FieldAddress &field) { Q_EMIT goTo({}, field); });
}

bool PageReperes::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress && m_list->isVisible()) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            m_list->setFocus(Qt::OtherFocusReason);
            return true;
        }
    }
    return FormPage::eventFilter(watched, event);
}

void PageReperes::shown()
{
    refresh();
}

void PageReperes::refresh()
{
    m_reperes =
        report::reperes(context().trame, context().dossier.projet(), context().reference, context().clock.today());
    fill();
}

std::vector<ThreadLine> PageReperes::pointLines() const
{
    std::vector<ThreadLine> lines;
    for (size_t at = 0; at < m_reperes.points.size(); ++at) {
        const report::ReperePoint &point = m_reperes.points[at];
        ThreadLine line = lineOf(1, QString::number(at + 1), point.titre, {});
        QStringList places;
        for (const report::Passage &passage : point.passages) {
            const report::Page *page =
                context().trame.page(context().trame.pageOf(passage.field, context().dossier.projet()));
            places << (page ? u"%1 (%2)"_s.arg(passage.titre, page->label) : passage.titre);
        }
        if (places.isEmpty())
            line.gap = u"pas encore"_s;
        line.field = point.field; // also where it is still to be written
        line.detail = places.join(u" ; "_s);
        lines.push_back(std::move(line));
    }
    return lines;
}

void PageReperes::fill()
{
    const QStringList wanted = base::fold(m_search->text()).split(u' ', Qt::SkipEmptyParts);
    const QString whole = wanted.join(u' ');
    const auto isIt = [&whole](const ThreadLine &line) { return !whole.isEmpty() && base::fold(line.label) == whole; };
    std::vector<std::vector<ThreadLine>> parts;
    const auto add = [&](const QString &title, std::vector<ThreadLine> own) {
        std::erase_if(own, [&](const ThreadLine &line) { return !matches(line, wanted); });
        if (own.empty())
            return;
        std::stable_partition(own.begin(), own.end(), isIt);
        own.insert(own.begin(), lineOf(0, title, {}, {}));
        parts.push_back(std::move(own));
    };
    add(m_reperes.titrePoints, pointLines());
    for (const report::Reperes::Section &section : m_reperes.sections) {
        std::vector<ThreadLine> own;
        for (const report::Repere &each : section.reperes)
            own.push_back(lineOf(1, each.titre, each.texte, each.source));
        add(section.titre, std::move(own));
    }
    // What was asked for by its name comes first: the acronym, before the texts that only use it.
    std::stable_partition(parts.begin(), parts.end(),
                          [&isIt](const std::vector<ThreadLine> &part) { return isIt(part.at(1)); });
    std::vector<ThreadLine> lines;
    for (std::vector<ThreadLine> &part : parts)
        std::move(part.begin(), part.end(), std::back_inserter(lines));
    m_nothing->setVisible(lines.empty());
    m_list->setVisible(!lines.empty());
    m_list->setLines(std::move(lines));
}

} // namespace gui
