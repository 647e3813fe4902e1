// Charts at their edges: the largest counts, sources as people write them, texts that must be cut, time of any length.
#include "chart_samples.h"
#include "report/charts_pieces.h"
#include "report/document_name.h"
#include "report/fiche_document.h"
#include "report/time_scale.h"
#include "strings_of.h"
#include "support/trame.h"

#include "base/word_width.h"

#include <limits>
#include <random>

using namespace report;
using namespace report::charts;
using ::charts::tranches;
using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr qint64 huge = std::numeric_limits<qint64>::max();

void checkInside(const Figure &figure)
{
    for (const Drawing &drawing : figure.drawings) {
        const QRectF area = areaOf(drawing);
        CHECK(std::isfinite(area.left()));
        CHECK(area.left() >= -0.01);
        CHECK(area.right() <= figure.size.width() + 0.01);
    }
}

} // namespace

TEST_CASE("A pyramid of the largest counts there can be is drawn in its frame, its numbers told")
{
    for (const auto &[men, women] : std::initializer_list<std::pair<qint64, qint64>>{
             {huge, huge}, {huge, 0}, {0, 0}, {-5, -5}, {huge, -huge}, {1, huge}}) {
        domain::TrancheAge band;
        band.code = u"0"_s;
        band.hommes = men;
        band.femmes = women;
        const auto figure = agePyramid({band, tranches().at(3)});
        REQUIRE(figure);
        checkInside(*figure);
        CHECK_FALSE(figure->description.contains(u'−')); // nobody is fewer than none
        CHECK(figure->values.rows.size() == 3);
    }
    domain::TrancheAge whole;
    whole.code = u"0"_s;
    whole.ensemble = huge;
    checkInside(*agePyramid({whole}));
}

TEST_CASE("Ages are ranged from the oldest whatever their order, a code that is no number is the youngest")
{
    std::vector<domain::TrancheAge> bands = tranches();
    std::mt19937 random(3);
    std::shuffle(bands.begin(), bands.end(), random);
    domain::TrancheAge odd = bands.front();
    odd.code = u"inconnu"_s;
    odd.libelle = QString();
    bands.push_back(odd);
    const Table values = agePyramid(bands)->values;
    QStringList names;
    for (const Row &row : values.rows)
        names << row.cells.front().paragraphs.front().runs.front().text;
    CHECK(names.at(1).startsWith(u"95"_s));
    CHECK(names.last() == u"inconnu");
    CHECK(names.size() == 22);
}

TEST_CASE("A source ends with one full stop, and its year is said once")
{
    const auto said = [](const QStringList &sources, const std::vector<qint64> &years) {
        return support::plain(sourceText(sources, years));
    };
    CHECK(said({u"INSEE"_s}, {2021}) == u"Source : INSEE, 2021.");
    CHECK(said({u"INSEE."_s}, {2021}) == u"Source : INSEE, 2021.");
    CHECK(said({u"INSEE, 2021"_s}, {2021}) == u"Source : INSEE, 2021.");
    CHECK(said({u"INSEE, 2021."_s}, {2021}) == u"Source : INSEE, 2021.");
    CHECK(said({u"Recensement 2021 de l’INSEE"_s}, {2021}) == u"Source : Recensement 2021 de l’INSEE.");
    CHECK(said({u"Dossier 120215"_s}, {2021}) == u"Source : Dossier 120215, 2021.");
    CHECK(said({u"INSEE"_s, u" INSEE "_s, u""_s, u"DREES"_s}, {2021, 2021, 2022}) ==
          u"Source : INSEE, DREES, 2021, 2022.");
    CHECK(said({u"  "_s, QString()}, {}).isEmpty());
    CHECK(said({}, {2021}) == u"Année : 2021.");
    CHECK(said({u"."_s}, {}).isEmpty());
    CHECK(said({u"Source interne…"_s}, {}) == u"Source : Source interne….");
}

TEST_CASE("A figure is written as people write it, and stays short however large or small it is")
{
    const auto said = [](double value, const QString &unit = {}) { return support::plain(valueText(value, unit)); };
    CHECK(said(14.9, u"%"_s) == u"14,9 %");
    CHECK(said(-0.0) == u"0");
    CHECK(said(-0.001) == u"0");
    CHECK(said(1234567.891) == u"1 234 567,89");
    CHECK(said(12, u"habitants"_s) == u"12"); // said with the title
    CHECK(said(12, u"   "_s) == u"12");
    for (const double value : {1e12, -1e15, 1e300, std::numeric_limits<double>::max(), 5e-324}) {
        CHECK(said(value).size() < 20);
        CHECK_FALSE(said(value).isEmpty());
    }
    CHECK(isShortUnit(u" ETP "_s));
    CHECK_FALSE(isShortUnit(u"patients"_s));
}

TEST_CASE("A text is cut in lines that hold, loses no word that holds, and says that it was cut")
{
    std::mt19937 random(7);
    const QStringList words{u"le"_s, u"médecin"_s, u"🙂"_s, u"Thorame-Basse"_s, u"anticonstitutionnellement"_s,
                            u"à"_s,  u"漢漢漢漢"_s};
    for (int turn = 0; turn < 300; ++turn) {
        QStringList text;
        for (unsigned left = random() % 12; left > 0; --left)
            text << words.at(qsizetype(random() % unsigned(words.size())));
        const double width = 4 + double(random() % 60);
        const int most = 1 + int(random() % 3);
        const QStringList lines = fittedLines(text.join(u"  "_s), width, 9, false, most);
        CHECK(lines.size() <= most);
        CHECK(widest(lines, 9) <= std::max(width, widest({u"…"_s}, 9)) + 1e-9);
        const QString shown = lines.join(u' ');
        if (!shown.contains(u'…'))
            CHECK(shown == text.join(u' '));
        CHECK(shown.isEmpty() == text.isEmpty());
        CHECK(QString::fromUtf8(shown.toUtf8()) == shown); // no half of a character
    }
    CHECK(fittedLines(u"   "_s, 10, 9, false, 2).isEmpty());
}

TEST_CASE("A lighter colour is between the colour and white, the whole of it is itself")
{
    for (const Color color : {0x000000u, 0xFFFFFFu, 0x0B6E6Eu, 0xA84B0Bu, 0x010203u}) {
        CHECK(tint(color, 1) == color);
        CHECK(tint(color, 0) == 0xFFFFFF);
        for (const int shift : {16, 8, 0}) {
            const auto channel = [shift](Color each) { return (each >> shift) & 0xFF; };
            CHECK(channel(tint(color, 0.5)) >= channel(color));
            CHECK(channel(tint(color, 0.2)) >= channel(tint(color, 0.5)));
        }
    }
}

TEST_CASE("Time of any length is whole units of equal names, each day inside its unit")
{
    std::mt19937 random(11);
    for (int turn = 0; turn < 400; ++turn) {
        const QDate first = QDate(1990, 1, 1).addDays(int(random() % 40'000));
        const QDate last = first.addDays(turn % 4 == 0 ? 0 : int(random() % (1u << (random() % 18))));
        const int least = turn % 2 == 0 ? 1 : 3;
        const TimeScale scale = timeScale(first, last, 60, 168, 15, least);
        INFO(first.toString(Qt::ISODate).toStdString() << " " << last.toString(Qt::ISODate).toStdString());
        CHECK(scale.months >= least);
        CHECK(scale.from <= first);
        CHECK(scale.to > last);
        CHECK(startOfUnit(scale.from, scale.months) == scale.from);
        CHECK(scale.x(scale.from) == Approx(60));
        CHECK(scale.x(scale.to) == Approx(168));
        CHECK(scale.dayWidth() > 0);
        QString before;
        int units = 0;
        for (QDate start = scale.from; start < scale.to; start = start.addMonths(scale.months), ++units) {
            CHECK(startOfUnit(start, scale.months) == start);
            CHECK(scale.name(start) != before);
            before = scale.name(start);
        }
        CHECK(units <= 8 + 1); // none narrower than its name, months being of unequal lengths
        for (const QDate &day : {first, last})
            CHECK(std::abs(scale.dateAt(scale.x(day) + scale.dayWidth() / 2).daysTo(day)) == 0);
        CHECK(scale.dateAt(-1e6) == scale.from);
        CHECK(scale.dateAt(1e6) == scale.to.addDays(-1));
    }
}

TEST_CASE("A document is called by its subject and whose it is, once")
{
    Document document;
    document.title = u"LETTRE D’INTENTION"_s;
    CHECK(nameOf(document) == u"LETTRE D’INTENTION");
    document.subject = u"Lettre d’intention"_s;
    CHECK(nameOf(document) == u"Lettre d’intention");
    document.author = u"CPTS des Vallées"_s;
    CHECK(nameOf(document) == u"Lettre d’intention – CPTS des Vallées");
    document.subject = u"Lettre d’intention de la CPTS des Vallées"_s;
    CHECK(nameOf(document) == document.subject);
    CHECK(ficheDocument(support::trame()) == u"annexe-5");
}
