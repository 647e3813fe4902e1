// The five steps from a lettre d'intention to a contract, their delays, and the grants of the ARS: all dated.
#pragma once

#include "base/result.h"
#include "reference/provenance.h"

#include <vector>

namespace reference
{

struct Delai {
    // Maximum: the administration answers within; Conseil: recommended; Duree: how long something lasts.
    enum class Nature { Maximum, Conseil, Duree };
    QString code; // "reponse-ccopd"
    QString libelle;
    int mois = 0;
    Nature nature = Nature::Maximum;
    QString section; // of the source
    int page = 0;
    QString note;
};

struct Etape {
    QString code; // "ccopd"
    int numero = 0;
    QString titre;
    QString resume;
    QString section;
    int page = 0;
    std::vector<Delai> delais;
};

struct Aide {
    QString code;
    QString libelle;
    qint64 montantEuros = 0;
    int annee = 0; // of the document that gives the amount
    QString financeur;
    QString beneficiaire;
    QString objet;
    QString section;
    int page = 0;
};

struct Etapes {
    Provenance provenance;
    std::vector<Etape> etapes; // by numero
    std::vector<Aide> aides;

    [[nodiscard]] const Etape *etape(const QString &code) const;
    // In any step.
    [[nodiscard]] const Delai *delai(const QString &code) const;
    [[nodiscard]] const Aide *aide(const QString &code) const;

    static base::Result<Etapes> load(const QString &folder);
};

} // namespace reference
