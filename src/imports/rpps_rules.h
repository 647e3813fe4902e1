// Which line of the trame a person of the RPPS counts in: data of resources/reference/imports-rpps.json.
#pragma once

#include "reference/professions.h"

#include <QByteArrayView>

namespace imports
{

// What one activity of the file says, as it is written there.
struct RppsActivity {
    QByteArrayView profession;  // TRE_G15
    QByteArrayView savoirFaire; // TRE_R38…
    QByteArrayView section;     // of the table of the Ordre des pharmaciens
};

struct RppsRules {
    struct Rule {
        QByteArray profession;
        std::vector<QByteArray> savoirFaire; // one of them; empty: any
        QByteArray savoirFaireStart;
        std::vector<QByteArray> sections; // one of them; empty: any
        QString ligne;
        [[nodiscard]] bool fits(const RppsActivity &activity) const;
    };
    reference::Provenance provenance;
    std::vector<Rule> rules; // those of the file, then one per code of professions.json
    std::vector<QByteArray> excludedCategories;
    std::vector<QByteArray> liberalModes;

    // The first rule that the activity fits; -1 when none does.
    [[nodiscard]] int find(const RppsActivity &activity) const;

    static base::Result<RppsRules> load(const QString &folder, const reference::Professions &professions);
};

} // namespace imports
