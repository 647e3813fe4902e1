// The question of what the columns of a pasted block are.
#pragma once

#include "gui/dialogs/paste_columns_dialog.h"
#include "support/catch.h"

#include <QApplication>
#include <QTest>

namespace pagetest
{

// nullptr: nothing is asked.
inline gui::PasteColumnsDialog *columnsAsked()
{
    return qobject_cast<gui::PasteColumnsDialog *>(QApplication::activeModalWidget());
}

// Answers as it is proposed, by Enter.
inline void acceptColumns()
{
    gui::PasteColumnsDialog *dialog = columnsAsked();
    REQUIRE(dialog);
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
    REQUIRE_FALSE(columnsAsked());
}

} // namespace pagetest
