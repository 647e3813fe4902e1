// How a record type becomes a table: for the files that describe records, in this room only.
#pragma once

#include "domain/projet.h"

namespace domain
{

// Access to a record type that exists once in the project.
template <class T>
TableDescription uniqueTable(const QString &name, const QString &label, T Projet::*member, Fields<T> &fields)
{
    TableDescription table{name, label, true, {}, false, fields.take(), 1, {}, {}, {}, {}, {}};
    table.find = [member](const Projet &projet, const Id &id) -> const void * {
        return id.isNull() ? &(projet.*member) : nullptr;
    };
    table.findForEdit = [member](Projet &projet, const Id &id) -> void * {
        return id.isNull() ? &(projet.*member) : nullptr;
    };
    table.insert = [](Projet &, const Id &) { return false; };
    table.remove = [](Projet &, const Id &) { return false; };
    table.ids = [](const Projet &) { return std::vector<Id>{Id()}; };
    return table;
}

// Access to a record type of which there are any number.
template <class T>
TableDescription manyTable(const QString &name, const QString &label, Records<T> Projet::*member, Fields<T> &fields,
                           const QString &keyField = {})
{
    TableDescription table{name, label, false, keyField, false, fields.take(), 1, {}, {}, {}, {}, {}};
    table.ordered = table.field(QStringLiteral("rang")) != nullptr;
    table.find = [member](const Projet &projet, const Id &id) -> const void * { return (projet.*member).find(id); };
    table.findForEdit = [member](Projet &projet, const Id &id) -> void * { return (projet.*member).find(id); };
    table.insert = [member](Projet &projet, const Id &id) {
        if (id.isNull() || (projet.*member).find(id))
            return false;
        (projet.*member).insert(id);
        return true;
    };
    table.remove = [member](Projet &projet, const Id &id) { return (projet.*member).remove(id); };
    table.ids = [member](const Projet &projet) {
        std::vector<Id> ids;
        ids.reserve((projet.*member).size());
        for (const auto &[id, record] : projet.*member)
            ids.push_back(id);
        return ids;
    };
    return table;
}

// A table that a later version of the format brought.
[[nodiscard]] inline TableDescription sinceVersion(int version, TableDescription table)
{
    table.since = version;
    return table;
}

// The records described beside those of the lettre; tables() puts all of them in order.
[[nodiscard]] TableDescription besoinTable();
[[nodiscard]] TableDescription indicateurTable();
[[nodiscard]] TableDescription trancheTable();
[[nodiscard]] TableDescription acteurTable();
[[nodiscard]] TableDescription organisationTable();
[[nodiscard]] TableDescription instanceTable();
[[nodiscard]] TableDescription outilTable();
[[nodiscard]] TableDescription posteTable();
[[nodiscard]] TableDescription prestationTable();
[[nodiscard]] TableDescription reunionTable();
[[nodiscard]] TableDescription financementTable();
[[nodiscard]] TableDescription ficheTable();
[[nodiscard]] TableDescription objectifTable();
[[nodiscard]] TableDescription etapeActionTable();
[[nodiscard]] TableDescription indicateurActionTable();
[[nodiscard]] TableDescription releveTable();
[[nodiscard]] TableDescription budgetTable();
[[nodiscard]] TableDescription protocoleTable();
[[nodiscard]] TableDescription voisineTable();
[[nodiscard]] TableDescription suspensionTable();
[[nodiscard]] TableDescription contratTable();
[[nodiscard]] TableDescription avenantTable();
[[nodiscard]] TableDescription interlocuteurTable();
[[nodiscard]] TableDescription pieceTable();

} // namespace domain
