// Each kind of block, alone, on a trame of another region.
#include "unit/report/mini_trame.h"

using namespace Qt::Literals::StringLiterals;
using namespace fixtures;
using report::Content;
using report::Paragraph;
using report::Row;

namespace
{

domain::Projet withPartners(const QStringList &names)
{
    domain::Projet projet;
    QString rank = u"a"_s;
    for (const QString &name : names) {
        domain::Partenaire partner;
        partner.rang = rank;
        partner.service = name;
        projet.partenaires.insert(base::Id::create(), partner);
        rank += u'a';
    }
    return projet;
}

void addEcheance(domain::Projet &projet, const QString &name, const QDate &date)
{
    projet.echeances.insert(base::Id::create(), {{}, {}, name, date});
}

} // namespace

TEST_CASE("A trame of another region is read and built as any other")
{
    const MiniTrame mini(R"({"genre":"titre","niveau":1,"texte":"1. L'objet","ancre":"objet","bandeau":true})");
    const auto loaded = mini.load();
    REQUIRE(loaded);
    CHECK(loaded.value().id() == u"ici-2030");
    CHECK(loaded.value().documents().front().precision.isEmpty());
    const report::Document built = mini.build({});
    CHECK(built.title == u"Lettre d’Ici");
    CHECK(built.trame == u"ici-2030");
    CHECK(plain(built.footer) == u"Version du 1er janvier 2030");
    CHECK(mini.build({}, Content::Blank).footer == u"Vierge");
    const auto &heading = std::get<report::Heading>(built.blocks.front());
    CHECK(heading.banner);
    CHECK(heading.anchor == u"objet");
    CHECK(textOf(heading.runs) == u"1. L’objet");
}

TEST_CASE("Questions, instructions and advice: each where it belongs")
{
    const MiniTrame mini(R"({"genre":"question","texte":"Q"},{"genre":"consigne","texte":"C","puces":["c1","c2"]},
        {"genre":"aide","texte":"A"},{"genre":"saut-de-page"})");
    CHECK(mini.text({}) == u"Q\nC\nc1\nc2\n");
    CHECK(mini.text({}, Content::Blank) == u"Q\n");
    CHECK(mini.text({}, Content::BlankWithGuidance) == u"Q\nC\nc1\nc2\nA\n");
    const auto found = paragraphs(mini.build({}, Content::BlankWithGuidance));
    CHECK(found.at(0).role == Paragraph::Role::Body);
    CHECK(found.at(1).role == Paragraph::Role::Guidance);
    CHECK(found.at(2).listLevel == 1);
    CHECK(found.at(4).role == Paragraph::Role::Note);
    for (const Paragraph &paragraph : found)
        CHECK(paragraph.keepWithNext);
    CHECK(std::holds_alternative<report::PageBreak>(mini.build({}).blocks.back()));
}

TEST_CASE("A long text: its paragraphs, or the rules asked for")
{
    const MiniTrame mini(R"({"genre":"texte-long","champ":"rubrique:organisation.texte","lignes-vierges":3})");
    domain::Projet projet;
    const base::Id id = base::Id::fromKey(u"rubrique:organisation"_s);
    CHECK(paragraphs(mini.build(projet)).front().runs.front().field ==
          domain::FieldAddress{u"rubrique"_s, id, u"texte"_s}.toString());
    projet.rubriques.insert(id, {u"organisation"_s, u"Un.\n\n- deux"_s});
    CHECK(mini.text(projet) == u"Un.\ndeux\n");
    const auto rules = paragraphs(mini.build(projet, Content::Blank));
    REQUIRE(rules.size() == 3);
    for (const Paragraph &rule : rules)
        CHECK(rule.runs.front().type == report::Run::Type::Blank);
}

TEST_CASE("A list: by date, without the items that say nothing")
{
    const MiniTrame mini(R"({"genre":"liste","collection":"echeances",
        "contenu":[{"champ":"date"},{"champ":"intitule","entre":" – "}]})");
    domain::Projet projet;
    CHECK(mini.text(projet).isEmpty());
    addEcheance(projet, u"Sans date"_s, {});
    addEcheance(projet, u"Après"_s, QDate(2031, 1, 2));
    addEcheance(projet, u"Avant"_s, QDate(2030, 5, 1));
    addEcheance(projet, {}, {});
    CHECK(mini.text(projet) == u"1er mai 2030 – Avant\n2 janvier 2031 – Après\nSans date\n");
    CHECK(mini.text(projet, Content::Blank).isEmpty());
    for (const Paragraph &item : paragraphs(mini.build(projet)))
        CHECK(item.listLevel == 1);
}

TEST_CASE("A list of dates: a step that took place has the date of the agenda, and leads to it")
{
    const MiniTrame mini(R"({"genre":"liste","collection":"echeances",
        "contenu":[{"champ":"date"},{"champ":"intitule","entre":" – "}]})");
    domain::Projet projet;
    const base::Id contract = base::Id::create();
    projet.echeances.insert(contract, {{}, u"contrat"_s, u"Signature du contrat"_s, QDate(2030, 6, 30)});
    addEcheance(projet, u"Fête"_s, QDate(2030, 7, 1));
    CHECK(mini.text(projet) == u"30 juin 2030 – Signature du contrat\n1er juillet 2030 – Fête\n");
    projet.identite.contratLe = QDate(2030, 7, 12);
    CHECK(mini.text(projet) == u"1er juillet 2030 – Fête\n12 juillet 2030 – Signature du contrat\n");
    const Paragraph signature = paragraphs(mini.build(projet)).back();
    CHECK(signature.runs.front().field == domain::FieldAddress{u"identite"_s, {}, u"contratLe"_s}.toString());
}

TEST_CASE("A list of short items may stand in one paragraph")
{
    const MiniTrame mini(R"({"genre":"liste","collection":"echeances","a-la-suite":true,
        "contenu":[{"champ":"intitule"}]})");
    domain::Projet projet;
    CHECK(paragraphs(mini.build(projet)).empty());
    addEcheance(projet, u"Un"_s, QDate(2030, 5, 1));
    addEcheance(projet, u"Deux"_s, QDate(2030, 6, 1));
    CHECK(plain(mini.text(projet)) == u"Un ; Deux\n"_s);
    const auto found = paragraphs(mini.build(projet));
    REQUIRE(found.size() == 1);
    CHECK(found.front().listLevel == 0);
    for (const report::Run &run : found.front().runs)
        CHECK(run.field.isEmpty() == (plain(run.text) == u" ; "_s)); // each name leads to its own record
}

TEST_CASE("A list: one that somebody typed stands inside its item")
{
    domain::Projet projet;
    domain::Mission &mission = projet.missions.insert(base::Id::fromKey(u"mission:prevention"_s));
    mission.code = u"prevention"_s;
    mission.description = u"Objectif.\n- un\n- deux\nActeurs."_s;
    const auto levels = [&projet](const char *content) {
        std::vector<int> found;
        const std::string block = R"({"genre":"liste","collection":"missions","contenu":)" + std::string(content) + "}";
        const MiniTrame mini(block.c_str());
        for (const Paragraph &paragraph : paragraphs(mini.build(projet)))
            found.push_back(paragraph.listLevel);
        return found;
    };
    const char *named = R"([{"champ":"code","liste":"missions-court","apres":" : "},{"champ":"description"}])";
    CHECK(levels(named) == std::vector<int>{1, 2, 2, 0});
    mission.description = u"- un\n- deux"_s;
    CHECK(levels(R"([{"champ":"description"}])") == std::vector<int>{1, 1});
}

TEST_CASE("A table of a collection: a row a record, in the user's order")
{
    const MiniTrame mini(R"({"genre":"tableau-liste","collection":"partenaires","description":"Les partenaires",
        "lignes-vierges":4,"hauteur-vierge":11,"colonnes":[
        {"titre":"Nom","largeur":3,"contenu":[{"champ":"service"}]},
        {"titre":"Où","largeur":1,"alignement":"centre","contenu":[{"champ":"localisation"}]},
        {"titre":"Qui","facultatif":true,"contenu":[{"champ":"representant"}]}]})");
    const report::Table full = tables(mini.build(withPartners({u"Zoé"_s, u"Alpha"_s}))).front();
    CHECK(rows(full) == QStringList{u"Nom | Où | Qui"_s, u"Zoé |  | "_s, u"Alpha |  | "_s});
    CHECK(full.columns == std::vector<double>{3, 1, 1});
    CHECK(full.description == u"Les partenaires");
    CHECK_FALSE(full.rowHeaders);
    CHECK(full.rows.at(0).role == Row::Role::Header);
    CHECK(full.rows.at(0).cells.at(0).header);
    CHECK_FALSE(full.rows.at(1).cells.at(0).missing);
    CHECK(full.rows.at(1).cells.at(1).missing);
    CHECK_FALSE(full.rows.at(1).cells.at(2).missing);
    CHECK(full.rows.at(1).cells.at(1).paragraphs.front().alignment == Paragraph::Alignment::Center);
    CHECK(full.rows.at(1).cells.at(0).paragraphs.front().role == Paragraph::Role::TableCell);
    const report::Table blank = tables(mini.build(withPartners({u"Zoé"_s}), Content::Blank)).front();
    CHECK(blank.rows.size() == 5);
    CHECK(blank.rows.at(1).cells.at(0).minimumHeight == 11);
    CHECK(blank.rows.at(1).cells.at(0).field.isEmpty());
    CHECK(textOf(blank.rows.at(1).cells.at(0)).isEmpty());
    CHECK(tables(mini.build({})).front().rows.size() == 2);
}

TEST_CASE("The team is its members and the porteur, nobody else")
{
    const MiniTrame mini(R"({"genre":"tableau-liste","collection":"equipe-projet","description":"d",
        "colonnes":[{"titre":"N","contenu":[{"champ":"nom"}]}]})");
    domain::Projet projet;
    const auto add = [&projet](const QString &name, const QString &rank, bool member) {
        const base::Id id = base::Id::create();
        domain::Personne person;
        person.rang = rank;
        person.nom = name;
        person.equipeProjet = member;
        projet.personnes.insert(id, person);
        return id;
    };
    add(u"Deux"_s, u"b"_s, true);
    add(u"Ailleurs"_s, u"a"_s, false);
    projet.identite.porteur = add(u"Un"_s, u"a"_s, false);
    CHECK(rows(tables(mini.build(projet)).front()) == QStringList{u"N"_s, u"Un"_s, u"Deux"_s});
}

TEST_CASE("Fixed rows: sections, records by key, heights")
{
    const MiniTrame mini(R"({"genre":"tableau-fixe","table":"mission","description":"d","hauteur-vierge":20,"colonnes":[
        {"titre":"M","contenu":[{"ligne":"libelle"}]},{"titre":"D","contenu":[{"champ":"description"}]}],
        "lignes":[{"section":"SOCLES"},{"cle":"prevention","libelle":"Prévenir","hauteur":5},
        {"cle":"autres","libelle":"Autres","facultatif":true}]})");
    domain::Projet projet;
    domain::Mission &mission = projet.missions.insert(base::Id::fromKey(u"mission:prevention"_s));
    mission.code = u"prevention"_s;
    mission.retenue = true;
    mission.description = u"Un\n- deux"_s;
    const report::Table table = tables(mini.build(projet)).front();
    CHECK(rows(table) == QStringList{u"M | D"_s, u"SOCLES"_s, u"Prévenir | Un\ndeux"_s, u"Autres | "_s});
    CHECK(table.rowHeaders);
    CHECK(table.rows.at(1).role == Row::Role::Section);
    CHECK(table.rows.at(1).cells.front().span == 2);
    CHECK(table.rows.at(2).cells.at(0).header);
    CHECK_FALSE(table.rows.at(2).cells.at(0).missing);
    CHECK(table.rows.at(2).cells.at(1).minimumHeight == 5);
    CHECK_FALSE(table.rows.at(3).cells.at(1).missing);
    CHECK(tables(mini.build({})).front().rows.at(2).cells.at(1).missing);
    const report::Table blank = tables(mini.build(projet, Content::Blank)).front();
    CHECK(textOf(blank.rows.at(2).cells.at(1)).isEmpty());
    CHECK(blank.rows.at(2).cells.at(1).minimumHeight == 20);
}

TEST_CASE("Grouped rows: every record in its group, in order, none lost")
{
    const MiniTrame mini(
        R"({"genre":"tableau-fixe","table":"mobilisation","groupe":"sorte","description":"d","colonnes":[
        {"titre":"","contenu":[{"ligne":"libelle"}]},{"titre":"D","contenu":[{"champ":"description"}]}],
        "lignes":[{"cle":"reunion","libelle":"R"},{"cle":"mailing","libelle":"M"},{"cle":"autre","libelle":"A"}]})");
    domain::Projet projet;
    const auto add = [&projet](const QString &rank, domain::SorteMobilisation sort, const QString &text) {
        projet.mobilisations.insert(base::Id::create(), {rank, sort, text, {}, {}, {}, {}});
    };
    add(u"c"_s, domain::SorteMobilisation::Reunion, u"troisième"_s);
    add(u"a"_s, domain::SorteMobilisation::Reunion, u"première"_s);
    add(u"b"_s, domain::SorteMobilisation::Autre, u"ailleurs"_s);
    const report::Table table = tables(mini.build(projet)).front();
    CHECK(rows(table) == QStringList{u" | D"_s, u"R | première\ntroisième"_s, u"M | "_s, u"A | ailleurs"_s});
    CHECK(table.rows.at(2).cells.at(1).missing);
    CHECK(table.rows.at(2).cells.at(1).field == u"mobilisation/-/sorte");
    CHECK(rows(tables(mini.build(projet, Content::Blank)).front()).at(1) == u"R | ");
}

TEST_CASE("A table without header, and one bound to nothing")
{
    const MiniTrame mini(R"({"genre":"tableau-fixe","sans-entete":true,"description":"d","colonnes":[
        {"titre":"a","contenu":[{"ligne":"libelle"}]},{"titre":"b","contenu":[]}],
        "lignes":[{"libelle":"Seule","hauteur":30}]})");
    const report::Table table = tables(mini.build({})).front();
    REQUIRE(table.rows.size() == 1);
    CHECK(table.rows.front().role == Row::Role::Body);
    CHECK_FALSE(table.rows.front().cells.at(1).missing);
    CHECK(table.rows.front().cells.at(1).minimumHeight == 30);
    CHECK(table.rows.front().cells.at(1).paragraphs.size() == 1);
}

TEST_CASE("Plain text reads the document in order")
{
    report::Document document;
    document.title = u"T"_s;
    document.subtitle = u"S"_s;
    document.footer = u"never"_s;
    report::Paragraph paragraph;
    paragraph.runs = {{report::Run::Type::Text, u"a"_s, true, false, false, {}, {}, {}},
                      {report::Run::Type::LineBreak, {}, false, false, false, {}, {}, {}},
                      {report::Run::Type::CheckBox, {}, false, false, true, {}, {}, {}},
                      {report::Run::Type::Blank, u"b"_s, false, false, false, {}, {}, {}}};
    report::Table table;
    table.caption = u"C"_s;
    report::Cell cell;
    cell.paragraphs = {paragraph};
    table.rows.push_back({Row::Role::Body, {cell, cell}});
    document.blocks = {report::Heading{1, paragraph.runs, u"x"_s, false}, report::PageBreak(), paragraph, table};
    CHECK(report::plainText(document) == u"T\nS\na\n☒b\na\n☒b\nC\na\n☒b\na\n☒b\n");
    CHECK(report::plainText({}).isEmpty());
}
