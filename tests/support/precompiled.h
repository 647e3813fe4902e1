// The same for the tests, with the test framework.
#pragma once

#include "precompiled.h"
#include "support/catch.h"
