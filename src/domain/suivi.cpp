#include "domain/suivi.h"

#include "domain/table_builders.h"

namespace domain
{

using namespace Qt::Literals::StringLiterals;

const std::vector<std::pair<MotifAvenant, Choice>> &Choices<MotifAvenant>::all()
{
    static const std::vector<std::pair<MotifAvenant, Choice>> list{
        {MotifAvenant::NonRenseigne, {u""_s, u"Non renseigné"_s}},
        {MotifAvenant::Territoire, {u"territoire"_s, u"Changement du territoire"_s}},
        {MotifAvenant::Mission, {u"mission"_s, u"Mission ajoutée ou retirée"_s}},
        {MotifAvenant::Autre, {u"autre"_s, u"Autre"_s}}};
    return list;
}

TableDescription suspensionTable()
{
    auto fields = Fields<Suspension>()
                      .add(u"rang"_s, &Suspension::rang, u"Rang"_s)
                      .add(u"debut"_s, &Suspension::debut, u"Compléments demandés le"_s)
                      .add(u"fin"_s, &Suspension::fin, u"Projet complété reçu le"_s)
                      .add(u"motif"_s, &Suspension::motif, u"Compléments demandés"_s)
                      .paragraphs();
    return sinceVersion(3, manyTable(u"suspension"_s, u"Demande de compléments"_s, &Projet::suspensions, fields));
}

TableDescription contratTable()
{
    auto fields = Fields<Contrat>()
                      .add(u"communes"_s, &Contrat::communes, u"Communes du contrat"_s)
                      .add(u"missions"_s, &Contrat::missions, u"Missions du contrat"_s)
                      .add(u"population"_s, &Contrat::population, u"Population du contrat"_s);
    return sinceVersion(3, uniqueTable(u"contrat"_s, u"Contrat"_s, &Projet::contrat, fields));
}

TableDescription avenantTable()
{
    auto fields = Fields<Avenant>()
                      .add(u"rang"_s, &Avenant::rang, u"Rang"_s)
                      .add(u"motif"_s, &Avenant::motif, u"Motif"_s)
                      .add(u"objet"_s, &Avenant::objet, u"Objet de l’avenant"_s)
                      .paragraphs()
                      .add(u"signeLe"_s, &Avenant::signeLe, u"Signé le"_s);
    return sinceVersion(3, manyTable(u"avenant"_s, u"Avenant au contrat"_s, &Projet::avenants, fields));
}

TableDescription interlocuteurTable()
{
    auto fields = Fields<Interlocuteur>()
                      .add(u"rang"_s, &Interlocuteur::rang, u"Rang"_s)
                      .add(u"organisme"_s, &Interlocuteur::organisme, u"Organisme"_s)
                      .add(u"fonction"_s, &Interlocuteur::fonction, u"Fonction"_s)
                      .add(u"nom"_s, &Interlocuteur::nom, u"Nom"_s)
                      .personal()
                      .add(u"telephone"_s, &Interlocuteur::telephone, u"Téléphone"_s)
                      .personal()
                      .add(u"email"_s, &Interlocuteur::email, u"Email"_s)
                      .personal();
    return sinceVersion(3, manyTable(u"interlocuteur"_s, u"Interlocuteur"_s, &Projet::interlocuteurs, fields));
}

} // namespace domain
