// What holds of every search among the communes: each is found as people type it, hits can be told apart, in one order.
#include "base/text.h"
#include "reference/contours.h"
#include "reference/sigle_text.h"
#include "shared_reference.h"
#include "support/catch.h"

#include <QSet>
#include <random>

using namespace reference;
using namespace Qt::Literals::StringLiterals;

namespace
{

std::vector<Hit> search(const QString &query, int limit = 10, const QString &departement = {})
{
    return test::theCommunes().search(query, limit, departement);
}

bool has(const std::vector<Hit> &hits, const QString &code)
{
    return std::any_of(hits.begin(), hits.end(), [&code](const Hit &hit) { return hit.code == code; });
}

// Those of some départements: mountains, coast, Corse, overseas.
std::vector<Commune> communesOf(const QStringList &departements)
{
    std::vector<Commune> all;
    for (const QString &departement : departements)
        for (int number = 1; number < 500; ++number)
            if (const auto commune = test::theCommunes().find(
                    departement + u"%1"_s.arg(number, 5 - int(departement.size()), 10, QChar(u'0'))))
                all.push_back(*commune);
    return all;
}

QString withoutAccents(const QString &name)
{
    QString plain;
    for (const QChar c : name.normalized(QString::NormalizationForm_D))
        if (!c.isMark())
            plain += c;
    return plain.replace(u"œ"_s, u"oe"_s).replace(u"Œ"_s, u"Oe"_s);
}

} // namespace

TEST_CASE("a commune is found by its name and its département or postal code, however carelessly they are typed")
{
    const auto all = communesOf({u"04"_s, u"2A"_s, u"974"_s});
    REQUIRE(all.size() > 250);
    for (size_t at = 0; at < all.size(); at += 7) {
        const Commune &commune = all[at];
        const QString bare = withoutAccents(commune.nom).replace(u'-', u' ').replace(u'’', u' ').replace(u'\'', u' ');
        for (const QString &typed :
             {commune.nom, bare.toUpper(), bare.toLower() + u"  "_s, QString(bare).remove(u"  "_s)}) {
            INFO(typed.toStdString());
            CHECK(has(search(typed + u' ' + commune.departement.toLower(), 20), commune.code));
            if (!commune.codesPostaux.isEmpty())
                CHECK(has(search(commune.codesPostaux.front() + u' ' + typed, 20), commune.code));
        }
        const auto hits = search(commune.nom, 10, commune.departement);
        REQUIRE_FALSE(hits.empty());
        CHECK(has(hits, commune.code));
    }
}

TEST_CASE("saint and sainte are found as they are shortened, with or without a dot or a hyphen")
{
    int tried = 0;
    for (const Commune &commune : communesOf({u"04"_s, u"05"_s})) {
        for (const auto &[word, shorts] : std::initializer_list<std::pair<QString, QStringList>>{
                 {u"Saint-"_s, {u"st "_s, u"St-"_s, u"ST. "_s, u"st."_s}},
                 {u"Sainte-"_s, {u"ste "_s, u"Ste-"_s, u"STE. "_s}}}) {
            if (!commune.nom.startsWith(word))
                continue;
            for (const QString &shortened : shorts) {
                const QString typed = shortened + commune.nom.mid(word.size());
                INFO(typed.toStdString());
                const auto hits = search(typed, 10, commune.departement);
                REQUIRE_FALSE(hits.empty());
                CHECK(has(hits, commune.code));
                ++tried;
            }
        }
    }
    CHECK(tried > 60);
}

TEST_CASE("the arrondissements of the three cities are found by their number in every spelling")
{
    const struct {
        QString city;
        int count;
        int first;
    } cities[] = {{u"Paris"_s, 20, 75101}, {u"Lyon"_s, 9, 69381}, {u"Marseille"_s, 16, 13201}};
    for (const auto &[city, count, first] : cities) {
        QSet<QString> seen;
        for (int number = 1; number <= count; ++number) {
            const QString code = QString::number(first + number - 1);
            const QString ordinal = number == 1 ? u"1er"_s : u"%1e"_s.arg(number);
            for (const QString &typed : {u"%1 %2"_s.arg(city).arg(number), u"%1 %2"_s.arg(city.toUpper(), ordinal),
                                         u"%1 %2 arrondissement"_s.arg(city.toLower(), ordinal)}) {
                INFO(typed.toStdString());
                const auto hits = search(typed, 5);
                REQUIRE_FALSE(hits.empty());
                CHECK(hits.front().code == code);
                CHECK(hits.front().kind == Hit::Kind::Arrondissement);
            }
            const auto commune = test::theCommunes().find(code);
            REQUIRE(commune);
            CHECK(commune->estArrondissement());
            seen << code;
        }
        CHECK(seen.size() == count);
        CHECK(search(city, 3).front().nom == city);
    }
}

TEST_CASE("hits of one search can be told apart, none comes twice, and each leads to a commune or an EPCI")
{
    for (const QString &query : {u"saint martin"_s, u"beaumont"_s, u"sainte colombe"_s, u"la garde"_s, u"villeneuve"_s,
                                 u"saint"_s, u"vallees"_s, u"04"_s, u"132"_s, u"pays"_s, u"st"_s, u"bois"_s}) {
        const auto hits = search(query, 400);
        CHECK(hits.size() > 3);
        QSet<QString> codes;
        QSet<QString> shown;
        for (const Hit &hit : hits) {
            INFO(query.toStdString() << ": " << hit.nom.toStdString() << ", " << hit.precision.toStdString());
            CHECK_FALSE(codes.contains(hit.code));
            codes << hit.code;
            shown << hit.nom + u'|' + hit.precision;
            CHECK_FALSE(hit.precision.isEmpty());
            if (hit.kind == Hit::Kind::Epci)
                CHECK(test::theCommunes().epci(hit.code));
            else
                CHECK(test::theCommunes().find(hit.code));
        }
        CHECK(shown.size() == codes.size());
    }
}

TEST_CASE("homonyms come by their inhabitants, those of the wanted département first")
{
    for (const QString &name :
         {u"Saint-Martin"_s, u"Beaumont"_s, u"Castillon"_s, u"Villeneuve"_s, u"Sainte-Colombe"_s}) {
        const auto namesakes = [&name](const QString &departement) {
            std::vector<Commune> found;
            for (const Hit &hit : search(name, 300, departement))
                if (hit.nom == name && hit.kind == Hit::Kind::Commune)
                    found.push_back(*test::theCommunes().find(hit.code));
            return found;
        };
        const auto all = namesakes({});
        REQUIRE(all.size() > 1);
        for (size_t i = 1; i < all.size(); ++i)
            CHECK(all[i - 1].population.value_or(-1) >= all[i].population.value_or(-1));
        const QString last = all.back().departement;
        CHECK(namesakes(last).front().departement == last);
        CHECK(namesakes(last).size() == all.size());
    }
}

TEST_CASE("a postal code finds all its communes and nothing else, its start all those that begin so")
{
    QHash<QString, QSet<QString>> byCode;
    for (const Commune &commune : communesOf({u"04"_s}))
        for (const QString &code : commune.codesPostaux)
            byCode[code] << commune.code;
    REQUIRE(byCode.size() > 30);
    for (auto each = byCode.cbegin(); each != byCode.cend(); ++each) {
        QSet<QString> found;
        for (const Hit &hit : search(each.key(), 500)) {
            const auto commune = test::theCommunes().find(hit.code);
            REQUIRE(commune);
            CHECK((commune->codesPostaux.contains(each.key()) || hit.reason == Hit::Reason::CodeInsee ||
                   hit.reason == Hit::Reason::AncienneCommune));
            if (commune->codesPostaux.contains(each.key()))
                found << hit.code;
        }
        INFO(each.key().toStdString());
        CHECK(found.contains(each.value()));
        const auto started = search(each.key().left(4), 2'000);
        for (const QString &code : each.value())
            CHECK(has(started, code));
    }
}

TEST_CASE("what a code has become is a commune of today, once and for all")
{
    int former = 0;
    for (int number = 1; number < 500; ++number)
        for (const QString &departement : {u"01"_s, u"14"_s, u"49"_s, u"73"_s}) {
            const QString code = departement + u"%1"_s.arg(number, 3, 10, QChar(u'0'));
            const auto become = test::theCommunes().successor(code);
            if (!become)
                continue;
            ++former;
            INFO(code.toStdString());
            CHECK_FALSE(test::theCommunes().find(code));
            CHECK(test::theCommunes().find(become->code));
            CHECK_FALSE(test::theCommunes().successor(become->code));
            CHECK(become->phrase().contains(u"« %1 »"_s.arg(become->nom)));
            CHECK_FALSE(become->phrase().endsWith(u'.'));
        }
    CHECK(former > 100);
}

TEST_CASE("a profession is recognised under every name it has, and counts in one line")
{
    const Professions &professions = test::theReference().professions();
    for (const auto *list : {&professions.trame, &professions.personnes})
        for (const Profession &profession : *list)
            for (const QString &name :
                 {profession.singulier, profession.pluriel, profession.singulier.toUpper(),
                  profession.pluriel.toLower(), withoutAccents(profession.singulier).replace(u'-', u' '),
                  u"  "_s + profession.pluriel + u" "_s}) {
                INFO(name.toStdString());
                const Profession *found = professions.recognise(name);
                REQUIRE(found);
                CHECK(found->code == profession.code);
                CHECK(professions.ligneDe(name) == profession.ligne);
            }
    CHECK(professions.ligneDe(u"Marabout"_s) == u"autres");
    CHECK(professions.ligneDe(QString()).isEmpty());
}

TEST_CASE("frames of outlines grow, meet and hold as sets of places do")
{
    std::mt19937 random(17);
    const auto number = [&random] { return qint32(random() % 9); };
    for (int turn = 0; turn < 500; ++turn) {
        ContourBox boxes[2];
        for (ContourBox &box : boxes) {
            CHECK(box.isEmpty());
            for (unsigned left = random() % 4; left > 0; --left)
                box.grow(ContourPoint{number(), number()});
        }
        const auto holds = [](const ContourBox &box, qint32 x, qint32 y) {
            return !box.isEmpty() && x >= box.left && x <= box.right && y >= box.bottom && y <= box.top;
        };
        bool meet = false;
        bool inside = !boxes[1].isEmpty() && !boxes[0].isEmpty();
        for (qint32 x = 0; x < 9; ++x)
            for (qint32 y = 0; y < 9; ++y) {
                meet = meet || (holds(boxes[0], x, y) && holds(boxes[1], x, y));
                inside = inside && (!holds(boxes[1], x, y) || holds(boxes[0], x, y));
            }
        CHECK(boxes[0].meets(boxes[1]) == meet);
        CHECK(boxes[1].meets(boxes[0]) == meet);
        CHECK(boxes[0].holds(boxes[1]) == inside);
        ContourBox both = boxes[0];
        both.grow(boxes[1]);
        for (const ContourBox &box : boxes)
            CHECK((box.isEmpty() || both.holds(box)));
        CHECK(both.isEmpty() == (boxes[0].isEmpty() && boxes[1].isEmpty()));
        if (!both.isEmpty())
            CHECK(both.widened(2).holds(both));
    }
}

TEST_CASE("acronyms of any text are where they are said to be, and stems do not depend on case nor accents")
{
    std::mt19937 random(19);
    const QStringList pieces{u"CPTS"_s, u"e-CPS"_s,  u"la"_s,         u" "_s,       u" "_s,     u"."_s,
                             u","_s,    u"’"_s,      u"www.MSP.fr"_s, u"DAC/PTA"_s, u"(MSP)"_s, u"É"_s,
                             u"-"_s,    u"\u2011"_s, u"🙂"_s,       u"2027"_s,    u"@"_s,     u"\n"_s};
    for (int turn = 0; turn < 500; ++turn) {
        QString text;
        for (unsigned left = random() % 12; left > 0; --left)
            text += pieces.at(qsizetype(random() % unsigned(pieces.size())));
        qsizetype last = -1;
        for (const SigleWord &word : sigleWords(text)) {
            INFO(text.toStdString());
            CHECK(text.mid(word.at, word.word.size()) == word.word);
            CHECK(word.at > last);
            last = word.at + word.word.size() - 1;
            CHECK(word.word != word.word.toLower());
            CHECK(word.word.size() > 1);
            CHECK_FALSE(word.word.endsWith(u'-'));
        }
        CHECK(stems(text) == stems(text.toUpper()));
        CHECK(stems(text) == stems(withoutAccents(text)));
        CHECK(stems(text).startsWith(u' '));
        CHECK(stems(text).endsWith(u' '));
    }
}
