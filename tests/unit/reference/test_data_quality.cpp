// The texts and figures of the data files as a reader, a printer and a screen will meet them.
#include "shared_reference.h"
#include "support/catch.h"

#include <cmath>
#include <nlohmann/json.hpp>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSet>

using namespace reference;
using namespace Qt::Literals::StringLiterals;

namespace
{

QStringList dataFiles()
{
    return QDir(test::referenceFolder()).entryList({u"*.json"_s}, QDir::Files, QDir::Name);
}

void collect(const nlohmann::json &value, QStringList &texts)
{
    if (value.is_string())
        texts += QString::fromStdString(value.get<std::string>());
    else if (value.is_structured())
        for (const auto &item : value)
            collect(item, texts);
}

nlohmann::json content(const QString &name)
{
    QFile file(QDir(test::referenceFolder()).filePath(name));
    REQUIRE(file.open(QIODevice::ReadOnly));
    return nlohmann::json::parse(file.readAll().toStdString());
}

double channel(const QString &hex)
{
    const double c = hex.toInt(nullptr, 16) / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

// WCAG relative luminance of "#RRGGBB".
double luminance(const QString &colour)
{
    return 0.2126 * channel(colour.mid(1, 2)) + 0.7152 * channel(colour.mid(3, 2)) + 0.0722 * channel(colour.mid(5, 2));
}

double contrast(const QString &a, const QString &b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

} // namespace

TEST_CASE("every data file says its source and the day it was read")
{
    const QStringList files = dataFiles();
    CHECK(files.size() >= 8);
    for (const QString &name : files) {
        INFO(name.toStdString());
        const nlohmann::json root = content(name);
        CHECK(root.value("source", std::string()).size() > 20);
        CHECK_FALSE(root.value("version", std::string()).empty());
        CHECK(QDate::fromString(QString::fromStdString(root.value("lu_le", std::string())), Qt::ISODate).isValid());
    }
    const Reference &all = test::theReference();
    for (const Provenance *provenance :
         {&all.professions().provenance, &all.missions().provenance, &all.sigles().provenance, &all.etapes().provenance,
          &all.structuresAppui().provenance, &all.referents().provenance, &all.tailles().provenance,
          &all.dynamiques().provenance})
        CHECK(provenance->source.contains(u"Provence-Alpes-Côte d’Azur"_s));
}

TEST_CASE("texts are clean French: typographic apostrophes, no double or outer spaces")
{
    for (const QString &name : dataFiles()) {
        QStringList texts;
        collect(content(name), texts);
        CHECK(texts.size() > 3);
        for (const QString &text : texts) {
            INFO(name.toStdString() << ": " << text.toStdString());
            CHECK(text == text.trimmed());
            CHECK_FALSE(text.contains(u"  "_s));
            CHECK_FALSE(text.contains(u'\''));
            CHECK_FALSE(text.contains(u'\n'));
            CHECK_FALSE(text.contains(u'\uFFFD'));
        }
    }
}

TEST_CASE("no address or name of a person is shipped")
{
    // The people of the annexes of 2022 have addresses of the form prenom.nom@: none may be in a data file.
    const QRegularExpression address(u"[\\w.-]+@[\\w.-]+"_s);
    const QStringList functional{u"contact@"_s, u"sante@"_s, u"ars-paca-dd"_s, u"exercice-coordonne.cpam-marseille@"_s};
    const QRegularExpression mobile(u"\\b0[67]( \\d\\d){4}\\b"_s);
    for (const QString &name : dataFiles()) {
        QStringList texts;
        collect(content(name), texts);
        for (const QString &text : texts) {
            CHECK_FALSE(mobile.match(text).hasMatch());
            auto found = address.globalMatch(text);
            while (found.hasNext()) {
                const QString one = found.next().captured();
                INFO(one.toStdString());
                CHECK(std::any_of(functional.begin(), functional.end(),
                                  [&one](const QString &start) { return one.startsWith(start); }));
            }
        }
    }
}

TEST_CASE("the colours of missions can be read on their ground, light and dark")
{
    for (const Mission &mission : test::theReference().missions().toutes) {
        INFO(mission.code.toStdString());
        CHECK(contrast(mission.couleurClaire, u"#FFFFFF"_s) >= 4.5);
        CHECK(contrast(mission.couleurSombre, u"#1A2B2B"_s) >= 4.5);
    }
}

TEST_CASE("codes are stable ASCII, RPPS codes two digits, pages inside the document")
{
    const QRegularExpression code(u"^[a-z0-9-]+$"_s);
    const QRegularExpression rpps(u"^\\d\\d$"_s);
    const Reference &all = test::theReference();
    for (const auto *list : {&all.professions().trame, &all.professions().personnes})
        for (const Profession &profession : *list) {
            CHECK(code.match(profession.code).hasMatch());
            for (const QString &each : profession.rpps)
                CHECK(rpps.match(each).hasMatch());
            CHECK(all.professions().find(profession.code) == &profession);
            CHECK(all.professions().recognise(profession.singulier.toUpper()) != nullptr);
        }
    for (const Mission &mission : all.missions().toutes) {
        CHECK(code.match(mission.code).hasMatch());
        CHECK(all.missions().find(mission.code) == &mission);
        CHECK((mission.page >= 12 && mission.page <= 14));
        if (mission.demarrageMois)
            CHECK(*mission.demarrageMois < mission.deploiementMois.value_or(0));
    }
    for (const Etape &etape : all.etapes().etapes) {
        CHECK(code.match(etape.code).hasMatch());
        CHECK((etape.page >= 17 && etape.page <= 20));
        CHECK(all.etapes().etape(etape.code) == &etape);
        for (const Delai &delai : etape.delais)
            CHECK(all.etapes().delai(delai.code) == &delai);
    }
}

TEST_CASE("the structures d’appui can be written to and called")
{
    const QRegularExpression phone(u"^0[1-5]( \\d\\d){4}$"_s);
    QSet<QString> codes;
    for (const StructureAppui &structure : test::theReference().structuresAppui().toutes) {
        codes.insert(structure.code);
        CHECK(structure.codePostal.size() == 5);
        CHECK_FALSE(structure.telephones.isEmpty());
        for (const QString &number : structure.telephones)
            CHECK(phone.match(number).hasMatch());
        const NameMatch town = test::theCommunes().matchName(structure.ville, {{}, structure.codePostal});
        CHECK_FALSE(town.communes.empty());
    }
    CHECK(codes.size() == 4);
    for (const Referent &referent : test::theReference().referents().tous)
        CHECK(test::theCommunes().departement(referent.departement).has_value());
}
