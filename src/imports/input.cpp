#include "imports/input.h"

#include "imports/archive.h"
#include "imports/workbook.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>

namespace imports
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// An official list is one very large entry; a workbook is many small parts.
ArchiveLimits listLimits()
{
    ArchiveLimits limits;
    limits.total = StreamLimits().bytes;
    return limits;
}

base::Error unreadable(const QString &what, const QString &detail)
{
    return {base::ErrorCode::Unreadable,
            u"%1 ne peut pas être ouvert. Rien n’a été modifié. Vérifiez qu’il existe toujours et que vous avez le "
            "droit de le lire."_s.arg(what),
            detail};
}

base::Result<std::unique_ptr<QIODevice>> device(const ImportInput &input)
{
    if (input.path.isEmpty()) {
        auto buffer = std::make_unique<QBuffer>();
        buffer->setData(input.bytes);
        buffer->open(QIODevice::ReadOnly);
        return std::unique_ptr<QIODevice>(std::move(buffer));
    }
    auto file = std::make_unique<QFile>(input.path);
    if (!file->open(QIODevice::ReadOnly))
        return unreadable(input.what(), file->errorString());
    return std::unique_ptr<QIODevice>(std::move(file));
}

bool isList(const QString &name)
{
    const QString ending = name.section(u'.', -1).toLower();
    return ending == u"csv" || ending == u"txt" || ending == u"tsv";
}

base::Result<std::shared_ptr<Archive>> openArchive(const ImportInput &input, const ArchiveLimits &limits)
{
    return input.path.isEmpty() ? Archive::open(input.bytes, input.what(), limits)
                                : Archive::open(input.path, input.what(), limits);
}

} // namespace

ImportInput ImportInput::file(const QString &path)
{
    return {path, {}, QFileInfo(path).fileName(), {}};
}

ImportInput ImportInput::memory(const QByteArray &bytes, const QString &name)
{
    return {{}, bytes, name, {}};
}

ImportInput ImportInput::pasted(const QString &text)
{
    return {{}, text.toUtf8(), {}, {}};
}

QString ImportInput::what() const
{
    return name.isEmpty() ? u"La liste collée"_s : u"Le fichier « %1 »"_s.arg(name);
}

base::Result<Tables> Tables::open(const ImportInput &input)
{
    auto opened = device(input);
    if (!opened)
        return opened.error();
    const QByteArray head = opened.value()->peek(4);
    const QString what = input.what();
    Tables tables;
    if (!head.startsWith("PK\x03\x04")) {
        tables.m_names = QStringList{QString()};
        tables.m_open = [input](qsizetype, const Watch &watch, bool) -> base::Result<std::unique_ptr<RowSource>> {
            auto again = device(input);
            if (!again)
                return again.error();
            const qint64 size = again.value()->size();
            return delimitedRows(std::move(again).value(), size, input.what(), watch, {}, input.form);
        };
        return tables;
    }
    const auto archive = openArchive(input, listLimits());
    if (!archive)
        return archive.error();
    std::vector<ArchiveEntry> lists;
    for (const ArchiveEntry &entry : archive.value()->entries())
        if (isList(entry.name))
            lists.push_back(entry);
    if (lists.empty() || archive.value()->find(u"[Content_Types].xml"_s)) {
        const auto strict = openArchive(input, {});
        if (!strict)
            return strict.error();
        const auto book = Workbook::open(strict.value(), what);
        if (!book)
            return book.error();
        tables.m_names = book.value().sheets();
        tables.m_open = [book = book.value()](qsizetype sheet, const Watch &watch, bool spread) {
            return book.rows(sheet, watch, spread);
        };
        return tables;
    }
    for (const ArchiveEntry &entry : lists)
        tables.m_names.push_back(entry.name);
    tables.m_open = [archive = archive.value(), lists, what, form = input.form](
                        qsizetype table, const Watch &watch, bool) -> base::Result<std::unique_ptr<RowSource>> {
        auto entry = Archive::openEntry(archive, lists.at(size_t(table)));
        if (!entry)
            return entry.error();
        return delimitedRows(std::move(entry).value(), lists.at(size_t(table)).declared, what, watch, {}, form);
    };
    return tables;
}

base::Result<std::unique_ptr<RowSource>> Tables::rows(qsizetype table, const Watch &watch, bool spread) const
{
    return m_open(table, watch, spread);
}

} // namespace imports
