// The plan d'action in a spreadsheet: rows, types of cells, nothing run as a formula, same project same bytes.
#include "formats/plan_action.h"
#include "formats/xmltree.h"
#include "formats/zip.h"
#include "plan_samples.h"

#include <cmath>

using namespace formats;
using namespace plan;
using domain::Value;

namespace
{

const Sheet &named(const std::vector<Sheet> &sheets, const QString &name)
{
    for (const Sheet &sheet : sheets)
        if (sheet.name == name)
            return sheet;
    FAIL("no sheet " << name.toStdString());
    return sheets.front();
}

Value cellOf(const Sheet &sheet, size_t row, const QString &title)
{
    for (size_t i = 0; i < sheet.columns.size(); ++i)
        if (sheet.columns[i].title == title)
            return sheet.rows.at(row).at(i);
    FAIL("no column " << title.toStdString());
    return {};
}

QByteArray xlsx(const std::vector<Sheet> &sheets)
{
    const auto bytes = writeXlsx(sheets, {u"Plan d’action"_s, u"CPTS"_s, QDate(2027, 3, 12)});
    REQUIRE(bytes);
    return bytes.value();
}

XmlNode partOf(const QByteArray &book, const QString &path)
{
    const auto parts = readZip(book);
    REQUIRE(parts);
    for (const ZipPart &part : parts.value())
        if (part.path == path) {
            auto root = parseXml(part.bytes);
            REQUIRE(root);
            return root.value();
        }
    FAIL("no part " << path.toStdString());
    return {};
}

const XmlNode *cellAt(const XmlNode &sheet, const QString &reference)
{
    const XmlNode *found = nullptr;
    forEachElement(sheet, [&](const XmlNode &node) {
        if (node.localName == u"c" && node.attribute(u"r") == reference)
            found = &node;
    });
    return found;
}

} // namespace

TEST_CASE("each sheet is printed with its title, whose it is, the date of the version and the pages")
{
    const auto bytes =
        writeXlsx({Sheet{u"Étapes"_s, {{u"a"_s}}, {}}}, {u"Plan"_s, u"CPTS Ici & là"_s, QDate(2027, 3, 12)});
    REQUIRE(bytes);
    QString header;
    QString footer;
    const XmlNode sheet = partOf(bytes.value(), u"xl/worksheets/sheet1.xml"_s);
    forEachElement(sheet, [&](const XmlNode &node) {
        if (node.localName == u"oddHeader")
            header = node.allText();
        if (node.localName == u"oddFooter")
            footer = node.allText();
    });
    CHECK(header == u"&C&BÉtapes");
    CHECK(footer == u"&LCPTS Ici && là&Cversion du 12 mars 2027&RPage &P sur &N");
    const auto long_ = writeXlsx({Sheet{u"S"_s, {{u"a"_s}}, {}}}, {u"Plan"_s, QString(500, u'é'), {}});
    CHECK(long_.ok());
}

TEST_CASE("yes and no have a capital in the lists")
{
    domain::Projet some = projet();
    domain::EtapeAction &step = some.etapesAction.insert(id(u"faite"_s));
    step.fiche = id(u"f1"_s);
    step.faite = true;
    QStringList told;
    const Sheet steps = named(planAction(some, support::references()), u"Étapes"_s);
    for (size_t row = 0; row < steps.rows.size(); ++row)
        told << std::get<QString>(cellOf(steps, row, u"Faite"_s));
    CHECK(told.contains(u"Oui"_s));
    CHECK_FALSE(told.contains(u"oui"_s));
    CHECK_FALSE(told.contains(u"non"_s));
}

TEST_CASE("long texts are in the cells without the marks of their look")
{
    domain::Projet marked = projet();
    marked.fiches.find(id(u"f1"_s))->objectifGeneral = u"**Repérer** la *fragilité*\n- tôt"_s;
    marked.fiches.find(id(u"f1"_s))->publicBeneficiaire = u"2 * 3 ; \\*personnes*"_s;
    marked.indicateursAction.find(id(u"i"_s))->definition = u"| a | **b** |"_s;
    const std::vector<Sheet> sheets = planAction(marked, support::references());
    CHECK(cellOf(named(sheets, u"Actions"_s), 0, u"Objectif général"_s) == Value(u"Repérer la fragilité\n- tôt"_s));
    CHECK(cellOf(named(sheets, u"Actions"_s), 0, u"Public bénéficiaire"_s) == Value(u"2 * 3 ; *personnes*"_s));
    CHECK(cellOf(named(sheets, u"Indicateurs"_s), 0, u"Définition"_s) == Value(u"a · b"_s));
}

TEST_CASE("one row an action, one an indicator, one a step, one a line of budget")
{
    const auto sheets = planAction(projet(), support::references());
    REQUIRE(sheets.size() == 6); // with the fundings and the balance of each year
    for (const Sheet &sheet : sheets)
        for (const auto &row : sheet.rows)
            CHECK(row.size() == sheet.columns.size());
    const Sheet &actions = named(sheets, u"Actions"_s);
    REQUIRE(actions.rows.size() == 2);
    CHECK(cellOf(actions, 0, u"N°"_s) == Value(qint64(1)));
    CHECK(cellOf(actions, 0, u"Mission"_s) == Value(u"Prévention"_s));
    CHECK(cellOf(actions, 0, u"Coordonnateur"_s) == Value(u"Zéphyrin"_s));
    CHECK(cellOf(actions, 0, u"Début"_s) == Value(QDate(2027, 3, 1)));
    CHECK(cellOf(actions, 0, u"Fin de la dernière étape"_s) == Value(QDate(2027, 6, 30)));
    CHECK(cellOf(actions, 0, u"Étapes faites"_s) == Value(qint64(1)));
    CHECK(cellOf(actions, 0, u"Budget prévu"_s) == Value(2001.0));
    CHECK(cellOf(actions, 0, u"Budget réalisé"_s) == Value());
    CHECK(cellOf(actions, 1, u"Début"_s) == Value());
    const Sheet &indicators = named(sheets, u"Indicateurs"_s);
    REQUIRE(indicators.rows.size() == 1);
    CHECK(cellOf(indicators, 0, u"Valeur de départ"_s) == Value(12.5));
    CHECK(cellOf(indicators, 0, u"Valeur 2027"_s) == Value(40.0));
    CHECK(named(sheets, u"Étapes"_s).rows.size() == 2);
    CHECK(cellOf(named(sheets, u"Étapes"_s), 0, u"Type d’étape"_s) != Value());
    CHECK(named(sheets, u"Budget"_s).rows.size() == 2);
}

TEST_CASE("an expense without its action is in the list that the balance sums up")
{
    domain::Projet lost = projet();
    lost.budget.insert(domain::Id::create()).prevu = 4800.5;
    const auto sheets = planAction(lost, support::references());
    const Sheet &budget = named(sheets, u"Budget"_s);
    REQUIRE(budget.rows.size() == 3);
    CHECK(cellOf(budget, 2, u"Action"_s) == Value(u"Sans fiche-action"_s));
    CHECK(cellOf(budget, 2, u"N°"_s) == Value());
    double listed = 0;
    for (size_t row = 0; row < budget.rows.size(); ++row)
        if (const Value amount = cellOf(budget, row, u"Prévu"_s); const auto *euros = std::get_if<double>(&amount))
            listed += *euros;
    const Sheet &balance = named(sheets, u"Bilan"_s);
    CHECK(cellOf(balance, balance.rows.size() - 1, u"Prévu"_s) == Value(listed));
}

TEST_CASE("the fundings and the balance of each year are sheets of typed cells, read back from the workbook")
{
    domain::Projet funded = projet();
    domain::Financement &aid = funded.financements.insert(id(u"aide"_s));
    aid.sorte = domain::SorteFinancement::AciMission;
    aid.part = domain::PartFinancement::Fixe;
    aid.mission = id(u"mission:prevention"_s);
    aid.annee = 2027;
    aid.montant = 1500.25;
    aid.source = u"Contrat, annexe 2"_s;
    const auto sheets = planAction(funded, support::references());
    const Sheet &list = named(sheets, u"Financements"_s);
    REQUIRE(list.rows.size() == 1);
    CHECK(cellOf(list, 0, u"Année"_s) == Value(qint64(2027)));
    CHECK(cellOf(list, 0, u"Mission"_s) == Value(u"Prévention"_s));
    CHECK(cellOf(list, 0, u"Part"_s) == Value(u"Part fixe"_s));
    CHECK(cellOf(list, 0, u"Attendu"_s) == Value(1500.25));
    CHECK(cellOf(list, 0, u"Versé"_s) == Value());
    const Sheet &balance = named(sheets, u"Bilan"_s);
    REQUIRE(balance.rows.size() == 2);
    CHECK(cellOf(balance, 0, u"Prévu"_s) == Value(2001.0));
    CHECK(cellOf(balance, 0, u"Attendu moins prévu"_s) == Value(-500.75));
    CHECK(cellOf(balance, 1, u"Année"_s) == Value(u"Total"_s));
    CHECK(balance.total);
    CHECK_FALSE(list.total);
    const QByteArray book = xlsx(sheets);
    CHECK(cellAt(partOf(book, u"xl/worksheets/sheet5.xml"_s), u"F2"_s)->allText() == u"1500.25");
    CHECK(cellAt(partOf(book, u"xl/worksheets/sheet6.xml"_s), u"F2"_s)->allText() == u"-500.75");
    const XmlNode funds = partOf(book, u"xl/worksheets/sheet5.xml"_s);
    const XmlNode *year = cellAt(funds, u"C2"_s); // a number, that a filter ranges
    CHECK(year->attribute(u"t").isEmpty());
    CHECK(year->allText() == u"2027");
}

TEST_CASE("a workbook keeps numbers, dates and texts apart, under titles that stay and filter")
{
    const QByteArray book = xlsx(planAction(projet(), support::references()));
    const XmlNode sheet = partOf(book, u"xl/worksheets/sheet1.xml"_s);
    const XmlNode *text = cellAt(sheet, u"C2"_s);
    REQUIRE(text);
    CHECK(text->attribute(u"t") == u"s"); // what begins with = is a text
    CHECK(text->child(u"f") == nullptr);
    const XmlNode *start = cellAt(sheet, u"J2"_s);
    REQUIRE(start);
    CHECK(start->attribute(u"t").isEmpty());
    CHECK(start->allText() == QString::number(QDate(1899, 12, 30).daysTo(QDate(2027, 3, 1))));
    CHECK(cellAt(sheet, u"O2"_s)->allText() == u"2001");
    CHECK((!cellAt(sheet, u"J3"_s) || cellAt(sheet, u"J3"_s)->allText().isEmpty()));
    bool frozen = false;
    bool filtered = false;
    forEachElement(sheet, [&](const XmlNode &node) {
        frozen = frozen || (node.localName == u"pane" && node.attribute(u"state") == u"frozen");
        filtered = filtered || (node.localName == u"autoFilter" && node.attribute(u"ref") == u"A1:P3");
    });
    CHECK(frozen);
    CHECK(filtered);
    CHECK(partOf(book, u"xl/sharedStrings.xml"_s).allText().contains(u"=SOMME(1;2) repérer la fragilité"_s));
    CHECK(partOf(book, u"xl/styles.xml"_s).find({u"numFmts"}) != nullptr);
    CHECK(xlsx(planAction(projet(), support::references())) == book);
}

TEST_CASE("an empty project, texts too long for a cell, odd characters and dates make a workbook too")
{
    CHECK(xlsx(planAction({}, support::references())).startsWith("PK"));
    Sheet odd{u"Étrange"_s,
              {{u"a"_s}, {u"b"_s, SheetColumn::Type::Date}, {u"c"_s, SheetColumn::Type::Decimal}},
              {{u"x"_s.repeated(50'000), QDate(1789, 7, 14), std::nan("")},
               {u"a\u0001b\nc"_s, QDate(9999, 12, 31), 1e300},
               {Value(), Value(), Value()}}};
    const QByteArray book = xlsx({odd});
    const QString shared = partOf(book, u"xl/sharedStrings.xml"_s).allText();
    CHECK(shared.contains(u"… (la suite est dans le projet)"_s));
    CHECK(shared.contains(u"14/07/1789"_s));
    CHECK(shared.contains(u"ab\nc"_s));
    const auto refused = writeXlsx({Sheet{u"[interdit]"_s, {{u"a"_s}}, {}}}, {});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message.endsWith(u'.'));
}

TEST_CASE("the CSV is one table that Excel opens by itself, and runs nothing")
{
    const Sheet sheet = planActionInOneSheet(projet(), support::references());
    REQUIRE(sheet.rows.size() == 2); // an indicator, and an action without any
    const QByteArray bytes = writeCsv(sheet);
    CHECK(bytes.startsWith("\xEF\xBB\xBF\"N°\";\"Mission\";"));
    const QString text = QString::fromUtf8(bytes);
    CHECK(text.count(u"\r\n"_s) == 3);
    CHECK(text.contains(u"\"'=SOMME(1;2) repérer la fragilité\""_s));
    CHECK(text.contains(u";01/03/2027;30/06/2027;"_s));
    CHECK(text.contains(u";2001;"_s));
    CHECK(text.contains(u";12,5;"_s));
    CHECK(text.contains(u"\"Bilans « réalisés » ; par an\""_s));
    Sheet quoted{u"q"_s, {{u"a"_s}, {u"b"_s}}, {{u"dit \"oui\"\nnon"_s, -5.0}, {u"@x"_s, qint64(1'234'567)}}};
    const QString cells = QString::fromUtf8(writeCsv(quoted));
    CHECK(cells.contains(u"\"dit \"\"oui\"\"\nnon\";-5\r\n"_s));
    CHECK(cells.contains(u"\"'@x\";1234567\r\n"_s));
}

TEST_CASE("The plan d’action numbers the fiches as the documents do, whatever the user ranged first")
{
    domain::Projet given = projet();
    given.fiches.find(id(u"f2"_s))->rang = u"0"_s; // without a mission: last all the same
    const auto sheets = planAction(given, support::references());
    const Sheet &actions = named(sheets, u"Actions"_s);
    REQUIRE(actions.rows.size() == 2);
    CHECK(cellOf(actions, 0, u"N°"_s) == Value(qint64(1)));
    CHECK(cellOf(actions, 0, u"Action"_s) == Value(given.fiches.find(id(u"f1"_s))->intitule));
    CHECK(cellOf(actions, 1, u"Action"_s) == Value(u"Sans indicateur"_s));
    CHECK(cellOf(planActionInOneSheet(given, support::references()), 1, u"Action"_s) == Value(u"Sans indicateur"_s));
}
