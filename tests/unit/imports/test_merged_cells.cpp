// Cells merged over rows, and the second person of a service; rows and columns that are hidden.
#include "imports/workbook.h"
#include "packages.h"
#include "samples.h"
#include "support/example.h"

using namespace Qt::Literals::StringLiterals;

namespace
{

const samples::Rows partners{{u"Structure"_s, u"Contact"_s, u"Convention ?"_s},
                             {u"CH de Digne-les-Bains"_s, u"Mme Noël"_s, u"oui"_s},
                             {u""_s, u"M. Petit"_s, u""_s},
                             {u"DAC 04"_s, u""_s, u"non"_s}};

base::Result<imports::ImportProposal> proposed(const QByteArray &book, const domain::Projet &projet)
{
    return imports::propose(u"partenaires"_s, imports::ImportInput::memory(book, u"liste.xlsx"_s), projet,
                            support::references(), {});
}

QString representative(const domain::Projet &projet, const QString &service)
{
    for (const auto &[id, each] : projet.partenaires)
        if (each.service == service)
            return each.representant;
    FAIL("no such partner");
    return {};
}

} // namespace

TEST_CASE("Merged cells are read as they look: the same text in each row, nothing in the columns beside")
{
    const QByteArray bytes =
        packages::workbook({{u"Liste"_s,
                             {{u"Titre"_s},
                              {u"A"_s, u"B"_s, u"1"_s},
                              {u""_s, u""_s, u"2"_s},
                              {u""_s, u"C"_s, u"3"_s},
                              {u""_s, u""_s, u"4"_s}},
                             {u"A1:C1"_s, u"A2:A4"_s, u"B2:B3"_s, u"pas:une"_s, u"ZZZ9:ZZZ10"_s}}});
    const auto tables = imports::Tables::open(imports::ImportInput::memory(bytes, u"liste.xlsx"_s));
    REQUIRE(tables);
    const auto texts = [&tables](bool spread) {
        const auto rows = tables.value().rows(0, {}, spread);
        REQUIRE(rows);
        QStringList all;
        while (rows.value()->next())
            all << rows.value()->text(0) + u'|' + rows.value()->text(1) + u'|' + rows.value()->text(2) +
                       (rows.value()->isSpread(0) ? u"*"_s : QString());
        return all;
    };
    CHECK(texts(false) == QStringList{u"Titre||"_s, u"A|B|1"_s, u"||2"_s, u"|C|3"_s, u"||4"_s});
    CHECK(texts(true) == QStringList{u"Titre||"_s, u"A|B|1"_s, u"A|B|2*"_s, u"A|C|3*"_s, u"||4"_s});
}

TEST_CASE("A second row of a service merged with the first is its second representative")
{
    for (const bool merged : {true, false}) {
        CAPTURE(merged);
        const QByteArray book =
            packages::workbook({{u"Partenaires"_s, partners, merged ? QStringList{u"A2:A3"_s} : QStringList()}});
        auto projet = samples::projet();
        const auto proposal = proposed(book, projet);
        REQUIRE(proposal);
        REQUIRE(domain::applyChanges(projet, proposal.value().changes));
        CHECK(projet.partenaires.size() == 2);
        CHECK(representative(projet, u"CH de Digne-les-Bains"_s) == u"Mme Noël ; M. Petit"_s);
        CHECK(representative(projet, u"DAC 04"_s).isEmpty());
        const QString told = samples::told(proposal.value());
        CHECK(told.contains(u"« M. Petit » est noté 2e représentant de « CH de Digne-les-Bains »"_s));
        CHECK(told.contains(merged ? u"ligne 3 : cellule fusionnée"_s : u"ligne 3 : pas de nom de service"_s));
        CHECK(told.contains(u"à vérifier"_s) != merged);
        CHECK(proposed(book, projet).value().changes.empty()); // nobody is added twice
    }
}

TEST_CASE("A row without a name that has a place of its own is not of the partner above")
{
    const QByteArray book = packages::workbook({{u"Partenaires"_s,
                                                 {{u"Structure"_s, u"Contact"_s, u"Ville"_s},
                                                  {u"DAC 04"_s, u"Mme Noël"_s, u"Digne-les-Bains"_s},
                                                  {u""_s, u"M. Petit"_s, u"Castellane"_s}},
                                                 {}}});
    auto projet = samples::projet();
    const auto proposal = proposed(book, projet);
    REQUIRE(proposal);
    REQUIRE(domain::applyChanges(projet, proposal.value().changes));
    CHECK(representative(projet, u"DAC 04"_s) == u"Mme Noël"_s);
    CHECK(samples::told(proposal.value()).contains(u"ligne 3 : pas de nom de service ; ligne laissée de côté"_s));
}

TEST_CASE("A row without a name is nobody’s when no partner stands right above, or when it names nobody")
{
    const QByteArray book = packages::workbook({{u"Partenaires"_s,
                                                 {{u"Structure"_s, u"Contact"_s, u"Convention ?"_s},
                                                  {u""_s, u"M. Petit"_s, u"oui"_s},
                                                  {u"DAC 04"_s, u""_s, u"non"_s},
                                                  {u""_s, u""_s, u"oui"_s}}}});
    auto projet = samples::projet();
    const auto proposal = proposed(book, projet);
    REQUIRE(proposal);
    REQUIRE(domain::applyChanges(projet, proposal.value().changes));
    CHECK(projet.partenaires.size() == 1);
    CHECK(representative(projet, u"DAC 04"_s).isEmpty());
    const QString told = samples::told(proposal.value());
    CHECK(told.contains(u"ligne 2 : pas de nom de service ; ligne laissée de côté"_s));
    CHECK(told.contains(u"ligne 4 : pas de nom de service ; ligne laissée de côté"_s));
}

TEST_CASE("Hidden rows, columns and sheets of a workbook are read, and told")
{
    packages::Sheet sheet{u"Partenaires"_s,
                          {{u"Structure"_s, u"Contact"_s, u"Ville"_s},
                           {u"DAC 04"_s, u"Mme Noël"_s, u""_s},
                           {u"CH de Digne"_s, u"M. Petit"_s, u""_s},
                           {u"EHPAD"_s, u""_s, u""_s}}};
    auto projet = samples::projet();
    const QString shown = samples::told(proposed(packages::workbook({sheet}), projet).value());
    CHECK_FALSE(shown.contains(u"masqué"_s));
    sheet.hiddenRows = {3, 4};
    sheet.hiddenColumns = {2, 3}; // nothing stands in the third
    sheet.hidden = true;
    const auto proposal = proposed(packages::workbook({sheet}), projet);
    REQUIRE(proposal);
    REQUIRE(domain::applyChanges(projet, proposal.value().changes));
    CHECK(projet.partenaires.size() == 3);
    CHECK(representative(projet, u"CH de Digne"_s) == u"M. Petit"_s);
    const QString told = samples::told(proposal.value());
    INFO(told.toStdString());
    CHECK(told.contains(u"2 lignes masquées dans le classeur ont été lues aussi (lignes 3, 4)"_s));
    CHECK(told.contains(u"colonne masquée dans le classeur, et lue aussi : « Contact »"_s));
    CHECK(told.contains(u"la feuille « Partenaires », masquée dans le classeur, est celle qui a été lue"_s));
    sheet.hiddenRows = {1, 2}; // titles are no row of the list
    CHECK(samples::told(proposed(packages::workbook({sheet}), samples::projet()).value())
              .contains(u"1 ligne masquée dans le classeur a été lue aussi (ligne 2)"_s));
}
