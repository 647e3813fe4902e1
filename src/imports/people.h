// People of the project in what others wrote: who is the same, and how lists name what is known of them.
#pragma once

#include "imports/block.h"
#include "imports/profession_words.h"

namespace imports
{

// The name that tells people apart; for a structure without a person, its own.
[[nodiscard]] QString personKey(const domain::Personne &personne);

// Same name, and the same address or no other profession. Two addresses are those of one person when the first name is
// written and neither the place nor the structure is another. A secretariat’s address may serve several.
[[nodiscard]] bool isSamePerson(const domain::Personne &one, const domain::Personne &other);

// Which of these people of the project `wanted` is: of the same address first; nobody when two addresses are all that
// could tell several of them apart.
[[nodiscard]] std::optional<domain::Id> personAmong(const QList<domain::Id> &people, const domain::Projet &projet,
                                                    const domain::Personne &wanted);

// Makes a pasted list of `personne` read as the import « Liste des membres » is: its titles, its cells of names and of
// answers, the usual words for professions, nobody twice.
void readPeople(BlockList &list, const ProfessionWords &words);

// Of a name read in one cell: its two words in the order of the person of the project who bears them.
void takeKnownOrder(domain::Personne &read, const domain::Projet &projet);

} // namespace imports
