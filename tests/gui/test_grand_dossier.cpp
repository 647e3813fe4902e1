// A projet de santé as large as a real one, made through the windows: typed, pasted and imported, saved, opened again,
// exported in every format. Every number that the program gives is computed here a second time, from what was typed.
#include "clerk.h"
#include "reading.h"
#include "session.h"
#include "typist.h"

#include "base/errand.h"
#include "base/rich_text.h"
#include "base/text.h"
#include "base/typography.h"
#include "domain/effectifs.h"
#include "formats/dossier_complet.h"
#include "formats/spreadsheet.h"
#include "gui/pages/import_dialog.h"
#include "gui/pages/page_mobilisation.h"
#include "gui/pages/page_territoire.h"
#include "gui/pages/record_table.h"
#include "gui/pages/repeat_editor.h"
#include "gui/pages/territory_search.h"
#include "gui/shell/page_host.h"
#include "gui/widgets/choice_box.h"
#include "layout/page.h"
#include "models/fiche_operations.h"
#include "suivi/budget.h"
#include "support/catch.h"
#include "support/grand_territoire.h"
#include "support/pdf_text.h"
#include "support/tools.h"

#include <QApplication>
#include <QClipboard>
#include <QTest>

using namespace guitest;
using namespace Qt::Literals::StringLiterals;

namespace
{

QString day(const QDate &date)
{
    return date.toString(u"dd/MM/yyyy"_s);
}

QString yes(const domain::Answer &answer)
{
    return !answer ? QString() : *answer ? u"oui"_s : u"non"_s;
}

QString figure(const domain::Decimal &number)
{
    return number ? QString::number(*number, 'g', 12).replace(u'.', u',') : QString();
}

template <class E>
QString label(E value)
{
    for (const auto &[each, choice] : domain::Choices<E>::all())
        if (each == value)
            return choice.label;
    return {};
}

// What a coordinator has in his spreadsheets: rows of words, the titles first.
struct Spreadsheets {
    Rows members, partners, indicators, fiches, steps, budget, counts;
    QStringList voisines; // communes beside the EPCI

    explicit Spreadsheets(const reference::Reference &reference);

    // The rows from `first`, the titles before them.
    [[nodiscard]] static Rows part(const Rows &rows, size_t first, size_t count);
};

Rows Spreadsheets::part(const Rows &rows, size_t first, size_t count)
{
    Rows some{rows.front()};
    for (size_t row = first; row < first + count; ++row)
        some.push_back(rows.at(row + 1));
    return some;
}

Spreadsheets::Spreadsheets(const reference::Reference &reference) : voisines(support::grandVoisines)
{
    const domain::Projet whole = support::grandDossier(support::nomenclature(reference));
    members = {{u"Nom"_s, u"Prénom"_s, u"Profession"_s, u"Structure"_s, u"Statut"_s, u"Lieu d’exercice"_s, u"Email"_s,
                u"Gouvernance"_s, u"Élaboration"_s}};
    for (const auto &[id, each] : domain::inOrder(whole.personnes))
        members.push_back({each->nom, each->prenom, reference.professions().find(each->profession)->singulier,
                           each->structure, label(each->statut), each->lieuExercice, each->email,
                           yes(each->gouvernance), yes(each->elaboration)});
    partners = {{u"Partenaire"_s, u"Représentant"_s, u"Localisation"_s, u"Avancement"_s, u"Gouvernance"_s}};
    for (const auto &[id, each] : domain::inOrder(whole.partenaires))
        partners.push_back(
            {each->service, each->representant, each->localisation, each->avancement, yes(each->gouvernance)});
    indicators = {{u"Indicateur"_s, u"Unité"_s, u"Thème"_s, u"Territoire"_s, u"Région"_s, u"France"_s, u"Année"_s,
                   u"Source"_s, u"Définition"_s}};
    for (const auto &[id, each] : domain::inOrder(whole.indicateurs))
        indicators.push_back({each->intitule, each->unite, each->theme, figure(each->territoire), figure(each->region),
                              figure(each->france), QString::number(each->annee.value_or(2024)), each->source,
                              each->definition.simplified()});
    fiches = {{u"Intitulé"_s, u"Mission"_s, u"Objectif général"_s, u"Objectif spécifique"_s, u"Public"_s,
               u"Actions envisagées"_s, u"Début"_s, u"Indicateur"_s, u"Cible"_s}};
    const auto &missions = reference.missions().toutes;
    int at = 0;
    for (const auto &[id, each] : domain::inOrder(whole.fiches)) {
        fiches.push_back({each->intitule, missions.at(size_t(at) * missions.size() / 25).libelleCourt,
                          each->objectifGeneral, u"Objectif précis n° %1"_s.arg(at), each->publicBeneficiaire,
                          each->actions, day(QDate(2027, 1, 4).addDays(at)), u"Mesure n° %1"_s.arg(at),
                          QString::number(50 + at)});
        ++at;
    }
    steps = {{u"Étape"_s, u"Début"_s, u"Fin"_s}};
    for (const auto &[id, each] : domain::inOrder(whole.etapesAction))
        steps.push_back({each->intitule, day(each->debut), day(each->fin)});
    budget = {{u"Dépense"_s, u"Type de dépense"_s, u"Année"_s, u"Prévu"_s, u"Financeur"_s}};
    for (const auto &[id, each] : domain::inOrder(whole.budget))
        budget.push_back({each->intitule, label(each->sorte), QString::number(each->annee.value_or(2027)),
                          figure(each->prevu), each->financeur});
    counts = {{u"Profession"_s, u"Identifiés"_s, u"Sollicités"_s, u"Adhérents"_s}};
    for (const auto &line : reference.professions().trame) {
        const qsizetype row = qsizetype(counts.size());
        counts.push_back({line.pluriel, QString::number(60 + 5 * row), QString::number(40 + 3 * row),
                          QString::number(10 + 2 * row)});
    }
}

// The texts of a column, in order.
QStringList column(const Rows &rows, qsizetype at)
{
    QStringList cells;
    for (size_t row = 1; row < rows.size(); ++row)
        cells << rows[row].value(at);
    return cells;
}

// One dossier in one window.
class Making
{
public:
    Making() : m_data(m_session.environment().reference)
    {
        m_session.create();
        m_clerk.emplace(m_session.window());
    }

    void territory();
    void organisation();
    void diagnostic();
    void fiches();
    void texts();

    [[nodiscard]] Session &session() { return m_session; }
    [[nodiscard]] const Spreadsheets &data() const { return m_data; }
    // The long texts that were typed.
    [[nodiscard]] const QStringList &written() const { return m_written; }

private:
    Session m_session;
    Spreadsheets m_data;
    std::optional<Clerk> m_clerk;
    QStringList m_written;
};

// The EPCI by its name, three communes from a list.
void Making::territory()
{
    auto *page = qobject_cast<gui::PageTerritoire *>(m_clerk->page(u"territoire"_s));
    REQUIRE(page);
    typeKeys(page->search(), u"alpes provence verdon"_s);
    QTest::keyClick(page->search(), Qt::Key_Return);
    QApplication::clipboard()->setText(m_data.voisines.join(u'\n'));
    page->table()->setFocus();
    QTest::keyClick(page->table(), Qt::Key_V, Qt::ControlModifier);
    auto *dialog = page->findChild<gui::ImportDialog *>();
    REQUIRE(dialog);
    REQUIRE(QTest::qWaitFor([&] { return dialog->proposal().lines.size() == 3; }, 10'000));
    dialog->accept();
    REQUIRE(m_session.projet().communes.size() == 44);
}

// Two members by keys, the others imported from a text; the partners from a workbook, but one; the counters pasted.
void Making::organisation()
{
    gui::RepeatEditor *members = m_clerk->list(u"organisation"_s, u"personne"_s);
    for (size_t row : {1, 2}) {
        const QStringList &cells = m_data.members[row];
        m_clerk->type(members, {{u"nom"_s, cells[0]},
                                {u"prenom"_s, cells[1]},
                                {u"profession"_s, cells[2]},
                                {u"structure"_s, cells[3]},
                                {u"lieuExercice"_s, cells[5]}});
    }
    m_clerk->import(u"personnes"_s, imports::ImportInput::memory(asBlock(m_data.members).toUtf8(), u"membres.csv"_s));
    REQUIRE(m_session.projet().personnes.size() == 120); // those that were typed are completed

    gui::RepeatEditor *partners = m_clerk->list(u"mobilisation"_s, u"partenaire"_s);
    m_clerk->type(partners, {{u"service"_s, m_data.partners[1][0]}, {u"localisation"_s, m_data.partners[1][2]}});
    formats::Sheet sheet{u"Partenaires"_s, {}, {}};
    for (const QString &title : m_data.partners.front())
        sheet.columns.push_back({title});
    for (size_t row = 1; row < m_data.partners.size(); ++row)
        sheet.rows.emplace_back(m_data.partners[row].begin(), m_data.partners[row].end());
    const auto workbook = formats::writeXlsx({sheet}, {u"Partenaires"_s, {}, QDate(2026, 11, 23)});
    REQUIRE(workbook);
    m_clerk->import(u"partenaires"_s, imports::ImportInput::memory(workbook.value(), u"partenaires.xlsx"_s));
    REQUIRE(m_session.projet().partenaires.size() == 40);

    auto *page = qobject_cast<gui::PageMobilisation *>(m_clerk->page(u"mobilisation"_s));
    QApplication::clipboard()->setText(asBlock(m_data.counts));
    page->counts()->setFocus();
    QTest::keyClick(page->counts(), Qt::Key_V, Qt::ControlModifier);
    REQUIRE(m_session.projet().effectifs.size() == 12);
}

// One indicator by keys, half of the others pasted, half imported.
void Making::diagnostic()
{
    gui::RepeatEditor *list = m_clerk->list(u"diagnostic"_s, u"indicateur"_s);
    const QStringList &first = m_data.indicators[1];
    m_clerk->type(list, {{u"intitule"_s, first[0]},
                         {u"unite"_s, first[1]},
                         {u"theme"_s, first[2]},
                         {u"territoire"_s, first[3]},
                         {u"region"_s, first[4]},
                         {u"france"_s, first[5]},
                         {u"annee"_s, first[6]},
                         {u"source"_s, first[7]},
                         {u"definition"_s, first[8]}});
    m_clerk->paste(list, Spreadsheets::part(m_data.indicators, 1, 29));
    m_clerk->import(u"indicateurs"_s,
                    imports::ImportInput::pasted(asBlock(Spreadsheets::part(m_data.indicators, 30, 30))));
    REQUIRE(m_session.projet().indicateurs.size() == 60);
}

// The fiches from a plan d'action, the steps and the budget of each pasted, the first step by keys.
void Making::fiches()
{
    m_clerk->import(u"fiches-actions"_s, imports::ImportInput::memory(asBlock(m_data.fiches).toUtf8(), u"plan.csv"_s));
    REQUIRE(m_session.projet().fiches.size() == 25);
    size_t at = 0;
    for (const base::Id &fiche : models::ranged(m_session.projet(), u"fiche"_s)) {
        m_clerk->openFiche(fiche);
        gui::RepeatEditor *steps = m_clerk->list(u"fiches"_s, u"etapeAction"_s);
        const size_t typed = at == 0 ? 1 : 0;
        if (typed > 0)
            m_clerk->type(steps, {{u"intitule"_s, m_data.steps[1][0]},
                                  {u"debut"_s, m_data.steps[1][1]},
                                  {u"fin"_s, m_data.steps[1][2]}});
        m_clerk->paste(steps, Spreadsheets::part(m_data.steps, at * 6 + typed, 6 - typed));
        m_clerk->paste(m_clerk->list(u"fiches"_s, u"budget"_s), Spreadsheets::part(m_data.budget, at * 3, 3));
        ++at;
    }
    REQUIRE(m_session.projet().etapesAction.size() == 150);
    REQUIRE(m_session.projet().budget.size() == 75);
}

// The long texts of annexe 4, the first as long as the longest.
void Making::texts()
{
    const std::vector<std::pair<QString, QStringList>> fields{
        // in the order of annexe 4
        {u"diagnostic"_s, {u"problematiques-projet"_s}},
        {u"offre"_s, {u"offre"_s, u"modalites"_s, u"besoins-non-couverts"_s}},
        {u"organisation"_s, {u"gouvernance-projet"_s}},
        {u"systeme-information"_s, {u"systeme-information"_s}},
        {u"organisation"_s, {u"inclusion"_s}},
        {u"projet-missions"_s, {u"telemedecine"_s, u"actions"_s}}};
    for (const auto &[page, codes] : fields)
        for (const QString &code : codes) {
            QStringList paragraphs; // under 400 words, without markup: as words are typed
            for (int i = m_written.isEmpty() ? 8 : 1; i > 0; --i)
                paragraphs << support::grandText(9'000 + 10 * int(m_written.size()) + i, 380);
            m_written << paragraphs.join(u'\n');
            m_clerk->write(page, u"rubrique:%1.texte"_s.arg(code), m_written.back());
        }
    gui::FormPage *organisation = m_clerk->page(u"organisation"_s);
    organisation->makeAllParts();
    for (auto *choice : organisation->findChildren<gui::ChoiceBox *>())
        if (choice->property("champ").toString() == u"organisation.comptage") {
            choice->setCurrentIndex(choice->findData(u"membres"_s));
            Q_EMIT choice->activated(choice->currentIndex());
        }
    REQUIRE(m_session.projet().organisation.comptage == domain::Comptage::Membres);
}

// The project, saved, closed and opened again, is the one that was made.
void reopen(Making &making)
{
    making.session().window().host().flush();
    const domain::Projet made = making.session().projet();
    making.session().close();
    making.session().open();
    REQUIRE(domain::diff(making.session().projet(), made).empty());
}

QString oneLine(const QString &text)
{
    return base::frenchTypography(text);
}

// All the texts that annexes 4 and 5 print; each list in the order that it was given.
std::vector<QStringList> printed(const Making &making)
{
    const Spreadsheets &data = making.data();
    std::vector<QStringList> lists{making.written()};
    for (const qsizetype at : {0, 1, 3, 5})
        lists.push_back(column(data.members, at));
    for (const qsizetype at : {0, 1, 2, 3})
        lists.push_back(column(data.partners, at));
    for (const qsizetype at : {0, 1, 7, 8})
        lists.push_back(column(data.indicators, at));
    for (const qsizetype at : {0, 2, 3, 4, 5, 7})
        lists.push_back(column(data.fiches, at));
    lists.push_back(column(data.steps, 0));
    return lists;
}

struct Document {
    QString name;
    report::Document content;
    QByteArray docx, odt, pdf;
};

Document made(const QString &name, const base::Result<report::Document> &built)
{
    REQUIRE(built);
    Document document{name, built.value(), {}, {}, {}};
    for (const auto &[format, bytes] :
         {std::pair(formats::Format::Docx, &document.docx), std::pair(formats::Format::Odt, &document.odt),
          std::pair(formats::Format::Pdf, &document.pdf)}) {
        const auto written = formats::written(document.content, format);
        REQUIRE(written);
        *bytes = written.value();
    }
    return document;
}

// Boxes are characters in one format and drawings in another.
QString withoutBoxes(QString text)
{
    return text.remove(QChar(0x2610)).remove(QChar(0x2611)).remove(QChar(0x2612));
}

// Letters and digits only: a line may break inside « médico-social ».
QStringList bareWords(QString text)
{
    for (QChar &c : text)
        if (!c.isLetterOrNumber())
            c = u' ';
    return text.split(u' ', Qt::SkipEmptyParts);
}

// A word that is found less often than it is expected. A row that goes on over a page is drawn page by page: the words
// of its cells are all there, in the order of the pages and not of the cells.
QString rarerWord(const QString &expected, const QString &found)
{
    std::map<QString, int> counts;
    for (const QString &word : bareWords(found))
        ++counts[word];
    for (const QString &word : bareWords(expected))
        if (--counts[word] < 0)
            return word;
    return {};
}

QString titlesOf(const report::Document &document)
{
    QStringList titles;
    for (const report::Block &block : document.blocks)
        if (const auto *heading = std::get_if<report::Heading>(&block))
            for (const report::Run &run : heading->runs)
                titles << run.text;
    return titles.join(u' ');
}

// Each word of the document is in the file, in order (titles are, in a PDF); each page is there.
void checkNothingLost(const Document &document)
{
    CAPTURE(document.name.toStdString());
    const QString expected = withoutBoxes(report::plainText(document.content));
    CHECK(firstMissingWord(expected, withoutBoxes(docxText(document.docx))) == QString());
    CHECK(firstMissingWord(expected, withoutBoxes(odtText(document.odt))) == QString());
    if (!support::program(u"pdftotext"_s))
        return;
    const QString pdf = support::pdfText(document.pdf);
    CHECK(rarerWord(expected, withoutBoxes(pdf)) == QString());
    CHECK(firstMissingWord(titlesOf(document.content), withoutBoxes(pdf)) == QString());
    CHECK(pdfPages(pdf) == int(layout::paginate(document.content).pages.size()));
}

// Rows of the tables of a document by one of their cells, the first unless told.
int rowsOf(const std::vector<QStringList> &rows, const QStringList &wanted, int column = 0)
{
    int count = 0;
    for (const QStringList &row : rows)
        count += wanted.contains(row.value(column)) ? 1 : 0;
    return count;
}

// Cells as a document prints them, to be compared.
QString cell(const QString &text)
{
    return base::frenchTypography(text).simplified();
}

QStringList cells(const QStringList &texts)
{
    QStringList all;
    for (const QString &text : texts)
        all << cell(text);
    return all;
}

// The members of each line of the trame, counted in what was typed.
std::map<QString, std::array<qint64, 3>> membersByLine(const Spreadsheets &data, const reference::Reference &reference)
{
    const auto &professions = reference.professions();
    std::map<QString, QString> lines; // singular -> line
    for (const auto &each : professions.trame)
        lines[each.singulier] = each.code;
    for (const auto &each : professions.personnes)
        lines[each.singulier] = each.ligne;
    std::map<QString, std::array<qint64, 3>> counts;
    for (size_t row = 1; row < data.members.size(); ++row) {
        auto &[members, governing, writing] = counts[lines.at(data.members[row][2])];
        ++members;
        governing += data.members[row][7] == u"oui" ? 1 : 0;
        writing += data.members[row][8] == u"oui" ? 1 : 0;
    }
    return counts;
}

double sumOf(const Rows &rows, qsizetype at)
{
    double sum = 0;
    for (const QString &each : column(rows, at))
        sum += QString(each).replace(u',', u'.').toDouble();
    return sum;
}

void checkMembers(const Making &making, const domain::Projet &projet, const reference::Reference &reference,
                  const std::vector<QStringList> &rows)
{
    const auto byLine = membersByLine(making.data(), reference);
    const auto lineOf = [&reference](const QString &code) { return reference.professions().ligneDe(code); };
    qint64 all = 0;
    for (const auto &line : reference.professions().trame) {
        const auto found = byLine.find(line.code);
        const std::array<qint64, 3> mine = found == byLine.end() ? std::array<qint64, 3>{} : found->second;
        CAPTURE(line.code.toStdString());
        const domain::Effectif theirs = domain::effectifDe(projet, line.code, lineOf);
        CHECK(theirs.adherents == mine[0]);
        CHECK(theirs.gouvernance == mine[1]);
        CHECK(theirs.elaboration == mine[2]);
        const QStringList row{QString::number(mine[0]), QString::number(mine[1]), QString::number(mine[2])};
        CHECK(std::any_of(rows.begin(), rows.end(), [&](const QStringList &each) {
            // The trame has its own words for some: "Pédicures podologues", "Autres (à préciser)".
            return base::fold(each.value(0)).startsWith(base::fold(line.pluriel).left(6)) && each.mid(1, 3) == row;
        }));
        all += mine[0];
    }
    const auto outside = byLine.find(QString()); // professions that no line counts
    CHECK(all + (outside == byLine.end() ? 0 : outside->second[0]) == 120);
}

void checkSums(const Making &making, const domain::Projet &projet, const reference::Reference &reference)
{
    const Spreadsheets &data = making.data();
    qint64 people = 0;
    for (const QString &code : reference.communes().epci(support::grandEpci)->membres + data.voisines)
        people += reference.communes().find(code)->population.value_or(0);
    CHECK(domain::populationDesCommunes(projet) == people);

    const suivi::Bilan bilan = suivi::bilan(projet, reference);
    CHECK(bilan.total.prevu == Approx(sumOf(data.budget, 3)));
    std::map<QString, double> years;
    for (size_t row = 1; row < data.budget.size(); ++row)
        years[data.budget[row][2]] += QString(data.budget[row][3]).replace(u',', u'.').toDouble();
    REQUIRE(bilan.annees.size() == years.size());
    for (const suivi::Poste &year : bilan.annees)
        CHECK(year.montants.prevu == Approx(years.at(year.nom)));

    std::map<QString, size_t> byMission;
    for (size_t row = 1; row < data.fiches.size(); ++row)
        ++byMission[data.fiches[row][1]];
    for (const auto &mission : reference.missions().toutes)
        CHECK(models::fichesOf(projet, mission.code).size() == byMission[mission.libelleCourt]);
    for (qsizetype at = 1; at <= 3; ++at) {
        qint64 counted = 0;
        for (const auto &[id, each] : projet.effectifs)
            counted += (at == 1 ? each.identifies : at == 2 ? each.sollicites : each.adherents).value_or(0);
        CHECK(double(counted) == sumOf(data.counts, at));
    }
}

void checkPlan(const Making &making, const formats::ExportSource &source, const domain::Projet &projet)
{
    const Spreadsheets &data = making.data();
    const auto book = formats::exportedPlanAction(source, projet, u"xlsx"_s);
    REQUIRE(book);
    const auto sheet = [&](const QString &name) { return sheetRows(book.value(), u"plan.xlsx"_s, name); };
    const auto actions = sheet(u"Actions"_s);
    REQUIRE(actions.size() == 26);
    const auto steps = sheet(u"Étapes"_s);
    REQUIRE(steps.size() == 151);
    for (size_t row = 1; row < steps.size(); ++row)
        CHECK(steps[row].value(2) == data.steps[row][0]);
    const auto budget = sheet(u"Budget"_s);
    REQUIRE(budget.size() == 76);
    const auto amount = std::find(budget.front().begin(), budget.front().end(), u"Prévu"_s) - budget.front().begin();
    CHECK(sumOf(budget, amount) == Approx(sumOf(data.budget, 3)));
    const auto balance = sheet(u"Bilan"_s);
    REQUIRE_FALSE(balance.empty());
    CHECK(balance.back().value(0) == u"Total"_s);
    CHECK(balance.back().value(1).replace(u',', u'.').toDouble() == Approx(sumOf(data.budget, 3)));

    const auto csv = formats::exportedPlanAction(source, projet, u"csv"_s);
    REQUIRE(csv);
    const auto rows = sheetRows(csv.value(), u"plan.csv"_s);
    REQUIRE(rows.size() == 26); // one indicator each
    for (size_t row = 1; row < rows.size(); ++row)
        CHECK(rows[row].contains(data.fiches[row][0]));
}

} // namespace

TEST_CASE("a dossier of 44 communes, 120 members and 25 fiches goes through the windows into every format")
{
    Making making;
    making.territory();
    making.organisation();
    making.diagnostic();
    making.fiches();
    making.texts();
    reopen(making);

    const domain::Projet &projet = making.session().projet();
    const reference::Reference &reference = making.session().environment().reference;
    const formats::ExportSource source{making.session().environment().trame, reference, QDate(2026, 11, 23)};
    checkSums(making, projet, reference);
    checkPlan(making, source, projet);

    const auto annexe = [&](const QString &code) {
        return made(code, report::build(source.trame, code, projet, reference, report::Content::Filled, source.today));
    };
    const Document four = annexe(u"annexe-4"_s);
    const Document whole = made(u"dossier"_s, formats::dossierDocument(source, projet));
    for (const Document &each : {four, annexe(u"annexe-5"_s), whole})
        checkNothingLost(each);
    // What was typed is in the whole dossier: each list in its order.
    const QString expected = report::plainText(whole.content);
    for (const QStringList &list : printed(making)) {
        INFO(list.front().left(60).toStdString());
        CHECK(firstMissingWord(oneLine(base::plainText(list.join(u'\n'))), expected) == QString());
    }
    const auto rows = docxRows(four.docx);
    const Spreadsheets &data = making.data();
    QStringList names;
    for (size_t row = 1; row < data.members.size(); ++row)
        names << cell(data.members[row][0] + u' ' + data.members[row][1]);
    CHECK(rowsOf(rows, names) == 120);
    CHECK(rowsOf(rows, cells(column(data.partners, 0))) % 40 == 0);
    CHECK(rowsOf(rows, cells(column(data.fiches, 0)), 1) == 25); // after their numbers
    checkMembers(making, projet, reference, rows);
    making.session().close();
    CHECK(base::errands::waitForAll(std::chrono::seconds(60))); // the last publication
}
