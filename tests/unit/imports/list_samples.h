// Lists of the program where blocks are pasted, as their pages describe them.
#pragma once

#include "base/paths.h"
#include "imports/column_titles.h"
#include "imports/mobilisations.h"
#include "imports/partners.h"
#include "imports/people.h"
#include "support/catch.h"
#include "support/example.h"

namespace blocks
{

using namespace Qt::Literals::StringLiterals;

inline imports::BlockList people()
{
    const auto words = imports::ProfessionWords::load(base::referenceFolder(), support::references().professions());
    REQUIRE(words);
    imports::BlockList list{u"personne"_s,
                            {{u"nom"_s}, {u"prenom"_s}, {u"profession"_s}, {u"statut"_s}, {u"gouvernance"_s}},
                            {{u"membre"_s, domain::Value(true)}}};
    imports::readPeople(list, words.value());
    return list;
}

inline imports::BlockList mobilisations()
{
    imports::BlockList list{
        u"mobilisation"_s,
        {{u"sorte"_s, {u"Type"_s, u"action"_s}}, {u"date"_s}, {u"lieu"_s}, {u"presents"_s}, {u"description"_s}},
        {}};
    imports::readMobilisations(list);
    const auto titles = imports::ColumnTitles::load(base::referenceFolder());
    REQUIRE(titles);
    titles.value().addTo(list);
    return list;
}

inline imports::BlockList partners()
{
    imports::BlockList list{
        u"partenaire"_s,
        {{u"service"_s}, {u"representant"_s}, {u"localisation"_s}, {u"avancement"_s}, {u"convention"_s}},
        {}};
    imports::readPartners(list);
    return list;
}

} // namespace blocks
