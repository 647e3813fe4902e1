// What the one who writes left to come back to: « XXX », « à compléter avec Léa », « [à vérifier] ». It is printed too.
#include "controle/long_texts.h"

#include <QRegularExpression>

namespace controle
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// Told with the passage, from its mark on, a few words long; empty when there is none. Small letters may be a word of a
// sentence.
QString waitingTold(const QString &text)
{
    static const QRegularExpression mark(
        uR"((?<!\w)(X{3,}(?!\w)|TODO|\?{3,}|Lorem ipsum|[ÀA] ?(COMPL[EÉ]TER|V[EÉ]RIFIER|PR[EÉ]CISER)|)"
        uR"([\[(<] ?[àÀ] (compléter|vérifier|préciser)|^[àÀ] (compléter|vérifier|préciser)|)"
        uR"([àÀ] (compléter|vérifier|préciser) avec))"_s,
        QRegularExpression::UseUnicodePropertiesOption | QRegularExpression::MultilineOption);
    const auto match = mark.match(text);
    constexpr qsizetype longest = 40;
    if (!match.hasMatch())
        return {};
    const QString passage = shortened(text.mid(match.capturedStart()).section(u'\n', 0, 0), longest);
    return passage.isEmpty() ? QString() : u"Passage laissé en attente : « %1 »"_s.arg(passage);
}

Verdicts judgeWaiting(const Input &input, bool lettre)
{
    return judgeLongTexts(input, lettre, Severity::Improvement, waitingTold);
}

Criterion waitingPassages(const QString &code, const QString &page, const QString &source,
                          Verdicts (*judge)(const Input &))
{
    return {code, page, u"Une note pour plus tard s’imprime comme le reste."_s, source, judge};
}

} // namespace

std::vector<Criterion> passagesAttenteCriteria()
{
    return {waitingPassages(u"lettre.passages-attente"_s, u"territoire"_s, u"Cahier des charges PACA 2022, annexe 3"_s,
                            [](const Input &input) { return judgeWaiting(input, true); })};
}

std::vector<Criterion> projetPassagesAttenteCriteria()
{
    return {waitingPassages(u"projet.passages-attente"_s, u"fiches"_s, u"Cahier des charges PACA 2022, annexe 4"_s,
                            [](const Input &input) { return judgeWaiting(input, false); })};
}

} // namespace controle
