// `[tables.NAME]`: what each declares, and where its files are. A table of at most `LoadLimits::rows_in_tree` rows is
// read at once, its rows becoming nodes; a larger one is streamed.
#pragma once

#include <string>

#include "engine/dataset/loading.hpp"

namespace crossfoot::loading {

// Adds the node `tables` with an array for each table. Problems are XF119 to XF123, XF101 and XF114.
void read_tables(const Member& tables, const std::string& directory, const Context& context, Loading& loading);

}  // namespace crossfoot::loading
