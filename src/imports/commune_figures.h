// Figures by commune that become one indicator of the diagnostic: its value for the territory and beside it, and that
// of each commune of the territory.
#pragma once

#include "imports/draft.h"
#include "imports/territory.h"

namespace imports
{

// The fields by which a row names its commune; a profile has some of them.
[[nodiscard]] ImportField inseeField(bool required);

// What the indicator is, beside its figures.
struct IndicatorWording {
    QString key;
    QString title;
    QString unit;
    QString definition;
    QString source;
    int decimals = 2;
};

// A field by which a row names its commune, in a list of one’s own.
[[nodiscard]] ImportField identifying(ImportField field);
// The communes of the project that the file says nothing of, by their names, in one remark.
void tellWithoutFigure(ImportJob &job, const QStringList &codes);

// Whether a title speaks of things that are counted, and added up: "Nombre de…", not a rate.
[[nodiscard]] bool isCount(const QString &title);
// Sets the indicator from that column: added up, or the mean of the communes weighted by the field « poids », by their
// inhabitants when there is none.
[[nodiscard]] base::Result<void> setCommuneIndicator(ImportJob &job, int column, bool added,
                                                     const IndicatorWording &wording);

// The commune that each row means: by its code, else by its name, as a person may have settled it. Names that are not
// certain are told once, when they concern the territory.
class CommuneOfRow
{
public:
    CommuneOfRow(ImportJob &job, const Territory &territory) : m_job(job), m_territory(territory) {}
    // Empty when it is none.
    [[nodiscard]] QString code();

private:
    [[nodiscard]] QString ofProject(const QString &text) const;
    [[nodiscard]] QString named(const QString &text, const QString &departement);

    ImportJob &m_job;
    const Territory &m_territory;
    std::map<std::pair<QString, QString>, QString> m_known;
};

} // namespace imports
