// One XML part of a document that anybody may have made, pulled element by element.
#pragma once

#include "imports/archive.h"

#include <QXmlStreamReader>

namespace imports
{

// QXmlStreamReader with the bars of untrusted files: no document type (hence no entity), bounded depth.
class XmlPart
{
public:
    XmlPart(std::unique_ptr<ArchiveDevice> device, const QString &what, int depth);

    // The next start or end of an element, or text; false at the end and on error.
    [[nodiscard]] bool next();
    [[nodiscard]] const QXmlStreamReader &xml() const { return m_xml; }
    [[nodiscard]] bool starts(QLatin1StringView name) const { return m_xml.isStartElement() && m_xml.name() == name; }
    [[nodiscard]] bool ends(QLatin1StringView name) const { return m_xml.isEndElement() && m_xml.name() == name; }
    // By local name, whatever its namespace.
    [[nodiscard]] QString attribute(QLatin1StringView name) const;
    [[nodiscard]] const std::optional<base::Error> &error() const { return m_error; }

private:
    void fail(base::ErrorCode code, const QString &detail);

    std::unique_ptr<ArchiveDevice> m_device;
    QString m_what;
    QXmlStreamReader m_xml;
    int m_deepest;
    int m_depth = 0;
    std::optional<base::Error> m_error;
};

} // namespace imports
