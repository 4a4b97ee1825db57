#include "engine/text/nearest.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <utility>

namespace crossfoot {
namespace {

// A character as it is written and as it is when case and accents are left aside.
struct Letter {
    char32_t written = 0;
    char32_t folded = 0;
    friend bool operator==(const Letter& a, const Letter& b) { return a.written == b.written; }
};
using Letters = std::vector<Letter>;

// The first character of the decomposition, marks dropped; a character that folds to several
// ("ß" to "ss") stays what it is, since half a mistake is only claimed for one letter against one.
char32_t folded(char32_t character) {
    if (character < 0x80) return character >= U'A' && character <= U'Z' ? character + 0x20 : character;
    std::array<utf8proc_int32_t, 16> parts{};
    int boundary = 0;
    const auto count = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(character), parts.data(), parts.size(),
                                               static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD |
                                                                              UTF8PROC_STRIPMARK),
                                               &boundary);
    return count == 1 ? static_cast<char32_t>(parts[0]) : character;
}

// A malformed byte is one letter of its own, in the range of lone surrogates, which no well-formed text has.
Letters letters(std::string_view text) {
    Letters out;
    out.reserve(text.size());
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    for (std::size_t at = 0; at < text.size();) {
        utf8proc_int32_t character = -1;
        const auto length = utf8proc_iterate(bytes + at, static_cast<utf8proc_ssize_t>(text.size() - at), &character);
        const auto value = length > 0 ? static_cast<char32_t>(character) : 0xDC00U + bytes[at];
        out.push_back({value, folded(value)});
        at += length > 0 ? static_cast<std::size_t>(length) : 1;
    }
    return out;
}

// Composed, so that "é" is one letter however a keyboard or a file system wrote it.
Letters composed_letters(std::string_view text) {
    utf8proc_uint8_t* raw = nullptr;
    const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                     static_cast<utf8proc_ssize_t>(text.size()), &raw,
                                     static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
    if (length < 0) return letters(text);   // malformed
    Letters out = letters({reinterpret_cast<const char*>(raw), static_cast<std::size_t>(length)});
    std::free(raw);  // NOLINT: utf8proc allocates with malloc
    return out;
}

// Optimal string alignment with `step` for an insertion, deletion or exchange of neighbours and `change(a, b)`
// for a replacement. Three rows suffice; once two rows in a row are above the limit, all later ones are.
template <class Change>
std::size_t alignment(const Letters& a, const Letters& b, std::size_t step, std::size_t limit, Change change) {
    const std::size_t difference = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
    if (difference * step > limit) return limit + 1;
    std::vector<std::size_t> before(b.size() + 1), previous(b.size() + 1), current(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) previous[j] = j * step;
    std::size_t previous_least = 0;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        current[0] = i * step;
        std::size_t least = current[0];
        for (std::size_t j = 1; j <= b.size(); ++j) {
            std::size_t best = std::min(previous[j], current[j - 1]) + step;
            best = std::min(best, previous[j - 1] + change(a[i - 1], b[j - 1]));
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) best = std::min(best, before[j - 2] + step);
            current[j] = best;
            least = std::min(least, best);
        }
        if (least > limit && previous_least > limit) return limit + 1;
        previous_least = least;
        std::swap(before, previous);
        std::swap(previous, current);
    }
    return std::min(previous[b.size()], limit + 1);
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
    return alignment(letters(a), letters(b), 1, limit,
                     [](const Letter& x, const Letter& y) { return x == y ? std::size_t{0} : std::size_t{1}; });
}

std::vector<std::string> nearest(std::string_view name, const std::vector<std::string_view>& candidates, std::size_t most) {
    // Distances are counted in halves here.
    const auto change = [](const Letter& x, const Letter& y) -> std::size_t {
        if (x == y) return 0;
        return x.folded == y.folded ? 1 : 2;
    };
    const Letters wanted = composed_letters(name);
    std::vector<std::pair<std::size_t, std::string_view>> near;
    for (const std::string_view candidate : candidates) {
        const Letters offered = composed_letters(candidate);
        const std::size_t longer = std::max(wanted.size(), offered.size());
        const bool same_folded = std::equal(wanted.begin(), wanted.end(), offered.begin(), offered.end(),
                                            [](const Letter& x, const Letter& y) { return x.folded == y.folded; });
        const std::size_t limit = same_folded ? longer : std::max<std::size_t>(2, 2 * longer / 3);
        const std::size_t distance = alignment(wanted, offered, 2, limit, change);
        // Names that have no letter in common are near only by being short.
        if (distance <= limit && distance < 2 * longer) near.emplace_back(distance, candidate);
    }
    std::sort(near.begin(), near.end());
    near.erase(std::unique(near.begin(), near.end()), near.end());
    if (near.size() > most) near.resize(most);
    std::vector<std::string> out;
    out.reserve(near.size());
    for (const auto& [distance, candidate] : near) out.emplace_back(candidate);
    return out;
}

}  // namespace crossfoot
