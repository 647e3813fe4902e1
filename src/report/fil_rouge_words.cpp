#include "report/fil_rouge_words.h"

#include "report/trame_reader.h"

namespace report
{

using namespace Qt::Literals::StringLiterals;

FilRougeWords readFilRougeWords(const Node &node)
{
    static const QStringList asked{u"suspens"_s,     u"complet"_s,
                                   u"vide"_s,        u"besoin"_s,
                                   u"sans-besoin"_s, u"besoin-sans-enonce"_s,
                                   u"sans-action"_s, u"missions"_s,
                                   u"mission"_s,     u"action"_s,
                                   u"objectif"_s,    u"action-sans-titre"_s,
                                   u"indicateur"_s,  u"objectif-general"_s,
                                   u"depart"_s,      u"autres-indicateurs"_s,
                                   u"cible"_s,       u"preuve"_s,
                                   u"moyens"_s,      u"budget"_s,
                                   u"financeur"_s,   u"etapes"_s,
                                   u"suite"_s,       u"a-preciser"_s,
                                   u"voir"_s,        u"source"_s,
                                   u"description"_s, u"releve"_s,
                                   u"abandonnee"_s};
    node.only({u"titre"_s, u"sous-titre"_s, u"objet"_s, u"pied"_s, u"mots"_s});
    return {node.text("titre"), node.text("sous-titre"), node.text("objet"), node.text("pied"),
            node.words("mots", asked)};
}

} // namespace report
