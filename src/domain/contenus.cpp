#include "domain/contenus.h"

#include <numeric>
#include <QCryptographicHash>

namespace domain
{

QString Contenus::empreinteDe(const QByteArray &octets)
{
    return QString::fromLatin1(QCryptographicHash::hash(octets, QCryptographicHash::Sha256).toHex());
}

QString Contenus::add(const QByteArray &octets)
{
    const QString empreinte = empreinteDe(octets);
    m_octets.emplace(empreinte, octets);
    return empreinte;
}

const QByteArray *Contenus::find(const QString &empreinte) const
{
    const auto at = m_octets.find(empreinte);
    return at == m_octets.end() ? nullptr : &at->second;
}

void Contenus::addAll(const Contenus &others)
{
    m_octets.insert(others.begin(), others.end());
}

void Contenus::keepOnly(const std::set<QString> &empreintes)
{
    std::erase_if(m_octets, [&](const auto &entry) { return !empreintes.contains(entry.first); });
}

qint64 Contenus::bytes() const
{
    return std::accumulate(begin(), end(), qint64(0),
                           [](qint64 sum, const auto &entry) { return sum + entry.second.size(); });
}

} // namespace domain
