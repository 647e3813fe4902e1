// Qt's own texts in French.
#pragma once

#include <QTranslator>

namespace app
{

// A few of Qt's words said plainly, above its own translation: « Ne pas tenir compte » tells nobody what is lost.
class PlainWords final : public QTranslator
{
    Q_OBJECT
public:
    using QTranslator::QTranslator;
    [[nodiscard]] QString translate(const char *context, const char *source, const char *disambiguation,
                                    int count) const override;
    [[nodiscard]] bool isEmpty() const override { return false; }
};

// Installs Qt's French translation and the plain words above it.
void speakFrench();

} // namespace app
