#include "gui/pages/voisines_list.h"

#include "base/text.h"
#include "gui/pages/spec_page.h"

namespace gui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

models::Column fieldColumn(const QString &field)
{
    models::Column column;
    column.field = field;
    return column;
}

models::TableSpec voisinesTable()
{
    models::TableSpec spec;
    spec.table = u"voisine"_s;
    models::Column count;
    count.header = u"Communes"_s;
    count.editable = false;
    count.text = [](const domain::Projet &projet, const base::Id &id) {
        const domain::CptsVoisine *voisine = projet.voisines.find(id);
        const qint64 communes = voisine ? domain::codesDe(voisine->communes).size() : 0;
        return base::frenchCount(communes, u"commune"_s, u"communes"_s);
    };
    spec.columns = {fieldColumn(u"nom"_s), count, fieldColumn(u"source"_s), fieldColumn(u"annee"_s)};
    spec.rows = [](const domain::Projet &projet) {
        std::vector<base::Id> ids;
        for (const auto &[id, voisine] : domain::inOrder(projet.voisines))
            ids.push_back(id);
        return ids;
    };
    return spec;
}

} // namespace

RepeatEditor *makeVoisines(const AppContext &context, Binder &binder, QWidget *parent)
{
    const ListWords words{
        u"Les CPTS voisines"_s,
        u"Une seule CPTS par territoire : leurs communes sont comparées aux vôtres, et montrées sur la carte."_s,
        u"Importez la liste des CPTS de la région, ou ajoutez celles que vous connaissez."_s,
        u"une CPTS"_s,
        u"La CPTS choisie"_s,
        true};
    QWidget *detail = makeRecordForm(u"voisine"_s,
                                     {{u"nom"_s},
                                      {u"communes"_s, u"Codes Insee séparés par des espaces : « 04039 04088 »."_s},
                                      {u"source"_s, u"Par exemple : ARS, liste des CPTS."_s},
                                      {.name = u"annee"_s, .beside = true}},
                                     context);
    return new RepeatEditor(listSpec(words, voisinesTable()), detail, context, binder, parent);
}

} // namespace gui
