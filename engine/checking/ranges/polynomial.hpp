// Polynomials and quotients of them in a few unknowns, exact; what range.cpp proves monotony with.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "engine/quantity/interval.hpp"

namespace crossfoot {

// Exponents by unknown, ascending, none 0.
using Monomial = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

class Polynomial {
public:
    static constexpr std::size_t kMostTerms = 256;   // beyond, callers give up rather than grow
    static constexpr std::size_t kShort = 4;         // unknowns of a term that cost no more than the term

    Polynomial() = default;
    explicit Polynomial(const Rational& constant);
    [[nodiscard]] static Polynomial unknown(std::uint32_t id);

    [[nodiscard]] bool is_zero() const { return terms_.empty(); }
    [[nodiscard]] std::size_t size() const { return terms_.size(); }
    // What one look at all of it takes: 1 for each term, and one more for every kShort unknowns in it; at least 1.
    [[nodiscard]] std::size_t length() const;
    [[nodiscard]] bool too_large() const { return terms_.size() > kMostTerms; }
    [[nodiscard]] std::uint32_t degree(std::uint32_t in) const;
    [[nodiscard]] Polynomial derivative(std::uint32_t by) const;
    // The coefficient of in^power, a polynomial in the others.
    [[nodiscard]] Polynomial coefficient(std::uint32_t in, std::uint32_t power) const;
    [[nodiscard]] Polynomial substitute(std::uint32_t id, const Rational& value) const;
    [[nodiscard]] std::optional<Rational> constant() const;   // where no unknown is left
    // An interval that contains all values over the box (by unknown); powers are exact, sums are not.
    [[nodiscard]] Interval bound(const std::vector<Interval>& box) const;

    friend Polynomial operator+(const Polynomial& a, const Polynomial& b);
    friend Polynomial operator-(const Polynomial& a, const Polynomial& b);
    friend Polynomial operator*(const Polynomial& a, const Polynomial& b);
    friend bool operator==(const Polynomial&, const Polynomial&) = default;

private:
    void add(const Monomial& monomial, const Rational& factor);
    std::map<Monomial, Rational> terms_;
};

// -1, 0 or 1 where the sign over the whole box is proved (zero allowed at places), 2 where it is not.
// The box is cut into at most `pieces`. `spend` is told the range of each piece, and says whether that goes on.
[[nodiscard]] int sign_over(const Polynomial& polynomial, const std::vector<Interval>& box, int pieces,
                            const std::function<bool(const Interval&)>& spend);

struct Quotient {
    Polynomial over, under;
};

}  // namespace crossfoot
