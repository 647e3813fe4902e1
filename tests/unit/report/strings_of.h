// Every text that a document holds, wherever it stands: what a reader sees, hears or finds in its properties.
#pragma once

#include "report/document.h"

#include <QStringList>

namespace strings
{

class Gatherer
{
public:
    void add(const report::Document &document)
    {
        all << document.title << document.subtitle << document.subject << document.author << document.header
            << document.footer;
        for (const report::Paragraph &paragraph : document.cover)
            add(paragraph);
        for (const report::Block &block : document.blocks)
            std::visit([this](const auto &each) { add(each); }, block);
    }
    void add(const report::Figure &figure)
    {
        all << figure.title << figure.source << figure.description;
        for (const report::Drawing &drawing : figure.drawings)
            if (const auto *label = std::get_if<report::Label>(&drawing))
                all << label->text;
        add(figure.values);
    }
    void add(const report::Table &table)
    {
        all << table.caption << table.description;
        for (const report::Row &row : table.rows)
            for (const report::Cell &cell : row.cells)
                for (const report::Paragraph &paragraph : cell.paragraphs)
                    add(paragraph);
    }
    void add(const report::Heading &heading) { add(heading.runs); }
    void add(const report::Paragraph &paragraph) { add(paragraph.runs); }
    void add(const report::PageBreak &) {}

    QStringList all;

private:
    void add(const std::vector<report::Run> &runs)
    {
        for (const report::Run &run : runs)
            all << run.text << run.label << run.link;
    }
};

template <class T>
[[nodiscard]] QStringList of(const T &thing)
{
    Gatherer gatherer;
    gatherer.add(thing);
    gatherer.all.removeAll(QString());
    return gatherer.all;
}

} // namespace strings
