// A picture put in a long text: a file is chosen, made light, described, and kept among the pieces of the project.
#pragma once

#include "base/errand.h"
#include "gui/context.h"
#include "imports/attachment.h"

#include <QPointer>

class QWidget;

namespace gui
{

class TextArea;

class PictureInsertion final : public QObject
{
    Q_OBJECT
public:
    // `page`: the parent of its boxes.
    PictureInsertion(const AppContext &context, QWidget *page);

    void ask(TextArea *area);
    // What follows the choice of a file: its description is asked.
    void choose(TextArea *area, const QString &path);
    // One edit: the piece and the line that shows it. The same picture is kept once.
    void insert(TextArea *area, const imports::Attachment &picture, const QString &description, const QString &caption);

Q_SIGNALS:
    void failed(const QString &sentence);

private:
    using Read = base::Result<imports::Attachment>;
    void describe(const QPointer<TextArea> &area, const Read &read);

    const AppContext &m_context;
    QWidget *m_page;
    base::Waiting m_reading;
};

} // namespace gui
