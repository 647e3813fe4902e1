// Properties of the reading of lists, over random tables and random damage; seeds are fixed.
#include "fixtures.h"
#include "imports/delimited.h"

#include <random>

using namespace Qt::Literals::StringLiterals;
using namespace imports;

namespace
{

using Random = std::mt19937;

int below(Random &random, int limit)
{
    return int(random() % unsigned(limit));
}

// Letters, accents, and everything that a reader could trip on.
QString randomCell(Random &random)
{
    static const QStringList pieces{u"a"_s,  u"Été"_s, u"œ"_s, u"12"_s, u";"_s,  u","_s, u"\t"_s, u"|"_s,
                                    u"\""_s, u"\n"_s,  u" "_s, u"’"_s,  u"=1"_s, u"é"_s, u"€"_s,  u"x"_s};
    QString cell;
    for (int i = below(random, 6); i >= 0; --i)
        cell += pieces[below(random, int(pieces.size()))];
    return cell.trimmed();
}

std::vector<QStringList> randomRows(Random &random)
{
    const int width = 2 + below(random, 5);
    std::vector<QStringList> rows(size_t(1 + below(random, 12)));
    for (QStringList &row : rows) {
        for (int i = 0; i < width; ++i)
            row.push_back(randomCell(random));
        row.front().prepend(u'z'); // never a blank row
    }
    return rows;
}

// As RFC 4180 writes a cell; quotes also where they are not needed.
QString written(const QString &cell, QChar separator, bool always)
{
    const bool needed = cell.contains(separator) || cell.contains(u'"') || cell.contains(u'\n');
    if (!needed && !always)
        return cell;
    return u'"' + QString(cell).replace(u"\""_s, u"\"\""_s) + u'"';
}

QString written(const std::vector<QStringList> &rows, QChar separator, const QString &lineEnd, Random &random)
{
    QString text;
    for (const QStringList &row : rows) {
        QStringList cells;
        for (const QString &cell : row)
            cells.push_back(written(cell, separator, below(random, 3) == 0));
        text += cells.join(separator) + lineEnd;
    }
    return text;
}

} // namespace

TEST_CASE("What a spreadsheet writes is read back cell by cell, with any separator and end of line")
{
    Random random(20260302);
    for (int round = 0; round < 400; ++round) {
        const auto rows = randomRows(random);
        const QChar separator = u";,\t|"_s[below(random, 4)];
        const QString lineEnd = QStringList{u"\n"_s, u"\r\n"_s, u"\r"_s}[below(random, 3)];
        const QString text = written(rows, separator, lineEnd, random);
        const auto parsed = parseDelimited(text, separator, u"La liste"_s, {});
        INFO(text.toStdString());
        REQUIRE(parsed.ok());
        CHECK(parsed.value().remarks.empty());
        REQUIRE(parsed.value().rows.size() == rows.size());
        int line = 1;
        for (size_t i = 0; i < rows.size(); ++i) {
            CHECK(parsed.value().rows[i].cells == rows[i]);
            CHECK(parsed.value().rows[i].line == line);
            line += 1 + int(rows[i].join(u' ').count(u'\n'));
        }
    }
}

TEST_CASE("The separator of a regular list is found whatever is inside the quotes")
{
    Random random(7);
    for (int round = 0; round < 200; ++round) {
        const QChar separator = u";,\t|"_s[below(random, 4)];
        QString text;
        for (int row = 0; row < 8; ++row)
            text += u"Nom %1%2\"%3\"%2fin\n"_s.arg(row).arg(separator).arg(
                written(randomCell(random), separator, false).remove(u'"'));
        const auto table = readDelimited(text, u"La liste"_s);
        INFO(text.toStdString());
        REQUIRE(table.ok());
        CHECK(table.value().separator == separator);
        for (const DelimitedRow &row : table.value().rows)
            CHECK(row.cells.size() == 3);
    }
}

TEST_CASE("Random damage gives rows of one width, or a sentence, the same each time")
{
    Random random(99);
    for (int round = 0; round < 600; ++round) {
        const auto rows = randomRows(random);
        QByteArray bytes = written(rows, u';', u"\r\n"_s, random).toUtf8();
        for (int i = below(random, 6); i >= 0 && !bytes.isEmpty(); --i) {
            const qsizetype at = below(random, int(bytes.size()));
            switch (below(random, 4)) {
            case 0:
                bytes[at] = char(random());
                break;
            case 1:
                bytes.truncate(at);
                break;
            case 2:
                bytes.remove(at, 1 + below(random, 10));
                break;
            default:
                bytes.insert(at, bytes.mid(below(random, int(bytes.size())), 20));
                break;
            }
        }
        const auto table = readDelimited(bytes, u"La liste"_s);
        const auto again = readDelimited(bytes, u"La liste"_s);
        REQUIRE(table.ok() == again.ok());
        if (!table.ok()) {
            CHECK(table.error().message.startsWith(u"La liste"_s));
            CHECK(table.error().message == again.error().message);
            continue;
        }
        REQUIRE(table.value().rows.size() == again.value().rows.size());
        int line = 0;
        for (size_t i = 0; i < table.value().rows.size(); ++i) {
            const DelimitedRow &row = table.value().rows[i];
            CHECK(row.cells == again.value().rows[i].cells);
            CHECK(row.cells.size() == table.value().rows.front().cells.size());
            CHECK(row.line > line);
            line = row.line;
        }
    }
}

TEST_CASE("Every length of a cut UTF-16 or UTF-8 file is read or refused, never more than what it held")
{
    const QString text = u"Commune;Note\nAllos;été\nSaint-André;L’Île\n"_s;
    for (const QByteArray &whole :
         {text.toUtf8(), fixtures::utf16(text, QStringConverter::Utf16LE, true),
          fixtures::utf16(text, QStringConverter::Utf16BE, true), fixtures::windows1252(text)})
        for (qsizetype length = 0; length < whole.size(); ++length) {
            const auto table = readDelimited(whole.left(length), u"La liste"_s);
            if (table.ok())
                CHECK(table.value().rows.size() <= 3);
            else
                CHECK(table.error().message.contains(u"Rien n’a été modifié"_s));
        }
}
