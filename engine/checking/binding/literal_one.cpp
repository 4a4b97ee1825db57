#include "engine/checking/binding/literal_one.hpp"

#include <map>

namespace crossfoot {
namespace {

class Marker {
public:
    void mark(Core& core) {
        // a `let` is met before the locals that it gives
        if (core.op == Op::let) given_[core.slot] = core.args[0].get();
        for (const CorePtr& each : core.args)
            if (each) mark(*each);
        if (core.op == Op::divide) core.flag = is_one(*core.args[1]);
    }

private:
    bool is_one(const Core& core) const {
        const Core* at = &core;
        while (at->op == Op::local || at->op == Op::let) {
            if (at->op == Op::let) {
                at = at->args[1].get();
                continue;
            }
            const auto found = given_.find(at->slot);
            if (found == given_.end()) return false;
            at = found->second;
        }
        return at->op == Op::number && !at->range && at->number == Rational(1);
    }

    std::map<Slot, const Core*> given_;
};

}  // namespace

void mark_literal_ones(BoundRule& rule) {
    Marker marker;
    for (CoreFor& each : rule.fors)
        for (Core* part : {each.domain.get(), each.high.get(), each.where.get()})
            if (part != nullptr) marker.mark(*part);
    for (CoreTitlePiece& each : rule.title)
        if (each.path) marker.mark(*each.path);
    marker.mark(*rule.body);
}

}  // namespace crossfoot
