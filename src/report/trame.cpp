#include "report/trame.h"

#include "report/ccopd_reader.h"
#include "report/reperes_reader.h"
#include "report/trame_blocks.h"
#include "report/trame_pages.h"

#include <QDir>
#include <QFileInfo>

namespace report
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr qsizetype faultsShown = 5;
const QString outsideFolder = u"le fichier doit être dans le dossier de la trame"_s;

void readDocumentFile(const QString &folder, const Node &entry, Trame::Data &data, Faults &faults)
{
    entry.only({u"code"_s, u"nom"_s, u"precision"_s, u"fichier"_s});
    const DocumentInfo info{entry.text("code"), entry.text("nom"), entry.optionalText("precision")};
    const QString name = entry.text("fichier");
    if (QFileInfo(name).fileName() != name)
        return entry.faultAtKey("fichier", outsideFolder);
    for (const DocumentInfo &other : data.infos)
        if (other.code == info.code)
            entry.faultAtKey("code", u"le document « %1 » est déjà décrit"_s.arg(info.code));
    const auto file = readTrameFile(folder, name, faults);
    if (!file)
        return;
    const Node root(*file, faults);
    DocumentSpec spec = readDocument(root);
    if (spec.code != info.code)
        root.faultAtKey("code", u"« %1 » était attendu, comme dans trame.json"_s.arg(info.code));
    data.infos.push_back(info);
    data.documents.push_back(std::move(spec));
}

// A file of the trame that it may do without.
std::optional<TrameFile> partFile(const QString &folder, const Node &root, const char *key, Faults &faults)
{
    if (!root.has(key))
        return std::nullopt;
    const QString name = root.text(key);
    if (QFileInfo(name).fileName() == name)
        return readTrameFile(folder, name, faults);
    root.faultAtKey(key, outsideFolder);
    return std::nullopt;
}

void readTrame(const QString &folder, Trame::Data &data, Faults &faults)
{
    if (const auto file = readTrameFile(folder, u"trame.json"_s, faults)) {
        const Node root(*file, faults);
        root.only({u"id"_s, u"region"_s, u"version"_s, u"titre"_s, u"source"_s, u"documents"_s, u"fil-rouge"_s,
                   u"ccopd"_s, u"reperes"_s});
        data.id = root.text("id");
        data.region = root.text("region");
        data.version = root.text("version");
        data.title = root.text("titre");
        data.source = root.text("source");
        for (const Node &entry : root.list("documents"))
            readDocumentFile(folder, entry, data, faults);
        if (const auto words = partFile(folder, root, "fil-rouge", faults))
            data.filRouge = readFilRougeWords(Node(*words, faults));
        if (const auto grid = partFile(folder, root, "ccopd", faults))
            data.ccopd = readCcopd(Node(*grid, faults));
        if (const auto marks = partFile(folder, root, "reperes", faults))
            data.reperes = readReperes(Node(*marks, faults));
    }
    if (const auto file = readTrameFile(folder, u"pages.json"_s, faults))
        readPages(Node(*file, faults), data);
}

base::Error refused(const QString &folder, const Faults &faults)
{
    QString shown = faults.mid(0, faultsShown).join(u"\n"_s);
    if (faults.size() > faultsShown)
        shown += u"\n… et %1 de plus"_s.arg(faults.size() - faultsShown);
    return {base::ErrorCode::Damaged,
            u"La trame « %1 » ne peut pas servir :\n%2\nVos projets ne sont pas touchés. Corrigez ces lignes, ou "
            u"réinstallez le programme."_s.arg(QDir(folder).dirName(), shown),
            faults.join(u'\n')};
}

bool leadsTo(const PageField &entry, const domain::FieldAddress &at)
{
    if (entry.through || entry.table != at.table || (!entry.field.isEmpty() && entry.field != at.field))
        return false;
    return entry.key.isEmpty() || at.id == base::Id::fromKey(entry.table + u':' + entry.key);
}

} // namespace

base::Result<Trame> Trame::load(const QString &folder)
{
    auto data = std::make_shared<Data>();
    Faults faults;
    readTrame(folder, *data, faults);
    if (!faults.isEmpty())
        return refused(folder, faults);
    return Trame(std::move(data));
}

const QString &Trame::id() const
{
    return m_data->id;
}

const QString &Trame::region() const
{
    return m_data->region;
}

const QString &Trame::version() const
{
    return m_data->version;
}

const QString &Trame::title() const
{
    return m_data->title;
}

const QString &Trame::source() const
{
    return m_data->source;
}

const std::vector<DocumentInfo> &Trame::documents() const
{
    return m_data->infos;
}

const std::vector<Section> &Trame::sections() const
{
    return m_data->sections;
}

const std::vector<Page> &Trame::pages() const
{
    return m_data->pages;
}

const Page *Trame::page(const QString &code) const
{
    for (const Page &each : m_data->pages)
        if (each.code == code)
            return &each;
    return nullptr;
}

QString Trame::pageOf(const domain::FieldAddress &at) const
{
    QString found; // the narrowest entry: a field before its whole table
    for (const PageField &entry : m_data->pageFields) {
        if (!leadsTo(entry, at))
            continue;
        if (!entry.field.isEmpty())
            return entry.page;
        if (found.isEmpty())
            found = entry.page;
    }
    return found;
}

QString Trame::pageOf(const domain::FieldAddress &at, const domain::Projet &projet) const
{
    for (const PageField &entry : m_data->pageFields)
        if (entry.through && domain::resolve(projet, *entry.through) == at)
            return entry.page;
    // A member who is not of the team is not on the team's page, but in the list of members.
    const domain::Personne *person = at.table == u"personne"_s ? projet.personnes.find(at.id) : nullptr;
    if (person && person->membre && !person->equipeProjet)
        if (const QString members = pageOf({at.table, at.id, u"membre"_s}); !members.isEmpty())
            return members;
    return pageOf(at);
}

} // namespace report
