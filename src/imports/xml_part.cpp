#include "imports/xml_part.h"

namespace imports
{

using namespace Qt::Literals::StringLiterals;

XmlPart::XmlPart(std::unique_ptr<ArchiveDevice> device, const QString &what, int depth)
    : m_device(std::move(device)), m_what(what), m_xml(m_device.get()), m_deepest(depth)
{
}

void XmlPart::fail(base::ErrorCode code, const QString &detail)
{
    const QString sentence = code == base::ErrorCode::Hostile
                                 ? u"%1 a une structure anormale et a été refusé par prudence. Rien n’a été modifié. "
                                   "Vérifiez d’où il vient."_s
                                 : u"%1 est abîmé ou incomplet. Rien n’a été modifié. Demandez-en une nouvelle copie, "
                                   "ou ouvrez-le dans votre tableur et enregistrez-le de nouveau."_s;
    m_error = base::Error{code, sentence.arg(m_what), detail};
}

bool XmlPart::next()
{
    if (m_error)
        return false;
    const auto token = m_xml.readNext();
    if (m_device->fault())
        m_error = m_device->fault();
    else if (m_xml.hasError())
        fail(base::ErrorCode::Damaged, m_xml.errorString());
    else if (token == QXmlStreamReader::DTD || token == QXmlStreamReader::EntityReference)
        fail(base::ErrorCode::Hostile, u"DTD"_s);
    else if (token == QXmlStreamReader::StartElement && ++m_depth > m_deepest)
        fail(base::ErrorCode::Hostile, u"depth"_s);
    else if (token == QXmlStreamReader::EndElement)
        --m_depth;
    return !m_error && !m_xml.atEnd();
}

QString XmlPart::attribute(QLatin1StringView name) const
{
    const QXmlStreamAttributes attributes = m_xml.attributes();
    for (const QXmlStreamAttribute &each : attributes)
        if (each.name() == name)
            return each.value().toString();
    return {};
}

} // namespace imports
