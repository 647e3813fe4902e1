// The real program, run as a shell would: its own process, no display, its own home.
#pragma once

#include "support/catch.h"

#include <nlohmann/json.hpp>
#include <QProcessEnvironment>
#include <QStringList>
#include <QTemporaryDir>

struct Ran {
    int code = -1; // -1: did not start, or crashed
    QString out;
    QString err;
};

// A home and a working folder that go away with the test.
class Shell
{
public:
    Shell();
    [[nodiscard]] Ran cpts(const QStringList &words) const;
    // The same, which must end well.
    Ran well(const QStringList &words) const;
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    void write(const QString &name, const QByteArray &bytes) const;
    [[nodiscard]] QByteArray read(const QString &name) const;
    void setVariable(const QString &name, const QString &value) { m_environment.insert(name, value); }

private:
    QTemporaryDir m_folder;
    QProcessEnvironment m_environment;
};

[[nodiscard]] nlohmann::ordered_json parsed(const QString &json);
// True when nothing in the text is in English.
[[nodiscard]] bool isFrench(const QString &text);
