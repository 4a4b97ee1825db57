#include "engine/checking/ranges/polynomial.hpp"

#include <algorithm>

namespace crossfoot {
namespace {

Monomial product(const Monomial& a, const Monomial& b) {
    Monomial out;
    auto x = a.begin();
    auto y = b.begin();
    while (x != a.end() || y != b.end()) {
        if (y == b.end() || (x != a.end() && x->first < y->first)) out.push_back(*x++);
        else if (x == a.end() || y->first < x->first) out.push_back(*y++);
        else {
            out.emplace_back(x->first, x->second + y->second);
            ++x;
            ++y;
        }
    }
    return out;
}

Rational power(Rational base, std::uint32_t exponent) {
    Rational out = 1;
    for (; exponent > 0; exponent /= 2) {
        if (exponent % 2 != 0) out *= base;
        if (exponent > 1) base *= base;
    }
    return out;
}

End power(const End& base, std::uint32_t exponent) { return {power(base.value, exponent), base.open, base.unbounded}; }

// Exact: an even power of an interval around 0 begins at 0.
Interval power(const Interval& base, std::uint32_t exponent) {
    if (exponent % 2 == 0 && base.contains(0)) {
        const Interval positive = max(base, -base);   // at least as large as both ends in magnitude
        return {End::closed(0), power(positive.high, exponent)};
    }
    const bool turned = exponent % 2 == 0 && !base.high.unbounded && base.high.value.sign() <= 0;
    return {power(turned ? base.high : base.low, exponent), power(turned ? base.low : base.high, exponent)};
}

int sign_of(const Interval& interval) {
    if (!interval.low.unbounded && interval.low.value.sign() >= 0) return 1;
    if (!interval.high.unbounded && interval.high.value.sign() <= 0) return -1;
    return 2;
}

// Where to cut: 0 inside comes first, then the middle of the widest bounded one.
std::optional<std::pair<std::size_t, Rational>> cut(const std::vector<Interval>& box) {
    std::optional<std::pair<std::size_t, Rational>> best;
    Rational widest = 0;
    for (std::size_t i = 0; i < box.size(); ++i) {
        const Interval& side = box[i];
        if (side.is_point()) continue;
        const bool zero_inside = side.contains(0) && !(side.low.value.is_zero() && !side.low.unbounded) &&
                                 !(side.high.value.is_zero() && !side.high.unbounded);
        if (zero_inside) return std::pair(i, Rational(0));
        if (!side.bounded()) continue;
        const Rational width = side.high.value - side.low.value;
        if (widest < width) {
            widest = width;
            best = std::pair(i, (side.low.value + side.high.value) / 2);
        }
    }
    return best;
}

}  // namespace

Polynomial::Polynomial(const Rational& constant) {
    if (!constant.is_zero()) terms_.emplace(Monomial{}, constant);
}

Polynomial Polynomial::unknown(std::uint32_t id) {
    Polynomial out;
    out.terms_.emplace(Monomial{{id, 1}}, 1);
    return out;
}

void Polynomial::add(const Monomial& monomial, const Rational& factor) {
    const auto [entry, fresh] = terms_.try_emplace(monomial, factor);
    if (!fresh) entry->second += factor;
    if (entry->second.is_zero()) terms_.erase(entry);
}

Polynomial operator+(const Polynomial& a, const Polynomial& b) {
    Polynomial out = a;
    for (const auto& [monomial, factor] : b.terms_) out.add(monomial, factor);
    return out;
}

Polynomial operator-(const Polynomial& a, const Polynomial& b) {
    Polynomial out = a;
    for (const auto& [monomial, factor] : b.terms_) out.add(monomial, -factor);
    return out;
}

Polynomial operator*(const Polynomial& a, const Polynomial& b) {
    Polynomial out;
    for (const auto& [x, fx] : a.terms_) {
        for (const auto& [y, fy] : b.terms_) out.add(product(x, y), fx * fy);
        if (out.terms_.size() > 4 * Polynomial::kMostTerms) break;   // already too large: the caller gives up
    }
    return out;
}

std::size_t Polynomial::length() const {
    std::size_t out = 1;
    for (const auto& [monomial, factor] : terms_) out += 1 + monomial.size() / kShort;
    return out;
}

std::uint32_t Polynomial::degree(std::uint32_t in) const {
    std::uint32_t most = 0;
    for (const auto& [monomial, factor] : terms_)
        for (const auto& [id, exponent] : monomial)
            if (id == in) most = std::max(most, exponent);
    return most;
}

Polynomial Polynomial::derivative(std::uint32_t by) const {
    Polynomial out;
    for (const auto& [monomial, factor] : terms_) {
        Monomial rest;
        std::uint32_t power_of = 0;
        for (const auto& [id, exponent] : monomial) {
            if (id != by) rest.emplace_back(id, exponent);
            else {
                power_of = exponent;
                if (exponent > 1) rest.emplace_back(id, exponent - 1);
            }
        }
        if (power_of > 0) out.add(rest, factor * Rational(std::int64_t{power_of}));
    }
    return out;
}

Polynomial Polynomial::coefficient(std::uint32_t in, std::uint32_t power_wanted) const {
    Polynomial out;
    for (const auto& [monomial, factor] : terms_) {
        Monomial rest;
        std::uint32_t found = 0;
        for (const auto& [id, exponent] : monomial) {
            if (id == in) found = exponent;
            else rest.emplace_back(id, exponent);
        }
        if (found == power_wanted) out.add(rest, factor);
    }
    return out;
}

Polynomial Polynomial::substitute(std::uint32_t id, const Rational& value) const {
    Polynomial out;
    for (const auto& [monomial, factor] : terms_) {
        Monomial rest;
        Rational scaled = factor;
        for (const auto& [each, exponent] : monomial) {
            if (each != id) rest.emplace_back(each, exponent);
            else
                scaled *= power(value, exponent);
        }
        if (!scaled.is_zero()) out.add(rest, scaled);
    }
    return out;
}

std::optional<Rational> Polynomial::constant() const {
    if (terms_.empty()) return Rational(0);
    if (terms_.size() == 1 && terms_.begin()->first.empty()) return terms_.begin()->second;
    return std::nullopt;
}

Interval Polynomial::bound(const std::vector<Interval>& box) const {
    Interval total = Interval::point(0);
    for (const auto& [monomial, factor] : terms_) {
        Interval part = Interval::point(factor);
        for (const auto& [id, exponent] : monomial) part = part * power(box[id], exponent);
        total = total + part;
    }
    return total;
}

int sign_over(const Polynomial& polynomial, const std::vector<Interval>& box, int pieces,
              const std::function<bool(const Interval&)>& spend) {
    if (polynomial.is_zero()) return 0;
    std::vector<std::vector<Interval>> open{box};
    int sign = 0;
    for (int budget = pieces; !open.empty(); --budget) {
        if (budget == 0) return 2;
        const std::vector<Interval> piece = std::move(open.back());
        open.pop_back();
        const Interval bound = polynomial.bound(piece);
        if (!spend(bound)) return 2;
        if (bound.is_point() && bound.low.value.is_zero()) continue;
        const int here = sign_of(bound);
        if (here != 2) {
            if (sign != 0 && here != sign) return 2;
            sign = here;
            continue;
        }
        const auto where = cut(piece);
        if (!where) return 2;
        std::vector<Interval> lower = piece, upper = piece;
        lower[where->first].high = End::closed(where->second);
        upper[where->first].low = End::closed(where->second);
        open.push_back(std::move(lower));
        open.push_back(std::move(upper));
    }
    return sign;
}

}  // namespace crossfoot
