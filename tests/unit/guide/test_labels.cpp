// The guide writes in bold what is read on the screen, and nothing else: a button that is renamed must be renamed
// there.
#include "guide/guide.h"
#include "support/catch.h"
#include "support/source.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace
{

QString simple(QString text)
{
    text.replace(u"\\u00A0"_s, u" "_s).replace(u"\\n"_s, u" "_s).replace(u"&amp;"_s, u"&"_s);
    text.remove(u'&');
    return text.simplified();
}

// What stands between quotes, or in a <string>, in the files of a folder.
void addTexts(QSet<QString> &texts, const QString &folder, const QStringList &names, const QRegularExpression &text)
{
    static const QRegularExpression joined(u"\"\\s*\\n\\s*u?\""_s);
    QDirIterator files(support::source(folder), names, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        REQUIRE(file.open(QIODevice::ReadOnly));
        const QString whole = QString::fromUtf8(file.readAll()).remove(joined);
        for (auto all = text.globalMatch(whole); all.hasNext();)
            texts += simple(all.next().captured(1));
    }
}

QSet<QString> textsOfProgram()
{
    const QRegularExpression quoted(u"\"((?:[^\"\\\\\\n]|\\\\.)+)\""_s);
    QSet<QString> texts;
    for (const QString &room : {u"gui"_s, u"domain"_s, u"dossier"_s, u"formats"_s, u"imports"_s, u"models"_s})
        addTexts(texts, u"src/"_s + room, {u"*.cpp"_s}, quoted);
    addTexts(texts, u"ui"_s, {u"*.ui"_s}, QRegularExpression(u"<string>([^<]+)</string>"_s));
    addTexts(texts, u"templates"_s, {u"pages.json"_s}, quoted);
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
    CHECK(textsOfProgram().contains(u"Dossier complet à envoyer…"_s));
    CHECK(textsOfProgram().contains(u"Retirer du territoire"_s));
    CHECK(textsOfProgram().contains(u"Ajouter une réunion"_s));
}
