#include "guide/guide.h"

#include "base/text.h"
#include "guide/markdown.h"

#include <algorithm>
#include <QDir>
#include <QFile>

namespace guide
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Markdown read(const QString &folder, const QString &name)
{
    // The pictures are beside the guide, and nowhere else.
    const auto picture = [&folder](const QString &address) {
        const QString file = address.section(u'/', -1);
        return address == u"../captures/"_s + file ? contentOf(folder + u"/../captures/"_s + file) : QByteArray();
    };
    return readMarkdown(contentOf(folder + u'/' + name), picture);
}

QString plain(const std::vector<report::Run> &runs)
{
    QString text;
    for (const report::Run &run : runs)
        text += run.text;
    return text;
}

QString wordsOf(const Page &page)
{
    report::Document document;
    document.blocks = page.blocks;
    return base::fold(page.title + u' ' + report::plainText(document));
}

QStringList helpsOf(const QStringList &comments)
{
    for (const QString &comment : comments)
        if (comment.section(u':', 0, 0).trimmed() == u"pages"_s)
            return comment.section(u':', 1).split(u' ', Qt::SkipEmptyParts);
    return {};
}

Page makePage(const QString &folder, const QString &code)
{
    Markdown text = read(folder, code + u".md"_s);
    return {code, text.title, {}, helpsOf(text.comments), {}, std::move(text.blocks)};
}

void dropLinks(std::vector<report::Run> &runs)
{
    for (report::Run &run : runs)
        run.link.clear();
}

void dropLinks(report::Block &block)
{
    if (auto *paragraph = std::get_if<report::Paragraph>(&block))
        dropLinks(paragraph->runs);
    if (auto *table = std::get_if<report::Table>(&block))
        for (report::Row &row : table->rows)
            for (report::Cell &cell : row.cells)
                for (report::Paragraph &each : cell.paragraphs)
                    dropLinks(each.runs);
}

// `above`: what the level of a heading becomes 1 with; links to pages that are not there lose their address.
void append(report::Document &document, const Page &page, int above, bool whole)
{
    int number = 0;
    for (report::Block block : page.blocks) {
        if (auto *heading = std::get_if<report::Heading>(&block)) {
            heading->level -= above;
            heading->anchor = page.code + u'-' + QString::number(++number);
        }
        if (!whole)
            dropLinks(block);
        document.blocks.push_back(std::move(block));
    }
}

report::Document blank(const QString &title, const QDate &today)
{
    report::Document document;
    document.title = title;
    document.subject = u"Guide d’utilisation d’Atelier CPTS"_s;
    document.author = u"Atelier CPTS"_s;
    document.header = u"Atelier CPTS"_s;
    document.footer = u"Guide d’utilisation"_s;
    document.date = today;
    return document;
}

} // namespace

Guide Guide::load(const QString &folder)
{
    Guide guide;
    QString part;
    const Markdown contents = read(folder, u"README.md"_s);
    for (const report::Block &block : contents.blocks) {
        if (const auto *heading = std::get_if<report::Heading>(&block)) {
            part = plain(heading->runs);
            continue;
        }
        const auto *line = std::get_if<report::Paragraph>(&block);
        if (!line || line->listLevel == 0 || line->runs.front().link.isEmpty())
            continue;
        Page page = makePage(folder, line->runs.front().link.sliced(1));
        page.part = part;
        page.contentsName = plain(line->runs);
        if (!page.title.isEmpty())
            guide.m_pages.push_back(std::move(page));
    }
    return guide;
}

const Page *Guide::page(const QString &code) const
{
    const auto found =
        std::find_if(m_pages.begin(), m_pages.end(), [&code](const Page &each) { return each.code == code; });
    return found == m_pages.end() ? nullptr : &*found;
}

const Page *Guide::pageFor(const QString &programPage) const
{
    const auto found = std::find_if(m_pages.begin(), m_pages.end(),
                                    [&programPage](const Page &each) { return each.helps.contains(programPage); });
    return found == m_pages.end() ? nullptr : &*found;
}

std::vector<const Page *> Guide::search(const QString &words) const
{
    const QStringList wanted = base::fold(words).split(u' ', Qt::SkipEmptyParts);
    const auto holds = [&wanted](const QString &text) {
        return std::all_of(wanted.begin(), wanted.end(), [&text](const QString &word) { return text.contains(word); });
    };
    std::vector<const Page *> found;
    for (const Page &each : m_pages)
        if (holds(wordsOf(each)))
            found.push_back(&each);
    if (!wanted.isEmpty())
        std::stable_partition(found.begin(), found.end(),
                              [&holds](const Page *each) { return holds(base::fold(each->title)); });
    return found;
}

report::Document documentOf(const Guide &guide, const QDate &today)
{
    report::Document document = blank(u"Guide d’utilisation"_s, today);
    document.tableOfContents = true;
    for (const Page &page : guide.pages()) {
        document.blocks.emplace_back(report::PageBreak{});
        document.blocks.emplace_back(report::Heading{1, {{.text = page.title}}, page.code, false});
        append(document, page, 0, true);
    }
    return document;
}

report::Document documentOf(const Page &page, const QDate &today)
{
    report::Document document = blank(page.title, today);
    append(document, page, 1, false);
    return document;
}

} // namespace guide
