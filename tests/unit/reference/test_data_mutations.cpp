// Every value of every data file damaged in turn: refused with the file and the place, or of no consequence. Nothing is
// read half.
#include "reference/aci.h"
#include "shared_reference.h"
#include "support/catch.h"

#include <functional>
#include <nlohmann/json.hpp>
#include <QDir>
#include <QFile>
#include <QSet>
#include <set>

using namespace reference;
using namespace Qt::Literals::StringLiterals;
using nlohmann::json;

namespace
{

struct DataFile {
    QString name;
    std::function<std::optional<base::Error>(const QString &folder)> error;
    QSet<QString> optional; // keys that may be missing
};

template <class T>
std::function<std::optional<base::Error>(const QString &)> loader()
{
    return [](const QString &folder) -> std::optional<base::Error> {
        const auto loaded = T::load(folder);
        return loaded ? std::nullopt : std::optional(loaded.error());
    };
}

const std::vector<DataFile> &files()
{
    static const std::vector<DataFile> all{
        {u"professions.json"_s, loader<Professions>(), {u"note"_s, u"rpps"_s, u"ligne"_s}},
        {u"missions.json"_s, loader<Missions>(), {u"note"_s, u"demarrage_mois"_s, u"deploiement_mois"_s}},
        {u"sigles.json"_s, loader<Sigles>(), {u"note"_s, u"tel_quel"_s}},
        {u"etapes.json"_s, loader<Etapes>(), {u"note"_s}},
        {u"structures-appui.json"_s, loader<StructuresAppui>(), {u"note"_s, u"telephones"_s, u"courriel"_s}},
        {u"referents.json"_s, loader<Referents>(), {u"note"_s}},
        {u"tailles.json"_s, loader<Tailles>(), {u"note"_s, u"page"_s}},
        {u"dynamiques.json"_s, loader<Dynamiques>(), {u"note"_s, u"sigle"_s}},
        {u"indicateurs.json"_s, loader<IndicateursTypes>(), {u"note"_s, u"definition"_s, u"a_preciser"_s}},
        {u"services-numeriques.json"_s, loader<ServicesNumeriques>(), {u"note"_s, u"rappel"_s}},
        {u"aci.json"_s, loader<Aci>(), {u"note"_s, u"montant_euros"_s}}};
    return all;
}

json read(const QString &name)
{
    QFile file(test::referenceFolder() + u'/' + name);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    return json::parse(bytes.constBegin(), bytes.constEnd());
}

// The paths of the values of a file: those of the first and of the last entry of each list.
void pathsOf(const json &value, const json::json_pointer &at, std::vector<json::json_pointer> &paths)
{
    if (value.is_object())
        for (const auto &[key, child] : value.items()) {
            paths.push_back(at / key);
            pathsOf(child, at / key, paths);
        }
    else if (value.is_array() && !value.empty())
        for (const size_t i : std::set<size_t>{0, value.size() - 1}) {
            paths.push_back(at / i);
            pathsOf(value[i], at / i, paths);
        }
}

std::vector<json::json_pointer> pathsOf(const json &value)
{
    std::vector<json::json_pointer> paths;
    pathsOf(value, json::json_pointer(), paths);
    return paths;
}

std::optional<base::Error> errorOf(const DataFile &file, const json &content)
{
    static const QTemporaryDir folder;
    QFile output(folder.filePath(file.name));
    REQUIRE(output.open(QIODevice::WriteOnly));
    output.write(QByteArray::fromStdString(content.dump()));
    output.close();
    const auto error = file.error(folder.path());
    if (error) {
        INFO(error->message.toStdString());
        CHECK(error->code == base::ErrorCode::Damaged);
        CHECK(error->message.startsWith(u"Le fichier de référence « %1 » est incorrect, "_s.arg(file.name)));
        CHECK(error->message.contains(u"Vos projets ne sont pas touchés. Réinstallez le programme."_s));
        CHECK((error->message.contains(u"au début"_s) || error->message.contains(u"entrée "_s)));
    }
    return error;
}

} // namespace

TEST_CASE("a value that is missing from a data file is told by its name, unless it may be missing")
{
    for (const DataFile &file : files()) {
        const json whole = read(file.name);
        CHECK_FALSE(errorOf(file, whole));
        for (const json::json_pointer &path : pathsOf(whole)) {
            if (!whole.at(path.parent_pointer()).is_object())
                continue;
            json damaged = whole;
            damaged.at(path.parent_pointer()).erase(path.back());
            const QString key = QString::fromStdString(path.back());
            INFO(file.name.toStdString() << " " << path.to_string());
            const auto error = errorOf(file, damaged);
            CHECK(error.has_value() == !file.optional.contains(key));
            if (error)
                CHECK(error->message.contains(u"« %1 »"_s.arg(key)));
        }
    }
}

TEST_CASE("a value of another kind is refused wherever it stands")
{
    const std::vector<json> others{json(), json(true), json(-1), json("douze"), json::object()};
    for (const DataFile &file : files()) {
        const json whole = read(file.name);
        for (const json::json_pointer &path : pathsOf(whole)) {
            const json &value = whole.at(path);
            for (const json &other : others) {
                const bool sameKind = other.type() == value.type() || (other.is_number() && value.is_number());
                if (sameKind && !other.is_number_float())
                    continue; // the next test
                json damaged = whole;
                damaged.at(path) = other;
                INFO(file.name.toStdString() << " " << path.to_string() << " = " << other.dump());
                const QString key = QString::fromStdString(path.back());
                const auto error = errorOf(file, damaged);
                // Not read at all, not known, or a share in percent that need not be whole.
                const bool unread =
                    file.name == "tailles.json"_L1 && (key == "page"_L1 || key == "proximite_pourcent"_L1);
                const bool unknown = other.is_null() && file.optional.contains(key);
                if (!unread && !unknown)
                    CHECK(error);
            }
        }
    }
}

TEST_CASE("a list without its entries, with one entry twice or with a text for an entry is told")
{
    for (const DataFile &file : files()) {
        const json whole = read(file.name);
        for (const auto &[key, value] : whole.items()) {
            if (!value.is_array() || value.empty() || !value.front().is_object())
                continue;
            INFO(file.name.toStdString() << " " << key);
            json twice = whole;
            twice[key].push_back(value.front());
            const QString said = errorOf(file, twice) ? errorOf(file, twice)->message : QString();
            if (file.name != "referents.json"_L1) // a délégation may have two of them
                CHECK(said.contains(u"entrée %1"_s.arg(value.size() + 1)));
            json text = whole;
            text[key][0] = "texte";
            const auto error = errorOf(file, text);
            REQUIRE(error);
            CHECK(error->message.contains(u"entrée 1"_s));
            CHECK(error->message.contains(u"on attendait un objet"_s));
        }
    }
}

TEST_CASE("every data file of the folder says its source, its version, the day it was read, and is known here")
{
    QSet<QString> known;
    for (const DataFile &file : files())
        known << file.name;
    for (const QString &name : QDir(test::referenceFolder()).entryList({u"*.json"_s}, QDir::Files)) {
        const json content = read(name);
        INFO(name.toStdString());
        CHECK((known.contains(name) || name.startsWith(u"imports-"_s)));
        for (const char *key : {"source", "version", "note"})
            CHECK(content.at(key).get<std::string>().size() > 3);
        const QDate day =
            QDate::fromString(QString::fromStdString(content.at("lu_le").get<std::string>()), Qt::ISODate);
        CHECK(day.isValid());
        CHECK(day > QDate(2026, 1, 1));
    }
}

TEST_CASE("the amounts of the accord are those of its size, and none where none is published")
{
    const auto aci = Aci::load(test::referenceFolder());
    REQUIRE(aci);
    CHECK(aci.value().ligne(u"inconnue"_s) == nullptr);
    for (const LigneAci &ligne : aci.value().lignes) {
        INFO(ligne.code.toStdString());
        CHECK(aci.value().ligne(ligne.code) == &ligne);
        CHECK_FALSE(ligne.montant(0));
        CHECK_FALSE(ligne.montant(5));
        for (const auto &[size, amount] : ligne.montants) {
            CHECK(size >= 1);
            CHECK(size <= 4);
            CHECK(ligne.montant(size) == amount);
            if (amount)
                CHECK(*amount > 0);
        }
        CHECK_FALSE(ligne.adresses.isEmpty());
        CHECK_FALSE(ligne.source.isEmpty());
    }
}
