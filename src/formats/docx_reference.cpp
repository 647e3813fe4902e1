#include "formats/docx_reference.h"

#include "formats/reference_file.h"

#include <algorithm>
#include <QDir>
#include <QSet>
#include <set>

namespace formats
{

using namespace Qt::Literals::StringLiterals;

namespace
{

const QString wordUri = u"http://schemas.openxmlformats.org/wordprocessingml/2006/main"_s;
const QString relationshipUri = u"http://schemas.openxmlformats.org/officeDocument/2006/relationships"_s;
constexpr double twipsPerMm = 1440 / 25.4;

// What a control of the header or footer is filled with.
struct HeaderControl {
    QString tag;
    QString title;
    QString text;
};

std::vector<HeaderControl> headerControls(const report::Document &document)
{
    return {{u"atelier-entete"_s, u"Nom de la CPTS"_s, document.header},
            {u"atelier-pied"_s, u"Document et version"_s, document.footer},
            {u"atelier-titre"_s, u"Titre du document"_s, document.title}};
}

// Reads one reference; each step leaves an error in `failure()` and returns false.
class Reader : private ReferenceFile
{
public:
    Reader(const QString &path, const report::Document &document)
        : ReferenceFile(path), m_controls(headerControls(document)), m_runningLevel(document.runningLevel)
    {
    }
    base::Result<DocxReference> read();

private:
    bool findDocument();
    bool readContentTypes();
    bool readRelationships(const QString &part, std::vector<Relationship> &out);
    bool takeParts();
    bool takePart(const Relationship &relationship);
    bool takeRelationships(const QString &part, const XmlNode *root, std::vector<Relationship> &kept);
    bool readSection();
    bool readStyles();
    bool readNumbering(const QString &styleNumbering, const QString &bullets);
    void cleanSettings(XmlNode &root) const;
    void fillControls(XmlNode &root) const;
    void recallHeading(XmlNode &root) const;
    [[nodiscard]] QString resolve(const QString &from, const QString &target) const;
    [[nodiscard]] QString partOfType(const QString &type) const;

    std::vector<HeaderControl> m_controls;
    int m_runningLevel;
    std::map<QString, QString> m_defaults;
    std::map<QString, QString> m_overrides;
    DocxReference m_out;
};

QString kindOf(const Relationship &relationship)
{
    return relationship.type.section(u'/', -1);
}

QString relationshipsPath(const QString &part)
{
    const qsizetype slash = part.lastIndexOf(u'/');
    return part.left(slash + 1) + u"_rels/"_s + part.mid(slash + 1) + u".rels"_s;
}

QString Reader::resolve(const QString &from, const QString &target) const
{
    if (target.startsWith(u'/'))
        return target.mid(1);
    return QDir::cleanPath(from.left(from.lastIndexOf(u'/') + 1) + target);
}

bool Reader::readRelationships(const QString &part, std::vector<Relationship> &out)
{
    const QString path = relationshipsPath(part);
    if (!m_parts.contains(path))
        return true;
    XmlNode root;
    if (!parse(path, root))
        return false;
    for (const auto &node : root.children)
        if (node.localName == u"Relationship")
            out.push_back({node.attribute(u"Id"), node.attribute(u"Type"), node.attribute(u"Target"),
                           node.attribute(u"TargetMode") == u"External"});
    return true;
}

bool Reader::findDocument()
{
    std::vector<Relationship> package;
    if (!readRelationships(QString(), package))
        return false;
    for (const auto &relationship : package)
        if (kindOf(relationship) == u"officeDocument" && !relationship.external)
            m_out.documentPath = resolve(QString(), relationship.target);
    if (!m_parts.contains(m_out.documentPath))
        return fail(u"n’est pas un document Word"_s, m_out.documentPath);
    return true;
}

bool Reader::readContentTypes()
{
    XmlNode root;
    if (!parse(u"[Content_Types].xml"_s, root))
        return false;
    for (const auto &node : root.children) {
        if (node.localName == u"Default")
            m_defaults[node.attribute(u"Extension").toLower()] = node.attribute(u"ContentType");
        else if (node.localName == u"Override")
            m_overrides[node.attribute(u"PartName").mid(1)] = node.attribute(u"ContentType");
    }
    return true;
}

// Settings must not reach for another file, ask a question or start a mailing.
void Reader::cleanSettings(XmlNode &root) const
{
    static const QSet<QString> unwanted{u"attachedTemplate"_s, u"updateFields"_s, u"mailMerge"_s,
                                        u"saveThroughXslt"_s,  u"linkStyles"_s,   u"attachedSchema"_s,
                                        u"trackRevisions"_s};
    std::erase_if(root.children, [](const XmlNode &node) { return unwanted.contains(node.localName); });
}

// LibreOffice writes the alignment of list labels in words that Word's schema does not have there.
void repairNumbering(XmlNode &root)
{
    forEachElement(root, [](XmlNode &node) {
        if (node.localName != u"lvlJc")
            return;
        if (node.attribute(u"val") == u"start")
            node.setAttribute(u"val", u"left"_s);
        else if (node.attribute(u"val") == u"end")
            node.setAttribute(u"val", u"right"_s);
    });
}

// Keeps the first run's look, replaces its text.
bool fillFirstRun(XmlNode &content, const QString &text)
{
    bool filled = false;
    for (auto child = content.children.begin(); child != content.children.end();) {
        if (child->is(wordUri, u"r")) {
            if (filled) {
                child = content.children.erase(child);
                continue;
            }
            std::erase_if(child->children, [](const XmlNode &node) { return node.localName != u"rPr"; });
            XmlNode &t = child->append(u"t"_s);
            t.attributes.push_back({u"xml:space"_s, {}, u"space"_s, u"preserve"_s});
            t.children.push_back({});
            t.children.back().text = xmlSafe(text);
            filled = true;
        } else if (!filled) {
            filled = fillFirstRun(*child, text);
        }
        ++child;
    }
    return filled;
}

void fillControl(XmlNode &control, const QString &text)
{
    XmlNode *properties = control.child(u"sdtPr");
    XmlNode *content = control.child(u"sdtContent");
    if (!properties || !content)
        return;
    std::erase_if(properties->children, [](const XmlNode &node) {
        return node.localName == u"showingPlcHdr" || node.localName == u"dataBinding" ||
               node.localName == u"placeholder";
    });
    if (fillFirstRun(*content, text))
        return;
    XmlNode *paragraph = content->child(u"p");
    (paragraph ? *paragraph : *content).append(u"r"_s);
    fillFirstRun(*content, text);
}

void Reader::fillControls(XmlNode &root) const
{
    forEachElement(root, [this](XmlNode &node) {
        const XmlNode *properties = node.is(wordUri, u"sdt") ? node.child(u"sdtPr") : nullptr;
        if (!properties)
            return;
        const XmlNode *tag = properties->child(u"tag");
        const XmlNode *title = properties->child(u"alias");
        for (const auto &control : m_controls)
            if ((tag && tag->attribute(u"val") == control.tag) ||
                (title && title->attribute(u"val") == control.title)) {
                fillControl(node, control.text);
                return;
            }
    });
}

// Under the name of the CPTS, the heading the page is under: Word looks it up itself. What does not know the field
// shows nothing.
void Reader::recallHeading(XmlNode &root) const
{
    const auto named = [](const XmlNode &paragraph) {
        const QString name = u"atelier-entete"_s;
        bool found = false;
        forEachElement(paragraph, [&](const XmlNode &node) {
            found = found || (node.is(wordUri, u"tag") && node.attribute(u"val") == name);
        });
        return found;
    };
    const auto at = std::find_if(root.children.begin(), root.children.end(),
                                 [&](const XmlNode &node) { return node.is(wordUri, u"p") && named(node); });
    if (m_runningLevel == 0 || at == root.children.end())
        return;
    XmlNode paragraph = *at;
    std::erase_if(paragraph.children, [](const XmlNode &node) { return node.localName != u"pPr"; });
    const auto mark = [&paragraph](const QString &type) {
        paragraph.append(u"r"_s).append(u"fldChar"_s).addAttribute(u"fldCharType"_s, type);
    };
    mark(u"begin"_s);
    XmlNode &code = paragraph.append(u"r"_s).append(u"instrText"_s);
    code.children.emplace_back().text = u" STYLEREF %1 "_s.arg(m_runningLevel);
    mark(u"separate"_s);
    mark(u"end"_s);
    root.children.insert(at + 1, std::move(paragraph));
}

// Keeps images and web links; refuses a part that shows something else from elsewhere.
bool Reader::takeRelationships(const QString &part, const XmlNode *root, std::vector<Relationship> &kept)
{
    std::vector<Relationship> all;
    if (!readRelationships(part, all))
        return false;
    std::set<QString> dropped;
    for (auto &relationship : all) {
        const QString kind = kindOf(relationship);
        const bool link = relationship.external && kind == u"hyperlink" && !allowedLink(relationship.target).isEmpty();
        const QString target = resolve(part, relationship.target);
        const bool inside = !relationship.external && kind == u"image" && m_parts.contains(target);
        if (!link && !inside) {
            dropped.insert(relationship.id);
            continue;
        }
        if (inside)
            m_out.parts[target] = {m_parts[target],
                                   m_overrides.contains(target) ? m_overrides[target]
                                                                : m_defaults[target.section(u'.', -1).toLower()],
                                   {}};
        kept.push_back(std::move(relationship));
    }
    bool dangling = false;
    if (root)
        forEachElement(*root, [&dropped, &dangling](const XmlNode &node) {
            for (const auto &attribute : node.attributes)
                dangling = dangling || (attribute.uri == relationshipUri && dropped.contains(attribute.value));
        });
    return !dangling || fail(u"contient une image ou un objet lié à un autre fichier"_s, part);
}

bool Reader::takePart(const Relationship &relationship)
{
    const QString path = resolve(m_out.documentPath, relationship.target);
    XmlNode root;
    if (!parse(path, root))
        return false;
    OpcPart part;
    const QString kind = kindOf(relationship);
    if (kind == u"settings")
        cleanSettings(root);
    else if (!takeRelationships(path, &root, part.relationships))
        return false;
    if (kind == u"numbering")
        repairNumbering(root);
    if (kind == u"header" || kind == u"footer")
        fillControls(root);
    if (kind == u"header")
        recallHeading(root);
    part.bytes = serializeXml(root);
    part.contentType = m_overrides.contains(path) ? m_overrides[path] : u"application/xml"_s;
    m_out.parts[path] = std::move(part);
    m_out.relationships.push_back({relationship.id, relationship.type, relationship.target, false});
    return true;
}

bool Reader::takeParts()
{
    static const QSet<QString> wanted{u"styles"_s, u"numbering"_s, u"settings"_s,  u"theme"_s,
                                      u"header"_s, u"footer"_s,    u"footnotes"_s, u"endnotes"_s};
    std::vector<Relationship> all;
    if (!readRelationships(m_out.documentPath, all))
        return false;
    for (const auto &relationship : all)
        if (!relationship.external && wanted.contains(kindOf(relationship)) && !takePart(relationship))
            return false;
    return true;
}

QString Reader::partOfType(const QString &type) const
{
    for (const auto &relationship : m_out.relationships)
        if (kindOf(relationship) == type)
            return resolve(m_out.documentPath, relationship.target);
    return {};
}

bool Reader::readSection()
{
    XmlNode root;
    if (!parse(m_out.documentPath, root))
        return false;
    const XmlNode *section = root.find({u"body", u"sectPr"});
    if (!section)
        return fail(u"n’a ni format de page ni marges"_s, u"sectPr"_s);
    m_out.section = *section;
    const auto known = [this](const QString &id) {
        return std::any_of(m_out.relationships.begin(), m_out.relationships.end(),
                           [&id](const Relationship &each) { return each.id == id; });
    };
    std::erase_if(m_out.section.children, [&known](const XmlNode &node) {
        const bool reference = node.localName == u"headerReference" || node.localName == u"footerReference";
        return node.localName == u"sectPrChange" || (reference && !known(node.attribute(u"id")));
    });
    const XmlNode *size = section->child(u"pgSz");
    const XmlNode *margins = section->child(u"pgMar");
    if (!size || !margins)
        return fail(u"n’a ni format de page ni marges"_s, u"pgSz"_s);
    const double twips = size->attribute(u"w").toDouble() - margins->attribute(u"left").toDouble() -
                         margins->attribute(u"right").toDouble() - margins->attribute(u"gutter").toDouble();
    m_out.textWidth = twips / twipsPerMm;
    return m_out.textWidth > 50 || fail(u"a des marges plus larges que la page"_s, QString::number(twips));
}

bool Reader::readStyles()
{
    XmlNode root;
    if (!parse(partOfType(u"styles"_s), root))
        return false;
    std::map<QString, const XmlNode *> byName; // "paragraph/heading 1": Writer changes the case
    for (const auto &node : root.children) {
        const XmlNode *name = node.is(wordUri, u"style") ? node.child(u"name") : nullptr;
        if (!name)
            continue;
        byName.emplace(node.attribute(u"type") + u'/' + name->attribute(u"val").toLower(), &node);
        if (const XmlNode *ground = node.find({u"pPr", u"shd"}))
            m_out.grounds[node.attribute(u"styleId")] = ground->attribute(u"fill");
    }
    const auto identifier = [&byName](const QString &key) {
        const auto found = byName.find(key.toLower());
        return found == byName.end() ? QString() : found->second->attribute(u"styleId");
    };
    QStringList missing;
    for (size_t i = 0; i < size_t(Look::Count); ++i) {
        const QString &name = lookName(Look(i)).word;
        m_out.styles[i] = identifier(u"paragraph/"_s + name);
        if (m_out.styles[i].isEmpty())
            missing << name;
    }
    m_out.tableStyle = identifier(u"table/Table Grid"_s);
    if (m_out.tableStyle.isEmpty())
        missing << u"Table Grid"_s;
    if (!missing.isEmpty())
        return fail(u"n’a plus le style « %1 »"_s.arg(missing.join(u" », « "_s)), missing.join(u','));
    const XmlNode *cell = byName.at(u"paragraph/"_s + lookName(Look::Cell).word.toLower());
    if (const XmlNode *size = cell->find({u"rPr", u"sz"}); size && size->attribute(u"val").toInt() > 0)
        m_out.cellSize = QString::number(size->attribute(u"val").toInt());
    m_out.linkStyle = identifier(u"character/Hyperlink"_s);
    m_out.placeholderStyle = identifier(u"character/Placeholder Text"_s);
    const auto listOf = [&byName](Look look) {
        const XmlNode *list =
            byName.at(u"paragraph/"_s + lookName(look).word.toLower())->find({u"pPr", u"numPr", u"numId"});
        return list ? list->attribute(u"val") : QString();
    };
    return readNumbering(listOf(Look::Number1), listOf(Look::Bullet1));
}

bool Reader::readNumbering(const QString &styleNumbering, const QString &bullets)
{
    m_out.numberingPath = partOfType(u"numbering"_s);
    XmlNode root;
    if (!parse(m_out.numberingPath, root))
        return false;
    QString abstractBullets;
    for (const auto &node : root.children) {
        const XmlNode *list = node.is(wordUri, u"num") ? node.child(u"abstractNumId") : nullptr;
        if (list && node.attribute(u"numId") == styleNumbering)
            m_out.numberedList = list->attribute(u"val");
        if (list && node.attribute(u"numId") == bullets)
            abstractBullets = list->attribute(u"val");
    }
    for (const auto &node : root.children)
        if (node.is(wordUri, u"abstractNum") && node.attribute(u"abstractNumId") == abstractBullets &&
            std::count_if(node.children.begin(), node.children.end(),
                          [](const XmlNode &each) { return each.localName == u"lvl"; }) > 2)
            m_out.bulletList = bullets;
    return !m_out.numberedList.isEmpty() || fail(u"n’a plus de liste numérotée"_s, styleNumbering);
}

base::Result<DocxReference> Reader::read()
{
    if (!open())
        return failure();
    if (!findDocument() || !readContentTypes() || !takeParts() || !readSection() || !readStyles())
        return failure();
    return std::move(m_out);
}

} // namespace

QString DocxReference::ground(Look look) const
{
    const auto found = grounds.find(style(look));
    return found == grounds.end() ? QString() : found->second;
}

base::Result<DocxReference> readDocxReference(const QString &path, const report::Document &document)
{
    return Reader(path, document).read();
}

} // namespace formats
