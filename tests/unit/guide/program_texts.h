// What the program says, read in its sources: the strings of a room, of the forms, of the pages as data.
#pragma once

#include "support/catch.h"
#include "support/source.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <vector>

namespace texts
{

using namespace Qt::Literals::StringLiterals;

struct Text {
    QString file;
    QString text; // as it is shown: escapes read, pieces put together
};

inline QString read(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return QString::fromUtf8(file.readAll());
}

// What `text` captures in the files of a folder, literals of several lines as one.
inline void add(std::vector<Text> &found, const QString &folder, const QStringList &names,
                const QRegularExpression &text)
{
    static const QRegularExpression joined(u"\"\\s*\\n\\s*u?\""_s);
    static const QRegularExpression comment(u"(?<![:\"])//[^\\n]*"_s);
    QDirIterator files(support::source(folder), names, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        QString whole = read(path);
        if (path.endsWith(u".cpp"_s))
            whole.remove(comment);
        whole.remove(joined);
        for (auto all = text.globalMatch(whole); all.hasNext();)
            found.push_back({path.section(u'/', -2), all.next()
                                                         .captured(1)
                                                         .replace(u"\\u00A0"_s, u"\u00A0"_s)
                                                         .replace(u"\\u202F"_s, u"\u202F"_s)
                                                         .replace(u"\\n"_s, u"\n"_s)
                                                         .replace(u"&amp;"_s, u"&"_s)});
    }
}

inline const QRegularExpression &quoted()
{
    static const QRegularExpression expression(u"\"((?:[^\"\\\\\\n]|\\\\.)+)\""_s);
    return expression;
}

// Of the rooms with words for the user, the forms and the pages.
inline std::vector<Text> ofRooms(const QStringList &rooms)
{
    std::vector<Text> found;
    for (const QString &room : rooms)
        add(found, u"src/"_s + room, {u"*.cpp"_s}, quoted());
    return found;
}

inline void addForms(std::vector<Text> &found)
{
    add(found, u"ui"_s, {u"*.ui"_s}, QRegularExpression(u"<string[^>]*>([^<]+)</string>"_s));
}

inline void addPages(std::vector<Text> &found)
{
    add(found, u"templates"_s, {u"pages.json"_s}, quoted());
}

} // namespace texts
