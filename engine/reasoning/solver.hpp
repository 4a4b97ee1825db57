// Questions for the solver (Z3): can these facts hold together with the unknowns in these ranges, and where may one
// unknown lie? Linear facts are decided exactly (rational simplex); others by cylindrical decomposition within the
// effort allowed, else undecided. Effort is the solver's own count of steps, not time, so that answers are the same
// everywhere. One implementation is without solver and answers nothing; see CMakeLists.txt of this room.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "engine/reasoning/system.hpp"

namespace crossfoot::reasoning {

enum class Answer : std::uint8_t { possible, impossible, undecided };

// Steps are the solver's own count.
struct SolverBounds {
    std::uint64_t steps = 1'000'000;          // of one question
    std::uint64_t steps_in_all = 2'000'000;
    std::size_t questions = 4'000;            // in all
};

class Solver {
public:
    // Beyond the bounds every answer is undecided.
    explicit Solver(const SolverBounds& bounds);
    ~Solver();
    Solver(Solver&&) noexcept;

    [[nodiscard]] static bool built_in();

    // `core`, where given and the facts are linear and impossible, gains facts that are so already, not always the
    // fewest.
    [[nodiscard]] Answer decide(const System& system, std::span<const FactId> facts, std::span<const Interval> box,
                                std::vector<FactId>* core = nullptr);
    // Where `unknown` may lie, exactly, open and closed ends told apart. Nothing where the facts are not linear,
    // impossible or the effort is spent. The range is the least interval that holds all its values.
    [[nodiscard]] std::optional<Interval> range(const System& system, std::span<const FactId> facts,
                                                std::span<const Interval> box, UnknownId unknown);
    // Was some question not decided for want of effort?
    [[nodiscard]] bool spent() const;

private:
    class Self;
    std::unique_ptr<Self> self_;
};

}  // namespace crossfoot::reasoning
