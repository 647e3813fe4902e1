// Names given by anybody, on any system: what is left can be written anywhere, and is nothing but a name.
#include "base/file_name.h"
#include "support/catch.h"

#include <QRandomGenerator>

using namespace base;
using namespace Qt::Literals::StringLiterals;

namespace
{

bool isSafe(const QString &name)
{
    if (name.isEmpty() || name.size() > 100 || name.toUtf8().size() > 200 || name.contains(u".."_s))
        return false;
    if (u" .-"_s.contains(name.front()) || u" ."_s.contains(name.back()))
        return false;
    for (const QChar c : name)
        if (c < u' ' || u"/\\:*?\"<>|\x7F\u202E\u2066\uFEFF"_s.contains(c))
            return false;
    return name == name.normalized(QString::NormalizationForm_C);
}

} // namespace

TEST_CASE("sixty names of anybody become names that every disk takes")
{
    const QString nul = u"statuts.pdf"_s + QChar(u'\0') + u".exe"_s;
    const std::pair<QString, QString> names[] = {
        {u"Statuts signés.pdf"_s, u"Statuts signés.pdf"_s},
        {u"Règlement d’intérieur (2026).docx"_s, u"Règlement d’intérieur (2026).docx"_s},
        {u"Statuts signe\u0301s.pdf"_s, u"Statuts signés.pdf"_s},
        {u"../../etc/passwd"_s, u"passwd"_s},
        {u"..\\..\\Windows\\system.ini"_s, u"system.ini"_s},
        {u"/etc/shadow"_s, u"shadow"_s},
        {u"C:\\Users\\x\\statuts.pdf"_s, u"statuts.pdf"_s},
        {u"C:statuts.pdf"_s, u"statuts.pdf"_s},
        {u"\\\\serveur\\partage\\statuts.pdf"_s, u"statuts.pdf"_s},
        {u"\\\\?\\C:\\statuts.pdf"_s, u"statuts.pdf"_s},
        {u"//serveur/partage/statuts.pdf"_s, u"statuts.pdf"_s},
        {u"\\\\.\\pipe\\x"_s, u"x"_s},
        {u"file:///tmp/statuts.pdf"_s, u"statuts.pdf"_s},
        {u"statuts.pdf:cache.exe"_s, u"statuts.pdf"_s},
        {u"statuts.pdf::$DATA"_s, u"statuts.pdf"_s},
        {nul, u"statuts.pdf.exe"_s},
        {u"statuts\r\n.pdf"_s, u"statuts.pdf"_s},
        {u"statuts\t2026.pdf"_s, u"statuts 2026.pdf"_s},
        {u"statuts\u202Efdp.exe"_s, u"statutsfdp.exe"_s},
        {u"statuts\u200B.pdf"_s, u"statuts.pdf"_s},
        {u"\uFEFFstatuts.pdf"_s, u"statuts.pdf"_s},
        {u"statuts\u00A0signés.pdf"_s, u"statuts signés.pdf"_s},
        {u"statuts.pdf."_s, u"statuts.pdf"_s},
        {u"statuts.pdf   "_s, u"statuts.pdf"_s},
        {u"statuts.pdf. . ."_s, u"statuts.pdf"_s},
        {u"   statuts.pdf"_s, u"statuts.pdf"_s},
        {u".statuts.pdf"_s, u"statuts.pdf"_s},
        {u"...."_s, u"Fichier"_s},
        {u".."_s, u"Fichier"_s},
        {u"."_s, u"Fichier"_s},
        {u""_s, u"Fichier"_s},
        {u"   "_s, u"Fichier"_s},
        {u"/"_s, u"Fichier"_s},
        {u"a/"_s, u"Fichier"_s},
        {u"a\\"_s, u"Fichier"_s},
        {u"CON"_s, u"Fichier CON"_s},
        {u"con.pdf"_s, u"Fichier con.pdf"_s},
        {u"NUL"_s, u"Fichier NUL"_s},
        {u"nul.tar.gz"_s, u"Fichier nul.tar.gz"_s},
        {u"PRN.txt"_s, u"Fichier PRN.txt"_s},
        {u"AUX .txt"_s, u"Fichier AUX .txt"_s},
        {u"COM1.pdf"_s, u"Fichier COM1.pdf"_s},
        {u"lpt9"_s, u"Fichier lpt9"_s},
        {u"COM¹.txt"_s, u"Fichier COM¹.txt"_s},
        {u"CONIN$"_s, u"Fichier CONIN$"_s},
        {u"NUL."_s, u"Fichier NUL"_s},
        {u".NUL"_s, u"Fichier NUL"_s},
        {u"COM10.pdf"_s, u"COM10.pdf"_s},
        {u"Conseil.pdf"_s, u"Conseil.pdf"_s},
        {u"a*b?c.pdf"_s, u"a-b-c.pdf"_s},
        {u"a<b>c|d\"e.pdf"_s, u"a-b-c-d-e.pdf"_s},
        {u"-rf.pdf"_s, u"rf.pdf"_s},
        {u"--sortie.pdf"_s, u"sortie.pdf"_s},
        {u"~$statuts.docx"_s, u"$statuts.docx"_s},
        {u"`reboot`.pdf"_s, u"reboot-.pdf"_s},
        {u"statuts……pdf"_s, u"statuts……pdf"_s},
        {u"statuts..pdf"_s, u"statuts.pdf"_s},
        {u"📎 statuts 📎.pdf"_s, u"statuts -.pdf"_s},
        {u"Ὀδυσσεύς.pdf"_s, u"Ὀδυσσεύς.pdf"_s},
        {u"x"_s + QString(300, u'y') + u".pdf"_s, u"x"_s + QString(95, u'y') + u".pdf"_s},
    };
    CHECK(std::size(names) == 60);
    for (const auto &[given, expected] : names) {
        INFO(given.toStdString());
        CHECK(safeName(given).toStdString() == expected.toStdString());
        CHECK(isSafe(safeName(given)));
    }
}

TEST_CASE("any characters at all give a safe name, and a safe name stays as it is")
{
    QRandomGenerator random(20261127);
    const QString biting = u"./\\:*?\"<>| \t\r\n-~$…éœ\u0301\u202E\uFEFFCONnulcom1.pdfexe"_s;
    for (int round = 0; round < 4000; ++round) {
        QString given;
        const int length = int(random.bounded(round % 10 == 0 ? 300 : 14));
        for (int i = 0; i < length; ++i)
            given += random.bounded(8) == 0 ? QChar(char16_t(random.bounded(0x10000)))
                                            : biting[qsizetype(random.bounded(quint32(biting.size())))];
        const QString safe = safeName(given);
        INFO(given.toUtf8().toHex().toStdString() << " " << safe.toStdString());
        REQUIRE(isSafe(safe));
        REQUIRE(safeName(safe) == safe);
    }
}

TEST_CASE("a long name keeps its extension, in characters and in bytes")
{
    CHECK(safeName(QString(300, u'é') + u".docx"_s).endsWith(u"é.docx"_s));
    CHECK(safeName(QString(120, u'漢') + u".pdf"_s).toUtf8().size() <= 200);
    CHECK(safeName(u"x."_s + QString(300, u'y')).size() == 100);
    CHECK(extensionOfName(u"Statuts.v2.PDF"_s) == u"pdf");
    CHECK(extensionOfName(u"Statuts"_s).isEmpty());
    CHECK(extensionOfName(u".pdf"_s).isEmpty());
}
