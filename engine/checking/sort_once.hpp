// A list as a set: in order, each value once.
#pragma once

#include <algorithm>
#include <vector>

namespace crossfoot {

template <class Value>
void sort_once(std::vector<Value>& values) {
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

}  // namespace crossfoot
