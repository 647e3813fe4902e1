// The only place that knows which Catch2 is installed (Debian 12 has 2.13, later systems 3.x).
#pragma once

#ifdef ATELIER_CATCH2_V2
#include <catch2/catch.hpp>
#else
#include <catch2/catch_all.hpp>
using Catch::Approx;
#endif

#include <QString>

namespace Catch
{
template <>
struct StringMaker<QString> {
    static std::string convert(const QString &text) { return '"' + text.toStdString() + '"'; }
};
} // namespace Catch
