// The trame of the tree, loaded once, for the tests of the rooms that know trames.
#pragma once

#include "report/trame.h"
#include "support/catch.h"
#include "support/source.h"

namespace support
{

inline const report::Trame &trame()
{
    static const auto loaded = report::Trame::load(source(QStringLiteral("templates/paca-2022")));
    if (!loaded)
        FAIL(loaded.error().detail.toStdString());
    return loaded.value();
}

} // namespace support
