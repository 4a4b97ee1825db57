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
    contradiction,       // two relations over the same figures that are never both true
    never_holds,         // a relation that no figures make true
    never_fails,         // no typical slip in any figure of a rule is noticed by it
    same_statement,      // two rules that assert the same
    follows,             // all that a rule asserts follows from another one
    mixed_bases,         // shares or changes are added that are parts of different wholes
    binds_nothing,       // a rule without any instance
    unused_definition,   // a definition that no rule uses
};
[[nodiscard]] std::string_view to_string(LintKind kind);   // "contradiction", "never-fails" …
[[nodiscard]] Severity severity_of(LintKind kind);         // an error: contradiction, never_holds; a warning: the others

inline constexpr std::uint32_t kNoRule = 0xFFFFFFFFU;

struct LintFinding {
    LintKind kind{};
    std::uint32_t rule = kNoRule;         // into Rechecker::rules(); none for a definition
    std::uint32_t other = kNoRule;        // of two; the same rule where it contradicts itself
    InstanceId instance = kNoInstance;    // the first one concerned, where it is seen in an instance
    InstanceId other_instance = kNoInstance;
    Span span;                            // the relation, the rule or the name of the definition
    Span other_span;
    std::string name;                     // of the definition
    std::vector<NodeId> figures;          // of never_fails: those whose slips were tried; of mixed_bases: the two wholes
};

struct Lint {
    std::vector<LintFinding> findings;    // by kind, then by place
    std::size_t rules = 0;                // how many were looked at
};

// `rules` is ready and of `set`.
[[nodiscard]] Lint lint(Rechecker& rules, const RuleSet& set);

}  // namespace crossfoot
