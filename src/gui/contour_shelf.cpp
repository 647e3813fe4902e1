#include "gui/contour_shelf.h"

namespace gui
{

ContourShelf::ContourShelf(const QString &file, QObject *parent) : QObject(parent), m_store(file) {}

std::shared_ptr<const reference::Contours> ContourShelf::around(const QStringList &codes)
{
    if (m_read && codes == m_codes)
        return m_contours;
    m_read = true;
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

void ContourShelf::replaced()
{
    m_read = false;
    Q_EMIT changed();
}

} // namespace gui
