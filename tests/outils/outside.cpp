#include "outside.h"

#include "docx_samples.h"
#include "support/catch.h"

#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace outside
{

namespace
{

std::optional<QString> told(const QString &path, const QString &name)
{
    if (!path.isEmpty() && QFileInfo(path).isExecutable())
        return path;
    if (qEnvironmentVariable("ATELIER_COMPLET") == u"1")
        FAIL("outil manquant : " << name.toStdString());
    WARN("outil absent : " << name.toStdString());
    return std::nullopt;
}

} // namespace

std::optional<QString> validator()
{
    return told(qEnvironmentVariable("ATELIER_OOXML_VALIDATOR"), u"ATELIER_OOXML_VALIDATOR"_s);
}

std::optional<QString> program(const QString &name)
{
    return told(QStandardPaths::findExecutable(name), name);
}

Run run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::SeparateChannels);
    process.start(program, arguments);
    if (!process.waitForFinished(240000)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    return {process.exitCode(), process.readAllStandardOutput()};
}

QString convert(const QString &soffice, const QString &path, const QString &format)
{
    const QFileInfo file(path);
    const QString folder = file.absolutePath();
    // A profile of its own: a LibreOffice that is already open would take the order and answer nothing.
    const QString profile = u"-env:UserInstallation="_s + QUrl::fromLocalFile(folder + u"/profil"_s).toString();
    const QString filter = format == u"txt" ? u"txt:Text (encoded):UTF8"_s : format;
    (void)run(soffice,
              {profile, u"--headless"_s, u"--convert-to"_s, filter, u"--outdir"_s, folder + u"/sortie"_s, path});
    const QString made = folder + u"/sortie/"_s + file.completeBaseName() + u'.' + format;
    return QFileInfo::exists(made) ? made : QString();
}

QString firstLostWord(const QStringList &words, const QString &found)
{
    const QString all = samples::words(found).join(QString());
    qsizetype from = 0;
    for (const auto &word : words) {
        const qsizetype at = all.indexOf(word, from);
        if (at < 0)
            return word;
        from = at + word.size();
    }
    return {};
}

} // namespace outside
