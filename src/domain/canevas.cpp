#include "domain/canevas.h"

#include "domain/changes.h"

namespace domain
{

using namespace Qt::Literals::StringLiterals;

namespace
{

bool isFigure(const FieldDescription &field)
{
    return field.kind == Kind::Integer || field.kind == Kind::Decimal;
}

} // namespace

Projet sansPersonnesNiChiffres(const Projet &projet)
{
    Projet model = projet;
    for (const auto &[id, person] : projet.personnes)
        (void)applyChanges(model, removing(model, u"personne"_s, id)); // a list made from the model fits it
    for (const TableDescription &table : tables()) {
        if (table.name == u"commune")
            continue;
        for (const Id &id : table.ids(model))
            for (const FieldDescription &field : table.fields)
                if (isFigure(field) || field.sensitivity == Sensitivity::Personal)
                    field.set(table.findForEdit(model, id), field.initial);
    }
    for (const Id &id : domain::table(u"indicateur"_s)->ids(model))
        model.indicateurs.find(id)->parCommune.clear(); // figures in a text
    return model;
}

} // namespace domain
