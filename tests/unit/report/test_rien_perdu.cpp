// No fact of the annex is lost on the way to the document, and nothing else gets in: over every field, and over random
// projects.
#include "support/random_edits.h"
#include "unit/report/fixtures.h"

#include <QRegularExpression>
#include <QSet>

using namespace Qt::Literals::StringLiterals;
using namespace fixtures;
using report::Content;

namespace
{

// Facts that annexe 3 does not ask for.
const QSet<QString> &notInTheAnnex()
{
    static const QSet<QString> names{
        u"commune.code"_s,   u"commune.epci"_s,   u"qpv.code"_s,           u"identite.trame"_s,
        u"echeance.etape"_s, u"identite.phase"_s, u"identite.millesime"_s, u"effectif.profession"_s,
        u"contact.code"_s,   u"mission.code"_s,   u"rubrique.code"_s,      u"accompagnement.structureAppui"_s,
    };
    return names;
}

QStringList keysOf(const QString &table)
{
    if (table == u"mission" || table == u"effectif") {
        QStringList codes;
        if (table == u"mission")
            for (const auto &mission : references().missions().toutes)
                codes << mission.code;
        else
            for (const auto &profession : references().professions().trame)
                codes << profession.code;
        return codes;
    }
    if (table == u"contact")
        return {u"exercice-coordonne"_s, u"appui-coordination"_s, u"collectivites"_s, u"centre-hospitalier"_s,
                u"autres"_s};
    return {u"problematiques"_s, u"gouvernance"_s, u"organisation"_s, u"calendrier"_s};
}

// A project where every text is its own word, every number its own figure.
class Marked
{
public:
    Marked()
    {
        for (const domain::TableDescription &table : domain::tables())
            fillTable(table);
        m_projet.identite.porteur = m_projet.personnes.begin()->first;
        m_projet.personnes.find(m_projet.identite.porteur)->equipeProjet = true;
        for (auto &[id, commune] : m_projet.communes)
            for (const auto &[quarter, content] : m_projet.qpv)
                m_projet.qpv.find(quarter)->communes = {id};
    }
    [[nodiscard]] const domain::Projet &projet() const { return m_projet; }
    [[nodiscard]] const QStringList &expected() const { return m_expected; }

private:
    void fillTable(const domain::TableDescription &table)
    {
        if (table.unique)
            return fill(table, {}, {});
        if (table.keyField.isEmpty() || table.name == u"commune") {
            const base::Id id = base::Id::fromKey(table.name + u":un"_s);
            REQUIRE(table.insert(m_projet, id));
            return fill(table, id, {});
        }
        for (const QString &key : keysOf(table.name)) {
            const base::Id id = base::Id::fromKey(table.name + u':' + key);
            REQUIRE(table.insert(m_projet, id));
            fill(table, id, key);
        }
    }

    void fill(const domain::TableDescription &table, const base::Id &id, const QString &key)
    {
        void *record = table.findForEdit(m_projet, id);
        for (const domain::FieldDescription &field : table.fields) {
            const bool printed = !notInTheAnnex().contains(table.name + u'.' + field.name) && field.name != u"rang";
            if (field.kind == domain::Kind::Text || field.kind == domain::Kind::LongText) {
                const bool isKey = field.name == table.keyField && !key.isEmpty();
                const QString word = isKey ? key : u"mot%1fin"_s.arg(++m_count);
                REQUIRE(field.set(record, word));
                if (printed)
                    m_expected << word;
            } else if (field.kind == domain::Kind::Integer && table.name != u"commune") {
                REQUIRE(field.set(record, qint64(1000 + ++m_count)));
                const QString shown = field.name == u"annee" ? QString::number(1000 + m_count)
                                                             : u"1 %1"_s.arg(m_count, 3, 10, QChar(u'0'));
                m_expected << shown;
            } else if (field.kind == domain::Kind::Flag) {
                REQUIRE(field.set(record, true));
            }
        }
    }

    domain::Projet m_projet;
    QStringList m_expected;
    int m_count = 0;
};

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

TEST_CASE("Every field that the annex asks for is printed")
{
    const Marked marked;
    const QString text = lines(document(marked.projet()));
    CHECK(marked.expected().size() > 90);
    for (const QString &fact : marked.expected()) {
        INFO(fact.toStdString());
        CHECK(text.contains(fact));
    }
}

TEST_CASE("None of them is printed on the blank forms")
{
    const Marked marked;
    for (const Content content : {Content::Blank, Content::BlankWithGuidance}) {
        const QString text = lines(document(marked.projet(), content));
        CHECK_FALSE(text.contains(QRegularExpression(u"mot\\d+fin"_s)));
        CHECK(text == lines(document({}, content)));
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
        for (const QString &tag : tagsOf(built)) {
            const auto at = domain::FieldAddress::parse(tag);
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
