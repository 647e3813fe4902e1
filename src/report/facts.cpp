#include "report/facts.h"

#include "base/amount.h"
#include "base/telephone.h"
#include "base/text.h"
#include "base/typography.h"
#include "domain/amounts.h"
#include "domain/effectifs.h"
#include "domain/jours.h"
#include "reference/profession_forms.h"
#include "report/user_text.h"
#include "suivi/demarche.h"
#include "suivi/fiches.h"
#include "suivi/reunions.h"

#include <algorithm>
#include <map>

namespace report
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QString choiceLabel(const domain::FieldDescription &field, const QString &code)
{
    for (const domain::Choice &choice : field.choices)
        if (choice.code == code && !code.isEmpty())
            return choice.label;
    return {};
}

// A value as a reader expects it; nothing for what was not answered.
QString textOf(const domain::Value &value, const domain::FieldDescription &field)
{
    if (const auto *text = std::get_if<QString>(&value))
        return field.kind == domain::Kind::Choice ? choiceLabel(field, *text)
               : field.name == u"telephone"       ? base::frenchTelephone(*text)
                                                  : *text;
    if (const auto *number = std::get_if<qint64>(&value))
        return base::frenchNumber(*number);
    if (const auto *decimal = std::get_if<double>(&value))
        return domain::isAmount(field) ? base::frenchAmount(*decimal) : base::frenchNumber(*decimal, 2);
    if (const auto *answer = std::get_if<bool>(&value))
        return *answer ? u"Oui"_s : u"Non"_s;
    if (const auto *date = std::get_if<QDate>(&value))
        return base::frenchLongDate(*date);
    return {};
}

// An address with the name of its field.
Fact factAt(const domain::FieldAddress &at)
{
    Fact fact;
    fact.bound = true;
    fact.field = at.toString();
    fact.label = domain::table(at.table)->field(at.field)->label;
    return fact;
}

// Where a fact is, or will be. A person not yet named is edited where the project names that person.
domain::FieldAddress addressOf(const domain::Projet &projet, const domain::Champ &champ)
{
    if (const auto at = domain::resolve(projet, champ))
        return *at;
    domain::Champ holder = champ;
    holder.referred.clear();
    return domain::resolve(projet, holder).value_or(domain::FieldAddress{champ.table, {}, champ.field});
}

// The mission or profession of that identity, as the reference calls it; its code when the reference does not know it.
QString nameOf(const BuildContext &context, Piece::List list, const QString &code)
{
    if (list == Piece::List::Professions || list == Piece::List::ProfessionsPluriel) {
        const auto *profession = context.reference.professions().find(code);
        if (!profession)
            return code; // as the person wants it: "Infirmière"
        const bool several = list == Piece::List::ProfessionsPluriel && !profession->pluriel.isEmpty();
        return several ? profession->pluriel : reference::professionForms(profession->singulier).commun;
    }
    if (list == Piece::List::Missions || list == Piece::List::MissionsCourt) {
        const auto *mission = context.reference.missions().find(code);
        return !mission ? code : list == Piece::List::Missions ? mission->libelleProjet : mission->libelleCourt;
    }
    if (list == Piece::List::Dynamiques) {
        const auto *dynamique = context.reference.dynamiques().find(code);
        return dynamique ? dynamique->libelle : code;
    }
    return code;
}

Fact personFact(const base::Id &id, const domain::Personne &person)
{
    const bool named = !(person.nom + person.prenom).trimmed().isEmpty();
    Fact fact = factAt({u"personne"_s, id, named ? u"nom"_s : u"structure"_s});
    fact.text = domain::nomDe(person);
    fact.value = fact.text;
    fact.answered = !cleanText(fact.text).trimmed().isEmpty();
    return fact;
}

// What a record is called in a sentence: a field of it, or what its code stands for.
Fact recordFact(const BuildContext &context, const Piece &piece, const domain::TableDescription &table,
                const base::Id &id)
{
    if (const auto *person = context.projet.personnes.find(id); person && piece.list == Piece::List::Personnes)
        return personFact(id, *person);
    const QString name = piece.referred.isEmpty() ? table.keyField : piece.referred;
    const domain::FieldDescription *field = table.field(name);
    if (!field)
        return {};
    Fact fact = factAt({table.name, id, name});
    fact.value = domain::valueAt(context.projet, {table.name, id, name}).value_or(domain::Value());
    fact.text = nameOf(context, piece.list, textOf(fact.value, *field));
    if (piece.list == Piece::List::Missions || piece.list == Piece::List::MissionsCourt)
        if (const auto *mission = context.projet.missions.find(id); mission && !mission->precision.trimmed().isEmpty())
            fact.text += u" – "_s + mission->precision.trimmed();
    fact.longText = field->kind == domain::Kind::LongText;
    fact.answered = !cleanText(fact.text).trimmed().isEmpty();
    return fact;
}

// Through a field that names one record or several. With nothing named, the fact is that field.
Fact referredFact(const BuildContext &context, const Piece &piece, const domain::FieldDescription &field,
                  const domain::FieldAddress &at)
{
    const domain::TableDescription *target = domain::table(field.target);
    Fact fact = factAt(at);
    const domain::Value value = domain::valueAt(context.projet, at).value_or(domain::Value());
    if (const auto *one = std::get_if<base::Id>(&value)) {
        Fact found = recordFact(context, piece, *target, *one);
        if (piece.referred.isEmpty())
            found.field = fact.field; // the choice is edited where it is made
        return found;
    }
    if (const auto *many = std::get_if<base::IdList>(&value))
        for (const base::Id &id : ranged(context, *target, {many->begin(), many->end()}))
            if (Fact item = recordFact(context, piece, *target, id); item.answered)
                fact.items.push_back(std::move(item));
    fact.answered = !fact.items.empty();
    return fact;
}

domain::LigneOf lineOf(const BuildContext &context)
{
    return [&context](const QString &profession) { return context.reference.professions().ligneDe(profession); };
}

// The line of the trame that a row, or a record that may not be there, counts.
QString lineAt(const BuildContext &context, const RecordScope &scope)
{
    if (scope.row)
        return scope.row->key;
    for (const reference::Profession &each : context.reference.professions().trame)
        if (base::Id::fromKey(u"effectif:"_s + each.code) == scope.id)
            return each.code;
    return {};
}

// The counters of a profession come from the members when the project says so, and « Autres (précisez) » with them.
domain::Value counted(const BuildContext &context, const RecordScope &scope, const domain::FieldDescription &field)
{
    const QString line = lineAt(context, scope);
    domain::Effectif effectif = domain::effectifDe(context.projet, line, lineOf(context));
    QStringList members;
    if (line == "autres"_L1 && effectif.precision.trimmed().isEmpty())
        for (const QString &profession : domain::professionsComptees(context.projet, line, lineOf(context)))
            members << base::uncapitalized(nameOf(context, Piece::List::ProfessionsPluriel, profession));
    if (!members.isEmpty())
        effectif.precision = base::frenchList(members);
    return field.get(&effectif);
}

QString shownText(const BuildContext &context, const Piece &piece, const domain::Value &value,
                  const domain::FieldDescription &field)
{
    const auto *number = std::get_if<qint64>(&value);
    if (number && piece.form == Piece::Form::Year)
        return QString::number(*number);
    return nameOf(context, piece.list, textOf(value, field));
}

Fact fieldFact(const BuildContext &context, const Piece &piece, const RecordScope &scope)
{
    Fact fact;
    fact.bound = true;
    const domain::FieldDescription *field = nullptr;
    if (piece.champ) {
        field = domain::describe(*piece.champ);
        fact.value = domain::valueOf(context.projet, *piece.champ);
        fact.field = addressOf(context.projet, *piece.champ).toString();
    } else if (scope.table) {
        field = scope.table->field(piece.field);
        const domain::FieldAddress at = heldAt(context, {scope.table->name, scope.id, piece.field});
        if (field && !field->target.isEmpty())
            return referredFact(context, piece, *field, at);
        fact.value = domain::valueAt(context.projet, at).value_or(domain::Value());
        if (field && scope.table->name == u"effectif")
            fact.value = counted(context, scope, *field);
        fact.field = at.toString();
    }
    if (!field)
        return {};
    fact.label = field->label;
    fact.longText = field->kind == domain::Kind::LongText;
    fact.text = shownText(context, piece, fact.value, *field);
    fact.chosen = field->kind == domain::Kind::Choice || std::holds_alternative<bool>(fact.value);
    fact.answered = field->kind == domain::Kind::Flag || !cleanText(fact.text).trimmed().isEmpty();
    return fact;
}

Fact populationFact(const BuildContext &context)
{
    Fact fact = factAt({u"population"_s, {}, u"valeur"_s});
    if (const auto population = domain::populationRetenue(context.projet)) {
        fact.answered = true;
        fact.text = base::frenchNumber(*population);
    }
    return fact;
}

Fact originFact(const BuildContext &context, const Piece &piece)
{
    const domain::PopulationRetenue &declared = context.projet.population;
    Fact fact = factAt({u"population"_s, {}, u"source"_s});
    if (!declared.valeur) {
        fact.text = domain::populationRetenue(context.projet) ? piece.otherwise : QString();
    } else {
        // A year is no quantity: no thousands separator.
        const QString year = declared.annee ? QString::number(*declared.annee) : QString();
        const bool told = year.isEmpty() || declared.source.contains(year);
        fact.text = declared.source.trimmed();
        if (!told)
            fact.text += (fact.text.isEmpty() ? QString() : u", "_s) + year;
    }
    fact.answered = !fact.text.isEmpty();
    return fact;
}

Fact tailleFact(const BuildContext &context)
{
    Fact fact = populationFact(context);
    fact.label.clear(); // the box says it
    const auto population = domain::populationRetenue(context.projet);
    const auto taille = population ? context.reference.tailles().taille(*population) : std::nullopt;
    fact.answered = taille.has_value();
    fact.value = taille ? domain::Value(qint64(*taille)) : domain::Value();
    fact.text = taille ? QString::number(*taille) : QString();
    return fact;
}

// "ZIP ; QPV : Centre ancien (ZIP)": the zoning of a QPV is not that of its commune.
Fact particularitesFact(const BuildContext &context, const RecordScope &scope)
{
    Fact fact = factAt({u"commune"_s, scope.id, u"zonage"_s});
    const domain::Commune *commune = context.projet.communes.find(scope.id);
    if (!commune)
        return fact;
    const domain::FieldDescription *zoning = domain::table(u"commune"_s)->field(u"zonage"_s);
    const auto zoningText = [zoning](domain::Zonage zonage) {
        return choiceLabel(*zoning, std::get<QString>(domain::Conversion<domain::Zonage>::toValue(zonage)));
    };
    fact.text = zoningText(commune->zonage);
    fact.answered = !fact.text.isEmpty();
    for (const auto &[id, qpv] : domain::inOrder(context.projet.qpv)) {
        if (!std::binary_search(qpv->communes.begin(), qpv->communes.end(), scope.id))
            continue;
        Fact more = factAt({u"qpv"_s, id, u"nom"_s});
        const QString start = fact.text.isEmpty() ? u"QPV\u00A0: "_s : u"\u202F; QPV\u00A0: "_s;
        more.text = fact.more.empty() ? start : u", "_s;
        more.text += printedText(qpv->nom.trimmed().isEmpty() ? qpv->code : qpv->nom);
        if (const QString own = zoningText(qpv->zonage); !own.isEmpty())
            more.text += u" ("_s + own + u')';
        fact.more.push_back(std::move(more));
    }
    return fact;
}

Fact participantsFact(const BuildContext &context, const RecordScope &scope)
{
    const domain::Reunion *reunion = context.projet.reunions.find(scope.id);
    const domain::Number count = reunion ? suivi::participants(*reunion) : domain::Number();
    Fact fact;
    fact.field = domain::FieldAddress{u"reunion"_s, scope.id, u"presents"_s}.toString();
    fact.bound = true;
    fact.answered = count.has_value();
    if (count)
        fact.text = base::frenchNumber(*count);
    return fact;
}

Fact numeroFact(const BuildContext &context, const RecordScope &scope)
{
    const int number = suivi::numeroDeFiche(context.projet, context.reference.missions(), scope.id);
    Fact fact;
    fact.answered = fact.bound = number > 0;
    if (fact.answered)
        fact.text = QString::number(number);
    return fact;
}

Fact socleFact(const BuildContext &context, const Piece &piece, const RecordScope &scope)
{
    Fact fact = factAt({u"fiche"_s, scope.id, u"mission"_s});
    const domain::FicheAction *fiche = context.projet.fiches.find(scope.id);
    const domain::Mission *mission = fiche ? context.projet.missions.find(fiche->mission) : nullptr;
    if (const auto *official = mission ? context.reference.missions().find(mission->code) : nullptr)
        fact.text = official->socle ? piece.text : piece.otherwise;
    fact.answered = !fact.text.isEmpty();
    return fact;
}

Fact abandonFact(const BuildContext &context, const Piece &piece, const RecordScope &scope)
{
    if (!domain::isAbandoned(context.projet, scope.id))
        return {};
    Fact fact = factAt({u"fiche"_s, scope.id, u"avancement"_s});
    fact.text = piece.text;
    fact.answered = true;
    return fact;
}

// "15 janvier 2029 – 3 mars 2029": each date leads to its own field.
Fact joursFact(const BuildContext &context, const RecordScope &scope)
{
    const domain::EtapeAction *step = context.projet.etapesAction.find(scope.id);
    const domain::Jours days = step ? domain::joursSaisis(*step) : domain::Jours();
    const auto dated = [&](const QDate &day) {
        Fact fact = factAt({u"etapeAction"_s, scope.id, step && step->debut == day ? u"debut"_s : u"fin"_s});
        fact.text = base::frenchLongDate(day);
        fact.answered = true;
        return fact;
    };
    if (!days.debut.isValid())
        return factAt({u"etapeAction"_s, scope.id, u"debut"_s});
    Fact fact = dated(days.debut);
    if (days.fin == days.debut)
        return fact;
    Fact end = dated(days.fin);
    end.text = base::frenchTypography(u" – "_s + end.text);
    fact.more.push_back(std::move(end));
    return fact;
}

} // namespace

domain::FieldAddress heldAt(const BuildContext &context, const domain::FieldAddress &at)
{
    const bool dated = at.table == "echeance"_L1 && at.field == "date"_L1;
    return dated ? suivi::dateTenue(context.projet, context.reference, at.id) : at;
}

Fact factOf(const BuildContext &context, const Piece &piece, const RecordScope &scope)
{
    switch (piece.computed) {
    case Computed::Population:
        return populationFact(context);
    case Computed::PopulationOrigin:
        return originFact(context, piece);
    case Computed::Taille:
        return tailleFact(context);
    case Computed::Particularites:
        return particularitesFact(context, scope);
    case Computed::Participants:
        return participantsFact(context, scope);
    case Computed::NumeroFiche:
        return numeroFact(context, scope);
    case Computed::MissionSocle:
        return socleFact(context, piece, scope);
    case Computed::ActionAbandonnee:
        return abandonFact(context, piece, scope);
    case Computed::JoursEtape:
        return joursFact(context, scope);
    case Computed::None:
        break;
    }
    return piece.champ || !piece.field.isEmpty() ? fieldFact(context, piece, scope) : Fact();
}

bool holds(const BuildContext &context, const Piece &piece, const RecordScope &scope)
{
    const auto given = [&](const QString &name) {
        const auto value = domain::valueAt(context.projet, {scope.table->name, scope.id, name});
        if (const auto *text = value ? std::get_if<QString>(&*value) : nullptr)
            return !cleanText(*text).trimmed().isEmpty();
        return value && !domain::isEmpty(*value) && *value != domain::Value(false);
    };
    if (piece.ifAll.isEmpty() && piece.ifNone.isEmpty())
        return true;
    return context.filled() && scope.table && std::all_of(piece.ifAll.begin(), piece.ifAll.end(), given) &&
           std::none_of(piece.ifNone.begin(), piece.ifNone.end(), given);
}

bool passes(const BuildContext &context, const Filter &filter, const domain::TableDescription &table,
            const base::Id &id)
{
    if (filter.field.isEmpty())
        return true;
    const domain::Value value =
        domain::valueAt(context.projet, {table.name, id, filter.field}).value_or(domain::Value());
    QString code;
    if (const auto *text = std::get_if<QString>(&value))
        code = *text;
    else if (const auto *answer = std::get_if<bool>(&value))
        code = *answer ? u"oui"_s : u"non"_s;
    else if (const auto *record = std::get_if<base::Id>(&value))
        code = record->toString();
    return filter.codes.contains(code) != filter.excluded;
}

std::vector<base::Id> recordsOf(const BuildContext &context, const domain::TableDescription &table)
{
    std::vector<base::Id> ids = table.ids(context.projet);
    if (table.name == "effectif"_L1) // a line that the members count may have no record
        for (const auto &[line, effectif] : domain::effectifs(context.projet, lineOf(context)))
            if (const base::Id id = base::Id::fromKey(u"effectif:"_s + line); !context.projet.effectifs.find(id))
                ids.push_back(id);
    return ranged(context, table, std::move(ids));
}

std::vector<base::Id> ranged(const BuildContext &context, const domain::TableDescription &table,
                             std::vector<base::Id> ids)
{
    std::map<base::Id, QString> ranks;
    const auto place = [&ranks](const QString &name, const auto &list) {
        for (size_t i = 0; i < list.size(); ++i)
            ranks[base::Id::fromKey(name + u':' + list.at(i).code)] = u"%1"_s.arg(i, 6, 10, QChar(u'0'));
    };
    if (table.name == u"mission")
        place(table.name, context.reference.missions().toutes);
    else if (table.name == u"effectif")
        place(table.name, context.reference.professions().trame);
    std::vector<std::pair<QString, base::Id>> places;
    places.reserve(ids.size());
    for (const base::Id &id : ids) {
        const auto known = ranks.find(id);
        const bool asked = known == ranks.end() && table.ordered;
        const auto rank = asked ? domain::valueAt(context.projet, {table.name, id, u"rang"_s}) : std::nullopt;
        const auto *text = rank ? std::get_if<QString>(&*rank) : nullptr;
        places.emplace_back(known != ranks.end() ? known->second : text ? *text : u"~"_s, id);
    }
    std::sort(places.begin(), places.end());
    std::transform(places.begin(), places.end(), ids.begin(), [](const auto &each) { return each.second; });
    return ids;
}

QString contactOf(const reference::StructureAppui &structure)
{
    if (!structure.courriel.isEmpty())
        return structure.courriel;
    QStringList parts{structure.adresse, (structure.codePostal + u' ' + structure.ville).trimmed()};
    if (!structure.telephones.isEmpty())
        parts << structure.telephones.first();
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

} // namespace report
