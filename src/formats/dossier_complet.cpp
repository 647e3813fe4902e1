#include "formats/dossier_complet.h"

#include "base/text.h"
#include "base/typography.h"
#include "domain/effectifs.h"
#include "formats/calendar.h"
#include "formats/dossier_bordereau.h"
#include "formats/dossier_listes.h"
#include "formats/dossier_pieces.h"
#include "formats/pdf.h"
#include "formats/pdf_pieces.h"
#include "formats/plan_action.h"
#include "report/fiche_document.h"
#include "report/sigles.h"
#include "report/user_text.h"

#include <algorithm>
#include <map>
#include <QRegularExpression>

namespace formats
{

using namespace Qt::Literals::StringLiterals;

namespace
{

using domain::FieldDescription;
using domain::Id;

const QString lettre = u"annexe-3"_s;          // sent before, by itself
const QString annexes = u"annexe-4-annexes"_s; // the heading of the lists of annexe 4

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
        cover.push_back(centered(u"Structure porteuse : "_s + report::printedText(projet.structure.nom)));
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
void append(report::Document part, const QString &code, report::Document &whole)
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
    for (report::Block &block : part.blocks) {
        if (auto *heading = std::get_if<report::Heading>(&block)) {
            heading->level += 1;
            heading->anchor = heading->anchor.isEmpty() ? QString() : code + u'-' + heading->anchor;
        }
        whole.blocks.push_back(std::move(block));
    }
}

// The same in every file of the dossier, and short enough to be read in a message: the usual long name of a CPTS by its
// acronym, cut at a word.
QString nameInFiles(const QString &name)
{
    constexpr qsizetype longest = 60;
    static const QRegularExpression whole(u"^communauté professionnelle territoriale de santé\\b"_s,
                                          QRegularExpression::CaseInsensitiveOption |
                                              QRegularExpression::UseUnicodePropertiesOption);
    QString cut = report::printedText(name).simplified();
    cut.replace(whole, u"CPTS"_s);
    if (cut.size() <= longest)
        return cut;
    const qsizetype space = cut.lastIndexOf(u' ', longest);
    cut.truncate(space > longest / 2 ? space : longest);
    // Not on a word that only joins.
    static const QRegularExpression joining(u"(\\s+(de|du|des|d’|la|le|les|l’|et|en|à|au|aux|sur))+$|[,;–-]+$"_s);
    return cut.remove(joining).trimmed();
}

// Of the document of the fiches: one empty form would pass for a fiche that is sent.
bool lacksFiches(const ExportSource &source, const domain::Projet &projet, const QString &document)
{
    return projet.fiches.empty() && document == report::ficheDocument(source.trame);
}

// Under the heading of the annexes, where the reader looks for the statuts.
void tellStatuts(report::Document &document, const QString &text)
{
    const auto heading = std::find_if(document.blocks.begin(), document.blocks.end(), [](const report::Block &block) {
        const auto *each = std::get_if<report::Heading>(&block);
        return each && each->anchor == annexes;
    });
    if (heading != document.blocks.end())
        document.blocks.insert(heading + 1, sentence(text + u'.'));
}

// Each after the page that announces it.
std::vector<pdf::Insertion> insertionsOf(const std::vector<PieceEnvoyee> &pieces, const report::Document &document,
                                         const std::vector<int> &headingPages)
{
    std::map<QString, int> pageOf;
    size_t heading = 0;
    for (const report::Block &block : document.blocks)
        if (const auto *each = std::get_if<report::Heading>(&block))
            pageOf[each->anchor] = headingPages.at(heading++);
    std::vector<pdf::Insertion> insertions;
    for (const PieceEnvoyee &piece : pieces)
        if (piece.pages > 0)
            insertions.push_back({pageOf.at(piece.ancre()) - 1, piece.octets, u"Pièce %1, p. "_s.arg(piece.numero)});
    return insertions;
}

} // namespace

// Gathers the files, a step each; the first error is kept.
class DossierMaking::Gathering
{
public:
    Gathering(const ExportSource &source, const domain::Projet &projet, const DossierRequest &request)
        : m_source(source), m_projet(request.personalData ? projet : withoutPersonalData(projet)), m_request(request),
          m_pieces(request.personalData ? piecesEnvoyees(m_projet) : std::vector<PieceEnvoyee>())
    {
        planDocuments();
        planLists();
        plan(u"Bordereau"_s, [this] { addLetters(); });
    }

    [[nodiscard]] size_t steps() const { return m_steps.size(); }
    [[nodiscard]] size_t done() const { return m_done; }
    [[nodiscard]] QString doing() const { return m_done < m_steps.size() ? m_steps[m_done].name : QString(); }

    bool next()
    {
        if (m_done >= m_steps.size())
            return false;
        m_steps[m_done++].make();
        return m_done < m_steps.size();
    }

    base::Result<std::vector<DossierFile>> take()
    {
        if (m_error)
            return *m_error;
        return std::move(m_files);
    }

private:
    struct Step {
        QString name;
        std::function<void()> make;
    };

    void plan(const QString &name, std::function<void()> make) { m_steps.push_back({name, std::move(make)}); }

    void planDocuments()
    {
        for (const Format format : {Format::Pdf, Format::Docx})
            plan(u"Dossier complet"_s, [this, format] {
                add(u"Dossier complet"_s, u"le dossier entier en un document, "_s, whole(m_pieces, format), format);
            });
        for (const report::DocumentInfo &info : m_source.trame.documents())
            if (info.code != lettre && !lacksFiches(m_source, m_projet, info.code))
                for (const Format format : {Format::Pdf, Format::Docx})
                    plan(info.title, [this, info, format] {
                        add(info.title, info.precision.isEmpty() ? QString() : info.precision + u" seule, "_s,
                            exported(m_source, m_projet,
                                     {.document = info.code, .developSigles = m_request.developSigles}, format),
                            format);
                    });
    }

    void planLists()
    {
        plan(u"Membres et partenaires"_s, [this] {
            const QString name = report::printedText(m_projet.identite.nom);
            const SheetProperties about{u"Membres et partenaires"_s + (name.isEmpty() ? QString() : u" - "_s + name),
                                        name, m_source.today};
            add(u"Membres et partenaires"_s, u"xlsx"_s, u"les deux listes, pour un tableur"_s,
                writeXlsx(listsOf(m_projet, m_source.reference, m_request.personalData), about));
        });
        if (!m_projet.fiches.empty())
            plan(u"Plan d’action"_s, [this] {
                add(u"Plan d’action"_s, u"xlsx"_s, u"actions, indicateurs, étapes et budget, pour un tableur"_s,
                    exportedPlanAction(m_source, m_projet, u"xlsx"_s));
            });
        plan(u"Calendrier"_s, [this] {
            const QByteArray calendar = writeCalendar(m_projet, m_source.reference, m_source.today);
            if (calendar.contains("BEGIN:VEVENT")) // some agendas refuse a file without any date
                add(u"Calendrier"_s, u"ics"_s, u"échéances, réunions et étapes, pour un agenda"_s, calendar);
        });
    }

    // The pieces beside, the list of all that and the message.
    void addLetters()
    {
        for (const PieceEnvoyee &piece : m_pieces)
            if (piece.pages == 0 && !piece.octets.isEmpty())
                m_files.push_back({piece.fichier(),
                                   piece.intitule() + (piece.aPart.isEmpty() ? QString() : u" ; "_s + piece.aPart),
                                   piece.octets});
        const std::vector<DossierFile> sent = m_files;
        m_files.push_back({u"Bordereau.txt"_s, u"la liste des fichiers, leur taille et leur empreinte"_s,
                           manifestOf(sent, m_pieces, m_projet, m_source.today, m_request)});
        m_files.push_back({u"Courriel.txt"_s, u"le texte du message qui accompagne l’envoi"_s,
                           messageOf(m_source, m_projet, sent, m_pieces, m_request)});
    }

    // The dossier in one document, its pieces listed; in PDF, those that can be are put after it.
    [[nodiscard]] base::Result<QByteArray> whole(const std::vector<PieceEnvoyee> &pieces, Format format) const
    {
        auto built = dossierDocument(m_source, m_projet, m_request);
        if (!built)
            return built.error();
        report::Document &document = built.value();
        tellStatuts(document, statutsText(m_projet, pieces, m_request.personalData));
        for (report::Block &block : blocksOf(pieces, format == Format::Pdf))
            document.blocks.push_back(std::move(block));
        // The pages of the pieces keep their own numbers.
        if (std::any_of(pieces.begin(), pieces.end(), [](const PieceEnvoyee &each) { return each.pages > 0; }))
            document.afterPages = u", sans les pièces jointes"_s;
        if (format != Format::Pdf)
            return written(document, format);
        const layout::PagedDocument paged = layout::paginate(document);
        const auto own = writePdf(document, paged);
        return own ? pdf::withPages(own.value(), insertionsOf(pieces, document, layout::headingPages(paged))) : own;
    }

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
        const QString name = nameInFiles(m_projet.identite.nom);
        m_files.push_back(
            {safeFileName(title + (name.isEmpty() ? QString() : u" - "_s + name), suffix), content, bytes.value()});
    }

    const ExportSource m_source;
    const domain::Projet m_projet;
    const DossierRequest m_request;
    const std::vector<PieceEnvoyee> m_pieces;
    std::vector<Step> m_steps;
    size_t m_done = 0;
    std::vector<DossierFile> m_files;
    std::optional<base::Error> m_error;
};

domain::Projet withoutPersonalData(domain::Projet projet)
{
    std::vector<Id> named;
    for (const auto &[id, personne] : domain::inOrder(projet.personnes))
        if (!(personne->nom + personne->prenom).trimmed().isEmpty())
            named.push_back(id);
    for (const domain::TableDescription &table : domain::tables())
        for (const Id &id : table.ids(projet))
            for (const FieldDescription &field : table.fields)
                if (field.sensitivity == domain::Sensitivity::Personal)
                    field.set(table.findForEdit(projet, id), field.initial);
    for (size_t i = 0; i < named.size(); ++i)
        projet.personnes.find(named[i])->nom = u"Personne %1"_s.arg(i + 1);
    projet.contenus = {}; // nobody can tell what an attachment or a photograph shows
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
        if (lacksFiches(source, projet, info.code)) {
            whole.blocks.emplace_back(sentence(u"Aucune fiche-action n’est encore écrite."_s));
            continue;
        }
        report::BuildOptions options;
        options.today = source.today;
        options.contours = source.contours;
        auto part = report::build(source.trame, info.code, projet, source.reference, options);
        if (!part)
            return part.error();
        whole.trame = part.value().trame;
        whole.author = part.value().author;
        whole.header = part.value().header;
        whole.runningLevel = std::max(whole.runningLevel, part.value().runningLevel + 1); // see append()
        append(std::move(part.value()), info.code, whole);
    }
    const QString name = report::printedText(projet.identite.nom);
    whole.title = name.isEmpty() ? u"Projet de santé"_s : name;
    whole.subtitle = u"Dossier du projet de santé"_s;
    whole.subject = whole.subtitle;
    whole.footer = u"Dossier du projet de santé – version du "_s + base::frenchLongDate(source.today);
    whole.date = source.today;
    whole.tableOfContents = true;
    whole.cover = coverOf(source, projet, request);
    if (request.developSigles)
        report::developSigles(whole, source.reference.sigles());
    return whole;
}

base::Result<std::vector<DossierFile>> dossierComplet(const ExportSource &source, const domain::Projet &projet,
                                                      const DossierRequest &request)
{
    DossierMaking making(source, projet, request);
    while (making.next()) {
    }
    return making.take();
}

DossierMaking::DossierMaking(const ExportSource &source, const domain::Projet &projet, const DossierRequest &request)
    : m_gathering(std::make_unique<Gathering>(source, projet, request))
{
}

DossierMaking::~DossierMaking() = default;

int DossierMaking::steps() const
{
    return int(m_gathering->steps());
}

int DossierMaking::done() const
{
    return int(m_gathering->done());
}

QString DossierMaking::doing() const
{
    return m_gathering->doing();
}

bool DossierMaking::next()
{
    return m_gathering->next();
}

base::Result<std::vector<DossierFile>> DossierMaking::take()
{
    return m_gathering->take();
}

} // namespace formats
