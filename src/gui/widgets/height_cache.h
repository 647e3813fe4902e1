// The heights of a text in a few widths: layouts ask for the same ones over and over.
#pragma once

#include <array>
#include <functional>
#include <utility>

namespace gui
{

class HeightCache
{
public:
    // Measures only in a width that was not among the last ones.
    int of(int width, const std::function<int(int)> &measure)
    {
        for (const auto &[known, height] : m_heights)
            if (known == width)
                return height;
        auto &[known, height] = m_heights[m_next];
        m_next = (m_next + 1) % m_heights.size();
        height = measure(width);
        known = width;
        return height;
    }
    // The text, its font or what stands round it is another.
    void clear() { m_heights.fill(unknown); }

private:
    static constexpr std::pair<int, int> unknown{-1, 0};
    std::array<std::pair<int, int>, 6> m_heights{unknown, unknown, unknown, unknown, unknown, unknown};
    size_t m_next = 0;
};

} // namespace gui
