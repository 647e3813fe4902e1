#include "gui/pages/page_relire.h"

#include "gui/pages/choices.h"

#include "base/clock.h"
#include "base/file.h"
#include "base/text.h"
#include "base/typography.h"
#include "controle/controle.h"
#include "dossier/dossier.h"
#include "gui/dialogs/document_menu.h"
#include "gui/dialogs/export_choices.h"
#include "gui/dialogs/paper.h"
#include "gui/findings.h"
#include "gui/pages/adaptive_row.h"
#include "gui/pages/page_preview.h"
#include "gui/pages/preview_bar.h"
#include "gui/pages/remains.h"
#include "gui/pages/send_pane.h"
#include "gui/pages/wrap_layout.h"
#include "gui/shell/environment.h"
#include "gui/theme/theme.h"
#include "gui/widgets/info_bar.h"
#include "gui/widgets/labels.h"
#include "report/trame.h"

#include <chrono>
#include <QButtonGroup>
#include <QCheckBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>
#include <utility>

namespace gui
{

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using controle::Volet;

namespace
{

// The width, at 100 %, from which the choices are beside the pages. Who needs large texts needs large pages too.
int besideFrom()
{
    constexpr int largeTexts = 140;
    return zoomed(100) < largeTexts ? 480 : 600;
}

constexpr int longestLine = 440; // of a choice, at 100 %, with its mark
// The property of a choice that holds its words on the short lines of a column.
constexpr const char *linesOf = "lignes";

// On narrow lines, and spoken as one.
QCheckBox *tick(const QString &lines, const QString &hint, QWidget *parent)
{
    auto *box = new QCheckBox(lines, parent);
    box->setProperty(linesOf, lines);
    box->setAccessibleName(QString(lines).replace(u'\n', u' '));
    box->setToolTip(base::frenchTypography(hint));
    return box;
}

} // namespace

PageRelire::PageRelire(const AppContext &context, QWidget *parent)
    : FormPage(context, u"relire"_s, parent),
      m_document(context.trame.documents().empty() ? QString() : context.trame.documents().front().code),
      m_preview(new PagePreview), m_messages(new InfoBarStack), m_pane(new SendPane), m_documents(nullptr),
      m_sigles(nullptr), m_gaps(nullptr)
{
    setHeading(u"Relire et exporter"_s, u"Les pages telles qu’elles seront imprimées et envoyées."_s);
    auto *column = new QVBoxLayout(body());
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_messages);
    m_commands = makeCommands();
    column->addWidget(m_commands);
    column->addWidget(new PreviewBar(*m_preview, body()));
    auto *row = new AdaptiveRow(body());
    row->setThreshold(besideFrom());
    m_row = row;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(18);
    m_choices = choices();
    row->installEventFilter(this);
    line->addWidget(m_choices, 0);
    line->addWidget(m_preview, 1);
    column->addWidget(row, 1);

    m_pause.setSingleShot(true);
    m_pause.setInterval(150ms);
    connect(&m_pause, &QTimer::timeout, this, &PageRelire::refresh);
    connect(&context.dossier, &dossier::Dossier::changed, this, [this] {
        m_stale = true;
        if (isVisible())
            m_pause.start();
    });
    connect(m_preview, &PagePreview::finished, this, &PageRelire::tellPageCount);
    connect(m_preview, &PagePreview::fieldClicked, this, &PageRelire::openField);
    connect(m_pane, &SendPane::lowChanged, this, [this] { placeCommands(paneOpen()); });
    connect(m_pane, &SendPane::goTo, this, &FormPage::goTo);
    connect(m_pane, &SendPane::exportAsked, this, &PageRelire::askExport);
    connect(m_pane, &SendPane::printAsked, this, &PageRelire::askPrint);
    connect(m_pane, &SendPane::sendingAsked, this, &FormPage::sendingAsked);
    connect(m_pane, &SendPane::dossierAsked, this, [this] {
        for (const report::DocumentInfo &document : this->context().trame.documents())
            if (voletOf(this->context().trame, document.code) == Volet::Projet)
                showDocument(document.code);
        showPoint({}, 0); // what was pressed is gone: the keyboard goes to the first point
    });
    if (const QStringList missing = layout::missingFonts(); !missing.isEmpty())
        m_messages->tell(
            u"polices"_s, InfoBar::Tone::Warning,
            u"Police absente de cet ordinateur : %1. Les pages peuvent différer d’un poste à l’autre."_s.arg(
                missing.join(u", "_s)));
}

PageRelire::~PageRelire()
{
    if (m_pane && !m_pane->parent())
        delete m_pane;
}

QWidget *PageRelire::sidePane()
{
    return m_pane;
}

// What the pane at the right offers stays at hand when it is closed, as large texts or a small window close it.
QWidget *PageRelire::makeCommands()
{
    auto *place = new QWidget(body());
    auto *line = new WrapLayout(place);
    const auto add = [&](const QString &text, const std::function<void()> &run) {
        auto *button = new QPushButton(text, place);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, run);
        line->addWidget(button);
        return button;
    };
    m_toPoints = add({}, [this] {
        Q_EMIT sideAsked();
        if (const auto points = this->points(); !points.empty())
            QTimer::singleShot(0, this, [this, first = points.front()] { showPoint(first, 0); });
    });
    add(u"Word (.docx)"_s, [this] { askExport(Format::Docx); })->setProperty("role", u"principal"_s);
    m_pdf = add(u"PDF"_s, [this] { askExport(Format::Pdf); });
    add(u"OpenDocument"_s, [this] { askExport(Format::Odt); });
    add(u"Imprimer…"_s, [this] { askPrint(); });
    add(u"Dossier complet…"_s, [this] { Q_EMIT sendingAsked(Sending::Dossier); });
    add(u"Plan d’action (Excel)…"_s, [this] { Q_EMIT sendingAsked(Sending::Plan); });
    place->hide();
    m_pane->installEventFilter(this);
    return place;
}

bool PageRelire::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_row) {
        if (event->type() == QEvent::Resize)
            placeChoices(m_row->width());
    } else if (watched != this && (event->type() == QEvent::Show || event->type() == QEvent::Hide)) {
        placeCommands(event->type() == QEvent::Show); // the pane, which may be half gone already
    }
    return FormPage::eventFilter(watched, event);
}

// In a column beside the pages; over them on as few lines as they take, where the pages need the whole width.
void PageRelire::placeChoices(int width)
{
    m_row->setThreshold(besideFrom());
    const bool over = width < zoomed(besideFrom());
    const bool longLines = over && width > zoomed(longestLine);
    for (QAbstractButton *button : m_choices->findChildren<QAbstractButton *>())
        if (button->property(linesOf).isValid()) {
            const QString lines = button->property(linesOf).toString();
            button->setText(longLines ? QString(lines).replace(u'\n', u' ') : lines);
        }
    const int beside = m_choices->minimumSizeHint().width();
    for (QAbstractButton *document : m_documents->buttons())
        document->setMinimumWidth(over ? 0 : beside);
    m_choices->setMaximumWidth(over ? QWIDGETSIZE_MAX : beside);
}

// While the pane is closed, or leaves them to the page; with the way to it when it is closed.
void PageRelire::placeCommands(bool open)
{
    const auto points = qint64(this->points().size());
    m_toPoints->setText(u"Voir %1 →"_s.arg(base::frenchCount(points, u"point"_s, u"points"_s)));
    m_toPoints->setVisible(!open && points > 0);
    m_commands->setVisible(!open || m_pane->isLow());
}

bool PageRelire::paneOpen() const
{
    return m_pane && m_pane->isVisible();
}

QWidget *PageRelire::choices()
{
    auto *left = new QWidget;
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(documentChoice(left));
    column->addSpacing(8);
    column->addWidget(plainLabel(u"Contenu"_s, TextRole::FieldLabel, left));
    column->addWidget(contentChoice(left));
    column->addSpacing(8);
    auto *ticks = new QWidget(left);
    auto *line = new WrapLayout(ticks);
    line->addWidget(siglesChoice(ticks));
    line->addWidget(gapsChoice(ticks));
    column->addWidget(ticks);
    column->addStretch();
    return left;
}

QWidget *PageRelire::documentChoice(QWidget *parent)
{
    auto *place = new QWidget(parent);
    auto *line = new WrapLayout(place);
    m_documents = new QButtonGroup(this);
    for (const report::DocumentInfo &document : context().trame.documents()) {
        auto *button = new QPushButton(document.title + u'\n' + document.precision, place);
        button->setProperty("role", u"choix"_s);
        button->setCheckable(true);
        button->setChecked(document.code == m_document);
        m_documents->addButton(button);
        line->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, code = document.code] {
            m_document = code;
            refresh();
        });
    }
    return place;
}

QWidget *PageRelire::contentChoice(QWidget *parent)
{
    auto *place = new QWidget(parent);
    auto *line = new WrapLayout(place);
    const std::pair<report::Content, QString> contents[] = {
        {report::Content::Filled, u"Rempli"_s},
        {report::Content::Blank, u"Vierge, à remplir\nà la main"_s},
        {report::Content::BlankWithGuidance, u"Vierge, avec\nles consignes"_s}};
    for (const auto &[content, text] : contents) {
        auto *choice = new QRadioButton(text, place);
        choice->setProperty(linesOf, text);
        choice->setAccessibleName(u"Contenu : "_s + QString(text).replace(u'\n', u' '));
        choice->setChecked(content == m_content);
        line->addWidget(choice);
        connect(choice, &QRadioButton::clicked, this, [this, wanted = content] { setContent(wanted); });
    }
    return place;
}

QWidget *PageRelire::siglesChoice(QWidget *parent)
{
    m_sigles =
        tick(u"Développer les sigles\nà leur première\napparition"_s,
             u"« MSP » devient « MSP (maison de santé pluriprofessionnelle) ». Vos textes ne changent pas."_s, parent);
    m_sigles->setChecked(ExportChoices().developSigles());
    connect(m_sigles, &QCheckBox::toggled, this, [this](bool wanted) {
        ExportChoices().setDevelopSigles(wanted);
        refresh();
    });
    return m_sigles;
}

QWidget *PageRelire::gapsChoice(QWidget *parent)
{
    m_gaps = tick(
        u"Marquer ce qui manque\nsur le papier\net dans le PDF"_s,
        u"Tant qu’il reste un point bloquant, le papier et le PDF portent « à compléter » et « Brouillon ». Les fichiers Word et OpenDocument n’en portent pas la trace."_s,
        parent);
    m_gaps->setChecked(ExportChoices().marksGaps());
    connect(m_gaps, &QCheckBox::toggled, this, [this](bool wanted) {
        ExportChoices().setMarksGaps(wanted);
        refresh();
    });
    return m_gaps;
}

void PageRelire::setContent(report::Content content)
{
    m_content = content;
    m_sigles->setEnabled(content == report::Content::Filled);
    m_gaps->setEnabled(content == report::Content::Filled);
    m_stale = true;
    refresh();
}

void PageRelire::shown()
{
    // The window shows the pane after the page, if it does.
    QTimer::singleShot(0, this, [this] { placeCommands(paneOpen()); });
    if (m_stale)
        refresh();
}

void PageRelire::showDocument(const QString &code)
{
    const auto &documents = context().trame.documents();
    for (size_t at = 0; at < documents.size() && at < size_t(m_documents->buttons().size()); ++at)
        if (documents[at].code == code) {
            m_documents->buttons().at(int(at))->setChecked(true);
            m_document = code;
            refresh();
        }
}

std::vector<controle::Finding> PageRelire::check() const
{
    std::vector<controle::Finding> own = Findings::of(context());
    const Volet volet = voletOf(context().trame, m_document);
    std::erase_if(own, [volet](const controle::Finding &finding) { return finding.volet != volet; });
    return own;
}

std::vector<controle::Finding> PageRelire::points() const
{
    return SendPane::pointsOf(check());
}

void PageRelire::showPoint(const controle::Finding &point, int place)
{
    if (place < 0 || !m_pane || !m_pane->showPoint(point, place))
        m_preview->setFocus(Qt::OtherFocusReason);
}

// Of the document that is read; and while that is the lettre, what keeps the dossier from leaving.
void PageRelire::tellFindings()
{
    const bool lettre = voletOf(context().trame, m_document) == Volet::Lettre;
    m_pane->setFindings(check(), lettre ? u"Lettre"_s : u"Projet de santé"_s);
    m_pane->setDossier(lettre ? controle::readiness(Findings::of(context()), Volet::Projet).blocking : 0);
    placeCommands(paneOpen());
}

void PageRelire::refresh()
{
    m_pause.stop();
    const QDate today = context().clock.today();
    const domain::Projet &projet = context().dossier.projet();
    if (m_pane)
        tellFindings();
    const auto contours = contoursOf(source(), projet);
    report::BuildOptions options;
    options.content = m_content;
    options.today = today;
    options.contours = contours.get();
    options.developSigles = m_sigles->isChecked();
    options.draft = onPages(this->context(), request()).draft;
    tellDraft(options.draft);
    tellLeftAgain();
    auto built = report::build(context().trame, m_document, projet, context().reference, options);
    if (!built) {
        Q_EMIT failed(built.error().message);
        return;
    }
    m_stale = false;
    m_preview->setShadesMissing(m_content == report::Content::Filled && !options.draft); // a draft has its own shades
    m_preview->setDocument(std::move(built.value()));
}

// The buttons say what they will write.
void PageRelire::tellDraft(bool draft)
{
    const QString pdf = draft ? u"PDF (brouillon)"_s : u"PDF"_s;
    m_pdf->setText(pdf);
    if (m_pane)
        m_pane->tellPdf(pdf);
}

void PageRelire::tellPageCount()
{
    const QString pages = base::frenchCount(m_preview->pageCount(), u"page"_s, u"pages"_s);
    for (const report::DocumentInfo &document : context().trame.documents())
        if (document.code == m_document && m_documents->checkedButton())
            m_documents->checkedButton()->setText(u"%1\n%2 · %3"_s.arg(document.title, document.precision, pages));
}

void PageRelire::openField(const report::FieldTag &tag)
{
    const auto field = domain::FieldAddress::parse(tag);
    const QString page = field ? context().trame.pageOf(*field, context().dossier.projet()) : QString();
    if (!page.isEmpty())
        Q_EMIT goTo(page, *field);
}

void PageRelire::askExport(Format format)
{
    askDocument(this);
    const QString folder = folderBeside(context().dossier);
    const QString name =
        suggestedName(context().trame, request(format), context().dossier.projet().identite.nom, format);
    auto *chooser = new QFileDialog(this, u"Enregistrer le document"_s, folder, filterOf(format));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setDefaultSuffix(extensionOf(format));
    chooser->selectFile(name);
    connect(chooser, &QFileDialog::fileSelected, this, [this, format](const QString &path) { exportTo(path, format); });
    chooser->open();
}

bool PageRelire::exportTo(const QString &path, Format format)
{
    const auto bytes = exported(source(), context().dossier.projet(), request(format), format);
    const auto done = bytes ? base::writeFile(path, bytes.value()) : base::Result<void>(bytes.error());
    if (!done) {
        m_messages->tell(u"export"_s, InfoBar::Tone::Problem, done.error().message,
                         {{u"Choisir un autre endroit"_s, [this, format] { askExport(format); }}});
        return false;
    }
    tellLeft([this, path](const QString &remains) { tellWritten(*m_messages, path, remains, waysToMissing()); });
    return true;
}

void PageRelire::tellLeft(const std::function<void(const QString &)> &tell)
{
    m_left = {request(), remainsOf(context(), request()), tell};
    m_left->tell(m_left->remains);
}

// Something was mended since: the message above the page does not count it any more.
void PageRelire::tellLeftAgain()
{
    const InfoBar *bar = m_messages->bar(u"export"_s);
    if (!bar || bar->tone() != InfoBar::Tone::Information)
        m_left.reset();
    if (!m_left || m_left->request.document != m_document || m_left->request.content != m_content)
        return;
    const QString remains = remainsOf(context(), m_left->request);
    if (std::exchange(m_left->remains, remains) != remains)
        m_left->tell(remains);
}

// Beside them the pane says them all, unless the window is small.
std::vector<InfoBar::Action> PageRelire::waysToMissing()
{
    const auto findings = m_content == report::Content::Filled ? check() : std::vector<controle::Finding>();
    for (const controle::Finding &finding : findings)
        if (finding.severity == controle::Severity::Blocking)
            return {{u"Voir ce qui manque"_s,
                     [this, page = finding.page, field = finding.field] { Q_EMIT goTo(page, field); }}};
    return {};
}

void PageRelire::askPrint()
{
    askDocument(this);
    QString title;
    for (const report::DocumentInfo &info : context().trame.documents())
        if (info.code == m_document)
            title = info.title;
    const QString name =
        suggestedName(context().trame, request(Format::Pdf), context().dossier.projet().identite.nom, Format::Pdf);
    const auto print = [this](QPrinter &printer) {
        return printed(source(), context().dossier.projet(), request(Format::Pdf), printer);
    };
    askPaper(this, {title, QFileInfo(name).completeBaseName(), folderBeside(context().dossier), print},
             [this](const base::Result<QString> &done) {
                 tellLeft([this, done](const QString &remains) {
                     tellPrinted(*m_messages, done, remains, waysToMissing());
                 });
             });
}

ExportRequest PageRelire::request() const
{
    return {.document = m_document, .content = m_content, .developSigles = m_sigles->isChecked()};
}

// In that format, or on paper as in the PDF.
ExportRequest PageRelire::request(Format format) const
{
    return format == Format::Pdf ? onPages(context(), request()) : request();
}

ExportSource PageRelire::source() const
{
    return {context().trame, context().reference, context().clock, context().contours};
}

} // namespace gui
