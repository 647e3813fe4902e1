#include "dossier/dossier.h"
#include "gui/pages/block_paste.h"
#include "gui/pages/choices.h"
#include "gui/pages/projet_cards.h"
#include "gui/pages/projet_pages.h"
#include "gui/widgets/field_frame.h"
#include "models/tables_effectifs.h"

namespace gui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// How to reach somebody waits for somebody to be chosen: else a person without a name would be made of a telephone.
void followPeople(SpecPage &page)
{
    std::vector<std::pair<domain::Champ, FieldFrame *>> fields;
    for (QWidget *field : page.findChildren<QWidget *>())
        if (const auto champ = domain::parseChamp(field->property("champ").toString());
            champ && champ->table == "identite"_L1 && !champ->referred.isEmpty())
            fields.emplace_back(*champ, FieldFrame::around(field));
    const auto follow = [&page, fields] {
        for (const auto &[champ, frame] : fields)
            frame->setEnabled(domain::resolve(page.context().dossier.projet(), champ).has_value());
    };
    QObject::connect(&page.context().dossier, &dossier::Dossier::changed, &page, follow);
    follow();
}

TabSpec structure(const AppContext &context)
{
    const QString toName = u"À désigner"_s;
    return {
        u"Structure"_s,
        {FormCard{u"Où en est le projet"_s,
                  u"Le tableau de bord montre d’abord ce qui manque à l’étape en cours."_s,
                  {{.name = u"identite.phase"_s, .label = u"Étape en cours"_s}}},
         FormCard{u"La structure porteuse"_s,
                  u"L’en-tête du projet de santé. Le nom est celui de la lettre d’intention."_s,
                  {{u"structure.nom"_s},
                   {u"structure.formeJuridique"_s, u"Association loi 1901, pour signer l’ACI."_s},
                   {.name = u"structure.siret"_s, .help = u"14 chiffres."_s, .beside = true},
                   {u"structure.etatStatuts"_s, u"Les statuts sont à joindre au projet de santé."_s},
                   {u"structure.adresse"_s},
                   {u"structure.telephone"_s},
                   {.name = u"structure.email"_s, .beside = true},
                   {u"structure.emailPublic"_s, u"Celui que le public verra."_s}}},
         FormCard{
             u"Les responsables"_s,
             u"Choisissez-les parmi les personnes du projet ; ajoutez-les d’abord aux membres ou à l’équipe."_s,
             {{.name = u"identite.representantLegal"_s, .none = toName, .options = people(context)},
              {.name = u"identite.representantLegal/telephone"_s, .label = u"Téléphone du représentant légal"_s},
              {.name = u"identite.representantLegal/email"_s,
               .beside = true,
               .label = u"Adresse mail du représentant légal"_s},
              {.name = u"identite.coordonnateur"_s, .none = toName, .options = people(context)},
              {.name = u"identite.coordonnateur/telephone"_s, .label = u"Téléphone du coordonnateur"_s},
              {.name = u"identite.coordonnateur/email"_s, .beside = true, .label = u"Adresse mail du coordonnateur"_s},
              {u"identite.etabliLe"_s, u"La date écrite en tête du document."_s},
              {.name = u"identite.contratLe"_s, .help = u"Les délais des missions partent de là."_s, .beside = true}}}},
        followPeople};
}

// A member who is named elsewhere stays among the people of the project, and only leaves the list.
domain::ChangeList removingMember(const domain::Projet &projet, const base::Id &id)
{
    const domain::Personne *personne = projet.personnes.find(id);
    if (!personne)
        return {};
    const domain::ChangeList leaving = domain::removing(projet, u"personne"_s, id);
    const bool named = personne->equipeProjet || std::any_of(leaving.begin(), leaving.end(),
                                                             [&id](const auto &change) { return change.at.id != id; });
    return named ? domain::setting(projet, {u"personne"_s, id, u"membre"_s}, false) : leaving;
}

TabSpec members(const AppContext &context)
{
    const ListWords words{u"Les membres de la CPTS"_s,
                          u"Personnes et structures. La liste, avec les statuts, est une annexe du projet de santé."_s,
                          u"Ajoutez les membres un par un, ou importez votre liste."_s, u"un membre"_s,
                          u"Le membre choisi"_s};
    RepeatSpec list = listSpec(words, models::membresTable([&reference = context.reference](const QString &code) {
                                   return professionLabel(reference, code);
                               }),
                               {{u"membre"_s, true}});
    list.removing = removingMember;
    list.taking = {
        u"Prendre dans l’équipe projet…"_s, u"Qui, dans l’équipe projet, est membre de la CPTS ?"_s,
        u"Prendre des personnes de l’équipe dans les membres"_s, u"membre"_s,
        peopleWho(context, [](const domain::Projet &projet, const base::Id &id, const domain::Personne &one) {
            return !one.membre && (one.equipeProjet || id == projet.identite.porteur);
        })};
    list.importProfile = u"personnes"_s;
    return {
        u"Membres"_s,
        {ListCard{list,
                  {{u"nom"_s},
                   {.name = u"prenom"_s, .beside = true},
                   {.name = u"profession"_s,
                    .choices = professionChoices(context.reference),
                    .freeText = true,
                    .none = u"Non renseignée"_s},
                   {.name = u"statut"_s, .beside = true},
                   {u"structure"_s, u"Pour une structure membre, remplissez seulement cette ligne et le statut."_s},
                   {.name = u"lieuExercice"_s, .beside = true},
                   {u"email"_s},
                   {.name = u"telephone"_s, .beside = true},
                   {u"gouvernance"_s},
                   {.name = u"elaboration"_s, .beside = true}}},
         FormCard{
             u"Le compte des professions"_s,
             u"Comptés dans la liste, les nombres suivent les membres ; saisis à la main, ils restent ceux que vous tapez."_s,
             {{u"organisation.comptage"_s}}},
         tableCard(u"Les professionnels membres"_s, u"Tels qu’ils paraîtront en 2 a du projet de santé."_s,
                   models::effectifsProjetTable(professionLines(context.reference), ligneOf(context)),
                   u"Effectifs par profession"_s)},
        [&reference = context.reference](SpecPage &page) { pastePeopleIn(page.listOf(u"personne"_s), reference); }};
}

TabSpec governance(const AppContext &context)
{
    const ListWords words{u"Les instances"_s,
                          u"Bureau, conseil d’administration, comité de pilotage, groupes de travail."_s,
                          u"Ajoutez le bureau, puis le conseil d’administration."_s,
                          u"une instance"_s,
                          u"L’instance choisie"_s,
                          true};
    return {
        u"Gouvernance"_s,
        {ListCard{listSpec(words, models::instancesTable()),
                  {{u"nom"_s},
                   {.name = u"role"_s, .help = u"Ce qu’elle décide, ce qu’elle suit."_s, .lines = 3},
                   {u"composition"_s, u"Nombre de membres, professions représentées."_s},
                   {.name = u"rythme"_s, .beside = true},
                   {.name = u"membres"_s, .none = u"Personne n’est nommé"_s, .options = people(context)}}},
         takenTextCard(
             {u"La gouvernance en texte"_s,
              u"Le texte de la lettre d’intention est repris tant que vous n’écrivez pas de version propre au projet."_s,
              u"gouvernance"_s, u"Repris dans l’annexe 3 (3 a) et dans l’annexe 4 (2 b)."_s})}};
}

TabSpec partners(const AppContext &context)
{
    const ListWords words{u"Les services et établissements partenaires"_s,
                          u"Ceux de la lettre d’intention y sont déjà ; dites lesquels ont signé une convention."_s,
                          u"Ajoutez l’hôpital, les EHPAD, les services à domicile, les associations d’usagers…"_s,
                          u"un partenaire"_s, u"Le partenaire choisi"_s};
    RepeatSpec list = listSpec(words, models::partenairesProjetTable());
    list.importProfile = u"partenaires"_s;
    return {
        u"Partenaires"_s,
        {ListCard{list,
                  {{u"service"_s},
                   {u"representant"_s},
                   {.name = u"localisation"_s, .beside = true},
                   {u"avancement"_s},
                   {u"convention"_s},
                   {.name = u"conventionLe"_s, .beside = true},
                   {u"gouvernance"_s},
                   {.name = u"missions"_s, .none = u"Aucune mission pour l’instant"_s, .options = missions(context)}}}},
        [](SpecPage &page) { pastePartnersIn(page.listOf(u"partenaire"_s)); }};
}

TabSpec protocols(const AppContext &context)
{
    const ListWords words{
        u"Les protocoles pluriprofessionnels"_s,
        u"Qui fait quoi, à plusieurs professions, pour un même patient. Ils sont listés en 1 d et joints en annexe."_s,
        u"Ajoutez le premier : « Suivi des plaies chroniques entre infirmiers et médecins »."_s, u"un protocole"_s,
        u"Le protocole choisi"_s};
    return {
        u"Protocoles"_s,
        {ListCard{
            listSpec(words, models::protocolesTable(professionLines(context.reference))),
            {{u"theme"_s, u"La situation que le protocole règle."_s},
             {.name = u"professions"_s,
              .help = u"Au moins deux."_s,
              .none = u"Aucune profession pour l’instant"_s,
              .options = professions(context)},
             {.name = u"etapes"_s, .help = u"Qui fait quoi, dans quel ordre."_s, .lines = 4},
             {.name = u"outils"_s, .help = u"Fiche de liaison, messagerie sécurisée, ordonnance type…"_s, .lines = 2},
             {.name = u"evaluation"_s, .help = u"Comment vous saurez qu’il sert."_s, .lines = 2},
             {.name = u"fiche"_s, .none = u"Aucune fiche-action"_s, .options = models::ficheOptions()}}}}};
}

TabSpec inclusion()
{
    return {
        u"Ouverture"_s,
        {FormCard{
            u"La dynamique d’inclusion et d’ouverture"_s,
            u"Les actions de mobilisation de la lettre d’intention, avec leurs nombres, sont reprises dans le document."_s,
            {{.name = u"rubrique:inclusion.texte"_s,
              .help = u"Qui peut adhérer, comment les absents sont sollicités, si les outils sont ouverts à tous."_s,
              .lines = 7,
              .label = u"Inclusion et ouverture"_s}}}}};
}

TabSpec staff()
{
    const ListWords posts{
        u"L’équipe salariée"_s,
        u"Les postes de la CPTS, repris dans l’annexe 4. Un mi-temps compte 0,5 équivalent temps plein."_s,
        u"Ajoutez le poste de coordination."_s, u"un poste"_s, u"Le poste choisi"_s};
    const ListWords services{u"Les prestataires"_s,
                             u"Comptabilité, communication, appui méthodologique…"_s,
                             u"Ajoutez une prestation si vous en payez une."_s,
                             u"une prestation"_s,
                             u"La prestation choisie"_s,
                             true};
    return {u"Moyens"_s,
            {ListCard{listSpec(posts, models::postesTable()),
                      {{u"fonction"_s}, {u"nombre"_s}, {.name = u"etp"_s, .beside = true}}},
             ListCard{listSpec(services, models::prestationsTable()),
                      {{u"type"_s}, {.name = u"temps"_s, .beside = true}}}}};
}

} // namespace

FormPage *makePageOrganisation(const AppContext &context, QWidget *parent)
{
    return new SpecPage(context, u"organisation"_s,
                        {structure(context), members(context), governance(context), partners(context),
                         protocols(context), inclusion(), staff()},
                        parent);
}

} // namespace gui
