#include "base/text.h"
#include "dossier/dossier.h"
#include "gui/page.h"
#include "gui/pages/block_paste.h"
#include "gui/pages/choices.h"
#include "gui/pages/indicator_library.h"
#include "gui/pages/indicator_panel.h"
#include "gui/pages/map_panel.h"
#include "gui/pages/projet_cards.h"
#include "gui/pages/projet_pages.h"
#include "gui/pages/record_table.h"
#include "reference/reference.h"
#include "report/map_project.h"
#include "suivi/demarche.h"

namespace gui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

TabSpec needs(const AppContext &context)
{
    const ListWords words{
        u"Les besoins de santé du territoire"_s,
        u"Chaque difficulté constatée, une à une : les missions et les fiches-actions y répondront."_s,
        u"Ajoutez le premier : « Trouver un médecin traitant aux patients en ALD »."_s, u"un besoin"_s,
        u"Le besoin choisi"_s};
    return {u"Besoins"_s,
            {ListCard{
                listSpec(words, models::besoinsTable()),
                {{u"enonce"_s, u"En une phrase, du point de vue des habitants."_s},
                 {u"public"_s, u"Qui est concerné."_s},
                 {.name = u"priorite"_s, .beside = true},
                 {u"ditParDonnees"_s},
                 {.name = u"ditParProfessionnels"_s, .beside = true},
                 {.name = u"ditParUsagers"_s, .beside = true},
                 {u"elements"_s, u"Chiffres datés, paroles de professionnels et d’usagers."_s},
                 {.name = u"missions"_s, .none = u"Aucune mission pour l’instant"_s, .options = missions(context)}}}}};
}

// « PACA » of « Provence-Alpes-Côte d’Azur ».
QString initials(const QString &name)
{
    QString letters;
    for (const QString &word : base::fold(name).split(u' ', Qt::SkipEmptyParts))
        if (word.size() > 1)
            letters += word.front().toUpper();
    return letters;
}

// « Var » and « PACA » above the columns of a table: the département and the region that the project is in.
void nameTerritory(const AppContext &context, imports::BlockList &block)
{
    const reference::Communes &all = context.reference.communes();
    QStringList departements, regions;
    for (const auto &[id, commune] : context.dossier.projet().communes)
        if (const auto known = all.find(commune.code))
            if (const auto of = all.departement(known->departement))
                departements << of->nom << of->code;
    if (const auto region = all.region(suivi::regionDe(context.dossier.projet(), context.reference)))
        regions << region->nom << initials(region->nom);
    departements.removeDuplicates();
    for (imports::BlockField &field : block.fields) {
        if (field.name == "departement"_L1)
            field.titles << departements;
        if (field.name == "region"_L1)
            field.titles << regions;
    }
}

// The chart is of the line that is chosen.
void tieChart(const AppContext &context, SpecPage &page)
{
    auto *panel = page.findChild<IndicatorPanel *>();
    RepeatEditor *list = page.listOf(u"indicateur"_s);
    list->table()->setSpareColumn(3); // the region, which the chart tells too
    PasteRules::of(list).reading = [&context](imports::BlockList &block) { nameTerritory(context, block); };
    const auto follow = [panel, list] { panel->setChosen(list->chosen()); };
    QObject::connect(list->table(), &RecordTable::choiceChanged, panel, follow);
    QObject::connect(panel, &IndicatorPanel::opened, &page, &SpecPage::goToField);
    follow();
}

TabSpec figures(const AppContext &context)
{
    const ListWords words{
        u"Les chiffres du territoire"_s,
        u"Le territoire à côté du département, de la région et de la France. Chaque chiffre a sa source et son année."_s,
        u"Choisissez-les dans la bibliothèque, importez un tableau, ou ajoutez les vôtres."_s, u"un indicateur"_s,
        u"L’indicateur choisi"_s};
    RepeatSpec list = listSpec(words, models::indicateursTable());
    list.importProfile = u"indicateurs"_s;
    list.library = diagnosticLibrary(context);
    list.beside = [&context]() -> QWidget * { return new IndicatorPanel(context); };
    return {
        u"Indicateurs"_s,
        {ListCard{list,
                  {{u"intitule"_s, u"Par exemple : « 17 ans et plus sans médecin traitant »."_s},
                   {u"unite"_s, u"%, habitants, pour 10 000 habitants…"_s},
                   {.name = u"theme"_s, .beside = true},
                   {u"territoire"_s},
                   {.name = u"departement"_s, .beside = true},
                   {u"region"_s},
                   {.name = u"france"_s, .beside = true},
                   {u"objectif"_s},
                   {.name = u"annee"_s, .beside = true},
                   {u"source"_s, u"REZONE CPTS, Insee, CartoSanté, ORS…"_s},
                   {.name = u"definition"_s, .help = u"Ce qui est compté, et comment."_s, .lines = 2},
                   {.name = u"commentaire"_s, .lines = 2},
                   {.name = u"besoins"_s, .none = u"Aucun besoin pour l’instant"_s, .options = models::besoinOptions()},
                   {u"graphique"_s}}}},
        [&context](SpecPage &page) { tieChart(context, page); }};
}

TabSpec ages()
{
    return {
        u"Âges"_s,
        {tableCard(
            u"La population par âge"_s,
            u"Habitants du territoire par tranche d’âge (Insee). Sans le détail par sexe, remplissez la colonne Ensemble."_s,
            models::tranchesTable(ageBands()), u"Population par tranche d’âge"_s)}};
}

// The page that a widget stands on, once it does.
FormPage *pageOf(QWidget *widget)
{
    while (widget && !qobject_cast<FormPage *>(widget))
        widget = widget->parentWidget();
    return qobject_cast<FormPage *>(widget);
}

TabSpec map()
{
    return {u"Carte"_s, {OwnCard{[](const AppContext &context, Binder &) -> QWidget * {
                auto *panel = new MapPanel(context, MapPanel::Kind::Page,
                                           [](const domain::Projet &projet) { return report::mapValuesOf(projet); });
                QObject::connect(panel, &MapPanel::failed, panel, [panel](const QString &sentence) {
                    if (FormPage *page = pageOf(panel))
                        Q_EMIT page->failed(sentence);
                });
                QObject::connect(panel, &MapPanel::written, panel, [panel](const QString &file) {
                    if (FormPage *page = pageOf(panel))
                        Q_EMIT page->written(file);
                });
                QObject::connect(panel, &MapPanel::opened, panel, [panel](const QString &code) {
                    if (FormPage *page = pageOf(panel))
                        Q_EMIT page->goTo(u"territoire"_s,
                                          {u"commune"_s, base::Id::fromKey(u"commune:"_s + code), u"zonage"_s});
                });
                return panel;
            }}}};
}

TabSpec text()
{
    return {u"Texte du diagnostic"_s,
            {takenTextCard(
                {u"Les problématiques de santé identifiées"_s,
                 u"Tant que vous n’écrivez rien ici, le projet de santé reprend le texte de la lettre d’intention."_s,
                 u"problematiques"_s, u"Repris dans l’annexe 3 (2 b) et dans l’annexe 4 (1 b)."_s, 8})}};
}

} // namespace

FormPage *makePageDiagnostic(const AppContext &context, QWidget *parent)
{
    return new SpecPage(context, u"diagnostic"_s, {needs(context), figures(context), ages(), map(), text()}, parent);
}

} // namespace gui
