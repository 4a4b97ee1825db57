// The manifest: `[report]` and what it declares about the dataset, and its node in the tree.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/dataset/loading.hpp"

namespace crossfoot::loading {

// What the manifest's defaults come from.
struct ManifestDefaults {
    std::string id;          // the directory's or file's name
    std::string directory;   // the dataset directory as the user gave it; "" where there is none
};

// Reads `report` into the dataset's manifest, the markers and the widths of qualifiers. Problems: XF106, XF107, XF114
// and those of numerals. The units must be declared before `read_markers`, since intervals may use them.
void read_manifest(const Member& report, const ManifestDefaults& defaults, Loading& loading);
void read_markers(const Member& report, Loading& loading);

// `report` as a node that rules can read: id, title, language, periods.
void add_report_node(const Member& report, Loading& loading);

// What is in force at the root of the tree.
[[nodiscard]] Context root_context(const Loading& loading);

}  // namespace crossfoot::loading
