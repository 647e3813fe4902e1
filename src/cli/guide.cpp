#include "guide/guide.h"

#include "cli/common.h"
#include "cli/verbs.h"
#include "formats/export.h"
#include "guide/plain_page.h"

#include <QFileInfo>

namespace cli
{

using namespace Qt::Literals::StringLiterals;

namespace
{

void list(const guide::Guide &pages, Console &console)
{
    QString part;
    for (const guide::Page &page : pages.pages()) {
        if (page.part != part) {
            console.out << (part.isEmpty() ? QString() : u"\n"_s) << page.part << '\n';
            part = page.part;
        }
        console.out << u"  %1  %2\n"_s.arg(page.code.leftJustified(22), page.title);
    }
    console.out << u"\nUne page\u00A0: cpts guide PAGE\nTout le guide\u00A0: cpts guide --sortie guide.pdf\n"_s;
}

// Which pages there are, or those that speak of what was asked for.
QString unknownPage(const guide::Guide &pages, const QString &asked)
{
    const QString problem = u"La page « %1 » n’est pas dans le guide."_s.arg(asked);
    QStringList close;
    for (const guide::Page *page : pages.search(asked))
        close << page->code;
    if (close.isEmpty() || asked.trimmed().isEmpty())
        return problem + u" Pages\u00A0: cpts guide"_s;
    return problem + u" Pages qui contiennent ces mots\u00A0: %1."_s.arg(close.join(u", "_s));
}

} // namespace

Exit guide(const Arguments &arguments, Console &console)
{
    const auto pages = guide::Guide::load();
    const QString asked = arguments.positionals.value(0);
    const guide::Page *page = asked.isEmpty() ? nullptr : pages.page(asked);
    if (!asked.isEmpty() && !page)
        return wrong(console, unknownPage(pages, asked));
    if (!arguments.has(u"sortie"_s)) {
        if (page)
            console.out << guide::plainPage(*page);
        else
            list(pages, console);
        return Exit::Well;
    }
    const QString path = arguments.value(u"sortie"_s);
    if (QFileInfo(path).suffix().toLower() != u"pdf")
        return wrong(console,
                     u"Le guide s’écrit en PDF. Rien n’a été écrit\u00A0; donnez un nom qui finit par .pdf."_s);
    warnOfMissingFonts(console);
    const QDate today = console.clock.today();
    const auto document = page ? guide::documentOf(*page, today) : guide::documentOf(pages, today);
    const auto bytes = formats::written(document, formats::Format::Pdf);
    return bytes ? save(bytes.value(), path, console) : fail(console, bytes.error());
}

} // namespace cli
