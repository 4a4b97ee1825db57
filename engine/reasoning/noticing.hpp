// Is a change of one figure noticed? Asked thousands of times for each report, so what noticed last is asked first.
#pragma once

#include <vector>

#include "engine/checking/recheck.hpp"

namespace crossfoot {

class Noticing {
public:
    // `rules` must outlive it.
    Noticing(Rechecker& rules, NodeId figure);

    // Is some instance contradicted that was not, with `changed` in the place of the figure?
    [[nodiscard]] bool notices(const Figure& changed);
    // The instances that use the figure and are not contradicted, ascending.
    [[nodiscard]] const std::vector<InstanceId>& guards() const { return guards_; }

private:
    Rechecker& rules_;
    NodeId figure_;
    std::vector<InstanceId> guards_;
    InstanceId last_ = kNoInstance;
};

}  // namespace crossfoot
