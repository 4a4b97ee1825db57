// The declaration of profiled tables, as it is pasted into a dataset.
#pragma once

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "engine/dataset/profile/profile.hpp"

namespace crossfoot::profile {

// What `[report]` has to say for the declarations to be read as they are meant.
struct ManifestNeeds {
    Language language = Language::en;
    Manners manners;
    std::vector<std::string> missing;                              // empty: the built-in markers are enough
    std::vector<std::pair<std::string, std::string>> suppressed;  // marker and where its values lie
};

// `words`: the language where no table shows one.
[[nodiscard]] ManifestNeeds manifest_needs(std::span<const Profile> profiles, Language words);
// As lines of TOML: `language = "en"` and, where they are needed, `dates`, `brackets`, `flags`, `missing` and `suppressed`.
[[nodiscard]] std::string manifest_lines(const ManifestNeeds& needs);
// "count", "0.1 %", "text": what stands in `columns`.
[[nodiscard]] std::string declaration(const ColumnProfile& column, Language language);
// `[tables.NAME]` with its columns, one a line.
[[nodiscard]] std::string stanza(const Profile& profile, Language language);

}  // namespace crossfoot::profile
