// The attachments' page: added and dropped, undone, replaced, written back, told when refused.
#include "gui/pages/page_pieces.h"
#include "gui/pages/record_table.h"
#include "gui/pages/repeat_editor.h"
#include "gui/widgets/info_bar.h"
#include "gui/widgets/labels.h"
#include "test_page_support.h"

#include <QCheckBox>
#include <QDropEvent>
#include <QMimeData>
#include <QPushButton>

using namespace pagetest;
using namespace Qt::Literals::StringLiterals;
using domain::SortePiece;
using gui::InfoBar;
using gui::InfoBarStack;

namespace
{

const QByteArray pdf = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n";

QString put(const QTemporaryDir &folder, const QString &name, const QByteArray &bytes)
{
    QFile file(folder.filePath(name));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    return file.fileName();
}

QPushButton *button(QWidget *in, const QString &text)
{
    for (QPushButton *each : in->findChildren<QPushButton *>())
        if (each->text() == text)
            return each;
    FAIL(text.toStdString());
    return nullptr;
}

QString told(QWidget *page)
{
    const InfoBar *bar = page->findChild<InfoBarStack *>()->bar(u"pieces"_s);
    return bar ? bar->sentence() : QString();
}

QStringList namesOf(const domain::Projet &projet)
{
    QStringList names;
    for (const auto &[id, piece] : domain::inOrder(projet.pieces))
        names << piece->nom;
    return names;
}

bool shows(QWidget *page, const QString &text)
{
    for (const auto *label : page->findChildren<gui::TextLabel *>())
        if (label->isVisible() && label->text().contains(text))
            return true;
    return false;
}

} // namespace

TEST_CASE("Files are attached in one step, with their kind, undone and done again with their bytes")
{
    const Shown<gui::PagePieces> shown;
    CHECK(shows(shown.page.get(), u"Ajoutez d’abord les statuts signés"_s));
    const QString statuts = put(shown.folder, u"Statuts signés.pdf"_s, pdf);
    const QString notes = put(shown.folder, u"Convention.txt"_s, "Réunion");
    shown.page->addFiles({statuts, notes});
    REQUIRE(namesOf(shown.projet()) == QStringList{u"Statuts signés.pdf"_s, u"Convention.txt"_s});
    const domain::PieceJointe &first = *domain::inOrder(shown.projet().pieces)[0].second;
    CHECK(first.sorte == SortePiece::Statuts);
    CHECK(first.type == u"application/pdf");
    CHECK(first.ajouteeLe == QDate(2026, 11, 23));
    CHECK(*shown.projet().contenus.find(first.empreinte) == pdf);
    CHECK(told(shown.page.get()).contains(u"ne pourra pas s’ajouter au PDF"_s)); // no page in it
    CHECK(shows(shown.page.get(), u"2 pièces, 1\u00A0Ko sur 40\u00A0Mo au plus"_s));
    CHECK_FALSE(shows(shown.page.get(), u"Ajoutez d’abord"_s));
    CHECK(shown.dossier->undoLabel() == u"Ajouter des pièces jointes");
    shown.undo();
    CHECK(shown.projet().pieces.empty());
    REQUIRE(shown.dossier->redo().ok());
    CHECK(namesOf(shown.projet()).size() == 2);
    const QString &kept = domain::inOrder(shown.projet().pieces)[0].second->empreinte;
    CHECK(shown.projet().contenus.find(kept));
}

TEST_CASE("What can't be attached is told, and the rest is attached, the same file is not attached twice")
{
    const Shown<gui::PagePieces> shown;
    const QString good = put(shown.folder, u"Statuts.pdf"_s, pdf);
    shown.page->addFiles({put(shown.folder, u"vide.pdf"_s, {}), good, shown.folder.path(),
                          put(shown.folder, u"x.exe"_s, "MZ"), put(shown.folder, u"plan.dwg"_s, "AC10\1")});
    CHECK(namesOf(shown.projet()) == QStringList{u"Statuts.pdf"_s, u"plan.dwg"_s});
    for (const QString &words :
         {u"« vide.pdf » est vide"_s, u"est un dossier"_s, u"« x.exe » est un programme"_s, u"Préférez un PDF"_s})
        CHECK(told(shown.page.get()).contains(words));
    shown.page->addFiles({good});
    CHECK(namesOf(shown.projet()).size() == 2);
    CHECK(told(shown.page.get()).contains(u"déjà parmi les pièces jointes"_s));
}

TEST_CASE("Too many heavy files: those that fit are attached, the others told")
{
    const Shown<gui::PagePieces> shown;
    QStringList paths;
    for (int i = 0; i < 3; ++i)
        paths << put(shown.folder, u"gros%1.pdf"_s.arg(i), pdf + QByteArray(18'000'000, char('a' + i)));
    shown.page->addFiles(paths);
    CHECK(namesOf(shown.projet()).size() == 2);
    CHECK(told(shown.page.get()).contains(u"gros2.pdf : Les pièces jointes dépasseraient 40 Mo"_s));
}

TEST_CASE("Files are dropped on the page, a project and an edit that is not allowed are left to others")
{
    const Shown<gui::PagePieces> shown;
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(put(shown.folder, u"Statuts.pdf"_s, pdf))});
    const auto enters = [&](const QMimeData &carried) {
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &carried, Qt::LeftButton, Qt::NoModifier);
        enter.ignore();
        QApplication::sendEvent(shown.page.get(), &enter);
        return enter.isAccepted();
    };
    CHECK(enters(data));
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(shown.page.get(), &drop);
    CHECK(drop.dropAction() == Qt::CopyAction);
    CHECK(namesOf(shown.projet()) == QStringList{u"Statuts.pdf"_s});
    QMimeData other;
    other.setUrls({QUrl::fromLocalFile(shown.folder.filePath(u"autre.cpts"_s)), QUrl(u"http://exemple.fr/x.pdf"_s)});
    CHECK_FALSE(enters(other));
}

TEST_CASE("A piece is replaced in its place and written back where the user says")
{
    const Shown<gui::PagePieces> shown;
    shown.page->addFiles({put(shown.folder, u"Statuts.pdf"_s, pdf)});
    const base::Id id = shown.projet().pieces.begin()->first;
    shown.page->replaceWith(id, put(shown.folder, u"Statuts signés.pdf"_s, pdf + "signé"));
    CHECK(shown.projet().pieces.find(id)->nom == u"Statuts signés.pdf");
    const QString copy = shown.folder.filePath(u"copie.pdf"_s);
    REQUIRE(shown.page->saveCopy(id, copy));
    QFile written(copy);
    REQUIRE(written.open(QIODevice::ReadOnly));
    CHECK(written.readAll() == pdf + "signé");
    CHECK(told(shown.page.get()).contains(u"La copie « copie.pdf » est dans"_s));
    CHECK_FALSE(shown.page->saveCopy(id, shown.folder.filePath(u"absent/copie.pdf"_s)));
    shown.page->replaceWith(id, put(shown.folder, u"x.exe"_s, "MZ"));
    CHECK(shown.projet().pieces.find(id)->nom == u"Statuts signés.pdf");
    CHECK(told(shown.page.get()).contains(u"est un programme"_s));
    shown.undo();
    CHECK(shown.projet().pieces.find(id)->nom == u"Statuts.pdf");
}

TEST_CASE("A piece goes by the keyboard and comes back, its order and its kind are edited")
{
    const Shown<gui::PagePieces> shown;
    shown.page->addFiles({put(shown.folder, u"A.pdf"_s, pdf), put(shown.folder, u"B.pdf"_s, pdf + "b")});
    CHECK(shown.page->list()->table()->hasFocus());
    QTest::mouseClick(button(shown.page.get(), u"Monter"_s), Qt::LeftButton);
    CHECK(namesOf(shown.projet()) == QStringList{u"B.pdf"_s, u"A.pdf"_s});
    press(shown.page->list()->table(), Qt::Key_Delete);
    CHECK(namesOf(shown.projet()) == QStringList{u"A.pdf"_s});
    shown.undo();
    CHECK(namesOf(shown.projet()).size() == 2);
    const base::Id id = domain::inOrder(shown.projet().pieces)[0].first;
    CHECK(shown.page->goToField({u"piece"_s, id, u"sorte"_s}));
    CHECK(shown.page->goToField({u"piece"_s, {}, u"nom"_s}));
    CHECK(shown.page->list()->chosen() == id);
}

TEST_CASE("A picture shown in a text stays, a piece without its bytes says so")
{
    domain::Projet projet = emptyProject();
    const base::Id id = base::Id::create();
    domain::PieceJointe &piece = projet.pieces.insert(id);
    piece.nom = u"carte.png"_s;
    piece.empreinte = u"0123"_s;
    projet.rubriques.insert(base::Id::fromKey(u"rubrique:inclusion"_s)).code = u"inclusion"_s;
    projet.rubriques.find(base::Id::fromKey(u"rubrique:inclusion"_s))->texte =
        u"Voici\n![La carte](piece:%1)"_s.arg(id.toString());
    const Shown<gui::PagePieces> shown(projet);
    CHECK_FALSE(button(shown.page.get(), u"Retirer"_s)->isEnabled());
    CHECK(shows(shown.page.get(), u"effacez-la d’abord de ce texte"_s));
    const auto *model = shown.page->list()->model();
    CHECK(model->data(model->index(0, 2)).toString() == u"contenu absent");
    CHECK_FALSE(shown.page->saveCopy(id, shown.folder.filePath(u"x.png"_s)));
    CHECK(told(shown.page.get()).contains(u"n’est pas dans le projet reçu"_s));
}

TEST_CASE("In a project that can only be read, pieces are written back and nothing else")
{
    domain::Projet projet = emptyProject();
    domain::PieceJointe &piece = projet.pieces.insert(base::Id::create());
    piece.nom = u"Statuts.pdf"_s;
    piece.empreinte = projet.contenus.add(pdf);
    const Shown<gui::PagePieces> made(projet);
    REQUIRE(made.dossier->publishNow().ok());
    const auto opened = dossier::Dossier::open(made.dossier->path(), dossier::Dossier::Mode::ReadOnly, made.clock);
    REQUIRE(opened.ok());
    const gui::AppContext context{*opened.value(), officialData(), paca(), made.clock};
    gui::PagePieces page(context);
    page.show();
    for (const QString &text : {u"Ajouter des fichiers…"_s, u"Retirer"_s, u"Remplacer…"_s})
        CHECK_FALSE(button(&page, text)->isEnabled());
    CHECK(button(&page, u"Enregistrer une copie…"_s)->isEnabled());
    CHECK(page.saveCopy(opened.value()->projet().pieces.begin()->first, made.folder.filePath(u"copie.pdf"_s)));
}
