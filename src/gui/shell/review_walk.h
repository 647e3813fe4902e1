// From « Relire et exporter » or the fil rouge to a field and back: where its list was, or on to the next point.
#pragma once

#include "controle/finding.h"
#include "gui/context.h"
#include "gui/widgets/info_bar.h"

#include <functional>
#include <QObject>

namespace gui
{

class Actions;
class PageHost;
class PageRelire;

// Tells the way back above the page while the field that one was led to is in front, and answers its commands.
// Going to any other page ends it.
class ReviewWalk final : public QObject
{
    Q_OBJECT
public:
    using Go = std::function<void(const QString &page, const domain::FieldAddress &field)>;

    ReviewWalk(PageHost &host, const Actions &actions, Go go, QObject *parent);

    // Follows a link of the current page; from the review or the fil rouge, the way back is told.
    void follow(const QString &page, const domain::FieldAddress &field);
    // To the review, at the point that one comes from or the one that took its place; to the fil rouge, at its line.
    void back();
    // To the field of the next point of the review; after the last one, back to the review.
    void next();
    // To that of the point before; before the first one, back to the review.
    void previous();
    // The project was judged again: a point that is settled is told as such.
    void checked();

private:
    [[nodiscard]] PageRelire *review() const;
    void step(bool on);
    void tell();
    [[nodiscard]] InfoBar::Action wayBack();
    void end();
    void enable(bool walking);

    PageHost &m_host;
    const Actions &m_actions;
    Go m_go;
    QString m_from;            // page that one comes from
    QString m_page;            // where the walk stands; empty: none goes on
    controle::Finding m_point; // that one came for; without a criterion when a page was clicked
    int m_place = -1;          // of that point in the list
};

} // namespace gui
