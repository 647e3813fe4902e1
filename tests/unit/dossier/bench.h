// A folder of its own for each test: the user's files on one side, the program's local data on the other.
#pragma once

#include "domain/champ.h"
#include "dossier/dossier.h"
#include "store/container.h"
#include "store/file_operations.h"
#include "support/catch.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

namespace testing
{

using namespace Qt::Literals::StringLiterals;
using dossier::Dossier;
using Mode = dossier::Dossier::Mode;

struct Bench {
    Bench()
    {
        QDir().mkpath(user());
        QDir().mkpath(data());
        options.dataFolder = data();
    }

    [[nodiscard]] QString user() const { return folder.path() + u"/Documents"_s; }
    [[nodiscard]] QString data() const { return folder.path() + u"/local"_s; }
    [[nodiscard]] QString file(const QString &name = u"vallée.cpts"_s) const { return user() + u'/' + name; }

    [[nodiscard]] std::unique_ptr<Dossier> create(const QString &name = u"Vallée"_s)
    {
        auto made = Dossier::create(file(), domain::nouveauProjet(name, u"paca-2022"_s, u"2026"_s, QDate(2026, 11, 23)),
                                    clock, false, options);
        INFO((made ? QString() : made.error().message + made.error().detail).toStdString());
        REQUIRE(made.ok());
        return std::move(made.value());
    }
    [[nodiscard]] std::unique_ptr<Dossier> open(Mode mode = Mode::Edit) { return open(file(), mode); }
    [[nodiscard]] std::unique_ptr<Dossier> open(const QString &path, Mode mode = Mode::Edit)
    {
        auto opened = Dossier::open(path, mode, clock, options);
        INFO((opened ? QString() : opened.error().message + opened.error().detail).toStdString());
        REQUIRE(opened.ok());
        return std::move(opened.value());
    }

    QTemporaryDir folder;
    base::FixedClock clock{QDateTime(QDate(2026, 11, 23), QTime(14, 32))};
    dossier::Options options;
};

// "structure.nom" = value.
inline base::Result<void> set(Dossier &dossier, const QString &champ, const domain::Value &value,
                              const QString &mergeKey = {})
{
    const auto parsed = domain::parseChamp(champ);
    REQUIRE(parsed);
    return dossier.edit(u"Modifier "_s + champ, domain::settingChamp(dossier.projet(), *parsed, value), mergeKey);
}

inline QString textOf(const Dossier &dossier, const QString &champ)
{
    const auto value = domain::valueOf(dossier.projet(), *domain::parseChamp(champ));
    const auto *text = std::get_if<QString>(&value);
    return text ? *text : QString();
}

// What is left of a session that died: its local data folder, copied while it was open.
inline void copyFolder(const QString &from, const QString &to)
{
    QDir().mkpath(to);
    for (const QFileInfo &each : QDir(from).entryInfoList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden)) {
        if (each.isDir())
            copyFolder(each.filePath(), to + u'/' + each.fileName());
        else
            REQUIRE(QFile::copy(each.filePath(), to + u'/' + each.fileName()));
    }
}

// Everything in a folder but what is hidden and ours to remove.
inline QStringList filesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::Files | QDir::Hidden, QDir::Name);
}

// Dies without publishing what was edited: what remains is in bench.options.dataFolder.
inline void die(Bench &bench, std::unique_ptr<Dossier> dossier)
{
    REQUIRE(dossier->secure().ok());
    const QString remains = bench.folder.path() + u"/restes"_s;
    copyFolder(bench.options.dataFolder, remains);
    QFile file(bench.file());
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    file.close();
    const QString lock = remains + u"/copies/"_s + dossier->id().toString() + u"/verrou"_s;
    dossier.reset();
    REQUIRE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    REQUIRE(file.write(bytes) == bytes.size());
    file.close();
    QFile::remove(lock);
    bench.options.dataFolder = remains;
}

inline void dieWhileEditing(Bench &bench, std::unique_ptr<Dossier> dossier, const QString &champ, const QString &value)
{
    REQUIRE(set(*dossier, champ, value).ok());
    die(bench, std::move(dossier));
}

} // namespace testing
