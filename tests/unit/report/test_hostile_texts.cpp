// A project in which every text holds what no document can carry: not one of these characters comes out, in any
// document, chart, calendar or map, and the words around them do.
#include "controle/controle.h"
#include "map_samples.h"
#include "report/budget_document.h"
#include "report/ccopd.h"
#include "report/charts.h"
#include "report/fil_rouge.h"
#include "report/map_project.h"
#include "report/reperes.h"
#include "strings_of.h"
#include "unit/report/fixtures.h"

#include <QSet>

using namespace Qt::Literals::StringLiterals;
using namespace fixtures;

namespace
{

const QDate today(2027, 3, 12);

// Control characters, a half of a pair, a direction that would turn what follows, a mark of byte order, a
// non-character.
QString hostile()
{
    QString text = u"avant %1 %2\u0001\u0008\u001F\u007F\u202Exylophone\u2066\uFEFFdedans"_s;
    for (const char16_t code : {char16_t(0xD800), char16_t(0xDC00), char16_t(0xFFFE), char16_t(0)})
        text += QChar(code);
    return text + u"après"_s;
}

// Codes and lists of codes: words of the program, not of people.
bool isCode(const QString &field)
{
    static const QSet<QString> codes{u"code"_s,     u"rang"_s,      u"etape"_s,      u"trame"_s,         u"millesime"_s,
                                     u"epci"_s,     u"empreinte"_s, u"dynamique"_s,  u"parCommune"_s,    u"communes"_s,
                                     u"missions"_s, u"type"_s,      u"profession"_s, u"structureAppui"_s};
    return codes.contains(field);
}

domain::Projet hostileProject()
{
    domain::Projet projet = vallees();
    for (const domain::TableDescription &table : domain::tables())
        for (const base::Id &id : table.ids(projet))
            for (const domain::FieldDescription &field : table.fields) {
                const bool text = field.kind == domain::Kind::Text || field.kind == domain::Kind::LongText;
                if (text && !isCode(field.name))
                    REQUIRE(field.set(table.findForEdit(projet, id), domain::Value(hostile())));
            }
    for (const auto &[id, indicator] : vallees().indicateurs)
        projet.indicateurs.find(id)->graphique = true;
    return projet;
}

bool carried(const QString &text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const bool pair = c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        if (pair) {
            ++i;
            continue;
        }
        const bool turns = (c >= u'\u202A' && c <= u'\u202E') || (c >= u'\u2066' && c <= u'\u2069');
        if (c.isSurrogate() || turns || c == u'\uFEFF' || c.unicode() >= 0xFFFE ||
            (c != u'\n' && c.category() == QChar::Other_Control))
            return false;
    }
    return true;
}

template <class T>
void checkCarried(const char *what, const T &thing)
{
    int bad = 0;
    bool words = false;
    for (const QString &text : strings::of(thing)) {
        words = words || text.contains(u"xylophone"_s);
        if (text.contains(u"xylophone"_s)) { // and what looks like a place to be filled is left as it was
            INFO(what << ": " << plain(text).left(300).toStdString());
            CHECK(plain(text).count(u"%1 %2"_s) == text.count(u"xylophone"_s));
        }
        if (!carried(text) && ++bad < 4) {
            INFO(what << ": " << text.toUtf8().left(200).toPercentEncoding(" éèàç’()").toStdString());
            CHECK(carried(text));
        }
    }
    INFO(what);
    CHECK(bad == 0);
    CHECK(words);
}

} // namespace

TEST_CASE("No annexe holds a character that no document can carry, with its acronyms developed or not")
{
    const domain::Projet projet = hostileProject();
    for (const report::DocumentInfo &info : trame().documents())
        for (const bool develop : {false, true}) {
            report::BuildOptions options;
            options.today = today;
            options.developSigles = develop;
            const auto built = report::build(trame(), info.code, projet, references(), options);
            REQUIRE(built);
            checkCarried(info.code.toUtf8().constData(), built.value());
        }
}

TEST_CASE("Nor do the other documents: budget, fil rouge, rehearsal of the commission")
{
    const domain::Projet projet = hostileProject();
    checkCarried("budget", report::budgetDocument(trame(), projet, references(), today));
    for (const auto form : {report::FilRougeForm::Liste, report::FilRougeForm::Affiche})
        checkCarried("fil rouge", report::filRouge(trame(), projet, references(), form, today).value());
    const auto findings = controle::checkAll(projet, references(), today);
    checkCarried("ccopd", report::ccopdDocument(trame(), projet, references(), findings, today).value());
    for (const report::ReperePoint &point : report::reperes(trame(), projet, references(), today).points)
        for (const report::Passage &passage : point.passages) {
            report::Document document;
            document.blocks = passage.blocks;
            for (const QString &text : strings::of(document))
                CHECK(carried(text));
        }
}

TEST_CASE("Nor do charts and calendars")
{
    const domain::Projet projet = hostileProject();
    int charts = 0;
    for (const auto &[id, indicator] : projet.indicateurs)
        if (const auto chart = report::barChart(indicator)) {
            checkCarried("bars", *chart);
            ++charts;
        }
    CHECK(charts > 2);
    domain::Projet years;
    for (const qint64 year : {2024, 2025}) {
        domain::IndicateurDiagnostic &each = years.indicateurs.insert(base::Id::create());
        each.intitule = each.source = each.unite = hostile();
        each.annee = year;
        each.territoire = 12;
    }
    const auto evolution = report::evolutionChart(years, years.indicateurs.begin()->second);
    REQUIRE(evolution);
    checkCarried("evolution", *evolution);
    for (const bool apart : {false, true}) {
        domain::TrancheAge band;
        band.libelle = band.source = hostile();
        band.code = u"0"_s;
        if (apart)
            band.femmes = band.hommes = 12;
        else
            band.ensemble = 24;
        const auto pyramid = report::agePyramid({band});
        REQUIRE(pyramid);
        checkCarried("ages", *pyramid);
    }
    const auto calendars = report::gantt(projet, references());
    REQUIRE_FALSE(calendars.empty());
    for (const report::Figure &calendar : calendars)
        for (const QString &text : strings::of(calendar))
            CHECK(carried(text));
    checkCarried("calendar", calendars.front());
}

TEST_CASE("Nor do maps, whatever they show and whoever is around")
{
    domain::Projet projet = maps::territory(maps::block(3, 3));
    for (const auto &[id, commune] : maps::territory(maps::block(3, 3)).communes)
        projet.communes.find(id)->nom = hostile();
    domain::IndicateurDiagnostic &indicator = projet.indicateurs.insert(base::Id::create());
    indicator.intitule = indicator.source = hostile();
    for (const QString &unit : {u"%\u0001"_s, hostile()}) {
        indicator.unite = unit;
        std::map<QString, double> values;
        double value = 0;
        for (const auto &[id, commune] : projet.communes)
            values[commune.code] = ++value;
        indicator.parCommune = domain::parCommuneDe(values);
        domain::CptsVoisine &other = projet.voisines.insert(base::Id::fromKey(u"v"_s));
        other.nom = hostile();
        other.communes = outlines::codes().at(3);
        const auto shown = report::mapValuesOf(projet);
        REQUIRE(shown.size() == 1);
        report::MapRequest request;
        request.autresCpts = report::autresCptsDe(projet);
        for (const report::MapColour colour : {report::MapColour::Population, report::MapColour::Zonage,
                                               report::MapColour::Intercommunalite, report::MapColour::Valeurs}) {
            request.colour = colour;
            request.values = &shown.front();
            const report::Figure figure = maps::map(projet, request).figure;
            checkCarried("map", figure);
            checkCarried("map alone", report::standalone(figure));
        }
    }
}
