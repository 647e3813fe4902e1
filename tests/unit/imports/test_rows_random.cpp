// Random tables, written every way a table may be written: what is read is what was meant.
#include "fixtures.h"
#include "imports/cell_values.h"
#include "imports/input.h"
#include "packages.h"

#include <QTemporaryDir>
#include <random>

using namespace Qt::Literals::StringLiterals;

namespace
{

using Rows = std::vector<QStringList>;

class Random
{
public:
    explicit Random(unsigned seed) : m_random(seed) {}
    size_t below(size_t bound) { return m_random() % bound; }
    QString cell()
    {
        static const QStringList pieces{u"Éloïse"_s,       u"12,5"_s,    u"a;b"_s,   u"dit \"oui\""_s,
                                        u"deux\nlignes"_s, u"04039"_s,   u"œuvre"_s, u"x\ty"_s,
                                        u"p|q"_s,          u"fin\""_s,   u"=1+1"_s,  u"l’an"_s,
                                        u"\"tout\""_s,     u"à, côté"_s, u"2,5"_s,   u"Nîmes"_s};
        QString text;
        for (size_t i = 0; i < 1 + below(3); ++i)
            text += pieces[qsizetype(below(size_t(pieces.size())))];
        return below(5) == 0 ? QString() : text;
    }
    Rows rows(size_t count, size_t columns)
    {
        Rows all;
        for (size_t i = 0; i < count; ++i) {
            QStringList row{u"n%1"_s.arg(i)}; // never blank
            while (size_t(row.size()) < columns)
                row.push_back(cell());
            all.push_back(row);
        }
        return all;
    }

private:
    std::mt19937 m_random;
};

QString written(const Rows &rows, QChar separator, const QString &lineEnd)
{
    QString text;
    for (const QStringList &row : rows) {
        QStringList cells;
        for (const QString &cell : row) {
            const bool quoted = cell.contains(separator) || cell.contains(u'"') || cell.contains(u'\n');
            cells.push_back(quoted ? u'"' + QString(cell).replace(u'"', u"\"\""_s) + u'"' : cell);
        }
        text += cells.join(separator) + lineEnd;
    }
    return text;
}

Rows readAll(const imports::Tables &tables, qsizetype table = 0)
{
    auto source = tables.rows(table);
    if (!source)
        FAIL(source.error().message.toStdString());
    Rows all;
    while (source.value()->next()) {
        QStringList row;
        for (size_t i = 0; i < source.value()->cells().size(); ++i)
            row.push_back(source.value()->text(i));
        all.push_back(row);
    }
    CHECK_FALSE(source.value()->error());
    CHECK(source.value()->remarks().empty());
    return all;
}

Rows readBytes(const QByteArray &bytes)
{
    const auto tables = imports::Tables::open(imports::ImportInput::memory(bytes, u"x.csv"_s));
    if (!tables)
        FAIL(tables.error().message.toStdString());
    return readAll(tables.value());
}

} // namespace

TEST_CASE("Random tables as text: any separator, end of line and encoding")
{
    Random random(3);
    for (int round = 0; round < 60; ++round) {
        const QChar separator = QStringView(u";,\t|")[qsizetype(random.below(4))];
        const QString lineEnd = random.below(2) == 0 ? u"\n"_s : u"\r\n"_s;
        const Rows rows = random.rows(20 + random.below(60), 4 + random.below(4));
        const QString text = u"sep=%1\n"_s.arg(separator) + written(rows, separator, lineEnd);
        CAPTURE(round);
        CHECK((readBytes(text.toUtf8()) == rows));
        CHECK((readBytes("\xEF\xBB\xBF" + text.toUtf8()) == rows));
        CHECK((readBytes(fixtures::windows1252(text)) == rows));
        CHECK((readBytes(fixtures::utf16(text, QStringConverter::Utf16LE, true)) == rows));
    }
}

TEST_CASE("Random tables longer than the blocks they are read in")
{
    Random random(5);
    for (int round = 0; round < 4; ++round) {
        const Rows rows = random.rows(14'000, 5);
        const QByteArray text = u"sep=;\n"_s.toUtf8() + written(rows, u';', u"\n"_s).toUtf8();
        REQUIRE(text.size() > 512 * 1024);
        CHECK((readBytes(text) == rows));
    }
}

TEST_CASE("Random tables as workbooks: texts in the table or in place, numbers as they stand")
{
    Random random(9);
    for (int round = 0; round < 30; ++round) {
        Rows meant;
        Rows stored;
        for (const QStringList &row : random.rows(30, 6)) {
            QStringList into;
            QStringList read;
            for (const QString &cell : row) {
                const bool inPlace = random.below(3) == 0 && !cell.isEmpty();
                const bool number = random.below(6) == 0;
                const QString value = number ? QString::number(double(random.below(100'000)) / 8) : cell;
                const bool special = !number && (value.startsWith(u'=') || imports::readDecimal(value).has_value());
                into.push_back(number ? value : inPlace || special ? u"t:"_s + value : value);
                read.push_back(value);
            }
            while (!read.isEmpty() && read.back().isEmpty())
                read.removeLast();
            meant.push_back(read);
            stored.push_back(into);
        }
        const auto tables = imports::Tables::open(
            imports::ImportInput::memory(packages::workbook({{u"Vide"_s, {}}, {u"Données"_s, stored}}), u"x.xlsx"_s));
        REQUIRE(tables);
        CHECK((readAll(tables.value(), 1) == meant));
        CHECK(readAll(tables.value(), 0).empty());
    }
}

TEST_CASE("Inputs: files of the disk, archives of lists, pasted text, what cannot be opened")
{
    const QByteArray list = "a;b\n1;2\n";
    const Rows rows{{u"a"_s, u"b"_s}, {u"1"_s, u"2"_s}};
    const QTemporaryDir folder;
    const QByteArray zip =
        packages::zip({{u"lisez-moi.pdf"_s, "%PDF"}, {u"donnees/Liste 2.CSV"_s, list}, {u"meta.csv"_s, "x;y\n3;4\n"}});
    for (const auto &[name, bytes] : {std::pair(u"été.csv"_s, list), std::pair(u"données.zip"_s, zip)}) {
        QFile file(folder.filePath(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        const auto input = imports::ImportInput::file(file.fileName());
        CHECK(input.what() == u"Le fichier « %1 »"_s.arg(name));
        const auto tables = imports::Tables::open(input);
        REQUIRE(tables);
        CHECK((readAll(tables.value()) == rows));
        CHECK((readAll(tables.value()) == rows)); // asked again
    }
    const auto archive = imports::Tables::open(imports::ImportInput::memory(zip, u"z.zip"_s));
    CHECK(archive.value().names() == QStringList{u"donnees/Liste 2.CSV"_s, u"meta.csv"_s});
    CHECK(readAll(archive.value(), 1).at(1) == QStringList{u"3"_s, u"4"_s});
    const auto pasted = imports::ImportInput::pasted(u"a\tb\n1\t2\n"_s);
    CHECK(pasted.what() == u"La liste collée"_s);
    CHECK((readAll(imports::Tables::open(pasted).value()) == rows));
    for (const QString &path : {folder.path(), folder.filePath(u"absent.csv"_s), folder.filePath(u"absent.zip"_s)}) {
        const auto refused = imports::Tables::open(imports::ImportInput::file(path));
        const bool unreadable = !refused || !refused.value().rows(0);
        CHECK(unreadable);
    }
    CHECK_FALSE(imports::Tables::open(imports::ImportInput::memory(packages::zip({{u"a.zip"_s, zip}}), u"n.zip"_s)));
}
