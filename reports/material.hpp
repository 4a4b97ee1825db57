// What a report is made of: the findings of one run, the dataset they speak of and, where it was asked for, what
// reasoning over several rules found and how well the rules guard the figures. Every renderer takes this and a Page, and
// gives the whole document; none asks the environment or the clock.
#pragma once

#include "engine/checking/findings.hpp"
#include "engine/dataset/dataset.hpp"
#include "engine/reasoning/reasoning.hpp"
#include "engine/reasoning/strength.hpp"

namespace crossfoot::reports {

struct Material {
    const Findings& findings;
    const Dataset& dataset;
    const Reasoning* reasoning = nullptr;   // null: not asked for
    const Strength* strength = nullptr;     // null: not asked for
};

}  // namespace crossfoot::reports
