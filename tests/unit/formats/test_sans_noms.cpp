// A version without personal data, searched file by file and part by part for every word that a person could be known
// by; and a dossier whose texts hold what no document can carry.
#include "formats/dossier_complet.h"
#include "formats/zip.h"
#include "plan_samples.h"
#include "shipped_source.h"
#include "support/pdf_text.h"

#include <QSet>

using namespace formats;
using shipped::source;
using namespace Qt::Literals::StringLiterals;

namespace
{

// Everybody a project can name, each field described as personal holding a word of its own.
struct Named {
    domain::Projet projet = plan::projet();
    QStringList secrets;

    Named()
    {
        for (int i = 0; i < 3; ++i) {
            const domain::Id person = plan::id(u"secret:%1"_s.arg(i));
            domain::Personne &one = projet.personnes.insert(person);
            one.rang = QString::number(i);
            one.membre = one.equipeProjet = true;
            one.profession = u"infirmiers"_s;
            one.gouvernance = true;
            domain::Partenaire &partner = projet.partenaires.insert(plan::id(u"partenaire:%1"_s.arg(i)));
            partner.service = u"Service %1"_s.arg(i);
            projet.interlocuteurs.insert(plan::id(u"interlocuteur:%1"_s.arg(i))).organisme = u"ARS"_s;
            domain::Reunion &meeting = projet.reunions.insert(plan::id(u"reunion:%1"_s.arg(i)));
            meeting.date = QDate(2027, 4, 2 + i);
            meeting.personnes = {person};
            domain::Instance &council = projet.instances.insert(plan::id(u"instance:%1"_s.arg(i)));
            council.nom = u"Bureau %1"_s.arg(i);
            council.membres = {person};
        }
        const domain::Id first = plan::id(u"secret:0"_s);
        projet.identite.porteur = projet.identite.coordonnateur = projet.identite.representantLegal = first;
        projet.fiches.find(plan::id(u"f1"_s))->coordonnateur = first;
        projet.etapesAction.find(plan::id(u"e1"_s))->referent = first;
        projet.missions.find(plan::id(u"mission:prevention"_s))->referent = first;
        for (const domain::TableDescription &table : domain::tables())
            for (const domain::FieldDescription &field : table.fields)
                if (field.sensitivity == domain::Sensitivity::Personal)
                    for (const domain::Id &id : table.ids(projet)) {
                        secrets << u"Zq%1secret"_s.arg(secrets.size());
                        REQUIRE(field.set(table.findForEdit(projet, id), domain::Value(secrets.last())));
                    }
        REQUIRE(secrets.size() >= 3 * 4 + 3 + 3 * 3);
    }
};

std::vector<DossierFile> filesOf(const domain::Projet &projet, bool personal)
{
    DossierRequest request;
    request.personalData = personal;
    const auto files = dossierComplet(source(), projet, request);
    REQUIRE(files);
    return files.value();
}

// All that a file says, whatever its format.
QString textOf(const DossierFile &file)
{
    QString text = file.name + u'\n' + file.content + u'\n';
    if (file.bytes.startsWith("%PDF-"))
        return text + support::pdfText(file.bytes);
    if (!file.bytes.startsWith("PK"))
        return text + QString::fromUtf8(file.bytes);
    const auto parts = readZip(file.bytes);
    REQUIRE(parts);
    for (const ZipPart &part : parts.value())
        text += part.path + u'\n' + QString::fromUtf8(part.bytes) + u'\n';
    return text;
}

} // namespace

TEST_CASE("no file of a version without personal data holds any name, mail or telephone of anybody")
{
    const Named named;
    QSet<QString> missing(named.secrets.begin(), named.secrets.end());
    QString whole;
    for (const DossierFile &file : filesOf(named.projet, true))
        whole += textOf(file);
    for (const QString &secret : named.secrets)
        if (whole.contains(secret))
            missing.remove(secret);
    // Else the search itself finds nothing: people and partners are named in the whole version.
    CHECK(named.secrets.size() - missing.size() >= 12);
    for (const DossierFile &file : filesOf(named.projet, false)) {
        const QString text = textOf(file);
        for (const QString &secret : named.secrets) {
            INFO(file.name.toStdString() << " " << secret.toStdString());
            CHECK_FALSE(text.contains(secret));
        }
    }
}

TEST_CASE("what is no personal data stays in the version without any")
{
    const Named named;
    QString text;
    for (const DossierFile &file : filesOf(named.projet, false))
        text += textOf(file);
    for (const QString &kept : {u"Service 0"_s, u"Service 2"_s, u"Bureau 1"_s, u"repérer la fragilité"_s})
        CHECK(text.contains(kept));
    const domain::Projet stripped = withoutPersonalData(named.projet);
    CHECK(stripped.personnes.size() == named.projet.personnes.size());
    CHECK(domain::diff(stripped, withoutPersonalData(stripped)).empty());
    for (const domain::Change &change : domain::diff(named.projet, stripped)) {
        INFO(change.at.toString().toStdString());
        CHECK(change.type == domain::Change::Type::Set);
        CHECK(domain::table(change.at.table)->field(change.at.field)->sensitivity == domain::Sensitivity::Personal);
    }
}

TEST_CASE("a name that no file can carry is cleaned on the cover, in the list, in the message and in file names")
{
    domain::Projet projet = plan::projet();
    const QString hostile = u"CPTS\u0001 des\u202E Vallées\r\nBcc: quelqu’un@exemple.fr"_s + QChar(char16_t(0xD800));
    projet.identite.nom = hostile;
    projet.structure.nom = hostile;
    for (const DossierFile &file : filesOf(projet, true)) {
        INFO(file.name.toStdString());
        for (const QChar c : file.name)
            CHECK((c >= u' ' && c != u'\u202E' && !c.isSurrogate()));
        if (!file.name.endsWith(u".txt"))
            continue;
        const QString text = QString::fromUtf8(file.bytes);
        CHECK(text.toUtf8() == file.bytes.mid(file.bytes.startsWith("\xEF\xBB\xBF") ? 3 : 0));
        CHECK_FALSE(text.contains(QChar::ReplacementCharacter));
        for (const QChar c : text)
            CHECK((c >= u' ' || c == u'\r' || c == u'\n'));
        CHECK_FALSE(text.contains(u'\u202E'));
        for (const QString &line : text.split(u"\r\n"_s)) {
            CHECK_FALSE(line.startsWith(u"Bcc:"_s));
            CHECK_FALSE(line.contains(u'\n'));
        }
    }
    const auto document = dossierDocument(source(), projet);
    REQUIRE(document);
    for (const QString &text : {document.value().title, document.value().header, document.value().author}) {
        CHECK(text.contains(u"Vallées"_s));
        for (const QChar c : text)
            CHECK((c >= u' ' && c != u'\u202E' && !c.isSurrogate()));
    }
}
