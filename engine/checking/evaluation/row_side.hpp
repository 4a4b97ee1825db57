// Conditions on one row, or one member, by comparison with something that does not depend on it.
#pragma once

#include <algorithm>
#include <optional>

#include "engine/checking/binding/core.hpp"

namespace crossfoot {

[[nodiscard]] inline bool is_local(const Core& core, Slot slot) { return core.op == Op::local && core.slot == slot; }

[[nodiscard]] inline bool mentions(const Core& core, Slot slot) {
    return is_local(core, slot) ||
           std::any_of(core.args.begin(), core.args.end(), [&](const CorePtr& each) { return each && mentions(*each, slot); });
}

[[nodiscard]] inline bool plain_relation(const Core& core) {
    return core.op == Op::relation && core.args.size() == 2 && !core.has_within && !core.flag && !core.varies;
}

// Where a relation compares a field of the row, or the row's value itself, with something else: which side is the row's.
[[nodiscard]] inline std::optional<std::size_t> row_side(const Core& core, Slot row, bool field) {
    if (!plain_relation(core)) return std::nullopt;
    for (const std::size_t side : {std::size_t{0}, std::size_t{1}}) {
        const Core& own = *core.args[side];
        const bool fits = field ? own.op == Op::child && is_local(*own.args[0], row) : is_local(own, row);
        if (fits && !mentions(*core.args[1 - side], row)) return side;
    }
    return std::nullopt;
}

}  // namespace crossfoot
