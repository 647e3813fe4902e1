#include "store/contents.h"

#include "domain/json.h"

#include <QCryptographicHash>
#include <set>

namespace store
{

using domain::Change;
using domain::ChangeList;
using domain::TableDescription;
using domain::Value;
using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr qint64 historyBytes = 16 * 1024 * 1024;

base::IdList targets(const Value &value)
{
    if (const auto *one = std::get_if<Id>(&value))
        return {*one};
    const auto *many = std::get_if<base::IdList>(&value);
    return many ? *many : base::IdList();
}

bool refersOnlyToRecords(const domain::Projet &projet, const Change &change)
{
    const TableDescription *table = domain::table(change.at.table);
    const domain::FieldDescription *field = table ? table->field(change.at.field) : nullptr;
    if (!field || field->target.isEmpty())
        return true;
    const auto now = domain::valueAt(projet, change.at);
    const TableDescription *target = domain::table(field->target);
    for (const Id &id : targets(now.value_or(Value())))
        if (!target->find(projet, id))
            return false;
    return true;
}

bool isReferred(const domain::Projet &projet, const domain::FieldAddress &gone)
{
    if (domain::table(gone.table)->find(projet, gone.id))
        return false;
    for (const TableDescription &table : domain::tables())
        for (const domain::FieldDescription &field : table.fields) {
            if (field.target != gone.table)
                continue;
            for (const Id &holder : table.ids(projet)) {
                const base::IdList list = targets(field.get(table.find(projet, holder)));
                if (std::find(list.begin(), list.end(), gone.id) != list.end())
                    return true;
            }
        }
    return false;
}

bool fits(const Value &value)
{
    const auto *text = std::get_if<QString>(&value);
    return !text || text->size() <= maximumText;
}

QByteArray hexHash(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

void cleanValue(Value &value)
{
    if (auto *text = std::get_if<QString>(&value))
        *text = cleanText(*text);
}

bool isClean(const QString &text)
{
    for (const QChar character : text)
        if (character.isSurrogate() || character.unicode() >= 0xFFFE ||
            (character < u' ' && character != u'\n' && character != u'\t'))
            return false;
    return true;
}

} // namespace

QString cleanText(const QString &text)
{
    if (isClean(text) && !text.startsWith(QChar::ByteOrderMark))
        return text;
    QString clean;
    clean.reserve(text.size());
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar character = text.at(at);
        const bool pair = character.isHighSurrogate() && at + 1 < text.size() && text.at(at + 1).isLowSurrogate();
        if (pair) {
            clean += character;
            clean += text.at(++at);
        } else if (character == u'\r') {
            if (at + 1 >= text.size() || text.at(at + 1) != u'\n')
                clean += u'\n';
        } else if (character == QChar::ByteOrderMark && clean.isEmpty()) {
            continue; // a paste brought it; no reader of UTF-8 gives it back, the file would not be the same again
        } else if (character.isSurrogate()) {
            clean += QChar::ReplacementCharacter;
        } else if (character.unicode() < 0xFFFE && (character >= u' ' || character == u'\n' || character == u'\t')) {
            clean += character;
        }
    }
    return clean;
}

ChangeList cleaned(const ChangeList &changes)
{
    ChangeList clean;
    clean.reserve(changes.size());
    for (Change change : changes) {
        cleanValue(change.before);
        cleanValue(change.after);
        if (change.type != Change::Type::Set || change.before != change.after)
            clean.push_back(std::move(change));
    }
    return clean;
}

base::Result<void> applyChecked(domain::Projet &projet, const ChangeList &changes)
{
    for (const Change &change : changes)
        if (!fits(change.after))
            return base::Error{
                base::ErrorCode::Invalid,
                u"Ce texte est trop long (plus de %1 caractères). Il n’a pas été enregistré ; raccourcissez-le ou écrivez-le en deux parties."_s
                    .arg(maximumText),
                change.at.toString()};
    if (auto applied = domain::applyChanges(projet, changes); !applied)
        return applied;
    for (const Change &change : changes) {
        const bool whole = change.type == Change::Type::Set      ? refersOnlyToRecords(projet, change)
                           : change.type == Change::Type::Remove ? !isReferred(projet, change.at)
                                                                 : true;
        if (whole)
            continue;
        static_cast<void>(domain::applyChanges(projet, domain::invert(changes)));
        return base::Error{
            base::ErrorCode::Invalid,
            u"Cette modification renvoie à un élément qui n’existe plus. Rien n’a été changé ; réessayez."_s,
            change.at.toString()};
    }
    return {};
}

domain::Contenus keptContenus(const Contents &contents)
{
    domain::Contenus kept;
    const auto keep = [&](const QString &empreinte) {
        if (const QByteArray *octets = contents.projet.contenus.find(empreinte); octets && !kept.find(empreinte))
            kept.add(*octets);
    };
    for (const auto &[id, piece] : contents.projet.pieces)
        keep(piece.empreinte);
    const qint64 limit = kept.bytes() + historyBytes;
    for (auto row = contents.journal.rbegin(); row != contents.journal.rend(); ++row)
        for (const Change &change : row->changes)
            if (change.at.table == u"piece" && change.at.field == u"empreinte" && kept.bytes() < limit)
                for (const Value *value : {&change.before, &change.after})
                    keep(std::get<QString>(*value));
    return kept;
}

QByteArray factsHash(const Contents &contents)
{
    return hexHash(domain::projetToJson(contents.projet, contents.project));
}

QByteArray logicalHash(const Contents &contents)
{
    QByteArray all = domain::projetToJson(contents.projet, contents.project);
    for (const JournalRow &row : contents.journal) {
        all += row.uid.toUtf8() + (row.undone ? '-' : '+') + row.label.toUtf8() + '\n';
        all += QByteArray::fromStdString(domain::toJson(row.changes).dump()) + '\n';
    }
    return hexHash(all);
}

Resume resumeOf(const Contents &contents)
{
    const domain::Projet &projet = contents.projet;
    std::set<QString> departements;
    for (const auto &[id, commune] : projet.communes)
        if (commune.code.size() == 5 && commune.code.at(0).isDigit())
            departements.insert(commune.code.left(commune.code.startsWith(u"97") ? 3 : 2));
    Resume resume;
    resume.project = contents.project;
    resume.name = projet.identite.nom;
    resume.trame = projet.identite.trame;
    resume.phase = std::get<QString>(domain::Conversion<domain::Phase>::toValue(projet.identite.phase));
    resume.communes = static_cast<qint64>(projet.communes.size());
    resume.departements = QStringList(departements.begin(), departements.end()).join(u", "_s);
    resume.population = domain::populationRetenue(projet);
    resume.complete = contents.complete;
    resume.createdOn = projet.identite.creeLe;
    resume.publishedAt = contents.publishedAt;
    resume.publishedBy = contents.publishedBy;
    resume.salvaged = contents.salvaged;
    return resume;
}

} // namespace store
