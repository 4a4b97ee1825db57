// What a row is asked by a step: which of its columns, and whether all of them.
#include <algorithm>

#include "engine/checking/columns/program.hpp"

namespace crossfoot::columns {
namespace {

bool divides(const Step& step) {
    return step.kind == Step::Kind::quotient || std::any_of(step.parts.begin(), step.parts.end(), [](const StepPtr& each) { return divides(*each); });
}

}  // namespace

bool all_asked(const Step& step, bool failing, bool printed) {
    if (step.kind == Step::Kind::undecided || (!printed && (step.loose || !step.at_print.empty()))) return false;
    if (printed && step.kind != Step::Kind::conjunction && !step.parts.empty() && divides(step)) return false;
    if (step.implication) return failing && all_asked(*step.parts[0], false, printed) && all_asked(*step.parts[1], true, printed);
    return std::all_of(step.parts.begin(), step.parts.end(), [&](const StepPtr& each) { return all_asked(*each, false, printed); });
}

void compared_columns(const Step& step, std::vector<std::size_t>& out) {
    for (const StepPtr& each : step.parts) compared_columns(*each, out);
    if (!step.parts.empty() || step.kind == Step::Kind::known || step.kind == Step::Kind::undecided) return;
    if (step.kind != Step::Kind::linear && step.kind != Step::Kind::quotient) out.push_back(step.column);
    for (const Linear* each : {&step.left, &step.under, &step.right})
        for (const auto& [column, weight] : each->terms) out.push_back(column);
}

}  // namespace crossfoot::columns
