// The table of the verbs: words, options and help. Adding a verb is a line here and a file beside.
#include "cli/verbs.h"

#include "cli/common.h"

namespace cli
{

using namespace Qt::Literals::StringLiterals;

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
         {json},
         u"dire ce qui manque à la lettre d’intention"_s,
         u"Le fichier n’est pas modifié. Le code de sortie est 1 s’il reste au moins un point bloquant."_s,
         verifier},
        {u"exporter"_s,
         {project},
         {{u"annexe"_s, u"NUMÉRO"_s, u"le document à écrire, par son numéro d’annexe ou son nom dans la trame"_s},
          {u"format"_s, u"FORMAT"_s, u"%1, ou json pour le projet entier"_s.arg(formatCodes().join(u", "_s))},
          {u"sortie"_s, u"FICHIER"_s, u"où l’écrire ; un fichier existant est remplacé d’un seul coup"_s},
          {u"vierge"_s, {}, u"le document vide, à remplir à la main"_s},
          {u"vierge-guide"_s, {}, u"le document vide, avec les conseils"_s}},
         u"écrire un document ou le projet entier"_s,
         u"Un document incomplet est écrit quand même ; ce qui manque est annoncé."_s,
         exporter},
        {u"importer"_s,
         {project, u"DONNEES"_s},
         {{u"a-blanc"_s, {}, u"montrer ce qui changerait, sans rien changer"_s},
          {u"remplacer"_s, {}, u"projet JSON : remplacer tout le contenu au lieu de le compléter"_s}},
         u"faire entrer une liste de communes (CSV, texte) ou un projet (JSON)"_s,
         u"Seules les communes reconnues avec certitude entrent ; les autres lignes sont annoncées. L’import est une "
         "seule modification, que « Annuler » défait dans le programme."_s,
         importer},
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
