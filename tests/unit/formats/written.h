// Documents written with the shipped references, and their text read back from the XML: for the tests of both formats.
#pragma once

#include "docx_samples.h"
#include "formats/xmltree.h"

namespace written
{

// The whole file; the test fails when it is refused.
[[nodiscard]] QByteArray docx(const report::Document &document);
[[nodiscard]] QByteArray odt(const report::Document &document);
// word/document.xml and content.xml.
[[nodiscard]] QString docxBody(const report::Document &document);
[[nodiscard]] QString odtContent(const report::Document &document);
// The same as trees; the test fails when they are not XML.
[[nodiscard]] formats::XmlNode docxTree(const report::Document &document);
[[nodiscard]] formats::XmlNode odtTree(const report::Document &document);

// Every word shown, in order.
[[nodiscard]] QStringList docxWords(const QString &body);
[[nodiscard]] QStringList odtWords(const QString &content);
// The characters shown, nothing between them.
[[nodiscard]] QString docxText(const formats::XmlNode &root);
[[nodiscard]] QString odtText(const formats::XmlNode &root);

// All the elements of that local name, in order.
[[nodiscard]] std::vector<const formats::XmlNode *> all(const formats::XmlNode &root, const QString &localName);
std::vector<const formats::XmlNode *> all(const formats::XmlNode &&root, const QString &localName) = delete;
[[nodiscard]] int count(const formats::XmlNode &root, const QString &localName);

// A document of these blocks alone.
[[nodiscard]] report::Document documentOf(std::vector<report::Block> blocks);
[[nodiscard]] report::Paragraph item(const QString &content, int level, bool numbered = false);

} // namespace written
