// Annexe 5: nine rubrics a fiche, in the words of the official document, one fiche after the other or one alone.
#include "report/calendar_lines.h"
#include "report/fil_rouge.h"
#include "suivi/fiches.h"
#include "unit/report/fixtures.h"
#include "unit/report/official_words.h"

#include <QSet>

using namespace Qt::Literals::StringLiterals;
using namespace fixtures;
using official::annexe5::instructions;
using official::annexe5::rubrics;
using report::Content;

namespace
{

const QString annexe5 = u"annexe-5"_s;

QString answer(const report::Table &table, size_t rubric)
{
    return textOf(table.rows.at(rubric).cells.at(1));
}

// The one fiche of a project that a test writes.
struct One {
    domain::Projet projet;
    base::Id id = base::Id::create();

    One() { projet.fiches.insert(id); }
    domain::FicheAction &fiche() { return *projet.fiches.find(id); }
    [[nodiscard]] report::Table table() const { return tables(document(projet, Content::Filled, annexe5)).front(); }
};

} // namespace

TEST_CASE("Each fiche has the nine rubrics of annexe 5, filled or not")
{
    for (const Content content : {Content::Filled, Content::Blank, Content::BlankWithGuidance}) {
        const report::Document built = document(vallees(), content, annexe5);
        const bool filled = content == Content::Filled; // ours, with the accent of the other documents
        CHECK(built.title == (filled ? u"FICHE-ACTIONS DU PROJET DE SANTÉ"_s : u"FICHE-ACTIONS DU PROJET DE SANTE"_s));
        const auto found = tables(built);
        CHECK(found.size() == (content == Content::Filled ? 8 : 1));
        for (const report::Table &table : found) {
            REQUIRE(table.rows.size() == size_t(rubrics.size()));
            for (size_t i = 0; i < table.rows.size(); ++i) {
                const QString instruction = instructions.at(qsizetype(i));
                const QString told =
                    content == Content::BlankWithGuidance && !instruction.isEmpty() ? u'\n' + instruction : QString();
                CHECK(textOf(table.rows.at(i).cells.at(0)) == rubrics.at(qsizetype(i)) + told);
                CHECK((instruction.isEmpty() || !answer(table, i).contains(instruction)));
                if (content != Content::Filled) {
                    CHECK(answer(table, i).trimmed().isEmpty());
                    // With the instructions, three lines of 8 mm at least.
                    CHECK(table.rows.at(i).cells.at(1).minimumHeight >= (content == Content::Blank ? 12 : 24));
                }
            }
        }
    }
}

TEST_CASE("The two sentences of the form come first, for who fills it in, and only with the instructions")
{
    const QString first =
        u"Lors de la validation du projet de santé, au moins une fiche par mission socle doit être jointe. "
        u"Les autres fiches seront communiquées au fur et à mesure de l’évolution du projet de santé "
        u"qu’elles viendront compléter.\nLes fiches actions ont vocation à être complétées pendant les "
        u"dialogues de gestion (CPTS / Assurance Maladie / ARS) pour contractualiser l’ACI et fixer des "
        u"objectifs et indicateurs de suivi.\n"_s;
    CHECK_FALSE(lines(document(vallees(), Content::Filled, annexe5)).contains(u"dialogues de gestion"));
    CHECK(lines(document({}, Content::BlankWithGuidance, annexe5)).contains(first));
    CHECK_FALSE(lines(document({}, Content::Blank, annexe5)).contains(u"Les fiches actions ont vocation"));
}

TEST_CASE("The fiches follow the missions of the trame, then the user's order, each on its own page")
{
    domain::Projet projet = vallees();
    const report::Document built = document(projet, Content::Filled, annexe5);
    const QStringList titles = headingsOf(built);
    REQUIRE(titles.size() == 8);
    CHECK(titles.first() == u"Fiche-actions n° 1 : Une demande unique pour trouver un médecin traitant"_s);
    CHECK(titles.at(1).endsWith(u"Des plages réservées pour les soins non programmés"));
    CHECK(titles.last().endsWith(u"Groupes d’échange sur les traitements de la personne âgée"));
    qsizetype breaks = 0;
    QSet<QString> anchors;
    for (const report::Block &block : built.blocks) {
        breaks += std::holds_alternative<report::PageBreak>(block);
        if (const auto *heading = std::get_if<report::Heading>(&block))
            anchors << heading->anchor;
    }
    CHECK(breaks == 7);
    CHECK(anchors.size() == 8);
    for (const auto &[id, fiche] : vallees().fiches)
        if (fiche.intitule.startsWith(u"Groupes d’échange"))
            projet.fiches.find(id)->mission = base::Id::fromKey(u"mission:medecin-traitant"_s);
    CHECK(headingsOf(document(projet, Content::Filled, annexe5)).at(1).contains(u" 2 : Groupes d’échange"_s));
    domain::FicheAction loose;
    loose.intitule = u"Sans mission"_s;
    projet.fiches.insert(base::Id::create(), loose);
    CHECK(headingsOf(document(projet, Content::Filled, annexe5)).last().endsWith(u" : Sans mission"_s));
}

TEST_CASE("A fiche carries its needs, objectives, indicators, actors and steps")
{
    const report::Table table = tables(document(vallees(), Content::Filled, annexe5)).front();
    CHECK(answer(table, 0) == u"Améliorer l’accès aux soins : faciliter l’accès au médecin traitant (mission socle)");
    CHECK(answer(table, 1) ==
          u"Trouver un médecin traitant, d’abord pour les patients les plus fragiles\n11 % des patients "
          u"de 17 ans et plus sans médecin traitant, dont une soixantaine en affection de longue "
          u"durée.");
    CHECK(table.rows.at(1).cells.at(1).paragraphs.front().listLevel == 1);
    const QStringList objectives = answer(table, 2).split(u'\n');
    CHECK(objectives ==
          QStringList{u"Donner un médecin traitant à chaque patient fragile du territoire."_s,
                      u"Proposer un médecin traitant à tous les patients en affection de longue durée dans l’année"_s,
                      u"Indicateur : Patients en affection de longue durée sans médecin traitant"_s,
                      u"Définition : Assurés du territoire, au 31 décembre."_s,
                      u"Départ : 62 patients, le 31 décembre 2027, source : REZONE CPTS (exemple)"_s,
                      u"Cible : 10 patients, au 31 décembre 2029"_s, u"Justificatif : Extraction REZONE CPTS"_s,
                      u"Répondre à chaque demande en moins de quinze jours"_s, u"Indicateur : Délai moyen de réponse"_s,
                      u"Définition : Entre la demande et le rendez-vous proposé."_s,
                      u"Cible : 15 jours, au 30 juin 2029"_s, u"Justificatif : Tableau de la coordination"_s});
    int count = 0;
    for (const report::Paragraph &paragraph : table.rows.at(2).cells.at(1).paragraphs) {
        if (&paragraph == &table.rows.at(2).cells.at(1).paragraphs.front())
            continue;
        const bool objective = paragraph.listLevel == 1;
        CHECK(paragraph.numbered == objective); // a single indicator has no number
        CHECK(paragraph.number == (objective ? ++count : 0));
        CHECK((objective || paragraph.listLevel == 2));
    }
    CHECK(count == 2);
    CHECK(answer(table, 6).endsWith(
        u"Professions : Médecins généralistes, Infirmiers, Pharmaciens\nPartenaires : Dispositif "
        u"d’appui à la coordination\nMédecins volontaires, pharmacies, cabinets infirmiers, "
        u"caisse primaire d’assurance maladie."));
    CHECK(answer(table, 7) == u"Exemple Alix, Médecin généraliste");
    CHECK(
        answer(table, 8) ==
        u"Début de la mise en place : 4 septembre 2028\n4 septembre 2028 – 13 octobre 2028 : Former le secrétariat et "
        u"écrire la procédure (Exemple Alix)\n16 octobre 2028 – 15 décembre 2028 : Recenser avec les pharmacies et les "
        u"infirmiers (Exemple Noa)\n8 janvier 2029 : Premières orientations (Exemple Alix)");
}

TEST_CASE("One fiche alone")
{
    report::BuildOptions options;
    options.today = QDate(2028, 2, 15);
    for (const auto &[id, fiche] : vallees().fiches) {
        options.fiche = id;
        const auto built = report::build(trame(), annexe5, vallees(), references(), options);
        REQUIRE(built);
        REQUIRE(headingsOf(built.value()).size() == 1);
        CHECK(headingsOf(built.value()).first().endsWith(plain(fiche.intitule)));
        CHECK(tables(built.value()).size() == 1);
    }
    options.fiche = base::Id::create();
    const auto refused = report::build(trame(), annexe5, vallees(), references(), options);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == base::ErrorCode::NotFound);
    CHECK(refused.error().message.contains(u"n’est pas dans le projet"));
    options.content = Content::Blank; // the blank form is the same, whatever the fiche
    options.fiche = vallees().fiches.begin()->first;
    CHECK(lines(report::build(trame(), annexe5, vallees(), references(), options).value()) ==
          lines(document({}, Content::Blank, annexe5)));
}

TEST_CASE("Without any fiche, an empty one shows what is missing")
{
    const report::Document built = document({}, Content::Filled, annexe5);
    CHECK(headingsOf(built) == QStringList{u"Fiche-actions"_s});
    const report::Table table = tables(built).front();
    for (const report::Row &row : table.rows) {
        CHECK(row.cells.at(1).missing);
        const auto at = domain::FieldAddress::parse(row.cells.at(1).field);
        REQUIRE(at);
        CHECK(trame().pageOf(*at) == u"fiches");
    }
}

TEST_CASE("An indicator that belongs to no objective is printed under them")
{
    One one;
    domain::ObjectifSpecifique objectif;
    objectif.fiche = one.id;
    objectif.enonce = u"Un objectif"_s;
    const base::Id goal = base::Id::create();
    one.projet.objectifs.insert(goal, objectif);
    domain::IndicateurAction alone;
    alone.fiche = one.id;
    alone.intitule = u"Seul"_s;
    alone.cible = 12.5;
    one.projet.indicateursAction.insert(base::Id::create(), alone);
    alone.objectif = goal;
    alone.intitule = u"Relié"_s;
    one.projet.indicateursAction.insert(base::Id::create(), alone);
    CHECK(answer(one.table(), 2)
              .endsWith(u"Un objectif\nIndicateur : Relié\nCible : 12,5\nIndicateur : Seul\nCible : 12,5"));
    // Each with its target, in one item: two of them do not mix.
    QStringList items;
    const report::Table table = one.table();
    for (const report::Paragraph &each : table.rows.at(2).cells.at(1).paragraphs)
        items << QString::number(each.listLevel) + u' ' + plain(textOf(each.runs));
    CHECK(items == QStringList{u"1 Un objectif"_s, u"2 Indicateur : Relié\nCible : 12,5"_s,
                               u"1 Indicateur : Seul\nCible : 12,5"_s});
    alone.fiche = base::Id::create(); // of another fiche, by a merge: with its objective all the same
    alone.intitule = u"Ailleurs"_s;
    one.projet.indicateursAction.insert(base::Id::create(), alone);
    CHECK(answer(one.table(), 2).contains(u"Ailleurs"));
    alone.cible.reset();
    alone.intitule = u"Sans cible"_s;
    alone.echeance = QDate(2029, 6, 30);
    one.projet.indicateursAction.insert(base::Id::create(), alone);
    CHECK(answer(one.table(), 2).contains(u"Sans cible\nÉchéance : 30 juin 2029"));
}

TEST_CASE("A step without a date, a coordinator without a name, a structure as a member")
{
    One one;
    domain::EtapeAction etape;
    etape.fiche = one.id;
    etape.intitule = u"Choisir les lieux"_s;
    etape.referent = base::Id::create();
    one.projet.etapesAction.insert(base::Id::create(), etape);
    CHECK(answer(one.table(), 8) == u"Choisir les lieux");
    one.projet.personnes.insert(etape.referent).structure = u"Maison de santé"_s;
    CHECK(answer(one.table(), 8) == u"Choisir les lieux (Maison de santé)");
    CHECK(one.table().rows.at(7).cells.at(1).missing);
    one.fiche().coordonnateur = etape.referent;
    CHECK_FALSE(one.table().rows.at(7).cells.at(1).missing);
    one.fiche().actions = u"- une\n- deux"_s;
    CHECK(answer(one.table(), 4).endsWith(u"une\ndeux"));
}

TEST_CASE("A mission that is not socle is told as the trame calls it, one that nobody chose is not told")
{
    One one;
    CHECK(answer(one.table(), 0).isEmpty());
    const base::Id mission = base::Id::fromKey(u"mission:qualite"_s);
    one.projet.missions.insert(mission).code = u"qualite"_s;
    one.fiche().mission = mission;
    CHECK(answer(one.table(), 0) ==
          u"Développer la qualité et la pertinence des soins (mission complémentaire ou optionnelle)");
}

TEST_CASE("The number of a fiche is its place in the user's order, in its title and in the table of annexe 4")
{
    const domain::Projet projet = vallees();
    const report::Document annexe4 = document(projet, Content::Filled, u"annexe-4"_s);
    const report::Table *joined = nullptr;
    const auto all = tables(annexe4);
    for (const report::Table &table : all)
        if (table.caption == u"Fiches-actions jointes")
            joined = &table;
    REQUIRE(joined);
    const auto ordered = domain::inOrder(projet.fiches);
    const QStringList titles = headingsOf(document(projet, Content::Filled, annexe5));
    for (size_t i = 1; i < joined->rows.size(); ++i) {
        const int number = textOf(joined->rows[i].cells.at(0)).toInt();
        REQUIRE(number >= 1);
        CHECK(textOf(joined->rows[i].cells.at(1)) == plain(ordered.at(size_t(number) - 1).second->intitule));
        CHECK(titles.at(qsizetype(i) - 1).contains(QString::number(number)));
    }
}

TEST_CASE("A date clé has one date, whatever end it had before, and a step its two dates as they were typed")
{
    One one;
    domain::EtapeAction &step = one.projet.etapesAction.insert(base::Id::create());
    step.fiche = one.id;
    step.intitule = u"Signature"_s;
    step.debut = QDate(2029, 1, 15);
    step.fin = QDate(2029, 3, 3);
    const auto calendar = [&one] { return answer(one.table(), 8); };
    CHECK(calendar() == u"15 janvier 2029 – 3 mars 2029 : Signature");
    std::swap(step.debut, step.fin);
    CHECK(calendar() == u"3 mars 2029 – 15 janvier 2029 : Signature"); // the paper shows the fault
    std::swap(step.debut, step.fin);
    step.sorte = domain::SorteEtape::Jalon;
    CHECK(calendar() == u"15 janvier 2029 : Signature");
    step.sorte = domain::SorteEtape::Etape;
    step.fin = step.debut;
    CHECK(calendar() == u"15 janvier 2029 : Signature");
    step.debut = QDate();
    CHECK(calendar() == u"15 janvier 2029 : Signature");
    step.fin = QDate();
    CHECK(calendar() == u"Signature");
}

TEST_CASE("The number of a fiche is its place on paper, the same in its heading, annexe 4, the calendar and the thread")
{
    domain::Projet projet = vallees();
    // The user ranges the last one first: it stays under its mission, so its number is that of its place there.
    base::Id moved;
    for (const auto &[id, fiche] : projet.fiches)
        if (fiche.intitule.startsWith(u"Groupes d’échange"))
            moved = id;
    projet.fiches.find(moved)->rang = u" "_s;
    const auto order = suivi::fichesNumerotees(projet, references().missions());
    const QStringList headings = headingsOf(document(projet, Content::Filled, annexe5));
    REQUIRE(headings.size() == qsizetype(order.size()));
    for (qsizetype i = 0; i < headings.size(); ++i) {
        const QString title = plain(order[size_t(i)].second->intitule);
        CHECK(headings[i] == u"Fiche-actions n° %1 : %2"_s.arg(i + 1).arg(title));
    }
    QStringList joined;
    for (const report::Table &table : tables(document(projet, Content::Filled, u"annexe-4"_s)))
        if (table.caption.contains(u"Fiches-actions jointes"))
            joined = rows(table);
    REQUIRE(joined.size() == headings.size() + 1);
    for (qsizetype i = 0; i < headings.size(); ++i)
        CHECK(joined[i + 1].startsWith(u"%1 | %2 | "_s.arg(i + 1).arg(plain(order[size_t(i)].second->intitule))));
    std::vector<base::Id> drawn;
    for (const report::CalendarLine &line : report::calendarLines(projet, references(), {}))
        if (line.type == report::CalendarLine::Type::Fiche)
            drawn.push_back(line.id);
    std::vector<base::Id> numbered;
    for (const auto &[id, fiche] : order)
        numbered.push_back(id);
    CHECK(drawn == numbered);
    const auto thread =
        report::filRouge(trame(), projet, references(), report::FilRougeForm::Liste, QDate(2027, 3, 12));
    REQUIRE(thread);
    QStringList actions;
    for (const QString &heading : headingsOf(thread.value()))
        if (heading.startsWith(u"Action n° "))
            actions << heading.mid(9);
    actions.removeDuplicates();
    CHECK(actions.size() == headings.size());
    for (const QString &action : actions)
        CHECK(headings.contains(u"Fiche-actions n°"_s + action));
}

TEST_CASE("An abandoned action says so in the list of annexe 4, in its own title and in the thread")
{
    domain::Projet projet = vallees();
    const base::Id id = suivi::fichesNumerotees(projet, references().missions()).front().first;
    projet.fiches.find(id)->avancement = domain::Avancement::Abandonnee;
    const QString title = u"Une demande unique pour trouver un médecin traitant (action abandonnée)"_s;
    CHECK(headingsOf(document(projet, Content::Filled, annexe5)).first() == u"Fiche-actions n° 1 : "_s + title);
    const report::Document form = document(projet, Content::Filled, u"annexe-4"_s);
    CHECK(lines(form).contains(title));
    CHECK(lines(form).count(u"(action abandonnée)"_s) == 1);
    const auto thread =
        report::filRouge(trame(), projet, references(), report::FilRougeForm::Liste, QDate(2027, 3, 12));
    REQUIRE(thread);
    CHECK(headingsOf(thread.value()).contains(u"Action n° 1 : "_s + title));
}

TEST_CASE("One fiche by itself is called one fiche, by its number, in its title and its foot")
{
    const domain::Projet projet = vallees();
    report::BuildOptions options;
    options.today = QDate(2027, 3, 12);
    const auto all = report::build(trame(), annexe5, projet, references(), options);
    REQUIRE(all);
    CHECK(all.value().subject == u"Fiches-actions du projet de santé");
    CHECK(all.value().runningLevel == 1); // each goes on under its title
    options.fiche = suivi::fichesNumerotees(projet, references().missions()).at(4).first;
    const auto one = report::build(trame(), annexe5, projet, references(), options);
    REQUIRE(one);
    CHECK(plain(one.value().subject) == u"Fiche-actions n° 5");
    CHECK(plain(one.value().footer) == u"Fiche-actions – version du 12 mars 2027");
    CHECK(document(projet, Content::Filled, u"annexe-4"_s).runningLevel == 0);
    CHECK(document(projet, Content::Blank, annexe5).runningLevel == 0);
}

TEST_CASE("On a draft a part of an answer that is expected says that it is not there, the rest of its cell filled")
{
    One one;
    const auto cell = [&one](size_t rubric, bool draft) {
        report::BuildOptions options;
        options.draft = draft;
        const auto built = report::build(trame(), annexe5, one.projet, references(), options);
        REQUIRE(built);
        return tables(built.value()).front().rows.at(rubric).cells.at(1);
    };
    const auto missing = [](const report::Cell &of) {
        QStringList words;
        for (const report::Paragraph &each : of.paragraphs)
            if (each.missing)
                words << plain(textOf(each.runs)) + u'|' + each.field.section(u'/', 2);
        return words;
    };
    CHECK(cell(8, true).missing); // nothing at all: told once
    CHECK(missing(cell(8, true)).isEmpty());
    one.fiche().acteurs = u"Les pharmacies"_s;
    CHECK(missing(cell(6, true)) == QStringList{u"Professions :|professions"_s});
    CHECK(missing(cell(6, false)).isEmpty());
    domain::EtapeAction &step = one.projet.etapesAction.insert(base::Id::create());
    step.fiche = one.id;
    step.intitule = u"Signature"_s;
    CHECK(missing(cell(8, true)) == QStringList{u"Début de la mise en place :|debut"_s});
    one.projet.etapesAction = {};
    one.fiche().debut = QDate(2029, 1, 15);
    CHECK(missing(cell(8, true)) == QStringList{u"Étapes clés :|fiche"_s});
}
