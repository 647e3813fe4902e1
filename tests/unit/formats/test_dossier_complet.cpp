// The folder that is sent: its files, what its list says of them, and what a version without personal data leaves out.
#include "docx_samples.h"
#include "foreign_pdf.h"
#include "formats/dossier_complet.h"
#include "formats/dossier_listes.h"
#include "formats/dossier_pieces.h"
#include "plan_samples.h"

#include "base/file.h"
#include "base/text.h"
#include "base/typography.h"
#include "shipped_source.h"
#include "written.h"

#include <cmath>
#include <QCryptographicHash>
#include <QDir>
#include <QTemporaryDir>
#include <set>

using namespace formats;
using shipped::source;
using namespace Qt::Literals::StringLiterals;

namespace
{

domain::Projet complete()
{
    domain::Projet projet = plan::projet();
    projet.structure.nom = u"Association de la vallée"_s;
    domain::Partenaire &partner = projet.partenaires.insert(plan::id(u"pa"_s));
    partner.service = u"Hôpital d’Exemple"_s;
    partner.representant = u"Mme Secrète"_s;
    partner.missions = {plan::id(u"mission:prevention"_s)};
    domain::Commune &commune = projet.communes.insert(plan::id(u"commune:04006"_s));
    commune.code = u"04006"_s;
    commune.nom = u"Allos"_s;
    commune.population = 11274;
    return projet;
}

std::vector<DossierFile> filesOf(const domain::Projet &projet, const DossierRequest &request = {})
{
    const auto files = dossierComplet(source(), projet, request);
    INFO((files ? std::string() : files.error().message.toStdString()));
    REQUIRE(files);
    return files.value();
}

QByteArray bytesOf(const std::vector<DossierFile> &files, const QString &name)
{
    for (const DossierFile &file : files)
        if (file.name == name)
            return file.bytes;
    FAIL("no file " << name.toStdString());
    return {};
}

QString wordText(const QByteArray &docx)
{
    return QString::fromUtf8(samples::part(docx, u"word/document.xml"_s));
}

} // namespace

TEST_CASE("one document holds every annex under a cover and a table of contents, each heading once")
{
    const auto built = dossierDocument(source(), complete());
    REQUIRE(built);
    const report::Document &document = built.value();
    CHECK(document.tableOfContents);
    CHECK(document.title == u"CPTS des Vallées");
    CHECK_FALSE(document.cover.empty());
    const QString text = support::plain(report::plainText(document));
    CHECK(text.contains(u"Territoire : 1 commune"_s));
    CHECK(text.contains(u"Population : 11 274 habitants"_s));
    CHECK(text.contains(u"Hôpital d’Exemple"_s));
    std::set<QString> anchors;
    QStringList firsts;
    for (const report::Block &block : document.blocks)
        if (const auto *heading = std::get_if<report::Heading>(&block)) {
            CHECK((heading->anchor.isEmpty() || anchors.insert(heading->anchor).second));
            if (heading->level == 1)
                firsts << heading->anchor;
        }
    CHECK(firsts == QStringList{u"annexe-4"_s, u"annexe-5"_s});
}

TEST_CASE("the folder holds the whole, the parts, the lists, the plan, the dates, and a list that tells the truth")
{
    const std::vector<DossierFile> files = filesOf(complete());
    const QString manifest = QString::fromUtf8(bytesOf(files, u"Bordereau.txt"_s));
    const QString message = support::plain(QString::fromUtf8(bytesOf(files, u"Courriel.txt"_s)));
    int listed = 0;
    for (const DossierFile &file : files) {
        INFO(file.name.toStdString());
        CHECK_FALSE(file.bytes.isEmpty());
        CHECK_FALSE(file.content.isEmpty());
        if (file.name.endsWith(u".txt"))
            continue;
        ++listed;
        const QByteArray hash = QCryptographicHash::hash(file.bytes, QCryptographicHash::Sha256).toHex();
        const QString entry = manifest.mid(manifest.indexOf(u"\r\n"_s + file.name + u"\r\n"_s));
        // The letters of the fingerprints come after all that one reads.
        const qsizetype told = manifest.indexOf(u"Empreintes SHA-256"_s);
        CHECK(manifest.indexOf(file.name) < told);
        CHECK(manifest.mid(told).contains(u"\r\n%1\r\n    %2\r\n"_s.arg(file.name, QString::fromLatin1(hash))));
        const QString size = file.bytes.size() < 1024
                                 ? base::frenchNumber(qint64(file.bytes.size())) + u" octets"_s
                                 : base::frenchNumber(std::ceil(double(file.bytes.size()) / 1024), 0) + u" Ko"_s;
        CHECK(support::plain(entry.section(u"\r\n"_s, 3, 3)).trimmed() == support::plain(size));
        CHECK(message.contains(support::plain(base::frenchTypography(file.name))));
    }
    CHECK(listed == 2 + 4 + 3);
    CHECK(message.contains(u"Objet : Projet de santé – CPTS des Vallées"_s));
    CHECK(message.contains(u"Association de la vallée"_s));
    CHECK(message.startsWith(u"À : "_s));
    CHECK(bytesOf(files, u"Dossier complet - CPTS des Vallées.pdf"_s).startsWith("%PDF-"));
    CHECK(wordText(bytesOf(files, u"Dossier complet - CPTS des Vallées.docx"_s)).contains(u"Zéphyrin"_s));
    CHECK(bytesOf(files, u"Calendrier - CPTS des Vallées.ics"_s).startsWith("BEGIN:VCALENDAR"));
    const QByteArray lists = bytesOf(files, u"Membres et partenaires - CPTS des Vallées.xlsx"_s);
    const QString shared = QString::fromUtf8(samples::part(lists, u"xl/sharedStrings.xml"_s));
    for (const QString &word : {u"Zéphyrin"_s, u"Mme Secrète"_s, u"Prévention"_s, u"Représentant"_s})
        CHECK(shared.contains(word));
    const auto again = filesOf(complete());
    for (size_t i = 0; i < files.size(); ++i)
        CHECK(again[i].bytes == files[i].bytes);
}

TEST_CASE("a version without personal data names nobody, anywhere")
{
    const domain::Projet stripped = withoutPersonalData(complete());
    for (const domain::TableDescription &table : domain::tables())
        for (const domain::FieldDescription &field : table.fields)
            if (field.sensitivity == domain::Sensitivity::Personal)
                for (const domain::Id &id : table.ids(stripped))
                    if (table.name != u"personne" || field.name != u"nom")
                        CHECK(field.get(table.find(stripped, id)) == field.initial);
    for (const auto &[id, person] : complete().personnes)
        CHECK(stripped.personnes.find(id)->nom.startsWith(u"Personne "_s) ==
              !(person.nom + person.prenom).trimmed().isEmpty());
    CHECK(stripped.fiches.size() == complete().fiches.size());
    for (const DossierFile &file : filesOf(complete(), {.personalData = false, .bloquants = {}})) {
        INFO(file.name.toStdString());
        QByteArray text = file.bytes;
        for (const QString &part : {u"word/document.xml"_s, u"xl/sharedStrings.xml"_s})
            text += samples::part(file.bytes, part);
        for (const char *secret : {"Zéphyrin", "z@exemple.fr", "Secrète", "Représentant<"})
            CHECK_FALSE(text.contains(secret));
        if (file.name == u"Courriel.txt")
            CHECK(text.contains("ne comporte pas les données personnelles"));
    }
}

TEST_CASE("in a version without personal data people are numbered, never called by their structure")
{
    domain::Projet projet;
    const auto add = [&projet](const QString &name, const QString &structure) {
        domain::Personne &person = projet.personnes.insert(plan::id(name + structure));
        person.rang = u"m%1"_s.arg(projet.personnes.size());
        person.nom = name;
        person.structure = structure;
        person.membre = true;
    };
    add(u"Dupont"_s, u"Maison de santé"_s);
    add(u""_s, u"EHPAD des Tilleuls"_s);
    add(u"Martin"_s, u"Maison de santé"_s);
    const domain::Projet stripped = withoutPersonalData(projet);
    QStringList names;
    for (const auto &[id, person] : domain::inOrder(stripped.personnes))
        names << (person->nom.isEmpty() ? person->structure : person->nom);
    CHECK(names == QStringList{u"Personne 1"_s, u"EHPAD des Tilleuls"_s, u"Personne 2"_s});
}

TEST_CASE("the message of a version without personal data is for nobody known and signed by nobody")
{
    const auto message = [](bool personalData) {
        return support::plain(QString::fromUtf8(
            bytesOf(filesOf(complete(), {.personalData = personalData, .bloquants = {}}), u"Courriel.txt"_s)));
    };
    CHECK(message(true).startsWith(u"À : "_s));
    CHECK(message(false).startsWith(u"Objet : "_s));
    CHECK_FALSE(message(false).contains(u"Personne "_s));
    for (const bool personalData : {true, false})
        CHECK_FALSE(message(personalData).contains(u"\r\n\r\n\r\n"_s));
}

TEST_CASE("a project without any date or action is sent without an empty calendar or plan")
{
    domain::Projet projet;
    projet.identite.nom = u"CPTS neuve"_s;
    for (const DossierFile &file : filesOf(projet)) {
        CHECK_FALSE(file.name.endsWith(u".ics"_s));
        CHECK_FALSE(file.name.startsWith(u"Plan d’action"_s));
    }
}

TEST_CASE("the name of a file is cut between two words, without what held them together")
{
    const QString community =
        u"Communauté professionnelle territoriale de santé du Haut-Verdon, de la Vaïre et de l’Asse"_s;
    for (const QString &title : {u"Dossier complet"_s, u"Membres et partenaires"_s, u"Plan d’action"_s, u"Annexe"_s}) {
        const QString whole = title + u" - "_s + community;
        const QString name = safeFileName(whole, u"pdf"_s);
        INFO(name.toStdString());
        const QString stem = name.chopped(4);
        CHECK(whole.startsWith(stem));
        CHECK(stem.size() <= 100);
        CHECK((stem.size() == whole.size() || !whole.at(stem.size()).isLetter()));
        CHECK(stem.back().isLetter());
    }
    CHECK(safeFileName(QString(300, u'a'), u"pdf"_s).size() == 104);
    CHECK(safeFileName(u"  Lettre  "_s, {}) == u"Lettre"_s);
}

namespace
{

domain::PieceJointe &attach(domain::Projet &projet, const QString &name, const QByteArray &bytes)
{
    domain::PieceJointe &piece = projet.pieces.insert(plan::id(u"piece:"_s + name));
    piece.rang = u"m%1"_s.arg(projet.pieces.size());
    piece.nom = name;
    piece.type = bytes.startsWith("%PDF-") ? u"application/pdf"_s : u"application/octet-stream"_s;
    piece.empreinte = projet.contenus.add(bytes);
    return piece;
}

domain::Projet withPieces()
{
    domain::Projet projet = complete();
    domain::PieceJointe &statuts = attach(projet, u"Statuts signés.pdf"_s, foreign::pdf(3));
    statuts.sorte = domain::SortePiece::Statuts;
    attach(projet, u"../../évadé.docx"_s, "Convention");
    attach(projet, u"verrou.pdf"_s, foreign::pdf(1, {}, "secret")).legende = u"Avis de la ville"_s;
    attach(projet, u"brouillon.pdf"_s, foreign::pdf(1)).jointe = false;
    attach(projet, u"perdu.pdf"_s, {}).empreinte = u"0123"_s;
    return projet;
}

const QString wholePdf = u"Dossier complet - CPTS des Vallées.pdf"_s;

} // namespace

TEST_CASE("attached PDFs follow the dossier, each after the page that announces it, the other files go beside")
{
    const domain::Projet projet = withPieces();
    const std::vector<DossierFile> files = filesOf(projet);
    const foreign::Opened plain(bytesOf(filesOf(complete()), wholePdf));
    foreign::Opened whole(bytesOf(files, wholePdf));
    CHECK(whole.pages.size() == plain.pages.size() + 1 + 1 + 3); // the list, the announcement, the statuts
    foreign::Object last = whole.pdf.getRoot().getKey("/Outlines").getKey("/Last");
    CHECK(last.getKey("/Title").getUTF8Value() == "Pièces jointes");
    CHECK(support::plain(QString::fromStdString(last.getKey("/First").getKey("/Title").getUTF8Value())) ==
          u"Pièce n° 1 – Statuts signés");
    CHECK(last.getKey("/First").getKey("/Dest").getArrayItem(0).getObjGen() ==
          whole.pages[whole.pages.size() - 4].getObjGen());
    CHECK(bytesOf(files, u"Pièces jointes/02 - évadé.docx"_s) == "Convention");
    CHECK(bytesOf(files, u"Pièces jointes/03 - verrou.pdf"_s).startsWith("%PDF"));
    QStringList beside;
    for (const DossierFile &file : files)
        if (file.name.startsWith(u"Pièces jointes/"_s))
            beside << file.name;
    CHECK(beside.size() == 2);
    CHECK(bytesOf(filesOf(projet), wholePdf) == bytesOf(files, wholePdf));
}

TEST_CASE("the Word dossier lists the pieces, the list of files tells the fingerprint of each, and why one is beside")
{
    const domain::Projet projet = withPieces();
    const std::vector<DossierFile> files = filesOf(projet);
    const QString word = support::plain(wordText(bytesOf(files, u"Dossier complet - CPTS des Vallées.docx"_s)));
    for (const QString &words :
         {u"Pièces jointes"_s, u"Statuts signés"_s, u"À la suite du dossier au format PDF, 3 pages"_s,
          u"02 - évadé.docx"_s, u"Avis de la ville"_s, u"protégé par un mot de passe"_s,
          u"Contenu absent de ce projet : à envoyer à part"_s})
        CHECK(word.contains(words));
    CHECK_FALSE(word.contains(u"brouillon"_s));
    CHECK_FALSE(word.contains(u"Pièce n° 1"_s)); // nothing to announce there
    const QString manifest = QString::fromUtf8(bytesOf(files, u"Bordereau.txt"_s));
    const QByteArray statuts = QCryptographicHash::hash(foreign::pdf(3), QCryptographicHash::Sha256).toHex();
    CHECK(manifest.contains(QString::fromLatin1(statuts)));
    CHECK(support::plain(manifest).contains(u"Pièce n° 1 – Statuts signés (Statuts signés.pdf)"_s));
    CHECK(manifest.contains(u"Pièces jointes/03 - verrou.pdf"_s));
    CHECK(manifest.contains(u"ce PDF est protégé par un mot de passe"_s));
    const QString message = support::plain(QString::fromUtf8(bytesOf(files, u"Courriel.txt"_s)));
    CHECK(message.contains(u"\r\nÀ la suite du dossier au format PDF : Pièce n° 1 – Statuts signés.\r\n"_s));
}

TEST_CASE("names of pieces never leave the folder of the dossier")
{
    domain::Projet projet = complete();
    const QStringList names{u"../../../x.docx"_s,
                            u"/etc/x.docx"_s,
                            u"C:\\x.docx"_s,
                            u"\\\\serveur\\x.docx"_s,
                            u"a/../../x.docx"_s,
                            u".."_s,
                            u"x\u202Efdp.docx"_s,
                            u"CON"_s,
                            {}};
    for (const QString &name : names)
        attach(projet, name, "octets de "_ba + name.toUtf8());
    const QTemporaryDir folder;
    const QString target = folder.filePath(u"ici/dossier"_s);
    REQUIRE(writeDossier(filesOf(projet), target));
    CHECK(QDir(target + u"/Pièces jointes"_s).entryList(QDir::Files).size() == names.size());
    CHECK(QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot) ==
          QStringList{u"ici"_s});
    CHECK(QDir(folder.filePath(u"ici"_s)).entryList(QDir::AllEntries | QDir::NoDotAndDotDot) ==
          QStringList{u"dossier"_s});
}

TEST_CASE("a version without personal data has no piece, and says so")
{
    domain::Projet projet = withPieces();
    CHECK(withoutPersonalData(projet).contenus.empty());
    const auto files = filesOf(projet, {.personalData = false, .bloquants = {}});
    for (const DossierFile &file : files)
        CHECK_FALSE(file.name.contains(u"Pièces"_s));
    CHECK_FALSE(wordText(bytesOf(files, u"Dossier complet - CPTS des Vallées.docx"_s)).contains(u"Statuts signés"_s));
    const QString left = u"Les pièces jointes n’y sont pas non plus"_s;
    CHECK(QString::fromUtf8(bytesOf(files, u"Courriel.txt"_s)).contains(left));
    CHECK(QString::fromUtf8(bytesOf(files, u"Bordereau.txt"_s))
              .contains(u"sans données personnelles ni pièces jointes"_s));
    const auto none = filesOf(complete(), {.personalData = false, .bloquants = {}});
    CHECK_FALSE(QString::fromUtf8(bytesOf(none, u"Courriel.txt"_s)).contains(left));
}

TEST_CASE("an empty project makes a dossier, files go to a folder that is made, or say why not")
{
    const std::vector<DossierFile> files = filesOf({});
    CHECK(bytesOf(files, u"Dossier complet.pdf"_s).startsWith("%PDF-"));
    const QTemporaryDir folder;
    const QString target = folder.filePath(u"à envoyer/ici"_s);
    REQUIRE(writeDossier(files, target));
    CHECK(QDir(target).entryList(QDir::Files).size() == qsizetype(files.size()));
    REQUIRE(writeDossier(files, target)); // replaced
    REQUIRE(base::writeFile(folder.filePath(u"fichier"_s), "x"));
    const auto refused = writeDossier(files, folder.filePath(u"fichier/dessous"_s));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == base::ErrorCode::Unwritable);
}

TEST_CASE("the dossier says whether the statuts are with it: under the annexes, in the list of files, in the message")
{
    domain::Projet projet = withPieces();
    std::vector<DossierFile> files = filesOf(projet);
    const auto text = [&files](const QString &name) { return support::plain(QString::fromUtf8(bytesOf(files, name))); };
    const QString docx = u"Dossier complet - CPTS des Vallées.docx"_s;
    CHECK(support::plain(wordText(bytesOf(files, docx))).contains(u"Statuts : joints (pièce n° 1)."_s));
    CHECK(text(u"Bordereau.txt"_s).contains(u"Statuts : joints (pièce n° 1)"_s));
    CHECK(text(u"Courriel.txt"_s).contains(u"Les statuts sont joints (pièce n° 1)."_s));

    projet.pieces = {};
    projet.structure.etatStatuts = domain::EtatStatuts::AVenir;
    projet.structure.statutsPrevusLe = QDate(2027, 6, 1);
    files = filesOf(projet);
    CHECK(support::plain(wordText(bytesOf(files, docx))).contains(u"Statuts : prévus le 1er juin 2027, à joindre."_s));
    CHECK(text(u"Bordereau.txt"_s).contains(u"Statuts : prévus le 1er juin 2027, à joindre"_s));
    CHECK(text(u"Courriel.txt"_s).contains(u"Les statuts ne sont pas joints à cet envoi."_s));

    files = filesOf(withPieces(), {.personalData = false, .bloquants = {}});
    CHECK(text(u"Bordereau.txt"_s).contains(u"Statuts : non joints à cette version"_s));
    CHECK_FALSE(text(u"Courriel.txt"_s).contains(u"statuts"_s));
}

TEST_CASE("each state of the statuts has its words")
{
    domain::Projet projet;
    const auto told = [&projet] { return statutsText(projet, {}, true); };
    CHECK(told() == u"Statuts : à joindre");
    projet.structure.etatStatuts = domain::EtatStatuts::Elabores;
    CHECK(told() == u"Statuts : élaborés, à joindre");
    projet.structure.etatStatuts = domain::EtatStatuts::EnCours;
    CHECK(told() == u"Statuts : en cours d’élaboration, à joindre");
    projet.structure.etatStatuts = domain::EtatStatuts::AVenir;
    CHECK(told() == u"Statuts : à joindre");
    PieceEnvoyee lost; // its bytes did not come with the project
    lost.statuts = true;
    CHECK(statutsOf({lost}) == nullptr);
}

TEST_CASE("the list of files tells what still blocks, the message does not")
{
    const auto files = filesOf(complete(), {.personalData = true, .bloquants = {u"Le SIRET manque"_s, u"Deux"_s}});
    const QString manifest = support::plain(QString::fromUtf8(bytesOf(files, u"Bordereau.txt"_s)));
    CHECK(manifest.contains(u"À régler avant le dépôt : 2 points bloquants\r\n– Le SIRET manque.\r\n– Deux."_s));
    const QByteArray message = bytesOf(files, u"Courriel.txt"_s);
    CHECK_FALSE(message.contains("bloquant"));
    const QString words = support::plain(QString::fromUtf8(message));
    CHECK(words.contains(u"Objet : Projet de santé – CPTS des Vallées – pour relecture"_s));
    CHECK(words.contains(u"ci-joint, pour relecture, notre projet de santé en cours de rédaction, dans sa version"_s));
    const QString ready = support::plain(QString::fromUtf8(bytesOf(filesOf(complete()), u"Courriel.txt"_s)));
    CHECK(ready.contains(u"ci-joint notre projet de santé, dans sa version"_s));
    CHECK_FALSE(ready.contains(u"relecture"_s));
    CHECK(support::plain(QString::fromUtf8(message)).startsWith(u"À : "_s)); // no byte order mark before it
    CHECK_FALSE(message.startsWith("\xEF\xBB\xBF"));
    CHECK_FALSE(bytesOf(filesOf(complete()), u"Bordereau.txt"_s).contains("À régler"));
}

TEST_CASE("the message of a project without a structure is signed with the name of the CPTS")
{
    domain::Projet projet;
    projet.identite.nom = u"CPTS de l’Ubaye"_s;
    const QString message = QString::fromUtf8(bytesOf(filesOf(projet), u"Courriel.txt"_s));
    CHECK(message.trimmed().endsWith(u"Cordialement,\r\n\r\nCPTS de l’Ubaye"_s));
}

TEST_CASE("the dossier is made a step at a time, each with its name, and is the same")
{
    DossierMaking making(source(), complete(), {});
    CHECK(making.done() == 0);
    QStringList names;
    int before = 0;
    do {
        names << making.doing();
        CHECK(making.done() == before++);
    } while (making.next());
    CHECK(making.done() == making.steps());
    CHECK(making.doing().isEmpty());
    CHECK_FALSE(making.next());
    CHECK(names.size() == making.steps());
    CHECK(names.count(u"Dossier complet"_s) == 2);
    CHECK_FALSE(names.contains(QString()));
    const auto files = making.take();
    REQUIRE(files);
    const auto once = filesOf(complete());
    REQUIRE(files.value().size() == once.size());
    for (size_t i = 0; i < once.size(); ++i)
        CHECK(files.value()[i].bytes == once[i].bytes);
}

TEST_CASE("a dossier that is stopped, or can't be written whole, leaves the disk as it was")
{
    const std::vector<DossierFile> files{{u"un.txt"_s, {}, "un"}, {u"Pièces/deux.txt"_s, {}, "deux"}};
    const QTemporaryDir folder;
    const auto names = [&folder] {
        return QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    };
    int asked = 0;
    const auto stopped = writeDossier(files, folder.filePath(u"loin/ici"_s), [&asked] { return ++asked == 2; });
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().code == base::ErrorCode::Cancelled);
    CHECK(names().isEmpty());

    const QString target = folder.filePath(u"ici"_s);
    REQUIRE(writeDossier(files, target));
    CHECK(names() == QStringList{u"ici"_s});
    CHECK(QDir(target).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size() == 2);
    std::vector<DossierFile> newer = files;
    newer[0].bytes = "nouveau";
    CHECK_FALSE(writeDossier(newer, target, [] { return true; }));
    CHECK(base::readFile(target + u"/un.txt"_s).value() == "un");
    newer.push_back({u"Pièces"_s, {}, "un dossier porte ce nom"});
    CHECK_FALSE(writeDossier(newer, target));
    CHECK(base::readFile(target + u"/un.txt"_s).value() == "un");
    newer.pop_back();
    REQUIRE(writeDossier(newer, target, [] { return false; }));
    CHECK(base::readFile(target + u"/un.txt"_s).value() == "nouveau");
    CHECK(QDir(target).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size() == 2);
}

TEST_CASE("without any fiche the dossier says so, and sends no empty form under their name")
{
    domain::Projet projet = complete();
    projet.fiches = {};
    const auto built = dossierDocument(source(), projet);
    REQUIRE(built);
    CHECK(support::plain(report::plainText(built.value())).contains(u"Aucune fiche-action n’est encore écrite."_s));
    for (const report::Block &block : built.value().blocks)
        if (const auto *heading = std::get_if<report::Heading>(&block))
            CHECK_FALSE(heading->anchor.startsWith(u"annexe-5"_s)); // nor do the contents announce one
    for (const DossierFile &file : filesOf(projet))
        CHECK_FALSE(file.name.startsWith(u"Fiches-actions"_s));
    const auto written = dossierDocument(source(), complete());
    CHECK_FALSE(support::plain(report::plainText(written.value())).contains(u"Aucune fiche-action n’est"_s));
}

TEST_CASE("the message is signed by who coordinates, or carries the project, and by nobody who is not named")
{
    domain::Projet projet = complete();
    projet.structure.telephone = u"0492123456"_s;
    const auto message = [](const domain::Projet &of, const DossierRequest &request = {}) {
        return support::plain(QString::fromUtf8(bytesOf(filesOf(of, request), u"Courriel.txt"_s)));
    };
    CHECK_FALSE(message(projet).contains(u"coordination de la CPTS"_s));
    CHECK(message(projet).contains(u"04 92 12 34 56"_s));
    projet.identite.porteur = plan::id(u"p"_s);
    CHECK(message(projet).contains(u"Zéphyrin, porteur de projet"_s));
    projet.identite.coordonnateur = plan::id(u"p"_s);
    CHECK(message(projet).contains(u"Zéphyrin, coordination de la CPTS"_s));
    CHECK_FALSE(message(projet).contains(u"porteur de projet"_s));
    CHECK_FALSE(message(projet, {.personalData = false}).contains(u"coordination de la CPTS"_s));
}

TEST_CASE("a CPTS with a long name has the same short one in every file, cut at a word")
{
    domain::Projet projet = complete();
    projet.identite.nom =
        u"Communauté professionnelle territoriale de santé du Haut-Verdon, des vallées de l’Asse et de la "
        u"Vaïre"_s;
    QStringList tails;
    for (const DossierFile &file : filesOf(projet))
        if (!file.name.endsWith(u".txt"))
            tails << file.name.section(u" - "_s, 1).section(u'.', 0, -2);
    tails.removeDuplicates();
    CHECK(tails == QStringList{u"CPTS du Haut-Verdon, des vallées de l’Asse et de la Vaïre"_s});
    projet.identite.nom =
        u"Communauté professionnelle territoriale de santé du Haut-Verdon, des vallées de l’Asse et de la "
        u"Vaïre, du Coulomp et du Var"_s;
    const QString name = filesOf(projet).front().name;
    CHECK(name == u"Dossier complet - CPTS du Haut-Verdon, des vallées de l’Asse et de la Vaïre.pdf");
}

TEST_CASE("Word and OpenDocument recall in their header the fiche that goes on on another page")
{
    const auto dossier = dossierDocument(source(), complete());
    REQUIRE(dossier);
    report::Document document = dossier.value();
    CHECK(document.runningLevel == 2); // under the title of annexe 5
    const auto headers = [&document] {
        const QString word = QString::fromUtf8(samples::part(written::docx(document), u"word/header1.xml"_s));
        const QString styles = QString::fromUtf8(samples::part(written::odt(document), u"styles.xml"_s));
        return std::pair(word, styles.section(u"<style:header>"_s, 1).section(u"</style:header>"_s, 0, 0));
    };
    const auto [word, open] = headers();
    CHECK(word.contains(u" STYLEREF 2 </w:instrText>"_s));
    CHECK(word.count(u"</w:p>"_s) == 2);
    CHECK(open.contains(u"<text:chapter text:display=\"name\" text:outline-level=\"2\""_s));
    CHECK(open.count(u"</text:p>"_s) == 2);
    document.runningLevel = 0;
    const auto [wordAlone, openAlone] = headers();
    CHECK_FALSE(wordAlone.contains(u"STYLEREF"_s));
    CHECK_FALSE(openAlone.contains(u"text:chapter"_s));
}

TEST_CASE("The lists in Excel name missions in the order of the documents")
{
    domain::Projet projet;
    domain::Partenaire &partner = projet.partenaires.insert(base::Id::create());
    partner.service = u"EHPAD"_s;
    QStringList expected;
    domain::IdList ids;
    for (const reference::Mission &mission : support::references().missions().toutes) {
        const base::Id id = base::Id::fromKey(u"mission:"_s + mission.code);
        projet.missions.insert(id).code = mission.code;
        ids.push_back(id);
        expected << mission.libelleCourt;
    }
    partner.missions = std::get<domain::IdList>(domain::normalised(ids));
    QStringList said;
    for (const Sheet &sheet : listsOf(projet, support::references(), true))
        for (const auto &row : sheet.rows)
            for (const auto &cell : row)
                if (const auto *text = std::get_if<QString>(&cell); text && text->contains(u" ; "))
                    said << *text;
    CHECK(said == QStringList{expected.join(u" ; "_s)});
}
