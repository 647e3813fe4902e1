#include "documents.h"

#include "formats/docx.h"
#include "formats/odt.h"
#include "report/builder.h"
#include "support/example.h"
#include "support/grand_dossier.h"
#include "support/trame.h"

using namespace Qt::Literals::StringLiterals;

namespace documents
{

namespace
{

report::Document built(const domain::Projet &projet, report::Content content, const QString &annexe = u"annexe-3"_s)
{
    report::BuildOptions options;
    if (annexe == u"annexe-5")
        options.fiche = projet.fiches.begin()->first;
    options.content = content;
    options.today = QDate(2027, 3, 12);
    options.developSigles = true; // as an export does
    auto made = report::build(support::trame(), annexe, projet, support::references(), options);
    REQUIRE(made);
    return made.value();
}

domain::Projet withLongText()
{
    domain::Projet projet = support::vallees();
    const QString code = u"problematiques"_s;
    projet.rubriques.insert(base::Id::fromKey(u"rubrique:"_s + code), {code, support::grandText(1, 3000)});
    return projet;
}

} // namespace

report::Document annexe3()
{
    return built(support::vallees(), report::Content::Filled);
}

std::vector<samples::Named> annexes3()
{
    return {{u"annexe 3 remplie"_s, annexe3()},
            {u"annexe 3 vierge"_s, built(support::vallees(), report::Content::Blank)},
            {u"annexe 3 vierge avec conseils"_s, built(support::vallees(), report::Content::BlankWithGuidance)},
            {u"annexe 3 d’un projet vide"_s, built({}, report::Content::Filled)},
            {u"annexe 3 avec un long texte"_s, built(withLongText(), report::Content::Filled)}};
}

std::vector<samples::Named> lookedAt()
{
    const domain::Projet projet = support::vallees();
    return {{u"annexe-3-remplie"_s, annexe3()},
            {u"annexe-3-vierge"_s, built(projet, report::Content::Blank)},
            {u"annexe-4-remplie"_s, built(projet, report::Content::Filled, u"annexe-4"_s)},
            {u"annexe-5-remplie"_s, built(projet, report::Content::Filled, u"annexe-5"_s)},
            {u"annexe-5-conseils"_s, built(projet, report::Content::BlankWithGuidance, u"annexe-5"_s)},
            {u"figures"_s, samples::figures()}};
}

QString save(const QString &folder, const report::Document &document, const QString &format, const QString &reference)
{
    const QString look = !reference.isEmpty() ? reference
                         : format == u"docx"  ? samples::docxReference()
                                              : samples::odtReference();
    const auto bytes = format == u"docx" ? formats::writeDocx(document, look) : formats::writeOdt(document, look);
    INFO((bytes ? QString() : bytes.error().message + bytes.error().detail).toStdString());
    REQUIRE(bytes);
    const QString path = folder + u"/essai."_s + format;
    REQUIRE(base::writeFile(path, bytes.value()));
    return path;
}

} // namespace documents
