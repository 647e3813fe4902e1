// What a coordinator looks up beside the forms: whom to write to, who else coordinates, the steps, the acronyms, and
// where the project answers each of the points that it has to define.
#pragma once

#include "report/passage.h"

namespace reference
{
class Reference;
}

namespace report
{

class Trame;

// Texts are plain, a line break separates paragraphs.
struct Repere {
    QString titre;
    QString texte;
    QString source;
};

struct ReperePoint {
    QString titre;
    QString source;
    std::vector<Passage> passages; // none: not answered yet
    domain::FieldAddress field;    // where it is answered, or would be
};

struct Reperes {
    struct Section {
        QString titre;
        std::vector<Repere> reperes;
    };
    QString titrePoints;
    std::vector<ReperePoint> points;
    std::vector<Section> sections;
};

// Empty when the trame has no repères. `today`: whether the label of the structures d'appui still runs.
[[nodiscard]] Reperes reperes(const Trame &trame, const domain::Projet &projet, const reference::Reference &reference,
                              const QDate &today);

} // namespace report
