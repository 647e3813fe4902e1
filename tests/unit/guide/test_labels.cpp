// The guide writes in bold what is read on the screen, and nothing else: a button that is renamed must be renamed
// there.
#include "guide/guide.h"
#include "program_texts.h"
#include "support/catch.h"

#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace
{

QString simple(QString text)
{
    text.remove(u'&');
    return text.simplified();
}

// What only a screen reader says is not read on the screen.
void removeNames(std::vector<texts::Text> &found)
{
    std::vector<texts::Text> names;
    texts::add(names, u"src/gui"_s, {u"*.cpp"_s},
               QRegularExpression(u"setAccessibleName\\(u?\"((?:[^\"\\\\\\n]|\\\\.)+)\"(?:_s)?\\)"_s));
    texts::add(names, u"ui"_s, {u"*.ui"_s},
               QRegularExpression(u"\"accessibleName\">\\s*<string[^>]*>([^<]+)</string>"_s));
    for (const texts::Text &name : names)
        if (const auto one =
                std::find_if(found.begin(), found.end(), [&name](const auto &each) { return each.text == name.text; });
            one != found.end())
            found.erase(one);
}

QSet<QString> textsOfProgram()
{
    auto found = texts::ofRooms({u"gui"_s, u"domain"_s, u"dossier"_s, u"formats"_s, u"imports"_s, u"models"_s});
    texts::addForms(found);
    texts::addPages(found);
    removeNames(found);
    QSet<QString> texts;
    for (const texts::Text &each : found)
        texts += simple(each.text);
    // The bar below adds its arrow to the name of what comes next.
    for (const QString &each : QSet<QString>(texts))
        texts += each + u" →"_s;
    // « Ajouter » and « une réunion » are put together by the lists.
    const QRegularExpression oneThing(u"^une? "_s);
    for (const QString &each : QSet<QString>(texts))
        if (oneThing.match(each).hasMatch())
            texts += u"Ajouter "_s + each;
    return texts;
}

QStringList boldOf(const QString &page)
{
    QFile file(page);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    static const QRegularExpression bold(u"\\*\\*([^*]+)\\*\\*"_s);
    QStringList found;
    for (auto all = bold.globalMatch(text); all.hasNext();)
        found << simple(all.next().captured(1));
    return found;
}

} // namespace

TEST_CASE("What the guide writes in bold is read in the program")
{
    const QSet<QString> texts = textsOfProgram();
    REQUIRE(texts.size() > 1000);
    int checked = 0;
    const QDir folder(support::source(u"docs/guide"_s));
    for (const QString &page : folder.entryList({u"*.md"_s}))
        for (const QString &label : boldOf(folder.filePath(page))) {
            INFO(page.toStdString() << " : " << label.toStdString());
            CHECK(texts.contains(label));
            ++checked;
        }
    CHECK(checked > 200);
}

TEST_CASE("A word that the program does not show is noticed")
{
    CHECK_FALSE(textsOfProgram().contains(u"Bouton qui n’existe pas"_s));
    CHECK_FALSE(textsOfProgram().contains(u"Besoins affichés"_s)); // for a screen reader only
    CHECK(textsOfProgram().contains(u"Dossier complet à envoyer…"_s));
    CHECK(textsOfProgram().contains(u"Retirer du territoire"_s));
    CHECK(textsOfProgram().contains(u"Ajouter une réunion"_s));
}
