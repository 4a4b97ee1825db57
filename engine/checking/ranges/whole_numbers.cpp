#include "engine/checking/ranges/whole_numbers.hpp"

#include <algorithm>

namespace crossfoot {

WholeNumbers::WholeNumbers(Rational first, std::optional<Rational> last) {
    if (!last || first <= *last) runs_.push_back({std::move(first), std::move(last)});
}

WholeNumbers WholeNumbers::united(const WholeNumbers& other) const {
    std::vector<Run> all = runs_;
    all.insert(all.end(), other.runs_.begin(), other.runs_.end());
    std::sort(all.begin(), all.end(), [](const Run& a, const Run& b) { return a.first < b.first; });
    WholeNumbers out;
    for (Run& run : all) {
        if (!out.runs_.empty()) {
            Run& before = out.runs_.back();
            if (!before.last) break;
            if (run.first <= *before.last + 1) {
                if (!run.last) before.last.reset();
                else before.last = max(*before.last, *run.last);
                continue;
            }
        }
        out.runs_.push_back(std::move(run));
    }
    return out;
}

WholeNumbers WholeNumbers::intersected(const WholeNumbers& other) const {
    WholeNumbers out;
    for (const Run& a : runs_) {
        for (const Run& b : other.runs_) {
            const Rational& first = max(a.first, b.first);
            std::optional<Rational> last = !a.last ? b.last : !b.last ? a.last : std::optional(min(*a.last, *b.last));
            if (!last || first <= *last) out.runs_.push_back({first, std::move(last)});
        }
    }
    return out;
}

WholeNumbers WholeNumbers::missing_from(const WholeNumbers& domain) const {
    WholeNumbers out = domain;
    for (const Run& hole : runs_) {
        WholeNumbers rest;
        for (const Run& run : out.runs_) {
            const Rational before = hole.first - 1;
            if (run.first <= before) rest.runs_.push_back({run.first, run.last ? min(*run.last, before) : before});
            if (!hole.last) continue;
            const Rational after = max(run.first, *hole.last + 1);
            if (!run.last || after <= *run.last) rest.runs_.push_back({after, run.last});
        }
        // the two parts of one run may meet where the hole lies outside it
        out = WholeNumbers().united(rest);
    }
    return out;
}

std::optional<Rational> WholeNumbers::count() const {
    Rational total = 0;
    for (const Run& run : runs_) {
        if (!run.last) return std::nullopt;
        total += *run.last - run.first + 1;
    }
    return total;
}

}  // namespace crossfoot
