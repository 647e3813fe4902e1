// The look: contrasts computed from the palettes, one style sheet without a hole in it, sizes that follow the zoom.
#include "gui/pages/step_badge.h"
#include "gui/theme/app_guard.h"
#include "gui/theme/icons.h"
#include "gui/theme/theme.h"
#include "gui/widgets/labels.h"
#include "gui/widgets/state_mark.h"
#include "reference/reference.h"
#include "support/catch.h"

#include <QApplication>
#include <QComboBox>
#include <QImage>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QTest>
#include <QtTest/qtestspontaneevent.h>
#include <QVBoxLayout>
#include <QWheelEvent>
#include <set>

using namespace Qt::Literals::StringLiterals;
using namespace gui;

TEST_CASE("Contrast ratios are those of WCAG")
{
    CHECK(contrastRatio(Qt::black, Qt::white) == Approx(21.0));
    CHECK(contrastRatio(Qt::white, Qt::black) == Approx(21.0));
    CHECK(contrastRatio(QColor(0x777777), Qt::white) == Approx(4.48).margin(0.01));
    CHECK(contrastRatio(Qt::red, Qt::red) == Approx(1.0));
}

TEST_CASE("Every pair of colours that meets on the screen keeps its contrast")
{
    for (const Palette &palette : {lightPalette(), darkPalette(), contrastPalette()})
        for (const ContrastPair &pair : contrastPairs(palette)) {
            INFO(pair.what.toStdString() << (palette.dark ? " (dark)" : ""));
            CHECK(contrastRatio(pair.front, pair.back) >= pair.least);
        }
}

TEST_CASE("The high contrast palette has at least 7 for every text")
{
    for (const ContrastPair &pair : contrastPairs(contrastPalette()))
        if (pair.least > 4 && !pair.what.startsWith(u"mission"_s)) {
            INFO(pair.what.toStdString());
            CHECK(contrastRatio(pair.front, pair.back) >= 7);
        }
}

TEST_CASE("The number of a step is read in every theme")
{
    for (const Theme::Mode mode : {Theme::Mode::Light, Theme::Mode::Dark, Theme::Mode::HighContrast}) {
        Theme theme(*qApp);
        theme.setMode(mode);
        for (const bool current : {true, false}) {
            StepBadge badge(2, current);
            badge.resize(badge.sizeHint());
            const QImage seen = badge.grab().toImage();
            const QColor ground = seen.pixelColor(seen.width() / 6, seen.height() / 2);
            double best = 1;
            for (int x = seen.width() / 3; x < 2 * seen.width() / 3; ++x)
                for (int y = seen.height() / 4; y < 3 * seen.height() / 4; ++y)
                    best = std::max(best, contrastRatio(seen.pixelColor(x, y), ground));
            INFO(int(mode) << current);
            CHECK(best >= (mode == Theme::Mode::HighContrast ? 7 : 4.5));
        }
    }
    qApp->setStyleSheet(QString());
}

TEST_CASE("Each mission has its own colour, in both tones")
{
    for (const Palette &palette : {lightPalette(), darkPalette()}) {
        std::set<QRgb> seen;
        for (const QString &code : {u"medecin-traitant"_s, u"soins-non-programmes"_s, u"parcours"_s, u"prevention"_s,
                                    u"crises"_s, u"qualite"_s, u"accompagnement"_s, u"autres"_s})
            seen.insert(missionColour(palette, code).rgb());
        CHECK(seen.size() == 8);
        CHECK(missionColour(palette, u"inconnue"_s) == missionColour(palette, u"autres"_s));
    }
}

TEST_CASE("The colours of the missions on the screen are those of the reference, in documents and on paper")
{
    const auto missions = reference::Reference::load().value().missions();
    REQUIRE(missions.toutes.size() == 8);
    for (const reference::Mission &mission : missions.toutes) {
        INFO(mission.code.toStdString());
        CHECK(missionColour(lightPalette(), mission.code).name(QColor::HexRgb).toUpper() == mission.couleurClaire);
        CHECK(missionColour(contrastPalette(), mission.code).name(QColor::HexRgb).toUpper() == mission.couleurClaire);
        CHECK(missionColour(darkPalette(), mission.code).name(QColor::HexRgb).toUpper() == mission.couleurSombre);
    }
}

TEST_CASE("Radio buttons are round at every scale")
{
    static const QRegularExpression width(u"QRadioButton::indicator \\{ width: (\\d+)px"_s);
    static const QRegularExpression radius(u"QRadioButton::indicator \\{ border-radius: (\\d+)px"_s);
    for (int zoom = Theme::leastZoom; zoom <= Theme::mostZoom; zoom += 10) {
        const QString sheet = Theme::styleSheet(lightPalette(), zoom);
        const int side = width.match(sheet).captured(1).toInt() + 2; // and its border
        const int round = radius.match(sheet).captured(1).toInt();
        INFO(zoom);
        REQUIRE(side > 2);
        CHECK(2 * round <= side);     // more, and Qt draws a square
        CHECK(2 * round >= side - 2); // less, and it looks like a check box
    }
}

TEST_CASE("The style sheet has no name left, in any tone and at any scale")
{
    for (const Palette &palette : {lightPalette(), darkPalette(), contrastPalette()})
        for (const int zoom : {80, 100, 155, 200}) {
            const QString sheet = Theme::styleSheet(palette, zoom);
            REQUIRE(sheet.size() > 1000);
            const auto left = QRegularExpression(u"@[a-z0-9.-]*@"_s).match(sheet);
            CHECK_FALSE(left.hasMatch());
            CHECK(sheet.contains(palette.accent.name()));
        }
}

TEST_CASE("Every image of the style sheet is there")
{
    for (const Palette &palette : {lightPalette(), darkPalette()}) {
        const QString sheet = Theme::styleSheet(palette, 100);
        auto each = QRegularExpression(u"url\\(([^)]+)\\)"_s).globalMatch(sheet);
        CHECK(each.hasNext());
        while (each.hasNext()) {
            const QString file = each.next().captured(1);
            INFO(file.toStdString());
            CHECK(QFile::exists(file));
        }
    }
}

TEST_CASE("Sizes follow the zoom, between its bounds")
{
    CHECK(Theme::styleSheet(lightPalette(), 100).contains(u"font-size: 22px"_s));
    CHECK(Theme::styleSheet(lightPalette(), 200).contains(u"font-size: 44px"_s));
    qDeleteAll(qApp->findChildren<Theme *>());
    auto *theme = new Theme(*qApp);
    theme->setZoom(500);
    CHECK(theme->zoom() == Theme::mostZoom);
    CHECK(zoomed(10) == 20);
    CHECK(QApplication::font().pixelSize() == 28);
    theme->setZoom(10);
    CHECK(theme->zoom() == Theme::leastZoom);
    theme->setMode(Theme::Mode::Dark);
    CHECK(currentPalette().dark);
    CHECK(QApplication::palette().color(QPalette::Window) == darkPalette().page);
    delete theme;
    qApp->setStyleSheet({});
    CHECK_FALSE(currentPalette().dark);
    CHECK(zoomed(10) == 10);
}

TEST_CASE("Icons are drawn in the ink of the theme")
{
    const QImage image = icon(u"fermer"_s).pixmap(32, 32).toImage();
    REQUIRE_FALSE(image.isNull());
    CHECK(image.pixelColor(16, 16).rgb() == lightPalette().ink.rgb());
    CHECK(icon(u"n’existe pas"_s).isNull());
}

TEST_CASE("The five marks differ by shape, not by colour alone")
{
    std::set<QByteArray> drawings;
    for (const Mark mark : {Mark::None, Mark::Empty, Mark::ToReview, Mark::Done, Mark::Blocking}) {
        QImage image(32, 32, QImage::Format_ARGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        paintMark(painter, QRectF(0, 0, 32, 32), mark);
        painter.end();
        QByteArray shape; // ink or no ink, whatever its colour
        for (int y = 0; y < 32; ++y)
            for (int x = 0; x < 32; ++x)
                shape += qGray(image.pixel(x, y)) < 200 ? '#' : '.';
        drawings.insert(shape);
    }
    CHECK(drawings.size() == 5);
    for (const Mark mark : {Mark::Empty, Mark::ToReview, Mark::Done, Mark::Blocking})
        CHECK_FALSE(spoken(mark).isEmpty());
    StateMark widget(Mark::ToReview);
    CHECK(widget.accessibleName() == u"à voir"_s);
    widget.setMark(Mark::Done);
    CHECK(widget.accessibleName() == u"complet"_s);
}

namespace
{

void turnWheel(QWidget *over)
{
    const QPoint at = over->rect().center();
    QWheelEvent event(at, over->mapToGlobal(at), {}, {0, -120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    // Only an event that comes from the mouse goes from child to parent.
    QSpontaneKeyEvent::setSpontaneous(&event);
    QCoreApplication::instance()->notify(over, &event);
}

} // namespace

TEST_CASE("The wheel scrolls the page, never an answer, be it the one just given")
{
    AppGuard guard;
    qApp->installEventFilter(&guard);
    QScrollArea area;
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    auto *other = new QPushButton(u"Autre"_s);
    auto *number = new QSpinBox;
    auto *list = new QComboBox;
    list->addItems({u"un"_s, u"deux"_s, u"trois"_s});
    number->setValue(10);
    column->addWidget(other);
    column->addWidget(number);
    column->addWidget(list);
    column->addSpacing(2000);
    area.setWidget(content);
    area.resize(300, 200);
    area.show();
    QApplication::setActiveWindow(&area);
    other->setFocus();

    turnWheel(number);
    turnWheel(list);
    CHECK(number->value() == 10);
    CHECK(list->currentIndex() == 0);
    CHECK(area.verticalScrollBar()->value() > 0);

    number->setFocus();
    turnWheel(number);
    CHECK(number->value() == 10);
    list->setFocus();
    turnWheel(list);
    CHECK(list->currentIndex() == 0);
}

TEST_CASE("A long text takes the wheel once it has the keyboard")
{
    AppGuard guard;
    qApp->installEventFilter(&guard);
    QWidget window;
    auto *text = new QPlainTextEdit(&window);
    auto *other = new QPushButton(u"Autre"_s, &window);
    text->setPlainText(QStringList(200, u"ligne"_s).join(u'\n'));
    text->setGeometry(0, 0, 200, 100);
    window.show();
    QApplication::setActiveWindow(&window);
    other->setFocus();
    turnWheel(text->viewport());
    CHECK(text->verticalScrollBar()->value() == 0);
    text->setFocus();
    turnWheel(text->viewport());
    CHECK(text->verticalScrollBar()->value() > 0);
}

TEST_CASE("No label reads a text as HTML, whoever made it")
{
    AppGuard guard;
    qApp->installEventFilter(&guard);
    QWidget window;
    auto *careless = new QLabel(u"<img src=\"/etc/passwd\"><b>gras</b>"_s, &window);
    CHECK(careless->textFormat() == Qt::AutoText);
    window.show();
    CHECK(careless->textFormat() == Qt::PlainText);
    CHECK(plainLabel(u"<b>x</b>"_s, TextRole::Body, &window)->textFormat() == Qt::PlainText);
    CHECK(SectionTitle(u"<b>x</b>"_s).textFormat() == Qt::PlainText);
}

TEST_CASE("Enter presses the button that has the keyboard")
{
    AppGuard guard;
    qApp->installEventFilter(&guard);
    QPushButton button(u"Commencer"_s);
    int pressed = 0;
    QObject::connect(&button, &QPushButton::clicked, &button, [&pressed] { ++pressed; });
    QTest::keyClick(&button, Qt::Key_Return);
    QTest::keyClick(&button, Qt::Key_Enter, Qt::KeypadModifier);
    CHECK(pressed == 2);
    QTest::keyClick(&button, Qt::Key_Return, Qt::ControlModifier);
    button.setEnabled(false);
    QTest::keyClick(&button, Qt::Key_Return);
    CHECK(pressed == 2);
}

TEST_CASE("A window that its screen can't hold is maximised when it shows, one that fits is left alone")
{
    AppGuard guard;
    qApp->installEventFilter(&guard);
    const QSize room = QGuiApplication::primaryScreen()->availableGeometry().size();
    QWidget large;
    large.resize(room.width() + 10, room.height() / 2);
    large.show();
    CHECK(large.isMaximized());
    QWidget small;
    small.resize(room / 2);
    small.show();
    CHECK_FALSE(small.isMaximized());
    qApp->removeEventFilter(&guard);
}
