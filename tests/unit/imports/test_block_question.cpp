// What is asked of the columns of a block before it is pasted, and what an answer makes of it.
#include "block_samples.h"
#include "imports/block_question.h"
#include "list_samples.h"

using namespace blocks;

namespace
{

std::optional<BlockQuestion> asked(const QString &block, const BlockList &list,
                                   const domain::Projet &projet = project())
{
    const auto question = questionOf(block, list, projet);
    REQUIRE(question);
    return question.value();
}

// What the block makes of the project once these titles are said of it.
domain::Projet pasted(const QString &block, const BlockList &list, const BlockTitles &said, QString *report = nullptr)
{
    domain::Projet projet = project();
    const auto proposal = proposeRows(block, list, projet, said);
    INFO(told(proposal).toStdString());
    REQUIRE(proposal);
    REQUIRE(domain::applyChanges(projet, proposal.value().changes));
    if (report)
        *report = blockReport(proposal.value());
    return projet;
}

// The label of each field of a list, and the value that it gives to a row.
QString onlyStep(const domain::Projet &projet)
{
    REQUIRE(projet.etapesAction.size() == 1);
    const domain::EtapeAction &step = projet.etapesAction.begin()->second;
    return step.intitule + u'|' + step.debut.toString(Qt::ISODate) + u'|' + step.fin.toString(Qt::ISODate);
}

} // namespace

TEST_CASE("Nothing is asked of titles that are known, nor of one column of what comes first")
{
    CHECK_FALSE(asked(u"Étape\tDébut\nÉcrire\t01/03/2027\n"_s, steps()));
    CHECK_FALSE(asked(u"Écrire le protocole\nLe signer\n"_s, steps()));
    CHECK_FALSE(asked(u"N°\tÉtape\tDébut\n1\tÉcrire\t01/03/2027\n2\tSigner\t01/04/2027\n"_s, steps())); // of the lines
    CHECK_FALSE(asked(u"Étape\tDébut\tNotes\nÉcrire\t01/03/2027\t\n"_s, steps()));                      // says nothing
    CHECK_FALSE(asked(u"Nom\tPrénom\tProfession\tMail\nPSI\tAnne\tinfirmière\ta@exemple.fr\n"_s, people()));
    CHECK_FALSE(asked(u"PSI Anne\nRHO Léa\n"_s, people())); // capitals say which is the name
    CHECK_FALSE(questionOf(u"\n\n"_s, steps(), project())); // nothing to paste is an error, and no question
}

TEST_CASE("Columns without titles are asked, with what each seems to be")
{
    const auto question = asked(u"Écrire le protocole\t01/03/2027\t01/06/2027\nLe signer\t01/07/2027\t\n"_s, steps());
    REQUIRE(question);
    CHECK(question->titles.isEmpty());
    CHECK(question->likely == QStringList{u"Étape"_s, u"Début"_s, u"Fin"_s});
    CHECK(question->rows.size() == 2);
    CHECK(question->choices.contains(u"Référent"_s));
    CHECK(question->names == QStringList{u"Étape"_s});
    // Dates alone name nothing, and figures have no order.
    CHECK(asked(u"01/03/2027\n01/04/2027\n"_s, steps()));
    const auto figures =
        asked(u"Patients vus\t10\t20\n"_s, {u"indicateurAction"_s, {{u"intitule"_s}, {u"depart"_s}, {u"cible"_s}}, {}});
    REQUIRE(figures);
    CHECK(figures->likely == QStringList{u"Indicateur"_s, QString(), QString()});
}

TEST_CASE("Titles that nobody knows are asked instead of refused or left aside")
{
    const QString block = u"Étape\tQuand\tBudget prévu\nÉcrire\t01/03/2027\t800\n"_s;
    const auto question = asked(block, steps());
    REQUIRE(question);
    CHECK(question->titles.size() == 3);
    CHECK(question->likely.front() == u"Étape"_s);
    CHECK(question->likely.back().isEmpty());
    // Most of them unknown, or none above the name: both were refusals.
    CHECK(asked(u"Chantier\tQuand ça\tQui ça\tDébut\nÉcrire\tun jour\tAnne\t01/03/2027\n"_s, steps()));
    const auto nameless = asked(u"Chantier\tDébut\nÉcrire\t01/03/2027\n"_s, steps());
    REQUIRE(nameless);
    CHECK(nameless->likely == QStringList{QString(), u"Début"_s});
    QString report;
    CHECK(onlyStep(pasted(u"Chantier\tDébut\nÉcrire\t01/03/2027\n"_s, steps(), {{u"Étape"_s, u"Début"_s}}, &report)) ==
          u"Écrire|2027-03-01|"_s);
    CHECK_FALSE(report.contains(u"reprise"_s));
}

TEST_CASE("What is said of the columns is what is pasted, and a column that is left aside is named")
{
    const QString block = u"12\tÉcrire\t01/03/2027\n"_s;
    QString report;
    const domain::Projet projet = pasted(block, steps(), {{QString(), u"Étape"_s, u"Fin"_s}, false}, &report);
    CHECK(onlyStep(projet) == u"Écrire||2027-03-01"_s);
    CHECK(report == u"1 étape d’action ajoutée.\nColonne laissée de côté : 1."_s);
    // Nothing is taken for a line of titles that is none, and the other way round.
    const QString over = u"Nom\tJour\nÉcrire\t01/03/2027\n"_s;
    CHECK(onlyStep(pasted(over, steps(), {{u"Étape"_s, u"Début"_s}, true})) == u"Écrire|2027-03-01|"_s);
    CHECK(pasted(u"Étape\tDébut\nÉcrire\t01/03/2027\n"_s, steps(), {{u"Étape"_s, u"Début"_s}, false})
              .etapesAction.size() == 2);
}

TEST_CASE("A line said to be no title keeps its number in what is told")
{
    QString report;
    static_cast<void>(
        pasted(u"Étape\tDébut\nÉcrire\tbientôt\n"_s, steps(), {{u"Étape"_s, u"Début"_s}, false}, &report));
    CHECK(report.contains(u"Ligne 1 : « Début » n’a pas été compris"_s));
    CHECK(report.contains(u"Ligne 2 : « bientôt » n’a pas été compris"_s));
}

TEST_CASE("People: whole names without titles are asked as such, and read in their order")
{
    const QString block =
        u"Odile Ferrandin\tinfirmière\todile@exemple.fr\nPaul Brémond\tmédecin généraliste\tpaul@exemple.fr\n"_s;
    const auto question = asked(block, people());
    REQUIRE(question);
    CHECK(question->likely == QStringList{u"Nom complet"_s, u"Profession"_s, u"Adresse mail"_s});
    CHECK(question->names.contains(u"Nom complet"_s));
    const domain::Projet projet = pasted(block, people(), {question->likely, false});
    const auto odile = std::find_if(projet.personnes.begin(), projet.personnes.end(),
                                    [](const auto &each) { return each.second.prenom == u"Odile"_s; });
    REQUIRE(odile != projet.personnes.end());
    CHECK(odile->second.nom == u"Ferrandin"_s);
    CHECK(odile->second.email == u"odile@exemple.fr"_s);
    // One column of two words each, without capitals: which is the name?
    const auto alone = asked(u"Odile Ferrandin\nPaul Brémond\n"_s, people());
    REQUIRE(alone);
    CHECK(alone->likely == QStringList{u"Nom complet"_s});
}

TEST_CASE("Every title that may be chosen is read as itself")
{
    for (const BlockList &list : {people(), partners(), mobilisations(), steps()}) {
        QStringList choices = asked(u"Aa bb\tCc dd\n"_s, list)->choices;
        choices.removeAll(list.wholeTitle);
        REQUIRE(choices.size() > 4);
        QString cells;
        for (qsizetype column = 0; column <= choices.size(); ++column)
            cells += u"cellule %1\t"_s.arg(column);
        const auto question = asked(choices.join(u'\t') + u"\tTout autre chose\n"_s + cells.chopped(1) + u'\n', list);
        REQUIRE(question); // of the last column
        CHECK(question->likely == choices + QStringList{QString()});
    }
}

TEST_CASE("A postal code among pasted people has no field of its own, and is asked")
{
    const auto question = asked(u"Nom\tPrénom\tCode postal\nPSI\tAnne\t04000\n"_s, people());
    REQUIRE(question);
    CHECK(question->likely.back().isEmpty());
}

TEST_CASE("Without titles only what cells hold is guessed, capitals among it, and the place says nothing")
{
    const auto names = asked(u"VASSEUR\tJeanne\nPETIT\tLéo\n"_s, people());
    REQUIRE(names);
    CHECK(names->likely == QStringList{u"Nom"_s, u"Prénom"_s});
    CHECK(asked(u"Jeanne\tVasseur\n"_s, people())->likely == QStringList{QString(), QString()}); // either may be first
    const auto places = asked(u"CH\tDirectrice adjointe\tAllos\n"_s, partners());
    REQUIRE(places);
    CHECK(places->likely[1].isEmpty());
    CHECK(places->likely[2].isEmpty());
}

TEST_CASE("Titles that nobody knows are proposed as titles, and what they are over is guessed again when they are not")
{
    const QString block = u"Constat\tRang\tCommentaire\nPeu de médecins\t1\tà suivre\nDélais longs\t2\t\n"_s;
    const auto question = asked(block, steps());
    REQUIRE(question);
    CHECK(question->titles.value(0) == u"Constat"_s);
    CHECK(question->rows.size() == 2);
    CHECK(question->likely == QStringList{QString(), QString(), QString()});
    CHECK(question->otherwise.value(0) == u"Étape"_s); // were they a record
    // A title that is close, over what it is not.
    const BlockList measures{u"indicateurAction"_s, {{u"intitule"_s}, {u"objectif"_s}, {u"cible"_s}}, {}};
    const auto close = asked(u"Indicateur\tObjectif\tDate\nPatients\t200\t2028\n"_s, measures);
    REQUIRE(close);
    CHECK(close->likely[1].isEmpty());
}

TEST_CASE("A banner merged above the titles is left aside, and told")
{
    const QString block = u"Étapes du plan 2027\t\t\nÉtape\tDébut\tFin\nÉcrire\t01/03/2027\t01/04/2027\n"_s;
    CHECK_FALSE(asked(block, steps()));
    const auto proposal = proposeRows(block, steps(), project());
    REQUIRE(proposal);
    CHECK(proposal.value().added.size() == 1);
    CHECK(told(proposal).contains(u"« Étapes du plan 2027 » est au-dessus des titres"_s));
}

TEST_CASE("Pages of a text are asked about before each line is a record")
{
    QString pages;
    for (int line = 0; line < 60; ++line)
        pages += u"Une phrase du rapport, n° %1.\n"_s.arg(line);
    CHECK(asked(pages, steps()));
}

TEST_CASE("A table of fixed rows: figures under titles that nobody knows are asked, never put by their place")
{
    const QString block = u"Métier\tÂge moyen\tRecensés\nmedecins\t57\t12\ninfirmiers\t44\t31\n"_s;
    const auto question = questionOf(block, counts());
    REQUIRE(question);
    REQUIRE(question.value());
    CHECK(question.value()->likely == QStringList{u"Profession"_s, QString(), QString()});
    CHECK(question.value()->rowsAreNamed);
    // Nothing is written of them without an answer.
    const auto unasked = proposeCells(block, counts(), project());
    CHECK((!unasked || unasked.value().changes.empty()));
    const auto proposal =
        proposeCells(block, counts(), project(), BlockTitles{{u"Profession"_s, QString(), u"Identifiés"_s}, true});
    INFO(told(proposal).toStdString());
    REQUIRE(proposal);
    domain::Projet projet = project();
    REQUIRE(domain::applyChanges(projet, proposal.value().changes));
    CHECK(projet.effectifs.find(Id::fromKey(u"effectif:infirmiers"_s))->identifies == 31);
    CHECK(told(proposal).contains(u"« Âge moyen »"_s));
    // Known titles, or one column of figures where the keyboard is: nothing to ask.
    CHECK_FALSE(questionOf(u"Profession\tIdentifiés\nmedecins\t12\n"_s, counts()).value());
    CHECK_FALSE(questionOf(u"medecins\t12\ninfirmiers\t31\n"_s, counts()).value());
    CHECK_FALSE(questionOf(u"1\t2\t3\n4\t5\t6\n"_s, counts()).value());
}

TEST_CASE("What stands alone above titles that nobody knows is left aside, and they are the titles that are asked")
{
    const QString block = u"Échéancier 2027\t\t\nChantier\tQuand ça\tQui ça\nÉcrire le protocole\t01/03/2027\tAnne\n"
                          "Signer la convention\t01/07/2027\tLéa\n"_s;
    const auto question = asked(block, steps());
    REQUIRE(question);
    CHECK(question->titles == QStringList{u"Chantier"_s, u"Quand ça"_s, u"Qui ça"_s});
    CHECK(question->rows.size() == 2);
    QString report;
    const auto projet = pasted(block, steps(), {{u"Étape"_s, u"Début"_s, {}}, true}, &report);
    CHECK(projet.etapesAction.size() == 2);
    CHECK(report.contains(u"« Échéancier 2027 » est au-dessus des titres"_s));
    // A first record of which only the name is known is no banner.
    const auto rows =
        asked(u"Réunion de lancement\t\t\nÉcrire\t01/03/2027\t01/04/2027\nSigner\t01/07/2027\t\n"_s, steps());
    REQUIRE(rows);
    CHECK(rows->rows.size() == 3);
}

TEST_CASE("Titles over a column of which half are days are titles, whatever else is written there")
{
    const QString block = u"Rétroplanning\t\t\nBidule\tTruc limite\tMachin\nDépôt du dossier\t15/03/27\tAnne\n"
                          "Réunion\tmars 2027\tLéa\nCommission\t30/09/2027\tAnne\nBilan\tT4 2027\tLéa\n"_s;
    const auto question = asked(block, steps());
    REQUIRE(question);
    CHECK(question->titles == QStringList{u"Bidule"_s, u"Truc limite"_s, u"Machin"_s});
    CHECK(question->rows.size() == 4);
}

TEST_CASE("Without titles a year is no sum, a long number no telephone, a number before words no name")
{
    const BlockList fundings{
        u"financement"_s,
        {{u"financeur"_s}, {u"sorte"_s}, {u"annee"_s}, {u"montant"_s}, {u"source"_s}, {u"verse"_s}},
        {}};
    const auto money = asked(u"CPAM\tAide\t2027\t185 000 €\tacquis\n"_s, fundings);
    REQUIRE(money);
    CHECK(money->likely.value(2) == u"Année"_s);
    CHECK(money->likely.value(3) != u"Montant versé"_s);
    const BlockList expenses{u"budget"_s, {{u"intitule"_s}, {u"annee"_s}, {u"prevu"_s}}, {{u"fiche"_s, fiche}}};
    const auto quantity = asked(u"Flyers\t500\t120,00 €\n"_s, expenses);
    REQUIRE(quantity);
    CHECK(quantity->likely.value(1) != u"Année"_s);
    const auto step = asked(u"2\tRédiger le protocole\t01/03/2027\n"_s, steps());
    REQUIRE(step);
    CHECK(step->likely.value(0).isEmpty());
    CHECK(step->likely.value(1) == u"Étape"_s);
    const auto person = asked(u"PSI\tAnne\tinfirmière\t10001234567\n"_s, people());
    REQUIRE(person);
    CHECK(person->likely.value(3).isEmpty());
}

TEST_CASE("Words that are choices are not the name, and a title goes where no other title does")
{
    BlockList actors{u"acteur"_s, {{u"nom"_s}, {u"sorte"_s}, {u"localisation"_s}}, {}};
    BlockList expenses{u"budget"_s, {{u"intitule"_s}, {u"sorte"_s}, {u"prevu"_s}}, {{u"fiche"_s, fiche}}};
    const auto titles = ColumnTitles::load(base::referenceFolder());
    REQUIRE(titles);
    titles.value().addTo(actors);
    titles.value().addTo(expenses);
    const auto question =
        asked(u"Médico-social\tRésidence des Pins\tAnnot\nSocial\tCentre de la vallée\tBarrême\n"_s, actors);
    REQUIRE(question);
    CHECK(question->likely.value(0) == u"Type d’offre"_s);
    CHECK(question->likely.value(1) == u"Nom"_s);
    CHECK_FALSE(asked(u"Nature\tIntitulé\tMontant TTC\nPersonnel\tVacations\t3 600\n"_s, expenses));
    const auto projet = pasted(u"Nature\tIntitulé\tMontant TTC\nPersonnel\tVacations\t3 600\n"_s, expenses,
                               {{u"Type"_s, u"Dépense"_s, u"Prévu"_s}, true});
    REQUIRE(projet.budget.size() == 1);
    CHECK(projet.budget.begin()->second.intitule == u"Vacations"_s);
}
