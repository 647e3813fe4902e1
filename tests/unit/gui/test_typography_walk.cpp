// French typography of everything the windows show: no ordinary space where a line may not break.
#include "base/file.h"
#include "base/paths.h"
#include "domain/json.h"
#include "gui/shell/main_window.h"
#include "gui/shell/page_host.h"
#include "gui/shell/start_window.h"
#include "gui/widgets/labels.h"
#include "support/catch.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QGroupBox>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace gui;

namespace
{

bool isWrong(const QString &text)
{
    static const QRegularExpression ordinarySpace(u" [:;!?»]|« "_s);
    return ordinarySpace.match(text).hasMatch();
}

// What a person reads on one widget that the program wrote; what the person typed is left as it is.
QStringList textsOf(const QWidget *widget)
{
    QStringList texts{widget->toolTip()};
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        texts += label->text();
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        texts += button->text();
    if (const auto *group = qobject_cast<const QGroupBox *>(widget))
        texts += group->title();
    if (const auto *line = qobject_cast<const QLineEdit *>(widget))
        texts += line->placeholderText();
    if (const auto *area = qobject_cast<const QPlainTextEdit *>(widget))
        texts += area->placeholderText();
    if (const auto *box = qobject_cast<const QComboBox *>(widget))
        for (int i = 0; i < box->count(); ++i)
            texts += box->itemText(i);
    if (const auto *menu = qobject_cast<const QMenu *>(widget))
        for (const QAction *action : menu->actions())
            texts += action->text();
    if (const auto *view = qobject_cast<const QAbstractItemView *>(widget); view && view->model())
        for (int column = 0; column < view->model()->columnCount(); ++column)
            for (const auto role : {Qt::DisplayRole, Qt::ToolTipRole})
                texts += view->model()->headerData(column, Qt::Horizontal, role).toString();
    return texts;
}

void checkTexts(const QWidget &window, const QString &where)
{
    for (const QWidget *widget : window.findChildren<QWidget *>())
        for (const QString &text : textsOf(widget))
            if (isWrong(text))
                FAIL_CHECK(where.toStdString()
                           << ": " << widget->metaObject()->className() << "#" << widget->objectName().toStdString()
                           << " « " << text.toStdString() << " »");
}

} // namespace

TEST_CASE("Every text of every page, of the panes and of the bars keeps its French spaces")
{
    const auto reference = reference::Reference::load().value();
    const auto trame = report::Trame::load(base::templatesFolder() + u"/paca-2022"_s).value();
    const auto bytes = base::readFile(base::referenceFolder() + u"/../exemples/vallees.json"_s).value();
    const base::FixedClock clock(QDateTime(QDate(2026, 11, 23), QTime(14, 32)));
    for (const bool empty : {false, true}) {
        QTemporaryDir folder;
        Settings settings(folder.filePath(u"reglages.ini"_s));
        const Environment environment{reference, trame, clock, settings, nullptr};
        const domain::Projet projet = empty ? domain::nouveauProjet(u"CPTS"_s, trame.id(), u"2026"_s, clock.today())
                                            : domain::projetFromJson(bytes).value().projet;
        auto created = dossier::Dossier::create(folder.filePath(u"essai.cpts"_s), projet, clock);
        REQUIRE(created.ok());
        MainWindow window(std::move(created.value()), environment);
        window.setAttribute(Qt::WA_DeleteOnClose, false);
        window.resize(1366, 768);
        window.show();
        REQUIRE(window.dossier().edit(u"Modifier : Nom du projet"_s,
                                      domain::setting(projet, {u"identite"_s, {}, u"nom"_s}, u"CPTS d’essai"_s)));
        for (const PageEntry &entry : window.host().entries()) {
            window.goTo(entry.code);
            window.host().currentPage()->makeAllParts();
            QTest::qWait(20);
            checkTexts(window, entry.code + (empty ? u", vide"_s : u""_s));
        }
        StartWindow start(settings);
        start.showFound({{folder.path(), u"/chemin/projet.cpts"_s, u"Projet : essai"_s, clock.now(), 3}}, 1,
                        clock.today());
        checkTexts(start, u"accueil"_s);
    }
}

TEST_CASE("A label typesets whatever it is given, at any time, and stays plain")
{
    const std::unique_ptr<TextLabel> label(plainLabel(u"Pourquoi ? « Ici » : <b>là</b>"_s));
    CHECK(label->text() == u"Pourquoi\u202F? «\u00A0Ici\u00A0»\u00A0: <b>là</b>"_s);
    CHECK(label->textFormat() == Qt::PlainText);
    label->setText(u"Oui !"_s);
    CHECK(label->text() == u"Oui\u202F!"_s);
    CHECK(SectionTitle(u"Et après ?"_s).text() == u"Et après\u202F?"_s);
}
