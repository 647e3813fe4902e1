#include "gui/pages/projet_cards.h"

#include "dossier/dossier.h"
#include "gui/pages/block_paste.h"
#include "gui/pages/cell_delegate.h"
#include "gui/pages/choices.h"
#include "gui/pages/record_table.h"
#include "gui/pages/sum_label.h"
#include "gui/widgets/card.h"
#include "gui/widgets/labels.h"
#include "gui/widgets/paste_note.h"

#include <QVBoxLayout>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

OwnCard tableCard(const QString &title, const QString &help, const models::TableSpec &spec, const QString &spoken)
{
    return {[=](const AppContext &context, Binder &) -> QWidget * {
        Card *card = Card::withColumn(title);
        card->column()->addWidget(plainLabel(help, TextRole::Hint));
        auto *table = new RecordTable(card);
        auto *model = new models::RecordTableModel(spec, context.dossier, table);
        table->setModel(model);
        table->setItemDelegate(new CellDelegate(table));
        table->setSelectionBehavior(QAbstractItemView::SelectItems);
        table->setTyping(true);
        table->setMostRows(16);
        table->setAccessibleName(spoken);
        card->column()->addWidget(table);
        if (spec.sum)
            card->column()->addWidget(sumLabel(spec.sum, context.dossier, card));
        TextLabel *note = makePasteNote(card);
        card->column()->addWidget(note);
        new CellPaste(table, model, note, context);
        return card;
    }};
}

OwnCard noticeCard(const QString &title, const NoticeCard::Tell &tell, const NoticeCard::Act &act)
{
    return {[=](const AppContext &context, Binder &binder) -> QWidget * {
        return new NoticeCard(title, tell, act, context, binder);
    }};
}

models::RecordOptions people(const AppContext &context)
{
    return models::personneOptions(
        [&reference = context.reference](const QString &code) { return professionLabel(reference, code); });
}

models::RecordOptions peopleWho(const AppContext &context, MayJoin mayJoin)
{
    return [everybody = people(context), mayJoin](const domain::Projet &projet) {
        std::vector<models::RecordOption> some = everybody(projet);
        std::erase_if(some, [&](const models::RecordOption &each) {
            return !mayJoin(projet, each.id, *projet.personnes.find(each.id));
        });
        return some;
    };
}

models::RecordOptions missions(const AppContext &context)
{
    std::vector<models::Labelled> labels;
    for (const reference::Mission &mission : context.reference.missions().toutes)
        labels.push_back({mission.code, mission.libelleCourt});
    return models::keyedOptions(u"mission"_s, labels);
}

models::RecordOptions professions(const AppContext &context)
{
    return models::keyedOptions(u"effectif"_s, professionLines(context.reference));
}

domain::LigneOf ligneOf(const AppContext &context)
{
    return [&reference = context.reference](const QString &code) { return reference.professions().ligneDe(code); };
}

FormCard takenTextCard(const TakenText &text)
{
    return {text.title,
            text.help,
            {{.name = u"rubrique:%1.texte"_s.arg(text.rubrique),
              .help = text.takenWhere,
              .lines = text.lines,
              .label = u"Texte de la lettre d’intention"_s},
             {.name = u"rubrique:%1-projet.texte"_s.arg(text.rubrique),
              .help = u"Facultatif : remplace le texte de la lettre, dans l’annexe 4 seulement."_s,
              .lines = text.lines,
              .label = u"Version propre au projet de santé"_s}}};
}

} // namespace gui
