// Cells copied from a spreadsheet into a table of fixed rows, and any block whatsoever.
#include "block_samples.h"
#include "imports/block_question.h"

#include <random>

using namespace blocks;

namespace
{

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

} // namespace

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
    CHECK(report.contains(u"Ligne 5 : « infirmiers » est déjà à la ligne 3 : « "_s));
    CHECK(report.contains(u"Ligne 6 : « beaucoup » n’a pas été compris pour « Adhérents »."_s));
}

TEST_CASE("What has no row of its own is counted with the others, once, and named there")
{
    BlockGrid grid = counts();
    const Id others = Id::fromKey(u"effectif:autres"_s);
    grid.rows.push_back({others, u"Autres : ergothérapeutes"_s, u"autres"_s});
    grid.others = 3;
    grid.othersField = u"precision"_s;
    grid.rowOf = [](const QString &label) {
        const bool known = QStringList{u"Diététiciens"_s, u"IPA"_s, u"Ergothérapeutes"_s, u"Autres"_s}.contains(label);
        return known ? std::optional<size_t>(3) : std::nullopt;
    };
    domain::Projet projet = project();
    domain::Effectif &there = projet.effectifs.insert(others);
    there.profession = u"autres"_s;
    there.precision = u"ergothérapeutes"_s;
    there.identifies = 9;
    const auto paste = [&](const QString &block) {
        const auto proposal = proposeCells(block, grid, projet);
        INFO(told(proposal).toStdString());
        REQUIRE(proposal);
        REQUIRE(domain::applyChanges(projet, proposal.value().changes));
        return told(proposal);
    };
    const QString said = paste(u"Profession\tIdentifiés\tAdhérents\nmedecins\t5\t4\nDiététiciens\t2\t1\n"
                               "IPA\t3\t\nDiététiciens\t2\t1\nErgothérapeutes\t1\t\n"_s);
    const domain::Effectif *row = projet.effectifs.find(others);
    CHECK(row->identifies == 6); // those of the block, which replace what was there
    CHECK(row->adherents == 1);
    CHECK(row->precision == u"ergothérapeutes, diététiciens, IPA"_s);
    CHECK(said.startsWith(u"4 cases remplies.\n"_s));
    CHECK(said.contains(u"« Diététiciens » est déjà à la ligne 3"_s));
    CHECK(said.contains(u"omptés dans « Autres : ergothérapeutes » : diététiciens, IPA et ergothérapeutes."_s));
    paste(u"Diététiciens\t7\nAutres\t1\n"_s); // again: nothing is named twice, the row itself is no name
    CHECK(row->precision == u"ergothérapeutes, diététiciens, IPA"_s);
    CHECK(row->identifies == 8);
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

TEST_CASE("A block that names the rows of a table is meant for it, and a refused number tells what stays")
{
    const BlockGrid grid = counts();
    CHECK(isMeantFor(u"medecins\t5\ninfirmiers\t4\nTotal\t9"_s, grid));
    CHECK(isMeantFor(u"Profession\tIdentifiés\nmedecins\t5\nrebouteux\t1\nsages-femmes\t1"_s, grid));
    CHECK(isMeantFor(u"Métier\tAvril\nmedecins\t5"_s, grid)); // unknown titles are no row
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

TEST_CASE("Names that the row of the others does not have are more people, the same names again are the same people")
{
    BlockGrid grid = counts();
    grid.rows.push_back({Id::fromKey(u"effectif:autres"_s), u"Autres : opticiens"_s, u"autres"_s});
    grid.others = grid.rows.size() - 1;
    grid.othersField = u"precision"_s;
    grid.rowOf = [&grid](const QString &label) -> std::optional<size_t> {
        return label == u"Ostéopathes" || label == u"Opticiens" ? grid.others : std::nullopt;
    };
    domain::Projet projet = project();
    auto &others = projet.effectifs.insert(Id::fromKey(u"effectif:autres"_s));
    others.profession = u"autres"_s;
    others.precision = u"opticiens"_s;
    others.sollicites = 6;
    const auto after = [&](const QString &block) {
        const auto proposal = proposeCells(block, grid, projet);
        INFO(told(proposal).toStdString());
        REQUIRE(proposal);
        domain::Projet changed = projet;
        REQUIRE(domain::applyChanges(changed, proposal.value().changes));
        return *changed.effectifs.find(Id::fromKey(u"effectif:autres"_s));
    };
    CHECK(after(u"Profession\tSollicités\nOstéopathes\t2\n"_s).sollicites == 8);
    CHECK(after(u"Profession\tSollicités\nOstéopathes\t2\n"_s).precision == u"opticiens, ostéopathes");
    CHECK(after(u"Profession\tSollicités\nOpticiens\t5\n"_s).sollicites == 5);
}
