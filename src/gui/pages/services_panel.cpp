#include "gui/pages/services_panel.h"

#include "base/text.h"
#include "domain/conversion.h"
#include "dossier/dossier.h"
#include "gui/widgets/card.h"
#include "gui/widgets/choice_box.h"
#include "gui/widgets/labels.h"
#include "models/operations.h"
#include "reference/reference.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// « Dans la liste : « Messagerie Médimail ». »; empty for what the project does not mention.
QString whereOf(const suivi::ServiceSuivi &each, const domain::Projet &projet)
{
    if (const domain::Outil *outil = projet.outils.find(each.outil))
        return u"Dans la liste : « %1 »."_s.arg(outil->service.trimmed());
    return each.ecrit ? u"Cité dans un texte, absent de la liste."_s : QString();
}

// « Base nationale : 3 services sur 4 sont dans la liste. Manque : e-CPS et Pro Santé Connect. »
QString sumOf(const std::vector<suivi::ServiceSuivi> &services)
{
    QStringList missing;
    int total = 0;
    for (const suivi::ServiceSuivi &each : services) {
        if (!each.service->national)
            continue;
        ++total;
        if (each.outil.isNull())
            missing << each.service->libelle;
    }
    const QString sum = u"Base nationale : %1 sur %2 dans la liste."_s.arg(
        base::frenchCount(total - missing.size(), u"service"_s, u"services"_s), QString::number(total));
    return missing.isEmpty() ? sum : sum + u" À ajouter : %1."_s.arg(base::frenchList(missing));
}

} // namespace

ServicesPanel::ServicesPanel(const AppContext &context, Binder &binder)
    : m_context(context), m_binder(binder), m_sum(plainLabel({}, TextRole::Strong))
{
    const reference::ServicesNumeriques &known = context.reference.services();
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    Card *card = Card::withColumn(u"Face à la base nationale"_s, this);
    whole->addWidget(card);
    card->column()->addWidget(
        plainLabel(u"Les services de la CPTS doivent intégrer les quatre premiers ou s’y relier. La région propose les "
                   "autres. Cahier des charges PACA %1, p. %2."_s.arg(known.provenance.version)
                       .arg(known.page),
                   TextRole::Hint));
    card->column()->addWidget(m_sum);
    auto *grid = new QGridLayout;
    grid->setColumnStretch(0, 1);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(10);
    card->column()->addLayout(grid);
    m_rows.reserve(known.tous.size());
    for (const reference::ServiceNumerique &service : known.tous)
        makeRow(service, grid);
    connect(&context.dossier, &dossier::Dossier::changed, this, &ServicesPanel::refresh);
    refresh();
}

void ServicesPanel::makeRow(const reference::ServiceNumerique &service, QGridLayout *grid)
{
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(plainLabel(service.libelle, TextRole::Body, this));
    if (!service.rappel.isEmpty())
        words->addWidget(plainLabel(service.rappel, TextRole::Hint, this));
    TextLabel *where = plainLabel({}, TextRole::Hint, this);
    words->addWidget(where);
    auto *choice = new ChoiceBox(this);
    std::vector<domain::Choice> usages;
    for (const auto &[usage, each] : domain::Choices<domain::UsageOutil>::all())
        if (usage != domain::UsageOutil::NonRenseigne)
            usages.push_back(each);
    choice->setChoices(usages, domain::Choices<domain::UsageOutil>::all().front().second.label);
    choice->setSpokenName(u"%1 : usage"_s.arg(service.libelle));
    const int row = grid->rowCount();
    grid->addLayout(words, row, 0);
    grid->addWidget(choice, row, 1, Qt::AlignTop);
    m_rows.push_back({&service, choice, where});
    connect(choice, &QComboBox::activated, this, [this, at = m_rows.size() - 1] { choose(m_rows[at]); });
}

std::vector<suivi::ServiceSuivi> ServicesPanel::services() const
{
    return suivi::servicesSuivis(m_context.dossier.projet(), m_context.reference.services());
}

ChoiceBox *ServicesPanel::choice(const QString &service) const
{
    for (const Row &row : m_rows)
        if (row.service->code == service)
            return row.choice;
    return nullptr;
}

void ServicesPanel::refresh()
{
    const std::vector<suivi::ServiceSuivi> all = services();
    m_sum->setText(sumOf(all));
    for (size_t at = 0; at < m_rows.size(); ++at) {
        const Row &row = m_rows[at];
        row.choice->setValue(domain::Conversion<domain::UsageOutil>::toValue(all[at].usage));
        row.choice->setEditable(!m_context.dossier.isReadOnly());
        row.where->setText(whereOf(all[at], m_context.dossier.projet()));
        row.where->setVisible(!row.where->text().isEmpty());
        row.choice->setAccessibleDescription(row.where->text());
    }
}

void ServicesPanel::choose(const Row &row)
{
    m_binder.flush();
    const domain::Value usage = row.choice->value().value_or(domain::Value());
    const std::vector<suivi::ServiceSuivi> all = services();
    const suivi::ServiceSuivi &each = all[size_t(&row - m_rows.data())];
    if (usage == domain::Conversion<domain::UsageOutil>::toValue(each.usage))
        return;
    const domain::Projet &projet = m_context.dossier.projet();
    const bool there = !each.outil.isNull();
    const domain::ChangeList changes =
        there ? domain::setting(projet, {u"outil"_s, each.outil, u"usage"_s}, usage)
              : models::appending(projet, u"outil"_s, base::Id::create(),
                                  {{u"service"_s, row.service->libelle}, {u"usage"_s, usage}});
    const QString label = there ? u"Dire l’usage d’un outil"_s : u"Ajouter un outil"_s;
    if (const auto done = m_context.dossier.edit(label, changes); !done) {
        Q_EMIT m_binder.failed(done.error().message);
        refresh();
    }
}

} // namespace gui
