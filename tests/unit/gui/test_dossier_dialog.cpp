// What is told before the dossier is written.
#include "controle/controle.h"
#include "gui/dialogs/dossier_dialog.h"
#include "gui/dialogs/dossier_progress.h"
#include "gui/widgets/labels.h"
#include "support/example.h"
#include "test_page_support.h"

#include <QCheckBox>
#include <QDir>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QTemporaryDir>

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

// A dossier of an empty project on its way to a folder that is not there yet.
struct Writing {
    QTemporaryDir disk;
    QString folder = disk.filePath(u"envoi"_s);
    std::optional<base::Result<int>> told;
    QPointer<gui::DossierProgress> dialog;

    explicit Writing(int patience)
    {
        const formats::ExportSource source{paca(), officialData(), QDate(2026, 11, 23)};
        dialog = new gui::DossierProgress(
            std::make_unique<formats::DossierMaking>(source, emptyProject(), formats::DossierRequest()), folder,
            [this](const base::Result<int> &result) { told = result; }, nullptr);
        dialog->setPatience(patience);
        dialog->start();
    }
    ~Writing() { delete dialog; }
    [[nodiscard]] bool over()
    {
        return QTest::qWaitFor([this] { return told.has_value(); }, 60000);
    }
};

} // namespace

TEST_CASE("A dossier that takes long shows how far it is, then its number of files")
{
    Writing writing(0);
    REQUIRE(writing.dialog->isVisible());
    auto *bar = writing.dialog->findChild<QProgressBar *>();
    CHECK(bar->accessibleName() == u"Avancement du dossier");
    REQUIRE(QTest::qWaitFor([bar] { return bar->value() > 0; }, 30000));
    CHECK(bar->value() < bar->maximum());
    REQUIRE(writing.over());
    REQUIRE(*writing.told);
    CHECK(QDir(writing.folder).entryList(QDir::Files).size() == writing.told->value());
    QTest::qWait(1);
    CHECK(writing.dialog.isNull());
}

TEST_CASE("A dossier that is quick shows nothing")
{
    Writing writing(600000);
    bool seen = false;
    REQUIRE(QTest::qWaitFor(
        [&] {
            seen = seen || (writing.dialog && writing.dialog->isVisible());
            return writing.told.has_value();
        },
        60000));
    CHECK_FALSE(seen);
    CHECK(*writing.told);
}

TEST_CASE("« Annuler » stops the dossier and nothing of it is left")
{
    Writing writing(0);
    auto *bar = writing.dialog->findChild<QProgressBar *>();
    REQUIRE(QTest::qWaitFor([bar] { return bar->value() > 1; }, 30000));
    QPushButton *cancel = writing.dialog->findChild<QPushButton *>();
    REQUIRE(cancel);
    CHECK(cancel->text() == u"Annuler");
    cancel->click();
    REQUIRE(writing.told);
    REQUIRE_FALSE(*writing.told);
    CHECK(writing.told->error().code == base::ErrorCode::Cancelled);
    CHECK(writing.told->error().message == u"Dossier annulé : rien n’a été écrit. Votre projet est intact.");
    QTest::qWait(200);
    CHECK(QDir(writing.disk.path()).isEmpty());
}

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
    // Nothing blocks, but not all is well.
    const QString left = support::plain(words(gui::DossierDialog(projet, paca(), std::vector(7, controle::Finding()))));
    CHECK(left.contains(u"Aucun point bloquant"_s));
    CHECK(left.contains(u"7 points à améliorer, dans « Relire et exporter »"_s));
}

TEST_CASE("Many pieces are named up to five")
{
    domain::Projet projet;
    CHECK(gui::piecesLine(projet) == u"Aucune pièce jointe");
    for (int i = 1; i <= 7; ++i)
        attach(projet, u"p%1"_s.arg(i));
    CHECK(support::plain(gui::piecesLine(projet)) == u"7 pièces jointes : p1, p2, p3, p4, p5 et 2 autres");
}
