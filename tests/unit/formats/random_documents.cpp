#include "random_documents.h"

#include <QStringList>

using namespace Qt::Literals::StringLiterals;
using namespace report;

namespace samples
{

QString RandomDocuments::words(int most)
{
    static const QStringList stems{u"mot"_s, u"l’œuvre"_s, u"É"_s, u"🙂"_s, u"a-b/c"_s, u"<&>"_s, u"50%"_s};
    QStringList all;
    for (int count = below(most + 1); count > 0; --count)
        all << stems[below(int(stems.size()))] + QString::number(++m_words);
    return all.join(oneIn(3) ? u"\u00A0"_s : u" "_s);
}

Run RandomDocuments::run()
{
    Run run;
    run.type = oneIn(5) ? Run::Type(below(4)) : Run::Type::Text;
    if (run.type == Run::Type::Text || run.type == Run::Type::Blank)
        run.text = words(4) + u' ';
    run.bold = oneIn(4);
    run.italic = oneIn(4);
    run.checked = oneIn(2);
    if (oneIn(3))
        run.field = oneIn(5) ? u"sans valeur"_s : u"rubrique/-/champ%1"_s.arg(below(4));
    if (oneIn(3))
        run.label = words(3);
    if (oneIn(6))
        run.link = oneIn(3) ? u"javascript:x"_s : u"https://exemple.fr/%1"_s.arg(below(3));
    return run;
}

Paragraph RandomDocuments::paragraph()
{
    Paragraph paragraph;
    paragraph.role = Paragraph::Role(below(5));
    paragraph.alignment = Paragraph::Alignment(below(3));
    paragraph.listLevel = oneIn(3) ? below(4) : 0;
    paragraph.numbered = oneIn(2);
    paragraph.number = oneIn(2) ? below(12) : 0;
    paragraph.keepWithNext = oneIn(5);
    for (int count = below(5); count > 0; --count)
        paragraph.runs.push_back(run());
    return paragraph;
}

Heading RandomDocuments::heading()
{
    Heading heading;
    heading.level = below(6);
    heading.banner = oneIn(5);
    heading.anchor = oneIn(4) ? QString() : u"titre-%1"_s.arg(below(50));
    heading.runs.emplace_back().text = words(6);
    return heading;
}

Cell RandomDocuments::cell()
{
    Cell cell;
    cell.span = oneIn(4) ? below(5) - 1 : 1;
    cell.header = oneIn(6);
    cell.missing = oneIn(6);
    cell.minimumHeight = oneIn(6) ? below(150) : 0;
    for (int count = below(4); count > 0; --count)
        cell.paragraphs.push_back(paragraph());
    return cell;
}

Row RandomDocuments::row()
{
    Row row;
    row.role = oneIn(3) ? Row::Role(below(3)) : Row::Role::Body;
    for (int count = below(5); count > 0; --count)
        row.cells.push_back(cell());
    return row;
}

Table RandomDocuments::table()
{
    Table table;
    for (int count = below(5); count > 0; --count)
        table.columns.push_back(below(6) - 1);
    for (int count = below(6); count > 0; --count)
        table.rows.push_back(row());
    if (!table.rows.empty() && oneIn(3)) // shown with the table only
        table.caption = words(4);
    table.description = words(5);
    table.rowHeaders = oneIn(2);
    return table;
}

Figure RandomDocuments::figure()
{
    Figure figure;
    figure.size = QSizeF(below(400), below(400));
    for (int count = below(6); count > 0; --count) {
        const QPointF at(below(200), below(200));
        const std::optional<Color> fill = oneIn(2) ? std::optional<Color>(0xA0B0C0) : std::nullopt;
        const std::optional<Stroke> stroke = oneIn(2) ? std::optional<Stroke>({0x102030, 0.3, oneIn(2)}) : std::nullopt;
        if (oneIn(3))
            figure.drawings.push_back(Rectangle{{at, QSizeF(below(90), below(90))}, fill, stroke});
        else if (oneIn(2))
            figure.drawings.push_back(Path{std::vector<QPointF>(size_t(below(5)), at), oneIn(2), fill, stroke});
        else
            figure.drawings.push_back(Label{at, words(3), 4.0 + below(20), oneIn(2), Label::Anchor(below(3))});
    }
    figure.title = words(4);
    figure.source = words(4);
    figure.description = words(6);
    figure.showValues = oneIn(3);
    figure.values = table();
    return figure;
}

Block RandomDocuments::block()
{
    switch (below(9)) {
    case 0:
        return PageBreak{};
    case 1:
        return heading();
    case 2:
    case 3:
        return table();
    case 4:
        return figure();
    default:
        return paragraph();
    }
}

Document RandomDocuments::next()
{
    m_words = 0;
    Document document;
    document.title = words(5);
    document.subtitle = words(3);
    document.header = words(3);
    document.footer = words(3);
    document.tableOfContents = oneIn(4);
    if (oneIn(4))
        document.cover = {paragraph(), paragraph()};
    for (int count = below(15); count > 0; --count)
        document.blocks.push_back(block());
    return document;
}

} // namespace samples
