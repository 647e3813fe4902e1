// The profile that a file is for, by its titles.
#include "imports/correspondence.h"
#include "samples.h"
#include "support/catch.h"

using namespace Qt::Literals::StringLiterals;
using imports::ImportInput;

TEST_CASE("Every sample is recognised as what it is, whatever its name")
{
    for (const auto &sample : samples::all()) {
        auto input = samples::input(sample);
        input.name = u"fichier.csv"_s;
        const auto found = imports::detectProfile(input);
        REQUIRE(found);
        INFO(sample.profile.toStdString());
        // A table by commune is CartoSanté's only when its name says so: the source is told to the ARS.
        const QString wanted = sample.profile == u"cartosante" ? u"valeurs-communes"_s : sample.profile;
        CHECK(found.value() == wanted);
    }
    CHECK(imports::detectProfile(samples::input(samples::of(u"cartosante"_s))).value() == u"cartosante");
}

TEST_CASE("What looks like nothing is nothing, what can't be read is an error, a stop is a stop")
{
    CHECK(imports::detectProfile(ImportInput::pasted(u"rien;du;tout\n1;2;3\n"_s)).value().isEmpty());
    CHECK_FALSE(imports::detectProfile(ImportInput::memory("%PDF-1.4 ", u"x.csv"_s)));
    CHECK_FALSE(imports::detectProfile(ImportInput::file(u"/absent.csv"_s)));
}

TEST_CASE("Columns said in words or in JSON")
{
    const imports::Profile &members = *imports::profile(u"personnes"_s);
    const QStringList titles{u"Patronyme"_s, u"Petit nom"_s, u""_s};
    const auto words =
        imports::readCorrespondence(u"patronyme=nom, Petit nom = Prénom ,3=profession"_s, titles, members);
    REQUIRE(words);
    CHECK(words.value() == imports::ColumnMapping{{0, u"nom"_s}, {1, u"prenom"_s}, {2, u"profession"_s}});
    const auto json = imports::readCorrespondence(u"{\"Patronyme\": \"nom\", \"2\": \"prenom\"}"_s, titles, members);
    REQUIRE(json);
    CHECK(json.value() == imports::ColumnMapping{{0, u"nom"_s}, {1, u"prenom"_s}});
    for (const QString &bad : {u"Absent=nom"_s, u"Patronyme=absent"_s, u"Patronyme"_s, u"a=b=c"_s, u""_s,
                               u"{\"a\": 1}"_s, u"{oups"_s, u"0=nom"_s, u"4=nom"_s, u"{}"_s}) {
        const auto refused = imports::readCorrespondence(bad, titles, members);
        INFO(bad.toStdString());
        REQUIRE_FALSE(refused);
        CHECK(refused.error().message.contains(u"Rien n’a été modifié."_s));
    }
    CHECK(imports::readCorrespondence(u"Absent=nom"_s, titles, members).error().message.contains(u"Petit nom"_s));
}
