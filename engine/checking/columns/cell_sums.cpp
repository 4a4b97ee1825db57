#include "engine/checking/columns/cell_sums.hpp"

namespace crossfoot::columns {

void SignedSums::add(const SignedSums& other) {
    decimals = decimals || other.decimals;
    for (std::size_t sign = 0; sign < of.size(); ++sign) {
        of[sign].value += other.of[sign].value;
        of[sign].width += other.of[sign].width;
    }
}

Rational rational(Wide value) {
    const bool negative = value < 0;
    std::string digits;
    for (Wide rest = negative ? -value : value; rest > 0 || digits.empty(); rest /= 10)
        digits.insert(digits.begin(), static_cast<char>('0' + static_cast<int>(rest % 10)));
    return Rational::from_decimal(negative ? "-" + digits : digits);
}

}  // namespace crossfoot::columns
