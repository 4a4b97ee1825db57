#include <algorithm>
#include <map>
#include <string>

#include "engine/reasoning/rows.hpp"
#include "engine/reasoning/z3_terms.hpp"

namespace crossfoot::reasoning {

class Rows::Self {
public:
    explicit Self(std::uint64_t effort) : left_(effort) {}

    void add(GroupId group, const Row& row) {
        z3::expr_vector& rows = groups_.try_emplace(group, z3_).first->second;
        const z3::expr sum = this->sum(row);
        if (!row.range.low.unbounded) rows.push_back(not_below(sum, row.range.low));
        if (!row.range.high.unbounded) rows.push_back(not_above(sum, row.range.high));
    }

    // A solver of its own for each question: one that is kept carries all rows with it, and is many times slower.
    Answer ask(std::span<const GroupId> groups, const Row* outside, std::vector<GroupId>* core) {
        if (left_ == 0) return Answer::undecided;
        try {
            z3::solver solver(z3_, "QF_LRA");
            limit_steps(z3_, solver, left_);
            if (outside != nullptr) {
                const z3::expr sum = this->sum(*outside);
                z3::expr out = z3_.bool_val(false);
                if (!outside->range.low.unbounded) out = out || !not_below(sum, outside->range.low);
                if (!outside->range.high.unbounded) out = out || !not_above(sum, outside->range.high);
                solver.add(out);
            }
            z3::expr_vector assumed(z3_);
            for (const GroupId each : groups) {
                const auto rows = groups_.find(each);
                if (rows == groups_.end()) continue;
                if (core != nullptr) assumed.push_back(z3_.bool_const(("g" + std::to_string(each)).c_str()));
                for (const z3::expr& row : rows->second) solver.add(core != nullptr ? z3::implies(assumed.back(), row) : row);
            }
            const std::uint64_t before = steps_counted(solver.statistics());
            const z3::check_result answer = solver.check(assumed);
            left_ -= std::min(left_, std::max<std::uint64_t>(1, steps_counted(solver.statistics()) - before));
            if (answer == z3::unknown) left_ = 0;
            if (answer == z3::unsat && core != nullptr) {
                for (const z3::expr& each : solver.unsat_core())
                    core->push_back(static_cast<GroupId>(std::stoul(each.decl().name().str().substr(1))));
                std::sort(core->begin(), core->end());
            }
            if (answer == z3::unknown) return Answer::undecided;
            return answer == z3::sat ? Answer::possible : Answer::impossible;
        } catch (const z3::exception&) {
            left_ = 0;   // a limit of the solver's own
            return Answer::undecided;
        }
    }

    [[nodiscard]] bool spent() const { return left_ == 0; }

private:
    z3::expr sum(const Row& row) {
        z3::expr_vector terms(z3_);
        for (const auto& [unknown, factor] : row.factors)
            terms.push_back(number(z3_, factor) * z3_.real_const(("x" + std::to_string(unknown)).c_str()));
        return z3::sum(terms);
    }

    Counting counting_;   // before the context
    z3::context z3_;
    std::map<GroupId, z3::expr_vector> groups_;
    std::uint64_t left_;
};

Rows::Rows(std::uint64_t effort) : self_(std::make_unique<Self>(effort)) {}
Rows::~Rows() = default;
Rows::Rows(Rows&&) noexcept = default;
void Rows::add(GroupId group, const Row& row) { self_->add(group, row); }
Answer Rows::together(std::span<const GroupId> groups, std::vector<GroupId>* core) { return self_->ask(groups, nullptr, core); }
Answer Rows::without(const Row& row, std::span<const GroupId> groups, std::vector<GroupId>* core) {
    return self_->ask(groups, &row, core);
}
bool Rows::spent() const { return self_->spent(); }

}  // namespace crossfoot::reasoning
