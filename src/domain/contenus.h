// The bytes that records name by their fingerprint: attachments and pictures. Bytes under a fingerprint never change,
// so change lists, undo and merges carry the fingerprint alone, and this rides beside them.
#pragma once

#include <map>
#include <QByteArray>
#include <QString>
#include <set>

namespace domain
{

// At most this many bytes for one attachment, and for all those of a project (its file must stay under 64 MB).
inline constexpr qint64 maximumPiece = 20 * 1024 * 1024;
inline constexpr qint64 maximumPieces = 40 * 1024 * 1024;

class Contenus
{
public:
    // SHA-256, hexadecimal, lower case.
    [[nodiscard]] static QString empreinteDe(const QByteArray &octets);

    // Keeps the bytes and tells their fingerprint; the same bytes are kept once.
    QString add(const QByteArray &octets);
    // nullptr when there are none under that fingerprint (a project received without its attachments).
    [[nodiscard]] const QByteArray *find(const QString &empreinte) const;
    // Takes over what another copy of the project holds.
    void addAll(const Contenus &others);
    void keepOnly(const std::set<QString> &empreintes);

    [[nodiscard]] qint64 bytes() const;
    [[nodiscard]] bool empty() const { return m_octets.empty(); }
    [[nodiscard]] auto begin() const { return m_octets.begin(); }
    [[nodiscard]] auto end() const { return m_octets.end(); }

private:
    std::map<QString, QByteArray> m_octets;
};

} // namespace domain
