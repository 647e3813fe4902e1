// « CCOPD à blanc »: a card for each criterion of the commission, with what the project answers and what is prepared.
#pragma once

#include "gui/page.h"
#include "report/ccopd.h"

#include <QTimer>

namespace gui
{

class DocumentMenu;
class InfoBarStack;

class PageCcopd final : public FormPage
{
    Q_OBJECT
public:
    explicit PageCcopd(const AppContext &context, QWidget *parent = nullptr);

    void shown() override;
    [[nodiscard]] DocumentMenu &documents() const { return *m_documents; }
    [[nodiscard]] base::Result<report::Document> document() const;

private:
    // The part of a card that follows the project, above the answer.
    struct Reading {
        QVBoxLayout *column = nullptr;
        QWidget *content = nullptr;
        QString print; // of what it shows: it is made again only when this changes
    };
    [[nodiscard]] std::vector<controle::Finding> findings() const;
    [[nodiscard]] QWidget *makeCard(const report::CcopdCritere &critere, int number);
    void refresh();
    void fill(Reading &reading, const report::CcopdLecture &lecture);
    void addPassage(QVBoxLayout *column, const report::Passage &passage);

    bool m_stale = true;
    QTimer m_pause;
    InfoBarStack *m_messages;
    DocumentMenu *m_documents;
    std::vector<Reading> m_readings;
};

} // namespace gui
