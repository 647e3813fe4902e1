#include "report/document.h"

namespace report
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QString lineOf(const std::vector<Run> &runs)
{
    QString line;
    for (const Run &run : runs)
        switch (run.type) {
        case Run::Type::Text:
            line += run.text;
            break;
        case Run::Type::CheckBox:
            line += run.checked ? QChar(0x2612) : QChar(0x2610);
            break;
        case Run::Type::LineBreak:
            line += u'\n';
            break;
        case Run::Type::Blank:
            line += run.text;
            break;
        }
    return line;
}

void put(QString &out, const QString &line)
{
    if (!line.isEmpty())
        out += line + u'\n';
}

void put(QString &out, const Heading &heading)
{
    put(out, lineOf(heading.runs));
}

void put(QString &out, const Paragraph &paragraph)
{
    put(out, lineOf(paragraph.runs));
}

void put(QString &out, const Table &table)
{
    put(out, table.caption);
    for (const Row &row : table.rows)
        for (const Cell &cell : row.cells)
            for (const Paragraph &paragraph : cell.paragraphs)
                put(out, paragraph);
}

void put(QString &out, const Figure &figure)
{
    put(out, figure.title);
    for (const Drawing &drawing : figure.drawings)
        if (const auto *label = std::get_if<Label>(&drawing))
            put(out, label->text);
    put(out, figure.source);
    if (figure.showValues)
        put(out, figure.values);
}

void put(QString &, const PageBreak &) {}

} // namespace

QString plainText(const Document &document)
{
    QString out;
    put(out, document.title);
    put(out, document.subtitle);
    for (const Paragraph &paragraph : document.cover)
        put(out, paragraph);
    for (const Block &block : document.blocks)
        std::visit([&out](const auto &each) { put(out, each); }, block);
    return out;
}

} // namespace report
