#include "gui/widgets/format_commands.h"

namespace gui
{

using namespace Qt::Literals::StringLiterals;

const std::vector<FormatCommandInfo> &formatCommands()
{
    using K = QKeySequence;
    static const std::vector<FormatCommandInfo> table{
        {FormatCommand::Bold, u"Gras"_s, u"Mettre en gras"_s, u"gras"_s, K(u"Ctrl+B"_s), true},
        {FormatCommand::Italic, u"Italique"_s, u"Mettre en italique"_s, u"italique"_s, K(u"Ctrl+I"_s), true},
        {FormatCommand::Bullets, u"Liste à puces"_s, u"Faire une liste à puces"_s, u"puces"_s, K(u"Ctrl+Shift+L"_s),
         true},
        {FormatCommand::Numbers, u"Liste numérotée"_s, u"Faire une liste numérotée"_s, u"numeros"_s,
         K(u"Ctrl+Shift+N"_s), true},
        {FormatCommand::Shallower, u"Remonter d’un niveau"_s, u"Remonter la ligne de la liste d’un niveau"_s,
         u"retrait-moins"_s, K(u"Alt+Shift+Left"_s)},
        {FormatCommand::Deeper, u"Descendre d’un niveau"_s, u"Descendre la ligne de la liste d’un niveau"_s,
         u"retrait-plus"_s, K(u"Alt+Shift+Right"_s)},
        {FormatCommand::Table, u"Tableau…"_s, u"Insérer ou modifier un tableau"_s, u"tableau"_s, K(u"Ctrl+Shift+T"_s)},
        {FormatCommand::Picture, u"Image…"_s, u"Insérer une image"_s, u"image"_s, K(u"Ctrl+Shift+G"_s)},
        {FormatCommand::PlainPaste,
         u"Coller sans mise en forme"_s,
         u"Coller sans mise en forme"_s,
         {},
         K(u"Ctrl+Shift+V"_s)},
        {FormatCommand::Bar,
         u"Boutons de mise en forme"_s,
         u"Aller aux boutons de mise en forme"_s,
         {},
         K(u"Alt+F10"_s)},
    };
    return table;
}

} // namespace gui
