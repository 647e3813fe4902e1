#include "report/ccopd_reader.h"

#include "controle/codes.h"
#include "report/trame_blocks.h"

namespace report
{

using namespace Qt::Literals::StringLiterals;

namespace
{

void readCritere(const Node &node, const QStringList &known, CcopdSpec &spec)
{
    node.only({u"code"_s, u"texte"_s, u"attendu"_s, u"source"_s, u"passages"_s, u"criteres"_s, u"questions"_s});
    const CcopdCritere critere{node.text("code"),   node.text("texte"),     node.text("attendu"),
                               node.text("source"), node.texts("criteres"), node.texts("questions")};
    for (const CcopdCritere &other : spec.criteria)
        if (other.code == critere.code)
            node.faultAtKey("code", u"le critère « %1 » est déjà décrit"_s.arg(critere.code));
    for (const QString &code : critere.criteres)
        if (!known.contains(code))
            node.faultAtKey("criteres", u"le critère « %1 » n’existe pas"_s.arg(code));
    if (critere.questions.isEmpty())
        node.faultAtKey("questions", u"aucune question n’est écrite"_s);
    spec.criteria.push_back(critere);
    spec.passages.push_back(readPassages(node));
}

} // namespace

CcopdSpec readCcopd(const Node &node)
{
    static const QStringList asked{u"critere"_s,    u"attendu"_s,   u"passages"_s,  u"rien"_s,
                                   u"minces"_s,     u"solide"_s,    u"questions"_s, u"reponse"_s,
                                   u"a-preparer"_s, u"reste-une"_s, u"restent"_s,   u"toutes"_s};
    node.only({u"titre"_s, u"sous-titre"_s, u"objet"_s, u"pied"_s, u"origine"_s, u"mots"_s, u"criteres"_s});
    CcopdSpec spec;
    spec.title = node.text("titre");
    spec.subtitle = node.text("sous-titre");
    spec.subject = node.text("objet");
    spec.footer = node.text("pied");
    spec.origin = node.text("origine");
    spec.words = node.words("mots", asked);
    const QStringList known = controle::criterionCodes();
    for (const Node &critere : node.list("criteres"))
        readCritere(critere, known, spec);
    return spec;
}

} // namespace report
