// The parts of lint.cpp, each in a file of its own.
#pragma once

#include <vector>

#include "engine/reasoning/linear_form.hpp"
#include "engine/reasoning/lint.hpp"

namespace crossfoot::linting {

// An instance with what it asserts.
struct Stated {
    InstanceId instance = kNoInstance;
    std::uint32_t rule = 0;
    Statement statement;
};

// The relation where it stands in the rule itself; the rule's body where it stands in a definition, which others may use.
[[nodiscard]] Span place_in_rule(Span relation, const RuleInfo& rule);
// lint_asking.cpp. By rule: does it ask for more than what its figures are worth, that something is there, how many there
// are, that a text reads so? Such a rule fails otherwise than by a slip, and says more than its relations.
[[nodiscard]] std::vector<std::uint8_t> asking_more(const std::vector<RuleInfo>& rules, const RuleSet& set);
// A relation as it bounds a sum of figures (linear_form.hpp); those that no figures make true are left out.
struct Bound {
    std::uint32_t rule = 0;
    InstanceId instance = kNoInstance;
    Span span;
    LinearForm form;
    Interval range = Interval::everything();
    bool exactly = false;
    bool same_print = false;   // stricter than its range
    [[nodiscard]] bool true_of_all() const { return form.is_constant(); }
};
// What the rules say of sums, whatever the figures turn out to be.
struct Bounds {
    std::vector<Bound> all;                    // by instance
    std::vector<std::uint8_t> partial;         // by rule: it asserts more than stands here
    std::vector<LintFinding> never_holds;
};
// lint_relations.cpp.
[[nodiscard]] Bounds bounds_of(const Rechecker& rules, const std::vector<Stated>& stated, const std::vector<std::uint8_t>& asking);
// Two relations that bound the same sum: contradiction, same_statement, follows.
void compare_relations(const Rechecker& rules, const Bounds& bounds, std::vector<LintFinding>& out);
// lint_several.cpp: contradiction and follows where it takes several sums to see it. `out` holds what is found already.
void look_at_several(const Rechecker& rules, const Bounds& bounds, const LintOptions& options, Lint& out);
// lint_bases.cpp: mixed_bases.
void look_at_bases(const Rechecker& rules, const std::vector<Stated>& stated, std::vector<LintFinding>& out);
// lint_failing.cpp: never_fails.
void look_for_failing(Rechecker& rules, const std::vector<Stated>& stated, const Bounds& bounds,
                      const std::vector<std::uint8_t>& asking, std::vector<LintFinding>& out);
// lint_definitions.cpp: unused_definition. Those of files that were not asked for are of use to others.
void look_for_unused(const RuleSet& set, std::vector<LintFinding>& out);
// hidden_function, of the same files: what a rule calls by that name is not what the documentation says.
void look_for_hidden(const RuleSet& set, std::vector<LintFinding>& out);

}  // namespace crossfoot::linting
