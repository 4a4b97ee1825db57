// The texts of a dataset: which files of a directory belong to it, read whole and checked to be UTF-8.
#pragma once

#include <string>
#include <vector>

#include "engine/dataset/load.hpp"
#include "engine/text/diagnostic.hpp"

namespace crossfoot::loading {

struct TextFile {
    std::string name;   // relative to the directory, with `/`; what messages show
    std::string text;
};

struct FilesRead {
    bool directory = false;         // several files; the manifest is `report.toml`
    bool has_report = false;        // `report.toml` is there, readable or not
    std::vector<TextFile> files;    // by name
};

// Every `*.toml` of a directory and its subdirectories except hidden ones, or the one file. Symbolic links are
// followed as long as they stay inside (XF114); what cannot be read is XF101, what is too large XF115.
[[nodiscard]] FilesRead read_files(const std::string& path, const LoadLimits& limits, Diagnostics& problems);

// The text without a byte order mark, in `sources`; false (XF102) where it is not UTF-8.
[[nodiscard]] bool add_source(TextFile file, SourceMap& sources, Diagnostics& problems);

// A name of the file system as messages and reports can show it: bytes that are not UTF-8 become `?`.
[[nodiscard]] std::string displayable(std::string name);

// A path of the manifest may not leave the dataset directory: neither as written nor by a symbolic link.
[[nodiscard]] bool stays_inside(const std::string& directory, const std::string& path);

}  // namespace crossfoot::loading
