// Random projects and edits, the same for the same seed: property tests of the domain, the dossier and the file.
#pragma once

#include "domain/changes.h"

#include <random>

namespace support
{

// A source of random edits that fit a project, over every table and every kind of field.
class RandomEdits
{
public:
    explicit RandomEdits(unsigned seed) : m_random(seed) {}

    // One edit that changes something: a field set, a record added or removed. Tables stay small, so that ten thousand
    // edits meet the same records often.
    [[nodiscard]] domain::ChangeList next(const domain::Projet &projet);
    // `count` edits applied to a copy.
    [[nodiscard]] domain::Projet edited(const domain::Projet &projet, int count);

    // A number under `bound`, from the same source.
    size_t below(size_t bound) { return m_random() % bound; }

private:
    int upTo(int bound) { return static_cast<int>(m_random() % static_cast<unsigned>(bound)); }
    QString text();
    domain::Value value(const domain::Projet &projet, const domain::FieldDescription &field);
    domain::Id anyRecord(const domain::Projet &projet, const QString &table);
    domain::Id newId();
    domain::ChangeList setAField(const domain::Projet &projet, const domain::TableDescription &table);
    domain::ChangeList addARecord(const domain::Projet &projet, const domain::TableDescription &table);

    std::mt19937 m_random;
};

// The facts of a project, to the byte: what two equal projects share.
[[nodiscard]] QByteArray factsOf(const domain::Projet &projet);

} // namespace support
