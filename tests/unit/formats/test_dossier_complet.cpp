// The folder that is sent: its files, what its list says of them, and what a version without personal data leaves out.
#include "docx_samples.h"
#include "formats/dossier_complet.h"
#include "plan_samples.h"

#include "base/text.h"
#include "base/typography.h"

#include <QCryptographicHash>
#include <QDir>
#include <QTemporaryDir>
#include <set>

using namespace formats;
using namespace Qt::Literals::StringLiterals;

namespace
{

const report::Trame &trame()
{
    static const auto loaded = report::Trame::load(support::source(u"templates/paca-2022"_s));
    REQUIRE(loaded);
    return loaded.value();
}

ExportSource source()
{
    return {trame(), support::references(), QDate(2027, 3, 12)};
}

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
        CHECK(entry.section(u"SHA-256 : "_s, 1, 1).startsWith(QString::fromLatin1(hash)));
        CHECK(support::plain(entry.section(u"\r\n"_s, 3, 3)).trimmed() ==
              support::plain(base::frenchNumber(qint64(file.bytes.size()))) + u" octets"_s);
        CHECK(message.contains(support::plain(base::frenchTypography(file.name))));
    }
    CHECK(listed == 2 + 4 + 3);
    CHECK(manifest.count(u"SHA-256 : "_s) == listed);
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
                    CHECK(field.get(table.find(stripped, id)) == field.initial);
    CHECK(stripped.fiches.size() == complete().fiches.size());
    for (const DossierFile &file : filesOf(complete(), {.personalData = false})) {
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
