#include "gui/forms/form_spec.h"

#include "domain/champ.h"
#include "dossier/dossier.h"
#include "gui/pages/adaptive_row.h"
#include "gui/widgets/answer_choice.h"
#include "gui/widgets/check_field.h"
#include "gui/widgets/choice_box.h"
#include "gui/widgets/date_field.h"
#include "gui/widgets/decimal_field.h"
#include "gui/widgets/field_frame.h"
#include "gui/widgets/number_field.h"
#include "gui/widgets/page_column.h"
#include "gui/widgets/record_picker.h"
#include "gui/widgets/text_area.h"
#include "gui/widgets/text_line.h"

#include <QVBoxLayout>

namespace gui
{

using namespace Qt::Literals::StringLiterals;
using domain::FieldDescription;
using domain::Kind;

namespace
{

constexpr int besideFrom = 520; // pixels, at 100 %, that two fields side by side need

QWidget *choiceField(const FieldSpec &spec, QWidget *parent)
{
    auto *box = new ChoiceBox(parent);
    if (spec.freeText)
        box->setFreeText(true);
    box->setChoices(spec.choices, spec.none);
    return box;
}

QWidget *longText(const FieldSpec &spec, QWidget *parent)
{
    auto *area = new TextArea(parent);
    area->setMinimumLines(spec.lines);
    return area;
}

QWidget *numberField(const FieldDescription &field, QWidget *parent)
{
    auto *number = new NumberField(parent);
    number->setGrouped(!field.name.contains(u"annee"_s, Qt::CaseInsensitive));
    return number;
}

QWidget *recordField(const FieldSpec &spec, const FieldDescription &field, const AppContext &context, QWidget *parent)
{
    const auto projet = [&dossier = context.dossier]() -> const domain::Projet & { return dossier.projet(); };
    if (field.kind == Kind::Reference) {
        auto *picker = new RecordPicker(parent);
        picker->setSource(projet, spec.options, spec.none);
        return picker;
    }
    auto *picker = new RecordsPicker(parent);
    picker->setSource(projet, spec.options, spec.label.isEmpty() ? field.label : spec.label, spec.none);
    return picker;
}

// Made where it stays: Qt gives a field, its bars and its corners their style again each time they find another place.
QWidget *editorFor(const FieldSpec &spec, const FieldDescription &field, const AppContext &context, QWidget *parent)
{
    switch (field.kind) {
    case Kind::Text:
        return spec.choices.empty() ? new TextLine(parent) : choiceField(spec, parent);
    case Kind::LongText:
        return longText(spec, parent);
    case Kind::Flag: {
        auto *check = new CheckField(parent);
        check->setText(spec.label.isEmpty() ? field.label : spec.label);
        return check;
    }
    case Kind::Answer:
        return new AnswerChoice(parent);
    case Kind::Integer:
        return numberField(field, parent);
    case Kind::Decimal:
        return new DecimalField(field, parent);
    case Kind::Date:
        return new DateField(parent);
    case Kind::Choice:
        return new ChoiceBox(parent);
    case Kind::Reference:
    case Kind::References:
        break;
    }
    return recordField(spec, field, context, parent);
}

// A box to tick carries its own words; every other field stands in a frame.
QWidget *framed(const FieldSpec &spec, const FieldDescription &field, const char *property, const AppContext &context,
                QWidget *parent)
{
    auto *frame = field.kind == Kind::Flag ? nullptr : new FieldFrame(parent);
    QWidget *editor = editorFor(spec, field, context, frame ? frame : parent);
    editor->setProperty(property, spec.name);
    editor->setObjectName(spec.name);
    if (!frame)
        return editor;
    (new QVBoxLayout(frame))->addWidget(editor);
    frame->setLabel(spec.label.isEmpty() ? field.label : spec.label);
    frame->setHelp(spec.help);
    frame->assemble();
    return frame;
}

QHBoxLayout *lineOf(QWidget *row)
{
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(16);
    return line;
}

using Described = std::function<const FieldDescription *(const QString &name)>;

QWidget *assemble(const std::vector<FieldSpec> &fields, const char *property, const Described &described,
                  const AppContext &context, QWidget *parent)
{
    auto *form = new PageColumn(parent);
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(14);
    AdaptiveRow *row = nullptr;
    for (size_t at = 0; at < fields.size(); ++at) {
        const FieldDescription *field = described(fields[at].name);
        Q_ASSERT_X(field, "makeForm", qPrintable(fields[at].name));
        if (!fields[at].beside)
            row = nullptr;
        const bool opens = !row && at + 1 < fields.size() && fields[at + 1].beside;
        if (opens) {
            row = new AdaptiveRow(form);
            row->setThreshold(besideFrom);
            lineOf(row);
            column->addWidget(row);
        }
        QWidget *cell = framed(fields[at], *field, property, context, row ? static_cast<QWidget *>(row) : form);
        if (row)
            static_cast<QHBoxLayout *>(row->layout())->addWidget(cell, 1);
        else
            column->addWidget(cell);
    }
    return form;
}

} // namespace

QWidget *makeForm(const std::vector<FieldSpec> &fields, const AppContext &context, QWidget *parent)
{
    const auto described = [](const QString &name) {
        const auto champ = domain::parseChamp(name);
        return champ ? domain::describe(*champ) : nullptr;
    };
    return assemble(fields, "champ", described, context, parent);
}

QWidget *makeRecordForm(const QString &table, const std::vector<FieldSpec> &fields, const AppContext &context,
                        QWidget *parent)
{
    const domain::TableDescription *described = domain::table(table);
    return assemble(
        fields, "ligne", [described](const QString &name) { return described->field(name); }, context, parent);
}

} // namespace gui
