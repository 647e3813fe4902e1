// The programs of others that tests ask. Without one a test says so and goes on; with ATELIER_COMPLET=1 it fails.
#pragma once

#include "support/catch.h"

#include <optional>
#include <QFileInfo>
#include <QStandardPaths>

namespace support
{

// The path told for the program of that name. Nothing when it is absent: the test has then said so, or has failed.
inline std::optional<QString> programAt(const QString &path, const QString &name)
{
    if (!path.isEmpty() && QFileInfo(path).isExecutable())
        return path;
    if (qEnvironmentVariable("ATELIER_COMPLET") == u"1")
        FAIL("outil manquant : " << name.toStdString());
    WARN("outil absent : " << name.toStdString());
    return std::nullopt;
}

inline std::optional<QString> program(const QString &name)
{
    return programAt(QStandardPaths::findExecutable(name), name);
}

} // namespace support
