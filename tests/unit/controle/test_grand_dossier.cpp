// The large dossier of the tests and of the measures says what it promises: its counts, every field, every text its
// own.
#include "domain/changes.h"
#include "domain/json.h"
#include "fixtures.h"
#include "support/grand_territoire.h"

#include <set>

using namespace Qt::Literals::StringLiterals;

namespace
{

const reference::Reference &officialData()
{
    static const reference::Reference loaded = reference::Reference::load().value();
    return loaded;
}

const domain::Projet &grand()
{
    static const domain::Projet made = support::grandDossier(support::nomenclature(officialData()));
    return made;
}

} // namespace

TEST_CASE("The large dossier has the counts of a CPTS of forty-four communes")
{
    for (const auto &[table, count] :
         {std::pair(u"commune"_s, 44), std::pair(u"personne"_s, 120), std::pair(u"partenaire"_s, 40),
          std::pair(u"indicateur"_s, 60), std::pair(u"fiche"_s, 25), std::pair(u"etapeAction"_s, 150)}) {
        CAPTURE(table.toStdString());
        CHECK(support::grandCount(table) == count);
        CHECK(int(domain::table(table)->ids(grand()).size()) == count);
    }
    qint64 people = 0;
    for (const auto &[id, commune] : grand().communes) {
        REQUIRE(officialData().communes().find(commune.code));
        people += officialData().communes().find(commune.code)->population.value_or(0);
    }
    CHECK(domain::populationDesCommunes(grand()) == people);
    CHECK(grand().population.valeur == people);
}

TEST_CASE("The large dossier fills every table it counts, and every long text is found nowhere else")
{
    std::set<QString> texts;
    int longTexts = 0;
    for (const domain::TableDescription &table : domain::tables()) {
        CAPTURE(table.name.toStdString());
        for (const domain::Id &id : table.ids(grand()))
            for (const domain::FieldDescription &field : table.fields) {
                const domain::Value value = field.get(table.find(grand(), id));
                if (field.kind != domain::Kind::LongText || domain::isEmpty(value))
                    continue;
                ++longTexts;
                texts.insert(std::get<QString>(value));
            }
        if (!table.unique && support::grandCount(table.name) > 0)
            CHECK(int(table.ids(grand()).size()) == support::grandCount(table.name));
    }
    CHECK(longTexts > 450);
    CHECK(int(texts.size()) == longTexts);
}

TEST_CASE("The large dossier is always the same, and goes through JSON whole")
{
    CHECK(domain::diff(grand(), support::grandDossier(support::nomenclature(officialData()))).empty());
    const auto read = domain::projetFromJson(domain::projetToJson(grand(), {}));
    REQUIRE(read);
    CHECK(domain::diff(read.value().projet, grand()).empty());
}

TEST_CASE("The texts of the large dossier are as long as asked, and differ by their number")
{
    const QString text = support::grandText(7, 3'000);
    CHECK(text.count(u"mot7x"_s) == 3'000);
    CHECK(text.contains(u"\n- "_s));
    CHECK(text.contains(u"**mot7x"_s));
    CHECK_FALSE(support::grandText(7, 60).contains(u"**"_s));
    CHECK(support::grandText(8, 60) != support::grandText(7, 60));
}
