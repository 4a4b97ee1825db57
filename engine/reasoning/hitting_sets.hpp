// Sets of figures that must change, complete: what cannot hold together needs one of its figures changed; with that one open,
// what cannot hold then needs another, and so on (hitting sets by conflicts, Reiter 1987). The solver gives the conflicts, says
// which sets suffice and where their figures lie; each set is proved by checking all rules again.
#pragma once

#include <functional>
#include <set>
#include <span>
#include <vector>

#include "engine/checking/recheck.hpp"
#include "engine/reasoning/print_search.hpp"
#include "engine/reasoning/proposals.hpp"
#include "engine/reasoning/solver.hpp"
#include "engine/reasoning/system.hpp"

namespace crossfoot::reasoning {

struct SolvedSets {
    std::vector<std::vector<Proposal>> sets;   // each by NodeId
    // Proved: there is no other set of that size with which all that it touches can hold together.
    bool complete = true;
};

// Do the changes repair what is to be repaired, and break nothing?
using Proved = std::function<bool(std::span<const Change> changes)>;

// What must hold together, whatever changes; `contradicted`: each of the instances is contradicted by itself, ascending.
struct ToRepair {
    std::span<const InstanceId> instances;
    bool contradicted = false;
};

class HittingSets {
public:
    // All references must outlive this.
    HittingSets(Rechecker& rechecker, Proposals& proposals, Solver& solver, ToRepair to_repair, MayChange may_change, Proved proved)
        : rechecker_(rechecker), proposals_(proposals), solver_(solver), to_repair_(to_repair), may_change_(std::move(may_change)),
          is_proved_(std::move(proved)) {}

    // Sets of exactly `size` figures that hold none of `known` as a part.
    [[nodiscard]] SolvedSets of_size(std::size_t size, const std::vector<std::vector<NodeId>>& known);

private:
    void extend(std::vector<NodeId> figures);
    // One of these must change as well.
    void branch(const std::vector<NodeId>& figures, std::vector<NodeId> conflict);
    // What is asserted of the figures, and what is contradicted; nothing where that is too much to look at.
    [[nodiscard]] std::optional<System> system_with(std::span<const NodeId> figures);
    void find_prints(const System& system, const std::vector<NodeId>& figures, std::vector<Interval>& box);

    Rechecker& rechecker_;
    Proposals& proposals_;
    Solver& solver_;
    ToRepair to_repair_;
    MayChange may_change_;
    Proved is_proved_;
    std::size_t size_ = 0, looked_at_ = 0, tried_ = 0;
    const std::vector<std::vector<NodeId>>* known_ = nullptr;
    std::set<std::vector<NodeId>> seen_;
    std::vector<Proposal> made_;
    bool proved_ = false;
    SolvedSets out_;
};

}  // namespace crossfoot::reasoning
