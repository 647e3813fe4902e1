// A page of the guide as a terminal shows it.
#include "base/text.h"
#include "guide/markdown.h"
#include "guide/plain_page.h"
#include "support/catch.h"

using namespace Qt::Literals::StringLiterals;

namespace
{

guide::Page page(const QByteArray &markdown)
{
    const auto read = guide::readMarkdown(markdown, [](const QString &) { return QByteArray(); });
    return {u"essai"_s, read.title, {}, {}, {}, read.blocks};
}

QString written(const QByteArray &markdown, int width = 80)
{
    return guide::plainPage(page(markdown), width);
}

report::Figure picture(const QString &description)
{
    report::Figure figure;
    figure.description = description;
    return figure;
}

} // namespace

TEST_CASE("In a terminal, titles are underlined and blocks stand apart")
{
    CHECK(written("# Un titre\n\nDu **gras**.\n\n## Partie\n\nSuite.\n\n### Dessous\n\nFin.\n") ==
          u"Un titre\n========\n\nDu «\u00A0gras\u00A0».\n\nPartie\n------\n\nSuite.\n\nDessous\n.......\n\nFin.\n"_s);
}

TEST_CASE("In a terminal, items follow each other, numbered as on the page")
{
    CHECK(written("# T\n\nAvant.\n\n1. un\n2. deux\n   - dedans\n3. trois\n\nAprès.\n") ==
          u"T\n=\n\nAvant.\n\n1. un\n2. deux\n   - dedans\n3. trois\n\nAprès.\n"_s);
}

TEST_CASE("In a terminal, a row is an item, the heads of a wide table are told again")
{
    CHECK(written("# T\n\n| Touche | Effet |\n|---|---|\n| F1 | aide |\n| F2 | rien |\n") ==
          u"T\n=\n\n- F1\u00A0: aide\n- F2\u00A0: rien\n"_s);
    CHECK(written("# T\n\n| A | B | C |\n|---|---|---|\n| un | deux | trois |\n| seul |  | x |\n") ==
          u"T\n=\n\n- un\n    B\u00A0: deux\n    C\u00A0: trois\n- seul\n    C\u00A0: x\n"_s);
}

TEST_CASE("In a terminal, pictures are told by their description, links by the code of their page, commands as typed")
{
    guide::Page one = page("# T\n\nVoir [la carte](carte.md).\n\n    cpts lister : x\n    cpts info\n");
    one.blocks.emplace_back(picture(u"Une carte"_s));
    CHECK(guide::plainPage(one) == u"T\n=\n\nVoir la carte (page\u00A0carte).\n\ncpts lister : x\ncpts info\n\n"
                                   "[Image\u00A0: Une carte]\n"_s);
}

TEST_CASE("In a terminal, lines break at spaces only, under the text of their item")
{
    CHECK(written("# T\n\n- un deux trois quatre\n", 10) == u"T\n=\n\n- un deux\n  trois\n  quatre\n"_s);
    // The colon stays with its word; a word that is too long has its line.
    CHECK(written("# T\n\nabcdef : gh\n", 8) == u"T\n=\n\nabcdef\u00A0:\ngh\n"_s);
    CHECK(written("# T\n\na abcdefghijklmnop b\n", 8) == u"T\n=\n\na\nabcdefghijklmnop\nb\n"_s);
}

TEST_CASE("Every page of the guide fits any terminal and loses no word")
{
    const auto guide = guide::Guide::load();
    for (const guide::Page &each : guide.pages())
        for (const int width : {40, 80, 132}) {
            INFO(each.code.toStdString() << " " << width);
            const QString text = guide::plainPage(each, width);
            for (const QString &line : text.split(u'\n')) {
                INFO(line.toStdString());
                CHECK((line.size() <= width || !line.trimmed().contains(u' ')));
                CHECK_FALSE(line.endsWith(u' '));
            }
            CHECK(base::fold(text) == base::fold(guide::plainPage(each, 10'000)));
        }
}
