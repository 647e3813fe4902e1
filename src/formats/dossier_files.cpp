// The files of a dossier on the disk: aside first, then each in its place.
#include "base/file.h"
#include "formats/dossier_complet.h"

#include <filesystem>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

namespace formats
{

using namespace Qt::Literals::StringLiterals;

namespace
{

base::Error unwritable(const QString &folder)
{
    return {base::ErrorCode::Unwritable,
            u"Le dossier « %1 » ne peut pas être créé. Rien n’a été écrit. Choisissez un autre endroit, "
            u"où vous avez le droit d’écrire."_s.arg(folder),
            folder};
}

// The folders that were not there go again, unless everything went well.
class MadeFolder
{
public:
    explicit MadeFolder(const QString &path) : m_path(QDir::cleanPath(QFileInfo(path).absoluteFilePath()))
    {
        for (QString each = m_path; !QFileInfo::exists(each); each = QFileInfo(each).path())
            m_made << each;
    }
    ~MadeFolder()
    {
        for (const QString &each : m_made)
            QDir().rmdir(each); // only when it is empty
    }
    MadeFolder(const MadeFolder &) = delete;
    MadeFolder &operator=(const MadeFolder &) = delete;

    [[nodiscard]] bool make() const { return QDir().mkpath(m_path); }
    void keep() { m_made.clear(); }

private:
    QString m_path;
    QStringList m_made; // the deepest first
};

bool place(const QString &from, const QString &to)
{
    QDir().mkpath(QFileInfo(to).path());
    std::error_code failed;
    std::filesystem::rename(QFile::encodeName(from).toStdString(), QFile::encodeName(to).toStdString(), failed);
    return !failed;
}

} // namespace

base::Result<void> writeDossier(const std::vector<DossierFile> &files, const QString &folder,
                                const std::function<bool()> &cancelled)
{
    MadeFolder made(folder);
    if (!made.make())
        return unwritable(folder);
    const QTemporaryDir aside(folder + u"/.dossier-XXXXXX"_s);
    if (!aside.isValid())
        return unwritable(folder);
    for (const DossierFile &file : files) {
        if (cancelled && cancelled())
            return base::Error{base::ErrorCode::Cancelled, u"Le dossier n’a pas été écrit : rien n’a changé."_s,
                               folder};
        const QString path = aside.filePath(file.name);
        QDir().mkpath(QFileInfo(path).path()); // when that fails, writing says why
        if (const auto written = base::writeFile(path, file.bytes); !written)
            return written.error();
    }
    for (const DossierFile &file : files) // before the first takes its place
        if (QFileInfo(QDir(folder).filePath(file.name)).isDir())
            return unwritable(QDir(folder).filePath(file.name));
    for (const DossierFile &file : files)
        if (!place(aside.filePath(file.name), QDir(folder).filePath(file.name)))
            return unwritable(QDir(folder).filePath(file.name));
    made.keep();
    return {};
}

} // namespace formats
