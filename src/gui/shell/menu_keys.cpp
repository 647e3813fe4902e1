#include "gui/shell/menu_keys.h"

#include "base/text.h"

#include <algorithm>
#include <numeric>
#include <QApplication>
#include <QMenu>
#include <QTimer>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

const char plainText[] = "texte-sans-lettre";

// Where the letter of an entry may stand: the starts of words first.
QList<qsizetype> places(const QString &text)
{
    QList<qsizetype> starts, others;
    for (qsizetype at = 0; at < text.size(); ++at)
        if (text[at].isLetter())
            (at == 0 || !text[at - 1].isLetter() ? starts : others) << at;
    return starts + others;
}

// A key types the letter without its accent.
QString keyOf(QChar letter)
{
    return base::fold(QString(letter));
}

void setLetters(const QMenu &menu)
{
    QList<QAction *> entries;
    QStringList texts;
    for (QAction *action : menu.actions())
        if (!action->isSeparator() && action->isVisible()) {
            entries << action;
            texts << action->text();
        }
    const QStringList shown = withLetters(texts);
    for (qsizetype at = 0; at < entries.size(); ++at) {
        entries[at]->setProperty(plainText, texts[at]);
        entries[at]->setText(shown[at]);
    }
}

// The same actions are read elsewhere: tips, spoken names, tests.
void takeLetters(const QMenu &menu)
{
    for (QAction *action : menu.actions())
        if (const QVariant plain = action->property(plainText); plain.isValid()) {
            action->setText(plain.toString());
            action->setProperty(plainText, QVariant());
        }
}

void chooseFirst(QMenu *menu)
{
    for (QAction *action : menu->actions())
        if (!action->isSeparator() && action->isVisible() && action->isEnabled()) {
            menu->setActiveAction(action);
            return;
        }
}

} // namespace

QStringList withLetters(const QStringList &texts)
{
    QStringList taken;
    QStringList shown = texts;
    std::vector<qsizetype> order(size_t(texts.size()));
    std::iota(order.begin(), order.end(), 0);
    // The short ones first: they have fewer letters to choose from.
    std::stable_sort(order.begin(), order.end(),
                     [&texts](qsizetype a, qsizetype b) { return texts[a].size() < texts[b].size(); });
    for (const qsizetype entry : order) {
        QString &text = shown[entry];
        text.replace(u'&', u"&&"_s);
        for (const qsizetype at : places(text)) {
            const QString key = keyOf(text[at]);
            if (key.size() != 1 || taken.contains(key) || text[at].toLower() != key)
                continue; // no key of its own
            taken << key;
            text.insert(at, u'&');
            break;
        }
    }
    return shown;
}

void guideByKeys(QMenu *menu)
{
    for (QAction *action : menu->actions())
        if (QMenu *part = action->menu())
            if (!part->actions().isEmpty()) // the recent projects come and go: their names are left as they are
                guideByKeys(part);
    QObject::connect(menu, &QMenu::aboutToShow, menu, [menu] {
        setLetters(*menu);
        if (QApplication::mouseButtons() == Qt::NoButton && menu->parentWidget() &&
            !qobject_cast<QMenu *>(menu->parentWidget()))
            QTimer::singleShot(0, menu, [menu] {
                if (menu->isVisible())
                    chooseFirst(menu);
            });
    });
    QObject::connect(menu, &QMenu::aboutToHide, menu, [menu] { takeLetters(*menu); });
}

} // namespace gui
