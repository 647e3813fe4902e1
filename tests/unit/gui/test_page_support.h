// A page on an open project, driven as a person does.
#pragma once

#include "base/clock.h"
#include "dossier/dossier.h"
#include "gui/page.h"
#include "reference/reference.h"
#include "report/trame.h"
#include "support/catch.h"
#include "support/known_commune.h"
#include "support/source.h"

#include <QApplication>
#include <QInputMethodEvent>
#include <QTemporaryDir>
#include <QTest>

namespace pagetest
{

inline const reference::Reference &officialData()
{
    static const reference::Reference loaded = [] {
        auto read = reference::Reference::load();
        REQUIRE(read.ok());
        return read.value();
    }();
    return loaded;
}

inline const report::Trame &paca()
{
    static const report::Trame loaded = [] {
        auto read = report::Trame::load(support::source(QStringLiteral("templates/paca-2022")));
        const std::string fault = read.ok() ? std::string() : read.error().message.toStdString();
        INFO(fault);
        REQUIRE(read.ok());
        return read.value();
    }();
    return loaded;
}

inline domain::Projet emptyProject()
{
    return domain::nouveauProjet(QString(), QStringLiteral("paca-2022"), QStringLiteral("2026"), QDate(2026, 11, 23));
}

inline base::Id addCommune(domain::Projet &projet, const QString &code)
{
    return support::addKnownCommune(projet, officialData().communes(), code);
}

// A name and a commune: enough for the first page of a document to say whose it is.
inline domain::Projet projectOfOneCommune()
{
    domain::Projet projet = emptyProject();
    projet.identite.nom = QStringLiteral("CPTS d’Été");
    addCommune(projet, QStringLiteral("04039"));
    return projet;
}

// A page in a window of its own, with its project.
template <class Page>
struct Shown {
    QTemporaryDir folder;
    base::FixedClock clock{QDateTime(QDate(2026, 11, 23), QTime(14, 32))};
    std::unique_ptr<dossier::Dossier> dossier;
    std::unique_ptr<gui::AppContext> context;
    std::unique_ptr<Page> page;

    explicit Shown(const domain::Projet &projet = emptyProject(), QSize size = {790, 660},
                   gui::ContourShelf *contours = nullptr)
    {
        auto created = dossier::Dossier::create(folder.filePath(QStringLiteral("essai.cpts")), projet, clock);
        REQUIRE(created.ok());
        dossier = std::move(created.value());
        context.reset(new gui::AppContext{*dossier, officialData(), paca(), clock, contours});
        page = std::make_unique<Page>(*context);
        page->resize(size);
        page->show();
        page->shown();
        page->activateWindow();
        QApplication::setActiveWindow(page.get());
        QTest::qWait(1);
    }
    ~Shown() { page.reset(); }

    [[nodiscard]] const domain::Projet &projet() const { return dossier->projet(); }
    template <class Widget>
    [[nodiscard]] Widget *find(const char *name) const
    {
        auto *found = page->template findChild<Widget *>(QString::fromLatin1(name));
        INFO(name);
        REQUIRE(found);
        return found;
    }
    void undo() const
    {
        page->flush();
        REQUIRE(dossier->undo().ok());
    }
};

// Keys with accents: as an input method gives them, since QTest's keyClicks stops at é.
inline void type(QWidget *field, const QString &text)
{
    field->setFocus();
    QInputMethodEvent event;
    event.setCommitString(text);
    QApplication::sendEvent(field, &event);
}

inline void press(QWidget *widget, Qt::Key key, Qt::KeyboardModifiers modifiers = {})
{
    QTest::keyClick(widget, key, modifiers);
}

// The widget that has the keyboard in the page's window.
template <class Page>
QWidget *focused(const Shown<Page> &shown)
{
    return shown.page->window()->focusWidget();
}

} // namespace pagetest
