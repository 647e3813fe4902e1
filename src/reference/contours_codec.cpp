#include "reference/contours_codec.h"

#include <limits>

namespace reference
{

namespace
{

constexpr size_t fewestPoints = 3; // of a ring

void put(quint64 number, QByteArray &bytes)
{
    while (number >= 0x80) {
        bytes.append(char(number | 0x80));
        number >>= 7;
    }
    bytes.append(char(number));
}

void put(const QString &text, QByteArray &bytes)
{
    const QByteArray utf8 = text.toUtf8();
    put(quint64(utf8.size()), bytes);
    bytes.append(utf8);
}

void putStep(qint64 step, QByteArray &bytes)
{
    put((quint64(step) << 1) ^ quint64(step >> 63), bytes);
}

void put(const ContourRing &ring, QByteArray &bytes)
{
    put(ring.size(), bytes);
    ContourPoint last;
    for (const ContourPoint &point : ring) {
        putStep(qint64(point.x) - last.x, bytes);
        putStep(qint64(point.y) - last.y, bytes);
        last = point;
    }
}

// Takes the bytes from the front; after a fault everything it gives is empty.
class Decoder
{
public:
    explicit Decoder(QByteArrayView bytes) : m_rest(bytes) {}

    [[nodiscard]] bool more() const { return m_sound && !m_rest.isEmpty(); }
    [[nodiscard]] bool sound() const { return m_sound; }

    Contour contour()
    {
        Contour contour;
        contour.code = text();
        contour.nom = text();
        contour.polygons.resize(count(3));
        for (ContourPolygon &polygon : contour.polygons) {
            polygon.resize(count(2));
            for (ContourRing &ring : polygon)
                ring = points();
        }
        return contour;
    }

private:
    quint64 number()
    {
        quint64 value = 0;
        for (int shift = 0; shift < 63; shift += 7) {
            if (m_rest.isEmpty())
                break;
            const auto byte = quint8(m_rest.front());
            m_rest = m_rest.sliced(1);
            value |= quint64(byte & 0x7F) << shift;
            if (!(byte & 0x80))
                return value;
        }
        m_sound = false;
        return 0;
    }

    // How many follow, each of `least` bytes or more.
    size_t count(qsizetype least)
    {
        const quint64 value = number();
        if (value <= quint64(m_rest.size() / least))
            return size_t(value);
        m_sound = false;
        return 0;
    }

    QString text()
    {
        const auto length = qsizetype(count(1));
        const QString text = QString::fromUtf8(m_rest.first(length));
        m_rest = m_rest.sliced(length);
        return text;
    }

    qint32 moved(qint32 from)
    {
        const quint64 raw = number();
        const qint64 at = from + (qint64(raw >> 1) ^ -qint64(raw & 1));
        if (at < std::numeric_limits<qint32>::min() || at > std::numeric_limits<qint32>::max())
            m_sound = false;
        return m_sound ? qint32(at) : 0;
    }

    ContourRing points()
    {
        ContourRing ring(count(2));
        ContourPoint last;
        for (ContourPoint &point : ring) {
            last = {moved(last.x), moved(last.y)};
            point = last;
        }
        m_sound = m_sound && ring.size() >= fewestPoints;
        return ring;
    }

    QByteArrayView m_rest;
    bool m_sound = true;
};

} // namespace

void encode(const Contour &contour, QByteArray &bytes)
{
    put(contour.code, bytes);
    put(contour.nom, bytes);
    put(contour.polygons.size(), bytes);
    for (const ContourPolygon &polygon : contour.polygons) {
        put(polygon.size(), bytes);
        for (const ContourRing &ring : polygon)
            put(ring, bytes);
    }
}

std::optional<std::vector<Contour>> decodeContours(QByteArrayView bytes)
{
    std::vector<Contour> contours;
    Decoder decoder(bytes);
    while (decoder.more())
        contours.push_back(decoder.contour());
    return decoder.sound() ? std::optional(std::move(contours)) : std::nullopt;
}

} // namespace reference
