// A build without the solver.
#include "engine/reasoning/rows.hpp"
#include "engine/reasoning/solver.hpp"

namespace crossfoot::reasoning {

class Solver::Self {};

Solver::Solver(const SolverBounds&) {}
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

class Rows::Self {};

Rows::Rows(std::uint64_t) {}
Rows::~Rows() = default;
Rows::Rows(Rows&&) noexcept = default;
void Rows::add(GroupId, const Row&) {}
Answer Rows::together(std::span<const GroupId>, std::vector<GroupId>*) { return Answer::undecided; }
Answer Rows::without(const Row&, std::span<const GroupId>, std::vector<GroupId>*) { return Answer::undecided; }
bool Rows::spent() const { return false; }

}  // namespace crossfoot::reasoning
