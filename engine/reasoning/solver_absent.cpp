// A build without the solver.
#include "engine/reasoning/solver.hpp"

namespace crossfoot::reasoning {

class Solver::Self {};

Solver::Solver(std::uint64_t, std::size_t) {}
Solver::~Solver() = default;
Solver::Solver(Solver&&) noexcept = default;

bool Solver::built_in() { return false; }

Answer Solver::decide(const System&, std::span<const FactId>, std::span<const Interval>, std::vector<FactId>*) {
    return Answer::undecided;
}

std::optional<Interval> Solver::range(const System&, std::span<const FactId>, std::span<const Interval>, UnknownId) {
    return std::nullopt;
}

bool Solver::spent() const { return false; }

}  // namespace crossfoot::reasoning
