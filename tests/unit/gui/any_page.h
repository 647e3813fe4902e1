// Any page of the program by its code, on a project of its own: for what holds of all of them.
#pragma once

#include "gui/pages/repeat_editor.h"
#include "gui/widgets/field_editor.h"
#include "test_page_support.h"

#include <map>

namespace pagetest
{

struct AnyPage {
    QTemporaryDir folder;
    base::FixedClock clock{QDateTime(QDate(2026, 11, 23), QTime(14, 32))};
    std::unique_ptr<dossier::Dossier> dossier;
    std::unique_ptr<gui::AppContext> context;
    std::unique_ptr<gui::FormPage> page;

    explicit AnyPage(const domain::Projet &projet)
    {
        auto created = dossier::Dossier::create(folder.filePath(QStringLiteral("essai.cpts")), projet, clock);
        REQUIRE(created.ok());
        dossier = std::move(created.value());
        context.reset(new gui::AppContext{*dossier, officialData(), paca(), clock});
    }
    ~AnyPage() { page.reset(); }

    // The page in the window, all of its parts made.
    void show(const QString &code)
    {
        page = made(code);
        page->resize(1000, 700);
        page->show();
        page->shown();
        QApplication::setActiveWindow(page.get());
        QTest::qWait(1);
    }
    [[nodiscard]] std::unique_ptr<gui::FormPage> made(const QString &code) const
    {
        std::unique_ptr<gui::FormPage> fresh(gui::allPages().at(code)(*context, nullptr));
        fresh->makeAllParts();
        return fresh;
    }
    [[nodiscard]] const domain::Projet &projet() const { return dossier->projet(); }
    // An edit that is made elsewhere: in another window, by a merge.
    void elsewhere(const domain::ChangeList &changes) const
    {
        REQUIRE(dossier->edit(QStringLiteral("Ailleurs"), changes).ok());
    }
    [[nodiscard]] std::vector<gui::RepeatEditor *> lists() const
    {
        std::vector<gui::RepeatEditor *> found;
        for (gui::RepeatEditor *each : page->findChildren<gui::RepeatEditor *>())
            found.push_back(each);
        return found;
    }
};

// The fields of a page that edit named facts, by the name of the fact.
inline std::multimap<QString, QWidget *> namedFields(const gui::FormPage &page)
{
    std::multimap<QString, QWidget *> fields;
    for (QWidget *each : page.findChildren<QWidget *>())
        if (const QString champ = each->property("champ").toString();
            !champ.isEmpty() && dynamic_cast<gui::FieldEditor *>(each))
            fields.emplace(champ, each);
    return fields;
}

inline gui::FieldEditor *editorOf(QWidget *field)
{
    return dynamic_cast<gui::FieldEditor *>(field);
}

inline QStringList pageCodes()
{
    QStringList codes;
    for (const auto &[code, maker] : gui::allPages())
        codes << code;
    return codes;
}

} // namespace pagetest
