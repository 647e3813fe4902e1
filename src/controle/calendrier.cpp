// Annexe 3, part 3d, 4 and 5: how people work together, the calendar, the help asked for.
#include "base/text.h"
#include "controle/criteria.h"
#include "suivi/demarche.h"

#include <QLocale>
#include <QRegularExpression>

namespace controle
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int fewWords = 30;

Verdicts judgeOrganisation(const Input &input)
{
    return judgeText(input, {u"organisation"_s, u"Le mode d’organisation n’est pas décrit"_s, u"Mode d’organisation"_s,
                             fewWords, Severity::Improvement});
}

// 0 for a word that names no month.
int monthOf(const QString &word)
{
    const QLocale french(QLocale::French, QLocale::France);
    for (int month = 1; month <= 12; ++month)
        if (base::fold(french.standaloneMonthName(month)) == base::fold(word))
            return month;
    return 0;
}

// "31/02/2027", "le 31 février 2027": written as a date, and in no calendar. Each once, as written.
QStringList impossibleDates(const QString &text)
{
    static const QRegularExpression form(
        u"(?<![\\d/.])(\\d{1,2})(?:er)?([/.\\-]|\\s)(\\d{1,2}|\\p{L}{3,9})\\2(\\d{4})(?![\\d/])"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    QStringList wrong;
    for (auto each = form.globalMatch(text); each.hasNext();) {
        const QRegularExpressionMatch match = each.next();
        const bool words = match.captured(2).trimmed().isEmpty();
        const int month = words ? monthOf(match.captured(3)) : match.captured(3).toInt();
        if (words && month == 0)
            continue; // "20 communes 2026"
        if (!QDate::isValid(match.captured(4).toInt(), month, match.captured(1).toInt()))
            wrong << match.captured(0).simplified();
    }
    wrong.removeDuplicates();
    return wrong;
}

Verdicts judgeCalendrier(const Input &input)
{
    const auto field = keyedField(u"rubrique"_s, u"calendrier"_s, u"texte"_s);
    const QString text = textOf(input.projet, u"calendrier"_s);
    if (const QStringList wrong = impossibleDates(text); !wrong.isEmpty())
        return {because(
            improvement(wrong.size() == 1
                            ? u"Calendrier : « %1 » n’existe pas, corrigez cette date"_s.arg(wrong.front())
                            : u"Calendrier : « %1 » n’existent pas, corrigez ces dates"_s.arg(
                                  someOf(wrong).replace(u", "_s, u" », « "_s).replace(u" et "_s, u" » et « "_s)),
                        field),
            u"Une date impossible fait douter des autres."_s)};
    if (!blank(text))
        return {fulfilled(u"Le calendrier est décrit"_s, field)};
    for (const auto &[id, echeance] : input.projet.echeances)
        if (echeance.date.isValid())
            return {fulfilled(u"Le calendrier a des dates"_s, {u"echeance"_s, id, u"date"_s})};
    return {improvement(u"Le calendrier du projet n’est pas indiqué"_s, field)};
}

// The real date of a step, else the planned one; null Id when there is none.
suivi::DateEtape dateOf(const std::vector<suivi::Etape> &steps, const QString &code)
{
    for (const suivi::Etape &step : steps)
        if (step.officielle->code == code)
            return step.reelle.date.isValid() ? step.reelle : step.prevue;
    return {};
}

Verdicts judgeDureeElaboration(const Input &input)
{
    const auto steps = suivi::demarche(input.projet, input.reference, input.today);
    const QDate start = dateOf(steps, u"elaboration"_s).date;
    const auto [endId, end] = dateOf(steps, u"validation"_s);
    const reference::Delai *delay = input.reference.etapes().delai(u"elaboration-projet"_s);
    if (!start.isValid() || !end.isValid() || !delay)
        return {};
    const domain::FieldAddress field{u"echeance"_s, endId, u"date"_s};
    if (end < start)
        return {because(improvement(u"Le projet de santé serait déposé avant le début de son élaboration"_s, field),
                        u"L’instructeur lira ces dates l’une après l’autre."_s)};
    if (end > start.addMonths(delay->mois))
        return {improvement(u"L’élaboration du projet de santé durerait plus de %1 mois"_s.arg(delay->mois), field)};
    return {fulfilled(u"L’élaboration du projet de santé tient en %1 mois"_s.arg(delay->mois), field)};
}

// Steps that follow the lettre can't be behind us while it is being written.
Verdicts judgeEcheancesPassees(const Input &input)
{
    Verdicts verdicts;
    bool coming = false;
    if (input.projet.identite.phase != domain::Phase::Lettre)
        return verdicts;
    for (const auto &[id, echeance] : domain::inOrder(input.projet.echeances)) {
        const auto *step = input.reference.etapes().etape(echeance->etape);
        if (!step || step->numero < 2 || !echeance->date.isValid() || echeance->faite)
            continue;
        const QString name = blank(echeance->intitule) ? step->titre : shortened(echeance->intitule);
        if (echeance->date < input.today)
            verdicts.push_back(
                improvement(u"« %1 » : la date du %2 est passée"_s.arg(name, base::frenchLongDate(echeance->date)),
                            {u"echeance"_s, id, u"date"_s}));
        coming = true;
    }
    if (verdicts.empty() && coming)
        verdicts.push_back(fulfilled(u"Les étapes prévues sont à venir"_s, newRecord(u"echeance"_s, u"date"_s)));
    return verdicts;
}

Verdicts judgeAccompagnement(const Input &input)
{
    const domain::Accompagnement &help = input.projet.accompagnement;
    const auto wanted = uniqueField(u"accompagnement"_s, u"souhaite"_s);
    const auto who = uniqueField(u"accompagnement"_s, u"structureAppui"_s);
    if (!help.souhaite)
        return {improvement(u"La demande d’accompagnement n’a pas de réponse"_s, wanted)};
    if (*help.souhaite && blank(help.structureAppui))
        return {improvement(u"Accompagnement souhaité, sans structure d’appui envisagée"_s, who)};
    return {fulfilled(*help.souhaite ? u"L’accompagnement souhaité est précisé"_s
                                     : u"La demande d’accompagnement a une réponse"_s,
                      wanted)};
}

// A label that ran out is no reason to choose another: the ARS may have renewed it since the list was read.
Verdicts judgeLabel(const Input &input)
{
    const domain::Accompagnement &help = input.projet.accompagnement;
    const reference::StructuresAppui &known = input.reference.structuresAppui();
    const reference::StructureAppui *chosen = known.find(help.structureAppui);
    if (help.souhaite != true || !chosen)
        return {};
    const auto field = uniqueField(u"accompagnement"_s, u"structureAppui"_s);
    if (known.labelCourt(input.today))
        return {fulfilled(u"La structure d’appui choisie est labellisée"_s, field)};
    const auto answer = keyedField(u"rubrique"_s, u"label-appui"_s, u"texte"_s);
    if (!blank(textOf(input.projet, u"label-appui"_s)))
        return {fulfilled(u"Le label de la structure d’appui est confirmé par l’ARS"_s, answer)};
    return {improvement(
        u"%1 : label de %2, donné pour %3 ans ; demandez à l’ARS s’il court toujours et notez sa réponse"_s.arg(
            chosen->nom, QString::number(known.labelAnnee), QString::number(known.labelDureeAns)),
        answer)};
}

} // namespace

std::vector<Criterion> calendrierCriteria()
{
    const QString page = u"calendrier"_s;
    const QString steps = u"Cahier des charges PACA 2022, p. 19"_s;
    return {
        {u"lettre.organisation"_s, page, u"Les habitudes de travail communes montrent que le projet part du terrain."_s,
         u"Cahier des charges PACA 2022, annexe 3, 3d)"_s, judgeOrganisation},
        {u"lettre.calendrier"_s, page, u"La trame demande la construction, le dépôt et le début de la mise en œuvre."_s,
         u"Cahier des charges PACA 2022, annexe 3, 4)"_s, judgeCalendrier},
        {u"lettre.duree-elaboration"_s, page,
         u"Il est recommandé que l’élaboration ne dépasse pas un an, pour garder la dynamique du projet."_s, steps,
         judgeDureeElaboration},
        ordreDemarche(u"lettre.demarche-ordre"_s),
        {u"lettre.echeances-passees"_s, page, u"Un calendrier dépassé fait douter du reste."_s, steps,
         judgeEcheancesPassees},
        {u"lettre.accompagnement"_s, page,
         u"L’ARS finance l’accompagnement par une structure labellisée quand il est demandé."_s,
         u"Cahier des charges PACA 2022, p. 16 et 19"_s, judgeAccompagnement},
        {u"lettre.appui-label"_s, page, u"L’aide à l’appui méthodologique ne paie qu’une structure labellisée."_s,
         u"Cahier des charges PACA 2022, p. 16 et annexe 2"_s, judgeLabel},
    };
}

} // namespace controle
