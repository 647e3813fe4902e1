// The same questions asked in a slow and obvious way, on many names drawn at random with a fixed seed.
#include "base/text.h"
#include "shared_reference.h"
#include "support/catch.h"

#include <algorithm>
#include <map>
#include <QFile>
#include <QRegularExpression>
#include <random>
#include <set>

using namespace reference;
using namespace Qt::Literals::StringLiterals;

namespace
{

struct Line {
    QString code, nom, departement, postal, mere;
};

// The lines of the communes, read without the code under test.
const std::vector<Line> &lines()
{
    static const std::vector<Line> all = [] {
        std::vector<Line> read;
        QFile file(test::communesFile());
        REQUIRE(file.open(QIODevice::ReadOnly));
        bool inside = false;
        while (!file.atEnd()) {
            const QStringList columns = QString::fromUtf8(file.readLine()).chopped(1).split(u'\t');
            if (columns[0].startsWith(u'@'))
                inside = columns[0] == u"@communes"_s;
            else if (inside)
                read.push_back({columns[0], columns[1], columns[3], columns[2].section(u' ', 0, 0), columns[6]});
        }
        return read;
    }();
    return all;
}

QString slowKey(const QString &name)
{
    static const QRegularExpression saint(u"\\bst\\b"_s);
    static const QRegularExpression sainte(u"\\bste\\b"_s);
    static const QRegularExpression article(u"^(le|la|les|l) (?=.)"_s);
    return base::fold(name).replace(saint, u"saint"_s).replace(sainte, u"sainte"_s).remove(article);
}

const std::vector<QString> &slowKeys()
{
    static const std::vector<QString> keys = [] {
        std::vector<QString> made;
        for (const Line &line : lines())
            made.push_back(slowKey(line.nom));
        return made;
    }();
    return keys;
}

class Dice
{
public:
    explicit Dice(unsigned seed) : m_engine(seed) {}
    // 0 .. count - 1
    size_t roll(size_t count) { return m_engine() % count; }
    const Line &commune() { return lines()[roll(lines().size())]; }

private:
    std::mt19937 m_engine;
};

std::set<QString> codes(const std::vector<Hit> &hits)
{
    std::set<QString> found;
    for (const Hit &hit : hits)
        if (hit.kind != Hit::Kind::Epci && hit.reason == Hit::Reason::Nom)
            found.insert(hit.code);
    return found;
}

bool offers(const NameMatch &match, const QString &code)
{
    return std::any_of(match.communes.begin(), match.communes.end(),
                       [&code](const Commune &commune) { return commune.code == code; });
}

} // namespace

TEST_CASE("every line of the file is found again, with its département, région and EPCI")
{
    const Communes &communes = test::theCommunes();
    REQUIRE(lines().size() == communes.count());
    std::map<QString, qint64> membersOf;
    int wrong = 0;
    for (const Line &line : lines()) {
        const auto commune = communes.find(line.code);
        if (!commune || commune->nom != line.nom || commune->departement != line.departement ||
            !communes.region(commune->region) || commune->communeMere != line.mere) {
            ++wrong;
            continue;
        }
        if (!commune->epci.isEmpty() && line.mere.isEmpty())
            ++membersOf[commune->epci];
    }
    CHECK(wrong == 0);
    CHECK(membersOf.size() == 1255);
    Dice dice(11);
    for (int i = 0; i < 60; ++i) {
        const auto one = std::next(membersOf.begin(), std::ptrdiff_t(dice.roll(membersOf.size())));
        const auto epci = communes.epci(one->first);
        REQUIRE(epci);
        CHECK(epci->membres.size() == one->second);
        CHECK(std::is_sorted(epci->membres.begin(), epci->membres.end()));
        for (const QString &code : epci->membres)
            CHECK(communes.find(code)->epci == one->first);
    }
}

TEST_CASE("search finds what a slow reading of every name finds, and nothing else")
{
    Dice dice(22);
    for (int i = 0; i < 120; ++i) {
        const QString key = slowKey(dice.commune().nom);
        const qsizetype from = qsizetype(dice.roll(size_t(key.size())));
        const QString piece = slowKey(key.mid(from, 3 + qsizetype(dice.roll(6))).trimmed());
        static const QRegularExpression special(u"(^\\d+$)|\\b(st|ste)$|^(cc|ca|cu)\\b"_s);
        if (piece.size() < 3 || special.match(piece).hasMatch())
            continue;
        std::set<QString> expected;
        for (size_t at = 0; at < lines().size(); ++at)
            if (slowKeys()[at].contains(piece))
                expected.insert(lines()[at].code);
        INFO(piece.toStdString());
        CHECK(codes(test::theCommunes().search(piece, 50000)) == expected);
    }
}

TEST_CASE("hits come in the promised order")
{
    Dice dice(33);
    const auto tier = [](const QString &name, const QString &piece) {
        const QString key = slowKey(name);
        if (key == piece)
            return 0;
        if (key.startsWith(piece))
            return 1;
        return key.contains(u' ' + piece) ? 2 : 3;
    };
    for (int i = 0; i < 80; ++i) {
        const QString key = slowKey(dice.commune().nom);
        const QString piece = slowKey(key.left(3 + qsizetype(dice.roll(4))).trimmed());
        if (piece.size() < 3 || piece == u"ste"_s)
            continue;
        int before = 0;
        bool wasElsewhere = false;
        for (const Hit &hit : test::theCommunes().search(piece, 5000, u"04"_s)) {
            if (hit.kind == Hit::Kind::Epci || hit.reason != Hit::Reason::Nom)
                continue;
            const int now = tier(hit.nom, piece);
            const bool elsewhere = test::theCommunes().find(hit.code)->departement != u"04"_s;
            INFO(piece.toStdString() << " " << hit.nom.toStdString());
            CHECK(now >= before);
            CHECK((now > before || elsewhere || !wasElsewhere));
            wasElsewhere = elsewhere;
            before = now;
        }
    }
}

TEST_CASE("a longer limit only adds to the communes of a shorter one")
{
    for (const QString &query : {u"saint"_s, u"mar"_s, u"041"_s, u"la"_s}) {
        const auto few = test::theCommunes().search(query, 10);
        const auto many = test::theCommunes().search(query, 60);
        CHECK(few.size() == 10);
        for (const Hit &hit : few)
            CHECK(std::any_of(many.begin(), many.end(), [&hit](const Hit &other) { return other.code == hit.code; }));
    }
}

TEST_CASE("a name rewritten by a careless hand is still the same commune")
{
    using Rewrite = QString (*)(const QString &);
    const std::vector<Rewrite> rewrites{
        [](const QString &name) { return name.toUpper(); },
        [](const QString &name) { return base::fold(name).toUpper(); },
        [](const QString &name) { return QString(name).replace(u'-', u' '); },
        [](const QString &name) {
            return QString(name).replace(u"Saint-"_s, u"St "_s).replace(u"Sainte-"_s, u"STE-"_s);
        },
        [](const QString &name) { return u"  "_s + name + u" , "_s; },
        [](const QString &name) { return QString(name).replace(u"'"_s, u"’ "_s); },
        [](const QString &name) { return name + u" CEDEX"_s; },
        [](const QString &name) {
            static const QRegularExpression article(u"^(Le|La|Les) (.*)$"_s);
            return QString(name).replace(article, u"\\2 (\\1)"_s);
        },
    };
    Dice dice(44);
    int same = 0;
    int asked = 0;
    for (int i = 0; i < 400; ++i) {
        const Line &line = dice.commune();
        if (!line.mere.isEmpty() || line.postal.isEmpty() || line.code == u"75056"_s || line.code == u"13055"_s ||
            line.code == u"69123"_s)
            continue;
        const QString written = rewrites[dice.roll(rewrites.size())](line.nom);
        const NameMatch match = test::theCommunes().matchName(written, {line.departement, line.postal});
        INFO(written.toStdString() << " " << line.code.toStdString());
        CHECK(offers(match, line.code));
        CHECK((match.outcome == NameMatch::Outcome::Exact || match.outcome == NameMatch::Outcome::Ambiguous));
        same += match.outcome == NameMatch::Outcome::Exact ? 1 : 0;
        ++asked;
    }
    CHECK(asked > 300);
    CHECK(same >= asked - 2); // two homonyms of one postal code may be drawn
}

TEST_CASE("one wrong letter never gives another commune as sure")
{
    Dice dice(55);
    int offered = 0;
    int asked = 0;
    for (int i = 0; i < 150; ++i) {
        const Line &line = dice.commune();
        QString name = line.nom;
        if (!line.mere.isEmpty() || name.size() < 8)
            continue;
        name[qsizetype(2 + dice.roll(size_t(name.size() - 3)))] = QChar(u'x');
        const NameMatch match = test::theCommunes().matchName(name, {line.departement, line.postal});
        INFO(name.toStdString());
        if (match.outcome == NameMatch::Outcome::Exact)
            CHECK(offers(match, line.code));
        offered += offers(match, line.code) ? 1 : 0;
        ++asked;
    }
    CHECK(asked > 80);
    CHECK(offered * 10 >= asked * 9);
}

TEST_CASE("a file of communes damaged anywhere is read or refused, never believed blindly")
{
    // A small file of the same shape: each of many single changes is tried.
    const QByteArray sound = "#atelier-communes\t1\n#millesime\t2026\n#source\tS\n#paquet\tP\n#date\t2026-03-09\n"
                             "#licence\tL\n#population\tI\n#population-annee\t2023\n"
                             "@regions\t1\n93\tSud\n@departements\t1\n04\t93\tAlpes\n@epci\t1\n200000001\tCC\tVallées\n"
                             "@communes\t2\n04001\tAncelle\t04100 04110\t04\t200000001\t12\t\n"
                             "04002\tNeuve\t04120\t04\t\t\t\n@disparues\t1\n04003\tdeleguee\t04002\tVieille\n@fin\t0\n";
    QTemporaryDir folder;
    const QString path = folder.filePath(u"communes-2026.tsv"_s);
    const auto load = [&path](const QByteArray &bytes) {
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        REQUIRE(file.write(bytes) == bytes.size());
        file.close();
        return Communes::load(path);
    };
    const auto whole = load(sound);
    REQUIRE(whole.ok());
    CHECK(whole.value().epci(u"200000001"_s)->membres == QStringList{u"04001"_s});
    CHECK(whole.value().search(u"vieille"_s, 5).front().code == u"04002"_s);

    Dice dice(66);
    int refused = 0;
    for (int i = 0; i < 800; ++i) {
        QByteArray bytes = sound;
        const auto at = qsizetype(dice.roll(size_t(bytes.size())));
        switch (dice.roll(4)) {
        case 0:
            bytes[at] = char(dice.roll(256));
            break;
        case 1:
            bytes.remove(at, 1 + qsizetype(dice.roll(20)));
            break;
        case 2:
            bytes.insert(at, QByteArray(1 + qsizetype(dice.roll(3)), dice.roll(2) != 0 ? '\t' : '\n'));
            break;
        default:
            bytes.truncate(at);
        }
        const auto result = load(bytes);
        if (!result) {
            ++refused;
            CHECK(result.error().message.contains(u"Réinstallez"_s));
            continue;
        }
        for (const QString &query : {u"ancelle"_s, u"04"_s, u"vallees"_s, u"04120"_s, u"vieille"_s})
            (void)result.value().search(query, 5);
        (void)result.value().matchName(u"Vieille"_s);
        (void)result.value().epci(u"200000001"_s);
    }
    CHECK(refused > 300);
}
