// Dimensions: their algebra, their names, and the kind of quantity that each is.
#include <algorithm>

#include "engine/quantity/unit.hpp"
#include "engine/quantity/units_data.hpp"

namespace crossfoot {
namespace {

Dimension combined(const Dimension& a, const Dimension& b, int sign) {
    Dimension out;
    auto x = a.factors.begin();
    auto y = b.factors.begin();
    while (x != a.factors.end() || y != b.factors.end()) {
        const bool from_x = x != a.factors.end() && (y == b.factors.end() || x->base <= y->base);
        const bool from_y = y != b.factors.end() && (x == a.factors.end() || y->base <= x->base);
        const BaseId base = from_x ? x->base : y->base;
        const int power = (from_x ? x->power : 0) + sign * (from_y ? y->power : 0);
        if (power != 0) out.factors.push_back({base, static_cast<std::int16_t>(power)});
        if (from_x) ++x;
        if (from_y) ++y;
    }
    return out;
}

std::string superscript(int power) {
    static constexpr std::string_view kDigits[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    if (power == 1) return {};
    std::string out;
    for (const char c : std::to_string(power)) out += kDigits[c - '0'];
    return out;
}

}  // namespace

Dimension operator*(const Dimension& a, const Dimension& b) { return combined(a, b, 1); }
Dimension operator/(const Dimension& a, const Dimension& b) { return combined(a, b, -1); }

// Numerators joined by `·`, then `/` and denominators joined by `·`.
template <class Name>
std::string Units::spelled(const Dimension& dimension, Name name_of) const {
    std::string above, below;
    for (const auto& [base, power] : dimension.factors) {
        std::string& part = power > 0 ? above : below;
        if (!part.empty()) part += "·";
        part += name_of(base);
        part += superscript(power > 0 ? power : -power);
    }
    if (below.empty()) return above;
    return (above.empty() ? "1" : above) + "/" + below;
}

std::string Units::base_name(const Dimension& dimension) const {
    if (dimension.is_number()) return "1";
    return spelled(dimension, [this](BaseId base) -> const std::string& { return bases_[base]; });
}

std::string Units::readable(const Dimension& dimension, Language language) const {
    return spelled(dimension, [&](BaseId base) -> std::string {
        if (base >= base_data().size()) return bases_[base];
        const BaseDatum& datum = base_data()[base];
        return std::string(language == Language::fr ? datum.fr : datum.en);
    });
}

Kind Units::kind(const Unit& unit) const {
    const auto& factors = unit.dimension.factors;
    if (factors.empty()) return unit.notation == Notation::number ? Kind::count : Kind::rate;
    const std::size_t first_count = kFirstOtherCurrency + other_currencies().size();
    if (factors.size() == 1 && factors[0].power == 1) {
        const BaseId base = factors[0].base;
        if (base >= first_count) return Kind::count;
        if (base == kSecond || base == kMonth) return Kind::duration;
        if (base == kFullTime) return Kind::fte;
        if (base == kEuro || base >= kDollar) return Kind::money;
    }
    const bool physical = std::all_of(factors.begin(), factors.end(), [](const Dimension::Factor& factor) {
        return factor.base == kKilogram || factor.base == kMetre || factor.base == kSecond;
    });
    return physical ? Kind::measure : Kind::other;
}

}  // namespace crossfoot
