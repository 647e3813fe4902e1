#include "domain/records.h"

namespace domain
{

using namespace Qt::Literals::StringLiterals;

template <class E>
using ChoiceList = std::vector<std::pair<E, Choice>>;

const ChoiceList<Phase> &Choices<Phase>::all()
{
    static const ChoiceList<Phase> list{{Phase::Lettre, {u"lettre"_s, u"Lettre d’intention"_s}},
                                        {Phase::Elaboration, {u"elaboration"_s, u"Élaboration du projet de santé"_s}},
                                        {Phase::Valide, {u"valide"_s, u"Projet validé"_s}},
                                        {Phase::Actualisation, {u"actualisation"_s, u"Actualisation"_s}}};
    return list;
}

const ChoiceList<EtatStatuts> &Choices<EtatStatuts>::all()
{
    static const ChoiceList<EtatStatuts> list{{EtatStatuts::NonRenseigne, {u""_s, u"Non renseigné"_s}},
                                              {EtatStatuts::Elabores, {u"elabores"_s, u"Élaborés"_s}},
                                              {EtatStatuts::EnCours, {u"en-cours"_s, u"En cours"_s}},
                                              {EtatStatuts::AVenir, {u"a-venir"_s, u"Écriture à venir"_s}}};
    return list;
}

const ChoiceList<Secteur> &Choices<Secteur>::all()
{
    static const ChoiceList<Secteur> list{{Secteur::NonRenseigne, {u""_s, u"Non renseigné"_s}},
                                          {Secteur::Sanitaire, {u"sanitaire"_s, u"Sanitaire"_s}},
                                          {Secteur::MedicoSocial, {u"medico-social"_s, u"Médico-social"_s}},
                                          {Secteur::Social, {u"social"_s, u"Social"_s}}};
    return list;
}

const ChoiceList<Zonage> &Choices<Zonage>::all()
{
    static const ChoiceList<Zonage> list{{Zonage::NonRenseigne, {u""_s, u"À préciser"_s}},
                                         {Zonage::Zip, {u"zip"_s, u"ZIP"_s}},
                                         {Zonage::Zac, {u"zac"_s, u"ZAC"_s}},
                                         {Zonage::Aucun, {u"aucun"_s, u"Hors zonage"_s}}};
    return list;
}

const ChoiceList<SorteMobilisation> &Choices<SorteMobilisation>::all()
{
    static const ChoiceList<SorteMobilisation> list{
        {SorteMobilisation::Reunion, {u"reunion"_s, u"Réunion d’information"_s}},
        {SorteMobilisation::Mailing, {u"mailing"_s, u"Mailing"_s}},
        {SorteMobilisation::Autre, {u"autre"_s, u"Autre action"_s}}};
    return list;
}

const ChoiceList<StatutMembre> &Choices<StatutMembre>::all()
{
    static const ChoiceList<StatutMembre> list{
        {StatutMembre::NonRenseigne, {u""_s, u"Non renseigné"_s}},
        {StatutMembre::Liberal, {u"liberal"_s, u"Libéral"_s}},
        {StatutMembre::Salarie, {u"salarie"_s, u"Salarié"_s}},
        {StatutMembre::Mixte, {u"mixte"_s, u"Libéral et salarié"_s}},
        {StatutMembre::Msp, {u"msp"_s, u"Maison de santé pluriprofessionnelle"_s}},
        {StatutMembre::CentreSante, {u"centre-sante"_s, u"Centre de santé"_s}},
        {StatutMembre::EquipePrimaire, {u"equipe-primaire"_s, u"Équipe de soins primaires"_s}},
        {StatutMembre::EquipeSpecialisee, {u"equipe-specialisee"_s, u"Équipe de soins spécialisés"_s}},
        {StatutMembre::Etablissement, {u"etablissement"_s, u"Établissement ou service de santé"_s}},
        {StatutMembre::ServiceSocial, {u"service-social"_s, u"Service social ou médico-social"_s}},
        {StatutMembre::Autre, {u"autre"_s, u"Autre"_s}}};
    return list;
}

} // namespace domain
