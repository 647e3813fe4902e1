// A picture in a long text: one step for the piece and its line, told when refused, asked by its button.
#include "gui/dialogs/picture_dialog.h"
#include "gui/pages/projet_pages.h"
#include "gui/picture_insertion.h"
#include "gui/widgets/text_area.h"
#include "test_page_support.h"

#include <QBuffer>
#include <QFileDialog>
#include <QImage>
#include <QLineEdit>
#include <QPushButton>

using namespace pagetest;
using namespace Qt::Literals::StringLiterals;

namespace
{

// The page « Système d’information » and its long text.
struct WithText {
    QTemporaryDir folder;
    base::FixedClock clock{QDateTime(QDate(2026, 11, 23), QTime(14, 32))};
    std::unique_ptr<dossier::Dossier> dossier;
    std::unique_ptr<gui::AppContext> context;
    std::unique_ptr<gui::FormPage> page;
    gui::TextArea *area = nullptr;
    QStringList told;

    WithText()
    {
        auto created = dossier::Dossier::create(folder.filePath(u"essai.cpts"_s), emptyProject(), clock);
        REQUIRE(created.ok());
        dossier = std::move(created.value());
        context.reset(new gui::AppContext{*dossier, officialData(), paca(), clock});
        page.reset(gui::makePageSystemeInformation(*context, nullptr));
        page->resize(790, 660);
        page->show();
        QApplication::setActiveWindow(page.get());
        for (auto *each : page->findChildren<gui::TextArea *>())
            if (each->property("champ").toString() == u"rubrique:systeme-information.texte")
                area = each;
        REQUIRE(area);
        area->setFocus();
        QObject::connect(page.get(), &gui::FormPage::failed, page.get(), [this](const QString &each) { told << each; });
    }
    [[nodiscard]] gui::PictureInsertion *pictures() const { return page->findChild<gui::PictureInsertion *>(); }
    [[nodiscard]] QString stored() const
    {
        const auto champ = domain::parseChamp(u"rubrique:systeme-information.texte"_s);
        return std::get<QString>(domain::valueOf(dossier->projet(), *champ));
    }
    [[nodiscard]] QString file(const QString &name, const QSize &size = {30, 20}) const
    {
        QImage image(size, QImage::Format_RGB32);
        image.fill(Qt::red);
        REQUIRE(image.save(folder.filePath(name)));
        return folder.filePath(name);
    }
    // Chooses a file and describes it, as a person does.
    void insert(const QString &path, const QString &description)
    {
        pictures()->choose(area, path);
        auto *dialog = page->findChild<gui::PictureDialog *>();
        REQUIRE(dialog);
        auto *accept = dialog->findChild<QPushButton *>();
        CHECK_FALSE(accept->isEnabled());
        type(dialog->findChild<QLineEdit *>(), description);
        CHECK(accept->isEnabled());
        QTest::mouseClick(accept, Qt::LeftButton);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
};

} // namespace

TEST_CASE("A picture and its line are one step, undone together")
{
    WithText shown;
    type(shown.area, u"Voici le réseau"_s);
    shown.page->flush();
    shown.insert(shown.file(u"réseau.png"_s), u"Le schéma du réseau"_s);
    REQUIRE(shown.dossier->projet().pieces.size() == 1);
    const auto &[id, piece] = *shown.dossier->projet().pieces.begin();
    CHECK(piece.sorte == domain::SortePiece::Image);
    CHECK_FALSE(piece.jointe);
    CHECK(shown.dossier->projet().contenus.find(piece.empreinte));
    CHECK(shown.stored() == u"Voici le réseau\n![Le schéma du réseau](piece:%1)"_s.arg(id.toString()));
    CHECK(shown.area->hasFocus());
    REQUIRE(shown.dossier->undo().ok());
    CHECK(shown.dossier->projet().pieces.empty());
    CHECK(shown.stored() == u"Voici le réseau");
    CHECK(shown.area->toPlainText() == u"Voici le réseau");
    REQUIRE(shown.dossier->redo().ok());
    CHECK(shown.stored().contains(u"(piece:"_s));
}

TEST_CASE("The same picture twice is kept once")
{
    WithText shown;
    const QString path = shown.file(u"a.png"_s);
    shown.insert(path, u"Une"_s);
    shown.insert(path, u"Deux"_s);
    CHECK(shown.dossier->projet().pieces.size() == 1);
    CHECK(shown.stored().count(u"(piece:"_s) == 2);
}

TEST_CASE("What is no picture is told, and the text stays")
{
    WithText shown;
    QFile file(shown.folder.filePath(u"x.png"_s));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("pas une image");
    file.close();
    shown.pictures()->choose(shown.area, file.fileName());
    CHECK_FALSE(shown.page->findChild<gui::PictureDialog *>());
    REQUIRE(shown.told.size() == 1);
    CHECK(shown.told.front().contains(u"« x.png »"_s));
    CHECK(shown.dossier->projet().pieces.empty());
    CHECK(shown.stored().isEmpty());
}

TEST_CASE("The button and its key ask for a file, not in a table")
{
    WithText shown;
    press(shown.area, Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier);
    auto *chooser = shown.page->findChild<QFileDialog *>();
    REQUIRE(chooser);
    CHECK(chooser->nameFilters() == QStringList{u"Images (*.png *.jpg *.jpeg)"_s});
    chooser->reject();
    shown.area->setValue(domain::Value(u"| a | b |\n|---|---|\n| c | d |"_s));
    QString refused;
    QObject::connect(shown.area, &gui::TextArea::refused, shown.area, [&](const QString &each) { refused = each; });
    shown.area->run(gui::FormatCommand::Picture);
    CHECK(refused.contains(u"ne tient pas dans un tableau"_s));
}
