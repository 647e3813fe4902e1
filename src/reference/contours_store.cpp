// The program's own file of outlines: lines of text that say what it is and where each département lies, then the
// départements. Every part carries its fingerprint, so that a damaged one is told instead of drawn.
#include "reference/contours_codec.h"

#include "base/file.h"
#include "base/paths.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <QCryptographicHash>
#include <QFile>
#include <set>

namespace reference
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr QByteArrayView title = "atelier-contours";
constexpr int version = 1;
constexpr qint64 longestIndex = 64 * 1024;
constexpr int indexColumns = 9;
constexpr qint64 farthest = qint64(180 * contourUnitsPerDegree);
constexpr qint32 besides = 2'000; // hundred-thousandths of a degree: what comes so near may be a neighbour

// Where a département lies in the file.
struct IndexLine {
    QString departement;
    qint64 offset = 0; // from the end of the index
    qint64 bytes = 0;
    ContourBox box;
    QByteArray fingerprint;
};

struct Index {
    ContourOrigin origin;
    std::vector<IndexLine> parts;
    qint64 size = 0; // of the index itself
};

QByteArray fingerprint(QByteArrayView bytes)
{
    return QCryptographicHash::hash(bytes.toByteArray(), QCryptographicHash::Sha256).first(8).toHex();
}

QByteArray field(const char *name, const QString &value)
{
    return QByteArray(name) + '\t' + value.simplified().toUtf8() + '\n';
}

base::Error again(base::ErrorCode code, const QString &why, const QString &detail)
{
    return {code,
            u"Le fichier des contours de communes de cet ordinateur %1. Vos projets ne sont pas touchés. Importez de "
            u"nouveau les contours."_s.arg(why),
            detail};
}

base::Error damaged(const QString &detail)
{
    return again(base::ErrorCode::Damaged, u"est abîmé"_s, detail);
}

std::optional<IndexLine> readLine(const QByteArrayList &columns)
{
    if (columns.size() != indexColumns)
        return std::nullopt;
    IndexLine line{QString::fromUtf8(columns[1]), 0, 0, {}, columns[8]};
    qint64 numbers[6] = {};
    for (int i = 0; i < 6; ++i) {
        bool read = false;
        numbers[i] = columns[i + 2].toLongLong(&read);
        if (!read || (i > 1 && std::abs(numbers[i]) > farthest))
            return std::nullopt;
    }
    line.offset = numbers[0];
    line.bytes = numbers[1];
    line.box = {qint32(numbers[2]), qint32(numbers[3]), qint32(numbers[4]), qint32(numbers[5])};
    return line.offset < 0 || line.bytes < 0 ? std::nullopt : std::optional(line);
}

// The lines up to "fin", whose fingerprint is that of all that comes before.
std::optional<Index> readIndex(const QByteArray &start)
{
    Index index;
    qsizetype from = 0;
    for (;;) {
        const qsizetype end = start.indexOf('\n', from);
        if (end < 0)
            return std::nullopt;
        const QByteArrayList columns = start.sliced(from, end - from).split('\t');
        const QString value = QString::fromUtf8(columns.value(1));
        if (columns.first() == "fin") {
            index.size = end + 1;
            return columns.value(1) == fingerprint(QByteArrayView(start).first(from)) ? std::optional(index)
                                                                                      : std::nullopt;
        }
        if (columns.first() == "fichier")
            index.origin.fichier = value;
        else if (columns.first() == "source")
            index.origin.source = value;
        else if (columns.first() == "importe")
            index.origin.importeLe = QDate::fromString(value, Qt::ISODate);
        else if (columns.first() == "communes")
            index.origin.communes = value.toInt();
        else if (columns.first() == "departement") {
            const auto line = readLine(columns);
            if (!line)
                return std::nullopt;
            index.parts.push_back(*line);
        }
        from = end + 1;
    }
}

// The file, open after its index.
base::Result<Index> openIndex(QFile &file)
{
    if (!file.exists())
        return base::Error{base::ErrorCode::NotFound,
                           u"Aucun contour de commune n’a été importé sur cet ordinateur : les cartes manquent, tout "
                           u"le reste fonctionne. Importez un fichier de contours pour voir la carte."_s,
                           file.fileName()};
    if (!file.open(QIODevice::ReadOnly))
        return again(base::ErrorCode::Unreadable, u"ne peut pas être lu"_s, file.errorString());
    const QByteArray start = file.read(longestIndex);
    const QByteArrayList first = start.left(start.indexOf('\n')).split('\t');
    if (first.value(0) != title)
        return damaged(u"titre"_s);
    if (first.value(1).toInt() > version)
        return again(base::ErrorCode::Newer, u"vient d’une version plus récente du programme"_s,
                     QString::fromUtf8(first.value(1)));
    const auto index = readIndex(start);
    if (!index)
        return damaged(u"index"_s);
    return *index;
}

base::Result<std::vector<Contour>> readPart(QFile &file, const Index &index, const IndexLine &part)
{
    if (part.bytes > file.size() || !file.seek(index.size + part.offset))
        return damaged(part.departement);
    const QByteArray bytes = file.read(part.bytes);
    if (bytes.size() != part.bytes || fingerprint(bytes) != part.fingerprint)
        return damaged(part.departement);
    auto contours = decodeContours(bytes);
    if (!contours)
        return damaged(part.departement);
    return std::move(*contours);
}

// Sorted by code; what bears the same code becomes one.
void tidy(std::vector<Contour> &contours)
{
    std::stable_sort(contours.begin(), contours.end(),
                     [](const Contour &a, const Contour &b) { return a.code < b.code; });
    std::vector<Contour> kept;
    for (Contour &each : contours)
        if (kept.empty() || kept.back().code != each.code)
            kept.push_back(std::move(each));
        else
            std::move(each.polygons.begin(), each.polygons.end(), std::back_inserter(kept.back().polygons));
    contours = std::move(kept);
}

} // namespace

void ContourBuilder::add(const Contour &contour)
{
    Contour kept{contour.code, contour.nom, {}};
    for (const ContourPolygon &polygon : contour.polygons) {
        ContourPolygon rings;
        for (const ContourRing &ring : polygon)
            if (ring.size() >= 3)
                rings.push_back(ring);
            else if (rings.empty())
                break; // a polygon without an outside is nothing
        if (!rings.empty())
            kept.polygons.push_back(std::move(rings));
    }
    if (kept.polygons.empty())
        return;
    Part &part = m_parts[departementOfCode(contour.code)];
    part.communes += m_seen[contour.code]++ == 0;
    part.box.grow(kept.box());
    encode(kept, part.bytes);
}

size_t ContourBuilder::count() const
{
    return m_seen.size();
}

QByteArray ContourBuilder::bytes(ContourOrigin origin) const
{
    QByteArray index = title.toByteArray() + '\t' + QByteArray::number(version) + '\n';
    index += field("fichier", origin.fichier);
    index += field("source", origin.source);
    index += field("importe", origin.importeLe.toString(Qt::ISODate));
    index += field("communes", QString::number(count()));
    QByteArray outlines;
    for (const auto &[departement, part] : m_parts) {
        QStringList columns{departement, QString::number(outlines.size()), QString::number(part.bytes.size())};
        for (const qint32 side : {part.box.left, part.box.bottom, part.box.right, part.box.top})
            columns << QString::number(side);
        index += "departement\t" + columns.join(u'\t').toUtf8() + '\t' + fingerprint(part.bytes) + '\n';
        outlines += part.bytes;
    }
    index += "fin\t" + fingerprint(index) + '\n';
    return index + outlines;
}

ContourStore::ContourStore(const QString &file)
    : m_file(file.isEmpty() ? base::localDataFolder() + u"/contours-communes.dat"_s : file)
{
}

base::Result<ContourOrigin> ContourStore::origin() const
{
    QFile file(m_file);
    auto index = openIndex(file);
    if (!index)
        return index.error();
    return index.value().origin;
}

base::Result<Contours> ContourStore::around(const QStringList &codes) const
{
    QFile file(m_file);
    const auto index = openIndex(file);
    if (!index)
        return index.error();
    const std::set<QString> territoryCodes(codes.begin(), codes.end());
    std::set<QString> wanted;
    for (const QString &code : codes)
        wanted.insert(departementOfCode(code));
    Contours contours{index.value().origin, {}};
    ContourBox territory;
    const auto take = [&](bool own) -> base::Result<void> {
        for (const IndexLine &part : index.value().parts) {
            const bool named = wanted.contains(part.departement);
            if (named != own || (!own && !part.box.meets(territory.widened(besides))))
                continue;
            auto read = readPart(file, index.value(), part);
            if (!read)
                return read.error();
            for (Contour &each : read.value()) {
                if (territoryCodes.contains(each.code))
                    territory.grow(each.box());
                contours.communes.push_back(std::move(each));
            }
        }
        return {};
    };
    for (const bool own : {true, false})
        if (const auto taken = take(own); !taken)
            return taken.error();
    tidy(contours.communes);
    return contours;
}

base::Result<void> ContourStore::replace(const ContourBuilder &builder, const ContourOrigin &origin) const
{
    return base::writeFile(m_file, builder.bytes(origin));
}

base::Result<void> ContourStore::cite(const QString &source) const
{
    QFile file(m_file);
    const auto index = openIndex(file);
    if (!index)
        return index.error();
    if (!file.seek(0))
        return again(base::ErrorCode::Unreadable, u"ne peut pas être lu"_s, file.errorString());
    const QByteArray whole = file.readAll();
    if (whole.size() < index.value().size)
        return damaged(u"index"_s);
    QByteArray lines;
    for (const QByteArray &line : whole.first(index.value().size).split('\n'))
        if (line.startsWith("source\t"))
            lines += field("source", source);
        else if (!line.isEmpty() && !line.startsWith("fin\t"))
            lines += line + '\n';
    return base::writeFile(m_file, lines + field("fin", QString::fromLatin1(fingerprint(lines))) +
                                       whole.sliced(index.value().size));
}

} // namespace reference
