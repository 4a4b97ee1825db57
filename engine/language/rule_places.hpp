// Where rule files may stand: a dataset of unknown origin names its rules itself, and is not to reach for other files.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace crossfoot {

class RulePlaces {
public:
    // These directories and what is below them, symbolic links followed. One that is not there allows nothing.
    explicit RulePlaces(const std::vector<std::string>& directories);
    // Does the path lead, symbolic links followed, into one of them?
    [[nodiscard]] bool allow(const std::string& path) const;

private:
    std::vector<std::string> directories_;   // without links
};

// The directory above, or this one, that holds a `.git`; nothing where there is none.
[[nodiscard]] std::optional<std::string> git_work_tree(const std::string& directory);

}  // namespace crossfoot
