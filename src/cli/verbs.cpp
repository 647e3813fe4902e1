// The table of the verbs: words, options and help. Adding a verb is a line here and a file beside.
#include "cli/verbs.h"

#include "cli/common.h"
#include "cli/pieces.h"
#include "imports/contours_import.h"
#include "report/map.h"

namespace cli
{

using namespace Qt::Literals::StringLiterals;

namespace
{

std::vector<Option> exportOptions()
{
    return {
        {u"annexe"_s, u"NUMÉRO"_s,
         u"le document à écrire, par son numéro d’annexe ou son nom dans la trame ; ou « dossier », pour tout ce "
         "qui s’envoie"_s},
        {u"fiche"_s, u"FICHE"_s, u"des fiches-actions, une seule : son numéro ou son titre"_s},
        {u"plan-action"_s, {}, u"le plan d’action, pour un tableur (xlsx ou csv)"_s},
        {u"calendrier"_s, {}, u"les dates du projet, à ouvrir dans un agenda (ics)"_s},
        {u"gantt"_s, {}, u"le calendrier en barres des fiches-actions (pdf, svg ou png)"_s},
        {u"du"_s, u"DATE"_s, u"avec --gantt : le premier jour montré, comme 2027-01-01"_s},
        {u"au"_s, u"DATE"_s, u"avec --gantt : le dernier jour montré"_s},
        {u"carte"_s, {}, u"la carte du territoire (svg, png ou pdf) ; voir « cpts contours »"_s},
        {u"couleur"_s, u"COULEUR"_s,
         u"avec --carte : %1, ou le titre d’un indicateur connu par commune ; sans cette option, la première"_s.arg(
             report::mapColourCodes().join(u", "_s))},
        {u"fil-rouge"_s, {}, u"le fil rouge, du besoin à la preuve (docx, pdf ou odt)"_s},
        {u"a3"_s, {}, u"sur des feuilles A3 : avec --gantt, ou avec --fil-rouge ou --carte en pdf"_s},
        {u"ccopd"_s, {}, u"la CCOPD à blanc, document de travail (docx, pdf ou odt)"_s},
        {u"budget"_s, {}, u"le budget et les financements, en tableaux (docx, pdf ou odt)"_s},
        {u"piece"_s, u"NUMÉRO"_s, u"une pièce jointe, telle qu’elle a été ajoutée"_s},
        {u"format"_s, u"FORMAT"_s, u"%1, ou json pour le projet entier"_s.arg(formatCodes().join(u", "_s))},
        {u"sortie"_s, u"FICHIER"_s,
         u"où l’écrire ; un fichier existant est remplacé d’un seul coup. Pour le dossier, un dossier du disque"_s},
        {u"sans-donnees-personnelles"_s, {}, u"sans les noms et coordonnées des personnes, ni les pièces jointes"_s},
        {u"sigles-tels-quels"_s, {}, u"sans développer les sigles à leur première apparition"_s},
        {u"brouillon"_s, {}, u"en pdf : « Brouillon » au pied des pages, et « à compléter » où quelque chose manque"_s},
        {u"vierge"_s, {}, u"le document vide, à remplir à la main"_s},
        {u"vierge-guide"_s, {}, u"le document vide, avec les conseils"_s}};
}

std::vector<Option> importOptions()
{
    return {
        {u"profil"_s, u"PROFIL"_s, u"la sorte de données, si ce n’est ni une liste de communes ni un projet JSON"_s},
        {u"profils"_s, {}, u"seule : la liste des profils, avec les colonnes que chacun attend"_s, true},
        {u"correspondance"_s, u"COLONNES"_s,
         u"avec --profil : ce qu’est chaque colonne, « Titre=champ,Titre=champ » ou un fichier JSON"_s},
        {u"annee"_s, u"ANNÉE"_s, u"avec --profil : l’année des chiffres, si le fichier ne la dit pas"_s},
        {u"colonne"_s, u"TITRE"_s, u"avec --profil : le titre de la colonne de chiffres qui devient un indicateur"_s},
        {u"feuille"_s, u"NOM"_s, u"avec --profil : la feuille du classeur ou le fichier de l’archive"_s},
        {u"liberaux"_s, {}, u"avec --profil rpps : les libéraux seulement"_s},
        {u"a-blanc"_s, {}, u"montrer ce qui changerait, sans rien changer"_s},
        {u"remplacer"_s, {}, u"projet JSON : remplacer tout le contenu au lieu de le compléter"_s}};
}

} // namespace

const std::vector<Verb> &verbs()
{
    static const QString project = u"FICHIER.cpts"_s;
    static const Option json{u"json"_s, {}, u"écrire le résultat en JSON, pour un autre programme"_s};
    static const std::vector<Verb> all{
        {u"nouveau"_s,
         {project},
         {{u"exemple"_s, {}, u"commencer par l’exemple fictif, entièrement rempli"_s},
          {u"nom"_s, u"NOM"_s, u"nom du projet"_s},
          {u"trame"_s, u"TRAME"_s, u"la trame à remplir ; sans cette option, la première installée"_s}},
         u"créer un projet"_s,
         u"Un fichier qui existe déjà n’est jamais remplacé."_s,
         nouveau},
        {u"info"_s, {project}, {json}, u"résumer un projet"_s, u"Le fichier n’est pas modifié."_s, info},
        {u"verifier"_s,
         {project},
         {{u"phase"_s, u"PHASE"_s, u"lettre ou projet ; sans cette option, selon l’étape en cours"_s}, json},
         u"dire ce qui manque à la lettre d’intention ou au projet de santé"_s,
         u"Le fichier n’est pas modifié. Le code de sortie est 1 s’il reste au moins un point bloquant."_s,
         verifier},
        {u"exporter"_s,
         {project},
         exportOptions(),
         u"écrire un document, le plan d’action, le calendrier, la carte, un document de travail ou le projet entier"_s,
         u"Un document incomplet est écrit quand même ; ce qui manque est annoncé."_s,
         exporter},
        {u"importer"_s,
         {project, u"DONNÉES"_s},
         importOptions(),
         u"faire entrer ses listes (membres, partenaires, communes), un projet (JSON) ou un fichier officiel"_s,
         u"Seules les communes reconnues avec certitude entrent ; les autres lignes sont annoncées. L’import est une "
         "seule modification, que « Annuler » défait dans le programme."_s,
         importer},
        {u"joindre"_s,
         {project, u"PIÈCE…"_s},
         {{u"sorte"_s, u"SORTE"_s,
           u"le type de pièce : %1 ; sans cette option, selon le nom de chaque fichier"_s.arg(
               sorteCodes().join(u", "_s))}},
         u"ajouter des pièces jointes, gardées dans le fichier du projet"_s,
         u"Toutes entrent, ou aucune : 20 Mo au plus chacune, 40 Mo en tout. Les programmes, les pages web et les "
         "documents à macros sont refusés. C’est une seule modification, que « Annuler » défait dans le programme."_s,
         joindre},
        {u"contours"_s,
         {u"FICHIER.geojson"_s},
         {{u"source"_s, u"TEXTE"_s, u"ce qu’il faut citer sous les cartes : le producteur et l’année"_s}},
         u"enregistrer sur cet ordinateur les contours des communes, pour les cartes de tous les projets"_s,
         u"Les contours remplacent ceux d’avant. "_s + imports::contourGuide(),
         contours},
        {u"lister"_s,
         {u"DOSSIER"_s},
         {json},
         u"faire le tableau des projets d’un dossier"_s,
         u"Les projets ne sont ni ouverts ni modifiés. Le code de sortie est 3 si l’un d’eux ne peut pas être lu."_s,
         lister},
        {u"guide"_s,
         {u"[PAGE]"_s},
         {{u"sortie"_s, u"FICHIER"_s,
           u"écrire le guide, ou la page, en PDF ; un fichier existant est remplacé d’un seul coup"_s}},
         u"lire le guide d’utilisation, ou l’écrire en PDF"_s,
         u"Sans PAGE : la liste des pages. Avec PAGE : cette page, en texte."_s,
         guide},
    };
    return all;
}

const Verb *verb(const QString &name)
{
    for (const Verb &each : verbs())
        if (each.name == name)
            return &each;
    return nullptr;
}

} // namespace cli
