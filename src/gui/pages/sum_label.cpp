#include "gui/pages/sum_label.h"

#include "dossier/dossier.h"

namespace gui
{

TextLabel *sumLabel(const std::function<QString(const domain::Projet &)> &told, dossier::Dossier &dossier,
                    QWidget *parent)
{
    TextLabel *label = plainLabel({}, TextRole::Strong, parent);
    const auto refresh = [told, &dossier, label] {
        const QString words = told(dossier.projet());
        label->setText(words);
        label->setVisible(!words.isEmpty());
    };
    QObject::connect(&dossier, &dossier::Dossier::changed, label, refresh);
    refresh();
    return label;
}

} // namespace gui
