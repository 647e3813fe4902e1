// Acronyms developed at their first use: where, where not, and nothing but additions.
#include "base/typography.h"
#include "report/sigles.h"
#include "unit/report/fixtures.h"

#include <random>

using namespace Qt::Literals::StringLiterals;
using namespace fixtures;

namespace
{

const QString house = u"maison de santé pluriprofessionnelle"_s;
const QString prose =
    domain::FieldAddress{u"rubrique"_s, base::Id::fromKey(u"rubrique:offre"_s), u"texte"_s}.toString();

report::Run typed(const QString &text, bool bold = false)
{
    report::Run run;
    run.text = text;
    run.bold = bold;
    run.field = prose;
    return run;
}

report::Paragraph paragraph(const std::vector<report::Run> &runs)
{
    report::Paragraph built;
    built.runs = runs;
    return built;
}

report::Document documentOf(const QStringList &paragraphs)
{
    report::Document built;
    built.title = u"PROJET DE SANTÉ"_s;
    for (const QString &text : paragraphs)
        built.blocks.emplace_back(paragraph({typed(text)}));
    return built;
}

// What a document of these paragraphs becomes, a line each.
QString developed(const QStringList &paragraphs)
{
    report::Document document = documentOf(paragraphs);
    report::developSigles(document, references().sigles());
    QStringList texts;
    for (const report::Paragraph &each : fixtures::paragraphs(document))
        texts << textOf(each.runs);
    return texts.join(u'\n');
}

void same(const QString &text)
{
    INFO(text.toStdString());
    CHECK(developed({text}) == plain(text));
}

} // namespace

TEST_CASE("The first use of an acronym is developed, the others are left")
{
    CHECK(developed({u"Une MSP ouvre."_s, u"La MSP et la MSP."_s}) ==
          u"Une MSP (maison de santé pluriprofessionnelle) ouvre.\nLa MSP et la MSP."_s);
    CHECK(developed({u"L’EPCI suit l’e-CPS."_s}) ==
          u"L’EPCI (établissement public de coopération intercommunale) suit l’e-CPS (carte de professionnel de santé "
          u"dématérialisée)."_s);
    report::Document two = documentOf({u"Le DAC, puis la MSP."_s, u"Le DAC."_s});
    CHECK(report::developSigles(two, references().sigles()) == QStringList{u"DAC"_s, u"MSP"_s});
    CHECK(report::developSigles(two, references().sigles()).isEmpty()); // they are written now
}

TEST_CASE("What is ambiguous, short, unknown or to be left as it is stays")
{
    for (const QString &text : {u"Deux ETP et un CA."_s, u"Un MG suit la LI."_s, u"La CPTS écrit à l’ARS."_s,
                                u"Un XYZ."_s, u"une msp"_s, u"inter-MSP"_s, u"MSP/CDS"_s})
        same(text);
}

TEST_CASE("What is already written is not written twice")
{
    same(u"La maison de santé pluriprofessionnelle, ou MSP."_s);
    same(u"Deux maisons de santé pluriprofessionnelles : les MSP."_s);
    same(u"La MSP : maison de santé pluriprofessionnelle du lieu."_s);
    same(u"La MSP (maison de santé pluriprofessionnelle)."_s);
    CHECK(developed({house, u"La MSP."_s}) == house + u"\nLa MSP."_s);
    CHECK(developed({u"Notre maison (MSP) ouvre."_s, u"La MSP."_s}) == u"Notre maison (MSP) ouvre.\nLa MSP."_s);
    report::Document inTable = documentOf({u"La MSP."_s});
    report::Table table;
    table.rows.emplace_back().cells.emplace_back().paragraphs = {paragraph({typed(house)})};
    inTable.blocks.insert(inTable.blocks.begin(), report::Block(table));
    CHECK(report::developSigles(inTable, references().sigles()).isEmpty());
}

TEST_CASE("Parentheses are not put inside or before others: the next free place takes it")
{
    CHECK(developed({u"Les structures (MSP, CDS) existent."_s, u"Une MSP."_s}) ==
          u"Les structures (MSP, CDS) existent.\nUne MSP (maison de santé pluriprofessionnelle)."_s);
    CHECK(developed({u"Une MSP (trois médecins)."_s, u"La MSP."_s}) ==
          u"Une MSP (trois médecins).\nLa MSP (maison de santé pluriprofessionnelle)."_s);
}

TEST_CASE("A table is where an acronym may be first used: developed in a cell that was typed, not in a name")
{
    report::Document document = documentOf({u"Puis la MSP et le DAC."_s});
    report::Table table;
    const auto add = [&table](report::Row::Role role, const std::vector<report::Run> &runs, bool header = false) {
        report::Row &row = table.rows.emplace_back();
        row.role = role;
        report::Cell &cell = row.cells.emplace_back();
        cell.header = header;
        cell.paragraphs = {paragraph(runs)};
        cell.paragraphs.front().role =
            role == report::Row::Role::Header ? report::Paragraph::Role::TableHead : report::Paragraph::Role::TableCell;
    };
    report::Run official;
    official.text = u"Le DAC appelle."_s;
    add(report::Row::Role::Header, {typed(u"Dans la MSP"_s)});
    add(report::Row::Role::Body, {typed(u"La MSP ouvre"_s)}, true);
    add(report::Row::Role::Body, {typed(u"La MSP"_s, true)});
    add(report::Row::Role::Body, {official});
    add(report::Row::Role::Body, {typed(u"MSP"_s)});
    document.blocks.insert(document.blocks.begin(), report::Block(table));
    CHECK(report::developSigles(document, references().sigles()) == QStringList{u"MSP"_s, u"DAC"_s});
    const auto &rows = std::get<report::Table>(document.blocks.front()).rows;
    CHECK(textOf(rows[2].cells[0].paragraphs[0].runs) == u"La MSP"_s);
    CHECK(textOf(rows[4].cells[0].paragraphs[0].runs) == u"MSP ("_s + house + u')');
    CHECK(textOf(std::get<report::Paragraph>(document.blocks.back()).runs) ==
          plain(u"Puis la MSP et le DAC (dispositif d’appui à la coordination)."_s));
}

TEST_CASE("A fiche-action develops in its own table, at the first use in an objective or a rubric")
{
    domain::Projet projet;
    domain::FicheAction &fiche = projet.fiches.insert(base::Id::fromKey(u"fiche:une"_s));
    fiche.intitule = u"Le DAC et nous"_s; // a name stays as it is
    fiche.actions = u"Avec la MSP et le DAC."_s;
    domain::ObjectifSpecifique &aim = projet.objectifs.insert(base::Id::fromKey(u"objectif:une"_s));
    aim.fiche = base::Id::fromKey(u"fiche:une"_s);
    aim.enonce = u"Ouvrir une MSP"_s;
    report::BuildOptions options;
    options.developSigles = true;
    const QString text = lines(report::build(trame(), u"annexe-5"_s, projet, references(), options).value());
    INFO(text.toStdString());
    CHECK(text.count(u"MSP ("_s + house + u')') == 1);
    CHECK(text.count(u"DAC (dispositif d’appui à la coordination)"_s) == 1);
    CHECK_FALSE(text.contains(u"Le DAC ("_s));
}

TEST_CASE("Only the prose that was typed: no title, no words of the trame, no name")
{
    const auto untouched = [](report::Paragraph each) {
        report::Document document;
        document.blocks.emplace_back(std::move(each));
        return report::developSigles(document, references().sigles()).isEmpty();
    };
    report::Run official;
    official.text = u"La MSP ouvre."_s;
    CHECK(untouched(paragraph({official})));
    report::Run name = official;
    name.field = domain::FieldAddress{u"identite"_s, {}, u"nom"_s}.toString();
    CHECK(untouched(paragraph({name})));
    CHECK(untouched(paragraph({typed(u"La MSP ouvre"_s, true)})));
    CHECK(untouched(paragraph({typed(u"LA MSP ET LE DAC"_s)})));
    for (const auto role : {report::Paragraph::Role::Note, report::Paragraph::Role::TableCell}) {
        report::Paragraph other = paragraph({typed(u"La MSP ouvre."_s)});
        other.role = role;
        CHECK(untouched(other));
    }
    CHECK_FALSE(untouched(paragraph({official, typed(u" Et une MSP."_s)})));
}

TEST_CASE("An acronym over two runs is developed in the second, each run keeps its look")
{
    report::Document document;
    document.blocks.emplace_back(
        paragraph({typed(u"Une M"_s), typed(u"SP"_s, true), typed(u" ouvre, un DAC aussi."_s)}));
    CHECK(report::developSigles(document, references().sigles()) == QStringList{u"MSP"_s, u"DAC"_s});
    const auto runs = fixtures::paragraphs(document).front().runs;
    REQUIRE(runs.size() == 3);
    CHECK(runs[0].text == u"Une M");
    CHECK(runs[1].text == u"SP ("_s + house + u')');
    CHECK(runs[1].bold);
    CHECK(plain(runs[2].text) == u" ouvre, un DAC (dispositif d’appui à la coordination) aussi.");
}

TEST_CASE("Without what was added, a random text is the text again, and each is added once")
{
    const auto &sigles = references().sigles();
    QStringList words{u"la"_s, u"une"_s, u"("_s, u")"_s, u"."_s, u","_s,
                      u"/"_s,  u"-"_s,   u"’"_s, house,  u"é"_s, u"\n"_s};
    for (const auto &[sigle, meanings] : sigles.sens)
        words << sigle << (sigle.size() % 2 == 0 ? meanings.front() : u"et"_s);
    std::mt19937 random(20261127);
    const auto below = [&random](size_t bound) { return random() % bound; };
    for (int turn = 0; turn < 400; ++turn) {
        report::Document document;
        for (size_t lines = 1 + below(6); lines > 0; --lines) {
            report::Paragraph built;
            for (size_t runs = 1 + below(4); runs > 0; --runs) {
                QString text;
                for (size_t count = below(8); count > 0; --count)
                    text += words[qsizetype(below(size_t(words.size())))] + (below(4) == 0 ? QString() : u" "_s);
                built.runs.push_back(typed(text, below(3) == 0));
            }
            document.blocks.emplace_back(std::move(built));
        }
        const report::Document before = document;
        const QStringList done = report::developSigles(document, sigles);
        QString text = report::plainText(document);
        for (const QString &sigle : done) {
            const QString added = sigle + base::frenchTypography(u" ("_s + sigles.development(sigle) + u')');
            INFO(sigle.toStdString());
            CHECK(text.count(added) == 1);
            text.replace(text.indexOf(added) + sigle.size(), added.size() - sigle.size(), QString());
        }
        CHECK(text == report::plainText(before));
    }
}

TEST_CASE("The annexes develop on demand and the project keeps what was typed")
{
    domain::Projet projet = vallees();
    rubrique(projet, u"offre"_s).texte = u"Une **MSP** et un SSIAD."_s;
    const domain::Projet before = projet;
    report::BuildOptions options;
    options.today = QDate(2027, 3, 12);
    const QString as = lines(report::build(trame(), u"annexe-4"_s, projet, references(), options).value());
    CHECK(as.contains(u"Une MSP et un SSIAD."_s));
    options.developSigles = true;
    const QString full = lines(report::build(trame(), u"annexe-4"_s, projet, references(), options).value());
    CHECK(full.contains(u"Une MSP (maison de santé pluriprofessionnelle) et un SSIAD (service de soins infirmiers à "
                        u"domicile)."_s));
    CHECK(domain::diff(before, projet).empty());
}
