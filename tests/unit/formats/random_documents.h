// Documents that nobody would write, the same for the same seed: every kind of block, run, cell and row in any order.
#pragma once

#include "report/document.h"

#include <random>

namespace samples
{

class RandomDocuments
{
public:
    explicit RandomDocuments(unsigned seed) : m_random(seed) {}

    [[nodiscard]] report::Document next();

private:
    [[nodiscard]] int below(int bound) { return int(m_random() % unsigned(bound)); }
    [[nodiscard]] bool oneIn(int many) { return below(many) == 0; }
    [[nodiscard]] QString words(int most);
    [[nodiscard]] report::Run run();
    [[nodiscard]] report::Paragraph paragraph();
    [[nodiscard]] report::Heading heading();
    [[nodiscard]] report::Cell cell();
    [[nodiscard]] report::Row row();
    [[nodiscard]] report::Table table();
    [[nodiscard]] report::Figure figure();
    [[nodiscard]] report::Block block();

    std::mt19937 m_random;
    int m_words = 0; // each word is used once, so that order shows
};

} // namespace samples
