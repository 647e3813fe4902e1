#include "formats/dossier_complet.h"

#include "base/file.h"
#include "base/text.h"
#include "base/typography.h"
#include "domain/effectifs.h"
#include "formats/calendar.h"
#include "formats/plan_action.h"

#include <QCryptographicHash>
#include <QDir>
#include <set>

namespace formats
{

using namespace Qt::Literals::StringLiterals;

namespace
{

using domain::FieldDescription;
using domain::Id;
using domain::Value;

const QString lettre = u"annexe-3"_s; // sent before, by itself

report::Paragraph sentence(const QString &text)
{
    report::Paragraph paragraph;
    paragraph.runs.push_back({.text = base::frenchTypography(text)});
    return paragraph;
}

report::Paragraph centered(const QString &text)
{
    report::Paragraph paragraph = sentence(text);
    paragraph.alignment = report::Paragraph::Alignment::Center;
    return paragraph;
}

std::vector<report::Paragraph> coverOf(const ExportSource &source, const domain::Projet &projet,
                                       const DossierRequest &request)
{
    std::vector<report::Paragraph> cover;
    if (!projet.structure.nom.isEmpty())
        cover.push_back(centered(u"Structure porteuse : "_s + projet.structure.nom));
    if (!projet.communes.empty())
        cover.push_back(centered(u"Territoire : "_s +
                                 base::frenchCount(qint64(projet.communes.size()), u"commune"_s, u"communes"_s)));
    if (const auto population = domain::populationRetenue(projet))
        cover.push_back(centered(u"Population : "_s + base::frenchCount(*population, u"habitant"_s, u"habitants"_s)));
    if (projet.identite.etabliLe.isValid())
        cover.push_back(centered(u"Projet de santé établi le "_s + base::frenchLongDate(projet.identite.etabliLe)));
    cover.push_back(centered(u"Version du "_s + base::frenchLongDate(source.today)));
    if (!request.personalData)
        cover.push_back(centered(u"Version sans données personnelles"_s));
    return cover;
}

// The document as a part of another: its title as a heading, its own headings one level below.
void append(const report::Document &part, const QString &code, report::Document &whole)
{
    if (!whole.blocks.empty())
        whole.blocks.emplace_back(report::PageBreak());
    report::Heading title;
    title.level = 1;
    title.anchor = code;
    title.runs.push_back({.text = part.title});
    whole.blocks.emplace_back(std::move(title));
    if (!part.subtitle.isEmpty())
        whole.blocks.emplace_back(sentence(part.subtitle));
    for (report::Block block : part.blocks) {
        if (auto *heading = std::get_if<report::Heading>(&block)) {
            heading->level += 1;
            heading->anchor = heading->anchor.isEmpty() ? QString() : code + u'-' + heading->anchor;
        }
        whole.blocks.push_back(std::move(block));
    }
}

QString shownValue(const domain::Projet &projet, const reference::Reference &reference, const FieldDescription &field,
                   const Value &value)
{
    if (const auto *flag = std::get_if<bool>(&value))
        return *flag ? u"oui"_s : u"non"_s;
    if (const auto *text = std::get_if<QString>(&value)) {
        for (const domain::Choice &choice : field.choices)
            if (choice.code == *text)
                return choice.code.isEmpty() ? QString() : choice.label;
        const reference::Profession *profession =
            field.name == u"profession" ? reference.professions().find(*text) : nullptr;
        return profession ? profession->singulier : *text;
    }
    if (const auto *ids = std::get_if<domain::IdList>(&value)) {
        QStringList names;
        for (const Id &id : *ids)
            if (const domain::Mission *mission = projet.missions.find(id))
                if (const reference::Mission *official = reference.missions().find(mission->code))
                    names << official->libelleCourt;
        return names.join(u" ; "_s);
    }
    return {};
}

// The records of a table, a column a field, as the domain calls it.
Sheet listOf(const domain::Projet &projet, const reference::Reference &reference, const QString &name,
             const QString &tableName, const std::vector<Id> &ids, const QStringList &fieldNames, bool personalData)
{
    Sheet sheet;
    sheet.name = name;
    const domain::TableDescription &table = *domain::table(tableName);
    std::vector<const FieldDescription *> fields;
    for (const QString &fieldName : fieldNames) {
        const FieldDescription *field = table.field(fieldName);
        if (!personalData && field->sensitivity == domain::Sensitivity::Personal)
            continue;
        fields.push_back(field);
        const bool date = field->kind == domain::Kind::Date;
        sheet.columns.push_back({field->label, date ? SheetColumn::Type::Date : SheetColumn::Type::Text, 24});
    }
    for (const Id &id : ids) {
        std::vector<Value> row;
        for (const FieldDescription *field : fields) {
            const Value value = field->get(table.find(projet, id));
            row.push_back(std::holds_alternative<QDate>(value) ? value
                                                               : Value(shownValue(projet, reference, *field, value)));
        }
        sheet.rows.push_back(std::move(row));
    }
    return sheet;
}

std::vector<Sheet> listsOf(const domain::Projet &projet, const reference::Reference &reference, bool personalData)
{
    std::vector<Id> members;
    for (const auto &[id, person] : domain::membres(projet))
        members.push_back(id);
    std::vector<Id> partners;
    for (const auto &[id, partner] : domain::inOrder(projet.partenaires))
        partners.push_back(id);
    return {listOf(projet, reference, u"Membres"_s, u"personne"_s, members,
                   {u"nom"_s, u"prenom"_s, u"profession"_s, u"statut"_s, u"structure"_s, u"lieuExercice"_s,
                    u"gouvernance"_s, u"elaboration"_s},
                   personalData),
            listOf(projet, reference, u"Partenaires"_s, u"partenaire"_s, partners,
                   {u"service"_s, u"representant"_s, u"localisation"_s, u"avancement"_s, u"convention"_s,
                    u"conventionLe"_s, u"gouvernance"_s, u"missions"_s},
                   personalData)};
}

QString sizeText(qint64 bytes)
{
    return base::frenchCount(bytes, u"octet"_s, u"octets"_s);
}

QByteArray manifestOf(const std::vector<DossierFile> &files, const QString &name, const QDate &today)
{
    QString text = u"Bordereau du dossier"_s + (name.isEmpty() ? QString() : u" : "_s + name) + u"\r\n"_s +
                   u"Version du "_s + base::frenchLongDate(today) + u"\r\n"_s;
    for (const DossierFile &file : files)
        text += u"\r\n%1\r\n    %2\r\n    %3\r\n    SHA-256 : %4\r\n"_s.arg(
            file.name, file.content, sizeText(file.bytes.size()),
            QString::fromLatin1(QCryptographicHash::hash(file.bytes, QCryptographicHash::Sha256).toHex()));
    text += u"\r\nL’empreinte SHA-256 permet de vérifier qu’un fichier reçu est bien celui qui a été envoyé.\r\n"_s;
    return "\xEF\xBB\xBF" + text.toUtf8();
}

// The addresses of the délégations of the territory.
QStringList recipientsOf(const domain::Projet &projet, const reference::Reference &reference)
{
    std::set<QString> departments;
    for (const auto &[id, commune] : projet.communes)
        departments.insert(commune.code.left(commune.code.startsWith(u"97") ? 3 : 2));
    QStringList addresses;
    for (const QString &department : departments)
        for (const reference::Referent &referent : reference.referents().of(department))
            if (!referent.courriel.isEmpty() && !addresses.contains(referent.courriel))
                addresses << referent.courriel;
    return addresses;
}

QByteArray messageOf(const ExportSource &source, const domain::Projet &projet, const std::vector<DossierFile> &files,
                     const DossierRequest &request)
{
    const QString name = projet.identite.nom.isEmpty() ? u"CPTS"_s : projet.identite.nom;
    QStringList lines;
    if (const QStringList to = recipientsOf(projet, source.reference); !to.isEmpty())
        lines << u"À : "_s + to.join(u", "_s);
    lines << u"Objet : Projet de santé – "_s + name << QString() << u"Madame, Monsieur,"_s << QString()
          << u"Veuillez trouver ci-joint notre projet de santé, dans sa version du %1 :"_s.arg(
                 base::frenchLongDate(source.today));
    for (const DossierFile &file : files)
        lines << u"– %1 : %2 ;"_s.arg(file.name, file.content);
    lines.back().chop(2);
    lines.back() += u'.';
    if (!request.personalData)
        lines << QString() << u"Cette version ne comporte pas les données personnelles des membres et partenaires."_s;
    lines << QString() << u"Nous restons à votre disposition pour tout complément."_s << QString() << u"Cordialement,"_s
          << QString();
    for (const QString &each : {projet.structure.nom, projet.structure.email, projet.structure.telephone})
        if (!each.isEmpty())
            lines << each;
    return "\xEF\xBB\xBF" + (base::frenchTypography(lines.join(u'\n')).replace(u'\n', u"\r\n"_s) + u"\r\n"_s).toUtf8();
}

// Gathers the files; the first error stops it.
class Gathering
{
public:
    Gathering(const ExportSource &source, const domain::Projet &projet, const DossierRequest &request)
        : m_source(source), m_projet(projet), m_request(request)
    {
    }

    base::Result<std::vector<DossierFile>> all()
    {
        const auto whole = dossierDocument(m_source, m_projet, m_request);
        if (!whole)
            return whole.error();
        for (const Format format : {Format::Pdf, Format::Docx})
            add(u"Dossier complet"_s, u"le dossier entier en un document, "_s, written(whole.value(), format), format);
        for (const report::DocumentInfo &info : m_source.trame.documents())
            if (info.code != lettre)
                for (const Format format : {Format::Pdf, Format::Docx})
                    add(info.title, info.precision.isEmpty() ? QString() : info.precision + u" seule, "_s,
                        exported(m_source, m_projet, {info.code}, format), format);
        const SheetProperties about{m_projet.identite.nom, m_projet.identite.nom, m_source.today};
        add(u"Membres et partenaires"_s, u"xlsx"_s, u"les deux listes, pour un tableur"_s,
            writeXlsx(listsOf(m_projet, m_source.reference, m_request.personalData), about));
        add(u"Plan d’action"_s, u"xlsx"_s, u"actions, indicateurs, étapes et budget, pour un tableur"_s,
            exportedPlanAction(m_source, m_projet, u"xlsx"_s));
        add(u"Calendrier"_s, u"ics"_s, u"échéances, réunions et étapes, pour un agenda"_s,
            writeCalendar(m_projet, m_source.reference, m_source.today));
        if (m_error)
            return *m_error;
        const std::vector<DossierFile> sent = m_files;
        const QString &name = m_projet.identite.nom;
        m_files.push_back({u"Bordereau.txt"_s, u"la liste des fichiers, leur taille et leur empreinte"_s,
                           manifestOf(sent, name, m_source.today)});
        m_files.push_back({u"Courriel.txt"_s, u"le texte du message qui accompagne l’envoi"_s,
                           messageOf(m_source, m_projet, sent, m_request)});
        return std::move(m_files);
    }

private:
    void add(const QString &title, const QString &content, const base::Result<QByteArray> &bytes, Format format)
    {
        const FormatInfo &info = infoOf(format);
        add(title, info.code, content + u"au format "_s + info.name.section(u' ', 0, 0), bytes);
    }

    void add(const QString &title, const QString &suffix, const QString &content, const base::Result<QByteArray> &bytes)
    {
        if (!bytes) {
            m_error = m_error ? m_error : bytes.error();
            return;
        }
        const QString &name = m_projet.identite.nom;
        m_files.push_back(
            {safeFileName(title + (name.isEmpty() ? QString() : u" - "_s + name), suffix), content, bytes.value()});
    }

    const ExportSource &m_source;
    const domain::Projet &m_projet;
    const DossierRequest &m_request;
    std::vector<DossierFile> m_files;
    std::optional<base::Error> m_error;
};

} // namespace

domain::Projet withoutPersonalData(domain::Projet projet)
{
    for (const domain::TableDescription &table : domain::tables())
        for (const Id &id : table.ids(projet))
            for (const FieldDescription &field : table.fields)
                if (field.sensitivity == domain::Sensitivity::Personal)
                    field.set(table.findForEdit(projet, id), field.initial);
    return projet;
}

base::Result<report::Document> dossierDocument(const ExportSource &source, const domain::Projet &original,
                                               const DossierRequest &request)
{
    const domain::Projet projet = request.personalData ? original : withoutPersonalData(original);
    report::Document whole;
    for (const report::DocumentInfo &info : source.trame.documents()) {
        if (info.code == lettre)
            continue;
        report::BuildOptions options;
        options.today = source.today;
        options.partenairesEnAnnexe = true;
        options.contours = source.contours;
        const auto part = report::build(source.trame, info.code, projet, source.reference, options);
        if (!part)
            return part.error();
        append(part.value(), info.code, whole);
        whole.trame = part.value().trame;
        whole.author = part.value().author;
        whole.header = part.value().header;
    }
    const QString name = base::frenchTypography(projet.identite.nom);
    whole.title = name.isEmpty() ? u"Projet de santé"_s : name;
    whole.subtitle = u"Dossier du projet de santé"_s;
    whole.subject = whole.subtitle;
    whole.footer = u"Dossier du projet de santé – version du "_s + base::frenchLongDate(source.today);
    whole.date = source.today;
    whole.tableOfContents = true;
    whole.cover = coverOf(source, projet, request);
    return whole;
}

base::Result<std::vector<DossierFile>> dossierComplet(const ExportSource &source, const domain::Projet &projet,
                                                      const DossierRequest &request)
{
    const domain::Projet shown = request.personalData ? projet : withoutPersonalData(projet);
    return Gathering(source, shown, request).all();
}

base::Result<void> writeDossier(const std::vector<DossierFile> &files, const QString &folder)
{
    if (!QDir().mkpath(folder))
        return base::Error{base::ErrorCode::Unwritable,
                           u"Le dossier « %1 » ne peut pas être créé. Rien n’a été écrit. Choisissez un autre endroit, "
                           u"où vous avez le droit d’écrire."_s.arg(folder),
                           folder};
    for (const DossierFile &file : files)
        if (const auto written = base::writeFile(QDir(folder).filePath(file.name), file.bytes); !written)
            return written.error();
    return {};
}

} // namespace formats
