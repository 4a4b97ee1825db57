// What a report is made of: the findings of one run and the dataset they speak of. Every renderer takes this and a
// Page, and gives the whole document; none asks the environment or the clock.
#pragma once

#include "engine/checking/findings.hpp"
#include "engine/dataset/dataset.hpp"

namespace crossfoot::reports {

struct Material {
    const Findings& findings;
    const Dataset& dataset;
};

}  // namespace crossfoot::reports
