#include "outside.h"

#include "docx_samples.h"
#include "support/tools.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace outside
{

namespace
{

// What a program writes on its standard output; empty when it does not end.
QByteArray run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::SeparateChannels);
    process.start(program, arguments);
    if (!process.waitForFinished(240000)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    return process.readAllStandardOutput();
}

} // namespace

std::optional<QString> validator()
{
    return support::programAt(qEnvironmentVariable("ATELIER_OOXML_VALIDATOR"), u"ATELIER_OOXML_VALIDATOR"_s);
}

const QStringList &officeVersions()
{
    static const QStringList all{u"Office2010"_s, u"Office2013"_s, u"Office2016"_s,
                                 u"Office2019"_s, u"Office2021"_s, u"Microsoft365"_s};
    return all;
}

QString validationErrors(const QString &validator, const QString &file, const QString &version)
{
    // The npm launcher wants the version as an option, the program it launches wants it by position.
    QByteArray answer = run(validator, {file, version});
    if (QJsonDocument::fromJson(answer).isNull())
        answer = run(validator, {file, u"--officeVersion"_s, version});
    const QJsonObject result = QJsonDocument::fromJson(answer).object();
    if (!result.value(u"errors"_s).isArray())
        return u"the validator did not answer: "_s + QString::fromUtf8(answer);
    const QJsonArray errors = result.value(u"errors"_s).toArray();
    const bool valid = errors.isEmpty() && result.value(u"ok"_s).toBool();
    return valid ? QString() : QString::fromUtf8(answer);
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

QString savedAgain(const QString &soffice, const QString &path, const QString &folder)
{
    const QFileInfo file(path);
    const QString copy = folder + u"/reference."_s + file.suffix();
    return QFile::copy(path, copy) ? convert(soffice, copy, file.suffix()) : QString();
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
