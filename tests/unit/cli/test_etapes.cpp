// The steps of the procedure, as `info` tells them.
#include "process.h"

using namespace Qt::Literals::StringLiterals;

TEST_CASE("info tells the five steps with their dates and delays, in words and in JSON")
{
    const Shell shell;
    shell.well({u"nouveau"_s, u"v.cpts"_s, u"--exemple"_s});
    const auto json = parsed(shell.well({u"info"_s, u"v.cpts"_s, u"--json"_s}).out);
    CHECK(json["version"] == 1);
    REQUIRE(json["etapes"].size() == 5);
    CHECK(json["etapes"][0]["code"] == "lettre-intention");
    CHECK(json["etapes"][0]["etat"] == "en-cours");
    const auto &commission = json["etapes"][1];
    CHECK(commission["etat"] == "prevue");
    CHECK(commission["prevueLe"] == "2027-03-12");
    CHECK(commission["le"].is_null());
    REQUIRE(commission["delais"].size() == 1);
    CHECK(commission["delais"][0]["code"] == "reponse-ccopd");
    CHECK(commission["delais"][0]["date"] == "2027-04-12");
    CHECK(commission["delais"][0]["estimation"] == true);
    CHECK(commission["delais"][0]["tenu"] == false);
    CHECK(commission["delais"][0]["suspenduDepuis"].is_null());
    CHECK(json["etapes"][3]["delais"][0]["date"] == "2028-04-28");

    const Ran words = shell.well({u"info"_s, u"v.cpts"_s});
    CHECK(words.out.contains(u"Passage en CCOPD"_s));
    CHECK(words.out.contains(u"12\u00A0mars\u00A02027"_s));
    CHECK(isFrench(words.out));
}
