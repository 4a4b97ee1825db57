// What an expression is worth while an instance of a rule is evaluated.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "engine/checking/evaluation/judgement.hpp"
#include "engine/checking/ranges/term.hpp"
#include "engine/quantity/date.hpp"

namespace crossfoot {

struct Value;

// A node of the dataset, not yet read; `star` is the key of the last `.*` on its way, as node of that key's child.
struct NodeValue {
    NodeId node = kNoNode;
    NodeId star = kNoNode;
};
// A key that this member lacks: missing. `where` says which.
struct Absent {
    std::string where;
    NodeId star = kNoNode;
};
// A computed number; a constant of the rule is a Rational.
struct Number {
    TermId term = kNoTerm;
};
struct Collection {
    std::vector<Value> members;
};
// a..b as an argument of `given`.
struct Bounds {
    TermId low = kNoTerm;
    TermId high = kNoTerm;   // kNoTerm: unbounded
};
// One group of groups(…).
struct GroupValue {
    std::vector<Value> key_and_rows;   // two members: the key, a Collection
};

struct Value {
    std::variant<Failure, Absent, NodeValue, Rational, Number, std::string, DayRange, Judgement, Collection, Bounds, GroupValue> held;
    bool fractional = false;   // of a constant: it comes from a division
};

}  // namespace crossfoot
