// What is told before the dossier is written.
#include "controle/controle.h"
#include "gui/dialogs/dossier_dialog.h"
#include "gui/widgets/labels.h"
#include "support/example.h"
#include "test_page_support.h"

#include <QCheckBox>

using namespace pagetest;
using namespace Qt::Literals::StringLiterals;

namespace
{

QString words(const gui::DossierDialog &dialog)
{
    QStringList all;
    for (const auto *label : dialog.findChildren<gui::TextLabel *>())
        all << label->text();
    return all.join(u'\n');
}

void attach(domain::Projet &projet, const QString &name, bool sent = true)
{
    domain::PieceJointe &piece = projet.pieces.insert(base::Id::create());
    piece.rang = u"m%1"_s.arg(projet.pieces.size(), 3, 10, QLatin1Char('0'));
    piece.nom = name;
    piece.jointe = sent;
}

std::vector<controle::Finding> findingsOf(const domain::Projet &projet)
{
    return controle::check(projet, officialData(), QDate(2026, 11, 23), controle::Volet::Projet);
}

} // namespace

TEST_CASE("The dialog tells the documents, the pieces and what is missing, a few at a time")
{
    domain::Projet projet = emptyProject();
    attach(projet, u"Statuts.pdf"_s);
    attach(projet, u"Brouillon.pdf"_s, false);
    const gui::DossierDialog dialog(projet, paca(), findingsOf(projet));
    const QString told = words(dialog);
    CHECK(told.contains(u"Projet de santé et Fiches-actions"_s));
    CHECK_FALSE(told.contains(u"Lettre d’intention"_s));
    CHECK(support::plain(told).contains(u"1 pièce jointe : Statuts.pdf"_s));
    CHECK_FALSE(told.contains(u"Brouillon"_s));
    CHECK(told.contains(u"ne sont pas élaborés"_s));
    CHECK(told.contains(u"autres points bloquants"_s));
    CHECK(dialog.personalData());
    dialog.findChild<QCheckBox *>()->setChecked(true);
    CHECK_FALSE(dialog.personalData());
    CHECK(words(gui::DossierDialog(projet, paca(), {})).contains(u"Aucun point bloquant"_s));
}

TEST_CASE("Many pieces are named up to five")
{
    domain::Projet projet;
    CHECK(gui::piecesLine(projet) == u"Aucune pièce jointe");
    for (int i = 1; i <= 7; ++i)
        attach(projet, u"p%1"_s.arg(i));
    CHECK(support::plain(gui::piecesLine(projet)) == u"7 pièces jointes : p1, p2, p3, p4, p5 et 2 autres");
}
