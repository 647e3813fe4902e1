#include "controle/controle.h"
#include "fixtures.h"
#include "report/ccopd.h"
#include "support/thread.h"

#include <algorithm>
#include <set>

using namespace Qt::Literals::StringLiterals;
using fixtures::lines;
using fixtures::plain;

namespace
{

const QDate today(2027, 3, 12);

std::vector<report::CcopdLecture> readings(const domain::Projet &projet)
{
    return report::ccopd(fixtures::trame(), projet, fixtures::references(),
                         controle::checkAll(projet, fixtures::references(), today));
}

QString paper(const domain::Projet &projet)
{
    const auto document = report::ccopdDocument(fixtures::trame(), projet, fixtures::references(),
                                                controle::checkAll(projet, fixtures::references(), today), today);
    REQUIRE(document);
    return lines(document.value());
}

QStringList titles(const report::CcopdLecture &lecture)
{
    QStringList list;
    for (const report::Passage &passage : lecture.passages)
        list << plain(passage.titre);
    return list;
}

} // namespace

TEST_CASE("The criteria are listed without reading the project, in the order in which it is read")
{
    const auto criteres = report::ccopdCriteres(fixtures::trame());
    const auto all = readings({});
    REQUIRE(criteres.size() == all.size());
    for (size_t at = 0; at < all.size(); ++at) {
        CHECK(criteres[at].code == all[at].critere.code);
        CHECK(criteres[at].reponse() == all[at].critere.reponse());
    }
}

TEST_CASE("The seven criteria are those of the reserved part of the lettre, word for word")
{
    const QString lettre = lines(fixtures::document({}));
    const auto all = readings({});
    REQUIRE(all.size() == 7);
    for (const report::CcopdLecture &each : all) {
        INFO(each.critere.texte.toStdString());
        CHECK(lettre.contains(plain(each.critere.texte)));
        CHECK(each.critere.questions.size() >= 3);
        CHECK_FALSE(each.critere.source.isEmpty());
    }
}

TEST_CASE("Each answer has its field, which leads to the page of the rehearsal")
{
    for (const report::CcopdLecture &each : readings({})) {
        const auto champ = domain::parseChamp(each.critere.reponse());
        REQUIRE(champ);
        const auto at = domain::resolve({}, *champ);
        REQUIRE(at);
        CHECK(fixtures::trame().pageOf(*at) == u"ccopd"_s);
    }
}

TEST_CASE("The example answers every criterion, and each passage leads to a page")
{
    const domain::Projet projet = fixtures::vallees();
    for (const report::CcopdLecture &each : readings(projet)) {
        INFO(each.critere.code.toStdString());
        CHECK_FALSE(each.passages.empty());
        for (const report::Passage &passage : each.passages) {
            INFO(passage.titre.toStdString());
            CHECK_FALSE(fixtures::trame().pageOf(passage.field, projet).isEmpty());
        }
    }
    const QString text = paper(projet);
    for (const auto &[id, commune] : projet.communes)
        CHECK(text.contains(plain(commune.nom)));
    for (const auto &[id, partenaire] : projet.partenaires)
        CHECK(text.contains(plain(partenaire.service)));
}

TEST_CASE("An empty project answers nothing, and is thin everywhere that has a blocking point")
{
    for (const report::CcopdLecture &each : readings({}))
        CHECK(each.passages.empty());
    const auto all = readings({});
    CHECK(std::count_if(all.begin(), all.end(), [](const auto &each) { return !each.minces.empty(); }) >= 5);
    CHECK(paper({}).contains(u"Rien encore dans le projet."_s));
}

TEST_CASE("A passage appears with its fact, contacts refused and missions not retained stay out")
{
    domain::Projet projet;
    domain::Mission &mission = projet.missions.insert(support::missionId(u"prevention"_s));
    mission.code = u"prevention"_s;
    mission.description = u"Ateliers d’équilibre"_s;
    mission.retenue = false;
    CHECK(titles(readings(projet).at(5)).isEmpty());
    mission.retenue = true;
    CHECK(titles(readings(projet).at(5)) == QStringList{u"Les missions retenues"_s});
    CHECK(paper(projet).contains(u"Ateliers d’équilibre"_s));

    domain::Contact &contact = projet.contacts.insert(base::Id::fromKey(u"contact:autres"_s));
    contact.code = u"autres"_s;
    contact.precision = u"La mairie"_s;
    contact.pris = false;
    CHECK(titles(readings(projet).at(2)).isEmpty());
    contact.pris = true;
    CHECK(titles(readings(projet).at(2)) == QStringList{u"Les contacts déjà pris"_s});
}

TEST_CASE("While the lettre is written, nothing is said of the projet de santé, a point is told once")
{
    domain::Projet projet;
    const auto volets = [&projet] {
        std::set<controle::Volet> found;
        for (const report::CcopdLecture &each : readings(projet)) {
            QStringList sentences;
            for (const controle::Finding &finding : each.minces) {
                found.insert(finding.volet);
                CHECK(finding.severity != controle::Severity::Fulfilled);
                CHECK_FALSE(sentences.contains(finding.sentence));
                sentences << finding.sentence;
            }
        }
        return found;
    };
    CHECK(volets() == std::set{controle::Volet::Lettre});
    projet.identite.phase = domain::Phase::Elaboration;
    CHECK(volets() == std::set{controle::Volet::Lettre, controle::Volet::Projet});
}

TEST_CASE("The prepared answer is printed here, and in no document that is sent")
{
    domain::Projet projet = fixtures::vallees();
    domain::Rubrique &answer = projet.rubriques.insert(base::Id::fromKey(u"rubrique:ccopd-federer"_s));
    answer.code = u"ccopd-federer"_s;
    answer.texte = u"Réponse **préparée** à trois"_s;
    CHECK(paper(projet).contains(u"Réponse préparée à trois"_s));
    CHECK(paper(projet).contains(u"Document de travail, ne pas envoyer"_s));
    for (const report::DocumentInfo &info : fixtures::trame().documents())
        CHECK_FALSE(
            lines(fixtures::document(projet, report::Content::Filled, info.code)).contains(u"préparée à trois"_s));
}

TEST_CASE("A grid that names an unknown criterion or field is refused")
{
    QTemporaryDir folder;
    const QDir source(fixtures::source(u"templates/paca-2022"_s));
    for (const QString &name : source.entryList(QDir::Files))
        REQUIRE(QFile::copy(source.filePath(name), folder.filePath(name)));
    const QString path = folder.filePath(u"ccopd.json"_s);
    const auto fault = [&](const QByteArray &from, const QByteArray &to) {
        const QByteArray original = base::readFile(path).value();
        REQUIRE(original.contains(from));
        REQUIRE(base::writeFile(path, QByteArray(original).replace(from, to)));
        const auto trame = report::Trame::load(folder.path());
        REQUIRE(base::writeFile(path, original));
        return trame ? QString() : trame.error().detail;
    };
    CHECK(fault("lettre.zonage", "lettre.zonnage").contains(u"« lettre.zonnage » n’existe pas"_s));
    CHECK(fault("rubrique:inclusion.texte", "rubrique:inclusion.textes").contains(u"n’existe pas"_s));
    CHECK(fault("\"code\": \"federer\"", "\"code\": \"ouverture\"").contains(u"déjà décrit"_s));
    CHECK(fault("\"solide\":", "\"solides\":").contains(u"le mot « solide » manque"_s));
}

TEST_CASE("The paper says at its head how many answers are left to prepare")
{
    domain::Projet projet;
    CHECK(paper(projet).contains(u"\n7 réponses restent à préparer.\n"_s));
    int left = 7;
    for (const report::CcopdLecture &each : readings(projet)) {
        const auto answered =
            domain::settingChamp(projet, *domain::parseChamp(each.critere.reponse()), domain::Value(u"Une réponse."_s));
        REQUIRE(domain::applyChanges(projet, answered));
        const QString head = --left > 1  ? u"%1 réponses restent à préparer."_s.arg(left)
                             : left == 1 ? u"Une réponse reste à préparer."_s
                                         : u"Toutes les réponses sont préparées."_s;
        CHECK(paper(projet).contains(u'\n' + head + u'\n'));
    }
}

TEST_CASE("After a colon our own words have no capital, what people typed keeps theirs")
{
    domain::Projet projet = fixtures::vallees();
    projet.structure.etatStatuts = domain::EtatStatuts::EnCours;
    const auto built = report::ccopdDocument(fixtures::trame(), projet, fixtures::references(), {}, QDate(2027, 3, 12));
    REQUIRE(built);
    const QString text = fixtures::lines(built.value());
    CHECK(text.contains(u"statuts : en cours"_s));
    CHECK_FALSE(text.contains(u"statuts : En cours"_s));
}

TEST_CASE("The rehearsal reads what the commission reads: the texts and words of the lettre, its own name in full")
{
    const domain::Projet projet = fixtures::vallees();
    const QString text = paper(projet);
    CHECK(
        text.contains(u"Les deux réunions d’information et les premiers chiffres font ressortir quatre difficultés"_s));
    CHECK_FALSE(text.contains(u"Le diagnostic a été mené de mai 2027"_s));
    CHECK(text.contains(u"Exemple Camille, Médecin généraliste"_s));
    CHECK_FALSE(text.contains(u"Camille Exemple, Médecin"_s));
    CHECK(text.contains(u"participants : "_s));
    CHECK_FALSE(text.contains(u"résents : "_s));
    CHECK(text.contains(u"commission de coordination de l’offre de proximité départementale"_s));
    domain::Projet later = projet; // a project that never had a lettre
    for (const auto &[id, rubrique] : projet.rubriques)
        if (id == base::Id::fromKey(u"rubrique:problematiques"_s))
            later.rubriques.find(id)->texte.clear();
    CHECK(paper(later).contains(u"Le diagnostic a été mené de mai 2027"_s));
}

TEST_CASE("A list typed in a mission stands inside its item, with the words above and below it")
{
    domain::Projet projet = fixtures::vallees();
    projet.missions.find(base::Id::fromKey(u"mission:prevention"_s))->description =
        u"Objectif : prévenir.\nPistes :\n- repérer ;\n- orienter.\nPuis :\n- évaluer."_s;
    QStringList found;
    for (const report::CcopdLecture &reading : readings(projet))
        for (const report::Passage &passage : reading.passages)
            for (const report::Block &block : passage.blocks) {
                const auto *paragraph = std::get_if<report::Paragraph>(&block);
                const bool here =
                    paragraph &&
                    (!found.isEmpty() || fixtures::plain(fixtures::textOf(paragraph->runs)).contains(u"prévenir"_s));
                if (here && found.size() < 5)
                    found << QString::number(paragraph->listLevel) + u' ' +
                                 fixtures::plain(fixtures::textOf(paragraph->runs));
            }
    REQUIRE(found.size() == 5);
    CHECK(found[0].startsWith(u"1 "));
    CHECK(found[0].contains(u"Pistes :"_s));
    CHECK(found.mid(1) == QStringList{u"2 repérer ;"_s, u"2 orienter."_s, u"2 Puis :"_s, u"3 évaluer."_s});
}
