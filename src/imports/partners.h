// Partners in what others wrote, whether the list is imported or pasted.
#pragma once

#include "imports/block.h"

namespace imports
{

// What the cells of a convention say.
struct Convention {
    domain::Answer signee;
    QDate le;
    QString pending; // « en cours (mars 2027) »: not signed, and how far it is
};
[[nodiscard]] Convention readConvention(const QString &said, const QString &dated);
// How far a partnership is, with that beside what is written already.
[[nodiscard]] QString withPending(const QString &avancement, const QString &pending);

// The same name, and not elsewhere.
[[nodiscard]] bool isSamePartner(const domain::Partenaire &one, const domain::Partenaire &other);
// Somebody more of a service, beside those who are named.
[[nodiscard]] QString withRepresentative(const QString &representants, const QString &another);

// Makes a pasted list of `partenaire` read as the import « Liste des partenaires » is: its titles, its conventions, a
// second representative under the first, nobody twice.
void readPartners(BlockList &list);

} // namespace imports
