// The reference file of either format, read as data from anybody: its parts, and what is said when one is wrong.
#pragma once

#include "formats/xmltree.h"

#include <map>

namespace formats
{

class ReferenceFile
{
public:
    explicit ReferenceFile(const QString &path) : m_path(path) {}

protected:
    // Each leaves a French sentence that names the file in failure() and returns false. `detail` goes to the log.
    bool fail(const QString &what, const QString &detail);
    bool open();
    bool parse(const QString &part, XmlNode &root);
    [[nodiscard]] const base::Error &failure() const { return m_failure; }

    std::map<QString, QByteArray> m_parts; // by path, once open

private:
    bool fail(base::ErrorCode code, const QString &what, const QString &detail);

    QString m_path;
    base::Error m_failure;
};

} // namespace formats
