#include "gui/shell/review_walk.h"

#include "gui/pages/page_fil_rouge.h"
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
const QString threadCode = u"fil-rouge"_s;
const QString subject = u"relecture"_s;
// Characters of a point: beyond one line names give way, beyond two its end: the field itself is what one looks at.
constexpr qsizetype oneLine = 80;
constexpr qsizetype longest = 140;
constexpr qsizetype longestName = 24;

// The name of what it is about is read in the page: it gives way to what is the matter with it.
QString shortNames(QString sentence)
{
    for (qsizetype from = sentence.indexOf(u'«'); from >= 0; from = sentence.indexOf(u'«', from + 1)) {
        const qsizetype end = sentence.indexOf(u'»', from);
        const qsizetype cut = sentence.lastIndexOf(u' ', from + 2 + longestName);
        if (end > from + 4 + longestName && cut > from + 2)
            sentence.replace(cut, end - 1 - cut, u"…"_s);
    }
    return sentence;
}

QString shortened(const QString &whole)
{
    const QString sentence = whole.size() <= oneLine ? whole : shortNames(whole);
    return sentence.size() <= longest ? sentence : sentence.left(sentence.lastIndexOf(u' ', longest)) + u'…';
}

// Without a criterion when no point is about that field.
controle::Finding pointOf(const std::vector<controle::Finding> &points, const QString &page,
                          const domain::FieldAddress &field)
{
    for (const controle::Finding &each : points)
        if (each.page == page && each.field == field)
            return each;
    return {};
}

} // namespace

ReviewWalk::ReviewWalk(PageHost &host, const Actions &actions, Go go, QObject *parent)
    : QObject(parent), m_host(host), m_actions(actions), m_go(std::move(go))
{
    m_actions.on(Command::BackToReview, [this] { back(); });
    m_actions.on(Command::PreviousPoint, [this] { previous(); });
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
    const QString from = m_host.currentCode();
    m_go(page, field);
    if ((from != reviewCode && from != threadCode) || m_host.currentCode() == from)
        return;
    m_from = from;
    m_page = m_host.currentCode();
    m_point = {};
    if (from == reviewCode)
        m_point = pointOf(review()->points(), page, field);
    tell();
}

void ReviewWalk::back()
{
    if (m_page.isEmpty())
        return;
    const controle::Finding point = m_point;
    const int place = m_place;
    m_host.flush();
    m_host.open(m_from);
    if (auto *thread = qobject_cast<PageFilRouge *>(m_host.currentPage()))
        thread->showLine();
    else
        review()->showPoint(point, place);
}

void ReviewWalk::next()
{
    step(true);
}

void ReviewWalk::previous()
{
    step(false);
}

void ReviewWalk::step(bool on)
{
    if (m_page.isEmpty())
        return;
    m_host.flush();
    const std::vector<controle::Finding> points = review()->points();
    const int at = placeOf(m_point, points);
    const int here = at >= 0 ? at : std::max(0, m_place); // what was mended left its place to the next
    const int wanted = !on ? here - 1 : at >= 0 ? at + 1 : here;
    if (wanted < 0 || wanted >= int(points.size()))
        return back();
    m_point = points[size_t(wanted)];
    m_page = m_point.page;
    m_go(m_point.page, m_point.field);
    tell();
}

InfoBar::Action ReviewWalk::wayBack()
{
    return {m_from == threadCode ? u"Revenir au fil rouge"_s : u"Revenir à la relecture"_s, [this] { back(); }};
}

void ReviewWalk::tell()
{
    const auto points = m_point.criterion.isEmpty() ? std::vector<controle::Finding>() : review()->points();
    m_place = placeOf(m_point, points);
    std::vector<InfoBar::Action> ways{wayBack()};
    QString sentence = m_from == threadCode ? u"Vous venez du fil rouge."_s : u"Vous venez de la relecture."_s;
    if (m_place >= 0) {
        sentence = u"Point %1 sur %2 : %3"_s.arg(QString::number(m_place + 1), QString::number(points.size()),
                                                 shortened(m_point.sentence));
        if (size_t(m_place) + 1 < points.size())
            ways.insert(ways.begin(), {u"Point suivant"_s, [this] { next(); }}); // the way back keeps its place
    }
    m_host.messages().tell(subject, InfoBar::Tone::Way, sentence, ways);
    enable(true);
}

void ReviewWalk::checked()
{
    if (m_page.isEmpty() || m_place < 0)
        return;
    const std::vector<controle::Finding> points = review()->points();
    if (const int at = placeOf(m_point, points); at >= 0) {
        m_point = points[size_t(at)]; // its figures may be other ones
        return tell();
    }
    std::vector<InfoBar::Action> ways{wayBack()};
    if (size_t(m_place) < points.size())
        ways.insert(ways.begin(), {u"Point suivant"_s, [this] { next(); }});
    const QString left =
        points.empty() ? u"Point réglé, c’était le dernier."_s : u"Point réglé, il en reste %1."_s.arg(points.size());
    m_host.messages().tell(subject, InfoBar::Tone::Way, left, ways);
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
    for (const Command each : {Command::PreviousPoint, Command::NextPoint})
        m_actions[each].setEnabled(walking && m_place >= 0);
}

} // namespace gui
