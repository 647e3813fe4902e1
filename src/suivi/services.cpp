#include "suivi/services.h"

#include "base/rich_text.h"

namespace suivi
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// What annexe 4 asks in words about the tools (1d and 2c).
QString written(const domain::Projet &projet)
{
    QStringList texts;
    for (const auto &[id, rubrique] : projet.rubriques)
        if (rubrique.code == u"systeme-information" || rubrique.code == u"modalites" ||
            rubrique.code == u"besoins-non-couverts")
            texts << base::plainText(rubrique.texte);
    return texts.join(u'\n');
}

} // namespace

std::vector<ServiceSuivi> servicesSuivis(const domain::Projet &projet, const reference::ServicesNumeriques &services)
{
    const QString texts = written(projet);
    const auto tools = domain::inOrder(projet.outils);
    std::vector<ServiceSuivi> all;
    for (const reference::ServiceNumerique &service : services.tous) {
        ServiceSuivi each;
        each.service = &service;
        each.ecrit = reference::ServicesNumeriques::nomme(texts, service);
        for (const auto &[id, outil] : tools)
            if (each.outil.isNull() && reference::ServicesNumeriques::nomme(outil->service, service)) {
                each.outil = id;
                each.usage = outil->usage;
            }
        all.push_back(each);
    }
    return all;
}

} // namespace suivi
