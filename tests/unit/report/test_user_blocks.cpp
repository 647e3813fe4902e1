// Long texts with markup, in the column of the page and in cells.
#include "report/user_text.h"
#include "unit/report/fixtures.h"

#include "base/typography.h"

#include <random>

using namespace Qt::Literals::StringLiterals;
using namespace fixtures;
using report::Block;
using report::Paragraph;
using report::Run;

namespace
{

const report::TextSource from{u"rubrique/-/texte"_s, u"Texte"_s};
const QString pieceId = u"7d1c0f9e-2a54-4f0e-9d6c-1b1f6f1f0a11"_s;

// Runs with what they look like: "un |**mot**| fort".
QString shown(const std::vector<Run> &runs)
{
    QStringList all;
    for (const Run &run : runs) {
        const QString stars(2 * run.bold + run.italic, u'*');
        all += stars + plain(run.text) + stars;
    }
    return all.join(u'|');
}

std::vector<Block> blocks(const QString &typed, const report::PictureLookup &pictures = {})
{
    return report::blocksOf(typed, from, pictures);
}

std::vector<Run> lineRuns(const QString &typed)
{
    return std::get<Paragraph>(blocks(typed).front()).runs;
}

QStringList cellLines(const QString &typed)
{
    QStringList lines;
    for (const Paragraph &paragraph : report::paragraphsOf(typed, Paragraph::Role::TableCell, from))
        lines += shown(paragraph.runs);
    return lines;
}

domain::Projet withRubrique(const QString &text)
{
    domain::Projet projet;
    projet.rubriques.insert(base::Id::fromKey(u"rubrique:problematiques"_s), {u"problematiques"_s, text});
    return projet;
}

} // namespace

TEST_CASE("Bold and italic words are runs, each of the field")
{
    const auto built = blocks(u"Un **mot** très *penché*"_s);
    REQUIRE(built.size() == 1);
    const auto &paragraph = std::get<Paragraph>(built[0]);
    CHECK(shown(paragraph.runs) == u"Un |**mot**| très |*penché*");
    for (const Run &run : paragraph.runs) {
        CHECK(run.field == from.field);
        CHECK(run.label == from.label);
    }
}

TEST_CASE("Typography looks over the edges of bold words, and gives each run its own words")
{
    for (const auto &[typed, runs] : std::initializer_list<std::pair<QString, QStringList>>{
             {u"**Attention**!"_s, {u"Attention"_s, u"\u202F!"_s}},
             {u"**Attention** !"_s, {u"Attention"_s, u"\u202F!"_s}},
             {u"**Public :** tous"_s, {u"Public\u00A0:"_s, u" tous"_s}},
             {u"**Public** : tous"_s, {u"Public"_s, u"\u00A0: tous"_s}},
             {u"**40** 000 habitants"_s, {u"40"_s, u"\u00A0000\u00A0habitants"_s}},
             {u"« **soins** »"_s, {u"«\u00A0"_s, u"soins"_s, u"\u00A0»"_s}},
             {u"l'**accès**; d'*abord*"_s, {u"l’"_s, u"accès"_s, u"\u202F; d’"_s, u"abord"_s}}}) {
        INFO(typed.toStdString());
        QStringList found;
        for (const Run &run : lineRuns(typed))
            found += run.text;
        CHECK(found == runs);
    }
}

TEST_CASE("Cut where the spans are, no character is lost")
{
    const QString text = u"**L'accès** aux « *soins* » : **80** %, *oui* ; **non** ! n° **4**, 40 **000** habitants"_s;
    QString whole;
    for (const Run &run : lineRuns(text))
        whole += run.text;
    CHECK(whole == base::frenchTypography(QString(text).remove(u'*')));
}

TEST_CASE("Lists keep their levels and the numbers that were typed")
{
    const auto built = blocks(u"- un\n  - deux\n3. trois\n4. quatre\n  1. a\nfin"_s);
    std::vector<std::tuple<int, bool, int>> lists;
    for (const Block &block : built) {
        const auto &paragraph = std::get<Paragraph>(block);
        lists.emplace_back(paragraph.listLevel, paragraph.numbered, paragraph.number);
    }
    CHECK(lists == std::vector<std::tuple<int, bool, int>>{
                       {1, false, 0}, {2, false, 0}, {1, true, 3}, {1, true, 4}, {2, true, 1}, {0, false, 0}});
}

TEST_CASE("A table has a description, and its header row is one")
{
    const auto built =
        blocks(u"Qui fait quoi :\n| Nom | **Rôle** |\n|---|---|\n| Durand | pilote : *oui* |\n| Petit | |\nfin"_s);
    REQUIRE(built.size() == 3);
    CHECK(std::get<Paragraph>(built[0]).keepWithNext);
    const auto &table = std::get<report::Table>(built[1]);
    CHECK(plain(table.description) == u"Tableau de 2 lignes ; colonnes : Nom et Rôle.");
    CHECK(rows(table) == QStringList{u"Nom | Rôle"_s, u"Durand | pilote : oui"_s, u"Petit | "_s});
    CHECK(table.columns.size() == 2);
    CHECK(table.rows[0].role == report::Row::Role::Header);
    CHECK(table.rows[0].cells[0].header);
    CHECK(table.rows[0].cells[0].paragraphs[0].role == Paragraph::Role::TableHead);
    CHECK(table.rows[1].role == report::Row::Role::Body);
    for (const report::Row &row : table.rows)
        for (const report::Cell &cell : row.cells) {
            CHECK(cell.field == from.field);
            REQUIRE(cell.paragraphs.size() == 1);
            CHECK_FALSE(cell.paragraphs[0].runs.empty());
        }
    const auto bare = blocks(u"| a | b |"_s);
    CHECK(plain(std::get<report::Table>(bare.front()).description) == u"Tableau de 1 ligne et 2 colonnes.");
}

TEST_CASE("A picture is what the lookup gives, and its description until then")
{
    const QString typed = u"![La carte](piece:%1 \"Le territoire\")"_s.arg(pieceId);
    CHECK(shown(lineRuns(typed)) == u"*[La carte]*| Le territoire");
    CHECK(shown(lineRuns(u"![](piece:%1)"_s.arg(pieceId))) == u"*[image sans description]*");
    QStringList asked;
    const auto lookup = [&asked](const base::RichPicture &picture) -> std::optional<report::Figure> {
        asked += picture.piece.toString();
        report::Figure figure;
        figure.description = picture.alternative;
        return figure;
    };
    const auto drawn = blocks(typed, lookup);
    CHECK(std::get<report::Figure>(drawn.front()).description == u"La carte");
    CHECK(asked == QStringList{pieceId});

    report::BuildOptions options{report::Content::Filled, QDate(2027, 3, 12), {}, lookup};
    const auto whole = report::build(trame(), u"annexe-3"_s, withRubrique(typed), references(), options);
    REQUIRE(whole);
    CHECK(asked.size() == 2);
}

TEST_CASE("In a cell, tables and pictures become lines of words")
{
    CHECK(cellLines(u"Avant **gras**\n- un\n| Nom | Rôle |\n|---|---|\n| Durand | |\n| Petit | *pilote* |\n"
                    "![La carte](piece:%1)"_s.arg(pieceId)) == QStringList{u"Avant |**gras**"_s, u"un"_s,
                                                                           u"**Nom**| · |**Rôle**"_s, u"Durand"_s,
                                                                           u"Petit| · |*pilote*"_s, u"*[La carte]*"_s});
}

TEST_CASE("On one line, items keep their marks and bold stays bold")
{
    CHECK(shown(report::runsOf(u"Deux points :\n- **un**\n2. deux\n| a | b |"_s, from)) ==
          u"Deux points :| |- |**un**| |2. |deux| |a| · |b");
    CHECK(report::runsOf(QString(), from).empty());
}

TEST_CASE("A rich rubric goes into the lettre, and its marks do not")
{
    const report::Document built = document(withRubrique(u"Le **diagnostic** :\n1. accès\n| Nom | Rôle |\n|---|---|\n"
                                                         "| Durand | pilote |"_s));
    const QString text = lines(built);
    CHECK(text.contains(u"Le diagnostic :\naccès\nNom\nRôle\nDurand\npilote"_s));
    CHECK_FALSE(text.contains(u'|'));
    CHECK_FALSE(text.contains(u"**"_s));
}

TEST_CASE("A rich text inside an item of a numbered list keeps its own numbers, inside the item")
{
    domain::Projet projet;
    const base::Id fiche = base::Id::create();
    const base::Id objectif = base::Id::create();
    projet.fiches.insert(fiche);
    domain::ObjectifSpecifique &goal = projet.objectifs.insert(objectif);
    goal.fiche = fiche;
    goal.enonce = u"Objectif"_s;
    domain::IndicateurAction &indicator = projet.indicateursAction.insert(base::Id::create());
    indicator.fiche = fiche;
    indicator.objectif = objectif;
    indicator.intitule = u"Taux"_s;
    indicator.definition = u"Calcul :\n1. compter\n2. **diviser**"_s;
    const report::Document built = document(projet, report::Content::Filled, u"annexe-5"_s);
    for (const report::Table &table : tables(built))
        for (const report::Row &row : table.rows)
            for (const report::Cell &cell : row.cells)
                for (const Paragraph &paragraph : cell.paragraphs)
                    if (textOf(paragraph.runs).startsWith(u"diviser"_s)) {
                        CHECK(paragraph.number == 2);
                        CHECK(paragraph.numbered);
                        CHECK(paragraph.listLevel > 1);
                        return;
                    }
    FAIL("the second step of the calculation is not in the document");
}

namespace
{

QString lettersOf(QString text)
{
    return text.removeIf([](QChar c) { return !c.isLetterOrNumber(); });
}

// Texts where every mark meets every other.
QString randomText(std::mt19937 &random)
{
    static const QStringList pieces{u"mot"_s, u"été"_s,   u" "_s,         u" "_s,   u"*"_s,  u"**"_s, u"***"_s,
                                    u"\\"_s,  u"- "_s,    u"  - "_s,      u"7. "_s, u"\n"_s, u"\n"_s, u"| a | b |"_s,
                                    u"|"_s,   u"|---|"_s, u"|---|---|"_s, u" !"_s,  u"« "_s, u" »"_s, u"l'"_s};
    QString text;
    for (int count = int(random() % 25); count > 0; --count)
        text += pieces[qsizetype(random() % size_t(pieces.size()))];
    return text;
}

} // namespace

TEST_CASE("Whatever is typed, its letters are all in the document, once and in order")
{
    std::mt19937 random(31);
    for (int turn = 0; turn < 3000; ++turn) {
        const QString typed = randomText(random);
        INFO(typed.toStdString());
        report::Document built;
        for (Block &block : blocks(typed))
            built.blocks.push_back(std::move(block));
        // The number of an item is shown by the list, not by the words.
        QString expected;
        for (const base::RichBlock &block : base::parseRichText(typed)) {
            if (const auto *line = std::get_if<base::RichParagraph>(&block))
                expected += base::plainText(line->spans);
            else if (const auto *table = std::get_if<base::RichTable>(&block))
                for (const auto &row : table->rows)
                    for (const base::Spans &cell : row)
                        expected += base::plainText(cell);
        }
        REQUIRE(lettersOf(report::plainText(built)) == lettersOf(expected));
        QString inCell;
        for (const Paragraph &paragraph : report::paragraphsOf(typed, Paragraph::Role::TableCell, from))
            inCell += textOf(paragraph.runs);
        REQUIRE(lettersOf(inCell) == lettersOf(expected));
        for (const Run &run : report::runsOf(typed, from))
            REQUIRE(run.field == from.field);
    }
}

TEST_CASE("Whatever is typed, typography is that of the whole line, cut or not")
{
    std::mt19937 random(37);
    for (int turn = 0; turn < 3000; ++turn) {
        const QString typed = randomText(random).remove(u'|').remove(u'\n');
        INFO(typed.toStdString());
        const base::RichText read = base::parseRichText(typed);
        if (read.empty())
            continue;
        QString shown;
        for (const Run &run : lineRuns(typed))
            shown += run.text;
        REQUIRE(shown == base::frenchTypography(base::plainText(std::get<base::RichParagraph>(read.front()).spans)));
    }
}

TEST_CASE("Columns are as wide as what they hold, within bounds")
{
    const auto widths = [](const QString &typed) {
        const auto built = blocks(typed);
        return std::get<report::Table>(built.front()).columns;
    };
    CHECK(widths(u"| a | b |"_s) == std::vector<double>{6, 6});
    CHECK(widths(u"| a | %1 |"_s.arg(QString(500, u'x'))) == std::vector<double>{6, 40});
    CHECK(widths(u"| douze lettr | b |\n| a | **quinze lettres** |"_s) == std::vector<double>{11, 14});
}

TEST_CASE("Every long text of the annexes is read with its marks")
{
    domain::Projet projet;
    QStringList words;
    const auto mark = [&words](const QString &name) {
        words += u"mot%1fin"_s.arg(words.size());
        return u"**%1**\n- *%2*"_s.arg(words.last(), name);
    };
    for (const QString &code :
         {u"problematiques"_s, u"gouvernance"_s, u"organisation"_s, u"calendrier"_s, u"problematiques-projet"_s,
          u"offre"_s, u"modalites"_s, u"besoins-non-couverts"_s, u"gouvernance-projet"_s, u"systeme-information"_s,
          u"inclusion"_s, u"telemedecine"_s, u"actions"_s})
        projet.rubriques.insert(base::Id::fromKey(u"rubrique:"_s + code), {code, mark(code)});
    domain::FicheAction &fiche = projet.fiches.insert(base::Id::create());
    for (QString *text : {&fiche.diagnostic, &fiche.objectifGeneral, &fiche.publicBeneficiaire, &fiche.actions,
                          &fiche.moyens, &fiche.acteurs})
        *text = mark(u"fiche"_s);
    QString all;
    std::vector<Run> bold;
    const auto gather = [&bold](const std::vector<Run> &runs) {
        std::copy_if(runs.begin(), runs.end(), std::back_inserter(bold), [](const Run &run) { return run.bold; });
    };
    for (const QString &code : {u"annexe-3"_s, u"annexe-4"_s, u"annexe-5"_s}) {
        const report::Document built = document(projet, report::Content::Filled, code);
        all += lines(built);
        for (const Paragraph &paragraph : paragraphs(built))
            gather(paragraph.runs);
        for (const report::Table &table : tables(built))
            for (const report::Row &row : table.rows)
                for (const report::Cell &cell : row.cells)
                    for (const Paragraph &paragraph : cell.paragraphs)
                        gather(paragraph.runs);
    }
    CHECK_FALSE(all.contains(u'*'));
    for (const QString &word : words) {
        INFO(word.toStdString());
        CHECK(std::any_of(bold.begin(), bold.end(), [&word](const Run &run) { return run.text == word; }));
    }
}
