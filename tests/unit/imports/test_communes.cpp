#include "base/text.h"
#include "fixtures.h"
#include "imports/communes.h"
#include "packages.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace imports;
using Outcome = CommuneLine::Outcome;
using fixtures::applied;
using fixtures::communeId;
using fixtures::communes;

namespace
{

CommuneProposal propose(const QString &text, const domain::Projet &projet = {})
{
    auto proposal = proposeCommunes(text, communes(), projet);
    REQUIRE(proposal.ok());
    return proposal.value();
}

CommuneLine only(const QString &text, const domain::Projet &projet = {})
{
    const auto proposal = propose(text, projet);
    REQUIRE(proposal.lines.size() == 1);
    return proposal.lines.front();
}

domain::Projet imported(const QString &text, const domain::Projet &projet = {})
{
    return applied(projet, communeChanges(propose(text, projet), communes(), projet));
}

QStringList candidateCodes(const CommuneLine &line)
{
    QStringList codes;
    for (const CommuneCandidate &each : line.candidates)
        codes.push_back(each.code);
    return codes;
}

} // namespace

TEST_CASE("A commune is recognised by its code, by its name and postal code, by its name in a département")
{
    CHECK(only(u"Code INSEE\n04039\n"_s).codes == QStringList{u"04039"_s});
    CHECK(only(u"Code INSEE;Commune\n4039;CASTELLANE\n"_s).codes == QStringList{u"04039"_s});
    CHECK(only(u"Commune;Code postal\nLa Garde;83130\n"_s).codes == QStringList{u"83062"_s});
    CHECK(only(u"Commune;Code postal\nGARDE (LA);4120\n"_s).codes == QStringList{u"04092"_s});
    CHECK(only(u"Commune;Département\nLa Garde;Isère\n"_s).codes == QStringList{u"38177"_s});
    CHECK(only(u"La Garde (83)"_s).codes == QStringList{u"83062"_s});
    CHECK(only(u"La Garde (Var)"_s).codes == QStringList{u"83062"_s});
    CHECK(only(u"83130 La Garde"_s).codes == QStringList{u"83062"_s});
    CHECK(only(u"Code postal\n04120\n"_s).outcome == Outcome::ToChoose);
    CHECK(only(u"Code postal\n83130\n"_s).codes == QStringList{u"83062"_s});
}

TEST_CASE("A workbook is a list of communes as well, its lines are those of the sheet")
{
    const auto read = [](const std::vector<packages::Sheet> &sheets) {
        return proposeCommunes(ImportInput::memory(packages::workbook(sheets), u"liste.xlsx"_s), communes(), {});
    };
    const packages::Sheet list{u"Liste"_s,
                               {{u"Nos communes"_s},
                                {},
                                {u"Commune"_s, u"Code postal"_s, u"Zonage"_s},
                                {u"La \"Garde\""_s, u"4120"_s, u"ZIP"_s},
                                {u"Castellane"_s, u"04120"_s, u""_s}}};
    const auto proposal = read({{u"Lisez-moi"_s, {{u"Ce classeur est à jour"_s}}}, list});
    REQUIRE(proposal.ok());
    REQUIRE(proposal.value().lines.size() == 2);
    CHECK(proposal.value().lines[0].codes == QStringList{u"04092"_s});
    CHECK(proposal.value().lines[0].zonage == domain::Zonage::Zip);
    CHECK(proposal.value().lines[0].line == 4);
    CHECK(proposal.value().lines[1].codes == QStringList{u"04039"_s});
    const auto untitled = read({{u"Feuille"_s, {{u"Allos"_s}, {u"Castellane"_s}}}});
    REQUIRE(untitled.ok());
    CHECK(untitled.value().lines[1].codes == QStringList{u"04039"_s});
    CHECK(read({{u"Vide"_s, {}}}).error().message.contains(u"ne contient aucune liste"));
    const auto broken = proposeCommunes(ImportInput::memory("PK\x03\x04 rien", u"liste.xlsx"_s), communes(), {});
    REQUIRE_FALSE(broken.ok());
    CHECK(broken.error().message.startsWith(u"Le fichier « liste.xlsx »"));
}

TEST_CASE("Homonyms are never guessed, but follow the département of all the others")
{
    const CommuneLine alone = only(u"La Garde"_s);
    CHECK(alone.outcome == Outcome::ToChoose);
    CHECK(alone.codes.isEmpty());
    CHECK(candidateCodes(alone).contains(u"04092"_s));
    CHECK(candidateCodes(alone).contains(u"83062"_s));
    CHECK(alone.candidates.front().text.contains(u"("_s));

    const auto among = propose(u"Castellane\nLa Garde\nAllos\n"_s);
    CHECK(among.lines[1].codes == QStringList{u"04092"_s});
    CHECK(among.lines[1].reason.contains(u"département 04"_s));
    // One line elsewhere, and nothing is sure any more.
    // One stray commune of elsewhere changes nothing for the others, and is asked about when its place is not told.
    const auto stray = propose(u"Castellane\nLa Garde\nAllos\nBarrême\nAnnot\nDigne-les-Bains\nSaint Auban\n"_s);
    CHECK(stray.lines[1].codes == QStringList{u"04092"_s});
    CHECK(stray.lines[6].outcome == Outcome::ToChoose);
    CHECK(propose(u"Castellane\nLa Garde\nHyères\n"_s).lines[1].outcome == Outcome::ToChoose); // on both sides
    // The answer of the territory may be taken back.
    auto settled = among;
    REQUIRE(choose(settled, 1, {}, communes()));
    CHECK(settled.count(Outcome::ToChoose) == 1);

    const domain::Projet projet = imported(u"Castellane\nAllos\n"_s);
    CHECK(only(u"La Garde"_s, projet).codes == QStringList{u"04092"_s});
}

TEST_CASE("What is not a commune is told with the nearest names, and taken only when chosen")
{
    auto proposal = propose(u"Castelane\nXyzzyville-sur-Rien\n99999\n"_s);
    REQUIRE(proposal.lines.size() == 3);
    CHECK(proposal.lines[0].outcome == Outcome::Unmatched);
    CHECK(candidateCodes(proposal.lines[0]).contains(u"04039"_s));
    CHECK(proposal.lines[1].candidates.empty());
    CHECK(proposal.lines[1].reason == u"aucune commune ne porte ce nom"_s);
    CHECK(proposal.lines[2].outcome == Outcome::Unmatched);
    CHECK(communeChanges(proposal, communes(), {}).empty());

    CHECK(choose(proposal, 0, u"04039"_s, communes()));
    CHECK_FALSE(choose(proposal, 1, u"00000"_s, communes()));
    CHECK_FALSE(choose(proposal, 7, u"04039"_s, communes()));
    CHECK(proposal.count(Outcome::Matched) == 1);
    CHECK(applied({}, communeChanges(proposal, communes(), {})).communes.size() == 1);
}

TEST_CASE("A code and a name that disagree are a question")
{
    const CommuneLine line = only(u"Code INSEE;Commune\n04039;Allos\n"_s);
    CHECK(line.outcome == Outcome::ToChoose);
    CHECK(candidateCodes(line) == QStringList{u"04039"_s, u"04006"_s});
    CHECK(line.reason.contains(u"Castellane"_s));
}

TEST_CASE("A commune of yesterday is proposed as the one of today")
{
    const CommuneLine byCode = only(u"Code INSEE\n04100\n"_s);
    CHECK(byCode.outcome == Outcome::ToChoose);
    CHECK(candidateCodes(byCode) == QStringList{u"04120"_s});
    CHECK(byCode.reason.contains(u"Larche"_s));
    const CommuneLine byName = only(u"Larche (04)"_s);
    CHECK(byName.outcome == Outcome::ToChoose);
    CHECK(candidateCodes(byName) == QStringList{u"04120"_s});
}

TEST_CASE("An EPCI, by number or name, brings all its members")
{
    const auto epci = communes().epci(u"200068625"_s);
    REQUIRE(epci);
    for (const QString &text :
         {u"SIREN\n200068625\n"_s, u"EPCI\nCC Alpes-Provence-Verdon \"Sources de lumière\"\n"_s,
          u"Communauté de communes Alpes Provence Verdon Sources de lumière"_s, u"200 068 625"_s}) {
        const auto proposal = propose(text);
        REQUIRE(proposal.lines.size() == 1);
        CHECK(proposal.lines[0].codes == epci->membres);
        CHECK(imported(text).communes.size() == 41);
    }
    CHECK(only(u"EPCI\nCC\n"_s).outcome != Outcome::Matched);
    CHECK(only(u"SIREN\n123456789\n"_s).outcome == Outcome::Unmatched);
    // Beside a commune, the EPCI only says where it is.
    CHECK(only(u"Commune;EPCI\nCastellane;200068625\n"_s).codes == QStringList{u"04039"_s});
}

TEST_CASE("New communes carry the facts of the reference, under the identity of their code")
{
    const domain::Projet projet = imported(u"Commune;Code postal\nSenez;04330\nCastellane;\n"_s);
    REQUIRE(projet.communes.size() == 2);
    const domain::Commune *senez = projet.communes.find(communeId(u"04204"_s));
    REQUIRE(senez);
    CHECK(senez->code == u"04204"_s);
    CHECK(senez->nom == u"Senez"_s);
    CHECK(senez->codePostal == u"04330"_s); // the wanted one of two
    CHECK(senez->population == 154);
    CHECK(senez->epci == u"200068625"_s);
    CHECK(senez->zonage == domain::Zonage::NonRenseigne);
    CHECK(projet.identite.millesime == communes().vintage());
}

TEST_CASE("Zonings, years and QPV come along, and a second import changes nothing")
{
    const QString list = u"Commune;Zonage 2022;QPV;Habitants\n"
                         "Castellane;ZIP;non;1472\n"
                         "Allos;Zone d'action complémentaire;;900\n"
                         "Digne-les-Bains;ZAC;\"QN00401M Barbejas;Pigeonnier\";\n"_s;
    const domain::Projet projet = imported(list);
    const domain::Commune *castellane = projet.communes.find(communeId(u"04039"_s));
    CHECK(castellane->zonage == domain::Zonage::Zip);
    CHECK(castellane->zonageAnnee == 2022);
    CHECK(castellane->sansQpv == true);
    const domain::Commune *allos = projet.communes.find(communeId(u"04006"_s));
    CHECK(allos->zonage == domain::Zonage::Zac);
    CHECK(allos->population == 812); // never that of the list
    CHECK_FALSE(allos->sansQpv.has_value());
    REQUIRE(projet.qpv.size() == 2);
    const auto qpv = domain::inOrder(projet.qpv);
    CHECK(qpv[0].second->code == u"QN00401M"_s);
    CHECK(qpv[0].second->nom == u"Barbejas"_s);
    CHECK(qpv[1].second->nom == u"Pigeonnier"_s);
    CHECK(qpv[0].second->rang < qpv[1].second->rang);
    CHECK(qpv[0].second->communes == domain::IdList{communeId(u"04070"_s)});
    CHECK(qpv[0].second->zonage == domain::Zonage::NonRenseigne); // a QPV's zoning is not its commune's

    CHECK(communeChanges(propose(list, projet), communes(), projet).empty());
}

TEST_CASE("A commune that is there is completed, never doubled nor rewritten")
{
    domain::Projet projet = imported(u"Castellane\n"_s);
    domain::Commune *castellane = projet.communes.find(communeId(u"04039"_s));
    castellane->nom = u"Castellane (04)"_s;
    castellane->population = 1500;
    castellane->codePostal.clear();
    castellane->sansQpv = true;
    const domain::Projet after = imported(u"Code INSEE;Zonage;Année\n04039;ZIP;2025\n"_s, projet);
    REQUIRE(after.communes.size() == 1);
    const domain::Commune *now = after.communes.find(communeId(u"04039"_s));
    CHECK(now->nom == u"Castellane (04)"_s);
    CHECK(now->population == 1500);
    CHECK(now->codePostal == u"04120"_s);
    CHECK(now->sansQpv == true);
    CHECK(now->zonage == domain::Zonage::Zip);
    CHECK(now->zonageAnnee == 2025);
}

TEST_CASE("One QPV named by two communes stays one")
{
    const domain::Projet projet = imported(u"Commune;QPV\nCastellane;QN00499M Les Deux Rives\nAllos;qn00499m\n"_s);
    REQUIRE(projet.qpv.size() == 1);
    CHECK(projet.qpv.begin()->second.communes.size() == 2);
    CHECK(projet.qpv.begin()->second.nom == u"Les Deux Rives"_s);
}

TEST_CASE("Doubles, differing populations and unreadable facts are told with their line")
{
    const auto proposal = propose(u"Commune;Zonage;Année;Population\n"
                                  "Castellane;ZIP;2022;1 999\n"
                                  "Allos;ZRR;hier;beaucoup\n"
                                  "CASTELLANE;ZAC;2022;1472\n"_s);
    const auto told = [&proposal](int line, const QString &part) {
        return std::any_of(proposal.remarks.begin(), proposal.remarks.end(),
                           [&](const Remark &remark) { return remark.line == line && remark.sentence.contains(part); });
    };
    CHECK(told(2, u"Castellane : 1\u202F999 habitants dans la liste"_s));
    CHECK(told(3, u"zonage non reconnu : « ZRR »"_s));
    CHECK(told(3, u"année non reconnue"_s));
    CHECK(told(3, u"population non reconnue"_s));
    CHECK(told(4, u"déjà à la ligne 2, avec un autre zonage"_s));
    const domain::Projet projet = applied({}, communeChanges(proposal, communes(), {}));
    CHECK(projet.communes.find(communeId(u"04039"_s))->zonage == domain::Zonage::Zip);

    const auto quiet = proposeCommunes(QByteArray("Commune;Population\nAllos;1\n"), u"La liste"_s, communes(), {},
                                       FilePopulation::Ignore);
    CHECK(quiet.value().remarks.empty());
}

TEST_CASE("A project of another vintage is told")
{
    domain::Projet projet;
    projet.identite.millesime = u"2019"_s;
    const auto proposal = propose(u"Allos"_s, projet);
    REQUIRE(proposal.remarks.size() == 1);
    CHECK(proposal.remarks[0].line == 0);
    CHECK(proposal.remarks[0].sentence.contains(u"2019"_s));
    CHECK(imported(u"Allos"_s, projet).identite.millesime == u"2019"_s);
}

TEST_CASE("The same list in every encoding and separator is the same edit")
{
    const auto cutBy = [](QChar separator) {
        return QString(u"Commune~Code postal~Zonage\r\nThorame-Haute~04170~ZIP\r\n"
                       "Saint-André-les-Alpes~04170~ZAC\r\n\"Barrême\"~04330~Hors zonage\r\n"_s)
            .replace(u'~', separator);
    };
    const domain::Projet expected = imported(cutBy(u';'));
    REQUIRE(expected.communes.size() == 3);
    for (const QChar separator : {u';', u',', u'\t', u'|'}) {
        const QString list = cutBy(separator);
        for (const QByteArray &bytes : {list.toUtf8(), "\xEF\xBB\xBF" + list.toUtf8(), fixtures::windows1252(list),
                                        fixtures::utf16(list, QStringConverter::Utf16LE, true),
                                        fixtures::utf16(list, QStringConverter::Utf16BE, true),
                                        fixtures::utf16(list, QStringConverter::Utf16LE, false)}) {
            const auto proposal = proposeCommunes(bytes, u"La liste"_s, communes(), {});
            REQUIRE(proposal.ok());
            const domain::Projet got = applied({}, communeChanges(proposal.value(), communes(), {}));
            CHECK(domain::diff(expected, got).empty());
        }
    }
}

TEST_CASE("Damaged lists give what is left of them, or a sentence, never a wrong commune")
{
    const QByteArray good =
        u"Code INSEE;Commune;Zonage\n04039;Castellane;ZIP\n04006;Allos;ZAC\n04204;Senez;ZIP\n"_s.toUtf8();
    const auto withByte = [&good](qsizetype at, char byte) {
        QByteArray bytes = good;
        bytes[at] = byte;
        return bytes;
    };
    const std::vector<QByteArray> damaged{good.left(good.size() / 2),
                                          good.mid(10),
                                          withByte(28, '"'),
                                          withByte(30, '\xC3'),
                                          withByte(40, ';'),
                                          QByteArray(good).replace('\n', "\r\r"),
                                          QByteArray(good).replace(';', ""),
                                          good + good.left(40),
                                          good + QByteArray(200, '"'),
                                          withByte(26, '\n'),
                                          "\n\n;;;\n" + good,
                                          QByteArray(good).insert(60, '\0')};
    const QStringList expected{u"04039"_s, u"04006"_s, u"04204"_s};
    for (const QByteArray &bytes : damaged) {
        INFO(bytes.toStdString());
        const auto proposal = proposeCommunes(bytes, u"La liste"_s, communes(), {});
        if (!proposal.ok()) {
            CHECK(proposal.error().message.contains(u"Rien n’a été modifié"_s));
            continue;
        }
        for (const CommuneLine &line : proposal.value().lines)
            for (const QString &code : line.codes)
                CHECK(expected.contains(code));
    }
}

TEST_CASE("Formulas in a list are names of nothing, and stay text")
{
    const auto proposal = propose(u"Commune;QPV\n=HYPERLINK(\"http://x.test\");non\n@SUM(1);=1+1\n+Allos;\n"_s);
    CHECK(proposal.lines[0].outcome == Outcome::Unmatched);
    CHECK(proposal.lines[1].outcome == Outcome::Unmatched);
    CHECK(proposal.lines[0].text.startsWith(u"=HYPERLINK"_s));
}

TEST_CASE("The report says line by line what will happen")
{
    const QString list = u"Commune;Population\nCastellane;\nSaint-Martin;\nXyzzyville;\nAllos;1\n"_s;
    const auto proposal = propose(list);
    const QString report = communeReport(proposal, communes(), {});
    CHECK(report.startsWith(u"2 lignes reconnues sur 4\n"_s));
    CHECK(report.contains(u"ligne 2, « Castellane » : Castellane (04039)"_s));
    CHECK(report.contains(u"À préciser (laissées de côté)"_s));
    CHECK(report.contains(u"    – Saint-Martin (32300, Gers)"_s));
    CHECK(report.contains(u"ligne 4, « Xyzzyville » : aucune commune ne porte ce nom"_s));
    CHECK(report.contains(u"2 communes ajoutées"_s));
    const domain::Projet projet = imported(list);
    CHECK(communeReport(propose(list, projet), communes(), projet).contains(u"Le projet dit déjà tout cela"_s));
    const auto epci = propose(u"EPCI\n200068625\n"_s);
    CHECK(communeReport(epci, communes(), {}).contains(u"41 communes ajoutées"_s));
}

TEST_CASE("The list of a whole country is refused, a long one of unknown names is read to its end")
{
    const auto refused = proposeCommunes(u"Commune\n"_s + u"Allos\n"_s.repeated(5001), communes(), {});
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().message.contains(u"5\u202F001 lignes"_s));

    QString unknown = u"Commune\n"_s;
    for (int i = 0; i < 500; ++i)
        unknown += u"Xyzzyville-les-Bains %1\n"_s.arg(i);
    CHECK(propose(unknown).count(Outcome::Unmatched) == 500);
}

TEST_CASE("A line of totals is left aside and told, a name that is elsewhere proposes those that hold it here")
{
    const auto proposal =
        propose(u"Commune;Dept;Population\nSisteron;04;7500\nSt Auban;04;10\nPeyruis;04;2800\nTotal;;10310\n"_s);
    REQUIRE(proposal.lines.size() == 3);
    CHECK(std::any_of(proposal.remarks.begin(), proposal.remarks.end(), [](const Remark &remark) {
        return remark.line == 5 && remark.sentence.contains(u"ligne de total"_s);
    }));
    const CommuneLine &auban = proposal.lines[1];
    INFO(auban.reason.toStdString());
    CHECK(auban.outcome == Outcome::ToChoose);
    CHECK(candidateCodes(auban).value(0) == u"04049"_s); // Château-Arnoux-Saint-Auban
    CHECK(candidateCodes(auban).contains(u"06116"_s));
    CHECK(auban.reason.contains(u"« Saint-Auban » est ailleurs que le lieu indiqué : Alpes-Maritimes"_s));
}
