// Rows copied from a spreadsheet into a list.
#include "block_samples.h"

#include "base/paths.h"
#include "imports/column_titles.h"

using namespace blocks;

namespace
{

std::vector<domain::EtapeAction> after(const base::Result<BlockProposal> &proposal, domain::Projet projet = project())
{
    if (!proposal)
        FAIL(proposal.error().message.toStdString());
    REQUIRE(domain::applyChanges(projet, proposal.value().changes));
    std::vector<domain::EtapeAction> found;
    for (const auto &[id, step] : domain::inOrder(projet.etapesAction))
        found.push_back(*step);
    return found;
}

} // namespace

TEST_CASE("Rows without titles: each column goes to the next field that its cells fit")
{
    const auto proposal = proposeRows(
        u"Écrire le protocole\t01/03/2027\t30/06/2027\tPSI Anne\r\nFormer, puis essayer\t15/09/27\t\t\r\n"_s, steps(),
        project());
    const auto found = after(proposal);
    REQUIRE(found.size() == 2);
    CHECK(found[0].intitule == u"Écrire le protocole"_s);
    CHECK(found[0].debut == QDate(2027, 3, 1));
    CHECK(found[0].fin == QDate(2027, 6, 30));
    CHECK(found[0].referent == psi);
    CHECK(found[0].fiche == fiche);
    CHECK(found[1].intitule == u"Former, puis essayer"_s);
    CHECK(found[1].debut == QDate(2027, 9, 15));
    CHECK_FALSE(found[1].fin.isValid());
    CHECK(proposal.value().added.size() == 2);
    CHECK(
        told(proposal) ==
        u"2 étapes d’actions ajoutées.\nSans ligne de titres, rangé dans l’ordre : « Écrire le protocole » → Étape, "
        "« 01/03/2027 » → Début, « 30/06/2027 » → Fin, « PSI Anne » → Référent. Annulez si c’est faux, et copiez avec "
        "les titres."_s);
}

TEST_CASE("Titles say the columns, in any order, in the words of people, unknown columns are told")
{
    const auto proposal = proposeRows(u"Date de fin\tIntitulé de l'étape\tCoût\tDate de début\n"
                                      "30/06/2027\tÉcrire\t100\t01/03/2027\n"_s,
                                      steps(), project());
    const auto found = after(proposal);
    REQUIRE(found.size() == 1);
    CHECK(found[0].intitule == u"Écrire"_s);
    CHECK(found[0].debut == QDate(2027, 3, 1));
    CHECK(found[0].fin == QDate(2027, 6, 30));
    CHECK(told(proposal) == u"1 étape d’action ajoutée.\nLa colonne « Coût » n’a pas été reprise : « 100 »."_s);
}

TEST_CASE("One column of sentences keeps its commas, a column of line numbers is not a title")
{
    const QString sentences = u"Réunir l’ARS, la CPAM\nÉcrire, relire, signer\nOuvrir le service, enfin\n"_s;
    const auto found = after(proposeRows(sentences, steps(), project()));
    REQUIRE(found.size() == 3);
    CHECK(found[1].intitule == u"Écrire, relire, signer"_s);
    const auto numbered = proposeRows(u"1\tRéunir\n2\tÉcrire\n"_s, steps(), project());
    CHECK(after(numbered)[1].intitule == u"Écrire"_s);
    CHECK(told(numbered).contains(u"La colonne 1 n’a pas été reprise : « 1 » et « 2 »."_s));
}

TEST_CASE("What is not understood is told with its line, and the rest of the row is kept")
{
    const auto proposal = proposeRows(u"Étape\tDébut\tRéférent\nÉcrire\tbientôt\tPSI\n\nFormer\t31/02/2027\tInconnu\n"
                                      "=A1+1\t\t\nTotal\t\t\nSous-total :\t\t\n"_s,
                                      steps(), project());
    const auto found = after(proposal);
    REQUIRE(found.size() == 2);
    CHECK(found[0].referent == psi);
    CHECK_FALSE(found[0].debut.isValid());
    CHECK(found[1].referent.isNull());
    const QString report = told(proposal);
    INFO(report.toStdString());
    CHECK(report.contains(u"Ligne 2 : « bientôt » n’a pas été compris pour « Début »."_s));
    CHECK(report.contains(u"Ligne 4 : « 31/02/2027 » n’a pas été compris pour « Début »."_s));
    CHECK(report.contains(
        u"Ligne 4 : « Inconnu » n’est pas parmi les membres ni dans l’équipe : ajoutez cette personne"_s));
    CHECK(report.contains(u"Ligne 5 : « =A1+1 » n’a pas été compris pour « Étape »."_s));
    CHECK(report.contains(u"Et 1 autre remarque."_s));
}

TEST_CASE("What no field holds is told word for word, however much there is, with the record it was written for")
{
    QString block = u"Étape\tDébut\tÂge du capitaine\n"_s;
    for (int i = 1; i <= 15; ++i)
        block += u"Réunion n° %1\tvers le %1 du mois\tMme %2\n"_s.arg(i).arg(i % 2 == 0 ? u"PSI"_s : u"RHO"_s);
    const auto proposal = proposeRows(block, steps(), project());
    CHECK(after(proposal).size() == 15);
    const QString report = told(proposal);
    INFO(report.toStdString());
    for (int i = 1; i <= 15; ++i)
        CHECK(report.contains(
            u"Ligne %1 : « vers le %2 du mois » n’a pas été compris pour « Début »."_s.arg(i + 1).arg(i)));
    CHECK(report.contains(u"La colonne « Âge du capitaine » n’a pas été reprise : « Mme RHO » et « Mme PSI »."_s));
    REQUIRE(proposal.value().refused.size() == 15);
    const RefusedCell &third = proposal.value().refused[2];
    CHECK(third.at == domain::FieldAddress{u"etapeAction"_s, proposal.value().added[2], u"debut"_s});
    CHECK(third.written == u"vers le 3 du mois"_s);
}

TEST_CASE("A table of which most of the titles are unknown is refused, and the titles that are expected are named")
{
    const auto proposal =
        proposeRows(u"Étape\tDébut\tSalle\tTraiteur\tVidéo\nRéunion\t01/03/2027\tA\tB\tC\n"_s, steps(), project());
    REQUIRE_FALSE(proposal);
    const QString said = proposal.error().message;
    INFO(said.toStdString());
    CHECK(said.contains(u"3 colonnes sur 5 n’ont pas été reconnues, et rien n’a été modifié"_s));
    CHECK(said.contains(u"« Salle », « Traiteur » et « Vidéo »"_s));
    CHECK(said.contains(u"« Début », « Fin », « Référent »"_s));
    // Half of them are known; an empty column is none.
    CHECK(proposeRows(u"Étape\tDébut\tSalle\tTraiteur\nRéunion\t01/03/2027\tA\tB\n"_s, steps(), project()));
    CHECK(proposeRows(u"Étape\tDébut\tSalle\t\t\nRéunion\t01/03/2027\tA\t\t\n"_s, steps(), project()));
}

TEST_CASE("The titles that people write above their columns are known, as whole titles")
{
    const auto titles = ColumnTitles::load(base::referenceFolder());
    if (!titles)
        FAIL(titles.error().message.toStdString());
    for (const QString &title : {u"Qui"_s, u"Responsable"_s, u"PILOTE"_s}) {
        BlockList list = steps();
        titles.value().addTo(list);
        const auto found = after(proposeRows(u"Étape\t"_s + title + u"\nÉcrire\tPSI Anne\n"_s, list, project()));
        REQUIRE(found.size() == 1);
        CHECK(found[0].referent == psi);
    }
    BlockList expenses{u"budget"_s,
                       {{u"intitule"_s}, {u"annee"_s}, {u"prevu"_s}, {u"realise"_s}, {u"etp"_s}, {u"financeur"_s}},
                       {{u"fiche"_s, fiche}}};
    titles.value().addTo(expenses);
    const auto proposal = proposeRows(u"Poste\tAnnée\tMontant réalisé\tMontant\tFinanceur\tETP\n"
                                      "Poste informatique\t27\t900\t1 200\tARS\t0,5\n"_s,
                                      expenses, project());
    auto projet = project();
    REQUIRE(proposal);
    REQUIRE(domain::applyChanges(projet, proposal.value().changes));
    REQUIRE(projet.budget.size() == 1);
    const domain::LigneBudget &line = projet.budget.begin()->second;
    CHECK(line.intitule == u"Poste informatique"_s);
    CHECK(line.annee == 2027);
    CHECK(line.prevu == 1200);
    CHECK(line.realise == 900);
    CHECK(line.etp == 0.5);
    CHECK(line.financeur == u"ARS"_s);
    CHECK(proposal.value().lost.empty());
    // A line of content that begins with such a word is no line of titles.
    BlockList plain = expenses;
    const auto content = proposeRows(u"Poste informatique\t2027\t1200\n"_s, plain, project());
    REQUIRE(content);
    CHECK(content.value().added.size() == 1);
}

TEST_CASE("Short words over longer rows, one of them the name of a field, are titles, and the others are told")
{
    BlockList needs{u"besoin"_s,
                    {{u"enonce"_s, {u"besoin"_s}}, {u"public"_s}, {u"elements"_s}, {u"priorite"_s}, {u"missions"_s}},
                    {}};
    const QString rows = u"\nTrouver un médecin traitant en ville\tUn patient sur six n’en a pas\n"_s;
    const auto needOf = [&needs](const QString &block) {
        const auto proposal = proposeRows(block, needs, project());
        auto projet = project();
        REQUIRE(proposal);
        REQUIRE(domain::applyChanges(projet, proposal.value().changes));
        REQUIRE(projet.besoins.size() == 1);
        const domain::Besoin &need = projet.besoins.begin()->second;
        CHECK(need.enonce == u"Trouver un médecin traitant en ville"_s);
        return std::pair(need, blockReport(proposal.value()));
    };
    const auto [unknown, said] = needOf(u"Besoin\tConstat"_s + rows);
    CHECK(unknown.publicConcerne.isEmpty());
    CHECK(said.contains(u"La colonne « Constat » n’a pas été reprise : « Un patient sur six n’en a pas »."_s));
    // The title is known to those who wrote the tables of the program.
    const auto titles = ColumnTitles::load(base::referenceFolder());
    REQUIRE(titles);
    titles.value().addTo(needs);
    CHECK(needOf(u"Besoin\tConstat"_s + rows).first.elements == u"Un patient sur six n’en a pas"_s);
    CHECK(needOf(u"Problématique\tPopulation"_s + rows).first.publicConcerne == u"Un patient sur six n’en a pas"_s);
    // A first row as long as the others is one of them.
    CHECK(proposeRows(u"Étape\tPSI Anne\nÉcrire\tRHO Léa\n"_s, steps(), project()).value().added.size() == 2);
}

TEST_CASE("Rows go after those that are there, in their order, a cell of several lines is one row")
{
    auto projet = project();
    const auto first = proposeRows(u"Une\nDeux\n"_s, steps(), projet);
    REQUIRE(domain::applyChanges(projet, first.value().changes));
    const auto found =
        after(proposeRows(u"\"Trois,\nen deux lignes\"\t01/03/2027\nQuatre\t\n"_s, steps(), projet), projet);
    REQUIRE(found.size() == 4);
    CHECK(found[1].intitule == u"Deux"_s);
    CHECK(found[2].intitule == u"Trois, en deux lignes"_s);
    CHECK(found[3].intitule == u"Quatre"_s);
}

TEST_CASE("Nothing to paste and nothing understood are said, and nothing changes")
{
    for (const QString &nothing : {QString(), u" \n\t\n"_s}) {
        const auto proposal = proposeRows(nothing, steps(), project());
        REQUIRE_FALSE(proposal);
        CHECK(proposal.error().message.contains(u"rien à coller"_s));
    }
    BlockList dates = steps();
    dates.fields = {{u"debut"_s}};
    const auto proposal = proposeRows(u"bientôt\nplus tard\n"_s, dates, project());
    REQUIRE_FALSE(proposal);
    CHECK(proposal.error().message.contains(u"rien n’a été modifié"_s));
    CHECK_FALSE(proposeRows(u"x\n"_s.repeated(2'001), steps(), project()));
}

TEST_CASE("Choices are read by their labels, answers by the words of people, numbers as they are written")
{
    const BlockList expenses{
        u"budget"_s, {{u"intitule"_s}, {u"sorte"_s}, {u"annee"_s}, {u"prevu"_s}}, {{u"fiche"_s, fiche}}};
    const QString label = domain::table(u"budget"_s)->field(u"sorte"_s)->choices.at(1).label;
    const auto proposal = proposeRows(u"Indemnisation\t%1\t2027\t1 234,50 €\nMatériel\t%1\t2028\t900\n"_s.arg(label),
                                      expenses, project());
    auto projet = project();
    REQUIRE(proposal);
    REQUIRE(domain::applyChanges(projet, proposal.value().changes));
    const auto found = domain::inOrder(projet.budget);
    REQUIRE(found.size() == 2);
    CHECK(found[0].second->annee == 2027);
    CHECK(found[1].second->prevu == 900);
    CHECK(found[1].second->sorte == domain::Choices<domain::SorteDepense>::all().at(1).first);
}

TEST_CASE("A date pasted is read as a date typed, a year of two digits is of this century")
{
    const auto found =
        after(proposeRows(u"Étape\tDébut\tFin\nÉcrire\t1er juin 2027\tmardi 15 juin 2027\n"_s, steps(), project()));
    REQUIRE(found.size() == 1);
    CHECK(found[0].debut == QDate(2027, 6, 1));
    CHECK(found[0].fin == QDate(2027, 6, 15));
    const BlockList expenses{u"budget"_s, {{u"intitule"_s}, {u"annee"_s}, {u"prevu"_s}}, {{u"fiche"_s, fiche}}};
    const auto proposal = proposeRows(u"Dépense\tAnnée\tPrévu\nSalle\t27\t27\n"_s, expenses, project());
    auto projet = project();
    REQUIRE(proposal);
    REQUIRE(domain::applyChanges(projet, proposal.value().changes));
    CHECK(projet.budget.begin()->second.annee == 2027);
    CHECK(projet.budget.begin()->second.prevu == 27);
}

TEST_CASE("Amounts pasted keep their euros behind, thousands of euros are told and not taken for euros")
{
    const BlockList expenses{
        u"budget"_s, {{u"intitule"_s}, {u"annee"_s}, {u"etp"_s}, {u"prevu"_s}, {u"realise"_s}}, {{u"fiche"_s, fiche}}};
    const auto pasted = [&expenses](const QString &block) {
        const auto proposal = proposeRows(block, expenses, project());
        REQUIRE(proposal);
        auto projet = project();
        REQUIRE(domain::applyChanges(projet, proposal.value().changes));
        std::vector<domain::LigneBudget> lines;
        for (const auto &[id, line] : domain::inOrder(projet.budget))
            lines.push_back(*line);
        REQUIRE(lines.size() == 2);
        CHECK_FALSE(lines[0].etp);
        return std::pair(lines, told(proposal));
    };
    const auto [lines, said] = pasted(u"Dépense\tAnnée\tPrévu\tRéalisé\nSalle\t2027\t12 500,50 €\t1 200 €/an\n"
                                      "Site\t2027\t300\u00A0EUR\t12 k€\n"_s);
    CHECK(lines[0].prevu == 12500.5);
    CHECK(lines[0].realise == 1200);
    CHECK(lines[1].prevu == 300);
    CHECK_FALSE(lines[1].realise);
    CHECK(said.contains(u"« 12 k€ » n’a pas été compris pour « Réalisé »"_s));
    // Without titles nothing says which sum is planned and which is spent: none is taken, all are told.
    const auto [bare, advice] = pasted(u"Salle\t2027\t12 500,50 €\t1 200 €\nSite\t2027\t300 €\t120\n"_s);
    for (const domain::LigneBudget &line : bare) {
        CHECK(line.annee == 2027);
        CHECK_FALSE(line.prevu);
        CHECK_FALSE(line.realise);
    }
    INFO(advice.toStdString());
    CHECK(advice.contains(u"La colonne 3 n’a pas été reprise : « 12 500,50 € » et « 300 € »."_s));
    CHECK(advice.contains(u"La colonne 4 n’a pas été reprise : « 1 200 € » et « 120 »."_s));
    CHECK(advice.contains(u"Rien ne dit ce que sont ces chiffres : donnez des titres aux colonnes."_s));
}

TEST_CASE("The sign of a pasted percentage is the unit of its row, unless a column says another")
{
    const auto figures = [](const QString &text) {
        const BlockList list{u"indicateur"_s, {{u"intitule"_s}, {u"unite"_s}, {u"territoire"_s}, {u"france"_s}}, {}};
        const auto proposal = proposeRows(text, list, project());
        REQUIRE(proposal);
        domain::Projet projet = project();
        REQUIRE(domain::applyChanges(projet, proposal.value().changes));
        QStringList found;
        for (const auto &[id, each] : domain::inOrder(projet.indicateurs))
            found << u"%1 %2"_s.arg(each->territoire.value_or(0)).arg(each->unite);
        return found;
    };
    CHECK(figures(u"Indicateur\tTerritoire\tFrance\nSans médecin\t14,1 %\t11,5%\nLits\t12\t\n"_s) ==
          QStringList{u"14.1 %"_s, u"12 "_s});
    CHECK(figures(u"Indicateur\tUnité\tTerritoire\nSans médecin\t% des plus de 17 ans\t14,1 %\n"_s) ==
          QStringList{u"14.1 % des plus de 17 ans"_s});
}

TEST_CASE("Indicators pasted among expenses: a share is neither a year nor a sum, words over figures are titles")
{
    const BlockList expenses{
        u"budget"_s,
        {{u"intitule"_s}, {u"sorte"_s}, {u"annee"_s}, {u"etp"_s}, {u"prevu"_s}, {u"realise"_s}, {u"financeur"_s}},
        {{u"fiche"_s, fiche}}};
    const QString rows = u"Taux de vaccination\t20 %\t80 %\t31/12/2028\nPatients suivis\t0\t40%\t31/12/2028\n"_s;
    const auto titled = proposeRows(u"Indicateur\tDépart\tCible\tÀ atteindre le\n"_s + rows, expenses, project());
    REQUIRE_FALSE(titled);
    CHECK(titled.error().message.contains(u"4 colonnes sur 4 n’ont pas été reconnues, et rien n’a été modifié"_s));
    const auto shares = proposeRows(rows, expenses, project());
    REQUIRE(shares);
    for (const domain::Change &each : shares.value().changes)
        for (const QString &number : {u"annee"_s, u"prevu"_s, u"realise"_s})
            CHECK(each.at.field != number);
    CHECK(told(shares).contains(u"La colonne 3 n’a pas été reprise : « 80 % » et « 40% »"_s));
    // Without a title « 27 » is a number; under « Année » it is 2027, and « 0 » or « 20 % » are no years.
    const auto amount = proposeRows(u"Salle\t27\n"_s, expenses, project());
    REQUIRE(amount);
    for (const domain::Change &each : amount.value().changes)
        CHECK(each.at.field != u"annee"_s);
    for (const QString &none : {u"0"_s, u"5"_s, u"20 %"_s}) {
        const auto titledYear =
            proposeRows(u"Dépense\tAnnée\tPrévu\nSalle\t%1\t80 %\n"_s.arg(none), expenses, project());
        REQUIRE(titledYear);
        CHECK(told(titledYear).contains(u"« %1 » n’a pas été compris pour « Année »"_s.arg(none)));
        CHECK(told(titledYear).contains(u"« 80 % » n’a pas été compris pour « Prévu »"_s));
    }
    // One word for a number is what somebody wrote: the row stays a row.
    CHECK(proposeRows(u"Salle\t2027\tà définir\nSite\t2027\t300\n"_s, expenses, project()).value().added.size() == 2);
    CHECK(proposeRows(u"Salle\tà définir\nSite\t300\nRepas\t500\n"_s, expenses, project()).value().added.size() == 3);
}

TEST_CASE("A year alone for the day when an indicator is due is its last day, and it is told")
{
    const BlockList indicators{
        u"indicateurAction"_s, {{u"intitule"_s}, {u"depart"_s}, {u"cible"_s}, {u"echeance"_s}}, {{u"fiche"_s, fiche}}};
    const auto proposal = proposeRows(u"Indicateur\tCible\tÀ atteindre le\nTaux\t80 %\t2028\nPart\t5\tbientôt\n"_s,
                                      indicators, project());
    auto projet = project();
    REQUIRE(proposal);
    REQUIRE(domain::applyChanges(projet, proposal.value().changes));
    const auto found = domain::inOrder(projet.indicateursAction);
    REQUIRE(found.size() == 2);
    CHECK(found[0].second->echeance == QDate(2028, 12, 31));
    CHECK(found[0].second->cible == 80);
    CHECK(told(proposal).contains(u"« 2028 » est lu comme le 31/12/2028 pour « À atteindre le »"_s));
    CHECK(proposeRows(u"Étape\tFin\nRéunion\t2028\n"_s, steps(), project()).value().lost.size() == 1);
}

TEST_CASE("A line of titles is seen over mails, telephones or days, and a table without names is refused")
{
    const BlockList actors{u"acteur"_s, {{u"nom"_s}, {u"localisation"_s}, {u"articulation"_s}}, {}};
    const QString rows = u"Centre hospitalier\tCadre de santé\ta@exemple.fr\nEHPAD\tDirectrice\tb@exemple.fr\n"_s;
    CHECK(told(proposeRows(u"Chez qui\tPersonne vue\tContact mail\n"_s + rows, actors, project()))
              .contains(u"3 colonnes sur 3 n’ont pas été reconnues, et rien n’a été modifié"_s));
    // Mails under a mail are rows.
    CHECK(proposeRows(rows, actors, project()).value().added.size() == 2);
    const QString steady = u"Début\tRéférent\n01/03/2027\tPSI\n"_s;
    const auto nameless = proposeRows(steady, steps(), project());
    REQUIRE_FALSE(nameless);
    CHECK(nameless.error().message.contains(u"Aucune colonne n’a le titre « Étape », et rien n’a été modifié."_s));
    // What people write above the actors, the figures and the steps.
    const auto titles = ColumnTitles::load(base::referenceFolder());
    REQUIRE(titles);
    const auto taken = [&titles](BlockList list, const QString &block) {
        titles.value().addTo(list);
        const auto proposal = proposeRows(block, list, project());
        INFO(told(proposal).toStdString());
        REQUIRE(proposal);
        auto projet = project();
        REQUIRE(domain::applyChanges(projet, proposal.value().changes));
        return projet;
    };
    const auto partners = taken(actors, u"Partenaire\tContact chez eux\tOù en est-on\nEHPAD\tDirectrice\tà revoir\n"_s);
    REQUIRE(partners.acteurs.size() == 1);
    CHECK(partners.acteurs.begin()->second.nom == u"EHPAD"_s);
    CHECK(partners.acteurs.begin()->second.localisation.isEmpty());
    CHECK(partners.acteurs.begin()->second.articulation == u"à revoir"_s);
    const BlockList figures{
        u"indicateur"_s,
        {{u"intitule"_s}, {u"unite"_s}, {u"territoire"_s}, {u"france"_s}, {u"annee"_s}, {u"source"_s}},
        {}};
    const auto read = taken(figures, u"Libellé\tChiffre 05\tFrance\tMillésime\tD’où\nSans médecin\t13,8 %\t10,2 %\t"
                                     "2021\tAmeli\n"_s);
    REQUIRE(read.indicateurs.size() == 1);
    const auto &figure = read.indicateurs.begin()->second;
    CHECK(figure.france == 10.2);
    CHECK_FALSE(figure.territoire);
    CHECK(figure.annee == 2021);
    CHECK(figure.source == u"Ameli"_s);
    CHECK(taken(steps(), u"Quoi faire\tQui\tPour quand\nÉcrire\tPSI\t01/03/2027\n"_s).etapesAction.size() == 1);
}

namespace
{

domain::Projet withBudget(const QString &block, QString *said = nullptr, domain::Projet projet = project())
{
    BlockList expenses{u"budget"_s,
                       {{u"intitule"_s}, {u"sorte"_s}, {u"annee"_s}, {u"prevu"_s}, {u"financeur"_s}},
                       {{u"fiche"_s, fiche}}};
    const auto titles = ColumnTitles::load(base::referenceFolder());
    REQUIRE(titles);
    titles.value().addTo(expenses);
    const auto proposal = proposeRows(block, expenses, projet);
    if (said)
        *said = told(proposal);
    if (proposal)
        REQUIRE(domain::applyChanges(projet, proposal.value().changes));
    return projet;
}

double planned(const domain::Projet &projet)
{
    double sum = 0;
    for (const auto &[id, line] : projet.budget)
        sum += line.prevu.value_or(0);
    return sum;
}

} // namespace

TEST_CASE("A sum of the rows above is no record, whatever it is called")
{
    QString said;
    const QString titles = u"Dépense\tAnnée\tPrévu\tFinanceur\n"_s;
    const auto projet = withBudget(titles + u"Affiches\t2027\t840,00 €\tARS\nDépliants\t2027\t1 200,50 €\t\n"
                                            "Sous-total communication\t2027\t2 040,50 €\t\n"
                                            "Tensiomètres\t2027\t500 €\tCPAM\nBalances\t2028\t250 €\t\n"
                                            "Total matériel\t\t750 €\tCPAM\nTotal des achats\t\t2 790,50 €\t\n"
                                            "Total Énergies\t2028\t1 000 €\t\nTotal Énergies\t2028\t90 €\tARS\n"_s,
                                   &said);
    CHECK(projet.budget.size() == 6); // a supplier may be called so
    CHECK(planned(projet) == 840 + 1200.5 + 500 + 250 + 1090);
    CHECK(said.contains(u"Ligne 4 : ligne de total laissée de côté"_s));
    CHECK(said.contains(u"« Total matériel"_s));
    CHECK(said.contains(u"« Total des achats"_s));
    CHECK(withBudget(titles + u"Salle\t2027\t300\t\nTotal location\t\t300\t\n"_s).budget.size() == 1);
    // Years are no sums: that of one expense is that of the next.
    CHECK(withBudget(titles + u"Salle\t2027\t300\tARS\nTotal Énergies\t2027\t120\tARS\n"_s).budget.size() == 2);
}

TEST_CASE("A total of posts is no post, even where its amount is left aside, and a share of a full time is one")
{
    BlockList posts{u"poste"_s, {{u"fonction"_s}, {u"nombre"_s}, {u"etp"_s}}, {}};
    const auto titles = ColumnTitles::load(base::referenceFolder());
    REQUIRE(titles);
    titles.value().addTo(posts);
    auto projet = project();
    const QString block = u"Fonction\tETP\tSalaire chargé\nCoordinatrice\t80 %\t51 000\nSecrétaire\t0,5\t18 000\n"
                          "Total RH\t1,3\t70 000\n"_s;
    const auto proposal = proposeRows(block, posts, projet, BlockTitles{{u"Fonction occupée"_s, u"ETP"_s, {}}, true});
    INFO(told(proposal).toStdString());
    REQUIRE(proposal);
    REQUIRE(domain::applyChanges(projet, proposal.value().changes));
    REQUIRE(projet.postes.size() == 2);
    CHECK(projet.postes.begin()->second.etp.value_or(0) + std::next(projet.postes.begin())->second.etp.value_or(0) ==
          1.3);
    CHECK(told(proposal).contains(u"« Total RH"_s));
    // Pasted once more, without a date that is understood either: nothing is doubled.
    CHECK_FALSE(proposeRows(block, posts, projet, BlockTitles{{u"Fonction occupée"_s, {}, {}}, true}));
    const QString planned = u"Étape\tDébut\nÉcrire\tmars 2027\nSigner\t01/04/2027\n"_s;
    const auto first = proposeRows(planned, steps(), projet);
    REQUIRE(domain::applyChanges(projet, first.value().changes));
    const auto again = proposeRows(planned + u"Publier\tT2 2027\n"_s, steps(), projet);
    REQUIRE(again);
    CHECK(again.value().added.size() == 1);
}

TEST_CASE("A table pasted once more adds its new rows only, and one row alone is a copy")
{
    const QString first = u"Dépense\tAnnée\tPrévu\nAffiches\t2027\t840\nSalle\t2027\t\n"_s;
    auto projet = withBudget(first);
    REQUIRE(projet.budget.size() == 2);
    QString said;
    projet = withBudget(first + u"Dépliants\t2027\t90\nAffiches\t2028\t840\n"_s, &said, projet);
    CHECK(projet.budget.size() == 4);
    CHECK(said.contains(u"« Affiches 2027 » est déjà dans la liste, sa ligne n’a pas été ajoutée"_s));
    projet = withBudget(u"Affiches\t\t2027\t840\n"_s, &said, projet);
    CHECK(projet.budget.size() == 5);
    // Twice in the block itself: two expenses that somebody wrote.
    CHECK(withBudget(u"Dépense\tPrévu\nSalle\t100\nSalle\t100\n"_s).budget.size() == 2);
}

TEST_CASE("Rows that differ by what nobody reads are not taken for each other where sums are")
{
    BlockList fundings{
        u"financement"_s, {{u"financeur"_s}, {u"sorte"_s}, {u"annee"_s}, {u"montant"_s}, {u"verse"_s}}, {}};
    const auto titles = ColumnTitles::load(base::referenceFolder());
    REQUIRE(titles);
    titles.value().addTo(fundings);
    auto projet = project();
    const QString head = u"Dispositif\tFinanceur\tExercice\tMontant\n"_s;
    const auto first =
        proposeRows(head + u"ACI accès aux soins\tCPAM\t2028\t30 000 €\nAide au démarrage\tARS\t2027\t40 000 €\n"_s,
                    fundings, projet);
    REQUIRE(first);
    REQUIRE(domain::applyChanges(projet, first.value().changes));
    const auto second = proposeRows(
        head + u"ACI parcours\tCPAM\t2028\t30 000 €\nAide au démarrage\tARS\t2027\t40 000 €\n"_s, fundings, projet);
    REQUIRE(second);
    CHECK(second.value().added.size() == 1); // nobody knows whether it is the one of « accès aux soins »
    CHECK(told(second).contains(u"« Aide au démarrage ARS » est déjà dans la liste"_s));
    CHECK(told(second).contains(u"« ACI parcours CPAM » ressemble à une ligne de la liste, et s’y ajoute"_s));
    // What is paid meanwhile completes the line that is there.
    const auto paid =
        proposeRows(u"Financeur\tType\tAnnée\tMontant\tVersé\nARS\tAide au démarrage\t2027\t40 000 €\t20 000 €\n"
                    "Mairie\t\t2027\t1 000 €\t\n"_s,
                    fundings, projet);
    REQUIRE(paid);
    REQUIRE(domain::applyChanges(projet, paid.value().changes));
    CHECK(projet.financements.size() == 3);
    CHECK(std::count_if(projet.financements.begin(), projet.financements.end(),
                        [](const auto &each) { return each.second.verse == 20000; }) == 1);
    CHECK(told(paid).contains(u"« ARS Aide au démarrage » est déjà là : ligne complétée (montant versé)"_s));
}

TEST_CASE("A step pasted once more takes what it lacks, and one that comes beside another of its name is told")
{
    auto projet = project();
    BlockList list = steps();
    const auto titles = ColumnTitles::load(base::referenceFolder());
    REQUIRE(titles);
    titles.value().addTo(list);
    const QString head = u"Étape\tDébut\tFait\n"_s;
    const auto first =
        proposeRows(head + u"Dépôt du dossier\t01/03/2027\tà faire\nBilan\t01/09/2027\t\n"_s, list, projet);
    REQUIRE(first);
    INFO(told(first).toStdString());
    CHECK(first.value().lost.empty());
    REQUIRE(domain::applyChanges(projet, first.value().changes));
    const auto second =
        proposeRows(head + u"Dépôt du dossier\t01/03/2027\tFait\nBilan\t15/10/2027\tReporté\n"_s, list, projet);
    REQUIRE(second);
    CHECK(second.value().added.size() == 2);
    REQUIRE(domain::applyChanges(projet, second.value().changes));
    REQUIRE(projet.etapesAction.size() == 3);
    CHECK(std::count_if(projet.etapesAction.begin(), projet.etapesAction.end(),
                        [](const auto &each) { return each.second.faite; }) == 1);
    CHECK(told(second).contains(u"« Bilan 15/10/2027 » s’ajoute à une ligne du même nom, qui reste"_s));
}

TEST_CASE("A year in a title that is read is told, it goes nowhere")
{
    BlockList aims{u"indicateurAction"_s, {{u"intitule"_s}, {u"depart"_s}, {u"cible"_s}}, {{u"fiche"_s, fiche}}};
    const auto titles = ColumnTitles::load(base::referenceFolder());
    REQUIRE(titles);
    titles.value().addTo(aims);
    const auto proposal =
        proposeRows(u"Indicateur\tDépart (2026)\tObjectif 2027\nPatients sans médecin\t12\t8\n"_s, aims, project());
    INFO(told(proposal).toStdString());
    REQUIRE(proposal);
    CHECK(proposal.value().added.size() == 1);
    CHECK(told(proposal).contains(u"L’année du titre « Objectif 2027 » n’est pas reprise."_s));
}

TEST_CASE("Everyday words for a choice are that choice, others are told")
{
    QString said;
    const auto projet =
        withBudget(u"Dépense\tNature\tPrévu\nAffiches\tImpression\t1.500,00 €\nSalle\tLocation\t1.500 €\n"
                   "Réunions\tindemnités\t1,250.50\nCadeaux\tBonbons\t3\n"_s,
                   &said);
    INFO(said.toStdString());
    std::map<QString, std::pair<domain::SorteDepense, domain::Decimal>> kept;
    for (const auto &[id, line] : projet.budget)
        kept[line.intitule] = {line.sorte, line.prevu};
    using S = domain::SorteDepense;
    CHECK(kept[u"Affiches"_s] == std::pair(S::Communication, domain::Decimal(1500)));
    CHECK(kept[u"Salle"_s] == std::pair(S::Fonctionnement, domain::Decimal())); // thousands, or decimals
    CHECK(kept[u"Réunions"_s] == std::pair(S::Indemnites, domain::Decimal(1250.5)));
    CHECK(kept[u"Cadeaux"_s].first == S::NonRenseignee);
    CHECK(said.contains(u"« 1.500 € » n’a pas été compris pour « Prévu »"_s));
    CHECK(said.contains(u"« Bonbons » n’a pas été compris"_s));
}

TEST_CASE("A title above records and the total under them are no records, in any list")
{
    const BlockList fundings{u"financement"_s, {{u"financeur"_s}, {u"annee"_s}, {u"montant"_s}}, {}};
    const QString block = u"Financeur\tAnnée\tMontant\nÉtat\t\t\nARS PACA\t2027\t12 500,50\nTotal État\t\t12 500,50\n"
                          "Total Énergies\t2027\t800\nCommune\t\t\n"_s;
    const auto proposal = proposeRows(block, fundings, project());
    REQUIRE(proposal);
    CHECK(proposal.value().added.size() == 3); // a funder called « Total… », one without an amount
    const QString said = told(proposal);
    INFO(said.toStdString());
    CHECK(said.contains(u"« État » est un titre"_s));
    CHECK(said.contains(u"est un total"_s));
}
