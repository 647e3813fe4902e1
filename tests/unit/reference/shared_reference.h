// The real reference data, loaded once for all tests of this room, and helpers to damage a copy of it.
#pragma once

#include "reference/reference.h"

#include <QTemporaryDir>

namespace test
{

[[nodiscard]] QString referenceFolder();
[[nodiscard]] QString communesFile();
[[nodiscard]] const reference::Reference &theReference();
[[nodiscard]] const reference::Communes &theCommunes();

// A temporary copy of the whole folder; one file of it can be changed.
class Copy
{
public:
    Copy();
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    // Replaces the first `before` of the file; false when it is not in it.
    bool change(const QString &file, const QString &before, const QString &after);
    void write(const QString &file, const QByteArray &bytes);
    void remove(const QString &file);

private:
    QTemporaryDir m_folder;
};

} // namespace test
