#include "reference/name_key.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <vector>

namespace reference
{

namespace
{

// U+00C0..U+00FF, the second byte after 0xC3. '?' = not a plain Latin letter, let base::fold decide.
constexpr std::string_view latin = "aaaaaa?ceeeeiiii?nooooo??uuuuy??aaaaaa?ceeeeiiii?nooooo??uuuuy?y";
static_assert(latin.size() == 64);

struct Replacement {
    std::string_view words;
    std::string_view by;
};

constexpr std::array<Replacement, 3> epciTypes{
    {{"communaute de communes", "cc"}, {"communaute d agglomeration", "ca"}, {"communaute urbaine", "cu"}}};

constexpr std::array<std::string_view, 4> articles{"le", "la", "les", "l"};

std::string foldSlowly(std::string_view text)
{
    return base::fold(QString::fromUtf8(text.data(), qsizetype(text.size()))).toStdString();
}

// One letter of two bytes, or nothing when only base::fold knows.
std::string_view foldPair(unsigned char first, unsigned char second)
{
    if (first == 0xC3 && second >= 0x80 && second <= 0xBF) {
        const std::string_view letter = latin.substr(second - 0x80U, 1);
        return letter == "?" ? std::string_view() : letter;
    }
    if (first == 0xC5 && (second == 0x92 || second == 0x93))
        return "oe";
    return {};
}

} // namespace

std::string foldUtf8(std::string_view text)
{
    std::string folded;
    folded.reserve(text.size());
    bool gap = false;
    const auto append = [&](std::string_view letters) {
        if (gap && !folded.empty())
            folded += ' ';
        gap = false;
        folded += letters;
    };
    for (size_t at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if ((byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9')) {
            append(text.substr(at, 1));
        } else if (byte >= 'A' && byte <= 'Z') {
            const char lower = static_cast<char>(byte + ('a' - 'A'));
            append({&lower, 1});
        } else if (byte < 0x80) {
            gap = true;
        } else {
            const auto next = at + 1 < text.size() ? static_cast<unsigned char>(text[at + 1]) : 0U;
            const std::string_view letters = foldPair(byte, static_cast<unsigned char>(next));
            if (letters.empty())
                return foldSlowly(text);
            append(letters);
            ++at;
        }
    }
    return folded;
}

std::string expandWords(std::string_view folded)
{
    std::string expanded;
    expanded.reserve(folded.size() + 8);
    for (size_t at = 0; at < folded.size();) {
        const size_t end = std::min(folded.find(' ', at), folded.size());
        const std::string_view word = folded.substr(at, end - at);
        if (!expanded.empty())
            expanded += ' ';
        if (word == "st")
            expanded += "saint";
        else if (word == "ste")
            expanded += "sainte";
        else
            expanded += word;
        at = end + 1;
    }
    for (const Replacement &type : epciTypes)
        if (expanded.starts_with(type.words))
            expanded.replace(0, type.words.size(), type.by);
    return expanded;
}

Bare withoutArticle(std::string_view folded)
{
    for (const std::string_view article : articles)
        if (folded.size() > article.size() + 1 && folded.starts_with(article) && folded[article.size()] == ' ')
            return {article, folded.substr(article.size() + 1)};
    return {{}, folded};
}

std::string nameKey(std::string_view text)
{
    const std::string expanded = expandWords(foldUtf8(text));
    return std::string(withoutArticle(expanded).rest);
}

int editDistance(std::string_view a, std::string_view b, int limit)
{
    const size_t widest = std::max(a.size(), b.size());
    const size_t shortest = std::min(a.size(), b.size());
    if (widest - shortest > static_cast<size_t>(limit))
        return limit + 1;
    std::vector<int> before(b.size() + 1), previous(b.size() + 1), current(b.size() + 1);
    for (size_t j = 0; j <= b.size(); ++j)
        previous[j] = static_cast<int>(j);
    for (size_t i = 1; i <= a.size(); ++i) {
        current[0] = static_cast<int>(i);
        int best = current[0];
        for (size_t j = 1; j <= b.size(); ++j) {
            const int change = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            current[j] = std::min({previous[j] + 1, current[j - 1] + 1, change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                current[j] = std::min(current[j], before[j - 2] + 1);
            best = std::min(best, current[j]);
        }
        if (best > limit)
            return limit + 1;
        before.swap(previous);
        previous.swap(current);
    }
    return std::min(previous[b.size()], limit + 1);
}

} // namespace reference
