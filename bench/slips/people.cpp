#include "bench/slips/people.hpp"

#include <cstdlib>
#include <utility>

namespace crossfoot::slips {
namespace {

// Digits before and behind the decimal sign, put together as the manner wants.
std::string together(bool negative, std::string whole, const std::string& decimals, const Manner& manner) {
    if (manner.grouped)
        for (auto at = static_cast<std::ptrdiff_t>(whole.size()) - 3; at > 0; at -= 3)
            whole.insert(static_cast<std::size_t>(at), manner.french ? "\xC2\xA0" : ",");
    std::string out = (negative ? "-" : "") + whole;
    if (!decimals.empty()) out += (manner.french ? "," : ".") + decimals;
    return out + manner.unit;
}

std::string digits_of(std::int64_t scaled, int decimals) {
    std::string out = std::to_string(std::abs(scaled));
    const auto least = static_cast<std::size_t>(decimals) + 1;
    if (out.size() < least) out.insert(0, least - out.size(), '0');
    return out;
}

}  // namespace

Chance::Chance(std::string_view seed) : state_(1469598103934665603ULL) {
    for (const char each : seed) state_ = (state_ ^ static_cast<unsigned char>(each)) * 1099511628211ULL;
}

std::int64_t Chance::next(std::int64_t low, std::int64_t high) {
    // splitmix64 (Steele et al. 2014)
    std::uint64_t mixed = (state_ += 0x9E3779B97F4A7C15ULL);
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBULL;
    mixed ^= mixed >> 31U;
    return low + static_cast<std::int64_t>(mixed % static_cast<std::uint64_t>(high - low + 1));
}

std::string print_of(std::int64_t scaled, const Manner& manner) {
    const std::string digits = digits_of(scaled, manner.decimals);
    const std::size_t whole = digits.size() - static_cast<std::size_t>(manner.decimals);
    return together(scaled < 0, digits.substr(0, whole), digits.substr(whole), manner);
}

std::string_view to_string(Typed kind) {
    switch (kind) {
        case Typed::changed: return "digit changed";
        case Typed::exchanged: return "digits exchanged";
        case Typed::dropped: return "digit dropped";
        case Typed::doubled: return "digit doubled";
        case Typed::added: return "digit too many";
        case Typed::point_moved: return "factor of ten";
        case Typed::sign: return "sign";
        case Typed::thousand_lost: break;
    }
    return "thousand lost";
}

CauseKind cause_of(Typed kind) {
    switch (kind) {
        case Typed::changed: return CauseKind::digit_replaced;
        case Typed::exchanged: return CauseKind::digits_exchanged;
        case Typed::dropped: return CauseKind::digit_omitted;
        case Typed::doubled:
        case Typed::added: return CauseKind::digit_added;
        case Typed::sign: return CauseKind::sign;
        case Typed::point_moved:
        case Typed::thousand_lost: break;
    }
    return CauseKind::power_of_ten;
}

std::optional<std::string> slipped(std::int64_t scaled, const Manner& manner, Typed kind, Chance& chance) {
    std::string digits = digits_of(scaled, manner.decimals);
    auto decimals = static_cast<std::size_t>(manner.decimals);
    const std::size_t whole = digits.size() - decimals;
    const auto at = static_cast<std::size_t>(chance.next(0, static_cast<std::int64_t>(digits.size()) - 1));
    bool negative = scaled < 0;
    switch (kind) {
        case Typed::changed: digits[at] = static_cast<char>('0' + chance.next(0, 9)); break;
        case Typed::exchanged:
            if (at + 1 >= digits.size()) return std::nullopt;
            std::swap(digits[at], digits[at + 1]);
            break;
        case Typed::dropped:
            // the last decimal dropped is another precision, no slip
            if (digits.size() == 1 || (at < whole && whole == 1) || (decimals > 0 && at + 1 == digits.size())) return std::nullopt;
            digits.erase(at, 1);
            if (at >= whole) --decimals;
            break;
        case Typed::doubled:
        case Typed::added:
            if (decimals > 0 && at + 1 == digits.size()) return std::nullopt;
            digits.insert(at + 1, 1, kind == Typed::doubled ? digits[at] : static_cast<char>('0' + chance.next(0, 9)));
            if (at >= whole) ++decimals;
            break;
        case Typed::point_moved: {
            if (chance.one_in(2)) {     // ten times as much
                if (decimals > 0) --decimals;
                else digits += '0';
            } else if (decimals == 0 && digits.back() == '0' && digits.size() > 1) {
                digits.pop_back();
            } else {
                ++decimals;
            }
            if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
            while (digits.size() > decimals + 1 && digits[0] == '0') digits.erase(0, 1);
            break;
        }
        case Typed::sign: negative = !negative; break;
        case Typed::thousand_lost:
            // the group sign read as a decimal sign, or three zeros left out
            if (decimals > 0 || digits.size() < 4) return std::nullopt;
            if (digits.ends_with("000")) digits.resize(digits.size() - 3);
            else decimals = 3;
            break;
    }
    if (digits.size() > decimals + 1 && digits[0] == '0') return std::nullopt;
    if (digits.find_first_not_of('0') == std::string::npos) return std::nullopt;
    const std::size_t left = digits.size() - decimals;
    std::string out = together(negative, digits.substr(0, left), digits.substr(left), manner);
    return out == print_of(scaled, manner) ? std::nullopt : std::optional(std::move(out));
}

}  // namespace crossfoot::slips
