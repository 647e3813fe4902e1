// The lists that drop under a field: whole, whatever their length and the size of the text.
#include "gui/theme/theme.h"
#include "gui/widgets/choice_box.h"
#include "gui/widgets/record_picker.h"
#include "support/catch.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QStyleOptionComboBox>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace
{

// The list is as tall as its last entry needs, and no arrow at its ends hides one.
void checkWhole(QComboBox &box)
{
    box.showPopup();
    QTest::qWait(50);
    QAbstractItemView *list = box.view();
    REQUIRE(list->isVisible());
    const QModelIndex last = list->model()->index(box.count() - 1, 0);
    const QRect place = list->visualRect(last);
    INFO(box.count() << " entries, the last at " << place.bottom() << " of " << list->viewport()->height());
    CHECK(place.height() >= list->fontMetrics().lineSpacing());
    CHECK(place.bottom() < list->viewport()->height());
    box.hidePopup();
}

} // namespace

TEST_CASE("What a narrow field of choice cuts ends in an ellipsis")
{
    const QString whole = u"Une demande unique pour trouver un médecin traitant"_s;
    QWidget window;
    gui::ChoiceBox codes(&window);
    gui::RecordPicker records(&window);
    QComboBox &box = GENERATE(true, false) ? static_cast<QComboBox &>(codes) : records;
    box.setGeometry(10, 10, 160, 30);
    window.show();
    const auto drawn = [&box](const QString &text) {
        box.clear();
        box.addItem(text);
        return box.grab().toImage();
    };
    QStringList cuts;
    for (qsizetype end = 4; end < whole.size() / 2; ++end)
        if (drawn(whole) == drawn(whole.left(end) + u'…'))
            cuts << whole.left(end);
    REQUIRE_FALSE(cuts.isEmpty());
    QStyleOptionComboBox option;
    option.initFrom(&box);
    const QRect room = box.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &box);
    CHECK(box.fontMetrics().horizontalAdvance(cuts.front() + u'…') <= room.width());
    CHECK(drawn(u"Un mot"_s) != drawn(u"Un mot…"_s));
}

TEST_CASE("Under a narrow field the list is as wide as its longest entry, within the window")
{
    QWidget window;
    window.resize(900, 300);
    gui::ChoiceBox box(&window);
    box.setGeometry(10, 10, 160, 30);
    box.setChoices({{u"a"_s, u"Coordonnateur ou coordonnatrice de maison ou de centre de santé"_s}});
    window.show();
    box.showPopup();
    QTest::qWait(50);
    CHECK(box.view()->viewport()->width() >= box.view()->sizeHintForColumn(0));
    box.hidePopup();
    window.resize(300, 300);
    box.showPopup();
    QTest::qWait(50);
    CHECK(box.view()->minimumWidth() <= 300);
    box.hidePopup();
}

TEST_CASE("A list that drops shows every entry whole when there is room")
{
    auto theme = std::make_unique<gui::Theme>(*qApp);
    {
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        std::vector<QComboBox *> boxes;
        for (const int entries : {2, 5, 9}) {
            auto *chosen = new gui::ChoiceBox(&window);
            auto *plain = new QComboBox(&window);
            for (int i = 1; i <= entries; ++i)
                for (QComboBox *box : {static_cast<QComboBox *>(chosen), plain})
                    box->addItem(u"Choix %1"_s.arg(i), QString::number(i));
            for (QComboBox *box : {static_cast<QComboBox *>(chosen), plain}) {
                column->addWidget(box);
                boxes.push_back(box);
            }
        }
        window.show();
        for (QComboBox *box : boxes)
            checkWhole(*box);
        for (QComboBox *box : boxes) { // from the last entry too: the list does not scroll to it
            box->setCurrentIndex(box->count() - 1);
            checkWhole(*box);
        }
    }
    theme.reset();
    qApp->setStyleSheet(QString());
}
