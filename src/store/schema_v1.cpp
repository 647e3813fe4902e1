#include "store/schema_v1.h"

namespace store
{

const std::vector<QByteArray> &schemaV1()
{
    // clang-format off
    static const std::vector<QByteArray> statements{
        R"(CREATE TABLE "meta" ("cle" TEXT NOT NULL PRIMARY KEY, "valeur" TEXT NOT NULL) STRICT)",
        R"(CREATE TABLE "resume" ("cle" TEXT NOT NULL PRIMARY KEY, "valeur" TEXT NOT NULL) STRICT)",
        R"(CREATE TABLE "journal" ("seq" INTEGER PRIMARY KEY, "uid" TEXT NOT NULL, "groupe" INTEGER NOT NULL, )"
        R"("libelle" TEXT NOT NULL, "le" TEXT NOT NULL, "changements" TEXT NOT NULL, )"
        R"("annule" INTEGER NOT NULL) STRICT)",
        R"(CREATE TABLE "personne" ("id" TEXT NOT NULL PRIMARY KEY, "rang" TEXT NOT NULL, "nom" TEXT NOT NULL, )"
        R"("prenom" TEXT NOT NULL, "profession" TEXT NOT NULL, "email" TEXT NOT NULL, "telephone" TEXT NOT NULL, )"
        R"("lieuExercice" TEXT NOT NULL, "structure" TEXT NOT NULL, "secteur" TEXT NOT NULL, )"
        R"("equipeProjet" INTEGER NOT NULL, "gouvernance" INTEGER) STRICT)",
        R"(CREATE TABLE "commune" ("id" TEXT NOT NULL PRIMARY KEY, "code" TEXT NOT NULL, "nom" TEXT NOT NULL, )"
        R"("codePostal" TEXT NOT NULL, "population" INTEGER, "epci" TEXT NOT NULL, "zonage" TEXT NOT NULL, )"
        R"("zonageAnnee" INTEGER, "sansQpv" INTEGER) STRICT)",
        R"(CREATE TABLE "qpv" ("id" TEXT NOT NULL PRIMARY KEY, "rang" TEXT NOT NULL, "code" TEXT NOT NULL, )"
        R"("nom" TEXT NOT NULL, "zonage" TEXT NOT NULL, "communes" TEXT NOT NULL) STRICT)",
        R"(CREATE TABLE "effectif" ("id" TEXT NOT NULL PRIMARY KEY, "profession" TEXT NOT NULL, )"
        R"("precision" TEXT NOT NULL, "identifies" INTEGER, "sollicites" INTEGER, "adherents" INTEGER) STRICT)",
        R"(CREATE TABLE "contact" ("id" TEXT NOT NULL PRIMARY KEY, "code" TEXT NOT NULL, "pris" INTEGER, )"
        R"("precision" TEXT NOT NULL) STRICT)",
        R"(CREATE TABLE "mobilisation" ("id" TEXT NOT NULL PRIMARY KEY, "rang" TEXT NOT NULL, )"
        R"("sorte" TEXT NOT NULL, "description" TEXT NOT NULL, "date" TEXT, "lieu" TEXT NOT NULL, )"
        R"("invites" INTEGER, "presents" INTEGER) STRICT)",
        R"(CREATE TABLE "partenaire" ("id" TEXT NOT NULL PRIMARY KEY, "rang" TEXT NOT NULL, )"
        R"("service" TEXT NOT NULL, "representant" TEXT NOT NULL, "localisation" TEXT NOT NULL, )"
        R"("avancement" TEXT NOT NULL, "gouvernance" INTEGER) STRICT)",
        R"(CREATE TABLE "mission" ("id" TEXT NOT NULL PRIMARY KEY, "code" TEXT NOT NULL, )"
        R"("precision" TEXT NOT NULL, "retenue" INTEGER, "description" TEXT NOT NULL) STRICT)",
        R"(CREATE TABLE "echeance" ("id" TEXT NOT NULL PRIMARY KEY, "rang" TEXT NOT NULL, "etape" TEXT NOT NULL, )"
        R"("intitule" TEXT NOT NULL, "date" TEXT) STRICT)",
        R"(CREATE TABLE "rubrique" ("id" TEXT NOT NULL PRIMARY KEY, "code" TEXT NOT NULL, )"
        R"("texte" TEXT NOT NULL) STRICT)",
        R"(CREATE TABLE "structure" ("id" TEXT NOT NULL PRIMARY KEY, "nom" TEXT NOT NULL, )"
        R"("etatStatuts" TEXT NOT NULL, "statutsPrevusLe" TEXT) STRICT)",
        R"(CREATE TABLE "population" ("id" TEXT NOT NULL PRIMARY KEY, "valeur" INTEGER, "source" TEXT NOT NULL, )"
        R"("annee" INTEGER) STRICT)",
        R"(CREATE TABLE "accompagnement" ("id" TEXT NOT NULL PRIMARY KEY, "souhaite" INTEGER, )"
        R"("structureAppui" TEXT NOT NULL) STRICT)",
        R"(CREATE TABLE "identite" ("id" TEXT NOT NULL PRIMARY KEY, "nom" TEXT NOT NULL, "phase" TEXT NOT NULL, )"
        R"("trame" TEXT NOT NULL, "millesime" TEXT NOT NULL, "creeLe" TEXT, )"
        R"("porteur" TEXT REFERENCES "personne" ("id") DEFERRABLE INITIALLY DEFERRED) STRICT)",
    };
    // clang-format on
    return statements;
}

} // namespace store
