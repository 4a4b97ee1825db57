#include "engine/dataset/profile/markers.hpp"

#include <algorithm>
#include <array>

#include "engine/dataset/markers.hpp"
#include "engine/quantity/marks.hpp"

namespace crossfoot::profile {
namespace {

constexpr std::string_view kDigits = "0123456789";
// Besides those that a dataset knows of itself: R, pandas, SQL, spreadsheets, INSEE.
constexpr std::array<std::string_view, 15> kMissing{"NA",   "<NA>", "#N/A", "NaN", "nan",  "null", "NULL", "None",
                                                    "none", "nil",  ".",    "?",   "s.o.", "ns",   "n.s."};
// Statistical confidentiality (Eurostat, INSEE, Statistics Canada).
constexpr std::array<std::string_view, 11> kSuppressed{"c", "C", "s", "S", "x", "X", "(c)", "(x)", "*", "**", "***"};

MarkerKind bare_marker(std::string_view text) {
    const auto among = [&](const auto& list) { return std::find(list.begin(), list.end(), text) != list.end(); };
    if (among(kSuppressed)) return MarkerKind::suppressed;
    if (among(kMissing)) return MarkerKind::missing;
    for (const Language language : {Language::en, Language::fr})
        if (among(loading::default_missing_markers(language))) return MarkerKind::missing;
    if (!text.starts_with('<')) return MarkerKind::none;
    const std::string_view rest = loading::trimmed(text.substr(1));
    const bool below = !rest.empty() && rest.size() < 10 && rest.find_first_not_of(kDigits) == std::string_view::npos;
    return below ? MarkerKind::suppressed : MarkerKind::none;
}

}  // namespace

MarkerParts parts_of_marker(std::string_view text) {
    if (bare_marker(text) != MarkerKind::none) return {text, {}};
    const std::size_t size = text.size();
    const bool letter = size > 2 && text[size - 1] >= 'a' && text[size - 1] <= 'z' && text[size - 2] == ' ';
    if (letter && bare_marker(loading::trimmed(text.substr(0, size - 2))) != MarkerKind::none)
        return {loading::trimmed(text.substr(0, size - 2)), text.substr(size - 1)};
    const auto marked = without_marks(text);
    // a dash before a number in brackets may be a negative number
    const bool dash = marked && (marked->number == "-" || marked->number == "–" || marked->number == "—") && marked->mark.starts_with('(');
    if (marked && !dash && bare_marker(marked->number) != MarkerKind::none) return {marked->number, {}};
    return {text, {}};
}

MarkerKind known_marker(std::string_view text) { return bare_marker(parts_of_marker(text).marker); }

bool may_be_marker(std::string_view text) {
    constexpr std::size_t kLongest = 12;
    return text.size() <= kLongest && text.find_first_of(kDigits) == std::string_view::npos;
}

}  // namespace crossfoot::profile
