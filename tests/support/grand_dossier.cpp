#include "support/grand_dossier.h"

#include "domain/changes.h"
#include "domain/rank.h"

#include <map>

namespace support
{

using namespace domain;
using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int longRubriqueWords = 3000;
constexpr int rubriqueWords = 500;
constexpr int textWords = 60;

const QStringList &rubriques()
{
    static const QStringList codes{u"problematiques"_s,
                                   u"gouvernance"_s,
                                   u"organisation"_s,
                                   u"calendrier"_s,
                                   u"offre"_s,
                                   u"modalites"_s,
                                   u"inclusion"_s,
                                   u"besoins-non-couverts"_s,
                                   u"actions"_s,
                                   u"telemedecine"_s,
                                   u"systeme-information"_s,
                                   u"problematiques-projet"_s,
                                   u"gouvernance-projet"_s};
    return codes;
}

const std::map<QString, int> &counts()
{
    static const std::map<QString, int> each{
        {u"qpv"_s, 3},        {u"personne"_s, 120}, {u"commune"_s, 44},      {u"effectif"_s, 12},
        {u"contact"_s, 5},    {u"mission"_s, 8},    {u"partenaire"_s, 40},   {u"mobilisation"_s, 10},
        {u"echeance"_s, 12},  {u"besoin"_s, 15},    {u"indicateur"_s, 60},   {u"tranche"_s, 7},
        {u"acteur"_s, 30},    {u"instance"_s, 6},   {u"outil"_s, 12},        {u"poste"_s, 3},
        {u"prestation"_s, 2}, {u"reunion"_s, 20},   {u"financement"_s, 6},   {u"fiche"_s, 25},
        {u"objectif"_s, 50},  {u"budget"_s, 75},    {u"etapeAction"_s, 150}, {u"indicateurAction"_s, 50},
        {u"releve"_s, 100},   {u"protocole"_s, 5},  {u"interlocuteur"_s, 4}, {u"rubrique"_s, int(rubriques().size())}};
    return each;
}

// Fills records field by field, by what their descriptions say.
class Writer
{
public:
    explicit Writer(const Nomenclature &words) : m_words(words) {}

    Projet write();

private:
    [[nodiscard]] QString key(const TableDescription &table, int at) const;
    [[nodiscard]] Value value(const TableDescription &table, const FieldDescription &field, int at);
    [[nodiscard]] Value text(const TableDescription &table, const FieldDescription &field, int at);
    [[nodiscard]] QString byCommune(int at) const;
    [[nodiscard]] Value reference(const FieldDescription &field, int at) const;
    [[nodiscard]] Value references(const FieldDescription &field, int at) const;
    [[nodiscard]] static Value date(const QString &field, int at);
    void fill(const TableDescription &table, const Id &id, int at);
    void settle();

    const Nomenclature &m_words;
    Projet m_projet;
    std::map<QString, std::vector<Id>> m_ids; // in the order of writing
    int m_number = 0;
};

QString Writer::key(const TableDescription &table, int at) const
{
    const std::map<QString, const QStringList *> lists{{u"effectif"_s, &m_words.lignes},
                                                       {u"mission"_s, &m_words.missions},
                                                       {u"contact"_s, &m_words.contacts},
                                                       {u"rubrique"_s, &rubriques()}};
    if (const auto list = lists.find(table.name); list != lists.end())
        return list->second->value(at);
    return table.name == u"commune" ? m_words.communes.at(static_cast<size_t>(at)).code : QString::number(at * 15);
}

Value Writer::text(const TableDescription &table, const FieldDescription &field, int at)
{
    const int number = ++m_number;
    if (field.name.startsWith(u"email"_s))
        return u"contact%1@exemple.fr"_s.arg(number);
    if (field.name == u"telephone")
        return u"04 92 %1 %2 00"_s.arg(number / 100 % 90 + 10).arg(number % 90 + 10);
    if (field.name == u"profession")
        return m_words.professions.value(at % int(m_words.professions.size()));
    if (field.name == u"unite")
        return at % 2 == 0 ? u"%"_s : u"pour 10 000 habitants"_s;
    if (field.name == u"dynamique" || field.name == u"etape") // a code, or none
        return QString();
    if (field.name == u"parCommune")
        return at < 12 ? byCommune(at) : QString();
    if (field.name == u"theme" && table.name == u"indicateur")
        return u"Thème « %1 »"_s.arg(at % 6 + 1);
    if (field.kind == Kind::LongText && table.name == u"rubrique")
        return grandText(number, at == 0 ? longRubriqueWords : rubriqueWords);
    if (field.kind == Kind::LongText)
        return grandText(number, textWords);
    return u"%1 n° %2 « à l’été »"_s.arg(field.label, QString::number(number));
}

QString Writer::byCommune(int at) const
{
    std::map<QString, double> values;
    for (const Commune &commune : m_words.communes)
        values[commune.code] = 5 + double(values.size()) * (at + 1) / 4;
    return parCommuneDe(values);
}

Value Writer::date(const QString &field, int at)
{
    const QDate start(2027, 1, 4);
    return start.addDays(at * 11 % 1000 + (field == u"fin" || field == u"echeance" ? 45 : 0));
}

Value Writer::reference(const FieldDescription &field, int at) const
{
    const auto ids = m_ids.find(field.target);
    return ids == m_ids.end() ? Value() : Value(ids->second.at(static_cast<size_t>(at) % ids->second.size()));
}

Value Writer::references(const FieldDescription &field, int at) const
{
    IdList list;
    if (const auto ids = m_ids.find(field.target); ids != m_ids.end())
        for (int i = 0; i <= at % 3; ++i)
            list.push_back(ids->second.at(static_cast<size_t>(at * 3 + i) % ids->second.size()));
    return normalised(list);
}

Value Writer::value(const TableDescription &table, const FieldDescription &field, int at)
{
    switch (field.kind) {
    case Kind::Text:
    case Kind::LongText:
        return text(table, field, at);
    case Kind::Choice: // each of them but the first, which says that nothing was answered
        return field.choices.at(1 + static_cast<size_t>(at) % (field.choices.size() - 1)).code;
    case Kind::Flag:
        return true;
    case Kind::Answer:
        return at % 4 != 3;
    case Kind::Integer:
        return qint64(field.name.endsWith(u"nnee"_s) ? 2027 + at % 3 : 40 + at * 7 % 500);
    case Kind::Decimal:
        return 10.5 + at * 13 % 900;
    case Kind::Date:
        return date(field.name, at);
    case Kind::Reference:
        return reference(field, at);
    case Kind::References:
        return references(field, at);
    }
    return {};
}

void Writer::fill(const TableDescription &table, const Id &id, int at)
{
    void *record = table.findForEdit(m_projet, id);
    for (const FieldDescription &field : table.fields)
        if (field.name != u"rang" && field.name != table.keyField)
            static_cast<void>(field.set(record, value(table, field, at)));
}

// What two fields say together.
void Writer::settle()
{
    for (const Commune &known : m_words.communes) {
        Commune &commune = *m_projet.communes.find(Id::fromKey(u"commune:"_s + known.code));
        const Commune filled = std::exchange(commune, known);
        commune.zonage = filled.zonage;
        commune.zonageAnnee = filled.zonageAnnee;
        commune.sansQpv = filled.sansQpv;
    }
    int at = 0;
    for (const Id &id : m_ids[u"effectif"_s]) {
        Effectif &counted = *m_projet.effectifs.find(id);
        counted.identifies = 60 + 5 * ++at;
        counted.sollicites = 40 + 3 * at;
        counted.adherents = 10 + 2 * at;
        counted.gouvernance = at;
        counted.elaboration = at + 3;
    }
    at = 0;
    for (const Id &id : m_ids[u"personne"_s])
        m_projet.personnes.find(id)->equipeProjet = ++at <= 10;
    for (const Id &id : m_ids[u"etapeAction"_s])
        if (EtapeAction &step = *m_projet.etapesAction.find(id); step.sorte == SorteEtape::Jalon)
            step.fin = {};
    at = 0;
    for (const Id &id : m_ids[u"releve"_s])
        m_projet.releves.find(id)->annee = 2027 + at++ / 50; // one a year of each indicator
}

Projet Writer::write()
{
    m_projet = nouveauProjet(u"CPTS de quarante-quatre communes"_s, u"paca-2022"_s, u"2026"_s, QDate(2026, 9, 14));
    for (const TableDescription &table : tables()) {
        QString rank;
        for (int at = 0; !table.unique && at < grandCount(table.name); ++at) {
            const QString code = table.keyField.isEmpty() ? QString() : key(table, at);
            const Id id =
                Id::fromKey(code.isEmpty() ? u"grand:%1:%2"_s.arg(table.name).arg(at) : table.name + u':' + code);
            table.insert(m_projet, id);
            if (!code.isEmpty())
                static_cast<void>(table.field(table.keyField)->set(table.findForEdit(m_projet, id), code));
            fill(table, id, at);
            if (table.ordered)
                static_cast<void>(
                    table.field(u"rang"_s)->set(table.findForEdit(m_projet, id), rank = rankBetween(rank, {})));
            m_ids[table.name].push_back(id);
        }
    }
    const Identite named = m_projet.identite;
    for (const QString &name : {u"identite"_s, u"structure"_s, u"population"_s, u"accompagnement"_s})
        fill(*table(name), {}, 0);
    m_projet.identite.nom = named.nom;
    m_projet.identite.trame = named.trame;
    m_projet.identite.millesime = named.millesime;
    m_projet.identite.creeLe = named.creeLe;
    m_projet.accompagnement.structureAppui = u"mazars"_s;
    settle();
    m_projet.population.valeur = populationDesCommunes(m_projet);
    return std::move(m_projet);
}

} // namespace

int grandCount(const QString &table)
{
    const auto found = counts().find(table);
    return found == counts().end() ? 0 : found->second;
}

QString grandText(int number, int words)
{
    QString text = u"Début%1 de l’œuvre, « accès aux soins » : 50 % des patients ?\n"_s.arg(number);
    for (int word = 0; word < words; ++word) {
        const bool last = word % 40 == 39;
        const bool item = word % 400 == 80 && words > 400;
        if (item)
            text += u"\n- "_s;
        text += (word % 97 == 50 && words > 400 ? u"**mot%1x%2**%3"_s : u"mot%1x%2%3"_s)
                    .arg(number)
                    .arg(word)
                    .arg(last ? u".\n"_s : u" "_s);
    }
    return text.trimmed() + u" fin%1 été, naïf, cœur"_s.arg(number);
}

Projet grandDossier(const Nomenclature &words)
{
    return Writer(words).write();
}

} // namespace support
