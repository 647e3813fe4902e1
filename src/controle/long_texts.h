// The long texts of a project that go into the documents. For this room only.
#pragma once

#include "controle/criteria.h"

#include <vector>

namespace controle
{

struct LongText {
    domain::FieldAddress at;
    QString page; // that shows it
    QString text; // without the marks of its look

    [[nodiscard]] bool inLettre() const; // else in the projet de santé
};

// In the order of the tables; without those of the follow-up, which are not sent.
[[nodiscard]] std::vector<LongText> longTexts(const domain::Projet &projet);
// Those of one document of which `told` says something, each at its field.
[[nodiscard]] Verdicts judgeLongTexts(const Input &input, bool lettre, Severity severity,
                                      QString (*told)(const QString &text));

} // namespace controle
