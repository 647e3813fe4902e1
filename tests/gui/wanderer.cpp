#include "wanderer.h"

#include "domain/champ.h"
#include "gui/shell/page_host.h"
#include "gui/widgets/field_editor.h"
#include "models/cell_value.h"
#include "typist.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QTabBar>
#include <QTest>
#include <QTimer>

namespace guitest
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int storyLength = 40;

// A person would say « Annuler » to whatever opens: files, printers, questions are other tests.
class WayOut
{
public:
    WayOut()
    {
        QObject::connect(&m_timer, &QTimer::timeout, [] {
            if (QWidget *popup = QApplication::activePopupWidget())
                popup->close();
            else if (QWidget *modal = QApplication::activeModalWidget())
                QTest::keyClick(modal, Qt::Key_Escape);
        });
        m_timer.start(5);
    }

private:
    QTimer m_timer;
};

// What writes a file, prints, leaves the project or opens another window.
bool leadsOutside(const QAbstractButton *button)
{
    static const QStringList starts = {u"Exporter"_s, u"Imprimer"_s, u"Créer"_s,   u"Ouvrir"_s, u"Enregistrer"_s,
                                       u"Écrire"_s,   u"Préparer"_s, u"Quitter"_s, u"Fermer"_s, u"Aide"_s,
                                       u"Copier"_s,   u"Importer"_s, u"Lire"_s};
    const QString text = button->text();
    return text.contains(u'…') || text.isEmpty() ||
           std::any_of(starts.begin(), starts.end(), [&](const QString &start) { return text.startsWith(start); });
}

} // namespace

void Wanderer::write(const QString &gesture)
{
    m_story << gesture;
    if (m_story.size() > storyLength)
        m_story.removeFirst();
}

QWidget *Wanderer::focus() const
{
    QWidget *widget = QApplication::focusWidget();
    return widget && m_window.isAncestorOf(widget) ? widget : &m_window;
}

void Wanderer::step()
{
    const WayOut wayOut;
    QApplication::setActiveWindow(&m_window);
    static constexpr void (Wanderer::*gestures[])() = {
        &Wanderer::turnPage, &Wanderer::click,    &Wanderer::click,    &Wanderer::click, &Wanderer::type,
        &Wanderer::type,     &Wanderer::pressKey, &Wanderer::pressKey, &Wanderer::paste, &Wanderer::stepBack};
    (this->*gestures[below(std::size(gestures))])();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QApplication::processEvents();
    for (int tries = 0; QApplication::activeModalWidget() || QApplication::activePopupWidget(); ++tries) {
        if (tries > 100)
            return; // the caller sees what stays open
        QTest::qWait(5);
    }
}

void Wanderer::turnPage()
{
    const auto &entries = m_window.host().entries();
    const QString code = entries[below(entries.size())].code;
    write(u"page "_s + code);
    m_window.goTo(code);
}

std::vector<QAbstractButton *> Wanderer::buttons() const
{
    std::vector<QAbstractButton *> found;
    for (auto *each : m_window.host().currentPage()->findChildren<QAbstractButton *>())
        if (each->isVisible() && each->isEnabled() && !leadsOutside(each))
            found.push_back(each);
    return found;
}

void Wanderer::click()
{
    std::vector<QTabBar *> bars;
    for (auto *bar : m_window.host().currentPage()->findChildren<QTabBar *>())
        if (bar->isVisible() && bar->count() > 1)
            bars.push_back(bar);
    if (!bars.empty() && below(4) == 0) {
        QTabBar *bar = bars[below(bars.size())];
        const int tab = int(below(size_t(bar->count())));
        write(u"onglet "_s + bar->tabText(tab));
        QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(tab).center());
        return;
    }
    const auto found = buttons();
    if (found.empty())
        return;
    QAbstractButton *button = found[below(found.size())];
    write(u"clic "_s + button->text() + u' ' + button->accessibleName());
    QTest::mouseClick(button, Qt::LeftButton);
}

void Wanderer::type()
{
    std::vector<QWidget *> fields;
    for (QWidget *each : m_window.host().currentPage()->findChildren<QWidget *>())
        if (auto *editor = dynamic_cast<gui::FieldEditor *>(each); editor && each->isVisible() && each->isEnabled())
            fields.push_back(editor->focusTarget());
    if (fields.empty())
        return;
    static const QStringList words = {u"Œuvre d’été"_s,
                                      u"12/03/2027"_s,
                                      u"31/02"_s,
                                      u"1 234,5"_s,
                                      u"-7"_s,
                                      u"**gras"_s,
                                      u"| a | b |"_s,
                                      u"0492000000"_s,
                                      u"a@b.fr"_s,
                                      u"<b>x</b>"_s,
                                      u"\u202E👩‍⚕️"_s};
    QWidget *field = fields[below(fields.size())];
    const QString &text = words[int(below(size_t(words.size())))];
    write(u"frappe « %1 » dans %2"_s.arg(text, field->accessibleName()));
    typeKeys(field, text);
}

void Wanderer::pressKey()
{
    static const std::vector<std::pair<Qt::Key, Qt::KeyboardModifiers>> keys = {{Qt::Key_Tab, {}},
                                                                                {Qt::Key_Backtab, Qt::ShiftModifier},
                                                                                {Qt::Key_Down, {}},
                                                                                {Qt::Key_Up, {}},
                                                                                {Qt::Key_Space, {}},
                                                                                {Qt::Key_Backspace, {}},
                                                                                {Qt::Key_Delete, {}},
                                                                                {Qt::Key_Escape, {}},
                                                                                {Qt::Key_End, {}},
                                                                                {Qt::Key_A, Qt::ControlModifier},
                                                                                {Qt::Key_Home, {}},
                                                                                {Qt::Key_F6, {}},
                                                                                {Qt::Key_Up, Qt::AltModifier},
                                                                                {Qt::Key_Down, Qt::AltModifier},
                                                                                {Qt::Key_F2, {}}};
    const auto &[key, modifiers] = keys[below(keys.size())];
    auto *button = qobject_cast<QAbstractButton *>(focus());
    if (button && key == Qt::Key_Space && leadsOutside(button))
        return;
    write(u"touche "_s + QKeySequence(int(key)).toString() + u" dans "_s + focus()->accessibleName());
    QTest::keyClick(focus(), key, modifiers);
}

void Wanderer::paste()
{
    static const QStringList clips = {u"Nom\tVille\r\nDurand\tBarrême\r\n"_s, u"un seul mot"_s,
                                      u"a\tb\tc\n1\t2\t3\n4\t5\t6\n"_s, u"\t\t\n"_s, u"Digne-les-Bains\nSeyne\n"_s};
    QApplication::clipboard()->setText(clips[int(below(size_t(clips.size())))]);
    write(u"colle dans "_s + focus()->accessibleName());
    QTest::keyClick(focus(), Qt::Key_V, Qt::ControlModifier);
}

void Wanderer::stepBack()
{
    const bool back = below(3) != 0;
    for (size_t times = 1 + below(4); times > 0; --times) {
        write(back ? u"annuler"_s : u"rétablir"_s);
        QTest::keyClick(focus(), back ? Qt::Key_Z : Qt::Key_Y, Qt::ControlModifier);
    }
}

QStringList fieldsThatLie(gui::MainWindow &window)
{
    window.host().flush();
    QStringList lies;
    const domain::Projet &projet = window.dossier().projet();
    for (QWidget *each : window.host().currentPage()->findChildren<QWidget *>()) {
        auto *editor = dynamic_cast<gui::FieldEditor *>(each);
        const auto champ = domain::parseChamp(each->property("champ").toString());
        const auto shown = editor && champ ? editor->value() : std::nullopt;
        if (!shown || !each->isVisible() || *shown == domain::valueOf(projet, *champ))
            continue;
        const domain::FieldDescription &field = *domain::describe(*champ);
        lies << u"%1 montre « %2 », le projet dit « %3 »"_s.arg(
            champ->toString(), models::cellText(field, *shown),
            models::cellText(field, domain::valueOf(projet, *champ)));
    }
    return lies;
}

} // namespace guitest
