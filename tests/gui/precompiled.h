// The same for the tests of the windows.
#pragma once

#include "gui/precompiled.h"
#include "support/catch.h"

#include <QTest>
