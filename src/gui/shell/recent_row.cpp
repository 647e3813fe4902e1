#include "gui/shell/recent_row.h"

#include "gui/widgets/labels.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

QString fileTold(const std::vector<RecentProject> &all, const RecentProject &project)
{
    const QFileInfo file(project.path);
    const QString folder = file.dir().dirName();
    bool twin = false, sameWords = false;
    for (const RecentProject &each : all) {
        if (each.path == project.path || each.name != project.name)
            continue;
        twin = true;
        const QFileInfo other(each.path);
        sameWords = sameWords || (other.fileName() == file.fileName() && other.dir().dirName() == folder);
    }
    if (!twin)
        return {};
    return u"%1, dans %2"_s.arg(file.fileName(),
                                sameWords || folder.isEmpty() ? QDir::toNativeSeparators(file.absolutePath()) : folder);
}

QString nameTold(const RecentProject &project)
{
    return project.name.trimmed().isEmpty() ? QFileInfo(project.path).fileName() : project.name;
}

namespace
{

// The name of a file goes to the next line between its parts.
QString breakable(QString file)
{
    for (const QChar after : {u'-', u'_', u'.'})
        file.replace(after, QString(after) + QChar(0x200B));
    return file;
}

} // namespace

RecentRow::RecentRow(const RecentProject &project, const QString &file, const QDate &today, QWidget *parent)
    : QAbstractButton(parent)
{
    const QString name = nameTold(project);
    const QString day = dayInWords(project.at.date(), today);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(4, 12, 4, 12);
    line->setSpacing(12);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(plainLabel(name, TextRole::Strong, this));
    if (!file.isEmpty())
        texts->addWidget(plainLabel(breakable(file), TextRole::Secondary, this));
    const QString state = stateInWords(project, today);
    if (!state.isEmpty())
        texts->addWidget(plainLabel(state, TextRole::Hint, this));
    // A long word never pushes the day out of the row.
    for (int at = 0; at < texts->count(); ++at)
        texts->itemAt(at)->widget()->setMinimumWidth(1);
    line->addLayout(texts, 1);
    line->addWidget(plainLabel(day, TextRole::Hint, this, false), 0, Qt::AlignTop);
    for (QWidget *child : findChildren<QWidget *>())
        child->setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName((file.isEmpty() ? name : name + u", "_s + file) + u", "_s + day);
    setAccessibleDescription(state);
    setToolTip(QDir::toNativeSeparators(project.path));
}

QSize RecentRow::sizeHint() const
{
    return layout()->sizeHint();
}

void RecentRow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void RecentRow::paintEvent(QPaintEvent *)
{
    const Palette &colours = currentPalette();
    QPainter painter(this);
    if (underMouse())
        painter.fillRect(rect(), colours.surfaceRaised);
    painter.fillRect(QRect(0, 0, width(), 1), colours.hairline);
    if (hasFocus()) {
        painter.setPen(QPen(colours.accent, 2));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

} // namespace gui
