#include "formats/odt_reference.h"

#include "formats/reference_file.h"

#include <algorithm>
#include <QRegularExpression>

namespace formats
{

using namespace Qt::Literals::StringLiterals;

namespace
{

const QString mediaType = u"application/vnd.oasis.opendocument.text"_s;

// "Heading_20_1" -> "Heading 1": what a style without a display name is called.
QString decoded(const QString &name)
{
    static const QRegularExpression escape(u"_([0-9a-fA-F]{1,4})_"_s);
    QString out;
    qsizetype from = 0;
    for (auto matches = escape.globalMatch(name); matches.hasNext();) {
        const auto match = matches.next();
        out += name.mid(from, match.capturedStart() - from) + QChar(match.captured(1).toUShort(nullptr, 16));
        from = match.capturedEnd();
    }
    return out + name.mid(from);
}

// A length of ODF in mm; 0 when it is not one.
double millimetres(const QString &length)
{
    static const std::pair<QString, double> units[] = {
        {u"cm"_s, 10}, {u"mm"_s, 1}, {u"in"_s, 25.4}, {u"pt"_s, 25.4 / 72}, {u"pc"_s, 25.4 / 6}};
    for (const auto &[unit, factor] : units)
        if (length.endsWith(unit))
            return length.chopped(unit.size()).toDouble() * factor;
    return 0;
}

// Reads one reference; each step leaves an error in `failure()` and returns false.
class Reader : private ReferenceFile
{
public:
    Reader(const QString &path, const report::Document &document) : ReferenceFile(path), m_document(document) {}
    base::Result<OdtReference> read();

private:
    bool takePictures();
    bool readNames();
    bool readPage();
    bool readSampleTable();
    void fillFields();
    void recallHeading();

    const report::Document &m_document;
    OdtReference m_out;
};

bool Reader::takePictures()
{
    QString elsewhere;
    forEachElement(m_out.styles, [this, &elsewhere](const XmlNode &node) {
        const QString target = node.attribute(u"href");
        if (target.isEmpty() || node.localName == u"a")
            return;
        if (m_parts.contains(target) && target.startsWith(u"Pictures/"))
            m_out.files[target] = m_parts[target];
        else
            elsewhere = target;
    });
    return elsewhere.isEmpty() || fail(u"contient une image ou un objet lié à un autre fichier"_s, elsewhere);
}

void Reader::fillFields()
{
    const auto fields = odtHeaderFields(m_document);
    forEachElement(m_out.styles, [&fields](XmlNode &node) {
        if (node.localName != u"user-defined")
            return;
        for (const auto &[name, text] : fields)
            if (node.attribute(u"name") == name) {
                node.children.assign(1, {});
                node.children.front().text = xmlSafe(text);
            }
    });
}

// Under the name of the CPTS, the heading the page is under.
void Reader::recallHeading()
{
    if (m_document.runningLevel == 0)
        return;
    forEachElement(m_out.styles, [this](XmlNode &node) {
        if (node.localName != u"header" || node.children.empty())
            return;
        const auto named = [](const XmlNode &paragraph) {
            bool found = false;
            forEachElement(paragraph, [&found](const XmlNode &each) {
                found = found || (each.localName == u"user-defined" && each.attribute(u"name") == u"atelier-entete");
            });
            return found;
        };
        const auto at = std::find_if(node.children.begin(), node.children.end(), named);
        if (at == node.children.end())
            return;
        XmlNode paragraph = *at;
        paragraph.children.clear();
        XmlNode &chapter = paragraph.append(u"chapter"_s);
        chapter.addAttribute(u"display"_s, u"name"_s);
        chapter.addAttribute(u"outline-level"_s, QString::number(m_document.runningLevel));
        node.children.insert(at + 1, std::move(paragraph));
    });
}

bool Reader::readNames()
{
    const XmlNode *common = m_out.styles.child(u"styles");
    if (!common)
        return fail(u"n’a pas de styles"_s, u"office:styles"_s);
    std::map<QString, const XmlNode *> byName;
    for (const auto &style : common->children) {
        const QString display = style.attribute(u"display-name");
        const QString name = display.isEmpty() ? decoded(style.attribute(u"name")) : display;
        byName.emplace(style.attribute(u"family") + u'/' + name.toLower(), &style);
    }
    const auto find = [&byName](const QString &key) {
        const auto found = byName.find(key.toLower());
        return found == byName.end() ? nullptr : found->second;
    };
    QStringList missing;
    for (size_t i = 0; i < size_t(Look::Count); ++i) {
        const QString &name = lookName(Look(i)).writer;
        const XmlNode *style = find(u"paragraph/"_s + name);
        if (!style) {
            missing << name;
            continue;
        }
        m_out.names[i] = style->attribute(u"name");
        const XmlNode *properties = style->child(u"paragraph-properties");
        const QString ground = properties ? properties->attribute(u"background-color") : QString();
        m_out.grounds[i] = ground == u"transparent" ? QString() : ground;
        const XmlNode *text = Look(i) == Look::Cell ? style->child(u"text-properties") : nullptr;
        m_out.cellSize = text ? text->attribute(u"font-size") : m_out.cellSize;
    }
    if (!missing.isEmpty())
        return fail(u"n’a plus le style « %1 »"_s.arg(missing.join(u" », « "_s)), missing.join(u','));
    m_out.bulletList = find(u"paragraph/"_s + lookName(Look::Bullet1).writer)->attribute(u"list-style-name");
    m_out.numberList = find(u"paragraph/"_s + lookName(Look::Number1).writer)->attribute(u"list-style-name");
    if (const XmlNode *link = find(u"text/Internet link"_s))
        m_out.linkStyle = link->attribute(u"name");
    if (const XmlNode *link = find(u"text/Index Link"_s))
        m_out.contentsLinkStyle = link->attribute(u"name");
    return true;
}

bool Reader::readPage()
{
    const XmlNode *automatic = m_out.styles.child(u"automatic-styles");
    const XmlNode *masters = m_out.styles.child(u"master-styles");
    const XmlNode *master = masters ? masters->child(u"master-page") : nullptr;
    if (!automatic || !master)
        return fail(u"n’a ni format de page ni marges"_s, u"master-page"_s);
    for (const auto &layout : automatic->children) {
        const XmlNode *page = layout.child(u"page-layout-properties");
        if (!page || layout.attribute(u"name") != master->attribute(u"page-layout-name"))
            continue;
        m_out.textWidth = millimetres(page->attribute(u"page-width")) - millimetres(page->attribute(u"margin-left")) -
                          millimetres(page->attribute(u"margin-right"));
        return m_out.textWidth > 50 ||
               fail(u"a des marges plus larges que la page"_s, QString::number(m_out.textWidth));
    }
    return fail(u"n’a ni format de page ni marges"_s, u"page-layout"_s);
}

// Writer splits the border of a cell into sides and leaves some to the neighbour: the first one drawn counts.
bool Reader::readSampleTable()
{
    XmlNode content;
    if (!parse(u"content.xml"_s, content))
        return false;
    const XmlNode *automatic = content.child(u"automatic-styles");
    if (!automatic)
        return true;
    for (const auto &style : automatic->children) {
        const XmlNode *cell = style.child(u"table-cell-properties");
        if (!cell)
            continue;
        for (QStringView side : {u"border", u"border-top", u"border-left", u"border-bottom"}) {
            const QString border = cell->attribute(side);
            if (border.isEmpty() || border == u"none")
                continue;
            m_out.cellBorder = border;
            for (const auto &attribute : cell->attributes)
                if (attribute.localName.startsWith(u"padding"))
                    m_out.cellPadding += u" fo:%1=\"%2\""_s.arg(attribute.localName, attribute.value.toHtmlEscaped());
            return true;
        }
    }
    return true;
}

base::Result<OdtReference> Reader::read()
{
    if (!open())
        return failure();
    const auto type = m_parts.find(u"mimetype"_s);
    if (type == m_parts.end() || !QString::fromLatin1(type->second).startsWith(mediaType)) {
        fail(u"n’est pas un texte OpenDocument"_s, u"mimetype"_s);
        return failure();
    }
    if (!parse(u"styles.xml"_s, m_out.styles) || !takePictures() || !readNames() || !readPage() || !readSampleTable())
        return failure();
    fillFields();
    recallHeading();
    return std::move(m_out);
}

} // namespace

std::vector<std::pair<QString, QString>> odtHeaderFields(const report::Document &document)
{
    return {{u"atelier-entete"_s, document.header},
            {u"atelier-pied"_s, document.footer},
            {u"atelier-titre"_s, document.title}};
}

base::Result<OdtReference> readOdtReference(const QString &path, const report::Document &document)
{
    return Reader(path, document).read();
}

} // namespace formats
