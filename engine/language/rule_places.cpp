#include "engine/language/rule_places.hpp"

#include <algorithm>
#include <filesystem>

namespace crossfoot {
namespace {

namespace fs = std::filesystem;

// Is the path without links that directory or below it?
bool below(const fs::path& directory, const fs::path& path) {
    const auto [end, at] = std::mismatch(directory.begin(), directory.end(), path.begin(), path.end());
    return end == directory.end();
}

}  // namespace

RulePlaces::RulePlaces(const std::vector<std::string>& directories) {
    for (const std::string& each : directories) {
        std::error_code error;
        fs::path real = fs::canonical(each.empty() ? "." : each, error);
        if (!error) directories_.push_back(real.string());
    }
}

bool RulePlaces::allow(const std::string& path) const {
    std::error_code error;
    const fs::path real = fs::weakly_canonical(fs::absolute(path, error), error);
    return !error && std::any_of(directories_.begin(), directories_.end(), [&](const std::string& each) { return below(each, real); });
}

std::optional<std::string> git_work_tree(const std::string& directory) {
    std::error_code error;
    fs::path at = fs::canonical(directory.empty() ? "." : directory, error);
    if (error) return std::nullopt;
    for (;; at = at.parent_path()) {
        if (fs::exists(at / ".git", error)) return at.string();
        if (!at.has_relative_path()) return std::nullopt;
    }
}

}  // namespace crossfoot
