// The heights that a label remembers: measured once in each width, and those of a label that remembers nothing.
#include "gui/widgets/height_cache.h"
#include "gui/widgets/labels.h"
#include "support/catch.h"

#include <memory>
#include <QLineEdit>

using namespace Qt::Literals::StringLiterals;
using namespace gui;

TEST_CASE("A height is measured once in each of the last widths")
{
    HeightCache cache;
    int measured = 0;
    const auto measure = [&measured](int width) {
        ++measured;
        return 1000 - width;
    };
    for (int turn = 0; turn < 5; ++turn)
        for (const int width : {100, 200, 0, 300})
            CHECK(cache.of(width, measure) == 1000 - width);
    CHECK(measured == 4);
    for (int width = 1; width <= 50; ++width)
        CHECK(cache.of(width, measure) == 1000 - width);
    CHECK(measured == 54);
    cache.clear();
    CHECK(cache.of(50, measure) == 950);
    CHECK(measured == 55);
}

TEST_CASE("A label is as high as one that remembers nothing, whatever changed since it was asked")
{
    const std::unique_ptr<TextLabel> label(
        plainLabel(u"Un texte de quelques mots, qui va à la ligne."_s, TextRole::Body, nullptr));
    QLineEdit field;
    const auto same = [&label] {
        QLabel plain;
        plain.setTextFormat(Qt::PlainText);
        plain.setFont(label->font());
        plain.setText(label->text());
        plain.setWordWrap(label->wordWrap());
        plain.setMargin(label->margin());
        plain.setIndent(label->indent());
        plain.setContentsMargins(label->contentsMargins());
        for (int turn = 0; turn < 2; ++turn)
            for (const int width : {60, 90, 200, 800})
                CHECK(label->heightForWidth(width) == plain.heightForWidth(width));
    };
    same();
    const int before = label->heightForWidth(90);
    label->setText(u"Court"_s);
    same();
    CHECK(label->heightForWidth(90) < before);
    static_cast<QLabel *>(label.get())->setText(u"Un texte bien plus long que celui d’avant, sur bien des lignes."_s);
    same();
    QFont larger = label->font();
    larger.setPixelSize(34);
    label->setFont(larger);
    same();
    label->setMargin(12);
    same();
    label->setContentsMargins(0, 30, 0, 0);
    same();
    label->setWordWrap(false);
    same();
}
