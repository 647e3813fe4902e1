// « Face à la base nationale »: for each digital service that the cahier des charges names, what the project says of
// it, and one choice that says it.
#pragma once

#include "gui/context.h"
#include "gui/forms/binder.h"
#include "suivi/services.h"

#include <QWidget>

class QGridLayout;

namespace gui
{

class ChoiceBox;
class TextLabel;

// A choice changes the usage of the tool that names the service, or adds the tool; one undo step either way.
class ServicesPanel final : public QWidget
{
    Q_OBJECT
public:
    ServicesPanel(const AppContext &context, Binder &binder);

    // Of the service of that code.
    [[nodiscard]] ChoiceBox *choice(const QString &service) const;

private:
    struct Row {
        const reference::ServiceNumerique *service;
        ChoiceBox *choice;
        TextLabel *where;
    };
    void makeRow(const reference::ServiceNumerique &service, QGridLayout *grid);
    void refresh();
    void choose(const Row &row);
    [[nodiscard]] std::vector<suivi::ServiceSuivi> services() const;

    const AppContext &m_context;
    Binder &m_binder;
    TextLabel *m_sum;
    std::vector<Row> m_rows; // as the reference
};

} // namespace gui
