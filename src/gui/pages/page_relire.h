// « Relire et exporter »: the document as it will be printed, what is missing, and the files to send.
#pragma once

#include "gui/dialogs/exporter.h"
#include "gui/page.h"
#include "gui/widgets/info_bar.h"
#include "report/document.h"

#include <functional>
#include <optional>
#include <QPointer>
#include <QTimer>

class QButtonGroup;
class QCheckBox;
class QPushButton;

namespace gui
{

class AdaptiveRow;
class PagePreview;
class SendPane;

class PageRelire final : public FormPage
{
    Q_OBJECT
public:
    explicit PageRelire(const AppContext &context, QWidget *parent = nullptr);
    ~PageRelire() override;

    void shown() override;
    [[nodiscard]] Side side() const override { return Side::Own; }
    [[nodiscard]] QWidget *sidePane() override;
    // The commands of the pane, on the page while the pane is closed.
    [[nodiscard]] QWidget *commands() const { return m_commands; }

    void setContent(report::Content content);
    // What is to be mended in the document that is read, as the list beside it tells it now.
    [[nodiscard]] std::vector<controle::Finding> points() const;
    // Gives the keyboard to a point of that list, or to the one that took its place; to the pages without a list.
    void showPoint(const controle::Finding &point, int place);
    // Another document to read, as its button does.
    void showDocument(const QString &code);
    [[nodiscard]] QString document() const { return m_document; }
    [[nodiscard]] report::Content content() const { return m_content; }
    [[nodiscard]] PagePreview *preview() const { return m_preview; }
    [[nodiscard]] InfoBarStack *messages() const { return m_messages; }
    // Asks where, then writes.
    void askExport(Format format);
    // Writes the file and tells; false when it could not be.
    bool exportTo(const QString &path, Format format);
    void askPrint();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] ExportRequest request() const;
    [[nodiscard]] ExportRequest request(Format format) const;
    void tellDraft(bool draft);
    void tellLeft(const std::function<void(const QString &)> &tell);
    void tellLeftAgain();
    [[nodiscard]] ExportSource source() const;
    [[nodiscard]] QWidget *choices();
    [[nodiscard]] QWidget *documentChoice(QWidget *parent);
    [[nodiscard]] QWidget *contentChoice(QWidget *parent);
    void placeChoices(int width);
    void placeCommands(bool open);
    [[nodiscard]] bool paneOpen() const;
    [[nodiscard]] QWidget *siglesChoice(QWidget *parent);
    [[nodiscard]] QWidget *gapsChoice(QWidget *parent);
    [[nodiscard]] QWidget *makeCommands();
    void refresh();
    void tellPageCount();
    [[nodiscard]] std::vector<controle::Finding> check() const;
    void tellFindings();
    [[nodiscard]] std::vector<InfoBar::Action> waysToMissing();
    void openField(const report::FieldTag &tag);

    QString m_document;
    report::Content m_content = report::Content::Filled;
    QTimer m_pause;
    bool m_stale = true;
    PagePreview *m_preview;
    InfoBarStack *m_messages;
    QPointer<SendPane> m_pane;
    QButtonGroup *m_documents;
    QCheckBox *m_sigles;
    QCheckBox *m_gaps;
    AdaptiveRow *m_row = nullptr; // the choices and the preview
    QWidget *m_choices = nullptr;
    QWidget *m_commands = nullptr;
    QPushButton *m_toPoints = nullptr; // opens the pane
    QPushButton *m_pdf = nullptr;
    // What was told last of a document that left: the document, what it lacked then, and how to tell it.
    struct Left {
        ExportRequest request;
        QString remains;
        std::function<void(const QString &)> tell;
    };
    std::optional<Left> m_left;
};

} // namespace gui
