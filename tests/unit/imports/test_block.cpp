// Blocks copied from a spreadsheet: rows of a list, cells of a table of fixed rows.
#include "imports/block.h"

#include "base/paths.h"
#include "domain/projet.h"
#include "imports/column_titles.h"
#include "support/catch.h"

#include <random>

using namespace Qt::Literals::StringLiterals;
using namespace imports;
using domain::Id;

namespace
{

const Id fiche = Id::fromKey(u"fiche:essai"_s);
const Id psi = Id::fromKey(u"personne:psi"_s);
const Id rho = Id::fromKey(u"personne:rho"_s);

domain::Projet project()
{
    auto projet = domain::nouveauProjet(u"CPTS"_s, u"paca-2022"_s, u"2026"_s, QDate(2026, 11, 23));
    projet.fiches.insert(fiche).intitule = u"Soins non programmés"_s;
    projet.personnes.insert(psi).nom = u"PSI"_s;
    projet.personnes.insert(rho).nom = u"RHO"_s;
    return projet;
}

BlockList steps()
{
    BlockField referent{u"referent"_s};
    referent.words = {{u"Anne PSI, infirmière"_s, psi.toString()}, {u"Léa RHO, pharmacienne"_s, rho.toString()}};
    return {u"etapeAction"_s,
            {{u"intitule"_s, {u"étape"_s}}, {u"sorte"_s}, {u"debut"_s}, {u"fin"_s}, referent, {u"faite"_s}},
            {{u"fiche"_s, fiche}}};
}

std::vector<domain::EtapeAction> after(const base::Result<BlockProposal> &proposal, domain::Projet projet = project())
{
    if (!proposal)
        FAIL(proposal.error().message.toStdString());
    REQUIRE(domain::applyChanges(projet, proposal.value().changes));
    std::vector<domain::EtapeAction> found;
    for (const auto &[id, step] : domain::inOrder(projet.etapesAction))
        found.push_back(*step);
    return found;
}

BlockGrid counts()
{
    BlockGrid grid;
    grid.table = u"effectif"_s;
    for (const QString &code : {u"medecins"_s, u"infirmiers"_s, u"sages-femmes"_s})
        grid.rows.push_back({Id::fromKey(u"effectif:"_s + code), code, code});
    grid.labelTitle = u"Profession"_s;
    grid.columns = {
        {u"identifies"_s, {u"Identifiés"_s}}, {u"sollicites"_s, {u"Sollicités"_s}}, {u"adherents"_s, {u"Adhérents"_s}}};
    return grid;
}

std::vector<domain::Number> counted(const base::Result<BlockProposal> &proposal,
                                    domain::Number domain::Effectif::*count, domain::Projet projet = project())
{
    if (!proposal)
        FAIL(proposal.error().message.toStdString());
    REQUIRE(domain::applyChanges(projet, proposal.value().changes));
    std::vector<domain::Number> found;
    for (const auto &row : counts().rows) {
        const domain::Effectif *effectif = projet.effectifs.find(row.id);
        found.push_back(effectif ? effectif->*count : domain::Number());
    }
    return found;
}

QString told(const base::Result<BlockProposal> &proposal)
{
    return proposal ? blockReport(proposal.value()) : proposal.error().message;
}

} // namespace

TEST_CASE("Rows without titles: each column goes to the next field that its cells fit")
{
    const auto proposal = proposeRows(
        u"Écrire le protocole\t01/03/2027\t30/06/2027\tPSI Anne\r\nFormer, puis essayer\t15/09/27\t\t\r\n"_s, steps(),
        project());
    const auto found = after(proposal);
    REQUIRE(found.size() == 2);
    CHECK(found[0].intitule == u"Écrire le protocole"_s);
    CHECK(found[0].debut == QDate(2027, 3, 1));
    CHECK(found[0].fin == QDate(2027, 6, 30));
    CHECK(found[0].referent == psi);
    CHECK(found[0].fiche == fiche);
    CHECK(found[1].intitule == u"Former, puis essayer"_s);
    CHECK(found[1].debut == QDate(2027, 9, 15));
    CHECK_FALSE(found[1].fin.isValid());
    CHECK(proposal.value().added.size() == 2);
    CHECK(told(proposal) == u"2 étapes d’actions ajoutées."_s);
}

TEST_CASE("Titles say the columns, in any order, in the words of people, unknown columns are told")
{
    const auto proposal = proposeRows(u"Date de fin\tIntitulé de l'étape\tCoût\tDate de début\n"
                                      "30/06/2027\tÉcrire\t100\t01/03/2027\n"_s,
                                      steps(), project());
    const auto found = after(proposal);
    REQUIRE(found.size() == 1);
    CHECK(found[0].intitule == u"Écrire"_s);
    CHECK(found[0].debut == QDate(2027, 3, 1));
    CHECK(found[0].fin == QDate(2027, 6, 30));
    CHECK(told(proposal) == u"1 étape d’action ajoutée.\nLa colonne « Coût » n’a pas été reprise : « 100 »."_s);
}

TEST_CASE("One column of sentences keeps its commas, a column of line numbers is not a title")
{
    const QString sentences = u"Réunir l’ARS, la CPAM\nÉcrire, relire, signer\nOuvrir le service, enfin\n"_s;
    const auto found = after(proposeRows(sentences, steps(), project()));
    REQUIRE(found.size() == 3);
    CHECK(found[1].intitule == u"Écrire, relire, signer"_s);
    const auto numbered = proposeRows(u"1\tRéunir\n2\tÉcrire\n"_s, steps(), project());
    CHECK(after(numbered)[1].intitule == u"Écrire"_s);
    CHECK(told(numbered).contains(u"La colonne 1 n’a pas été reprise : « 1 » et « 2 »."_s));
}

TEST_CASE("What is not understood is told with its line, and the rest of the row is kept")
{
    const auto proposal = proposeRows(u"Étape\tDébut\tRéférent\nÉcrire\tbientôt\tPSI\n\nFormer\t31/02/2027\tInconnu\n"
                                      "=A1+1\t\t\nTotal\t\t\nSous-total :\t\t\n"_s,
                                      steps(), project());
    const auto found = after(proposal);
    REQUIRE(found.size() == 2);
    CHECK(found[0].referent == psi);
    CHECK_FALSE(found[0].debut.isValid());
    CHECK(found[1].referent.isNull());
    const QString report = told(proposal);
    INFO(report.toStdString());
    CHECK(report.contains(u"Ligne 2 : « bientôt » n’a pas été compris pour « Début »."_s));
    CHECK(report.contains(u"Ligne 4 : « 31/02/2027 » n’a pas été compris pour « Début »."_s));
    CHECK(report.contains(u"Ligne 4 : « Inconnu » n’a pas été compris pour « Référent »."_s));
    CHECK(report.contains(u"Ligne 5 : « =A1+1 » n’a pas été compris pour « Étape »."_s));
    CHECK(report.contains(u"Et 1 autre remarque."_s));
}

TEST_CASE("What no field holds is told word for word, however much there is, with the record it was written for")
{
    QString block = u"Étape\tDébut\tÂge du capitaine\n"_s;
    for (int i = 1; i <= 15; ++i)
        block += u"Réunion n° %1\tvers le %1 du mois\tMme %2\n"_s.arg(i).arg(i % 2 == 0 ? u"PSI"_s : u"RHO"_s);
    const auto proposal = proposeRows(block, steps(), project());
    CHECK(after(proposal).size() == 15);
    const QString report = told(proposal);
    INFO(report.toStdString());
    for (int i = 1; i <= 15; ++i)
        CHECK(report.contains(
            u"Ligne %1 : « vers le %2 du mois » n’a pas été compris pour « Début »."_s.arg(i + 1).arg(i)));
    CHECK(report.contains(u"La colonne « Âge du capitaine » n’a pas été reprise : « Mme RHO » et « Mme PSI »."_s));
    REQUIRE(proposal.value().refused.size() == 15);
    const RefusedCell &third = proposal.value().refused[2];
    CHECK(third.at == domain::FieldAddress{u"etapeAction"_s, proposal.value().added[2], u"debut"_s});
    CHECK(third.written == u"vers le 3 du mois"_s);
}

TEST_CASE("A table of which most of the titles are unknown is refused, and the titles that are expected are named")
{
    const auto proposal =
        proposeRows(u"Étape\tDébut\tSalle\tTraiteur\tVidéo\nRéunion\t01/03/2027\tA\tB\tC\n"_s, steps(), project());
    REQUIRE_FALSE(proposal);
    const QString said = proposal.error().message;
    INFO(said.toStdString());
    CHECK(said.contains(u"3 colonnes sur 5 n’ont pas été reconnues, et rien n’a été modifié"_s));
    CHECK(said.contains(u"« Salle », « Traiteur » et « Vidéo »"_s));
    CHECK(said.contains(u"« Début », « Fin », « Référent »"_s));
    // Half of them are known; an empty column is none.
    CHECK(proposeRows(u"Étape\tDébut\tSalle\tTraiteur\nRéunion\t01/03/2027\tA\tB\n"_s, steps(), project()));
    CHECK(proposeRows(u"Étape\tDébut\tSalle\t\t\nRéunion\t01/03/2027\tA\t\t\n"_s, steps(), project()));
}

TEST_CASE("The titles that people write above their columns are known, as whole titles")
{
    const auto titles = ColumnTitles::load(base::referenceFolder());
    if (!titles)
        FAIL(titles.error().message.toStdString());
    for (const QString &title : {u"Qui"_s, u"Responsable"_s, u"PILOTE"_s}) {
        BlockList list = steps();
        titles.value().addTo(list);
        const auto found = after(proposeRows(u"Étape\t"_s + title + u"\nÉcrire\tPSI Anne\n"_s, list, project()));
        REQUIRE(found.size() == 1);
        CHECK(found[0].referent == psi);
    }
    BlockList expenses{u"budget"_s,
                       {{u"intitule"_s}, {u"annee"_s}, {u"prevu"_s}, {u"realise"_s}, {u"etp"_s}, {u"financeur"_s}},
                       {{u"fiche"_s, fiche}}};
    titles.value().addTo(expenses);
    const auto proposal = proposeRows(u"Poste\tAnnée\tMontant réalisé\tMontant\tFinanceur\tETP\n"
                                      "Poste informatique\t27\t900\t1 200\tARS\t0,5\n"_s,
                                      expenses, project());
    auto projet = project();
    REQUIRE(proposal);
    REQUIRE(domain::applyChanges(projet, proposal.value().changes));
    REQUIRE(projet.budget.size() == 1);
    const domain::LigneBudget &line = projet.budget.begin()->second;
    CHECK(line.intitule == u"Poste informatique"_s);
    CHECK(line.annee == 2027);
    CHECK(line.prevu == 1200);
    CHECK(line.realise == 900);
    CHECK(line.etp == 0.5);
    CHECK(line.financeur == u"ARS"_s);
    CHECK(proposal.value().lost.empty());
    // A line of content that begins with such a word is no line of titles.
    BlockList plain = expenses;
    const auto content = proposeRows(u"Poste informatique\t2027\t1200\n"_s, plain, project());
    REQUIRE(content);
    CHECK(content.value().added.size() == 1);
}

TEST_CASE("Rows go after those that are there, in their order, a cell of several lines is one row")
{
    auto projet = project();
    const auto first = proposeRows(u"Une\nDeux\n"_s, steps(), projet);
    REQUIRE(domain::applyChanges(projet, first.value().changes));
    const auto found =
        after(proposeRows(u"\"Trois,\nen deux lignes\"\t01/03/2027\nQuatre\t\n"_s, steps(), projet), projet);
    REQUIRE(found.size() == 4);
    CHECK(found[1].intitule == u"Deux"_s);
    CHECK(found[2].intitule == u"Trois, en deux lignes"_s);
    CHECK(found[3].intitule == u"Quatre"_s);
}

TEST_CASE("Nothing to paste and nothing understood are said, and nothing changes")
{
    for (const QString &nothing : {QString(), u" \n\t\n"_s}) {
        const auto proposal = proposeRows(nothing, steps(), project());
        REQUIRE_FALSE(proposal);
        CHECK(proposal.error().message.contains(u"rien à coller"_s));
    }
    BlockList dates = steps();
    dates.fields = {{u"debut"_s}};
    const auto proposal = proposeRows(u"bientôt\nplus tard\n"_s, dates, project());
    REQUIRE_FALSE(proposal);
    CHECK(proposal.error().message.contains(u"rien n’a été modifié"_s));
    CHECK_FALSE(proposeRows(u"x\n"_s.repeated(2'001), steps(), project()));
}

TEST_CASE("Choices are read by their labels, answers by the words of people, numbers as they are written")
{
    const BlockList expenses{
        u"budget"_s, {{u"intitule"_s}, {u"sorte"_s}, {u"annee"_s}, {u"prevu"_s}}, {{u"fiche"_s, fiche}}};
    const QString label = domain::table(u"budget"_s)->field(u"sorte"_s)->choices.at(1).label;
    const auto proposal = proposeRows(u"Indemnisation\t%1\t2027\t1 234,50 €\nMatériel\t%1\t2028\t900\n"_s.arg(label),
                                      expenses, project());
    auto projet = project();
    REQUIRE(proposal);
    REQUIRE(domain::applyChanges(projet, proposal.value().changes));
    const auto found = domain::inOrder(projet.budget);
    REQUIRE(found.size() == 2);
    CHECK(found[0].second->annee == 2027);
    CHECK(found[1].second->prevu == 900);
    CHECK(found[1].second->sorte == domain::Choices<domain::SorteDepense>::all().at(1).first);
}

TEST_CASE("A block of numbers fills from the chosen cell, a blank line counts, what goes over is told")
{
    BlockGrid grid = counts();
    grid.column = 1;
    const auto proposal = proposeCells(u"12\t7\n\n5\t\n9\t9\n"_s, grid, project());
    CHECK(counted(proposal, &domain::Effectif::sollicites) == std::vector<domain::Number>{12, domain::Number(), 5});
    CHECK(counted(proposal, &domain::Effectif::adherents) ==
          std::vector<domain::Number>{7, domain::Number(), domain::Number()});
    CHECK(told(proposal) == u"3 cases remplies.\nLigne 4 : au-delà de la dernière ligne du tableau."_s);
}

TEST_CASE("Labels say the rows and titles the columns, whatever their order, the total is left out")
{
    BlockGrid grid = counts();
    grid.row = 2; // does not matter
    grid.rowOf = [](const QString &label) {
        return label == "IDE"_L1 ? std::optional<size_t>(1) : std::optional<size_t>();
    };
    const auto proposal =
        proposeCells(u"Profession\tAdhérents\tIdentifiés\nSages-femmes\t2\t3\nIDE\t20\t41\n"
                     "Dentistes\t1\t1\nInfirmiers\t7\t7\nMédecins\tbeaucoup\t1 010\nTotal\t22\t44\n"_s,
                     grid, project());
    CHECK(counted(proposal, &domain::Effectif::identifies) == std::vector<domain::Number>{1010, 41, 3});
    CHECK(counted(proposal, &domain::Effectif::adherents) == std::vector<domain::Number>{domain::Number(), 20, 2});
    const QString report = told(proposal);
    INFO(report.toStdString());
    CHECK(report.startsWith(u"5 cases remplies.\n"_s));
    CHECK(report.contains(u"Ligne 4 : « Dentistes » n’est pas une ligne du tableau."_s));
    CHECK(report.contains(u"Ligne 5 : « infirmiers » est déjà à la ligne 3."_s));
    CHECK(report.contains(u"Ligne 6 : « beaucoup » n’a pas été compris pour « Adhérents »."_s));
}

TEST_CASE("Cells that can't be typed in are not filled, empty cells leave what is there")
{
    auto projet = project();
    projet.effectifs.insert(counts().rows[0].id).profession = u"medecins"_s;
    projet.effectifs.find(counts().rows[0].id)->identifies = 8;
    BlockGrid grid = counts();
    grid.editable = [](size_t row, size_t) { return row < 2; };
    const auto proposal = proposeCells(u"\t4\n3\t5\n1\t1\n"_s, grid, projet);
    CHECK(counted(proposal, &domain::Effectif::identifies, projet) ==
          std::vector<domain::Number>{8, 3, domain::Number()});
    CHECK(told(proposal).contains(u"Ligne 3 : « Identifiés » ne se remplit pas ici."_s));
    CHECK_FALSE(proposeCells(u"beaucoup\n"_s, grid, projet));
}

TEST_CASE("Any block whatsoever gives rows, or a sentence, and changes that fit")
{
    std::mt19937 random(20261127);
    const QStringList pieces{u"\t"_s,  u"\t"_s,     u"\n"_s,  u"\r\n"_s, u"\""_s,           u"étape"_s, u"Début"_s,
                             u"12"_s,  u"1/3/27"_s, u"=A1"_s, u" "_s,    u"Total"_s,        u"PSI"_s,   u";"_s,
                             u"oui"_s, u"\u001F"_s, u"1e9"_s, u"-3"_s,   u"sages-femmes"_s, u"sep=;"_s};
    int taken = 0;
    for (int round = 0; round < 500; ++round) {
        QString text;
        for (unsigned i = random() % 40; i > 0; --i)
            text += pieces[qsizetype(random() % unsigned(pieces.size()))];
        INFO(text.toStdString());
        for (const auto &proposal : {proposeRows(text, steps(), project()), proposeCells(text, counts(), project())}) {
            if (!proposal) {
                CHECK_FALSE(proposal.error().message.isEmpty());
                continue;
            }
            auto projet = project();
            CHECK(domain::applyChanges(projet, proposal.value().changes).ok());
            CHECK_FALSE(blockReport(proposal.value()).isEmpty());
            ++taken;
        }
    }
    CHECK(taken > 150);
}

TEST_CASE("A block that names the rows of a table is meant for it, and a refused number tells what stays")
{
    const BlockGrid grid = counts();
    CHECK(isMeantFor(u"medecins\t5\ninfirmiers\t4\nTotal\t9"_s, grid));
    CHECK(isMeantFor(u"Profession\tIdentifiés\nmedecins\t5\nrebouteux\t1\nsages-femmes\t1"_s, grid));
    CHECK_FALSE(isMeantFor(u"Réunion\t5\nmedecins\t4"_s, grid));
    CHECK_FALSE(isMeantFor(u"medecins\ninfirmiers"_s, grid)); // no numbers beside them
    CHECK_FALSE(isMeantFor(QString(), grid));
    auto projet = project();
    const auto first = proposeCells(u"medecins\t4"_s, grid, projet);
    REQUIRE(first.ok());
    REQUIRE(domain::applyChanges(projet, first.value().changes));
    const auto refused = proposeCells(u"medecins\t-4\t2"_s, grid, projet);
    REQUIRE(refused.ok());
    REQUIRE(refused.value().remarks.size() == 1);
    CHECK(refused.value().remarks.front().sentence.contains(u"« 4 » y reste"_s));
}

TEST_CASE("A date pasted is read as a date typed, a year of two digits is of this century")
{
    const auto found =
        after(proposeRows(u"Étape\tDébut\tFin\nÉcrire\t1er juin 2027\tmardi 15 juin 2027\n"_s, steps(), project()));
    REQUIRE(found.size() == 1);
    CHECK(found[0].debut == QDate(2027, 6, 1));
    CHECK(found[0].fin == QDate(2027, 6, 15));
    const BlockList expenses{u"budget"_s, {{u"intitule"_s}, {u"annee"_s}, {u"prevu"_s}}, {{u"fiche"_s, fiche}}};
    const auto proposal = proposeRows(u"Dépense\tAnnée\tPrévu\nSalle\t27\t27\n"_s, expenses, project());
    auto projet = project();
    REQUIRE(proposal);
    REQUIRE(domain::applyChanges(projet, proposal.value().changes));
    CHECK(projet.budget.begin()->second.annee == 2027);
    CHECK(projet.budget.begin()->second.prevu == 27);
}
