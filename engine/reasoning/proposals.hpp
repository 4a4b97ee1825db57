// Other prints for one figure that meet a range, the likeliest first: what a known slip would have turned into the print
// that stands there, then prints that no slip explains. Nothing is proved here: who asks checks the rules again.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <vector>

#include "engine/checking/recheck.hpp"
#include "engine/reasoning/cause_weights.hpp"
#include "engine/reasoning/slips.hpp"

namespace crossfoot {

struct Proposal {
    Change change;
    std::optional<CauseKind> kind = std::nullopt;   // none: no slip that is known makes the one print of the other
    NodeId other = kNoNode;          // the figure that its print stands at, too: exchanged with it, or last year's
    std::uint32_t cost = kUnexplained;           // less is likelier (cause_weights.hpp)
    bool signs = false;   // puts a sign where none is shown: a bound alone does not ask for it
    std::optional<CauseKind> digit = std::nullopt;   // of a factor of ten: what the last digit lost or put there would be called
};

class Proposals {
public:
    // `rechecker` must outlive this.
    explicit Proposals(Rechecker& rechecker) : rechecker_(rechecker) {}

    // Figures that were worked out in another way than the rules say, from now on, and in which: their right print is
    // not to be guessed from the one that stands there.
    void worked_out_otherwise(std::map<NodeId, CauseKind> readings) { readings_ = std::move(readings); }

    // Prints for `figure`, another value each, whose true values meet `range`. At most `most` slips are among them. Where
    // the range is everything, prints that no slip explains are the nearest ones by their last digit. Of equally dear ones those
    // come first that are most often one of `exact` (the values with which the prints themselves agree, one of each rule; asked for
    // only where there are several), then the nearest to the middle of the range.
    using Exact = std::function<std::vector<Rational>()>;
    [[nodiscard]] std::vector<Proposal> within(NodeId figure, const Interval& range, std::size_t most, const Exact& exact = {});

private:
    const std::vector<Proposal>& slips(NodeId figure);
    // Where it is another value than all that are there, or likelier, and meets the range.
    void add(std::vector<Proposal>& out, const Interval& range, Proposal proposal) const;
    void add_unexplained(std::vector<Proposal>& out, NodeId figure, const Interval& range);

    // What is said of a print that no slip explains: worked out otherwise, or last year's.
    [[nodiscard]] Proposal unexplained(NodeId figure, Figure print) const;

    Rechecker& rechecker_;
    std::map<NodeId, CauseKind> readings_;
    std::map<NodeId, std::vector<Proposal>> slips_;   // of the figures asked for so far, likeliest first
};

}  // namespace crossfoot
