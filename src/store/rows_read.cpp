#include "domain/json.h"
#include "store/rows.h"

#include <QStringDecoder>

namespace store
{

using domain::FieldDescription;
using domain::Kind;
using domain::TableDescription;
using domain::Value;
using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int maximumRecords = 20'000; // of one table; the largest CPTS has a few hundred of anything
constexpr int maximumJournalRows = 100'000;

base::Error wrong(const QString &where)
{
    return {
        base::ErrorCode::Damaged,
        u"Le contenu de ce projet est abîmé. Le fichier n’a pas été modifié ; ouvrez une version de secours ou récupérez ce qui peut l’être."_s,
        where};
}

base::Error tooMany(const QString &where)
{
    return {
        base::ErrorCode::Hostile,
        u"Ce fichier contient un nombre anormal d’éléments. Par prudence, il n’a été ni ouvert ni modifié ; ouvrez une version de secours."_s,
        where};
}

// A text of unknown origin: stored as text, UTF-8, no NUL, not too long.
std::optional<QString> checkedText(const Statement &statement, int column, qsizetype maximum = maximumText)
{
    if (statement.type(column) != SQLITE_TEXT)
        return std::nullopt;
    const QByteArray bytes = statement.bytes(column);
    if (bytes.contains('\0'))
        return std::nullopt;
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(bytes);
    if (decoder.hasError() || text.size() > maximum)
        return std::nullopt;
    return text;
}

std::optional<Value> idsOf(const QString &text)
{
    base::IdList ids;
    for (const QString &part : text.split(u' ', Qt::SkipEmptyParts)) {
        const auto id = Id::parse(part);
        if (!id)
            return std::nullopt;
        ids.push_back(*id);
    }
    return ids;
}

std::optional<Value> textValue(const QString &text, Kind kind)
{
    if (kind == Kind::References)
        return idsOf(text);
    if (kind == Kind::Date) {
        const QDate date = QDate::fromString(text, Qt::ISODate);
        return date.isValid() ? std::optional<Value>(date) : std::nullopt;
    }
    if (kind == Kind::Reference) {
        const auto id = Id::parse(text);
        return id ? std::optional<Value>(*id) : std::nullopt;
    }
    return cleanText(text);
}

std::optional<Value> readValue(const Statement &statement, int column, Kind kind)
{
    const int type = statement.type(column);
    const bool optional = kind == Kind::Answer || kind == Kind::Integer || kind == Kind::Decimal ||
                          kind == Kind::Date || kind == Kind::Reference;
    if (type == SQLITE_NULL)
        return optional ? std::optional<Value>(Value()) : std::nullopt;
    if (kind == Kind::Flag || kind == Kind::Answer) {
        const qint64 number = statement.integer(column);
        const bool valid = type == SQLITE_INTEGER && (number == 0 || number == 1);
        return valid ? std::optional<Value>(number == 1) : std::nullopt;
    }
    if (kind == Kind::Integer)
        return type == SQLITE_INTEGER ? std::optional<Value>(statement.integer(column)) : std::nullopt;
    if (kind == Kind::Decimal)
        return type == SQLITE_FLOAT ? std::optional<Value>(statement.real(column)) : std::nullopt;
    const auto text = checkedText(statement, column);
    return text ? textValue(*text, kind) : std::nullopt;
}

class Reader
{
public:
    Reader(Connection &connection, Reading reading) : m_connection(connection), m_salvage(reading == Reading::Salvage)
    {
    }

    base::Result<Contents> read()
    {
        for (const TableDescription &table : domain::tables())
            if (auto done = readTable(table); !done)
                return done.error();
        if (auto done = checkReferences(); !done)
            return done.error();
        if (auto done = readAttachments(); !done)
            return done.error();
        // A damaged history would undo into nonsense: what is salvaged starts a new one.
        if (!m_salvage)
            if (auto done = readJournal(); !done)
                return done.error();
        if (auto done = readMeta(); !done)
            return done.error();
        return std::move(m_contents);
    }
    int lost() const { return m_lost; }

private:
    // Each row once, forwards; when salvaging, a fault in the middle is approached from the other end too.
    template <class Row>
    base::Result<void> each(const QByteArray &select, int maximum, const QString &what, Row row)
    {
        const auto walked = walk(select + " ORDER BY rowid", maximum, what, row);
        if (walked || !m_salvage)
            return walked;
        ++m_lost;
        static_cast<void>(walk(select + " ORDER BY rowid DESC", maximum, what, row));
        return {};
    }

    template <class Row>
    base::Result<void> walk(const QByteArray &sql, int maximum, const QString &what, Row row)
    {
        const auto prepared = m_connection.prepare(sql);
        if (!prepared)
            return prepared.error();
        Statement &statement = *prepared.value();
        for (int count = 0;; ++count) {
            const auto stepped = statement.step();
            if (!stepped || !stepped.value()) {
                statement.reset();
                if (!stepped)
                    return stepped.error();
                return {};
            }
            auto done = count < maximum ? row(statement) : base::Result<void>(tooMany(what));
            if (!done && (!m_salvage || count >= maximum)) {
                statement.reset();
                return done;
            }
        }
    }

    base::Result<void> readTable(const TableDescription &table)
    {
        QByteArray sql = "SELECT \"id\"";
        for (const FieldDescription &field : table.fields)
            sql += ",\"" + field.name.toUtf8() + '"';
        int count = 0;
        auto done = each(sql + " FROM \"" + table.name.toUtf8() + '"', maximumRecords, table.name,
                         [&](const Statement &statement) {
                             ++count;
                             return readRecord(table, statement);
                         });
        if (done && table.unique && count != 1 && !m_salvage)
            return wrong(table.name);
        return done;
    }

    base::Result<void> readRecord(const TableDescription &table, const Statement &statement)
    {
        const auto text = checkedText(statement, 0, 36);
        const auto id = !text ? std::nullopt : table.unique ? std::optional(Id()) : Id::parse(*text);
        if (!id || (table.unique && *text != u"-"))
            return lose(table.name);
        domain::Projet &projet = m_contents.projet;
        if (!table.unique && !table.insert(projet, *id))
            return m_salvage ? base::Result<void>() : wrong(table.name); // already met from the other end
        void *record = table.findForEdit(projet, *id);
        int column = 0;
        for (const FieldDescription &field : table.fields) {
            const auto value = readValue(statement, ++column, field.kind);
            if ((!value || !field.set(record, *value)) && !lose(table.name + u'.' + field.name))
                return wrong(table.name + u'.' + field.name);
        }
        return checkKey(table, *id, record);
    }

    base::Result<void> checkKey(const TableDescription &table, const Id &id, const void *record)
    {
        if (table.keyField.isEmpty())
            return {};
        const Value key = table.field(table.keyField)->get(record);
        if (Id::fromKey(table.name + u':' + std::get<QString>(key)) == id)
            return {};
        table.remove(m_contents.projet, id);
        return lose(table.name + u": key"_s);
    }

    base::Result<void> checkReferences()
    {
        for (const TableDescription &table : domain::tables())
            for (const FieldDescription &field : table.fields) {
                if (field.target.isEmpty())
                    continue;
                for (const Id &id : table.ids(m_contents.projet))
                    if (!keepReferences(table, field, id) && !m_salvage)
                        return wrong(table.name + u'.' + field.name);
            }
        return {};
    }

    // False when a reference led nowhere and was cleared.
    bool keepReferences(const TableDescription &table, const FieldDescription &field, const Id &id)
    {
        void *record = table.findForEdit(m_contents.projet, id);
        const TableDescription &target = *domain::table(field.target);
        const auto missing = [&](const Id &each) { return !target.find(m_contents.projet, each); };
        const Value value = field.get(record);
        Value kept = value;
        if (const auto *one = std::get_if<Id>(&value); one && missing(*one))
            kept = Value();
        if (auto *many = std::get_if<base::IdList>(&kept))
            std::erase_if(*many, missing);
        if (kept == value)
            return true;
        ++m_lost;
        return !field.set(record, kept);
    }

    base::Result<void> readAttachments()
    {
        int lostHere = 0;
        auto contenus = readContenus(m_connection, &lostHere);
        if (!contenus && !m_salvage)
            return contenus.error();
        if (lostHere > 0 && !m_salvage)
            return wrong(u"contenu"_s);
        m_lost += lostHere;
        if (contenus)
            m_contents.projet.contenus = std::move(contenus.value());
        return {};
    }

    base::Result<void> readJournal()
    {
        auto done = each(R"(SELECT "seq","uid","groupe","libelle","le","changements","annule" FROM "journal")",
                         maximumJournalRows, u"journal"_s,
                         [this](const Statement &statement) { return readJournalRow(statement); });
        if (done)
            keepReplayable();
        return done;
    }

    base::Result<void> readJournalRow(const Statement &statement)
    {
        const auto uid = checkedText(statement, 1, 36);
        const auto label = checkedText(statement, 3, 500);
        const auto at = checkedText(statement, 4, 40);
        const auto json = checkedText(statement, 5, 8 * maximumText);
        if (!uid || !label || !at || !json)
            return wrong(u"journal"_s);
        const auto parsed = domain::parseJson(json->toUtf8(), u"L’historique"_s);
        auto changes =
            parsed ? domain::changesFromJson(parsed.value()) : base::Result<domain::ChangeList>(parsed.error());
        if (!changes)
            return wrong(u"journal: "_s + changes.error().detail);
        m_contents.journal.push_back({statement.integer(0), *uid, statement.integer(2), *label,
                                      QDateTime::fromString(*at, Qt::ISODate), cleaned(changes.value()),
                                      statement.integer(6) != 0});
        return {};
    }

    // The steps that can really be undone and redone from the present value; older or later ones are dropped.
    void keepReplayable()
    {
        Journal &journal = m_contents.journal;
        const auto firstUndone =
            std::find_if(journal.begin(), journal.end(), [](const JournalRow &row) { return row.undone; });
        domain::Projet projet = m_contents.projet;
        auto end = firstUndone;
        while (end != journal.end() && end->undone && applyChecked(projet, end->changes))
            ++end;
        projet = m_contents.projet;
        auto begin = firstUndone;
        while (begin != journal.begin() && applyChecked(projet, domain::invert(std::prev(begin)->changes)))
            --begin;
        journal = Journal(std::make_move_iterator(begin), std::make_move_iterator(end));
    }

    base::Result<void> readMeta()
    {
        const auto resume = readResumeRows(m_connection);
        if (!resume && !m_salvage)
            return resume.error();
        if (resume) {
            m_contents.project = resume.value().project;
            m_contents.publishedBy = resume.value().publishedBy;
            m_contents.publishedAt = resume.value().publishedAt;
            m_contents.complete = resume.value().complete;
            m_contents.salvaged = resume.value().salvaged;
        }
        const auto copy = readEntry(m_connection, "meta", u"copie"_s);
        m_contents.copy = copy ? Id::parse(copy.value()) : std::nullopt;
        return {};
    }

    base::Result<void> lose(const QString &where)
    {
        ++m_lost;
        return m_salvage ? base::Result<void>() : base::Result<void>(wrong(where));
    }

    Connection &m_connection;
    bool m_salvage;
    int m_lost = 0;
    Contents m_contents;
};

} // namespace

base::Result<Contents> readContents(Connection &connection, Reading reading, int *lost)
{
    Reader reader(connection, reading);
    auto contents = reader.read();
    if (lost)
        *lost = reader.lost();
    return contents;
}

base::Result<QString> readEntry(Connection &connection, const char *table, const QString &key)
{
    const auto prepared = connection.prepare("SELECT \"valeur\" FROM \"" + QByteArray(table) + "\" WHERE \"cle\" = ?");
    if (!prepared)
        return prepared.error();
    Statement &statement = *prepared.value();
    statement.bindText(1, key);
    const auto row = statement.step();
    if (!row)
        return row.error();
    const auto text = row.value() ? checkedText(statement, 0, 10'000) : std::optional<QString>(QString());
    statement.reset();
    if (!text)
        return wrong(QString::fromLatin1(table) + u'.' + key);
    return cleanText(*text);
}

base::Result<Resume> readResumeRows(Connection &connection)
{
    base::Result<void> failure;
    const auto entry = [&](const char *table, const char16_t *key) {
        const auto value = readEntry(connection, table, QString::fromUtf16(key));
        if (!value && failure)
            failure = value.error();
        return value ? value.value() : QString();
    };
    Resume resume;
    const auto project = Id::parse(entry("meta", u"projet"));
    resume.publishedBy = entry("meta", u"publie_par");
    resume.publishedAt = QDateTime::fromString(entry("meta", u"publie_le"), Qt::ISODate);
    resume.salvaged = entry("meta", u"recupere") == u"oui";
    resume.name = entry("resume", u"nom");
    resume.trame = entry("resume", u"trame");
    resume.phase = entry("resume", u"phase");
    resume.communes = entry("resume", u"communes").toLongLong();
    resume.departements = entry("resume", u"departements");
    const QString population = entry("resume", u"population");
    const QString complete = entry("resume", u"completude");
    resume.createdOn = QDate::fromString(entry("resume", u"cree_le"), Qt::ISODate);
    if (!failure)
        return failure.error();
    if (!project)
        return wrong(u"meta.projet"_s);
    resume.project = *project;
    if (!population.isEmpty())
        resume.population = population.toLongLong();
    if (!complete.isEmpty())
        resume.complete = complete.toInt();
    return resume;
}

} // namespace store
