#include "gui/shell/review_walk.h"

#include "gui/pages/page_relire.h"
#include "gui/pages/send_pane.h"
#include "gui/shell/actions.h"
#include "gui/shell/page_host.h"

#include <algorithm>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

const QString reviewCode = u"relire"_s;
const QString subject = u"relecture"_s;
constexpr qsizetype longest = 60; // characters of a point: the field itself is what one looks at

QString shortened(const QString &sentence)
{
    return sentence.size() <= longest ? sentence : sentence.left(sentence.lastIndexOf(u' ', longest)) + u'…';
}

} // namespace

ReviewWalk::ReviewWalk(PageHost &host, const Actions &actions, Go go, QObject *parent)
    : QObject(parent), m_host(host), m_actions(actions), m_go(std::move(go))
{
    m_actions.on(Command::BackToReview, [this] { back(); });
    m_actions.on(Command::NextPoint, [this] { next(); });
    connect(&m_host, &PageHost::opened, this, [this](const QString &code) {
        if (code != m_page)
            end();
    });
    enable(false);
}

PageRelire *ReviewWalk::review() const
{
    return qobject_cast<PageRelire *>(m_host.made(reviewCode));
}

void ReviewWalk::follow(const QString &page, const domain::FieldAddress &field)
{
    const bool fromReview = m_host.currentCode() == reviewCode;
    m_go(page, field);
    if (!fromReview || m_host.currentCode() == reviewCode)
        return;
    m_page = m_host.currentCode();
    m_point = {};
    for (const controle::Finding &each : review()->points())
        if (each.page == page && each.field == field) {
            m_point = each;
            break;
        }
    tell();
}

void ReviewWalk::back()
{
    if (m_page.isEmpty())
        return;
    const controle::Finding point = m_point;
    const int place = m_place;
    m_host.flush();
    m_host.open(reviewCode);
    review()->showPoint(point, place);
}

void ReviewWalk::next()
{
    if (m_page.isEmpty())
        return;
    m_host.flush();
    const std::vector<controle::Finding> points = review()->points();
    const int at = placeOf(m_point, points);
    const auto wanted = size_t(at >= 0 ? at + 1 : std::max(0, m_place)); // what was mended left its place to the next
    if (wanted >= points.size())
        return back();
    m_point = points[wanted];
    m_page = m_point.page;
    m_go(m_point.page, m_point.field);
    tell();
}

void ReviewWalk::tell()
{
    const std::vector<controle::Finding> points = review()->points();
    m_place = m_point.criterion.isEmpty() ? -1 : placeOf(m_point, points);
    std::vector<InfoBar::Action> ways{{u"Revenir à la relecture"_s, [this] { back(); }}};
    QString sentence = u"Vous venez de la relecture."_s;
    if (m_place >= 0) {
        sentence = u"Relecture, point %1 sur %2 : %3"_s.arg(
            QString::number(m_place + 1), QString::number(points.size()), shortened(m_point.sentence));
        if (size_t(m_place) + 1 < points.size())
            ways.push_back({u"Point suivant"_s, [this] { next(); }});
    }
    m_host.messages().tell(subject, InfoBar::Tone::Way, sentence, ways);
    enable(true);
}

void ReviewWalk::end()
{
    m_page.clear();
    m_host.messages().dismiss(subject);
    enable(false);
}

void ReviewWalk::enable(bool walking)
{
    m_actions[Command::BackToReview].setEnabled(walking);
    m_actions[Command::NextPoint].setEnabled(walking && m_place >= 0);
}

} // namespace gui
