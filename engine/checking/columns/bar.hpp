// What a row has to be to be listed among the worst, once as many have been found as are listed.
#pragma once

#include "engine/checking/columns/refute.hpp"
#include "engine/checking/columns/table_pass.hpp"

namespace crossfoot::columns {

class Bar {
public:
    // As many as are listed are no better than this one.
    void raise(const Candidate& last) {
        last_.emplace();
        last_->worst = last.worst;
        last_->block = last.block;
        last_->row = last.row;
        unit_.reset();
    }
    [[nodiscard]] bool passes(const Candidate& made) const { return !last_ || Worse()(made, *last_); }
    // The same, without numbers of any size; true as well where they do not tell.
    [[nodiscard]] bool passes(int rank, const Gap& gap, std::uint64_t place);

private:
    std::optional<Candidate> last_;
    std::optional<Rational> unit_;  // of the gap that was asked for last; the bar's gap in it, rounded down:
    std::int64_t floor_ = 0;
    bool whole_ = false, fits_ = false;
};

}  // namespace crossfoot::columns
