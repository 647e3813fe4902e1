#include "gui/pages/page_ccopd.h"

#include "base/clock.h"
#include "dossier/dossier.h"
#include "gui/dialogs/document_menu.h"
#include "gui/findings.h"
#include "gui/forms/form_spec.h"
#include "gui/widgets/card.h"
#include "gui/widgets/column_label.h"
#include "gui/widgets/finding_row.h"
#include "gui/widgets/info_bar.h"
#include "gui/widgets/page_column.h"
#include "report/trame.h"

#include <chrono>
#include <QVBoxLayout>

namespace gui
{

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr qsizetype longestPassage = 600; // the page of the field has the rest, and the paper

QString textOf(const report::Passage &passage)
{
    report::Document document;
    document.blocks = passage.blocks;
    const QString text = report::plainText(document).trimmed();
    return text.size() <= longestPassage ? text : text.left(longestPassage).trimmed() + u'…';
}

QString printOf(const report::CcopdLecture &lecture)
{
    QString print;
    for (const report::Passage &passage : lecture.passages)
        print += passage.titre + u'\n' + textOf(passage) + u'\n';
    for (const controle::Finding &finding : lecture.minces)
        print += finding.criterion + finding.sentence + u'\n';
    return print;
}

QVBoxLayout *flatColumn(QWidget *widget)
{
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    return column;
}

} // namespace

PageCcopd::PageCcopd(const AppContext &context, QWidget *parent)
    : FormPage(context, u"ccopd"_s, parent), m_messages(new InfoBarStack), m_documents(nullptr)
{
    auto *column = flatColumn(body());
    column->setSpacing(14);
    column->addWidget(m_messages);
    m_documents = new DocumentMenu(*m_messages, &this->context().dossier);
    const DocumentMenu::Make make = [this] { return document(); };
    m_documents->addPaper(u"Imprimer…"_s, make);
    for (const auto &[text, format] : {std::pair(u"PDF…"_s, Format::Pdf), std::pair(u"Word (.docx)…"_s, Format::Docx),
                                       std::pair(u"OpenDocument (.odt)…"_s, Format::Odt)})
        m_documents->addFile(text, u"CCOPD à blanc"_s, format, make);
    column->addWidget(m_documents, 0, Qt::AlignLeft);
    int number = 0;
    for (const report::CcopdCritere &critere : report::ccopdCriteres(context.trame))
        column->addWidget(makeCard(critere, ++number));
    column->addStretch();
    binder().bindForm(body());
    m_pause.setSingleShot(true);
    m_pause.setInterval(200ms);
    connect(&m_pause, &QTimer::timeout, this, &PageCcopd::refresh);
    connect(&context.dossier, &dossier::Dossier::changed, this, [this] {
        m_stale = true;
        if (isVisible())
            m_pause.start();
    });
    refresh(); // before it shows: what comes into a page that shows is laid out once on its own, then in its place
}

std::vector<controle::Finding> PageCcopd::findings() const
{
    return Findings::of(context());
}

base::Result<report::Document> PageCcopd::document() const
{
    return report::ccopdDocument(context().trame, context().dossier.projet(), context().reference, findings(),
                                 context().clock.today());
}

void PageCcopd::shown()
{
    if (m_stale)
        refresh();
}

QWidget *PageCcopd::makeCard(const report::CcopdCritere &critere, int number)
{
    Card *card = Card::withColumn(u"%1. %2"_s.arg(number).arg(critere.texte), body());
    card->column()->addWidget(columnLabel(critere.attendu, TextRole::Secondary, card));
    card->column()->addWidget(columnLabel(u"Source : "_s + critere.source, TextRole::Hint, card));
    auto *reading = new PageColumn(card);
    m_readings.push_back({flatColumn(reading), nullptr, {}});
    card->column()->addWidget(reading);
    card->column()->addWidget(columnLabel(u"Ce que l’on vous demandera (questions probables)"_s, TextRole::FieldLabel));
    for (const QString &question : critere.questions)
        card->column()->addWidget(columnLabel(u"– "_s + question, TextRole::Body, card));
    FieldSpec answer;
    answer.name = critere.reponse();
    answer.label = u"Votre réponse"_s;
    answer.help = u"Elle ne paraît dans aucun document envoyé."_s;
    answer.lines = 3;
    card->column()->addWidget(makeForm({answer}, context(), card));
    return card;
}

void PageCcopd::refresh()
{
    m_pause.stop();
    m_stale = false;
    const auto readings = report::ccopd(context().trame, context().dossier.projet(), context().reference, findings());
    for (size_t at = 0; at < std::min(readings.size(), m_readings.size()); ++at) {
        const QString print = printOf(readings[at]);
        if (m_readings[at].content && m_readings[at].print == print)
            continue;
        m_readings[at].print = print;
        fill(m_readings[at], readings[at]);
    }
}

void PageCcopd::fill(Reading &reading, const report::CcopdLecture &lecture)
{
    auto *content = new PageColumn(reading.column->parentWidget());
    QVBoxLayout *column = flatColumn(content);
    column->addWidget(columnLabel(u"Ce que le projet y répond"_s, TextRole::FieldLabel));
    if (lecture.passages.empty())
        column->addWidget(columnLabel(u"Rien encore dans le projet."_s, TextRole::Warning));
    for (const report::Passage &passage : lecture.passages)
        addPassage(column, passage);
    column->addWidget(columnLabel(u"Ce qui est mince"_s, TextRole::FieldLabel));
    if (lecture.minces.empty())
        column->addWidget(columnLabel(u"Rien à revoir sur ce critère."_s, TextRole::Done));
    for (const controle::Finding &finding : lecture.minces) {
        auto *row = new FindingRow(finding);
        connect(row, &FindingRow::goTo, this, &FormPage::goTo);
        column->addWidget(row);
    }
    if (reading.content) {
        // The click that changed the project may come from one of its rows.
        reading.content->hide();
        reading.column->removeWidget(reading.content);
        reading.content->deleteLater();
    }
    reading.content = content;
    reading.column->addWidget(content);
}

void PageCcopd::addPassage(QVBoxLayout *column, const report::Passage &passage)
{
    column->addWidget(columnLabel(passage.titre, TextRole::Strong));
    column->addWidget(columnLabel(textOf(passage), TextRole::Secondary));
    const QString code = context().trame.pageOf(passage.field, context().dossier.projet());
    const report::Page *page = context().trame.page(code);
    if (!page)
        return;
    auto *jump = new QPushButton(page->label + u" →"_s);
    jump->setProperty("role", u"lien"_s);
    jump->setAccessibleName(u"%1 : aller à la page %2"_s.arg(passage.titre, page->label));
    connect(jump, &QPushButton::clicked, this, [this, code, field = passage.field] { Q_EMIT goTo(code, field); });
    column->addWidget(jump, 0, Qt::AlignLeft);
}

} // namespace gui
