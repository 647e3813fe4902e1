#include "gui/pages/commune_sheet.h"

#include "base/text.h"
#include "dossier/dossier.h"
#include "models/tables.h"

#include "ui_commune_sheet.h"
#include "ui_qpv_ligne.h"
#include <QTimer>

namespace gui
{

using namespace Qt::Literals::StringLiterals;
using base::Id;

namespace
{

constexpr auto noChange = "__inchange";

} // namespace

CommuneSheet::CommuneSheet(const AppContext &context, Binder &binder, QWidget *parent)
    : QFrame(parent), m_context(context), m_binder(binder), m_ui(std::make_unique<Ui::CommuneSheet>())
{
    m_ui->setupUi(this);
    setFrameShape(QFrame::NoFrame);
    std::vector<domain::Choice> zonings{{QString::fromLatin1(noChange), u"Ne pas changer"_s}};
    for (const auto &[zonage, choice] : domain::Choices<domain::Zonage>::all())
        zonings.push_back(choice);
    m_ui->zonageCommun->setChoices(zonings);
    m_ui->zonageCommunFrame->assemble();
    m_ui->anneeCommuneFrame->assemble();
    connect(m_ui->ajouterQpv, &QPushButton::clicked, this, &CommuneSheet::addQuartier);
    m_ui->zonageCommun->onEdited([this](FieldEditor::Moment) { applyToAll(); });
    connect(m_ui->anneeCommune, &QLineEdit::editingFinished, this, &CommuneSheet::applyToAll);
    connect(&context.dossier, &dossier::Dossier::changed, this, &CommuneSheet::follow);
    show({});
}

CommuneSheet::~CommuneSheet() = default;

void CommuneSheet::show(const std::vector<Id> &communes)
{
    if (communes == m_communes && !communes.empty())
        return;
    m_communes = communes;
    const domain::Commune *only =
        communes.size() == 1 ? m_context.dossier.projet().communes.find(communes.front()) : nullptr;
    m_binder.unbind(m_ui->zonage);
    m_binder.unbind(m_ui->zonageAnnee);
    m_binder.unbind(m_ui->sansQpv);
    if (only) {
        m_binder.bind(m_ui->zonage, domain::FieldAddress{u"commune"_s, communes.front(), u"zonage"_s});
        m_binder.bind(m_ui->zonageAnnee, domain::FieldAddress{u"commune"_s, communes.front(), u"zonageAnnee"_s});
        m_binder.bind(m_ui->sansQpv, domain::FieldAddress{u"commune"_s, communes.front(), u"sansQpv"_s});
        m_ui->titre->setText(only->nom);
        m_ui->aide->setText(u"Le zonage de la commune et celui de ses quartiers prioritaires sont deux choses."_s);
    } else if (communes.size() > 1) {
        m_ui->titre->setText(u"%1 communes sélectionnées"_s.arg(communes.size()));
        m_ui->aide->setText(u"Ce que vous choisissez ici est donné aussitôt à toutes."_s);
        followCommon();
    } else {
        m_ui->titre->setText(u"Particularités"_s);
        m_ui->aide->setText(
            u"Choisissez une commune du tableau pour préciser son zonage (ZIP, ZAC) et ses quartiers prioritaires. "
            "Choisissez-en plusieurs pour leur donner le même zonage."_s);
    }
    m_ui->une->setVisible(only);
    m_ui->plusieurs->setVisible(communes.size() > 1);
    m_ui->zonageCommun->setEditable(!m_context.dossier.isReadOnly());
    m_ui->anneeCommune->setEditable(!m_context.dossier.isReadOnly());
    m_ui->ajouterQpv->setEnabled(!m_context.dossier.isReadOnly());
    m_quartiers.clear();
    followQuartiers();
}

void CommuneSheet::follow(const domain::ChangeList &changes)
{
    const auto touches = [&changes](QLatin1StringView table) {
        return std::any_of(changes.begin(), changes.end(),
                           [table](const domain::Change &each) { return each.at.table == table; });
    };
    if (touches("qpv"_L1))
        followQuartiers();
    if (m_communes.size() > 1 && touches("commune"_L1))
        followCommon();
}

// What all the chosen communes have; of what differs, nothing.
void CommuneSheet::followCommon()
{
    const auto common = [this](const QString &field) {
        std::optional<domain::Value> value;
        for (const Id &commune : m_communes) {
            const auto its = domain::valueAt(m_context.dossier.projet(), {u"commune"_s, commune, field});
            if (its && value && *its != *value)
                return std::optional<domain::Value>();
            value = its ? its : value;
        }
        return value;
    };
    m_ui->zonageCommun->setValue(common(u"zonage"_s).value_or(domain::Value(QString::fromLatin1(noChange))));
    m_ui->anneeCommune->setValue(common(u"zonageAnnee"_s).value_or(domain::Value()));
}

// The forms are made again only when a quartier comes or goes: typing in one must not take its field away.
void CommuneSheet::followQuartiers()
{
    const std::vector<Id> now =
        m_communes.size() == 1 ? models::qpvOf(m_context.dossier.projet(), m_communes.front()) : std::vector<Id>();
    QLayout *column = m_ui->quartiers->layout();
    if (now != m_quartiers || column->count() != int(now.size())) {
        while (QLayoutItem *item = column->takeAt(0)) {
            QWidget *form = item->widget();
            for (QWidget *field : form->findChildren<QWidget *>())
                m_binder.unbind(field);
            form->hide();
            form->deleteLater();
            delete item;
        }
        for (const Id &quartier : now)
            column->addWidget(quartierForm(quartier));
        m_quartiers = now;
    }
    updateNone();
}

// « Aucun QPV » can't be said while there is one; saying it stays possible to take back.
void CommuneSheet::updateNone()
{
    const domain::Commune *commune =
        m_communes.size() == 1 ? m_context.dossier.projet().communes.find(m_communes.front()) : nullptr;
    m_ui->sansQpvFrame->setVisible(m_quartiers.empty() || (commune && commune->sansQpv.value_or(false)));
}

QWidget *CommuneSheet::quartierForm(const Id &quartier)
{
    auto *form = new QWidget(m_ui->quartiers);
    Ui::QpvLigne line;
    line.setupUi(form);
    for (QWidget *field :
         {static_cast<QWidget *>(line.nom), static_cast<QWidget *>(line.code), static_cast<QWidget *>(line.zonage)})
        m_binder.bind(field, domain::FieldAddress{u"qpv"_s, quartier, field->property("ligne").toString()});
    line.retirer->setAccessibleName(u"Retirer ce quartier prioritaire"_s);
    line.retirer->setEnabled(!m_context.dossier.isReadOnly());
    connect(line.retirer, &QPushButton::clicked, this, [this, quartier] { removeQuartier(quartier); });
    return form;
}

void CommuneSheet::edit(const QString &label, const domain::ChangeList &changes, const QString &mergeKey)
{
    const auto done = m_context.dossier.edit(label, changes, mergeKey);
    if (!done)
        Q_EMIT failed(done.error().message);
}

void CommuneSheet::addQuartier()
{
    if (m_communes.size() != 1)
        return;
    m_binder.flush();
    const Id quartier = Id::create();
    models::ChangeBuilder builder(m_context.dossier.projet());
    builder.add(
        models::appending(builder.projet(), u"qpv"_s, quartier, {{u"communes"_s, base::IdList{m_communes.front()}}}));
    builder.set(u"commune"_s, m_communes.front(), u"sansQpv"_s, domain::Value());
    edit(u"Ajouter un quartier prioritaire"_s, builder.changes());
    if (QWidget *name = widgetFor({u"qpv"_s, quartier, u"nom"_s}))
        name->setFocus(Qt::OtherFocusReason);
}

// A quartier of several communes only leaves this one.
void CommuneSheet::removeQuartier(const Id &quartier)
{
    m_binder.flush();
    const domain::Projet &projet = m_context.dossier.projet();
    const domain::Qpv *record = projet.qpv.find(quartier);
    if (!record || m_communes.size() != 1)
        return;
    base::IdList others = record->communes;
    std::erase(others, m_communes.front());
    const domain::ChangeList changes = others.empty()
                                           ? models::removingAll(projet, u"qpv"_s, {quartier})
                                           : domain::setting(projet, {u"qpv"_s, quartier, u"communes"_s}, others);
    m_ui->ajouterQpv->setFocus(Qt::OtherFocusReason);
    edit(u"Retirer un quartier prioritaire"_s, changes);
    if (!m_quartiers.empty())
        if (QWidget *name = widgetFor({u"qpv"_s, m_quartiers.back(), u"nom"_s}))
            name->setFocus(Qt::OtherFocusReason);
}

void CommuneSheet::applyToAll()
{
    if (m_communes.size() < 2)
        return;
    const auto zoning = m_ui->zonageCommun->value();
    const auto year = m_ui->anneeCommune->value();
    models::ChangeBuilder builder(m_context.dossier.projet());
    for (const Id &commune : m_communes) {
        if (zoning && *zoning != domain::Value(QString::fromLatin1(noChange)))
            builder.set(u"commune"_s, commune, u"zonage"_s, *zoning);
        if (year && !domain::isEmpty(*year))
            builder.set(u"commune"_s, commune, u"zonageAnnee"_s, *year);
    }
    // The zoning, then its year: one step, as long as the same communes are chosen.
    QStringList chosen;
    for (const Id &commune : m_communes)
        chosen << commune.toString();
    edit(u"Donner un zonage à %1 communes"_s.arg(m_communes.size()), builder.changes(), chosen.join(u' '));
    followCommon();
}

QWidget *CommuneSheet::widgetFor(const domain::FieldAddress &at) const
{
    QWidget *found = m_binder.widgetFor(at);
    return found && isAncestorOf(found) ? found : nullptr;
}

} // namespace gui
