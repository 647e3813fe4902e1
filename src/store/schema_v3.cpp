#include "store/schema_v3.h"

#include "store/schema_v2.h"

#include <algorithm>
#include <iterator>

namespace store
{

namespace
{

// clang-format off
// Tables that version 2 had with fewer columns.
const char *const changedTables[] = {
    R"(CREATE TABLE "mission" ("id" TEXT NOT NULL PRIMARY KEY, "code" TEXT NOT NULL, "precision" )"
    R"(TEXT NOT NULL, "retenue" INTEGER, "description" TEXT NOT NULL, "objectifsCourtTerme" TEXT )"
    R"(NOT NULL, "objectifsMoyenTerme" TEXT NOT NULL, "patients" TEXT NOT NULL, "publicCible" TEXT )"
    R"(NOT NULL, "acteurs" TEXT NOT NULL, "prs" TEXT NOT NULL, "referent" TEXT REFERENCES )"
    R"("personne" ("id") DEFERRABLE INITIALLY DEFERRED) STRICT)",
    R"(CREATE TABLE "echeance" ("id" TEXT NOT NULL PRIMARY KEY, "rang" TEXT NOT NULL, "etape" TEXT )"
    R"(NOT NULL, "intitule" TEXT NOT NULL, "date" TEXT, "faite" INTEGER NOT NULL) STRICT)",
    R"(CREATE TABLE "indicateur" ("id" TEXT NOT NULL PRIMARY KEY, "rang" TEXT NOT NULL, "theme" )"
    R"(TEXT NOT NULL, "intitule" TEXT NOT NULL, "definition" TEXT NOT NULL, "unite" TEXT NOT NULL, )"
    R"("territoire" REAL, "departement" REAL, "region" REAL, "france" REAL, "objectif" REAL, )"
    R"("annee" INTEGER, "source" TEXT NOT NULL, "commentaire" TEXT NOT NULL, "graphique" INTEGER )"
    R"(NOT NULL, "besoins" TEXT NOT NULL, "parCommune" TEXT NOT NULL) STRICT)",
    R"(CREATE TABLE "financement" ("id" TEXT NOT NULL PRIMARY KEY, "rang" TEXT NOT NULL, "sorte" )"
    R"(TEXT NOT NULL, "financeur" TEXT NOT NULL, "annee" INTEGER, "montant" REAL, "source" TEXT )"
    R"(NOT NULL, "mission" TEXT REFERENCES "mission" ("id") DEFERRABLE INITIALLY DEFERRED, "part" )"
    R"(TEXT NOT NULL, "verse" REAL, "verseLe" TEXT) STRICT)",
    R"(CREATE TABLE "etapeAction" ("id" TEXT NOT NULL PRIMARY KEY, "rang" TEXT NOT NULL, "fiche" )"
    R"(TEXT REFERENCES "fiche" ("id") DEFERRABLE INITIALLY DEFERRED, "intitule" TEXT NOT NULL, )"
    R"("debut" TEXT, "fin" TEXT, "referent" TEXT REFERENCES "personne" ("id") DEFERRABLE INITIALLY )"
    R"(DEFERRED, "faite" INTEGER NOT NULL, "sorte" TEXT NOT NULL) STRICT)",
};

const char *const newTables[] = {
    R"(CREATE TABLE "contenu" ("empreinte" TEXT NOT NULL, "partie" INTEGER NOT NULL, "octets" BLOB )"
    R"(NOT NULL, PRIMARY KEY ("empreinte", "partie")) STRICT)",
    R"(CREATE TABLE "protocole" ("id" TEXT NOT NULL PRIMARY KEY, "rang" TEXT NOT NULL, "theme" )"
    R"(TEXT NOT NULL, "professions" TEXT NOT NULL, "etapes" TEXT NOT NULL, "outils" TEXT NOT NULL, )"
    R"("evaluation" TEXT NOT NULL, "fiche" TEXT REFERENCES "fiche" ("id") DEFERRABLE INITIALLY )"
    R"(DEFERRED) STRICT)",
    R"(CREATE TABLE "voisine" ("id" TEXT NOT NULL PRIMARY KEY, "rang" TEXT NOT NULL, "nom" TEXT )"
    R"(NOT NULL, "communes" TEXT NOT NULL, "source" TEXT NOT NULL, "annee" INTEGER) STRICT)",
    R"(CREATE TABLE "suspension" ("id" TEXT NOT NULL PRIMARY KEY, "rang" TEXT NOT NULL, "debut" )"
    R"(TEXT, "fin" TEXT, "motif" TEXT NOT NULL) STRICT)",
    R"(CREATE TABLE "avenant" ("id" TEXT NOT NULL PRIMARY KEY, "rang" TEXT NOT NULL, "motif" TEXT )"
    R"(NOT NULL, "objet" TEXT NOT NULL, "signeLe" TEXT) STRICT)",
    R"(CREATE TABLE "interlocuteur" ("id" TEXT NOT NULL PRIMARY KEY, "rang" TEXT NOT NULL, )"
    R"("organisme" TEXT NOT NULL, "fonction" TEXT NOT NULL, "nom" TEXT NOT NULL, "telephone" TEXT )"
    R"(NOT NULL, "email" TEXT NOT NULL) STRICT)",
    R"(CREATE TABLE "piece" ("id" TEXT NOT NULL PRIMARY KEY, "rang" TEXT NOT NULL, "nom" TEXT NOT )"
    R"(NULL, "sorte" TEXT NOT NULL, "legende" TEXT NOT NULL, "type" TEXT NOT NULL, "taille" )"
    R"(INTEGER, "empreinte" TEXT NOT NULL, "ajouteeLe" TEXT, "jointe" INTEGER NOT NULL) STRICT)",
    R"(CREATE TABLE "contrat" ("id" TEXT NOT NULL PRIMARY KEY, "communes" TEXT NOT NULL, )"
    R"("missions" TEXT NOT NULL, "population" INTEGER) STRICT)",
};

const char *const newColumns[] = {
    R"(ALTER TABLE "mission" ADD COLUMN "prs" TEXT NOT NULL DEFAULT '')",
    R"(ALTER TABLE "echeance" ADD COLUMN "faite" INTEGER NOT NULL DEFAULT 0)",
    R"(ALTER TABLE "indicateur" ADD COLUMN "parCommune" TEXT NOT NULL DEFAULT '')",
    R"(ALTER TABLE "financement" ADD COLUMN "part" TEXT NOT NULL DEFAULT '')",
    R"(ALTER TABLE "financement" ADD COLUMN "verse" REAL)",
    R"(ALTER TABLE "financement" ADD COLUMN "verseLe" TEXT)",
    R"(ALTER TABLE "etapeAction" ADD COLUMN "sorte" TEXT NOT NULL DEFAULT 'etape')",
};
// clang-format on

// The name of the table that a statement makes.
QByteArray tableOf(const QByteArray &statement)
{
    return statement.left(statement.indexOf('(')).trimmed();
}

QByteArray asOfV3(const QByteArray &statement)
{
    const auto *changed = std::find_if(std::begin(changedTables), std::end(changedTables),
                                       [&](const char *each) { return tableOf(each) == tableOf(statement); });
    return changed == std::end(changedTables) ? statement : QByteArray(*changed);
}

} // namespace

const std::vector<QByteArray> &schemaV3()
{
    static const std::vector<QByteArray> statements = [] {
        std::vector<QByteArray> all;
        std::transform(schemaV2().begin(), schemaV2().end(), std::back_inserter(all), asOfV3);
        std::copy(std::begin(newTables), std::end(newTables), std::back_inserter(all));
        return all;
    }();
    return statements;
}

const std::vector<QByteArray> &migrationToV3()
{
    static const std::vector<QByteArray> statements = [] {
        std::vector<QByteArray> all(std::begin(newColumns), std::end(newColumns));
        std::copy(std::begin(newTables), std::end(newTables), std::back_inserter(all));
        // A record that exists once has its row.
        all.emplace_back(
            R"(INSERT INTO "contrat" ("id", "communes", "missions", "population") VALUES ('-', '', '', NULL))");
        return all;
    }();
    return statements;
}

} // namespace store
