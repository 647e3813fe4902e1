// The calendar file byte by byte, read again by a reader of this test: any text comes back as it was, on lines that no
// program refuses.
#include "formats/calendar.h"
#include "plan_samples.h"

#include <QStringList>
#include <random>

using namespace plan;

namespace
{

QByteArray written(const domain::Projet &projet)
{
    return formats::writeCalendar(projet, support::references(), QDate(2027, 3, 12));
}

// RFC 5545, 3.1: a line that begins with a space goes on from the one before.
QStringList unfolded(const QByteArray &bytes)
{
    return QString::fromUtf8(QByteArray(bytes).replace("\r\n ", "")).split(u"\r\n"_s, Qt::SkipEmptyParts);
}

// RFC 5545, 3.3.11.
QString unescaped(const QString &value)
{
    QString text;
    for (qsizetype i = 0; i < value.size(); ++i) {
        if (value[i] != u'\\' || i + 1 == value.size()) {
            text += value[i];
            continue;
        }
        ++i;
        text += value[i] == u'n' || value[i] == u'N' ? u'\n' : value[i];
    }
    return text;
}

QStringList valuesOf(const QByteArray &bytes, const QString &property)
{
    QStringList values;
    for (const QString &line : unfolded(bytes))
        if (line.startsWith(property + u':') || line.startsWith(property + u';'))
            values << unescaped(line.section(u':', 1));
    return values;
}

domain::Projet meeting(const QString &title, const QString &place = {})
{
    domain::Projet projet;
    domain::Reunion &one = projet.reunions.insert(id(u"m"_s));
    one.intitule = title;
    one.date = QDate(2027, 4, 2);
    one.lieu = place;
    return projet;
}

void checkLines(const QByteArray &bytes)
{
    CHECK(bytes.count('\n') == bytes.count("\r\n"));
    CHECK(bytes.count('\r') == bytes.count("\r\n"));
    CHECK(QString::fromUtf8(bytes).toUtf8() == bytes);
    for (const QByteArray &line : bytes.split('\n')) {
        CHECK(line.size() <= 76);
        CHECK(QString::fromUtf8(line).toUtf8() == line); // no character is cut in two
        for (const char c : line)
            CHECK((c == '\r' || c == '\t' || static_cast<unsigned char>(c) >= ' '));
    }
}

} // namespace

TEST_CASE("a place of any length, with characters of one to four bytes, comes back whole")
{
    for (const QString &letter :
         {u"a"_s, u"é"_s, u"漢"_s, u"🙂"_s, u"e\u0301"_s, u","_s, u"\\"_s, u";"_s, u"\n"_s, u"\""_s})
        for (int length = 1; length < 90; length += 1 + length / 30) {
            const QString place = u"x"_s + letter.repeated(length) + u"x"_s;
            const QByteArray bytes = written(meeting(u"Réunion"_s, place));
            INFO(letter.toStdString() << " " << length);
            CHECK(valuesOf(bytes, u"LOCATION"_s) == QStringList{place});
            checkLines(bytes);
        }
}

TEST_CASE("any characters at all make a calendar that can be read, and nothing of the texts becomes a property")
{
    std::mt19937 random(47);
    const QString biting =
        u"ab é🙂,;:\\\"'\r\n\t\u0001\u007F\u0085\u2028\u202E\u00A0\uFEFF"_s + QChar(char16_t(0xD800)) + QChar(u'\0');
    for (int turn = 0; turn < 200; ++turn) {
        QString text;
        for (unsigned left = random() % 60; left > 0; --left)
            text += biting.at(qsizetype(random() % unsigned(biting.size())));
        const QByteArray bytes = written(meeting(text, text));
        INFO(text.toUtf8().toHex().toStdString());
        checkLines(bytes);
        for (const QString &property : {u"BEGIN"_s, u"END"_s})
            CHECK(valuesOf(bytes, property).size() == 2);
        CHECK(valuesOf(bytes, u"SUMMARY"_s).size() == 1);
        CHECK(valuesOf(bytes, u"UID"_s).size() == 1);
    }
    const QByteArray attack =
        written(meeting(u"Réunion\r\nBEGIN:VALARM\r\nACTION:PROCEDURE"_s, u"Salle\nATTACH:http://exemple.fr/x"_s));
    for (const QString &line : unfolded(attack)) {
        CHECK_FALSE(line.startsWith(u"BEGIN:VALARM"_s));
        CHECK_FALSE(line.startsWith(u"ATTACH"_s));
        CHECK_FALSE(line.startsWith(u"ACTION"_s));
    }
}

TEST_CASE("days are whole days at the ends of months, years and of what a calendar can tell")
{
    for (const auto &[day, next] :
         std::initializer_list<std::pair<QDate, QByteArray>>{{QDate(2027, 2, 28), "20270301"},
                                                             {QDate(2028, 2, 28), "20280229"},
                                                             {QDate(2028, 2, 29), "20280301"},
                                                             {QDate(2027, 12, 31), "20280101"},
                                                             {QDate(2999, 12, 31), "30000101"}}) {
        domain::Projet projet = meeting(u"Réunion"_s);
        projet.reunions.find(id(u"m"_s))->date = day;
        const QByteArray bytes = written(projet);
        CHECK(bytes.contains("DTSTART;VALUE=DATE:" + day.toString(u"yyyyMMdd"_s).toLatin1() + "\r\n"));
        CHECK(bytes.contains("DTEND;VALUE=DATE:" + next + "\r\n"));
        CHECK_FALSE(bytes.contains("TZID"));
    }
    // What the library can't write is left out: no event of the year nought.
    domain::Projet far = meeting(u"Réunion"_s);
    for (const QDate &day : {QDate(3000, 1, 1), QDate(9998, 12, 31), QDate(9999, 12, 31), QDate(-44, 3, 15)}) {
        far.reunions.find(id(u"m"_s))->date = day;
        CHECK_FALSE(written(far).contains("VEVENT"));
        CHECK_FALSE(written(far).contains("00000000"));
    }
}

TEST_CASE("a date clé is an event of one day, whatever end it had before it became one")
{
    domain::Projet projet;
    domain::FicheAction &fiche = projet.fiches.insert(id(u"f"_s));
    fiche.intitule = u"Action"_s;
    domain::EtapeAction &step = projet.etapesAction.insert(id(u"e"_s));
    step.fiche = id(u"f"_s);
    step.intitule = u"Ouverture"_s;
    step.debut = QDate(2027, 4, 1);
    step.fin = QDate(2027, 6, 30);
    CHECK(written(projet).contains("DTEND;VALUE=DATE:20270701\r\n"));
    step.sorte = domain::SorteEtape::Jalon;
    CHECK(written(projet).contains("DTSTART;VALUE=DATE:20270401\r\n"));
    CHECK(written(projet).contains("DTEND;VALUE=DATE:20270402\r\n"));
    step.debut = {};
    CHECK(written(projet).contains("DTSTART;VALUE=DATE:20270630\r\n"));
}

TEST_CASE("a step of a fiche that is no more is in no calendar, a step without title has one")
{
    domain::Projet projet;
    domain::EtapeAction &step = projet.etapesAction.insert(id(u"e"_s));
    step.fiche = id(u"f"_s);
    step.debut = QDate(2027, 4, 1);
    step.faite = true;
    CHECK_FALSE(written(projet).contains("VEVENT"));
    projet.fiches.insert(id(u"f"_s));
    CHECK(valuesOf(written(projet), u"SUMMARY"_s) == QStringList{u"Étape"_s});
    CHECK(valuesOf(written(projet), u"DESCRIPTION"_s) == QStringList{u"Fait."_s});
    projet.fiches.find(id(u"f"_s))->intitule = u"Ateliers"_s;
    CHECK(valuesOf(written(projet), u"SUMMARY"_s) == QStringList{u"Étape (Ateliers)"_s});
}

TEST_CASE("the name of the calendar is the project's, as it is typed, and absent without one")
{
    domain::Projet projet = meeting(u"Réunion"_s);
    CHECK(valuesOf(written(projet), u"X-WR-CALNAME"_s).isEmpty());
    projet.identite.nom = u"CPTS « Les Vallées », pays d’Annot"_s;
    const QByteArray bytes = written(projet);
    CHECK(valuesOf(bytes, u"X-WR-CALNAME"_s) == QStringList{projet.identite.nom});
    checkLines(bytes);
}

TEST_CASE("a name of several lines is one name, and begins no property")
{
    domain::Projet projet = meeting(u"Réunion"_s);
    projet.identite.nom = u"CPTS\r\nBEGIN:VEVENT\nUID:1\u0001\u202E"_s;
    const QByteArray bytes = written(projet);
    checkLines(bytes);
    CHECK(valuesOf(bytes, u"BEGIN"_s).size() == 2);
    CHECK(valuesOf(bytes, u"UID"_s).size() == 1);
    CHECK(valuesOf(bytes, u"X-WR-CALNAME"_s).size() == 1);
    CHECK(valuesOf(bytes, u"X-WR-CALNAME"_s).value(0).startsWith(u"CPTS"_s));
}
