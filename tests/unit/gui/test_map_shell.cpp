// Outlines in the whole window: imported from its menu, they bring the criterion, the preview and the documents at
// once.
#include "formats/zip.h"
#include "gui/dialogs/contour_import_dialog.h"
#include "gui/pages/page_preview.h"
#include "gui/pages/page_relire.h"
#include "gui/shell/expectation_pane.h"
#include "gui/shell/file_desk.h"
#include "gui/shell/main_window.h"
#include "gui/shell/page_host.h"
#include "gui/widgets/map_view.h"
#include "outlines_shelf.h"
#include "test_page_support.h"

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QPushButton>

using namespace pagetest;
using namespace Qt::Literals::StringLiterals;
using namespace gui;

namespace
{

// A window on a territory of squares, its outlines, and what answers for the user.
struct Desk {
    Shelf outlines;
    base::FixedClock clock{QDateTime(QDate(2026, 11, 23), QTime(14, 32))};
    Settings settings{outlines.path(u"reglages.ini"_s)};
    QString answer;
    Environment environment{officialData(), paca(), clock, settings, nullptr, questions(), allPages(), &outlines.shelf};
    std::unique_ptr<MainWindow> window;

    explicit Desk(const std::vector<int> &squares)
    {
        domain::Projet projet = emptyProject();
        projet.identite.nom = u"CPTS d’Essai"_s;
        for (const int each : squares)
            addCommune(projet, outlines::codes().at(each));
        auto created = dossier::Dossier::create(outlines.path(u"p.cpts"_s), projet, clock);
        REQUIRE(created);
        window = std::make_unique<MainWindow>(std::move(created.value()), environment);
        window->setAttribute(Qt::WA_DeleteOnClose, false);
        window->resize(1366, 768);
        window->show();
        QApplication::setActiveWindow(window.get());
    }
    FileQuestions questions()
    {
        const auto reply = [this](QWidget *, const QString &, const QString &, const QString &) { return answer; };
        return {reply, reply};
    }
    [[nodiscard]] QString expected() const
    {
        QStringList texts;
        for (const QLabel *label : window->findChild<ExpectationPane *>()->findChildren<QLabel *>())
            texts << label->text();
        for (const QPushButton *button : window->findChild<ExpectationPane *>()->findChildren<QPushButton *>())
            texts << button->text() << button->accessibleName();
        return texts.join(u' ').replace(QChar(0x00A0), u' ').replace(QChar(0x202F), u' ');
    }
    [[nodiscard]] QByteArray geojson() const
    {
        QByteArrayList features;
        const auto degrees = [](qint32 units) { return QByteArray::number(units / 100'000.0, 'f', 5); };
        for (const reference::Contour &each : outlines::grid(6, 6)) {
            QByteArrayList points;
            const reference::ContourRing &ring = each.polygons.front().front();
            for (size_t i = 0; i <= ring.size(); ++i)
                points << "[" + degrees(ring[i % ring.size()].x) + "," + degrees(ring[i % ring.size()].y) + "]";
            features << R"({"type":"Feature","properties":{"code":")" + each.code.toUtf8() +
                            R"("},"geometry":{"type":"Polygon","coordinates":[[)" + points.join(",") + "]]}}";
        }
        return R"({"type":"FeatureCollection","features":[)" + features.join(",") + "]}";
    }
};

// How many drawings the exported annexe 4 has.
qsizetype groupsIn(const formats::ExportRequest &request, const ExportSource &source, const domain::Projet &projet)
{
    const auto bytes = exported(source, projet, request, formats::Format::Docx);
    REQUIRE(bytes);
    const auto entries = formats::readZip(bytes.value());
    REQUIRE(entries);
    for (const auto &entry : entries.value())
        if (entry.path == u"word/document.xml")
            return entry.bytes.count("<wpg:wgp>");
    return -1;
}

} // namespace

TEST_CASE("The menu imports outlines, the window then tells what stands apart, and leads to it")
{
    Desk desk({0, 1, 2, 14});
    desk.window->goTo(u"territoire"_s);
    CHECK_FALSE(desk.expected().contains(u"à l’écart"));
    QFile file(desk.outlines.path(u"communes-100m.geojson"_s));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(desk.geojson());
    file.close();
    desk.answer = file.fileName();
    desk.window->actions()[Command::ImportContours].trigger();
    auto *dialog = desk.window->findChild<ContourImportDialog *>();
    REQUIRE(dialog);
    for (QPushButton *button : dialog->findChildren<QPushButton *>())
        if (button->text() == u"Choisir le fichier…")
            button->click();
    for (int turn = 0; turn < 500 && dialog->isRunning(); ++turn)
        QTest::qWait(10);
    dialog->close();
    CHECK(desk.expected().contains(u"Demandolx : à l’écart du reste du territoire"));
    auto *view = desk.window->host().currentPage()->findChild<MapView *>();
    REQUIRE(view);
    for (int turn = 0; turn < 50 && !view->map(); ++turn)
        QTest::qWait(10);
    REQUIRE(view->map());
    CHECK(view->isVisible());
}

TEST_CASE("The preview and the file have the map as soon as there are outlines")
{
    Desk desk({0, 1, 2});
    const domain::Projet &projet = desk.window->dossier().projet();
    CHECK(groupsIn({u"annexe-4"_s}, {paca(), officialData(), desk.clock, &desk.outlines.shelf}, projet) == 0);
    desk.outlines.fill();
    CHECK(groupsIn({u"annexe-4"_s}, {paca(), officialData(), desk.clock, &desk.outlines.shelf}, projet) == 1);
    CHECK(groupsIn({u"annexe-4"_s, report::Content::Blank}, {paca(), officialData(), desk.clock, &desk.outlines.shelf},
                   projet) == 0);
    CHECK(groupsIn({u"annexe-4"_s}, {paca(), officialData(), desk.clock}, projet) == 0);

    desk.window->goTo(u"relire"_s);
    auto *page = qobject_cast<PageRelire *>(desk.window->host().currentPage());
    REQUIRE(page);
    for (QPushButton *button : page->findChildren<QPushButton *>())
        if (button->text().contains(u"annexe 4"))
            button->click();
    page->preview()->finish();
    const int with = page->preview()->pageCount();
    QFile::remove(desk.outlines.shelf.store().file());
    desk.outlines.shelf.replaced();
    for (QPushButton *button : page->findChildren<QPushButton *>())
        if (button->text().contains(u"annexe 4"))
            button->click();
    page->preview()->finish();
    CHECK(page->preview()->pageCount() <= with);
}

TEST_CASE("The dossier to send has the map too")
{
    Desk desk({0, 1, 2});
    desk.outlines.fill();
    desk.answer = desk.outlines.path(u"envoi"_s);
    desk.window->files().sendDossier({});
    REQUIRE(QTest::qWaitFor([&desk] { return QFile::exists(desk.answer + u"/Courriel.txt"_s); }, 60000));
    const QDir folder(desk.answer);
    const QStringList names = folder.entryList({u"Projet de santé*.docx"_s, u"Dossier complet*.docx"_s});
    REQUIRE(names.size() == 2);
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        REQUIRE(file.open(QIODevice::ReadOnly));
        const auto entries = formats::readZip(file.readAll());
        REQUIRE(entries);
        bool found = false;
        for (const auto &entry : entries.value())
            found = found || (entry.path == u"word/document.xml" && entry.bytes.contains("Habitants des communes"));
        CHECK(found);
    }
}
