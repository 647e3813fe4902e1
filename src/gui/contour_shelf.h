// The outlines of communes of this computer, as the windows use them: read when they are asked for, kept while the
// territory stays the same, told when somebody imports others.
#pragma once

#include "reference/territory_shape.h"

#include <memory>
#include <QObject>

namespace gui
{

class ContourShelf final : public QObject
{
    Q_OBJECT
public:
    // Without a file: the one of this computer.
    explicit ContourShelf(const QString &file = {}, QObject *parent = nullptr);

    [[nodiscard]] const reference::ContourStore &store() const { return m_store; }
    // Those around these communes; nullptr when there are none.
    [[nodiscard]] std::shared_ptr<const reference::Contours> around(const QStringList &codes);
    // What they say of the territory; nullptr without any.
    [[nodiscard]] const reference::TerritoryShape *shapeOf(const QStringList &codes,
                                                           const reference::Communes &communes);
    // Why there are none, when it is more than that nobody imported any: a sentence.
    [[nodiscard]] QString fault() const { return m_fault; }
    // Sees whether others were imported meanwhile by another program, and tells.
    void look();
    // Others were imported.
    void replaced();
    // How many times others were: what was computed under another number is stale.
    [[nodiscard]] int generation() const { return m_generation; }

Q_SIGNALS:
    void changed();

private:
    reference::ContourStore m_store;
    bool m_read = false;
    int m_generation = 0;
    QString m_stamp;     // of the file, when it was read
    QStringList m_codes; // of what is kept
    std::shared_ptr<const reference::Contours> m_contours;
    std::unique_ptr<reference::TerritoryShape> m_shape;
    QString m_fault;
};

} // namespace gui
