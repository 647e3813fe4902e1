#include "report/trame_blocks.h"

#include "report/trame_pieces.h"

#include <algorithm>
#include <QSet>

namespace report
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// What is known while the blocks of one document are read.
struct Progress {
    QSet<QString> anchors;
    bool reserved = false;
    bool valuesAwaited = false;                         // a chart says that its values come later
    const domain::TableDescription *repeated = nullptr; // names are fields of its records
};

const QStringList &collectionWords()
{
    static const QStringList words{u"communes"_s,      u"equipe-projet"_s, u"partenaires"_s,
                                   u"echeances"_s,     u"besoins"_s,       u"indicateurs"_s,
                                   u"acteurs"_s,       u"membres"_s,       u"instances"_s,
                                   u"outils"_s,        u"fiches"_s,        u"reunions"_s,
                                   u"mobilisations"_s, u"contacts"_s,      u"missions"_s,
                                   u"effectifs"_s,     u"protocoles"_s,    u"indicateurs-actions"_s,
                                   u"postes"_s,        u"prestations"_s};
    return words;
}

PieceScope scopeOf(const Progress &progress)
{
    PieceScope scope;
    scope.table = progress.repeated;
    scope.reserved = progress.reserved;
    return scope;
}

void takeAnchor(const Node &node, const QString &anchor, Progress &progress)
{
    if (!anchor.isEmpty() && progress.anchors.contains(anchor))
        node.faultAtKey("ancre", u"l’ancre « %1 » est déjà prise dans ce document"_s.arg(anchor));
    progress.anchors.insert(anchor);
}

HeadingSpec readHeading(const Node &node, Progress &progress)
{
    node.only({u"genre"_s, u"niveau"_s, u"texte"_s, u"ancre"_s, u"bandeau"_s, u"reserve"_s, u"contenu"_s});
    HeadingSpec spec;
    spec.level = node.integer("niveau", 1, 3, 1);
    spec.text = node.text("texte");
    spec.anchor = node.text("ancre");
    spec.banner = node.flag("bandeau");
    if (node.has("contenu") && !progress.repeated)
        node.faultAtKey("contenu", u"un titre n’a de « contenu » que dans un document qui se répète"_s);
    else if (node.has("contenu"))
        spec.pieces = readPieces(node, scopeOf(progress));
    takeAnchor(node, spec.anchor, progress);
    progress.reserved = progress.reserved || node.flag("reserve");
    return spec;
}

WordsSpec readWords(const Node &node, const QString &kind)
{
    node.only({u"genre"_s, u"texte"_s, u"puces"_s, u"vierge-seul"_s});
    WordsSpec spec;
    spec.type = kind == u"question"_s   ? WordsSpec::Type::Question
                : kind == u"consigne"_s ? WordsSpec::Type::Instruction
                                        : WordsSpec::Type::Advice;
    spec.text = node.optionalText("texte");
    spec.items = node.texts("puces");
    spec.blankOnly = node.flag("vierge-seul");
    if (spec.text.isEmpty() && spec.items.isEmpty())
        node.fault(u"« texte » ou « puces » manque"_s);
    return spec;
}

std::optional<domain::Champ> readLongTextField(const Node &node, const char *key)
{
    const QString name = node.text(key);
    const auto champ = domain::parseChamp(name);
    const domain::FieldDescription *field = champ ? domain::describe(*champ) : nullptr;
    if (!field)
        node.faultAtKey(key, u"le champ « %1 » n’existe pas"_s.arg(name));
    else if (field->kind != domain::Kind::LongText)
        node.faultAtKey(key, u"« %1 » n’est pas un texte long"_s.arg(name));
    return champ;
}

LineSpec readLine(const Node &node, const Progress &progress)
{
    node.only({u"genre"_s, u"contenu"_s, u"avec-suivant"_s, u"facultatif"_s, u"attendu-si"_s});
    LineSpec spec{readPieces(node, scopeOf(progress)), node.flag("avec-suivant"), node.flag("facultatif")};
    if (!node.has("attendu-si"))
        return spec;
    spec.expectedIf = domain::parseChamp(node.text("attendu-si"));
    const auto *field = spec.expectedIf ? domain::describe(*spec.expectedIf) : nullptr;
    if (!field || (field->kind != domain::Kind::Flag && field->kind != domain::Kind::Answer))
        node.faultAtKey("attendu-si", u"« %1 » n’est pas une réponse par oui ou non"_s.arg(node.text("attendu-si")));
    return spec;
}

// Nothing, and a fault, for an unknown word: what hangs on it can't be judged.
std::optional<Collection> readCollection(const Node &node, const char *key = "collection")
{
    const qsizetype at = collectionWords().indexOf(node.choice(key, collectionWords()));
    const bool known = collectionWords().contains(node.optionalText(key));
    return known ? std::optional(static_cast<Collection>(at)) : std::nullopt;
}

LongTextSpec readLongText(const Node &node)
{
    node.only({u"genre"_s, u"champ"_s, u"sinon"_s, u"lignes-vierges"_s, u"facultatif"_s, u"ou-liste"_s});
    LongTextSpec spec;
    spec.champ = readLongTextField(node, "champ").value_or(domain::Champ());
    if (node.has("sinon"))
        spec.otherwise = readLongTextField(node, "sinon");
    spec.blankLines = node.integer("lignes-vierges", 1, 60, 8);
    spec.optional = node.flag("facultatif");
    if (node.has("ou-liste"))
        spec.orRecords = readCollection(node, "ou-liste");
    return spec;
}

std::vector<ColumnSpec> readColumns(const Node &node, const PieceScope &scope)
{
    std::vector<ColumnSpec> columns;
    for (const Node &column : node.list("colonnes")) {
        column.only({u"titre"_s, u"largeur"_s, u"alignement"_s, u"facultatif"_s, u"contenu"_s});
        ColumnSpec spec;
        spec.title = column.optionalText("titre");
        if (!column.has("titre"))
            column.fault(u"« titre » manque"_s);
        spec.width = column.length("largeur", 1);
        if (spec.width <= 0)
            column.faultAtKey("largeur", u"une colonne ne peut pas être large de 0"_s);
        if (column.has("alignement")) {
            const QString word = column.choice("alignement", {u"gauche"_s, u"centre"_s, u"droite"_s});
            spec.alignment = word == u"centre"_s   ? Paragraph::Alignment::Center
                             : word == u"droite"_s ? Paragraph::Alignment::Right
                                                   : Paragraph::Alignment::Left;
        }
        spec.optional = column.flag("facultatif");
        spec.pieces = readPieces(column, scope);
        columns.push_back(std::move(spec));
    }
    if (columns.empty())
        node.faultAtKey("colonnes", u"un tableau a au moins une colonne"_s);
    return columns;
}

ListSpec readList(const Node &node, const Progress &progress)
{
    node.only({u"genre"_s, u"collection"_s, u"titre"_s, u"filtre"_s, u"contenu"_s, u"a-la-suite"_s});
    if (progress.reserved)
        node.fault(u"la partie réservée à l’ARS et à l’Assurance Maladie reste vide"_s);
    const auto collection = readCollection(node);
    if (!collection)
        return {};
    PieceScope scope{domain::table(tableOf(*collection)), *collection == Collection::Communes};
    scope.reserved = progress.reserved;
    ListSpec spec{*collection, node.optionalText("titre"), readFilter(node, scope.table), {}};
    spec.pieces = readPieces(node, scope);
    spec.inLine = node.flag("a-la-suite");
    return spec;
}

std::vector<GroupSpec> readGroups(const Node &node, const domain::FieldDescription *field)
{
    std::vector<GroupSpec> groups;
    if (!field || field->kind != domain::Kind::Choice) {
        node.faultAtKey("groupe", u"« %1 » n’est pas un champ à choix"_s.arg(node.text("groupe")));
        return groups;
    }
    for (const Node &group : node.list("sections")) {
        group.only({u"cle"_s, u"titre"_s});
        groups.push_back({group.text("cle"), group.text("titre")});
        const bool known = std::any_of(field->choices.begin(), field->choices.end(),
                                       [&groups](const auto &choice) { return choice.code == groups.back().key; });
        if (!known)
            group.faultAtKey("cle", u"« %1 » n’est pas un choix de ce champ"_s.arg(groups.back().key));
    }
    return groups;
}

CollectionTableSpec readCollectionTable(const Node &node, Progress &progress)
{
    node.only({u"genre"_s, u"collection"_s, u"titre"_s, u"ancre"_s, u"description"_s, u"filtre"_s, u"groupe"_s,
               u"sections"_s, u"facultatif"_s, u"colonnes"_s, u"lignes-vierges"_s, u"hauteur-vierge"_s});
    if (progress.reserved)
        node.fault(u"la partie réservée à l’ARS et à l’Assurance Maladie reste vide"_s);
    CollectionTableSpec spec;
    spec.description = node.text("description");
    const auto collection = readCollection(node);
    if (!collection)
        return spec;
    spec.collection = *collection;
    PieceScope scope{domain::table(tableOf(spec.collection)), spec.collection == Collection::Communes};
    scope.reserved = progress.reserved;
    spec.title = node.optionalText("titre");
    spec.anchor = node.optionalText("ancre");
    if (!spec.anchor.isEmpty() && spec.title.isEmpty())
        node.faultAtKey("ancre", u"« ancre » fait du titre du tableau un titre du document : « titre » manque"_s);
    if (!spec.anchor.isEmpty())
        takeAnchor(node, spec.anchor, progress);
    spec.filter = readFilter(node, scope.table);
    if (node.has("groupe")) {
        spec.group = node.text("groupe");
        spec.groups = readGroups(node, scope.table->field(spec.group));
    }
    spec.optional = node.flag("facultatif");
    spec.columns = readColumns(node, scope);
    spec.blankRows = node.integer("lignes-vierges", 1, 60, 6);
    spec.blankHeight = node.length("hauteur-vierge", 8);
    return spec;
}

// The values of the grouping field that rows may be.
QStringList codesOf(const domain::FieldDescription *field)
{
    QStringList codes;
    if (field)
        for (const domain::Choice &choice : field->choices)
            codes << choice.code;
    return codes;
}

void checkFixedTable(const Node &node, const FixedTableSpec &spec, const domain::TableDescription *table)
{
    if (!spec.table.isEmpty() && !table)
        return node.faultAtKey("table", u"la table « %1 » n’existe pas"_s.arg(spec.table));
    if (!table)
        return;
    if (spec.group.isEmpty() && table->keyField.isEmpty())
        return node.faultAtKey("table",
                               u"les lignes de « %1 » n’ont pas de code : précisez « groupe »"_s.arg(table->name));
    const domain::FieldDescription *group = spec.group.isEmpty() ? nullptr : table->field(spec.group);
    if (group && spec.table == u"acteur" && spec.group == u"dynamique")
        return; // a code of the reference
    if (!spec.group.isEmpty() && (!group || group->kind != domain::Kind::Choice))
        return node.faultAtKey("groupe", u"« %1 » n’est pas un champ à choix de « %2 »"_s.arg(spec.group, table->name));
    if (!group)
        return;
    const QStringList codes = codesOf(group);
    for (const FixedRow &row : spec.rows)
        if (row.section.isEmpty() && !codes.contains(row.key))
            node.faultAtKey("lignes", u"« %1 » n’est pas un choix de « %2 »"_s.arg(row.key, spec.group));
}

std::vector<FixedRow> readRows(const Node &node, bool bound)
{
    std::vector<FixedRow> rows;
    QSet<QString> keys;
    for (const Node &line : node.list("lignes")) {
        line.only({u"section"_s, u"cle"_s, u"libelle"_s, u"textes"_s, u"hauteur"_s, u"facultatif"_s});
        FixedRow row;
        if (line.has("section"))
            row.section = line.text("section");
        else if (bound)
            row.key = line.text("cle");
        row.label = bound && !line.has("section") ? line.text("libelle") : line.optionalText("libelle");
        row.texts = line.textMap("textes");
        row.height = line.length("hauteur", 0);
        row.optional = line.flag("facultatif");
        if (!row.key.isEmpty() && keys.contains(row.key))
            line.faultAtKey("cle", u"la ligne « %1 » est déjà dans ce tableau"_s.arg(row.key));
        keys.insert(row.key);
        rows.push_back(std::move(row));
    }
    if (rows.empty())
        node.faultAtKey("lignes", u"un tableau à lignes fixes a au moins une ligne"_s);
    return rows;
}

FixedTableSpec readFixedTable(const Node &node, const Progress &progress)
{
    node.only({u"genre"_s, u"table"_s, u"groupe"_s, u"titre"_s, u"description"_s, u"facultatif"_s, u"colonnes"_s,
               u"lignes"_s, u"sans-entete"_s, u"hauteur-vierge"_s});
    FixedTableSpec spec;
    spec.title = node.optionalText("titre");
    spec.optional = node.flag("facultatif");
    spec.table = node.optionalText("table");
    spec.group = node.optionalText("groupe");
    spec.description = node.text("description");
    spec.header = !node.flag("sans-entete");
    spec.blankHeight = node.length("hauteur-vierge", 8);
    spec.rows = readRows(node, !spec.table.isEmpty());
    if (progress.reserved && !spec.table.isEmpty())
        node.faultAtKey("table", u"la partie réservée à l’ARS et à l’Assurance Maladie reste vide"_s);
    if (spec.optional && spec.group.isEmpty())
        node.faultAtKey("facultatif", u"seul un tableau à lignes fixes avec « groupe » peut être facultatif"_s);
    const domain::TableDescription *table = spec.table.isEmpty() ? nullptr : domain::table(spec.table);
    checkFixedTable(node, spec, table);
    if (!spec.table.isEmpty() && !table)
        return spec; // its columns can't be judged
    spec.columns = readColumns(node, {table, false, true, progress.reserved, &spec.rows});
    return spec;
}

KeyValueSpec readKeyValues(const Node &node, const Progress &progress)
{
    node.only({u"genre"_s, u"description"_s, u"largeurs"_s, u"lignes"_s});
    KeyValueSpec spec;
    spec.description = node.text("description");
    spec.widths = node.lengths("largeurs");
    if (spec.widths.size() != 2)
        node.faultAtKey("largeurs", u"deux largeurs sont attendues"_s);
    for (const Node &line : node.list("lignes")) {
        line.only({u"libelle"_s, u"puces"_s, u"consigne"_s, u"contenu"_s, u"facultatif"_s, u"hauteur-vierge"_s,
                   u"hauteur-vierge-consignes"_s});
        const double height = line.length("hauteur-vierge", 9);
        spec.rows.push_back({line.text("libelle"), line.texts("puces"), line.optionalText("consigne"),
                             readPieces(line, scopeOf(progress)), line.flag("facultatif"), height,
                             line.length("hauteur-vierge-consignes", height)});
    }
    return spec;
}

BlockSpec readCharts(const Node &node, Progress &progress)
{
    node.only({u"genre"_s, u"de"_s, u"couleur"_s, u"valeurs"_s});
    if (progress.reserved)
        node.fault(u"la partie réservée à l’ARS et à l’Assurance Maladie reste vide"_s);
    const QString of = node.choice("de", {u"indicateurs"_s, u"ages"_s, u"calendrier"_s, u"carte"_s});
    ChartsSpec spec{of == u"ages"_s         ? ChartsSpec::Of::Ages
                    : of == u"calendrier"_s ? ChartsSpec::Of::Calendrier
                    : of == u"carte"_s      ? ChartsSpec::Of::Carte
                                            : ChartsSpec::Of::Indicateurs};
    if (node.has("couleur") && spec.of != ChartsSpec::Of::Carte)
        node.faultAtKey("couleur", u"seule une carte a une couleur à choisir"_s);
    else if (node.has("couleur"))
        spec.colour = mapColourOfCode(node.choice("couleur", mapColourCodes())).value_or(MapColour::Population);
    spec.whereValues = node.optionalText("valeurs");
    progress.valuesAwaited = progress.valuesAwaited || !spec.whereValues.isEmpty();
    return spec;
}

ValuesSpec readValues(const Node &node, Progress &progress)
{
    node.only({u"genre"_s, u"titre"_s, u"ancre"_s});
    ValuesSpec spec{node.text("titre"), node.text("ancre")};
    takeAnchor(node, spec.anchor, progress);
    progress.valuesAwaited = false;
    return spec;
}

BlockSpec readContent(const Node &node, const QString &kind, Progress &progress)
{
    if (kind == u"titre"_s)
        return readHeading(node, progress);
    if (kind == u"ligne"_s)
        return readLine(node, progress);
    if (kind == u"liste"_s)
        return readList(node, progress);
    if (kind == u"tableau-champs"_s)
        return readKeyValues(node, progress);
    if (kind == u"tableau-liste"_s)
        return readCollectionTable(node, progress);
    if (kind == u"tableau-fixe"_s)
        return readFixedTable(node, progress);
    if (kind == u"texte-long"_s) {
        if (progress.reserved)
            node.fault(u"la partie réservée à l’ARS et à l’Assurance Maladie reste vide"_s);
        return readLongText(node);
    }
    if (kind == u"graphiques"_s)
        return readCharts(node, progress);
    if (kind == u"valeurs-graphiques"_s)
        return readValues(node, progress);
    if (kind == u"saut-de-page"_s) {
        node.only({u"genre"_s});
        return PageBreakSpec();
    }
    return readWords(node, kind);
}

void readBlock(const Node &node, Progress &progress, std::vector<BlockSpec> &blocks)
{
    static const QStringList kinds{
        u"titre"_s,        u"question"_s,       u"consigne"_s,          u"aide"_s,         u"ligne"_s,
        u"liste"_s,        u"tableau-champs"_s, u"tableau-liste"_s,     u"tableau-fixe"_s, u"texte-long"_s,
        u"saut-de-page"_s, u"graphiques"_s,     u"valeurs-graphiques"_s};
    const QString kind = node.choice("genre", kinds);
    if (!kinds.contains(node.optionalText("genre")))
        return; // told already, and its keys mean nothing
    blocks.push_back(readContent(node, kind, progress));
}

std::vector<BlockSpec> readBlocks(const Node &node, const char *key, Progress &progress)
{
    std::vector<BlockSpec> blocks;
    for (const Node &block : node.list(key))
        readBlock(block, progress, blocks);
    if (blocks.empty())
        node.faultAtKey(key, u"un document a au moins un bloc"_s);
    return blocks;
}

// "repete": the collection of which each record has its own pages, made of the blocks of "blocs-repetes".
void readRepeated(const Node &node, DocumentSpec &spec, Progress &progress)
{
    if (!node.has("repete")) {
        if (node.has("blocs-repetes"))
            node.faultAtKey("blocs-repetes", u"« repete » manque : il dit pour quoi ces blocs se répètent"_s);
        return;
    }
    const QString word = node.choice("repete", {u"fiches"_s});
    spec.repeats = word == u"fiches"_s ? std::optional(Collection::Fiches) : std::nullopt;
    progress.repeated = domain::table(tableOf(Collection::Fiches));
    spec.repeated = readBlocks(node, "blocs-repetes", progress);
}

} // namespace

QString tableOf(Collection collection)
{
    static const QStringList tables{
        u"commune"_s,    u"personne"_s,  u"partenaire"_s,       u"echeance"_s, u"besoin"_s,
        u"indicateur"_s, u"acteur"_s,    u"personne"_s,         u"instance"_s, u"outil"_s,
        u"fiche"_s,      u"reunion"_s,   u"mobilisation"_s,     u"contact"_s,  u"mission"_s,
        u"effectif"_s,   u"protocole"_s, u"indicateurAction"_s, u"poste"_s,    u"prestation"_s};
    return tables.at(static_cast<qsizetype>(collection));
}

std::vector<PassageSpec> readPassages(const Node &node)
{
    std::vector<PassageSpec> passages;
    for (const Node &passage : node.list("passages")) {
        passage.only({u"titre"_s, u"blocs"_s});
        Progress progress;
        passages.push_back({passage.text("titre"), readBlocks(passage, "blocs", progress)});
    }
    return passages;
}

DocumentSpec readDocument(const Node &node)
{
    node.only({u"code"_s, u"titre"_s, u"sous-titre"_s, u"sous-titre-vierge"_s, u"objet"_s, u"pied"_s, u"pied-vierge"_s,
               u"sommaire"_s, u"blocs"_s, u"repete"_s, u"blocs-repetes"_s, u"objet-seul"_s, u"pied-seul"_s,
               u"titre-rempli"_s});
    DocumentSpec spec;
    spec.code = node.text("code");
    spec.title = node.text("titre");
    spec.filledTitle = node.optionalText("titre-rempli");
    spec.subtitle = node.optionalText("sous-titre");
    spec.blankSubtitle = node.optionalText("sous-titre-vierge");
    spec.subject = node.optionalText("objet");
    spec.footer = node.text("pied");
    spec.blankFooter = node.text("pied-vierge");
    spec.contents = node.flag("sommaire");
    Progress progress;
    spec.blocks = readBlocks(node, "blocs", progress);
    readRepeated(node, spec, progress);
    if (progress.valuesAwaited)
        node.fault(u"des graphiques renvoient à leurs valeurs : il manque un bloc « valeurs-graphiques » après eux"_s);
    spec.singleSubject = node.optionalText("objet-seul");
    spec.singleFooter = node.optionalText("pied-seul");
    return spec;
}

} // namespace report
