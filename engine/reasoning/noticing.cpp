#include "engine/reasoning/noticing.hpp"

#include <span>

namespace crossfoot {

Noticing::Noticing(Rechecker& rules, NodeId figure) : rules_(rules), figure_(figure) {
    for (const InstanceId id : rules.using_figure(figure))
        if (rules.instances()[id].verdict != Verdict::contradicted) guards_.push_back(id);
}

bool Noticing::notices(const Figure& changed) {
    const Change change{figure_, changed};
    const std::span<const Change> changes(&change, 1);
    if (last_ != kNoInstance && rules_.with(changes, std::span(&last_, 1)).front().verdict == Verdict::contradicted) return true;
    // also where it guards nothing now: a `where` that it decides may let something through
    const Consequences done = rules_.consequences(changes);
    if (!done.broken.empty()) last_ = done.broken.front();
    return !done.broken.empty() || done.appeared > 0;
}

}  // namespace crossfoot
