#include "report/facts.h"

#include "base/text.h"
#include "report/user_text.h"

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
        return field.kind == domain::Kind::Choice ? choiceLabel(field, *text) : *text;
    if (const auto *number = std::get_if<qint64>(&value))
        return base::frenchNumber(*number);
    if (const auto *decimal = std::get_if<double>(&value))
        return base::frenchNumber(*decimal, 2);
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
        const domain::FieldAddress at{scope.table->name, scope.id, piece.field};
        fact.value = domain::valueAt(context.projet, at).value_or(domain::Value());
        fact.field = at.toString();
    }
    if (!field)
        return {};
    fact.label = field->label;
    fact.longText = field->kind == domain::Kind::LongText;
    fact.text = textOf(fact.value, *field);
    if (piece.list == Piece::List::Professions)
        if (const auto *profession = context.reference.professions().find(fact.text))
            fact.text = profession->singulier;
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

} // namespace

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
    case Computed::None:
        break;
    }
    return piece.champ || !piece.field.isEmpty() ? fieldFact(context, piece, scope) : Fact();
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
