#include "engine/dataset/table/parts.hpp"

#include <algorithm>
#include <filesystem>

namespace crossfoot::table {

bool has_tabs(std::string_view name) {
    return name.ends_with(".tsv") || name.ends_with(".tsv.gz") || name.ends_with(".tsv.zst");
}

bool is_part_name(std::string_view name) {
    return !name.starts_with('.') &&
           (name.ends_with(".csv") || name.ends_with(".csv.gz") || name.ends_with(".csv.zst") || has_tabs(name));
}

std::vector<std::string> part_names(const std::string& directory) {
    namespace fs = std::filesystem;
    std::vector<std::string> out;
    std::error_code error;
    for (fs::directory_iterator at(directory, error); !error && at != fs::directory_iterator(); at.increment(error))
        if (std::string name = at->path().filename().string(); is_part_name(name)) out.push_back(std::move(name));
    std::sort(out.begin(), out.end());
    return out;
}

}  // namespace crossfoot::table
