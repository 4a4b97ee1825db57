// The keys of `[tables.NAME]` that say how its files are laid out.
#pragma once

#include "engine/dataset/loading.hpp"
#include "engine/dataset/table/layout.hpp"

namespace crossfoot::loading {

// `encoding`, `skip`, `header`, `footer` or `blank`; false for another key. Problems are XF119.
bool read_layout(const Member& member, table::Layout& layout, Loading& loading);

}  // namespace crossfoot::loading
