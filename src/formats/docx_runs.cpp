// What stands in a line of a Word document: text, links, check boxes, content controls.
#include "formats/docx_body.h"
#include "formats/fieldtag.h"

namespace formats
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int maximumAliasLength = 64;
const QString boxFont = u"MS Gothic"_s; // the font Word itself uses for ☐ and ☒

// A field can be a plain-text control when it has no link and no look of its own: LibreOffice forgets the bold of a
// plain-text control.
bool isPlain(const std::vector<report::Run> &runs, size_t first, size_t last)
{
    for (size_t i = first; i < last; ++i)
        if (runs[i].bold || runs[i].italic || !runs[i].link.isEmpty())
            return false;
    return true;
}

Properties<RunProperty> emphasis(const report::Run &run)
{
    Properties<RunProperty> properties;
    if (run.bold)
        properties.set(RunProperty::Bold).set(RunProperty::BoldComplex);
    if (run.italic)
        properties.set(RunProperty::Italic).set(RunProperty::ItalicComplex);
    return properties;
}

bool isEmptyField(const std::vector<report::Run> &runs, size_t first, size_t last)
{
    for (size_t i = first; i < last; ++i)
        if (runs[i].type != report::Run::Type::Blank && !runs[i].text.isEmpty())
            return false;
    return true;
}

} // namespace

void DocxBody::writeRuns(const std::vector<Run> &runs)
{
    const std::vector<int> tabs = blankTabs(runs);
    for (size_t i = 0; i < runs.size();) {
        if (runs[i].type == Run::Type::CheckBox) {
            writeCheckBox(runs[i++]);
            continue;
        }
        size_t end = i + 1; // runs of one field make one control
        while (end < runs.size() && runs[end].type != Run::Type::CheckBox && runs[end].field == runs[i].field &&
               !runs[i].field.isEmpty())
            ++end;
        if (shortTag(runs[i].field))
            writeField(runs, tabs, i, end);
        else
            for (size_t each = i; each < end; ++each)
                writeRun(runs[each], tabs[each]);
        i = end;
    }
}

void DocxBody::startControl(Properties<ControlProperty> &properties, const Run &run)
{
    if (!run.label.isEmpty())
        properties.setValue(ControlProperty::Alias, xmlSafe(run.label).left(maximumAliasLength));
    if (const auto tag = shortTag(run.field))
        properties.setValue(ControlProperty::Tag, *tag);
    properties.setValue(ControlProperty::Id, QString::number(++m_controls));
    m_writer.writeStartElement(u"w:sdt"_s);
    properties.write(m_writer);
    m_writer.writeStartElement(u"w:sdtContent"_s);
}

void DocxBody::endControl()
{
    m_writer.writeEndElement();
    m_writer.writeEndElement();
}

void DocxBody::writeField(const std::vector<Run> &runs, const std::vector<int> &tabs, size_t first, size_t last)
{
    const bool empty = isEmptyField(runs, first, last);
    Properties<ControlProperty> properties;
    if (empty)
        properties.set(ControlProperty::Placeholder);
    if (isPlain(runs, first, last))
        properties.set(ControlProperty::Text, {{u"w:multiLine"_s, u"1"_s}});
    startControl(properties, runs[first]);
    for (size_t i = first; i < last; ++i)
        writeRun(runs[i], tabs[i], empty);
    endControl();
}

void DocxBody::writeCheckBox(const Run &run)
{
    const auto state = [](const QString &name, const QString &code) {
        return element(name, {{u"w14:val"_s, code}, {u"w14:font"_s, boxFont}});
    };
    Properties<ControlProperty> properties;
    properties.set(ControlProperty::CheckBox, {},
                   {element(u"w14:checked"_s, {{u"w14:val"_s, run.checked ? u"1"_s : u"0"_s}}),
                    state(u"w14:checkedState"_s, u"2612"_s), state(u"w14:uncheckedState"_s, u"2610"_s)});
    startControl(properties, run);
    m_writer.writeStartElement(u"w:r"_s);
    Properties<RunProperty>()
        .set(RunProperty::Fonts, {{u"w:hint"_s, u"eastAsia"_s},
                                  {u"w:ascii"_s, boxFont},
                                  {u"w:hAnsi"_s, boxFont},
                                  {u"w:eastAsia"_s, boxFont}})
        .write(m_writer);
    writeText(run.checked ? u"☒"_s : u"☐"_s);
    m_writer.writeEndElement();
    endControl();
}

void DocxBody::writeRun(const Run &run, int tabs, bool placeholder)
{
    const QString url = allowedLink(run.link);
    if (!url.isEmpty()) {
        m_writer.writeStartElement(u"w:hyperlink"_s);
        m_writer.writeAttribute(u"r:id"_s, linkIdentifier(url));
        m_writer.writeAttribute(u"w:history"_s, u"1"_s);
    }
    m_writer.writeStartElement(u"w:r"_s);
    Properties<RunProperty> properties = emphasis(run);
    if (!m_size.isEmpty())
        properties.setValue(RunProperty::Size, m_size).setValue(RunProperty::SizeComplex, m_size);
    const QString &style = placeholder     ? m_reference.placeholderStyle
                           : url.isEmpty() ? QString()
                                           : m_reference.linkStyle;
    if (!style.isEmpty())
        properties.setValue(RunProperty::Style, style);
    properties.write(m_writer);
    if (run.type == Run::Type::LineBreak)
        m_writer.writeEmptyElement(u"w:br"_s);
    else if (placeholder && run.type == Run::Type::Text)
        writeText(QString(8, QChar::Nbsp)); // room to click: an empty control can't be seen
    else
        writeText(run.text);
    for (int i = 0; i < tabs; ++i)
        m_writer.writeEmptyElement(u"w:tab"_s);
    m_writer.writeEndElement();
    if (!url.isEmpty())
        m_writer.writeEndElement();
}

// Line feeds and tabs are elements in Word.
void DocxBody::writeText(const QString &text)
{
    const QString safe = xmlSafe(text);
    qsizetype from = 0;
    const auto writeUpTo = [this, &safe, &from](qsizetype to) {
        if (to > from) {
            m_writer.writeStartElement(u"w:t"_s);
            m_writer.writeAttribute(u"xml:space"_s, u"preserve"_s);
            m_writer.writeCharacters(safe.mid(from, to - from));
            m_writer.writeEndElement();
        }
        from = to + 1;
    };
    for (qsizetype i = 0; i < safe.size(); ++i) {
        if (safe[i] != u'\n' && safe[i] != u'\t')
            continue;
        writeUpTo(i);
        m_writer.writeEmptyElement(safe[i] == u'\n' ? u"w:br"_s : u"w:tab"_s);
    }
    writeUpTo(safe.size());
}

QString DocxBody::linkIdentifier(const QString &url)
{
    for (const auto &[identifier, known] : m_links)
        if (known == url)
            return identifier;
    const QString identifier = u"lien%1"_s.arg(m_links.size() + 1);
    m_links.emplace(identifier, url);
    return identifier;
}

} // namespace formats
