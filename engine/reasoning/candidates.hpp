// Other prints for one figure under which contradicted rules hold, each proved by checking again. What is tried is computed
// from what the contradicted rules need the figure to be; only slips that meet that are checked.
#pragma once

#include <map>
#include <vector>

#include "engine/reasoning/causes.hpp"
#include "engine/reasoning/needed.hpp"
#include "engine/reasoning/slips.hpp"

namespace crossfoot {

struct Candidate {
    Cause cause;                       // `clears` left empty
    std::vector<InstanceId> clears;    // ascending, not empty
    Rational value = 0;                // of a slip: what the figure is then
};

class Candidates {
public:
    // `contradicted`: the instances to clear, with what they assert. All references must outlive this.
    Candidates(Rechecker& rechecker, const std::map<InstanceId, Statement>& contradicted, const CauseOptions& options)
        : rechecker_(rechecker), contradicted_(contradicted), options_(options) {}

    // Those of one figure, weak ones left out.
    [[nodiscard]] std::vector<Candidate> of(NodeId figure);

private:
    struct Wanted {
        std::vector<Interval> ranges;    // by contradicted instance that the figure alone could clear
        bool bounded = true;             // all of them are, on both sides
        [[nodiscard]] bool met_by(const Interval& range) const;
    };
    [[nodiscard]] Wanted wanted(NodeId figure) const;
    // What the changes clear; empty where they break something, or no proof may be tried any more.
    [[nodiscard]] std::vector<InstanceId> proved(std::span<const Change> changes);
    void add(Cause cause, std::span<const Change> changes);

    void digits_and_signs(NodeId figure, const Wanted& wanted);
    void order_by_fit(std::size_t before, const Wanted& asked);
    void last_year(NodeId figure, const Wanted& wanted);
    void round_number(NodeId figure, const Wanted& wanted);
    void exchanged(NodeId figure);
    // Does a contradicted statement use it?
    [[nodiscard]] bool is_looked_at(NodeId figure) const;
    [[nodiscard]] bool all_equations(std::span<const InstanceId> instances) const;

    Rechecker& rechecker_;
    const std::map<InstanceId, Statement>& contradicted_;
    const CauseOptions& options_;
    std::size_t proofs_ = 0;
    std::vector<Candidate> out_;
};

}  // namespace crossfoot
