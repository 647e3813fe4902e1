#include "report/trame_pieces.h"

#include <algorithm>

namespace report
{

using namespace Qt::Literals::StringLiterals;

namespace
{

const QStringList &computedWords()
{
    static const QStringList words{u"population"_s,     u"population-origine"_s, u"taille"_s,
                                   u"particularites"_s, u"participants"_s,       u"numero-fiche"_s,
                                   u"mission-socle"_s,  u"action-abandonnee"_s,  u"jours-etape"_s};
    return words;
}

Computed computedOf(const QString &word)
{
    constexpr std::array all{Computed::Population,     Computed::PopulationOrigin, Computed::Taille,
                             Computed::Particularites, Computed::Participants,     Computed::NumeroFiche,
                             Computed::MissionSocle,   Computed::ActionAbandonnee, Computed::JoursEtape};
    return all.at(static_cast<size_t>(computedWords().indexOf(word)));
}

// "besoins/enonce": a field of what a field names.
const domain::FieldDescription *relativeField(const PieceScope &scope, const QString &name, Piece &piece)
{
    piece.field = name.section(u'/', 0, 0);
    piece.referred = name.section(u'/', 1);
    const domain::FieldDescription *field = scope.table->field(piece.field);
    if (!field || piece.referred.isEmpty())
        return field;
    const domain::TableDescription *target = domain::table(field->target);
    return target ? target->field(piece.referred) : nullptr;
}

const domain::FieldDescription *readField(const Node &node, const PieceScope &scope, Piece &piece)
{
    const QString name = node.text("champ");
    const domain::FieldDescription *field = nullptr;
    if (scope.table) {
        field = relativeField(scope, name, piece);
    } else if ((piece.champ = domain::parseChamp(name))) {
        field = domain::describe(*piece.champ);
    }
    if (!field && !name.isEmpty())
        node.faultAtKey("champ", scope.table
                                     ? u"le champ « %1 » n’existe pas dans « %2 »"_s.arg(name, scope.table->name)
                                     : u"le champ « %1 » n’existe pas"_s.arg(name));
    return field;
}

void readComputed(const Node &node, const PieceScope &scope, Piece &piece)
{
    piece.computed = computedOf(node.choice("calcul", computedWords()));
    if (piece.computed == Computed::Participants) {
        if (!scope.table || scope.table->name != u"reunion")
            node.faultAtKey("calcul", u"« participants » ne sert que dans le tableau des réunions"_s);
        return;
    }
    if (piece.computed == Computed::JoursEtape) {
        if (!scope.table || scope.table->name != u"etapeAction")
            node.faultAtKey("calcul", u"« jours-etape » ne sert que dans la liste des étapes"_s);
        return;
    }
    if (piece.computed == Computed::NumeroFiche || piece.computed == Computed::MissionSocle ||
        piece.computed == Computed::ActionAbandonnee) {
        if (!scope.table || scope.table->name != u"fiche")
            node.faultAtKey("calcul", u"« %1 » ne sert que pour les fiches"_s.arg(node.text("calcul")));
        else if (piece.computed != Computed::NumeroFiche)
            piece.text = node.text("valeur");
        return;
    }
    if ((piece.computed == Computed::Particularites) != scope.communes)
        node.faultAtKey("calcul", scope.communes ? u"seul « particularites » peut servir dans le tableau des communes"_s
                                                 : u"« particularites » ne sert que dans le tableau des communes"_s);
}

bool known(const std::vector<domain::Choice> &choices, const QString &code)
{
    return std::any_of(choices.begin(), choices.end(), [&code](const auto &choice) { return choice.code == code; });
}

// The value that ticks a box, of the type of what the box is bound to.
void readTickedBy(const Node &node, const domain::FieldDescription *field, Piece &piece)
{
    const nlohmann::json *value = node.find("valeur");
    if (!value)
        return node.fault(u"« valeur » manque : elle dit quand la case est cochée"_s);
    if (piece.computed == Computed::Taille) {
        piece.value = qint64(node.integer("valeur", 1, 4, 1));
    } else if (field && field->kind == domain::Kind::Choice) {
        piece.value = node.text("valeur");
        if (!known(field->choices, std::get<QString>(piece.value)))
            node.faultAtKey("valeur", u"« %1 » n’est pas un choix de ce champ"_s.arg(std::get<QString>(piece.value)));
    } else if (field && (field->kind == domain::Kind::Answer || field->kind == domain::Kind::Flag)) {
        piece.value = node.flag("valeur");
    } else if (field && field->kind == domain::Kind::Text) {
        piece.value = node.text("valeur");
    } else if (field || piece.computed != Computed::None) {
        node.fault(u"une case ne peut pas dépendre de ce champ"_s);
    }
}

void readRowText(const Node &node, const PieceScope &scope, Piece &piece)
{
    piece.rowText = node.text("case-ligne");
    if (!scope.rows)
        return node.faultAtKey("case-ligne", u"« case-ligne » ne sert que dans un tableau à lignes fixes"_s);
    for (const FixedRow &row : *scope.rows)
        if (row.section.isEmpty() && !row.texts.contains(piece.rowText))
            return node.faultAtKey("case-ligne",
                                   u"la ligne « %1 » n’a pas de texte « %2 »"_s.arg(row.label, piece.rowText));
}

void readCheck(const Node &node, const PieceScope &scope, Piece &piece)
{
    piece.type = Piece::Type::Check;
    if (node.has("case-ligne"))
        readRowText(node, scope, piece);
    else
        piece.text = node.text("case");
    const domain::FieldDescription *field = nullptr;
    if (node.has("champ"))
        field = readField(node, scope, piece);
    if (node.has("calcul"))
        readComputed(node, scope, piece);
    if (node.has("champ") || node.has("calcul"))
        readTickedBy(node, field, piece);
    else if (!scope.reserved)
        node.fault(u"hors de la partie réservée, une case dit de quoi elle dépend : « champ » ou « calcul » manque"_s);
}

// The records of another table that name the one at hand.
void readSubList(const Node &node, const PieceScope &scope, Piece &piece)
{
    piece.type = Piece::Type::SubList;
    piece.table = node.text("liste-de");
    piece.parent = node.text("par");
    piece.numbered = node.flag("numerotee");
    const domain::TableDescription *table = domain::table(piece.table);
    if (scope.reserved || !scope.table)
        return node.faultAtKey("liste-de", u"« liste-de » ne sert que là où les noms sont ceux d’une fiche"_s);
    if (!table)
        return node.faultAtKey("liste-de", u"la table « %1 » n’existe pas"_s.arg(piece.table));
    const domain::FieldDescription *parent = table->field(piece.parent);
    if (!parent || parent->kind != domain::Kind::Reference || parent->target != scope.table->name)
        return node.faultAtKey("par", u"« %1 » ne désigne pas, dans « %2 », l’élément dont c’est la liste"_s.arg(
                                          piece.parent, piece.table));
    piece.filter = readFilter(node, table);
    piece.children = readPieces(node, {table, false, false, false, nullptr});
}

QStringList readConditions(const Node &node, const char *key, const PieceScope &scope)
{
    const QStringList names = node.texts(key);
    for (const QString &name : names)
        if (!scope.table || !scope.table->field(name))
            node.faultAtKey(key, u"le champ « %1 » n’existe pas ici"_s.arg(name));
    return names;
}

Piece::List readListName(const Node &node)
{
    static const QStringList names{u"professions"_s,    u"professions-pluriel"_s, u"missions"_s,
                                   u"missions-court"_s, u"dynamiques"_s,          u"personnes"_s};
    if (!node.has("liste"))
        return Piece::List::None;
    constexpr std::array all{Piece::List::Professions,   Piece::List::ProfessionsPluriel, Piece::List::Missions,
                             Piece::List::MissionsCourt, Piece::List::Dynamiques,         Piece::List::Personnes};
    return all.at(static_cast<size_t>(names.indexOf(node.choice("liste", names))));
}

// What any piece may have beside its own kind.
void readManner(const Node &node, const PieceScope &scope, Piece &piece)
{
    piece.between = node.optionalText("entre");
    piece.before = node.optionalText("avant");
    piece.after = node.optionalText("apres");
    piece.otherwise = node.optionalText("sinon");
    piece.bold = node.flag("gras");
    piece.newParagraph = node.flag("alinea");
    piece.expected = node.flag("attendu");
    piece.bullets = node.flag("puces");
    piece.ifAll = readConditions(node, "si", scope);
    piece.ifNone = readConditions(node, "si-vides", scope);
    piece.list = readListName(node);
    if (node.has("accord"))
        piece.counted = readConditions(node, "accord", scope).value(0);
    if (node.has("forme") && node.choice("forme", {u"annee"_s}) == u"annee"_s)
        piece.form = Piece::Form::Year;
}

Piece readPiece(const Node &node, const PieceScope &scope)
{
    node.only({u"texte"_s,   u"champ"_s,    u"case"_s,     u"case-ligne"_s, u"calcul"_s, u"ligne"_s,
               u"blanc"_s,   u"avant"_s,    u"apres"_s,    u"entre"_s,      u"valeur"_s, u"structure-appui"_s,
               u"liste"_s,   u"sinon"_s,    u"gras"_s,     u"alinea"_s,     u"puces"_s,  u"si"_s,
               u"forme"_s,   u"si-vides"_s, u"liste-de"_s, u"par"_s,        u"filtre"_s, u"numerotee"_s,
               u"contenu"_s, u"accord"_s,   u"attendu"_s});
    Piece piece;
    if (scope.reserved && (node.has("champ") || node.has("calcul")))
        node.fault(u"la partie réservée à l’ARS et à l’Assurance Maladie reste vide : aucun champ n’y est permis"_s);
    if (node.has("case") || node.has("case-ligne")) {
        readCheck(node, scope, piece);
    } else if (node.has("calcul")) {
        piece.type = Piece::Type::Computed;
        readComputed(node, scope, piece);
    } else if (node.has("champ")) {
        piece.type = Piece::Type::Field;
        readField(node, scope, piece);
    } else if (node.has("liste-de")) {
        readSubList(node, scope, piece);
    } else if (node.has("ligne")) {
        piece.type = Piece::Type::RowLabel;
        if (node.choice("ligne", {u"libelle"_s}) == u"libelle"_s && !scope.row)
            node.fault(u"« ligne » ne sert que dans un tableau à lignes fixes"_s);
    } else if (node.has("structure-appui")) {
        piece.type = Piece::Type::Support;
        piece.text = node.text("structure-appui");
    } else if (node.has("blanc")) {
        piece.type = Piece::Type::HandWrite;
        if (!node.flag("blanc"))
            node.faultAtKey("blanc", u"« blanc » ne peut valoir que true"_s);
    } else if (node.has("texte")) {
        piece.text = node.optionalText("texte");
    } else {
        node.fault(u"on ne sait pas quoi écrire ici : « texte », « champ », « case » ou « calcul » manque"_s);
    }
    readManner(node, scope, piece);
    return piece;
}

bool knownCode(const domain::FieldDescription &field, const QString &code)
{
    if (code.isEmpty() || field.kind == domain::Kind::Text)
        return true;
    if (field.kind == domain::Kind::Answer || field.kind == domain::Kind::Flag)
        return code == u"oui" || code == u"non";
    return field.kind == domain::Kind::Choice && known(field.choices, code);
}

} // namespace

Filter readFilter(const Node &holder, const domain::TableDescription *table)
{
    if (!holder.has("filtre"))
        return {};
    const Node node = holder.object("filtre");
    node.only({u"champ"_s, u"parmi"_s, u"sauf"_s});
    Filter filter{node.text("champ"), node.texts("parmi") + node.texts("sauf"), node.has("sauf")};
    const domain::FieldDescription *field = table ? table->field(filter.field) : nullptr;
    if (!field)
        node.faultAtKey("champ", u"le champ « %1 » n’existe pas ici"_s.arg(filter.field));
    if (node.has("parmi") == node.has("sauf"))
        node.fault(u"un filtre a « parmi » ou « sauf », et pas les deux"_s);
    for (const QString &code : filter.codes)
        if (field && !knownCode(*field, code) && field->kind != domain::Kind::Reference)
            node.fault(u"« %1 » n’est pas une valeur de « %2 »"_s.arg(code, filter.field));
    return filter;
}

Pieces readPieces(const Node &holder, const PieceScope &scope)
{
    Pieces pieces;
    for (const Node &node : holder.list("contenu"))
        pieces.push_back(readPiece(node, scope));
    return pieces;
}

} // namespace report
