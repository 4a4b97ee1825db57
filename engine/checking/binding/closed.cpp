#include "engine/checking/binding/closed.hpp"

#include <algorithm>

namespace crossfoot {
namespace {

using Slots = std::vector<Slot>;   // ascending, each once

void insert(Slots& into, Slot slot) {
    const auto place = std::lower_bound(into.begin(), into.end(), slot);
    if (place == into.end() || *place != slot) into.insert(place, slot);
}

void take_away(Slots& from, Slot slot) {
    const auto place = std::lower_bound(from.begin(), from.end(), slot);
    if (place != from.end() && *place == slot) from.erase(place);
}

// Does an operator bind its slot in that argument?
bool binds(const Core& core, std::size_t argument) {
    const bool last = argument + 1 == core.args.size();
    if (core.op == Op::filter || core.op == Op::some || core.op == Op::let) return last;
    if (core.op != Op::call) return false;
    return core.function == Function::prior ? argument > 0 : last && (core.flag || core.function == Function::groups);
}

class Marker {
public:
    // The locals from outside that an expression depends on.
    Slots mark(Core& core) {
        Slots out;
        if (core.op == Op::local && !std::binary_search(settled_.begin(), settled_.end(), core.slot)) out.push_back(core.slot);
        for (std::size_t i = 0; i < core.args.size(); ++i) {
            if (!core.args[i]) continue;
            Slots part = mark(*core.args[i]);
            if (binds(core, i)) take_away(part, core.slot);
            for (const Slot each : part) insert(out, each);
            if (core.op == Op::let && i == 0 && part.empty()) insert(settled_, core.slot);
        }
        core.closed = out.empty();
        return out;
    }

private:
    Slots settled_;   // given by a `let` to a closed expression
};

}  // namespace

void mark_closed(BoundRule& rule) {
    Marker marker;
    for (CoreFor& each : rule.fors)
        for (Core* part : {each.domain.get(), each.high.get(), each.where.get()})
            if (part != nullptr) (void)marker.mark(*part);
    for (CoreTitlePiece& each : rule.title)
        if (each.path) (void)marker.mark(*each.path);
    (void)marker.mark(*rule.body);
}

}  // namespace crossfoot
