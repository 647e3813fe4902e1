#include "store/schema_v2.h"

#include "store/schema_v1.h"

#include <algorithm>
#include <functional>
#include <iterator>

namespace store
{

namespace
{

// clang-format off
const char *const tables[] = {
    R"(CREATE TABLE "meta" ("cle" TEXT NOT NULL PRIMARY KEY, "valeur" TEXT NOT NULL) STRICT)",
    R"(CREATE TABLE "resume" ("cle" TEXT NOT NULL PRIMARY KEY, "valeur" TEXT NOT NULL) STRICT)",
    R"(CREATE TABLE "journal" ("seq" INTEGER PRIMARY KEY, "uid" TEXT NOT NULL, "groupe" INTEGER )"
    R"(NOT NULL, "libelle" TEXT NOT NULL, "le" TEXT NOT NULL, "changements" TEXT NOT NULL, )"
    R"("annule" INTEGER NOT NULL) STRICT)",
    R"(CREATE TABLE "personne" ("id" TEXT NOT NULL PRIMARY KEY, "rang" TEXT NOT NULL, "nom" TEXT )"
    R"(NOT NULL, "prenom" TEXT NOT NULL, "profession" TEXT NOT NULL, "email" TEXT NOT NULL, )"
    R"("telephone" TEXT NOT NULL, "lieuExercice" TEXT NOT NULL, "structure" TEXT NOT NULL, )"
    R"("secteur" TEXT NOT NULL, "equipeProjet" INTEGER NOT NULL, "gouvernance" INTEGER, "membre" )"
    R"(INTEGER NOT NULL, "statut" TEXT NOT NULL, "elaboration" INTEGER) STRICT)",
    R"(CREATE TABLE "commune" ("id" TEXT NOT NULL PRIMARY KEY, "code" TEXT NOT NULL, "nom" TEXT )"
    R"(NOT NULL, "codePostal" TEXT NOT NULL, "population" INTEGER, "epci" TEXT NOT NULL, )"
    R"("zonage" TEXT NOT NULL, "zonageAnnee" INTEGER, "sansQpv" INTEGER) STRICT)",
    R"(CREATE TABLE "qpv" ("id" TEXT NOT NULL PRIMARY KEY, "rang" TEXT NOT NULL, "code" TEXT NOT )"
    R"(NULL, "nom" TEXT NOT NULL, "zonage" TEXT NOT NULL, "communes" TEXT NOT NULL) STRICT)",
    R"(CREATE TABLE "effectif" ("id" TEXT NOT NULL PRIMARY KEY, "profession" TEXT NOT NULL, )"
    R"("precision" TEXT NOT NULL, "identifies" INTEGER, "sollicites" INTEGER, "adherents" )"
    R"(INTEGER, "gouvernance" INTEGER, "elaboration" INTEGER) STRICT)",
    R"(CREATE TABLE "contact" ("id" TEXT NOT NULL PRIMARY KEY, "code" TEXT NOT NULL, "pris" )"
    R"(INTEGER, "precision" TEXT NOT NULL) STRICT)",
    R"(CREATE TABLE "mobilisation" ("id" TEXT NOT NULL PRIMARY KEY, "rang" TEXT NOT NULL, )"
    R"("sorte" TEXT NOT NULL, "description" TEXT NOT NULL, "date" TEXT, "lieu" TEXT NOT NULL, )"
    R"("invites" INTEGER, "presents" INTEGER) STRICT)",
    R"(CREATE TABLE "partenaire" ("id" TEXT NOT NULL PRIMARY KEY, "rang" TEXT NOT NULL, )"
    R"("service" TEXT NOT NULL, "representant" TEXT NOT NULL, "localisation" TEXT NOT NULL, )"
    R"("avancement" TEXT NOT NULL, "gouvernance" INTEGER, "convention" INTEGER, "conventionLe" )"
    R"(TEXT, "missions" TEXT NOT NULL) STRICT)",
    R"(CREATE TABLE "mission" ("id" TEXT NOT NULL PRIMARY KEY, "code" TEXT NOT NULL, "precision" )"
    R"(TEXT NOT NULL, "retenue" INTEGER, "description" TEXT NOT NULL, "objectifsCourtTerme" TEXT )"
    R"(NOT NULL, "objectifsMoyenTerme" TEXT NOT NULL, "patients" TEXT NOT NULL, "publicCible" )"
    R"(TEXT NOT NULL, "acteurs" TEXT NOT NULL, "referent" TEXT REFERENCES "personne" ("id") )"
    R"(DEFERRABLE INITIALLY DEFERRED) STRICT)",
    R"(CREATE TABLE "echeance" ("id" TEXT NOT NULL PRIMARY KEY, "rang" TEXT NOT NULL, "etape" )"
    R"(TEXT NOT NULL, "intitule" TEXT NOT NULL, "date" TEXT) STRICT)",
    R"(CREATE TABLE "rubrique" ("id" TEXT NOT NULL PRIMARY KEY, "code" TEXT NOT NULL, "texte" )"
    R"(TEXT NOT NULL) STRICT)",
    R"(CREATE TABLE "besoin" ("id" TEXT NOT NULL PRIMARY KEY, "rang" TEXT NOT NULL, "enonce" )"
    R"(TEXT NOT NULL, "public" TEXT NOT NULL, "ditParDonnees" INTEGER NOT NULL, )"
    R"("ditParProfessionnels" INTEGER NOT NULL, "ditParUsagers" INTEGER NOT NULL, "elements" )"
    R"(TEXT NOT NULL, "priorite" TEXT NOT NULL, "etat" TEXT NOT NULL, "missions" TEXT NOT NULL) )"
    R"(STRICT)",
    R"(CREATE TABLE "indicateur" ("id" TEXT NOT NULL PRIMARY KEY, "rang" TEXT NOT NULL, "theme" )"
    R"(TEXT NOT NULL, "intitule" TEXT NOT NULL, "definition" TEXT NOT NULL, "unite" TEXT NOT )"
    R"(NULL, "territoire" REAL, "departement" REAL, "region" REAL, "france" REAL, "objectif" )"
    R"(REAL, "annee" INTEGER, "source" TEXT NOT NULL, "commentaire" TEXT NOT NULL, "graphique" )"
    R"(INTEGER NOT NULL, "besoins" TEXT NOT NULL) STRICT)",
    R"(CREATE TABLE "tranche" ("id" TEXT NOT NULL PRIMARY KEY, "code" TEXT NOT NULL, "libelle" )"
    R"(TEXT NOT NULL, "femmes" INTEGER, "hommes" INTEGER, "ensemble" INTEGER, "annee" INTEGER, )"
    R"("source" TEXT NOT NULL) STRICT)",
    R"(CREATE TABLE "acteur" ("id" TEXT NOT NULL PRIMARY KEY, "rang" TEXT NOT NULL, "sorte" TEXT )"
    R"(NOT NULL, "dynamique" TEXT NOT NULL, "nom" TEXT NOT NULL, "localisation" TEXT NOT NULL, )"
    R"("articulation" TEXT NOT NULL) STRICT)",
    R"(CREATE TABLE "instance" ("id" TEXT NOT NULL PRIMARY KEY, "rang" TEXT NOT NULL, "nom" TEXT )"
    R"(NOT NULL, "role" TEXT NOT NULL, "composition" TEXT NOT NULL, "rythme" TEXT NOT NULL, )"
    R"("membres" TEXT NOT NULL) STRICT)",
    R"(CREATE TABLE "outil" ("id" TEXT NOT NULL PRIMARY KEY, "rang" TEXT NOT NULL, "service" )"
    R"(TEXT NOT NULL, "usage" TEXT NOT NULL, "utilisateurs" TEXT NOT NULL, "besoin" TEXT NOT )"
    R"(NULL, "ouvertATous" INTEGER) STRICT)",
    R"(CREATE TABLE "poste" ("id" TEXT NOT NULL PRIMARY KEY, "rang" TEXT NOT NULL, "fonction" )"
    R"(TEXT NOT NULL, "nombre" INTEGER, "etp" REAL) STRICT)",
    R"(CREATE TABLE "prestation" ("id" TEXT NOT NULL PRIMARY KEY, "rang" TEXT NOT NULL, "type" )"
    R"(TEXT NOT NULL, "temps" TEXT NOT NULL) STRICT)",
    R"(CREATE TABLE "reunion" ("id" TEXT NOT NULL PRIMARY KEY, "rang" TEXT NOT NULL, "sorte" )"
    R"(TEXT NOT NULL, "intitule" TEXT NOT NULL, "date" TEXT, "lieu" TEXT NOT NULL, "presents" )"
    R"(INTEGER, "personnes" TEXT NOT NULL, "decisions" TEXT NOT NULL) STRICT)",
    R"(CREATE TABLE "financement" ("id" TEXT NOT NULL PRIMARY KEY, "rang" TEXT NOT NULL, "sorte" )"
    R"(TEXT NOT NULL, "financeur" TEXT NOT NULL, "annee" INTEGER, "montant" REAL, "source" TEXT )"
    R"(NOT NULL, "mission" TEXT REFERENCES "mission" ("id") DEFERRABLE INITIALLY DEFERRED) STRICT)",
    R"(CREATE TABLE "fiche" ("id" TEXT NOT NULL PRIMARY KEY, "rang" TEXT NOT NULL, "intitule" )"
    R"(TEXT NOT NULL, "mission" TEXT REFERENCES "mission" ("id") DEFERRABLE INITIALLY DEFERRED, )"
    R"("besoins" TEXT NOT NULL, "diagnostic" TEXT NOT NULL, "objectifGeneral" TEXT NOT NULL, )"
    R"("publicBeneficiaire" TEXT NOT NULL, "actions" TEXT NOT NULL, "moyens" TEXT NOT NULL, )"
    R"("acteurs" TEXT NOT NULL, "professions" TEXT NOT NULL, "partenaires" TEXT NOT NULL, )"
    R"("coordonnateur" TEXT REFERENCES "personne" ("id") DEFERRABLE INITIALLY DEFERRED, "debut" )"
    R"(TEXT, "avancement" TEXT NOT NULL, "decision" TEXT NOT NULL) STRICT)",
    R"(CREATE TABLE "objectif" ("id" TEXT NOT NULL PRIMARY KEY, "rang" TEXT NOT NULL, "fiche" )"
    R"(TEXT REFERENCES "fiche" ("id") DEFERRABLE INITIALLY DEFERRED, "enonce" TEXT NOT NULL) )"
    R"(STRICT)",
    R"(CREATE TABLE "etapeAction" ("id" TEXT NOT NULL PRIMARY KEY, "rang" TEXT NOT NULL, "fiche" )"
    R"(TEXT REFERENCES "fiche" ("id") DEFERRABLE INITIALLY DEFERRED, "intitule" TEXT NOT NULL, )"
    R"("debut" TEXT, "fin" TEXT, "referent" TEXT REFERENCES "personne" ("id") DEFERRABLE )"
    R"(INITIALLY DEFERRED, "faite" INTEGER NOT NULL) STRICT)",
    R"(CREATE TABLE "indicateurAction" ("id" TEXT NOT NULL PRIMARY KEY, "rang" TEXT NOT NULL, )"
    R"("fiche" TEXT REFERENCES "fiche" ("id") DEFERRABLE INITIALLY DEFERRED, "objectif" TEXT )"
    R"(REFERENCES "objectif" ("id") DEFERRABLE INITIALLY DEFERRED, "intitule" TEXT NOT NULL, )"
    R"("definition" TEXT NOT NULL, "sorte" TEXT NOT NULL, "unite" TEXT NOT NULL, "depart" REAL, )"
    R"("departLe" TEXT, "departSource" TEXT NOT NULL, "cible" REAL, "echeance" TEXT, )"
    R"("justificatif" TEXT NOT NULL) STRICT)",
    R"(CREATE TABLE "releve" ("id" TEXT NOT NULL PRIMARY KEY, "indicateur" TEXT REFERENCES )"
    R"("indicateurAction" ("id") DEFERRABLE INITIALLY DEFERRED, "annee" INTEGER, "valeur" REAL, )"
    R"("commentaire" TEXT NOT NULL) STRICT)",
    R"(CREATE TABLE "budget" ("id" TEXT NOT NULL PRIMARY KEY, "rang" TEXT NOT NULL, "fiche" TEXT )"
    R"(REFERENCES "fiche" ("id") DEFERRABLE INITIALLY DEFERRED, "sorte" TEXT NOT NULL, )"
    R"("intitule" TEXT NOT NULL, "annee" INTEGER, "etp" REAL, "prevu" REAL, "realise" REAL, )"
    R"("financeur" TEXT NOT NULL) STRICT)",
    R"(CREATE TABLE "structure" ("id" TEXT NOT NULL PRIMARY KEY, "nom" TEXT NOT NULL, )"
    R"("etatStatuts" TEXT NOT NULL, "statutsPrevusLe" TEXT, "formeJuridique" TEXT NOT NULL, )"
    R"("siret" TEXT NOT NULL, "adresse" TEXT NOT NULL, "telephone" TEXT NOT NULL, "email" TEXT )"
    R"(NOT NULL, "emailPublic" TEXT NOT NULL) STRICT)",
    R"(CREATE TABLE "population" ("id" TEXT NOT NULL PRIMARY KEY, "valeur" INTEGER, "source" )"
    R"(TEXT NOT NULL, "annee" INTEGER) STRICT)",
    R"(CREATE TABLE "accompagnement" ("id" TEXT NOT NULL PRIMARY KEY, "souhaite" INTEGER, )"
    R"("structureAppui" TEXT NOT NULL) STRICT)",
    R"(CREATE TABLE "organisation" ("id" TEXT NOT NULL PRIMARY KEY, "comptage" TEXT NOT NULL) )"
    R"(STRICT)",
    R"(CREATE TABLE "identite" ("id" TEXT NOT NULL PRIMARY KEY, "nom" TEXT NOT NULL, "phase" )"
    R"(TEXT NOT NULL, "trame" TEXT NOT NULL, "millesime" TEXT NOT NULL, "creeLe" TEXT, "porteur" )"
    R"(TEXT REFERENCES "personne" ("id") DEFERRABLE INITIALLY DEFERRED, "representantLegal" TEXT )"
    R"(REFERENCES "personne" ("id") DEFERRABLE INITIALLY DEFERRED, "coordonnateur" TEXT )"
    R"(REFERENCES "personne" ("id") DEFERRABLE INITIALLY DEFERRED, "etabliLe" TEXT, "contratLe" )"
    R"(TEXT) STRICT)",
};

const char *const newColumns[] = {
    R"(ALTER TABLE "personne" ADD COLUMN "membre" INTEGER NOT NULL DEFAULT 0)",
    R"(ALTER TABLE "personne" ADD COLUMN "statut" TEXT NOT NULL DEFAULT '')",
    R"(ALTER TABLE "personne" ADD COLUMN "elaboration" INTEGER)",
    R"(ALTER TABLE "effectif" ADD COLUMN "gouvernance" INTEGER)",
    R"(ALTER TABLE "effectif" ADD COLUMN "elaboration" INTEGER)",
    R"(ALTER TABLE "partenaire" ADD COLUMN "convention" INTEGER)",
    R"(ALTER TABLE "partenaire" ADD COLUMN "conventionLe" TEXT)",
    R"(ALTER TABLE "partenaire" ADD COLUMN "missions" TEXT NOT NULL DEFAULT '')",
    R"(ALTER TABLE "mission" ADD COLUMN "objectifsCourtTerme" TEXT NOT NULL DEFAULT '')",
    R"(ALTER TABLE "mission" ADD COLUMN "objectifsMoyenTerme" TEXT NOT NULL DEFAULT '')",
    R"(ALTER TABLE "mission" ADD COLUMN "patients" TEXT NOT NULL DEFAULT '')",
    R"(ALTER TABLE "mission" ADD COLUMN "publicCible" TEXT NOT NULL DEFAULT '')",
    R"(ALTER TABLE "mission" ADD COLUMN "acteurs" TEXT NOT NULL DEFAULT '')",
    R"(ALTER TABLE "mission" ADD COLUMN "referent" TEXT REFERENCES "personne" ("id") DEFERRABLE )"
    R"(INITIALLY DEFERRED)",
    R"(ALTER TABLE "structure" ADD COLUMN "formeJuridique" TEXT NOT NULL DEFAULT '')",
    R"(ALTER TABLE "structure" ADD COLUMN "siret" TEXT NOT NULL DEFAULT '')",
    R"(ALTER TABLE "structure" ADD COLUMN "adresse" TEXT NOT NULL DEFAULT '')",
    R"(ALTER TABLE "structure" ADD COLUMN "telephone" TEXT NOT NULL DEFAULT '')",
    R"(ALTER TABLE "structure" ADD COLUMN "email" TEXT NOT NULL DEFAULT '')",
    R"(ALTER TABLE "structure" ADD COLUMN "emailPublic" TEXT NOT NULL DEFAULT '')",
    R"(ALTER TABLE "identite" ADD COLUMN "representantLegal" TEXT REFERENCES "personne" ("id") )"
    R"(DEFERRABLE INITIALLY DEFERRED)",
    R"(ALTER TABLE "identite" ADD COLUMN "coordonnateur" TEXT REFERENCES "personne" ("id") )"
    R"(DEFERRABLE INITIALLY DEFERRED)",
    R"(ALTER TABLE "identite" ADD COLUMN "etabliLe" TEXT)",
    R"(ALTER TABLE "identite" ADD COLUMN "contratLe" TEXT)",
};
// clang-format on

// The name of the table that a statement makes.
QByteArray tableOf(const QByteArray &statement)
{
    return statement.left(statement.indexOf('(')).trimmed();
}

} // namespace

const std::vector<QByteArray> &schemaV2()
{
    static const std::vector<QByteArray> statements(std::begin(tables), std::end(tables));
    return statements;
}

const std::vector<QByteArray> &migrationToV2()
{
    static const std::vector<QByteArray> statements = [] {
        std::vector<QByteArray> all(std::begin(newColumns), std::end(newColumns));
        const auto knownBefore = [](const QByteArray &statement) {
            return std::any_of(schemaV1().begin(), schemaV1().end(),
                               [&](const QByteArray &old) { return tableOf(old) == tableOf(statement); });
        };
        std::copy_if(schemaV2().begin(), schemaV2().end(), std::back_inserter(all), std::not_fn(knownBefore));
        // A record that exists once has its row; a choice starts with its first code (domain/organisation.cpp).
        all.emplace_back(R"(INSERT INTO "organisation" ("id", "comptage") VALUES ('-', 'saisi'))");
        return all;
    }();
    return statements;
}

} // namespace store
