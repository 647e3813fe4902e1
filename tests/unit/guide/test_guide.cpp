#include "guide/guide.h"
#include "guide/markdown.h"
#include "support/catch.h"
#include "support/source.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace
{

QByteArray content(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

guide::Markdown read(const QByteArray &text)
{
    return guide::readMarkdown(text, [](const QString &) { return QByteArray(); });
}

QStringList guideFiles()
{
    return QDir(support::source(u"docs/guide"_s)).entryList({u"*.md"_s});
}

} // namespace

TEST_CASE("Every page of the guide is in its contents, under its own title, and embedded")
{
    const auto guide = guide::Guide::load();
    QStringList codes;
    for (const guide::Page &page : guide.pages()) {
        INFO(page.code.toStdString());
        CHECK(page.contentsName == page.title);
        CHECK_FALSE(page.part.isEmpty());
        CHECK(page.blocks.size() > 5);
        codes << page.code + u".md"_s;
    }
    CHECK(codes.removeDuplicates() == 0);
    QStringList files = guideFiles();
    files.removeOne(u"README.md"_s);
    codes.sort();
    CHECK(codes == files);
}

TEST_CASE("Every picture of the guide exists, is embedded and is described, together they stay light")
{
    const QRegularExpression picture(u"!\\[([^\\]]*)\\]\\(([^)]*)\\)"_s);
    qsizetype cited = 0;
    for (const QString &file : guideFiles()) {
        const QString text = QString::fromUtf8(content(support::source(u"docs/guide/"_s + file)));
        for (auto all = picture.globalMatch(text); all.hasNext(); ++cited) {
            const auto match = all.next();
            INFO(match.captured(2).toStdString());
            CHECK(match.captured(1).size() > 20);
            CHECK(QFile::exists(support::source(u"docs/guide/"_s + match.captured(2))));
        }
    }
    qsizetype shown = 0;
    qsizetype weight = 0;
    const auto guide = guide::Guide::load();
    for (const guide::Page &page : guide.pages())
        for (const report::Block &block : page.blocks)
            if (const auto *figure = std::get_if<report::Figure>(&block)) {
                ++shown;
                weight += figure->picture.size();
            }
    CHECK(cited >= 8);
    CHECK(shown == cited);
    CHECK(weight < 2'500'000);
}

TEST_CASE("Every link of the guide leads to one of its pages")
{
    const auto guide = guide::Guide::load();
    int links = 0;
    for (const guide::Page &page : guide.pages())
        for (const report::Block &block : page.blocks)
            if (const auto *paragraph = std::get_if<report::Paragraph>(&block))
                for (const report::Run &run : paragraph->runs)
                    if (!run.link.isEmpty()) {
                        INFO(page.code.toStdString() << " " << run.link.toStdString());
                        CHECK(guide.page(run.link.sliced(1)));
                        ++links;
                    }
    CHECK(links > 10);
}

TEST_CASE("Every page of the program is explained by one page of the guide")
{
    const auto trame = QJsonDocument::fromJson(content(support::source(u"templates/paca-2022/pages.json"_s))).object();
    QStringList codes{u"tableau-de-bord"_s, u"relire"_s, u"reperes"_s};
    for (const QJsonValue &section : trame[u"sections"_s].toArray())
        for (const QJsonValue &page : section[u"pages"_s].toArray())
            codes << page[u"code"_s].toString();
    REQUIRE(codes.size() > 15);
    QStringList helped;
    const auto guide = guide::Guide::load();
    for (const guide::Page &page : guide.pages())
        helped += page.helps;
    codes.sort();
    helped.sort();
    CHECK(helped == codes);
    CHECK(guide.pageFor(u"ccopd"_s)->code == u"fil-rouge-ccopd"_s);
    CHECK(guide.pageFor(u"inconnue"_s) == nullptr);
}

TEST_CASE("A search finds the pages that hold every word, whatever the accents, titles come first")
{
    const auto guide = guide::Guide::load();
    const auto first = [&guide](const QString &words) {
        const auto found = guide.search(words);
        return found.empty() ? QString() : found.front()->code;
    };
    CHECK(first(u"TERRITOIRE"_s) == u"territoire"_s);
    CHECK(first(u"pieces jointes"_s) == u"pieces-jointes"_s);
    CHECK(first(u"cle usb retiree"_s) == u"travailler-a-plusieurs"_s);
    CHECK(first(u"communes-100m"_s) == u"carte"_s);
    CHECK(guide.search(u"territoire xylophone"_s).empty());
    CHECK(guide.search(u" "_s).size() == guide.pages().size());
}

TEST_CASE("Headings, lists, tables, bold, code and comments of a page become blocks")
{
    const auto page = read("<!-- pages : a b -->\n\n# Un titre\n\nDu **gras** : oui.\n\n## Partie\n\n1. un\n"
                           "2. deux\n   - dessous\n\n| A | B |\n|---|---|\n| c | **d** |\n\n    cpts : lister\n");
    CHECK(page.title == u"Un titre"_s);
    CHECK(page.comments == QStringList{u"pages : a b"_s});
    REQUIRE(page.blocks.size() == 7);
    const auto &lead = std::get<report::Paragraph>(page.blocks[0]);
    REQUIRE(lead.runs.size() == 3);
    CHECK(lead.runs[1].bold);
    CHECK(lead.runs[2].text == u"\u00A0: oui."_s);
    CHECK(std::get<report::Heading>(page.blocks[1]).level == 2);
    CHECK(std::get<report::Paragraph>(page.blocks[3]).number == 2);
    CHECK(std::get<report::Paragraph>(page.blocks[4]).listLevel == 2);
    const auto &table = std::get<report::Table>(page.blocks[5]);
    REQUIRE(table.rows.size() == 2);
    CHECK(table.rows[0].role == report::Row::Role::Header);
    CHECK(table.rows[1].cells[1].paragraphs[0].runs[0].bold);
    CHECK(table.description == u"Tableau : A, B"_s);
    CHECK(std::get<report::Paragraph>(page.blocks[6]).runs[0].text == u"cpts : lister"_s);
}

TEST_CASE("A link leads to a page of the guide or nowhere, raw HTML shows nothing")
{
    const auto page = read("[dedans](importer.md), [dehors](https://exemple.fr), [plus loin](../x.md) <b>x</b>\n");
    const auto &runs = std::get<report::Paragraph>(page.blocks[0]).runs;
    CHECK(runs[0].link == u"#importer"_s);
    for (size_t i = 1; i < runs.size(); ++i) {
        CHECK(runs[i].link.isEmpty());
        CHECK_FALSE(runs[i].text.contains(u'<'));
    }
}

TEST_CASE("The whole guide holds every page in order, one heading each, a page alone is titled by its name")
{
    const auto guide = guide::Guide::load();
    const auto whole = guide::documentOf(guide, QDate(2026, 11, 27));
    CHECK(whole.tableOfContents);
    QStringList anchors;
    for (const report::Block &block : whole.blocks)
        if (const auto *heading = std::get_if<report::Heading>(&block); heading && heading->level == 1)
            anchors << heading->anchor;
    QStringList codes;
    for (const guide::Page &page : guide.pages())
        codes << page.code;
    CHECK(anchors == codes);
    const auto one = guide::documentOf(*guide.page(u"carte"_s), QDate(2026, 11, 27));
    CHECK(one.title == u"Afficher la carte"_s);
    CHECK(std::get<report::Heading>(one.blocks[1]).level == 1);
}

TEST_CASE("What is written before and after a picture is no part of its description")
{
    const QStringList all = QDir(support::source(u"docs/captures"_s)).entryList({u"*.png"_s});
    REQUIRE_FALSE(all.isEmpty());
    const QByteArray bytes = content(support::source(u"docs/captures/"_s + all.front()));
    const auto page = guide::readMarkdown("# T\n\nAvant ![La page **Budget**](x.png) après.\n",
                                          [&bytes](const QString &) { return bytes; });
    REQUIRE(page.blocks.size() == 3);
    CHECK(std::get<report::Paragraph>(page.blocks[0]).runs[0].text.trimmed() == u"Avant"_s);
    CHECK(std::get<report::Figure>(page.blocks[1]).description == u"La page Budget"_s);
    CHECK(std::get<report::Paragraph>(page.blocks[2]).runs[0].text.trimmed() == u"après."_s);
}

TEST_CASE("Whatever the Markdown, it is read, its words are kept in order and every block can be shown")
{
    const QStringList parts{u"mot"_s,       u"autre"_s,       u" "_s,    u"\n"_s,         u"\n\n"_s,      u"# "_s,
                            u"## "_s,       u"- "_s,          u"  - "_s, u"1. "_s,        u"**"_s,        u"*"_s,
                            u"`"_s,         u"    code"_s,    u"> "_s,   u"| a | b |"_s,  u"|---|---|"_s, u"| c |"_s,
                            u"[x](y.md)"_s, u"![i](p.png)"_s, u"<b>"_s,  u"<!-- c -->"_s, u"---"_s,       u"&amp;"_s};
    quint32 state = 7;
    const auto next = [&state](qsizetype bound) {
        state = state * 1664525u + 1013904223u;
        return qsizetype(state >> 8) % bound;
    };
    for (int turn = 0; turn < 4000; ++turn) {
        QString text;
        for (qsizetype left = next(24); left > 0; --left)
            text += parts[next(parts.size())];
        INFO(text.toStdString());
        const auto page = read(text.toUtf8());
        report::Document document;
        document.blocks = page.blocks;
        const QString shown = page.title + u' ' + report::plainText(document);
        // No word of a person is lost, but inside of raw HTML, where a whole line goes.
        if (!text.contains(u'<'))
            REQUIRE(shown.count(u"mot"_s) + shown.count(u"autre"_s) == text.count(u"mot"_s) + text.count(u"autre"_s));
        for (const report::Block &block : page.blocks) {
            if (const auto *heading = std::get_if<report::Heading>(&block))
                REQUIRE((heading->level >= 2 && heading->level <= 3));
            if (const auto *table = std::get_if<report::Table>(&block))
                REQUIRE((!table->rows.empty() && !table->columns.empty() && !table->description.isEmpty()));
            if (const auto *paragraph = std::get_if<report::Paragraph>(&block))
                REQUIRE((paragraph->listLevel >= 0 && paragraph->listLevel <= 2));
        }
    }
}

TEST_CASE("What is to be typed is told from what is said, on a line of its own or inside one")
{
    const auto page = read("# T\n\nTapez :\n\n    cpts lister mes-projets\n\nAvec `--vierge`, rien.\n");
    REQUIRE(page.blocks.size() == 3);
    const auto &command = std::get<report::Paragraph>(page.blocks[1]);
    REQUIRE(command.runs.size() == 1);
    CHECK(command.runs[0].label == u"code"_s);
    CHECK(command.runs[0].text == u"cpts lister mes-projets"_s);
    const auto &said = std::get<report::Paragraph>(page.blocks[2]);
    REQUIRE(said.runs.size() == 3);
    CHECK(said.runs[0].label.isEmpty());
    CHECK(said.runs[1].label == u"code"_s);
    CHECK(said.runs[2].label.isEmpty());
}

TEST_CASE(
    "Each page of the guide, and the first page of the project, say what a sigle stands for where they first use it")
{
    const QStringList sigles{u"ARS"_s, u"CPTS"_s, u"CCOPD"_s, u"RPPS"_s, u"FINESS"_s,
                             u"APL"_s, u"QPV"_s,  u"ZAC"_s,   u"ACI"_s};
    // What the program writes, links, headings, pictures and commands are no sentences of the page.
    const QRegularExpression aside(
        u"<!--.*?-->|!?\\[[^\\]]*\\]\\([^)]*\\)|\\*\\*[^*]*\\*\\*|`[^`]*`|^#.*?$|^    \\w.*?$|"
        "^\\*Atelier.*?\\*$|Atelier CPTS"_s,
        QRegularExpression::DotMatchesEverythingOption | QRegularExpression::MultilineOption);
    QStringList files{u"README.md"_s};
    for (const QString &file : guideFiles())
        files << u"docs/guide/"_s + file;
    for (const QString &file : files) {
        const QString text = QString::fromUtf8(content(support::source(file))).remove(aside);
        for (const QString &sigle : sigles) {
            const auto first = QRegularExpression(u"\\b%1\\b"_s.arg(sigle)).match(text);
            if (!first.hasMatch())
                continue;
            const QString before = text.left(first.capturedStart()), after = text.mid(first.capturedEnd());
            INFO(file.toStdString() << " : " << before.right(50).toStdString() << sigle.toStdString()
                                    << after.left(40).toStdString());
            // « ARS (agence…) », « répertoire (RPPS) », « la CCOPD est la commission… »
            CHECK((after.simplified().startsWith(u'(') || before.trimmed().endsWith(u'(') ||
                   after.startsWith(u" est la "_s) || after.contains(QRegularExpression(u"^[,A-Z ]* : ce sont "_s))));
        }
    }
}
