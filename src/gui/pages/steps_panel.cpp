#include "gui/pages/steps_panel.h"

#include "base/clock.h"
#include "base/text.h"
#include "dossier/dossier.h"
#include "gui/pages/adaptive_row.h"
#include "gui/pages/step_badge.h"
#include "gui/widgets/card.h"
#include "gui/widgets/date_field.h"
#include "gui/widgets/field_frame.h"
#include "gui/widgets/labels.h"
#include "gui/widgets/page_scroll.h"
#include "suivi/mots.h"

#include <chrono>
#include <QEvent>
#include <QVBoxLayout>

namespace gui
{

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace
{

QString sourceOf(const reference::Reference &reference, int page)
{
    return u"Cahier des charges %1, p. %2"_s.arg(reference.etapes().provenance.version).arg(page);
}

QString datingLabel(const reference::Etape &etape)
{
    return u"Dater l’étape « %1 »"_s.arg(etape.titre);
}

QString euros(qint64 amount)
{
    return base::frenchNumber(amount) + u"\u00A0€"_s;
}

// The favourable answer of the commission opens them.
QStringList aidsInWords(const reference::Reference &reference)
{
    QStringList lines;
    for (const reference::Aide &aide : reference.etapes().aides)
        lines << u"%1 : %2 (montant de %3, p. %4)."_s.arg(aide.libelle, euros(aide.montantEuros))
                     .arg(aide.annee)
                     .arg(aide.page);
    return lines;
}

QStringList delaysInWords(const suivi::Etape &etape, const reference::Reference &reference)
{
    QStringList lines;
    for (const suivi::Terme &terme : etape.termes) {
        lines << suivi::termeEnMots(terme);
        if (terme.demandesTardives > 0)
            lines << u"Une demande de compléments faite après la fin du délai ne le suspend pas."_s;
    }
    if (etape.termes.empty())
        for (const reference::Delai &delai : etape.officielle->delais)
            lines << u"%1 : %2."_s.arg(delai.libelle, suivi::moisEnMots(delai.mois));
    if (etape.officielle->code == u"ccopd")
        lines << aidsInWords(reference);
    return lines;
}

} // namespace

StepsPanel::StepsPanel(const AppContext &context, Binder &binder) : m_context(context), m_binder(binder)
{
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    Card *card = Card::withColumn(u"Les cinq étapes"_s, this);
    whole->addWidget(card);
    card->column()->addWidget(
        plainLabel(u"Notez la date prévue, puis la date réelle : les délais se calculent. Les deux restent écrites."_s,
                   TextRole::Hint));
    const auto &steps = context.reference.etapes().etapes;
    m_dates.reserve(2 * steps.size());
    for (const reference::Etape &etape : steps) {
        if (!m_rows.empty()) {
            auto *line = new QFrame(card);
            line->setProperty("role", u"filet"_s);
            card->column()->addWidget(line);
        }
        card->column()->addWidget(makeRow(etape));
    }
    m_pause.setSingleShot(true);
    m_pause.setInterval(400ms);
    connect(&m_pause, &QTimer::timeout, this, &StepsPanel::storeAll); // half a date may still be going on
    connect(&context.dossier, &dossier::Dossier::changed, this, &StepsPanel::refresh);
    refresh();
}

StepsPanel::~StepsPanel()
{
    flush();
}

QWidget *StepsPanel::makeRow(const reference::Etape &etape)
{
    auto *row = new QWidget(this);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 4, 0, 4);
    line->setSpacing(14);
    Row made;
    made.badge = new StepBadge(etape.numero, false, row);
    line->addWidget(made.badge, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout;
    column->setSpacing(6);
    line->addLayout(column, 1);
    column->addWidget(plainLabel(etape.titre, TextRole::Strong, row));
    made.state = plainLabel({}, TextRole::Secondary, row);
    column->addWidget(made.state);
    column->addWidget(plainLabel(etape.resume, TextRole::Hint, row));
    auto *dates = new AdaptiveRow(row);
    dates->setThreshold(380);
    auto *dateLine = new QHBoxLayout(dates);
    dateLine->setContentsMargins(0, 0, 0, 0);
    dateLine->setSpacing(16);
    dateLine->addWidget(makeDate(etape.code, false, u"Date prévue"_s), 1);
    dateLine->addWidget(makeDate(etape.code, true, suivi::libelleDateReelle(etape.code)), 1);
    column->addWidget(dates);
    made.delays = plainLabel({}, TextRole::Body, row);
    column->addWidget(made.delays);
    column->addWidget(plainLabel(sourceOf(m_context.reference, etape.page), TextRole::Hint, row));
    m_rows.push_back(made);
    return row;
}

QWidget *StepsPanel::makeDate(const QString &etape, bool real, const QString &label)
{
    auto *field = new DateField;
    field->setObjectName(etape + (real ? u"-reelle"_s : u"-prevue"_s));
    auto *frame = new FieldFrame(label, field, this);
    frame->assemble();
    field->setSpokenName(u"%1 : %2"_s.arg(m_context.reference.etapes().etape(etape)->titre, label));
    field->setEditable(!m_context.dossier.isReadOnly());
    field->focusTarget()->installEventFilter(this);
    const size_t at = m_dates.size();
    m_dates.push_back({etape, real, field, frame, false, {}});
    field->onEdited([this, at](FieldEditor::Moment moment) {
        m_dates[at].pending = true;
        if (moment == FieldEditor::Moment::Done)
            store(m_dates[at]);
        else
            m_pause.start();
    });
    return frame;
}

DateField *StepsPanel::dateOf(const QString &etape, bool real) const
{
    for (const StepDate &date : m_dates)
        if (date.etape == etape && date.real == real)
            return date.field;
    return nullptr;
}

// Of the date that is in the project; a step without one has no record yet.
domain::FieldAddress StepsPanel::addressOf(const StepDate &date) const
{
    for (const suivi::Etape &step :
         suivi::demarche(m_context.dossier.projet(), m_context.reference, m_context.clock.today()))
        if (step.officielle->code == date.etape) {
            const suivi::DateEtape &kept = date.real ? step.reelle : step.prevue;
            if (kept.date.isValid() && kept.id.isNull())
                return {u"identite"_s, {}, u"contratLe"_s};
            if (kept.date.isValid())
                return {u"echeance"_s, kept.id, u"date"_s};
        }
    return {u"echeance"_s, base::Id::fromKey(date.field->objectName()), u"date"_s};
}

std::vector<domain::FieldAddress> StepsPanel::unread() const
{
    std::vector<domain::FieldAddress> found;
    for (const StepDate &date : m_dates)
        if (date.pending && !date.field->value())
            found.push_back(addressOf(date));
    return found;
}

DateField *StepsPanel::unreadAt(const domain::FieldAddress &at) const
{
    for (const StepDate &date : m_dates)
        if (date.pending && !date.field->value() && addressOf(date) == at)
            return date.field;
    return nullptr;
}

QString StepsPanel::dated(const QString &label, const reference::Reference &reference)
{
    for (const reference::Etape &etape : reference.etapes().etapes)
        if (label == datingLabel(etape))
            return etape.code;
    return {};
}

// A record that came or went says itself whether its date is the real one; else it is still there to say it.
DateField *StepsPanel::typedIn(const QString &label, const domain::ChangeList &changes) const
{
    const QString etape = dated(label, m_context.reference);
    if (etape.isEmpty() || changes.empty())
        return nullptr;
    bool real = changes.front().at.table == u"identite";
    for (const domain::Change &change : changes) {
        if (const domain::Echeance *kept = m_context.dossier.projet().echeances.find(change.at.id))
            real = real || kept->faite;
        for (const domain::Value &side : {change.before, change.after})
            if (const bool *done = std::get_if<bool>(&side); done && change.at.field == u"faite")
                real = real || *done;
    }
    return dateOf(etape, real);
}

void StepsPanel::store(StepDate &date)
{
    const auto typed = date.field->value();
    if (!typed || !date.pending)
        return;
    date.pending = false;
    const auto *day = std::get_if<QDate>(&*typed);
    const auto changes =
        suivi::dater(m_context.dossier.projet(), m_context.reference, date.etape, date.real, day ? *day : QDate());
    if (changes.empty())
        return;
    const QString label = datingLabel(*m_context.reference.etapes().etape(date.etape));
    if (const auto done = m_context.dossier.edit(label, changes); !done)
        Q_EMIT m_binder.failed(done.error().message);
}

void StepsPanel::flush()
{
    storeAll();
    for (const StepDate &date : m_dates)
        if (date.pending)
            date.frame->setMessage(date.field->complaint());
}

void StepsPanel::storeAll()
{
    m_pause.stop();
    for (StepDate &date : m_dates)
        store(date);
}

bool StepsPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut)
        for (StepDate &date : m_dates)
            if (date.field->focusTarget() == watched) {
                store(date);
                date.frame->setMessage(date.field->complaint());
                if (!date.frame->message().isEmpty())
                    bringTold(date.frame);
            }
    return QWidget::eventFilter(watched, event);
}

void StepsPanel::refresh()
{
    const QDate today = m_context.clock.today();
    const auto steps = suivi::demarche(m_context.dossier.projet(), m_context.reference, today);
    for (size_t at = 0; at < steps.size(); ++at) {
        const suivi::Etape &step = steps[at];
        const Row &row = m_rows[at];
        row.badge->setCurrent(step.etat == suivi::EtatEtape::EnCours);
        const QString state = suivi::etatEnMots(step, today);
        row.state->setText(state.isEmpty() ? u"à venir"_s : state);
        const QStringList delays = delaysInWords(step, m_context.reference);
        row.delays->setText(delays.join(u'\n'));
        row.delays->setVisible(!delays.isEmpty());
    }
    for (StepDate &date : m_dates)
        for (const suivi::Etape &step : steps)
            if (step.officielle->code == date.etape)
                fill(date, date.real ? step.reelle.date : step.prevue.date);
}

// What is typed stays until it is stored; what can't be read gives way to a date that was changed elsewhere.
void StepsPanel::fill(StepDate &date, const QDate &known)
{
    const bool changed = date.known != known;
    date.known = known;
    if (date.pending && (date.field->value() || !changed))
        return;
    date.pending = false;
    date.field->setValue(known.isValid() ? domain::Value(known) : domain::Value());
    date.frame->setMessage(date.field->complaint());
}

} // namespace gui
