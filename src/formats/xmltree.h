// The parts of a reference file as trees: read with guards, changed in a few places, written back as they were.
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <vector>

namespace formats
{

// Names are kept as written, prefix included: Word refers to prefixes by name (mc:Ignorable="w14").
struct XmlAttribute {
    QString name;      // "w:val"
    QString uri;       // namespace, empty when none
    QString localName; // "val"
    QString value;
};

// An element, or a stretch of text when `name` is empty.
struct XmlNode {
    QString name;
    QString uri;
    QString localName;
    std::vector<std::pair<QString, QString>> namespaces; // prefix -> uri, declared on this element
    std::vector<XmlAttribute> attributes;
    std::vector<XmlNode> children;
    QString text;

    [[nodiscard]] bool is(QStringView namespaceUri, QStringView local) const;
    // Value of the first attribute of that local name; empty when absent.
    [[nodiscard]] QString attribute(QStringView local) const;
    void setAttribute(QStringView local, const QString &value); // an existing one
    // First child of that local name, nullptr when absent.
    [[nodiscard]] const XmlNode *child(QStringView local) const;
    [[nodiscard]] XmlNode *child(QStringView local);
    // First child reached by going down through these local names.
    [[nodiscard]] const XmlNode *find(std::initializer_list<QStringView> path) const;
    // All text below.
    [[nodiscard]] QString allText() const;
    // A new element in the namespace and prefix of this one, appended.
    XmlNode &append(const QString &local);
    void addAttribute(const QString &local, const QString &value);
};

// Calls `visit` on every element below `root`, itself included, parents first.
template <class Node, class Visit>
void forEachElement(Node &root, const Visit &visit)
{
    if (root.name.isEmpty())
        return;
    visit(root);
    for (auto &child : root.children)
        forEachElement(child, visit);
}

// Refuses a document type (entities could read other files or inflate) and more than 256 levels.
[[nodiscard]] base::Result<XmlNode> parseXml(const QByteArray &bytes);
[[nodiscard]] QByteArray serializeXml(const XmlNode &root);
// Start, content and end of one element, with no XML declaration; `inherited` are prefixes already declared around it.
[[nodiscard]] QString serializeElement(const XmlNode &element,
                                       const std::vector<std::pair<QString, QString>> &inherited);

// The text without the characters that XML 1.0 forbids (control characters, lone surrogates, U+FFFE/F). Tab and line
// feed are allowed; every other Unicode space is kept.
[[nodiscard]] QString xmlSafe(const QString &text);

} // namespace formats
