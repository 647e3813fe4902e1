// No fact of the annex is lost on the way to the document, and nothing else gets in: over every field, and over random
// projects.
#include "base/text.h"
#include "support/random_edits.h"
#include "unit/report/fixtures.h"

#include <QRegularExpression>
#include <QSet>

using namespace Qt::Literals::StringLiterals;
using namespace fixtures;
using report::Content;

namespace
{

// Facts that none of the three annexes asks for.
const QSet<QString> &inNoAnnex()
{
    static const QSet<QString> names{
        u"commune.code"_s,       u"commune.epci"_s,
        u"qpv.code"_s,           u"identite.trame"_s,
        u"echeance.etape"_s,     u"identite.phase"_s,
        u"identite.millesime"_s, u"effectif.profession"_s,
        u"contact.code"_s,       u"mission.code"_s,
        u"rubrique.code"_s,      u"accompagnement.structureAppui"_s,
        u"indicateur.theme"_s,   u"structure.formeJuridique"_s,
        u"acteur.dynamique"_s,   u"indicateur.parCommune"_s,
    };
    return names;
}

// Asked by the actualisation, the budget or the calendar, which are other documents.
bool elsewhere(const QString &table)
{
    return QStringList{u"tranche"_s, u"reunion"_s,   u"financement"_s,   u"releve"_s,
                       u"budget"_s,  u"protocole"_s, u"voisine"_s,       u"suspension"_s,
                       u"avenant"_s, u"contrat"_s,   u"interlocuteur"_s, u"piece"_s}
        .contains(table);
}

QStringList keysOf(const QString &table)
{
    QStringList codes;
    if (table == u"mission")
        for (const auto &mission : references().missions().toutes)
            codes << mission.code;
    else if (table == u"effectif")
        for (const auto &profession : references().professions().trame)
            codes << profession.code;
    else if (table == u"contact")
        codes = {u"exercice-coordonne"_s, u"appui-coordination"_s, u"collectivites"_s, u"centre-hospitalier"_s,
                 u"autres"_s};
    else if (table == u"rubrique")
        codes = {u"problematiques"_s,
                 u"gouvernance"_s,
                 u"organisation"_s,
                 u"calendrier"_s,
                 u"problematiques-projet"_s,
                 u"offre"_s,
                 u"modalites"_s,
                 u"besoins-non-couverts"_s,
                 u"gouvernance-projet"_s,
                 u"systeme-information"_s,
                 u"inclusion"_s,
                 u"telemedecine"_s,
                 u"actions"_s};
    return codes;
}

// The one record of a table, or its first.
base::Id first(const QString &table)
{
    const QString key =
        domain::table(table)->keyField.isEmpty() || table == u"commune" ? u"un"_s : keysOf(table).first();
    return base::Id::fromKey(table + u':' + key);
}

// A project where every text is its own word, every number its own figure, and every record names the others.
class Marked
{
public:
    Marked()
    {
        for (const domain::TableDescription &table : domain::tables())
            fillTable(table);
        m_projet.organisation.comptage = domain::Comptage::Saisi;
    }
    [[nodiscard]] const domain::Projet &projet() const { return m_projet; }
    [[nodiscard]] const QStringList &expected() const { return m_expected; }

private:
    void fillTable(const domain::TableDescription &table)
    {
        if (table.unique)
            return fill(table, {}, {});
        const bool one = table.keyField.isEmpty() || table.name == u"commune" || table.name == u"tranche";
        for (const QString &key : one ? QStringList{u"un"_s} : keysOf(table.name)) {
            const base::Id id = base::Id::fromKey(table.name + u':' + key);
            REQUIRE(table.insert(m_projet, id));
            fill(table, id, one ? QString() : key);
        }
    }

    void fill(const domain::TableDescription &table, const base::Id &id, const QString &key)
    {
        void *record = table.findForEdit(m_projet, id);
        for (const domain::FieldDescription &field : table.fields) {
            const bool isKey = field.name == table.keyField && !key.isEmpty();
            const domain::Value value = isKey ? domain::Value(key) : mark(field);
            if (value == domain::Value())
                continue;
            REQUIRE(field.set(record, value));
            const bool printed = !isKey && !elsewhere(table.name) && field.name != u"rang" &&
                                 !inNoAnnex().contains(table.name + u'.' + field.name);
            // annexe 3 leaves out the population of each commune and the year of its zoning
            if (printed && !(table.name == u"commune" && field.kind == domain::Kind::Integer))
                expect(field, value);
        }
    }

    domain::Value mark(const domain::FieldDescription &field)
    {
        switch (field.kind) {
        case domain::Kind::Text:
        case domain::Kind::LongText:
            return u"mot%1fin"_s.arg(++m_count);
        case domain::Kind::Integer:
            return qint64(1000 + ++m_count);
        case domain::Kind::Decimal:
            return 1000.5 + ++m_count;
        case domain::Kind::Flag:
            return true;
        case domain::Kind::Reference:
            return first(field.target);
        case domain::Kind::References:
            return base::IdList{first(field.target)};
        case domain::Kind::Date:
            return QDate(2030, 1, 1).addDays(++m_count);
        default:
            return {};
        }
    }

    void expect(const domain::FieldDescription &field, const domain::Value &value)
    {
        if (const auto *text = std::get_if<QString>(&value))
            m_expected << *text;
        else if (const auto *number = std::get_if<qint64>(&value))
            m_expected << (field.name == u"annee" ? QString::number(*number) : plain(base::frenchNumber(*number)));
        else if (const auto *decimal = std::get_if<double>(&value))
            m_expected << plain(base::frenchNumber(*decimal, 2));
        else if (const auto *date = std::get_if<QDate>(&value);
                 date && field.name != u"creeLe" && field.name != u"contratLe" && field.name != u"statutsPrevusLe")
            m_expected << plain(base::frenchLongDate(*date));
    }

    domain::Projet m_projet;
    QStringList m_expected;
    int m_count = 0;
};

const QStringList annexes{u"annexe-3"_s, u"annexe-4"_s, u"annexe-5"_s};

QStringList tagsOf(const report::Document &document)
{
    QStringList tags;
    for (const report::Paragraph &paragraph : paragraphs(document))
        for (const report::Run &run : paragraph.runs)
            tags << run.field;
    for (const report::Table &table : tables(document))
        for (const report::Row &row : table.rows)
            for (const report::Cell &cell : row.cells) {
                tags << cell.field;
                for (const report::Paragraph &paragraph : cell.paragraphs)
                    for (const report::Run &run : paragraph.runs)
                        tags << run.field;
            }
    tags.removeAll(QString());
    return tags;
}

QString afterBand(const report::Document &document)
{
    const QString text = report::plainText(document);
    return text.mid(text.lastIndexOf(u"PARTIE RÉSERVÉE À L’ARS"_s));
}

} // namespace

TEST_CASE("Every field that the annexes ask for is printed")
{
    const Marked marked;
    QString text;
    for (const QString &annexe : annexes)
        text += lines(document(marked.projet(), Content::Filled, annexe));
    CHECK(marked.expected().size() > 200);
    for (const QString &fact : marked.expected()) {
        INFO(fact.toStdString());
        CHECK(text.contains(fact));
    }
}

TEST_CASE("None of them is printed on the blank forms")
{
    const Marked marked;
    for (const QString &annexe : annexes)
        for (const Content content : {Content::Blank, Content::BlankWithGuidance}) {
            const QString text = lines(document(marked.projet(), content, annexe));
            CHECK_FALSE(text.contains(QRegularExpression(u"mot\\d+fin"_s)));
            CHECK(text == lines(document({}, content, annexe)));
        }
}

TEST_CASE("The forty-one communes of an EPCI are in the table, in French order")
{
    domain::Projet projet;
    const auto epci = references().communes().epci(u"200068625"_s);
    REQUIRE(epci);
    REQUIRE(epci->membres.size() == 41);
    for (const QString &code : epci->membres) {
        const auto known = references().communes().find(code);
        domain::Commune commune;
        commune.code = code;
        commune.nom = known->nom;
        commune.codePostal = known->codesPostaux.first();
        commune.population = known->population.value_or(0);
        projet.communes.insert(base::Id::fromKey(u"commune:"_s + code), commune);
    }
    const QStringList found = rows(tables(document(projet)).at(1));
    REQUIRE(found.size() == 42);
    CHECK(found.at(1).startsWith(u"Allons | 04170"_s));
    CHECK(found.contains(u"Méailles | 04240 | "_s));
    CHECK(found.indexOf(QRegularExpression(u"^Méailles.*"_s)) < found.indexOf(QRegularExpression(u"^Moriez.*"_s)));
    CHECK(lines(document(projet)).contains(u": 11 495 (somme des communes)"_s));
}

TEST_CASE("Random projects: same input same document, tags that lead somewhere, the ARS part untouched")
{
    const QString reserved = afterBand(document({}));
    REQUIRE(reserved.contains(u"Attribution des aides"));
    for (unsigned seed = 1; seed <= 60; ++seed) {
        support::RandomEdits random(seed);
        const domain::Projet projet = random.edited({}, 120);
        const report::Document built = document(projet);
        INFO(seed);
        CHECK(report::plainText(built) == report::plainText(document(projet)));
        CHECK(afterBand(built) == reserved);
        CHECK(lines(document(projet, Content::Blank)) == lines(document({}, Content::Blank)));
        QStringList tags = tagsOf(built);
        for (const QString &annexe : annexes.mid(1))
            tags += tagsOf(document(projet, Content::Filled, annexe));
        for (const QString &tag : tags) {
            const auto at = domain::FieldAddress::parse(tag);
            INFO(tag.toStdString());
            REQUIRE(at);
            CHECK_FALSE(trame().pageOf(*at, projet).isEmpty());
        }
    }
}

TEST_CASE("Random texts: what the user wrote is there, word by word")
{
    for (unsigned seed = 100; seed < 130; ++seed) {
        support::RandomEdits random(seed);
        const domain::Projet projet = random.edited({}, 150);
        const QString text = lines(document(projet)).simplified();
        for (const auto &[id, partner] : projet.partenaires)
            for (const QString &word :
                 partner.service.split(QRegularExpression(u"[\\s\\x{202F}\\x{00A0}'’;!:]+"_s), Qt::SkipEmptyParts)) {
                INFO(word.toStdString());
                CHECK(text.contains(word));
            }
    }
}
