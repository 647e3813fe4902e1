#include "formats/odt_settings.h"

#include <QString>
#include <QXmlStreamWriter>

namespace formats
{

using namespace Qt::Literals::StringLiterals;

namespace
{

struct Setting {
    const char *name;
    bool on;
};

// As Writer 7.4 has them for a text without settings, but for TableRowKeep.
constexpr Setting settings[] = {
    {"SubtractFlysAnchoredAtFlys", false},
    {"PropLineSpacingShrinksFirstLine", true},
    {"UnbreakableNumberings", false},
    {"ClippedPictures", false},
    {"TabOverMargin", false},
    {"TabsRelativeToIndent", true},
    {"UseOldNumbering", false},
    {"UseOldPrinterMetrics", false},
    {"InvertBorderSpacing", false},
    {"AddParaSpacingToTableCells", true},
    {"AddParaLineSpacingToTableCells", true},
    {"ClipAsCharacterAnchoredWriterFlyFrames", false},
    {"UseFormerTextWrapping", false},
    {"AutoFirstLineIndentDisregardLineSpace", true},
    {"AddExternalLeading", true},
    {"AddParaTableSpacing", true},
    {"AddParaTableSpacingAtStart", true},
    {"StylesNoDefault", false},
    {"OutlineLevelYieldsNumbering", false},
    {"AlignTabStopPosition", true},
    {"UseFormerLineSpacing", false},
    {"UseFormerObjectPositioning", false},
    {"SurroundTextWrapSmall", false},
    {"ConsiderTextWrapOnObjPos", false},
    {"MsWordCompTrailingBlanks", false},
    {"TabAtLeftIndentForParagraphsInList", false},
    {"TabOverSpacing", false},
    {"IgnoreFirstLineIndentInNumbering", false},
    {"DoNotJustifyLinesWithManualBreak", false},
    {"DoNotResetParaAttrsForNumFont", false},
    {"AddFrameOffsets", false},
    {"IgnoreTabsAndBlanksForLineCalculation", false},
    {"LoadReadonly", false},
    {"DoNotCaptureDrawObjsOnPage", false},
    {"AddVerticalFrameOffsets", false},
    {"UnxForceZeroExtLeading", false},
    {"TableRowKeep", true},
    {"MsWordCompMinLineHeightByFly", false},
    {"BackgroundParaOverDrawings", false},
    {"SmallCapsPercentage66", false},
    {"CollapseEmptyCellPara", true},
    {"TabOverflow", true},
};

} // namespace

QByteArray odtSettings()
{
    QByteArray bytes;
    QXmlStreamWriter writer(&bytes);
    writer.writeStartDocument();
    writer.writeStartElement(u"office:document-settings"_s);
    writer.writeAttribute(u"xmlns:office"_s, u"urn:oasis:names:tc:opendocument:xmlns:office:1.0"_s);
    writer.writeAttribute(u"xmlns:config"_s, u"urn:oasis:names:tc:opendocument:xmlns:config:1.0"_s);
    writer.writeAttribute(u"xmlns:ooo"_s, u"http://openoffice.org/2004/office"_s);
    writer.writeAttribute(u"office:version"_s, u"1.2"_s);
    writer.writeStartElement(u"office:settings"_s);
    writer.writeStartElement(u"config:config-item-set"_s);
    writer.writeAttribute(u"config:name"_s, u"ooo:configuration-settings"_s);
    const auto item = [&writer](const QString &name, const QString &type, const QString &value) {
        writer.writeStartElement(u"config:config-item"_s);
        writer.writeAttribute(u"config:name"_s, name);
        writer.writeAttribute(u"config:type"_s, type);
        writer.writeCharacters(value);
        writer.writeEndElement();
    };
    for (const Setting &setting : settings)
        item(QString::fromLatin1(setting.name), u"boolean"_s, setting.on ? u"true"_s : u"false"_s);
    item(u"PrinterIndependentLayout"_s, u"string"_s, u"high-resolution"_s);
    writer.writeEndDocument();
    return bytes;
}

} // namespace formats
