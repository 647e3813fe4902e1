#include "process.h"

#include <QFile>
#include <QProcess>

using namespace Qt::Literals::StringLiterals;

Shell::Shell() : m_environment(QProcessEnvironment::systemEnvironment())
{
    REQUIRE(m_folder.isValid());
    for (const QString &name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s, u"SOURCE_DATE_EPOCH"_s,
                                u"ATELIER_DONNEES"_s, u"XDG_RUNTIME_DIR"_s})
        m_environment.remove(name);
    m_environment.insert(u"HOME"_s, m_folder.filePath(u"maison"_s));
    m_environment.insert(u"XDG_DATA_HOME"_s, m_folder.filePath(u"maison/donnees"_s));
    m_environment.insert(u"LC_ALL"_s, u"C"_s);
}

Ran Shell::cpts(const QStringList &words) const
{
    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.setWorkingDirectory(m_folder.path());
    process.start(QStringLiteral(CPTS_PROGRAM), words);
    Ran ran;
    if (!process.waitForFinished(120'000) || process.exitStatus() != QProcess::NormalExit)
        return ran;
    ran.code = process.exitCode();
    ran.out = QString::fromUtf8(process.readAllStandardOutput());
    ran.err = QString::fromUtf8(process.readAllStandardError());
    return ran;
}

Ran Shell::well(const QStringList &words) const
{
    const Ran ran = cpts(words);
    INFO(words.join(u' ').toStdString() << "\n" << ran.err.toStdString());
    REQUIRE(ran.code == 0);
    return ran;
}

void Shell::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(path(name));
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
}

QByteArray Shell::read(const QString &name) const
{
    QFile file(path(name));
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

nlohmann::ordered_json parsed(const QString &json)
{
    auto value = nlohmann::ordered_json::parse(json.toStdString(), nullptr, false);
    REQUIRE_FALSE(value.is_discarded());
    return value;
}

bool isFrench(const QString &text)
{
    for (const QString &word : {u"unknown"_s, u"missing"_s, u"unexpected"_s, u"usage:"_s, u"options:"_s, u"error"_s,
                                u"not found"_s, u"display"_s, u"warning"_s, u"file "_s, u"default"_s, u"qt."_s})
        if (text.contains(word, Qt::CaseInsensitive))
            return false;
    return true;
}
