// Which figures stand in a relation that only adds: a quick look that spares most rules the writing of their whole form.
#pragma once

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <string>

#include "engine/checking/binding/core.hpp"

namespace crossfoot {

// The figures of expressions that only add, each as a number of its own; two may have the same number.
struct Leaves {
    static constexpr std::size_t kMost = 24;
    std::array<std::size_t, kMost> all{};
    std::size_t count = 0;

    // False where the expression does more than add, has a 0, or has too many figures.
    bool take(const Core& core) {
        switch (core.op) {
            case Op::number: return !core.number.is_zero();
            case Op::node: case Op::child: {
                const auto leaf = leaf_of(core);
                return leaf && add(*leaf);
            }
            case Op::members: {
                const auto of = leaf_of(*core.args[0]);
                return of && std::all_of(core.keys.begin(), core.keys.end(), [&](const std::string& key) { return add(below(*of, key)); });
            }
            case Op::list: case Op::add: case Op::subtract: case Op::negate: break;
            case Op::call:
                if (core.function == Function::sum && !core.flag && core.args.size() == 1) break;
                return false;
            default: return false;
        }
        return std::all_of(core.args.begin(), core.args.end(), [this](const CorePtr& each) { return each && take(*each); });
    }
    // Does some figure stand here once? Then nothing takes it away.
    [[nodiscard]] bool some_once() const {
        const auto end = all.begin() + static_cast<std::ptrdiff_t>(count);
        return std::any_of(all.begin(), end, [&](std::size_t each) { return std::count(all.begin(), end, each) == 1; });
    }

private:
    static std::size_t below(std::size_t leaf, const std::string& key) { return leaf * 31 + std::hash<std::string>{}(key); }
    static std::optional<std::size_t> leaf_of(const Core& core) {
        if (core.op == Op::node) return std::size_t{core.node} + 1;
        if (core.op != Op::child) return std::nullopt;
        const auto of = leaf_of(*core.args[0]);
        return of ? std::optional(below(*of, core.text)) : std::nullopt;
    }
    bool add(std::size_t leaf) {
        if (count == kMost) return false;
        all[count++] = leaf;
        return true;
    }
};

}  // namespace crossfoot
