#include "engine/dataset/markers.hpp"

#include <algorithm>
#include <array>

#include "engine/quantity/marks.hpp"

namespace crossfoot::loading {

namespace {

// Statistical offices print these where there is no number (INSEE, Eurostat, ONS).
constexpr std::array<std::string_view, 12> kEverywhere{"",  "n.d.", "nd", "N.D.", "ND", "n/d",
                                                       "—", "–",    "-",  ":",    "…",  "..."};
constexpr std::array<std::string_view, 4> kFrench{"n.c.", "nc", "N.C.", "NC"};
constexpr std::array<std::string_view, 5> kEnglish{"n.a.", "n/a", "N.A.", "N/A", ".."};

constexpr std::array<std::string_view, 8> kSpaces{" ", "\t", "\n", "\r", "\u00A0", "\u202F", "\u2009", "\uFEFF"};
// The bytes with which one of them begins, and ends.
constexpr std::string_view kFirstBytes = " \t\n\r\xC2\xE2\xEF", kLastBytes = " \t\n\r\xA0\xAF\x89\xBF";

}  // namespace

const Suppressed* Markers::find_suppressed(std::string_view text) const {
    const auto found = std::find_if(suppressed.begin(), suppressed.end(),
                                    [&](const Suppressed& each) { return each.marker == text; });
    return found == suppressed.end() ? nullptr : &*found;
}

bool Markers::is_missing(std::string_view text) const {
    return std::find(missing.begin(), missing.end(), text) != missing.end();
}

std::optional<std::pair<std::string_view, std::string_view>> Markers::flagged(std::string_view text) const {
    if (flags.empty()) return std::nullopt;
    const auto marked = without_flag(text, flags);
    if (!marked || marked->number.empty() || (find_suppressed(marked->number) == nullptr && !is_missing(marked->number))) return std::nullopt;
    return std::pair(marked->number, marked->mark);
}

std::optional<std::pair<std::string_view, std::string_view>> Markers::annotated(std::string_view text) const {
    const auto marked = without_marks(text);
    if (!marked || marked->number.empty() || (find_suppressed(marked->number) == nullptr && !is_missing(marked->number))) return std::nullopt;
    // a dash and a number in brackets may be a negative number
    const bool dash = marked->number == "-" || marked->number == "\u2013" || marked->number == "\u2212" || marked->number == "\u2014";
    if (dash && marked->mark.starts_with('(')) return std::nullopt;
    return std::pair(marked->number, marked->mark);
}

std::vector<std::string> default_missing_markers(Language language) {
    std::vector<std::string> out(kEverywhere.begin(), kEverywhere.end());
    if (language == Language::fr) out.insert(out.end(), kFrench.begin(), kFrench.end());
    else out.insert(out.end(), kEnglish.begin(), kEnglish.end());
    return out;
}

std::string_view trimmed(std::string_view text) {
    if (kFirstBytes.find(text.empty() ? 'x' : text.front()) == std::string_view::npos &&
        kLastBytes.find(text.empty() ? 'x' : text.back()) == std::string_view::npos)
        return text;
    for (bool again = true; again;) {
        again = false;
        for (const std::string_view space : kSpaces) {
            if (text.starts_with(space)) text.remove_prefix(space.size()), again = true;
            if (text.ends_with(space)) text.remove_suffix(space.size()), again = true;
        }
    }
    return text;
}

}  // namespace crossfoot::loading
