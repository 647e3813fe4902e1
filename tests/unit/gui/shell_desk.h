// The main window on the example project, on a folder of its own, for the tests of the shell.
#pragma once

#include "base/file.h"
#include "base/paths.h"
#include "domain/json.h"
#include "gui/shell/file_desk.h"
#include "gui/shell/main_window.h"
#include "gui/shell/navigation_pane.h"
#include "gui/shell/page_host.h"
#include "gui/shell/top_bar.h"
#include "gui/widgets/info_bar.h"
#include "support/catch.h"
#include "support/source.h"

#include <QApplication>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

namespace shell
{

using namespace Qt::Literals::StringLiterals;
using namespace gui;

inline const reference::Reference &officialData()
{
    static const reference::Reference loaded = reference::Reference::load().value();
    return loaded;
}

inline const report::Trame &paca()
{
    static const report::Trame loaded = report::Trame::load(base::templatesFolder() + u"/paca-2022"_s).value();
    return loaded;
}

inline domain::Projet example()
{
    const auto bytes = base::readFile(support::source(QStringLiteral("resources/exemples/vallees.json")));
    REQUIRE(bytes.ok());
    auto read = domain::projetFromJson(bytes.value());
    REQUIRE(read.ok());
    return read.value().projet;
}

// A window on a project of its own; the questions of the system are answered here.
struct Desk {
    QTemporaryDir folder;
    base::FixedClock clock{QDateTime(QDate(2026, 11, 23), QTime(14, 32))};
    Settings settings{folder.filePath(u"reglages.ini"_s)};
    QString answer; // to the next question about a file
    Environment environment{officialData(), paca(), clock, settings, nullptr, questions()};
    std::unique_ptr<MainWindow> window;

    explicit Desk(const domain::Projet &projet = example())
    {
        auto created = dossier::Dossier::create(path(), projet, clock, false, options());
        REQUIRE(created.ok());
        show(std::move(created.value()));
    }
    [[nodiscard]] QString path() const { return folder.filePath(u"vallees.cpts"_s); }
    [[nodiscard]] dossier::Options options() const
    {
        dossier::Options chosen;
        chosen.dataFolder = folder.filePath(u"donnees"_s);
        chosen.prompt = base::milliseconds(30'000); // a loaded computer is not a place that hangs
        return chosen;
    }
    FileQuestions questions()
    {
        const auto reply = [this](QWidget *, const QString &, const QString &, const QString &) { return answer; };
        return {reply, reply};
    }
    void show(std::unique_ptr<dossier::Dossier> dossier, bool isExample = false)
    {
        window = std::make_unique<MainWindow>(std::move(dossier), environment, isExample);
        window->setAttribute(Qt::WA_DeleteOnClose, false);
        window->resize(1366, 768);
        window->show();
        QApplication::setActiveWindow(window.get());
    }
    dossier::Dossier &dossier() { return window->dossier(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus && window->isAncestorOf(focus) ? focus : window.get(), key, modifiers);
    }
    InfoBar *bar(const QString &subject) { return window->host().messages().bar(subject); }
    void press(const QString &subject, const QString &button)
    {
        REQUIRE(bar(subject));
        for (QPushButton *each : bar(subject)->findChildren<QPushButton *>())
            if (each->text() == button) {
                each->click();
                return;
            }
        FAIL("no such button");
    }
};

inline domain::ChangeList naming(const domain::Projet &projet, const QString &name)
{
    return domain::settingChamp(projet, *domain::parseChamp(u"identite.nom"_s), domain::Value(name));
}

} // namespace shell
