// Loading a dataset: a directory of TOML files with a `report.toml`, one TOML file, or standard input.
// Every problem of a load is found and listed together; with any error there is no dataset.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/dataset/dataset.hpp"
#include "engine/text/diagnostic.hpp"

namespace crossfoot {

struct LoadLimits {
    std::size_t file_bytes = 256U << 20U;     // a TOML file
    std::size_t nodes = 50'000'000;
    std::size_t rows_in_tree = 20'000;        // of a table beside the TOML; one with more rows is streamed
    std::size_t table_bytes_in_tree = 64U << 20U;
    unsigned depth = 100;                     // nesting of tables, arrays and inline tables
};

struct LoadResult {
    std::unique_ptr<Dataset> dataset;   // always there, so that diagnostics can show its sources; complete only without errors
    Diagnostics diagnostics;
};

// `path`: a directory or a file.
[[nodiscard]] LoadResult load_dataset(const std::string& path, const LoadLimits& limits = {});

// One text that holds everything, as from standard input; `name` is what messages call it.
[[nodiscard]] LoadResult load_dataset_text(std::string name, std::string text, const LoadLimits& limits = {});

// The same as if it were a file of `directory`, where the files of its tables stand.
[[nodiscard]] LoadResult load_dataset_text_in(const std::string& directory, std::string name, std::string text,
                                              const LoadLimits& limits = {});

// Adds the waivers of a file that holds nothing else to a dataset, and the file to its sources as `name`. Another
// key is XF106; `_…` describes, as everywhere. With an error in it some of its waivers may be there.
[[nodiscard]] Diagnostics load_waivers(std::string name, std::string text, Dataset& dataset);

// Several named texts as the files of one directory (for tests and callers without files); names are
// relative paths, one of them "report.toml".
[[nodiscard]] LoadResult load_dataset_files(std::vector<std::pair<std::string, std::string>> files, const LoadLimits& limits = {});

}  // namespace crossfoot
