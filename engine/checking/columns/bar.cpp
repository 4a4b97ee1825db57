#include "engine/checking/columns/bar.hpp"

namespace crossfoot::columns {

bool Bar::passes(int rank, const Gap& gap, std::uint64_t place) {
    if (!last_) return true;
    if (rank != last_->worst.rank) return rank < last_->worst.rank;
    const Rational& unit = gap.unit != nullptr ? *gap.unit : Rational(1);
    if (!unit_ || *unit_ != unit) {
        unit_ = unit;
        const Rational in_units = last_->worst.gap / unit;
        whole_ = in_units.is_whole();
        fits_ = in_units.floor().to_int64(floor_);
    }
    Wide least = 0;
    if (!fits_ || __builtin_mul_overflow(Wide{floor_}, gap.under, &least)) return true;
    if (gap.over != least) return gap.over > least;
    return !whole_ || place < last_->place();
}

}  // namespace crossfoot::columns
