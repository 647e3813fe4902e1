// Blocks copied from a spreadsheet: rows of a list, cells of a table of fixed rows.
#include "imports/block.h"

#include "domain/projet.h"
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
    CHECK(told(proposal) == u"1 étape d’action ajoutée.\nLa colonne « Coût » n’a pas été reprise."_s);
}

TEST_CASE("One column of sentences keeps its commas, a column of line numbers is not a title")
{
    const QString sentences = u"Réunir l’ARS, la CPAM\nÉcrire, relire, signer\nOuvrir le service, enfin\n"_s;
    const auto found = after(proposeRows(sentences, steps(), project()));
    REQUIRE(found.size() == 3);
    CHECK(found[1].intitule == u"Écrire, relire, signer"_s);
    const auto numbered = proposeRows(u"1\tRéunir\n2\tÉcrire\n"_s, steps(), project());
    CHECK(after(numbered)[1].intitule == u"Écrire"_s);
    CHECK(told(numbered).contains(u"La colonne 1 n’a pas été reprise."_s));
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
