#include "gui/contour_shelf.h"

#include <QDateTime>
#include <QFileInfo>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QString stampOf(const QString &path)
{
    const QFileInfo file(path);
    return file.exists() ? u"%1 %2"_s.arg(file.size()).arg(file.lastModified().toMSecsSinceEpoch()) : QString();
}

} // namespace

ContourShelf::ContourShelf(const QString &file, QObject *parent) : QObject(parent), m_store(file) {}

std::shared_ptr<const reference::Contours> ContourShelf::around(const QStringList &codes)
{
    if (m_read && codes == m_codes)
        return m_contours;
    m_read = true;
    m_stamp = stampOf(m_store.file());
    m_codes = codes;
    m_shape.reset();
    m_contours.reset();
    m_fault.clear();
    if (codes.isEmpty())
        return nullptr;
    auto read = m_store.around(codes);
    if (read)
        m_contours = std::make_shared<const reference::Contours>(std::move(read.value()));
    else if (read.error().code != base::ErrorCode::NotFound)
        m_fault = read.error().message;
    return m_contours;
}

const reference::TerritoryShape *ContourShelf::shapeOf(const QStringList &codes, const reference::Communes &communes)
{
    const auto contours = around(codes);
    if (!contours)
        return nullptr;
    if (!m_shape)
        m_shape = std::make_unique<reference::TerritoryShape>(
            reference::territoryShape(reference::outlinesAround(*contours, codes, communes), codes));
    return m_shape.get();
}

void ContourShelf::look()
{
    if (m_read && stampOf(m_store.file()) != m_stamp)
        replaced();
}

void ContourShelf::replaced()
{
    m_read = false;
    ++m_generation;
    Q_EMIT changed();
}

} // namespace gui
