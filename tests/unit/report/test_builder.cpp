#include "unit/report/fixtures.h"

#include <QSet>

using namespace Qt::Literals::StringLiterals;
using namespace fixtures;
using report::Content;

namespace
{

// Everything from the band of the ARS to the end.
report::Document reservedPart(const report::Document &document)
{
    report::Document part;
    bool inside = false;
    for (const report::Block &block : document.blocks) {
        const auto *heading = std::get_if<report::Heading>(&block);
        inside = inside || (heading && heading->anchor == u"partie-ars");
        if (inside)
            part.blocks.push_back(block);
    }
    return part;
}

QString rowOf(const report::Table &table, const QString &label)
{
    for (const QString &row : rows(table))
        if (row.startsWith(label))
            return row;
    return {};
}

const report::Cell *cell(const report::Table &table, const QString &label, size_t column)
{
    for (const report::Row &row : table.rows)
        if (textOf(row.cells.front()).startsWith(label))
            return &row.cells.at(column);
    return nullptr;
}

template <class Visit>
void eachRun(const report::Document &document, Visit visit)
{
    for (const report::Paragraph &paragraph : paragraphs(document))
        for (const report::Run &run : paragraph.runs)
            visit(run);
    for (const report::Table &table : tables(document))
        for (const report::Row &row : table.rows)
            for (const report::Cell &each : row.cells)
                for (const report::Paragraph &paragraph : each.paragraphs)
                    for (const report::Run &run : paragraph.runs)
                        visit(run);
}

int missingCells(const report::Document &document)
{
    int count = 0;
    for (const report::Table &table : tables(document))
        for (const report::Row &row : table.rows)
            for (const report::Cell &each : row.cells)
                count += each.missing;
    return count;
}

} // namespace

TEST_CASE("The filled letter carries the facts of the project")
{
    const report::Document full = document(vallees());
    const auto all = tables(full);
    CHECK(rows(all.at(0)) == QStringList{u"Nom du projet | CPTS des Vallées (exemple)"_s,
                                         u"Nom du porteur de projet (leader) | Camille Exemple"_s,
                                         u"Profession du porteur (leader) | Médecin généraliste"_s,
                                         u"Adresse mail | contact@exemple.fr"_s,
                                         u"Numéro de téléphone | 04 00 00 00 00"_s});
    CHECK(all.at(1).rows.size() == 19);
    CHECK(rowOf(all.at(1), u"Castellane"_s) == u"Castellane | 04120 | Hors zonage");
    CHECK(rowOf(all.at(1), u"Allos"_s) == u"Allos | 04260 | ZIP");
    CHECK(rowOf(all.at(3), u"Exemple Dominique"_s) ==
          u"Exemple Dominique | Infirmier(ère) | Castellane |  | Sanitaire | Oui");
    CHECK(rowOf(all.at(4), u"Statuts"_s) == u"Statuts : | ☐ Elaborés ☒ En cours ☐ Ecriture à venir :");
    CHECK(rowOf(all.at(6), u"Infirmiers"_s) == u"Infirmiers | 31 | 31 | 17");
    CHECK(rowOf(all.at(6), u"Autres (précisez)"_s).contains(u"Autres (précisez) – cadre de santé"_s));
    CHECK(rowOf(all.at(8), u"Autres"_s) == u"Autres | Non | ");
    const QString text = lines(full);
    CHECK(text.contains(u"(nombre d’habitants) : 8 495 (Insee, populations de référence 2023)\n"_s));
    CHECK(text.contains(u"☒ Taille 1 : moins de 40 000 habitants"_s));
    CHECK(text.contains(u"☐ Taille 2"_s));
    CHECK(text.contains(u"☒ Oui ☐ Non\nSi oui"_s));
    CHECK(text.contains(u"☒ Hippocrate développement : contact@"_s));
    CHECK(text.contains(u"12 mars 2027 – Passage en commission (CCOPD)"_s));
    CHECK(full.header == u"CPTS des Vallées (exemple)");
    CHECK(full.author == full.header);
    CHECK(plain(full.footer) == u"Lettre d’intention – version du 12 mars 2027");
    CHECK(full.date == QDate(2027, 3, 12));
    CHECK(full.trame == u"paca-2022");
    CHECK(missingCells(full) == 0);
}

TEST_CASE("A mobilisation row gathers its actions, each on its own lines")
{
    const auto table = tables(document(vallees())).at(5);
    const QString meetings = textOf(*cell(table, u"Réunions"_s, 1));
    CHECK(meetings.startsWith(u"8 octobre 2026, Saint-André-les-Alpes, salle polyvalente – Première réunion"_s));
    CHECK(meetings.contains(u". Contactés ou invités : 88 – participants : 27\n12 novembre 2026, Annot"_s));
    CHECK_FALSE(meetings.contains(u"112"));
    CHECK(textOf(*cell(table, u"Mailing"_s, 1)).contains(u"112"));
    // An action without a date does not read as the end of the one above: each has its mark, one alone needs none.
    const std::vector<report::Paragraph> &several = cell(table, u"Réunions"_s, 1)->paragraphs;
    REQUIRE(several.size() > 1);
    CHECK(std::all_of(several.begin(), several.end(), [](const auto &each) { return each.listLevel == 1; }));
    CHECK(cell(table, u"Mailing"_s, 1)->paragraphs.front().listLevel == 0);
}

TEST_CASE("A QPV is told beside the zoning of its commune, with its own")
{
    domain::Projet projet = vallees();
    const base::Id annot = base::Id::fromKey(u"commune:04008"_s);
    projet.qpv.insert(base::Id::create(), {u"b"_s, u"QN00001A"_s, {}, domain::Zonage::NonRenseigne, {annot}});
    projet.qpv.insert(base::Id::create(), {u"a"_s, {}, u"Le \"Centre\" ; l'est"_s, domain::Zonage::Zip, {annot}});
    const auto table = tables(document(projet)).at(1);
    CHECK(textOf(*cell(table, u"Annot"_s, 2)) == u"ZAC ; QPV : Le \"Centre\" ; l’est (ZIP), QN00001A");
    projet.communes.find(annot)->zonage = domain::Zonage::NonRenseigne;
    const report::Document again = document(projet);
    const report::Table communes = tables(again).at(1);
    CHECK(textOf(*cell(communes, u"Annot"_s, 2)).startsWith(u"QPV : "_s));
    CHECK(cell(communes, u"Annot"_s, 2)->missing);
}

TEST_CASE("The population says where it comes from")
{
    domain::Projet projet = vallees();
    projet.population = {};
    CHECK(lines(document(projet)).contains(u": 8 495 (somme des communes)\n"_s));
    projet.population = {41000, u"Commune"_s, 2024};
    CHECK(lines(document(projet)).contains(u": 41 000 (Commune, 2024)\n☐"_s) == false);
    CHECK(lines(document(projet)).contains(u": 41 000 (Commune, 2024)\n"_s));
    CHECK(lines(document(projet)).contains(u"☒ Taille 2"_s));
    projet.population.source.clear();
    CHECK(lines(document(projet)).contains(u": 41 000 (2024)\n"_s));
    CHECK(lines(document({})).contains(u"(nombre d’habitants) : \nTaille"_s));
    CHECK_FALSE(lines(document({})).contains(u"☒"));
}

TEST_CASE("What is not there is shown as missing on screen, with the way to its form")
{
    const report::Document empty = document({});
    const auto all = tables(empty);
    CHECK(cell(all.at(0), u"Nom du projet"_s, 1)->missing);
    CHECK(cell(all.at(0), u"Nom du porteur"_s, 1)->field == u"identite/-/porteur");
    const auto *contact = cell(all.at(2), u"Centre hospitalier"_s, 1);
    CHECK(contact->missing);
    const auto at = domain::FieldAddress::parse(contact->field);
    REQUIRE(at);
    CHECK(at->id == base::Id::fromKey(u"contact:centre-hospitalier"_s));
    CHECK(cell(all.at(8), u"Réponses aux crises"_s, 2)->missing);
    CHECK_FALSE(cell(all.at(8), u"Développer la qualité"_s, 2)->missing); // optional: no gap
    CHECK_FALSE(cell(all.at(6), u"Autres"_s, 1)->missing);
    CHECK(all.at(1).rows.at(1).cells.at(0).missing);
}

TEST_CASE("A text or an answer outside tables that is not there is missing as well, when the criteria ask for it")
{
    const auto missing = [](const domain::Projet &projet, const QString &code = u"annexe-3"_s) {
        QStringList fields;
        for (const report::Paragraph &paragraph : paragraphs(document(projet, Content::Filled, code)))
            if (paragraph.missing && !fields.contains(paragraph.field))
                fields << paragraph.field;
        return fields;
    };
    CHECK(missing(vallees()).isEmpty());
    CHECK(missing(vallees(), u"annexe-4"_s).isEmpty());
    CHECK(missing({}, u"annexe-4"_s).filter(u"rubrique"_s).size() == 8); // not « le cas échéant »
    domain::Projet projet;
    CHECK(missing(projet).size() == 6); // population, four texts, accompagnement
    CHECK(missing(projet).contains(domain::FieldAddress{u"accompagnement"_s, {}, u"souhaite"_s}.toString()));
    projet.accompagnement.souhaite = false;
    CHECK(missing(projet).size() == 5);
    projet.accompagnement.souhaite = true; // and by whom?
    CHECK(missing(projet).last() == domain::FieldAddress{u"accompagnement"_s, {}, u"structureAppui"_s}.toString());
    projet.echeances.insert(base::Id::create(), {}); // dates say it as a text does
    CHECK(missing(projet).size() == 5);
    for (const report::Paragraph &paragraph : paragraphs(document(projet, Content::Blank)))
        CHECK_FALSE(paragraph.missing);
}

TEST_CASE("A draft says on each page that it is one, and has the same blocks")
{
    report::BuildOptions options;
    options.today = QDate(2027, 3, 12);
    options.draft = true;
    const auto draft = report::build(trame(), u"annexe-3"_s, {}, references(), options);
    REQUIRE(draft);
    CHECK(draft.value().missingNote == u"à compléter");
    CHECK(plain(draft.value().footer) == u"Brouillon – Lettre d’intention – version du 12 mars 2027");
    CHECK(draft.value().subject.startsWith(u"Brouillon"_s));
    CHECK(lines(draft.value()) == lines(document({})));
    options.content = Content::Blank;
    const auto blank = report::build(trame(), u"annexe-3"_s, {}, references(), options);
    REQUIRE(blank);
    CHECK(blank.value().missingNote.isEmpty());
    CHECK_FALSE(blank.value().footer.contains(u"Brouillon"_s));
}

TEST_CASE("Every tag is the address of a field, and leads to a page")
{
    for (const domain::Projet &projet : {domain::Projet(), vallees()}) {
        const report::Document built = document(projet);
        QStringList tags;
        eachRun(built, [&tags](const report::Run &run) { tags << run.field; });
        for (const report::Table &table : tables(built))
            for (const report::Row &row : table.rows)
                for (const report::Cell &each : row.cells)
                    tags << each.field;
        tags.removeAll(QString());
        CHECK(tags.size() > 60);
        for (const QString &tag : tags) {
            const auto at = domain::FieldAddress::parse(tag);
            INFO(tag.toStdString());
            REQUIRE(at);
            REQUIRE(domain::table(at->table)->field(at->field));
            CHECK(trame().page(trame().pageOf(*at, projet)) != nullptr);
        }
    }
}

TEST_CASE("Blank forms hold nothing of the project and leave room to write")
{
    for (const Content content : {Content::Blank, Content::BlankWithGuidance}) {
        const report::Document blank = document(vallees(), content);
        const QString text = lines(blank);
        for (const QString &fact : {u"Exemple"_s, u"Allos"_s, u"8 495"_s, u"2026"_s, u"04 00"_s, u"☒"_s, u"Verdon"_s})
            CHECK_FALSE(text.contains(fact));
        CHECK(text.contains(u"pour préparer"));
        CHECK(blank.footer.contains(u"pour préparer"));
        CHECK(missingCells(blank) == 0);
        eachRun(blank, [](const report::Run &run) { CHECK_FALSE(run.checked); });
        const auto all = tables(blank);
        CHECK(all.at(1).rows.size() >= 7);
        for (const size_t handWritten : {0, 1, 2, 3, 5, 6, 7, 8})
            for (const report::Row &row : all.at(handWritten).rows)
                if (row.role == report::Row::Role::Body)
                    for (const report::Cell &each : row.cells)
                        CHECK(each.minimumHeight >= 8);
        int rules = 0;
        eachRun(blank, [&rules](const report::Run &run) { rules += run.type == report::Run::Type::Blank; });
        CHECK(rules > 30);
    }
}

TEST_CASE("Guidance is printed when asked")
{
    const QString official = u"Indiquez le(s) nom(s) des communes"_s;
    const QString advice = u"Aucun nombre ne peut dépasser le précédent."_s;
    CHECK(lines(document({}, Content::BlankWithGuidance)).contains(official));
    CHECK(lines(document({}, Content::BlankWithGuidance)).contains(advice));
    CHECK_FALSE(lines(document({}, Content::Blank)).contains(official));
    CHECK_FALSE(lines(document({}, Content::Blank)).contains(advice));
    CHECK(lines(document({}, Content::Filled)).contains(official));
    CHECK_FALSE(lines(document({}, Content::Filled)).contains(advice));
    CHECK(lines(document({}, Content::Blank)).contains(u"Avez-vous pris contact"));
}

TEST_CASE("The part of the ARS is the same and empty whatever the project holds")
{
    const QString expected = report::plainText(reservedPart(document({})));
    CHECK(expected.contains(u"Pertinence"));
    for (const Content content : {Content::Filled, Content::Blank, Content::BlankWithGuidance}) {
        const report::Document part = reservedPart(document(vallees(), content));
        CHECK(report::plainText(part) == expected);
        eachRun(part, [](const report::Run &run) {
            CHECK_FALSE(run.checked);
            CHECK(run.field.isEmpty());
        });
    }
}

TEST_CASE("Structure that every format relies on")
{
    const report::Document full = document(vallees());
    QSet<QString> anchors;
    int level = 0;
    for (const report::Block &block : full.blocks) {
        if (const auto *heading = std::get_if<report::Heading>(&block)) {
            CHECK_FALSE(anchors.contains(heading->anchor));
            anchors.insert(heading->anchor);
            CHECK(heading->level <= level + 1); // no level is skipped
            level = heading->level;
        }
    }
    for (const report::Table &table : tables(full)) {
        CHECK_FALSE(table.description.isEmpty());
        for (const report::Row &row : table.rows) {
            size_t width = 0;
            for (const report::Cell &each : row.cells) {
                width += static_cast<size_t>(each.span);
                CHECK_FALSE(each.paragraphs.empty());
            }
            CHECK(width == table.columns.size());
        }
    }
}

TEST_CASE("The texts printed are typographic, once")
{
    domain::Projet projet;
    projet.identite.nom = u"L'\"essai\" : oui ?"_s;
    const report::Document built = document(projet);
    CHECK(built.header == u"L’\"essai\"\u00A0: oui\u202F?"_s);
    CHECK(tables(built).at(0).rows.at(0).cells.at(1).paragraphs.at(0).runs.at(0).text == built.header);
}

TEST_CASE("An unknown document is told")
{
    const auto refused = report::build(trame(), u"annexe-9"_s, {}, references(), Content::Filled, QDate(2027, 1, 1));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == base::ErrorCode::NotFound);
    CHECK(refused.error().message.contains(u"annexe-9"));
}
