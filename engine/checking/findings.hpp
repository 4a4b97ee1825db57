// What a run found: one Finding per rule instance that is kept, with its proof. The meaning of every field is
// page 4.1 of the specification; renderers read this and nothing else of the engine.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engine/dataset/dataset.hpp"
#include "engine/language/ast.hpp"
#include "engine/text/codes.hpp"
#include "engine/text/message.hpp"

namespace crossfoot {

class Identities;   // engine/checking/known/identity.hpp

enum class Verdict : std::uint8_t { holds, contradicted, unverifiable, waived, vacuous };
// Of a relation that holds: exact, rounded, within. Of a contradicted one: truncated, none.
enum class Agreement : std::uint8_t { exact, rounded, within, truncated, none };
enum class Truth : std::uint8_t { no, unknown, yes };
using ast::Severity;

[[nodiscard]] std::string_view to_string(Verdict verdict);
[[nodiscard]] std::string_view to_string(Agreement agreement);
[[nodiscard]] std::string_view to_string(Severity severity);
[[nodiscard]] std::string_view to_string(ast::Comparison comparison);   // "=", "!=", "<" …

// One side of a relation.
struct Side {
    std::string text;                    // the expression as the rule writes it, or a generated one ("anru[2013]")
    Interval range = Interval::point(0); // in base units
    std::optional<Rational> printed;     // computed from the printed values; none where something withheld is in it
    std::string unit;                    // "EUR", "1"
    UnitId shown = 0;                    // the unit to show it in, where figures suggest it
    std::optional<Unit> literal;         // else the one that a literal of the relation has
    std::vector<NodeId> figures;         // the figures it was computed from, in order of first use
};

struct Witness {
    Rational least;
    std::optional<Rational> greatest;    // none: unbounded
    std::optional<Rational> count;
};

// Where a run is compared with an earlier one (engine/checking/known/baseline.hpp).
enum class Standing : std::uint8_t { known, worse, fresh };
[[nodiscard]] std::string_view to_string(Standing standing);            // "known", "worse", "new"

// The waiver that covers a finding, or one that was written for it and covers it no longer.
struct WaiverUse {
    std::string reason, by;              // as its author wrote them; `by` may be empty
    std::optional<std::int32_t> until;   // the last day on which it holds
    Span at;                             // its table
    Message lapsed;                      // why it does not cover the finding; empty where it does
};

struct Binding {
    std::string name;
    std::string value;                   // the path bound to, or the value as text
    std::optional<NodeId> node;
};

// The number of an instance in a run: over all its rules by id, then in binding order, from 0. What could not be
// bound because a domain or `where` could not be computed counts as one; a vacuous rule has none.
using InstanceId = std::uint32_t;
inline constexpr InstanceId kNoInstance = 0xFFFFFFFFU;

struct Finding {
    std::string rule;                    // full id
    std::uint32_t rule_index = 0;        // into Findings::rules
    InstanceId instance = kNoInstance;
    std::string title;                   // braces filled in; empty where there is none
    std::vector<Binding> bindings;
    Severity severity = Severity::error;
    Verdict verdict = Verdict::holds;
    std::optional<Agreement> agreement;
    Truth certain = Truth::unknown;
    std::optional<Code> code;            // why it could not be computed
    Message reason;                      // in words: why unverifiable or vacuous; empty otherwise
    Message note;                        // beside a relation that is shown: where a series goes back, which filter chose no row
    std::optional<ast::Comparison> relation;
    std::optional<Side> left, right;
    bool relation_possible = true;       // that relation by itself; a `not`, `or` or `if` may still decide otherwise
    std::optional<Rational> gap;
    std::optional<Rational> allowance;   // none: unbounded, or no relation
    std::string within;                  // the tolerance of that relation as the rule writes it; empty: none
    std::uint32_t left_out = 0, assumed = 0;
    bool bound_only = false;
    std::optional<Witness> witness;
    std::vector<NodeId> figures;         // every figure the instance used, in order of first use
    std::vector<NodeId> missing;         // those of them that are missing
    // Figures, texts, dates and truth values that the instance read, each once, in order of first use: of a filter those of the
    // rows that it chose.
    std::vector<NodeId> read;
    std::string computed;                // the numbers that its relations compared, a line each, and a digest of its rule's expression
    std::string waived_because;          // of a waived one: the reason of its waiver
    std::optional<WaiverUse> waiver;     // of a waived one, and of a contradiction whose waiver has lapsed
    std::optional<Standing> standing;    // of what does not hold, where there is a baseline
};

// The bytes that a finding takes while it is kept, about.
[[nodiscard]] std::size_t room_of(const Finding& finding);

// How many findings do not hold, by what decides a run.
struct Tally {
    std::array<std::uint64_t, 3> contradicted{};   // by severity
    std::uint64_t unverifiable = 0, waived = 0;

    // Counts a finding `times` times; one that holds or is vacuous is not counted.
    void add(Verdict verdict, Severity severity, std::uint64_t times = 1);
    void add(const Tally& other);
    // Takes out what `other` counts, as far as it is in.
    void remove(const Tally& other);
    [[nodiscard]] std::uint64_t contradictions() const { return contradicted[0] + contradicted[1] + contradicted[2]; }
    [[nodiscard]] std::uint64_t all() const { return contradictions() + unverifiable + waived; }
};

struct RuleInfo {
    std::string id, title, note;         // title as written
    Severity severity = Severity::error;
    std::vector<std::string> tags;
    Span span;                           // of the rule; `at` is its beginning
    Span body;
    std::string file;
    std::uint32_t instances = 0;
    bool by_form = false;                // true whatever the figures are: it has no instances
    std::uint64_t unlisted = 0;          // findings over a streamed table that are counted and not listed
    Tally left;                          // those of them that do not hold,
    Tally left_known;                    // … and of these what the baseline knew (Standing::known)
    std::uint64_t one_by_one = 0;        // rows of streamed tables that only the plain evaluator could decide
    std::uint64_t worked_out_once = 0;   // expressions that all instances have in common, and whose work they share
};

// A group of rules. Its id is the beginning of its rules' ids ("etat", "etat/agences").
struct GroupInfo {
    std::string id, title;               // title as written, of several the least; empty where it has none
};

struct Summary {
    std::uint64_t rules = 0, instances = 0, holds = 0, contradicted = 0, unverifiable = 0, waived = 0, vacuous = 0;
    std::uint64_t figures = 0, figures_checked = 0, unread = 0;
    // Adds what `other` counted of instances that were evaluated; nothing else of it.
    void add_instances(const Summary& other) {
        instances += other.instances, holds += other.holds, contradicted += other.contradicted, unverifiable += other.unverifiable;
    }
};

// What a baseline held and the run no longer finds.
struct FixedFinding {
    std::string rule;
    std::vector<std::pair<std::string, std::string>> bindings;   // names and values as the baseline has them
    std::string title;
};

// How the run compares with its baseline. `fresh`, `known` and `worse` count the findings that do not hold.
struct Compared {
    std::uint64_t fresh = 0, known = 0, worse = 0;
    std::uint64_t not_run = 0;           // findings of the baseline whose rule this run did not check
    std::vector<FixedFinding> fixed;     // in the order of the baseline
    std::uint64_t fixed_unlisted = 0;    // others, of which the baseline keeps no more than that they were there
};

// What a stored run keeps of a finding that it does not list (engine/checking/known/baseline.hpp).
struct KeptFinding {
    std::uint32_t rule_index = 0;        // into Findings::rules
    std::string identity, print;         // 16 hexadecimal digits each
    Verdict verdict = Verdict::contradicted;
    Severity severity = Severity::error;
    std::optional<Rational> beyond;      // the part of the gap beyond the allowance
};

// Looks at a finding that is not listed; the finding and its names live as long as the call. False: no more are wanted.
using SeeFinding = std::function<bool(Finding&, Identities&)>;
// Works out the findings of a rule (by its index) that do not hold and are not listed, one after the other.
using VisitUnlisted = std::function<void(std::uint32_t, const SeeFinding&)>;

struct Findings {
    Summary summary;
    std::vector<RuleInfo> rules;         // sorted by id
    std::vector<GroupInfo> groups;       // sorted by id; those of all rules, whichever were selected
    std::vector<Finding> findings;       // sorted by rule id, then in binding order; what holds only where asked for
    std::vector<std::uint8_t> figure_checked;   // by NodeId: did some instance use it
    std::optional<Compared> baseline;    // where the run was compared with one
    // Of rules that have some left. Every call reads their tables again; the dataset must be there still. A finding that it
    // does not come to counts as its rule's `left` says. Empty where all are listed.
    VisitUnlisted unlisted;
    std::vector<KeptFinding> kept;       // of the unlisted, for a run that is stored (keep_unlisted)
};

// The findings over streamed tables that are counted and not listed; `holding`: those that hold as well, where they were asked for.
[[nodiscard]] std::uint64_t unlisted_of(const Findings& findings, bool holding);

// The contradictions of one severity, listed or not.
[[nodiscard]] std::uint64_t contradictions_of(const Findings& findings, Severity severity);

// The name of a verdict's instance as a severity decides: contradictions that are only truncated count as
// warnings at most, unless the dataset declares its rounding (done by check; severity is already that).

}  // namespace crossfoot
