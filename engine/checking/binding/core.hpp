// The tree that is evaluated: a rule after binding. Names are resolved, definitions are put in their place,
// paths that lead to one node are that node, units are settled. Every node keeps the span it was written at.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/checking/binding/functions.hpp"
#include "engine/checking/findings.hpp"
#include "engine/dataset/dataset.hpp"
#include "engine/language/ast.hpp"

namespace re2 {
class RE2;
}

namespace crossfoot {

struct Core;
using CorePtr = std::unique_ptr<Core>;
using Slot = std::uint32_t;   // a local of a rule

enum class Op : std::uint8_t {
    number,        // number (and range where qualified)
    text, date, truth,
    node,          // node
    local,         // slot
    child,         // args[0] . text
    index,         // args[0] [ args[1] ]: child or element by a computed key
    filter,        // args[0] [ args[1] ], the row in slot
    star,          // all children
    members,       // args[0] . keys
    rows,          // all elements
    except,        // args[0] except keys
    list,          // args
    negate, add, subtract, multiply, divide,
    relation,      // args are the sides; comparisons; within last where has_within
    membership,    // args[0] in args[1] (collection), or in args[1] .. args[2] / args[1] ..
    matches,       // args[0] matches regex
    conjunction, disjunction, negation, implication,
    some,          // slot in args[0] (.. args[1]) : args.back()
    call,          // function(args); a bound name in slot, its body last
    let,           // slot = args[0]; args[1]
    range,         // args[0] .. args[1], or args[0] .. : an argument of given
};

struct Core {
    Op op;
    Span span;
    std::vector<CorePtr> args;
    std::string text;                       // text, child
    std::vector<std::string> keys;          // members, except
    Rational number;
    std::unique_ptr<Interval> range;        // of a qualified literal
    Dimension dimension;                    // of the sides of a relation, for showing
    std::unique_ptr<Unit> literal;          // of a number: its unit; of a relation: that of a number on one of its sides
    NodeId node = kNoNode;                  // node; prior: the rows, where they surely are those
    Slot slot = 0;
    DayRange day;
    // truth; relation: exactly; membership, some: a range; call: bound name; divide: by a literal 1; add, subtract: of dates
    bool flag = false;
    bool varies = false;                    // relation: over members of several units, dimension says nothing
    bool has_within = false;
    bool relative = false;                  // within is in %; add, subtract of dates: by months; same: each argument is one value
    bool closed = false;                    // depends on no local from outside: the same for every instance (closed.hpp)
    std::vector<ast::Comparison> comparisons;
    Function function{};
    const re2::RE2* regex = nullptr;
};

struct CoreFor {
    std::string name;
    Slot slot;
    CorePtr domain, high;                   // a range where `range`
    bool range = false;
    CorePtr where;                          // may be null
    Span span;
};

struct CoreTitlePiece {
    std::string text;
    CorePtr path;                           // null: plain text
};

struct BoundRule {
    RuleInfo info;
    const ast::Rule* source = nullptr;
    std::vector<CoreTitlePiece> title;
    std::vector<CoreFor> fors;
    CorePtr body;                           // lets wrapped around it
    Slot slots = 0;
    std::size_t file = 0;                   // index into the rule set
    bool by_form = false;                   // true whatever the figures are (by_form.hpp)
};

[[nodiscard]] CorePtr make_core(Op op, Span span);

}  // namespace crossfoot
