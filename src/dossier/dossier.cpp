#include "dossier/private.h"

#include <algorithm>
#include <QFileInfo>
#include <utility>

namespace dossier
{

using base::Error;
using base::ErrorCode;
using base::Result;
using domain::Change;
using domain::ChangeList;
using namespace Qt::Literals::StringLiterals;

namespace
{

// The record that a record belongs to, as the changes that took it away say; null for none.
domain::Id ownerOf(const ChangeList &changes, const domain::Id &record, const domain::FieldDescription &owner)
{
    for (const Change &change : changes)
        if (change.type == Change::Type::Set && change.at.id == record && change.at.field == owner.name)
            if (const auto *id = std::get_if<domain::Id>(&change.before))
                return *id;
    return {};
}

// Where a record was that is no more: its list, which the record that it belonged to names. A record that exists once
// its field is written keeps its own address.
domain::FieldAddress placeOf(const ChangeList &changes, const domain::FieldAddress &at)
{
    const domain::TableDescription &table = *domain::table(at.table);
    for (const domain::FieldDescription &field : table.fields)
        if (field.owner)
            return {at.table, ownerOf(changes, at.id, field), field.name};
    return table.ordered && table.keyField.isEmpty() ? domain::FieldAddress{at.table, {}, at.field} : at;
}

bool ownsOthers(const QString &table)
{
    const auto &all = domain::tables();
    return std::any_of(all.begin(), all.end(), [&table](const domain::TableDescription &each) {
        return std::any_of(each.fields.begin(), each.fields.end(), [&table](const domain::FieldDescription &field) {
            return field.owner && field.target == table;
        });
    });
}

// What to show for an undo: a record that came whole with all that it owns; else a field that is still there
// afterwards; else the list where the record was.
domain::FieldAddress shownField(const domain::Projet &projet, const ChangeList &changes)
{
    const auto there = [&projet](const Change &change) {
        return domain::table(change.at.table)->find(projet, change.at.id) != nullptr;
    };
    for (const Change &change : changes)
        if (change.type == Change::Type::Insert && ownsOthers(change.at.table) && there(change))
            return {change.at.table, change.at.id, {}};
    for (const Change &change : changes)
        if (change.type == Change::Type::Set && there(change))
            return change.at;
    // A record goes after those that it owns.
    const auto whole = std::find_if(changes.rbegin(), changes.rend(), [](const Change &change) {
        return change.type == Change::Type::Remove && ownsOthers(change.at.table);
    });
    if (whole != changes.rend())
        return placeOf(changes, whole->at);
    return changes.empty() ? domain::FieldAddress() : placeOf(changes, changes.front().at);
}

Error tooHeavy(const QString &sentence, qint64 bytes)
{
    return {ErrorCode::Invalid, sentence.arg(bytes / (1024 * 1024)), {}};
}

} // namespace

DossierPrivate::DossierPrivate(const QString &userPath, const base::Clock &theClock, const Options &chosen)
    : clock(theClock), options(chosen), data(chosen.dataFolder),
      files(chosen.files ? chosen.files : std::make_shared<store::FileOperations>()),
      backups(chosen.dataFolder + u"/sauvegardes"_s, *files), path(QFileInfo(userPath).absoluteFilePath()),
      publisher(files, chosen.dataFolder + u"/sauvegardes"_s)
{
}

Result<void> DossierPrivate::refuseIfReadOnly() const
{
    if (!readOnly)
        return {};
    return Error{
        ErrorCode::Unwritable,
        u"Ce projet est ouvert en lecture seule : rien n’a été modifié. Enregistrez une copie pour travailler dessus."_s,
        path};
}

void DossierPrivate::recordStep(store::Step step)
{
    ++revision;
    step.contenus = takeHeld();
    writer->add(std::move(step));
    idle.start();
    if (!longest.isActive())
        longest.start();
    refreshState();
}

std::vector<QByteArray> DossierPrivate::takeHeld()
{
    std::vector<QByteArray> all;
    for (const auto &[empreinte, octets] : std::exchange(held, {}))
        all.push_back(octets);
    return all;
}

void DossierPrivate::takeContenus(const domain::Contenus &contenus)
{
    const qint64 before = held.bytes();
    for (const auto &[empreinte, octets] : contenus)
        if (!projet.contenus.find(empreinte))
            held.add(octets);
    projet.contenus.addAll(contenus);
    // Bytes that a project received without its attachments lacked are worth a publication by themselves.
    if (held.bytes() > before)
        ++revision;
}

Result<void> DossierPrivate::walk(const ChangeList &changes, bool back)
{
    if (auto refused = refuseIfReadOnly(); !refused)
        return refused;
    if (changes.empty())
        return {};
    if (auto applied = store::applyChecked(projet, changes); !applied)
        return applied;
    recordStep(back ? history.confirmUndo() : history.confirmRedo());
    Q_EMIT q->changed(changes);
    Q_EMIT q->steppedTo(shownField(projet, changes));
    return {};
}

Dossier::Dossier(std::unique_ptr<DossierPrivate> content) : d(std::move(content))
{
    d->begin(this);
}

Dossier::~Dossier()
{
    d->close();
}

const domain::Projet &Dossier::projet() const
{
    return d->projet;
}

domain::Id Dossier::id() const
{
    return d->project;
}

QString Dossier::path() const
{
    return d->path;
}

bool Dossier::isReadOnly() const
{
    return d->readOnly;
}

const OpeningReport &Dossier::opening() const
{
    return d->opening;
}

const Options &Dossier::options() const
{
    return d->options;
}

Result<void> DossierPrivate::apply(const ChangeList &changes,
                                   const std::function<store::Step(const ChangeList &)> &push)
{
    if (auto refused = refuseIfReadOnly(); !refused)
        return refused;
    const ChangeList clean = store::cleaned(changes);
    if (clean.empty())
        return {};
    if (auto applied = store::applyChecked(projet, clean); !applied)
        return applied;
    recordStep(push(clean));
    Q_EMIT q->changed(clean);
    return {};
}

Result<void> Dossier::edit(const QString &label, const ChangeList &changes, const QString &mergeKey)
{
    return d->apply(changes, [&](const ChangeList &clean) {
        return d->history.push(store::cleanText(label).left(200), clean, mergeKey, d->clock.now());
    });
}

Result<QString> Dossier::hold(const QByteArray &octets)
{
    if (auto refused = d->refuseIfReadOnly(); !refused)
        return refused.error();
    if (octets.size() > domain::maximumPiece)
        return tooHeavy(u"Ce fichier dépasse %1 Mo. Il n’a pas été ajouté ; réduisez-le ou joignez-le à part."_s,
                        domain::maximumPiece);
    // With those that wait for the edit that names them: a batch is held before it is one edit.
    domain::Contenus together = store::keptContenus({{}, d->projet, {}, {}, {}, {}, {}, {}});
    together.addAll(d->held);
    if (together.bytes() + octets.size() > domain::maximumPieces)
        return tooHeavy(
            u"Les pièces jointes dépasseraient %1 Mo au total. Ce fichier n’a pas été ajouté ; retirez une pièce."_s,
            domain::maximumPieces);
    d->held.add(octets);
    return d->projet.contenus.add(octets);
}

void Dossier::holdAll(const domain::Contenus &contenus)
{
    d->takeContenus(contenus);
}

Result<void> Dossier::secure()
{
    return d->readOnly ? Result<void>() : d->writer->flush(d->options.patience);
}

void Dossier::closeStep()
{
    d->history.closeStep();
}

bool Dossier::canUndo() const
{
    return !d->readOnly && d->history.canUndo();
}

bool Dossier::canRedo() const
{
    return !d->readOnly && d->history.canRedo();
}

QString Dossier::undoLabel() const
{
    return canUndo() ? d->history.undoLabel() : QString();
}

QString Dossier::redoLabel() const
{
    return canRedo() ? d->history.redoLabel() : QString();
}

Result<void> Dossier::undo()
{
    return d->walk(d->history.undoing(), true);
}

Result<void> Dossier::redo()
{
    return d->walk(d->history.redoing(), false);
}

SaveState Dossier::saveState() const
{
    return d->state;
}

void Dossier::setCompleteness(int percent)
{
    d->complete = std::clamp(percent, 0, 100);
}

} // namespace dossier
