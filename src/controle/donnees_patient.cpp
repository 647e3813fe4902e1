// A social security number in a text that is sent. No other trace of a patient can be told from the words of the
// project.
#include "controle/long_texts.h"

#include <QRegularExpression>

namespace controle
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// Sex, year, month, département, commune and order, with or without the key, written together or apart.
bool holdsNumber(const QString &text)
{
    static const QRegularExpression form(
        uR"((?<!\d)[12][ .\x{A0}\x{202F}]?\d{2}[ .\x{A0}\x{202F}]?(0[1-9]|1[0-2])[ .\x{A0}\x{202F}]?(\d{2}|2[AB]))"
        uR"([ .\x{A0}\x{202F}]?\d{3}[ .\x{A0}\x{202F}]?\d{3}([ .\x{A0}\x{202F}/]?\d{2})?(?!\d))"_s);
    return form.match(text).hasMatch();
}

Verdicts judgeNumbers(const Input &input, bool lettre)
{
    return judgeLongTexts(input, lettre, Severity::Blocking, [](const QString &text) {
        return holdsNumber(text) ? u"Un numéro de sécurité sociale paraît écrit ici : retirez-le"_s : QString();
    });
}

Criterion numbers(const QString &code, const QString &page, Verdicts (*judge)(const Input &))
{
    return {code, page, u"Le projet est imprimé, envoyé et partagé : aucune donnée de patient n’y a sa place."_s,
            u"Règlement général sur la protection des données, article 9"_s, judge};
}

} // namespace

std::vector<Criterion> donneesPatientCriteria()
{
    return {numbers(u"lettre.donnees-patient"_s, u"territoire"_s,
                    [](const Input &input) { return judgeNumbers(input, true); })};
}

std::vector<Criterion> projetDonneesPatientCriteria()
{
    return {numbers(u"projet.donnees-patient"_s, u"fiches"_s,
                    [](const Input &input) { return judgeNumbers(input, false); })};
}

} // namespace controle
