// Forms as data: a page says which facts it asks and with which help; labels and widgets follow from the description
// of the records (ADR 11).
#pragma once

#include "gui/context.h"
#include "models/record_options.h"

#include <vector>

class QWidget;

namespace gui
{

// One field. Its label is that of the record's description unless told otherwise.
struct FieldSpec {
    QString name;                             // "structure.siret" in a page, "enonce" in the form of one record
    QString help = {};                        // one sentence under the label
    bool beside = false;                      // on the same line as the field before, while there is room
    int lines = 3;                            // of a long text, at least
    QString label = {};                       // instead of the description's
    std::vector<domain::Choice> choices = {}; // a text that is a code of the reference; `none` is no answer
    bool freeText = false;                    // …or something else, typed
    QString none = {};
    models::RecordOptions options = {}; // references: what may be chosen; `none` when nothing is
};

// A column of fields, framed, with the property `champ` (named facts), for Binder::bindForm().
[[nodiscard]] QWidget *makeForm(const std::vector<FieldSpec> &fields, const AppContext &context,
                                QWidget *parent = nullptr);
// The same for the fields of one record of `table`, with the property `ligne`, for RepeatEditor.
[[nodiscard]] QWidget *makeRecordForm(const QString &table, const std::vector<FieldSpec> &fields,
                                      const AppContext &context, QWidget *parent = nullptr);

} // namespace gui
