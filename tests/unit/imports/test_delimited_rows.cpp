// Rows of delimited text read in pieces: the same rows as the whole-file reader, whatever the size.
#include "fixtures.h"
#include "imports/row_source.h"
#include "packages.h"

#include <chrono>
#include <QBuffer>

using namespace Qt::Literals::StringLiterals;
using imports::delimitedRows;

namespace
{

std::unique_ptr<QIODevice> device(const QByteArray &bytes)
{
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(bytes);
    buffer->open(QIODevice::ReadOnly);
    return buffer;
}

struct Read {
    std::vector<QStringList> rows;
    std::vector<int> lines;
    std::vector<imports::Remark> remarks;
    std::optional<base::Error> error;
};

Read read(const QByteArray &bytes, const imports::Watch &watch = {}, const imports::StreamLimits &limits = {})
{
    Read all;
    auto source = delimitedRows(device(bytes), bytes.size(), u"Le fichier « essai.csv »"_s, watch, limits);
    if (!source) {
        all.error = source.error();
        return all;
    }
    auto &rows = *source.value();
    while (rows.next()) {
        QStringList cells;
        for (size_t i = 0; i < rows.cells().size(); ++i)
            cells.push_back(rows.text(i));
        all.rows.push_back(cells);
        all.lines.push_back(rows.line());
    }
    all.remarks = rows.remarks();
    all.error = rows.error();
    return all;
}

using Rows = std::vector<QStringList>;

} // namespace

TEST_CASE("Separators, ends of line and blank lines")
{
    const Rows expected{{u"a"_s, u"b"_s}, {u"1"_s, u"2"_s}, {u"3"_s, u"4"_s}};
    CHECK(read("a;b\n1;2\n3;4\n").rows == expected);
    CHECK(read("a|b\r\n1|2\r\n\r\n3|4").rows == expected);
    CHECK(read("a\tb\r1\t2\r3\t4").rows == expected);
    CHECK(read("sep=,\na,b\n1,2\n3,4").rows == expected);
    for (const char *mixed : {"a;b\n1;2\r3;4\n", "a;b\r1;2\n3;4", "a;b\r\n1;2\r3;4\r\n", "a;b\r\r\n1;2\r\r3;4\n"})
        CHECK(read(mixed).rows == expected);
    CHECK(read("a;b\n1;2\r3;4\n").lines == std::vector<int>{1, 2, 3});
    CHECK(read("a;b\n\"1\r1\";2\n").rows.back().front() == u"1\r1"_s); // inside quotes it belongs to the cell
    const auto spaced = read("a;b\n\n ; \n 1 ;2\n");
    CHECK(spaced.rows == Rows{{u"a"_s, u"b"_s}, {u"1"_s, u"2"_s}});
    CHECK(spaced.lines == std::vector<int>{1, 4});
    CHECK(read("une seule\ncolonne\n").rows == Rows{{u"une seule"_s}, {u"colonne"_s}});
}

TEST_CASE("Encodings of the first block, and letters that come later")
{
    const QString text = u"nom;ville\nÉlise;Forcalquier\n"_s;
    const Rows expected{{u"nom"_s, u"ville"_s}, {u"Élise"_s, u"Forcalquier"_s}};
    CHECK(read(text.toUtf8()).rows == expected);
    CHECK(read("\xEF\xBB\xBF" + text.toUtf8()).rows == expected);
    CHECK(read(fixtures::windows1252(text)).rows == expected);
    for (const auto encoding : {QStringConverter::Utf16LE, QStringConverter::Utf16BE}) {
        CHECK(read(fixtures::utf16(text, encoding, true)).rows == expected);
        CHECK(read(fixtures::utf16(text, encoding, false)).rows == expected);
    }
    const QByteArray plain = QByteArray("aaaa;bbbb\n").repeated(20'000);
    CHECK(read(plain + fixtures::windows1252(u"Élise;Forcalquier\n"_s)).rows.back() == expected.back());
    CHECK(read(plain + u"Élise;Forcalquier\n"_s.toUtf8()).rows.back() == expected.back());
    const auto wide =
        read(fixtures::utf16(text + QString(u"x;œ\n"_s).repeated(90'000), QStringConverter::Utf16LE, true));
    REQUIRE(wide.rows.size() == 90'002);
    CHECK(wide.rows.back() == QStringList{u"x"_s, u"œ"_s});
}

TEST_CASE("Quoted cells hold separators, quotes and ends of line, across blocks too")
{
    const auto quoted = read("a;b\n\"x;y\";\"dit \"\"oui\"\"\"\n\"deux\nlignes\";z\nfin;1\n");
    CHECK(quoted.rows ==
          Rows{{u"a"_s, u"b"_s}, {u"x;y"_s, u"dit \"oui\""_s}, {u"deux\nlignes"_s, u"z"_s}, {u"fin"_s, u"1"_s}});
    CHECK(quoted.lines == std::vector<int>{1, 2, 3, 5});
    CHECK(read("a;b\nl’hôtel \"Le Pin\";2\n").rows.back() == QStringList{u"l’hôtel \"Le Pin\""_s, u"2"_s});
    const QByteArray many = "a;b\n" + QByteArray("\"un\ndeux\";\"trois; quatre\"\n").repeated(30'000);
    const auto across = read(many);
    REQUIRE(across.rows.size() == 30'001);
    CHECK(std::all_of(across.rows.begin() + 1, across.rows.end(), [](const QStringList &row) {
        return row == QStringList{u"un\ndeux"_s, u"trois; quatre"_s};
    }));
    CHECK(across.lines.back() == 1 + 30'000 * 2 - 1);
}

TEST_CASE("Read in pieces, a quote that nothing closes costs one remark")
{
    const auto open = read("a;b\n\"x;1\ny;2\nz;3\n");
    REQUIRE(open.rows.size() == 4);
    CHECK(open.rows[1] == QStringList{u"\"x"_s, u"1"_s});
    CHECK(open.rows[3] == QStringList{u"z"_s, u"3"_s});
    REQUIRE(open.remarks.size() == 1);
    CHECK(open.remarks[0].line == 2);
    // One on every line: bounded in remarks and in time.
    const auto everywhere = read("a;b\n" + QByteArray("\"x;yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy\n").repeated(50'000));
    CHECK(everywhere.rows.size() == 50'001);
    CHECK(everywhere.remarks.size() < 30);
}

TEST_CASE("What is no list of text, too long or stopped is refused in French")
{
    for (const QByteArray &bytes : {QByteArray(), QByteArray(";;;\n;;"), QByteArray("\xEF\xBB\xBF"),
                                    QByteArray("%PDF-1.7\n%…"), QByteArray(5000, '\0'), QByteArray("PK\x03\x04")}) {
        const auto refused = read(bytes);
        REQUIRE(refused.error);
        CHECK(refused.error->message.startsWith(u"Le fichier « essai.csv » "_s));
        CHECK(refused.error->message.contains(u"Rien n’a été modifié"_s));
    }
    const auto endless = read("a;b\n" + QByteArray(6 * 1024 * 1024, 'x'));
    REQUIRE(endless.error);
    CHECK(endless.error->code == base::ErrorCode::Hostile);
    const auto wide = read("a;b\n" + QByteArray(";").repeated(9000) + "x\n");
    REQUIRE(wide.error);
    CHECK(wide.error->message.contains(u"plus de 4096 colonnes à la ligne 2"_s));
    imports::StreamLimits small;
    small.bytes = 1000;
    REQUIRE(read(QByteArray("a;b\n").repeated(100'000), {}, small).error);
    imports::Watch watch;
    int asked = 0;
    watch.cancelled = [&asked] { return ++asked > 2; };
    const auto stopped = read(QByteArray("aaaaaaaaaa;b\n").repeated(200'000), watch);
    REQUIRE(stopped.error);
    CHECK(stopped.error->code == base::ErrorCode::Cancelled);
    CHECK(stopped.rows.size() < 200'000);
}

TEST_CASE("Progress goes up to the size, and a hundred thousand lines pass in little time")
{
    const QByteArray line =
        QByteArray("810000000001|10|Médecin|SM26|04039||").append(QByteArray("x|").repeated(40)) + "\n";
    const QByteArray bytes = line.repeated(100'000);
    imports::Watch watch;
    qint64 last = 0;
    bool rising = true;
    watch.progress = [&](qint64 done, qint64 total) {
        rising = rising && done >= last && total == bytes.size();
        last = done;
    };
    auto source = delimitedRows(device(bytes), bytes.size(), u"Le fichier"_s, watch);
    REQUIRE(source);
    const auto start = std::chrono::steady_clock::now();
    int rows = 0;
    while (source.value()->next())
        rows += source.value()->cells().size() == 47 ? 1 : 0;
    const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start;
    CHECK(rows == 100'000);
    CHECK(rising);
    CHECK(last == bytes.size());
    CHECK(spent.count() < 20); // a loaded machine, without optimisation; 0.1 s otherwise
}
