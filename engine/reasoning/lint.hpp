// What is wrong with rules as rules, whatever the figures turn out to be: that they cannot fail, say the same twice,
// contradict each other, look at nothing. Takes rules that are ready to be checked again, with their trees; gives plain
// values that renderers read. Only what is proved for this dataset is named; what is not found may still be so.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/checking/recheck.hpp"

namespace crossfoot {

// In the order in which they are listed.
enum class LintKind : std::uint8_t {
    contradiction,       // relations, of one rule or of several, that are never all true
    never_holds,         // a relation that no figures make true
    never_fails,         // no typical slip in any figure of a rule is noticed by it
    same_statement,      // two rules that assert the same
    follows,             // all that a rule asserts follows from one other rule, or from several together
    mixed_bases,         // shares or changes are added that are parts of different wholes
    binds_nothing,       // a rule without any instance
    unused_definition,   // a definition that no rule uses
    hidden_function,     // a definition that hides a built-in function of its name
};
[[nodiscard]] std::string_view to_string(LintKind kind);   // "contradiction", "never-fails" …
[[nodiscard]] Severity severity_of(LintKind kind);         // an error: contradiction, never_holds; a warning: the others

inline constexpr std::uint32_t kNoRule = 0xFFFFFFFFU;

struct LintPlace {
    std::uint32_t rule = kNoRule;         // into Rechecker::rules(); none for a definition
    InstanceId instance = kNoInstance;    // the first one concerned, where it is seen in an instance
    Span span;                            // the relation, the rule or the name of the definition
};

struct LintFinding {
    LintKind kind{};
    LintPlace at;
    // contradiction, same_statement, follows: what it does so with. No rule of it can be left out. A rule that contradicts
    // itself stands here as well; one of which several instances are concerned stands here several times.
    std::vector<LintPlace> others;
    std::string name;                     // of the definition
    std::vector<NodeId> figures;          // of never_fails: those whose slips were tried; of mixed_bases: the two wholes
    bool whatever = false;                // never_fails: it holds of any figures, as a matter of arithmetic
};

struct LintOptions {
    // Of all questions about several rules, in the solver's own count of steps: about two seconds.
    std::uint64_t solver_effort = 20'000'000;
};

struct Lint {
    std::vector<LintFinding> findings;    // by kind, then by place
    std::size_t rules = 0;                // how many were looked at
    // Rules of which it was not decided what they say together: the effort was spent, or there is no solver.
    std::vector<std::uint32_t> undecided;
};

// `rules` is ready and of `set`.
[[nodiscard]] Lint lint(Rechecker& rules, const RuleSet& set, const LintOptions& options = {});

}  // namespace crossfoot
