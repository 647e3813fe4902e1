#include "gui/shell/field_name.h"

#include "dossier/dossier.h"
#include "gui/forms/change_words.h"
#include "gui/pages/choices.h"
#include "gui/widgets/field_frame.h"
#include "reference/reference.h"
#include "report/trame.h"

namespace gui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// The label above the widget that edits it, where the page has one.
QString labelOn(FormPage &page, const QString &champ)
{
    page.makeAllParts();
    for (QWidget *field : page.findChildren<QWidget *>())
        if (field->property("champ").toString() == champ)
            if (const FieldFrame *frame = FieldFrame::around(field))
                return frame->label();
    return {};
}

// What stands for the record in the title of its card; empty for what exists once, and for a text.
QString recordOnScreen(const AppContext &context, const domain::FieldAddress &at, const QString &key)
{
    if (at.table == u"mission")
        if (const reference::Mission *mission = context.reference.missions().find(key))
            return mission->libelleCourt;
    return at.table == u"effectif" ? professionLabel(context.reference, key)
                                   : recordWords(context.dossier.projet(), at);
}

} // namespace

QString nameOnScreen(const AppContext &context, const domain::FieldAddress &at,
                     const std::function<FormPage *(const QString &)> &made)
{
    const domain::Projet &projet = context.dossier.projet();
    const domain::TableDescription *table = domain::table(at.table);
    const report::Page *page = context.trame.page(context.trame.pageOf(at, projet));
    if (!table || !page)
        return {};
    const auto code =
        table->keyField.isEmpty() ? std::nullopt : domain::valueAt(projet, {at.table, at.id, table->keyField});
    const auto *key = code ? std::get_if<QString>(&*code) : nullptr;
    const bool alone = table->unique || at.table == u"rubrique";
    QString label = fieldWords(at);
    if (alone)
        if (FormPage *shown = made(page->code)) {
            const domain::Champ champ{at.table, key ? *key : QString(), at.field, {}};
            if (const QString words = labelOn(*shown, champ.toString()); !words.isEmpty())
                label = words;
        }
    QStringList parts;
    if (!alone)
        parts << recordOnScreen(context, at, key ? *key : QString());
    if (!label.isEmpty())
        parts << label;
    return page->label + u" : "_s + parts.join(u", "_s);
}

} // namespace gui
