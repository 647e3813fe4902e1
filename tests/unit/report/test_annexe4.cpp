// Annexe 4 word for word, the error of numbering of the official document (« annexe 3 modèle de fiche-actions »)
// included.
#include "unit/report/fixtures.h"
#include "unit/report/official_words.h"

using namespace Qt::Literals::StringLiterals;
using namespace fixtures;
using official::annexe4::headings;
using report::Content;

namespace
{

const QString annexe4 = u"annexe-4"_s;

// The phrases of the form that do not come, each after the one before; those marked "?" are instructions, which the
// bare blank form leaves out.
QStringList notInOrder(const QString &text, bool instructions)
{
    QStringList missing;
    qsizetype at = 0;
    for (QString phrase : official::annexe4::phrases) {
        const bool instruction = phrase.startsWith(u'?');
        if (instruction)
            phrase.remove(0, 1);
        if (instruction && !instructions) {
            if (text.contains(phrase))
                missing << u"de trop : "_s + phrase;
            continue;
        }
        const qsizetype found = text.indexOf(phrase, at);
        if (found < 0)
            missing << phrase;
        else
            at = found + phrase.size();
    }
    return missing;
}

QString rowOf(const report::Document &document, const QString &start)
{
    for (const report::Table &table : tables(document))
        for (const QString &row : rows(table))
            if (row.startsWith(start))
                return row;
    return {};
}

} // namespace

TEST_CASE("Annexe 4: title and headings, filled or not, in order")
{
    for (const Content content : {Content::Filled, Content::Blank, Content::BlankWithGuidance}) {
        // Filled, it is no longer a form.
        const bool filled = content == Content::Filled;
        CHECK(document({}, content, annexe4).title == (filled ? u"PROJET DE SANTÉ"_s : u"TRAME DU PROJET DE SANTE"_s));
        CHECK(document({}, content, annexe4).subtitle.startsWith(u"Trame"_s) == !filled);
        CHECK(headingsOf(document({}, content, annexe4)) == headings);
        // Ours, where the project has some.
        const QStringList own{u"Protocoles pluriprofessionnels"_s, u"Liste des partenaires de la CPTS"_s,
                              u"Valeurs des graphiques et des cartes"_s};
        CHECK(headingsOf(document(vallees(), content, annexe4)) ==
              headings + (content == Content::Filled ? own : QStringList()));
    }
}

TEST_CASE("Annexe 4, rubric by rubric, in the words of the official document")
{
    for (const domain::Projet &projet : {domain::Projet(), vallees()}) {
        CHECK(notInOrder(lines(document(projet, Content::Filled, annexe4)), true).join(u'\n') == QString());
        CHECK(notInOrder(lines(document(projet, Content::BlankWithGuidance, annexe4)), true).join(u'\n') == QString());
        CHECK(notInOrder(lines(document(projet, Content::Blank, annexe4)), false).join(u'\n') == QString());
    }
}

TEST_CASE("An empty annexe 4 holds the tables of the form and nothing of ours")
{
    const auto found = tables(document({}, Content::Filled, annexe4));
    REQUIRE(found.size() == 6); // structure, communes, professions, partners, missions, list of members
    CHECK(found.at(2).rows.size() == 13);
    CHECK(found.at(4).rows.size() == 11);
    CHECK(tables(document({}, Content::Blank, annexe4)).size() == 6);
}

TEST_CASE("The filled annexe 4 carries the facts of the project, each once typed")
{
    const report::Document full = document(vallees(), Content::Filled, annexe4);
    const QString text = lines(full);
    CHECK(text.contains(u"établi en date du : 15 février 2028\n"));
    CHECK(rowOf(full, u"Représentant"_s)
              .endsWith(u"| Exemple Camille, Médecin généraliste, 04 00 00 00 00, "
                        u"contact@exemple.fr"));
    CHECK(rowOf(full, u"Coordonnées"_s) ==
          u"Coordonnées de la structure | Adresse postale : Maison de santé, 04170 Saint-André-les-Alpes\n"
          u"Téléphone : 04 00 00 00 00\nEmail : contact@exemple.fr\n"
          u"Email à diffuser sur le site de l’ARS : contact@exemple.fr");
    CHECK(rowOf(full, u"Infirmiers"_s) == u"Infirmiers | 17 | 4 | 9");
    CHECK(rowOf(full, u"Trouver un médecin"_s).contains(u"| Données, professionnels, usagers |"));
    CHECK(rowOf(full, u"Participation au dépistage"_s)
              .endsWith(u"| 28 | 31,5 | 30,4 | 34,2 | 36 | REZONE CPTS (chiffre "
                        u"d’exemple), 2024"));
    CHECK(rowOf(full, u"Contrat local"_s)
              .startsWith(u"Contrat local de santé (CLS) | Contrat local de santé des vallées"));
    CHECK(rowOf(full, u"Hôpital de proximité (exemple) | Castellane | Oui"_s).isEmpty());
    CHECK(rowOf(full, u"Bureau"_s).contains(u"Personnes : Exemple Camille, Exemple Dominique"));
    // Who works for the CPTS, with its organisation: an ETP is said in full.
    CHECK(text.contains(u"Équipe salariée\nFonction\nNombre\nÉquivalents temps plein\n"));
    CHECK(rowOf(full, u"Coordination |"_s) == u"Coordination | 1 | 0,5");
    CHECK(rowOf(full, u"Comptabilité"_s) == u"Comptabilité | Trois jours par an");
    CHECK(rowOf(full, u"Hôpital de proximité (exemple) | Direction"_s).endsWith(u"| Castellane | Oui | Oui"));
    CHECK(
        rowOf(full, u"1 | Une demande unique"_s) ==
        u"1 | Une demande unique pour trouver un médecin traitant | Améliorer l’accès aux soins : faciliter l’accès au "
        u"médecin traitant | Exemple Alix | 4 septembre 2028");
    CHECK(rowOf(full, u"Maison de santé (exemple) |  | Maison"_s).endsWith(u"| Saint-André-les-Alpes | "));
    CHECK(text.contains(u"Outils et services qui manquent :\nAnnuaire partagé du territoire – Savoir qui"));
    const qsizetype soins = text.indexOf(u"\nOffre de soins\n"_s);
    CHECK(soins > 0);
    CHECK(text.indexOf(u"\nOffre médico-sociale\n"_s) > soins);
    CHECK_FALSE(text.contains(u"\nInstitutions\n")); // the only ones are among the four dynamics
}

TEST_CASE("A text of annexe 4 falls back on the lettre's, and says which one is edited")
{
    domain::Projet projet = vallees();
    QString text = lines(document(projet, Content::Filled, annexe4));
    CHECK(text.contains(u"Le diagnostic a été mené de mai 2027"));
    CHECK_FALSE(text.contains(u"Le diagnostic complet sera mené"));
    rubrique(projet, u"problematiques-projet"_s).texte = u" \n"_s;
    const report::Document built = document(projet, Content::Filled, annexe4);
    CHECK(lines(built).contains(u"Le diagnostic complet sera mené"));
    QStringList tags;
    for (const report::Paragraph &paragraph : paragraphs(built))
        for (const report::Run &run : paragraph.runs)
            if (run.text.contains(u"Le diagnostic complet"))
                tags << run.field;
    const auto at = domain::FieldAddress::parse(tags.value(0));
    REQUIRE(at);
    CHECK(at->id == base::Id::fromKey(u"rubrique:problematiques"_s));
    CHECK(lines(document(projet)).contains(u"Le diagnostic complet sera mené")); // the lettre keeps its own
    rubrique(projet, u"problematiques"_s).texte.clear();
    for (const report::Paragraph &paragraph : paragraphs(document(projet, Content::Filled, annexe4)))
        for (const report::Run &run : paragraph.runs)
            if (run.field.contains(base::Id::fromKey(u"rubrique:problematiques-projet"_s).toString()))
                tags << run.field;
    CHECK(tags.size() == 2); // an empty text leads to the variant
}

TEST_CASE("A mission without objectives shows what the lettre said of it")
{
    domain::Projet projet = vallees();
    domain::Mission &crises = *projet.missions.find(base::Id::fromKey(u"mission:crises"_s));
    QString row = rowOf(document(projet, Content::Filled, annexe4), u"Répondre aux crises"_s);
    CHECK(row.contains(u"| À court terme : Un plan de crise écrit"));
    CHECK(row.contains(u"\nPour les acteurs impliqués : Savoir qui appeler"));
    CHECK_FALSE(row.contains(u"écrire dans l’année un plan"));
    crises.objectifsCourtTerme.clear();
    crises.objectifsMoyenTerme.clear();
    crises.patients.clear();
    crises.publicCible.clear();
    crises.acteurs = u" "_s;
    row = rowOf(document(projet, Content::Filled, annexe4), u"Répondre aux crises"_s);
    CHECK(row.startsWith(u"Répondre aux crises sanitaires graves | Objectif : écrire dans l’année un plan"));
}

TEST_CASE("The counters come from the members when the project says so, in every annex")
{
    domain::Projet projet = vallees();
    projet.organisation.comptage = domain::Comptage::Membres;
    CHECK(rowOf(document(projet, Content::Filled, annexe4), u"Infirmiers"_s) == u"Infirmiers | 2 | 1 | 2");
    CHECK(rowOf(document(projet, Content::Filled, annexe4), u"Autres"_s).endsWith(u"| 3 | 1 | 3")); // a cadre de santé
    CHECK(rowOf(document(projet, Content::Filled, annexe4), u"Orthoptistes"_s) == u"Orthoptistes | 0 | 0 | 0");
    CHECK(rowOf(document(projet), u"Infirmiers"_s) == u"Infirmiers | 31 | 31 | 2");
    projet.effectifs = {};
    for (const auto &[id, person] : projet.personnes)
        if (person.membre && references().professions().ligneDe(person.profession) == u"autres")
            projet.personnes.find(id)->profession = u"psychologues"_s;
    CHECK(rowOf(document(projet, Content::Filled, annexe4), u"Autres (précisez) – psychologues"_s)
              .endsWith(u"| 3 | 1 | 3"));
    CHECK(rowOf(document(projet), u"Autres (précisez) – psychologues"_s).endsWith(u"| 3"));
}

TEST_CASE("The list of partners is an annex, with the dates of the conventions, unless there is none")
{
    const report::Document with = document(vallees(), Content::Filled, annexe4);
    QStringList shown;
    for (const report::Table &table : tables(with))
        shown << rows(table).filter(u"Direction des soins"_s);
    CHECK(shown.last() ==
          u"Hôpital de proximité (exemple)\nDirection des soins\nCastellane | Oui, le 15 novembre "
          "2027\nTravail commun sur les lits de recours et les consultations avancées | Oui | Soins non "
          "programmés, Parcours"_s);
    domain::Projet none = vallees();
    none.partenaires = {};
    for (const Content each : {Content::Filled, Content::Blank})
        CHECK_FALSE(lines(document(none, each, annexe4)).contains(u"Liste des partenaires de la CPTS"));
}

TEST_CASE("An actor of a dynamic that the trame does not know is still in the table")
{
    domain::Projet projet = vallees();
    domain::Acteur acteur;
    acteur.nom = u"Réseau ancien"_s;
    acteur.dynamique = u"reseau"_s;
    projet.acteurs.insert(base::Id::create(), acteur);
    const report::Document full = document(projet, Content::Filled, annexe4);
    CHECK(rowOf(full, u"Réseau ancien"_s) == u"Réseau ancien |  | ");
}

TEST_CASE("Annexe 4, 2d: the meetings with the number who came, by date, and nothing of a dialogue de gestion")
{
    domain::Projet projet;
    const auto names = [&](const domain::Projet &of) {
        QStringList found;
        for (const report::Table &table : tables(document(of, Content::Filled, annexe4)))
            if (plain(table.caption) == u"Réunions de travail et ateliers"_s)
                found = rows(table);
        return found;
    };
    CHECK(names(projet).isEmpty());
    const auto meet = [&projet](domain::SorteReunion kind, const QString &what,
                                const QDate &date) -> domain::Reunion & {
        domain::Reunion &meeting = projet.reunions.insert(base::Id::create());
        meeting.sorte = kind;
        meeting.intitule = what;
        meeting.date = date;
        return meeting;
    };
    domain::Reunion &later = meet(domain::SorteReunion::Atelier, u"Atelier fragilité"_s, QDate(2027, 4, 2));
    later.presents = 3;
    later.lieu = u"Allos"_s;
    domain::Reunion &first = meet(domain::SorteReunion::Travail, u"Premier groupe"_s, QDate(2027, 1, 5));
    first.personnes = {base::Id::create(), base::Id::create()};
    meet(domain::SorteReunion::Dialogue, u"Dialogue annuel"_s, QDate(2027, 3, 1)).presents = 9;
    const QStringList shown = names(projet);
    REQUIRE(shown.size() == 3);
    CHECK(shown[1].contains(u"Premier groupe"_s));
    CHECK(shown[1].endsWith(u"| 2"_s));
    CHECK(shown[2].contains(u"Allos | 3"_s));
}

TEST_CASE("Protocols are named in 1d, and written out among the annexes")
{
    CHECK_FALSE(lines(document({}, Content::Filled, annexe4)).contains(u"Protocoles"));
    domain::Projet projet = vallees();
    const domain::Id nurses = domain::Id::fromKey(u"effectif:infirmiers"_s);
    domain::Protocole &protocole = projet.protocoles.insert(domain::Id::create());
    protocole.theme = u"Suivi des plaies chroniques"_s;
    protocole.professions = {nurses};
    protocole.etapes = u"Photographie par l’infirmier, avis du médecin sous deux jours."_s;
    protocole.fiche = projet.fiches.begin()->first;
    const report::Document full = document(projet, Content::Filled, annexe4);
    const QString text = lines(full);
    const qsizetype named =
        text.indexOf(u"Protocoles de prise en charge communs :\nSuivi des plaies chroniques (Infirmiers)"_s);
    CHECK(named > text.indexOf(u"d) Modalités existantes"_s));
    CHECK(named < text.indexOf(u"2) ORGANISATION"_s));
    const QString row = rowOf(full, u"Suivi des plaies"_s);
    CHECK(row.contains(u"Professions : Infirmiers"));
    CHECK(row.contains(u"Fiche-action : "_s + projet.fiches.begin()->second.intitule));
    CHECK(row.contains(u"Photographie par l’infirmier, avis du médecin sous deux jours."));
    CHECK(text.lastIndexOf(u"Suivi des plaies"_s) > text.indexOf(u"Liste des membres de la CPTS avec leurs statuts"_s));
}

TEST_CASE("Telephones are written by pairs, needs say who told them with a capital")
{
    domain::Projet projet = vallees();
    projet.structure.telephone = u"04.92.12.34.56"_s;
    const QString text = lines(document(projet, Content::Filled, annexe4));
    CHECK(text.contains(u"04 92 12 34 56"_s));
    CHECK_FALSE(text.contains(u"04.92"_s));
    CHECK(projet.structure.telephone == u"04.92.12.34.56"); // stored as typed
    CHECK(text.contains(u"Données"_s));
    CHECK_FALSE(text.contains(u"données, professionnels"_s));
}

TEST_CASE("A rubric without answer goes with what follows: its title is never alone at the foot of a page")
{
    domain::Projet projet = vallees();
    projet.rubriques.find(base::Id::fromKey(u"rubrique:telemedecine"_s))->texte.clear();
    const report::Document built = document(projet, Content::Filled, annexe4);
    bool found = false;
    for (size_t i = 0; i + 1 < built.blocks.size(); ++i) {
        const auto *heading = std::get_if<report::Heading>(&built.blocks[i]);
        if (!heading || heading->anchor != u"telemedecine")
            continue;
        const auto *answer = std::get_if<report::Paragraph>(&built.blocks[i + 1]);
        REQUIRE(answer);
        CHECK(answer->keepWithNext);
        found = true;
    }
    CHECK(found);
}

TEST_CASE("The protocols have a title of their own in the contents, the filled document begins with these")
{
    const report::Document filled = document(vallees(), Content::Filled, annexe4);
    CHECK(headingsOf(filled).contains(u"Protocoles pluriprofessionnels"_s));
    CHECK(filled.tableOfContents);
    domain::Projet without = vallees();
    without.protocoles = {};
    CHECK_FALSE(headingsOf(document(without, Content::Filled, annexe4)).contains(u"Protocoles pluriprofessionnels"_s));
    const report::Document blank = document(vallees(), Content::Blank, annexe4);
    CHECK_FALSE(blank.tableOfContents);
    CHECK_FALSE(headingsOf(blank).contains(u"Protocoles pluriprofessionnels"_s));
}

TEST_CASE("The last two rules to write on stay together")
{
    const report::Document blank = document({}, Content::Blank, annexe4);
    const auto isRule = [&blank](size_t at) {
        const auto *paragraph = at < blank.blocks.size() ? std::get_if<report::Paragraph>(&blank.blocks[at]) : nullptr;
        return paragraph && paragraph->runs.size() == 1 && paragraph->runs[0].type == report::Run::Type::Blank;
    };
    int lists = 0;
    for (size_t at = 0; at < blank.blocks.size(); ++at) {
        if (!isRule(at))
            continue;
        const bool lastButOne = isRule(at + 1) && !isRule(at + 2);
        CHECK(std::get<report::Paragraph>(blank.blocks[at]).keepWithNext == lastButOne);
        lists += lastButOne ? 1 : 0;
    }
    CHECK(lists > 5);
}
