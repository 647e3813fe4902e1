#include "report/fil_rouge_lines.h"

#include "base/amount.h"
#include "base/text.h"
#include "base/typography.h"
#include "base/unit_words.h"
#include "domain/jours.h"
#include "domain/releves.h"
#include "report/user_text.h"

namespace report
{

using namespace Qt::Literals::StringLiterals;
using domain::FieldAddress;

namespace
{

Run italic(const QString &text)
{
    Run run = words(text);
    run.italic = true;
    return run;
}

Run fact(const QString &text, const FieldAddress &field)
{
    Run run{.text = printedText(text)};
    run.field = field.toString();
    if (const domain::TableDescription *table = domain::table(field.table))
        if (const domain::FieldDescription *described = table->field(field.field))
            run.label = described->label;
    return run;
}

QString measure(double value, const QString &unit)
{
    const QString number = base::frenchNumber(value, 2);
    return unit.trimmed().isEmpty() ? number : number + QChar(0x00A0) + base::unitFor(value, unit);
}

// " – départ 12 %", or " – départ à préciser".
void addMeasure(Runs &runs, const FilRougeContext &context, const QString &key, const domain::Decimal &value,
                const QString &unit, const FieldAddress &field)
{
    runs.push_back(words(u" – %1 "_s.arg(context.words[key])));
    runs.push_back(value ? fact(measure(*value, unit), field) : missing(context, field));
}

} // namespace

Run word(const FilRougeContext &context, const QString &key)
{
    return words(context.words[key]);
}

Run label(const FilRougeContext &context, const QString &key)
{
    return words(context.words[key] + u" : "_s, true);
}

Run missing(const FilRougeContext &context, const FieldAddress &field)
{
    Run run = italic(context.words[u"a-preciser"_s]);
    run.field = field.toString();
    return run;
}

Runs textRuns(const FilRougeContext &context, const QString &text, const FieldAddress &field)
{
    if (cleanText(text).trimmed().isEmpty())
        return {missing(context, field)};
    const domain::FieldDescription *described = domain::table(field.table)->field(field.field);
    if (described && described->kind == domain::Kind::LongText)
        return runsOf(text, {field.toString(), described->label});
    return {fact(text, field)};
}

QString missionName(const FilRougeContext &context, const QString &code)
{
    const reference::Mission *mission = context.reference.missions().find(code);
    return mission ? mission->libelleCourt : code;
}

Runs actionRuns(const FilRougeContext &context, const base::Id &fiche)
{
    const domain::FicheAction &one = *context.projet.fiches.find(fiche);
    Runs runs = cleanText(one.intitule).trimmed().isEmpty()
                    ? Runs{word(context, u"action-sans-titre"_s)}
                    : textRuns(context, one.intitule, {u"fiche"_s, fiche, u"intitule"_s});
    if (domain::isAbandoned(one))
        runs.push_back(words(u' ' + context.words[u"abandonnee"_s]));
    return runs;
}

Runs needRuns(const FilRougeContext &context, const base::Id &besoin)
{
    const domain::Besoin *need = context.projet.besoins.find(besoin);
    const FieldAddress field{u"besoin"_s, besoin, u"enonce"_s};
    if (!need || cleanText(need->enonce).trimmed().isEmpty())
        return {word(context, u"besoin-sans-enonce"_s)};
    return textRuns(context, need->enonce, field);
}

Runs indicatorRuns(const FilRougeContext &context, const base::Id &indicateur)
{
    const domain::IndicateurAction &one = *context.projet.indicateursAction.find(indicateur);
    const auto field = [&](const QString &name) { return FieldAddress{u"indicateurAction"_s, indicateur, name}; };
    Runs runs = textRuns(context, one.intitule, field(u"intitule"_s));
    addMeasure(runs, context, u"depart"_s, one.depart, one.unite, field(u"depart"_s));
    if (one.depart && one.departLe.isValid()) {
        runs.push_back(words(u", le "_s));
        runs.push_back(fact(base::frenchLongDate(one.departLe), field(u"departLe"_s)));
    }
    if (one.depart && !one.departSource.trimmed().isEmpty()) {
        runs.push_back(words(u", %1 : "_s.arg(context.words[u"source"_s])));
        runs.push_back(fact(one.departSource, field(u"departSource"_s)));
    }
    if (const auto [releve, last] = domain::dernierReleve(context.projet, indicateur); last) {
        addMeasure(runs, context, u"releve"_s, last->valeur, one.unite, {u"releve"_s, releve, u"valeur"_s});
        runs.push_back(words(u" en "_s));
        runs.push_back(fact(QString::number(*last->annee), {u"releve"_s, releve, u"annee"_s}));
    }
    addMeasure(runs, context, u"cible"_s, one.cible, one.unite, field(u"cible"_s));
    if (one.cible && one.echeance.isValid()) {
        runs.push_back(words(u", au "_s));
        runs.push_back(fact(base::frenchLongDate(one.echeance), field(u"echeance"_s)));
    }
    return runs;
}

Runs evidenceRuns(const FilRougeContext &context, const base::Id &indicateur)
{
    const domain::IndicateurAction &one = *context.projet.indicateursAction.find(indicateur);
    return textRuns(context, one.justificatif, {u"indicateurAction"_s, indicateur, u"justificatif"_s});
}

Runs budgetRuns(const FilRougeContext &context, const base::Id &ligne)
{
    const domain::LigneBudget &one = *context.projet.budget.find(ligne);
    const auto field = [&](const QString &name) { return FieldAddress{u"budget"_s, ligne, name}; };
    Runs runs = textRuns(context, one.intitule, field(u"intitule"_s));
    runs.push_back(words(u" : "_s));
    runs.push_back(one.prevu ? fact(base::frenchAmount(*one.prevu) + QChar(0x00A0) + u'€', field(u"prevu"_s))
                             : missing(context, field(u"prevu"_s)));
    if (one.annee)
        runs.push_back(words(u" (%1)"_s.arg(*one.annee)));
    runs.push_back(words(u", %1 : "_s.arg(context.words[u"financeur"_s])));
    for (const Run &run : textRuns(context, one.financeur, field(u"financeur"_s)))
        runs.push_back(run);
    return runs;
}

Runs stepRuns(const FilRougeContext &context, const base::Id &etape)
{
    const domain::EtapeAction &one = *context.projet.etapesAction.find(etape);
    Runs runs = textRuns(context, one.intitule, {u"etapeAction"_s, etape, u"intitule"_s});
    const domain::Jours days = domain::joursSaisis(one);
    const QString end = days.fin == days.debut ? QString() : u" – "_s + base::frenchLongDate(days.fin);
    if (days.debut.isValid())
        runs.push_back(words(u" ("_s + base::frenchLongDate(days.debut) + end + u')'));
    return runs;
}

} // namespace report
