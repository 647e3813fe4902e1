// The attachments: added by a button or dropped on the page, ordered, replaced, written back where the user says. The
// program never opens one.
#pragma once

#include "base/errand.h"
#include "gui/page.h"
#include "imports/attachment.h"

namespace gui
{

class InfoBarStack;
class RepeatEditor;

class PagePieces final : public FormPage
{
    Q_OBJECT
public:
    explicit PagePieces(const AppContext &context, QWidget *parent = nullptr);

    // One undo step for all of them; those that can't be taken are told, each with its reason.
    void addFiles(const QStringList &paths);
    // Another file for a piece, which keeps its place and its words.
    void replaceWith(const base::Id &piece, const QString &path);
    bool saveCopy(const base::Id &piece, const QString &path);
    bool goToField(const domain::FieldAddress &at) override;
    [[nodiscard]] RepeatEditor *list() const { return m_list; }

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    using Read = std::vector<base::Result<imports::Attachment>>;
    void askFiles();
    void askReplacement(const base::Id &piece);
    void askCopy(const base::Id &piece);
    // Reads off the window's thread: a file may be on a slow share.
    void read(const QStringList &paths, std::function<void(const Read &)> then);
    void take(const Read &files);
    void showTotal();

    InfoBarStack *m_messages;
    TextLabel *m_total;
    RepeatEditor *m_list = nullptr;
    base::Waiting m_reading;
};

// Where texts of the project show that picture, as a sentence; empty when nowhere.
[[nodiscard]] QString usedInTexts(const domain::Projet &projet, const base::Id &piece);

} // namespace gui
